"""A sentence as a row of signs, and who in it does the saying."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text.spans import Span
from .grammar import (
    AND,
    AT,
    NAME,
    NOT,
    OFFICE,
    OWNER,
    PAPER,
    PRONOUN,
    QUOTED,
    QUOTES,
    SAYING,
    SAYS,
    SHARES,
    THE,
    Grammar,
)
from .grouped import grouped
from .mentions import PEOPLE
from .tokens import Agent, Token

# Of, at or for somebody or something: behind a name or a description, and a part of it.
OF = r"(?:[pd][dxXNROmBnPa&~]{1,7}){0,2}"
ASIDE = r"(?:\([^()q]{1,8}\))?"
_ROLE = rf"(?:Rx?{OF},)?"  # the mayor of Bellmoor,
OFFICE_BEFORE = re.compile(rf"Rx?{OF.replace('NR', 'N')}(?P<comma>,)(?P<who>N)(?=[,.;:q]|$)")
_WHO = rf"(?P<who>[NROHP]){OF}{ASIDE}"
_ANOTHER = r"c[dxXma]{0,3}[NROH]"
# Who does what the verb behind says, the surest first.
_SUBJECTS = [
    re.compile(form)
    for form in (
        # The mayor, Anna Bell, said
        rf"R(?P<of>x?{OF}),[dxXma]{{0,4}}(?P<who>N){OF}{ASIDE},?[ab~]{{0,4}}$",
        rf"{_WHO},?r[ab~]{{0,4}}$",  # Anna Bell, who said
        rf"{_WHO}[ab~]{{0,4}}$",  # Anna Bell also said
        rf"(?P<who>N),[dxXa]{{0,3}}[mR]{OF}[ab~]{{0,4}}$",  # Anna Bell, chief of the port said
        rf"{_ROLE}(?P<who>[NRO]){OF}{ASIDE},(?:(?!{_ANOTHER})[^;:.qHV]){{1,60}},[ab~]{{0,4}}$",
        rf"{_ROLE}(?P<who>[NRO]){OF}{ASIDE},r(?:(?!{_ANOTHER}|,c)[^;:.q]){{1,60}},[ab~]{{0,4}}$",
        rf"{_ROLE}(?P<who>[NRO]){OF}-[^;:.q-]{{1,40}}-[ab~]{{0,4}}$",
    )
]
_VERB_LAST = re.compile(
    r"(?:^|[c,;:q])[^NROHVq]{0,8}[bi][dxXm]{0,3}(?P<who>[NROH])(?:[^NROHVqc;:]|d[NRO]){0,12}$"
)
_BEHIND = [  # said the mayor, Anna Bell
    re.compile(form)
    for form in (
        rf"^(?P<light>[abi~]*)[dm]{{0,2}}R[xX]{{0,2}}{OF},(?P<who>N)(?!V)",
        r"^(?P<light>[abi~]*)(?P<who>H)",
        r"^(?P<light>[abi~]*)[dxXma]{0,3}(?P<who>N)(?!\w*V)",
        r"^(?P<light>[abi~]*)(?P<who>[RO])",
    )
]
_HEADS = re.compile(  # what may come before whoever begins a clause
    r"r[dma]{0,2}$|(?:^|[cq;:V.-]|q,)(?:p[dx]{0,2}a)?(?:mp[dxXN]{1,4}|[dxXmaB]{0,4})$|^[pcaxXGTV][^;:.q]*,[dxXma]{0,3}$"
)
_ANDS = frozenset("and or but et ou mais puis und oder aber y e o pero".split())
# Anna Bell and (Carl Dunn said)
_JOINED = re.compile(
    rf"(?:[NROHX]{OF}{ASIDE}|(?:^|[,q;:])[dXma]{{0,3}}[NROH]{OF}(?:,[^,;:.V]*)?,)"
    r"c[dxXma]{0,3}$"
)
# said Anna Bell (and Carl Dunn)
_JOINED_BEHIND = re.compile(
    rf"{OF}{ASIDE}(?:,[^,;:.qNV]*)?(?:c[dxXma]{{0,3}}[NRO]|,c[dxXma]{{0,3}}[NRO]{OF}[,.;])"
)
_NAMED_BEHIND = re.compile(rf"{OF},[^NH,;:.qprVG]{{1,5}}(?:N|(?<=X),)")  # the fund Kestrel, said
# Anna Bell, the mayor, was blunt: Anna Bell laughs:
_BEFORE_COLON = re.compile(
    rf"[dxXma]{{0,3}}(?:R{OF},)?(?P<who>[NRO]){OF}{ASIDE}(?:,[^,:]{{1,30}},)?"
    r"(?:[ab~]*i[a!]*x[ax]{0,2}|[a~]*xa?)?:$"
)
_ACCORDING = re.compile(
    r"T[dxXma]{0,3}(?:R[^,NV]{0,6},)?(?:[OB](?=N))?(?P<who>[NROH])"
    r"|T(?P<what>[dxXmaPV]{1,4})p(?:[OB](?=N))?(?P<whose>[NOB])"
)
# According to a first estimate of the council it is the council that gives a number.
_COUNTS_OF = re.compile(
    r"(?i)(?:estima\w+|bilan|décomptes?|calculs?|chiffres|données|figures|data|counts?|survey|report"
    r"|study|analysis|schätzung(?:en)?|berechnung(?:en)?|zählung(?:en)?|zahlen|bericht|studie"
    r"|balance|recuento|cálculos?|datos|cifras|informe|estudio|étude|rapport|enquête)"
)


class Found(NamedTuple):
    """Who says something: the place of the one in the row, and the words that say so."""

    who: int
    words: Span
    verb: str


class Row:
    """The words of a sentence, those that describe somebody together, and their signs."""

    def __init__(self, tokens: list[Token], grammar: Grammar):
        self.grammar = grammar
        self._first = {t.start: t.low for t in tokens}
        self.tokens = list(grouped(tokens))
        self.signs = "".join(t.sign for t in self.tokens)

    def subject(self, verb: int, low: int = 0) -> int | None:
        """Who does what the verb says, if somebody certainly does; from ``low`` on."""
        before = self.signs[low:verb]
        if NOT in before[-4:] or self._is_to(verb):
            return None
        for form in _SUBJECTS:
            match = form.search(before)
            if match and self._heads(before[: match.start()], low, self.signs[verb + 1 :][:1]):
                return None if self._unsure(low, match) else low + match.start("who")
        if self.grammar.nouns_up and (match := _VERB_LAST.search(before)):
            return low + match.start("who")
        return None

    def _unsure(self, low: int, match: re.Match[str]) -> bool:
        """Whether a subject found may be half of one, or none, or somebody named behind it."""
        who = low + match.start("who")
        named = match["who"] in "RO" and _NAMED_BEHIND.match(match.string[match.end("who") :])
        # The daughter of a resident, Anna Bell, said: either of the two
        either = "R" in (match.groupdict().get("of") or "")
        begins = self._first[self.tokens[who].start]
        before = self.tokens[who - 1].low if who and self.signs[who - 1] == THE else ""
        object_ = {begins, before} & self.grammar.no_subject  # Den Minister nannte Anna Bell
        return bool(named or either or object_ or self._joined(low, low + match.start()))

    def _joined(self, low: int, high: int) -> bool:
        """Whether two do it together, of whom the second begins at ``high``: A and (B said)."""
        return bool(_JOINED.search(self.signs[low:high])) and self._and(high)

    def _and(self, high: int) -> bool:
        """Whether the last conjunction before a place puts two side by side."""
        return self.tokens[self.signs.rindex(AND, 0, high)].low in _ANDS

    def _is_to(self, verb: int) -> bool:
        return verb > 0 and self.tokens[verb - 1].low in ("to", "zu")

    def _heads(self, before: str, low: int, after: str) -> bool:
        """Whether what follows some words begins a clause, and so does what its verb says."""
        if before.endswith(",") and after == ",":  # Radium, he warned, was …
            return True
        return bool(_HEADS.search(before)) or (low > 0 and not before)

    def behind(self, verb: int) -> int | None:
        """Who follows a verb of saying: said the mayor, Anna Bell."""
        if self.tokens[verb].low in self.grammar.never_before:
            return None
        after = self.signs[verb + 1 :]
        for form in _BEHIND:
            if match := form.match(after):
                if "i" in match["light"] or "b" in match["light"]:
                    return None
                if _JOINED_BEHIND.match(after[match.end("who") :]):
                    return None
                return verb + 1 + match.start("who")
        return None

    def verbs(self, low: int, high: int) -> list[int]:
        return [i for i in range(low, high) if self.signs[i] in (SAYS, SAYING)]

    def found(self, who: int, verb: int) -> Found:
        first, last = sorted((who, verb))
        start = first
        before = re.search(rf"R{OF},?$", self.signs[:first])
        if self.signs[first] == NAME and before:  # with the description before it
            start = before.start()
        elif begins := re.search(r"(?:^|(?<=[cq;:V,.-]))[dxXmaB]{1,4}$", self.signs[:first]):
            start = begins.start()  # Local historian Peter Quayle
        elif light := re.search(r"[ab~]+$", self.signs[:first]):
            start = light.start()  # a déclaré le préfet
        end = last
        return Found(
            who, Span(self.tokens[start].start, self.tokens[end].end), self.tokens[verb].low
        )

    def after(self, at: int) -> Found | None:
        """Who is said, behind the quotation at ``at``, to say it."""
        match = re.match(r"[,-]?(?:(?:,|c|,c)q)*[,-]?", self.signs[at + 1 :])
        low = at + 1 + (match.end() if match else 0)
        low += self.signs[low : low + 2] == "~H"  # s’est-il emporté
        stop = next(
            (i for i in range(low, len(self.signs)) if self.signs[i] in "q;:"), len(self.signs)
        )
        if "C" in self.signs[low:stop]:
            return self._quoted_as_saying(low, stop)
        by = _ACCORDING.match(self.signs[low:stop])
        if by and by["who"]:
            who = low + by.start("who")
            return Found(who, Span(self.tokens[low].start, self.tokens[who].end), "according to")
        verbs = self.verbs(low, stop)
        if not verbs:
            return None
        verb = verbs[0]
        if re.fullmatch(r"[abi~]{0,3}", self.signs[low:verb]):
            behind = self.behind(verb)
            return self._alone(verb, stop) if behind is None else self.found(behind, verb)
        before = self.subject(verb, low)
        if before is None or self.signs[verb] == SAYING:
            return None
        if re.match(r"[ab~]*c?[dxXma]{0,3}[NROH][ab]*V", self.signs[verb + 1 :]):
            return None  # Anna Bell said Carl Dunn told her
        between = self.signs[low:before]
        begins = re.fullmatch(rf"(?:R{OF},)?(?:mc)?[dxXmaB]{{0,4}}", between)
        return self.found(before, verb) if begins else None

    def _alone(self, verb: int, stop: int) -> Found | None:
        """A verb without a subject, where the language has no pronoun there."""
        nobody = re.match(r"(?:[.,;!]|$|[pac~])", self.signs[verb + 1 : stop + 1])
        named = re.search("[NROHn]", self.signs[verb + 1 : stop])
        return self.alone(verb) if self.grammar.no_pronoun and nobody and not named else None

    def alone(self, verb: int) -> Found:
        """A verb that says so without whoever does it."""
        token = self.tokens[verb]
        return Found(-1, Span(token.start, token.end), token.low)

    def leading(self, at: int) -> tuple[Found | None, bool]:
        """Who is said, before the quotation at ``at``, to say it; and whether there is a verb of
        saying of which that is not certain."""
        low = max(self.signs.rfind(mark, 0, at) for mark in ".;") + 1
        if self.grammar.nouns_up and re.match("[^,;:.qN]{0,3}V", self.signs[at + 1 :]):
            return None, True  # was Anna Bell „…“ nannte
        for verb in reversed(self.verbs(low, at)):
            if self.signs[verb] == SAYING:
                who = self._of_all(verb, low)
            else:
                who = self._by_whom(verb, low, at)
            if who is not None:
                unsure = self._turned(who, verb, at) or self.only_perhaps(low, verb, at)
                return (None, True) if unsure else (self.found(who, verb), False)
            if self._is_to(verb):
                return None, True
            if self.tokens[verb].low in self.grammar.nouns_too or self._is_noun(verb):
                continue
            return None, True
        return self._without_verb(at, low)

    def _by_whom(self, verb: int, low: int, at: int) -> int | None:
        """Who says what the verb says: before it; behind it, where that is possible."""
        if (who := self.subject(verb, low)) is not None:
            return who
        opened = re.search(r"(?:^|[q,:c])[,abi~x]{0,4}$", self.signs[low:verb])
        if self.signs[:verb].rstrip(",").endswith(QUOTED) or (self.grammar.verb_first and opened):
            who = self.behind(verb)
            return who if who is not None and who < at else None
        # Anna Bell left and said; only where nobody else is named before
        before = self.signs[low:verb]
        joined = re.search(
            r"(?:^|q,?|c)(?:R[^,NRHV;:q]*,)?(?P<who>[NROH])[^NROHq;:]*(?:V[^ROHq;:]*)?,?c[ab]*$",
            before,
        )
        if joined and NOT not in before[-4:] and self._and(verb):
            return low + joined.start("who")
        return None

    def _of_all(self, verb: int, low: int) -> int | None:
        """Whose participle it is: that of the only one who begins the sentence."""
        before = self.signs[low:verb]
        alone = len(re.findall("[NROHn]", before)) == 1
        if before[-1:] == AT and (not alone or self.tokens[verb - 1].low in self.grammar.of):
            return None  # accused of saying, blamed Carl Dunn for saying
        if before and before[-1] not in ",aqcp":  # his father saying, a sign saying
            gave = any(t.low in self.grammar.gives for t in self.tokens[low:verb])
            if not (gave and alone and before.endswith(PAPER)):
                return None
        match = re.match(rf"q?,?[dxXma]{{0,3}}(?:R{OF},)?(?P<who>[NROH])", before)
        if not match:
            match = re.search(r"q,?V[a~]*(?P<who>[NROH])", before)
        return low + match.start("who") if match else None

    def _is_noun(self, verb: int) -> bool:
        noun = self.tokens[verb].low in self.grammar.nouns_too
        return self.signs[verb - 1 : verb] in (THE, OWNER) or (
            noun
            and self.signs[verb - 1 : verb] in ("x", "m")
            and self.signs[verb - 2 : verb - 1] == THE
        )

    def _turned(self, who: int, verb: int, at: int) -> bool:
        """Whether what is quoted is not what the verb says, but of somebody else."""
        between = self.signs[verb + 1 : at]
        quotes = QUOTES in self.signs[min(who, verb) : at]
        return quotes or SHARES in between or NOT in self.signs[max(verb - 2, 0) : verb]

    def only_perhaps(self, low: int, verb: int, at: int) -> bool:
        """Whether it is not said that it was said: denied, dismissed, asked whether, if he says."""
        some = self.tokens[low:at]
        if any(t.low in self.grammar.doubts for t in some):
            return True
        if any(t.low in self.grammar.naming for t in some[-3:]):
            return True  # known as, so-called
        beside = re.search("c[dxXma]{0,2}[NROH][^c]*[^:c]$", self.signs[verb:at])
        if beside and self.tokens[verb + beside.start()].low in self.grammar.while_:
            return True  # spoke as the crowd chanted
        turns = any(t.low in self.grammar.turns_away for t in some[: verb + 1 - low])
        return turns and self.tokens[at - 1].low not in self.grammar.as_what

    def _without_verb(self, at: int, low: int) -> tuple[Found | None, bool]:
        before = self.signs[low:at]
        if "S" in before or "C" in before:
            return self._quoted_as_saying(low, at), True
        for by in _ACCORDING.finditer(before):
            if not by["who"]:
                continue
            who = low + by.start("who")
            rest = before[by.end() :]
            if "V" not in rest:
                return Found(
                    who,
                    Span(self.tokens[low + by.start()].start, self.tokens[who].end),
                    "according to",
                ), False
        if before.endswith(":"):
            match = re.match(_BEFORE_COLON, before)
            people = sum(
                t.sign == PRONOUN or (t.sign == NAME and (not t.whose or t.whose.kind == PEOPLE))
                for t in self.tokens[low:at]
            )
            who = low + match.start("who") if match else 0
            whose = self.tokens[who].whose
            body = self.signs[who] == OFFICE or (whose and whose.kind != PEOPLE)
            if match and people <= 1 and not body:
                return Found(who, Span(self.tokens[low].start, self.tokens[at - 1].end), ""), False
        return None, False

    def according(self) -> list[Found]:
        """Those according to whom something is, in their order."""
        found = []
        for by in _ACCORDING.finditer(self.signs):
            who = by.start("who" if by["who"] else "whose")
            some = self.tokens[by.start() : who]
            if by["what"] and not any(_COUNTS_OF.fullmatch(token.low) for token in some):
                continue
            words = Span(self.tokens[by.start()].start, self.tokens[who].end)
            found.append(Found(who, words, "according to"))
        return found

    def _quoted_as_saying(self, low: int, at: int) -> Found | None:
        """The agency quoted Carl Dunn, or him, as saying; he is quoted as saying."""
        for i in range(low, at):
            if self.signs[i] != "C" or not re.match(
                r"[^NROH]{0,8}[GV]|[^;:.]{0,40},?cG", self.signs[i + 1 :]
            ):
                continue
            if match := re.match(r"(?:R,)?(?P<who>[NH~])", self.signs[i + 1 :]):
                who = i + 1 + match.start("who")
            elif match := re.search(r"(?P<who>[NH])i$", self.signs[low:i]):
                who = low + match.start("who")
            else:
                continue
            first, last = sorted((i, who))
            return Found(who, Span(self.tokens[first].start, self.tokens[last].end), "quoted")
        return None


def roles_of(row: Row) -> None:
    """Keep the roles that a sentence gives somebody: the mayor, Anna Bell; Anna Bell, a teacher."""
    for form in (
        rf"(?P<role>R){OF.replace('NR', 'N')},(?P<who>N)",
        rf"(?P<who>N){ASIDE},[xXa]{{0,3}}(?P<role>[Rm]){OF}(?=[,.;:q-]|r|$)",
    ):
        for match in re.finditer(form, row.signs):
            who: Agent | None = row.tokens[match.start("who")].whose
            if who:
                who.roles.add(row.tokens[match.start("role")].low)
