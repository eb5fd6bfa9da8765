"""The rule on who says what a record has: nobody else in its sentence, and somebody at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter

from ..text.folding import fold
from ..text.giving import is_given, without_counted
from ..text.languages import Language
from ..text.mentions import Mention
from ..text.said_so import pronoun_says, takes_a_stand
from ..text.spans import Cover, Span
from ..text.spoken import somebody_gives
from ..text.told_of import is_asked, only_does, only_tells_of
from ..text.voices import Sentence
from ..text.words import stands_in
from ..topic.agents import Person
from ..topic.model import Claim, Figure
from ..topic.problems import Problem
from ..topic.roles import Key, Mark
from ..topic.site import Site
from .attribution import (
    ascribed,
    in_own_voice,
    names_by_agent,
    number_of,
    own_quotations,
    part_of,
    saying,
    sentence_text,
    stated,
)
from .belonging import may_be_of, related
from .common import label_of, of_class, turn_of
from .pronouns import fits
from .registry import rule
from .turns import speakers_of
from .voices import agents_names, prose, themselves
from .whose import TO_ITSELF

# Before a body that is only a place: jailed at the court, taken to the hospital.
_AT = re.compile(
    r"\b(?:at|into|near|outside|inside|to|ins?|im|zum|zur|beim|à|au|aux|al?)\s(?:the |das |die "
    r"|dem |der |l'|la |el )?$"
)
_OWNED_BY = re.compile(
    r"(?:[A-ZÄÖÜ]\w+ (?:der|des)|\w+s of(?: the)?|\w+ (?:de la|du|del|de l'|des)) ?$"
)
_ASIDE = re.compile(r"(?<=\s)[–—-]\s[^–—]{3,200}\s[–—-](?=[\s,.;])|\([^()]{3,200}\)")
_WHERE = re.compile(r",\s(?:où|where|wo|donde)\s")
_OR_BESIDE = "; or, if words beside have them say so, add those to the evidence"
_NO_CLAIM = (
    "write kind: fact and remove attribution:; or, if words beside have them say so, add those to"
    " the evidence"
)


@rule(whole=False)
def said_by_another(site: Site) -> Iterator[Problem]:
    """Where the sentence of some words says who says so (X said, according to X), they are among
    those to whom the record ascribes it; and no person is who only is spoken to or about there. A
    number that only tells of who speaks (X, 61, said) is theirs or the source's, in a clause on
    them (X, who grows 61 vines, said) the source's own; one that a pronoun or a body gives (she
    said, according to the council) is not the source's own, and one in a quotation is its
    speaker's. What somebody only does or has (the harbour office runs 12 boats)
    they do not say: a word of its clause, or of other evidence, has somebody give it."""
    names, said = agents_names(site), own_quotations(site)
    parts: dict[tuple[str, Key], list[tuple[Key, str]]] = defaultdict(list)
    for name, key, who, marks in ascribed(site):
        if Mark.OWN_VOICE in marks:
            parts[name, part_of(key)].append((key, who))
    for figure in of_class(site, Figure):  # of nobody: the source itself gives it
        if not (figure.draft or figure.attribution) and figure.id in site.evidence.numbers:
            parts[figure.id, ()].append((("attribution",), ""))
    for (name, part), those in parts.items():
        words = number_of(site, name) or site.evidence.of(name)
        said_so = any(in_own_voice(who, words, said) for _, who in those)
        sentences = [] if said_so else saying(site, names, name, part)
        record = site.topic.records[name]
        printed = fold(record.value_text) if isinstance(record, Figure) and not part else ""
        found = _anothers_voice(site, name, said, those) if printed else None
        help = "check who says so, and ascribe it to them"
        if site.evidence.of(name, *part, "resolved_from"):
            help += ", without resolved_from: if these words name them"
        statement = fold(record.statement) if isinstance(record, Claim) else ""
        found = found or _another_says(site, sentences, those, printed, statement)
        found = found or _wrong_order(site, name, those)
        if not found and printed and (found := _only_told_of(site, sentences, those, printed)):
            help = TO_ITSELF
        if not (found or said_so) and (found := _nobody_says(site, name, part, those, printed)):
            help = _NO_CLAIM
            if isinstance(record, Figure):
                help = f"{TO_ITSELF}{_OR_BESIDE}"
        if found:
            key, who, message = found
            yield site.problem(name, key, message, help, who)


def _wrong_order(
    site: Site, name: str, those: list[tuple[Key, str]]
) -> tuple[Key, str, str] | None:
    """Whoever speaks in a turn, where they come before those whose words they only report, or where
    a number in it is ascribed to nobody."""
    turn = turn_of(site, number_of(site, name) or site.evidence.of(name))
    speakers = speakers_of(site, label_of(*turn)) if turn and len(those) > 1 else ()
    key, who = those[0]
    if turn and not who:
        return key, who, f'this number stands in what is said behind "{label_of(*turn)}"'
    if who not in speakers or all(one in speakers for _, one in those):
        return None
    return key, who, f'"{who}" reports here what others say: name them first, and "{who}" last'


def _anothers_voice(
    site: Site, name: str, said: dict[tuple[str, str], Cover], those: list[tuple[Key, str]]
) -> tuple[Key, str, str] | None:
    """Whom a number should not be ascribed to, as it is in a quotation of somebody else."""
    source, number = site.evidence.numbers.get(name, ("", Span(0, 0)))
    theirs = [who for (who, at), cover in said.items() if at == source and cover.touches(number)]
    theirs = [who for who in theirs if who in site.topic.records]
    if not theirs or any(related(site, one, who) for one in theirs for _, who in those):
        return None
    return *those[0], f'"{theirs[0]}" says this number in a quotation, not {_called(those[0][1])}'


def _called(who: str) -> str:
    return f'"{who}"' if who else "the source itself"


def _another_says(
    site: Site,
    sentences: list[Sentence],
    those: list[tuple[Key, str]],
    printed: str,
    statement: str,
) -> tuple[Key, str, str] | None:
    """Whom a record should not be ascribed to, by its field, and why."""
    named = [(one, m) for one in sentences for m in _of_its_part(one, printed or statement)]
    named = [(one, mention) for one, mention in named if mention.whose not in themselves(site)]
    told = [m.whose for one, m in named if printed and only_tells_of(one, m, printed)]
    sayers = [m.whose for one, m in named if m.whose not in told]
    key, who = those[0]
    anybody = {"", *themselves(site)}
    if told and not any(w in anybody or related(site, t, w) for t in told for _, w in those):
        return key, who, f'this number only tells of "{told[0]}", who speaks, not of "{who}"'
    if sayers and not any(related(site, s, who) for s in sayers for _, who in those):
        return key, who, f'in the sentence of these words "{sayers[0]}" says so, not {_called(who)}'
    if sayers and all(_only_heads(site, k, w, named) for k, w in those):
        return key, who, f'in the sentence of these words "{sayers[0]}" says so, not {_called(who)}'
    itself = printed and not named and {who for _, who in those} <= {"", *themselves(site)}
    if itself and any(somebody_gives(one, printed) for one in sentences):
        return key, who, f"in the sentence of these words somebody gives it, not {_called(who)}"
    for key, who in filter(itemgetter(1), those):
        if any(_only_owns(one, who) for one in sentences):
            return key, who, f'a pronoun gives this, and "{who}" only has what is counted'
        if said := next(filter(None, (told_about(site, one, who) for one in sentences)), ""):
            return key, who, f'"{said}" gives this, and only tells of "{who}"'
        theirs = [(one, m) for one in sentences for m in one.mentions if m.whose == who]
        if len(those) == 1 and who not in sayers and _is_asked(theirs):
            return key, who, f'these words only speak to or of "{who}"'
        silent = theirs and printed and not named
        if silent and all(_elsewhere(one, m, printed) for one, m in theirs):
            return key, who, f'"{who}" says nothing in the sentence of this number'
        person = isinstance(site.topic.records[who], Person)
        place = printed and all(_AT.search(one.text, 0, m.start) for one, m in theirs)
        meant = any(
            pronoun_says(one) in one.text[m.end :] for one, m in theirs if pronoun_says(one)
        )
        how = {m.how for one, m in theirs if not one.according(m)}
        if who not in sayers and how == {"aside"} and (person or place) and not meant:
            return key, who, f'these words only speak to or of "{who}"'
    return None


def _is_asked(theirs: list[tuple[Sentence, Mention]]) -> bool:
    """Whether somebody is only asked, told or accused wherever some sentences name them."""
    return bool(theirs) and all(is_asked(one, m) for one, m in theirs)


def _only_heads(site: Site, key: Key, who: str, named: list[tuple[Sentence, Mention]]) -> bool:
    """Whether somebody only belongs to the bodies that say something in some sentences."""
    person = isinstance(site.topic.records.get(who), Person) and "attribution" in key
    return person and not any(may_be_of(site, m.whose, who, one) for one, m in named)


def told_about(site: Site, sentence: Sentence, who: str) -> str:
    """The words by which a pronoun says what a sentence tells of somebody, who is not whom it
    means, as they are named only behind it (D'après elle, X …) or are none of whom it may be said
    (X wrote, she said, of a man); empty where it may mean them."""
    theirs = [m for m in sentence.mentions if m.whose == who]
    agent = site.topic.records[who]
    if not (theirs and isinstance(agent, Person)):
        return ""
    said = pronoun_says(sentence)
    if not said or who in {m.whose for m in sentence.sayers()}:
        return ""
    at = sentence.text.find(said)
    behind = all(m.start > at for m in theirs)
    folded = "\n".join(source.passages.folded for source in site.topic.sources.values())
    return said if behind or not fits(said, agent, folded) else ""


def _only_told_of(
    site: Site, sentences: list[Sentence], those: list[tuple[Key, str]], printed: str
) -> tuple[Key, str, str] | None:
    """Who says something in the sentence of a number, of whom the source itself tells it: X, who
    grows 61 vines, said …; X closed 61 shops and said …"""
    named = [(one, m) for one in sentences for m in one.sayers() or one.subjects()]
    if not (named and all(only_does(one, m, printed) for one, m in named)):
        return None
    for key, who in those:
        if any(related(site, m.whose, who) for _, m in named):
            return key, who, f'the source itself tells this of "{who}", who says something else'
    return None


def _only_owns(sentence: Sentence, who: str) -> bool:
    """Whether a pronoun says what a sentence says (nach seinen Angaben) that names somebody only as
    whose something is: 240 nurses of the clinic."""
    theirs = [m for m in sentence.mentions if m.whose == who]
    if not theirs or sentence.sayers() or not pronoun_says(sentence):
        return False
    return all(m.how == "owns" or _OWNED_BY.search(sentence.text[: m.start]) for m in theirs)


def _of_its_part(sentence: Sentence, words: str) -> list[Mention]:
    """Those who say something in the part of a sentence that has a number, or the numbers of a
    statement: between dashes or brackets (– 41 percent, according to X –), or outside those."""
    sayers, asides = sentence.sayers(), [m.span() for m in _ASIDE.finditer(sentence.text)]
    if len(sayers) < 2 or not (asides and words):
        return sayers
    numbers = re.findall(r"\d[\d.,]*", words) or [words]
    own = next((a for a in asides if any(n in sentence.text[slice(*a)] for n in numbers)), None)
    within = [next((a for a in asides if a[0] < m.start < a[1]), None) for m in sayers]
    return [m for m, at in zip(sayers, within, strict=True) if at == own] or sayers


def _nobody_says(
    site: Site, name: str, part: Key, those: list[tuple[Key, str]], printed: str
) -> tuple[Key, str, str] | None:
    """Who is ascribed what no word has them, or anybody, say: they only do or have something."""
    theirs = [(key, who) for key, who in those if "attribution" in key]
    whom = frozenset(who for _, who in theirs)
    if not any(whom) or whom & themselves(site) or site.evidence.of(name, *part, "resolved_from"):
        return None
    names, texts = agents_names(site), list[tuple[str, str, Language]]()
    number = site.evidence.numbers.get(name) if printed else None
    for placed in stated(site, name, part):
        passages = site.topic.sources[placed.source].passages
        for place in passages.sentences_of(Span(placed.spans[0].start, placed.spans[-1].end)):
            own = (
                number and number[0] == placed.source and place.start <= number[1].start < place.end
            )
            texts.append((prose(passages, place, []), printed if own else "", passages.language))
    for text, its_number, language in texts:
        sentence = Sentence(without_counted(text, its_number), names, language)
        says = any(related(site, m.whose, who) for m in sentence.sayers() for who in whom)
        stand = ": " in text and any(
            related(site, one, who) for one in takes_a_stand(sentence) for who in whom
        )
        if says or stand or is_given(sentence, its_number, language, whom):
            return None
    key, who = theirs[0]
    named = sentence_text(site, name, key)
    if not any(stands_in(one, named) for one in names_by_agent(site)[who]):
        return None  # another rule says so
    return key, who, f'no word of these has "{who}" say so: the source does'


def _elsewhere(sentence: Sentence, one: Mention, printed: str) -> bool:
    """Whether a number is told of a place, in a clause behind that of somebody who says nothing: X
    closed the road, where 40 people live."""
    between = sentence.text[one.end :].partition(printed)
    where = between[1] and _WHERE.search(between[0])
    return bool(where) and not sentence.words.says.search(sentence.text)
