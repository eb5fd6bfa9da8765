"""What quotations on pages leave out right beside them: a part of no-dropped-negation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.clauses import bound_left_out, left_out, not_said_again
from ..text.folding import fold
from ..text.polarity import is_negative
from ..text.spans import Cover
from ..text.words import as_in
from ..topic.problems import Problem
from ..topic.site import Site
from .own_words import OwnWords, own_words, quotations_in

_PUT_IN = re.compile(r",\s(?:as\s)?(?:[\w'-]+\s){1,2}[\w'-]+,(?=\W*$)")  # …, as X sees it, “…”
_NEAR = 200  # characters around a quotation in which what weakens it may be said
# What says around a quotation that it holds only for some case, time or people.
_BOUND = re.compile(
    r"\b(?:if|unless|without|until|till|except|only|provided|condition\w*|as long as|otherwise|wenn"
    r"|falls|sofern|ohne|solange|bis|außer|nur|erst|bedingung\w*|si|sans|sauf|tant que|seulement"
    r"|jusqu\w*|pourvu|hormis|sin|salvo|excepto|mientras|sólo|solo|hasta|condición)\b",
    re.I,
)


def left_out_of_quotations(site: Site) -> Iterator[Problem]:
    """The problems of quotations on pages without a word that turns, weakens or bounds them."""
    for own in own_words(site):
        for start, end in quotations_in(site, own.text):
            around = (own.text[max(start - _NEAR, 0) : start], own.text[end : end + _NEAR])
            if dropped := _left_of_quotation(site, own, fold(own.text[start:end]), around):
                yield own.problem(
                    f'this quotation leaves out "{dropped}", without which it may say something'
                    " else",
                    "quote these words too, or say it in your own words",
                    own.text[start:end],
                )


def _left_of_quotation(site: Site, own: OwnWords, words: str, around: tuple[str, str]) -> str:
    """The first word that turns a quotation round, or weakens it and is not said around it, or all
    that bounds it right behind (unless …), left out wherever a record that may be drawn on has its
    words; empty if there is one that leaves none out."""
    found = ""
    for name in own.records:
        for placed in site.evidence.of(name):
            passages = site.topic.sources[placed.source].passages
            form = as_in(words.strip(" .,;:–—"), [fold(placed.exact)])
            for place in passages.slices(form):
                if not Cover(placed.spans).touches(place):
                    continue
                left = not_said_again(
                    left_out(passages, (place,)), " ".join(around), passages.language
                )
                left = [word for word in left if not _denied_before(word, around[0])]
                if not left and not _BOUND.search(" ".join(around)):
                    left = [bound] if (bound := bound_left_out(passages, place)) else []
                if not left:
                    return ""
                found = found or left[0]
    return found


def _denied_before(word: str, before: str) -> bool:
    """Whether a text has, in the clause right before a quotation, the word of a source that turns
    it round, and no other that could turn that back: neither of them “is going to”."""
    text = _PUT_IN.sub("", fold(before).lower())
    clause = re.split(r"[.;:!?,(]\s|\s[–—]\s", text)[-1]
    behind = re.search(rf"(?<![\w-]){re.escape(word.lower())}((?:\s[\w'-]+){{0,4}})\W*$", clause)
    if behind is None:
        return False
    rest = behind[1].replace(" nor ", " ", 1) if word.lower() == "neither" else behind[1]
    return not (is_negative(clause[: behind.start()]) or is_negative(rest))
