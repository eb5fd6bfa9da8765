"""Where a word for one counts: "one" and its sisters are numbers only there, for in running text
they are nearly always an article or a pronoun."""

from __future__ import annotations

import re


def _counting(before: str, one: str, never: str, counted: str) -> str:
    """An expression for "one" where it counts: behind the words ``before``, divided by /, or as
    ``counted``, with what follows, but behind none of the words ``never``."""

    def behind(words: str, sign: str) -> list[str]:
        spaces = ("" if word.endswith("'") else "\\ " for word in words.split("/"))
        return [
            rf"(?<{sign}\b{re.escape(word)}{space})"
            for word, space in zip(words.split("/"), spaces, strict=True)
            if word
        ]

    others = "".join(behind(never, "!"))
    return (
        rf"(?:{'|'.join(behind(before, '='))})(?<!\bthe\ only\ ){one}{_NO_NUMBER}"
        rf"|{others}(?<!-){counted}"
    )


# An article before the number itself, in Spanish: más de un 15 %, un veinte por ciento.
_NO_NUMBER = r"(?!\ (?:\d|(?:[^\W\d_]+\ ){1,3}por\ ciento\b))"


# What is one of it in running English is nearly always counted.
_COUNTED_EN = "|".join(
    (
        "person man woman child boy girl baby adult civilian soldier officer driver worker "
        "passenger resident firefighter policeman policewoman protester death fatality injury "
        "casualty hour minute second week month year decade century metre meter mile kilometre "
        "kilometer foot inch acre hectare litre liter tonne ton pound dollar euro rupee degree "
        "point goal vote house home bridge building school car boat ship plane percent per_cent"
    ).split()
).replace("_", "\\ ")

# Expressions, read without white space.
COUNTS_ONE = {
    "en": _counting(
        "at least/no fewer than/only/just/exactly/about/more than/less than/fewer than/nearly"
        "/almost/up to",
        "one(?=\\ [a-z])(?!\\ (?:of|another|thing|who|that|which|day|side)\\b)",
        "no/any/every/the/this/that/each/some/which",
        "one(?=(?:\\ (?!of\\b|another\\b|in\\b|who\\b|that\\b)[\\w-]+)?\\ (?:THINGS)\\b"
        "|\\ (?:died|dead|killed|wounded|injured|hurt|missing|drowned)\\b|\\ ?%"
        "|\\ (?:or|to)\\ (?:two|three|more)\\b)".replace("THINGS", _COUNTED_EN),
    )
    + r"|a\ score(?=\ of\b)|scores(?=\ of\ [a-z])",
    "de": _counting(
        "mindestens/wenigstens/höchstens/nur/genau/lediglich/mehr als/weniger als",
        "eine?[nmrs]?\\b(?!\\ (?:von|der|des|paar|bisschen|wenig)\\b)",
        "",
        "ein(?:e[nmrs]?)?(?=\\ (?:Tote[rn]?|Todesopfer|Verletzte[rn]?"
        "|Vermisste[rn]?|Prozent|oder\\ zwei|bis\\ zwei)\\b)",
    ),
    "fr": _counting(
        "au moins/du moins/seulement/exactement/plus d'/moins d'/au plus",
        "une?\\b",
        "",
        "une?(?=\\ (?:mort[se]?|blessée?|disparue?|tuée?|pour\\ cent|ou\\ deux|à\\ deux)\\b)",
    ),
    "es": _counting(
        "al menos/por lo menos/solo/sólo/solamente/exactamente/como máximo/más de/menos de",
        "un[oa]?\\b",
        "",
        "un[oa]?(?=\\ (?:muert[oa]|fallecid[oa]|herid[oa]|desaparecid[oa]"
        "|detenid[oa]|por\\ ciento|o\\ dos|a\\ dos)\\b)",
    ),
}
