"""What the checks must know of a language: its quotation marks and how it writes numbers.

Quotation marks follow Unicode CLDR's delimiters, with the other pairs in common use; the marks of
decimals and thousands are CLDR's (``cldr``), a region's own where it has some (``de-CH``). A
language that is not listed here gets the default for the rest; adding one is adding a line."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from .cldr import MARKS
from .language import Language as Language
from .ones import COUNTS_ONE
from .word_lists import count, each, set_of, tens

# So many texts for which what was found in them is kept within a process: one rule asks after
# another, and a preview at each save.
KEPT = 4096

# Behind "a" or "one": a day and a half is 1.5.
_ONE_OF_TIME = ("day", "week", "month", "year", "decade", "century", "minute", "mile", "an hour")


_TENS_DE = tens("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_TENS_DE["dreissig"] = 30  # in Switzerland

LANGUAGES = {
    "en": Language(
        quotes=("“”", "‘’", '""', "''", "«»"),
        code="en",
        numbers=count(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen"
        )
        | tens("twenty thirty forty fifty sixty seventy eighty ninety")
        | {"zero": 0},
        after={"one": 1},
        joins=("and",),
        parts={
            "half a": "0.5",
            "half": "0.5",
            "a quarter of a": "0.25",
            "quarter of a": "0.25",
            "three quarters of a": "0.75",
        },
        suffixes={"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12},
        fractions={
            "half": "0.5",
            "third": "0.333333",
            "quarter": "0.25",
            "score": "20",
            "fifth": "0.2",
            "tenth": "0.1",
            **{f"{one} and a half": "1.5" for one in _ONE_OF_TIME},
            "two thirds": "0.666667",
            "three quarters": "0.75",
        },
        scales=each({12: "dozen", 100: "hundred", 1000: "thousand"})
        | each({10**6: "million", 10**9: "billion", 10**12: "trillion"})
        | each({10**5: "lakh lakhs", 10**7: "crore crores"}),
        several=(
            "dozens",
            "hundreds",
            "thousands",
            "millions",
            "billions",
            "trillions",
            "lakhs",
            "crores",
        ),
        mixed={
            "and a half": "0.5",
            "and one half": "0.5",
            "and a quarter": "0.25",
            "and three quarters": "0.75",
            "and a third": "0.333333",
            "and two thirds": "0.666667",
        },
        counts_one=COUNTS_ONE["en"],
        percent=("%", "percent", "per cent"),
        between=("between",),
        ands=("and",),
        minus=r"minus\ | negative\ (?=[\w.,]+\ ?(?:degrees|per\ ?cent|%|°))",
        below=r"(?:\ degrees?(?:\ (?:Celsius|Fahrenheit|[CF]\b))?|\ ?°[CF]?)? \ below\ zero",
        shares=("in every", "out of every", "of every", "out of", "in"),
        shared=("in every", "out of every", "of every", "in"),
        every=("in every", "out of every", "of every"),
        abbreviations=set_of(
            "mr mrs ms dr prof gen sen rep gov lt col sgt st jr sr vs no nos fig inc ltd co corp"
            " etc e.g i.e a.m p.m ph.d art sec pp vol approx pop cllr hon rev jan feb mar apr jun"
            " jul aug sep sept oct nov dec"
        ),
        sharing=set_of("shared reshared reposted retweeted forwarded"),
        negations=set_of("not no never neither nor none nobody nothing without cannot hardly"),
    ),
    "de": Language(
        quotes=("„“", "‚‘", "»«", "›‹", '""', "„”"),
        code="de",
        thousands=".",
        decimal=",",
        numbers=count(
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
            " sechzehn siebzehn achtzehn neunzehn"
        )
        | _TENS_DE
        | {
            f"{unit}und{ten}": i + number
            for ten, number in _TENS_DE.items()
            for i, unit in enumerate("ein zwei drei vier fünf sechs sieben acht neun".split(), 1)
        }
        | {"null": 0, "zwo": 2},
        after=dict.fromkeys("ein eins eine einen einem einer eines".split(), 1),
        glue="und",
        mixed={
            "einhalb": "0.5",
            "einhalbe": "0.5",
            "ein halb": "0.5",
            "und ein halb": "0.5",
            "einviertel": "0.25",
            "dreiviertel": "0.75",
        },
        counts_one=COUNTS_ONE["de"],
        parts={
            "eine halbe": "0.5",
            "ein halbes": "0.5",
            "halbe": "0.5",
            "halbes": "0.5",
            "einer halben": "0.5",
            "eine viertel": "0.25",
            "eine dreiviertel": "0.75",
        },
        suffixes={"tsd": 1000, "mio": 10**6, "mrd": 10**9, "bio": 10**12},
        fractions={
            "hälfte": "0.5",
            "drittel": "0.333333",
            "viertel": "0.25",
            "zwei drittel": "0.666667",
            "drei viertel": "0.75",
        },
        scales=each({12: "dutzend", 100: "hundert", 1000: "tausend"})
        | each({10**6: "million millionen", 10**9: "milliarde milliarden"})
        | each({10**12: "billion billionen"}),
        several=(
            "dutzende",
            "dutzenden",
            "hunderte",
            "hunderten",
            "tausende",
            "tausenden",
            "zehntausende",
            "hunderttausende",
            "millionen",
            "milliarden",
            "billionen",
        ),
        percent=("%", "prozent"),
        to=("zu", "bis"),
        between=("zwischen",),
        ands=("und",),
        minus=r"minus\ ",
        below=r"(?:\ Grad(?:\ (?:Celsius|C\b))?|\ ?°C?)? \ unter\ null|\ (?:Grad\ )?minus\b",
        shares=("von",),
        abbreviations=set_of(
            "dr prof hr fr nr st bzw z.b d.h u.a usw ca mio mrd vgl jan feb aug sep sept okt"
            " nov dez"
        ),
        sharing=set_of("weiterverbreitete repostete retweetete"),
        negations=set_of(
            "nicht kein keine keinen keinem keiner keines nie niemals weder noch ohne niemand"
            " niemanden niemandem nichts kaum keineswegs keinesfalls"
        ),
        ordinals=set_of(
            "januar februar märz april mai juni juli august september oktober november dezember"
            " jahrhundert weltkrieg"
        ),
    ),
    "fr": Language(
        quotes=("«»", "“”", "‹›", '""'),
        code="fr",
        thousands="\u202f",
        decimal=",",
        numbers=count(
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
        )
        | tens("vingt trente quarante cinquante soixante")
        | {"dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "septante": 70, "huitante": 80}
        | {"quatre-vingt": 80, "quatre-vingts": 80, "nonante": 90}
        | {"zéro": 0, "cent": 100, "mille": 1000},
        after={"un": 1, "une": 1},
        counts_one=COUNTS_ONE["fr"],
        joins=("et",),
        parts={"un demi": "0.5", "une demi": "0.5", "demi": "0.5"},
        mixed={"et demi": "0.5", "et demie": "0.5", "et quart": "0.25", "et un quart": "0.25"},
        suffixes={"k": 1000, "m": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9},
        fractions={"la moitié": "0.5", "un tiers": "0.333333", "deux tiers": "0.666667"}
        | {"un quart": "0.25", "trois quarts": "0.75", "un cinquième": "0.2"},
        scales=each({100: "cent cents", 1000: "mille"})
        | each({10**6: "million millions", 10**9: "milliard milliards"})
        | each({10: "dizaine dizaines", 12: "douzaine douzaines", 15: "quinzaine", 20: "vingtaine"})
        | each({30: "trentaine", 40: "quarantaine", 50: "cinquantaine", 60: "soixantaine"})
        | each({100: "cent cents centaine centaines", 1000: "mille millier milliers"})
        | each({10**12: "billion billions"}),
        several=(
            "dizaine",
            "dizaines",
            "douzaine",
            "douzaines",
            "quinzaine",
            "vingtaine",
            "trentaine",
            "quarantaine",
            "cinquantaine",
            "soixantaine",
            "centaine",
            "centaines",
            "millier",
            "milliers",
            "cents",
            "millions",
            "milliards",
            "billions",
        ),
        percent=("%", "pour cent"),
        to=("contre", "à"),
        between=("entre",),
        ands=("et",),
        minus=r"(?<!\bau\ ) (?<!\bà\ ) (?<!\bdu\ ) (?<!\ble\ ) (?<!\bla\ ) (?<!\bles\ ) moins\ "
        r"| (?<=\bà\ ) moins\ (?=[\w.,]+\ ?(?:degrés|°))",
        below=r"(?:\ degrés?(?:\ (?:Celsius|C\b))?|\ ?°C?)? \ (?:au-dessous\ de|en\ dessous\ de"
        r"|sous)\ zéro",
        shares=("sur",),
        shared=("sur",),
        every=("sur",),
        every_ends=r"(?=[.,;:!?)»]|$|\ (?:ne|n['’]|se|s['’]|est|sont|a|ont|en|à|au|aux|dans|par"
        r"|pour|qui|et|ou|mais|selon|depuis|reste|restent|[^\W\d_]+(?:aient|ait|èrent))\b)",
        abbreviations=set_of("m mm mme dr prof st p.ex etc janv févr avr juil sept oct nov déc"),
        sharing=set_of("partagé relayé retweeté repartagé"),
        negations=set_of("ne pas jamais ni aucun aucune personne rien sans"),
    ),
    "es": Language(
        quotes=("«»", "“”", "‘’", '""'),
        code="es",
        thousands=".",
        decimal=",",
        numbers=count(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
            " dieciséis diecisiete dieciocho diecinueve"
        )
        | tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa")
        | {
            f"veinti{unit}": 20 + n
            for n, unit in enumerate("uno dós trés cuatro cinco séis siete ocho nueve".split(), 1)
        }
        | {"veintiún": 21, "veintiuna": 21, "cero": 0, "cien": 100, "ciento": 100, "mil": 1000}
        | {
            stem + ending: 100 * n
            for n, stem in (
                (2, "doscient"),
                (3, "trescient"),
                (4, "cuatrocient"),
                (5, "quinient"),
                (6, "seiscient"),
                (7, "setecient"),
                (8, "ochocient"),
                (9, "novecient"),
            )
            for ending in ("os", "as")
        },
        after={"un": 1, "uno": 1, "una": 1, "ún": 1},
        counts_one=COUNTS_ONE["es"],
        joins=("y",),
        parts={"medio": "0.5", "media": "0.5"},
        mixed={"y medio": "0.5", "y media": "0.5", "y cuarto": "0.25", "y un cuarto": "0.25"},
        suffixes={"m": 10**6, "mill": 10**6, "mm": 10**6},
        fractions={"la mitad": "0.5", "un tercio": "0.333333", "dos tercios": "0.666667"}
        | {"un cuarto": "0.25", "tres cuartos": "0.75", "un quinto": "0.2"},
        scales=each({1000: "mil millar millares", 100: "centenar centenares", 10: "decena decenas"})
        | each({12: "docena docenas", 15: "quincena", 20: "veintena", 50: "cincuentena"})
        | each({10**6: "millón millones", 10**12: "billón billones"}),
        several=(
            "miles",
            "millar",
            "millares",
            "cientos",
            "centenar",
            "centenares",
            "decena",
            "decenas",
            "docena",
            "docenas",
            "quincena",
            "veintena",
            "cincuentena",
            "millones",
            "billones",
        ),
        percent=("%", "por ciento", "por cien"),
        to=("a",),
        between=("entre",),
        ands=("y", "e"),
        minus=r"(?<!\bal\ ) (?<!\blo\ ) (?<!\ba\ ) menos\ "
        r"| (?<=\ba\ ) menos\ (?=[\w.,]+\ ?(?:grados|°))",
        below=r"(?:\ grados?(?:\ (?:Celsius|centígrados?|C\b))?|\ ?°C?)? \ bajo\ cero",
        shares=("de cada", "de"),
        shared=("de cada",),
        every=("de cada",),
        abbreviations=set_of(
            "sr sra srta d dña dr dra prof gral ud uds p.ej etc núm no art pág av avda ene feb mar"
            " abr jun jul ago sept oct nov dic ee.uu"
        ),
        sharing=set_of("compartió reenvió retuiteó difundió"),
        negations=set_of("no nunca jamás ni ningún ninguna ninguno nadie nada sin tampoco apenas"),
    ),
}

# Of a language without a row, Europe's words for thousand, million … are known, and how a range is
# said there: 3 milioni is no 3. It has no number words.
_DEFAULT = Language(
    quotes=("«»", "“”", "„“", "„”", "‘’", "””", "「」", "『』", '""'),
    scales=each(
        {
            1000: "mil mila duizend tusen tusind tysiące tysięcy tys tisíc тысяч тысячи тыс",
            10**6: "milione milioni milhão milhões miljoen miljon miljoner million millioner milion"
            " miliony milionów milionů miljoonaa миллион миллиона миллионов млн milyon mln mio",
            10**9: "miliardo miliardi bilhão bilhões miljard miljarder milliard milliarder miliard"
            " miliardy miliardów miljardia миллиард миллиарда миллиардов млрд milyar mld mrd mia",
            10**12: "bilione bilioni bilião biliões trilhão trilhões biljoen biljon bilion",
        }
    ),
    percent=("%", "per cento", "por cento", "procent", "prosent", "procenta", "процентов"),
    to=("a", "tot", "till", "til", "do", "до"),
    between=("tra", "fra", "entre", "tussen", "mellan", "mellem", "mellom", "między", "между"),
    ands=("e", "ed", "en", "och", "og", "a", "и"),
    minus=r"(?:meno|menos|min|minus|минус)\ ",
)


@cache
def language(tag: str) -> Language:
    """The Language for a BCP 47 tag, such as ``en-GB``; one of a region with its own marks."""
    full = tag.replace("_", "-").lower()
    first = full.split("-")[0]
    own, marks = LANGUAGES.get(first, _DEFAULT), MARKS.get(full) or MARKS.get(first)
    if marks is None:
        return replace(own, known=False)
    decimal, thousands = marks[0], marks[1]
    if (decimal, thousands) == (own.decimal, own.thousands):
        return own
    return replace(own, decimal=decimal, thousands=thousands)


def is_listed(tag: str) -> bool:
    """Whether the language of a BCP 47 tag has a line of its own here."""
    return tag.split("-")[0].lower() in LANGUAGES
