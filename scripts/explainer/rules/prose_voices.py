"""The rule on who is named beside a quotation in what editors write."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from ..text.clauses import left_out
from ..text.folding import fold
from ..text.languages import KEPT, Language
from ..text.sentences import Sentence as Place
from ..text.sentences import around, sentences_of_paragraph
from ..text.spans import Cover, Span
from ..text.voices import OTHER, THIS, Sentence, Voice
from ..text.words import as_in
from ..topic.agents import Person
from ..topic.evidence import Placed
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Quote
from ..topic.problems import Problem
from ..topic.roles import REFERS, Mark, values
from ..topic.site import Site
from .belonging import is_person, related
from .common import of_class
from .own_words import OwnWords, own_words, quotations_in, written_language
from .people import OFFICES
from .registry import rule
from .voices import agents_names, prose, spoken_names, themselves

SHARES = re.compile(
    r"\b(?:shar|re-?post|retweet|forward|partag|relay|teilte|weiter|compart|difund|reenv|retuit)\w*"
    r"|passed on|\bpost(?:s|ed) (?:an? |the )?[\w-]+['’]s\b",
    re.I,
)
_TO_BE_SAID = r"(?:says?|said|saying|claim\w*|add(?:s|ed)?|tell|told|suggest\w*|gesagt|sagte|dit)"
_REPORTS = r"(?!(?:whether|if|why|where|when|what|how|who|which|on|in|ob|wo|wann)\b)"
_NEGATED_BEHIND = re.compile(
    rf"[^.;:{OTHER}{THIS}]{{0,60}}\b(?:is|was)\s(?:not|never)\s(?:what|said)\b"
    r"|\W*\w+\s(?:never|did not|didn't)\s(?:say|said)\b"
)
# Before a quotation these say that it was not so, or not said.
_NEGATED = re.compile(
    rf"\b(?:denie[sd]|deny(?:ing)?|disput(?:es?|ed)|reject(?:s|ed)|bestritt"
    rf"|nie)\b[^.;:,{OTHER}{THIS}]"
    r"{0,80}$"
    rf"|\b(?:doubt\w*|false|untrue|wrong|mistaken|nobody"
    rf"|refus\w+)\b[^.;:,{OTHER}{THIS}]{{0,40}}\bthat\b"
    rf"[^.;:,{OTHER}{THIS}]{{0,60}}$|^If\b[^.;:,{OTHER}{THIS}]{{0,60}}$"
    rf"|(?:\b(?:never|not|nor|nie|nicht)"
    rf"|n't)\s(?:\w+\s)?{_TO_BE_SAID}(?:\s{_REPORTS}\w+){{0,2}}\s?(?::|\b(?:that|dass|que)"
    rf"\b[^.;:,{OTHER}{THIS}]{{0,60}})?\s?$"
    r"|(?:\b(?:never|not|no longer|hardly|nicht|nie|kein\w*)|n't)\s(?:an?\s|the\s|\w+ly\s)?$",
    re.I,
)
_ARTICLE_HOLDS = re.compile(
    r"\b(?:article|report|source)\s(?:itself\b|(?:holds|argues|thinks|believes|concludes"
    r"|reasons)\b)",
    re.I,
)
_WRITES = re.compile(
    r"\b(?:wrote|writes|written|tweeted|tweets|posted|posts|schrieb|schreibt|écrit|écrivit)\b"
    rf"[^.;:,{OTHER}{THIS}]{{0,40}}[:,]?\s?$"
)
_OWN_WORDS = re.compile(
    r"(?<!\bnot )(?<!\bnot in )\b(?:his|her|their|its|\w's?)\s(?:very\s)?own\s(?:words?|posts?)\b",
    re.I,
)
_OFFICES = re.compile(
    rf"\b(?:the|der|die|le|la)\s(?:[\w-]+\s)?({'|'.join(OFFICES)})(?!\w|'s)", re.I
)
_HAS = re.compile(r"\s(?:(?:has|had|also|hat|a)\s){0,2}")
_RIGHT_BEFORE = re.compile(rf"{THIS}\W*$")
_SOON_BEHIND = re.compile(rf"[^.;{OTHER}{THIS}]{{0,40}}{THIS}")
_INVERTED = re.compile(rf"{THIS}\W*(\w+)\s$")
_MOST_PLACES = 200  # of a source at which the words of one quotation are looked at
_NEAR = 1500  # characters before and behind a quotation that are read
_PERSONAL = ("he", "she", "er", "sie", "il", "elle")
_CALLED = r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*"  # somebody by a name, perhaps
_NOBODY = frozenset(
    "a all an and another anybody anyone as both but each everybody everyone first he her here his"
    " how however i in it its later many most my nobody none nor not one only others our she so"
    " some somebody someone still that the their then there these they this those we what when"
    " which who you asked article source report post on at by for from".split()
)


class Said(NamedTuple):
    """Whose some words are: who may appear beside them as their speaker; ``via``: where they were
    said; ``shared``: who only passed them on; ``spoken``: whether the source has them as
    somebody's own; ``named``: whom the source's sentence names, where they are its own;
    ``turned``: whether it has a word before them that turns them round; ``written``: whether
    somebody wrote or shared them, and did not speak."""

    whose: set[str]
    via: set[str]
    shared: set[str]
    spoken: bool
    named: frozenset[str] = frozenset()
    turned: bool = False
    written: bool = True


@rule(whole=False)
def voices_in_prose(site: Site) -> Iterator[Problem]:
    """In what editors write, whoever is named beside a quotation as its speaker is the one whose
    words it is: who said, wrote or shared it, or a body that they belong to or said it to. Who only
    shared it has not said it. The source's own words are nobody's else."""
    records, names, language = Records(site), spoken_names(site), written_language(site)
    for own in own_words(site):
        quoted = quotations_in(site, own.text)
        for i, span in enumerate(quoted):
            if any(o.end >= span.end for o in quoted[max(i - 8, 0) : i]):  # inside another
                continue
            said = _whose(records, own, fold(own.text[span.start : span.end]).strip(" .,;:–—"))
            if said is None:
                continue
            before = Sentence("", names, language)
            for text in marked(own.text, quoted, span, language):
                sentence = Sentence(text, names, language)
                if message := _turned(site, said, sentence, before):
                    yield own.problem(
                        message,
                        "say of these words what the source says of them",
                        around(own.text, span),
                    )
                if message := _wrong_office(site, said, sentence):
                    yield own.problem(
                        message,
                        "name whose words they are, as the fact has it",
                        around(own.text, span),
                    )
                for voice in sentence.voices():
                    if message := _wrong_voice(site, voice, said, sentence, before):
                        help = (
                            "say whose words they are as the fact has it, or cite the fact that has"
                        )
                        help += " them as theirs"
                        by = _by_nobody(site, own, span)
                        if by and voice.whose and voice.whose not in said.shared:
                            theirs = f"if these are theirs, write author: {voice.whose} in {by}"
                            help = f"{theirs}; or {help}"
                        yield own.problem(message, help, around(own.text, span))
                if any(is_person(site, m.whose) for m in sentence.subjects()):
                    before = sentence


class Records:
    """What is asked of the records of a site again and again, worked out once."""

    def __init__(self, site: Site):
        self.site, self.names, self.themselves = site, agents_names(site), themselves(site)
        self._quoted: dict[str, list[tuple[Span, str]]] = {name: [] for name in site.topic.sources}
        for quote in of_class(site, Quote):
            for placed in () if quote.draft else site.evidence.of(quote.id, "text"):
                self._quoted[placed.source] += [(span, quote.id) for span in placed.spans]
        for some in self._quoted.values():
            some.sort()
        self.whose: dict[tuple[frozenset[str], str], Said | None] = {}
        self.sentence_at = cache(self._sentence_at)

    def _sentence_at(self, source: str, sentence: Place) -> Sentence:
        """A sentence of a source with signs for its quotations."""
        passages = self.site.topic.sources[source].passages
        return Sentence(prose(passages, sentence, []), self.names, passages.language)

    def quotes_at(self, source: str, place: Span) -> list[Quote]:
        """The published quotations whose words are at a place; they nest only a few deep."""
        some = self._quoted[source]
        until = bisect_left(some, (Span(place.end, 0), ""))
        near = some[max(until - 8, 0) : until]
        found = [self.site.topic.records[name] for span, name in near if span.end > place.start]
        return [quote for quote in found if isinstance(quote, Quote)]


def _whose(records: Records, own: OwnWords, words: str) -> Said | None:
    """Whose words are, wherever a record that is cited has them; None where none has."""
    key = frozenset(own.records), words
    if key not in records.whose:
        records.whose[key] = _found_whose(records, own, words)
    return records.whose[key]


def _found_whose(records: Records, own: OwnWords, words: str) -> Said | None:
    site = records.site
    places = (
        (name, placed, place)
        for name in own.records
        for placed in site.evidence.of(name)
        if words and (form := as_in(words, [fold(placed.exact)]))
        for place in site.topic.sources[placed.source].passages.slices(form)
        if Cover(placed.spans).touches(place)
    )
    found = [_said_at(records, *place) for place in islice(places, _MOST_PLACES)]
    if not found:
        return None
    return Said(
        {who for one in found for who in one.whose},
        {who for one in found for who in one.via},
        {who for one in found for who in one.shared},
        any(one.spoken for one in found),
        frozenset(who for one in found for who in one.named),
        any(one.turned for one in found),
        any(one.written for one in found),
    )


def _said_at(records: Records, name: str, placed: Placed, place: Span) -> Said:
    """Whose the words at a place are: of the quotations there, or the source's own."""
    quotes, site = records.quotes_at(placed.source, place), records.site
    passages = site.topic.sources[placed.source].passages
    turned = bool(left_out(passages, (place,), hedges=False))
    if quotes:
        named = [(s.role.kinds, w) for q in quotes for _, w, s in values(q, REFERS) if s.role]
        whose = {who for kinds, who in named if "people" in kinds}
        via = {who for kinds, who in named if kinds == ("organisations",)}
        shared = {q.shared_by for q in quotes if q.shared_by}
        written = any(q.kind != "spoken" for q in quotes)
        return Said(whose, via, shared, spoken=True, turned=turned, written=written)
    sentence = records.sentence_at(placed.source, passages.sentence_at(place.start))
    whose = {m.whose for m in sentence.sayers()}
    record = site.topic.records[name]
    whose |= {who for _, who, _ in values(record, Mark.OWN_VOICE)}
    names = {m.whose for m in sentence.mentions} | whose | records.themselves
    names |= {who for _, who, _ in values(record, REFERS)}
    own = whose | records.themselves
    return Said(own, set(), set(), spoken=False, named=frozenset(names), turned=turned)


