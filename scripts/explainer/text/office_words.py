"""Offices and bodies, and what they are for, in the languages of the sources: which word of one
means what a word of another does. A German word may have several: Bundesinnenministerium."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .folding import fold
from .languages import KEPT

# English / German / French / Spanish: how the words begin; in German, what is anywhere in one.
_ROWS = """
president / präsident / président / president
deputy vice assistant / vize stellvert / vice adjoint suppléant / vice adjunt teniente suplente
former ex- / ehemalig frühere früherer ex- vormalig alt- / ancien ex- / ex- antigu anterior
acting interim / amtierend kommissarisch geschäftsführend / intérim intérimaire / funciones interin
honorary / ehren / honoraire honneur / honorari honor
premier prime / premier ministerpräsident / premier première / primer
chancellor / kanzler / chanceli / canciller
minister / minister / ministre / ministr consejer
secretary / sekretär / secrétaire / secretari
mayor mayoress / bürgermeister stadtpräsident schultheiß / maire bourgmestre / alcald
head chief leader boss lead director manager chair commissioner principal executive heads leads
 / leiter chef vorsitz vorstand vorsteh direktor führer dezernent beauftragt oberhaupt obmann
 referent schulleit landrat
 / chef directeur directrice responsable dirigeant patron président gérant tête
 / jefe jefa director responsable dirigente líder gerente titular presidente presidenta consejer
 concejal delegad
councillor alderman / dezernent stadtrat stadträt gemeinderat gemeinderät beigeordnet ratsherr
 ratsfrau referent / conseill adjoint élu / concejal consejer edil regidor
spokes / sprecher / porte-parole / portavoz vocer
governor prefect / gouverneur statthalter regierungspräsident / gouverneur préfet préfète préfect
 / gobernador prefect delegad
ambassador / botschafter / ambassad / embajador
judge magistrate / richter / juge magistrat / juez jueza magistrad
prosecutor attorney / staatsanw / procureur / fiscal procurador
lawyer attorney solicitor barrister counsel / anwalt anwält verteidiger jurist / avocat / abogad
 letrad
general / general / général / general
officer commander commissioner inspector superintendent captain colonel
 / kommandeur kommandant kommissar offizier hauptmann oberst einsatzleit inspektor
 / officier commandant commissaire inspecteur capitaine colonel / oficial comandante comisari
 inspector capitán coronel
police / polizei / polic gendarm / polic
fire firefighter / feuerwehr brand / pompier incendie / bomber incendi
professor lecturer teacher / professor dozent lehrer lehrkraft / professeur enseignant maître
 institut / profesor catedrátic maestr docente
doctor physician surgeon / arzt ärzt chirurg medizin / médecin docteur chirurgien / médic doctor
 cirujan
nurse carer / pfleger pflegekraft krankenschwester / infirmi soignant / enferm
researcher scientist scholar expert economist historian engineer
 / forsch wissenschaft expert ökonom historiker ingenieur fachleut fachmann fachfrau
 / chercheu scientifique expert économiste historien ingénieur spécialiste
 / investigador científic expert economista historiador ingenier especialista
member mp legislator lawmaker / mitglied abgeordnet / membre député parlementaire
 / miembro diputad parlamentari
senator / senator / sénat / senador
king queen monarch prince princess / könig prinz fürst / roi reine prince / rey reina príncipe
 princesa
bishop archbishop priest pastor / bischof bischöf pfarrer pastor / évêque archevêque prêtre curé
 pasteur / obispo arzobispo cura sacerdote pastor
owner founder / inhaber eigentümer besitzer gründer / propriétaire fondat / dueñ propietari fundador
driver pilot captain skipper / fahrer pilot kapitän / conduct pilot capitaine chauffeur
 / conductor pilot capitán patrón
farmer fisher / bauer bäuer landwirt fischer winzer / agricult paysan pêcheur éleveur vigneron
 / agricult ganader pescador
worker employee staff / arbeiter mitarbeit angestellt beschäftigt / ouvri employé salarié
 / trabajador emplead obrer
ministry department / ministeri ressort / ministère / ministeri consejería departamento
office authority agency department service directorate
 / amt behörde agentur dezernat referat direktion dienst
 / office autorité agence service direction bureau / oficina autoridad agencia servicio dirección
 delegación
government cabinet administration / regierung kabinett / gouvernement / gobierno ejecutivo
parliament assembly diet / parlament landtag bundestag / parlement assemblée / parlamento asamblea
 cortes congreso
