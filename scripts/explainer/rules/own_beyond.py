"""What of a figure's name its own clause does not say, in any form: no rule, since a fair name may
have a wider word, or a noun for a verb. A reviewer reads these beside the clause."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..text.naming import NAMING, PREPOSITIONS, words_like
from ..text.number_row import words_of
from ..text.units import is_measure, unit_of, units_in
from ..text.words import are_forms
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Figure
from ..topic.site import Site
from .own_name import NAMING_FIELDS, OwnName
from .own_number import own_number
from .own_time import WORD
from .own_words import written_language


class OwnBeyond(OwnName):
    """A figure's number in its sentence, and which words of its names go beyond that."""

    def beyond(self, text: str, unit: str) -> list[str]:
        """What a reader has to look at in a name, a piece each."""
        return [*dict.fromkeys((*self._strange(text, unit), *self._joined_otherwise(text)))]

    def _strange(self, text: str, unit: str) -> Iterator[str]:
        """The words that the own clause has in no form, and where they stand, if anywhere."""
        here = self._here
        turns = words_like(
            "|".join((*(w for two in here.contraries for w in two), here.more, here.less))
            + f"|{here.every}|{here.after}|{here.former}|{here.against}|under|over"
        )
        light = words_like("|".join((here.count, here.share, here.total, here.change)))
        for match in WORD.finditer(text):
            word = match[0].lower()
            some = self._is_content(match) or turns.fullmatch(word)
            if match[0].isdigit() or not some or light.fullmatch(word):
                continue
            if self._is_borne(word, unit):
                continue
            if not self._places(word) and not words_like(word).search(self.own.text):
                yield f'"{match[0]}" is not in its sentence'
            elif other := self._theirs(word):
                yield f'"{match[0]}" stands by "{self._printed(other)}"'
            elif not turns.fullmatch(word):
                yield f'"{match[0]}" stands in another clause'

    def _is_content(self, match: object) -> bool:
        word = match[0]  # type: ignore[index]
        up = self._row.nouns_up and word[:1].isupper()
        return len(word) > 2 and (self._row.is_word(word.lower()) or up)

    def _is_borne(self, word: str, unit: str) -> bool:
        """Whether the own clause has a word, or the number counts it or is measured so."""
        kind = unit_of(word)
        if kind is not None and (kind in units_in(unit) or kind == self.own.one.unit):
            return True
        if any(are_forms(word, w) for w in (*self._counts, *words_of(unit, self.written))):
            return True
        if is_measure(self.own.one.unit) and words_like(self._here.money).fullmatch(word):
            return True
        there = (p for w, p in self.own.words if w == word or p in self._places(word))
        return any(map(self._is_here, there)) and self._theirs(word) is None

    def _joined_otherwise(self, text: str) -> Iterator[str]:
        """The nouns that stand behind another preposition than in the sentence: to the hospice,
        from which it was."""
        if self.own.language != self.written:
            return
        theirs = [*self._governed(self.own.text, self.own.language)]
        for word, joint in self._governed(text, self.written):
            joints = {j for noun, j in theirs if are_forms(noun, word)}
            others = [noun for noun, j in theirs if j == joint]
            same = any(are_forms(noun, w) for noun in others for w in self._content(text))
            if not joints and others and not same and self._places(word):
                yield f'"{joint} {word}" is "{joint} {others[0]}" in the sentence'
            if joints and joint not in joints and joint in PREPOSITIONS:
                yield f'"{joint} {word}" is "{min(joints)} {word}" in the sentence'


def beyond(site: Site, figure: Figure, fields: Container[str] = NAMING_FIELDS) -> Iterator[str]:
    """What of some of a figure's names its own clause does not say, a line each.
    Nothing where they are in another language than the clause."""
    own, written = own_number(site, figure), written_language(site)
    if own is None or own.language != written or written.code not in NAMING:
        return
    name = OwnBeyond(own, written)
    for field in NAMING_FIELDS:
        text = getattr(figure, field) if field in fields else NOT_STATED
        if text != NOT_STATED and (found := name.beyond(text, figure.unit)):
            yield f"{field} “{text}”: {', '.join(found)}"
