"""The rules on how sure a source is, and what is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.coming import coming_in, weekday_to_come
from ..text.days import day_of
from ..text.folding import fold
from ..text.polarity import denied, stems
from ..text.spans import Span
from ..text.speech import SAYS
from ..text.tenses import dated_to_come
from ..text.time_clauses import clauses_of_time
from ..text.units import unit_lists, units_in
from ..text.voices import Sentence
from ..text.words import when_needed
from ..topic.evidence import Placed
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Cell, Claim, Comparison, Event, Figure, Position
from ..topic.problems import Problem
from ..topic.record import Fact
from ..topic.roles import Key
from ..topic.site import Site
from .belonging import related
from .common import of_class, sentences_around
from .dropped import as_long
from .known_dates import issued_of
from .registry import rule
from .voices import agents_names

_HEDGE = re.compile(
    r"\b(?:(?:appear|seem)(?:s|ed)? (?:to|likely|that|as)|likely|unlikely|supposed(?:ly)?"
    r"|reportedly|allegedly|apparently|probably|possibly|perhaps|would|might|may|(?<!than )expected"
    r"|wahrscheinlich|vermutlich|möglicherweise|vielleicht|angeblich|könnten?|würden?|dürften?"
    r"|scheint|schien|probablement|peut-être|pourrai(?:en)?t|serai(?:en)?t|semblai?t?|apparemment"
    r"|probablemente|quizás?|acaso|podrían?|serían?|parecen?|parecía|supuestamente|presuntamente)\b"
)
_THAT = re.compile(r"\b(?:that|dass|que|who|which|qui)\b", re.I)
_TO_COME = re.compile(
    r"\b(?:(?:is|are) (?:expected|planned|scheduled|due|set|slated)|will|plans? to"
    r"|(?:was|were) (?:expected|planned|scheduled|due|set|slated) to|sollten?|devai(?:en)?t"
    r"|(?:is|are) to (?:meet|hold|visit|travel|begin|start|take place|speak|be)"
    r"|soll(?:en)?|doit|doivent|prévue?s?|deben?|previst[oa]s?)\b"
)
# Before "plan to" or "plans to": it is a noun, and what is planned is not what happens. The council
# plans to, and ministers plan to, with a verb.
_NOUN = (
    r"\b(?:an?|the|its|his|her|their|our|any|no|this|that|these|those|such|new|of|on|against|with|by"
    r"|for|up|out|down|over|\w+'s|\w+s'|[a-z]+ed)"
)
_A_PLAN = {
    "plan": re.compile(rf"{_NOUN}(?: [\w'-]*[^s\s])? $", re.I),
    "plans": re.compile(rf"{_NOUN}(?: [a-z]+(?:al|ial|ed|ous|ive))? $", re.I),
}
# What is said beside a noun is not said of the sentence: Pläne, nach denen sie schließen soll.
_BESIDE = re.compile(
    r",\s(?:[a-zäöüß]+ )?(?:denen|dem|den|deren|dessen|die|der|das|welche[nmrs]?|wonach)\s[^,.;:]*"
)
EXPECTED = when_needed(
    r"expect|plan|schedul|slated|\b(?:will|due|set to|to be|to \w+ (?:with|in|on|at)|would|could"
    r"|(?-i:may)|might|next|coming|upcoming|forthcoming|going to|shall|are to|is to|was to"
    r"|were to)\b|invit|intend|hope|promis|threat|announc|'ll\b|erwart|geplant|\bsoll|\bwird\b"
    r"|\bwerden\b|künftig"
    r"|nächst|kommend|attend|prév|\bdoit|\bdoivent|\bva\b|\bvont\b|prochain|\w+ra(?:it|ient|i|s)?\b"
    r"|previst|espera|próxim|\bdeben?\b|\bva a\b|\bvan a\b|\w+r(?:á|án|ía|ían)\b",
    re.I,
)
_ESTIMATED = re.compile(r"\bestimate[sd]?(?: that| at)?(?: \w+){0,2}\s?$")
_FOR = ("for", "was_for", "appears_for")
_SINCE = re.compile(r"\b(?:since|seit|depuis|desde)(?: \w+)? ([12]\d{3})\b")
_APPEARS = re.compile(
    r"appear|seem|apparent|likely|probabl|perhaps|suggest|\bmay\b|\bmight\b|hint|schein|schien"
    r"|offenbar|wohl|sembl|paraî|peut-être|parec|quizá|aparent",
    re.I,
)
_IF = re.compile(
    r"\b(?:if|unless|provided|providing|only|until|once|condition\w*|in (?:return|exchange)|as long"
    r"|so long|depend\w*|requir\w*|would|wenn|falls|sofern|nur|bedingung\w*|solange|würden?|si"
    r"|condition|à moins|seulement|sauf|tant que|pourvu|condici\w+|a menos|salvo|siempre que)\b",
    re.I,
)


@rule(whole=False)
def hedge_kept(site: Site) -> Iterator[Problem]:
    """What a source only holds for likely is no fact: where the words of evidence, or those around
    what is highlighted in them, have a hedge before anybody else says something (likely, appeared
    to, would), the kind is analysis or claim; so it is, where they all say that it was to come."""
    for name, key, holder, pieces in statements(site):
        hedges = [_hedge(site, placed) for placed in pieces]
        to_come = [_to_come(site, placed) for placed in pieces]
        if holder.kind == "fact" and pieces and all(to_come) and not all(hedges):
            yield site.problem(
                name,
                (*key, "kind"),
                f'"{to_come[0]}" says that this was still to come, and no fact',
                "make an event of it, with status: expected; or write kind: claim and attribution:"
                " if somebody says so, kind: analysis if the source does",
                pieces[0].exact,
            )
        if holder.kind == "fact" and pieces and all(hedges):
            yield site.problem(
                name,
                (*key, "kind"),
                f'"{hedges[0]}" says that this is not sure, and no fact',
                "write kind: analysis, or claim: with attribution:; or put highlight: under"
                " evidence:, with the words in it that are sure",
                pieces[0].exact,
            )


def statements(site: Site) -> Iterator[tuple[str, Key, Claim | Cell, list[Placed]]]:
    """Each statement that is published, with its words."""
    for claim in of_class(site, Claim):
        if not claim.draft:
            yield claim.id, (), claim, site.evidence.of(claim.id, "evidence")
    for row in of_class(site, Comparison):
        for option, cell in row.cells.items() if not row.draft else ():
            at = ("cells", option)
            yield row.id, at, cell, site.evidence.of(row.id, *at, "evidence")


def _by_another(text: str) -> int:
    """Where in a text begins what another says, or what is said of another; its end if nothing
    does."""
    return min((m.start() for m in (SAYS.search(text), _THAT.search(text)) if m), default=len(text))


def _hedge(site: Site, placed: Placed) -> str:
    """The hedge of some words, or of what is highlighted in them; empty if there is none."""
    passages = site.topic.sources[placed.source].passages
    texts = [fold(words) for words in placed.highlight]
    texts = texts or [" ".join(as_long(passages, span) for span in placed.spans)]
    for text in texts:
        if found := _HEDGE.search(text, 0, _by_another(text)):
            return found.group()
    return ""


@rule(whole=False)
def status_borne_out(site: Site) -> Iterator[Problem]:
    """What a source says will be, is expected: where all words of an event say that before anybody
    else says something, its status is. What is expected has such a word in its sentences, or they
    give its date and it is after the day of the source; where the site has one source, it is not
    before the date for which the site holds."""
    newest, alone = site.topic.as_of, len(site.topic.sources) == 1
    for event in of_class(site, Event):
        pieces = site.evidence.of(event.id, "evidence")
        if event.draft or not pieces:
            continue
        if event.status == "happened":
            to_come = [_to_come(site, placed) for placed in pieces]
            to_come = to_come if all(to_come) else [_dated_ahead(site, event)]
            before = "" if all(to_come) else _weekday_ahead(site, event)
            if tells_in_time(site, event) or _tells_what_was(site, event):
                to_come = [""]
            elif before:
                to_come, help = [before], "write status: expected, and the next such day as date:"
            else:
                help = "write status: expected, or take the words that say that it was"
            if all(to_come):
                message = f'"{to_come[0]}" says that this was still to come'
                yield site.problem(event.id, ("status",), message, help, pieces[0].exact)
        elif tells_in_time(site, event) or not (
            _may_come(site, event) or _dated_ahead(site, event)
        ):
            message, help = (
                "no word here says that this was still to come",
                "write status: happened",
            )
            yield site.problem(event.id, ("status",), message, help, pieces[0].exact)
        elif alone and event.date < min(newest, issued_of(site, event))[: len(event.date)]:
            message = f"{event.date} is before {newest}, the date for which the site holds"
            yield site.problem(event.id, ("date",), message, "fix the date, or write happened")


def tells_in_time(site: Site, event: Fact) -> list[str]:
    """The clauses of time that an event is told in, as what was; empty where it is told in anything
    else. Where its words have another clause too, what is highlighted decides, or else which of the
    two has more of the words of its title."""
    found = list[str]()
    if not isinstance(event, Event):
        return found
    title = {*stems(event.title)}
    for placed in site.evidence.of(event.id, "evidence"):
        passages = site.topic.sources[placed.source].passages
        sentence = passages.sentence_at(placed.spans[0].start)
        text = passages.text[sentence.start : sentence.end]
        spans = [*clauses_of_time(text, passages.language)]
        clauses, rest = [fold(text[a:b]) for a, b in spans], fold(placed.exact)
        if any(rest.rstrip(" .,;") in clause for clause in clauses):
            found.append(rest)
            continue
        for clause in clauses:
            rest = rest.replace(clause, " ")
        marked = [fold(words) for words in placed.highlight]
        own = (
            all(any(words in clause for clause in clauses) for words in marked)
            if marked
            else len(title & {*stems(" ".join(clauses))}) > len(title & {*stems(rest)})
        )
        if not (clauses and own):
            return []
        found += clauses
    return found


# Between two clauses that each tell something: …, but the pump broke down.
_BETWEEN = re.compile(r"[,;] (?:but|and|yet|aber|und|doch|mais|et|pero|y)\b|;")


def _tells_what_was(site: Site, event: Event) -> bool:
    """Whether the title of an event tells another clause of its words than the one that is to come
    (agreed to stop, but the pump broke down), or that somebody says what is to come."""
    title = fold(event.title)
    named = {*stems(title)}
    for placed in site.evidence.of(event.id, "evidence"):
        text = fold(placed.exact)
        if SAYS.search(title) and SAYS.search(text):
            continue
        clauses = _BETWEEN.split(text)
        ahead = [len(named & {*stems(one)}) for one in clauses if _TO_COME.search(one)]
        others = [len(named & {*stems(one)}) for one in clauses if not _TO_COME.search(one)]
        if not others or max(others) <= max(ahead, default=0):
            return False
    return True


def _dated_ahead(site: Site, event: Event) -> str:
    """The word by which the clause of an event's date, which has no year, has it still to come."""
    source, (month, day) = site.topic.source_of(event), day_of(event.date)[1:3]
    if not (month and source in site.topic.sources) or event.date_basis == "reference":
        return ""
    language, text = site.topic.sources[source].passages.language, ""
    text = " ".join(sentences_around(site, event.id))
    return coming_in(text, month, day, language)


