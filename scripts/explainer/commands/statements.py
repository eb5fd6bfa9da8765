"""Statements beside their clauses: what the one says and the other does not, as far as words tell.

Nothing here is a rule. A machine cannot see whether a sentence says what its clause says; it can
name what a person has to look at: negations, hedges, names and numbers that only one of the two
has, and pronouns with those whom they may mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..rules.belonging import related
from ..rules.cited import sentences_cited
from ..rules.common import sentences_of_words
from ..rules.own_words import written_language
from ..rules.people import says_of
from ..rules.voices import agents_names
from ..text.causes import causes_in
from ..text.clauses import cautions_in, not_said_again
from ..text.folding import fold
from ..text.html import Link, Paragraph
from ..text.languages import Language
from ..text.numbers import find_numbers, read_number
from ..text.polarity import stems
from ..topic.agents import Agent
from ..topic.evidence import MENTION, Placed
from ..topic.figures import is_ratio
from ..topic.model import Comparison, Figure, Term
from ..topic.record import Record
from ..topic.roles import ANY_RECORD, OWN, PRINTED, Mark, Value, having, values
from ..topic.site import Site
from .contrasts import contrasts, named_as_written
from .far_words import dropped_words, far_words, new_deeds, new_words, words_about
from .meant import in_clause, in_statement

_BEHIND = 6  # words behind a not are what it may deny

_JOINS = re.compile(r"\b(?:and|or|und|oder|et|ou|y|o)\b", re.I)  # between links


class Statement(NamedTuple):
    """What editors say, and the words that it rests on. ``label`` tells it from others of its
    record, ``whose`` are the ids of whom it is ascribed to, ``beside`` words that belong to it,
    ``rests`` the ids of records that it cites or names, ``whole`` that it tells of all of the
    sentences that these words are in, ``page`` that it is a sentence of a page, ``defines`` that it
    says what a word means; ``fields`` are its parts, where it has several."""

    label: str
    text: str
    placed: tuple[Placed, ...]
    whose: tuple[str, ...] = ()
    beside: str = ""
    rests: tuple[str, ...] = ()
    whole: bool = False
    fields: tuple[str, ...] = ()
    page: bool = False
    defines: bool = False


def of_record(site: Site, name: str) -> list[Statement]:
    """What a record says, with its clauses: one statement, or one for each cell of a comparison."""
    record = site.topic.records[name]
    if isinstance(record, Comparison):
        return [
            _statement(site, name, option, [*values(cell)], ("cells", option, "evidence"))
            for option, cell in record.cells.items()
            if not cell.not_stated
        ]
    return [_statement(site, name, "", [*values(record)], ())]


def texts_of(site: Site, name: str) -> dict[str, str]:
    """What a record says, by the label of each statement; nothing where there is no such record."""
    some = of_record(site, name) if name in site.topic.records else ()
    return {said.label: said.text for said in some}


def _statement(
    site: Site, name: str, label: str, some: list[Value], key: tuple[str, ...]
) -> Statement:
    record = site.topic.records[name]
    free = having(type(record), OWN) if label else _labels(record)
    others = [v.value for v in some if v.spec.role is ANY_RECORD]
    fields = tuple(v.value for v in some if v.spec.role is OWN and (label or v.key[0] not in free))
    text = " ".join(fields)
    placed = site.evidence.of(name, *key) or site.evidence.of(name, MENTION)
    if text:  # a conflict's difference rests on the words of the records that it is between
        placed += [p for other in others for p in site.evidence.of(other) if p not in placed]
    ascribed = {Mark.ASCRIBED, Mark.OWN_VOICE}
    agents = [v.value for v in some if v.spec.marks & ascribed]
    agents += [
        v.value for v in some if v.spec.role and v.spec.role.refers and v.value not in agents
    ]
    whose = [name] if isinstance(record, Agent) else agents
    known = [n for n in whose if isinstance(site.topic.records.get(n), Agent)]
    printed = " ".join(v.value for v in some if v.spec.role is PRINTED)
    if isinstance(record, Figure) and record.attribution_level == "estimated_by":
        printed += " estimated"  # which its card says
    rests = (v.value for v in some if v.spec.role and v.spec.role.refers)
    return Statement(
        label,
        text,
        tuple(placed),
        tuple(dict.fromkeys(known)),
        printed,
        (*rests, *others),
        fields=fields,
        defines=isinstance(record, Term),
    )


def _labels(record: Record) -> tuple[str, ...]:
    """The fields by which a record is found, which say nothing."""
    ratio = isinstance(record, Figure) and is_ratio(record.unit)  # to 1: its number has it
    return (
        "alternate_names",
        "note",
        *(("name",) if isinstance(record, Agent) else ()),
        *(("unit",) if ratio else ()),
    )


def of_set_aside(site: Site, source: str) -> Iterator[Statement]:
    """What is said of words that a source sets aside, with these words."""
    for item, placed in site.evidence.aside.get(source, ()):
        if isinstance(placed, Placed):
            whole = item.what == "sentence"
            yield Statement(item.exact, item.note, (placed,), whole=whole)


def of_paragraph(site: Site, paragraph: Paragraph) -> Iterator[Statement]:
    """The sentences of a paragraph of a page, with the clauses of what each cites, or where it
    cites nothing, of what the paragraph does; without links that only lead somewhere."""
    for part in sentences_cited(site, paragraph.shown):
        if not part.cites and only_leads(site, part.text, paragraph.links):
            continue
        cites = [n for n in part.cites or paragraph.cites if n in site.topic.records]
        placed = [p for name in dict.fromkeys(cites) for p in _all_of(site, name)]
        whose = [w for n in dict.fromkeys(cites) for s in of_record(site, n) for w in s.whose]
        text = _without_closing_link(part.text, paragraph.links)
        told = tuple(dict.fromkeys(whose))
        yield Statement("", text, tuple(placed), told, "", (*cites,), page=True)


def _without_closing_link(text: str, links: Sequence[Link]) -> str:
    """A sentence without the link that only leads on behind its end: … of his. [All of them](…)"""
    for link in links:
        before = text.rstrip().removesuffix(link.words).rstrip()
        ends = before.endswith((".", "!", "?", "…", "”")) and before != text.rstrip()
        if ends and not link.address.startswith("fact:"):
            return before
    return text


def only_leads(site: Site, text: str, links: Sequence[Link]) -> bool:
    """Whether a sentence is only the words of links to other pages: [All quotations](quotes.md). It
    states nothing, unless its words say something of somebody, or have a number or a negation."""
    own, left = written_language(site), text
    for link in sorted(links, key=lambda one: -len(one.words)):
        left = left.replace(link.words, " ") if not link.address.startswith("fact:") else left
    if left == text or re.search(r"\w", _JOINS.sub("", left)):
        return False
    says = says_of(site, text, agents_names(site), own, anybody=True)
    return not (says or _numbers(text, own) or cautions_in(text, own)[0])


def _all_of(site: Site, name: str) -> list[Placed]:
    return list({p.spans: p for p in site.evidence.of(name)}.values())


def firsts(site: Site, said: Statement, before: str = "") -> Iterator[str]:
    """What a reader has to look at before all else: words of cause that no sentence of the clause
    has, and words that nothing cited is near; of a text that read otherwise ``before``, all that
    are new in it."""
    if not said.placed or not said.text:
        return
    causes = [*dict.fromkeys(_caused(site, said)[1])]
    if causes:
        yield f"the statement gives a cause, the clause none: {', '.join(causes)}"
    deeds = new_deeds(site, said.text, before, said.placed)
    if deeds:
        yield f"no clause cited has: {', '.join(deeds)}"
    if before:
        known = {*causes, *" ".join(deeds).split()}
        new = [w for w in new_words(site, said.text, before, said.placed) if w not in known]
        if new:
            yield f"new, and in no word cited: {', '.join(new)}"
        if gone := dropped_words(site, said.text, before, said.placed):
            yield f"no longer said, though the words cited have it: {', '.join(gone)}"
        return
    if said.defines:
        return
    rests = [name for name in said.rests if name in site.topic.records]
    near = (text for name in rests for text in words_about(site, name))
    words = far_words(site, said.text, said.placed, near)
    if words:
        yield f"no word cited is near: {', '.join(words)}"
    if said.page and not said.text.rstrip().endswith("?"):
        more = new_words(site, said.text, "", said.placed)
        told = {*words, *causes, *" ".join(deeds).split()}
        if more := [word for word in more if word not in told]:
            yield f"in no word cited: {', '.join(more)}"


def _caused(site: Site, said: Statement) -> tuple[list[str], list[str]]:
    """Words of cause that only a clause has, or only a statement; none of one that asks."""
    if said.text.rstrip().endswith("?"):
        return [], []
    language = site.topic.sources[said.placed[0].source].passages.language
    ours = causes_in(f"{said.text} {said.beside}", written_language(site))
    theirs = causes_in(" ".join(p.exact for p in said.placed), language)
    around = causes_in(" ".join(sentences_of_words(site, said.placed)), language)
    return [] if ours else theirs, [] if around else ours


def differences(site: Site, said: Statement) -> list[str]:
    """What a reader has to look at, a line each; nothing where the words give no reason to."""
    if not said.placed:
        return []
    clause = " ".join(
        sentences_of_words(site, said.placed) if said.whole else (p.exact for p in said.placed)
    )
    language = site.topic.sources[said.placed[0].source].passages.language
    own = written_language(site)
    only_clause, only_said = list[str](), list[str]()
    if said.text:
        for theirs, ours in (
            _turned(clause, language, said.text, own),
            _hedged(clause, language, f"{said.text} {said.beside}", own),
            _named(site, clause, said),
            _numbered(clause, language, said, own),
            (_caused(site, said)[0], ()),
        ):
            only_clause += theirs
            only_said += ours
    lines = []
    if only_clause:
        lines.append(f"only the clause has: {', '.join(dict.fromkeys(only_clause))}")
    if only_said:
        lines.append(f"only the statement has: {', '.join(dict.fromkeys(only_said))}")
    if _moved(clause, language, said.text, own):
        lines.append("what the clause denies is not what the statement denies: the same words?")
    lines += contrasts(site, said.text, said.placed) if said.text else ()
    return [*lines, *_pronouns(site, said)]


def _turned(
    clause: str, language: Language, said: str, own: Language
) -> tuple[list[str], list[str]]:
    """Negations, where one of the two has more: "not" may be said by "nobody"."""
    theirs, ours = cautions_in(clause, language)[0], cautions_in(said, own)[0]
    if len(theirs) == len(ours):
        return [], []
    more, fewer = (theirs, ours) if len(theirs) > len(ours) else (ours, theirs)
    left = [*(Counter(more) - Counter(fewer)).elements()]
    return (left, []) if more is theirs else ([], left)


def _moved(clause: str, language: Language, said: str, own: Language) -> bool:
    """Whether both deny something, and neither has behind its "not" what the other has there."""
    theirs, ours = _denied(clause, language), _denied(said, own)
    return language.code == own.code and bool(theirs and ours) and not theirs & ours


def _denied(text: str, language: Language) -> set[str]:
    """How the words begin that stand right behind each word of a text that denies."""
    words = fold(text).replace("’", "'").split()
    denying = (
        i
        for i, word in enumerate(word.lower().strip(".,;:“”") for word in words)
        if word in language.negations or word.endswith("n't")
    )
    return {one for i in denying for one in stems(" ".join(words[i + 1 : i + 1 + _BEHIND]))}


def _hedged(
    clause: str, language: Language, said: str, own: Language
) -> tuple[list[str], list[str]]:
    theirs, ours = cautions_in(clause, language)[1], cautions_in(said, own)[1]
    return (
        [*dict.fromkeys(not_said_again(theirs, said, language))],
        [*dict.fromkeys(not_said_again(ours, clause, own))],
    )


def _named(site: Site, clause: str, said: Statement) -> tuple[list[str], list[str]]:
    theirs, ours = named_as_written(site, clause), named_as_written(site, said.text)

    def without(some: dict[str, str], others: Iterable[str]) -> list[str]:
        known = [*others]
        return [
            written
            for one, written in some.items()
            if not any(related(site, one, other) for other in known)
        ]

    around = named_as_written(site, " ".join(sentences_of_words(site, said.placed)))
    return without(theirs, (*ours, *said.whose)), without(ours, (*theirs, *around))


def _numbered(
    clause: str, language: Language, said: Statement, own: Language
) -> tuple[list[str], list[str]]:
    """The numbers that one of the two lacks, by what they mean; those printed beside a statement
    are read as the source prints them."""
    theirs = _numbers(clause, language)
    ours = _numbers(said.text, own) | _numbers(said.beside, language)
    return (
        [printed for value, printed in theirs.items() if value not in ours],
        [printed for value, printed in ours.items() if value not in theirs],
    )


def _numbers(text: str, language: Language) -> dict[str, str]:
    """The numbers of a text by what they mean, each as it is printed."""
    found = {}
    for number in find_numbers(text, language):
        read = read_number(number.group(), language)
        found[str(read) if read else number.group()] = number.group()
    return found


def _pronouns(site: Site, said: Statement) -> Iterator[str]:
    if theirs := in_clause(site, said.placed, said.whose):
        yield f"pronouns in the clause, and whom they may mean: {theirs}"
    if ours := in_statement(site, said.text, said.whose):
        yield f"pronouns in the statement, as they read: {ours}"
