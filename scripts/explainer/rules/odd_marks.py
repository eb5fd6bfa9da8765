"""The rule on characters that only look like quotation marks or like plain letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..text.folding import fold
from ..text.sentences import around
from ..text.spans import Span
from ..topic.problems import Problem
from ..topic.roles import OWN, values
from ..topic.site import Site
from .own_words import own_words
from .registry import rule

_BESIDE = re.compile(
    r"(?<=[A-Za-z])[^\x00-\u017f\u2010-\u205e]|[^\x00-\xa7\u2010-\u205e](?=[A-Za-z])"
)
_OPENING = frozenset("¿¡")  # of a question and an exclamation in Spanish
_MARKS = frozenset(("Lm", "Lo", "Me", "Mn", "Po", "Sk"))


@rule(whole=False)
def plain_characters(site: Site) -> Iterator[Problem]:
    """Beside a plain letter, what editors write has no sign, mark or letter of another kind that a
    reader would take for a quotation mark or for a letter, unless a source or a record has it."""
    known = _known(site)
    for own in own_words(site):
        text = "" if own.text.isascii() else fold(own.text)
        for match in _BESIDE.finditer(text):
            char = match.group()
            beside = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            within = all(unicodedata.category(one) in ("Lu", "Ll") for one in beside if one)
            within = within and all(beside)
            if char not in known and char not in _OPENING and _odd(char, within):
                name = unicodedata.name(char, "no name").lower()
                yield own.problem(
                    f"the character U+{ord(char):04X} ({name}) may be taken for another here",
                    "write plain letters, and quotation marks around what is quoted",
                    around(text, Span(*match.span())),
                )
                break


def _known(site: Site) -> set[str]:
    """The characters of sources, and of what records say in others' words."""
    found = {char for source in site.topic.sources.values() for char in source.passages.folded}
    for record in site.topic.records.values():
        some = (v.value for v in values(record) if v.spec.role is not OWN)
        found |= {char for text in some if isinstance(text, str) for char in fold(text)}
    return found


def _odd(char: str, within: bool) -> bool:
    """Whether a character is no letter with an accent, and no apostrophe within a word."""
    kind, base = unicodedata.category(char), unicodedata.normalize("NFKD", char)[0]
    if base.isascii() and base.isalnum():
        return False
    if kind in _MARKS:
        return not (within and kind == "Lm")
    return kind[0] == "L" and unicodedata.name(char, "").startswith("LATIN ") and char > "\u017f"