def marked(text: str, quoted: list[Span], this: Span, language: Language) -> tuple[str, ...]:
    """The sentences of a text, folded, with signs for its quotations; a sentence ends behind one
    that ends in a full stop, where it began before it. Of a long text only what is near is read."""
    at = max(this.start - _NEAR, 0)
    stop = this.end + _NEAR if this.end >= 0 else len(text)
    near = quoted[bisect_left(quoted, (at, 0)) : bisect_left(quoted, (stop + 1, 0))]
    return _marked(text, (*near,), this, Span(at, stop), language)


@lru_cache(KEPT)
def _marked(
    text: str, quoted: tuple[Span, ...], this: Span, part: Span, language: Language
) -> tuple[str, ...]:
    read, (at, stop) = "", part
    for span in quoted:
        if span.start <= at and at:
            continue
        before = text[at : span.start - 1]
        read += f"{before} {THIS if span == this else OTHER}"
        ended = text[span.start : span.end].rstrip()[-1:] in (".", "!", "?")
        begun = re.split(r"[.!?]\s", read[:-2])[-1]
        read += "." if ended and re.search(r"\w", begun) else ""
        at = span.end + 1
    read += text[at:stop]
    sentences = sentences_of_paragraph(read, Span(0, len(read)), 1, language)
    return (*(fold(read[place.start : place.end]) for place in sentences),)


