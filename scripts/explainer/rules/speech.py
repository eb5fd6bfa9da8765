"""The rule on speech without quotation marks in what editors write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.languages import Language
from ..text.mentions import Mention
from ..text.spans import Span
from ..text.speech import FIRST_PERSON, SAYS
from ..text.voices import OTHER, Sentence, unmarked
from ..text.wanting import leads_to_demands
from ..text.words import when_needed
from ..topic.problems import Problem
from ..topic.site import Site
from .own_words import OwnWords, own_words, quotations_in, written_language
from .people import offices_of
from .prose_voices import marked
from .registry import rule
from .voices import agents_names, themselves

_ASIDE = r"\s*(?:\([^)]*\)|,[^,:]{1,40},?)?\s*"
# What may be between a name and words that are to seem theirs.
_ARROW = r"[←-⇿⟵-⟿⤀-⥿➔-➾]|[-=~]+>|[>=|/~;]|\.\.\.|…"
_BETWEEN = re.compile(rf"{_ASIDE}(?::|–|—|{_ARROW}|(?=[(\[{{]))\s*(?=[\w(\[{{–—>-])")
_COLON = re.compile(rf"{_ASIDE}(?::|{_ARROW})")
_FINITE = re.compile(
    r"!|\b(?:am|is|are|was|were|will|would|can|could|must|may|might|shall|should|have|has|had|do"
    r"|does"
    r"|did|let|let's|won't|can't|don't|isn't|aren't|ist|sind|war|wird|werden|muss|müssen|kann|hat"
    r"|haben|est|sont|sera|seront|doit|peut|ont)\b",
    re.I,
)
# How what goes on behind a name or a lead-in begins, and speech does not: called for, will not.
_PREDICATE = re.compile(
    r"(?:(?:is|are|was|were|will|would|can|could|must|may|might|has|have|had|does|did|met|said|left"
    r"|went|spoke|gave|took|made|won|lost|wants|wanted)\b|[a-z]{3,}ed\b)(?![^.]*\?)"
)
_OF_OTHERS = re.compile(r"\b(?:he|she|his|her|himself|herself|er|sie|il|elle)\b", re.I)
_ASKS = re.compile(r"(?:what|who|whom|whose|where|when|why|how|which|from|to|in|at|on)\b", re.I)
_NAME = "\0"  # in place of somebody's name
_OWN = r"(?:(?:very|own|exact|actual|same)\s)*"
_OF_NAME = (
    rf"(?:\b(?:in|with|using)\s(?:the\s)?{_OWN}(?:words\sof\s{_NAME}|{_NAME}'s?\s{_OWN}(?:words"
    rf"|phrase))"
    rf"|\bto\s(?:quote|cite)\s{_NAME}|\b(?:quoting|citing)\s{_NAME}"
    rf"|{_NAME},?\s(?:verbatim|word\sfor\sword|literally)|\bas\s{_NAME}\sputs?\sit)"
)
_WORDS_OF = re.compile(rf"{_OF_NAME}\s*[,:]|,\s{_OF_NAME}\W*$", re.I)
_QUOTED = re.compile(
    r"\bquote\b.{3,200}\bunquote\b|\b(?:verbatim|word for word|and i quote)\s*:", re.I
)
_PAIR = re.compile(
    r"(?<![\w*_~^|=+#/\\`-])([*_~^|=+#/\\`-]{1,3})(?=[^\W\d_])(?=(?:\S+\s){2})[^\n]{3,200}?"
    r"(?<=[\w.,!?…])\1(?!\w)|<(?=[^\W\d_])(?:[^<>\s]{1,40}\s){2}[^<>]{0,200}>"
    r"|[ʻʽ](?=\w)(?:[^ʻʼʽ\s]{1,40}\s)[^ʻʼʽ]{0,200}ʼ(?!\w)"
)
_NOT_SAYING = re.compile(
    r"\b(?:shar|post|report|describ|estimat|think|thought|call)\w*[^:]*:$", re.I
)
_SAID_BY = when_needed(rf"(?:^\W*(?:quoth|{SAYS.pattern})\s(?:the\s)?|\b(?:so|thus)\s)$", re.I)
_SPEECH = (
    "(?:messages?|answers?|repl(?:y|ies)|response|words|statement|comment|remark|verdict|motto"
    "|quote"
    "|quotation|conclusion)"
)
_THAT = re.compile(r"\s*(?:that|whether|how|dass|ob|wie|que|si|comment)\b")
_PREPOSITION = (
    r"(?:in|on|to|for|of|with|from|at|about|that|whether|how|why|what|when|if|als|dass|que)"
)
_SOMEBODY = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)(?=\s(?:\w+\s)?(?:said|says?|added|wrote|writes)\b)"
)
_FIRST = re.compile(rf"(?:\w+\W+){{0,2}}?(?:{FIRST_PERSON.pattern})")
_CLEARLY = re.compile(rf":\s(?={_FIRST.pattern})")
_FIRST_BEFORE = re.compile(rf"\b{_FIRST.pattern}\b.{{0,200}}[,(–—-]\s*$")
_SAID = re.compile(
    rf"\W*(?:\w+\W+){{0,4}}?(?:{SAYS.pattern})([^{OTHER}.;]{{0,40}}?(?::|\s[–—]\s(?=[^–—]*$)))?",
    re.I,
)
_TOLD = re.compile(rf"'s?\s(?:\w+\s){{0,2}}?{_SPEECH}\b[^{OTHER}:]{{0,30}}:\s")


@rule(whole=False)
def speech_quoted(site: Site) -> Iterator[Problem]:
    """What editors write puts no words into anybody's mouth without quotation marks: behind a name
    or a word of saying and a colon, an arrow or another mark, in the first person, in italics
    beside a word of saying, between marks that stand for quotation marks, or "in X's words"."""
    names, language, own_ids = agents_names(site), written_language(site), themselves(site)
    about_people = {
        parts.page.file
        for parts in site.outlines.values()
        if parts.page.meta.person or any(block.name == "people" for block in parts.blocks)
    }
    offices = offices_of(site)
    titles = {work.title for work in site.topic.of_kind("references")}  # X: I would
    introduced = ""  # the page on which the paragraph before says that somebody says what follows
    for own in own_words(site):
        quoted = quotations_in(site, own.text)
        last = None
        for text in marked(own.text, quoted, Span(-1, -1), language):
            sentence = Sentence(text, names, language)
            people = [m for m in sentence.mentions if m.whose not in own_ids]
            follows = last is None and introduced == own.path and not text.startswith(OTHER)
            words = text if follows and not _PREDICATE.match(text) else ""
            others = (*_SOMEBODY.finditer(text), *offices.finditer(text))
            people += (Mention(*m.span(), "", "subject") for m in others)
            strict = None if own.text in titles else own.path in about_people
            words = words or _unquoted(sentence, people, strict)
            words = words or (_set_apart(sentence, own, people) if people else "")
            if words:
                yield own.problem(
                    "these words are put into somebody's mouth without quotation marks",
                    "quote the source's words, with marks and a citation, or report them in yours:"
                    " X says that …",
                    unmarked(words)[:80],
                )
            last = sentence, people
        says = own.shown and last and _introduces(*last, language)
        introduced = own.path if says else ""


def _introduces(sentence: Sentence, people: list[Mention], language: Language) -> bool:
    """Whether the end of a paragraph says that somebody says what follows; not where it is what
    they want: the conditions of X."""
    text = sentence.text
    if not people or ":" not in text[-2:]:
        return False
    end = re.search(rf"(?:{SAYS.pattern})(?:\s+(?!{_THAT.pattern})\w+){{0,3}}\s*:$", text, re.I)
    if end and _THAT.search(text, people[-1].end, end.start()):
        return False
    alone = re.fullmatch(r"\W*:", text[people[-1].end :])
    return bool(end or (alone and not leads_to_demands(sentence, language)))


def _unquoted(sentence: Sentence, people: list[Mention], about_people: bool | None) -> str:
    """The words of a sentence that somebody seems to say, without quotation marks; in the title of
    a work (None), only those in the first person."""
    text = sentence.text
    for mention in people:
        behind = text[mention.end :]
        between = _BETWEEN.match(behind)
        said = _SAID.match(behind)
        for match in filter(None, (between, said)):
            speech = behind[match.end() :]
            if re.match(rf"\W*{OTHER}", speech):
                continue
            speech = speech.lstrip(" ,:;–—-.…([{<>*_~|/")
            if _FIRST.match(speech):
                return speech
            begins = (
                match is between and _COLON.match(match[0]) and not text[: mention.start].strip()
            )
            at_once = (
                match is said
                and (match[1] or "").strip() in (":", "–", "—")
                and not _NOT_SAYING.search(match[0])
            )
            strict = about_people or at_once
            colon = (match[1] or "") if match is said and not _NOT_SAYING.search(match[0]) else ""
            begins = begins or bool(colon and not _THAT.match(colon))
            cell = speech[:1].lower() + speech[1:] if match is between and "|" in match[0] else ""
            if _PREDICATE.match(cell) or _reports(speech, sentence, people, bool(cell)):
                continue  # a cell that says what those in the first cell do: X | will not
            if begins and about_people is not None and (strict or is_speech(speech)):
                return speech
        before = text[: mention.start]
        if re.match(r"\s?[,:]", behind) and _SAID_BY().search(before):
            return behind
        told = _TOLD.match(behind)
        if told and not behind[told.end() :].lstrip(" *_").startswith(OTHER):
            return behind[told.end() :]
        if clear := _CLEARLY.search(behind):
            return behind[clear.end() :]
        if _FIRST_BEFORE.search(before) and not behind.strip(" .,;:!?)]–—"):
            return text
    return ""


def _reports(words: str, sentence: Sentence, people: list[Mention], cell: bool) -> bool:
    """Whether a cell says itself who says it: X | X said that …"""
    at = len(sentence.text) - len(words)
    own = next((m for m in people if m.start == at), None) if cell else None
    said = _SAID.match(sentence.text, own.end) if own else None
    return said is not None and _THAT.match(sentence.text, said.end()) is not None


def is_speech(words: str) -> bool:
    """Whether words behind a name and a colon are a sentence that this somebody may say."""
    if OTHER in words or _ASKS.match(words) or _OF_OTHERS.search(words[:60]):
        return False
    return bool(_FINITE.search(words))


def _set_apart(sentence: Sentence, own: OwnWords, people: list[Mention]) -> str:
    """Words of a sentence that names somebody and marks words as theirs in another way."""
    text = sentence.text
    if OTHER not in text:
        for mention in people:
            named = f"{text[: mention.start]}{_NAME}{text[mention.end :]}"
            if _WORDS_OF.search(named):
                return text
        if _QUOTED.search(text) or re.search(r"^With (?:the|these|those) words\b", text):
            return text
        if re.match(r"[–—>-]+\s", text) and SAYS.search(text):
            return text
    if pair := _PAIR.search(text):
        return pair.group()
    for words in map(fold, own.stressed):
        if words.count(" ") > 1 and (at := text.find(words)) >= 0:
            within = any(m.start <= at and m.end >= at + len(words) for m in people)
            if not within and _beside_saying(sentence, at, at + len(words), people):
                return words
    return ""


def _beside_saying(sentence: Sentence, start: int, end: int, people: list[Mention]) -> bool:
    """Whether somebody is said to say what is between two places."""
    before, behind = sentence.text[:start], sentence.text[end:]
    named = any(m.end <= start for m in people)
    says = rf"(?:{SAYS.pattern})(?:\s+(?!{_PREPOSITION}\b)\w+){{0,3}}?\W*$"
    if named and (re.search(says, before, re.I) or re.search(r"(?::|'s)\W*$", before)):
        return not re.match(rf"{_PREPOSITION}\b", sentence.text[start:end], re.I)
    after = re.match(rf"\W*(?:\w+\W+){{0,3}}?(?:{SAYS.pattern})", behind, re.I)
    return after is not None and any(m.start >= end for m in people)
