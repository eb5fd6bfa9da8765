"""The rule on who says the words that a record has."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import fold
from ..text.mood import indirect
from ..text.spans import Span
from ..text.speech import SAYS
from ..text.voices import Sentence
from ..topic.agents import Agent
from ..topic.evidence import Placed
from ..topic.problems import Problem
from ..topic.site import Site
from .belonging import related
from .certain import statements
from .common import WORDS, names_of
from .dropped import as_long, says_so
from .registry import rule
from .voices import agents_names, prose, themselves


@rule(whole=False)
def attribution_told(site: Site) -> Iterator[Problem]:
    """What somebody says in the words of evidence is told as theirs: the record ascribes it to
    them, or its statement names them or has a word of saying. A record is ascribed to nobody who in
    the sentence of its words only says something else."""
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
            if inside and not told and not _names(site, statement, inside):
                yield site.problem(
                    name,
                    (*part, "statement"),
                    f'"{min(inside)}" says so, and neither attribution nor the statement tells',
                    "add attribution: with their id, or say in the statement who says so",
                    placed.exact,
                )
            elif not holder.attribution and _by_mood(site, placed) and not _tells(statement):
                yield site.problem(
                    name,
                    (*part, "statement"),
                    "by their mood these words report what somebody says, and nothing tells whose",
                    "write kind: claim with attribution: and resolved_from:, or say who says so",
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


def _tells(statement: str) -> bool:
    """Whether a statement says that it is somebody's words, by its mood too."""
    return bool(SAYS.search(statement)) or indirect(statement) or "according" in statement.lower()


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