def _turned(site: Site, said: Said, sentence: Sentence, before: Sentence) -> str:
    """What is wrong with what is said of a quotation in its sentence; empty if nothing is."""
    for place in re.finditer(THIS, sentence.text):
        text = re.split(f"[{OTHER}{THIS}]", sentence.text[: place.start()])[-1]
        behind = _NEGATED_BEHIND.match(sentence.text, place.end())
        if not said.turned and (behind or _NEGATED.search(text)):
            return "these words are quoted as not said, or not so, which the source does not say"
        if not said.written and _WRITES.search(text):
            return "these words were spoken, and not written, as the fact has it"
        theirs = any(_theirs(site, m.whose, said) for m in (*sentence.mentions, *before.mentions))
        if said.spoken and _ARTICLE_HOLDS.search(text) and not theirs:
            return "these words are somebody's in the source, not its own"
        if said.shared and _OWN_WORDS.search(text):
            return "these words are not the own ones of who shared them"
    return ""


def _wrong_voice(site: Site, voice: Voice, said: Said, sentence: Sentence, before: Sentence) -> str:
    """What is wrong with who is beside a quotation; empty if nothing is."""
    who = voice.whose
    if who in said.shared and not SHARES.search(f"{before.text} {sentence.text}"):
        return f'"{who}" only shared these words'
    if who and (said.spoken or voice.said) and not _may_say(site, voice, said):
        return f'beside this quotation "{who}" is named, whose words it is not'
    if who and not (said.spoken or voice.said or any(related(site, who, n) for n in said.named)):
        return f'beside this quotation "{who}" is named, of whom the source does not say this'
    known = _meant(site, sentence, before) if voice.pronoun.lower() in _PERSONAL else ""
    if said.spoken and known and not _theirs(site, known, said):
        return f'"{voice.pronoun}" beside this quotation may be "{known}"'
    if not who and voice.pronoun.lower() not in _PERSONAL and (name := _unknown(sentence)):
        return f'beside this quotation "{name}" is named, who is in no record'
    return ""


