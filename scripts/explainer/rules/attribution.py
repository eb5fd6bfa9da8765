"""The rules on whose words they are, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from ..text.folding import fold
from ..text.mentions import Names
from ..text.passages import Passages
from ..text.sentences import Sentence as Place
from ..text.spans import Cover, Span
from ..text.speech import speech
from ..text.voices import Sentence
from ..text.words import stands_in
from ..topic.agents import Organisation, Person
from ..topic.evidence import Placed
from ..topic.model import Cell, Claim, Comparison, Quote
from ..topic.problems import Problem
from ..topic.roles import Key, Mark, having, values
from ..topic.site import Site, kept
from .common import WORDS, label_of, names_of, of_class, published_agents, source_of, turn_of
from .own_words import written_language
from .registry import rule
from .turns import speakers_of
from .voices import agents_names, in_genitive, only_passes_on, passed_on, prose, themselves
from .whose import who_says

# A pronoun that means nobody: it rained, il n'est tombé que, es gibt.
_NOBODY = re.compile(
    r"It\s(?:rained|snowed|takes|took)\b"
    r"|Il\s(?:n')?(?:y\s(?:a|avait|aura|aurait)|est\stombé|tombe|faut|faudrait|reste|pleut|s'agit"
    r"|manque|existe)\b"
    r"|Es\s(?:gibt|gab|gebe|regnet\w*|schneit\w*|fiel(?:en)?|fallen|fehl\w+|handelt\w*|dauer\w+)\b"
)


@rule(whole=False)
def quotation_attribution(site: Site) -> Iterator[Problem]:
    """The words that attribute a quotation name nobody else instead, nor, where they name no
    person, those right beside them; where they, or what they leave out, or the words before the
    quotation say that somebody shared it, it is a shared one."""
    names = _names_by_last_word(site)
    for quote in of_class(site, Quote):
        shared = quote.kind == "shared"
        text, said = site.evidence.of(quote.id, "text"), site.evidence.of(quote.id, "attributed_by")
        words = " ".join(placed.exact for placed in said)
        beside = " ".join(
            _beside(site.topic.sources[placed.source].passages, placed, text) for placed in said
        )
        who = quote.shared_by if shared else quote.speaker
        named = _first_named(site, names, fold(words), beside)
        others = sorted(
            name
            for name in named
            if isinstance(person := site.topic.records[name], Person)
            if not only_passes_on(fold(words), names_of(person))
            if not _only_spoken_to(site, name, said)
        )
        if others and who and who not in named and not _in_own_turn(site, text, who):
            yield site.problem(
                quote.id,
                ("attributed_by",),
                f"these words, or those right beside them, name {', '.join(others)}, not {who}",
                "check whose words these are",
                beside,
            )
        read = quote.kind in ("spoken", "written")
        sharing = set() if not read or quote.draft else _sharing(site, said, text)
        if sharing:
            yield site.problem(
                quote.id,
                ("attributed_by",),
                f'"{min(sharing)}" says that somebody passed on the words of somebody else',
                "use kind: shared, with author: and shared_by:; for words that the sharer added,"
                " attribute them by the verb of saying alone",
                words,
            )


def _in_own_turn(site: Site, text: list[Placed], who: str) -> bool:
    """Whether a quotation is from a turn of somebody, and no other that the turn quotes."""
    turn = turn_of(site, text)
    within = turn and any(turn[0].quoted_in_turn(span) for one in text for span in one.spans)
    return turn is not None and not within and who in speakers_of(site, label_of(*turn))


def _only_spoken_to(site: Site, name: str, said: list[Placed]) -> bool:
    """Whether some words name somebody only as whom somebody else speaks to: she told X."""
    how = set()
    for placed in said:
        words = speech(site.topic.sources[placed.source].passages.language)
        text = fold(placed.exact)
        own = {m.how for m in agents_names(site).within(text, words) if m.whose == name}
        how |= own if words.pronouns.match(text) else own - {"aside"}
    return how == {"aside"}


def _sharing(site: Site, said: list[Placed], text: list[Placed]) -> set[str]:
    """The words that say that somebody shared a quotation: among those that attribute it, or beside
    it."""
    found: set[str] = set()
    for source in {placed.source for placed in said}:
        passages = site.topic.sources[source].passages
        words = WORDS.findall(" ".join(p.exact for p in said if p.source == source).lower())
        found |= {word for word in words if word in passages.language.sharing}
        found |= passed_on(passages, [placed for placed in text if placed.source == source])
    return found


def _names_by_last_word(site: Site) -> dict[str, list[tuple[str, str]]]:
    """Each name of an agent and whose it is, by its last word."""
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for agent in published_agents(site):
        for name in names_of(agent):
            names[WORDS.findall(name)[-1]].append((name, agent.id))
    return names


def _first_named(site: Site, names: dict[str, list[tuple[str, str]]], *texts: str) -> set[str]:
    """Those whom the first of some texts names that names a person, or else the last."""
    named: set[str] = set()
    for text in texts:
        named = {
            whose
            for word in WORDS.findall(text)
            for name, whose in names.get(word, ())
            if stands_in(name, text)
        }
        if any(isinstance(site.topic.records[name], Person) for name in named):
            break
    return named


@rule(whole=False)
def attribution_named_nearby(site: Site) -> Iterator[Problem]:
    """Those to whom a record ascribes something (speaker, holder, attribution), or whom it is
    about: they, or somebody who belongs to them, are named near its words, in the paragraph of some
    of them or the one before or after. Who says or wants something, other than in a quotation of
    theirs, who took part in it and through whom it was reported is named in the sentence of its
    words or, where that begins with a pronoun, in the one before; the source itself is not."""
    names, said = names_by_agent(site), own_quotations(site)
    themselves = {fold(source.record.label).casefold() for source in site.topic.sources.values()}
    paragraphs = {n: source.passages.folded.split("\n") for n, source in site.topic.sources.items()}
    for name, key, who, marks in ascribed(site):
        says, present = Mark.OWN_VOICE in marks, Mark.PRESENT in marks
        evidence = site.evidence.of(name)
        if fold(site.topic.records[who].name).casefold() in themselves:
            continue
        if says and in_own_voice(who, number_of(site, name) or evidence, said):
            continue
        where = "in the sentence of" if says else "near"
        near = sentence_text(site, name, key) if says else _near(evidence, paragraphs)
        there = _named_alone(site, near, who, names[who])
        if there and present:
            where, near = "in the sentence of", sentence_text(site, name, key, anywhere=True)
            there = _takes_part(site, near, who, names[who])
        if not there:
            help, paste = _where_named(site, name, key, who, says)
            agent = site.topic.records[who]
            if isinstance(agent, Person) and (office := _office_in(agent, near)):
                help, paste = f'if "{office}" is {agent.name}, add it to their alternate_names', ""
            message = f'nothing {where} these words names "{who}"'
            yield site.problem(name, key, message, help)._replace(paste=paste)


def _where_named(site: Site, name: str, key: Key, who: str, says: bool) -> tuple[str, str]:
    """What to do where no words of a record name somebody, and the lines to paste."""
    to_evidence = "add the words that name them to the evidence"
    if key[0] in having(type(site.topic.records[name]), Mark.PRESENT):
        return f"take them out here; or, if the source has them in it, {to_evidence}", ""
    sentences = saying(site, agents_names(site), name, part_of(key)) if says else []
    plain, paste = who_says(site, name, key, who, sentences) if says else ("", "")
    help = f"{plain}; or else " if plain else ""
    help += f"check who says so; if it is right, {to_evidence}"
    help += " or, of a sentence before (she said), as resolved_from:, or the name used there"
    help += " to alternate_names"
    agent = site.topic.records[who]
    source, called = source_of(site, agent), fold(agent.name)
    body = isinstance(agent, Organisation)
    if body and source and not stands_in(called.casefold(), source.passages.folded.casefold()):
        help += f"; of the text itself, write label: {called} in {source.where.path}"
    return help, paste


def _office_in(person: Person, text: str) -> str:
    """The office of somebody, as a text calls whom it means: the judge; empty where it does not."""
    title = re.escape(person.job_title or "\0")
    found = re.search(rf"(?i)\b(?:the |der |die |le |la |l'|el ){title}(?!\w)", text)
    return f"{found[0][:1].lower()}{found[0][1:]}" if found else ""


def _named_alone(site: Site, text: str, who: str, names: list[str]) -> bool:
    """Whether a text has one of somebody's names; a person's other than within the longer name of a
    body: Anna Hill is not Hill & Sons."""
    if not any(stands_in(one, text) for one in names):
        return False
    if not any(stands_in(one, _bodies(site)) for one in names):
        return True
    if not isinstance(site.topic.records[who], Person):
        return True
    for mention in agents_names(site).within(text, speech(written_language(site))):
        called = text[mention.start : mention.end]
        body = isinstance(site.topic.records[mention.whose], Organisation)
        if body and called not in names and any(stands_in(one, called) for one in names):
            blank = "\0" * len(called)
            text = text[: mention.start] + blank + text[mention.end :]
    return any(stands_in(one, text) for one in names)


@kept()
def _bodies(site: Site) -> str:
    """The names of all organisations, as a text."""
    bodies = (one for one in published_agents(site) if isinstance(one, Organisation))
    return "\n".join(name for one in bodies for name in names_of(one))


def _takes_part(site: Site, text: str, who: str, names: list[str]) -> bool:
    """Whether somebody, or who belongs to them, is named in a text other than in the longer name of
    another: the government of X is not X."""
    for mention in agents_names(site).within(text, speech(written_language(site))):
        if mention.whose != who and not _belongs(site, mention.whose, who):
            blank = "\0" * (mention.end - mention.start)
            text = text[: mention.start] + blank + text[mention.end :]
    return any(stands_in(one, text) for one in names)


def _belongs(site: Site, one: str, to: str) -> bool:
    """Whether somebody belongs to something."""
    record = site.topic.records[one]
    if isinstance(record, Person):
        return record.affiliation == to
    return isinstance(record, Organisation) and record.parent == to


def ascribed(site: Site) -> Iterator[tuple[str, Key, str, frozenset[Mark]]]:
    """Each id of somebody published to whom a record with words ascribes something: the record, the
    field, who it is, and the marks of the field."""
    published = {agent.id for agent in published_agents(site)}
    for name, record in site.topic.records.items():
        if not record.draft and site.evidence.of(name):
            for key, who, spec in values(record, Mark.ASCRIBED):
                if who in published:
                    yield name, key, who, spec.marks


def _near(evidence: list[Placed], paragraphs: dict[str, list[str]]) -> str:
    """The paragraphs that some words are in, with the one before and after each."""
    near = {
        (placed.source, number)
        for placed in evidence
        for number in range(placed.paragraph - 2, placed.paragraph + 1)
        if 0 <= number < len(paragraphs[placed.source])
    }
    return "\n".join(paragraphs[source][number] for source, number in sorted(near))


def part_of(key: Key) -> Key:
    """The path of the part of a record that a field's value is in: a cell's, or the record's."""
    names = [i for i, step in enumerate(key) if isinstance(step, str)]
    return key[: names[-1]]


