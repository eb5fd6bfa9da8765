"""Words by which a text says that one thing is the cause of another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .folding import fold
from .languages import Language

_CAUSES: Mapping[str, re.Pattern[str]] = {
    tag: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)
    for tag, words in {
        "en": r"because|so that|therefore|thus|hence|consequently|as a (?:result|consequence)"
        r"|le(?:d|ads?|ading) to|due to|owing to|thanks to|on account of|in response to"
        r"|result(?:s|ed|ing)? (?:in|from)|caus(?:es?|ed|ing)|prompt(?:s|ed)|trigger(?:s|ed)"
        r"|for (?:that|this) reason|(?:that|this|which) is why",
        "de": r"weil|deshalb|deswegen|daher|darum|folglich|infolge|infolgedessen|aufgrund"
        r"|auf Grund|wegen|dadurch|sodass|so dass|(?<=, )denn|somit"
        r"|führ(?:t|te|ten|en)(?= zu[mr]?\b)"
        r"|verursacht(?:e|en)?|aus diese[mn] Gr(?:und|ünden)",
        "fr": r"parce qu(?:e|'\w+)|(?<=, )car|donc|à cause d(?:e|es|u)|en raison d(?:e|es|u)"
        r"|grâce (?:à|aux?)|du fait (?:de|que)|puisque|c'est pourquoi|par conséquent"
        r"|de sorte que|si bien que|faute de|a (?:conduit|mené) (?:à|aux?)"
        r"|(?:a )?entraîn(?:é|e|ait)"
        r"|(?:a )?provoqu(?:é|e|ait)",
        "es": r"porque|por (?:eso|ello|lo tanto|tanto|culpa de)|debido al?|a causa del?|ya que"
        r"|gracias al?|puesto que|como consecuencia|así que|de modo que|a raíz del?|llevó a"
        r"|caus(?:a|ó|aron)|provoc(?:a|ó|aron)",
    }.items()
}


def causes_in(text: str, language: Language) -> list[str]:
    """The words of a text by which it says that something is the cause, or for what end."""
    pattern = _CAUSES.get(language.code)
    text = fold(text)
    return [match.group() for match in pattern.finditer(text)] if pattern else []
