"""What is denied, refused or rejected in the words cited, and said here as if it were so."""

from __future__ import annotations

import re

from ..text.languages import Language
from ..text.polarity import is_meta, is_negative, roots
from ..text.polarity import stems as stems_of
from ..text.refusals import Refusal, having, is_asked, refusals, wants, words_of
from .rests import Said

_IF = re.compile(r"\?|\b(?:if|whether|unless|question\w*|wenn|falls|ob|si)\b", re.I)
_AND = re.compile(r",\s|\b(?:and|und|et|y)\b")  # what each part wants is its own
_MOST = 3  # words in common by which a statement is said again, whatever its first word


def affirmed(said: Said, language: Language) -> str:
    """The verb that denies what a text says as if it were so, or that rejects what it says somebody
    approves or wants; empty if there is none."""
    if _IF.search(said.text) or is_meta(said.text):
        return ""
    told = words_of(said.text)
    for words, tag in said.rests.exact:
        for refusal in refusals(words, tag):
            if (_says(refusal, told) or _turns(refusal, said, language)) and not _kept(
                refusal, said, words, tag
            ):
                return refusal.word
    return ""


def rendered(stems: tuple[str, ...], said: Said) -> bool:
    """Whether a "not" before some words says what a verb of the words cited denies: not before
    that verb itself."""
    return any(
        having((*stems, *roots(stems)), refusal.near) and not {*stems_of(refusal.word)} & {*stems}
        for words, tag in (*said.rests.exact, *said.rests.around)
        for refusal in refusals(words, tag)
    )


def _says(refusal: Refusal, told: tuple[str, ...]) -> bool:
    """Whether a text says what is denied: its first word and one more, or most of its words."""
    denied = refusal.stems
    if not (refusal.says and denied):
        return False
    common = having(denied, told)
    first = having(denied[:1], told) and common >= min(2, len(denied))
    return bool(first) or (common >= _MOST and 4 * common >= 3 * len(denied))


def _turns(refusal: Refusal, said: Said, language: Language) -> bool:
    """Whether a text says that something rejected is approved of or wanted."""
    about = (refusal.near - refusal.before) or refusal.near
    parts = (part for part in _AND.split(said.text) if wants(part, language))
    return any(having(about, words_of(part)) for part in parts)


def _kept(refusal: Refusal, said: Said, words: str, tag: Language) -> bool:
    """Whether a text denies it in words of its own, or says what others ask for or do."""
    left = " ".join("–" if having(words_of(w), refusal.stems) else w for w in said.text.split())
    if is_negative(left):
        return True
    word = wants(said.text, tag)
    if word is None or not is_asked(words, tag):
        return False
    if refusal.says and having(words_of(word.group()), refusal.stems):
        return False  # what is denied itself
    subject = words_of(said.text[: word.start()])
    if not subject:
        return having(words_of(word.group()), words_of(words)) > 0
    return not having(subject, refusal.before)
