"""What must hold of any text: words are found and mapped back, nothing else is found, and sentences
leave no gap.
"""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from explainer.rules.cited import sentences_cited
from explainer.text.clauses import bound_left_out
from explainer.text.folding import fold
from explainer.text.html import CITED
from explainer.text.languages import language
from explainer.text.passages import Passages
from explainer.text.quotations import quotations
from explainer.text.sentences import around
from explainer.text.spans import Span
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sites import SITES, topic, whole

KNOWN = [source.passages for name in SITES for source in topic(name).sources.values()]
# Texts nobody would write, of what real ones are made of.
PIECES = [
    "a",
    "Be",
    "cé",
    "d\u0308u",
    "don’t",
    "s’",
    "1",
    "2.5",
    "400,000",
    "x\xady",
    ".",
    ",",
    "!",
    "…",
    "[…]",
    "–",
    "-",
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "«",
    "»",
    "„",
]
PIECES += [
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\u00a0",
    "\u202f",
    "\n",
    "\r\n",
    "\n\n",
    "\r\n\r\n",
    "\n \n",
    "(",
    ")",
    "日本",
    "。",
    "U.S.",
    "Mr.",
    "é",
    "e\u0301\u0323",
]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
sources = st.one_of(
    st.sampled_from(KNOWN), st.builds(Passages, texts, st.sampled_from(["en", "de", "fr", "pl"]))
)
QUICK = settings(max_examples=300, deadline=None)


def rewrapped(words: str, how: random.Random) -> str:
    """The same words, written another way: all that the matching folds."""
    marks = {'"': '"“”„', "'": "'‘’‚"}
    words = "".join(how.choice(marks.get(char, char)) for char in words)
    words = unicodedata.normalize(how.choice(["NFC", "NFD"]), words)
    return re.sub(
        " ", lambda _: how.choice([" ", "  ", "\n", "\r\n", "\u00a0", "\u202f", "\n    "]), words
    )


@QUICK
@given(sources, st.data())
def test_any_slice_is_found_however_it_is_wrapped_and_maps_back(passages, data):
    lines = [line for line in passages.folded.split("\n") if line.strip()]
    assume(lines)
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    words = line[start:end].strip()
    assume(words)
    assume(
        not unicodedata.combining(words[0])
        and not unicodedata.combining(line[end : end + 1] or " ")
    )  # half a letter
    written = rewrapped(words, data.draw(st.randoms(use_true_random=False)))
    assume(
        fold(written) == words
    )  # a straightened mark may fold into another run of marks; the rest always does
    spans = passages.slices(written)
    assert spans
    for a, b in spans:
        assert fold(passages.text[a:b]) == words
    places = [m.start() for m in re.finditer(f"(?={re.escape(words)})", passages.folded)]
    assert len(spans) == len(places)


@QUICK
@given(sources, st.data())
def test_whole_words_are_found_with_clean_edges(passages, data):
    paragraph = data.draw(st.sampled_from(passages.paragraphs)) if passages.paragraphs else None
    assume(paragraph)
    words = [*passages.words_in(*paragraph)]
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 12, len(words) - 1)))
    span = Span(words[first].start, words[last].end)
    raw = passages.text[span.start : span.end]
    assume("[…]" not in raw)
    found = passages.find(
        rewrapped(fold(raw), data.draw(st.randoms(use_true_random=False))), limit=1000
    )
    assert (span,) in found
    for match in found:
        ((a, b),) = match
        assert fold(passages.text[a:b]) == fold(raw)


@QUICK
@given(sources, st.data())
def test_words_that_are_not_in_the_source_are_never_found(passages, data):
    words = passages.text[
        slice(
            *sorted(
                data.draw(
                    st.tuples(
                        st.integers(0, len(passages.text)), st.integers(0, len(passages.text))
                    )
                )
            )
        )
    ].split()
    words.insert(
        data.draw(st.integers(0, len(words))),
        data.draw(st.sampled_from(["Zyx", "7", "zu8", "ß", "Ünicht"])),
    )
    written = " ".join(words)
    assume(fold(written) not in passages.folded.replace("\n", " "))
    assert passages.find(written) == passages.slices(written) == []


