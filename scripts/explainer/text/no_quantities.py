"""Numbers that say no quantity: times of day, and the numbers of reports, rooms and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from .languages import KEPT
from .spans import Cover, Span

# 7:45, 7.45 pm, 19h30, 7 a.m., 19 Uhr, à 7 heures, a las 7, 0600 GMT, seven o'clock.
_HOUR, _MINUTE = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
_WORD = r"(?:[a-zäöüßéè]+)"
_ONE_TO_TWELVE = "one two three four five six seven eight nine ten eleven twelve".split()
_AT = (
    r"(?:[aA]t|[uU]ntil|[tT]ill|[bB]y|[sS]ince|[aA]round|[aA]bout|[bB]efore|[aA]fter|[fF]rom|[wW]as"
    r"|[jJ]ust)"
)
_EIGHT = rf"(?:{'|'.join(_ONE_TO_TWELVE)}|{_HOUR})"
_ACHT = rf"(?:ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|{_HOUR})"
_OCHO = rf"(?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|{_HOUR})"
_MINUTES = r"(?:five|ten|twenty|twenty-five)(?:\ minutes)?"
_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tonight|tomorrow|yesterday|this|that)"
_UM = r"(?:[uU]m|[gG]egen|[bB]is|[aA]b|[sS]eit|[kK]urz|[wW]ar(?:\ es)?|[iI]st(?:\ es)?)"
_CLOCK = re.compile(
    rf"""(?<![\w.,:€$£-])(?:
        {_HOUR}[:.]{_MINUTE}(?:[:.]{_MINUTE})?\ ?
            (?:[ap]\.?m\b\.?|Uhr\b|h\b|GMT\b|UTC\b|hours\b|horas\b)
        | {_HOUR}:{_MINUTE}(?::{_MINUTE})?(?![:\d])(?!\ ?(?:ratio|scale|against)\b)
        | {_HOUR}\ ?[ap]\.?m\b\.?
        | {_HOUR}(?::\d\d)?\ ?Uhr(?:\ {_MINUTE}\b)?
        | {_HOUR}\ ?h\ ?{_MINUTE}\b
        | (?:{_HOUR}|{_WORD})\ o['’]clock
        | {_WORD}\ Uhr\b
        | {_HOUR}h(?![\w’'])
        | (?:[hH]alf\ past|[qQ]uarter\ (?:past|to)|(?:[hH]alb|[vV]iertel\ (?:nach|vor)))\ {_WORD}
        | (?:[àÀ]|[vV]ers)\ {_WORD}\ heures?\b(?:\ (?:et\ (?:demie|quart)|{_WORD}\b))?
        | {_AT}\ {_EIGHT}\ (?:in\ the\ (?:morning|afternoon|evening)|at\ night)\b(?!-)
        | {_MINUTES}\ past\ {_EIGHT}\b
        | (?:[aA]t|[uU]ntil|[tT]ill|[jJ]ust\ (?:before|after))\ {_MINUTES}\ to\ {_EIGHT}\b
        | [aA]t\ (?:half\ )?{_EIGHT}(?=\ (?:on\ )?{_DAYS}\b)
        | {_UM}\ (?:fünf|zehn|zwanzig)\ (?:vor|nach)\ (?:halb\ )?{_ACHT}\b
        | [dD]reiviertel\ {_ACHT}\b
        | {_UM}\ {_ACHT}\ (?:(?:nacht|morgen|vormittag|mittag|nachmittag|abend)s
            |(?:am|in\ der)\ (?:frühen\ |späten\ )?
            (?:Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht|Früh))\b
        | {_WORD}\ heures?\ (?:moins\ (?:le\ quart|{_WORD})
            |du\ (?:matin|soir)|de\ l['’]après-midi)\b
        | (?:[ée]tait|est|[aA]vant|[aA]près|[dD]epuis)\ {_WORD}\ heures?
            \ (?:et\ (?:demie|quart)|{_WORD}(?=[.,]))
        | [mM]i(?:di|nuit)\ (?:et\ (?:demie?|quart)|moins\ (?:le\ quart|{_WORD})|{_WORD}(?=[.,]))
        | \b[lL]as?\ {_OCHO}\ (?:(?:y|menos)\ (?:media|cuarto|{_WORD}))?
            (?:\ ?de\ la\ (?:mañana|tarde|noche|madrugada)\b|(?<=media)|(?<=cuarto)|\ ?en\ punto\b)
        | [eE]ran\ las\ {_OCHO}\ (?:y|menos)\ {_WORD}
        | [aA]\ las?\ {_WORD}\ y\ (?:media|cuarto)\b
        | [012]\d{_MINUTE}\ (?:GMT|UTC|hours\b)
        | (?:[àÀ]|[vV]ers|[dD]ès|[jJ]usqu['’]à)\ {_HOUR}\ (?:h\b|heures?\b(?!\ (?:de|par)\b))
            (?:\ {_MINUTE}\b)?
        | [dD]e\ {_HOUR}\ heures?(?=\ à\ {_HOUR}\ heures?\b(?!\ (?:de|par)\b))
        | [vV]on\ {_HOUR}(?=(?:\ Uhr)?\ bis\ {_HOUR}\ Uhr\b)
        | [dD]e\ las?\ {_HOUR}(?=(?:\ horas)?\ a\ las?\ {_HOUR}\b)
        | [iI]t(?:\ is|['’]s)\ {_HOUR}\.{_MINUTE}(?=,?\ and\ it(?:\ is|['’]s)\b|\ in\ the\b)
        | [aA]\ las?\ {_HOUR}(?:[:.]{_MINUTE})?(?:\ horas)?(?!\ ?[\d%])
        | (?:[aA]t|[bB]y|[uU]ntil|[sS]ince|[uU]m|[aA]b|[bB]is)\ {_HOUR}\.{_MINUTE}
            (?![\d.,%]|\ (?:per|million|Mio))
    )""",
    re.VERBOSE,
)
# Behind these words a ratio is meant.
_RATIO = re.compile(
    r"(?:ratio|scale|odds|proportion|Verhältnis|Maßstab|rapport|échelle|proporción|escala|relación)"
    r"(?:\ (?:of|at|is|was|von|de|à|im|en|es))*\ $",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:No\.|Nos\.|Nr\.|Nº|N°|n°|nº|[nN]úm\.|#)\ ?\d+(?![\d.,]*\d)(?:/\d+)?"
)
# Both of them: how many they are, nobody says.
_BOTH = re.compile(
    r"\b(?:(?:tou(?:te)?s )?les deux|l[oa]s dos|die (?:beiden|zwei))(?=\s*[.,;:!?»”]|$)", re.I
)
# A digit that is missing or too many: a nought was missing from the number. Not: zero were missing.
_THE = (
    r"(?:(?:an?|one|two|three|the|its|last|first|final|extra|eine?|zwei|drei|die|der|letzte|une?"
    r"|deux|trois|le|les|dernier|un|dos|tres|el|los|último) )"
)
_SIGN = (
    r"(?:noughts?|naughts?|zero(?:e?s)?|digits?|decimal places?|Null(?:en)?|Ziffern?"
    r"|(?:Dezimal|Komma)stellen?|zéros?|chiffres?|ceros?|cifras?|dígitos?)"
)
_AMISS = (
    r"(?:missing|dropped|left out|forgotten|lost|added|too (?:many|few|much|short)|fehlt|fehlten?"
    r"|vergessen|weggelassen|zu (?:viel|wenig)e?|zuviel|manquait|manquaient|manquant|oubliés?"
    r"|(?:de|en) trop|faltaban?|de (?:más|menos|sobra)|olvidad[oa]s?|sobraban?)"
)
_IS = r"(?:(?:is|was|were|are|had|has|been|went|got|hat|wurden?|war|waren|a|été|était) )*"
DIGITS_AMISS = re.compile(
    rf"\b{_THE}{{1,3}}{_SIGN} {_IS}{_AMISS}\b|\b{_AMISS} (?:from it |noch )?{_THE}{{1,3}}{_SIGN}\b",
    re.I,
)
Numbered = TypeVar("Numbered", bound=re.Match[str])


@lru_cache(KEPT)
def times_of_day(text: str) -> tuple[Span, ...]:
    """Where a text says a time of day in digits, or in words that say nothing else."""
    found = (m for m in _CLOCK.finditer(text) if not is_ratio(text, m.start()))
    return tuple(Span(*match.span()) for match in found)


def is_ratio(text: str, at: int) -> bool:
    """Whether a number is said to be a ratio or a scale."""
    return bool(_RATIO.search(text, max(at - 30, 0), at))


@lru_cache(KEPT)
def numbered(text: str) -> tuple[Span, ...]:
    """Where a number is a name, says both, or is a digit amiss: Report No. 9, les deux, a nought
    too many."""
    forms = (_NUMBERED, _BOTH, DIGITS_AMISS)
    return tuple(Span(*m.span()) for form in forms for m in form.finditer(text))


def quantities_alone(text: str, found: Iterable[Numbered]) -> Iterator[Numbered]:
    """Of the numbers found in a text, those that can be quantities."""
    others = Cover([*times_of_day(text), *numbered(text)])
    return (match for match in found if not others.touches(Span(*match.span())))
