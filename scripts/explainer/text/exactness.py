"""The words beside a number that say how exact it is, as editors and sources write them.

Each is a regular expression: it may be more than so many (``least``), fewer (``most``), a little
less (``near``), that or nearly that (``about``), just that (``exact``), or over by then
(``within``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What denies right before a word of comparison, which is the other bound then.
_NOT_EN = r"(?:not|never|cannot|\w+n['’]t)(?: \w+)?"
_NOT_FR = "(?:pas|jamais|guère)"
_BEYOND_FR = r"(?:\w+ )?(?:dépass|excéd|excèd|franchi)\w*"
_NOT_ES = r"(?:no|nunca|sin)(?: (?:\w+|\w+ a))?"

BOUNDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "least": (
            "(?:more|greater|higher|larger|longer) than",
            "(?:no|not|never|nothing) (?:less|fewer|lower|smaller|shorter) than",
            "(?:not|never) (?:under|below)",
            f"{_NOT_EN} (?:fall|drop|go|be)(?:s|en|ped|ping|ing)? (?:under|below)",
            "at least",
            "as (?:few|little) as",
            "over",
            "above",
            "beyond",
            "upwards? of",
            "north of",
            "in excess of",
            "a minimum of",
            "exceed(?:s|ed|ing)?",
            "surpass(?:es|ed|ing)?",
            "topp(?:ed|ing)",
        ),
        "most": (
            "(?:less|fewer|lower|smaller|shorter) than",
            "(?:no|not|never) (?:more|greater|higher|larger|longer) than",
            "(?:not|never) (?:over|above|beyond|even|quite)",
            f"(?:{_NOT_EN}|without) (?:exceed|surpass|topp?|pass)(?:s|es|ed|ing)?",
            f"{_NOT_EN} (?:reach|hit)(?:es|ed|ing|ting)?",
            "short of",
            "at (?:the )?most",
            "under",
            "below",
            "up to",
            "south of",
            "as (?:many|much) as",
            "a maximum of",
            "barely",
            "hardly",
        ),
        "near": (
            "nearly",
            "almost",
            "(?:close|closer) to",
            "nearer(?: to)?",
            "just (?:under|below|short of)",
            "approaching",
        ),
        "about": (
            "about",
            "around",
            "roughly",
            "approximately",
            "some",
            "circa",
            "ca\\.",
            "(?:an?|the|their|its) estimated",
            "estimated (?:at|to be)",
        ),
        "exact": ("exactly", "precisely"),
        "within": ("within", "inside(?: of)?"),
    },
    "de": {
        "least": (
            "(?:mehr|höher|größer|länger) als",
            "über",
            "oberhalb von",
            "mindestens",
            "wenigstens",
            "nicht (?:weniger|niedriger|geringer|kleiner|kürzer) als",
            "nicht unter",
            "über(?:steig(?:en|t)|stieg(?:en)?|schreite[nt]|schritt(?:en)?)",
        ),
        "most": (
            "(?:weniger|niedriger|geringer|kleiner|kürzer) als",
            "unter",
            "unterhalb von",
            "höchstens",
            "allenfalls",
            "bis zu",
            "(?:nicht|nie|niemals) (?:mehr|höher|größer|länger|teurer) als",
            "(?:nicht|nie|niemals) über",
            "über(?:steig(?:en|t)|stieg(?:en)?|schreite[nt]|schritt(?:en)?) nicht",
            "erreich(?:en|t|te|ten) nicht",
            "maximal",
        ),
        "near": ("fast", "beinahe", "knapp", "nahezu"),
        "about": (
            "etwa",
            "rund",
            "ungefähr",
            "circa",
            "ca\\.",
            "gut",
            "schätzungsweise",
            "geschätzt(?:e[nr]?)?",
            "an die",
        ),
        "exact": ("genau", "exakt"),
        "within": ("innerhalb von", "binnen"),
    },
    "fr": {
        "least": (
            "plus d(?:es?|u|['’])",
            "au moins",
            "(?:au-delà|au-dessus) d(?:es?|u|['’])",
            "supérieure?s? (?:à|aux?)",
            "pas (?:inférieure?s? (?:à|aux?)|en[ -]dessous d(?:es?|u|['’]))",
            "pas moins d(?:es?|u|['’])",
            "(?:dépass|excéd)(?:er|e|ent|é|a|ait|aient|èrent|era|eront|erait|eraient|ant)",
            "excèd(?:e|ent)",
        ),
        "most": (
            "moins d(?:es?|u|['’])",
            "(?:au-dessous|en[ -]dessous|en deçà) d(?:es?|u|['’])",
            "inférieure?s? (?:à|aux?)",
            f"{_BEYOND_FR} {_NOT_FR}",
            f"(?:{_NOT_FR}|sans) {_BEYOND_FR}",
            f"{_NOT_FR} (?:supérieure?s? (?:à|aux?)|(?:au-delà|au-dessus) d(?:es?|u|['’]))",
            f"n['’](?:att\\w+ {_NOT_FR}|\\w+ {_NOT_FR} atteint)",
            "(?:tout )?au plus",
            "au maximum",
            "jusqu['’](?:à|aux?)",
            "pas plus d(?:es?|u|['’])",
        ),
        "near": (
            "presque",
            "près d(?:es?|u|['’])",
            "frôl(?:e|ent|ait|aient)",
            "avoisin(?:e|ent|ait|aient)",
            "s['’]approch(?:e|ent|ait|aient)(?: \\w+)? d(?:es?|u)",
        ),
        "about": ("environ", "quelque", "autour de", "à peu près", "estimée?s? à", "on estime à"),
        "exact": ("exactement", "précisément"),
    },
    "es": {
        "least": (
            "más del?",
            "al menos",
            "por lo menos",
            "como mínimo",
            "por encima del?",
            "superior(?:es)? al?",
            "no (?:(?!s[oó]lo)\\w+ )?(?:menos|menor(?:es)?) (?:del?|que)",
            "no (?:\\w+ )?inferior(?:es)? al?",
            "no (?:\\w+ )?baj(?:a|an|ó|aron|aba|aban|ará|arán|ado) del?",
            "(?:super|rebas)(?:ar|an?|ó|aron|aba|aban|ado|ando|ará|arán|aría|arían)",
            "exced(?:er|en?|ió|ieron|ía|ían|ido|erá|erán|ería|erían)",
        ),
        "most": (
            "menos del?",
            "por debajo del?",
            "inferior(?:es)? al?",
            "como máximo",
            "como mucho",
            "a lo sumo",
            "hasta",
            "no (?:(?!s[oó]lo)\\w+ )?(?:más|mayor(?:es)?) (?:del?|que)",
            "no (?:(?!s[oó]lo)\\w+ )?(?:superior(?:es)? al?|por encima del?)",
            f"{_NOT_ES} (?:super|rebas|sobrepas|exced)\\w+(?: del?)?",
            f"{_NOT_ES} pas(?:a|an|ó|aron|aba|aban|ará|arán|ar|ado|e|en) del?",
            f"{_NOT_ES} lleg(?:a|an|ó|aron|aba|aban|ará|arán|ar|ado|ue|uen) al?",
            f"{_NOT_ES} alcanz(?:a|an|ó|aron|aba|aban|ará|arán|ar|ado)",
        ),
        "near": (
            "casi",
            "cerca del?",
            "roz(?:a|an|ó|aron|aba|aban)",
            "se acerc(?:a|an|ó|aron|aba|aban)(?: \\w+)? al?",
        ),
        "about": (
            "unos",
            "unas",
            "alrededor del?",
            "aproximadamente",
            "en torno a",
            "cerca del?",
            "se estima que",
            "rond(?:a|an|ó|aron|aba|aban|ará|arán)",
        ),
        "exact": ("exactamente", "justo"),
    },
}


# Words that leave the number itself out, and verbs, which writers use of the number too.
_OUTSIDE = re.compile(
    r"(?i)(?:(?:more|greater|higher|larger|longer|less|fewer|lower|smaller|shorter) than|over|above"
    r"|beyond|under|below|in excess of|upwards? of|(?:north|south|short) of|not quite"
    r"|.*\b(?:reach|hit)(?:es|ed|ing|ting)?"
    r"|(?:mehr|höher|größer|länger|weniger|niedriger|geringer|kleiner|kürzer) als|über|unter"
    r"|(?:ober|unter)halb von|erreich\w+ nicht|nicht (?:ganz|erreich\w+)"
    r"|(?:plus|moins|(?:au-delà|au-dessus|au-dessous|en[ -]dessous|en deçà)) d(?:es?|u|['’])"
    r"|(?:sup|inf)érieure?s? (?:à|aux?)|n['’].*\batt\w+.*|(?:más|menos|por encima|por debajo) del?"
    r"|(?:sup|inf)erior(?:es)? al?|.*\blleg\w+ al?|.*\balcanz\w+)"
)
_EITHER = re.compile(
    r"(?i)(?:exceed|surpass|topp|überst|übersch|dépass|excéd|excèd|super[aóe]|rebas|exced)\w*"
    r"|(?:(?:not|never) even|barely|hardly)"
)


def compares(words: str) -> bool:
    """Whether words on how exact a number is are a comparison, which can be denied."""
    return bool(_OUTSIDE.fullmatch(words) or _EITHER.fullmatch(words))


def qualifiers(how: str, words: str) -> frozenset[str]:
    """What a record may say of how exact a number is, by what its words say (``how``, a kind of
    ``BOUNDS``) and, where they are known, the words: more than leaves the number itself out, at
    least does not."""
    inside, outside = {"least": ("at_least", "more_than"), "most": ("at_most", "less_than")}.get(
        how, ("", "")
    )
    if not inside:
        return frozenset([_OTHERS.get(how, how)])
    if not words or _EITHER.fullmatch(words):
        return frozenset([inside, outside])
    return frozenset([outside if _OUTSIDE.fullmatch(words) else inside])


_OTHERS = {"near": "about", "within": "at_most"}
