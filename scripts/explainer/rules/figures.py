"""The rules on what a number counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..text.folding import fold
from ..text.mentions import Names
from ..text.naming import NAMING
from ..text.passages import Passages
from ..text.quantities import find_quantities, readable
from ..text.quantity import Quantity
from ..text.units import is_currency, is_measure, unit_lists, unit_of, units_in, with_percent
from ..text.voices import Sentence
from ..text.words import are_forms, stem
from ..topic.agents import Person
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Figure
from ..topic.problems import Problem
from ..topic.roles import OUTSIDE, Mark, having, values
from ..topic.site import Site
from .common import WORDS, names_of, of_class, published_agents, sentences_around
from .own_name import NAMING_FIELDS, OwnName
from .own_number import OwnNumber, own_number
from .own_words import written_language
from .registry import rule
from .voices import agents_names

_GENERIC = frozenset(
    "people persons forces side sides menschen personen personnes personas".split()
)
_TO_ONE = re.compile(r"to \d")
_DATED = re.compile(r"\d")
_ARTICLES = frozenset(["an"])  # a year in French
_RATIO = re.compile(r"[:/]|\b(?:to|zu|à|a|pour)\b", re.I)
_RATE = re.compile(r"\b(?:per|an?|each|every|pro|je|par|por|al|cada|chaque) \w+$")
_AT_NIGHT = re.compile(
    r"(?i)\b(?:la nuit|(?:at|by|in the) night|on foot|(?:in der|bei) nacht|nachts|de noche)\b"
)
# What is said of those who say it themselves: X said that he had.
_OF_THEM = re.compile(
    r"(?i)\b(?:s?he|his|her|er|sie|seine?[nmrs]?|ihre?[nmrs]?|ils?|elles?|son|sa|ses|él|ella|sus?)\b"
    r"|\bque (?:ya |no )?(?:ha|había|tiene|tenía)\b"
)
_NO_KIND = re.compile(  # what is not there, and nobody's fate; and no time that is counted
    r"(?i)\bmissing (?=[a-z])|\bat home\b|\bhalf[- ]year"
    r"|\b(?:last|this|previous|letzte[nsm]?|vorige[nsm]?|vergangene[nsm]?|diese[nsm]?)"
    r" (?:year|month|week|jahr|monat|woche)s?\b"
    r"|\b(?:an|année|mois|semaine|año|mes"
    r"|semana) (?:derni(?:er|ère)|passée?|pasad[oa]|anterior|précédente?)\b"
)


@rule(whole=False)
def counted_as_said(site: Site) -> Iterator[Problem]:
    """What a number counts is in the words of its sentence or of a reference that it names, or is
    marked as inferred: its unit, some word of its measure and period, and every unit, kind of
    people, person and organisation that they or its population name; who only says so is none of
    these. Its unit is what stands by the number, or what was counted before and goes on to be, and
    no noun of another number; its period is that of its own clause. Its measure, label and
    population take no word from the clause of another number, what that counts, what became of it,
    where or when, and say nothing contrary to the own one: a fall, where it rose, what is against,
    a price, of months, a rise, of what it came to, all, of a part. Some word of its population is
    in the source. What is inferred names no unit or kind of people but those that the sentence
    counts, all of them."""
    names = agents_names(site)
    stems = {stem(w) for a in published_agents(site) for n in names_of(a) for w in WORDS.findall(n)}
    for figure in of_class(site, Figure):
        sentences = [*sentences_around(site, figure.id)]
        if figure.draft or not sentences:
            continue
        own = own_number(site, figure)
        known = _Words(site, figure, sentences, names, own)
        if (
            wrong := ""
            if figure.worked_out
            else known.kinds(_AT_NIGHT.sub(" ", fold(figure.label)))
        ):
            yield site.problem(figure.id, ("label",), wrong, "say what the sentence counts")
        beside = "" if "unit" in site.topic.doubtful.get(figure.id, ()) else _beside(site, figure)
        if beside:
            help = "write the unit that the sentence has beside the number"
            yield site.problem(figure.id, ("unit",), beside, help, figure.unit)
        told = dict(_of_others(figure, own, bool(beside))) if own else {}
        if own and own.language.code in NAMING and written_language(site).code in NAMING:
            told |= _named_wrongly(figure, OwnName(own, written_language(site)), told)
        for field, wrong in told.items():
            if field not in site.topic.doubtful.get(figure.id, ()):
                help = _of_its_own(field, wrong, own.counts if own else "")
                yield site.problem(figure.id, (field,), wrong, help, getattr(figure, field))
        for field, wrong in known.wrongly_inferred(figure):
            if field in told:
                continue
            help = (
                "what is inferred adds no other unit or kind of people to what the sentence counts"
            )
            yield site.problem(figure.id, (field,), wrong, help, getattr(figure, field))
        for field in having(Figure, Mark.COUNTED):
            text = getattr(figure, field)
            unread = "inferred" in site.topic.doubtful.get(figure.id, ())
            if text == NOT_STATED or field in figure.inferred or unread:
                continue
            if (field == "unit" and beside) or field in told:
                continue
            if wrong := known.wrong(field, fold(text), stems):
                yield site.problem(figure.id, (field,), *_unsaid(known, figure, field, wrong), text)


def _unsaid(known: _Words, figure: Figure, field: str, wrong: str) -> tuple[str, str]:
    """What is wrong with words that the sentence does not say, and how to fix it."""
    if field == "unit" and known.own and known.own.is_ratio:
        wrong = f'"{figure.value_text}" is a ratio, and no number of "{figure.unit}"'
        return wrong, _of_its_own(field, wrong, "")
    concluded = figure.model_copy(update={"inferred": (*figure.inferred, field)})
    help = "write what the sentence says"
    if field not in {name for name, _ in known.wrongly_inferred(concluded)}:
        all_of_it = ", ".join(concluded.inferred)
        help += f"; if you conclude it, say so with a line inferred: [{all_of_it}]"
    return wrong, help


def _of_its_own(field: str, wrong: str, counts: str) -> str:
    """What to write in the place of what is another number's."""
    if field == "unit" and "is a ratio" in wrong:
        return "write unit: to 1"
    if field == "value_text":
        return "make a figure of each"
    said = f", as {counts}" if field == "unit" and counts else ""
    return f"write what the sentence says of this number{said}"


