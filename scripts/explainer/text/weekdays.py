"""Days that a text tells from the day on which it was written: Friday, yesterday, last week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .days import FEAST, OF_A_FEAST

WEEKDAYS = (
    "monday montag lundi lunes lunedì maandag",
    "tuesday dienstag mardi martes martedì dinsdag",
    "wednesday mittwoch mercredi miércoles mercoledì woensdag",
    "thursday donnerstag jeudi jueves giovedì donderdag",
    "friday freitag vendredi viernes venerdì vrijdag",
    "saturday samstag sonnabend samedi sábado sabato zaterdag",
    "sunday sonntag dimanche domingo domenica zondag",
)
WEEKDAY = {name: i for i, names in enumerate(WEEKDAYS) for name in names.split()}
# What a day is called from the day of the text: the first and the last day that it may be.
_FROM_THE_DAY = (
    (
        r"yesterday|last night|gestern|ayer|ieri|gisteren|anoche|hier soir|(?<!von )hier(?! soir)",
        -1,
        -1,
    ),
    (r"vorgestern|avant-hier|anteayer", -2, -2),
    (r"today|tonight|heute|aujourd'hui|hoy|oggi|vandaag", 0, 0),
    (r"tomorrow|demain|mañana|domani", 1, 1),
    (
        r"last week|the past week|(?:letzte|vergangene|vorige)n? woche"
        r"|la semaine (?:dernière|passée)|la semana pasada|la pasada semana",
        -13,
        -1,
    ),
    (
        r"next week|(?:nächste|kommende)n? woche|la semaine prochaine|la próxima semana"
        r"|la semana (?:próxima|que viene)",
        1,
        13,
    ),
)
_OTHER_WEEK = re.compile(
    rf"(?i)\b(?:weeks?|fortnight|ago|previous|following|next|coming|a?nother|first|wochen?|vorige\w*"
    rf"|nächste\w*|semaines?|prochaine?|semanas?|próximo)\s(?:on\s|am\s)?(?:{'|'.join(WEEKDAY)})"
)
_WORD = re.compile(r"[^\W\d_]+")
_PART_OF_A_DAY = re.compile(  # Dienstagabend; but dienstags, and dienstagabends: each
    r"(?:(?<=tag)|(?<=woch)|(?<=sonnabend))(?:morgen|vormittag|mittag|nachmittag|abend|nacht|früh)$"
)
_HABIT = re.compile(  # le lundi: each; a date may follow
    r"(?i)\b(?:every|each|jede[nrsm]?|chaque|tous les|cada|los|le)\s$"
)
_DATE_BEHIND = re.compile(r",?\s\d")


def weekdays_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names one day of the week, and which (0 for Monday): neither as a part of a
    name (Good Friday) nor as one of all (every Monday, le lundi)."""
    for match in _WORD.finditer(text):
        weekday = WEEKDAY.get(_PART_OF_A_DAY.sub("", match.group().lower()))
        if weekday is None:
            continue
        before = text[max(match.start() - 12, 0) : match.start()]
        habit = _HABIT.search(before) and not _DATE_BEHIND.match(text, match.end())
        if not (habit or FEAST.search(before) or OF_A_FEAST.match(text, match.end())):
            yield match.start(), weekday


# A day of the week that is every one of its kind: on Sundays, sonntags.
_PLURAL = re.compile(
    r"(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:mon|diens|donners|frei|sams|sonn)tags"
    r"|mittwochs|sonnabends|(?:lun|mar|mercre|jeu|vendre|same)dis|dimanches|sábados|domingos)"
)


def is_habit(text: str, start: int, end: int) -> bool:
    """Whether a day of the week at a place is each of its kind: on Sundays, every Sunday."""
    each = _HABIT.search(text[max(start - 12, 0) : start])
    return bool(each or _PLURAL.fullmatch(text[start:end])) and not _DATE_BEHIND.match(text, end)


def near(weekday: int, day: date, coming: bool) -> date:
    """The last such day of the week before another, that day included; where it is to come, the
    next."""
    back = (day.weekday() - weekday) % 7
    return day + timedelta((7 - back) % 7) if coming else day - timedelta(back)


def days_before_in(text: str, code: str) -> Iterator[int]:
    """Where a text of some language names one day before that of the text: yesterday."""
    for pattern, first, last in _FROM_THE_DAY:
        for match in re.finditer(rf"(?i)\b(?:{pattern})\b", text) if first == last < 0 else ():
            if match.group().lower() != "hier" or code == "fr":  # in German: here
                yield match.start()


def told_days(text: str, day: date, coming: bool, code: str) -> Iterator[tuple[date, date]]:
    """The days that words give without a date, from the first to the last that it may be, in a text
    of some day and language."""
    for pattern, first, last in _FROM_THE_DAY:
        for match in re.finditer(rf"(?i)\b(?:{pattern})\b", text):
            if match.group().lower() != "hier" or code == "fr":  # in German: here
                yield day + timedelta(first), day + timedelta(last)
    if not _OTHER_WEEK.search(text):
        for _, weekday in weekdays_in(text):
            one = near(weekday, day, coming)
            yield one, one
