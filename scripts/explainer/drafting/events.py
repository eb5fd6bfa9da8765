"""Drafts of events, one for each sentence with a date that can be told."""

from __future__ import annotations

import re
from collections import defaultdict

from ..text.coming import weekday_to_come
from ..text.languages import Language
from ..text.numbers import read_number
from ..text.spans import Span
from ..text.tenses import past_in
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import Event
from .dates import RELATIVE, Dates, Found
from .draft_file import Field
from .figures import OPENS
from .records import Records

_EXPECTED = re.compile(
    r"(?i)\b(?:will|would|expected|is to|are to|due|plans?|next|soll|sollen|wird|werden|geplant"
    r"|wollen(?=[^,;:.]* [a-zäöüß]{3,}e?[rl]?n\b)"
    r"|devra|doit|prévu\w*|sera|seront|previst\w+|será|serán|deberá"
    r"|\w{3,}(?:[eidvt]ront|era|dra|[aei]rán?))\b"
)

_ENOUGH = 3  # words of a title

# Before a year they only say from when, or until when, something is so.
_BOUND = re.compile(
    r"(?i)\b(?:since|until|till|before|by|after|from|seit|bis|vor|nach|ab|depuis|avant|jusqu['’]en|dès"
    r"|après|desde|hasta|antes de|después de)\s$"
)


# With it something else is only compared: 31 percent in 2019, than in January.
_COMPARED = re.compile(
    r"(?i)\b(?:contre|against|compared (?:with|to)|gegenüber|frente al?|(?:up|down) from)"
    r"\s[^,.;:]*$"
    r"|\b(?:than|as|als|wie|que)\s(?:(?:in|on|en|im|am|el|le)\s)?$|\bqu['’](?:en|au|à)\s$"
)
# Before a word for a plan it is a noun, which says nothing of when something was.
_A_PLAN = re.compile(
    r"(?i)\b(?:an?|the|its|his|her|their|our|any|no|this|that|new|of|on|against|\w+ed|\w+['’]s)\s$"
)


def draft_events(draft: Records, dates: Dates) -> None:
    """An event for the fullest date that each sentence gives: Tuesday, 12 May 2026."""
    recorded = {
        (record.date, words.exact)
        for record in draft.known.values()
        if isinstance(record, Event)
        for words in record.evidence
    }
    in_sentence = defaultdict[int, list[Found]](list)
    for found in dates.found:
        if dates.heads(found) or draft.signs(found.start) or found.start in draft.said_on:
            continue  # the date of a post, or of a quotation, is in its record
        if draft.plain[found.start] == "\0":  # what is quoted is in a quotation's record
            if any(c.isdigit() for c in found.words):
                draft.file.numbers.append(Span(found.start, found.end))
            continue
        in_sentence[draft.passages.sentence_at(found.start).start].append(found)
    for some in in_sentence.values():
        best = max(some, key=lambda f: (len(f.date), f.stated))
        before = draft.plain[: best.start][-40:]
        bound = _COMPARED.search(before) or (len(best.date) < 8 and _BOUND.search(before))
        if best.date and not bound:
            _event(draft, dates, best, recorded)
        dates.untold += not best.date
        for other in some:  # no record has what else dates a sentence
            if (other != best or bound or not best.date) and any(c.isdigit() for c in other.words):
                draft.file.numbers.append(Span(other.start, other.end))


def _is_to_come(draft: Records, within: Span, found: Found) -> bool | None:
    """Whether a date is said to be to come (will vote on Monday) or past (on Monday said it would);
    None where the words say neither."""
    text = draft.plain[within.start : within.end].replace("\0", " ")
    if found.weekday and weekday_to_come(text, draft.passages.language):
        return True
    near = draft.between(within.start, found.start)[-2:]
    if any(token.sign in "VG" for token in near):
        return False
    german = draft.grammar and draft.grammar.nouns_up  # which sets off by a comma what is said
    for cue in _EXPECTED.finditer(draft.plain, within.start, within.end):
        a_plan, noun = cue.group().lower().startswith("plan"), german and cue.group()[0] == "P"
        if a_plan and (noun or _A_PLAN.search(draft.plain[: cue.start()][-20:])):
            continue
        before = cue.start() < found.start
        low, high = (cue.end(), found.start) if before else (found.end, cue.start())
        beside = not before and RELATIVE.search(draft.plain, low, high)
        if not beside and not any(token.sign in "VG" for token in draft.between(low, high)):
            return True
    says = {t.start for t in draft.between(*within) if t.sign in "VG"}
    if says and min(says) > found.end and not draft.between(found.end, min(says))[3:]:
        return False  # On Monday the mayor said
    ahead = "".join(token.sign for token in draft.between(within.start, found.start))
    if german and re.search("V[^,;:cq]*$", ahead):
        return False  # nannte die Forderung am Dienstag berechtigt
    was = past_in(draft.passages.language).finditer(draft.plain, *within)
    return False if any(m.start() not in says for m in was) else None


def _title(said: str, language: Language) -> str:
    """The first words of what is said that stand together without a number between them,
    which a title may not have: what is left of "more than 340 people were waiting" without its
    number says something else. A few are enough, else the longest."""
    runs: list[list[str]] = [[]]
    for word in said.split():
        plain = re.fullmatch(r"([^\W\d_]+)[,.;:]?", word)
        if not plain or plain[1].lower() in language.scales or read_number(plain[1], language):
            runs.append([])
            continue
        runs[-1].append(plain[1])
    titles = [OPENS.sub("", " ".join(run[:6])) for run in runs]
    enough = (title for title in titles if title.count(" ") >= _ENOUGH - 1)
    title = next(enough, max(titles, key=len)) or "something happened"
    return f"{title[:1].upper()}{title[1:]}"


def _event(draft: Records, dates: Dates, found: Found, recorded: set[tuple[str, str]]) -> None:
    sentence = draft.passages.sentence_at(found.start)
    # An editor's words must hold no quotation marks or numbers, so a title takes none over.
    start, language = max(sentence.start, dates.dateline), draft.passages.language
    first, comma = (
        draft.between(start, found.start)[:1],
        draft.plain.rfind(", ", start, found.start),
    )
    if comma > 0 and first and first[0].sign in "VGTq":
        start = comma + 2  # According to X, the vehicle …
    title = _title(draft.plain[start : sentence.end], language)
    evidence = draft.placing.evidence(*draft.placing.around(found.start, found.end))
    exact = evidence["exact"] if isinstance(evidence, dict) else evidence
    if not evidence:
        return
    tense = _is_to_come(draft, Span(start, sentence.end), found)
    when = dates.told(found, tense)
    coming = bool(tense) or dates.is_after_issue(when)
    if (when, exact) in recorded:
        return
    fields: dict[str, Field] = {
        "title": draft.file.unused(title),
        "description": NOT_STATED,
        "date": when,
        "date_text": found.words,
        "date_basis": "stated" if found.stated else "inferred",
        "status": "expected" if coming else "happened",
        "evidence": evidence,
    }
    counted = f'the source says "{found.words}", counted from its day: is it this?'
    unsure = f'"{found.words}" may be past or to come' if tense is None else counted
    decide = {} if found.stated else {"date": unsure}
    decide |= {} if tense is None else {"status": ""}
    draft.file.add("events", f"event {when}", fields, decide)
    draft.cover(evidence)
