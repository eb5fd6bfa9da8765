"""Units of measure, currencies and kinds of people: words that say what a number counts.

Only words that hardly mean anything else behind a number are listed. A unit that is not listed is
not looked at, so that a number may be said in other words than the source's."""

from __future__ import annotations

import re
from functools import lru_cache

_MEASURES = """
second seconds sec secs sekunde sekunden seconde secondes segundo segundos
minute minutes min mins minuten minuto minutos
hour hours hr hrs stunde stunden heure heures hora horas
day days night nights tag tage tagen nacht nächte nächten jour jours nuit nuits
  día días noche noches
week weeks woche wochen semaine semaines semana semanas
month months monat monate monaten mois mes meses
year years jahr jahre jahren an ans année années año años
decade decades jahrzehnt jahrzehnte jahrzehnten décennie décennies década décadas
century centuries jahrhundert jahrhunderte jahrhunderten siècle siècles siglo siglos
millimetre millimetres millimeter millimeters mm millimètre millimètres milímetros
centimetre centimetres centimeter centimeters cm zentimeter centimètre centimètres centímetros
metre metres meter meters metern mètre mètres metros
kilometre kilometres kilometer kilometers kilometern km kilomètre kilomètres kilómetro kilómetros
mile miles meile meilen
foot feet ft
inch inches
yard yards
acre acres
hectare hectares ha hektar hectárea hectáreas
litre litres liter liters litern litro litros
gallon gallons
barrel barrels bbl
gram grams gramme grammes gramm
kilogram kilograms kilogramme kilogrammes kilo kilos kg kilogramm
tonne tonnes ton tons tonelada toneladas
degree degrees grad degré degrés ° °c °f grado grados
watt watts
kilowatt kilowatts kw
megawatt megawatts mw
gigawatt gigawatts gw
knot knots
mph
kph
% percent prozent pourcent porciento
‰ permille promille
dollar dollars usd us$ $ dólar dólares
euro euros eur €
pound pounds gbp £ quid libras livres
rouble roubles ruble rubles rub ₽ rubel
yen jpy ¥
yuan renminbi rmb cny
hryvnia hryvnias uah ₴
franc francs chf franken
rupee rupees inr ₹
lira liras ₺
shekel shekels ₪
won ₩
zloty zlotys pln
bitcoin bitcoins btc ₿
cent cents ¢
penny pence p
"""
_PEOPLE = """
child children kid kids minor minors boy boys girl girls baby babies kinder kindern enfants
  niño niños niña niñas
woman women frauen femmes mujer mujeres
man men männer hommes hombre hombres
civilian civilians zivilisten civils civiles
soldier soldiers troop troops servicemen fighters soldaten soldats army forces soldado soldados
prisoner prisoners captive captives captured pow pows gefangene prisonniers presos prisioneros
refugee refugees displaced flüchtlinge réfugiés refugiados
dead death deaths killed died fatality fatalities tote toten tot getötet starb starben gestorben
  gestorbene gestorbenen getötete getöteten mort morte morts mortes mourut moururent tué tués tuées
  muerto muerta muertos muertas muertes murió murieron fallecido fallecidos falleció fallecieron
wounded injured hurt verletzte verletzten verwundete verletzt verwundet blessé blessée blessés
  blessées herido herida heridos heridas
missing vermisste vermisst disparus desaparecido desaparecidos
family families household households familie familien haushalt haushalte haushalten famille
  familles foyer foyers familia familias hogar hogares
conscript conscripts recruit recruits draftee draftees rekruten conscrits
reservist reservists réservistes
deserter deserters deserted defector defectors defected deserteure déserteurs
house houses home homes building buildings häuser wohnung wohnungen maisons logement logements
  casa casas vivienda viviendas piso pisos
tank tanks panzer
missile missiles rocket rockets raketen
drone drones drohnen
plane planes aircraft jets flugzeuge avions
ship ships vessel vessels boat boats schiff schiffe schiffen boot boote booten navire navires
  bateau bateaux barco barcos
"""
_GENERIC = "people persons menschen personen personnes personas"


def _lines(table: str) -> list[str]:
    """The rows of a table; a line that begins with white space goes on with the one before."""
    return re.sub(r"\n\s+", " ", table.strip("\n")).splitlines()


