"""What is only planned, expected or asked for in the words cited, and told here as done."""

from __future__ import annotations

from ..text.folding import fold
from ..text.languages import Language
from ..text.planned import Planned, all_of, asked, is_past, is_planned, planned, told_as_done
from ..text.polarity import denied, is_meta, is_open, is_unsure
from .common import WORDS
from .rests import Said


def only_planned(said: Said, language: Language, happened: bool = False) -> str:
    """The word by which the words cited plan, expect or ask for what a text tells as done; empty
    if there is none. What is said of something that ``happened`` tells it as done in the present
    too."""
    theirs = [text for text, tag in said.rests.exact if tag.code == language.code]
    if not theirs or is_planned(said.text, language) or is_unsure(said.text):
        return ""
    found = _told(said, theirs, language, happened)
    if not found or is_open(said.text) or is_meta(said.text):
        return ""
    if any(_is_not(scope.word, language) for scope in denied(said.text, language)):
        return ""
    return found[0].word


def _is_not(word: str, language: Language) -> bool:
    """Whether a word that denies does so by itself, and not by how it begins (invoked)."""
    return word in language.negations or word.endswith("n't")


def _told(said: Said, theirs: list[str], language: Language, happened: bool) -> list[Planned]:
    """What is planned or asked for in the words cited and of which a text has a verb, for a plan in
    the past, and a word more; not where these have that verb in the past too."""
    plans = [one for text in theirs for one in planned(text, language)]
    asks = [one for text in theirs for one in asked(text, language)]
    if not (plans or asks):
        return []
    around = [text for text, _ in said.rests.around]
    forms = {word for text in around for word in WORDS.findall(fold(text).lower())}
    to_come = {form for one in (*plans, *asks) for form in one.forms}
    known = {
        one
        for text in around
        for word, some in told_as_done(text, language).items()
        for one in some
        if word not in to_come
    }
    done = told_as_done(said.text, language)
    if is_past(said.text, language):
        forms -= to_come
    past = {one for word, some in done.items() if word not in forms for one in some} - known
    told = all_of(said.text, language)
    verbs = [(one, past & one.stems) for one in plans]
    if happened:
        verbs += [(one, {*told} & one.verbs - known) for one in plans]
    verbs += [(one, (past | told) & one.verbs - known) for one in asks]
    return [one for one, some in verbs if some and (one.stems <= some or told & (one.stems - some))]
