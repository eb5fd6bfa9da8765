"""Words in names that tell of people and of what is none."""

from __future__ import annotations

import re

from ..text.given_names import is_given_name
from .tokens import OWNS, Token

PARTICLES = frozenset("de del la le du des van von der den ter ten bin ibn al da di dos zu".split())
# Firms whose names look like somebody's.
FIRMS = re.compile(
    r"(?:Morgan Stanley|JP ?Morgan|Goldman Sachs|Merrill Lynch|Charles Schwab|Wells Fargo|John"
    r" Deere|Johns Hopkins|Henry Schein|Louis Vuitton|Hugo Boss|Calvin Klein|Ralph Lauren|Eli Lilly"
    r"|Jack Daniels?|Philip Morris|Ben (?:and|&) Jerry|Marks (?:and|&) Spencer|Scotland Yard"
    r"|Downing Street|Lloyd's?|Frost (?:and|&) Sullivan|Edward Jones|Raymond James|Stifel"
    r"|Max Planck|Robert Koch|Robert Bosch|Konrad Adenauer|Amnesty International|John Lewis"
    r"|William Hill|Paddy Power|Thomas Cook|Harvey Nichols|Taylor Wimpey|Ted Baker|Laura Ashley"
    r"|Lockheed Martin|Aston Martin|Alfa Romeo|Walt Disney|Harley Davidson|Warner Bros|Michael Kors"
    r"|Christian Dior|Yves Saint Laurent|Giorgio Armani|Carl Zeiss|Jimmy Choo|Sara Lee|Oscar Mayer"
    r"|Kate Spade|Mary Kay|Franklin Templeton|Robert Half|Ernst (?:and|&) Young)\b"
)
BESIDE_TITLES = frozenset(
    "Health Foreign Interior Finance Defence Defense Education Trade Energy Transport Environment"
    " Agriculture Home First Prime Vice Deputy Financial Operating Technology Medical Scientific"
    " Lead Senior Former Acting Ex Opposition".split()
)  # alone they are no titles
# The first words of names of places and firms of which there are many.
NO_PEOPLE = frozenset(
    "New North South East West Saudi Hong Air Deutsche Credit British American National Royal"
    " United General First Big Sri San Santa Los Las El Costa Puerto Rio Port Fort Mount Lake"
    " European African Asian Central Great Grand Western Eastern Northern Southern Black White Red"
    " Blue Green Global International Standard Public Open Free Human World Société Crédit"
    " Banco".split()
)
# Bodies that no name stands behind: la concejala de la oposición Ana Gil.
UNNAMED = frozenset(
    "oposición gobierno ayuntamiento junta diputación parlamento policía cámara pleno opposition"
    " gouvernement mairie parlement chambre département région commune".split()
)
# Words that end the name of a place or of a thing; some end names of people too.
THINGS = frozenset(
    "Street Road Avenue Drive Square Terrace Crescent Act Bill Law Prize Award Cup Treaty Agreement"
    " Accord County Valley Bay Island Islands Airport Highway Bridge River Lake Mountain Ocean Sea"
    " Day War Games Festival Stadium Arena Tower Theatre Theater Hotel Mall Beach Province"
    " District Region State States Kingdom Republic Pact Plan Deal Report Index Program Programme"
    " Line Station Air Television Atlantic".split()
)
PERHAPS_THINGS = frozenset(
    "Close Lane Hill Park Way Gate Field Green Wood Place Walk Cross North South East West".split()
)
# Before a name they are streets and houses that are called after somebody.
CALLED_AFTER = frozenset(
    "rue avenue boulevard place lycée collège école hôpital stade pont quai square gare calle"
    " avenida plaza paseo colegio instituto hospital estadio".split()
)
ADJECTIVES = frozenset("official chief head senior guest parent source independent".split())
# Bodies that are called by that word alone: the police, la préfecture.
CALLED_SO = frozenset(
    "police coastguard préfecture gendarmerie mairie parquet polizei feuerwehr staatsanwaltschaft"
    " wasserschutzpolizei policía fiscalía ayuntamiento".split()
)
# Short forms in capitals that are no bodies: of people, places and things.
NO_BODIES = frozenset(
    "MP MPs MEP MSP MLA CEO CFO COO CTO PM QC KC DJ GP VIP TV UK US USA UAE DC LA NYC AI IT ID PR"
    " HR CV DNA PDF AM PM II III IV".split()
)
# What an office is for, besides another thing: the Department for Work and Pensions.
OFFICES = frozenset(
    "Pensions Skills Sport Sports Media Trade Industry Development Science Technology Innovation"
    " Families Communities Environment Climate Prevention Research Services Affairs Training"
    " Justice Security Health Welfare Housing Growth Agriculture Food Planning Tourism Labour Labor"
    " Culture Education Transport Energy Immigration Refugees Fisheries Forestry Medicine"
    " Hygiene Sciences Arts Commerce Enterprise Employment Infrastructure Youth"
    " Women Equality Human".split()
)
# How words end that say what somebody is by trade, or in a family.
TRADE = re.compile(
    r"(?:er|or|ist|ista|ian|ant|ent|man|woman|wife|mother|father|eer|ess|ee|erin|orin|istin|frau"
    r"|amme|aby|arian)$"
)
# Behind a name between commas, what somebody does in court.
PLEADS = frozenset(("defending", "prosecuting", "mitigating"))
# Before a name they say no office.
FAMILY = frozenset(
    "father mother brother sister uncle aunt auntie grandmother grandfather grandma grandpa granny"
    " baby toddler widow widower mum dad mom son daughter wife husband mutter vater bruder"
    " schwester onkel tante oma opa witwe witwer sohn tochter padre madre hermano hermana hijo hija"
    " père mère frère sœur fils fille mari épouse marido esposa neighbour neighbor nachbar"
    " nachbarin"
    " voisin voisine vecino vecina friend colleague partner resident witness victim passenger"
    " anwohner anwohnerin zeuge zeugin habitant habitante riverain riveraine témoin testigo man"
    " woman frau mann homme femme hombre mujer ehemann ehefrau cousin girl boy".split()
)
# Behind a name, and no part of it.
SUFFIXES = frozenset("KC QC MP MEP MSP TD OBE CBE MBE PhD MD Esq".split())
FORM = re.compile(r"\b(?:PLC|plc|Inc|Ltd|LLC|LLP|GmbH|AG|SE|SA|SAS|SARL|SL|KG|& Co)\b")


