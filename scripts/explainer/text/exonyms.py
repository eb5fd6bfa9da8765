"""What places and peoples are called in another language: Cologne for Köln and Kölner, Spanish for
españoles. States and many capitals are Unicode CLDR's (``cldr_places``); the rest is a table here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .cldr_places import CLDR_PLACES
from .folding import fold
from .languages import KEPT

_LANGUAGES = ("en", "de", "fr", "es")
# English / German / French / Spanish: cities, regions, rivers, seas and what else has a name in
# each. A space divides several names, the words of one have _ between them, * is any ending.
_PLACES = """
Cologne / Köln / Cologne / Colonia
Munich / München Münchner Münchener / Munich / Múnich
Nuremberg / Nürnberg / Nuremberg / Núremberg
Hanover / Hannover Hannoveraner / Hanovre / Hannover Hanóver
Brunswick / Braunschweig / Brunswick / Brunswick
Brussels / Brüssel Brüsseler / Bruxelles / Bruselas
Dresden / Dresden Dresdner / Dresde / Dresde
Bremen / Bremen Bremer / Brême / Bremen Brema
Hamburg / Hamburg / Hambourg / Hamburgo
Frankfurt / Frankfurt / Francfort / Fráncfort
Mainz / Mainz / Mayence / Maguncia
Trier Treves / Trier / Trèves / Tréveris
Aachen / Aachen / Aix-la-Chapelle / Aquisgrán
Regensburg Ratisbon / Regensburg / Ratisbonne / Ratisbona
Freiburg / Freiburg / Fribourg / Friburgo
Berlin / Berlin / Berlin / Berlín
Göttingen Goettingen / Göttingen Göttinger / Göttingen / Gotinga
Leipzig / Leipzig / Leipzig / Leipzig
Bavaria / Bayern bayrisch bayerisch / Bavière / Baviera
Saxony / Sachsen sächsisch / Saxe / Sajonia
Lower_Saxony / Niedersachsen niedersächsisch / Basse-Saxe / Baja_Sajonia
Saxony-Anhalt / Sachsen-Anhalt / Saxe-Anhalt / Sajonia-Anhalt
Thuringia / Thüringen Thüringer thüringisch / Thuringe / Turingia
Hesse / Hessen hessisch / Hesse / Hesse
North_Rhine-Westphalia / Nordrhein-Westfalen NRW / Rhénanie-du-Nord-Westphalie / Renania_del_Norte
Rhineland-Palatinate / Rheinland-Pfalz / Rhénanie-Palatinat / Renania-Palatinado
Mecklenburg / Mecklenburg-Vorpommern Mecklenburg / Mecklembourg-Poméranie / Mecklemburgo-Pomerania
Baden-Württemberg / Baden-Württemberg / Bade-Wurtemberg / Baden-Wurtemberg
Saarland / Saarland / Sarre / Sarre
Rhineland / Rheinland rheinisch / Rhénanie / Renania
Swabia / Schwaben schwäbisch / Souabe / Suabia
Franconia / Franken fränkisch / Franconie / Franconia
Black_Forest / Schwarzwald / Forêt-Noire / Selva_Negra
Lusatia / Lausitz / Lusace / Lusacia
Vienna / Wien / Vienne / Viena
Salzburg / Salzburg / Salzbourg / Salzburgo
Tyrol / Tirol / Tyrol / Tirol
Styria / Steiermark / Styrie / Estiria
Carinthia / Kärnten / Carinthie / Carintia
Zurich / Zürich Zürcher / Zurich / Zúrich
Basel Basle / Basel Basler / Bâle / Basilea
Bern Berne / Bern Berner / Berne / Berna
Geneva / Genf Genfer / Genève / Ginebra
Lucerne / Luzern / Lucerne / Lucerna
Lausanne / Lausanne / Lausanne / Lausana
Strasbourg / Straßburg / Strasbourg / Estrasburgo
Alsace / Elsass elsässisch / Alsace / Alsacia
Lorraine / Lothringen / Lorraine / Lorena
Brittany / Bretagne / Bretagne breton bretons bretonne / Bretaña
Normandy / Normandie / Normandie normand / Normandía
Burgundy / Burgund / Bourgogne / Borgoña
Corsica / Korsika / Corse / Córcega
Marseille Marseilles / Marseille / Marseille marseillais / Marsella
Lyon Lyons / Lyon / Lyon lyonnais / Lyon
Bordeaux / Bordeaux / Bordeaux bordelais / Burdeos
Toulouse / Toulouse / Toulouse toulousain / Tolosa Toulouse
Nice / Nizza / Nice niçois / Niza
Paris / Paris / Paris parisien parisienne / París
London / London Londoner / Londres londonien / Londres londinense
Edinburgh / Edinburgh / Édimbourg / Edimburgo
Scotland / Schottland schottisch / Écosse écossais / Escocia escocés escoceses
England / England englisch / Angleterre anglais / Inglaterra inglés ingleses
Wales / Wales walisisch / pays_Galles gallois / Gales galés
Northern_Ireland / Nordirland / Irlande_du_Nord / Irlanda_del_Norte
Great_Britain / Großbritannien britisch / Grande-Bretagne britannique / Gran_Bretaña
Cornwall / Cornwall / Cornouailles / Cornualles
Thames / Themse / Tamise / Támesis
Antwerp / Antwerpen Antwerpener / Anvers / Amberes
Ghent / Gent Genter / Gand / Gante
Bruges / Brügge / Bruges / Brujas
Liège Liege / Lüttich / Liège / Lieja
Flanders / Flandern flämisch / Flandre flamand / Flandes flamenco
Wallonia / Wallonien / Wallonie / Valonia
The_Hague / Den_Haag / La_Haye / La_Haya
Rotterdam / Rotterdam / Rotterdam / Róterdam
Amsterdam / Amsterdam / Amsterdam / Ámsterdam
Luxembourg / Luxemburg / Luxembourg / Luxemburgo
Rome / Rom römisch / Rome romain / Roma romano
Milan / Mailand Mailänder / Milan / Milán
Turin / Turin / Turin / Turín
Venice / Venedig venezianisch / Venise / Venecia
Florence / Florenz / Florence / Florencia
Naples / Neapel / Naples / Nápoles
Genoa / Genua / Gênes / Génova
Sicily / Sizilien sizilianisch / Sicile / Sicilia
Sardinia / Sardinien / Sardaigne / Cerdeña
Tuscany / Toskana / Toscane / Toscana
South_Tyrol / Südtirol / Tyrol_du_Sud / Tirol_del_Sur
Seville / Sevilla / Séville / Sevilla sevillano
Zaragoza Saragossa / Saragossa / Saragosse / Zaragoza
Cadiz / Cádiz / Cadix / Cádiz gaditano
Madrid / Madrid / Madrid / Madrid madrileño
Barcelona / Barcelona / Barcelone / Barcelona barcelonés
Valencia / Valencia / Valence / Valencia valenciano
Corunna / La_Coruña / La_Corogne / Coruña
Malaga / Málaga / Malaga / Málaga malagueño
Catalonia / Katalonien katalanisch / Catalogne catalan / Cataluña catalán catalanes
Andalusia / Andalusien andalusisch / Andalousie andalou / Andalucía andaluz
Basque_Country / Baskenland baskisch / Pays_basque / País_Vasco
Galicia / Galicien / Galice / Galicia gallego
Castile / Kastilien / Castille / Castilla
Navarre / Navarra / Navarre / Navarra
Aragon / Aragonien / Aragon / Aragón
Balearic_Islands Balearics / Balearen / Baléares / Baleares
Majorca Mallorca / Mallorca / Majorque / Mallorca
Canary_Islands Canaries / Kanaren Kanarischen / Canaries / Canarias canario
Lisbon / Lissabon / Lisbonne / Lisboa
Porto Oporto / Porto / Porto / Oporto
Warsaw / Warschau / Varsovie / Varsovia
Krakow Cracow / Krakau / Cracovie / Cracovia
Gdansk Danzig / Danzig / Gdansk Dantzig / Gdansk
Wroclaw / Breslau / Wroclaw / Breslavia
Prague / Prag / Prague / Praga
Bohemia / Böhmen böhmisch / Bohême / Bohemia
Moravia / Mähren / Moravie / Moravia
Silesia / Schlesien schlesisch / Silésie / Silesia
Kyiv Kiev / Kiew Kyjiw / Kiev Kyiv / Kiev Kyiv
Kharkiv / Charkiw / Kharkiv / Járkov
Kherson / Cherson / Kherson / Jersón
Odesa Odessa / Odessa / Odessa / Odesa
Lviv / Lwiw Lemberg / Lviv / Leópolis
Zaporizhzhia / Saporischschja / Zaporijjia / Zaporiyia
Crimea / Krim / Crimée / Crimea
Donbas / Donbass / Donbass / Donbás
Moscow / Moskau / Moscou / Moscú
St_Petersburg / Sankt_Petersburg / Saint-Pétersbourg / San_Petersburgo
Siberia / Sibirien sibirisch / Sibérie / Siberia
Kremlin / Kreml / Kremlin / Kremlin
Chechnya / Tschetschenien / Tchétchénie / Chechenia
Athens / Athen / Athènes / Atenas
Thessaloniki / Thessaloniki / Thessalonique / Salónica
Crete / Kreta / Crète / Creta
Copenhagen / Kopenhagen / Copenhague / Copenhague
Gothenburg / Göteborg / Göteborg / Gotemburgo
Lapland / Lappland / Laponie / Laponia
Bucharest / Bukarest / Bucarest / Bucarest
Belgrade / Belgrad / Belgrade / Belgrado
Transylvania / Siebenbürgen / Transylvanie / Transilvania
Beijing Peking / Peking / Pékin / Pekín
Shanghai / Schanghai Shanghai / Shanghai / Shanghái
Tibet / Tibet / Tibet / Tíbet
New_York / New_York / New_York / Nueva_York
New_Orleans / New_Orleans / La_Nouvelle-Orléans / Nueva_Orleans
Philadelphia / Philadelphia / Philadelphie / Filadelfia
California / Kalifornien / Californie / California
White_House / Weiß*_Haus* / Maison_Blanche / Casa_Blanca
Quebec / Québec Quebec / Québec / Quebec
Jerusalem / Jerusalem / Jérusalem / Jerusalén
Gaza / Gaza Gazastreifen / Gaza / Gaza
West_Bank / Westjordanland / Cisjordanie / Cisjordania
Mecca / Mekka / Mecque / Meca
Aleppo / Aleppo / Alep / Alepo
Cape_Town / Kapstadt / Le_Cap / Ciudad_del_Cabo
Alexandria / Alexandria / Alexandrie / Alejandría
Rhine / Rhein / Rhin / Rin
Danube / Donau / Danube / Danubio
Moselle / Mosel / Moselle / Mosela
Elbe / Elbe / Elbe / Elba
Meuse / Maas / Meuse / Mosa
Scheldt / Schelde / Escaut / Escalda
Seine / Seine / Seine / Sena
Rhône Rhone / Rhone / Rhône / Ródano
Tagus / Tajo / Tage / Tajo
Ebro / Ebro / Èbre / Ebro
Duero Douro / Duero / Duero / Duero
Dnieper Dnipro / Dnipro Dnjepr / Dniepr / Dniéper
Volga / Wolga / Volga / Volga
Vistula / Weichsel / Vistule / Vístula
Nile / Nil / Nil / Nilo
Lake_Constance / Bodensee / lac_Constance / lago_Constanza
Lake_Geneva / Genfersee Genfer / lac_Léman / lago_Lemán
North_Sea / Nordsee / mer_du_Nord / mar_Norte
Baltic_Sea / Ostsee / mer_Baltique / mar_Báltico
Mediterranean_Sea / Mittelmeer / Méditerranée / Mediterráneo
Black_Sea / Schwarze*_Meer* / mer_Noire / mar_Negro
English_Channel / Ärmelkanal / la_Manche / canal_Mancha
Alps / Alpen / Alpes / Alpes
Pyrenees / Pyrenäen / Pyrénées / Pirineos
Carpathians / Karpaten / Carpates / Cárpatos
Balkans / Balkan / Balkans / Balcanes
Scandinavia / Skandinavien / Scandinavie / Escandinavia
Middle_East / Nahe*_Osten* / Proche-Orient Moyen-Orient / Oriente_Medio Oriente_Próximo
European_Union EU / Europäische*_Union EU / Union_européenne UE / Unión_Europea UE
United_Nations UN / Vereinte*_Nationen UN UNO / Nations_unies ONU / Naciones_Unidas ONU
NATO / Nato NATO / Otan OTAN / OTAN
European_Commission / EU-Kommission Kommission / Commission_européenne / Comisión_Europea
European_Parliament / Europaparlament EU-Parlament / Parlement_européen / Parlamento_Europeo
Red_Cross / Rote*_Kreuz* / Croix-Rouge / Cruz_Roja
Security_Council / Sicherheitsrat / Conseil_sécurité / Consejo_Seguridad
Bundestag / Bundestag / Bundestag / Bundestag
"""
# Those of a land, and its adjectives: how they begin in each language.
_PEOPLES = """
German / deutsch / allemand / alem[aá]n
French / französ franzos / français / franc[eé]s
Spanish Spaniard / spanisch spanier / espagnol / español
Italian / italien / italien / italian
Portuguese / portugies / portugais / portugu[eé]s
Dutch / niederländ holländ / néerlandais hollandais / neerland holand
Belgian / belgi / belge / belga
Swiss / schweiz / suisse / suiz
Austrian / österreich / autrichien / austr[ií]ac
Polish Pole / polnisch pole / polonais / polac
Czech / tschech / tchèque / chec
Danish Dane / dänisch däne / danois / dan[eé]s
Swedish Swede / schwed / suédois / suec
Norwegian / norweg / norvégien / norueg
Finnish Finn / finn / finlandais finnois / finland[eé]s fin[eé]s
Greek / griech / grec / grieg
Turkish Turk / türk / turc turque / turc
Russian / russ / russe / rus
Ukrainian / ukrain / ukrainien / ucranian
Hungarian / ungar / hongrois / húngar
Romanian / rumän / roumain / ruman
Irish / ir(?:isch|e) / irlandais / irland[eé]s
British Briton / brit / britannique / británic
English / engl / anglais / ingl[eé]s
Scottish Scot / schott / écossais / escoc[eé]s
American / amerik / américain / american estadounidense
Mexican / mexikan / mexicain / mexican
Brazilian / brasil / brésilien / brasile
Chinese / chines / chinois / chin[oa]
Japanese / japan / japonais / japon[eé]s
Indian / ind(?:isch|er) / indien / indi[oa]
Israeli / israel / israélien / israelí
Syrian / syr / syrien / siri[oa]
Moroccan / marokk / marocain / marroqu
African / afrik / africain / african
European / europä / européen / europe
Arab / arab / arabe / árabe
Muslim / muslim / musulman / musulm[aá]n
Catholic / kathol / catholique / católic
Protestant / evangel protest / protestant / protestante
Christian / christ / chrétien / cristian
Jewish Jew / jüd jude / juif juive / jud[ií]
"""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SMALL = frozenset("der die das den dem des und the and of la le les el los du de del".split())
# What stands between the words of a name, and what one has behind it: Kölner, Berlins, sevillanas.
_BETWEEN = r"(?:\s|-)(?:(?:de|du|des|del|la|las|los|les|of|the)\s|[dl]')*"
_ENDS = r"(?:e?s|er[ns]?|r|e?n|e|as?|os?)?"


class _Row(NamedTuple):
    """What something is called: what finds it in each language, as an expression, and the words of
    its names, in small letters."""

    found_by: tuple[str, ...]
    words: tuple[frozenset[str], ...]


@lru_cache(KEPT)
def called_elsewhere(text: str, tag: str) -> frozenset[str]:
    """The words, in small letters, by which the language ``tag`` calls the places and peoples that
    a text in another language names."""
    into = _LANGUAGES.index(tag) if tag in _LANGUAGES else 0
    return frozenset().union(*(row.words[into] for row in _named_in(text, into)))


def is_called_so(name: str, text: str) -> bool:
    """Whether a name is that of a place or a people which a text names, in whatever language."""
    words = {word.lower() for word in _WORD.findall(fold(name))} - _SMALL
    return bool(words) and any(words <= side for row in _named_in(text) for side in row.words)


def _named_in(text: str, but: int | None = None) -> Iterator[_Row]:
    """The rows of what a text names, ``but`` in the language of that column."""
    text = fold(text)
    begins = {word[:_FIRST].lower() for word in _WORD.findall(text)}
    rows = {i: row for begin in begins for i, row in _places().get(begin, ())}
    for row in (*rows.values(), *_peoples()):
        if any(_compiled(one).search(text) for i, one in enumerate(row.found_by) if i != but):
            yield row


def is_a_place(name: str) -> bool:
    """Whether a name is that of a place in the tables, in any of the languages."""
    return fold(name).lower() in _every_name()


@cache
def _every_name() -> frozenset[str]:
    names = (name for line in _lines() for side in line.split("/") for name in side.split())
    return frozenset(fold(name.replace("_", " ").replace("*", "")).lower() for name in names)


@cache
def _lines() -> tuple[str, ...]:
    """The rows of places: those of CLDR have one name a language."""
    phrases = CLDR_PLACES.strip().replace(" / ", "/").replace(" ", "_").replace("/", " / ")
    return (*phrases.splitlines(), *_PLACES.strip().splitlines())


_FIRST = 3  # letters by which a row is looked up


@cache
def _places() -> dict[str, list[tuple[int, _Row]]]:
    """The rows of places, each with its number, by how a word of their names begins."""
    found: dict[str, list[tuple[int, _Row]]] = defaultdict(list)
    for i, line in enumerate(_lines()):
        sides = [side.split() for side in line.split("/")]
        by = (*(_expression("|".join(map(_of_name, side)), _ENDS) for side in sides),)
        row = _Row(by, (*(frozenset(_words_of(side)) for side in sides),))
        for begin in {word[:_FIRST] for words in row.words for word in words}:
            found[begin].append((i, row))
    return found


@cache
def _peoples() -> tuple[_Row, ...]:
    rows = []
    for line in _PEOPLES.strip().splitlines():
        sides = [side.split() for side in line.split("/")]
        by = (*(_expression(rf"(?i:{'|'.join(side)})\w{{0,5}}") for side in sides),)
        rows.append(_Row(by, (*(frozenset(_words_of(side)) for side in sides),)))
    return (*rows,)


def _expression(names: str, ends: str = "") -> str:
    return rf"(?<!\w)(?:{names}){ends}(?!\w)"


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """An expression, compiled when it is first asked for: most rows never are."""
    return re.compile(expression)


def _of_name(name: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in fold(name).split("_"))
    return _BETWEEN.join(words)


def _words_of(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (
            w.lower() for w in _WORD.findall(fold(name.replace("_", " "))) if "[" not in name
        )
