"""The rule on the forms, other than a word of saying, that put words into a mouth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.mentions import Mention
from ..text.spans import Span
from ..text.speech import SAYS
from ..text.voices import OTHER, Sentence, unmarked
from ..text.words import when_needed
from ..topic.problems import Problem
from ..topic.site import Site
from .own_words import own_words, quotations_in, written_language
from .prose_voices import marked
from .registry import rule
from .speech import is_speech
from .voices import agents_names, themselves

_NAME = "\U000103a2"  # in place of somebody's name: a letter that no text has
_NOUN = (
    r"(?:messages?|answers?|repl(?:y|ies)|response|words?|statement|comment|remark|verdict|motto"
    r"|line|point|warning|advice|demand|view|opinion|argument|promise|pledge|threat|claim|plea"
    r"|prediction|appeal|summary|conclusion|position|stance)"
)
_WORK = r"\b[Tt]he (?:article|report|post|study|source|text|author|newspaper|paper)\b"
# What somebody does who says nothing by it.
_DONE = (
    r"(?!(?:left|met|changed|came|went|gave|got|made|took|won|lost|stayed|moved|turned|waited"
    r"|returned|arrived|failed|refused|has|had|is|was|wants|wanted|did|does|may|might|can|could"
    r"|will|would|must|should|and|or|in|on|at|for|of|with|from|to|about|by|as)\b)"
)
_WHO = rf"(?:{_NAME}|{_WORK})"
# Each is followed by what would be speech, if it is a clause. Before the long ones is something
# short that is wherever they are.
_BEFORE = tuple(
    (re.compile(within), when_needed(pattern))
    for within, pattern in (
        # Name + a verb, perhaps with a word beside it, and a colon
        (":", rf"^\W*{_NAME}\s{_DONE}[^\W\d_]+(?:\s(?!that|how|why|whether|what)[^\W\d_]+)?\s?:\s"),
        (":", rf"{_WHO}'s?\s(?:[\w-]+\s){{0,3}}?{_NOUN}\b[^:.;{OTHER}]{{0,40}}:\s"),
        (":", rf"\b{_NOUN}\s(?:of|from|by)\s(?:the\s)?{_NAME}[^:.;{OTHER}]{{0,30}}:\s"),
        (
            ":",
            rf"{_NAME}\s(?:had|has|gave|gives|sent|sends|offered|made)\s(?:an?|one|this"
            rf"|the)\s(?:\w+\s)?{_NOUN}\b[^:.;{OTHER}]{{0,40}}:\s",
        ),
        (rf"{_WORK}[^:]*:", rf"{_WORK}\s(?:{SAYS.pattern})(?:\s(?!that\b)\w+)?\s?:\s"),
        (_NAME, rf"^\W*{_NAME}\s?[—–]\s(?=[^—–]*$)"),
        (
            rf"^\W*{_NAME}.*(?:\s-|;|\.\.\.)\s",
            rf"^\W*{_NAME}\s(?:then\s|also\s|once\s)?(?:{SAYS.pattern})(?:\s-\s|;\s|\s?\.\.\.\s)",
        ),
        (
            _NAME,
            rf"^\W*{_NAME}\s(?:said|says|added|adds|wrote|writes),\s(?!that\b|and\b|but\b|or\b|in\b"
            rf"|on\b|at\b|when\b|as\b|for\b|to\b|after\b|before\b|with\b|if\b|while\b|too\b)",
        ),
        # a small quotation, and more behind it
        (rf"{OTHER}\s?:\s", rf"(?:{SAYS.pattern})\s?[:,]?\s(?:[^:;.]{{0,20}}){OTHER}\s?:\s"),
    )
)
_TO = re.compile(rf"^\W*{_NAME}\sto\s(?:the\s)?[\w ]{{1,30}}:\s(?!{OTHER})\w")
_LAST = re.compile(rf"[^\W\d_][.!,]?\s[—–]\s?{_NAME}\W*$")
_IN_BRACKETS = re.compile(
    rf"(?<!the)(?<!\ba)\s(?!(?:office|minister|mayor)\b)[\w-]+\s\({_NAME}\)\W*$"
)
_OF_AN_OFFICE = re.compile(
    rf"\b(?:the|an?|his|her|their|its|our|whose|with|by|of|to|from|for|and)\s(?:[\w-]+\s){{0,4}}"
    rf"\({_NAME}\)"
)
_SUMMED_UP = re.compile(
    rf"[:–—,]\s(?:that|this|so|thus|such)\s(?:is|was|are|were)\s(?:what|how|the (?:words|view) of)"
    rf"\s(?:[\w-]+\s){{0,2}}?{_NAME}"
    rf"|,\s(?:so|thus)\s(?:the\s)?{_NAME}(?:\s(?:in|on|at)\s[\w ]+|\s\w+)?\W*$"
)
_SET_BEFORE = re.compile(rf"{_NAME}\s[^\W\d_]+(?:\s[^\W\d_]+)?\s?[,:]\s*\W*$")
_SET_BEHIND = re.compile(
    rf"\W*(?:is|was|were|are)\s{_NAME}'s?\s(?:[\w-]+\s){{0,2}}?{_NOUN}\b"
    rf"|\W*,?\s(?:so|thus)\s(?:the\s)?{_NAME}"
)


@rule(whole=False)
def no_words_ascribed(site: Site) -> Iterator[Problem]:
    """No clause without quotation marks is put behind somebody's name and any verb and a colon, or
    behind their or the source's line, point, warning …; behind "X to Y:"; before a dash and a name
    or a name in brackets, at the end; before "that is what X said" or "so X"; or in italics as
    somebody's answer. Nor does more stand behind a small quotation and a colon."""
    names, language, own_ids = agents_names(site), written_language(site), themselves(site)
    for own in own_words(site):
        quoted = quotations_in(site, own.text)
        before = ""
        for text in marked(own.text, quoted, Span(-1, -1), language):
            sentence = Sentence(text, names, language)
            people = [m for m in sentence.mentions if m.whose not in own_ids]
            named = _named(text, people, 0, len(text))
            if _ascribed(named, before) or _stressed(text, people, own.stressed):
                yield own.problem(
                    "this puts words into a mouth without quotation marks",
                    "quote the source's words, with marks and a citation, or report them in yours:"
                    " X says that …",
                    unmarked(text)[:80],
                )
                break
            before = named


