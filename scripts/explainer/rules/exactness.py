"""The rule on how exact a number is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.printed import ESTIMATED, Printed
from ..text.quantities import readable, says_less
from ..text.wider_words import WIDER, all_at_once
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.site import Site
from .common import of_class
from .exactly import ends_in, other_side, stretch
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
            for name, wrong in other_side(figure, text, site, source).items():
                help = "write what the sentence says of this number"
                yield site.problem(figure.id, (name,), wrong, help, getattr(figure, name))
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
    may = ["at_least", "more_than", "at_most", "less_than", "about"]
    may = may if ESTIMATED.search(text) else ["exact", *may]
    changed = [(one, figure.model_copy(update={"qualifier": one})) for one in may]
    hold = [one for one, copy in changed if not _otherwise(copy, text, site, source)]
    hold = [one for one in hold if (one, "less_than") != ("at_most", hold[-1])]
    return f"{' or '.join(hold or may)}, as the sentence does"


def _otherwise(figure: Figure, text: str, site: Site, source: str) -> str:
    """What a sentence says of how exact a number is, where the figure says something else."""
    language = site.topic.sources[source].passages.language
    tag = site.topic.sources[source].record.language.split("-")[0].lower()
    if tag not in WIDER:
        return ""
    near, found, before = stretch(figure, text, site, source)
    said = [q.bound for q in found if q.bound not in ("", "within", "exact")]
    if not (said or any(figure.value in q.values for q in found)):  # etwa jeder vierte
        bounds = all_at_once(language).wider.bounds
        said = [how for how in _QUALIFIER if ends_in(bounds.get(how, ()), before)]
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
    if wanted == "less_than":
        if not says_less(near):
            return "the sentence does not say that this is less than so many"
        wanted = "at_most"
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