def _of_others(figure: Figure, own: OwnNumber, beside: bool) -> Iterator[tuple[str, str]]:
    """The fields of a figure that say what its sentence says of others than its number."""
    ratio = figure.value_against is None and _RATIO.search(figure.value_text)
    if _TO_ONE.match(figure.unit) and not ratio:
        yield "unit", f'"{figure.value_text}" is no ratio'
    for field, wrong_in in (("unit", own.wrong_unit), ("period", own.wrong_period)):
        text = fold(getattr(figure, field))
        skip = text == NOT_STATED or (field == "unit" and (beside or _TO_ONE.match(text)))
        concluded = [True] if field == "period" and field in figure.inferred else []
        if not skip and (wrong := wrong_in(text, *concluded)):
            yield field, wrong
    said = (figure.unit, figure.period, figure.measure, figure.label, figure.population)
    if left_out := own.rate_left_out(*map(fold, said)):
        yield "unit", f'the sentence counts "{left_out}"'
    if figure.value_max is not None and own.changed():
        yield "value_text", f'"{figure.value_text}" is no range: it went from the one to the other'


def _named_wrongly(figure: Figure, own: OwnName, told: dict[str, str]) -> dict[str, str]:
    """The measure, label and population of a figure that name another number, or the contrary."""
    found = {}
    for field in NAMING_FIELDS:
        text = fold(getattr(figure, field))
        if text != NOT_STATED and field not in told:
            found[field] = own.wrong(text, field, figure.unit, field in figure.inferred)
    if "period" not in told:
        found["period"] = own.wrong_side(fold(figure.period))
    return {field: wrong for field, wrong in found.items() if wrong}