@QUICK
@given(sources, texts)
def test_whatever_is_found_stands_there(passages, words):
    for match in passages.find(words, limit=50):
        assert " […] ".join(fold(passages.text[a:b]) for a, b in match) == fold(words)
        assert list(match) == sorted(match)
        assert len({passages.sentence_at(a).paragraph for a, _ in match}) == 1
        for a, b in match:
            assert not (passages.text[a - 1 : a].isalnum() and passages.text[a].isalnum())
            assert not (passages.text[b : b + 1].isalnum() and passages.text[b - 1].isalnum())


@QUICK
@given(sources, st.one_of(texts, st.text(max_size=80)))
def test_the_nearest_words_are_the_source_s_own(passages, words):
    near = passages.nearest(words)
    if near:
        said, (a, b) = near
        assert said == " ".join(passages.text[a:b].split())
        marks = tuple("\"“”„«»‘’'")  # a quotation is suggested without its marks
        assert said and (
            passages.text[a - 1 : a].isspace()
            or passages.text[a - 1 : a] in marks
            or a in {0, *(s.start for s in passages.sentences)}
        )
        assert (
            passages.text[b : b + 1].isspace()
            or passages.text[b : b + 1] in marks
            or b in {s.end for s in passages.sentences}
        )


@pytest.mark.parametrize("passages", KNOWN, ids=lambda p: fold(p.text)[:20])
def test_the_nearest_words_to_a_slip_are_where_it_was_made(passages):
    how = random.Random(1)
    for sentence in passages.sentences:
        words = [*passages.words_in(sentence.start, sentence.end)]
        if len(words) >= 4:
            middle = how.choice(words[1:-1])
            slip = (
                passages.text[sentence.start : middle.start]
                + "mistaken"
                + passages.text[middle.end : sentence.end]
            )
            _said, span = passages.nearest(slip)
            assert span.start < sentence.end and sentence.start < span.end


@QUICK
@given(sources)
def test_paragraphs_and_sentences_tile_the_text(passages):
    text, at = passages.text, 0
    for number, (start, end) in enumerate(passages.paragraphs, 1):
        assert not text[at:start].strip() and start < end
        assert text[start:end] == text[start:end].strip()
        inside = [s for s in passages.sentences if s.paragraph == number]
        assert [s.number for s in inside] == list(range(1, len(inside) + 1))
        at = start
        for sentence in inside:
            assert not text[at : sentence.start].strip() and sentence.start < sentence.end
            assert (
                passages.sentence_at(sentence.start)
                == passages.sentence_at(sentence.end - 1)
                == sentence
            )
            at = sentence.end
        assert at == end
    assert not text[at:].strip()
    assert passages.sentences == sorted(passages.sentences)


@QUICK
@given(sources)
def test_the_folded_text_is_the_text_folded(passages):
    assert (
        passages.folded.split("\n") == [fold(passages.text[a:b]) for a, b in passages.paragraphs]
        or not passages.paragraphs
    )
    assert len(passages._folded.origin) == len(passages.folded) + 1
    assert list(passages._folded.origin) == sorted(passages._folded.origin)


@QUICK
@given(sources)
def test_quoted_passages_lie_inside_their_paragraphs(passages):
    for a, b in passages.quoted:
        assert 0 < a <= b <= len(passages.text)
        assert any(start <= a and b <= end for start, end in passages.paragraphs)


# --- what is quoted -------------------------------------------------------------------------------

