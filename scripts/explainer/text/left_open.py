"""What a text says that somebody leaves open, or does not say: which countries, whether, when.

One expression for all languages, since a page may have another than its sources."""

from __future__ import annotations

import re
from functools import lru_cache

from .folding import fold
from .languages import KEPT
from .polarity import stems

_SAYS = (
    r"say|state|specif(?:y|ied)|name|list|mention|disclose|reveal|explain|tell|told|give|gave|clear"
    r"|made clear|decided?|known|settled|certain"
)
_OPEN = re.compile(
    rf"\b(?:(?:leav(?:es?|ing)|left|keeps?|kept|remain(?:s|ed)?) (?:it |this |that )?(?:open"
    rf"|unclear|unsaid|unanswered|undecided|unsettled)|(?:(?:do|did|does|is|are|was|were|has|have|had)"
    rf"(?: not|n't)(?: yet)?|without|never|nor) (?:{_SAYS})(?:ing)?(?= (?:which|who|whom|whose|what"
    rf"|when|where|whether|how|why|if)\b)|(?:unclear|undecided|silent|open|unknown)(?= (?:on|about"
    rf"|which|who|whom|what|when|where|whether|how|why|if)\b)"
    rf"|(?:say|says|said|give|gives|gave) (?:nothing|no word)(?= (?:about|of|on|as to)\b)"
    rf"|(?:sagt|sagte|schreibt) (?:\w+ ){{0,2}}?nichts (?:dazu|darüber|davon|zu|über|von)"
    rf"|(?:ne dit|ne disent|n'a|n'ont) rien(?: dit)?|no (?:dice|dijo|dicen|dijeron) nada"
    rf"|(?:lässt|lassen|ließ(?:en)?|bleibt|blieb|bleiben|ist|sind) (?:\w+ ){{0,3}}?(?:offen|unklar)"
    rf"|(?:unklar|ungewiss|offen|ungeklärt)(?=,? (?:ob|wer|welche\w*|wann|wo|wie|was|warum)\b)"
    rf"|(?:sagt|sagte|nennt|nannte|verrät|verriet|erklärt|erklärte|präzisiert)(?: \w+){{0,3}} nicht"
    rf"(?=,? (?:ob|wer|welche\w*|wann|wo|wie|was|warum)\b)"
    rf"|laiss(?:e|ent|é|ait|ant) (?:\w+ )?(?:ouverte?s?|en suspens)|reste(?:nt)? ouverte?s?"
    rf"|ne (?:dit|disent|précise|précisent|indique|nomme) pas"
    rf"|n'(?:a|ont) pas (?:dit|précisé|indiqué)"
    rf"|(?:sans|ni) (?:dire|préciser|indiquer|nommer)|on ignore"
    rf"|dej(?:a|an|ó|aba) (?:\w+ )?abiert[oa]s?|qued(?:a|an|ó) (?:\w+ )?abiert[oa]s?"
    rf"|no (?:dice|dicen|dijo|precisa|precisó|aclara|aclaró|especifica|especificó|indica|se sabe)"
    rf"|sin (?:decir|precisar|aclarar|especificar)|se desconoce)\b",
    re.I,
)
# How a text may tell in other words that it is not said.
_ASKING = re.compile(
    r"(?i)\?|n't\b|\b(?:not|no|nor|never|neither|nothing|nobody|without|nicht|nichts|kein\w*|ohne|pas"
    r"|rien|sans|ni|nada|sin|whether|question|undecided|unclear|unsaid"
    r"|open(?:ed)? (?:question|issue)|silent"
    r"|silence|ob|frage|schweig\w*|schwieg\w*|ungeklärt|unklar|si|tait|taire|pregunta|duda|calla\w*|silencio)\b"
)
_SENTENCE = re.compile(
    r"[.!?;](?:\s|$)|,\s(?:but|yet|while|though|aber|doch|sondern|jedoch|mais|pero|aunque)\b"
)


@lru_cache(KEPT)
def left_open(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words by which a text says that something is left open, each with the stems of the words
    behind it in its sentence."""
    text, found = fold(text), list[tuple[str, frozenset[str]]]()
    for match in _OPEN.finditer(text):
        stop = _SENTENCE.search(text, match.end())
        behind = stems(text[match.end() : stop.start() if stop else len(text)])
        found.append((match.group(), frozenset(behind)))
    return (*found,)


def tells_openly(text: str) -> bool:
    """Whether a text may itself tell that something is left open."""
    return bool(left_open(text)) or bool(_ASKING.search(fold(text)))
