"""How large something is, as nouns name it and as sentences say it: length and long, Alter and alt.
Words of all languages count at once: a page may be in another than its source."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Of each dimension the nouns, and the words by which a number is said to be of it.
_SAID = (
    (
        r"lengths?|längen?|longueurs?|longitud|largo|largura",
        r"long|lang(?:e[nmrs]?)?|longue?s?|larg[oa]s?|\w*langen?",
    ),
    (r"heights?|höhen?|hauteurs?|alturas?", r"high|tall|hoch|hohe[nmrs]?|hauts?|hautes?|alt[oa]s?"),
    (
        r"widths?|breadth|breiten?|largeurs?|anchura|ancho",
        r"wide|broad|breit(?:e[nmrs]?)?|larges?|anch[oa]s?",
    ),
    (
        r"depths?|tiefen?|profondeurs?|profundidad(?:es)?",
        r"deep|tief(?:e[nmrs]?)?|profonde?s?|profund[oa]s?|hond[oa]s?",
    ),
    (
        r"thickness|dicke|stärke|épaisseurs?|espesor|grosor",
        r"thick|dick(?:e[nmrs]?)?|épais(?:se)?s?|grues[oa]s?|espes[oa]s?",
    ),
    (
        r"weights?|gewichte?s?|poids|pesos?",
        r"heavy|weigh(?:s|ed|ing)?|schwer(?:e[nmrs]?)?|wieg(?:en|t)|wog(?:en)?|lourde?s?"
        r"|p[èe]s(?:e|ent|ait|aient)|pesad[oa]s?|pesa(?:n|ba|ban)?",
    ),
    (
        r"ages?|alters?|âges?|edad(?:es)?",
        r"old|aged?|alt(?:e[nmrs]?)?|\w*jährige?[nmrs]?|âgée?s?|ans|años",
    ),
    (
        r"durations?|dauer|durées?|duración",
        r"long|lasts?|lasted|lang|dauer(?:n|t|te|ten)|dur(?:e|ent|a|é|ait|ó|an|aron|ará|era)",
    ),
    (
        r"distances?|entfernung(?:en)?|distancias?",
        r"far|away|weit|entfernt|loin|éloignée?s?|lej(?:os|an[oa]s?)",
    ),
)


def says_dimension(noun: str, words: Iterable[str]) -> bool:
    """Whether some words, in small letters, say in a word of their own what a noun names: long, for
    length."""
    nouns = (said for names, said in _SAID if re.fullmatch(names, noun.lower()))
    said = "|".join(nouns)
    return bool(said) and any(re.fullmatch(said, word) for word in words)
