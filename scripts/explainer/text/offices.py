"""Names that are no names but say what office somebody has, and where: a spokeswoman for the
council, die Sprecherin der Stadtwerke."""

from __future__ import annotations

import re

_SPEAKS = r"spokes(?:man|woman|person|people)|porte-parole|portavoz|voceros?|vocera|sprecher(?:in)?"
HOLDS = (
    rf"(?:{_SPEAKS}|representative|member|head|chief|leader|director|manager|president|minister"
    r"|mayor|secretary|chair(?:man|woman)?|lawyer|owner|editor|captain|judge|teacher|doctor|official"
    r"|officer|supporter|ally|aide|adviser|critic|opponent|maire|ministre|présidente?|directeur|directrice|préf[eè]te?|avocate?|responsable"
    r"|alcalde(?:sa)?|ministr[oa]|presidenta|directora?|consejer[oa]|delegad[oa]|abogad[oa]|jef[ea]"
    r"|\w*(?:leiter|minister|präsident|direktor|vorsitzende|chef|meister|anwalt|anwält)(?:r|in)?)"
)
SPEAKS_FOR = re.compile(rf"(?i)\b\w*(?:{_SPEAKS})\b")
_OF = r"(?:for|of|from|at|to|in|du|des|de|del|der|dem|von|vom|beim|bei|für|im|d'|à|au|en|zu[mr]?)"
_ARTICLE = r"(?:the|an?|der|die|das|eine?|les?|la|l'|une?|el|una?)"
_DESCRIBES = re.compile(rf"(?i:(?:{_ARTICLE} )?(?:[\w-]+ ){{0,2}}{HOLDS} {_OF})(?:\b|(?<='))")
# Before the name of whoever holds the office, not of the body: la concejala de la oposición X.
HELD_BY = re.compile(
    rf"(?i:{HOLDS}|concejal[ao]?|diputad[oa]|députée?|élue?) (?i:de (?:la |l')?|del |du )"
    r"(?:oposición|gobierno|ayuntamiento|junta|diputación|parlamento|policía|cámara|pleno"
    r"|opposition|gouvernement|mairie|parlement|chambre|département|région|commune) $"
)
# Of whatever sort, where an article begins it: a supporter of somebody.
_SOME_OF = re.compile(rf"(?i:{_ARTICLE}) [^\W\dA-ZÀ-Þ][\w-]* (?:[\w-]+ )?{_OF} ")
_PLACED = re.compile(rf" (?:on|with|{_OF}) ")
# What somebody is by trade: a name before it says where they work, and does not speak.
TRADE = re.compile(
    r"[ -](?:(?!(?:told|tells|met|meets|saw|paid|asks|warns|urges|reminds|[a-z]{2,}ed) )[a-z]+ )?"
    r"(?:journalist|reporter|presenter|correspondent|editor|anchor|host|producer"
    r"|broadcaster|columnist|commentator|analyst|economist|lawyer|executive|employee|worker|engineer"
    r"|manager|coach|player|captain|striker|driver|pilot|officer|soldier|veteran|professor|teacher"
    r"|student|researcher|scientist|doctor|nurse|member|supporter|fan|star|boss|chief|leader|minister"
    r"|spokes(?:man|woman|person)|councillor|secretary|director|chair(?:man|woman)?|president|lawyer"
    r"|official|adviser|head|journaliste"
    r"|présentatrice|présentateur|periodista|presentadora?|[Jj]ournalist(?:in)?|[Rr]eporter(?:in)?"
    r"|[Mm]oderator(?:in)?|[Kk]orrespondent(?:in)?)s?\b(?! (?:has|have|had) been)"
)
_WOMAN = re.compile(
    r"(?i)\b(?:\w*(?:woman|sprecherin|leiterin|ministerin|präsidentin|chefin|führerin|meisterin"
    r"|rätin|anwältin|richterin|direktorin|ärztin|trainerin|lehrerin|inhaberin|vorständin)"
    r"|directrice|présidente|avocate|adjointe|conseillère|préfète|infirmière|fondatrice|gérante"
    r"|alcaldesa|consejera|concejala|directora|presidenta|ministra|abogada|doctora|delegada|jueza"
    r"|fundadora|entrenadora|profesora|secretaria)\b"
)
_MAN = re.compile(
    r"(?i)\b(?:\w*(?:spokesman|chairman|sprecher|leiter|geschäftsführer|meister|anwalt|trainer)"
    r"|directeur|président|conseiller|préfet|infirmier|fondateur|gérant"
    r"|alcalde|consejero|concejal|director|abogado|delegado|fundador|entrenador|profesor)\b"
)


def describes(name: str) -> bool:
    """Whether a folded name says what somebody is, and of whom: its last word is then another's."""
    place = name.split()[-1][:1].islower() and _PLACED.search(name)
    return bool(_DESCRIBES.match(name) or _SOME_OF.match(name) or place)


def sex_of_office(name: str) -> bool | None:
    """Whether a description is a woman's; None where it may be either's."""
    woman, man = bool(_WOMAN.search(name)), bool(_MAN.search(name))
    return None if woman == man else woman


def only_a_trade(name: str, text: str) -> bool:
    """Whether a text has a name only where it says for whom somebody works: a TV reporter."""
    places = [m.end() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    return bool(places) and all(TRADE.match(text, place) for place in places)