council / rat räte ausschuss / conseil / consejo ayuntamiento concejo pleno
court tribunal / gericht kammer / tribunal cour / tribunal juzgado corte audiencia
committee commission board panel / ausschuss kommission gremium komitee / comité commission
 / comité comisión
association federation league union society chamber
 / verband bund vereinigung verein kammer gesellschaft
 / association fédération ligue union syndicat société chambre
 / asociación federación liga unión sociedad cámara sindicato
union / gewerkschaft / syndic / sindic
party group faction / partei fraktion / parti groupe / partido grupo
company firm corporation group business
 / unternehmen firma konzern gesellschaft betrieb werk / entreprise société groupe compagnie
 / empresa compañía sociedad grupo
bank / bank / banque / banco
university college / universität hochschule uni / université / universidad
school / schul / école lycée collège scolaire / escuela colegio instituto escolar
hospital clinic / krankenh klinik spital / hôpital clinique hospital / hospital clínic
institute / institut / institut / instituto
museum gallery library theatre / museum bibliothek bücherei theater / musée bibliothèque théâtre
 / museo biblioteca teatro
foundation fund trust / stiftung fonds / fondation fonds / fundación fondo
federal / bund / fédéral / federal
state land länder regional / land länder / land länder état / estad land lander
national / national staat / national / nacional estatal
regional region district county province provincial
 / regional region kreis bezirk provinz land / région départem canton provinc district
 / region autonómic comarc provinc distrit
city cities municipal town local village / stadt städt gemeinde kommun
 / ville municipal communal local
 mairie commune village / ciudad municipal local ayuntamiento pueblo alcaldía
interior home / innen inner / intérieur / interior
foreign external / auswärtig außen / étranger extérieur / exterior
finance treasury budget treasurer / finanz haushalt kämmer schatz / finance budget trésor
 / hacienda finanz presupuest tesor
defence defense / verteidigung wehr / défense armée / defensa
health / gesundheit / santé / salud sanidad sanitari
education schools / bildung schul kultus unterricht / éducation enseignement / educación educativ
social welfare / sozial fürsorge / social affaires / social asuntos bienestar
affairs matters / angelegenheit ressort dezern / affaires / asuntos
environment environmental / umwelt naturschutz / environnement écolog / medio ambiente ambiental
economy economic economics business / wirtschaft ökonom / économi / econom
transport traffic transportation mobility / verkehr mobilität / transport mobilité circulation
 / transport tráfico movilidad
justice legal / justiz recht / justice juridique / justicia jurídic
labour labor employment work / arbeit beschäftigung / travail emploi / trabajo empleo
agriculture agricultural farm farming / landwirtschaft agrar ernährung / agricult / agricult agrari
family families youth children / famili jugend kinder / famille jeunesse enfan / famili juventud
 infan menores
women equality / frauen gleichstellung / femmes égalité / mujer igualdad
culture cultural arts / kultur kunst / cultur / cultur
housing building construction planning planner
 / bau wohn planung / logement construction urbanisme / vivienda urbanis construcción obras
energy power / energie strom / énerg / energ eléctric
digital technology / digital technik technisch / numérique technique / digital técnic
research science / forschung wissenschaft / recherche science / investigación ciencia
trade commerce consumer / handel verbraucher / commerce consommat / comercio consum
security safety order / sicherheit ordnung / sécurité ordre / seguridad orden
migration integration refugee asylum immigration
 / migration integration flüchtling asyl ausländer / migration intégration réfugié asile immigration
 / migracion integración refugiad asilo inmigra
sport sports / sport / sport / deport
climate / klima / climat / clima
water waste / wasser abwasser abfall / eau eaux déchets / agua residuos
port harbour harbor / hafen / port / puerto portuari
rail railway railways train / bahn / ferroviaire chemin rail sncf / ferrocarril ferroviari renfe
tourism / tourismus / tourisme / turismo
press media communications / presse medien kommunikation / presse communication média
 / prensa comunicación medios
personnel human staff / personal / personnel ressources / personal recursos
constitutional / verfassung / constitution / constitucion
supreme high highest / oberst obere ober bundesgericht / suprême haute / suprem superior
statistics statistical / statisti / statisti / estadístic
labourers employers / arbeitgeber / patron employeur / patronal empresari
tenant tenants / miet / locataire / inquilin
consumer / verbraucher / consommat / consumidor
students student pupils / studier student schüler / étudiant élève / estudiant alumn
church / kirche / église / iglesia
navy army armed military forces / marine heer armee militär streitkräfte bundeswehr
 / marine armée militaire forces / marina ejército militar fuerzas armada
