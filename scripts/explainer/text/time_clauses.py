"""Clauses of time that tell of what was, beside a clause of what is only expected: are expected to
meet, just months after the leaders ambushed him.

One row a language; of a language without one nothing is found. What is to come from where the
sentence stands (would resign after they voted) may be to come in both clauses, and is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .folding import fold
from .languages import Language
from .spans import Span
from .words import when_needed


class _Row(NamedTuple):
    """Expressions: what measures the time before the word that leads a clause, that word (one
    ``apart`` only behind a comma), a verb of what was, the words behind which there is no such
    verb, verbs that tell of anything else, and what in the clause before keeps it from being told
    as past."""

    measure: str
    leads: str
    apart: str
    past: str
    not_behind: str
    other: str
    unsure: str


_ROWS = {
    "en": _Row(
        r"(?:just|only|some|less than|more than|nearly|almost|about|around|an?|the|few|couple of"
        r"|several|many|one|two|three|four|five|six|\d+|(?:minute|hour|day|week|month|year|decade)s?"
        r"|shortly|soon|right|immediately|long|even|and) ",
        r"(?:after|before|while)",
        r"when",
        r"(?:was|were|had|did|went|came|gave|took|left|met|held|won|lost|began|broke|fell|rose|made"
        r"|said|told|saw|sank|ran|sat|stood|fled|drew|flew|knew|felt|heard|kept|put|shut|grew|found|fought|sent|drove|threw|led|struck|hit|shot|spoke|sold|bought|built"
        r"|(?!(?:expected|planned|scheduled|proposed|promised|announced|intended|hundred|indeed)\b)"
        r"[a-z]{2,}ed)",
        r"(?:the|an?|his|her|its|their|this|that|of|in|on|at|by|with|to|be|been|being|newly|widely"
        r"|recently)",
        r"(?:is|are|has|have|will|would|may|can|could|should|might|must)",
        r"\b(?:would|could|might|should|was|were|if|unless)\b",
    ),
    "de": _Row(
        r"(?:nur|erst|kaum|kurz|wenige|einige|mehrere|ein|eine|einen|zwei|drei|vier|\d+|(?:Tag|Monat"
        r"|Jahr|Stunde|Woche)e?n?|bald|gleich) ",
        r"(?:nachdem|bevor|ehe|während)",
        r"als",
        r"(?:war(?:en)?|hatten?|wurden?|(?:kam|ging|gab|nahm|traf|verlor|gewann|begann|hielt|schlug"
        r"|griff|verließ|ließ|warf|schrieb|sprach|sah)(?:en)?"
        r"|(?!(?:heute|unter|hinter|später)\b)[a-zäöüß]{3,}te[n]?)",
        r"(?:zu|der|die|das|den|dem|des|eine?[mnrs]?)",
        r"(?:ist|sind|hat|haben|wird|werden|will|wollen|kann|können|soll|sollen|muss|müssen)",
        r"\b(?:würden?|könnten?|sollten?|wäre[n]?|hätten?|war(?:en)?|wenn|falls)\b",
    ),
    "fr": _Row(
        r"(?:juste|peu|seulement|quelques|plusieurs|un|une|deux|trois|quatre|\d+|mois|jours?|ans?"
        r"|années?|semaines?|heures?|peu de temps) ",
        r"(?:(?:après|alors|pendant) qu(?:e\b|')|lorsqu(?:e\b|'))",
        r"quand",
        r"(?:(?:a|ont|avait|avaient|est|sont|était|étaient|l'a|l'ont|l'avaient) "
        r"(?:été )?[a-zà-ÿ]+(?:é|i|u|rt|is)e?s?|[a-zà-ÿ]{3,}(?:èrent|irent|urent|aient))",
        r"(?:de|la|les?|des|du|une?)",
        r"(?:aura|auront|sera|seront|va|vont|doit|doivent|peut|peuvent)",
        r"\b(?:pourrai(?:en)?t|serai(?:en)?t|devrai(?:en)?t|était|étaient|si|s'il)\b",
    ),
    "es": _Row(
        r"(?:apenas|solo|sólo|poco|pocos|pocas|unos|unas|varios|varias|un|una|dos|tres|cuatro|\d+"
        r"|mes(?:es)?|días?|años?|semanas?|horas?|tiempo) ",
        r"(?:(?:después|luego) de que|mientras)",
        r"cuando",
        r"(?:había|habían|fue|fueron|era|eran|[a-zà-ÿ]{2,}(?:ó|aron|ieron|eron))",
        r"(?:de|las?|los|el|una?)",
        r"(?:habrán?|será|serán|van?|deben?|pueden?|haya|hayan)",
        r"\b(?:podrían?|serían?|deberían?|era|eran|estaba|si)\b",
    ),
}


def _each(*parts: str) -> dict[str, Callable[[], re.Pattern[str]]]:
    """An expression a language, of parts of its row in a form where each has a place."""
    form, names = parts[0], parts[1:]
    return {
        code: when_needed(form.format(*(getattr(row, name) for name in names)), re.I)
        for code, row in _ROWS.items()
    }


_LED = _each(r"(?:{0}){{0,6}}(?:{1}(?!\w)|(?P<apart>{2}\b))\s*", "measure", "leads", "apart")
_LEADS = _each(r"\b(?:{0}|{1}\b)", "leads", "apart")
_PAST = _each(r"(?P<last>[\w'-]+) (?:{0})(?!\w)", "past")
_NOT_BEHIND, _OTHER = _each("{0}", "not_behind"), _each(r"\b{0}\b", "other")
_UNSURE = _each("{0}", "unsure")
_BEGINS = re.compile(r"(?:^|(?<=\s))(?=\w)")
_JOINS = re.compile(
    r"(?:and|but|or|who|which|while|because|und|aber|oder|der|die|das|weil|et|mais|ou|qui|y|pero|o"
    r"|que)\b"
)
_MARK = re.compile(r"[,;:.!?()](?:\s|$)|\s[–—-]\s")


def tells_what_was(before: str, words: str, language: Language) -> bool:
    """Whether some words are a clause of time, with a subject and a verb of what was, which those
    before it in its sentence do not make unsure."""
    code, text, ahead = language.code, fold(words), fold(before).rstrip()
    if code not in _ROWS or not (led := _LED[code]().match(text)):
        return False
    if _UNSURE[code]().search(ahead) or (led["apart"] and not ahead.endswith(",")):
        return False
    mark = _MARK.search(text, led.end())
    clause = text[led.end() : mark.start() if mark else len(text)]
    verbs = (
        v for v in _PAST[code]().finditer(clause) if not _NOT_BEHIND[code]().fullmatch(v["last"])
    )
    verb = next(verbs, None)
    return bool(verb) and not _OTHER[code]().search(clause)


def clauses_of_time(text: str, language: Language) -> Iterator[Span]:
    """The clauses of a sentence that tell so of what was, but for one that begins it, each up to
    the mark behind it; over commas where no other clause begins (a humiliating, shouting talk)."""
    if language.code not in _ROWS or not _LEADS[language.code]().search(text):
        return
    at = 1  # one that begins the sentence leads the clause behind it
    for begin in _BEGINS.finditer(text, 1):
        start = begin.start()
        if start >= at and tells_what_was(text[:start], text[start:], language):
            end = _MARK.search(text, start)
            while end and end.group() == ", " and _goes_on(text[end.end() :], language.code):
                end = _MARK.search(text, end.end())
            at = end.start() if end else len(text)
            yield Span(start, at)


def _goes_on(text: str, code: str) -> bool:
    """Whether behind a comma a clause goes on, up to the next: no other verb, no other clause."""
    mark = _MARK.search(text)
    rest = text[: mark.start()] if mark else text
    return not (_JOINS.match(rest) or _OTHER[code]().search(rest))
