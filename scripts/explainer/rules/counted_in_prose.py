"""The rule on what a page says that a number counts: whose, which losses, over what time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.html import CITES
from ..text.quantities import find_quantities
from ..text.speech import SAYS
from ..text.units import unit_of, units_in
from ..topic.agents import Organisation
from ..topic.apparatus import Reference
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.site import Site, kept
from .cited import before_figures, sentences_cited
from .columns import cells_read
from .common import names_of, of_class, sentences_around
from .known_numbers import reader_of
from .own_words import OwnWords, own_words, written_language
from .registry import rule
from .rows import rows_cited

_STEM = 5  # letters that a people and its country have in common
_LOSSES = frozenset(
    u for w in ("captured", "refugee", "killed", "wounded", "missing") if (u := unit_of(w))
)
_NOUN = (
    r"casualt\w+|loss\w*|dead|toll|troops|soldiers|forces|army|side|share|Verluste|Soldaten|Truppen"
    r"|pertes|soldats"
)
# Whose something is, right before a number: X's casualties at, X has lost, X's at.
_WHOSE = re.compile(
    rf"(?<![\w-])([^\W\d_]+)(?:'s?"
    rf"|’s?)?(?:(?:\s[\w-]+){{0,2}}?\s(?:{_NOUN})(?!\s(?:\w+\s)?(?:{SAYS.pattern}))"
    r"|\s(?:has\s|have\s|had\s)?(?:lost|suffered)\b|\s(?:has|have|had)\s$|(?<=s)\s(?:at|to|as)\b)",
    re.I,
)
_ENDS = re.compile(
    r"\b(?:in|from|since|were|had|have|are|was|has|who|that|and|or|as|by|to|for|on|at|against|than"
    r"|with|after|before|is)\b|[,.;:()|\0]",
    re.I,
)
_SIDE = re.compile(r"\bon the (?=\w+ side\b)")
_CLAUSE = re.compile(r"[;:.(|]|,\s(?!\w+(?:,|\s(?:and|or)\s))")
_YEAR = re.compile(r"\b([a-z]+)\s(?:(?:early|late|mid|[A-Z][a-z]+)[\s-])?((?:1[5-9]|20)\d\d)\b")
_SINCE = ("since", "from", "seit", "depuis")
_OTHERWISE = frozenset(
    "in before until till by during to after through within vor bis während nach avant jusqu en"
    " après".split()
)
_SURELY = re.compile(
    r"\b(counted|established|confirm(?:s|ed)|proved|proves|recorded|documented|verified|zählte"
    r"|belegt)\b",
    re.I,
)
_ESTIMATES = re.compile(
    r"\b(?:estimat|about|around|some|nearly|roughly|almost|schätz|etwa|rund|environ)", re.I
)
_FALLEN = re.compile(
    r"\b(fall|fell|dropp|drop|declin|shr[aiu]nk|sank|sunk|down|dwindl|halv|gesunken|fiel"
    r"|tomb)\w*\s(?:back\s)?(?:to|auf|à)\s(?:[\w,]+\s){0,2}$",
    re.I,
)
_PASS = r"(?:pass|surpass|exceed|reach|top|cross|hit)\w*"
_NOT_PASSED = re.compile(
    rf"\b(not|never|\w+n't|would|will|could|may|might|expect\w*|hop(?:es|ed)|nicht|würden?"
    rf"|werden)\s(?:yet\s|soon\s|have\s|\w+\s\w+\s(?:to\s)?|to\s)?"
    rf"{_PASS}\s(?:the\s|a\s)?$",
    re.I,
)
_THAN = re.compile(
    r"\b(heavier|higher|lower|smaller|larger|greater|bigger|worse|fewer|less"
    r"|more)\sthan\s(?!that\b|this\b|those\b)(?=[A-Z])"
)
_FATE = re.compile(
    r"\b(desert|defect|fled|flee|affect|displac|mobilis|mobiliz|enlist|arrest|evacuat|surrender"
    r"|recruit)\w*",
    re.I,
)
_A_HEAD = re.compile(r"\b(?:per\s|pro\s|par\s)(head|capita|soldier|thousand|Kopf|habitant)\b", re.I)
_RATE = re.compile(
    r"\b(?:an?|per|each|every)\s(year|month|week"
    r"|day)\b(?!\s(?:after|before|ago|later|earlier))|\b(year|month|week|dai)ly\b"
    r"|\bannual(?:ly)?\b",
    re.I,
)


@rule(whole=False)
def counted_in_prose(site: Site) -> Iterator[Problem]:
    """Beside the number of a figure a page names nobody else than those whom it counts (another
    country, or those of another figure), no other kind of losses, and no other time: not in a year
    for since it, nor so many a year where the fact counts them all. What both of two numbers are
    said to count each counts, and neither what neither is."""
    for own in own_words(site):
        cited = own.records if own.shown else ()
        yield from _of_both(site, own)
        figures = any(isinstance(site.topic.records[name], Figure) for name in cited)
        for part in _parts(site, own) if figures else ():
            records = [site.topic.records[name] for name in part.records]
            if any(isinstance(record, Reference) for record in records):
                continue
            for figure in records:
                wrong = _wrong(site, part, figure) if isinstance(figure, Figure) else ""
                if wrong:
                    yield part.problem(
                        f'{wrong} ("{figure.id}")',
                        "say whom and what it counts, and over what time, as the fact has it",
                        part.text[:160],
                    )


# What is said of both of two numbers: both include the captured.
_BOTH = re.compile(
    r"\b(?:(both|each|beide|les deux|amb[oa]s|l[oa]s dos)|(neither|keine|aucun|ningun[oa]?))\b"
    r"[^.;:?]{0,40}?\b(?:includ|count|cover|compris|zähl|umfass|enth[aä]lt|compt|inclu|cuent|abarc)\w*(.*)",
    re.I,
)


def _of_both(site: Site, own: OwnWords) -> Iterator[Problem]:
    """The problems of sentences that say of two figures cited that both, or neither, count losses
    of a kind that one of them does not, or does."""
    for part in sentences_cited(site, own.shown) if own.shown and own.records else ():
        names = [n for n in dict.fromkeys(part.cites or own.records) if n in site.topic.records]
        figures = [r for n in names if isinstance(r := site.topic.records[n], Figure)]
        said = _BOTH.search(part.marked)
        if not said or len(figures) != 2 or part.text.endswith("?"):
            continue
        kinds = units_in(_CLAUSE.split(said[3])[0]) & _LOSSES
        for figure in figures:
            counted = units_in(f"{figure.measure} {_about(site, figure)}")
            if (said[1] and kinds - counted) or (said[2] and kinds & units_in(figure.measure)):
                word = (said[1] or said[2]).lower()
                yield own.problem(
                    f'this is said of "{word}", and not what "{figure.id}" counts'
                    f" ({figure.measure})",
                    "say of each number what it counts, as its fact has it",
                    part.text[:160],
                )
                break


def _parts(site: Site, own: OwnWords) -> Iterator[OwnWords]:
    """The sentences of a paragraph that cite one figure; of others the words before each."""
    several = False
    for part in sentences_cited(site, own.shown):
        cites = [name for name in part.cites if name in site.topic.records]
        figures = {n for n in cites if isinstance(site.topic.records[n], Figure)}
        several = several or len(figures) > 1
        if len(figures) == 1:
            yield own._replace(text=part.text, records=cites)
    if several:
        yield from before_figures(site, own)
    for part in rows_cited(site, own):
        cites = [name for name in part.cites if name in site.topic.records]
        if sum(isinstance(site.topic.records[n], Figure) for n in cites) == 1:
            yield own._replace(text=part.text, records=cites)
    for cell in cells_read(site, own):
        if sum(isinstance(site.topic.records[n], Figure) for n in cell.records) == 1:
            yield cell


def _wrong(site: Site, part: OwnWords, figure: Figure) -> str:
    """What a text says that a figure's number counts, and it does not; empty if nothing."""
    text = reader_of(site).text(part)[0]
    language = written_language(site)
    for quantity in find_quantities(text, language):
        if figure.value in quantity.values:
            before, behind = text[: quantity.start], text[quantity.end :]
            return (
                _of_others(site, figure, before, behind)
                or _otherwise(site, figure, before, behind, _figures_cited(site, part) > 1)
                or _other_losses(site, figure, behind)
                or _other_time(site, figure, part.text, behind)
            )
    return ""


