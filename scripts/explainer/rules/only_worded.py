"""What a change said to be of words alone (kind: wording) brings in or takes away all the same."""

from __future__ import annotations

from collections.abc import Iterable

from ..text.deeds import deeds_in
from ..text.folding import fold
from ..text.polarity import is_negative, is_unsure, roots, stem, stems


def means_otherwise(said: Iterable[str], says: Iterable[str], cited: str) -> str:
    """Why a text that was and one that is are not the same but for their words: the deed that the
    new one brings in and no words ``cited`` have, or that one denies or doubts something and the
    other does not; empty if nothing tells."""
    before, after = fold(" ".join(said)), fold(" ".join(says))
    known = {*roots(stems(f"{before} {cited}"))}
    for deed in deeds_in(after):
        first = deed.split()[0]
        if not {stem(first), *roots((stem(first),))} & known:
            return f'"{deed}" is new, and in no words cited'
    for name, tells in (("denies", is_negative), ("leaves open", is_unsure)):
        if tells(before) != tells(after):
            one, other = ("it", "what it was") if tells(after) else ("what it was", "it")
            return f"{one} {name} something, and {other} does not"
    return ""