def is_given(token: Token) -> bool:
    return is_given_name(OWNS.sub("", token.text))


_TYPES = {  # the words that say what kind of body a name is of
    "court": r"Court|Tribunal|Gericht|\w*gericht|Cour|Juzgado|Audiencia",
    "research": r"University|Institute|Institut|Universität|Université|Universidad|Instituto"
    r"|Observatory|Laboratory|Observatoire|Academy",
    "office": r"Department|Ministry|Council|Agency|Authority|Commission|Office|Ministère|Préfecture"
    r"|Mairie|Ministerium|\w*ministerium|Stadtrat|Agencia|Ministerio|Ayuntamiento|Gobierno"
    r"|Government|Treasury|Parliament|Senate|Congress",
    "forces": r"Police|Army|Navy|Polizei|Gendarmerie|Policía|Guardia Civil|Coastguard",
    "media": r"Radio|News|Times|Television|Gazette|Zeitung|Journal|Diario|Chronicle|Herald",
    "union": r"(?<!European )(?<!Soviet )(?<!African )Union|Gewerkschaft|Syndicat|Sindicato",
    "association": r"Association|(?<!Russian )Federation(?! of (?:Lab|Teachers|Trade))"
    r"|Confederation|\w*[vV]erband|(?!Gewerkschafts|Beamten|Staaten)\w{3,}bund|Städtetag|Landkreistag"
    r"|Bund (?:der|Deutscher)"
    r"|(?:Conf|F)édération(?! de Russie)|Asociación|(?:Conf|F)ederación(?! (?:de )?Rus)",
    "party": r"Party|Partei|Parti|Partido",
    "school": r"School|College|Lycée|Collège|Schule|\w*schule|Gymnasium|Colegio",
    "club": r"Club|FC|Rovers|Athletic|Wanderers",
    "company": rf"Company|Bank|Airlines?|Railways?|Corporation|{FORM.pattern}",
}


def type_of(name: str) -> str:
    """The kind of body that the words of a name say; empty where none or several do."""
    some = [kind for kind, words in _TYPES.items() if re.search(rf"\b(?:{words})\b", name)]
    return some[0] if len(some) == 1 else ""