def _rows(table: str, first: int) -> dict[str, int]:
    return {word: row for row, words in enumerate(_lines(table), first) for word in words.split()}


_UNITS = _rows(_MEASURES, 0)
_FIRST_PEOPLE = len(_lines(_MEASURES))
_UNITS |= _rows(_PEOPLE, _FIRST_PEOPLE)
PEOPLE = max(_UNITS.values()) + 1
_UNITS |= dict.fromkeys(_GENERIC.split(), PEOPLE)

_WORD = re.compile(r"[^\W\d_]+\.?|[°$€£¥₽₴₹₺₪₩₿¢‰%]")
_STOPS = set(
    "of in and or to at on for with by from as than that who which und oder von et ou de y".split()
)
_PERCENT = re.compile(r"\b(?:per|pour)[ -]cent\b|\bpor ciento\b", re.I)  # no cents
_OF = re.compile(r"\s(?:of |de |d['’])(?=[^\W\d_])")
_LONGEST = 60  # characters in which a unit may follow its number


def is_a_unit(word: str) -> bool:
    """Whether a word says what a number counts."""
    return word.lower() in _UNITS


def unit_of(word: str) -> int | None:
    """The unit that a word names, None for any other."""
    return _UNITS.get(word.lower())


def is_measure(unit: int | None) -> bool:
    """Whether a unit measures or is a currency: what is counted in it is counted in no other."""
    return unit is not None and unit < _FIRST_PEOPLE


def is_currency(unit: int) -> bool:
    """Whether a unit is a currency; they are the last that measure."""
    return _UNITS["$"] <= unit < _FIRST_PEOPLE


def unit_behind(text: str, at: int) -> int | None:
    """The unit of a number that ends at ``at``; at most two words may come between it and people:
    400,000 young Ukrainian soldiers; and a preposition: 12,5 millions d'euros."""
    of = _OF.match(text, at)
    at = of.end() if of else at
    for words, match in enumerate(_WORD.finditer(text, at, at + _LONGEST)):
        word = match.group().rstrip(".").lower()
        if words > 2 or text[at : match.start()].strip(" -‐‑") or word in _STOPS:
            break
        if (unit := _UNITS.get(word)) is not None:
            return unit if words == 0 or not is_measure(unit) else None
        at = match.end()
    return None


# What people live in, sail or are counted by: none of it is so many people.
GROUPS = frozenset(map(_UNITS.__getitem__, "family house tank missile drone plane ship".split()))


def is_time(unit: int) -> bool:
    """Whether a unit is one of time; they come first."""
    return unit <= _UNITS["century"]


def currency_before(text: str, at: int) -> int | None:
    """The unit of a sign or code of a currency right before a number: $5, EUR 5."""
    match = re.search(r"(?:([A-Z]{3}) ?|([$€£¥₽₴₹₺₪₩₿]) ?)$", text[max(at - 5, 0) : at])
    return _UNITS.get((match[1] or match[2]).lower()) if match else None


def with_percent(text: str) -> str:
    """A text in which percent is one word."""
    return _PERCENT.sub("percent", text)


@lru_cache(maxsize=256)
def units_in(text: str) -> frozenset[int]:
    """Every unit that a text names; of one text it is asked for each of its numbers."""
    found = _WORD.finditer(with_percent(text))
    words = (match.group().rstrip(".").lower() for match in found)
    return frozenset(_UNITS[word] for word in words if word in _UNITS)


# Words joined as in: killed, wounded and captured.
_LIST = re.compile(r"\w+(?:(?:,?\s(?:and|or|und|oder|et|ou|y|o)|,)\s\w+)+")
_COUNTED_BEFORE = re.compile(r"\d\s(?:[^\W\d_]+\s)?$")
_NEXT = re.compile(r"(?:\s(?!(?:since|from|in|until|till|by|of|as|on|at)\b)[^\W\d_]+){0,2}\s\d")


def unit_lists(text: str) -> list[frozenset[int]]:
    """What a text counts together: the units of each list of several. What has a number of its own
    behind it is counted by itself: 14 people and injured more than 60."""
    found = []
    for match in _LIST.finditer(text):
        another = _COUNTED_BEFORE.search(text, 0, match.start()) and _NEXT.match(text, match.end())
        words = match.group()
        found.append(units_in(words[: words.rfind(" ")] if another else words))
    return [units for units in found if len(units) > 1]
