"""The rule on how exact a number is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.printed import ESTIMATED, Printed
from ..text.quantities import find_quantities, readable
from ..text.quantity import Quantity
from ..text.wider_words import WIDER, all_at_once
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.site import Site
from .common import of_class
from .registry import rule

_ROUGHLY = re.compile(
    r"\b(?:dizaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|millier"
    r"|decena|quincena|veintena|centenar|millar)",
    re.I,
)
_NOT_MORE = re.compile(
    r"(?i)\b(at least|no (fewer|less) than|mindestens|wenigstens|nicht weniger als|au moins"
    r"|al menos|por lo menos)\b"
)
_NO = r"(?<!\bno )(?<!\bnot )(?<!\bnever )(?<!\bpas )(?<!\bnicht )"  # no more than
_NO_ESTIMATE = "the sentence does not say that this is an estimate"
_QUALIFIER = {"least": "at_least", "most": "at_most", "near": "about", "about": "about"}


@rule(whole=False)
def exact_as_said(site: Site) -> Iterator[Problem]:
    """How exact a number is, is what its sentence says: at least, at most or about where that has
    such a word (more than, surpassed, up to, nearly, estimated), exact where it has none."""
    for figure in of_class(site, Figure):
        if not figure.draft and figure.id in site.evidence.numbers:
            source, span = site.evidence.numbers[figure.id]
            passages = site.topic.sources[source].passages
            place = passages.sentence_at(span.start)
            text = readable(passages.text[place.start : place.end], passages.language)
            if message := _otherwise(figure, text, site, source):
                estimate = message == _NO_ESTIMATE
                field = "attribution_level" if estimate else "qualifier"
                help = f"write {_as_the_sentence_does(figure, text, site, source)}"
                yield site.problem(
                    figure.id,
                    (field,),
                    message,
                    "write stated_by, or claimed_by" if estimate else help,
                    getattr(figure, field),
                    passages.words(place.start, place.end)[:160],
                )


def _as_the_sentence_does(figure: Figure, text: str, site: Site, source: str) -> str:
    """How exact a sentence says that a number is: what of it would hold."""
    may = ["at_least", "more_than", "at_most", "about"]
    may = may if ESTIMATED.search(text) else ["exact", *may]
    changed = [(one, figure.model_copy(update={"qualifier": one})) for one in may]
    hold = [one for one, copy in changed if not _otherwise(copy, text, site, source)]
    return f"{' or '.join(hold or may)}, as the sentence does"


def _otherwise(figure: Figure, text: str, site: Site, source: str) -> str:
    """What a sentence says of how exact a number is, where the figure says something else."""
    language = site.topic.sources[source].passages.language
    tag = site.topic.sources[source].record.language.split("-")[0].lower()
    if tag not in WIDER:
        return ""
    near, found = _stretch(figure, text, site, source)
    said = [q.bound for q in found if q.bound not in ("", "within", "exact")]
    estimated = bool(ESTIMATED.search(text))
    if figure.attribution_level == "estimated_by" and not estimated:
        return _NO_ESTIMATE
    if figure.qualifier == "exact":
        if said:
            return f"the sentence says that this is {_QUALIFIER[said[0]].replace('_', ' ')} so many"
        number = site.evidence.numbers[figure.id][1]
        meant = estimated and Printed(site.topic.sources[source].passages, number).estimated()
        if meant and figure.attribution_level != "estimated_by":
            return "the sentence says that this is an estimate"
        return ""
    if (wanted := figure.qualifier) == "more_than":  # a bound too, that leaves the number out
        if _NOT_MORE.search(near):
            return "the sentence says at least, which may be just so many"
        wanted = "at_least"
    hows = [how for how, qualifier in _QUALIFIER.items() if qualifier == wanted]
    words = [word for how in hows for word in all_at_once(language).wider.bounds.get(how, ())]
    borne_out = any(_QUALIFIER.get(bound) == wanted for bound in said)
    if wanted == "at_most":  # within 18 months
        borne_out = borne_out or any(q.bound == "within" for q in found)
    # une centaine, eine Handvoll … are about so many by themselves
    roughly = estimated or bool(_ROUGHLY.search(figure.value_text))
    borne_out = borne_out or (figure.qualifier == "about" and roughly)
    beside = rf"(?i){_NO}(?<!\w)(?:{'|'.join(words)})(?!\w)|[<>≤≥~≈+]"
    if borne_out or (not said and re.search(beside, near)):
        return ""
    return f"the sentence does not say that this is {figure.qualifier.replace('_', ' ')} so many"


def _stretch(figure: Figure, text: str, site: Site, source: str) -> tuple[str, list[Quantity]]:
    """The words of a sentence around a figure's number, up to those before and behind it and the
    marks between them, and what quantity it is."""
    passages, span = site.topic.sources[source].passages, site.evidence.numbers[figure.id][1]
    place = passages.sentence_at(span.start)
    found = find_quantities(text, passages.language)
    own = [q for q in found if figure.value in q.values]
    start, end = (own[0].start, own[0].end) if own else (0, len(text))
    if len(text) == place.end - place.start:
        start, end = span.start - place.start, span.end - place.start
        own = [q for q in found if q.start < end and start < q.end]
    before = max((q.end for q in found if q.end <= start), default=0)
    following = next((q for q in found if q.start >= end), None)
    behind = following.start if following else len(text)
    if following and following.bound:  # 900 children in less than ten minutes
        behind = end
    marks = r"[;:]" if not before else r"[,;:]"
    first = before + max((m.end() for m in re.finditer(marks, text[before:start])), default=0)
    last = re.search(r"[,;:]|\s(?:and|und|et|y|e)\s", text[end:behind])
    return text[first : end + last.start() if last else behind], own