QUOTED = [
    ("en", "He said “I don’t know” and left.", ["I don’t know"]),
    ("en", 'He said "I don\'t know" and left.', ["I don't know"]),
    ("en", "He said ‘I don’t know’ and left.", ["I don’t know"]),
    ("en", "He said 'I don't know' and left.", ["I don't know"]),
    ("en", "‘The boys’ toys are gone,’ he said.", ["The boys’ toys are gone,"]),
    ("en", "The boys’ toys are gone.", []),
    ("en", "Favourable to Russia‘s demands, in the ’90s.", []),
    ("en", "It is Russia‘s “peace agreement” again.", ["peace agreement"]),
    ("en", "“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,", "never"]),
    ("en", "‘He told me “never” twice,’ she said.", ["He told me “never” twice,", "never"]),
    (
        "en",
        "(“inside brackets”) – “after a dash”—“and another”",
        ["inside brackets", "after a dash", "and another"],
    ),
    ("en", "“First part.\n\n“Second part.”", ["First part.", "Second part."]),
    ("en", "‘First part.\n\n‘Second part.’", ["First part.", "Second part."]),
    (
        "en",
        "“Three.\n\n“Paragraphs.\n\n“Long.” Then “more”.",
        ["Three.", "Paragraphs.", "Long.", "more"],
    ),
    ("en", 'A 6" pipe and no quotation.', []),
    (
        "en",
        '"I drove it in the \'50s," she said. Her critics disagree. "No," he said.',
        ["I drove it in the '50s,", "No,"],
    ),
    ("en", "“Get ‘em,” she said. Nobody moved.", ["Get ‘em,"]),
    ("en", '"\'Til then," he said. Then he left.', ["'Til then,"]),
    ("de", "Er sagte: „Ich weiß es nicht“, und ging.", ["Ich weiß es nicht"]),
    ("de", "Er sagte: »Ich weiß es nicht« und ging.", ["Ich weiß es nicht"]),
    ("de", "„Er sagte ‚nie‘ zu mir“, sagte sie.", ["Er sagte ‚nie‘ zu mir", "nie"]),
    ("de", "»Er sagte ›nie‹ zu mir«, sagte sie.", ["Er sagte ›nie‹ zu mir", "nie"]),
    ("fr", "Il a dit « je ne sais pas » et il est parti.", [" je ne sais pas "]),
    ("fr", "Il a dit «\u00a0C’est l’été\u00a0».", ["\u00a0C’est l’été\u00a0"]),
    ("fr", "L’ami d’hier n’est plus là.", []),
    ("ru", "Он сказал: «Не знаю».", ["Не знаю"]),
    ("ja", "彼は「知らない」と言った。", ["知らない"]),
    ("sv", "Han sa: ”Jag vet inte”.", ["Jag vet inte"]),
    ("pl", "Powiedział: „Nie wiem” i wyszedł.", ["Nie wiem"]),
]


@pytest.mark.parametrize(
    ("tag", "text", "quoted"), QUOTED, ids=[f"{tag}: {text[:30]}" for tag, text, _ in QUOTED]
)
def test_what_is_quoted(tag, text, quoted):
    passages = Passages(text, tag)
    assert [text[a:b] for a, b in passages.quoted] == quoted


SENTENCES = [
    (
        "en",
        "The U.S. Senate met. The D.C. Council did too.",
        ["The U.S. Senate met.", "The D.C. Council did too."],
    ),
    (
        "en",
        "Cllr. Rowe and J. P. Hart spoke, pp. 6-7, art. I.",
        ["Cllr. Rowe and J. P. Hart spoke, pp. 6-7, art. I."],
    ),
    (
        "en",
        "Three things change:\n• trains run hourly;\n• a station closes.",
        ["Three things change:", "• trains run hourly;", "• a station closes."],
    ),
    (
        "de",
        "Am 3. Oktober 1990 trafen sie sich. Im 19. Jahrhundert nicht.",
        ["Am 3. Oktober 1990 trafen sie sich.", "Im 19. Jahrhundert nicht."],
    ),
    ("de", "Er war 15. Dann ging er.", ["Er war 15.", "Dann ging er."]),
]


@pytest.mark.parametrize(
    ("tag", "text", "sentences"), SENTENCES, ids=[text[:30] for _, text, _ in SENTENCES]
)
def test_where_sentences_end(tag, text, sentences):
    assert [text[s.start : s.end] for s in Passages(text, tag).sentences] == sentences


