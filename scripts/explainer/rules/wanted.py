"""The rule on who is said to want what a position has somebody want."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.mentions import Mention
from ..text.polarity import is_meta
from ..text.together import together
from ..text.voices import Sentence
from ..text.wanting import Wanting, asks_of_both, leads_to_demands, speaks_of_both, wanting
from ..topic.apparatus import Reference
from ..topic.model import Position
from ..topic.problems import Problem
from ..topic.roles import REFERS, Mark, values
from ..topic.site import Site
from .answered import answers_cited
from .beside import heading_cites
from .cited import says_something, sentences_cited
from .common import sentences_around
from .own_words import OwnWords, own_words, written_language
from .parties import belonging
from .registry import rule
from .rests import of_records
from .rows import rows_cited
from .voices import agents_names

_WITH = re.compile(
    r"\b(?:with|like|as|neben|mit|wie|avec|comme|con|como)\s"
    r"(?:the |der |dem |die |la |le |el |l')?$",
    re.I,
)
_THAT = re.compile(r"\W*(?:that|dass|que|qu['’])\b", re.I)
_HELP = "name whose position it is, or cite the one that has them want it"


@rule(whole=False)
def wanted_by_its_holder(site: Site) -> Iterator[Problem]:
    """Who is said to want something, or to be against it (X wants, is for, refuses, X's demand), in
    a sentence that cites a position is its holder, or who says it there; or of another fact cited
    in the sentence, somebody whom it is about. What a position asks of one is not said to be asked
    of both."""
    for own, text, cites, wrote in _sentences(site):
        cited = [n for n in dict.fromkeys(cites) if says_something(site, n)]
        records = [site.topic.records[name] for name in cited]
        positions = [one for one in records if isinstance(one, Position)]
        elsewhere = any(isinstance(site.topic.records.get(n), Reference) for n in cites)
        if not positions or elsewhere or text.rstrip().endswith("?") or is_meta(text):
            continue
        language = written_language(site)
        for one in wanting(Sentence(fold(text), agents_names(site), language), language):
            if not _may_want(site, one, cited):
                holder = " and ".join(dict.fromkeys(f'"{p.holder}"' for p in positions))
                ids = " and ".join(f'"{p.id}"' for p in positions[:3])
                message = f'"{one.who}" is said to want what {ids} has {holder} want ({one.word})'
                yield own.problem(message, _HELP, wrote[:160])
                break
        if len(positions) == len(records) and asks_of_both(text, language):
            rests = of_records(site, tuple(cited))
            there = (*(words for words, *_ in rests.words), *rests.own)
            if len({p.holder for p in positions}) == 1 and not any(map(speaks_of_both, there)):
                message = f'"{positions[0].id}" asks this of one, and here it is asked of both'
                yield own.problem(message, "say of whom it is asked, as the fact does", wrote[:160])


def _sentences(site: Site) -> Iterator[tuple[OwnWords, str, list[str], str]]:
    """Each sentence that cites, the rows and items with whom they are of, and the headings, with
    what is cited below them: the words without those of quotations, what is cited, and all of
    them."""
    for own in own_words(site):
        if own.shown and (own.records or own.over_cites):
            before = f"{own.led} " if own.led else ""
            if before and not _THAT.match(own.text) and of_demands(site, own.led):
                before += "that "  # X accepts limits, of a list of what Y demands
            for part in sentences_cited(site, own.shown):
                yield own, before + part.marked, part.cites, part.text
            for part in (*rows_cited(site, own), *answers_cited(site, own)):
                yield own, part.marked, part.cites, part.text
    for own, cites in heading_cites(site):
        yield own, own.text, [*cites], own.text


def of_demands(site: Site, led: str) -> bool:
    """Whether the words that lead to a list say that its items are what somebody demands."""
    language = written_language(site)
    return leads_to_demands(Sentence(fold(led), agents_names(site), language), language)


def _is_of(site: Site, one: str, other: str) -> bool:
    """Whether two are one, or one of them belongs to the other, or to what belongs to it."""
    return other in belonging(site, one) or one in belonging(site, other)


def _with(sentence: Sentence, one: Mention) -> bool:
    return _WITH.search(sentence.text[: one.start]) is not None


def _may_want(site: Site, one: Wanting, cited: list[str]) -> bool:
    """Whether something cited has somebody want or say something, or where they are against it,
    do."""
    for name in cited:
        record = site.topic.records[name]
        known = {v.value for v in values(record, Mark.OWN_VOICE, Mark.ASCRIBED)}
        language = written_language(site)
        if isinstance(record, Position):
            pieces = site.evidence.of(name)
            texts = [p.exact if one.refuses else " ".join(p.highlight) or p.exact for p in pieces]
        else:
            known |= {v.value for v in values(record, REFERS)}
            texts = [*sentences_around(site, name)]
        read = (Sentence(fold(text), agents_names(site), language) for text in texts)
        for sentence in read:
            known |= {m.whose for m in together(sentence)}
            known |= {m.whose for m in sentence.mentions if m.how != "aside" or _with(sentence, m)}
        if any(_is_of(site, one.who, other) for other in known):
            return True
    return False
