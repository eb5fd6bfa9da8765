"""Words by which a name says what kind of number it is: which way something went, on which side,
how it is measured; one table a language. Of a language without a row nothing is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .units import is_currency, is_measure, is_time, unit_of, units_in

PREPOSITIONS = frozenset(
    "in on at by from to with into onto over under about around against between through during"
    " without within across near behind beside above below inside outside towards via for of"
    " auf aus bei mit nach vor zu zum zur über unter um gegen ohne durch für vom beim ins am im ans"
    " von an zwischen neben hinter à au aux dans en sur sous avec sans chez vers contre entre"
    " pendant durant de du des par pour a con sin por sobre bajo hasta hacia ante para al"
    " del".split()
)
# Neither measures nor nouns that anything has so many of.
NO_COUNTS = frozenset(
    "crowns kronor kroner krone kronen koruna dirhams dinars riyals rials pesos reais rand baht"
    " forint lei marks mark points punkte puntos times fois veces mal place".split()
)
_LENGTHS = units_in("mm cm metres km miles feet inches yards")
_AREAS = units_in("acres hectares") | _LENGTHS
_WEIGHTS = units_in("grams kg tonnes")
_DEGREES = units_in("degrees")


@dataclass(frozen=True)
class Naming:
    """Each pair of ``contraries`` has words of the one side and of the other, as expressions;
    the first is up and down. ``more`` and ``less`` are up and down behind a number alone, since
    before it they say how exact it is. ``aim`` and ``against`` are the sides of a vote. ``to`` and
    ``by`` stand between a change and what it came to, or how much it was. ``kinds`` are what is
    measured, by how; ``moves`` are verbs of coming from one number to another. ``did`` is how a
    verb looks. ``of_all`` begins a whole before its part, ``every`` says that it is one. ``since``
    stands before what something came from; ``spent`` are verbs by which
    money goes; ``after`` and ``former`` are what it came to and from."""

    contraries: tuple[tuple[str, str], ...]
    more: str
    less: str
    moves: str
    aim: str
    against: str
    to: str
    by: str
    count: str
    share: str
    average: str
    total: str
    forecast: str
    actual: str
    change: str
    kinds: Mapping[str, str]
    did: str
    of_all: str
    ago: str
    aged: str
    every: str
    spent: str
    money: str
    since: str
    after: str
    former: str


NAMING: Mapping[str, Naming] = {
    "en": Naming(
        contraries=(
            (
                r"rise[sn]?|rising|rose|increas\w*|gr[eo]w\w*|climb\w*|adds?|added|soar\w*|jump\w*|surg(?:e[sd]?|ing)"
                r"|(?:went|gone|goes|go) up|up(?= (?:by|from|\d|£|\$|€))",
                r"fall(?:s|en|ing)?|fell|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|s[aiu]nk"
                r"|slump\w*|(?:went|gone|goes|go) down|cuts?|cutting"
                r"|down(?= (?:by|from|\d|£|\$|€))|reduc\w*",
            ),
            (r"profits?|surplus\w*|gain\w*|earn\w*", r"loss|losses|lost|los(?:es?|ing)|deficits?"),
            (r"buy\w*|bought|purchas\w*", r"sold|sell\w*|sales?"),
            (r"hir(?:e[sd]?|ing)|recruited", r"laid off|layoffs?|sack\w*|dismiss\w*"),
            (r"(?:re)?open(?:s|ed|ing)?", r"clos(?:e[ds]?|ing|ures?)|shut"),
            (r"imports?|imported", r"exports?|exported"),
            (r"faster|quicker", r"slower"),
        ),
        more="more|higher|above|longer|dearer",
        less="less|fewer|lower|below|under|shorter|cheaper",
        moves="(?!)",
        aim="for|favou?r|support(?:s|ed|ing)?|back(?:s|ed|ing)?",
        against="against|oppose[sd]?|opposing|opposition|no[- ]votes?|rejected",
        to="to|from",
        by="by|adds?|added",
        count="numbers?|count",
        share="share|proportion|percentage",
        average="average|mean|median|typical\\w*",
        total="total",
        forecast="forecasts?|hop(?:e[sd]?|ing)|predicted|projected|expected|planned|targets?|budgeted",
        actual="actual(?:ly)?|so far",
        change="chang\\w*|differ\\w*|gap|swing|extra|addition\\w*|added|rais\\w*|growth|sav\\w+"
        r"|improve\w*|surcharge|\w+er than",
        kinds={
            "money": "costs?|prices?|fares?|fees?|wages?|salary|salaries|rents?|debts?|budget"
            "|revenues?|income|spending|expenses",
            "time": "duration|ages?|time|when|how old",
            "far": "distance|length|how long",
            "length": "height|width|depth|how far",
            "area": "area",
            "weight": "weight",
            "degrees": "temperatures?",
        },
        did=r"\w{2,}(?:ed|ing)|died|lost|sold|won|built|shut|hurt|cut|left|f[ae]ll|rose|sank|came"
        r"|bought|paid|spent|forecast|went|took|made|gave|held|kept|fled|broke|burnt|live[sd]?|pays?|find"
        r"|costs?|owes?|earns?|runs?|lasts",
        of_all="of|among|out of",
        ago="earlier|ago|before|previous(?:ly)?",
        aged=r"(?:age[ds]?|old|older|\w+-old)",
        every="all|every|total|in all|altogether",
        spent=r"spen[dt]\w*|went|goes|go|paid|pays?|invest\w*",
        money="money|funds",
        since="from",
        after="after|now|new|current(?:ly)?",
        former=r"before|former(?:ly)?|earlier|previous(?:ly)?|old|so far|initial(?:ly)?"
        r"|original\w*",
    ),
    "de": Naming(
        contraries=(
            (
                r"(?:an|ge|ange)?st(?:ei|ie)g\w*|\w*(?:anstieg|zuwachs|zunahme|plus)\w*|zugenommen"
                r"|nahm\w* .*\bzu"
                r"|(?:ge)?w[auä]chs\w*|\w*erhöh\w*|\w*wachstum\w*",
                r"s[aiu]nk\w*|gesunken|fiel\w*|fäll\w*|gefallen|\w*rückgang\w*|\w*einbruch\w*|\w*einbrüche"
                r"|zurückgegangen|abnahme\w*|ging\w* .*\bzurück|abgenommen|nahm\w* .*\bab"
                r"|verringer\w*|gesenkt\w*|\w*senkung\w*|schrumpf\w*|geschrumpft|\w*minus",
            ),
            (r"gewinn\w*|gewann\w*|überschuss\w*", r"verlust\w*|verlor\w*|verlier\w*|defizit\w*"),
            (r"kauf\w*|gekauft\w*", r"verkauf\w*"),
            (r"eingestellte?\w*|übernommen\w*", r"entlass\w*|gekündigt\w*"),
            (r"(?:ge|er)?öffne\w*|eröffnung\w*", r"geschlossen\w*|schließ\w*|gesperrt\w*"),
            (r"import\w*|einfuhr\w*", r"export\w*|ausfuhr\w*"),
            (r"schneller", r"langsamer"),
        ),
        more="mehr|höher\\w*|länger|teurer|mehrkosten",
        less="weniger|niedriger\\w*|kürzer|billiger|ersparnis",
        moves="(?!)",
        aim="für|dafür|befürwort\\w*|unterstütz\\w*|ja-stimmen",
        against="gegen|dagegen|abgelehnt|ablehnung|lehnt?en?|lehnten?|gegenstimmen|nein-stimmen",
        to="auf|von",
        by="um",
        count="zahl|anzahl",
        share="anteil|prozentsatz",
        average="schnitt|durchschnitt\\w*|mittel|mittlere\\w*|median",
        total="gesamt\\w*|insgesamt",
        forecast="prognose\\w*|erwartet\\w*|geplant\\w*|voraussichtlich\\w*|ziel",
        actual="tatsächlich\\w*|bisher",
        change="(?:ver)?änder\\w*|unterschied\\w*|zusätzlich\\w*|zuschlag|aufschlag|\\w+er als",
        kinds={
            "money": "\\w*kosten|\\w*preise?s?|gebühr\\w*|miete\\w*|lohn|löhne|gehalt|gehälter"
            "|schulden|ausgaben|einnahmen",
            "time": "dauer|(?:durchschnitts)?alter|(?:warte|fahr|reise|lauf|bau)?zeit"
            "|(?:seit )?wann|wie alt|wie lange",
            "far": "länge|entfernung|abstand|wie lang",
            "length": "höhe|breite|tiefe",
            "area": "fläche",
            "weight": "gewicht",
            "degrees": "temperatur\\w*",
        },
        did=r"[a-zäöüß-]+",
        of_all="von|unter",
        ago="zuvor|vorher|früher|vorjahr\\w*",
        aged=r"\w*(?:alt|älter|jährig|geboren)",
        every=r"alle[rn]?|sämtliche\w*|gesamt\w*|insgesamt",
        spent=r"ausgegeben|gesteckt|investier\w*|gezahlt|floss\w*|geflossen|gingen|ging",
        money="gelder|geld",
        since="von",
        after=r"nach|neue[rsnm]?|heutige\w*|heute|jetzt|jetzige\w*|aktuell\w*",
        former=r"vor|vorher\w*|früher\w*|zuvor|bisher\w*|ehemalig\w*|anfangs|anfänglich\w*",
    ),
    "fr": Naming(
        contraries=(
            (
                r"hauss\w*|augment\w*|progress\w*|mont(?:é|ée|és|ées|er?|era|eront|ent|aient)|accr[uo]\w*"
                r"|croissance|accroiss\w*|renchéri\w*",
                r"baiss\w*|recul\w*|diminu\w*|chut\w*|tombé\w*|réduc\w*|réduit\w*",
            ),
            (r"gains?|gagn\w*|bénéfices?|excédents?", r"pertes?|perdu\w*|perd\w*|déficits?"),
            (r"achats?|achet\w*", r"vend\w*|ventes?"),
            (r"embauch\w*|recrut\w*", r"licenci\w*"),
            (r"r?ouv(?:r|ert)\w*", r"ferm(?:é|ée|és|ées|er|ent|eture|etures)"),
            (r"import\w*", r"export\w*"),
            (r"plus vite|plus rapides?", r"plus lente?s?|moins vite"),
        ),
        more="plus|supplément\\w*|surcoûts?",
        less="moins|économies?",
        moves="pass(?:er|e|é|ée|és|ées|era|eront|ait|ent)",
        aim="pour|faveur|soutien\\w*|favorables?",
        against="contre|opposés?|opposées?|rejet\\w*",
        to="à|atteindre",
        by="de|d",
        count="nombre",
        share="part|proportion|pourcentage",
        average="moyen|moyenne|moyens|moyennes|médiane?",
        total="total|totale|totaux",
        forecast="prévus?|prévues?|prévisions?|attendus?|attendues?|objectif",
        actual="jusqu['’]ici|réels?|réelles?|effectifs?",
        change="chang\\w*|écarts?|évolution|variation|différence"
        "|sur(?:coût|plus|tax|charg)\\w*|\\w+ que",
        kinds={
            "money": "coûts?|prix|tarifs?|loyers?|salaires?|dettes?|dépenses?|recettes?|budget",
            "time": "durée|âges?|délais?|(?:depuis )?quand|combien de temps",
            "far": "longueur",
            "length": "distance|hauteur|largeur|profondeur",
            "area": "surface|superficie",
            "weight": "poids",
            "degrees": "températures?",
        },
        did=r"\w{2,}(?:é|ée|és|ées|er|ent|ait|ant|era|eront|ira|iront)|perdu\w*|vendu\w*|mortes?|voté|coûte|compte|mesure|dure"
        r"|vaut|paie|pèse",
        of_all="sur|des|parmi",
        ago="plus tôt|auparavant|avant|précédente?s?",
        aged=r"âgée?s?|âges?|ans|né|née",
        every=r"tous|toutes|total\w*|totaux|ensemble",
        spent=r"dépens\w*|consacr\w*|investi\w*|pay\w*|affect\w*",
        money="argent",
        since="de d",
        after=r"après|nouve(?:au|aux|lle|lles)|désormais|actuel\w*|maintenant",
        former=r"avant|ancien\w*|auparavant|précédent\w*|initial\w*",
    ),
    "es": Naming(
        contraries=(
            (
                r"sub(?:ió|ieron|id[ao]s?|en?|ir|irá|irán)|aument\w*|crec(?!ida)\w*|increment\w*|alza|encarec\w*",
                r"baj(?:ó|aron|ad[ao]s?|an?|ar|ará|arán)|ca(?:yó|yeron|íd[ao]s?|en?|er|erá|erán)|descen\w*|disminu\w*"
                r"|redu[cj]\w*|abarat\w*",
            ),
            (
                r"gan(?:ó|aron|ado|ancias?)|beneficios?|superávit",
                r"pérdidas?|perd\w*|pierd\w*|déficit",
            ),
            (r"compr(?:a|as|ó|aron|ad\w+|ar)", r"vend\w*|ventas?"),
            (r"contrat\w*", r"despid\w*|despedid\w*"),
            (r"(?:re)?ab(?:r|iert)\w*|apertura\w*", r"cerr\w*|cierr\w*"),
            (r"import(?:a|ó|aciones|ación)", r"export\w*"),
            (r"más rápid[oa]s?", r"más lent[oa]s?"),
        ),
        more="más",
        less="menos",
        moves="pas(?:ó|a|aron|an|ará|arán|ado)",
        aim="favor|apoy\\w*",
        against="contra|opuest[oa]s?|rechaz\\w*",
        to="a|hasta",
        by="un|unos|en",
        count="número",
        share="proporción|porcentaje",
        average="medi[ao]s?|promedio|mediana",
        total="total|totales",
        forecast="previst\\w*|previsión|previsiones|esperad\\w*|objetivo",
        actual="hasta ahora|real|reales",
        change="cambi\\w*|diferencia|variación|adicional\\w*|recargo|ahorro",
        kinds={
            "money": "costes?|costos?|precios?|tarifas?|alquiler\\w*|salarios?|deudas?|gastos?"
            "|ingresos?",
            "time": "duración|edad|edades|tiempo|(?:desde )?cuándo|cuánto tiempo",
            "far": "longitud",
            "length": "distancia|altura|anchura|profundidad",
            "area": "superficie",
            "degrees": "temperaturas?",
        },
        did=r"\w{2,}(?:[ai]d[oa]s?|ó|aron|ieron|ab[ae]n?|ían?|[aei]r(?:á|án))|muert[oa]s?|cuesta"
        r"|mide|dura|pesa|paga",
        of_all="de|entre",
        ago="antes|anterior(?:es)?|atrás",
        aged=r"edad|edades|años|nacid[oa]",
        every=r"tod[oa]s|total(?:es)?|conjunto",
        spent=r"gast\w*|invirt\w*|invert\w*|destin\w*|pag\w*",
        money="dinero",
        since="de",
        after=r"después|tras|nuev[oa]s?|actual(?:es)?|ahora",
        former=r"antes|anterior(?:es)?|antigu[oa]s?|previ[oa]s?|inicial\w*",
    ),
}


@cache
def words_like(expression: str) -> re.Pattern[str]:
    """An expression for whole words that look like one of a table."""
    return re.compile(rf"(?<![\w-])(?:{expression})(?!\w)", re.IGNORECASE)


def measured_as(unit: int | None) -> str:
    """What kind of measure a unit is; empty for what is counted and for percent."""
    if not is_measure(unit) or unit is None or unit == unit_of("%"):
        return ""
    if is_currency(unit):
        return "money"
    if is_time(unit):
        return "time"
    some = (("length", _LENGTHS), ("area", _AREAS), ("weight", _WEIGHTS), ("degrees", _DEGREES))
    return next((kind for kind, units in some if unit in units), "other")


FITTING: Mapping[str, frozenset[str]] = {  # how what a name says may be measured
    "money": frozenset({"money"}),
    "time": frozenset({"time"}),
    "far": frozenset({"length", "time"}),
    "length": frozenset({"length"}),
    "area": frozenset({"area", "length"}),
    "weight": frozenset({"weight"}),
    "degrees": frozenset({"degrees"}),
}
