"""Who does something together with another: calling for it alongside X, as X did, in the languages
of the sources. Not those beside whom somebody only speaks or stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .mentions import Mention
from .voices import Sentence

_ARTICLE = r"(?:the |der |dem |den |die |la |le |les |el |los |las |l')?"
_ALONGSIDE = re.compile(
    r"\b(?:alongside|(?:together|along|jointly) with|as well as|(?:gemeinsam|zusammen) mit|ebenso"
    r" wie|an der Seite (?:von|de[rs])|aux côtés d(?:e|u|es)|(?:conjointement|ensemble) avec"
    r"|ainsi que|de concert avec|junto (?:con|a)|juntamente con|al igual que|al lado de)"
    rf"\s{_ARTICLE}$",
    re.I,
)
# Before that, what they only do in one place.
_STANDS = re.compile(
    r"\b(?:sp(?:ea|o)k\w*|st(?:an|oo)d\w*|sat|sit\w*|seat\w*|appear\w*|pos(?:ed|ing)|said|says?|told"
    r"|walk\w*|sprach|spricht|sprechen\w*|st(?:and|eh)\w*|saß|sitz\w*|trat|sagte|parl\w+|assise?"
    r"|debout|apparu\w*|habl\w+|sentad\w+|de pie|dijo|dit)\W+(?:\w+\W+){0,2}$",
    re.I,
)
_AS = re.compile(rf"\b(?:as|wie|comme|como)\s{_ARTICLE}$", re.I)
_DID = re.compile(
    r"\s(?:did|do(?:es)?|ha[ds]|have|es (?:tat|tut)|auch|l'a(?:vait)? fait|le fait|lo hizo|lo hacía"
    r"|también|aussi)\b"
)


def together(sentence: Sentence) -> Iterator[Mention]:
    """Those who do together with another what a sentence says."""
    for one in sentence.mentions:
        before = sentence.text[: one.start]
        if beside := _ALONGSIDE.search(before):
            if not _STANDS.search(before[: beside.start()]):
                yield one
        elif _AS.search(before) and _DID.match(sentence.text, one.end):
            yield one
