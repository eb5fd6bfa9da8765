"""Verbs for what parties do to and with each other, in the languages of pages: agreed, refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DEEDS = re.compile(
    r"\b(?:agree[ds]?|agreeing|promis(?:e[ds]?|ing)|accept(?:s|ed|ing)?|refus(?:e[ds]?|ing)"
    r"|admit(?:s|ted|ting)?|reject(?:s|ed|ing)?|offer(?:s|ed|ing)?|threaten(?:s|ed|ing)?"
    r"|den(?:y|ies|ied)|pledge[ds]?|vow(?:s|ed)?|concede[ds]?|demand(?:s|ed|ing)?|order(?:s|ed)?"
    r"|attack(?:s|ed)?|accuse[ds]?|blame[ds]?|sign(?:s|ed)|told|tells|asked|warn(?:s|ed)?"
    r"|force[ds]|broke|betray(?:s|ed)|walked out|stormed out|made for|apologi[sz]ed|answered"
    r"|einig(?:t|ten|en)|geeinigt|zugestimmt|stimm(?:t|te|ten) zu|verspr(?:icht|ach|ochen)"
    r"|akzeptier\w*|weiger\w*|geweigert|lehn(?:t|te|ten) ab|abgelehnt|räum\w* ein|eingeräumt|bot"
    r"|angeboten|droh\w*|gedroht|gestand\w*|zugesagt|forder(?:t|te|ten)|gefordert"
    r"|verlang(?:t|te|ten)|beschuldig\w*"
    r"|accept(?:e|é|a|ent|ait)|convenu|promis|promet\w*|refus(?:e|é|a|ent|ait)|admis|admet\w*"
    r"|rejet(?:te|é|a)|offert|offre|menac(?:e|é|a|ait)|exig(?:e|é|ea|eait)|accus(?:e|é|a)"
    r"|avou(?:e|é|a)|s'est engagé\w*"
    r"|acord(?:ó|aron|ado)|acept(?:a|ó|aron|ado)|prome(?:te|tió|tido)|neg(?:ó|aron|ado)"
    r"|admit(?:e|ió|ido)|rechaz(?:a|ó|aron|ado)|ofrec(?:e|ió|ido)|amenaz(?:a|ó|ado)"
    r"|exig(?:e|ió|ido)|acus(?:a|ó|ado)|reconoc(?:e|ió|ido)|comprometi(?:ó|do))\b",
    re.I,
)


def deeds_in(text: str) -> Iterator[str]:
    """The verbs of a folded text for what parties do to and with each other."""
    yield from (match.group() for match in _DEEDS.finditer(text))
