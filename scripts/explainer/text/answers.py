"""What a yes or a no says: the statement that a question makes of it."""

from __future__ import annotations

import re

from .languages import Language

# A question that may be answered so, at the end of some words; and the answer, at their head.
_ASKED = re.compile(r"(?:^|[.!?:]\s+)([^.!?:]*[^\s.!?:])\s?\?[\s”\"»]*$")
_DOES = r"(?:he|she|it|they|there|that)\s(?:did|does|do|is|was|were|has|had|have|will|would)"
_ANSWER = re.compile(
    r"\W*(?:[AR]:\s)?(?:(yes|ja|jawohl|oui|sí|indeed|of course|certainly|natürlich|bien sûr"
    rf"|por supuesto|claro|{_DOES})"
    rf"|(no|nein|non|of course not|not at all|{_DOES}(?:n't|n’t|\snot)))"
    r"(?=$|[\s,.;:!–—-])(?!\s\w)",
    re.I,
)
_TAG = re.compile(r",\s(?:\w+n['’]t|nicht|oder|non|no|verdad|n'est-ce pas)(?:\s\w+)?$", re.I)
_MORE = re.compile(
    r"\W*((?:in|on|at|by|after|before|since|with|without|for|during|from|to|im|am|um|auf|bei|nach"
    r"|vor|seit|mit|ohne|von|zu|en|à|au|le|après|avant|avec|sans|el|con|sin|tras|para|para)\b.*)",
    re.I | re.S,
)
_HEAD = {
    "en": r"(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|shall|should|may|might"
    r"|must)(?:n't)?",
    "de": r"(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurden?|kann|können|soll"
    r"|sollen|muss|müssen|darf|will|wollen)",
    "fr": r"(?:est|sont|était|a|ont|avait|va|vont|peut|doit|fut)",
    "es": r"(?:ha|han|había|es|son|fue|fueron|está|están|va|van|puede|debe)",
}
_NOT = {"en": "not", "de": "nicht", "fr": "pas", "es": "no"}
_THE = re.compile(
    r"(?:the|an?|any|this|that|both|all|der|die|das|ein|eine|einen|le|la|les|une?|el|los|las|una?)\s"
    r"|l'",
    re.I,
)
_WORD = re.compile(r"[^\s,]+")
_THEY = re.compile(r"-(?:t-)?(?:ils?|elles?)\b")
_WHO = {
    "en": r"who|whom|whose|what|when|where|why|how|which",
    "de": r"wer|wen|wem|wessen|was|wann|wo|warum|wie|welche\w*",
    "fr": r"qui|que|qu'est|quoi|quand|où|pourquoi|comment|combien|quel\w*",
    "es": r"quién\w*|qué|cuándo|dónde|cómo|por qué|cuál\w*|cuánt\w*",
}


def asked(text: str, language: Language) -> str:
    """The question with which some words end; empty if they end in none that yes answers."""
    found = _ASKED.search(text.strip())
    question = _TAG.sub("", found[1].strip(' ¿"“«*')) if found else ""
    who = _WHO.get(language.code, "(?!)")
    return "" if re.match(rf"(?:{who})\b", question, re.I) else question


def answer(text: str) -> tuple[str, bool] | None:
    """The yes or no with which some words begin, and whether it is a yes."""
    found = _ANSWER.match(text)
    return (found.group().strip(' ¡"“'), bool(found[1])) if found else None


def answered(question: str, text: str, names: list[str], language: Language) -> str:
    """What a question and its answer say together: Did X agree? No, in May: X did not agree in May.
    ``names`` are those by which somebody may be the subject."""
    found = _ANSWER.match(text)
    if not found:
        return ""
    head = re.match(rf"{_HEAD.get(language.code, '(?!)')}\b\s+", question, re.I)
    rest = question[head.end() :] if head else question
    verb = head.group().strip().lower() if head else ""
    if language.code == "fr":
        rest = re.sub(r"^est-ce qu(?:e |')", "", _THEY.sub("", rest), flags=re.I)
    subject = _subject(rest, names)
    if not head and language.code == "es" and (first := _WORD.match(rest)):
        verb, rest = first.group().lower(), rest[first.end() :].lstrip()
        subject = _subject(rest, names)
    denies = "" if found[1] else _NOT.get(language.code, "not")
    words = [
        rest[:subject],
        *((denies, verb) if language.code == "es" else (verb, denies)),
        rest[subject:],
    ]
    more = _MORE.fullmatch(text[found.end() :].strip())
    told = " ".join(one for one in map(str.strip, (*words, more[1] if more else "")) if one)
    return f"{told[:1].upper()}{told[1:].rstrip('.')}."


def _subject(text: str, names: list[str]) -> int:
    """Where the subject at the head of some words ends: a name, or an article and a word."""
    the = _THE.match(text)
    at = the.end() if the else 0
    ends = [at + len(name) for name in names if text.startswith(name, at)]
    word = _WORD.match(text, at)
    return max(ends, default=word.end() if word else 0)