def sentence_text(site: Site, name: str, key: Key, anywhere: bool = False) -> str:
    """The sentences, folded, of the words that a field's value goes with."""
    part = part_of(key)
    places = _sentences(site, name, part, anywhere)
    turn = turn_of(site, site.evidence.of(name))
    texts = [fold(p.text[s.start : s.end]) for p, s in places]
    if not isinstance(site.topic.records[name], Quote):  # whom these mean, another rule says
        texts += [fold(placed.exact) for placed in site.evidence.of(name, *part, "resolved_from")]
    return "\n".join([*texts, *([label_of(*turn)] if turn else [])])


def stated(site: Site, name: str, part: Key) -> list[Placed]:
    """The words of a record or of one of its cells, other than those that say who says so."""
    return site.evidence.of(name, *part, "evidence") if part else site.evidence.of(name)


def _sentences(
    site: Site, name: str, part: Key, anywhere: bool = False
) -> list[tuple[Passages, Place]]:
    """The sentences that the words of a record, or of a part of it, are in; where they begin with a
    pronoun, or have one anywhere, those before them too."""
    found = []
    for placed in stated(site, name, part):
        passages = site.topic.sources[placed.source].passages
        sentences = passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end))
        first = bisect_left(passages.sentences, sentences[0])
        pronouns, text = speech(passages.language).pronouns, prose(passages, sentences[0], [])
        means = pronouns.search(text) if anywhere else pronouns.match(text)
        if first and means and not _NOBODY.match(text):
            sentences.insert(0, passages.sentences[first - 1])
        found += [(passages, sentence) for sentence in sentences]
    return found


