"""What a number of a source counts, in the words and signs right beside it."""

from __future__ import annotations

import re

from ..text.numbers import lent_scale, percent_behind
from ..text.spans import Span
from ..text.units import GROUPS, is_a_unit, is_measure, unit_of
from ..topic.fieldtypes import NOT_STATED
from .number_words import DONE_TO, EACH, PER, SIGNED, SQUARE, SQUARED
from .records import Records

MONEY = "$€£¥₹"
_WHOLE = re.compile(  # before a number of which others are a part
    r"\b(?:(?:of|von|de) (?:the|its|their|his|her|den|les|los|las|ses|leurs|sus)|der|des) $", re.I
)
_PLURAL = re.compile(r"[a-zà-ÿ]{3,}[^siu]s")
_NO_PLURALS = frozenset(
    "times times percents minus plus less across always towards afterwards besides dans sans alors"
    " depuis jamais mais ensemble fois pas más menos veces tras unos los las sus des les ses nos"
    " vos leurs puntos points autres otros otras others ellos ellas poids".split()
)
_DONE = frozenset("died killed dead tot getötet morts mort tués tué muertos muerto".split())
_SIGN_BEHIND = re.compile(rf"[ \u00a0\u202f]?[{MONEY}](?!\d)")
_COUNTED = re.compile(r"(?:[^\S\n](?:d['’]|de |of )|[ -])([^\W\d_]+)(?![\w’'-])")
_AND_MORE = re.compile(r" (?:and|or|und|oder|sowie|et|ou|y|o) [^\W\d_]")
_NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:en|er|e|n|s)")
_OF_WHOM = re.compile(
    r"(?: ?%| percent| per cent| Prozent| pour cent| por ciento)? (?:of|der|des|de|de los|de las)"
    r" (?:the |all )?([^\W\d_]+)(?![\w’'-])"
)
_OF_WHAT = re.compile(
    r" (?:of|de) [a-zà-ÿ]{3,}(?=[,.;:]| (?:in|by|at|on|to|and|en|par|por|à|y|et)\b)"
)
_VOTES = re.compile(r"^\S+ ([^\W\d_]{4,}) (?:to|against|zu|gegen|à|contre|contra|a) ")
_VOTED = re.compile(r"\b(?:voted|votes|stimmten?)\b(?=[^,.;:]*$)")
_UNIT_OF_BOTH = re.compile(r"[^\W\d_]+ (?:d['’]|de )?([^\W\d_]+)")


class Counts:
    """What the number at one place of a text counts."""

    def __init__(self, draft: Records, place: Span, is_score: bool):
        self.draft, self.text = draft, draft.text
        self.start, self.end = place
        self.is_score = is_score
        self.printed = " ".join(self.text[self.start : self.end].split())
        self.sentence = draft.passages.sentence_at(self.start)
        self.language = draft.passages.language

    def unit(self) -> str:
        """What one of it is, where a sign or the word right behind says so."""
        if self.is_score and (counted := _VOTES.search(self.printed)):
            return counted[1]
        if self.is_score and (voted := _VOTED.search(self.text, self.sentence.start, self.start)):
            return "votes" if voted.group().startswith("v") else "Stimmen"
        sign = re.search(f"[{MONEY}]", self.printed)
        if (
            sign := sign
            or _SIGN_BEHIND.match(self.text, self.end)
            or SIGNED.match(self.text, self.end)
        ):
            return sign.group().strip()
        percent = percent_behind(self.text, self.end, self.language).strip()
        if percent or re.search(r"%|per ?cent|prozent|pour cent|por ciento", self.printed, re.I):
            return "percent" if self.draft.source.record.language[:2] == "en" else percent or "%"
        scale, _ = lent_scale(self.text, Span(self.start, self.end), self.language)
        if scale and (unit := _UNIT_OF_BOTH.match(self.text, self.text.index(scale, self.end))):
            return unit[1]
        letters = re.findall(r"[^\W\d_]+", self.printed)[self.printed[0].isalpha() :]
        if inside := [word for word in letters if is_measure(unit_of(word))]:
            return "pence" if inside[0] == "p" else inside[0]  # 40mph, a day and a half
        if square := SQUARE.match(self.text, self.end):
            return square.group().strip() if is_measure(unit_of(square[1])) else NOT_STATED
        word = self.word()
        if not word:
            return NOT_STATED
        squared = SQUARED.match(self.text, word.end())
        end = squared.end() if squared else word.end()
        per = PER.match(self.text, end)
        words = self.text[
            word.start(1) : per.end() if per and not EACH.match(self.text, end) else end
        ]
        return " ".join(words.split())

    def period(self) -> str:
        """Over what time a number is counted, where the words behind its unit say that: a week."""
        word = self.word()
        each = EACH.match(self.text, word.end() if word else self.end)
        return " ".join(each[1].split()) if each else NOT_STATED

    def word(self) -> re.Match[str] | None:
        """The word behind a number, and maybe a preposition, that says what it counts: une centaine
        de personnes."""
        short = self.printed.endswith(("Mio", "Mrd")) and self.text[self.end : self.end + 1] == "."
        word = _COUNTED.match(self.text, self.end + short)
        if not word or word[1] in _DONE or not (is_a_unit(word[1]) or self._is_plural(word[1])):
            return None
        return word

    def _is_plural(self, word: str) -> bool:
        """Whether the word behind a number is plainly the plural of what it counts."""
        tag = self.draft.source.record.language[:2]
        if tag == "de":  # where every noun has a capital
            noun = _NOUN.fullmatch(word) and not word.endswith("innen")  # Bürgerinnen und Bürger
            return bool(noun) and not self._is_named(word)
        plural = tag in ("en", "fr", "es") and _PLURAL.fullmatch(word)
        return bool(plural) and word not in _NO_PLURALS

    def _is_named(self, word: str) -> bool:
        return any(word in agent.name.split() for agent in self.draft.agents.values())

    def what(self) -> tuple[str, str]:
        """What is counted, and of whom, where the words right behind a number say it: 40 boats,
        two counts of fraud, 70 maisons inondées; 5 percent of the voters. Empty where not."""
        tag = self.draft.source.record.language[:2]
        if self.unit() in ("percent", "%"):
            whom = _OF_WHOM.match(self.text, self.end)
            plural = whom and (is_a_unit(whom[1]) or self._is_plural(whom[1]))
            return "", whom[1] if whom and plural else ""
        word = self.word()
        if not word or is_measure(unit_of(word[1])):
            return "", ""  # metres of what?
        if _AND_MORE.match(self.text, word.end()):
            return "", ""  # men and women
        end = self.sentence.end
        of = _OF_WHAT.match(self.text, word.end(), end)
        was = DONE_TO[tag].match(self.text, word.end(), end) if tag in DONE_TO else None
        whole = _WHOLE.search(self.text, max(0, self.start - 20), self.start)
        was = None if whole else was  # two of the eight bolts are cracked
        more = was[1] if was else (of[0].strip() if of else "")
        if tag == "en" and re.match(r" died\b", self.text[word.end() :]):
            more = "who died"
        if not more and is_a_unit(word[1]) and unit_of(word[1]) not in GROUPS:
            return "", ""  # people who did what?
        return f"{word[1]} {more}".strip(), ""
