"""Where clauses begin and end in a text, as far as that can be told without understanding it.

A clause begins and ends at a mark (comma, dash, colon, bracket, the end of a sentence), at the
marks of a quotation, and at the words that join clauses in a language. Of a language without a row
only the marks count."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from .folding import fold
from .passages import Passages
from .spans import Cover, Span

SHORT = 3  # words: fewer than one more are no clause, and may be left over of one
_SAYING = 8  # words: so many may say whose the words beside them are
_LONGEST = 200  # words of a clause that is suggested
_NAMED = 3  # words before ", who": whoever that is

_LISTING = frozenset("and or but nor".split())
_TOKEN = re.compile(r"\w+(?:(?:[’'‘-]|(?<=\d)[.,](?=\d)|\.(?=\w\.))\w+)*")
# What a list goes on with behind a comma: items of a word or two, and the last of them.
_GOES_ON = re.compile(
    r",\s(?!(?:however|though|too|indeed|therefore"
    r"|finally)\b)(?:[a-z][\w'-]*(?:\s[a-z][\w'-]*)?,\s)*"
    r"(?:(?:[a-z][\w'-]*\s){1,2}|(?<=,\s))(?:and|or)\s"
)
_MARK = re.compile(r"[,;:.!?…–—()\[\]•]|\s-\s")


@dataclass(frozen=True)
class _Joining:
    """The words of a language that join clauses.

    ``joins`` begin one, ``leads`` are followed by one that has a subject of its own, ``relatives``
    come right behind what they are said of; ``finite`` stand behind a subject and never begin a
    statement; ``verbs`` and what ends like one make a clause of a phrase, and so do ``subjects``,
    words that are followed by one; ``before_nouns`` are not followed by a verb; ``saying`` say
    whose words are beside them."""

    joins: frozenset[str]
    leads: frozenset[str]
    relatives: frozenset[str]
    finite: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BY_LANGUAGE: Mapping[str, _Joining] = {
    "en": _Joining(
        joins=_set(
            "and or but nor yet so that who whom whose which where when while whereas although"
            " though because since after before until unless if as than despite whether how why"
            " what according"
        ),
        leads=_set(
            "and or but nor yet so that when while whereas although though because since after"
            " before until as than whether"
        ),
        relatives=_set("who whom whose which where"),
        finite=_set("is are was were am has have had will would can could may might must shall"),
        verbs=_set(
            "is are was were am be been has have had do does did will would can could may might"
            " must shall should cannot ain't said told made took went came gave got left rose fell"
            " grew won lost held kept met saw knew thought found felt put set cut hit let cost"
            " began ran sat stood spoke wrote read led paid sent spent built bought brought sold"
            " caught taught fought sought became broke chose drew drove flew forgot hid rode shook"
            " shot sang sank stole swore threw wore meant dealt heard want say think believe need"
            " know mean hope fear go come remain seem"
        ),
        subjects=_set("i we you he she it they there who people police men women children nobody"),
        before_nouns=_set(
            "a an the this that these those my your his her its our their some any no every each"
            " all both many few several more most of in on at by for from to with into over under"
            " about against between through during without within among toward towards per"
        ),
        saying=_set("said says told according added stated claimed argued"),
    ),
    "de": _Joining(
        joins=_set("und oder aber sondern denn als wie dass weil während nachdem bevor wenn ob"),
        leads=_set("und oder aber sondern denn dass weil während nachdem bevor ob"),
        relatives=_set("der die das den dem dessen deren welche welcher welches wo"),
        saying=_set("sagte sagt zufolge laut erklärte"),
    ),
    "fr": _Joining(
        joins=_set(
            "et ou mais car que qui dont où quand lorsque parce puisque si comme après avant"
            " pendant tandis selon"
        ),
        leads=_set("et ou mais car que quand lorsque puisque"),
        relatives=_set("qui dont où lequel laquelle"),
        saying=_set("dit selon déclaré affirmé"),
    ),
    "es": _Joining(
        joins=_set(
            "y e o u pero sino que quien quienes cuyo cuya donde cuando porque pues si como después"
            " antes mientras aunque según"
        ),
        leads=_set("y e o u pero que cuando porque pues mientras aunque"),
        relatives=_set("que quien quienes cuyo cuya donde"),
        saying=_set("dijo dice según afirmó declaró"),
    ),
}
_NO_WORDS = _Joining(frozenset(), frozenset(), frozenset())


class Clauses:
    """The clauses of some sentences in a row: where they begin and end, what is one."""

    def __init__(self, passages: Passages, span: Span):
        self.text, self.joining = passages.text, _BY_LANGUAGE.get(passages.language.code, _NO_WORDS)
        sentences = passages.sentences_of(span)
        if not sentences:
            sentences = [passages.sentence_at(span.start)]
        low, high = min(sentences[0].start, span.start), max(sentences[-1].end, span.end)
        self.tokens = [Span(*m.span()) for m in _TOKEN.finditer(self.text, low, high)]
        words = (self.text[a:b] for a, b in self.tokens)
        self.words = [(word if word.isascii() else fold(word)).lower() for word in words]
        self.whole = Span(low, high)
        self.passages = passages
        starts = {s.start for s in sentences}
        count = len(self.tokens)
        firsts = {bisect_left(self.tokens, (at,)) for at in starts}
        # Before each word, and behind the last: whether there is a mark, the edge of a quotation.
        gaps = ["", *(self.text[a.end : b.start] for a, b in pairwise(self.tokens))][:count]
        inner = (gap != " " and bool(_MARK.search(gap)) for gap in gaps)
        self.marks = [*(i in firsts or mark for i, mark in enumerate(inner)), True]
        self.sentence_edges = firsts | {count}
        self.quote_edges: dict[int, bool] = {}  # whether of one long enough to be a clause
        quotations = passages.quoted
        after = bisect_left(quotations, (passages.paragraphs[sentences[0].paragraph - 1].start,))
        for quoted in quotations[after : bisect_left(quotations, (high,))]:
            if low < quoted.end:
                first, last = self._index(quoted.start), self._after(quoted.end)
                ends = passages.text[quoted.end - 1 : quoted.end] in tuple(".,!?…")
                for i in (first, last):
                    long = last - first > SHORT or ends
                    self.quote_edges[i] = self.quote_edges.get(i, False) or long

    def _between(self, i: int) -> str:
        return self.text[self.tokens[i - 1].end : self.tokens[i].start] if i else ""

    def _index(self, offset: int) -> int:
        """The first word that begins at an offset or behind it."""
        return bisect_left(self.tokens, (offset,))

    def _after(self, offset: int) -> int:
        """The first word behind what ends at an offset."""
        return bisect_right([token.end for token in self.tokens], offset)

    # --- bounds -----------------------------------------------------------------------------------

    def _bound(self, i: int, quotes: bool) -> bool:
        """Whether a clause may begin or end before a word; at any quotation if ``quotes``."""
        return (
            self.marks[i]
            or (i in self.quote_edges and (quotes or self.quote_edges[i]))
            or self.words[i] in self.joining.joins
        )

    def may_begin(self, i: int, quotes: bool = False) -> bool:
        """Whether a clause may begin with a word: behind a bound or a word that leads one, or as
        those of whom a relative clause says something."""
        if self._bound(i, quotes) or self.words[i - 1] in self.joining.leads:
            return True
        ahead = range(i + 1, min(i + _NAMED + 1, len(self.tokens)))
        first = next((j for j in ahead if self.marks[j]), 0)
        return bool(first) and self.words[first] in self.joining.relatives

    def _plainly_ends(self, i: int) -> bool:
        """Whether a clause ends before a word, and no list goes on there: what may be suggested."""
        if i >= len(self.tokens) or not self._bound(i, False):
            return i >= len(self.tokens)
        word, j = self.words[i], self.joining
        if self.marks[i] and self._between(i).strip() != ",":
            return True
        if word in j.joins:
            word = self.words[min(i + 1, len(self.tokens) - 1)] if word in _LISTING else word
        after = j.joins | j.subjects | j.before_nouns | j.finite | j.saying
        capital = self.marks[i] and self.text[self.tokens[i].start].isupper()
        return not j.verbs or word in after or capital or word.endswith(("ing", "ed"))

    def parts_before(self, at: int) -> bool:
        """Whether a clause that may stand alone ends where another begins, at an offset: there a
        word leads one, or behind a comma soon does (just months after …)."""
        i = self._index(at)
        soon = self.words[i : i + _NAMED]
        comma = self._between(i).strip() == ","
        return self._plainly_ends(i) or (comma and not self.joining.joins.isdisjoint(soon))

    # --- what is wrong with a piece ---------------------------------------------------------------

    def fault(self, spans: tuple[Span, ...], clause: bool = True) -> str:
        """What keeps some words from being one unbroken clause; empty if nothing does. What is no
        ``clause`` but says whose words are beside it may be short, and end at any quotation."""
        places = [(self._index(span.start), self._after(span.end)) for span in spans]
        (first, _), (_, last) = places[0], places[-1]
        gaps = [(a[1], b[0]) for a, b in pairwise(places)]
        if any(start >= end for start, end in places):
            return "have a piece without a word"
        if len(gaps) > 1:
            return "have more than one gap […]"
        if not self.may_begin(first, not clause):
            return "begin in the middle of a clause"
        if clause and (not self._bound(last, False) or self._cuts_list(last)):
            return "stop in the middle of a clause"
        if any(not (self._bound(a, True) and self._bound(b, True)) for a, b in gaps):
            return "leave out a part of a clause"
        if not clause or self._whole_sentence(first, last):
            return ""
        if not self._opens(first) and self._subjectless(first):
            return "are a clause without its subject"
        if not any(self._says(a, b) for a, b in [(first, last), *places]):
            return "are no clause but a phrase"
        if not gaps and self._ascribed(first, last):
            return "leave out whose words they are, right beside them"
        return ""

    def _subjectless(self, first: int) -> bool:
        """Whether what begins with a word begins with its verb, behind an "and" or not, or says
        something of somebody before it (who …)."""
        j, at = self.joining, first + (self.words[first] in _LISTING)
        if j.verbs and self.words[first] in j.relatives:
            return True
        if at >= len(self.tokens) - 1:
            return False
        follows = self.words[at + 1] in j.before_nouns or at + 1 in self.quote_edges
        joined = at > first or self.words[first - 1] in _LISTING
        verb = self.words[at].endswith("ed") or self.words[at] in j.verbs - j.finite
        return self.words[at] in j.finite or bool(j.verbs and joined and verb and follows)

    def _cuts_list(self, last: int) -> bool:
        """Whether the comma before a word is one within a list: behind it come items of a word or
        two, and no verb up to the next mark."""
        if not self.joining.verbs or last in self.sentence_edges or last in self.quote_edges:
            return False
        rest = fold(self.text[self.tokens[last - 1].end : self.whole.end])
        found = _GOES_ON.match(rest)
        if not found or self.words[last] in self.joining.joins | self.joining.subjects:
            return False
        at = self._index(self.tokens[last - 1].end + found.end())
        stop = next(i for i in range(at + 1, len(self.tokens) + 1) if self.marks[i])
        return not any(
            self.words[i] in self.joining.verbs or (i > at and self.words[i].endswith("ed"))
            for i in range(last, stop)
        )

    def _opens(self, i: int) -> bool:
        """Whether a word opens a sentence or a quotation."""
        return i in self.sentence_edges or self.quote_edges.get(i, False)

    def _whole_sentence(self, first: int, last: int) -> bool:
        return self._opens(first) and self._opens(last) and first < last

    def _says(self, first: int, last: int) -> bool:
        """Whether there is a verb among some words, as far as a list and endings tell; in a
        language without one, whether there are more than a few."""
        j = self.joining
        if last - first <= SHORT - bool(j.verbs):
            return False
        if not j.verbs:
            return True
        for i in range(first, last):
            word = self.words[i]
            before = self.words[i - 1] if i > first else ""
            verb = word in j.verbs or word in j.subjects or "n't" in word or "'" in word[:-2]
            ends = word.endswith(("ed", "s")) and not word.endswith(("ss", "'s", "s'"))
            if verb or (ends and len(word) > 3 and before and before not in j.before_nouns):
                return True
        return False

    def _ascribed(self, first: int, last: int) -> bool:
        """Whether words right beside a piece say whose it is. Those beside what is quoted are left
        to the rules on speakers."""
        inside = self.passages.quotation_at(self.tokens[first].start, self.tokens[last - 1].end)
        if inside and inside.start <= self.tokens[first].start:
            return False
        start = first - 1 if not self.marks[first] else first
        while start > 0 and not self.marks[start]:
            start -= 1
        stop = last + 1
        while stop < len(self.tokens) and not self.marks[stop]:
            stop += 1
        sides = self.words[start:first], self.words[last : min(stop, len(self.tokens))]
        edges = first in self.sentence_edges, last in self.sentence_edges
        return any(
            not edge and len(side) <= _SAYING and set(side) & self.joining.saying
            for side, edge in zip(sides, edges, strict=True)
        )

    # --- whole clauses ----------------------------------------------------------------------------

    def widened(self, spans: tuple[Span, ...], clause: bool = True) -> Span:
        """The shortest run of whole clauses around some words, without gaps."""
        first, last = self._index(spans[0].start), self._after(spans[-1].end)
        if first >= last:
            return Span(spans[0].start, spans[-1].end)
        first, last = self._begin(first, clause), self._end(last)
        while last - first < _LONGEST and (
            self.fault((span := self._span(first, last),), clause)
            or self.passages.splits_quotation((span,))
        ):
            if last < len(self.tokens) and (last not in self.sentence_edges or not first):
                last = self._end(last + 1)
            elif first:
                first = self._begin(first - 1, clause)
            else:
                break
        return self._span(first, last)

    def _begin(self, i: int, clause: bool) -> int:
        while i > 0 and not self.may_begin(i, not clause):
            i -= 1
        return i

    def _end(self, i: int) -> int:
        while not self._plainly_ends(i):
            i += 1
        return i

    def _span(self, first: int, last: int) -> Span:
        """Some words with what is attached to them, and with both marks of a quotation or none."""
        start, end = self.passages.widened(self.tokens[first].start, self.tokens[last - 1].end)
        for quoted in self.passages.quoted:
            if quoted.end < start - 2 or quoted.start > end + 2:
                continue  # not near, and there are many
            inside = self.text[quoted.start : quoted.end]  # of « and », white space is within
            first = quoted.start + len(inside) - len(inside.lstrip())
            last = quoted.end - len(inside) + len(inside.rstrip())
            if start < first <= end == last:
                end = quoted.end + 1
            elif first == start and start < quoted.end < end:
                start = quoted.start - 1
        return Span(*self.passages.widened(start, end))

    def __iter__(self) -> Iterator[Span]:
        """The clauses one after another, what is too short for one with those before it."""
        cuts = [i for i in range(1, len(self.tokens)) if self._bound(i, False)]
        start = 0
        for i in [*cuts, len(self.tokens)]:
            rest = len(self.tokens) - i
            if i == len(self.tokens) or (i - start > SHORT and rest > SHORT):
                if i > start:
                    yield Span(self.tokens[start].start, self.tokens[i - 1].end)
                start = i


def are_sentences(passages: Passages, spans: tuple[Span, ...]) -> bool:
    """Whether words are whole sentences, in one piece: what need not be divided to see that it is
    whole clauses."""
    if len(spans) > 1:
        return False
    inside = passages.sentences_of(spans[0])
    ends = bool(inside) and (inside[0].start, inside[-1].end) == spans[0]
    return ends and bool(_TOKEN.search(passages.text, *spans[0]))


def left_over(passages: Passages, sentence: Span, covered: Cover, short: int = SHORT) -> list[Span]:
    """The runs of words of a sentence that nothing covers, but for those of a few (``short``)."""
    if covered.holds(sentence):
        return []
    runs: list[list[Span]] = [[]]
    for word in passages.words_in(*sentence):
        if covered.covers_middle_of(word):
            runs.append([])
        else:
            runs[-1].append(word)
    return [Span(run[0].start, run[-1].end) for run in runs if len(run) > short]