@lru_cache(256)
def _stems_of(passages: Passages) -> frozenset[str]:
    """The words of a source, by how they begin."""
    return frozenset(map(stem, passages.vocabulary))


class _Words:
    """The words that bear out what a figure counts."""

    def __init__(
        self, site: Site, figure: Figure, sentences: list[str], names: Names, own: OwnNumber | None
    ):
        language = written_language(site)
        kept = [_without_who_says_so(Sentence(text, names, language)) for text in sentences]
        self.named = {stem(word) for text in kept for word in WORDS.findall(text)}
        of_sayers = bool(own and own.one.age) or any(map(_OF_THEM.search, sentences))
        self.whom = {stem(word) for text in sentences for word in WORDS.findall(text)}
        self.whom = self.whom if of_sayers else self.named
        self.lists = [units - _elsewhere(own) for text in kept for units in unit_lists(text)]
        self.lists = [units for units in self.lists if len(units) > 1]
        named = (site.topic.records.get(name) for name in figure.references)
        kept += [str(v) for r in named if r for _, v, _ in values(r, OUTSIDE)]
        self.units = units_in(readable(" ".join((*kept, figure.value_text)), language))
        self.units |= units_in("years") if own and own.may_be_age else frozenset()
        self.people = [fold(one.name) for one in published_agents(site) if isinstance(one, Person)]
        self.own, self.words = own, {w.lower() for text in kept for w in WORDS.findall(text)}
        self.stems = {stem(word) for text in kept for word in WORDS.findall(text)}
        sources = {placed.source for placed in site.evidence.of(figure.id)}
        self.around = [_stems_of(site.topic.sources[name].passages) for name in sources]

    def wrong(self, field: str, text: str, names: set[str]) -> str:
        """What is wrong with a text; empty if nothing is."""
        said = WORDS.findall(with_percent(text))
        words = [w for w in said if len(w) > 3 and w.lower() not in _GENERIC]
        if wrong := self.kinds(text, together=field == "measure"):
            return wrong
        if field == "unit" and (wrong := self._signs(text)):
            return wrong
        full = {stem(word) for name in self._in_full(text) for word in WORDS.findall(name)}
        for word in words:
            named = word[:1].isupper() and stem(word) in names
            said_of = self.whom if field == "population" else self.named
            if named and stem(word) not in said_of | full:
                return f'the sentence does not say that this is about "{word}"'
        if not words or _TO_ONE.match(text) or (field == "period" and _DATED.search(text)):
            return ""
        if field == "period" and self.own and self.own.says_time(text):
            return ""
        near = self.around if field == "population" else [self.stems]
        borne_out = [
            w
            for w in words
            if any(stem(w) in some for some in near)
            or unit_of(w) is not None
            or any(are_forms(w, said) for said in self.words)
        ]
        if not borne_out or (field == "unit" and len(borne_out) < len(words)):
            where = "the source" if field == "population" else "the sentence"
            return f"no word of this {field} is in {where}"
        return ""

    def _in_full(self, text: str) -> Iterator[str]:
        """The full names in a text of people whom the sentence names by the last word of theirs,
        which is nobody else's."""
        for name in self.people:
            *first, last = WORDS.findall(name)
            theirs = [one for one in self.people if one.endswith(last)]
            if first and name in text and stem(last) in self.named and theirs == [name]:
                yield name

    def _signs(self, text: str) -> str:
        """What is wrong with the signs and short words of a unit ($, %, kg), which in other texts
        may be no units."""
        words = re.findall(rf"{WORDS.pattern}|[^\w\s]", text)
        for word in words:
            own = len(word) < 4 and (len(words) == 1 or word.lower() not in _ARTICLES)
            if own and (unit := unit_of(word)) is not None and unit not in self.units:
                return f'"{word}" is not what the sentence counts'
        return ""

    def wrongly_inferred(self, figure: Figure) -> Iterator[tuple[str, str]]:
        """The fields that are marked as inferred and hold nothing, or what the sentence denies."""
        for i, field in enumerate(figure.worked_out):
            text = fold(getattr(figure, field))
            if field in figure.worked_out[:i]:
                yield field, f"{field} is marked as inferred twice"
            elif text == NOT_STATED:
                yield field, f"{field} is {NOT_STATED}, and cannot be inferred"
            elif self.units or field == "measure":
                signs = self._signs(text) if self.units and field == "unit" else ""
                if wrong := self.kinds(text) or signs:
                    yield field, wrong

    def kinds(self, text: str, together: bool = True) -> str:
        """What is wrong with the units and kinds of people that a text names."""
        for word in WORDS.findall(with_percent(_NO_KIND.sub(" ", text))):
            unit = unit_of(word)
            own = word.lower()  # Jahr is said by Dienstjahr
            said = any(are_forms(own, w) or w.endswith(own) for w in self.words)
            generic = len(own) < 4 or own in _GENERIC or said
            if unit is not None and unit not in self.units and not generic:
                return f'"{word}" is not what the sentence counts'
        counted = units_in(text)
        if together and any(counted & some and some - counted for some in self.lists):
            return "the sentence counts others together with these"
        return ""


