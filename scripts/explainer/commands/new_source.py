"""What a new source takes, for who has no command line: its drafts, what may be set aside, and the
bounds that it will reach, so that they are raised with it and not a save later."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import yaml

from ..drafting.aside import Aside
from ..drafting.draft import draft
from ..rules import paste
from ..rules.asides import Room
from ..rules.pages import block_with
from ..rules.registry import check
from ..site.catalog import Catalog
from ..text.passages import Passages
from ..text.spans import Cover, Span
from ..topic.blocks import Block, listings, sources_of
from ..topic.evidence import Placed, place_in
from ..topic.record import Selector
from ..topic.settings import Bound
from ..topic.site import Site
from ..topic.topic import Topic
from .as_published import marked, without
from .length import needed, of_source, staged_words
from .markdown import fenced, safe

_SOME = Decimal("0.02")  # of a source's own prose, for the next fact
_MAY = Decimal("0.75")  # of what may be set aside: it is set aside by whole clauses


def first_drafts(before: Catalog, after: Catalog, source: str) -> Iterator[str]:
    """A first draft of the records of a source that has none, and all else to put beside it, in
    Markdown."""
    site = after.site
    if source not in site.topic.sources or source in before.topic.sources:
        return
    placed = (p for places in site.evidence.placed.values() for p in places.values())
    if site.evidence.aside[source] or any(p.source == source for p in placed):
        yield from _of_what_is_left(site, source)
        return
    what = "decide on each, remove its line draft&#58; true, and put all of them into"
    file = safe(f"seeds/facts/{source}.yml")
    yield f"<details><summary>Draft records of {safe(source)}: {what} {file}</summary>\n"
    taken = {*site.topic.where, *site.topic.sources, *site.topic.redirects}
    as_of = "" if before.topic.sources else site.topic.settings.as_of  # is that of the first
    drafted = draft(
        site.topic.sources[source], site.topic.records, (), as_of, taken, site.topic.written_in
    )
    record = safe(f"seeds/sources/{source}.yml")
    aside, over = _with_room(site, source, drafted.aside)
    for words, lines in (
        ("", marked(site.topic.root, source, drafted.text)),
        (
            f"What none of them has, to be set aside: put this in the place of the line"
            f" set&#95;aside&#58; in {record}, and tell readers in each note what the words say:\n",
            "".join(["set_aside:\n"] * bool(aside) + [entry.yaml() for entry in aside]),
        ),
        (
            "No more of all words than that may be set aside. Record these too:\n",
            "".join(f"{words}\n" for words in over),
        ),
        (
            "All of that takes more room than the site has. If its owner agrees, put these lines"
            " into seeds/settings.yml, in the place of those there, and tell readers why:\n",
            room_for(before, after, source, drafted.published),
        ),
        (
            "And where readers shall see them, on a page of content/; if there are claims too, also"
            f" &#123;&#123; claims(source=&#34;{safe(source)}&#34;) &#125;&#125;:\n",
            _blocks_for(site, source, drafted.text),
        ),
        (
            "The lists on older pages would show them as well. Put these in the place of those that"
            " stand there, each without the line above it, so that they go on to show what they"
            " show now:\n",
            _narrowed(before.topic, site, drafted.text),
        ),
    ):
        if lines:
            yield words
            yield fenced(lines, "")
    yield "\n</details>\n"


def _with_room(site: Site, name: str, entries: Iterable[Aside]) -> tuple[list[Aside], list[str]]:
    """The entries that may be set aside together with what is already, as they come, and the words
    of those for which there is no room."""
    source, room = site.topic.sources[name], Room(site)
    fit, over = list[Aside](), list[str]()
    for entry in entries:
        words = entry.exact if isinstance(entry.exact, dict) else {"exact": entry.exact}
        placed = place_in(source, Selector.model_validate(words))
        spans = placed.spans if isinstance(placed, Placed) else ()
        if entry.what == "sentence":
            around = (s for one in spans for s in source.passages.sentences_of(one))
            spans = tuple(Span(s.start, s.end) for s in around)
        if entry.what == "number" or all(room.takes(source, span) for span in spans):
            fit.append(entry)
        else:
            over += [source.passages.words(*span) for span in spans]
    return fit, over


def _of_what_is_left(site: Site, name: str) -> Iterator[str]:
    """Draft records of the sentences of a source that nothing uses yet, in Markdown; nothing where
    there are none."""
    topic, source, unused = site.topic, site.topic.sources[name], site.unused[name]
    taken = {*topic.where, *topic.sources, *topic.redirects}
    text = draft(source, topic.records, (), "", taken, topic.written_in).text
    drafts = [
        one for some in yaml.safe_load(text).values() if isinstance(some, list) for one in some
    ]

    def is_left(one: dict[str, Any]) -> bool:
        words = one.get("evidence", "")
        found = source.passages.find(words) if isinstance(words, str) and words else []
        return any(unused.touches(span) for spans in found for span in spans)

    left = [one for one in drafts if is_left(one)]
    named = json.dumps(left, default=str)  # and who is in these
    others = [i for one in drafts if f'"{(i := str(one["id"]))}"' not in named]
    if left:
        file = safe(f"seeds/facts/{name}.yml")
        yield f"<details><summary>Draft records of what nothing uses yet, for {file}</summary>\n"
        yield fenced(marked(topic.root, name, without(text, others)), "")
        yield "\n</details>\n"


def _blocks_for(site: Site, name: str, text: str) -> str:
    """The blocks that show the records of a file of drafts, a line each; of the first source of a
    site those alone that no page lists whole."""
    blocks = {kind: block for block, (kind, _) in reversed(listings().items())}
    whole = set[str]()
    if len(site.topic.sources) < 2:
        there = (b for parts in site.outlines.values() for b in parts.blocks)
        whole = {listings()[b.name][0] for b in there if b.name in listings() and _is_whole(b)}
    kinds = [kind for kind in _kinds(text) if kind in blocks and kind not in whole]
    return "\n\n".join(f'{{{{ {blocks[kind]}(source="{name}") }}}}' for kind in kinds)


def _narrowed(before: Topic, site: Site, text: str) -> str:
    """The blocks of older pages that would show the records of a file of drafts too, and claims,
    which no rule drafts: each with its page and line, as it shows those of its sources alone."""
    kinds, lines = {*_kinds(text), "claims"}, list[str]()
    for path, parts in site.outlines.items():
        for block in parts.blocks:
            if listings().get(block.name, ("",))[0] in kinds and _is_whole(block):
                known = (before.records[one] for one in block.ids if one in before.records)
                if old := {source for one in known for source in sources_of(one, before)}:
                    some = ", ".join(f'"{one}"' for one in sorted(old))
                    argument = f"source={some}" if len(old) == 1 else f"source=[{some}]"
                    lines.append(f"# content/{path}, line {block.line}")
                    lines.append(block_with(parts.page, block, argument))
    return "\n".join(lines)


def _is_whole(block: Block) -> bool:
    """Whether a block shows whatever record there is of its kind, or of some choice of it."""
    return not {"ids", "source", "part"} & {*block.arguments}


def _kinds(text: str) -> list[str]:
    """The kinds of the records of a file of drafts."""
    return [kind for kind, some in yaml.safe_load(text).items() if isinstance(some, list)]


def room_for(before: Catalog, after: Catalog, name: str, drafted: Iterable[Span]) -> str:
    """The lines of the settings that make room for a source of which nothing is recorded yet, and
    for the words that are ``drafted``; empty where there is enough. How many words the pages have
    is counted as they were ``before``: with problems there are none."""
    site, settings = after.site, after.topic.settings
    raised: dict[Bound, Decimal] = {}
    passages = site.topic.sources[name].passages
    share = max(_least_share(after, name), _share_of(passages, drafted))
    if share > settings.max_share_quoted:
        raised["max_share_quoted"] = _room(share)
    more = of_source(passages)
    staged = 0 if check(before.site) else staged_words(before)
    if staged + more + more // 2 > settings.most_words:  # what comes near is offered too
        raised["most_words"] = needed(staged, more)
    return paste.bounds(settings, raised)


def _room(prose: Decimal) -> Decimal:
    """A bound on a source's own prose that leaves some room above what is estimated."""
    return min(Decimal(math.ceil((prose + _SOME) * 20)) / 20, Decimal("0.95"))


def _share_of(passages: Passages, published: Iterable[Span]) -> Decimal:
    """The share of a source's own prose that is in some of its words."""
    covered, speech = Cover(published), Cover(passages.not_own)
    prose = [w for w in passages.words_in(0, len(passages.text)) if not speech.touches(w)]
    return Decimal(sum(map(covered.touches, prose))) / max(len(prose), 1)


def _least_share(catalog: Catalog, name: str) -> Decimal:
    """The share of a source's own prose that is published where of it is set aside what may be."""
    sources, aside = catalog.topic.sources.values(), catalog.site.aside
    words = sum(source.passages.count_words() for source in sources)
    gone = sum(s.passages.count_words(*span) for s in sources for span in aside[s.id].spans)
    passages = catalog.topic.sources[name].passages
    prose = passages.count_words() - sum(passages.count_words(*span) for span in passages.not_own)
    may = max(int(catalog.topic.settings.max_share_set_aside * words) - gone, 0) * _MAY
    return max(prose - may, Decimal()) / max(prose, 1)
