"""What a sentence only tells of who speaks in it, and who is only spoken to."""

from __future__ import annotations

import re

from .mentions import Mention
from .voices import OTHER, THIS, Sentence
from .words import when_needed

_RELATIVE = r"(?:who|whose|qui|dont|der|die|dessen|deren|que|quien|cuy[oa])\b"


_AGE = re.compile(r"\d(?:-year-old|[ -]jährige[nr]?|\sJahre\salte[nr]?|\sans|\saños)\b")


_SET_OFF = re.compile(
    r",\s[^;:.!?]*,\s(?:(?:has|had|also|later|then|a|ont|avait|ha|había|hat)\s)?$"
)


def only_does(sentence: Sentence, one: Mention, printed: str) -> bool:
    """Whether a number is the source's own, of somebody who says something else: in a clause on
    them (X, who grows 61 vines, said), or before an "and" behind which they say something."""
    return only_does_at(sentence, one, place_of(sentence.text, printed))


def only_does_at(sentence: Sentence, one: Mention, at: int) -> bool:
    """Whether what stands at a place of a sentence is the source's own, of somebody who says
    something else."""
    relative = re.match(rf",\s{_RELATIVE}[^,;:.]*(?:[,.]|$)", sentence.text[one.end :])
    says = sentence.words.says
    if relative and one.end <= at < one.end + relative.end():
        return not says.search(relative.group())
    goes_on = sentence.goes_on_to_say(one)
    return one.end <= at < goes_on and not says.search(sentence.text, one.end, goes_on)


# Before whoever is asked, told or accused: pidió al ministerio que investigue.
_ASKS_OF = when_needed(
    r"\b(?:(?:ask|tell|urg|accus|blam|warn|remind|petition|su)(?:s|es|ed|e)?|told|called on"
    r"|(?:appeal(?:s|ed)|wr(?:ote|ites)) to)\s(?:the\s)?$"
    r"|\b(?:bat|bittet|baten|fordert|forderte|beschuldigte?|warf|wirft|mahnte?|drängt?e?"
    r"|verklagte?|appellierte an|verlangte? von)\s(?:den\s|die\s|das\s|dem\s|der\s|vom\s)?$"
    r"|\b(?:demand(?:e|é|a|ent)|reproch(?:e|é|a|ent)|écri(?:t|vit))\s(?:à\s(?:la\s|l')?|au\s"
    r"|aux\s)$"
    r"|\b(?:accus(?:e|é|a|ent)|appel(?:le|é|a)|exhort(?:e|é|a))\s(?:le\s|la\s|l'"
    r"|les\s)?$"
    r"|\b(?:pid(?:e|ió|en|ieron)|solicit(?:a|ó|aron)|exig(?:e|ió|en)|reclam(?:a|ó)|acus(?:a|ó|aron)"
    r"|culp(?:a|ó|aron)|reproch(?:a|ó)|inst(?:a|ó)|urg(?:e|ió)|orden(?:a|ó)|escribió)"
    r"\s(?:al?\s(?:la\s|los\s|las\s)?|del?\s(?:la\s)?)$",
    re.I,
)


def is_asked(sentence: Sentence, one: Mention) -> bool:
    """Whether somebody is only asked, told or accused of something: X asked the ministry to …"""
    return bool(_ASKS_OF().search(sentence.text, 0, one.start))


# Who says so stands in the midst of it, and no apposition behind: Este año, advierte X, sobrará …
_MIDST = re.compile(rf"(?:[^\s,;:.{OTHER}{THIS}]+ ){{0,3}}[^\s,;:.{OTHER}{THIS}]+,\s[^,;:.]*")


def only_tells_of(sentence: Sentence, one: Mention, printed: str) -> bool:
    """Whether a number only tells of a speaker beside the name: X, who is 61, said; X, 61, said."""
    at = place_of(sentence.text, printed)
    if at < 0:
        return False
    behind = sentence.text[one.end :]
    relative = re.match(rf",\s{_RELATIVE}[^,;:.]*(?:[,.]|$)", behind)
    beside = re.match(r"(?:,\s[^,;:.]*(?:[,.]|$)|\s\([^()]*\))", behind)
    midst = sentence.inverted(one) and _MIDST.fullmatch(sentence.text[: one.start])
    by_them = sentence.according(one) and not sentence.for_whom(one)
    found = relative or (None if by_them or midst else beside)
    if only_does(sentence, one, printed):
        return True
    if found and one.end <= at < one.end + found.end():
        return not sentence.words.says.search(found.group())
    said = sentence.words.says.search(behind)
    if said and _SET_OFF.match(behind[: said.start()]):  # X, 34, who has 61 boats, said
        return at < one.end + said.start()
    before = re.split(r"[,;:.]", sentence.text[: one.start])[-1]
    return bool(printed in before and _AGE.search(before))


def place_of(text: str, printed: str) -> int:
    """Where a number is, if it is there once."""
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(printed)}(?!\w)", text)]
    return found[0] if len(found) == 1 else -1
