"""The wider words for numbers and dates, which are looked for in what editors write: fractions,
multiples, ordinals, months, days of the week, and words that say how exact a number is.

In a source they are not looked for: there, nearly every third is no quantity. In what editors write
the words of all listed languages count at once, whatever the pages' language. A word that is mostly
no number ("one", "first", "second", "once", "both") is none here either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from .exactness import BOUNDS
from .language import Shares as Shares
from .languages import LANGUAGES, Language
from .word_lists import in_order, of_so_many, parts_of, tens

Words = Mapping[str, int]


@dataclass(frozen=True, eq=False)
class Wider:
    """The wider tables of one language. Keys of ``counted``, the words of ``bounds`` and ``idioms``
    are regular expressions; idioms are matched in the case in which they are written."""

    nth: Words = field(default_factory=dict)  # third, fourth
    shares: Shares = field(default_factory=dict)  # behind how many of them: two thirds
    one: tuple[str, ...] = ()  # how many of a share, where it is one: a third
    counted: Shares = field(default_factory=dict)  # twice, half; "" where it says no number
    folds: tuple[str, ...] = ()  # right behind a number: tenfold
    minus: tuple[str, ...] = ()
    point: tuple[str, ...] = ()  # between the digits of a number in words: two point four
    months: Words = field(default_factory=dict)
    short_months: Words = field(default_factory=dict)  # only beside a number: 15 Aug
    weekdays: Words = field(default_factory=dict)  # Monday is 0
    bounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # how exact a number is
    idioms: tuple[str, ...] = ()  # no number or date, though it has a word for one


WIDER = {
    "en": Wider(
        nth=in_order(
            "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
            " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
            3,
        )
        | tens("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
        | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9},
        shares=parts_of(
            "half/halves third/thirds quarter/quarters/fourth/fourths fifth/fifths sixth/sixths"
            " seventh/sevenths eighth/eighths ninth/ninths tenth/tenths eleventh/elevenths"
            " twelfth/twelfths",
            2,
        )
        | parts_of("twentieth/twentieths", 20)
        | parts_of("hundredth/hundredths", 100)
        | parts_of("thousandth/thousandths", 1000),
        one=("a", "one"),
        counted={
            "half": "0.5",
            "halv(?:es?|ed|ing)": "0.5",
            "quarter(?= of )": "0.25",
            "twice": "2",
            "thrice": "3",
            "doubl(?:es?|ed|ing)": "2",
            "(?:tripl|trebl)(?:es?|ed|ing)": "3",
            "quadrupl(?:es?|ed|ing)": "4",
            "quintupl(?:es?|ed|ing)": "5",
            "sextupl(?:es?|ed|ing)": "6",
            "decupl(?:es?|ed|ing)": "10",
            "centupl(?:es?|ed|ing)": "100",
            "decimat(?:es?|ed|ing)": "",
            "a score(?= of [a-z]| and )": "20",
            "(?:three|four|six) ?score": "",
            "(?:scores|tens|oodles) of": "",
            "scores(?= (?:died|dead|were|are|have|had|fell|fled|killed|wounded|more)\\b)": "",
            "a handful of": "",
            "a gross of": "144",
            "myriads?": "",
            "(?:[gz]azillions?|umpteen|quadrillions?|quintillions?)": "",
            "majority(?= of )": "",
            "(?:vast|great|overwhelming) (?:bulk|majority)": "",
            **of_so_many("every", "second third fourth fifth sixth tenth", "(?= [a-z])"),
            **of_so_many("one [a-z]+ in", "two three four five six ten"),
            "most (?=(?:[a-z]+ )?(?:troops|soldiers|civilians|voters|citizens|residents)\\b)": "",
            "(?:nought|naught|nil)": "0",
            "a (?:fortnight|decade|century)": "",
            # "one" is a number where it measures, or is a part of so many.
            "one(?= ?%| per ?cent)": "1",
            "one(?= (?:minute|hour|week|month|year|decade|century|metre|meter|mile|litre)\\b)": "1",
            "one(?= (?:kilomet(?:re|er)|kilo|tonne|ton|euro|dollar|rouble|ruble)\\b)": "1",
        },
        folds=("fold",),
        minus=("minus", "negative"),
        point=("point",),
        months=in_order(
            "january february march april may june july august september october november december",
            1,
        ),
        short_months=in_order("jan feb mar apr may jun jul aug sep/sept oct nov dec", 1),
        weekdays=in_order("monday tuesday wednesday thursday friday saturday sunday", 0),
        bounds=BOUNDS["en"],
        idioms=(
            "24/7",
            "(?:[Tt]hird|[Ff]ourth)(?= (?:paragraph|sentence|section|part|chapter|page|row|column"
            "|line|table|list|note|question)s?\\b)",
            "[Tt]hird[ -](?:part(?:y|ies)|person|countr(?:y|ies)|rate|class|degree|way)\\b",
            "Third World",
            "fifth column",
            "eleventh[ -]hour",
            "sixth sense",
            # What is half-hearted is no half; what is half-destroyed is.
            "[Hh]alf-(?:hearted(?:ly)?|baked|brothers?|sisters?|truths?|light|term|mast|open"
            "|finished"
            "|forgotten|heard|jok(?:e|ing(?:ly)?)|smile|asleep|awake|timbered|measures?|staff"
            "|life)\\b",
            "[Hh]alf(?:way|time)",
            "[Dd]ouble[ -](?:standards?|agents?|rooms?|beds?|doors?|check(?:s|ed|ing)?|clicks?"
            "|clicked|entry|edged|deckers?|bass|meanings?|negatives?|blind|bind|jeopardy|vision"
            "|glazing"
            "|takes?"
            "|life|lives|bills?|helix|quotes?|quotation|spaced?|tap)\\b",
            "[Dd]oubl(?:es|ed|ing) (?:down|back|up|as|over)\\b",
            "(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Tt]his|[Nn]ext|[Ee]ach|[Ee]very"
            "|[Pp]er"
            "|[Tt]hat|[Pp]revious|[Tt]he) quarter\\b",
            "[Aa] quarter of (?:a|the) year",
            "(?<!hree )(?<!hree-)(?<!3 )quarters(?! of )",
            "[Cc]ents?\\b",
            "[Nn]ull\\b",
            "[Ee]lf\\b",
            "[Tt]iers?\\b",
            "[Qq]uarts?\\b",
            "[Dd]emi-?[a-z]+",
            "[Oo]nce\\b",
            "[Mm]edi[ao]s?\\b",
            "[Mm]il(?:e|e[rs])?s?\\b",
            "[Tt]riple(?= (?:Alliance|Entente|Crown|point|jump|glazing))",
        ),
    ),
    "de": Wider(
        nth={
            stem + ending: number
            for stem, number in (
                in_order(
                    "dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt"
                    " vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst",
                    3,
                )
                | {"dreißigst": 30, "vierzigst": 40, "fünfzigst": 50, "hundertst": 100}
                | {"tausendst": 1000}
            ).items()
            for ending in ("e", "en", "er", "es", "em")
        },
        shares=parts_of(
            "drittel/dritteln viertel/vierteln fünftel/fünfteln sechstel/sechsteln"
            " siebtel/siebteln/siebentel achtel/achteln neuntel/neunteln zehntel/zehnteln"
            " elftel zwölftel/zwölfteln",
            3,
        )
        | parts_of("zwanzigstel/zwanzigsteln", 20)
        | parts_of("hundertstel/hundertsteln", 100)
        | parts_of("tausendstel/tausendsteln", 1000),
        one=("ein", "einem", "eines"),
        counted={
            "halb(?:e[nrsm]?)?": "0.5",
            "hälften?": "0.5",
            "halbier\\w+": "0.5",
            "drittel": "0.333333",
            "doppelte?[nrsm]?": "2",
            "(?:ver)doppel\\w+": "2",
            "verdreifach\\w+": "3",
            "vervierfach\\w+": "4",
            "verzehnfach\\w+": "10",
            "(?:dutzende|hunderte|tausende|abertausende)[nr]?": "",
            "mehrheit(?= der )": "",
            **of_so_many("jede[rnsm]?", "zweite dritte vierte fünfte sechste zehnte", "[nrsm]?"),
        },
        folds=("fach", "fache", "facher", "fachen", "faches", "mal", "malige", "maligen"),
        minus=("minus",),
        point=("komma",),
        months=in_order(
            "januar/jänner februar märz april mai juni juli august september oktober november"
            " dezember",
            1,
        ),
        short_months=in_order("jan feb mrz apr mai jun jul aug sep/sept okt nov dez", 1),
        weekdays=in_order("montag dienstag mittwoch donnerstag freitag samstag sonntag", 0)
        | {"sonnabend": 5},
        bounds=BOUNDS["de"],
        idioms=(
            "half",
            "Dritte[nr]?\\b",
            "[Aa]chte[nr]?\\b",
            "[Gg]ross",
            "Cents?\\b",
            "[Oo]nce",
            "[Nn]ull und nichtig",
            "[Mm]edia\\b",
        ),
    ),
    "fr": Wider(
        nth=in_order(
            "troisième quatrième cinquième sixième septième huitième neuvième dixième onzième"
            " douzième treizième quatorzième quinzième seizième",
            3,
        )
        | {"vingtième": 20, "centième": 100, "millième": 1000},
        shares=parts_of(
            "tiers quart/quarts cinquième/cinquièmes sixième/sixièmes septième/septièmes"
            " huitième/huitièmes neuvième/neuvièmes dixième/dixièmes onzième/onzièmes"
            " douzième/douzièmes",
            3,
        )
        | parts_of("vingtième/vingtièmes", 20)
        | parts_of("centième/centièmes", 100)
        | parts_of("millième/millièmes", 1000),
        one=("un", "le"),
        counted={
            "moitié": "0.5",
            "demie?s?": "0.5",
            "doubl(?:e|er|é|ée|és|ent|a)": "2",
            "tripl(?:e|er|é|ée|és|ent|a)": "3",
            "quadrupl(?:e|er|é|ée|és|ent|a)": "4",
            "quintupl(?:e|er|é|ée|és|ent|a)": "5",
            "décupl(?:e|er|é|ée|és|ent|a)": "10",
            "dizaines?": "10",
            "douzaines?": "12",
            "vingtaines?": "20",
            "centaines?": "100",
            "milliers?": "1000",
            "majorité(?= des? )": "",
            **of_so_many("une? [a-zéèêàâîôûç]+ sur", "deux trois quatre cinq six dix"),
        },
        minus=("moins",),
        point=("virgule",),
        months=in_order(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            1,
        ),
        short_months=in_order("janv févr mars avr mai juin juil août sept oct nov déc", 1),
        weekdays=in_order("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
        bounds=BOUNDS["fr"],
        idioms=("[Dd]emi-[a-z]+", "[Dd]ouble-[a-z]+", "[Tt]iers-[a-z]+", "[Mm]edia\\b"),
    ),
    "es": Wider(
        nth=in_order("tercer cuarto quinto sexto séptimo octavo noveno décimo", 3)
        | in_order("tercera cuarta quinta sexta séptima octava novena décima", 3)
        | in_order("tercero", 3)
        | {"undécimo": 11, "duodécimo": 12, "vigésimo": 20, "centésimo": 100},
        shares=parts_of(
            "tercio/tercios cuarto/cuartos quinto/quintos sexto/sextos séptimo/séptimos"
            " octavo/octavos noveno/novenos décimo/décimos/décimas onceavo/onceavos"
            " doceavo/doceavos",
            3,
        )
        | parts_of("vigésimo/veinteavo/veinteavos", 20)
        | parts_of("centésimo/centésimos", 100)
        | parts_of("milésimo/milésimos", 1000),
        one=("un",),
        counted={
            "mitad": "0.5",
            "(?:medio|media)(?= (?:docena|millón|centenar|siglo|año|hora))": "0.5",
            "dobl(?:e|ó|aron|a|an|ar)": "2",
            "duplic(?:ó|aron|a|an|ar|ado)": "2",
            "tripl(?:e|icó|icaron|ica|ican|icar|icado)": "3",
            "cu[aá]dr[uú]pl(?:e|icó|icaron|ica|ican|icar|icado)": "4",
            "qu[ií]nt[uú]pl(?:e|o|icó|icaron|ica|ican|icar|icado)": "5",
            "décuplo": "10",
            "mayoría(?= de )": "",
            **of_so_many("(?:una|la)", "segunda tercera cuarta quinta sexta décima", " parte"),
            **of_so_many("cada", "segund[oa] tercer[oa]? cuart[oa] quint[oa] sext[oa] décim[oa]"),
            **of_so_many("un[oa]? (?:[a-záéíóúñ]+ )?de cada", "dos tres cuatro cinco seis diez"),
        },
        minus=("menos",),
        point=("coma",),
        months=in_order(
            "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre"
            " noviembre diciembre",
            1,
        ),
        short_months=in_order("ene feb mar abr may jun jul ago sept oct nov dic", 1),
        weekdays=in_order("lunes martes miércoles jueves viernes sábado domingo", 0),
        bounds=BOUNDS["es"],
    ),
}


class Tables(NamedTuple):
    """What editors' words are read with: the numbers of all languages, and the wider words."""

    numbers: Language
    wider: Wider


@cache
def all_at_once(first: Language) -> Tables:
    """The words for numbers and dates of every listed language. Where two differ over a word, and
    in quotation marks, separators and idioms, the ``first`` is right."""
    tags = sorted(LANGUAGES, key=lambda tag: tag == first.code)  # the last one wins
    numbers = {
        name: _merged(getattr(LANGUAGES[tag], name) for tag in tags)
        for name in "numbers scales after joins parts mixed suffixes fractions percent to".split()
    }
    own = WIDER.get(first.code, Wider())
    wider = {f.name: _merged(getattr(WIDER[tag], f.name) for tag in tags) for f in fields(Wider)}
    return Tables(replace(first, **numbers), Wider(**wider | {"idioms": own.idioms}))


def _merged(tables: Iterable[Any]) -> Any:
    """Tables as one; of two values for a word the last, of two lists for one both."""
    several = list(tables)
    if not isinstance(several[0], Mapping):
        return tuple(dict.fromkeys(chain.from_iterable(several)))
    merged: dict[str, Any] = {}
    for word, value in chain.from_iterable(table.items() for table in several):
        merged[word] = (*merged.get(word, ()), *value) if isinstance(value, tuple) else value
    return merged
