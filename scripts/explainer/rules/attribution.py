"""The rules on whose words they are, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from ..text.folding import fold
from ..text.passages import Passages
from ..text.spans import Cover, Span
from ..text.words import stands_in
from ..topic.evidence import Placed
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.site import Site, at
from .common import AGENT_KINDS, WORDS, names_of, of_class
from .registry import rule


@rule(whole=False)
def whose_words(site: Site) -> Iterator[Problem]:
    """The words that attribute a quotation name nobody else instead, nor, where they name no
    person, those right beside them; where they say that somebody shared it, it is a shared one.
    """
    names: dict[str, list[tuple[str, str]]] = defaultdict(
        list
    )  # the last word of a name, to the names and whose they are
    for agent in (a for kind in AGENT_KINDS for a in site.topic.of_kind(kind)):
        for name in names_of(agent):
            names[WORDS.findall(name)[-1]].append((name, agent.id))
    for quote in of_class(site, Quote):
        where, shared = at(site, quote.id, "attributed_by"), quote.kind == "shared"
        text, said = site.evidence.of(quote.id, "text"), site.evidence.of(quote.id, "attributed_by")
        beside = " ".join(
            _beside(site.topic.sources[placed.source].passages, placed, text) for placed in said
        )
        who = quote.shared_by if shared else quote.speaker
        for words in (
            fold(" ".join(placed.exact for placed in said)),
            beside,
        ):  # what they say themselves counts first
            named = {
                whose
                for word in WORDS.findall(words)
                for name, whose in names.get(word, ())
                if stands_in(name, words)
            }
            if others := sorted(n for n in named if site.topic.kinds[n] == "people"):
                break
        if others and who and who not in named:
            yield Problem(
                *where,
                f"these words, or those right beside them, name {', '.join(others)}, not {who}",
                "check whose words these are",
                "",
                beside,
            )
        words = " ".join(placed.exact for placed in said)
        sharing = (
            site.topic.sources[said[0].source].passages.language.sharing
            & set(WORDS.findall(words.lower()))
            if said
            else set()
        )
        if sharing and not shared and not quote.draft:
            help = (
                "use kind: shared, with author: and shared_by:; leave the word out with […] where"
                " they added words of their own"
            )
            yield Problem(
                *where,
                f'"{min(sharing)}" says that somebody passed on the words of somebody else',
                help,
                "",
                words,
            )


@rule(whole=True)
def who_says_so(site: Site) -> Iterator[Problem]:
    """Those to whom a record ascribes something (speaker, holder, attribution), who took part in it
    or whom it is about, and where and through whom it was said: they, or somebody who belongs to
    them, are named near its words, in the paragraph of some of them or the one before or after.
    They need not be for what stands in their own quotation, nor the source itself. A claim of kind
    claim says whose it is.
    """
    topic = site.topic
    themselves = {fold(source.record.label).casefold() for source in topic.sources.values()}
    names: dict[str, list[str]] = defaultdict(list)
    for agent in (a for kind in AGENT_KINDS for a in topic.of_kind(kind)):
        for one in {
            agent.id,
            getattr(agent, "affiliation", None),
            getattr(agent, "parent", None),
        } - {None}:
            names[one] += names_of(agent)
    said: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for quote in topic.of_kind("quotes"):
        for placed in site.evidence.of(quote.id, "text"):
            said[quote.speaker or quote.author, placed.source] += placed.spans
    theirs = {key: Cover(spans) for key, spans in said.items()}
    paragraphs = {
        name: source.passages.folded.split("\n") for name, source in topic.sources.items()
    }
    for name, record in topic.records.items():
        if record.draft:
            continue
        ascribed = [
            ((field,), agent)
            for field in ("speaker", "holder", "said_via", "reported_by")
            if (agent := getattr(record, field, None))
        ]
        ascribed += [
            ((field, i), agent)
            for field in ("attribution", "participants", "about")
            for i, agent in enumerate(getattr(record, field, ()))
        ]
        ascribed += [
            (("cells", option, "attribution"), agent)
            for option, cell in getattr(record, "cells", {}).items()
            for agent in cell.attribution
        ]
        evidence = site.evidence.of(name)
        near = {
            (placed.source, number)
            for placed in evidence
            for number in range(placed.paragraph - 2, placed.paragraph + 1)
        }
        words = "\n".join(
            paragraphs[source][number]
            for source, number in sorted(near)
            if 0 <= number < len(paragraphs[source])
        )
        for key, agent in ascribed:
            if (
                not near
                or topic.kinds.get(agent) not in AGENT_KINDS
                or topic.records[agent].draft
                or fold(topic.records[agent].name).casefold() in themselves
            ):  # type: ignore[attr-defined]
                continue
            own = any(
                (agent, p.source) in theirs and theirs[agent, p.source].touches(span)
                for p in evidence
                for span in p.spans
            ) and key[0] in ("holder", "attribution", "cells")
            if not own and not any(stands_in(one, words) for one in names[agent]):
                yield Problem(
                    *at(site, name, *key),
                    f'nothing near these words names "{agent}"',
                    "check who says so; if it is right, add the words that name them to the"
                    " evidence, or the name used there to alternate_names",
                )
        said_by_nobody = (
            [("kind",)]
            if topic.kinds[name] == "claims" and record.kind == "claim" and not record.attribution
            else []
        )  # type: ignore[attr-defined]
        said_by_nobody += [
            ("cells", option, "kind")
            for option, cell in getattr(record, "cells", {}).items()
            if cell.kind == "claim" and not cell.attribution
        ]
        for key in said_by_nobody:
            yield Problem(
                *at(site, name, *key),
                "a claim of kind claim is somebody's",
                "add attribution: with their id, or choose another kind",
            )


def _beside(passages: Passages, placed: Placed, quoted: list[Placed]) -> str:
    """The words that attribute a quotation, folded, with the word on either side of them in their
    sentence that is not quoted; and with all up to the quotation where it follows.
    """
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
