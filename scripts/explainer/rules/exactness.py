"""The rule on how exact a number is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.before_after import INSTEAD
from ..text.exactness import qualifiers
from ..text.languages import Language
from ..text.printed import ESTIMATED, Printed
from ..text.quantities import readable
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
    said = [(q.bound, q.by) for q in found if q.bound not in ("", "within", "exact")]
    if not (said or any(figure.value in q.values for q in found)):  # etwa jeder vierte
        bounds = all_at_once(language).wider.bounds
        said = [(how, "") for how in _QUALIFIER if ends_in(bounds.get(how, ()), before)]
    estimated = bool(ESTIMATED.search(text)) and not INSTEAD.search(before)
    if figure.attribution_level == "estimated_by" and not estimated:
        return _NO_ESTIMATE
    if figure.qualifier == "exact":
        if said:
            says = sorted(qualifiers(*said[0]))[0].replace("_", " ")
            return f"the sentence says that this is {says} so many"
        number = site.evidence.numbers[figure.id][1]
        meant = estimated and Printed(site.topic.sources[source].passages, number).estimated()
        if meant and figure.attribution_level != "estimated_by":
            return "the sentence says that this is an estimate"
        return ""
    borne_out = any(figure.qualifier in qualifiers(*one) for one in said)
    if figure.qualifier == "at_most":  # within 18 months
        borne_out = borne_out or any(q.bound == "within" for q in found)
    # une centaine, eine Handvoll … are about so many by themselves
    roughly = estimated or (not said and bool(_ROUGHLY.search(figure.value_text)))
    borne_out = borne_out or (figure.qualifier == "about" and roughly)
    if borne_out or (not said and _beside(figure.qualifier, near, language)):
        return ""
    return f"the sentence does not say that this is {figure.qualifier.replace('_', ' ')} so many"


def _beside(qualifier: str, near: str, language: Language) -> bool:
    """Whether words or a sign near a number, but not right beside it, bear out how exact it is."""
    if re.search("[<>≤≥~≈+]", near):
        return True
    for how, words in all_at_once(language).wider.bounds.items():
        places = re.finditer(rf"(?i){_NO}(?<!\w)(?:{'|'.join(words)})(?!\w)", near)
        if any(qualifier in qualifiers(how, place[0]) for place in places):
            return True
    return False