def _of_others(site: Site, figure: Figure, before: str, behind: str) -> str:
    """Others than a figure counts, named as those whom its number counts."""
    theirs, others = _named(site, figure)
    noun = re.findall(r"[^\W\d_]+", _ENDS.split(_SIDE.sub("", behind))[0])[:4]
    stems = {word[:_STEM].lower() for word in noun}
    if stems & theirs:
        return ""
    if not stems & others:
        before = re.split(r";|\0", before)[-1]
        cells = [c.strip() for c in before.split("|")] if "|" in before else []
        whose = [w for m in _WHOSE.finditer(before) for w in re.findall(r"[^\W\d_]+", m.group())]
        whose = whose or [c for c in cells if " " not in c]
        whose = [w for w in whose if w[:_STEM].lower() in theirs | others]
        if not whose or whose[-1][:_STEM].lower() in theirs:
            return ""
        return f'"{whose[-1]}" are not those whom this number counts'
    return f'"{" ".join(noun)}" are not those whom this number counts'


@kept(256)
def _named(site: Site, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
    """How the names of the countries begin whose people a figure counts, and those of others."""
    own = _stems(f"{figure.population} {figure.label}")
    countries = [
        _stems(" ".join(names_of(one)))
        for one in of_class(site, Organisation)
        if one.type == "state" and not one.draft
    ]
    theirs = frozenset[str]().union(*(some for some in countries if some & own))
    return theirs, frozenset[str]().union(*countries) - theirs if theirs else frozenset()


def _stems(words: str) -> frozenset[str]:
    return frozenset(w[:_STEM].lower() for w in re.findall(r"[^\W\d_]{4,}", words))


def _about(site: Site, figure: Figure) -> str:
    """All that says what a figure counts."""
    around = " ".join(sentences_around(site, figure.id))
    return f"{figure.label} {figure.measure} {figure.population} {figure.period} {around}"


def _other_losses(site: Site, figure: Figure, behind: str) -> str:
    """Losses of another kind than a figure counts: captured for killed or wounded."""
    counted = units_in(_about(site, figure)) & _LOSSES
    clause = _CLAUSE.split(behind)[0]
    if counted and (units_in(clause) & _LOSSES) - counted:
        return f'"{clause.strip()[:60]}" is not what this number counts'
    return ""


def _figures_cited(site: Site, part: OwnWords) -> int:
    cited = {name for name in CITES.findall(part.shown) if name in site.topic.records}
    return sum(isinstance(site.topic.records[name], Figure) for name in cited)


def _otherwise(site: Site, figure: Figure, before: str, behind: str, several: bool) -> str:
    """Another way of having a number: counted for estimated, fallen to it, not or yet to pass it,
    or more than somebody else's, where no other is cited."""
    about = _about(site, figure)
    clause = re.split(r"[;:.]|, (?:and|but|while) ", before)[-1]
    rest = _CLAUSE.split(behind)[0]
    told = (
        _SURELY.search(clause)
        if figure.attribution_level == "estimated_by" and not _ESTIMATES.search(before + behind)
        else None
    )
    if not several and (than := _THAN.search(behind)) and not _says(than[1], about):
        return f'"{than.group()}" compares this number with one that is not cited here'
    for found in (
        told,
        *(one.search(clause) for one in (_FALLEN, _NOT_PASSED)),
        _FATE.search(rest),
    ):
        if found and not _says(found.group(1), about):
            return f'"{found.group().strip()}" is not how the fact has this number'
    return ""


def _says(word: str, about: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word[:_STEM])}(?!_)", about, re.I) is not None


def _other_time(site: Site, figure: Figure, text: str, behind: str) -> str:
    """Another time than a figure counts: in a year for since it, or a rate for a sum."""
    about = _about(site, figure)
    told = {(m[1].lower(), m[2]) for m in _YEAR.finditer(about)}
    for match in _YEAR.finditer(text):
        when, year = match[1].lower(), match[2]
        since = any((one, year) in told for one in _SINCE)
        if since and when in _OTHERWISE and (when, year) not in told:
            return f'this number is not of the time "{match.group()}"'
    rate = _RATE.search(_CLAUSE.split(behind)[0]) or _A_HEAD.search(text)
    if rate:
        unit = next(filter(None, rate.groups()), "year").lower()
        if not re.search(rf"\b{unit}|{'annual' if unit == 'year' else unit}", about, re.I):
            return f'this number is not one "{rate.group()}"'
    return ""