@QUICK
@given(texts, st.sampled_from(["en", "de", "fr", "pl"]))
def test_marks_of_a_quotation_stand_on_either_side(text, tag):
    marks = language(tag)
    for a, b in quotations(text, [Span(0, len(text))] if text else [], marks):
        assert text[a - 1] in "".join(pair[0] for pair in marks.quotes)
        assert b == len(text) or text[b] in "".join(pair[1] for pair in marks.quotes)


# --- speech without quotation marks ---------------------------------------------------------------

TURNS = [
    ("en", "MAYOR ADAMS: We will. It is late.\n\nANNA BELL: When?\n\nMAYOR ADAMS: Now.",
     ["MAYOR ADAMS|We will. It is late.", "ANNA BELL|When?", "MAYOR ADAMS|Now."]),
    ("en", "Q: Why?\nA: Because we must.\nQ: When?", ["Q|Why?", "A|Because we must.", "Q|When?"]),
    ("fr", "JEAN ROUX : Nous venons.\n\nANNA BELL : Quand ?",
     ["JEAN ROUX|Nous venons.", "ANNA BELL|Quand ?"]),
    ("en", "ANNA BELL: When?\n\nTOM HILL: Soon.\n\nIn May.\n\nANNA BELL: Good.",
     ["ANNA BELL|When?", "TOM HILL|Soon.", "TOM HILL|In May.", "ANNA BELL|Good."]),
    ("en", "Stay at home.\n\n— Mayor Adams (@mayoradams) August 23, 2021",
     ["Mayor Adams (@mayoradams) August 23, 2021|Stay at home."]),
    ("en", "Mayor Adams (@mayoradams) · Aug 23\nStay at home.",
     ["Mayor Adams (@mayoradams) · Aug 23|Stay at home."]),
    # What is none: a dateline, headings, a caption, one name before a colon.
    ("en", "SEC. REED: We will build the bridge. The mayor met the board.", []),
    ("en", "WEATHER: Rain will fall.\n\nSPORT: Bellmoor won 2-1.", []),
    ("en", "LONDON: The council met.\n\nThe mayor said: “We will not.”", []),
    ("en", "Options: A, B.\n\nPrice: £20.\n\nPlace: Bellmoor.", []),
    ("en", "PHOTO: Anna Bell.\n\nPHOTO: I was there.\n\nCAPTION: We.", []),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "turns"), TURNS, ids=[row[1][:30] for row in TURNS])
def test_turns_and_posts(tag, text, turns):
    found = Passages(text, tag)
    assert [
        f"{text[slice(*turn.label)]}|{text[slice(*turn.words)]}" for turn in found.turns
    ] == turns
    for turn in found.turns:  # none of it is the source's own prose
        for part in (turn.label, turn.words):
            assert any(own.start <= part.start and part.end <= own.end for own in found.not_own)


LINES = [
    ("It was decided:\n- A bridge is built\n- Two boats are bought", 3),
    ("It was decided.\n1. A bridge\n2. A boat", 3),
    ("Town\tHouses\nBellmoor\t40\nReed\t12", 3),
    ("Town | Houses\nBellmoor | 40", 2),
    ("ANNA BELL: yes\nTOM HILL: no", 2),
    ("The mayor\n- who was late - said\nno more", 1),
    ("They met on the\n12. of May", 1),
    ("Wrapped lines of\none sentence", 1),
]


@pytest.mark.parametrize(("text", "count"), LINES, ids=[row[0][:20] for row in LINES])
def test_lines_that_begin_a_sentence(text, count):
    assert len(Passages(text).sentences) == count


@pytest.mark.parametrize(
    ("title", "there"),
    [
        ("The ferry of Osmer to close in May", True),
        ("Ferry to close in May", True),  # shortened
        ("Ferry to open in May", False),
        ("The council voted on Monday", False),  # of a sentence
    ],
)
def test_a_headline_is_a_line_without_a_full_stop(title, there):
    text = "The ferry of Osmer to close in May\n\nThe council voted on Monday to close it."
    assert Passages(text, "en").has_headline(title) is there


