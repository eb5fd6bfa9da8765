"""The rules on words to search by, which no reader sees and every search finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold, look
from ..text.judging import JUDGING
from ..text.numbers import every_number
from ..text.voices import Sentence
from ..text.words import did_you_mean
from ..topic.fieldtypes import Frozen
from ..topic.problems import Problem
from ..topic.roles import SOUGHT, Key, values
from ..topic.site import Site
from ..topic.yaml import Location
from .called import unknown_names
from .drawn import Drawn, plain_words
from .own_words import keywords, written_language
from .registry import rule
from .voices import agents_names

_MOST, _MOST_WORDS = 12, 6
_MARKS = re.compile(r"[“”„‟«»‹›‘‚‛「」『』《》〈〉〝〞〟❝❞\"`*_\[\]<>{}|]|(?<!\w)'[^']+'(?!\w)")
# A mark that ends a sentence or divides one; U.S. and St. Ives are words.
_ENDS = re.compile(
    r"[?!;:…\n]|\.{2}|\w{4,}\.(?:\s|$)|\w{2,}\.$|\b(?!(?:St|vs|Dr|Mr|Mrs|Ms|no|No)\.)\w{2,3}\.\s+\w{4}"
    r"|(?:\w\.){4,}| [-–—] "
)
_ASKS = re.compile(
    r"(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could"
    r"|will|would|should|must|wer|wann|wo|warum|wie|welche\w*|ist|sind|hat|haben|kann|wird|qui|que|quoi"
    r"|quand|où|pourquoi|comment|quel\w*|est|quién|qué|cuándo|dónde|cómo|cuál\w*|es)\b",
    re.I,
)


@rule(whole=True)
def keywords_plain(site: Site) -> Iterator[Problem]:
    """Words to search by are words and no statement: at most six at a time, of no sentence, without
    quotation marks, and judge nobody; they have no number that their record, page or sentence has
    not, and no name that is in no source, record or reference."""
    drawn: Drawn | None = None
    for own in keywords(site):
        text = fold(own.text)
        if _MARKS.search(own.text):
            yield own.problem("words to search by have a mark", _PLAIN, own.text)
        elif (count := len(text.split())) > _MOST_WORDS:
            message = f"{count} words to search by; at most {_MOST_WORDS} go together"
            yield own.problem(message, _SHORT, own.text)
        elif _ENDS.search(text):
            yield own.problem("this is a sentence, and no words to search by", _SHORT, own.text)
        elif says := _judged(site, own.text):
            message = f'"{says}" judges somebody, and words to search by say nothing'
            yield own.problem(message, _PLAIN_WORD, own.text)
        elif name := next(unknown_names(site, [text]), ""):
            message = f'"{name}" is a name in no source, record or reference'
            yield own.problem(message, _NAME, own.text)
        elif numbers := _numbers(site, own.text):
            numbers -= {number for words in own.words for number in _numbers(site, words)}
            drawn = drawn or Drawn(site)
            if numbers and drawn.faults(own.text, (*own.records,)):
                message = f'the number "{min(numbers)}" is none that these words may be found by'
                yield own.problem(message, "write it as the record or page has it", own.text)


_PLAIN = "leave out quotation marks and marks of Markdown: words only"
_PLAIN_WORD = "write the name or the word by itself, or what readers ask: who, why, did, is"
_NAME = "write plain words in small letters; leave a name out, or record a reference that has it"
_SHORT = f"write at most {_MOST_WORDS} words that a reader may type, and no mark behind them"


def _judged(site: Site, text: str) -> str:
    """The word of some words that judges somebody whom they name; questions say nothing."""
    found = JUDGING.search(text)
    if not found or _ASKS.match(text):
        return ""
    named = Sentence(fold(text.title()), agents_names(site), written_language(site)).mentions
    return found.group() if named else ""


def _numbers(site: Site, text: str) -> set[str]:
    """The numbers of a text as they are printed, in digits of any script."""
    language = written_language(site)
    plain = " ".join(plain_words(text))
    digits = {word for word in plain.split() if any(char.isnumeric() for char in word)}
    return digits | {m.group().lower() for m in every_number(text, language)} - {*language.after}


@rule(whole=False)
def keywords_few(site: Site) -> Iterator[Problem]:
    """A record, a page, a section and a note has at most twelve words or groups of words to search
    by, none twice; those of a section are under the anchor of a heading of the page."""
    for where, key, texts in _lists(site):
        if len(texts) > _MOST:
            message = f"{len(texts)} are more than {_MOST} words to search by"
            help = "keep those that readers type most, or that say what no other does"
            yield Problem(where.path, where.line(*key), message, help, "", str(key[-1]))
        seen: set[str] = set()
        for i, text in enumerate(texts):
            if look(text) in seen:
                message = "these words to search by are there already"
                yield Problem(where.path, where.line(*key, i), message, "remove them", "", text)
            seen.add(look(text))
    for parts in site.outlines.values():
        page = parts.page
        anchors = [p.id for p in parts.paragraphs if p.level in (2, 3)]
        for name in page.meta.section_keywords:
            if name not in anchors:
                message = f'no section of the page has the anchor "{name}"'
                help = did_you_mean(name, anchors, f"its sections are: {', '.join(anchors)}")
                line = page.where.line("section_keywords", name)
                yield Problem(page.file, line, message, help, "", name)


def _lists(site: Site) -> Iterator[tuple[Location, Key, list[str]]]:
    """Each list of words to search by: where it is, and what is in it."""
    topic = site.topic
    holders: list[tuple[Location, Frozen]] = [
        (topic.where[name], record) for name, record in topic.records.items()
    ]
    holders += [(page.where, page.meta) for page in topic.pages.values()]
    holders += [(source.where, source.record) for source in topic.sources.values()]
    for where, holder in holders:
        found: dict[Key, list[str]] = {}
        for key, text, spec in values(holder):
            if spec.role is SOUGHT:
                found.setdefault(key[:-1], []).append(text)
        yield from ((where, key, texts) for key, texts in found.items())