def _weekday_ahead(site: Site, event: Event) -> str:
    """The word by which all sentences of an event on a day of the week before that of its source
    have it still to come: the conference ends on Friday."""
    source, issued = site.topic.source_of(event), issued_of(site, event)
    if source not in site.topic.sources or not event.date < issued or len(event.date) < 10:
        return ""
    language = site.topic.sources[source].passages.language
    found = [weekday_to_come(text, language) for text in sentences_around(site, event.id)]
    return found[0] if found and all(found) else ""


def _may_come(site: Site, event: Event) -> bool:
    """Whether the sentences of an event say that it is to come, by a word or by its date."""
    texts, source = [*sentences_around(site, event.id)], site.topic.source_of(event) or ""
    if any(map(EXPECTED().search, texts)) or source not in site.topic.sources:
        return True
    issued, language = issued_of(site, event), site.topic.sources[source].passages.language
    issued = site.topic.settings.as_of if issued == NOT_STATED else issued
    return any(dated_to_come(text, event.date, issued, language) for text in texts)


def _to_come(site: Site, placed: Placed) -> str:
    text = " ".join(
        as_long(site.topic.sources[placed.source].passages, span) for span in placed.spans
    )
    text = _BESIDE.sub(" ", text)
    for found in _TO_COME.finditer(text, 0, _by_another(text)):
        noun = _A_PLAN.get(found.group().partition(" ")[0])
        if not (noun and noun.search(text[: found.start()])):
            return found.group()
    return ""