def number_of(site: Site, name: str) -> list[Placed]:
    """Where the number of a figure is: who is quoted beside it need not give it."""
    source, span = site.evidence.numbers.get(name, ("", Span(0, 0)))
    placed = (one for one in site.evidence.of(name) if one.source == source)
    return [one._replace(spans=(span,)) for one in islice(placed, 1)]


def in_own_voice(who: str, evidence: list[Placed], said: dict[tuple[str, str], Cover]) -> bool:
    """Whether some of the words are in a quotation of theirs."""
    return any(
        said[who, placed.source].touches(span)
        for placed in evidence
        if (who, placed.source) in said
        for span in placed.spans
    )


def saying(site: Site, names: Names, name: str, part: Key) -> list[Sentence]:
    """The sentences in question: that of a number, or those of the words."""
    if name in site.evidence.numbers:
        source, number = site.evidence.numbers[name]
        passages = site.topic.sources[source].passages
        return [
            Sentence(
                prose(passages, passages.sentence_at(number.start), []), names, passages.language
            )
        ]
    return [
        Sentence(prose(passages, place, []), names, passages.language)
        for passages, place in _sentences(site, name, part)
    ]


@rule(whole=False)
def claim_attributed(site: Site) -> Iterator[Problem]:
    """A claim of kind claim says whose it is; one of another kind is the source's, and nobody's: it
    has no attribution, nor does its statement let somebody say it in the source's reasoning."""
    statements: list[tuple[str, tuple[str, ...], Claim | Cell]] = [
        (claim.id, ("kind",), claim) for claim in of_class(site, Claim) if not claim.draft
    ]
    statements += [
        (row.id, ("cells", option, "kind"), cell)
        for row in of_class(site, Comparison)
        if not row.draft
        for option, cell in row.cells.items()
    ]
    for name, key, statement in statements:
        if statement.kind == "claim" and not statement.attribution:
            yield site.problem(
                name,
                key,
                "a claim of kind claim is somebody's",
                "add attribution: with their id, or choose another kind",
            )
        elif statement.kind not in (None, "claim") and statement.attribution:
            message = f"what somebody says is no {statement.kind} of the source"
            help = "write kind: claim, or remove attribution:"
            if {*statement.attribution} <= themselves(site):
                message = f"what the source itself says is ascribed to nobody ({statement.kind})"
                help = f"a statement of kind {statement.kind} needs no attribution: remove it"
            yield site.problem(name, key, message, help, str(statement.kind))
        elif statement.kind in ("analysis", "characterisation") and statement.statement:
            read = Sentence(fold(statement.statement), agents_names(site), written_language(site))
            own = themselves(site)  # the article says: that is its reasoning
            if sayers := [m.whose for m in read.sayers() if m.whose not in own]:
                message = f'this says that "{sayers[0]}" says so, and is no {statement.kind}'
                help = "write kind: claim with attribution:, or say what the source reasons"
                yield site.problem(name, key, message, help, statement.statement)


