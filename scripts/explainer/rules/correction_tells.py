"""Whether corrections tell a change: in before what was said, in after what is said now."""

from __future__ import annotations

from difflib import SequenceMatcher

from ..text.folding import WORD, fold
from ..text.words import stands_in
from ..topic.apparatus import Correction
from ..topic.fieldtypes import Frozen
from ..topic.roles import OUTSIDE, OWN, PRINTED, SOURCE, specs

_EDGES = " .,;:…–—|“”\"'"


def within(part: str, wholes: list[str]) -> bool:
    """Whether words are among others, whatever their case and the marks around them."""
    words = fold(part).casefold().strip(_EDGES)
    return bool(words) and any(stands_in(words, fold(whole).casefold()) for whole in wholes)


def is_of(entry: Correction, said: list[str], says: list[str]) -> bool:
    """Whether a correction has words of what a field said, and of what it says."""
    return _tells(entry.before or "", said) and _tells(entry.after or "", says)


def is_told(
    entries: list[Correction], said: list[str], says: list[str], field: str, model: type[Frozen]
) -> bool:
    """Whether corrections say what a field said before, and what it says now. Of a text they have
    every word that is gone in before, and every new one in after."""
    spec = specs(model).get(field)
    if not spec or not (spec.nested or spec.role in _TEXTS):
        return any(_covers(entry, said, says) for entry in entries)
    true = [e for e in entries if _tells(e.before or "", said) and _tells(e.after or "", says)]
    before, after = (_words(" ".join(filter(None, some))) for some in _both_sides(true))
    gone, come = _changed_words(said, says)
    return bool(true) and gone <= set(before) and come <= set(after)


def _both_sides(entries: list[Correction]) -> tuple[list[str | None], list[str | None]]:
    return [entry.before for entry in entries], [entry.after for entry in entries]


def _changed_words(said: list[str], says: list[str]) -> tuple[set[str], set[str]]:
    """The words that are gone and those that are new between two texts."""
    before, after = _words(" ".join(said)), _words(" ".join(says))
    gone: set[str] = set()
    come: set[str] = set()
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone.update(before[i:j])
            come.update(after[k:m])
    return gone, come


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text).casefold())


def _covers(entry: Correction, said: list[str], says: list[str]) -> bool:
    """Whether a correction says what a value was before and is now: words that only the one has,
    or words that only the other has."""
    before, after = entry.before or "", entry.after or ""
    told = [_tells(before, said), _tells(after, says)]
    return all(told) and not (within(before, says) and within(after, said))


def _tells(text: str, said: list[str]) -> bool:
    """Whether a text is, or holds, what a field says; it is empty where the field is."""
    return within(text, said) or any(within(one, [text]) for one in said) if said else not text


_TEXTS = frozenset((OWN, OUTSIDE, SOURCE, PRINTED))
