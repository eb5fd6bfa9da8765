"""The rule on words that judge."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import fold
from ..text.judging import JUDGING, WINNING, is_of_things, is_untold
from ..text.polarity import stem, stems
from ..text.voices import Sentence
from ..topic.problems import Problem
from ..topic.roles import ELSEWHERE, OUTSIDE, SOURCE, values
from ..topic.site import Site, kept
from .cited import by_sentence, masked_at
from .common import WORDS, sentences_around
from .own_words import OwnWords, own_words, quotations_in, written_language
from .registry import rule
from .voices import agents_names


@rule(whole=False)
def judging_words_borne_out(site: Site) -> Iterator[Problem]:
    """A word that judges (betrayed, evasive, lied, admitted) is not the editors', in what cites or
    names somebody, and in a heading: it appears in the sentences of the facts that it rests on, or
    in quotation marks. A heading, a title and a paragraph without a citation rest on what their
    page cites."""
    names, language = agents_names(site), written_language(site)
    headings = {
        (page.page.file, part.text)
        for page in site.outlines.values()
        for part in page.paragraphs
        if part.level
    }
    for own in own_words(site):
        if not (JUDGING.search(own.text) or WINNING.search(own.text)):
            continue
        named = own.records or Sentence(fold(own.text), names, language).mentions
        if not named and (own.path, own.text) not in headings:
            continue
        for part in by_sentence(site, own):
            text = masked_at(part.text, quotations_in(site, part.text))
            found = [m for m in JUDGING.finditer(text) if not is_of_things(text, m.end())]
            won = [] if text.rstrip().endswith("?") else WINNING.finditer(text)
            found += [m for m in won if not is_untold(text, m.start())]
            known = frozenset[str]().union(*(_said(site, name) for name in _rests_on(site, part)))
            known |= {one for words in own.words for one in stems(words)}
            for match in found:
                words = WORDS.findall(match.group())
                several = {*stems(match.group())} if len(words) > 1 else set[str]()
                if not (known & {*map(stem, (match.group(), *words))} and several <= known):
                    yield own.problem(
                        f'"{match.group()}" judges, and no fact cited here has it',
                        "say what happened in a plain word (said, did not answer, gave up), or"
                        " quote who judges so",
                        text[:160],
                    )


def _rests_on(site: Site, own: OwnWords) -> list[str]:
    """The records that a text may take its words from."""
    if own.records or not own.path.startswith("content/"):
        return own.records
    return [
        name
        for outline in site.outlines.values()
        if outline.page.file == own.path
        for name in (*outline.cited(), *(i for block in outline.blocks for i in block.ids))
        if name in site.topic.records
    ]


@kept(4096)
def _said(site: Site, name: str) -> frozenset[str]:
    """The words of a source's sentences that a record rests on; of a work elsewhere, and a term,
    all that is said of it."""
    record = site.topic.records[name]
    roles = (OUTSIDE, ELSEWHERE, SOURCE)
    texts = [*sentences_around(site, name)]
    texts += [v.value for v in values(record, *roles) if isinstance(v.value, str)]
    return frozenset(one for text in texts for one in stems(fold(text)))
