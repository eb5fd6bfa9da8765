"""The rule on attribution that evidence leaves at its edge."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from ..text.folding import STRAIGHT_MARKS, fold
from ..text.frames import said_from, said_to, tells_who_says
from ..text.mentions import Mention, Names
from ..text.passages import Passages
from ..text.said_so import according, pronoun_says
from ..text.spans import Cover, Span
from ..text.speech import SAYS
from ..text.turns import Turn
from ..text.voices import OTHER, Sentence
from ..text.words import when_needed
from ..topic.evidence import Placed
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Cell, Claim, Comparison, Figure, Quote
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.roles import Key, Mark, having, values
from ..topic.site import Site
from .belonging import related
from .cited import masked_at
from .own_words import written_language
from .prose_voices import Records
from .registry import rule
from .voices import agents_names, themselves

# Behind these a sentence says something else than who spoke before them said.
_ELSE = re.compile(
    r";|,\s(?:and|und|et)\s|\b(?:even as|while|whereas|although|though|but|yet|despite|während"
    r"|obwohl|aber|doch|mais|tandis que|alors que|bien que)\b|—"
)
_ACCORDING = re.compile(
    r"\b(?:according to|laut|selon|d'après)\s+(?:the |der |dem |le |la )?(?:[\w-]+ )?$", re.I
)
_THAT = re.compile(r"\s(?:that|dass|que)\s$", re.I)
_SAID_THAT = when_needed(rf"(?:{SAYS.pattern})(?:\s[\w'-]+){{0,4}}?{_THAT.pattern}", re.I)
_NOUN_THAT = re.compile(
    r"\b(?:threat|comment|claim|statement|remark|promise|pledge|warning|allegation|accusation"
    r"|report"
    r"|announcement|suggestion|belief|demand)s?\s(?:that\s(?:there\s)?)?$",
    re.I,
)
_ACCORDING_TO = re.compile(r"\b(?:according to|laut|selon|d'après)\s[^,;.]{1,60},\s$", re.I)
_REPORTS = re.compile(r"\b(?:that|dass|que|whether|ob)\b|:|,\s$|\bas\s(?:an?\s|the\s)?$")
_SAME_LENGTH = {**STRAIGHT_MARKS, 0xAD: "\u00ad", ord("\n"): " ", ord("\r"): " ", 0xA0: " "}


_FEW = 4  # words before who says so: For the defence, according to X; or behind
_RECKONS = re.compile(r"\b(?:estim|reckon|schätz|calcul)")
_MIDST = re.compile(r",\s$")
_WORD = re.compile(r"\d[\d.,]*|\w{4,}")


@rule(whole=False)
def attribution_kept(site: Site) -> Iterator[Problem]:
    """Words that somebody in a source says are not recorded as the source's own: where evidence
    leaves out who says so in its sentence (according to X, X said that …), or is in a quotation of
    theirs, the record ascribes it to them, and its kind is not fact; nor is what the evidence
    itself only has somebody say (X said that, X assure avoir, according to her), but that they
    reckon so, or that it is so according to them, if the statement tells that. A record that has no
    attribution, as an event, has the words that say whose the turn is."""
    names, own, records = agents_names(site), themselves(site), Records(site)
    language = written_language(site)
    for name, record in site.topic.records.items():
        if record.draft or record.only_names or isinstance(record, Quote):
            continue
        if isinstance(record, Figure) and not record.attribution:
            continue  # said-by-another reads the whole sentence of its number
        for key, placed in site.evidence.placed[name].items():
            part, holder = _part_of(record, key)
            passages = site.topic.sources[placed.source].passages
            sayers = set(_quoted(records, passages, placed))
            sayers = sayers or {*_left_at_the_edge(passages, placed, names)}
            sayers -= own
            own_fact = (
                isinstance(holder, (Claim, Cell))
                and holder.kind == "fact"
                and not holder.attribution
            )
            if own_fact and not sayers:
                statement = fold(holder.statement or "")
                stated = Sentence(statement, names, language)
                there = {*_says_it_there(passages, placed, names, stated)} - own
                for who in sorted(there)[:1]:
                    message = f"this is no fact of the source's own: {_who(who)} says so"
                    help = "write kind: claim, with attribution: and their id"
                    yield site.problem(name, (*part, "kind"), message, help, placed.exact)
                continue
            turn = passages.turn_at(placed.spans[0])
            voiced = having(type(holder), Mark.OWN_VOICE)
            if turn and not voiced and _has_label(site, name, part, turn):
                continue
            if sayers and (wrong := _wrong(site, part, holder, sayers)):
                field, message = wrong
                label = f" ({passages.words(*passages.widened(*turn.label))})" if turn else ""
                as_claim = " and kind: claim" if hasattr(holder, "kind") else ""
                yield site.problem(
                    name,
                    (*part, field) if field else key,
                    message,
                    f"add attribution: with their id{as_claim}, or begin the evidence before the"
                    " words that name them"
                    if voiced
                    else f"add the words that name them{label} to the evidence",
                    placed.exact,
                )


def _has_label(site: Site, name: str, part: Key, turn: Turn) -> bool:
    """Whether the words of a record, or of a part of it, have those that say whose a turn is."""
    placed = site.evidence.placed[name].items()
    own = (one for key, one in placed if key[: len(part)] == part)
    return any(Cover(one.spans).touches(turn.label) for one in own)


def _part_of(record: Record, key: Key) -> tuple[Key, Record | Cell]:
    """The part of a record that some evidence is of: its path, and itself."""
    if isinstance(record, Comparison):
        return key[:2], record.cells[str(key[1])]
    return (), record


def _wrong(
    site: Site, part: Key, holder: Record | Cell, sayers: set[str]
) -> tuple[str, str] | None:
    """What is wrong with a record of words that somebody says; the field, or none of its own."""
    voice = Mark.OWN_VOICE if having(type(holder), Mark.OWN_VOICE) else Mark.ASCRIBED
    ascribed = {v.value for v in values(holder, voice)}
    who = _who(min(sayers))
    if not having(type(holder), Mark.ASCRIBED):
        return None
    known = any(not other or related(site, one, other) for one in ascribed for other in sayers)
    if not known:
        return "", f"{who} says so, whom these words leave out and the record does not name"
    if isinstance(holder, (Claim, Cell)) and holder.kind == "fact":
        return "kind", f"this is no fact of the source's own: {who} says so"
    return None


def _who(name: str) -> str:
    return f'"{name}"' if name else "somebody"


def _quoted(records: Records, passages: Passages, placed: Placed) -> Iterator[str]:
    """Those whose quotation all of some words are in."""
    within = [passages.quotation_at(*span) for span in placed.spans]
    if all(
        q and q.start <= s.start and s.end <= q.end
        for q, s in zip(within, placed.spans, strict=True)
    ):
        for span in placed.spans:
            for quote in records.quotes_at(placed.source, span):
                author = None if quote.author == NOT_STATED else quote.author
                yield from filter(None, (quote.speaker, author))


def _left_at_the_edge(passages: Passages, placed: Placed, names: Names) -> Iterator[str]:
    """Those who say some words of a sentence, where the words do not name them; somebody who is in
    no record is an empty id."""
    first = passages.sentence_at(placed.spans[0].start)
    sentence = Sentence(as_long(passages, Span(first.start, first.end)), names, passages.language)
    start = placed.spans[0].start - first.start
    end = min(placed.spans[-1].end, first.end) - first.start
    found = False
    for mention in sentence.sayers():
        named = any(s.start <= first.start + mention.start < s.end for s in placed.spans)
        if not named and says_so(sentence, mention, start, end):
            found = True
            yield mention.whose
    before = sentence.text[:start]
    if not found and _NOUN_THAT.search(before):
        found = True
        owners = [m.whose for m in sentence.mentions if m.how == "owns" and m.end <= start]
        yield owners[-1] if owners else ""
    said = _THAT.search(before) and _SAID_THAT().search(before)
    if not found and (said or _ACCORDING_TO.search(before)):
        yield next((m.whose for m in sentence.subjects() if m.end <= start), "")


def _says_it_there(
    passages: Passages, placed: Placed, names: Names, stated: Sentence
) -> Iterator[str]:
    """Those who only say all that some words of a sentence have, within these words; an empty id
    for whom a pronoun means, and for somebody who is in no record. That somebody reckons something,
    or that it is so according to them, may be ``stated`` as a fact."""
    if len(placed.spans) > 1:
        return
    sentence = Sentence(as_long(passages, placed.spans[0]), names, passages.language)
    text = sentence.text
    said = said_from(sentence)
    beside = said and _only_of_who_speaks(stated.text, said.beside, text[said.at :])
    reckons = said and _RECKONS.search(text, 0, said.at) and tells_who_says(stated)
    if said and not (beside or reckons) and not _ELSE.search(text, said.at):
        sayers = {m.whose for m in sentence.sayers() if m.end <= said.at}
        yield from sayers or {""}
    closed = said_to(sentence)
    if closed and not _ELSE.search(text, 0, closed.at):
        sayers = {m.whose for m in sentence.sayers() if m.start >= closed.at}
        yield from sayers or {""}
    by_them = according(sentence)
    for start, end in () if by_them and tells_who_says(stated) else by_them:
        opens = len(text[:start].split()) <= _FEW and not _ELSE.search(text, end)
        closes = len(text[end:].split()) <= _FEW and not _ELSE.search(text, 0, start)
        if opens or closes:
            yield next((m.whose for m in sentence.mentions if start <= m.start < end), "")
    said_by = pronoun_says(sentence)
    before = text[: text.find(said_by)] if said_by else ""
    if _MIDST.search(before) and not _ELSE.search(before):
        yield ""


def _only_of_who_speaks(statement: str, beside: str, said: str) -> bool:
    """Whether a statement has words of what only tells who somebody is who says something (X, who
    has 61 boats, said), more than of what they say."""
    stated, about, told = ({*_WORD.findall(text.casefold())} for text in (statement, beside, said))
    return len(stated & about) > len(stated & (told - about))


def as_long(passages: Passages, place: Span, turns: bool = False) -> str:
    """A sentence or a piece of one, with each character in its place, and a sign for each that is
    quoted; not for what is only said in one of the ``turns``, if they are to be read."""
    text = passages.text[place.start : place.end].translate(_SAME_LENGTH)
    speech = passages.marked if turns else passages.speech
    begin = max(bisect_left(speech, (place.start,)) - 1, 0)
    within = []
    for span in islice(speech, begin, None):
        if span.start >= place.end:
            break
        if span.end > place.start:
            start, end = max(span.start, place.start), min(span.end, place.end)
            within.append(Span(start - place.start, end - place.start))
    return masked_at(text, within)


def says_so(sentence: Sentence, mention: Mention, start: int, end: int) -> bool:
    """Whether somebody says the words between two places of a sentence, as far as can be told from
    where the saying is."""
    text = sentence.text
    according = _ACCORDING.search(text[: mention.start])
    said = None if according else sentence.words.says.search(text, mention.end, mention.end + 60)
    behind = said.end() if said else mention.end
    if start >= behind:
        between = text[behind:start]
        if _ELSE.search(between):
            return False
        return bool(according or _REPORTS.search(between) or (said and not between.strip()))
    set_off = re.search(rf"[,;–—{OTHER}]\W*(?:[\w-]+\s){{0,3}}$", text[: mention.start])
    last = set_off and re.match(r"(?:\s[\w'-]+){0,5}\s?(?:[,.]|$)", text[behind:])  # …, X said.
    if end > mention.start or (said and not last):
        return False
    return not _ELSE.search(text, end, mention.start)
