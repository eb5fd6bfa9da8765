"""The rules on quotations and copied words in what editors write."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..text.folding import fold
from ..text.sentences import around
from ..text.spans import Span
from ..text.words import as_in
from ..topic.pieces import COPIED_WORDS
from ..topic.problems import Problem
from ..topic.site import Site
from .as_one import ROW, heavy
from .cited import by_sentence
from .common import describe, having_words
from .here import about_itself
from .own_words import (
    OwnWords,
    and_unsure,
    listed,
    own_words,
    quotations_in,
    words_of,
    words_on_others,
)
from .registry import rule

_OUTER = '“”„‟«»" '  # marks of the source at the edges of words that are quoted anew
_FEW = 3  # words that may be quoted by a page that need not cite, of no source
_LONGER = 6  # letters for each that differs, for it to be a slip
MOST_SUGGESTED = 50  # quotations for which the nearest words are looked for

# Marks that are nothing but quotation marks, and ‘ where it opens: a lonely one is half of
# something not checked.
_MARK = re.compile(
    "[“”„‟«»‹›‚‛「」『』《》〈〉⟨⟩⟪⟫〝〞〟❛❜❝❞❮❯⸢⸣⸤⸥⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡⸨⸩⦅⦆⦇⦈⟦"
    '⟧⟬⟭⧘⧙⧚⧛⧼⧽❨❩❬❭❰❱❲❳❴❵｢｣﹁﹂﹃﹄︵︶︷︸︿﹀︽︾≪≫⋘⋙⹂״˵˶＂＇′″‴‵ʺˮ˝〃🙶🙷🙸"´]'
    r"|['‘’]{2}|,,|(?<![`\w])``(?=\w)(?=[^`]*(?:'{2}|[\x22”]))|(?<!<)<<(?=\s?\w)|(?<=\w)>>(?!>)|(?<!\w)‘(?=\w)"
)


@rule(whole=False)
def quotations_in_prose(site: Site) -> Iterator[Problem]:
    """Words in quotation marks, in a page or in a record's own words, are words of a fact cited in
    their sentence, or if that cites none, in their paragraph, or of that record; their first letter
    may be a small one or a capital. A quotation mark has its partner in the same paragraph."""
    suggested = 0
    for own in and_unsure(site):
        spans = quotations_in(site, own.text)
        paired = {offset for start, end in spans for offset in (start - 1, end)}
        alone = [m for m in _MARK.finditer(own.text) if m.start() not in paired]
        for part in by_sentence(site, own) if spans else ():
            for start, end in quotations_in(site, part.text):
                words = fold(part.text[start:end]).strip(" .,;:–—")
                known = [*words_of(site, part)] if words else []
                if len(words.split()) <= _FEW and about_itself(site, part):
                    continue
                if any(mark.group() in part.text[start:end] for mark in alone):
                    continue  # it is no quotation once its marks are those that were meant
                if words and not as_in(words, map(fold, known)):
                    suggested += 1
                    near = _nearest(site, part, words) if suggested <= MOST_SUGGESTED else ()
                    yield own.problem(*_not_quoted(site, part, words, known, near), words, *near)
        for mark in alone[:1]:  # one alone makes others so
            yield own.problem(
                f"the quotation mark {mark.group()} has no partner here",
                "open and close a quotation in one paragraph, with the marks of the language: both"
                " curved, or both straight",
                around(own.text, Span(*mark.span())),
            )


def _not_quoted(
    site: Site, part: OwnWords, words: str, known: list[str], near: tuple[str, ...]
) -> tuple[str, str]:
    """What is wrong with words in quotation marks, and what to do: which fact has them, or has the
    nearest."""
    message = f"the words in quotation marks are in no fact cited here ({listed(part.records)})"
    slip = bool(near) and _is_a_slip(words, near[0])
    plain = fold(near[0]).strip(" .,;:–—") if near else ""
    if plain and as_in(plain, map(fold, known)):
        if slip:
            wrong = ": they differ from the fact's by a letter or mark"
            return message + wrong, "copy them letter for letter"
        return message, "quote the nearest words, as the fact has them, or remove the marks"
    exact = having_words(site, words) if near else []
    others = having_words(site, plain) if plain and not exact else []
    on_page = bool(part.shown)  # a record rests on its own evidence, and cites nothing
    if exact and on_page:
        return message, f"cite the fact whose words they are right behind them: [^{exact[0]}]"
    if slip:
        cite = f"cite their fact: [^{others[0]}]" if others and on_page else "cite their fact"
        return message, f"copy them letter for letter, and {cite}"
    if others and on_page:
        help = f"quote the nearest words, and cite their fact: [^{others[0]}]"
        return message, f"{help}; or remove the quotation marks"
    if part.path.startswith("seeds/facts/"):
        return message, "quote words of this record's evidence, or remove the quotation marks"
    return message, "cite the fact whose words they are, or remove the quotation marks"


def _is_a_slip(words: str, near: str) -> bool:
    """Whether there is no more than a letter or mark between some words and others."""
    near = fold(near).strip(" .,;:–—")
    blocks = SequenceMatcher(None, words, near, autojunk=False).get_matching_blocks()
    apart = max(len(words), len(near)) - sum(block.size for block in blocks)
    return 0 < apart <= 2 and len(words) > _LONGER * apart


def _nearest(site: Site, own: OwnWords, words: str) -> tuple[str, ...]:
    """The nearest words of a source that a text may draw on, or of any, and where they are."""
    named = [p for name in own.records for p in site.evidence.of(name)]
    sources = dict.fromkeys((*(placed.source for placed in named), *site.topic.sources))
    for source in map(site.topic.sources.__getitem__, sources):
        near = {placed.paragraph for placed in named if placed.source == source.id}
        if found := source.passages.nearest(words, near):
            return found[0].strip(_OUTER), describe(source, found[1].start)
    return ()


@rule(whole=False)
def no_copied_words(site: Site) -> Iterator[Problem]:
    """No run of eight or more words of a source's sentence is in the editors' own words without
    quotation marks; nor in what is said of a reference or a correction. A source's title may be its
    own headline. A name counts as one word, with the office that the source has beside it, and so
    does a number."""
    written: dict[int, list[OwnWords]] = defaultdict(list)  # by the hash of a run, which is small
    sources = site.topic.sources.values()
    headlines = {
        (s.where.path, s.record.title) for s in sources if s.passages.has_headline(s.record.title)
    }
    for own in (*own_words(site), *words_on_others(site)):
        if (own.path, own.text) in headlines:
            continue
        kept, after = "", 0
        for start, end in quotations_in(site, own.text):
            if start > after:  # those inside another went with it
                kept, after = f"{kept}{own.text[after : start - 1]} \0 ", end + 1
        for run in _runs(_row(kept + own.text[after:])):
            theirs = written[hash(run)] if "\0" not in run else [own]
            if not theirs or theirs[-1] is not own:  # which may have it again and again
                theirs.append(own)
    found: dict[tuple[str, int], list[str]] = defaultdict(list)  # each place is told once
    first: dict[tuple[str, int], tuple[OwnWords, str]] = {}
    for source in sources:  # one may be long; what editors write is the smaller side to keep
        for a, b, *_ in source.passages.sentences:
            words = _row(source.passages.text[a:b])
            held: dict[int, tuple[OwnWords, set[int]]] = {}
            for i, run in enumerate(_runs(words)):
                for own in written.get(hash(run), ()):
                    _, numbers = held.setdefault(id(own), (own, set()))
                    numbers.update(range(i, i + COPIED_WORDS))
            for own, numbers in held.values():
                for start, end in heavy(site, words, numbers, COPIED_WORDS):
                    at = own.path, own.line if isinstance(own.line, int) else own.line()
                    first.setdefault(at, (own, source.id))
                    found[at].append(" ".join(words[start:end]))
    for at, rows in found.items():
        own, name = first[at]
        one, *others = dict.fromkeys(rows)
        what = f"{len(one.split())} words in a row"
        what = f"runs of {COPIED_WORDS} words or more" if others else what
        message = f'these {what} are those of the source "{name}"'
        help = "say it in your own words, or quote them; a name with its office counts as one word"
        yield own.problem(message, help, " | ".join((one, *others)))


_ROW = re.compile(rf"{ROW}|\0")


def _row(text: str) -> list[str]:
    """The words of a text, whatever their case and punctuation."""
    return _ROW.findall(fold(text).lower())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The runs of so many words in a row."""
    return zip(*(words[i:] for i in range(COPIED_WORDS)), strict=False)