@rule(whole=False)
def stance_borne_out(site: Site) -> Iterator[Problem]:
    """Who is against something says so, in a quotation or by a word of saying, or somebody else to
    whom that is ascribed; else it is against_by_source. What appears dropped has a word of
    appearing in its sentences, what is conditional one of condition."""
    for position in of_class(site, Position):
        texts = [*sentences_around(site, position.id)]
        if position.draft or not texts:
            continue
        message, help = "", "check where the holder stands: unclear, if the source does not say"
        if position.stance == "appears_dropped" and not any(map(_APPEARS.search, texts)):
            message = "no word here says that they appear to have given it up"
        elif position.stance == "conditional" and not any(map(_IF.search, texts)):
            message = "no word here gives a condition"
        elif position.stance == "against" and not (position.attribution or _speaks(site, position)):
            message = "the source says that they are against it, not they themselves"
            help = "write stance: against_by_source, or attribution: with who says so"
        elif position.stance in _FOR and (word := _denied(site, position)):
            message = f'"{word}" says that they are not for it'
        if message:
            yield site.problem(position.id, ("stance",), message, help, position.stance)


def _denied(site: Site, position: Position) -> str:
    """The word by which the words of a position deny what its topic says; empty if none does."""
    label = {*stems(site.topic.settings.topics.get(position.topic, ""))}
    for placed in site.evidence.of(position.id, "evidence"):
        language = site.topic.sources[placed.source].passages.language
        scopes = denied(" ".join(placed.highlight) or placed.exact, language)
        alone = len(placed.highlight) == 1 and len(scopes) == 1
        for scope in scopes:
            if label & {*scope.stems} or alone:
                return scope.word
    return ""


