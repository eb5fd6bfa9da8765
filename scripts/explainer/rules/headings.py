"""The rules on what stands over records: labels of the settings, and headings of blocks."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.voices import Sentence
from ..topic.agents import Agent
from ..topic.blocks import Block
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.roles import Key
from ..topic.site import Site
from .belonging import is_person, related
from .own_words import quotations_in, written_language
from .registry import rule
from .voices import agents_names

_VERDICTS = frozenset("✓✔✅☑👍✗✘✕✖❌❎☒👎⭐★☆‼⁉❗❓⚠🚫⛔🟢🔴☠♥❤💔")


@rule(whole=False)
def settings_judge_nothing(site: Site) -> Iterator[Problem]:
    """What the settings say stands over records without a word of a source: no label of an option
    or topic has a negation that its id has not, no mark is a verdict, and the page of somebody
    has not moved to somebody else."""
    where = site.topic.settings_where
    for key, message, help, wrote in _judging(site):
        yield Problem(where.path, where.line(*key), message, help, "", wrote)


def _judging(site: Site) -> Iterator[tuple[Key, str, str, str]]:
    settings, negations = site.topic.settings, written_language(site).negations
    labels: list[tuple[Key, str, str]] = [
        (("options", i, "label"), o.id, o.label) for i, o in enumerate(settings.options)
    ]
    labels += [(("topics", name), name, label) for name, label in settings.topics.items()]
    for key, name, label in labels:
        denied = {w.lower() for w in re.findall(r"[\w']+", fold(label))} & negations
        denied -= set(name.split("-"))
        if denied:
            help = f"label what {name} is, or give the topic an id with the negation"
            yield key, f'"{min(denied)}" turns the label of "{name}"', help, label
    for i, option in enumerate(settings.options):
        if _VERDICTS & set(option.mark):
            help = "take a sign that says nothing, such as ○ and ●"
            yield ("options", i, "mark"), "this mark passes a verdict", help, option.mark
    for old, new in settings.moved_pages.items():
        names = [posixpath.basename(old).removesuffix(".md"), new.rpartition("#")[2]]
        names[1:] = [posixpath.basename(names[1]).removesuffix(".md")]
        if names[0] != names[1] and all(_is_agent(site, name) for name in names):
            help = f"lead to where {names[0]} is now"
            yield ("moved_pages", old), f'this leads to "{names[1]}" instead', help, new


def _is_agent(site: Site, name: str) -> bool:
    return isinstance(site.topic.records.get(name), Agent)


@rule(whole=False)
def headings_of_blocks(site: Site) -> Iterator[Problem]:
    """A heading that names people stands over quotations of one of them, or of a body of theirs,
    where a list of quotations is what follows it."""
    names, language = agents_names(site), written_language(site)
    for page in site.outlines.values():
        heading = ""
        for part in page.parts:
            if not isinstance(part, Block):
                heading = part[1] if part[1].startswith("#") else heading if not part[1] else ""
                continue
            listed = [site.topic.records[i] for i in part.ids if i in site.topic.records]
            quotes = [record for record in listed if isinstance(record, Quote)]
            title = fold(heading.lstrip("# "))
            named = [m.whose for m in Sentence(title, names, language).mentions]
            people = [who for who in named if is_person(site, who)]
            whose = {w for q in quotes for w in (q.speaker, q.shared_by, q.author) if w}
            only_quotes = part.name == "quotes" and quotes and len(quotes) == len(listed)
            theirs = any(related(site, who, one) for who in people for one in whose)
            if people and only_quotes and not theirs:
                yield Problem(
                    page.page.file,
                    part.line,
                    f'the heading names "{people[0]}", whose words these are not',
                    "name in the heading whose words are below it",
                    "",
                    title,
                )
            heading = ""


@rule(whole=False)
def headings_of_quotations(site: Site) -> Iterator[Problem]:
    """Below a heading that is a person's name alone, a paragraph that is a quotation alone is
    theirs, or that of a body of theirs."""
    names, language = agents_names(site), written_language(site)
    for page in site.outlines.values():
        who = ""
        for part in page.paragraphs:
            if part.level:
                text = re.sub(r"^(?:The|Der|Die|L[ea]s?)\s", "", fold(part.text))
                named = Sentence(text, names, language).mentions
                alone = len(named) == 1 and named[0].end - named[0].start >= len(text) - 2
                who = named[0].whose if alone and is_person(site, named[0].whose) else ""
                continue
            quoted = sum(end - start for start, end in quotations_in(site, part.text))
            cited = [site.topic.records.get(name) for name in part.cites]
            quotes = [record for record in cited if isinstance(record, Quote)]
            whose = {w for q in quotes for w in (q.speaker, q.shared_by, q.author) if w}
            alone = bool(quotes) and quoted >= len(part.text.strip()) - 4
            if who and alone and not any(related(site, who, one) for one in whose):
                yield Problem(
                    page.page.file,
                    page.line(part),
                    f'this stands under the name of "{who}", whose words it is not',
                    "put it under the name of its speaker, or say whose words these are",
                    "",
                    part.text[:160],
                )
            who = ""
