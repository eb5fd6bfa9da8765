"""The words by which a language says that somebody speaks, and those that stand for people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .languages import Language
from .words import under_letters


@dataclass(frozen=True)
class Speech:
    """The words of a language that say who speaks. ``aside`` come before whoever is spoken to or
    about, ``by`` before whoever is spoken for, ``asked`` before those who only ask."""

    says: re.Pattern[str]
    aside: re.Pattern[str]
    by: re.Pattern[str]
    asked: re.Pattern[str]
    pronouns: re.Pattern[str]
    first_person: re.Pattern[str]


class _Words(NamedTuple):
    """The expressions of ``Speech``, without what is around them."""

    says: str
    aside: str
    by: str
    asked: str
    pronouns: str
    first: str

    @property
    def saying(self) -> str:
        return rf"\b(?:{under_letters(self.says)})\b"

    @property
    def first_person(self) -> str:
        return rf"\b(?:{self.first})\b"


@cache
def _speech(code: str) -> Speech:
    """The words of a language, compiled when they are first asked for."""
    table = _BY_LANGUAGE[code]

    def ending(words: str) -> re.Pattern[str]:
        article = r"(?:(?:the|an?|der|die|das|dem|den|le|la|les)\s+)?"
        return re.compile(rf"\b(?:{words})\s+{article}(?:[\w-]+\s+)?$", re.I)

    return Speech(
        re.compile(table.saying, re.I),
        ending(table.aside),
        ending(table.by),
        ending(table.asked),
        re.compile(rf"\b(?:{table.pronouns})\b", re.I),
        re.compile(table.first_person),
    )


_ENGLISH = _Words(
    r"say(?:s|ing)?|said|believe[sd]?|tells?|told|telling|calls?|called|calling|adds?|added|adding"
    r"|writes?|wrote|written|states?|stated|claims?|claimed|warns?|warned|announce[sd]?|argue[sd]?"
    r"|insist(?:s|ed)?|admit(?:s|ted)?|declare[sd]?|repl(?:y|ies|ied)|answer(?:s|ed)|ask(?:s|ed)?"
    r"|remark(?:s|ed)?|note[sd]?|explain(?:s|ed)?|threaten(?:s|ed)?|promise[sd]?|vow(?:s|ed)?"
    r"|acknowledge[sd]?|concede[sd]?|describe[sd]?|post(?:s|ed)|tweet(?:s|ed)|share[sd]?|thinks?"
    r"|thought|denie[sd]|deny|suggest(?:s|ed)?|stress(?:es|ed)?|tweets?|quips?|quipped|puts? it"
    r"|speaks? of|spoke of|spoken of|frame[sd]?|estimate[sd]?|report(?:s|ed)|shout(?:s|ed)?"
    r"|reckon(?:s|ed)?|complain(?:s|ed)?|confirm(?:s|ed)?|repeat(?:s|ed)?|boast(?:s|ed)?"
    r"|point(?:s|ed) out",
    r"told|tells?|telling|asked|asks|accuse[sd]?|accusing|blame[sd]?|urge[sd]?|with|to|of|from"
    r"|about|for|against|on|at|in|between|than"
    r"|like|after|before|over|meeting|met|towards?|under|without",
    r"according to|words of|statement of|remark of|by|from|quoting|quotes|cites|citing",
    r"(?:asked|questioned|interviewed|pressed|challenged|followed|accompanied|met|joined) by",
    r"he|she|they|it|article|post|report|study|source",
    r"I|I'm|I'll|I've|I'd|me|my|mine|[Ww]e|[Ww]e're|[Ww]e'll|[Ww]e've|[Oo]urs?|us",
)
_APART = r"\b[^.;:!?]{0,80}\s"  # between a verb and its first syllable: gab … bekannt
_GERMAN = _Words(
    r"sagt|sagte|sagten|teilte|teilt|erklärt|erklärte|meint|meinte|nennt|nannte|warnt|warnte"
    r"|schreibt|schrieb|behauptet|behauptete|widersprach|widerspricht|fügte|fügt|ergänzte|betonte"
    r"|fordert(?:en?)?|verlangt(?:en?)?|mahnte?|beklagte?|bezeichnete?|schätzte"
    r"|beteuerte?|entgegnete?|erwiderte?|bekräftigte?|beharrte?|argumentierte?|prognostizierte?"
    r"|bestreitet|bestritt(?:en)?|leugnet(?:e|en)?|plädierte?|appellierte?|bemängelte?|monierte?"
    r"|rügte?|pochte?(?= auf\b)|drohte?(?= mit\b)"
    r"|rechnete?(?= mit\b)|rechnet(?= mit\b)"
    r"|fragte|antwortete|kritisierte?|bestätigte?|berichtete?|versicherte?|erläuterte?"
    rf"|(?:gab|gibt)(?={_APART}(?:an|zu|bekannt)\b)|räumte?(?={_APART}ein\b)"
    rf"|wie(?:s|st)(?={_APART}(?:zurück|hin)\b)|stellte?(?={_APART}(?:klar|fest)\b)"
    rf"|kündigte?(?={_APART}an\b)|wandte(?={_APART}ein\b)|führte(?={_APART}aus\b)",
    r"beschuldigte?|des|mit|an|von|über|gegen|für|bei|nach|vor|fragte",
    r"laut|zufolge|von|nach worten",
    r"befragt von|gefragt von",
    r"er|sie|es|der artikel",
    r"[Ii]ch|[Mm]ein\w*|[Ww]ir|[Uu]nser\w*",
)
_FRENCH = _Words(
    r"dit|disait|déclare|déclaré|affirme|affirmé|ajoute|ajouté|écrit|estime|appelle|répond|répondu"
    r"|explique|expliqué|prévient|demande|demandé|annoncé|annonçait|indique|indiqué|assure|précise"
    r"|précisé|promis|affirmait|souligne|souligné|confirme|confirmé|raconte|raconté|signalé"
    r"|rappelle|rappelé|reconnaît|reconnu|(?:a|avait) assuré|(?<=-elle )assuré|(?<=-il )assuré"
    r"|soutien(?:t|nent)|soutenu|soutenait"
    r"|(?:relève|constate|note|pointe)(?:nt)?(?= (?:[\w'-]+ ){0,3}(?:que |qu'))"
    r"|(?:relevé|constaté|noté|pointé|plaidé)(?= (?:[\w'-]+ ){0,3}(?:que |qu'))"
    r"|nie(?= (?:que |qu'|avoir|être|l[ae]s? |l'|tout|\w+(?:oir|ître|dre)\b))"  # German: nie
    r"|nient|niait|niaient|fai(?:t|saie?n?t)(?:-(?:il|elle))? (?:valoir|savoir|remarquer"
    r"|observer)",
    r"accus(?:e|é|ait)|à|au|avec|de|du|des|sur|contre|pour|après|avant",
    r"selon|d'après|par|mots de",
    r"interrogé par|demandé par",
    r"il|elle|ils|elles|l'article",
    r"[Jj]e|[Mm]oi|[Mm]on|[Mm]es|[Nn]ous|[Nn]otre|[Nn]os",
)
_SPANISH = _Words(
    r"dijo|dice|dijeron|declaró|declara|afirmó|afirma|aseguró|asegura|añadió|añade|agregó|explicó"
    r"|explica|escribió|escribe|señaló|señala|advirtió|advierte|preguntó|respondió|respondía|llamó"
    r"|(?:contó|cuenta)(?! con\b)|indicó|indica|anunció|admitió|insistió|sostuvo|sostiene|manifestó"
    r"|reconoció|calcul(?:a|ó|aron)|recuerda|recordó|relata|relató|subraya|subrayó|lamenta|lamentó"
    r"|destaca|destacó|precisó|apuntó|criticó|denunció|confirmó|exigió|exigen?|reclamó|estimó"
    r"|concluyó|matizó|detalló|comentó|niega|negó|reconoce|admite|insiste|puntualizó|replicó|razonó",
    r"a|al|con|de|del|sobre|contra|para|por|después de|antes de|ante",
    r"según|de acuerdo con|palabras de|por",
    r"preguntado por|entrevistado por",
    r"él|ella|ellos|ellas|el artículo",
    r"[Yy]o|[Mm]í|[Mm]is?|[Nn]os|[Nn]osotr[oa]s|[Nn]uestr[oa]s?",
)
_BY_LANGUAGE: Mapping[str, _Words] = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}


# What a pronoun may mean.
MAN, WOMAN, THING, SEVERAL, SPEAKER, ANYBODY = "man", "woman", "thing", "several", "speaker", ""
# Words that mean somebody whom other words name, by language.
_FOR_OTHERS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    tag: {
        kind: re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.I)
        for kind, words in kinds.items()
    }
    for tag, kinds in {
        "en": {
            MAN: "he him his",
            WOMAN: "she her hers",
            THING: "it its",
            SEVERAL: "they them their theirs",
            SPEAKER: "we us our ours",
        },
        "de": {
            MAN: "er ihn ihm",
            ANYBODY: "sein(?:e[nmrs]?)? sie ihr(?:e[nmrs]?)? ihnen",
            SPEAKER: "wir uns unser(?:e[nmrs]?)?",
        },
        "fr": {
            MAN: "il",
            WOMAN: "elle",
            SEVERAL: "ils elles leurs?",
            ANYBODY: "lui son sa ses",
            SPEAKER: "nous nos notre",
        },
        "es": {
            MAN: "él",
            WOMAN: "ella",
            SEVERAL: "ellos ellas",
            ANYBODY: "les? los? las? sus?",
            SPEAKER: "nos nuestr[oa]s?",
        },
    }.items()
}


def pronouns_in(text: str, language: Language) -> dict[str, int]:
    """The pronouns of a text, and where each is first; only a reader can tell whom they mean."""
    found = dict[str, int]()
    for pattern in _FOR_OTHERS.get(language.code, {}).values():
        for match in pattern.finditer(text):
            if not match.group().isupper():  # US, IT
                found.setdefault(match.group().lower(), match.start())
    return dict(sorted(found.items(), key=lambda one: one[1]))


def kind_of(pronoun: str, language: Language) -> str:
    """What a pronoun may mean: a man, a woman, a thing, several, whoever speaks, or anybody."""
    kinds = _FOR_OTHERS.get(language.code, {})
    return next((kind for kind, one in kinds.items() if one.fullmatch(pronoun)), ANYBODY)


# The words of saying, and of the first person, of every language listed here.
SAYS = re.compile("|".join(one.saying for one in _BY_LANGUAGE.values()), re.I)
FIRST_PERSON = re.compile("|".join(one.first_person for one in _BY_LANGUAGE.values()))
# How whoever spoke right before says more.
GOES_ON = re.compile(
    r"\b(?:add(?:s|ed)|continue[sd]|went on|ergänzte?|fügte?|fuhr|ajout(?:e|é|ait)|poursui(?:t|vi)"
    r"|poursuivait|añad(?:e|ió|ía)|agreg(?:a|ó)|continuó|prosiguió)\b",
    re.I,
)


def speech(language: Language) -> Speech:
    """The words of a language; English ones where it is not known here."""
    return _speech(language.code if language.code in _BY_LANGUAGE else "en")


# A sentence that somebody is the subject of, whom another names: He had …; Elle a …
_BEGINS: Mapping[str, re.Pattern[str]] = {
    tag: re.compile(rf"\W*({words})\s(?=[^\W\d_])")
    for tag, words in {
        "en": "He|She",
        "de": "Er|Sie(?=\\s(?:hat|hatte|ist|war|sagte?|will|wollte|wird|wurde|\\w+te)\\b)",
        "fr": "Il(?!\\s(?:y|faut|fallait|est|était|s'agit)\\b)|Elle",
        "es": "Él|Ella",
    }.items()
}


def begins_with_somebody(text: str, language: Language) -> str:
    """The pronoun for one person with which a sentence begins; empty where it begins otherwise."""
    pattern = _BEGINS.get(language.code)
    found = pattern.match(text) if pattern else None
    return found[1] if found else ""


def code_of(words: Speech) -> str:
    """The code of the language whose words these are."""
    return next(code for code in _BY_LANGUAGE if _speech(code) is words)
