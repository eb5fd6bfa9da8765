"""The rule on words that mean the contrary of those they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.directions import changes, ways
from ..text.folding import fold
from ..text.languages import Language
from ..text.opposites import STAYS_CLOSED, Word, contraries_in, having_contrary
from ..text.polarity import clauses, is_meta, is_negative, is_turned
from ..topic.problems import Problem
from ..topic.site import Site
from .answered import resting_answers
from .beside import resting_beside
from .own_words import written_language
from .registry import rule
from .rests import Rests, Said, resting

# Where it is not said that something is so.
_IF = re.compile(r"\b(?:if|unless|whether|until|wenn|falls|ob|bis|si|jusqu)\b", re.I)
_DENIES = re.compile(
    r"(?i)\b(?:denie[sd]|deny|denying|disput(?:es?|ed)|contradict(?:s|ed)|bestr(?:itt|eitet|itten)"
    r"|dementier(?:t|te|ten)|widerspr(?:ach|icht|ochen)|zurückgewiesen|dément(?:i|it)?|conteste?é?"
    r"|desm(?:intió|iente)|neg[óa]|niega)\b"
)
_UNCONFIRMED = re.compile(
    r"(?i)\b(?:(?:did not|didn't|would not|could not|has not|have not) confirm(?:ed)?"
    r"|unconfirmed|bestätig(?:te|t|ten|en)\b[^.;:,]{0,40}\bnicht"
    r"|nicht bestätig(?:t|en|te)|unbestätigt"
    r"|n['’](?:a|ont) pas confirmé|ne confirme pas|no (?:ha )?confirm(?:ó|a|ado|aron))\b"
)
_BUT = re.compile(r"\b(?:anything but|alles andere als|tout sauf)\b", re.I)


@rule(whole=False)
def not_the_contrary(site: Site) -> Iterator[Problem]:
    """No word in our words means the contrary of one in the words it rests on, said of the same
    thing (weaken for strengthen, easy for difficult), unless these words have it too or one of both
    is denied: in a record by its evidence, on a page by the facts cited in the sentence. By how
    much something fell it did not rise."""
    language = written_language(site)
    for said in (*resting(site), *resting_beside(site), *resting_answers(site)):
        if pair := _words_turned(said, language):
            theirs, ours = pair
            yield said.own.problem(
                f'what this rests on says "{theirs}", and this says "{ours}"',
                f'say it with "{theirs}", or in words that mean the same',
                said.text[:160],
            )
        elif pair := _not_confirmed(said):
            theirs, ours = pair
            yield said.own.problem(
                f'what this rests on only says "{theirs}", and this says "{ours}"',
                f'say that it was not confirmed: "{ours}" says more',
                said.text[:160],
            )
        elif way := _turned(said, language):
            theirs, ours = way
            yield said.own.problem(
                f'what this rests on says "{theirs}" of a number, and this says "{ours}"',
                "say which way the number goes as these words do",
                said.text[:160],
            )


def _words_turned(said: Said, language: Language) -> tuple[str, str] | None:
    """A word of the clauses cited and its contrary in a text."""
    text = fold(said.marked)
    words = having_contrary(text)
    if not words or is_meta(said.text) or _BUT.search(text):
        return None
    stems = {word.stem for word in words}
    for word in words:
        part = _without(text, word, language)
        if _IF.search(part):
            continue
        other = _contrary(word, _in(language, said.rests), is_negative(part))
        if other and other.stem not in stems:
            return other.word, word.word
    return None


def _not_confirmed(said: Said) -> tuple[str, str] | None:
    """What was only not confirmed in the words cited, and is denied in a text."""
    ours, texts = _DENIES.search(said.marked), [fold(text) for text, _ in said.rests.around]
    if not ours or any(map(_DENIES.search, texts)):
        return None
    theirs = next(filter(None, map(_UNCONFIRMED.search, texts)), None)
    return (theirs.group(), ours.group()) if theirs else None


def _turned(said: Said, language: Language) -> tuple[str, str] | None:
    """A number that goes one way in the words cited, and the other way in a text."""
    ours = ways(said.marked, language)
    theirs = [way for one in said.rests.around for way in ways(*one)] if ours else []
    for way in ours:
        same = [one for one in theirs if one.value == way.value]
        if same and all(one.up != way.up for one in same):
            return same[0].word, way.word
        how = {one.by_or_to for one in same}
        if way.by_or_to and how == {"to" if way.by_or_to == "by" else "by"}:
            return f"{same[0].word} {same[0].by_or_to}", f"{way.word} {way.by_or_to}"
    told = changes(said.marked, language)
    there = {change for one in said.rests.around if told for change in changes(*one)}
    for first, second in told - there:
        if (second, first) in there:
            return f"from {second} to {first}", f"from {first} to {second}"
    return None


def _in(language: Language, rests: Rests) -> Rests:
    """What a text rests on in its own language: in another, los is no form of lose."""
    return rests._replace(exact=(*(one for one in rests.exact if one[1].code == language.code),))


def _contrary(word: Word, rests: Rests, denied: bool) -> Word | None:
    """The word of the clauses cited that means the contrary, and is denied just as the word is;
    where nothing cited has that word."""
    found = None
    for text, language in rests.exact:
        text = fold(text)
        for other in contraries_in(word, text):
            part = _without(text, other, language)
            if is_turned(part) == denied and not _IF.search(part):
                # Where these words have another that is contrary to it, they say both.
                found = found or (None if any(contraries_in(other, text)) else other)
    texts = (*(text for text, _ in rests.around), *rests.own, *rests.stated) if found else ()
    return None if any(_has(text, word) for text in texts) else found


def _has(text: str, word: Word) -> bool:
    """Whether a text has a word, said of the same thing or of what it has no word for."""
    same = (other for other in having_contrary(fold(text)) if other.stem == word.stem)
    return any(other.near & word.near or not (other.near and word.near) for other in same)


def _without(text: str, word: Word, language: Language) -> str:
    """The clause of a text that a word is in, without the word, and without how long something
    stays closed."""
    at = 0
    for part in clauses(text, language):
        start = text.index(part, at)
        at = start + len(part)
        if start <= word.start < at:
            before, behind = part[: word.start - start], part[word.end - start :]
            return before if word.word == STAYS_CLOSED else before + behind
    return text
