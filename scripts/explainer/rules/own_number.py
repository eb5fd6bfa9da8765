"""What the sentence of a figure says that its own number counts, and not another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from ..text.counted import at
from ..text.counting import COUNTING
from ..text.number_row import words_of
from ..text.quantities import readable
from ..text.spans import Span
from ..text.things import is_nobody, powers
from ..text.units import (
    GROUPS,
    PEOPLE,
    is_currency,
    is_measure,
    is_time,
    unit_of,
    units_in,
    with_percent,
)
from ..text.words import are_forms
from ..topic.model import Figure
from ..topic.site import Site
from .own_time import OF_THEM, YEARLY, OwnTime, time_of

_BEFORE, _BEHIND = 1200, 800  # characters of a sentence: enough, whatever its length
_TO_ONE = re.compile(r"[- ](?:to|zu|à|a)[- ](?:1|one|eins|un|uno)$", re.I)
_EACH = frozenset("/ the le la el l’ l' die".split())
_AT_EACH = re.compile(r"\s(?:à (?:la |l['’] ?)|in der |a la )(?=\w)")  # à l'heure, in der Stunde
_A_SECOND = re.compile(r"(?i)(?:[^\w\s]|\b(?:in|at|on|with|for|of|from|to|and|or))\san?\s$")
_EVERY = frozenset("each every chaque jede jeden jedes jeder cada".split())
_COSTS = re.compile(r"\b(?:costs?|coût\w+|kostet\w*|cuestan?|costaba)\b", re.I)
_NEAR, _SIGNS = 24, " $€£¥₽₴₹₺₪₩₿"  # characters beside a number; those of the next one's sign
_SUBJECT = 4  # words at the head of a clause, with what is counted by
_OLDEST = 120
_IS = re.compile(  # before an age, which no total is
    r"(?i)(?<!number )(?<!total )(?<!figure )(?<!zahl )"
    r"\b(?:is|was|turn(?:s|ed)|aged|ist|wird|wurde)\s$"
)
# From so many to so many, behind a verb that says that it changed: pasó de 45 a 610.
_CHANGED = re.compile(
    r"(?i)\b(?:(?:rose|risen|rises?|rising|fell|fall(?:en|s)?|grew|grow[ns]?|went|gone|goes|dropp?(?:ed|s)?"
    r"|increased?|decreased?|jump(?:ed|s)?|climb(?:ed|s)?|shr[aiu]nk|cut|raised?|soared|surged|up|down"
    r")\b[^,;:.]{0,40}\bfrom"
    r"|(?:pass|augment|baiss|grimp|chut|recul|mont|tomb|bond|diminu|progress)\w*[^,;:.]{0,40}\bde"
    r"|(?:pas(?:ó|a|an|ado|aron|ar)|sub|baj|aument|ca[yí]|crec|redu[cj]|disminu|descend)\w*"
    r"[^,;:.]{0,40}\bde)\s(?:\w+\s)?$"
)
_TO = re.compile(r"(?i)\s(?:to|à|a)\s")
_AUF = re.compile(r"\sauf\s")
_LENGTHS = units_in("mm cm metres km miles feet inches yards")
_NOUN = re.compile(r"\s([^\W\d_]{4,})(?![.\w])")
_SLANG = re.compile(r"(?i)(?:bucks|grand|celsius|fahrenheit|sterling)$")  # measures, too
_WHAT = re.compile(r"(?i)\b(?:what|was|ce qu|lo que)(?=\w*\s|['’])")
MULTIPLE = re.compile(
    r"(?i)\b(?:doubl\w*|twice|thrice|tripl\w*|trebl\w*|quadrupl\w*|\w+fold|doppel\w*|\w*fach\w*"
    r"|verdoppel\w*|dobl\w*|duplic\w*|cuádrupl\w*)$"
)
_SKIPPED = 4  # words behind a number before its unit begins: half of, times
_PHRASE = 5  # words of a noun with those before it
_KINDS = frozenset("trees plants flowers birds fish dogs horses cows".split())  # oaks are trees
_PERSON = re.compile(
    r"(?:[eo]r|ist|[ae]nt|ian|m[ae]n|wom[ae]n|ee|adult|child|teen|girl|boy|male|people|nurse)$"
)
_YEAR, _MONTH = unit_of("year"), unit_of("month")
_AGED = re.compile(r"(?i)\b(?:age|old|alter|alt|âge|edad)\b")


def _length(word: str) -> int | None:
    """The unit that a word names; metro too, which is no unit in other languages."""
    return unit_of(word) if (unit := unit_of(f"{word}s")) is None else unit


def _volume(word: str) -> int | None:
    """The unit of length that a word names or makes an area or a volume of: Kubikmeter."""
    return unit_of(re.sub("^(?:kubik|quadrat)", "", word))


@dataclass(frozen=True)
class OwnNumber(OwnTime):
    """A figure's number in its sentence, and what it counts."""

    # --- what it counts ---------------------------------------------------------------------------

    def wrong_unit(self, unit: str) -> str:
        """What is wrong with a unit that the sentence has, but does not count with this number."""
        one = self.one
        if self.is_ratio:
            other = next((w for w in self._content(unit) if self._has(w)), "")
            return f'"{self._printed}" is a ratio, and no number of "{other}"' if other else ""
        if _WHAT.search(unit) and self._stands_behind(unit):
            return ""
        unit, per = self._divided(with_percent(unit))
        if wrong := self._no_measure(unit) or self._only_before_noun(unit):
            return wrong
        if self._is_other_money(unit):
            return f'"{self._printed}" counts no money in the sentence'
        if not (self._said or one.age):
            return self._wrong_rate(per)
        people = next((w for w in self._content(unit) if unit_of(w) == PEOPLE), "")
        nobody = one.headed and any(map(is_nobody, one.heads))
        if people and not self._has(people) and (nobody or self._of_things):
            return f'"{self._printed}" does not count {people}'
        years = units_in(unit) & {_YEAR, _MONTH} or _AGED.search(unit)
        if one.age and not years and not any(map(self._has, self._content(unit))):
            return f'"{self._printed}" is an age'
        plain = not (powers({*words_of(unit, self.language)}) or re.search("[²³]", unit))
        if plain and powers(one.heads | one.rest) and _LENGTHS & units_in(unit):
            return f'"{self._printed}" counts no lengths, but areas or volumes'
        words = [word for word in self._content(unit) if self._has(word)]
        counted = [word for word in words if self._is_counted(word)]
        for word in words:
            if word not in counted and not self._goes_on(word, bool(counted)):
                return f'"{word}" is not what "{self._printed}" counts in the sentence'
        if words and not counted and one.headed and one.heads:
            return f'"{words[0]}" only goes on with what "{self._printed}" counts'
        return self._wrong_rate(per)

    def _no_measure(self, unit: str) -> str:
        """What is wrong with a measure (%, days) as the unit of a number that counts something else
        by the noun right behind it, that is a part of them, or a multiple."""
        measures = {kind for kind in units_in(unit) if is_measure(kind)}
        multiple = bool(MULTIPLE.search(self._printed))
        if not measures or self.one.age or (measures & self._kinds and not multiple):
            return ""
        behind = self.text[self.span.end :]
        noun = _NOUN.match(behind)
        compound = noun and any(noun[1].lower().endswith(w.lower()) for w in unit.split())
        counts = noun and noun[1].lower() in self.one.heads and not _SLANG.match(noun[1])
        if (counts and not compound) or self.one.they or multiple:
            return f'"{self._printed}" counts no {unit}'
        return ""

    def _stands_behind(self, unit: str) -> bool:
        """Whether just the words of a unit stand right behind the number: half of what they had
        asked for, 22 times what a packer earned."""
        behind = words_of(self.text[self.span.end :], self.language)
        words = words_of(unit, self.language)
        return any(behind[n : n + len(words)] == words for n in range(_SKIPPED))

    def _only_before_noun(self, unit: str) -> str:
        """What is wrong with a noun that in English only stands before the one that is counted:
        supermarkets, of two supermarket contracts."""
        *_, word = self._content(unit) or [""]
        behind = words_of(self.text[self.span.end :], self.language)[:_PHRASE]
        if self.language.code != "en" or not word.endswith("s") or not self.one.headed:
            return ""
        phrase = list(takewhile(lambda one: one in self.one.heads, behind))
        last = max((i for i, one in enumerate(phrase) if one.endswith("s")), default=0)
        if not phrase or any(are_forms(word, one) for one in phrase[last:]):
            return ""
        for one in phrase[:last]:
            at = self.text.lower().find(one, self.span.end)
            kind = bool(_PERSON.search(one) and _PERSON.search(phrase[last].rstrip("s")))
            kind = kind or phrase[last] in _KINDS or self.text[at].isupper()
            if are_forms(word, one) and word != one and not kind:
                return f'"{self._printed}" counts {" ".join(phrase[: last + 1])}, and no {word}'
        return ""

    def _is_other_money(self, unit: str) -> bool:
        """Whether a unit is money, and the number has no sign or word of it beside it, and counts
        something else, or is a part of what is no money."""
        one, money = self.one, {kind for kind in units_in(unit) if is_currency(kind)}
        own_sign = one.unit is not None and is_currency(one.unit)
        if not money or self.is_ratio or one.part_of >= 0 or (own_sign and not one.share):
            return False
        ends = [other.end for other in self.others if other.end <= self.span.start]
        starts = [other.start for other in self.others if other.start >= self.span.end]
        before = self.text[max(self.span.start - _NEAR, *ends, 0) : self.span.start]
        before = re.sub(r"^\s?\w+", "", before) if ends else before  # 45 euros à 300
        behind = self.text[self.span.end : min(self.span.end + _NEAR, *starts, len(self.text))]
        beside = f"{before} {self._printed} {behind.rstrip(_SIGNS)}"
        if any(is_currency(kind) for kind in units_in(readable(beside, self.language))):
            return False
        counted = one.headed and bool(one.heads) and not units_in(" ".join(one.heads)) & money
        return counted or one.share or one.percent

    def rate_left_out(self, *fields: str) -> str:
        """The words that a measure is counted by right behind the number (litres a second), where
        none of the fields of its figure says so."""
        phrase, by = self._rate
        said = {kind for text in fields for kind in (*units_in(text), *map(time_of, text.split()))}
        said |= {_length(word) for text in fields for word in text.split()}
        return "" if _length(by) in said else phrase

    @cached_property
    def _rate(self) -> tuple[str, str]:
        """What a measure is counted by right behind the number, with all words up to it."""
        named = (_volume(word) for word in self.one.heads)
        units = (self.one.unit, *named) if self.one.headed else (self.one.unit,)
        if not any(is_measure(u) and not is_currency(u) and not is_time(u) for u in units if u):
            return "", ""
        behind = words_of(self.text[self.span.end : self.one.region.end], self.language)
        per, counted = self.row.per | _EACH | {"der"}, self.one.rest | self.one.heads
        for before, word in pairwise(behind):
            if before in per and word in counted and is_measure(_length(word)):
                return " ".join(behind[: behind.index(word) + 1]), word
        return "", ""

    def changed(self) -> bool:
        """Whether the number is two, of which something went from the one to the other."""
        if _AUF.search(self._printed):
            return True
        return bool(_TO.search(self._printed) and _CHANGED.search(self.text[: self.span.start]))

    @property
    def is_ratio(self) -> bool:
        """Whether it is so many to one."""
        return bool(_TO_ONE.search(self._printed))

    @cached_property
    def _said(self) -> set[str]:
        """The words that say what this number counts, and those that go on with them."""
        return self.one.heads | self.one.told | self.one.rest

    @cached_property
    def may_be_age(self) -> bool:
        """Whether a number may be somebody's age: between commas, or said of one and not of
        several: my neighbour is 83."""
        said = _IS.search(self.text[: self.span.start])
        behind = words_of(self.text[self.span.end :], self.language)[:1]
        alone = not (behind and self.row.is_word(behind[0]))
        young = self._printed.isdecimal() and int(self._printed) < _OLDEST
        several = any(word.endswith(self.row.endings) for word in self.one.heads)
        return self.one.age or bool(said and alone and young and not several)

    @cached_property
    def _kinds(self) -> set[int | None]:
        """The units that this number counts."""
        one = self.one
        kinds = {*units_in(" ".join(one.heads if one.headed else self._said))}
        kinds |= {unit for word in one.told if (unit := unit_of(word)) is not None}
        kinds |= units_in(re.sub(r"[\d.,]+", " ", self._printed))  # 20p, 90mm
        more = (
            (_YEAR, self.may_be_age),
            (unit_of("%"), one.percent),
            (one.unit, is_measure(one.unit)),
        )
        return kinds | {unit for unit, holds in more if holds}

    @property
    def _of_things(self) -> bool:
        """Whether it counts money, or what people live in or sail, and not them."""
        money = any(kind is not None and is_currency(kind) for kind in self._kinds)
        things = self.one.headed and PEOPLE not in self._kinds and bool(self._kinds & GROUPS)
        return money or things

    def _is_counted(self, word: str) -> bool:
        """Whether a word of a unit is among what this number counts. Whoever it counts are people,
        unless the sentence has people of another number."""
        if (kind := unit_of(word)) == PEOPLE and not self._people_elsewhere():
            return not self._of_things
        heads = self.one.heads if self.one.headed else self._said
        return kind in self._kinds or any(are_forms(word, head) for head in heads)

    def _goes_on(self, word: str, counted: bool) -> bool:
        """Whether a word goes on with what is counted, or stands in the clause of a number without
        a noun, of which another word is ``counted``."""
        if any(are_forms(word, other) for other in self.one.rest):
            return True
        region = self.text[slice(*self.one.region)]
        said = words_of(region, self.language) if counted and not self.one.headed else []
        return any(are_forms(word, other) for other in said)

    def _divided(self, unit: str) -> tuple[str, str]:
        """A unit, and what it is counted by: miles, and hour."""
        if by := _AT_EACH.search(unit):
            return unit[: by.start()], unit[by.end() :]
        words = unit.split()
        at = next((i for i, w in enumerate(words) if i and w.lower() in self.row.per), len(words))
        of = at - 1 if at < len(words) and words[at - 1].lower() in self.row.of else at
        return " ".join(words[:of]), " ".join(words[at:])

    def _wrong_rate(self, per: str) -> str:
        """What is wrong with what a unit is counted by: miles per road."""
        for word in self._content(per):
            if (kind := time_of(word)) is not None:
                if wrong := self.wrong_period(word):
                    return wrong
                if not any(map(self._is_rate, self._places(word.lower(), kind))):
                    return f'the sentence does not count by "{word}"'
            elif self._has(word) and not (
                any(are_forms(word, w) for w in self.one.rest) or self._is_each(word)
            ):
                return f'"{word}" is not what "{self._printed}" is counted by in the sentence'
            elif self._rate[1] and not self._has(word):
                return f'the sentence counts "{self._rate[0]}"'
        return ""

    def _is_rate(self, at: int) -> bool:
        """Whether the time at a place of the sentence is what something is counted by: an hour,
        im Jahr, monthly."""
        word = next(word for word, place in self.words if place == at)
        if word == "second" and _A_SECOND.search(self.text[:at]):
            return False  # 30 litres in a second leak
        before = words_of(self.text[:at], self.language)[-1:]
        by = self.row.per | _EACH | ({"im"} if self.row.nouns_up else set())
        return word in YEARLY or word in self.one.rest or bool(by.intersection(before))

    def _is_each(self, word: str) -> bool:
        """Whether a number's clause has a word behind one for each: for every passenger; or begins
        with it and says what it costs: le mètre cube coûte."""
        region = self.one.region
        said = words_of(self.text[region.start : region.end], self.language)
        at = next((i for i, one in enumerate(said) if are_forms(word, one)), 0)
        each = said[at - 1] in _EVERY if at else False
        return each or (0 < at <= _SUBJECT and bool(_COSTS.search(self.text, *region)))

    @property
    def _printed(self) -> str:
        return self.text[self.span.start : self.span.end]

    def _content(self, text: str) -> list[str]:
        """The words of what an editor writes that may be nouns, or are units."""
        words = [w for w in words_of(text, self.language) if len(w) > 1 and w not in self.row.per]
        found = [w for w in words if unit_of(w) is not None or (len(w) > 2 and self.row.is_word(w))]
        return found or [word for word in words if len(word) > 2]

    def _has(self, word: str) -> bool:
        """Whether the sentence has a word, or another for the same unit."""
        if (kind := unit_of(word)) is not None and kind in units_in(self.text):
            return True
        said = (part for other, _ in self.words for part in {other, *re.split("[-‐‑]", other)})
        return any(are_forms(word, other) for other in said if len(other) > 1)

    def _people_elsewhere(self) -> bool:
        """Whether the sentence says people of others than this number counts."""
        persons = any(not is_measure(unit) for unit in units_in(" ".join(self._said)))
        if not self.one.headed or persons or PEOPLE not in units_in(self.text):
            return False
        before = words_of(self.text[: self.span.start], self.language)[-3:]
        return not any(word in OF_THEM | self.row.they for word in before)  # among them, dont

    @cached_property
    def counts(self) -> str:
        """The words that this number counts, as they stand in the sentence; empty if none do."""
        heads = [(w, place) for w, place in self.words if w in self.one.heads and self.one.headed]
        behind = [one for one in heads if one[1] >= self.span.end] or heads
        said = {word: self.text[place : place + len(word)] for word, place in reversed(behind)}
        return " ".join(list(reversed(said.values()))[:3])


def own_number(site: Site, figure: Figure) -> OwnNumber | None:
    """The number of a figure in its sentence; None where it has no place or no language."""
    if figure.id not in site.evidence.numbers:
        return None
    source, span = site.evidence.numbers[figure.id]
    passages = site.topic.sources[source].passages
    row = COUNTING.get(passages.language.code)
    if row is None:
        return None
    sentence = passages.sentence_at(span.start)
    start = max(sentence.start, span.start - _BEFORE)
    end = max(min(sentence.end, span.end + _BEHIND), span.end)
    plain = " ".join(re.split(r"\s", passages.text[start:end]))
    text, language = readable(plain, passages.language), passages.language
    own = Span(span.start - start, span.end - start)
    if len(text) != len(plain):  # as where letters and their accents are composed
        own = Span(*(len(readable(f"{plain[:at]}0", language)) - 1 for at in own))
    one = at(text, language, own)
    return OwnNumber(text, language, row, own, one) if one else None
