"""Who does something to whom, of two that a clause names, in the languages of the sources: who
demands of whom, who pays whom. Of verbs that say the contrary the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# Each line has the words for one thing that somebody does to another, in all four languages.
_VERBS = r"""
demand|verlang|forder|réclam|exig|reclam|pid|pide|ask(?:s|ed|ing)?\b|bitte|bat\b|request|demande
pay|paid|zahl|gezahlt|bezahl|pai|paie|pag
accus|beschuldig|wirf|wirft|warf|vorwirf|vorgeworf|vorwurf|acus|reproch
attack|angegriffen|angriff|greift|griff|attaqu|atac|invad|überfiel|überfall|envahi
sue[sd]?\b|suing|klag|verklag|poursui|demand[oó]\b|demandar
help|hilf|half|geholfen|helf|unterstütz|aid|support|ayud|apoy|soutien|soutenu
threaten|droh|bedroh|gedroht|menac|amenaz
warn|gewarnt|avert|advierte|advirti
invit|eingeladen|lädt|lud\b|einlad
criticis|criticiz|kritisier|critiqu|critic
sell|sold|verkauf|vend|vent
lend|lent\b|leih|geliehen|lieh|prêt|prest
occup|besetz
defeat|beat\b|beats\b|besieg|schlug|schlägt|geschlagen|batt|vainc|derrot|venci
"""
_DEMANDS = 0  # the line of what may be done by another: demands help
_PREPOSITION = re.compile(
    r"(?i)\b(?:from|of|on|upon|to|against|at|von|vom|an|gegen|gegenüber|zu|bei|à|au|aux|de|d'|du|des|contre"
    r"|auprès|a|al|del|contra)\s?(?:the |der |dem |den |die |das |la |le |l'|les |las |los |el )?$"
)
_BY = re.compile(
    r"(?i)\b(?:by|par|por|durch)\s(?:the |die |den |das |la |le |l'|les |las |los |el )?$"
)
_GERMAN_PASSIVE = re.compile(r"(?i)\b(?:wird|wurde|werden|wurden|worden)\b")
_PASSIVE = re.compile(r"(?i)\b(?:is|are|was|were|been|being|be)\s(?:\w+\s)?\w+(?:ed|id|old|ent)\b")
_RECEIVES = re.compile(
    r"(?i)\b(?:receiv|get|got|gets|bekomm|bekam|erhält|erhielt|erhalt|reçoi|reçu|recib|obtien|owe|schuld)"
)


def does_to(text: str, places: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, str, str]]:
    """Of a clause that names two, at these places, what is done, as a number, by whom and to whom;
    nothing where it is not plain."""
    if len(places) != 2 or places[0][2] == places[1][2] or _RECEIVES.search(text):
        return
    (one, end, first), (other, _, second) = places
    if _BY.search(text[:one]) or _BY.search(text[:other]):
        by_first = bool(_BY.search(text[:one]))
    elif _GERMAN_PASSIVE.search(text) or _PASSIVE.search(text[end:other]):
        return
    else:
        behind = [bool(_PREPOSITION.search(text[:at])) for at in (one, other)]
        if all(behind):
            return
        by_first = not behind[0]
    doer, whom = (first, second) if by_first else (second, first)
    verbs = _VERBS.strip().split("\n")
    found = [i for i, verb in enumerate(verbs) if re.search(rf"\b(?:{verb})", text, re.I)]
    if found and (len(found) == 1 or found[0] == _DEMANDS):
        yield found[0], doer, whom
