"""Numbers as they are printed in each language: read, found in running text, and not mistaken."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from explainer.rules.pointing import points_back
from explainer.text.characters import as_read, refused
from explainer.text.days import Day, find_dates
from explainer.text.languages import LANGUAGES, language
from explainer.text.numbers import Reading, find_numbers, read_number
from explainer.text.quantities import find_quantities, readable
from explainer.text.quantity import Quantity
from explainer.text.wider_words import WIDER
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import SITES, topic

QUICK = settings(max_examples=200, deadline=None)
TAGS = st.sampled_from([*LANGUAGES, "pl"])  # one that has only the default
whole_numbers = st.integers(0, 10**12)
decimals = st.decimals(0, 10**9, places=3, allow_nan=False).map(lambda d: d.normalize() + 0)


def printed(value: Decimal | int, tag: str, group: bool = True) -> str:
    """A value as a text in that language prints it."""
    marks = language(tag)
    whole, _, part = f"{value:,f}".partition(".")
    return whole.replace(",", marks.thousands if group else "") + (
        marks.decimal + part if part else ""
    )


def found(text: str, tag: str) -> list[str]:
    return [match.group() for match in find_numbers(text, language(tag))]


@QUICK
@given(TAGS, st.one_of(whole_numbers, decimals), st.booleans())
def test_a_number_printed_is_read_as_it_was(tag, value, group):
    text = printed(Decimal(value), tag, group)
    assert read_number(text, language(tag)) == (Decimal(value), None)
    assert found(f"({text})", tag) == [text]


@QUICK
@given(TAGS, decimals, st.sampled_from(["-", "−"]))
def test_a_sign_counts(tag, value, sign):
    assert read_number(sign + printed(value, tag), language(tag)).value == -value
    assert found(f"It was {sign}{printed(value, tag)} there.", tag) == [sign + printed(value, tag)]


@QUICK
@given(st.sampled_from([*LANGUAGES]), st.integers(1, 999), st.data())
def test_millions_and_their_like(tag, value, data):
    marks = language(tag)
    word = data.draw(st.sampled_from(sorted(marks.scales)))
    text = f"{value} {word}"
    assert read_number(text, marks) == (value * marks.scales[word], None)
    assert found(f"x {text} y", tag) == [text]
    assert read_number(text.upper(), marks) == (value * marks.scales[word], None)


@QUICK
@given(st.sampled_from([*LANGUAGES]), st.data())
def test_number_words(tag, data):
    marks = language(tag)
    word = data.draw(st.sampled_from(sorted(marks.numbers)))
    assert read_number(word, marks) == (marks.numbers[word], None)
    assert found(f"x {word} y", tag) == [word]
    assert found(f"x{word}y", tag) == []


@QUICK
@given(TAGS, whole_numbers, whole_numbers)
def test_ranges(tag, low, high):
    marks = language(tag)
    assert read_number(f"{printed(low, tag)}–{printed(high, tag)}", marks) == (
        (low, high) if low < high else None
    )


@QUICK
@given(st.sampled_from([*LANGUAGES]), st.integers(1, 10**6), st.integers(1, 10**6))
def test_ratios(tag, a, b):
    marks = language(tag)
    text = f"{printed(a, tag)}-{marks.to[0]}-{printed(b, tag)}"
    assert read_number(text, marks).value == round(Decimal(a) / b, 6)
    assert found(f"x {text} y", tag) == [text]


@QUICK
@given(st.text(max_size=60), TAGS)
def test_any_text_can_be_asked(text, tag):
    read_number(text, language(tag))
    for match in find_numbers(text, language(tag)):
        assert match.group()


# Tables beside this file: a language, a printed number, its value (a range has two; - for none).
PRINTED = Path(__file__).parent / "printed"
READ = [
    ("en", "1 million", 1_000_000, None),
    ("en", "2.4-to-1", "2.4", None),
    ("en", "3-to-1", 3, None),
    ("en", "400,000", 400_000, None),
    ("en", "$1.2 billion", 1_200_000_000, None),
    ("en", "twenty-one", 21, None),
    ("en", "forty one thousand", 41_000, None),
    ("en", "two dozen", 24, None),
    ("en", "two hundred thousand", 200_000, None),
    ("en", "two hundred and fifty", 250, None),
    ("en", "three hundred forty thousand", 340_000, None),
    ("en", "one million two hundred thousand", 1_200_000, None),
    ("en", "2 million million", 2_000_000_000_000, None),
    ("en", "half a million", 500_000, None),
    ("en", "10-to-3", "3.333333", None),
    ("en", "5-4", None, None),
    ("en", "£1.2bn", 1_200_000_000, None),
    ("en", "$900m", 900_000_000, None),
    ("en", "5k", 5000, None),
    ("en", "£3,000-£4,000", 3000, 4000),
    ("en", "$3–$4 million", 3_000_000, 4_000_000),
    ("en", "£300m and £350m", 300_000_000, 350_000_000),
    ("en", "US$5 million", 5_000_000, None),
    ("en", "10% to 15%", 10, 15),
    ("en", "a third", "0.333333", None),
    ("en", "Two-thirds", "0.666667", None),
    ("en", "half", "0.5", None),
    ("de", "4,8 Mio", 4_800_000, None),
    ("de", "zwei Drittel", "0.666667", None),
    ("de", "eine halbe Million", 500_000, None),
    ("fr", "un demi million", 500_000, None),
    ("en", "12 percent", 12, None),
    ("en", "12.5%", "12.5", None),
    ("en", "1 to 2 million", 1_000_000, 2_000_000),
    ("en", "15–20", 15, 20),
    ("en", "two-million", 2_000_000, None),
    ("en", "million", 1_000_000, None),
    ("en", "½", "0.5", None),
    ("en", "2½ million", 2_500_000, None),
    ("en", "many", None, None),
    ("en", "", None, None),
    ("de", "12,5 Millionen", 12_500_000, None),
    ("de", "14.000", 14_000, None),
    ("de", "vierundzwanzig", 24, None),
    ("de", "zwo\u0308lf", 12, None),
    ("de", "3 zu 1", None, None),
    ("de", "1 bis 3", 1, 3),
    ("de", "12,5 Prozent", "12.5", None),
    ("fr", "1\u202f200\u202f000", 1_200_000, None),
    ("fr", "1 200 000", 1_200_000, None),
    ("fr", "2,5 milliards", 2_500_000_000, None),
    ("fr", "deux cents", 200, None),
]


@pytest.mark.parametrize(
    ("tag", "text", "value", "maximum"), READ, ids=[f"{tag}: {text}" for tag, text, *_ in READ]
)
def test_read(tag, text, value, maximum):
    expected = (
        None if value is None else (Decimal(value), None if maximum is None else Decimal(maximum))
    )
    assert read_number(text, language(tag)) == expected


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (PRINTED / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" | ")) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("tag", "text", "value"), rows("read.txt"), ids=[" ".join(row[:2]) for row in rows("read.txt")]
)
def test_read_in_each_language(tag, text, value):
    reading = read_number(text, language(tag))
    assert [v for v in reading or () if v is not None] == [
        Decimal(v) for v in value.split() if v != "-"
    ]


@pytest.mark.parametrize(
    ("tag", "text", "numbers"), rows("found.txt"), ids=[row[1][:40] for row in rows("found.txt")]
)
def test_found_in_each_language(tag, text, numbers):
    assert found(text, tag) == [n for n in numbers.split("; ") if n != "-"]


FOUND = [
    ("en", "One of them, and no one else, was first.", []),
    ("en", "Forty-one of 1,000 people", ["Forty-one", "1,000"]),
    ("en", "a million, or millions; two dozen", ["million", "millions", "two dozen"]),
    (
        "en",
        "two hundred and fifty of half a million; two and three",
        ["two hundred and fifty", "half a million", "two", "three"],
    ),
    ("en", "one hundred and the rest; half an hour", ["one hundred"]),
    ("en", "2025-08-17 at 10:30", ["2025", "08", "17"]),
    ("en", "The G7 met 3 times in 2024.", ["7", "3", "2024"]),
    ("en", "It fell by 5, not by -5 or −5.5.", ["5", "-5", "−5.5"]),
    ("en", "1 million and 400,000 and 3-to-1.", ["1 million", "400,000", "3-to-1"]),
    ("en", "Tension is often a bonus.", []),
    ("en", "£1.2bn, $5m and 400m of pipe, 3 mn", ["1.2bn", "5m", "400", "3 mn"]),
    ("en", "14.03.2024 or 12,0001", ["14.03", "2024", "12", "0001"]),
    ("de", "am 14.03.2024, 4,8 Mio. Euro", ["14", "03", "2024", "4,8 Mio"]),
    ("en", "¾ of it, or 2½", ["¾", "2½"]),
    ("de", "zwei von 14.000 Autos, Zweifel", ["zwei", "14.000"]),
    ("de", "zwo\u0308lf Busse", ["zwo\u0308lf"]),
]


@pytest.mark.parametrize(
    ("tag", "text", "numbers"), FOUND, ids=[f"{tag}: {text[:30]}" for tag, text, _ in FOUND]
)
def test_found(tag, text, numbers):
    assert found(text, tag) == numbers


@pytest.mark.parametrize("name", SITES)
def test_every_figure_reads_as_its_value(name):
    read = topic(name)
    for figure in read.of_kind("figures"):
        marks = read.sources[read.source_of(figure, figure.evidence[0].source)].passages.language
        assert read_number(figure.value_text, marks) == (figure.value, figure.value_max), figure.id


# --- the wider way, for what editors write --------------------------------------------------------


def quantities(text: str, tag: str = "en") -> list[Quantity]:
    return [*find_quantities(readable(text, language(tag)), language(tag))]


WIDELY = [
    # text, what is found, what it can mean
    ("half of them", "half", ["0.5"]),
    ("two-thirds of them", "two-thirds", ["0.666667"]),
    ("a third of them", "a third", ["0.333333"]),
    ("a third meeting", "a third", ["0.333333", "3"]),
    ("three quarters", "three quarters", ["0.75"]),
    ("one in three people", "one in three", ["0.333333"]),
    ("2/3", "2/3", ["0.666667", "2/3"]),
    ("3:2", "3:2", ["1.5", "3:2"]),
    ("3 to 1", "3 to 1", ["3", "3 to 1"]),
    ("3×2", "3×2", ["3×2"]),
    ("3 2 hours", "3 2", ["3 2"]),
    ("1,5 hours", "1,5", ["1,5"]),
    ("two point four", "two point four", ["2.4", "two point four"]),
    ("twice", "twice", ["2"]),
    ("they doubled it", "doubled", ["2"]),
    ("double the sum", "double", ["2"]),
    ("tenfold", "tenfold", ["10"]),
    ("10-fold", "10-fold", ["10"]),
    ("a score of them", "a score", ["20"]),
    ("twenty-first", "twenty-first", ["21"]),
    ("the 15th", "15th", ["15"]),
    ("minus 5", "minus 5", ["-5"]),
    ("MMXXV", None, None),  # at the start of a text it numbers a list
    ("in MMXXV", "MMXXV", ["2025"]),
    ("IOO,OOO", "IOO,OOO", ["ioo,ooo"]),
    ("Ⅻ", None, None),
    ("by Ⅻ", "XII", ["12"]),
    ("⑨⓪", "90", ["90"]),
    ("九", "九", ["九"]),
    ("🔟", "🔟", ["🔟"]),
    ("ﬁfty", "fifty", ["50"]),
    ("ｎｉｎｅｔｙ", "ninety", ["90"]),
    ("𝗇𝗂𝗇𝖾𝗍𝗒", "ninety", ["90"]),
    ("nínety", "ninety", ["90"]),
    ("ɴɪɴᴇᴛʏ", "ninety", ["90"]),
    ("n i n e t y", "ninety", ["90"]),
    ("Ni\u00adnety", "Ninety", ["90"]),
    ("neunzig", "neunzig", ["90"]),
    ("vierhunderttausend", "vierhunderttausend", ["400000"]),
    ("dreimal", "dreimal", ["3"]),
    ("moitié", "moitié", ["0.5"]),
]


@pytest.mark.parametrize(("text", "printed", "values"), WIDELY, ids=[text for text, *_ in WIDELY])
def test_a_quantity_in_whatever_words(text, printed, values):
    found = quantities(text)
    assert [one.text for one in found] == ([printed] if printed else [])
    for one in found:
        expected = {
            Decimal(v) if v.lstrip("-").replace(".", "", 1).isdecimal() else v for v in values
        }
        assert one.values == expected


@pytest.mark.parametrize(
    ("text", "tag", "bound"),
    [
        ("d’au moins 15 %", "fr", "least"),
        ("moins de 15 %", "fr", "most"),
        ("al menos 15", "es", "least"),
    ],
)
def test_at_least_is_no_minus(text, tag, bound):
    assert [(one.values, one.bound) for one in quantities(text, tag)] == [({Decimal(15)}, bound)]


def test_other_peoples_thousands_are_only_as_they_are_printed():
    assert [one.values for one in quantities("400.000")] == [{"400.000"}]
    assert [one.values for one in quantities("400,000", "de")] == [{"400,000"}]


@pytest.mark.parametrize(
    "text",
    [
        "One was first, the second came once, and both are half-hearted.",
        "Charles III, World War II, chapter IV, Part II: I double-check double standards.",
        "The third paragraph, a third party, the first quarter, a quarter of a year, 24/7.",
        "Headquarters of a tier, null and void; cents, an elf, a demigod, the CLI of NATO.",
        "Tension, freight, attention, scaffold, behalf, scores and settled the score.",
    ],
)
def test_words_that_say_no_number(text):
    assert quantities(text) == []


def test_what_belongs_to_a_quantity():
    def only(text: str) -> Quantity:
        (one,) = quantities(text)
        return one

    assert only("5 percent").percent and not only("5 persons").percent
    assert only("$5").unit == only("5 dollars").unit == only("USD 5").unit is not None
    assert only("5 km").unit == only("5km").unit == only("5 kilometres").unit
    assert only("5 young Dutch soldiers").unit == only("5 troops").unit
    assert only("5 quarrelsome miles").unit is None
    assert only("5 k").printed == "5 k" and only("5k").printed == "5k"
    assert only("5mm").printed == ""
    assert only("10 to 15").values >= {Reading(Decimal(10), Decimal(15))}
    assert [part.values for part in only("10–15").parts] == [{Decimal(10)}, {Decimal(15)}]
    assert only("3-to-1").parts == () and only("1 to 3").parts


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than half a million", "least"),
        ("no more than 50", "most"),
        ("not less than 50", "least"),
        ("fewer than the 50", "most"),
        ("50 or more", "least"),
        ("50 people at most", "most"),
        ("50+", "least"),
        ("≈ 50", "about"),
        ("nearly 50", "near"),
        ("some 50", "about"),
        ("exactly 50", "exact"),
        ("mindestens 50", "least"),
        ("moins de 50", "most"),
        ("about two things", ""),
        ("over three days", ""),
        ("under two hours", "most"),
        ("50", ""),
    ],
)
def test_how_exact_a_quantity_is(text, bound):
    assert [one.bound for one in quantities(text)] == [bound]


DATES = [
    ("on Friday 15 August 2025", Day(2025, 8, 15, 4)),
    ("Friday, August 15, 2025", Day(2025, 8, 15, 4)),
    ("the fifteenth of March", Day(None, 3, 15)),
    ("the twenty-first of June", Day(None, 6, 21)),
    ("2025-08-17", Day(2025, 8, 17)),
    ("14.03.2024", Day(2024, 3, 14)),
    ("8/15/2025", Day(2025, 8, 15)),
    ("am 14. März 2024", Day(2024, 3, 14)),
    ("le 3 mars 2024", Day(2024, 3, 3)),
    ("15 Sept. 2025", Day(2025, 9, 15)),
    ("in May", Day(None, 5)),
    ("mid-August", Day(None, 8)),
    ("In June 400,000 people", Day(None, 6)),
    ("on Sundays", Day(weekday=6)),
]


@pytest.mark.parametrize(("text", "day"), DATES, ids=[text for text, _ in DATES])
def test_dates(text, day):
    (found,) = find_dates(text, language("en"))
    assert found.days == (day,)


@pytest.mark.parametrize(
    "text",
    [
        "She may march on; the second may follow; it mars an august day; he sat in the sun.",
        "Theresa May said so. May it be. March! In March’s novel, no.",
    ],
)
def test_no_dates(text):
    assert find_dates(text, language("en")) == ()


def test_several_days_of_one_month():
    (found,) = find_dates("from 15 to 18 August 2025", language("en"))
    assert found.days == (Day(2025, 8, 15), Day(2025, 8, 18))


def test_characters_as_a_reader_sees_them():
    assert as_read("ﬁ\u00adve\u2800m² 2½ １") == "five m 2½ 1"
    unseen = "a\ufe0f 9\ufe0f nine\u180bty 4\u28000"
    assert len([*refused(unseen)]) == 4
    assert [*refused("❤\ufe0f 9\ufe0f\u20e3 \u28ff\u2800\u28ff \u845b\ufe00")] == []


def test_every_language_has_its_wider_words():
    assert WIDER.keys() == LANGUAGES.keys()
    for one in WIDER.values():
        assert len(set(one.months.values())) == 12 and len(set(one.weekdays.values())) == 7


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["1,", "1 2 ", "3/", "half ", "a third ", "more than 1 million people ", "I I ", "½", "é ",
     "zwei", "MMM", "August 1, ", "15 to ", "Sunday ", "twenty-first ", "minus "],
)  # fmt: skip
def test_a_long_text_is_read_in_time(unit):
    text = unit * (25_000 // len(unit))
    quantities("1"), find_dates("1 May", language("en"))
    started = time.process_time()
    quantities(text)
    find_dates(text, language("en"))
    assert time.process_time() - started < 1.3


@QUICK
@given(st.text(max_size=60), TAGS)
def test_any_text_can_be_read_widely(text, tag):
    for one in quantities(text, tag):
        assert one.text and one.values
    find_dates(readable(text, language(tag)), language(tag))


CLOCK = {
    "en": (
        "one two three four five six seven eight nine ten eleven twelve",
        "at {} in the morning;by {} in the afternoon;was {} in the evening;half past {}"
        ";quarter to {};ten past {};at twenty-five to {};until five minutes to {}"
        ";at {} on Monday;{} o’clock",
    ),
    "de": (
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "um {} Uhr;halb {};Viertel vor {};viertel nach {};um fünf nach {};gegen zehn vor halb {}"
        ";um {} nachts;gegen {} am Nachmittag;ab {} in der Früh;dreiviertel {}",
    ),
    "fr": (
        "deux trois quatre cinq six sept huit neuf dix onze",
        "à {} heures;vers {} heures et demie;{} heures moins le quart;était {} heures moins dix"
        ";{} heures du matin;{} heures de l’après-midi",
    ),
    "es": (
        "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "a las {} y media;las {} menos cuarto;a las {} de la tarde;las {} y diez de la mañana"
        ";eran las {} y veinte;a las {} en punto",
    ),
}


@pytest.mark.parametrize(
    "tag, words", [(tag, form) for tag, (_, forms) in CLOCK.items() for form in forms.split(";")]
)
def test_times_of_day_in_words_are_no_numbers(tag, words):
    for hour in CLOCK[tag][0].split():
        assert found(f"x {words.format(hour)}. y", tag) == [], words.format(hour)


# What points back at two that are there already, and what counts two of something.
POINTS = {
    "en": "The two cannot be compared|of the two, one is older|These two differ"
    "|the two are not alike|the two of them met|neither of the two.",
    "de": "Die zwei sind nicht vergleichbar|diese zwei unterscheiden sich|von den zwei, der andere",
    "fr": "Les deux ne se comparent pas|ces deux n’ont rien dit|aucun des deux.|les deux divergent",
    "es": "Los dos no se pueden comparar|estas dos difieren|ninguno de los dos.",
}
COUNTS = {
    "en": "The two soldiers|the two million|two of them|the two boats sank|the two American boats",
    "de": "Die zwei Soldaten|die zwei Millionen|zwei sind",
    "fr": "Les deux soldats|les deux millions|deux ne",
    "es": "Los dos soldados|los dos millones|dos no",
}


@pytest.mark.parametrize("tag", POINTS)
def test_the_two_point_back_with_nothing_counted_behind_them(tag: str) -> None:
    for texts, wanted in ((POINTS, True), (COUNTS, False)):
        for text in texts[tag].split("|"):
            (found,) = find_quantities(readable(text, language(tag)), language(tag))
            assert points_back(readable(text, language(tag)), found) is wanted, text


AMISS = [
    ("en", "A nought was missing from the number.", ""),
    ("en", "It had a zero too many.", ""),
    ("en", "We left out two zeros.", ""),
    ("en", "The last digit was dropped.", ""),
    ("de", "Eine Null fehlte.", ""),
    ("de", "Zwei Nullen waren zu viel.", ""),
    ("fr", "Il manquait un zéro.", ""),
    ("fr", "C’était un zéro de trop.", ""),
    ("es", "Faltaba un cero.", ""),
    ("es", "Tenía un cero de más.", ""),
    ("en", "Zero were missing.", "Zero"),
    ("en", "Two boats were missing.", "Two"),
    ("en", "The mark was zero.", "zero"),
    ("de", "Zwei Boote fehlten.", "Zwei"),
    ("es", "Hubo cero muertos.", "cero"),
]


@pytest.mark.parametrize(("tag", "text", "number"), AMISS, ids=[text for _, text, _ in AMISS])
def test_a_digit_that_is_missing_or_too_many_is_no_number(tag, text, number) -> None:
    found = find_quantities(readable(text, language(tag)), language(tag))
    assert [text[q.start : q.end] for q in found] == ([number] if number else [])