intelligence secret / geheimdienst nachrichtendienst verfassungsschutz / renseignement secret
 / inteligencia secret
europe european / europa europä eu- / europ / europe
"""
_LANGUAGES = ("en", "de", "fr", "es")
_SHORT, _CASE = 4, "(?:e?s|e|en)?"
_SMALL = frozenset("of the and for in at to on de des du la le les et el los del y der die".split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEPT = ("deputy", "former", "acting", "honorary")  # an office without these is another


@lru_cache(KEPT)
def unsaid(title: str, tag: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The words for offices and bodies in a title, which is in the language ``tag``, that texts in
    other languages have no word for."""
    there = meant_elsewhere(frozenset(word for text in texts for word in _words(text)), tag)
    own = ((word, meant(word, tag)) for word in _words(title))
    return (*(word for word, rows in own if rows and not rows & there),)


def meant(word: str, tag: str) -> frozenset[int]:
    """The rows here that a word of the language ``tag`` belongs to."""
    return _of(word.lower(), tag) if tag in _LANGUAGES else frozenset()


def meant_elsewhere(words: frozenset[str], tag: str) -> frozenset[int]:
    """The rows that some words belong to in any language but ``tag``."""
    return frozenset().union(*(_others(word.lower(), tag) for word in words))


def left_out(title: str, tag: str, texts: tuple[str, ...]) -> str:
    """What texts in other languages have with each word for the office of a title, and the title
    has not, in English: deputy, former. Empty if there is nothing."""
    own = frozenset(row for word in _words(title) for row in _of(word, tag))
    for name in _KEPT:
        (row,) = _of(name, "en")
        if row not in own and texts and all(_qualified(own, tag, row, one) for one in texts):
            return name
    return ""


def _qualified(office: frozenset[int], tag: str, row: int, text: str) -> bool:
    """Whether each word of a text for an office has a word of a row in it, or beside it."""
    rows = [_others(word, tag) for word in _words(text)]
    found = [i for i, one in enumerate(rows) if one & office & _held()]
    return bool(found) and all(
        any(row in one for one in rows[max(i - 2, 0) : i + 2]) for i in found
    )


@cache
def _held() -> frozenset[int]:
    """The rows of what somebody is, not of where."""
    return frozenset(range(min(_of("ministry", "en"))))


def _words(text: str) -> list[str]:
    words = (word.lower() for word in _WORD.findall(fold(text)))
    return [word for word in words if word not in _SMALL]


def _others(word: str, tag: str) -> frozenset[int]:
    """The rows that a word belongs to in any other language."""
    return frozenset().union(*(_of(word, one) for one in _LANGUAGES if one != tag))


@cache
def _of(word: str, tag: str) -> frozenset[int]:
    """The rows that a word in small letters belongs to in a language."""
    rows = _rows()[_LANGUAGES.index(tag)]
    return frozenset(i for i, row in enumerate(rows) if row.match(word))


@cache
def _rows() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """An expression for each row, by languages. A short German word begins or ends another."""
    lines = [line.split("/") for line in _ROWS.strip().replace("\n ", " ").split("\n")]
    found = list[tuple[re.Pattern[str], ...]]()
    for tag, sides in zip(_LANGUAGES, zip(*lines, strict=True), strict=True):
        some = [[*map(re.escape, side.split())] for side in sides]
        if tag == "de":
            some = [
                [f".*{w}" if len(w) > _SHORT else f"(?:.*{w}{_CASE}$|{w})" for w in side]
                for side in some
            ]
        found.append((*(re.compile("|".join(side)) for side in some),))
    return (*found,)


# Whom money may be asked of: what is the same body is in one line.
_BODIES = (
    "federal government national ministry minister",
    "state regional",
    "city mayor",
    "europe",
    "court",
    "church",
    "bank",
    "company",
    "union",
    "hospital",
    "university",
)


def bodies(text: str, tag: str) -> frozenset[int]:
    """The bodies that a text in the language ``tag`` names, by their lines."""
    return _in_lines(frozenset(row for word in _words(text) for row in _of(word, tag)))


def bodies_elsewhere(text: str, tag: str) -> frozenset[int]:
    """The bodies that a text in any other language names."""
    return _in_lines(meant_elsewhere(frozenset(_words(text)), tag))


def _in_lines(rows: frozenset[int]) -> frozenset[int]:
    lines = ({row for word in line.split() for row in _of(word, "en")} for line in _BODIES)
    return frozenset(i for i, line in enumerate(lines) if line & rows)
