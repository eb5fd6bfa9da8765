"""Which language a text is in, by its commonest words or its script; nothing where that is not
plain."""

from __future__ import annotations

import re
from collections import Counter

# The commonest words of a language; what counts is where most of them are.
_COMMON = {
    tag: frozenset(words.split())
    for tag, words in {
        "en": "the and of that is was for with said were has have from this they would who it in"
        " he she his her their its not but been when than into which there after before two",
        "de": "der die und das nicht von mit ist auch sich dem ein eine auf für wurde sie dass im"
        " den des zu nach bei zum zur aus sind werden wird wurden hat haben war nur noch einen"
        " einer einem um wie er es als vor über durch sagte",
        "fr": "le la les de des et est une dans que qui pour pas sur au du ce avec plus par l d qu"
        " n s c j un il elle en à ont ne aux sont été selon cette ces mais ou son sa ses leur nous"
        " depuis après était fait se",
        "es": "el la los las de en y que una del por con para se su ha más como lo fue al un sus"
        " han no sobre entre desde este esta pero también según sin había dijo hasta muy son tras",
        "ca": "el la els les de que i per amb en una un del dels al als no va és més però aquest"
        " han seva seu també segons fins",
        "it": "il la gli che della di e è per una non nel sono con del anche alla dei più si",
        "pt": "o os as de e que não uma da do dos com para em é foi ao mais por na pelo",
        "nl": "het een van en dat niet zijn voor met aan ook naar werd door heeft bij uit om er ze",
        "sv": "och att det som är på för inte med av en till den har om ett de var från sig",
        "da": "og at det er på for ikke med af en til den har om et de var fra sig blev",
        "nb": "og at det er på for ikke med av en til den har om et de var fra seg ble",
        "fi": "ja on ei että se oli mutta kun myös hän ovat joka niin sekä kuin tai mukaan",
        "pl": "i w nie na się z że jest do to o jak po przez dla są od za co",
        "cs": "a v na se že je s z do to o by podle jsou od po pro ale jako byl",
        "ro": "și în de la cu pe nu este că din a pentru care sunt fost mai au o al",
        "hu": "a az és hogy nem is egy van volt meg csak de már el után szerint ezt",
        "tr": "ve bir bu için de da ile olarak olan en daha çok gibi sonra kadar ise ne",
    }.items()
}
_SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "uk": re.compile(r"[їєґЇЄҐ]"),
}
# How much a word says, which several of these languages have: less, the more have it.
_SAYS = Counter(word for words in _COMMON.values() for word in words)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST, _AHEAD = 0.08, 1.3  # the share of common words, and how much more than in the next


def language_of(text: str, likely: str = "") -> str:
    """The tag of the language that a text is in; empty where it may be one of several, unless it
    looks most like the one that is ``likely``."""
    counts: Counter[str] = Counter()
    for word, number in Counter(_WORD.findall(text[:200_000])).items():
        counts[word.lower()] += number
    words = counts.total()
    letters = sum(len(word) * number for word, number in counts.items())
    for tag, script in _SCRIPTS.items():
        if letters and len(script.findall(text[:200_000])) > letters * (
            0.005 if tag == "uk" else 0.2
        ):
            return tag
    found = sorted(
        ((sum(counts[w] / _SAYS[w] for w in common), tag) for tag, common in _COMMON.items()),
        reverse=True,
    )
    (most, tag), (next_most, _) = found[:2]
    if most and tag == likely.split("-")[0].lower():
        return likely
    plain = most >= 3 and most >= words * _LEAST and most >= next_most * _AHEAD
    return tag if plain else ""
