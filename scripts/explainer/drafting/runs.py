"""Capitalised words in a row, which may name somebody: those of a title, those of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ..text.spans import Span
from .grammar import AT, QUOTED, Grammar
from .name_words import BESIDE_TITLES, OFFICES, PARTICLES, SUFFIXES, TRADE, is_given
from .tokens import OWNS, Token

STATES = ("République", "État", "Estado", "Reino")


class Run(NamedTuple):
    """Capitalised words in a row: those of a title, those of the name."""

    title: list[Token]
    name: list[Token]
    owns: bool

    @property
    def words(self) -> str:
        kept = [t.sign == AT or t.text.endswith(("s’", "s'")) for t in self.name[:-1]] + [False]
        some = [
            t.text if keep or t.sign == AT else OWNS.sub("", t.text)
            for t, keep in zip(self.name, kept, strict=True)
        ]
        return re.sub(r"(?<![^\W_]{2})([’']) ", r"\1", " ".join(some))  # Claire d’Aubrac

    @property
    def span(self) -> Span:
        return Span((self.title or self.name)[0].start, (self.name or self.title)[-1].end)


class Runs:
    """The words of a source, and which of them stand in such rows."""

    tokens: list[Token]
    plain: str

    def runs(
        self, grammar: Grammar, starts: set[int], ends: set[int], lower: set[str]
    ) -> Iterator[tuple[int, int, Run]]:
        """The runs of capitalised words that may name somebody, with the places of their tokens."""
        dates = {*grammar.months.split(), *grammar.days.split()}
        within = {
            OWNS.sub("", b.text)
            for a, b in pairwise(self.tokens)
            if b.start not in starts and a.sign not in (QUOTED, ":", "-") and b.text[:1].isupper()
        } | {OWNS.sub("", b.text) for a, b in pairwise(self.tokens) if a.sign == "V"}
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            low = OWNS.sub("", token.low)
            first = token.start in starts or self.tokens[i - 1].sign in (QUOTED, ":", "-") or not i
            skip = token.text in dates or low in grammar.small or low in grammar.signs
            named = is_given(token) or grammar.titles.fullmatch(f"{token.text} ")
            if skip and not first and named and self._name_follows(i):
                skip = token.text in dates  # Will Quince, Me Paul Petit
            common = first and low in lower and not grammar.nouns_up
            if not _capital(token) or skip or (common and not self._name_follows(i)):
                i += 1
                continue
            j = self._end_of_run(grammar, i, dates, ends)
            if (
                first
                and j == i + 1
                and OWNS.sub("", token.text) not in within
                and token.text.isalpha()
            ):
                i = j
                continue
            common = common or self._is_a_trade(grammar, i, j, first)
            i = self._behind_an_office(grammar, i, j)
            if run := self._run(grammar, i, j, common):
                yield i, j, run
            i = j

    def _is_a_trade(self, grammar: Grammar, i: int, j: int, first: bool) -> bool:
        """Whether the first of some words is what somebody is: Midwife Karen Doyle."""
        some = self.tokens[i:j]
        return (
            (first or grammar.nouns_up)
            and len(some) > 2
            and not is_given(some[0])
            and is_given(some[1])
            and bool(TRADE.search(some[0].text))
        )

    def _behind_an_office(self, grammar: Grammar, i: int, j: int) -> int:
        """Where a name begins behind what an office is of: la consejera de Medio Ambiente Ana Ruiz;
        else ``i``."""
        before = "".join(t.sign for t in self.tokens[max(i - 3, 0) : i])
        given = next((k for k in range(i + 1, j - 1) if is_given(self.tokens[k])), i)
        office = grammar.heads_first and re.search("mpd?$", before)
        if office and self.tokens[i].text in STATES and j > i + 2:
            return i + 1  # le procureur de la République Jean Dornac
        return given if office and not is_given(self.tokens[i]) else i

    def _name_follows(self, i: int) -> bool:
        """Whether a capital word follows, so that the first may be a title."""
        following = self.tokens[i + 1 : i + 2]
        return bool(following and _capital(following[0]) and self.touch(i))

    def touch(self, i: int) -> bool:
        gap = self.plain[self.tokens[i].end : self.tokens[i + 1].start]
        owns = OWNS.search(self.tokens[i].text) and self.tokens[i].sign != AT
        if owns and self.tokens[i].text.endswith(("s’", "s'")) and i and gap == " ":
            owns = not self.tokens[i - 1].text[:1].isupper()  # Wexmoor Patients’ Voice
        return gap in (" ", "", "\n", "\u00a0") and not owns

    def _end_of_run(self, grammar: Grammar, i: int, dates: set[str], ends: set[int]) -> int:
        j = i + 1
        while j < len(self.tokens) and self.touch(j - 1) and self.tokens[j - 1].end not in ends:
            token = self.tokens[j]
            if _capital(token) and token.text not in dates:
                a_body = grammar.heads.fullmatch(self.tokens[j - 1].text)
                if a_body and is_given(token) and self._name_follows(j):
                    break  # Harbour Association Paul Reed
                j += 1
            elif end := self._joined_for(grammar, i, j, dates):
                j = end
            elif grammar.nouns_up and not is_given(self.tokens[i]):
                break
            elif token.low in PARTICLES | {"&", "and", "of"} and self._name_follows(j):
                if token.low in ("der", "den", "die") and self.tokens[j - 1].low not in PARTICLES:
                    break  # Anna Bell der Zeitung
                joins = token.text in ("and", "of")
                body = any(grammar.heads.fullmatch(t.text) for t in self.tokens[i:j])
                bodies = grammar.heads.match(self.tokens[j + 1].text)
                dotted = self.tokens[i].text.count(".") > 1
                if joins and not (body and token.text == "of") and not (dotted or bodies):
                    break
                if token.text == "and" and not dotted:
                    break
                j += 2
            elif token.text[:1].isupper() and token.low in grammar.owners and self._name_follows(j):
                j += 2  # Save Our Baths
            elif j == i + 1 and (end := self._of_a_noun(grammar, i)):
                j = end
            elif token.low in ("d’", "d'") and is_given(self.tokens[i]):
                if not any(map(_capital, self.tokens[j + 1 : j + 2])):
                    break
                j += 2  # Claire d’Aubrac
            else:
                break
        return j

    def _of_a_noun(self, grammar: Grammar, i: int) -> int:
        """Where a body's name of one word goes on in small letters: Chambre d’agriculture, and,
        according to it alone, association Robinet libre; 0 where it does not."""
        signs = "".join(t.sign for t in self.tokens[i + 1 : i + 4])
        said = "".join(t.sign for t in self.tokens[max(i - 3, 0) : i])
        noun = re.match("(?:px|x)(?=[,.bV])", signs)
        small = noun and self.tokens[i + noun.end()].text.islower()
        head = grammar.heads.fullmatch(self.tokens[i].text) and signs[:1] == "p"
        named = re.search("T[d]?B$", said) and signs[:1] == "x"
        return i + 1 + noun.end() if noun and small and (head or named) else 0

    def _joined_for(self, grammar: Grammar, i: int, j: int, dates: set[str]) -> int:
        """Where a body's name goes on behind "for", maybe with an article, or behind "and":
        Society for the Protection of Birds, Department for Work and Pensions, Institut für
        Küstenschutz; 0 where it does not."""
        word = self.tokens[j].low
        if word not in ("for", "and", "für") or not any(
            grammar.heads.fullmatch(t.text) for t in self.tokens[i:j]
        ):
            return 0
        if word == "for" and [t.low for t in self.tokens[j + 1 : j + 2]] == ["the"]:
            j += 1
        following = self.tokens[j + 1 : j + 2]
        if not following or not _capital(following[0]) or not self.touch(j):
            return 0
        if word == "and":
            offices = any(t.low in ("for", "of") for t in self.tokens[i:j])
            return j + 2 if offices and following[0].text in OFFICES else 0
        return 0 if is_given(following[0]) or following[0].text in dates else j + 2

    def _run(self, grammar: Grammar, i: int, j: int, common: bool) -> Run | None:
        some = self.tokens[i:j]
        owns = bool(OWNS.search(some[-1].text))
        cut = 1 if common else 0
        given = is_given(some[0])
        for k, token in enumerate(some):
            if given and not (grammar.nouns_up and 0 < k < len(some) - 1):
                continue  # Max Adlers Anwalt Paul Wolf
            bare = OWNS.sub("", token.text)
            role = bare.lower().rpartition("-")[2] in grammar.roles or (
                grammar.nouns_up
                and grammar.is_role(bare.lower())
                and not bare.endswith(("mann", "bauer"))  # Friedemann
            )
            title = grammar.titles.fullmatch(bare + " ") and bare not in BESIDE_TITLES
            if title or (role and not grammar.heads.fullmatch(bare)):
                cut = k + 1
        if cut == 0 and some[0].text == "State" and i and self.tokens[i - 1].low == "of":
            cut = 1  # Secretary of State Carl Dunn
        ends = 1 if len(some) - cut > 2 and some[-1].text in SUFFIXES else 0
        name = some[cut : len(some) - ends]
        part = i and self.tokens[i - 1].text[:1].isupper() and OWNS.search(self.tokens[i - 1].text)
        headed = grammar.heads.fullmatch(OWNS.sub("", some[0].text))
        if headed and part:
            return None  # King's College
        if headed and cut and name and not is_given(name[0]) and grammar.heads_first:
            return Run([], some, owns)  # Dirección General de Tráfico
        if any(grammar.heads.fullmatch(OWNS.sub("", t.text)) for t in name) or not name:
            whole = any(grammar.heads.fullmatch(OWNS.sub("", t.text)) for t in some)
            return Run([], some, owns) if whole else None
        return Run(some[:cut], name, owns)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[:1].isalpha() and token.sign in "XxmBPVa"
