"""What people are called by their office or trade, in the languages of text/languages.py: which
words mean the same, and which may be said of the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .folding import fold
from .speech import SAYS

# By the role: its words, and what else tells that somebody has it.
_ROLES = {
    "lawyer": (
        r"lawyers?|attorneys?|barrister|solicitor|counsel|(?:Rechts)?[Aa]nw[aä]lt(?:in)?"
        r"|Verteidiger(?:in)?|avocate?s?|abogad[oa]s?|letrad[oa]",
        r"law|legal|attorney|barrist|solicit|counsel|represent|advocate|defen[dc]|prosecut|anwalt|anwält|verteidig|avocat|défen|abogad|letrad|fiscal"
        r"|procur|jurist",
    ),
    "judge": (
        r"judge|magistrate|Richter(?:in)?|juge|juez|jueza|magistrad[oa]",
        r"judge|magistrat|justice|bench|recorder|richter|kammer|juge|juez|jueza|court|gericht"
        r"|tribunal|juzgado|sentenc|ruled",
    ),
    "prosecutor": (
        r"prosecutors?|Staatsanw[aä]lt(?:in|schaft)?|procureure?|parquet|fiscal|fiscalía",
        r"prosecut|staatsanw|procur|parquet|fiscal|ankläg|accus|charg|attorney|crown",
    ),
    "police": (
        r"police|detective|constable|policeman|policewoman|Polizei|Polizist(?:in)?"
        r"|Kommissar(?:in)?|policier|policière|gendarmes?|policía",
        r"polic|yard|guardia|mossos|trooper|marshal|detective|constable|superintendent|sergeant|inspector|officer|poliz|kommissar"
        r"|beamt|gendarm|agent|sheriff|chief|comisar|inspect",
    ),
    "mayor": (
        r"mayor|mayoress|(?:Ober)?[Bb]ürgermeister(?:in)?|maire|alcalde|alcaldesa",
        r"mayor|bürgermeister|maire|alcald|regidor|(?:city|town) hall|rathaus|mairie|ayuntamiento",
    ),
    "minister": (
        r"minister|(?:[A-ZÄÖÜ][a-zäöüß]+)?[Mm]inister(?:in)?|ministre|ministr[oa]",
        r"minist|secretary|government|cabinet|chancellor|senator|gouvern|gobierno|consejer"
        r"|regierung|premier|staatssekret",
    ),
    "witness": (
        r"witness(?:es)?|Zeug(?:e|in|en)|témoins?|testigos?",
        r"witness|testif|testimon|saw|seen|watch|heard|zeug|sah|gesehen|aussag|témoi|vu|testig"
        r"|vio|declar|told the (?:court|jury)",
    ),
    "doctor": (
        r"doctor|physician|surgeon|Arzt|Ärztin|médecin|médic[oa]",
        r"doctor|dr|physician|surgeon|medic|arzt|ärzt|médec|médic|hospital|clinic|klinik|professor",
    ),
    "chief executive": (
        r"chief executive|CEO|Geschäftsführer(?:in)?|directeur général|directrice générale"
        r"|director general|directora general",
        r"chief|head|boss|director|manag|executive|president|lead|ceo|chef|leiter|geschäftsf"
        r"|vorstand|direct|présid|gérant|patron|jef|presid|owner|founder",
    ),
    **{
        one: (
            one,
            r"husband|wife|widow|partner|spouse|father|mother|parent|son|daughter|brother|sister"
            r"|famil|relative|married|child|girl|boy|mann|frau|vater|mutter|mari|femme|père|mère|marido|padre",
        )
        for one in ("husband", "wife", "widow", "father", "mother", "son", "daughter", "brother")
    },
}
_WHOSE = (
    r"(?:(?i:the|an?|his|her|their|its|der|die|das|ein|eine|sein|seine|ihr|ihre|le|la|les|une?|son"
    r"|sa|ses|leur|el|los|las|una|su|sus)\s|[Ll]'|[A-Z]\w+'s\s)"
)
_BETWEEN = r"(?:[a-zäöüßéèáíóú-]+\s)?"
_HAS = r"(?:(?:has|had|have|also|later|a|ont|avait|ha|han|había|hat|haben)\s){0,2}"
_ACCORDING = r"(?i:according to|laut|nach Angaben|selon|d'après|según)\s"


def roles_saying(text: str) -> Iterator[tuple[str, str, int]]:
    """The roles that are said to say something in a text, without a name: each by its own name, the
    word for it, and where that ends."""
    text = fold(text)
    for role in _ROLES:
        if not _words(role).search(text):  # the others have all words of saying, and take long
            continue
        for match in _saying(role).finditer(text):
            word = match["said"] or match["asked"] or match["told"]
            yield role, word, match.start() + match.group().index(word) + len(word)


@cache
def role_of(word: str) -> str:
    """The role that a word is for, whatever its language and capitals; empty if it is for none."""
    return next((role for role in _ROLES if re.fullmatch(_ROLES[role][0], word, re.I)), "")


def may_be(role: str, texts: str) -> bool:
    """Whether texts about somebody have a word that goes with a role."""
    return bool(_alike(role).search(fold(texts)))


@cache
def _words(role: str) -> re.Pattern[str]:
    return re.compile(_ROLES[role][0])


@cache
def _saying(role: str) -> re.Pattern[str]:
    says, words = SAYS.pattern, _ROLES[role][0]
    return re.compile(
        rf"(?<!\w){_WHOSE}{_BETWEEN}(?P<said>{words})\s{_HAS}(?:{says})\b"
        rf"|\b{_ACCORDING}{_WHOSE}{_BETWEEN}(?P<asked>{words})(?![\w'])"
        rf"|\b(?:{says})\s{_WHOSE}{_BETWEEN}(?P<told>{words})\s?(?:[.,;:]|$)"
    )


@cache
def _alike(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b\w*?(?:{_ROLES[role][1]})")
