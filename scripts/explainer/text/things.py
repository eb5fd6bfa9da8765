"""Nouns that are counted and are nobody: places, papers, things, animals. Whoever a number counts
is people, whatever the source calls them; what it counts under one of these is not. Only what is
several is listed: a school, in school children, is not what is counted."""

from __future__ import annotations

_THINGS = """
towns villages cities municipalities districts parishes countries streets roads bridges islands
schools hospitals churches shops companies firms farms gemeinden dörfer dörfern städte städten
länder ländern straßen brücken inseln schulen krankenhäuser kirchen geschäfte firmen betriebe
höfe felder communes villes pays rues ponts îles écoles hôpitaux églises commerces entreprises
fermes champs quartiers municipios pueblos ciudades países calles puentes islas escuelas
hospitales iglesias comercios empresas granjas barrios signatures votes ballots tickets letters
books reports complaints cases pages calls messages seats beds jobs unterschriften stimme
stimmen karten briefe bücher berichte beschwerden fälle seiten anrufe sitze betten voix billets
lettres livres rapports plaintes cas appels sièges lits emplois firmas votos billetes cartas
libros informes quejas casos páginas llamadas asientos camas empleos cars buses trains lorries
trucks flights crossings trees accidents fires floods leaks crimes animals dogs cows autos busse
bussen züge zügen lastwagen flüge fahrten bäume bäumen unfälle unfällen brände lecks tiere
tieren hunde kühe schafe voitures autobus camions vols traversées arbres incendies fuites
animaux chiens vaches moutons coches autobuses trenes camiones vuelos travesías árboles
accidentes incendio incendios fugas animales perros vacas ovejas
sheep flock herd fleet goats signs payments stellen plätze zahlungen postes places puestos plazas
pagos latas moutons troupeau rebaño herde
"""
_NOBODY = frozenset(_THINGS.split())
_POWERS = frozenset(
    "square cubic cube cubes cubique carré carrés carrée carrées"
    " cuadrado cuadrados cuadrada cuadradas cúbico cúbicos cúbica cúbicas".split()
)


def is_nobody(word: str) -> bool:
    """Whether a word is the name of what is no person."""
    return word.lower() in _NOBODY


def powers(words: set[str]) -> bool:
    """Whether some words make of a length an area or a volume."""
    return bool(_POWERS & words)