@pytest.mark.parametrize(
    ("site", "text", "parts"),
    [
        ("ferry", "She said: “It is far.”[a] Nothing came of it.[b]", ["a", "b"]),
        ("ferry", "She asked “Why?”[a] Nobody knew.[b]", ["a", "b"]),
        ("bruecke", "Er sagte: „Es ist weit.“[a] Der Artikel schweigt.[b]", ["a", "b"]),
        ("ferry", "Elle a dit : « C'est loin. »[a] Le maire reste.[b]", ["a", "b"]),
        ("ferry", "Dijo: «Está lejos.»[a] El alcalde calla.[b]", ["a", "b"]),
        ("ferry", "“It is far.”[a] Nothing came of it.[b] So it was.[c]", ["a", "b", "c"]),
        ("ferry", "“Why?”[a] Okonjo asked. Nobody knew.[b]", ["a", "b"]),
        ("ferry", "She called it “far.”[a] and left.[b]", ["ab"]),
        ("ferry", "“It is far.” Okonjo said so.[a] Nobody knew.[b]", ["a", "b"]),
    ],
)
def test_a_quotation_that_is_cited_behind_its_full_stop_ends_a_sentence(
    site: str, text: str, parts: list[str]
) -> None:
    shown = re.sub(r"\[(\w)\]", rf"{CITED}\1{CITED}", text)
    found = sentences_cited(whole(site), shown)
    assert ["".join(part.cites) for part in found] == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "He had called for a ferry for months, and said that it may be a “bridge”. All of it",
            "He had called for a ferry for months, and said that it may be a “bridge”.",
        ),
        (f"It is {'long ' * 40}and then a “bridge”", f"{'long ' * 21}and then a “bridge”"),
        ("It took months. He said: “It is far.” All quotations", "He said: “It is far.”"),
        (
            "“Why?” Okonjo asked of those who were there then",
            "“Why?” Okonjo asked of those who were there",
        ),
        ("Why? “Nobody” knew", "“Nobody” knew"),
    ],
)
def test_the_words_around_a_place_are_of_its_sentence_and_whole(text: str, words: str) -> None:
    (span,) = (Span(*m.span(1)) for m in re.finditer("“(.*?)”", text))
    assert around(text, span) == words


@pytest.mark.parametrize(
    ("tag", "text", "quoted", "bound"),
    [
        (
            "en",
            "“You can’t have peace unless both sides agree,” he said.",
            "You can’t have peace",
            "unless both sides agree",
        ),
        (
            "en",
            "“The road stays closed until the river falls.”",
            "The road stays closed",
            "until the river falls",
        ),
        (
            "en",
            "“Nobody may enter, except the firemen.”",
            "Nobody may enter,",
            "except the firemen",
        ),
        (
            "en",
            "“We will pay if the court says so,” she said.",
            "We will pay",
            "if the court says so",
        ),
        ("en", "“We will pay,” she said, if the court says so.", "We will pay,", ""),
        ("en", "“We will pay and go home,” she said.", "We will pay", ""),
        ("en", "“They want a quick peace unless it costs land.”", "quick peace", ""),
        (
            "de",
            "„Wir bauen die Brücke nicht, wenn die Stadt nicht zahlt.“",
            "Wir bauen die Brücke nicht,",
            "wenn die Stadt nicht zahlt",
        ),
        (
            "de",
            "„Die Straße bleibt gesperrt, bis der Fluss fällt.“",
            "Die Straße bleibt gesperrt,",
            "bis der Fluss fällt",
        ),
        (
            "fr",
            "« Il n’y aura pas de paix sauf si les deux camps cèdent. »",
            "Il n’y aura pas de paix",
            "sauf si les deux camps cèdent",
        ),
        (
            "es",
            "«No habrá paz hasta que las dos partes cedan.»",
            "No habrá paz",
            "hasta que las dos partes cedan",
        ),
        ("es", "«No habrá paz y no habrá dinero.»", "No habrá paz", ""),
    ],
)
def test_what_bounds_a_quoted_clause_right_behind_it(tag, text, quoted, bound):
    passages = Passages(text, tag)
    (place,) = passages.slices(fold(quoted))
    assert bound_left_out(passages, place) == bound