def _speaks(site: Site, position: Position) -> bool:
    """Whether the holder of a position, or who belongs to it, speaks in its sentences."""
    for placed in site.evidence.of(position.id, "evidence"):
        passages = site.topic.sources[placed.source].passages
        if any(passages.quotation_at(*span) for span in placed.spans):
            return True
        for place in passages.sentences_of(placed.spans[0]):
            text = as_long(passages, Span(place.start, place.end))
            sentence = Sentence(text, agents_names(site), passages.language)
            if any(related(site, m.whose, position.holder) for m in sentence.sayers()):
                return True
            if sentence.words.pronouns.search(text) and sentence.words.says.search(text):
                return True
    return False


@rule(whole=False)
def figure_as_told(site: Site) -> Iterator[Problem]:
    """A number that its sentence says is estimated is estimated_by somebody, and not exact; where
    its clause says since or from when, its period does; and its unit is not one of several that the
    sentence counts together."""
    for figure in of_class(site, Figure):
        if figure.draft or figure.id not in site.evidence.numbers:
            continue
        source, number = site.evidence.numbers[figure.id]
        passages = site.topic.sources[source].passages
        place = passages.sentence_at(number.start)
        before = fold(passages.text[place.start : number.start])
        behind = re.split(
            r"[;:–—]|, (?:and|but|while)\b", fold(passages.text[number.end : place.end])
        )[0]
        since = _SINCE.search(behind)
        counted = units_in(fold(figure.unit))
        lists = unit_lists(f"{figure.value} {behind.lstrip()}")
        if _ESTIMATED.search(before) and figure.attribution_level != "estimated_by":
            message = "the sentence says that somebody estimates this"
            help = "write attribution_level: estimated_by"
            yield site.problem(figure.id, ("attribution_level",), message, help, before[-80:])
        elif _ESTIMATED.search(before) and figure.qualifier == "exact":
            message, help = "what is estimated is not exact", "write qualifier: about"
            yield site.problem(figure.id, ("qualifier",), message, help, before[-80:])
        if since and since[1] not in figure.period:
            message, help = f'the clause says "{since[0]}"', "write it as the period"
            yield site.problem(figure.id, ("period",), message, help, figure.period)
        if any(counted & some and some - counted for some in lists):
            message = "the sentence counts others together with these"
            help = "write a unit that takes in all, for instance people"
            yield site.problem(figure.id, ("unit",), message, help, figure.unit)
