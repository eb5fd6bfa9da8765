"""The rule on whom a record names in the editors' words: those whom its own words have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import BaseModel

from ..text.folding import fold
from ..text.languages import Language
from ..text.mentions import Mention
from ..text.said_so import pronoun_says
from ..text.speech import pronouns_in, speech
from ..text.voices import Sentence
from ..text.words import stands_in, stem
from ..topic.agents import Agent
from ..topic.apparatus import Reference
from ..topic.evidence import ATTRIBUTING, Placed
from ..topic.model import Comparison, Conflict, Figure
from ..topic.problems import Problem
from ..topic.record import Fact, Named, Record
from ..topic.roles import OWN, REFERS, Key, Mark, specs, values
from ..topic.site import Site
from .alongside import lists_of
from .belonging import belongs, related
from .called import is_form_of, names_of_somebody
from .common import WORDS, names_of, of_class
from .own_words import written_language
from .people import OFFICES
from .registry import rule
from .voices import agents_names, named_before, prose, themselves

# Somebody without a name, whom the sentence before may have: the mayor, both, die Firma.
_UNNAMED = re.compile(
    r"\b(?:both|the (?:two|three|pair|couple|latter|former|other)|die (?:beiden|zwei|drei)|beide"
    r"|les (?:deux|trois)|tous deux|l[oa]s (?:dos|tres)|amb[oa]s)\b"
    r"|\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Dd](?:er|ie|as|en|em|es)|[Dd]iese[rsnm]?"
    r"|[Ll][ea]s?|[Cc]e(?:tte|s|t)?|[Ee]l|[Ll]os|[Ee]st[ea]s?|[LldD]['’]) ?(?:[\w-]+ )?"
    r"(?:\w*(?:president|präsident|président|minister|ministr|ministeri|ministère|mayor|meister"
    r"|alcald|kanzler|chancel|govern|gouvern|gobiern|regierung|secretar|sekretär|senator|general"
    r"|leader|chef|jef|direct|company|firma|unternehmen|entrepris|empres|compañ|council|rat\b"
    r"|conseil|consejo|board|vorstand|ministry|office|amt\b|party|partei|parti\b|partido|union"
    r"|gewerkschaft|syndicat|sindicat|group|gruppe|groupe|grupo|club|verein|institut|universit"
    r"|school|schule|police|polizei|policía|army|armee|armée|ejército|court|gericht|tribunal"
    r"|newspaper|zeitung|journal|periódico|spokes|sprecher|porte-parole|portavoz|author|study"
    r"|studie|étude|estudio|couple|brother|sister|committee|comité|ausschuss|commission|kommission"
    r"|comisión|country|pays\b|país|agency|behörde|agence|agencia)|(?:wo)?m[ae]n\b|land\b)",
    re.I,
)


_SPANISH = frozenset("él ella ellos ellas su sus".split())
_SEVERAL = frozenset(
    "they them their theirs we us our ours sie ihnen ihr ihre ihren wir uns ils elles leur leurs"
    " nous nos ellos ellas sus".split()
)


# A number that a sentence before has.
_THE_NUMBER = re.compile(
    r"(?i)\b(?:diese|die|the|that|this|ces?|cette|les?|la|el|esa|esta|ese|este|las|los)\s(?:Zahl(?:en)?|Angaben?"
    r"|Schätzung|figures?|numbers?|estimate|chiffres?|estimation|cifras?|números?|estimación)\b"
    r"(?!\s(?:of|der|des|von|de|du|del)\b)"
)


class Words(NamedTuple):
    """What a text of a record rests on: the words themselves, and all that may say whom they mean:
    their sentences, the one before where they only mean somebody, and references; and whether
    the words mean others than those whom they name."""

    exact: tuple[str, ...]
    near: tuple[str, ...]
    means: bool


@rule(whole=False)
def named_in_its_words(site: Site) -> Iterator[Problem]:
    """Whoever a record names in the editors' words is named in the sentences of its evidence (of a
    conflict, of what it is between), in the one before where these have a pronoun or only say what
    somebody is, or in a reference of its own, by a name or a form of one, or is whom the record is
    about; of those named in one list (X and Y met) all are in the evidence itself, if one is. So is
    whoever is in no record, whose name a source has. But for its note, and for what a number
    counts, of which another rule asks."""
    for record in (*of_class(site, Fact), *of_class(site, Comparison), *of_class(site, Conflict)):
        if record.draft or isinstance(record, Named):
            continue
        for key, text, spec in values(record, OWN):
            if key[0] == "note" or Mark.COUNTED in spec.marks:
                continue
            pieces = _pieces(site, record, key)
            if pieces and (who := _not_there(site, record, text, pieces)):
                message = f'the words of this record do not name "{who}"'
                help, paste = _meant(site, record, key, pieces, who)
                help += "leave them out, or rest it on words that name them"
                yield site.problem(record.id, key, message, help, text)._replace(paste=paste)


def _meant(
    site: Site, record: Record, key: Key, pieces: tuple[Placed, ...], who: str
) -> tuple[str, str]:
    """Where a pronoun in the words may mean somebody, who is named in the nearest sentence before
    in which a person does something: the lines by which a record says so."""
    agent, cell = site.topic.records.get(who), key[:2] if key[0] == "cells" else ()
    holder: BaseModel = (
        record.cells[str(cell[1])] if isinstance(record, Comparison) and cell else record
    )
    passages = site.topic.sources[pieces[0].source].passages
    place = passages.sentence_at(pieces[0].spans[0].start)
    here = prose(passages, place, [])
    if not isinstance(agent, Agent) or not _pronouns(here, passages.language):
        return "", ""
    named = named_before(site, pieces[0], agent, agents_names(site))
    sentence = Sentence(here, agents_names(site), passages.language)
    if not named:
        return "", ""
    fields = {
        f: Mark.OWN_VOICE in spec.marks
        for f, spec in specs(type(holder)).items()
        if spec.role and "people" in spec.role.kinds and isinstance(getattr(holder, f), tuple)
    }
    says = bool(pronoun_says(sentence)) and getattr(holder, ATTRIBUTING[1], None) == ()
    lines = {f: f"[{who}]" for f, voice in fields.items() if voice is says}
    lines |= {ATTRIBUTING[1]: json.dumps(named, ensure_ascii=False)} if says and lines else {}
    left = {f: said for f, said in lines.items() if not getattr(holder, f)}
    inset = " " * (8 if cell else 4)
    paste = "".join(f"{inset}{field}: {said}\n" for field, said in left.items())
    return (
        f'if their pronoun means "{who}", add what is given here; else ' if paste else ""
    ), paste


def _pieces(site: Site, record: Record, key: Key) -> tuple[Placed, ...]:
    """The words on which a text of a record rests."""
    cell = key[:2] if isinstance(record, Comparison) and key[0] == "cells" else ()
    between = record.between if isinstance(record, Conflict) else ()
    others = (placed for name in between for placed in site.evidence.of(name))
    resolved = () if cell else site.evidence.of(record.id, "resolved_from")
    return (*site.evidence.of(record.id, *cell), *resolved, *others)


def _not_there(site: Site, record: Record, text: str, pieces: tuple[Placed, ...]) -> str:
    """The first whom a text names and its words do not; empty if there is none."""
    folded, language = fold(text), written_language(site)
    mentions = agents_names(site).within(folded, speech(language))
    itself = themselves(site)  # an orange warning is not "The warning", the text
    named = [m.whose for m in mentions if m.whose not in itself]
    strange = _strange(site, folded, mentions)
    about = _about(site, record) if named or strange else frozenset()
    others = [who for who in dict.fromkeys(named) if not _is_one(site, who, about)]
    if not (others or strange):
        return ""
    words = _words(site, record, pieces)
    for who in others:
        agent = site.topic.records[who]
        if isinstance(agent, Agent) and not _named_in(agent, words.near):
            return who
    if not words.means and (who := _only_listed(site, folded, mentions, about, words)):
        return who
    if strange:
        known = _known(site, (*words.near, *_names(site, (*about, *named))))
        return next((w for w in strange if not is_form_of(w, known)), "")
    return ""


def _strange(site: Site, text: str, mentions: list[Mention]) -> list[str]:
    """Those named in a text who are in no record, and whom a source names."""
    found = names_of_somebody(site, text)
    return [word for word, at in found if not any(m.start <= at < m.end for m in mentions)]


def _about(site: Site, record: Record) -> frozenset[str]:
    """Those whom a record, or what a conflict is between, is about."""
    between = record.between if isinstance(record, Conflict) else ()
    records = (record, *(site.topic.records[n] for n in between if n in site.topic.records))
    return frozenset(v for one in records for _, v, _ in values(one, REFERS))


def _is_one(site: Site, who: str, about: frozenset[str]) -> bool:
    return any(related(site, who, one) for one in about)


def _words(site: Site, record: Record, pieces: tuple[Placed, ...]) -> Words:
    near, exact = list[str](), [fold(placed.exact) for placed in pieces]
    means = False
    for placed in pieces:
        passages = site.topic.sources[placed.source].passages
        first = passages.sentence_at(placed.spans[0].start)
        last = passages.sentence_at(placed.spans[-1].end - 1)
        here = fold(passages.text[first.start : last.end])
        means_one = _means_one(site, here, passages.language)
        before = passages.sentence_at(max(first.start - 1, 0))
        if means_one and before.paragraph == first.paragraph:
            near.append(fold(passages.text[before.start : before.end]))
        means = means or _means_others(site, fold(placed.exact), passages.language)
        near.append(here)
        near += _givers_of_the_number(site, placed, here)
    works = (site.topic.records.get(name) for name in record.references)
    near += [fold(f"{w.title} {w.confirms}") for w in works if isinstance(w, Reference)]
    return Words((*exact,), (*near,), means)


def _givers_of_the_number(site: Site, placed: Placed, text: str) -> list[str]:
    """The names of those who give the number that a sentence only means: did not confirm the
    figure, bestätigte die Zahl nicht. It is the nearest before that a figure has."""
    if not _THE_NUMBER.search(text) or re.search(r"\d", text):
        return []
    before = (
        (span.end, name)
        for name, (source, span) in site.evidence.numbers.items()
        if source == placed.source and span.end <= placed.spans[0].start
    )
    record = site.topic.records.get(max(before, default=(0, ""))[1])
    return [*_names(site, record.attribution)] if isinstance(record, Figure) else []


def _means_one(site: Site, text: str, language: Language) -> bool:
    """Whether a sentence of a source has somebody without a name: by a pronoun, by what they are,
    or, where a language needs no pronoun, by a verb alone."""
    if _UNNAMED.search(text) or _pronouns(text, language):
        return True
    mentions = agents_names(site).within(text, speech(language))
    return language.code == "es" and not any(m.how == "subject" for m in mentions)


def _means_others(site: Site, text: str, language: Language) -> bool:
    """Whether some words have, without a name, others than those whom they name: by what they are,
    by a pronoun of several, or one that is before all names."""
    named = agents_names(site).within(text, speech(language))
    if not named or _UNNAMED.search(text):
        return True
    found = _pronouns(text, language)
    return any(at < named[0].start or pronoun in _SEVERAL for pronoun, at in found.items())


def _pronouns(text: str, language: Language) -> dict[str, int]:
    """The pronouns of a text, and where each is first; el, la and los are articles too."""
    found = pronouns_in(text, language)
    return {one: at for one, at in found.items() if language.code != "es" or one in _SPANISH}


def _only_listed(
    site: Site, text: str, mentions: list[Mention], about: frozenset[str], words: Words
) -> str:
    """Somebody whom a text names in one list with another, where the words have only the other."""
    for items in lists_of(text):
        there = [m.whose for m in mentions if any(a <= m.start < b for _, a, b in items)]
        known = [_has(site, who, about, words) for who in there]
        if any(known) and not all(known):
            return there[known.index(False)]
    return ""


def _has(site: Site, who: str, about: frozenset[str], words: Words) -> bool:
    agent = site.topic.records[who]
    there = isinstance(agent, Agent) and _named_in(agent, words.exact)
    return there or _is_one(site, who, about)


def _named_in(agent: Agent, texts: tuple[str, ...]) -> bool:
    """Whether texts name somebody, by a name or by a word made of one: the people of a land."""
    words = (w for n in names_of(agent) for w in WORDS.findall(n) if len(w) > 3)
    stems = {stem(w) for w in words if w.lower() not in OFFICES}
    return any(
        any(stands_in(form, text) for name in names_of(agent) for form in (name, f"{name}s"))
        or any(stem(word) in stems for word in WORDS.findall(text))
        for text in texts
    )


def _known(site: Site, texts: tuple[str, ...]) -> frozenset[str]:
    """The words of some texts in small letters, and of all names of those whom they name."""
    names, language = agents_names(site), speech(written_language(site))
    who = {m.whose for text in texts for m in names.within(text, language)}
    every = (*texts, *_names(site, (*who, *(b for w in who for b in belongs(site, w)))))
    return frozenset(word.lower() for text in every for word in WORDS.findall(text))


def _names(site: Site, who: Iterable[str]) -> tuple[str, ...]:
    """All names and offices of some agents, folded."""
    agents = (site.topic.records.get(one) for one in who)
    return (
        *(
            fold(value)
            for one in agents
            if isinstance(one, Agent)
            for value in (one.name, *one.alternate_names, getattr(one, "job_title", None) or "")
        ),
    )
