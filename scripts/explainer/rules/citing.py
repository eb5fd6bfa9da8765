"""The rules on what pages must cite."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import fold
from ..text.html import CITES, Paragraph
from ..text.sentences import sentences_of_paragraph
from ..text.spans import Span
from ..text.voices import OTHER, Names, Sentence, unmarked
from ..topic.evidence import selectors
from ..topic.model import Conflict, Reference
from ..topic.problems import Problem
from ..topic.site import Site
from .own_words import quotations_in, written_language
from .registry import rule
from .voices import agents_names, themselves


@rule(whole=True)
def every_page_cites(site: Site) -> Iterator[Problem]:
    """Every page with words of the editors' own cites a fact, unless the settings say why it need
    not (uncited_pages); readers are told the reason."""
    free, where = site.topic.settings.uncited_pages, site.topic.settings_where
    for path, parts in site.outlines.items():
        words = [p for p in parts.paragraphs if not p.level and p.text]
        if words and path not in free and not any(_is_fact(site, c) for c in parts.cited()):
            yield Problem(
                parts.page.file,
                parts.line(words[0]),
                "this page cites no fact",
                "cite what it rests on: [^id]; or say in seeds/settings.yml under uncited_pages why"
                " it need not",
                "",
                words[0].text[:100],
            )
    for path in free:
        line = where.line("uncited_pages", path)
        if path not in site.outlines:
            message, help = f"there is no page content/{path}", "remove it from uncited_pages"
            yield Problem(where.path, line, message, help)
        elif site.outlines[path].cited():
            message = f"content/{path} cites and needs no reason not to"
            yield Problem(where.path, line, message, "remove it from uncited_pages")


@rule(whole=True)
def named_and_cited(site: Site) -> Iterator[Problem]:
    """A paragraph that names a person or an organisation of the records cites a fact: a person, a
    term, a conflict or a record elsewhere alone carries no statement. So does each sentence, and
    each heading that asks nothing, in which somebody named says something."""
    names, own = agents_names(site), themselves(site)
    for parts in site.outlines.values():
        for paragraph in parts.paragraphs:
            if found := _uncited(site, paragraph, names, own):
                message, words = found
                yield Problem(
                    parts.page.file,
                    parts.line(paragraph),
                    message,
                    "cite the fact that it rests on right behind it: [^id]",
                    "",
                    words[:100],
                )


def _uncited(
    site: Site, paragraph: Paragraph, names: Names, own: set[str]
) -> tuple[str, str] | None:
    """What of a paragraph should cite a fact and does not, and its words."""
    language = written_language(site)
    whole = Sentence(fold(paragraph.text), names, language)
    named = [m.whose for m in whole.mentions if m.whose not in own]
    if not named:
        return None
    if not paragraph.level and not any(_is_fact(site, c) for c in paragraph.cites):
        return f'this names "{named[0]}" and cites no fact', paragraph.text
    for text, cites in _sentences(site, paragraph):
        sentence = Sentence(text, names, language)
        sayers = [m.whose for m in sentence.sayers() if m.whose not in own]
        asks = text.rstrip().endswith("?")
        if sayers and not asks and not any(_is_fact(site, c) for c in cites):
            return f'"{sayers[0]}" says something in this sentence, which cites no fact', unmarked(
                text
            )
    return None


def _is_fact(site: Site, name: str) -> bool:
    """Whether a record carries a statement of a source."""
    record = site.topic.records.get(name)
    if record is None or record.draft:
        return site.topic.is_unreadable(name)
    apparatus = record.only_names or isinstance(record, (Conflict, Reference))
    return not apparatus and any(selectors(record))


def _sentences(site: Site, paragraph: Paragraph) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a paragraph with what each cites; quotations are one sign each."""
    pieces = CITES.split(paragraph.shown)  # words and ids, in turn
    text, cited = "", []
    for i, piece in enumerate(pieces):
        if i % 2:
            cited.append((len(text.rstrip()) - 1, piece))
        else:
            text = f"{text}{' '.join(f'|{piece}|'.split())[1:-1]}"
    for start, end in reversed(quotations_in(site, text)):
        text = f"{text[:start]}{OTHER * (end - start)}{text[end:]}"
    language = written_language(site)
    for place in sentences_of_paragraph(text, Span(0, len(text)), 1, language):
        cites = [name for at, name in cited if place.start <= at < place.end + 1]
        yield fold(text[place.start : place.end]), cites
