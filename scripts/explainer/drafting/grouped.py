"""The words of a sentence that describe somebody, as one."""

from __future__ import annotations

import re

from .grammar import BODY, DESCRIBED, NAME, OFFICE, OWNER, ROLE, THE
from .mentions import PEOPLE
from .tokens import Token


def grouped(tokens: list[Token]) -> list[Token]:
    """The words of a sentence, those that describe somebody as one: the town's old mayor."""
    made, i = list[Token](), 0
    while i < len(tokens):
        last, opens = -1, tokens[i].sign in (THE, OWNER)
        j = i + opens
        while j < len(tokens) and j < i + 6:
            sign = tokens[j].sign
            if sign in (ROLE, BODY):
                last = j
            elif not opens or not (sign in "xXaPn" or (sign == NAME and tokens[j + 1 :])):
                break
            j += 1
        if last < 0:
            made.append(tokens[i])
            i += 1
            continue
        noun = tokens[last]
        if behind := _behind_office(tokens, last):
            made.append(tokens[behind]._replace(start=tokens[i].start))
            i = behind + 1
            continue
        if tokens[last + 1 : last + 2] and tokens[last + 1].sign == NAME and noun.sign == ROLE:
            name = tokens[last + 1]
            start = tokens[i].start
            if not opens and made and made[-1].sign == NAME and _adjoins(made[-1], tokens[i]):
                start = made.pop().start  # Rovers captain Luis Prado
            made.append(name._replace(start=start))
            if name.whose:
                name.whose.roles.add(noun.low)
            i = last + 2
        elif not opens:
            made.append(tokens[i])
            i += 1
        else:
            sign = DESCRIBED if noun.sign == ROLE else OFFICE
            made.append(Token(sign, tokens[i].start, noun.end, noun.text))
            i = last + 1
    return made


def _behind_office(tokens: list[Token], role: int) -> int:
    """Where somebody is named right behind an office and what it is of, without a mark between: la
    consejera de Medio Ambiente Ana Ruiz; 0 where nobody is."""
    signs = "".join(t.sign for t in tokens[role : role + 6])
    if not (match := re.match("mpd?[XB]{1,3}N", signs)):
        return 0
    token, before = tokens[role + match.end() - 1], tokens[role + match.end() - 2]
    person = token.whose is not None and token.whose.kind == PEOPLE
    return role + match.end() - 1 if person and token.start - before.end < 2 else 0


def _adjoins(a: Token, b: Token) -> bool:
    of_a_person = a.whose and a.whose.kind == PEOPLE
    return b.start - a.end < 2 and not of_a_person
