"""What of a figure's name its own clause does not say, in any form: no rule, since a fair name may
have a wider word, or a noun for a verb. A reviewer reads these beside the clause."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..text.dimensions import says_dimension
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

# What is yet to be done, by the words of each language.
_TO_COME = re.compile(
    r"(?i)\b(?:still (?:to|owed|due|un\w+)|yet to|to be (?=\w+(?:ed|d|t|n)\b)|outstanding"
    r"|noch (?:zu|offen|aus)\w*|encore à|restant à|reste à|por (?=\w+[aei]r\b)"
    r"|pendiente\w*|aún por|todavía por)"
)
# What something is of: children's hospice, club des enfants, hospicio de niños.
_OF_WHOM = re.compile(
    r"(?i)\b(?P<en>[^\W\d_]{4,})(?:['’]s|(?<=s)['’])(?=\s\w)"
    r"|\b(?:club|école|association|hospice|maison|centre|foyer|hôpital|fonds)\s(?:des|pour)\s"
    r"(?P<fr>[^\W\d_]{4,})|\b(?:club|escuela|asociación|hospicio|casa|centro|hogar|hospital|fondo)"
    r"\s(?:de|para)\s(?:los\s|las\s)?(?P<es>[^\W\d_]{4,})"
)
# One more, of whom something else is said: and one is missing, et une est portée disparue.
_ONE_MORE = re.compile(
    r"(?i)\b(?:and|und|et|y)\s(?:one|eine[rs]?|une?|un[oa]?)\s(?!of\b|der\b|von\b|des?\b)"
    r"(?P<said>[^.;:,!?]{4,80}?)"
    r"(?=[.;:,!?]|$|\s(?:after|nach|après|tras|in|when|als|quand|cuando)\b)"
)
_JOINED = 2  # letters of an ending, where more are another word
_ALONE = 3  # words of a name that has little else


def _is_people(word: str) -> bool:
    return (unit := unit_of(word)) is not None and not is_measure(unit)


class OwnBeyond(OwnName):
    """A figure's number in its sentence, and which words of its names go beyond that."""

    def beyond(self, text: str, unit: str) -> list[str]:
        """What a reader has to look at in a name, a piece each."""
        found = (*self._strange(text, unit), *self._joined_otherwise(text), *self._still(text))
        return [*dict.fromkeys((*found, *self._only_owns(text), *self._of_one_more(text)))]

    def _still(self, text: str) -> Iterator[str]:
        """A word by which a name tells that something is yet to be done, of which the sentence says
        no such thing: still to be repaid."""
        if (found := _TO_COME.search(text)) and not _TO_COME.search(self.own.text):
            yield f'"{found[0]}" is not in its sentence'

    def _only_owns(self, text: str) -> Iterator[str]:
        """A noun that the sentence has only as what something is of (a children's hospice), where
        the name has it alone: the children."""
        words = WORD.findall(_OF_WHOM.sub(" ", text))
        for word in map(str.lower, words if self._row.nouns_up and len(words) < _ALONE else ()):
            joined = [w for w, _ in self.own.words if w.startswith(word) and w != word]
            if _is_people(word) and any(len(w) > len(word) + _JOINED for w in joined):
                yield f'"{word}" is only a part of "{joined[0]}" in the sentence'  # Kinderheim
        for match in _OF_WHOM.finditer(self.own.text):
            word = match["en"] or match["fr"] or match["es"]
            again = len(re.findall(rf"(?i)\b{re.escape(word)}\b", self.own.text)) > 1
            if not again and any(are_forms(word, w) for w in words) and len(words) < _ALONE:
                yield f'"{word}" is only what something is of in the sentence'

    def _of_one_more(self, text: str) -> Iterator[str]:
        """A word that the sentence says of one more, who is not counted: and one is missing."""
        for match in _ONE_MORE.finditer(self.own.text):
            if match.start() < self.own.span.end:
                continue
            theirs = words_of(match["said"], self.own.language)
            others = words_of(self.own.text[: match.start()], self.own.language)
            for word in self._content(text):
                one = any(are_forms(word, w) for w in theirs)
                if one and not any(are_forms(word, w) for w in others):
                    yield f'"{word}" is said of one more in the sentence'

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
            if self._is_borne(word, unit) or says_dimension(word, self._near):
                continue
            if not self._places(word) and not words_like(word).search(self.own.text):
                yield f'"{match[0]}" is not in its sentence'
            elif other := self._theirs(word):
                yield f'"{match[0]}" stands by "{self._printed(other)}"'
            elif not turns.fullmatch(word):
                yield f'"{match[0]}" stands in another clause'

    @property
    def _near(self) -> list[str]:
        """The words of the own clause, in small letters."""
        return [w for w, place in self.own.words if self._is_here(place)]

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
