"""Words without which others may say the contrary, or more than was said: found in what is left
out.

A clause begins at a mark that ends one, at a conjunction, or at a comma before a new subject. A
comma or an "or" within a list begins none, since a "not" before a list holds for all of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from .bounds import Clauses
from .folding import fold
from .languages import LANGUAGES, Language
from .passages import Passages
from .spans import Cover, Span
from .time_clauses import tells_what_was


@dataclass(frozen=True)
class Cautions:
    """The words of a language that turn, weaken or condition what is said, or say whose it is."""

    negations: frozenset[str]
    hedges: frozenset[str]
    attributions: frozenset[str]
    boundary: re.Pattern[str]


_SAID = re.compile(r"[\w-]+(?:['’]\w+)?")


def _cautions(
    tag: str, negations: str, hedges: str, attributions: str, subjects: str, begins: str
) -> Cautions:
    """``subjects`` begin a clause behind a comma, ``begins`` wherever they are."""
    first, words = ("|".join(some.split()) for some in (subjects, begins))
    # A quotation that ends in a mark of its own ends a clause; “no one is pushing” does not.
    marks = r"[.!?;:–—“„«\"()\[\]]|(?<=[.,!?…])[”»]|»,"
    return Cautions(
        LANGUAGES[tag].negations | frozenset(negations.split()),
        frozenset(hedges.split()),
        frozenset(attributions.split()),
        re.compile(rf"{marks}|,\s*(?:(?=[A-ZÀ-Þ])|(?=(?:{first})\b))|\b(?:{words})\b"),
    )


_BY_LANGUAGE: Mapping[str, Cautions] = {
    "en": _cautions(
        "en",
        "little few fewer barely scarcely rarely seldom unless refused refuses denied denies failed"
        " fails n't",
        "if likely unlikely may might could would appeared appears appear seemed seems seem"
        " reportedly allegedly apparently probably possibly perhaps supposedly supposed alleged"
        " estimated estimates expected",
        "said says say told according claimed claims shared stated argued",
        "and but so yet the a an he she it they we i you this these those his her its their our"
        " some",
        "but while whereas although though because since after before when who which whom"
        " whose that than",
    ),
    "de": _cautions(
        "de",
        "wenig wenige selten",
        "wenn falls wohl wahrscheinlich vermutlich möglicherweise vielleicht angeblich könnte"
        " könnten würde würden dürfte dürften soll sollen scheint schien",
        "sagte sagt zufolge laut erklärte behauptete teilte",
        "und aber der die das ein eine er sie es wir ihr sein seine",
        "aber während obwohl weil nachdem bevor dass als denn",
    ),
    "fr": _cautions(
        "fr",
        "peu guère",
        "si probablement peut-être peut pourrait pourraient serait seraient semble semblait"
        " apparemment prétendument",
        "dit selon affirmé déclaré partagé",
        "et mais le la les un une il elle ils elles ce cette son sa ses",
        "mais pendant tandis parce après avant quand qui que dont",
    ),
    "es": _cautions(
        "es",
        "poco pocos pocas negó niega",
        "si probablemente quizá quizás acaso podría podrían puede pueden sería serían parece"
        " parecía supuestamente presuntamente posiblemente",
        "dijo dice según afirmó declaró aseguró compartió",
        "y pero el la los las un una él ella ellos ellas esto este esta su sus",
        "pero mientras aunque porque después antes cuando quien que cuyo cuya",
    ),
}


def cautions(language: Language) -> Cautions | None:
    """The words of a language that turn, weaken or condition what is said, if they are known."""
    return _BY_LANGUAGE.get(language.code)


def cautions_in(text: str, language: Language) -> tuple[list[str], list[str]]:
    """The words of a text that turn what is said, and those that weaken or condition it."""
    known = _BY_LANGUAGE.get(language.code)
    if known is None:
        return [], []
    return _among(text, known.negations), _among(text, known.hedges)


_OPENING = re.compile(r"\b(If|Unless|Wenn|Falls|Si)\b[^.!?;:–—]*,\s+$")


def left_out(passages: Passages, spans: tuple[Span, ...], hedges: bool = True) -> list[str]:
    """The words that a passage leaves out, and without which it may say something else: those in a
    gap, however long, and those in its clause before it begins. Without ``hedges`` only negations
    count, and what says whose words they are is left to others."""
    cautions = _BY_LANGUAGE.get(passages.language.code)
    if cautions is None:
        return []
    turning = cautions.negations | (cautions.hedges if hedges else frozenset())
    sentence, start = passages.sentence_at(spans[0].start), spans[0].start
    ahead, words = passages.text[sentence.start : start], passages.text[start : spans[0].end]
    own = tells_what_was(ahead, words, passages.language)  # no hedge before it is of it
    before = turning - cautions.hedges if own else turning
    found = _among(_before(passages, start, cautions.boundary), before)
    if hedges and (condition := _OPENING.search(passages.text, sentence.start, start)):
        found.append(condition[1].lower())
    for a, b in pairwise(spans):
        gap = passages.text[a.end : b.start]
        found += _among(gap, turning | (cautions.attributions if hedges else frozenset()))
    return found


def left_unmarked(passages: Passages, marked: list[Span]) -> list[str]:
    """The words that turn or weaken some words that are marked, before these in their clause, and
    are not marked themselves; of hedges one is enough."""
    cautions = _BY_LANGUAGE.get(passages.language.code)
    if cautions is None:
        return []
    shown, found = Cover(marked), list[str]()
    hedged = any(_among(passages.text[a:b], cautions.hedges) for a, b in marked)
    turning = cautions.negations | (frozenset() if hedged else cautions.hedges)
    for place in marked:
        opening = cautions.boundary.match(passages.text, place.start)
        if opening and opening.group().lower() not in ("that", "dass", "que"):
            continue  # a clause of its own: before it began
        start = place.start - len(_before(passages, place.start, cautions.boundary))
        for word in _SAID.finditer(passages.text, start, place.start):
            if not shown.touches(Span(*word.span())):
                found += _among(word.group(), turning)
    return found


# A condition right behind some words, and one right before them, up to their comma.
_CONDITION = (
    r"(?:if|unless|provided|providing|(?:so|as) long as|on condition|wenn|falls|sofern|es sei denn"
    r"|si|à moins|sauf si|pourvu)"
)
_BEHIND = re.compile(
    rf"[\s,–—]*(?:(?:but|and|only|aber|nur|mais|seulement)\s)?{_CONDITION}\b", re.I
)
# What bounds in time, or but for somebody, what is said before it.
_UP_TO = re.compile(
    r"[\s,–—]*(?:until|till|except|bis|außer|jusqu'(?:à|au)|jusqu’(?:à|au)|sauf|excepté|hormis|hasta"
    r"|salvo|excepto)\b",
    re.I,
)
_CLAUSE = 3  # words
_CLAUSE_ENDS = re.compile(r"[.,;:!?–—”»]|$")
_AHEAD = re.compile(
    rf"(?:^|[,;:–—“„«\"(]\s*|\b(?:and|but|that|und|aber|dass|et|mais|que)\s){_CONDITION}\b"
    r"(?!\s(?:so|anything|necessary|needed|possible)\b)[^;:.!?–—“”]{2,},\s*$",
    re.I,
)


def condition_left_out(passages: Passages, start: int, end: int) -> Span | None:
    """The condition right behind some words in their sentence, or right before them, without which
    they say more; of what is quoted only one that is quoted with it."""
    first, last = passages.sentence_at(start), passages.sentence_at(end - 1)
    begin, stop = first.start, last.end
    if (quoted := passages.quotation_at(start, end)) and quoted.start <= start <= end <= quoted.end:
        begin, stop = max(begin, quoted.start), min(stop, quoted.end)
    if behind := _BEHIND.match(passages.text, end, stop):
        return Span(behind.end() - 1, behind.end())
    ahead = _AHEAD.search(passages.text[begin:start])
    return Span(begin + ahead.end() - 2, begin + ahead.end() - 1) if ahead else None


def bound_left_out(passages: Passages, place: Span) -> str:
    """The words right behind a clause that is quoted, within its quotation, that make it hold only
    for some case, time or people (unless …, until …, except …); empty if none are there, or what is
    quoted is no clause that says something by itself."""
    quoted = passages.quotation_at(*place)
    stop = min(
        passages.sentence_at(place.end - 1).end, quoted.end if quoted else len(passages.text)
    )
    found = [one.match(passages.text, place.end, stop) for one in (_BEHIND, _UP_TO)]
    if not any(found) or passages.count_words(*place) < _CLAUSE:
        return ""
    if Clauses(passages, place).fault((place,)) not in ("", "stop in the middle of a clause"):
        return ""  # what stops it is the bound itself, where no table has it as a conjunction
    start = (
        place.end
        + len(passages.text[place.end : stop])
        - len(passages.text[place.end : stop].lstrip(" ,–—\n\r"))
    )
    ends = _CLAUSE_ENDS.search(passages.text, start, stop)
    return fold(passages.text[start : ends.start() if ends else stop])


_LONGEST = 1000  # characters: no clause is longer, and marks in their thousands take no time


def _before(passages: Passages, start: int, boundary: re.Pattern[str]) -> str:
    """What is before some words in their clause; a quotation that ended there is none of it."""
    begin = max(passages.sentence_at(start).start, start - _LONGEST)
    first, last = (bisect_left(passages.quoted, (at,)) for at in (begin, start))
    ended = [
        q.end
        for q in islice(passages.quoted, first, last)
        if q.end < start and passages.text[q.end - 1] in ".,!?…"
    ]
    begin = max([begin, *ended])
    for match in boundary.finditer(passages.text, begin):
        if match.end() > start:
            break
        begin = match.end()
    return passages.text[begin:start]


def _among(text: str, words: frozenset[str]) -> list[str]:
    """The words of a text that are among some; n't counts where it ends a word."""
    said = _SAID.findall(fold(text).lower())
    return [word for word in said if word in words or (word.endswith("n't") and "n't" in words)]


# Words that weaken what is said in the same way: one may be said in place of another.
_ALIKE = (
    "appear seem apparent schein anscheinend sembl",
    "likely probab possib perhaps may might could expect wahrscheinlich vermutlich wohl möglich"
    " vielleicht könnt dürft soll peut pourr serai",
    "suppos alleg reported so-called claim angeblich prétend",
    "if unless without otherwise condition provided wenn falls sonst ohne si",
    "estimat about around some roughly",
)
_WOULD = f"{_ALIKE[1]} would should würd"


def not_said_again(left: list[str], around: str, language: Language) -> list[str]:
    """Of the words that a quotation leaves out, those that turn it round, and those that weaken it
    where nothing like them is said in the words around it."""
    said = re.findall(r"[\w-]+", fold(around).lower())
    known = _BY_LANGUAGE.get(language.code)
    hedges = known.hedges if known else frozenset()

    def again(word: str) -> bool:
        alike = [_WOULD] if word.startswith(("would", "würd")) else _ALIKE
        stems = [s for some in alike for s in (some.split(),) if word.startswith((*s,))]
        return any(one == word or one.startswith((*some,)) for one in said for some in stems)

    return [word for word in left if word not in hedges or not (word in said or again(word))]