def _elsewhere(own: OwnNumber | None) -> frozenset[int]:
    """The units that a sentence has in the clauses of other numbers alone."""
    if own is None:
        return frozenset()
    regions = (units_in(own.text[slice(*one.region)]) for one in own.others)
    return frozenset().union(*regions) - units_in(own.text[slice(*own.one.region)])


def _beside(site: Site, figure: Figure) -> str:
    """What is wrong with the unit of a figure whose number has another beside it; empty if nothing
    is. Where none is right beside it any of the sentence may be meant: up from 12."""
    if figure.id not in site.evidence.numbers or figure.unit == NOT_STATED:
        return ""
    source, span = site.evidence.numbers[figure.id]
    passages = site.topic.sources[source].passages
    place = passages.sentence_at(span.start)
    text = passages.text[place.start : max(place.end, span.end)]
    read, at = readable(text, passages.language), span.start - place.start
    here = [
        q
        for q in find_quantities(read, passages.language)
        if figure.value in q.values or (q.start <= at + 1 and at < q.end)
        if len(read) != len(text) or (q.start < span.end - place.start and at < q.end)
    ]
    own = units_in(_RATE.sub("", with_percent(fold(figure.unit))))
    if not here or any(_is_counted_in(own, one, read) for one in here):
        return ""
    return f'"{figure.unit}" is not the unit of "{figure.value_text}" in the sentence'


def _is_counted_in(own: frozenset[int], one: Quantity, text: str) -> bool:
    """Whether a number of a text can be counted in some units, by the one beside it."""
    beside, measures = unit_of("%") if one.percent else one.unit, any(map(is_measure, own))
    if beside is None or beside in own:
        return True
    if not is_measure(beside):  # the words say whom it counts; but 12 missing hours are hours
        behind = re.split(r"[\d,;.:]", text[one.end : one.end + 40])[0]
        return not measures or bool(own & units_in(" ".join(behind.split()[:3])))
    return not (measures or one.percent or is_currency(beside) or own == {unit_of("people")})


def _without_who_says_so(sentence: Sentence) -> str:
    """A sentence without the name of whom it is according to, or who says all of it; whoever admits
    something does so of themselves."""
    text = sentence.text
    for mention in sentence.sayers():
        before, said = text[: mention.start], sentence.words.says.search(text, mention.end)
        if said and said.group().lower().startswith("admit"):
            continue
        if not before.strip(" Tthe") or re.search(r"(?i)according to (?:the )?$", before):
            text = before + "\0" * (mention.end - mention.start) + text[mention.end :]
    return text
