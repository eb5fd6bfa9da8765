"""The rule on who says the words that a record has."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import fold
from ..text.mood import indirect
from ..text.spans import Span
from ..text.speech import SAYS
from ..text.spoken import says_of, spoken, tells
from ..text.told_of import only_does_at
from ..text.voices import Sentence
from ..text.words import stem
from ..topic.agents import Agent
from ..topic.evidence import Placed
from ..topic.model import Cell, Claim
from ..topic.problems import Problem
from ..topic.site import Site
from .belonging import related
from .certain import statements
from .common import WORDS, names_of
from .dropped import as_long, says_so
from .own_words import written_language
from .registry import rule
from .voices import agents_names, prose, themselves

_SHORT = 3  # letters of a word that tells nothing; words of a part that does


@rule(whole=False)
def attribution_told(site: Site) -> Iterator[Problem]:
    """What somebody says in the words of evidence is told as theirs: the record ascribes it to
    them, or its statement names them or has a word of saying; so it is with whoever is not named
    (by their own account, warf … vor, said the department). What is told of them beside what they
    say is the source's own. A record is ascribed to nobody who in the sentence of its words only
    says something else."""
    own = themselves(site)
    for name, part, holder, pieces in statements(site):
        statement = fold(holder.statement or "")
        for placed in pieces:
            inside, elsewhere = _sayers(site, placed)
            inside -= own
            told = any(
                who not in site.topic.records or _any(site, who, inside)  # which has its own rule
                for who in holder.attribution
            )
            sharing = site.topic.sources[placed.source].passages.language.sharing
            told = told or bool(sharing & {*WORDS.findall(fold(placed.exact).lower())})
            told = told or (bool(inside) and _names(site, statement, inside))
            if inside and not (told or _told_of_them(site, placed, holder)):
                yield site.problem(
                    name,
                    (*part, "statement"),
                    f'"{min(inside)}" says so, and neither attribution nor the statement tells',
                    "add attribution: with their id, or say in the statement who says so",
                    placed.exact,
                )
            elif (
                not holder.attribution
                and _by_mood(site, placed)
                and not _tells(statement, holder.kind != "fact")
            ):
                yield site.problem(
                    name,
                    (*part, "statement"),
                    "by their mood these words report what somebody says, and nothing tells whose",
                    "write kind: claim with attribution: and resolved_from:, or say who says so",
                    placed.exact,
                )
            elif not {*holder.attribution} - own and (words := _said(site, placed, holder)):
                yield site.problem(
                    name,
                    (*part, "statement"),
                    f'by "{words}" somebody says so, and nothing tells who',
                    "write kind: claim, with attribution: and their id, and with resolved_from: if"
                    " a sentence before names them; or say in the statement who says so",
                    placed.exact,
                )
            for i, who in enumerate(holder.attribution if len(pieces) == 1 else ()):
                if _any(site, who, elsewhere) and not _any(site, who, inside):
                    yield site.problem(
                        name,
                        (*part, "attribution", i),
                        f'"{who}" says something else in this sentence, not these words',
                        "ascribe them to who says them, or take the words that this one says",
                        placed.exact,
                    )


def _any(site: Site, who: str, others: set[str]) -> bool:
    return any(related(site, who, other) for other in others)


def _names(site: Site, statement: str, who: set[str]) -> bool:
    """Whether a statement has a word of the name or office of some agents, or one of saying."""
    words = {word.lower() for word in WORDS.findall(statement)}
    for record in (site.topic.records[one] for one in who):
        title = getattr(record, "job_title", None) or ""
        named = " ".join([*names_of(record), fold(title)]) if isinstance(record, Agent) else ""
        if any(len(w) > 3 and w.lower() in words for w in WORDS.findall(named)):
            return True
    return _tells(statement)


def _by_mood(site: Site, placed: Placed) -> bool:
    """Whether some words are German ones that report by their mood what somebody says."""
    passages = site.topic.sources[placed.source].passages
    if passages.language.code != "de" or not indirect(fold(placed.exact)):
        return False
    places = passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end))
    return any(indirect(prose(passages, place, [])) for place in places)


def _tells(statement: str, by_mood: bool = True) -> bool:
    """Whether a statement says that it is somebody's words, by its mood too."""
    said = bool(SAYS.search(statement)) or "according" in statement.lower()
    return said or (by_mood and indirect(statement))


def _said(site: Site, placed: Placed, holder: Claim | Cell) -> str:
    """The words by which somebody says what some words of a source have of a statement, if neither
    these nor the statement name who does, nor the statement has anybody say it; empty if nobody
    does."""
    statement = fold(holder.statement or "")
    for sentence, own, same in _in_common(site, placed, statement):
        if len(own) < _SHORT:  # a phrase, which has its own rule
            continue
        who = sentence.sayers()
        said = says_of(sentence, same) if same else ""
        if not same:  # in another language, or in other words: whatever somebody says there
            who = sentence.mentions
            parts = [(p, sum(p.start <= at < p.end for at in own)) for p in spoken(sentence)]
            said = next((part.words for part, words in parts if words >= _SHORT), "")
        if said and not _names(site, statement, {m.whose for m in who}):
            return "" if tells(statement, written_language(site).code) else said
    return ""


def _in_common(
    site: Site, placed: Placed, statement: str
) -> Iterator[tuple[Sentence, list[int], list[int]]]:
    """The sentences of some words of a source, with where in each their words are, without names,
    and where those are that a statement has too."""
    passages, names = site.topic.sources[placed.source].passages, agents_names(site)
    known = {stem(word) for word in WORDS.findall(statement) if len(word) > _SHORT}
    for place in passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end)):
        sentence = Sentence(
            as_long(passages, Span(place.start, place.end)), names, passages.language
        )
        own = [
            m
            for m in WORDS.finditer(sentence.text)
            if any(s.start <= place.start + m.start() < s.end for s in placed.spans)
            and not any(name.start <= m.start() < name.end for name in sentence.mentions)
        ]
        same = [m.start() for m in own if len(m[0]) > _SHORT and stem(m[0]) in known]
        yield sentence, [m.start() for m in own], same


def _told_of_them(site: Site, placed: Placed, holder: Claim | Cell) -> bool:
    """Whether the source itself tells what a statement has of those who say something else in the
    sentence: X closed two shops and said that …; X, who was elected in 2019, said …"""
    found = [*_in_common(site, placed, fold(holder.statement or ""))]
    told = [
        [all(only_does_at(sentence, one, at) for one in sentence.sayers()) for at in same]
        for sentence, _, same in found
    ]
    return all(2 * sum(some) > len(some) for some in told)


def _sayers(site: Site, placed: Placed) -> tuple[set[str], set[str]]:
    """Those who say something within some words; and those who say something else beside them, in
    the same sentence, where the sentence has no pronoun."""
    passages = site.topic.sources[placed.source].passages
    inside, elsewhere = set[str](), set[str]()
    for place in passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end)):
        text = as_long(passages, Span(place.start, place.end))
        sentence = Sentence(text, agents_names(site), passages.language)
        start = max(placed.spans[0].start - place.start, 0)
        end = min(placed.spans[-1].end, place.end) - place.start
        for mention in sentence.sayers():
            at = place.start + mention.start
            if any(s.start <= at < s.end for s in placed.spans):
                if sentence.words.says.search(text, mention.end, end) or mention.how == "speaks":
                    inside.add(mention.whose)
            elif not says_so(sentence, mention, start, end):
                elsewhere.add(mention.whose)
    return inside, elsewhere - inside
