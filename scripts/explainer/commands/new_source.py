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
from ..rules.registry import check
from ..site.catalog import Catalog
from ..text.passages import Passages
from ..text.spans import Cover, Span
from ..topic.blocks import listings
from ..topic.evidence import Placed, place_in
from ..topic.record import Selector
from ..topic.settings import Bound
from ..topic.site import Site
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
            "And where readers shall see them, on a page of content/:\n",
            _blocks_for(site, drafted.text),
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


def _blocks_for(site: Site, text: str) -> str:
    """The blocks that show the records of a file of drafts, a line each, but for the kinds that a
    page lists whole; empty where none is left."""
    names = {kind: block for block, (kind, _) in reversed(listings().items())}
    blocks = [block for parts in site.outlines.values() for block in parts.blocks]
    whole = {b.name for b in blocks if not b.arguments.keys() - {"part"}}
    lines, ids = list[str](), list[str]()
    kind = ""
    for line in [*text.split("\n"), ":"]:
        if line.endswith(":") and not line.startswith((" ", "#")):
            if ids and whole.isdisjoint(n for n, (k, _) in listings().items() if k == kind):
                lines.append(f"{{{{ {names[kind]}(ids={json.dumps(ids)}) }}}}")
            kind, ids = line[:-1], []
        elif line.startswith("  - id: "):
            ids.append(line.removeprefix("  - id: "))
    return "\n\n".join(lines)


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
    if staged + more > settings.most_words:
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