def _by_nobody(site: Site, own: OwnWords, span: Span) -> str:
    """The shared post cited that has some words, and of which nobody is said to be the author."""
    words = fold(own.text[span.start : span.end]).strip(" .,;:–—")
    quotes = (site.topic.records[name] for name in own.records)
    for quote in (one for one in quotes if isinstance(one, Quote) and one.kind == "shared"):
        texts = site.evidence.of(quote.id, "text")
        if quote.author in (None, NOT_STATED) and any(words in fold(p.exact) for p in texts):
            return quote.id
    return ""


def _wrong_office(site: Site, said: Said, sentence: Sentence) -> str:
    """What is wrong with an office that is beside a quotation in place of a name; empty if it is
    the speaker's, or nobody's in the records."""
    if not said.spoken:
        return ""
    for found in _OFFICES.finditer(sentence.text):
        office = found[1].lower()
        named = any(m.start < found.end() and m.end > found.start() for m in sentence.mentions)
        holders = [] if named or not _says(sentence, found) else _holders(site, office)
        if holders and not any(_theirs(site, who, said) for who in holders):
            return f'"the {office}" is beside this quotation, whose words it is not'
    return ""


def _says(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether an office is said to say the quotation in question, which is right beside it."""
    before, behind = sentence.text[: found.start()], sentence.text[found.end() :]
    has = _HAS.match(behind)
    said = sentence.words.says.match(behind, has.end()) if has else None
    if said:
        return bool(_RIGHT_BEFORE.search(before) or _SOON_BEHIND.match(behind, said.end()))
    inverted = _INVERTED.search(before)
    return inverted is not None and sentence.words.says.fullmatch(inverted[1]) is not None


def _holders(site: Site, office: str) -> list[str]:
    """The people whose office has a name, with a country before it or behind it."""
    titles = [
        (p.id, fold(p.job_title or "").lower()) for p in of_class(site, Person) if not p.draft
    ]
    return [
        who
        for who, title in titles
        if re.search(rf"(?:^|\s){re.escape(office)}$", title if office in title else "")
        or re.search(rf"(?:^|\s){re.escape(office)}$", title.split(" of ")[0])
    ]


def _meant(site: Site, sentence: Sentence, before: Sentence) -> str:
    """The person whom a pronoun beside the quotation means, as far as it can be told."""
    here = [m for m in sentence.subjects() if m.end <= sentence.text.find(THIS)]
    people = [m.whose for m in before.subjects()[:1] + here if is_person(site, m.whose)]
    return people[-1] if people else ""


def _may_say(site: Site, voice: Voice, said: Said) -> bool:
    """Whether somebody may appear beside some words: whose they are, or where they were said."""
    return _theirs(site, voice.whose, said) or (voice.whose in said.via and not voice.said)


def _theirs(site: Site, who: str, said: Said) -> bool:
    return any(related(site, who, one) for one in said.whose)


def _unknown(sentence: Sentence) -> str:
    """A name beside a quotation, with a word of saying, that is nobody's in the records."""
    says = sentence.words.says.pattern
    for place in re.finditer(THIS, sentence.text) if not sentence.mentions else ():
        before, after = sentence.text[: place.start()], sentence.text[place.end() :]
        found = (
            re.search(rf"({_CALLED}) (?:\w+ )?(?i:{says})[^{OTHER}{THIS}.;]{{0,20}}$", before)
            or re.match(rf"\W*({_CALLED}) (?i:{says})", after)
            or re.match(rf"\W*(?i:{says}) ({_CALLED})", after)
            or re.search(rf"(?:^|\. )({_CALLED})\s?:\s*$", before)
        )
        words = (
            [w for w in re.findall(r"[\w-]+", found[1]) if w.lower() not in _NOBODY]
            if found
            else []
        )
        if words:
            return " ".join(words)
    return ""
