"""The rule on proper names that no source, record or reference has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ..text.folding import fold
from ..text.given_names import is_given_name
from ..text.voices import OTHER
from ..text.wider_words import WIDER
from ..topic.agents import Agent
from ..topic.apparatus import Reference
from ..topic.model import Term
from ..topic.problems import Problem
from ..topic.roles import ABOUT_SOURCE, ELSEWHERE, OUTSIDE, SOUGHT, SOURCE, values
from ..topic.site import Site, kept
from .across import is_body_across, is_office_across, names_across
from .cited import masked_at
from .here import about_itself
from .own_words import own_words, quotations_in, written_language
from .people import OFFICES
from .registry import rule

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+|\b\w+\.(?:csv|json|xml|bib|md|yml|txt)\b")
# Behind one of these a word has a capital letter whatever it is.
_BEGINS = re.compile(r"(?:^|[.!?:…|/•·]|[–—-]\s)[\W_]*$")
_COMPASS = ("north", "south", "east", "west")
_ALIKE = 0.8
# What has a capital letter by itself: days, months, titles of address, eras, hours, what is in
# documents and data, and what languages are called that have no land of nearly that name.
_CAPITALISED = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec i i'm i'll i've i'd"
    " monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december mr mrs ms"
    " miss dr prof st sir madam jr sr ad bc ce bce am pm gmt utc cet est edt pdt christmas"
    " easter earth sun moon mars god ok tv cv cd dc world war part chapter ii iii iv vi vii viii"
    " ix xi xii europe european asia asian africa african atlantic pacific csv json pdf html url"
    " api rss atom doi isbn bibtex csl git github markdown mkdocs yaml unicode sha creative"
    " commons cc by vat gdp internet english french german latin roman arabic".split()
)
# Of all languages, since a site may have another than its sources.
_OF_TIMES = frozenset(
    word.lower() for one in WIDER.values() for word in (*one.months, *one.weekdays)
)
# Names of a people or a language that are no form of their land's.
_OF_A_LAND = {
    "america": "us usa", "american": "us usa america", "british": "uk britain",
    "briton": "britain", "french": "france", "dutch": "netherlands holland",
    "swiss": "switzerland", "danish": "denmark", "spanish": "spain", "welsh": "wales",
    "greek": "greece", "thai": "thailand",
    "polish": "poland", "german": "germany", "turkish": "turkey", "czech": "czechia",
}  # fmt: skip
# Of a first word that no text has without its capital letter, only somebody does these.
_PERSONAL = re.compile(
    r"\s(?:(?:has|have|had|will|would|does|did|is|also|then|later|now|long|again|never|not|who|and"
    r"|repeatedly|reportedly|already|since|always)\s){0,3}(?:sa(?:id|ys?)|told|tells|want(?:s|ed)"
    r"|met|wrote|writes|believe[sd]?|thinks?|thought|hope[sd]?|demand(?:s|ed)"
    r"|agree[sd]?|back(?:s|ed)|refuse[sd]?|accuse[sd]?|insist(?:s|ed)?|warn(?:s|ed)?|denie[sd]"
    r"|announced|invaded|attacked|signed|vowed|pledged|promised|threatened|ordered|proposed"
    r"|negotiated|criticised|criticized|praised|urged|asked|admitted|conceded|replied|answered"
    r"|joked|(?:began|started|opened|broke off|ended)\s(?:the\s|its\s|his\s|her\s)?(?:\w+\s)?"
    r"(?:talks|war|negotiations|meeting))\b"
)
_ONE = re.compile(r"\s(?:has|says|is|was|wants|tells|denies|refuses)\b")
# Who does them without being called by a name.
_NOBODY = frozenset(
    "he she they it we you i who what this that these those one some all both many most few several"
    " others another everybody everyone nobody somebody someone anybody anyone neither either none"
    " each people men women children police staff parliament congress government opposition"
    " everything something nothing here there then now nor and but or so".split()
)
# A name of a body that is more than its words.
_BODY = re.compile(
    r"\b(?!(?:The|A|An|This|That|Its|Our|His|Her|Their|No|Every|Each)\b)[A-Z][a-z]+\s(?:Nations|Union"
    r"|Court|Council|Commission|Parliament|Assembly|Bank|Agency|Organi[sz]ation|Committee"
    r"|Institute|University|Times|Post|Press|Journal|Guardian|Party|Fund|Foundation)\b"
)


def unknown_names(site: Site, texts: Iterable[str]) -> Iterator[str]:
    """Of texts that begin with no capital letter of their own, the words that have one and are in
    no source, record or reference; not asked where all nouns have one."""
    if written_language(site).code == "de":
        return
    small, known = _small(site), _known(site)
    for word in (word for text in texts for word in _words(fold(text))):
        low = _plain(word)
        named = word[0].isupper() and len(word) > 1
        if named and not (low in small or _among(low, known)):
            yield word


@rule(whole=True)
def known_to_the_sources(site: Site) -> Iterator[Problem]:
    """A name that what editors write has within a sentence (a word with a capital letter that no
    text has without), or before what only somebody does, is in a source, or in a record's name, a
    term or a reference, or is a form of one that is; or it is what the language of the pages calls
    a place, an office or a body that a source in another language names. Not asked where all nouns
    have a capital letter, as in German, nor of a title in which every longer word has one."""
    if written_language(site).code == "de":
        return
    known = _known(site)
    links = (*site.mkdocs.menu, *site.mkdocs.footer)
    called = (*(link.text for link in links), *site.outlines)  # Corrections, corrections.md
    menu = {word.lower() for text in called for word in _words(text)}
    linked = {word.lower() for text in site.mkdocs.elsewhere for word in _words(text)}
    small, short = _small(site) | _NOBODY, _initials_of_abbreviations(site)
    for own in own_words(site):
        if about_itself(site, own):
            continue
        of_site = own.path in (site.mkdocs.where.path, site.topic.settings_where.path)
        beside = linked if of_site else menu
        text = fold(masked_at(own.text, quotations_in(site, own.text)))
        for name in _names(text):
            low = _plain(name)
            explained = any(name in initials for initials in short.get(own.path, ()))
            explained = explained or is_office_across(site, low)
            known_here = explained or low in small or low in beside or _among(low, known)
            if not (known_here or any(low in map(str.lower, _words(one)) for one in own.words)):
                yield own.problem(
                    f'"{name}" is a name in no source, record or reference',
                    "leave it out, or cite a reference that has it",
                    own.text[:120],
                )
                break
        else:
            if body := _body(site, text, own.words):
                yield own.problem(
                    f'"{body}" is a name in no source, record or reference',
                    "leave it out, or cite a reference that has it",
                    own.text[:120],
                )


# A name of two words and more, or one, and what before or behind one shows that it is somebody's.
_CALLED = re.compile(r"[A-ZÀ-Þ][\w'-]*(?:\.(?= [A-Z]))?(?:\s[A-ZÀ-Þ][\w'-]*){0,3}")
_OFFICE = re.compile(
    rf"\b(?:(?i:{'|'.join(OFFICES)}|senator|sénateur|sénatrice|alcaldesa?|ministr[oa]|president[ea])"
    r"|M[rs]s?|Miss|Mme|Mlle|Dr|Prof|Sir|Lord|Lady|Sra?|Doña|Don|M)\.?\s$"
)


def names_of_somebody(site: Site, text: str) -> Iterator[tuple[str, int]]:
    """The words of a folded text that are the name of somebody in a source, and
    where each is."""
    somebody = _somebody(site)
    for match in _WORD.finditer(text) if somebody else ():
        if match.group()[0].isupper() and _plain(match.group()) in somebody:
            yield match.group(), match.start()


def is_form_of(word: str, known: frozenset[str]) -> bool:
    """Whether a word is one of some words in small letters, or a form of one."""
    return _among(_plain(word), known)


@kept()
def _somebody(site: Site) -> frozenset[str]:
    """The last words of the names of people in the sources, in small letters: behind a given name
    or an office, or before what only somebody does. None that some text of the site has without a
    capital letter."""
    found = set[str]()
    for source in site.topic.sources.values():
        text, german = source.passages.folded, source.passages.language.code == "de"
        for match in _CALLED.finditer(text):
            words = match.group().split()
            given = len(words) > 1 and is_given_name(words[0])
            before = text[max(match.start() - 24, 0) : match.start()]
            within = not (german or _BEGINS.search(before[-12:]))
            does = within and (_OFFICE.search(before) or _PERSONAL.match(text, match.end()))
            if given or does:
                found.add(_plain(words[-1]))
    return frozenset(found - _small(site) - _OF_TIMES)


def _body(site: Site, text: str, words: tuple[str, ...]) -> str:
    """The first name of a body whose words are known one by one, each of something else."""
    known = (*_texts(site), *map(fold, words))
    return next(
        (
            found.group()
            for found in _BODY.finditer(text)
            if not any(found.group() in one for one in known)
            and not is_body_across(site, found.group())
        ),
        "",
    )


def _initials_of_abbreviations(site: Site) -> dict[str, list[str]]:
    """By pages, the first letters of what each abbreviation stands for."""
    return {
        page.page.file: [_initials(p.text) for p in page.paragraphs if p.tag == "abbr"]
        for page in site.outlines.values()
    }


def _initials(text: str) -> str:
    return "".join(word[0] for word in _words(text)).upper()


def _names(text: str) -> Iterator[str]:
    """The words of a text that may be names."""
    text = _ADDRESS.sub(lambda m: "." * len(m[0]), text)
    words = [*_WORD.finditer(text)]
    longer = [m for m in words if len(m[0]) > 3]
    if len(longer) > 2 and all(m[0][0].isupper() for m in longer) and text[-1:] not in ".!?":
        return
    initials = "".join(m[0][0] for m in words).upper()
    for match in words:
        word = match.group()
        if not word[0].isupper() or (len(word) == 1 and text[match.end() :][:1] != "."):
            continue
        if _BEGINS.search(text[max(match.start() - 12, 0) : match.start()]):
            alone = _PERSONAL.match(text, match.end()) and word.lower() not in _NOBODY
            several = word[-1] == "s" and not _ONE.match(text, match.end())
            if not alone or several or word.endswith("ing"):
                continue
        if OTHER not in word and not (word.isupper() and len(word) > 1 and word in initials):
            yield word


@kept()
def _known(site: Site) -> frozenset[str]:
    """The words of all names that may be used, in small letters."""
    words = _words_of_sources(site).union(*map(_words, _texts(site)[len(site.topic.sources) :]))
    return names_across(site).union(map(_plain, words))


@kept()
def _words_of_sources(site: Site) -> frozenset[str]:
    """The words of all sources, each once."""
    sources = site.topic.sources.values()
    return frozenset(m[0] for one in sources for m in _WORD.finditer(one.passages.folded))


@kept()
def _texts(site: Site) -> tuple[str, ...]:
    """All texts that have names which may be used, folded; those of the sources first."""
    texts = [source.passages.folded for source in site.topic.sources.values()]
    for source in site.topic.sources.values():
        texts += [v.value for v in values(source.record, ABOUT_SOURCE)]
    outside = (OUTSIDE, ELSEWHERE, SOURCE)
    for record in site.topic.records.values():
        if record.draft:
            continue
        if isinstance(record, Agent | Term):
            texts += [record.term if isinstance(record, Term) else record.name]
            texts += record.alternate_names
        wanted = () if isinstance(record, Reference) else outside
        texts += [v.value for v in values(record, *wanted) if v.spec.role is not SOUGHT]
    return (*(fold(text) for text in texts if isinstance(text, str)),)


@kept()
def _small(site: Site) -> frozenset[str]:
    """The words that some text of the site has without a capital letter."""
    words = _words_of_sources(site).union(*(_words(fold(own.text)) for own in own_words(site)))
    return _CAPITALISED | {_plain(word) for word in words if word[0].islower()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _plain(word: str) -> str:
    small = word.lower()
    return small[:-2] if small.endswith("'s") else small.removesuffix("'")


def _among(word: str, known: frozenset[str]) -> bool:
    """Whether a word is a known name, or a form of one: its plural, its people or language."""
    if word in known or any(land in known for land in _OF_A_LAND.get(word, "").split()):
        return True
    if word in _COMPASS and f"{word}ern" in known:
        return True
    return len(word) > 3 and any(
        word[:4] == other[:4]
        and (word[:5] == other[:5] or SequenceMatcher(None, word, other).ratio() >= _ALIKE)
        for other in known
    )