def _named(text: str, people: list[Mention], start: int, end: int) -> str:
    """A part of a text with one sign in place of each name."""
    pieces = list[str]()
    for m in people:
        if start <= m.start and m.end <= end:
            pieces += text[start : m.start], _NAME
            start = m.end
    return "".join((*pieces, text[start:end]))


def _ascribed(named: str, before: str) -> bool:
    """Whether words of a sentence are given to somebody in one of these forms."""
    for within, pattern in _BEFORE:
        match = pattern().search(named) if within.search(named) else None
        said = named[match.end() :] if match else ""
        if said and is_speech(said) and not re.match(r"(?:it|this|that|there)\b", said, re.I):
            return True
    if _NAME not in named:
        return False
    if _TO.search(named) and not named.endswith("?"):
        return True
    if OTHER in named:
        return False
    if before and OTHER not in before and re.fullmatch(rf"\W*[—–]\s?{_NAME}\W*", named):
        return True
    in_brackets = _IN_BRACKETS.search(named) and not _OF_AN_OFFICE.search(named)
    summed_up = _SUMMED_UP.search(named)  # no more than a name of something may stand before it
    behind = (
        in_brackets or _LAST.search(named) or (summed_up and is_speech(named[: summed_up.start()]))
    )
    return bool(behind and is_speech(named))


def _stressed(text: str, people: list[Mention], stressed: tuple[str, ...]) -> bool:
    """Whether words in italics and the like are given to somebody."""
    for words in map(fold, stressed):
        start = text.find(words) if words.count(" ") > 1 and OTHER not in text else -1
        end = start + len(words)
        if start >= 0 and (
            _SET_BEFORE.search(_named(text, people, 0, start))
            or _SET_BEHIND.match(_named(text, people, end, len(text)))
        ):
            return True
    return False
