"""What is only planned, expected or asked for in the words cited, and told here as done."""

from __future__ import annotations

from ..text.folding import fold
from ..text.languages import Language
from ..text.planned import (
    all_of,
    as_agreed,
    asked,
    happening,
    is_past,
    is_planned,
    is_undecided,
    planned,
    told_as_done,
)
from ..text.polarity import clauses, denied, is_meta, is_open
from ..text.speech import SAYS
from .common import WORDS
from .rests import Said

_SAME = 2  # words that say that it is the same


def only_planned(said: Said, language: Language, happened: bool = False) -> str:
    """The word by which the words cited plan, expect or ask for what a text tells as done; empty
    if there is none. What is said of something that ``happened`` tells it as done in the present
    too."""
    theirs = [text for text, tag in said.rests.exact if tag.code == language.code]
    if not theirs or is_undecided(said.text) or is_meta(said.text):
        return ""
    if any(_is_not(scope.word, language) for scope in denied(said.text, language)):
        return ""
    plain = not (is_planned(said.text, language) or is_open(said.text))
    # Of a sentence that has a plan in one clause, the others tell nothing of it as done either.
    parts = clauses(said.text, language)
    text = ", ".join(p for p in parts if not (is_planned(p, language) or is_open(p)))
    return _told(said._replace(text=text), theirs, language, happened and plain, plain)


def only_asked(said: Said, language: Language) -> str:
    """The word by which the words cited ask something of somebody that a text has them promise or
    be going to do; empty if there is none, or if these words have a promise too."""
    theirs = [text for text, tag in said.rests.exact if tag.code == language.code]
    if not as_agreed(said.text, language):
        return ""
    if any(_is_not(scope.word, language) for scope in denied(said.text, language)):
        return ""
    around = (text for text, tag in said.rests.around if tag.code == language.code)
    if any(as_agreed(part, language) for text in around for part in clauses(text, language)):
        return ""
    told = all_of(said.text, language)
    asking = (one for text in theirs for one in asked(text, language))
    return next((one.word for one in asking if len(told & one.stems) >= _SAME), "")


def _is_not(word: str, language: Language) -> bool:
    """Whether a word that denies does so by itself, and not by how it begins (invoked)."""
    return word in language.negations or word.endswith("n't")


def _told(said: Said, theirs: list[str], language: Language, happened: bool, plain: bool) -> str:
    """By which word the words cited plan or ask for that of which a text has a verb, for a plan in
    the past, and a word more; not where these have that verb in the past too. What was asked for,
    and an event to come told in any other verb, count only where all of a sentence is ``plain``."""
    plans = [one for text in theirs for one in planned(text, language)]
    asking = [one for text in theirs for one in asked(text, language)]
    if not (plans or asking):
        return ""
    around = [text for text, _ in said.rests.around]
    forms = {word for text in around for word in WORDS.findall(fold(text).lower())}
    to_come = {form for one in (*plans, *asking) for form in one.forms}
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
    if plain:
        verbs += [(one, (past | told) & one.verbs - known) for one in asking]
    found = (o for o, some in verbs if some and (o.stems <= some or told & (o.stems - some)))
    if word := next((one.word for one in found), ""):
        return word
    if not all(planned(text, language) for text in theirs):
        return ""
    if happening(said.text, language) and not any(happening(text, language) for text in around):
        return next((one.word for one in plans if told & one.stems), "")
    new = {word for word in done if not SAYS.fullmatch(word) and not done[word] & known}
    return plans[0].word if plain and said.rests.expected and new - forms else ""
