"""How words before a time of a text say it: since, until, as one of all, as the last."""

from __future__ import annotations

import re

_FILL = (  # between such a word and the time: since early last year, depuis le 3 août
    r"(?:(?:the|le|la|les|el|los|dem|den|der|early|late|mid|end|start|beginning|of|fin|début|mi|de"
    r"|d['’]|anfang|ende|mitte|last|this|next|past|letzte\w*|vergangene\w*|vorige\w*|diese\w*"
    r"|nächste\w*|jahr|année|year|año|l['’]|\d{1,2}(?:\.|er|st|nd|rd|th)?)[\s-]?){0,4}$"
)
_HOW = {
    how: re.compile(rf"(?i)(?<!\w)(?:{words})\s?{_FILL}")
    for how, words in {
        "than": r"(?:than|als|que|compared (?:with|to)) (?:in|en|im|am|on|au|el)|qu['’](?:en|au|à)"
        r"|par rapport (?:à|au)|gegenüber|frente al?",
        "since": r"since|seit|depuis|desde|dès|à (?:partir|compter) d(?:e|u)|a partir del?",
        "until": r"by|until|till|d['’]ici(?: à| en| au| l[ae])?|jusqu['’](?:en|à|au)"
        r"|bis(?: zu[mr]?)?|hasta|para|before|avant|antes del?",
        "in": r"in|en|im|during|pendant|während|durante|within",
    }.items()
}
_EACH = re.compile(
    r"(?i)(?<!\w)(?:an?|per|each|every|par|pro|al|por|cada|chaque|je|jede[nsmr]?)\s$"
)
_LAST = re.compile(
    r"(?i)(?<!\w)(?:last|this|next|letzte\w*|vergangene\w*|vorige\w*|diese[snmr]?|nächste\w*"
    r"|kommende\w*|laufende\w*|cette|ce|este|esta|próxim[oa]|pasad[oa])\s$"
)
_LAST_BEHIND = re.compile(r"(?i)\w*\s(?:derni(?:er|ère)|passée?|prochaine?|pasad[oa]|que viene)\b")
# What is so on the day of the text.
NOW = re.compile(
    r"(?i)\b(?:now|currently|today|désormais|maintenant|actuellement|aujourd['’]hui|jetzt|nun"
    r"|inzwischen|derzeit|heute|ahora|actualmente|hoy)\b"
)


_MOVED = re.compile(
    r"(?i)\b(?:(?:postponed|moved|delayed|deferred|adjourned|put off|rescheduled|brought forward)"
    r" (?:\w+ ){0,2}?(?:to|until|till|for)"
    r"|(?:report|repouss|décal|avanc|déplac|ajourn|renvoy|fix|prolong|reconduit?|programm)\w*"
    r" (?:\w+ ){0,2}?(?:au|à|en|pour|jusqu['’](?:au|en|à))|(?:du|jusqu['’]) ?(?:\w+ ){0,3}?au"
    r"|(?:aplaz|pospuest|pospon|retras|traslad|mov|adelant|posterg)\w* (?:\w+ ){0,2}?"
    r"(?:al?|hasta|para)"
    r"|(?:auf|bis)(?: den| zum)?) (?:the |el |le |los )?$"
)
_SHIFTS = re.compile(r"(?i)\b(?:verschieb|verschob|verleg|vertag|vorgezogen|vorzieh|verlänger)")


def moved_to(text: str, at: int) -> bool:
    """Whether something is put off, or brought forward, to a time at some place of a text, or goes
    on up to it: reporté au 13 décembre. What it tells of is not of that time."""
    found = _MOVED.search(text[max(at - 60, 0) : at])
    german = found and found.group().lower().startswith(("auf", "bis"))
    return bool(found) and (not german or bool(_SHIFTS.search(text)))


def how_said(text: str, at: int) -> str:
    """How the words before a time at some place of a text say it: than, since, until, last, each
    or in; empty where they do not tell."""
    before = text[max(at - 60, 0) : at]
    found = next((how for how in ("than", "since", "until") if _HOW[how].search(before)), "")
    if found:
        return found
    if _LAST.search(before) or _LAST_BEHIND.match(text, at):
        return "last"
    if _EACH.search(before):
        return "each"
    return "in" if _HOW["in"].search(before) else ""


# Since what is told before: and have been repaired since; seitdem.
_SINCE_THEN = re.compile(
    r"(?i)(?<!\w)(?:since(?: then)?(?=\s?(?:[,.;:!?)]|$|(?:and|but)\b))|seit(?:dem|her)(?!\w)"
    r"|depuis(?: lors)?(?=\s?(?:[,.;:!?)]|$|(?:et|mais)\b))|desde entonces(?!\w))"
)


def since_then(text: str, start: int, end: int) -> bool:
    """Whether a part of a text tells what has been so since a time that is told before it."""
    return bool(_SINCE_THEN.search(text, start, end))


_SPAN = {
    how: re.compile(rf"(?i)\b(?:{words})\s(?:[\w-]+\s){{0,2}}$")
    for how, words in {
        "within": r"within|inside|innerhalb(?: von)?|binnen|en moins de|sous"
        r"|dans (?:un délai de|les)|dentro de|en (?:un plazo de|menos de)",
        "after": r"after|following|nach|après|au bout de|passés?|después de|tras|al cabo de",
    }.items()
}


def other_side(period: str, at: int, text: str, place: int) -> bool:
    """Whether a period says that something is after a time within which a text has it, or the other
    way round: after six months, within six months."""
    ours = {how for how, form in _SPAN.items() if form.search(period[:at])}
    before = text[max(place - 60, 0) : place]
    theirs = {how for how, form in _SPAN.items() if form.search(before)}
    return bool(ours and theirs) and not ours & theirs


def wrongly_said(period: str, said: set[str]) -> bool:
    """Whether a period says a time in another way than a text, which says it in some: since 2019
    for in 2019, a year for last year."""
    if not said:
        return False
    if said == {"than"} or (period in ("since", "until") and period not in said):
        return True
    if period in ("in", "last") and said <= {"since", "until"}:
        return True
    return period == "each" and said == {"last"}
