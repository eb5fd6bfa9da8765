"""Who speaks beside a quotation: a name that does the saying, one that is spoken to or about, or a
pronoun.

Works on prose in which a quotation is one sign, so that a page and a source are read alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from .characters import SIGNS
from .folding import WORD
from .inverted import is_told_of, opens_with_saying
from .languages import LANGUAGES, Language
from .mentions import Mention, Names, heads_it, says_next
from .offices import HOLDS, TRADE
from .saying import RIGHT_BEHIND, TOLD, and_says, by_a_role, by_whom, says_so
from .speech import code_of, speech

# What stands for another quotation, and for the one in question: letters that no text may have.
OTHER, THIS = SIGNS


def unmarked(text: str) -> str:
    """A text as people may see it: an ellipsis where a quotation was."""
    return re.sub(f"[{OTHER}{THIS}]+", "…", text)


# Behind whoever only passes on what somebody else said: the agency quoted him as saying.
PASSES_ON = re.compile(
    r"\W*(?:has |had |also )*(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)|zitierte?|zitiert|citait|citó"
    r"|cita)\b"
    r"|\W*(?:l['’]a |lo |la |le )(?:cité|citée|citait|citó|cita)\b",
    re.I,
)

BESIDE = 6  # so many words are right beside a quotation

_INVERTED = re.compile(
    r"\b(?:(?:said|says|added|adds)\s+(?:the |an? )?"
    r"|(?:sagte|sagt|dit|dijo|dice|afirmó|añadió)\s+(?:der |die |eine? |el |le |la |une? )?)$",
    re.I,
)
# A role may stand before the name: selon le capitaine X; not: according to a friend of X.
_ACCORDING = re.compile(
    r"\b(?:according to|in the (?:words|view|opinion|eyes) of|laut|selon|d'après|según"
    r"|de acuerdo con"
    r"|(?:nach|den) (?:Angaben|Worten|Auskunft|Ansicht|Einschätzung|Schätzung|Darstellung)"
    r"(?: (?:von|des|der))?|aux (?:dires|yeux) d[eu]|de l'avis d[eu]|aus Sicht (?:von|des|der)"
    r"|(?:a juicio|a ojos|en opinión) de)\s+"
    r"(?:the |der |dem |den |el |la |le |les |los )?"
    r"(?:(?!(?:of|by|from|with|to|for|in|and|de|du|des|del|d|von|vom|par|por|y|et|und)\b)"
    rf"[\w'-]+ ){{0,3}}(?:{HOLDS}, )?$",
    re.I,
)
# By somebody's own account: nach Brackwassers Angaben, by Bell's count.
_BY = re.compile(r"\b(?:nach|laut|by)\s$", re.I)
_HIS_WORDS = re.compile(
    r"(?:s|['’]s?)\s(?:(?:eigenen|own)\s)?(?:Angaben?|Worten?|Auskunft|Ansicht|Einschätzung"
    r"|Schätzung"
    r"|Darstellung|Rechnung|Aussagen?|Zahlen|account|count|estimate|reckoning|figures"
    r"|calculations)\b"
)
_SO = re.compile(r"[,–—]\sso\s(?:(?:der|die|das)\s)?(?:[A-ZÄÖÜ][\w-]+\s){0,3}$")
_SO_BEHIND = re.compile(r"(?:\s[a-zäöü][\w-]*\s[\w-]+){0,3}(?=[,.;–—]|$)")
_ZUFOLGE = re.compile(r"(?:,[^,.;:]{1,60},)? zufolge\b")
# Between a quotation and whoever it is of.
_SOURCE = re.compile(
    r"\W*(?:according to|in the words of|laut|selon|d'après|según)\b(?:\W+[\w-]+){0,2}\W*"
    r"|\s*[,(–—-]\s*(?:by|from|von|par|por)\s(?:the\s|der\s|el\s|la\s|le\s)?",
    re.I,
)
_THAT = re.compile(r"\b(?:that|dass|que)\s$")
# At the head of a sentence these have what follows be somebody's: For X, …; From X came …
_TO = re.compile(r"(?:^|[.;]\s)(?:For|To|Für|Pour)\s(?:the |die |den |le |la )?$")
# For whom a sentence is so that quotes it: Pour Me X, avocate, « c'était écrit ».
_FOR_WHOM = re.compile(
    rf"(?:^\W*|[.;]\s)(?:For|Für|Pour|Para)\s(?:(?!\d)[^\s,;:.!?{OTHER}{THIS}]+,?\s){{0,6}}$"
)
_QUOTED = re.compile(
    rf"(?:,\s[^;:.!?{OTHER}{THIS}]*|\s(?:ist|war|sind|bleibt"
    rf"|handelt)\b[^,;:.!?{OTHER}{THIS}]*)[{OTHER}{THIS}]"
)
_FROM = re.compile(r"\b[Ff]rom\s(?:the |der |le |la )?$")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|wird|wurden?|est|sont|fue)\s$")
_OF_ANOTHER = re.compile(r"\b(?:whose|whom|who|which|unlike|like)\b")
_CAME = re.compile(r"\s(?:came|come|comes)\b")
_BEGINS = re.compile(r"\W*(?:the |der |die |das |le |la )?")
_OF = re.compile(r"\s(?:of|from|vo[nm]|du|del|de|d')\s?(?:the |der |la |l'|el )?")  # X of Y said
_LONGEST = 160  # characters of what is said of somebody beside the name
_APPOSED = re.compile(rf",\s[^,;:.!?{OTHER}{THIS}]{{1,100}},(?=\s)")
_ASKS = re.compile(r"(?:\s\w+)?\s(?:ask|frag|demand)")
_NAMED = re.compile(r",\s(?:[A-Z][\w.]*\s)*")
_STOPS = re.compile(r"[;:.!?]")
_GAP = re.compile(r"[;:.!?]|,\s(?:and|but|while|whereas|yet|und|aber|während|et|mais|tandis)\b")


class Voice(NamedTuple):
    """Who is beside a quotation as its speaker: an id, maybe by a word of saying; or a pronoun."""

    whose: str = ""
    said: bool = False
    pronoun: str = ""


class Sentence:
    """A sentence with a sign for each quotation, and who is named in it."""

    def __init__(self, text: str, names: Names, language: Language):
        self.text, self.words = text, speech(language)
        self._names = names

    @cached_property
    def mentions(self) -> list[Mention]:
        return self._names.within(self.text, self.words)

    def subjects(self) -> list[Mention]:
        """Those who do something, in their order."""
        return [m for m in self.mentions if m.how == "subject"]

    def doing(self) -> list[Mention]:
        """Those who do something, or according to whom something is, in their order."""
        return [m for m in self.mentions if m.how == "subject" or self.according(m)]

    def sayers(self) -> list[Mention]:
        """Those who say something, or according to whom something is."""
        found, ends = list[Mention](), 0
        for i, one in enumerate(self.mentions):
            others = (
                m
                for m in self.mentions[i + 1 :]
                if not TRADE.match(self.text, m.end)
                if not _OF.fullmatch(self.text, one.end, m.start)
            )
            following = next((m.start for m in others), len(self.text))  # X, the council leader
            end = min(following, _nth_word(self.text, one.end, -1, 4))
            beside = self._beside(one)
            says = (
                says_so(self.words.says, self.text, one.end, end)
                or self.inverted(one)
                or beside > one.end
                or self.goes_on_to_say(one) >= 0
            )
            said = self.words.says.search(self.text, one.end)
            if one.end < ends or (said and self._in_an_aside(0, one, said.start())):
                continue
            before = self.mentions[i - 1] if i else one
            only_of = _OF.fullmatch(self.text, before.end, one.start) and before.how == "subject"
            if only_of and not self.according(one):
                continue  # of whom somebody is who says it
            if self.according(one) or (one.how in ("subject", "speaks") and says):
                found.append(one)
                ends = max(ends, beside)
        return found

    def goes_on_to_say(self, one: Mention) -> int:
        """Where somebody who does something says something behind an "and" (X blamed the rain and
        said that …); -1 if they do not."""
        if one.how != "subject":
            return -1
        following = [m.start for m in self.mentions if m.start > one.end and m.how == "subject"]
        stops = _STOPS.search(self.text, one.end)
        end = min([*following, stops.start() if stops else len(self.text)])
        return and_says(self.words.says, self.text, one.end, end)

    def _beside(self, one: Mention) -> int:
        """Where the words end that say who somebody is who then says something: X, the head of Y,
        said; where the name ends if there are none."""
        end, found = one.end, _APPOSED.match(self.text, one.end) if one.how == "subject" else None
        while found and found.end() < one.end + _LONGEST and end == one.end:
            said = self.text[found.end() :]
            end = found.end() if says_next(said, self.words) and not _ASKS.match(said) else end
            found = _APPOSED.match(self.text, found.end() - 1)
        if end == one.end:
            return end
        behind = [m for m in self.mentions if m.start > one.end]
        said_by = any(self.inverted(m) for m in behind if m.start > end)
        named = any(_NAMED.fullmatch(self.text, one.end, m.start) for m in behind)
        return one.end if said_by or named else end  # the head of X, Y, said: not X

    def according(self, mention: Mention) -> bool:
        """Whether something is according to somebody."""
        before, behind = self.text[: mention.start], self.text[mention.end :]
        if mention.how == "owns" and _HIS_WORDS.match(behind) and _BY.search(before):
            return True
        if self.for_whom(mention):
            return True
        so = _SO.search(before) and _SO_BEHIND.match(behind)
        return bool(_ACCORDING.search(before) or _ZUFOLGE.match(behind) or so)

    def for_whom(self, mention: Mention) -> bool:
        """Whether a sentence quotes somebody as for whom something is so: Pour X, « … »."""
        before, behind = self.text[: mention.start], self.text[mention.end :]
        opens = mention.how != "owns" and _FOR_WHOM.search(before)
        return bool(opens and _QUOTED.match(behind))

    def inverted(self, mention: Mention) -> bool:
        """Whether a word of saying stands before somebody: said X; a promis le préfet, X; said the
        head of Y, X."""
        if self.told_of(mention):
            return False
        bodies = [m for m in self.mentions if m.end == mention.start - 2]
        office = heads_it(self.text, bodies[0], mention.start, self.words) if bodies else None
        at = mention.start if office is None else office
        before = self.text[_nth_word(self.text, 0, at, -2) : at]
        said, told = by_whom(self.words.says.pattern)
        far = self.text[_nth_word(self.text, 0, at, -7) : at]
        opens = TOLD.match(self.text) and told().match(self.text[:at])
        return bool(_INVERTED.search(before) or said.search(far) or opens) or self._opened(mention)

    def _opened(self, mention: Mention) -> bool:
        """Whether a German sentence has a word of saying before its subject: Dazu sagte X, …"""
        if self.words is not speech(LANGUAGES["de"]):
            return False
        first = not any(m.end <= mention.start and m.how == "subject" for m in self.mentions)
        return first and opens_with_saying(self.text, mention.start, self.words)

    def told_of(self, mention: Mention) -> bool:
        """Whether a word of saying stands before somebody because somebody else says it of them: Y
        in X, a packer, said Y and her friends were late."""
        return is_told_of(self.text, mention.start, mention.end)

    def voices(self) -> Iterator[Voice]:
        """Who is beside each place of the quotation in question."""
        for place in re.finditer(THIS, self.text):
            start = max(self.text.rfind(sign, 0, place.start()) for sign in (OTHER, THIS)) + 1
            ends = [self.text.find(sign, place.end()) for sign in (OTHER, THIS)]
            end = min((e for e in ends if e >= 0), default=len(self.text))
            yield (
                self._after(place.end(), end)
                or self._owned(start, place.start())
                or self._said_before(start, place.start())
                or self._according_to_whom(start, place.start())
                or self._right_before(start, place.start())
                or Voice()
            )

    def _in(self, start: int, end: int) -> list[Mention]:
        return [m for m in self.mentions if m.start >= start and m.end <= end]

    def _after(self, start: int, end: int) -> Voice | None:
        """Whoever speaks in the few words behind a quotation: X said, said X, according to X."""
        stop = _nth_word(self.text, start, end, BESIDE)
        if stopped := re.search(r"[;:.!?](?:\s|$)", self.text[start:stop]):
            stop = start + stopped.end()
        if role := self._role_behind(start, end):
            return Voice(role.whose, said=True)
        window = self.text[start:stop]
        first = self._in(start, stop)[:1]
        said = self.words.says.search(window)
        if first and not said and self.according(first[0]):
            return Voice(first[0].whose, said=True)
        if first and not said:
            return self._alone(first[0], start, end)
        if not said or re.search(r"\b(?:and|but|as|while|that|which)\b", window[: said.start()]):
            return None
        those = [m for m in self._in(start, end)[:2] if m in first or self.inverted(m)]
        subject = next((m for m in those if m.how in ("subject", "speaks")), None)
        pronoun = self.words.pronouns.search(window)
        if pronoun and (not subject or start + pronoun.start() < subject.start):
            return Voice(pronoun=pronoun.group())
        return Voice(subject.whose, said=True) if subject else None

    def _role_behind(self, start: int, end: int) -> Mention | None:
        """Whose name is behind a role that says a quotation: “…”, said its head in the south, X."""
        behind = [m for m in self._in(start, end) if self.text.startswith(", ", m.start - 2)]
        role = by_a_role(self.words.says.pattern, code_of(self.words)) if behind else None
        found = role.match(self.text, start, end) if role else None
        return next((m for m in behind if found and m.start == found.end()), None)

    def reports(self) -> bool:
        """Whether the sentence of the quotation in question says whose it is, by a word of saying
        behind it or before its colon, whoever that is."""
        says, verb = self.words.says.pattern, RIGHT_BEHIND.get(code_of(self.words), "(?!)")
        beside = rf"{THIS}[^\w;:!?{OTHER}]*(?:(?:[\w'’-]+,?\s){{0,5}}?(?:{says})|(?-i:{verb}))"
        before = rf"(?:{says})[^.;:!?{OTHER}{THIS}]{{0,80}}:\s*{THIS}"
        return bool(
            any(voice.said or voice.pronoun for voice in self.voices())
            or re.search(rf"{beside}|{before}", self.text, re.I)
        )

    def _owned(self, start: int, end: int) -> Voice | None:
        """Whose answer, post, words … a quotation is said to be: X's answer was, in X's post."""
        for one in self._in(start, end):
            between = self.text[one.end : end]
            within = _IN.search(self.text[: one.start]) and _OWN_BARE.fullmatch(between)
            if one.how == "owns" and (within or _OWNED.fullmatch(between)):
                nearer = (m for m in self._in(one.end, end) if m.how != "aside")
                says = self.words.says.search(_OWN_SAYS.sub("", between))
                if not says and all(m.how == "owns" and end - m.end > 4 for m in nearer):
                    return Voice(one.whose, said=True)
        possessed = [m for m in possessor_says(self) if start <= m.start and m.end <= end]
        subjects = [m for m in self._in(start, end) if m.how == "subject"]
        if possessed and not any(m.start > possessed[-1].start for m in subjects):
            return Voice(possessed[-1].whose, said=True)
        return None

    def _according_to_whom(self, start: int, end: int) -> Voice | None:
        """Whoever it is so for, or from: For X, it is …; From X came the words …"""
        for one in self._in(start, end):
            before, behind = self.text[: one.start], self.text[one.end : end]
            to = _TO.search(before) and behind.startswith(",")
            if (to or (_FROM.search(before) and _CAME.match(behind))) and one.how != "owns":
                return Voice(one.whose, said=True)
        return None

    def _alone(self, first: Mention, start: int, end: int) -> Voice | None:
        """Whoever is named right behind a quotation without a word of saying."""
        between, behind = self.text[start : first.start], self.text[first.end : end]
        before = self.text[: start - 1]
        if _THAT.search(before) and self.words.says.search(before):
            return None  # X said that “…” Y: of Y
        if first.how == "speaks":
            return Voice(first.whose, said=True) if _SOURCE.fullmatch(between) else None
        alone = re.match(r"(?:\s\w+)?\W*(?:$|\)|[.;]\s)", behind)
        subject = first.how == "subject" and _BEGINS.fullmatch(between)
        return Voice(first.whose) if alone and subject else None

    def _said_before(self, start: int, end: int) -> Voice | None:
        """The nearest before a quotation who is said to say something; nobody where another stands
        nearer in a clause of their own."""
        before = self.text[start:end]
        said = [start + m.start() for m in self.words.says.finditer(before)]
        if not said:
            return None
        subjects = [m for m in self._in(start, end) if m.how == "subject"]
        subjects = [m for m in subjects if not self._in_an_aside(start, m, said[-1])]
        if _PASSIVE.search(self.text, start, said[-1]):  # threatened by X with “…”
            by = [m for m in self._in(said[-1], end) if m.how == "speaks"]
            return Voice(by[-1].whose, said=True) if by else None
        found = [
            (m.end, Voice(m.whose, said=True))
            for m in subjects
            if said[-1] >= m.end
            or (_INVERTED.search(self.text[start : m.start]) and not self.told_of(m))
        ]
        found += [
            (start + m.end(), Voice(pronoun=m.group()))
            for m in self.words.pronouns.finditer(before)
            if said[-1] >= start + m.end()
        ]
        at, voice = max(found, default=(0, None))
        return None if self._another(at, end, subjects) else voice

    def _in_an_aside(self, start: int, one: Mention, said: int) -> bool:
        """Whether somebody is in a clause on another, which ends before the saying: X, whose post Y
        shared, said."""
        before = self.text[start : one.start].rpartition(",")
        return (
            bool(before[1] and _OF_ANOTHER.search(before[2])) and "," in self.text[one.end : said]
        )

    def _another(self, start: int, end: int, subjects: list[Mention]) -> bool:
        """Whether somebody else stands right before the quotation, in another clause."""
        near = _nth_word(self.text, start, end, -BESIDE)
        return any(
            m.start >= max(start, near) and _GAP.search(self.text, start, m.start) for m in subjects
        )

    def _right_before(self, start: int, end: int) -> Voice | None:
        """Whoever is named in the few words before a quotation, and does something there."""
        near = self._in(_nth_word(self.text, start, end, -BESIDE), end)
        beside = [m for m in near if re.fullmatch(r"'s?\s*|[\s:,–—-]*", self.text[m.end : end])]
        if beside and beside[-1].how in ("owns", "speaks"):
            return Voice(beside[-1].whose)
        subjects = [m for m in near if m.how == "subject"]
        pronouns = [*self.words.pronouns.finditer(self.text, start, end)]
        if subjects and not (pronouns and pronouns[-1].start() > subjects[-1].end):
            return Voice(subjects[-1].whose)
        return Voice(pronoun=pronouns[-1].group()) if pronouns else None


_OWN_NOUN = re.compile(
    r"\b(?:answers?|repl(?:y|ies)|responses?|words?|statements?|comments?|remarks?|verdict"
    r"|messages?|posts?|tweets?|claims?|reaction|line|quote|view|opinion|position|phras(?:e|ing)"
    r"|formulation|take|assessment|judge?ment|belief|conclusion|promise|threat|warning|motto"
    r"|Antwort|Worten?|Aussage|réponse|mots)\b"
)
_OWN_SAYS = re.compile(rf"{_OWN_NOUN.pattern}(?:\s(?:says|said)\b)?")  # X's post says
_NOUN_OF = rf"'s?\s(?:(?!(?:for|of|to|by)\b)[\w-]+\s){{0,3}}?{_OWN_NOUN.pattern}"
_OWNED = re.compile(
    rf"{_NOUN_OF},?[^,.;:!?{OTHER}{THIS}]{{0,60}}(?::|\b(?:is|was|were|says|said|reads?|ran|that"
    rf"|war|lautet))\s"
    rf"(?:that\s[^,.;:!?{OTHER}{THIS}]{{0,40}})?"
)
_IN, _OWN_BARE = re.compile(r"\b(?:[Ii]n|[Ww]ith)\s(?:the\s)?$"), re.compile(rf"{_NOUN_OF}[:,]?\s")
_POSSESSED = re.compile(r"'s?((?:\s[\w-]+){1,5}?)\s")
_STATES = re.compile(r"\b(?:is|are|was|were|been|be|has|have|had|that|who|which)\b")


def possessor_says(sentence: Sentence) -> Iterator[Mention]:
    """Those whose somebody, in no record, says something: X's foreign minister says."""
    for i, one in enumerate(sentence.mentions):
        following = sentence.mentions[i + 1 : i + 2]
        end = following[0].start if following else len(sentence.text)
        behind = sentence.text[one.end : end]
        said = sentence.words.says.search(behind) if one.how == "owns" else None
        if said and (noun := _POSSESSED.fullmatch(behind, 0, said.start())):
            pronoun = sentence.words.pronouns.search(noun[1]) or _STATES.search(noun[1])
            if not pronoun and not said.group().lower().startswith(("ask", "frag", "demand")):
                yield one


def _nth_word(text: str, start: int, end: int, number: int) -> int:
    """Where so many words behind ``start`` end; where so many before ``end`` begin, if negative."""
    end = len(text) if end < 0 else end
    words = [*WORD.finditer(text, start, end)]
    if len(words) <= abs(number):
        return end if number > 0 else start
    return words[number - 1].end() if number > 0 else words[number].start()
