"""The rule on who is said to say what a page reports."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from ..text.folding import fold
from ..text.languages import Language
from ..text.mentions import Mention
from ..text.quantities import find_quantities
from ..text.spans import Span
from ..text.speech import SAYS
from ..text.stands import agreeing, taking_a_stand
from ..text.together import together
from ..text.voices import Sentence, possessor_says
from ..topic.agents import Organisation, Person
from ..topic.apparatus import Reference
from ..topic.model import Comparison, Conflict, Figure, Position, Quote
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.roles import ELSEWHERE, OUTSIDE, OWN, REFERS, SOURCE, Mark, values
from ..topic.site import Site, kept
from .belonging import related
from .cited import Cited, says_something, sentences_cited
from .common import label_of, sentences_around, sentences_of_words, turn_of
from .own_words import listed, own_words, written_language
from .prose_voices import SHARES
from .registry import rule
from .rows import rows_cited
from .turns import speakers_of
from .voices import agents_names, prose, spoken_names, themselves

# Words by which a sentence tells that its number is somebody's, whoever that is.
_SOMEBODY_SAYS = re.compile(
    r"\b(?:puts?|setzt|study|survey|count(?:s|ed)?|article|report|source|Bericht|Quelle|Studie"
    r"|étude"
    r"|Artikel|comes? from|according to|laut|selon)\b",
    re.I,
)
# So is what a court heard, which the source tells in its own name.
_HEARD = re.compile(
    r"\b(?:(?:court|jury|inquest|inquiry|tribunal|hearing|council|committee) (?:has |had )?heard"
    r"|(?:tribunal|cour|jurés|audience) (?:a|ont) (?:entendu|appris)"
    r"|(?:Gericht|Kammer|Ausschuss|Rat) (?:hörte|erfuhr)"
    r"|(?:tribunal|jurado|juzgado) (?:oyó|escuchó))\b"
)
_ON = re.compile(
    r"(?i:\b(?:on|in|to|told|tells|over|with|im|auf|bei|im|sur|à))\s(?:[Tt]he\s|der\s|le\s|la\s)?$"
)
_THINKS = re.compile(
    r"\s(?:believe[sd]?|thinks?|thought|holds?|is\s(?:sure|certain|convinced|confident))\sthat\b"
)
_IN_VIEW = re.compile(
    r"'s?\s(?:view|opinion|eyes|words|account|telling|judgement|count|estimate)\b"
)
_AND, _SAY = re.compile(r"\s(?:and|und|et)\s"), re.compile(r"\s(?:both\s)?(?:said|says?)\b")
_SAYS_NOTHING = re.compile(
    r"(?:\b(?:not|never)|n't)\s(?:say|says|said|tell|told|explain)\s"
    r"(?:what|why|when|where|which|who|whom|whose|how|whether|the same|so)\b"
)
_FOR = re.compile(r"(?:^|[.;] )(?:For|Für|Pour|Para) $")
_OF_ITS = 5  # characters between X's and what is X's
# A company that a sentence does not name, where it speaks: the company said, teilte die Firma mit.
_COMPANY = re.compile(
    r"(?i)\b(?:the (?:company|firm|group)|d(?:ie Firma|as Unternehmen|er Konzern)|la (?:société"
    r"|empresa|compañía|firma)|l['’]entreprise|le groupe|el grupo)\b"
)
_CHANNELS = ("media", "programme", "platform")


@rule(whole=False)
def credited_to_sayers(site: Site) -> Iterator[Problem]:
    """Who is said to say something (X said that, according to X) is one to whom a fact cited in the
    sentence ascribes it, or whom the source's sentence has as saying it; what is the source's own
    is said by nobody else. The number of a figure is said with somebody beside it who says so. A
    programme on which a quotation is said to be spoken is the one that the fact has. Who is said to
    agree that something is so says it, or agrees, in the words cited; who only shared words wants
    nothing by them, and agrees to nothing."""
    names, own = spoken_names(site), themselves(site)
    for text in own_words(site):
        before = ""  # the sentence before, where it has somebody say something
        parts = [*sentences_cited(site, text.shown)] if text.shown and text.records else []
        rows = [*rows_cited(site, text)] if parts or text.over_cites else []
        for part in (*parts, *rows):
            cites = [name for name in part.cites if says_something(site, name)]
            said, before = before, part.text if SAYS.search(part.text) else ""
            if not cites or part.text.endswith("?"):
                continue
            sentence = Sentence(fold(part.marked), names, written_language(site))
            for wrong, help in _wrong(site, part, sentence, cites, own, said, part in rows):
                yield text.problem(f"{wrong} ({listed(cites)})", help, part.text[:160])


def _wrong(
    site: Site,
    part: Cited,
    sentence: Sentence,
    cites: list[str],
    own: frozenset[str],
    said: str,
    row: bool,
) -> Iterator[tuple[str, str]]:
    """What is wrong with who is said to say what a sentence says, and how to fix it."""
    help = "name whoever the fact names, or say that the article says so, or cite another fact"
    allowed = {who for name in part.cites for who in voices_of(site, name)}
    allowed |= {who for name in cites for who in _with_them(site, name)}
    if SHARES.search(part.text):
        quotes = (site.topic.records[name] for name in cites)
        allowed |= {q.shared_by for q in quotes if isinstance(q, Quote) and q.shared_by}
    for mention in said_by(sentence):
        if mention.whose not in own and not any(related(site, mention.whose, a) for a in allowed):
            yield f'"{mention.whose}" is said to say what no fact cited here has them say', help
            return
    if who := _wrong_stand(site, sentence, cites, allowed | own):
        yield f'"{who}" is said to hold or want what no fact cited here has them want', help
        return
    goes_on = row or (said and sentence.words.pronouns.match(sentence.text))  # X says … It is …
    if not goes_on and (figure := _said_by_nobody(site, part, sentence)):
        yield f'nobody is said to say the number of "{figure}"', "say whose number it is: X says …"
    channels = _channels(site, part.cites)
    following = dict(pairwise(sentence.mentions))
    for mention in sentence.mentions if channels is not None else ():
        behind = following.get(mention)
        if behind and mention.how == "owns" and behind.start - mention.end < _OF_ITS:
            continue  # NBC's Meet the Press
        agent = site.topic.records.get(mention.whose)
        if (
            isinstance(agent, Organisation)
            and agent.type in _CHANNELS
            and _ON.search(sentence.text[: mention.start])
            and not any(related(site, mention.whose, one) for one in channels or ())
        ):
            yield (
                f'these words were not said on "{mention.whose}", as far as the fact says',
                ("name the programme of said_via, or none"),
            )


def _wrong_stand(site: Site, sentence: Sentence, cites: list[str], allowed: set[str]) -> str:
    """Somebody who agrees or wants something in a sentence, and in nothing that it cites."""
    records = [site.topic.records[name] for name in cites]
    quotes = [one for one in records if isinstance(one, Quote) and one.kind == "shared"]
    all_shared = len(quotes) == len(records)
    shared = {quote.shared_by for quote in quotes} - {quote.author for quote in quotes}
    language = written_language(site)
    for mention in taking_a_stand(sentence, language) if all_shared else ():
        if mention.whose in shared:
            return mention.whose
    for mention in sentence.mentions if all_shared else ():
        if mention.whose in shared and _FOR.search(sentence.text[: mention.start]):
            return mention.whose
    for mention in agreeing(sentence, language):
        if not any(related(site, mention.whose, one) for one in allowed):
            read = (one for name in cites for one in _sentences(site, name))
            if not any(related(site, mention.whose, m.whose) for s in read for m in agreeing(*s)):
                return mention.whose
    return ""


def _sentences(site: Site, name: str) -> Iterator[tuple[Sentence, Language]]:
    """The sentences of a source that a record rests on, and its own."""
    for placed in site.evidence.of(name):
        language = site.topic.sources[placed.source].passages.language
        for text in sentences_of_words(site, [placed]):
            yield Sentence(text, agents_names(site), language), language
    for own in _own(site, site.topic.records[name]):
        yield own, written_language(site)


def said_by(sentence: Sentence) -> Iterator[Mention]:
    """Those who are said to say what a sentence says, by a name or by what is theirs: X's minister
    says. Who is said to be something (X is said to), or of whom another says it, is none."""
    says, pronouns = sentence.words.says, sentence.words.pronouns
    for mention in sentence.sayers():
        behind = sentence.text[mention.end :]
        said = says.search(behind)
        before = behind[: said.start()] if said else ""
        passive = re.search(r"\b(?:is|are|was|were|been|be|being|wird|wurde|est)\s$", before)
        nothing = _SAYS_NOTHING.search(f"{before}{behind[said.start() :]}" if said else "")
        another = pronouns.search(before) and "," in before
        inverted = sentence.according(mention) or sentence.inverted(mention)
        if inverted or not (
            passive or another or nothing or re.search(r"\b(?:is|are)\snot\b", before)
        ):
            yield mention
    yield from possessor_says(sentence)
    text = sentence.text
    for mention, following in zip_longest(sentence.mentions, sentence.mentions[1:]):
        behind = text[mention.end :]
        thinks = mention.how == "subject" and _THINKS.match(behind)
        view = mention.how == "owns" and _IN_VIEW.match(behind)
        if thinks or (view and re.search(r"\b(?:[Ii]n|[Bb]y)\s$", text[: mention.start])):
            yield mention
        elif following and _SAY.match(text, following.end):
            joined = _AND.fullmatch(text, mention.end, following.start)
            yield from (mention, following) if joined else ()


@kept(4096)
def voices_of(site: Site, name: str) -> frozenset[str]:
    """Those who say what a record says: to whom it ascribes it; where it ascribes it to nobody,
    whom the sentences of its words, or its own, have as saying something."""
    record = site.topic.records[name]
    if isinstance(record, Conflict):
        return frozenset(w for one in record.between for w in voices_of(site, one))
    if isinstance(record, Reference):
        return frozenset(m.whose for s in _own(site, record) for m in s.mentions)
    if isinstance(record, Quote):
        return frozenset(filter(None, (record.speaker, record.author, record.reported_by)))
    ascribed = {v.value for v in values(record, Mark.OWN_VOICE)}
    if isinstance(record, Position) and record.attribution:
        ascribed -= {record.holder} - {*record.attribution}
    if ascribed and not isinstance(record, (Comparison, Position)):
        return frozenset(ascribed)
    if isinstance(record, Position) and record.attribution:
        return frozenset(ascribed)
    marks = written_language(site)
    found = [*_own(site, record)]
    found += [Sentence(s, agents_names(site), marks) for s in sentences_around(site, name)]
    turn = turn_of(site, site.evidence.of(name))  # whose all of it is
    ascribed |= {*speakers_of(site, label_of(*turn))} if turn else set()
    return frozenset(
        {m.whose for one in found for m in said_by(one)} | ascribed | _the_one(site, name)
    )


@kept(4096)
def _with_them(site: Site, name: str) -> frozenset[str]:
    """Those who do together with another what a record's words, or its own, say (calling alongside
    X for it, as X did); not those beside whom somebody only speaks or stands."""
    names = agents_names(site)
    read = [
        Sentence(fold(one.exact), names, site.topic.sources[one.source].passages.language)
        for one in site.evidence.of(name)
    ]
    own = _own(site, site.topic.records[name])
    return frozenset(m.whose for one in (*read, *own) for m in together(one))


def _the_one(site: Site, name: str) -> set[str]:
    """The company that the sentence of a record's words calls only that (the company said), where
    it is the only body named in the paragraphs up to there."""
    found = set[str]()
    for placed in site.evidence.of(name):
        passages = site.topic.sources[placed.source].passages
        for place in passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end)):
            sentence = Sentence(prose(passages, place, []), agents_names(site), passages.language)
            called = _COMPANY.search(sentence.text)
            if not called or not SAYS.search(sentence.text) or [*said_by(sentence)]:
                continue
            last = bisect_left(passages.sentences, place)
            before = [s for s in passages.sentences[:last] if s.paragraph >= place.paragraph - 1]
            read = (
                Sentence(prose(passages, one, []), agents_names(site), passages.language)
                for one in (*before, place)
            )
            named = {m.whose for s in read for m in s.mentions}
            bodies = [
                one
                for one in named
                if isinstance(body := site.topic.records.get(one), Organisation)
                and body.type != "state"
            ]
            found |= {one for one in bodies if len(bodies) == 1 and _is_company(site, one)}
    return found


def _is_company(site: Site, name: str) -> bool:
    return getattr(site.topic.records[name], "type", "") == "company"


def _own(site: Site, record: Record) -> Iterator[Sentence]:
    names, marks = agents_names(site), written_language(site)
    for value in values(record, OWN, OUTSIDE, SOURCE, ELSEWHERE):
        if isinstance(value.value, str):
            yield Sentence(fold(value.value), names, marks)


def _said_by_nobody(site: Site, part: Cited, sentence: Sentence) -> str:
    """The first figure cited in a sentence that has its number and tells of nobody who says so."""
    records = [site.topic.records[name] for name in part.cites]
    if " | " in part.text or any(isinstance(record, Reference) for record in records):
        return ""  # a table says in its head or in another cell whose its numbers are
    if SAYS.search(sentence.text) or _SOMEBODY_SAYS.search(sentence.text):
        return ""
    own = all(themselves(site).issuperset(f.attribution) for f in records if isinstance(f, Figure))
    if own and _HEARD.search(sentence.text):
        return ""
    numbers = {v for q in find_quantities(part.text, written_language(site)) for v in q.values}
    for record in records:
        if isinstance(record, Figure) and record.value in numbers:
            who = [m.whose for m in sentence.mentions if m.how in ("speaks", "owns", "subject")]
            if not any(related(site, a, one) for a in record.attribution for one in who):
                return record.id
    return ""


def _channels(site: Site, cites: list[str]) -> set[str] | None:
    """Where what a sentence cites was said, as far as the facts tell; None where it cites a work
    elsewhere, which may tell."""
    records = [site.topic.records[name] for name in cites]
    quotes = [record for record in records if isinstance(record, Quote)]
    if any(isinstance(record, Reference) for record in records):
        return None
    agents = {who for q in quotes for who in (q.said_via, q.reported_by, q.speaker) if who}
    if not quotes:
        agents = {v.value for r in records for v in values(r, REFERS)}
    return agents | {
        m.whose
        for q in quotes or records
        for s in sentences_around(site, q.id)
        for m in Sentence(s, agents_names(site), written_language(site)).mentions
        if not isinstance(site.topic.records.get(m.whose), Person)
    }
