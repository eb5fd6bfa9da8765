"""The rules on what pages say that no source says: that readers are told so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ..text.adjectives import has_adjective
from ..text.folding import fold
from ..text.html import Paragraph
from ..text.speech import SAYS
from ..text.voices import Sentence
from ..text.words import stands_in, when_needed
from ..topic.agents import Agent
from ..topic.apparatus import Reference
from ..topic.pages import Outline
from ..topic.problems import Problem
from ..topic.roles import ELSEWHERE, OUTSIDE, values
from ..topic.site import Site
from .belonging import related
from .cited import Cited, says_something, sentences_cited
from .common import WORDS, names_of
from .fitting import aside_at
from .leading import lead_of
from .own_words import written_language
from .registry import rule
from .voices import agents_names

_MARKED = re.compile(r"\W*(?:Not (?:from|in)|Nicht (?:aus|im|in)|Pas (?:de|dans)|Hors)\b")
_VIA = re.compile(r"(?:^The |, (?:via )?| via |;\s|\s\()+")  # whose it is, and where it stood
_SECTION = re.compile(r"<section\b[^>]*\bclass=[\"'][^\"']*\bbackground\b|</section>")


@rule(whole=False)
def elsewhere_marked(site: Site) -> Iterator[Problem]:
    """A sentence that cites only records elsewhere names whose they are, or it, its paragraph or
    what is over it (a heading, the title of a note, the words before a list) begins with "Not from
    …", or it is in a section of the class background."""
    for page in site.outlines.values():
        heading = ""
        for i, paragraph in enumerate(page.paragraphs):
            heading = paragraph.text if paragraph.level else heading
            over = heading, paragraph.over, lead_of(page.paragraphs, i)
            if any(map(_MARKED.match, (paragraph.text, *over))) or not _elsewhere(
                site, paragraph.cites
            ):
                continue
            for part in sentences_cited(site, paragraph.shown):
                works = _elsewhere(site, part.cites)
                if not works or any(says_something(site, c) for c in part.cites):
                    continue
                line = page.line(paragraph)
                if not _named(part.text, works) and not _in_background(page, line):
                    yield Problem(
                        page.page.file,
                        line,
                        f'this rests on "{works[0].id}" alone, and does not say so',
                        "begin with: Not from the article; or say whose work it is, or put it into"
                        ' <section class="background" markdown="1">',
                        "",
                        part.text[:120],
                    )
                    break


@rule(whole=False)
def said_by_the_source(site: Site) -> Iterator[Problem]:
    """What is said to be a source's (the article says, the article's definition) cites more than a
    record elsewhere or a term, which say nothing of what the source says."""
    named, called = _called(site)
    for page in site.outlines.values():
        for paragraph in page.paragraphs:
            for part in sentences_cited(site, paragraph.shown):
                text = fold(part.marked) if _says_nothing(site, part) else ""
                if named.search(text) and (found := called().search(text)):
                    help = (
                        "cite the fact that has the source's words, or say that it is not from it"
                    )
                    if aside := aside_at(site, part.text):
                        help = f"these words are set aside at {aside}: make a record of them and"
                        help += f' cite it, or leave "{found[0]}" out'
                    yield Problem(
                        page.page.file,
                        page.line(paragraph),
                        f'"{found[0]}" cites nothing that has its words ({part.cites[0]} has none)',
                        help,
                        "",
                        part.text[:120],
                    )


def of_a_work(site: Site, paragraph: Paragraph, over: Iterable[str]) -> list[Reference]:
    """The records elsewhere that a paragraph rests on, if it or what is ``over`` it tells readers
    that it does: Not from the article; whose work it is."""
    works = _elsewhere(site, paragraph.cites)
    marked = any(map(_MARKED.match, (paragraph.text, *over)))
    return works if works and (marked or _is_theirs(paragraph.text, works)) else []


def _is_theirs(text: str, works: list[Reference]) -> bool:
    """Whether a text has whose work one is, or its title."""
    folded = fold(text)
    return any(
        stands_in(name, folded)
        for work in works
        for whole in (work.publisher, work.author or "", work.title)
        for name in (fold(whole), *_VIA.split(fold(whole) if whole != work.title else ""))
        if len(name) > 1
    )


def named_in(site: Site, who: str, works: list[Reference]) -> bool:
    """Whether somebody, or whoever they belong to, is named in what is said of works elsewhere: its
    title, its publisher, what it confirms and what is quoted of it; or a state by its adjective."""
    texts = [fold(str(v.value)) for work in works for v in values(work, OUTSIDE, ELSEWHERE)]
    agent, language = site.topic.records.get(who), written_language(site)
    names = names_of(agent) if isinstance(agent, Agent) else []
    return any(
        any(stands_in(name, text) or has_adjective(name, text) for name in names)
        or any(
            related(site, who, m.whose)
            for m in Sentence(text, agents_names(site), language).mentions
        )
        for text in texts
    )


def _says_nothing(site: Site, part: Cited) -> bool:
    known = [name for name in part.cites if name in site.topic.records]
    return bool(known) and not any(says_something(site, name) for name in known)


def _called(site: Site) -> tuple[re.Pattern[str], Callable[[], re.Pattern[str]]]:
    """What pages call each source, and what says that one says something."""
    labels = {fold(s.record.label).removeprefix("the ") for s in site.topic.sources.values()}
    either = "|".join(sorted(map(re.escape, {*labels, "article", "report"})))
    return re.compile(rf"(?i)\bthe (?:{either})['\s]"), when_needed(
        rf"(?i)(?<!\bnot )(?<!\bnot in )\bthe (?:{either})(?:'s (?:own )?(?:definition|term|word"
        rf"|reading|account)s?\b| (?:itself )?(?:{SAYS.pattern}|defines|means by)(?! nothing\b))"
    )


def _elsewhere(site: Site, cites: tuple[str, ...] | list[str]) -> list[Reference]:
    """The records elsewhere among what is cited."""
    some = (site.topic.records.get(name) for name in cites)
    return [record for record in some if isinstance(record, Reference)]


def _named(text: str, works: list[Reference]) -> bool:
    """Whether a sentence names whose work one is, or the work."""
    words = set(WORDS.findall(fold(text)))
    return any(
        word[:1].isupper() and len(word) > 2 and word in words
        for work in works
        for name in (work.publisher, work.author or "", work.title)
        for word in WORDS.findall(fold(name))
    )


def _in_background(page: Outline, line: int) -> bool:
    """Whether a line is within a section of the class background."""
    before = "\n".join(page.lines[: line - page.page.first_line + 1])
    marks = _SECTION.findall(before)
    return bool(marks) and not marks[-1].startswith("</")