def names_by_agent(site: Site) -> dict[str, list[str]]:
    """The names of each agent, and of all who belong to it."""
    names: dict[str, list[str]] = defaultdict(list)
    for agent in published_agents(site):
        belongs = agent.affiliation if isinstance(agent, Person) else None
        belongs = agent.parent if isinstance(agent, Organisation) else belongs
        for one in filter(None, (agent.id, belongs)):
            own = in_genitive(site, agent)  # "the mayor", too, begins a sentence with a capital
            names[one] += [form for n in own for form in (n, n.upper(), n[:1].upper() + n[1:])]
    return names


def own_quotations(site: Site) -> dict[tuple[str, str], Cover]:
    """What each speaker or author says in each source."""
    said: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for quote in of_class(site, Quote):
        if not quote.draft and (who := quote.speaker or quote.author):
            for placed in site.evidence.of(quote.id, "text"):
                said[who, placed.source] += placed.spans
    return {key: Cover(spans) for key, spans in said.items()}


def _beside(passages: Passages, placed: Placed, quoted: list[Placed]) -> str:
    """The words that attribute a quotation, folded, with the word on either side of them in their
    sentence that is not quoted; and with all up to the quotation where it follows."""
    start, end = placed.spans[0].start, placed.spans[-1].end
    sentences = passages.sentences_of(Span(start, end))
    before, after = (
        [*passages.words_in(sentences[0].start, start)][-1:],
        islice(passages.words_in(end, sentences[-1].end), 1),
    )
    sides = [w for w in (*before, *after) if not passages.quotation_at(*w)]
    follows = [
        q.spans[0].start
        for q in quoted
        if q.paragraph == placed.paragraph and q.spans[0].start > start
    ]
    end = max(end, min(follows, default=end))
    return fold(
        passages.text[min([start, *(w.start for w in sides)]) : max([end, *(w.end for w in sides)])]
    )
