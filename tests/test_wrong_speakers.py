"""Quotations of small texts given to somebody else: the rules on voices refuse each, and let the
right one pass."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from explainer.text.offices import sex_of_office
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import PLAIN_SOURCE, run

RULES = (
    "quotation-attribution",
    "attribution-named-nearby",
    "speaker-named",
    "turns-of-their-speakers",
)


class Row(NamedTuple):
    """A text, the quotation, the words that attribute it, and who may be meant by them: the right
    speaker and the wrong one, each with the words that name them where a pronoun does not."""

    tag: str
    text: str
    quote: str
    by: str
    right: tuple[str, str]
    wrong: tuple[str, str]


ROWS = [
    Row(
        "en",
        "Tom Hill was there. Gina Smith accused Carl Dunn of “a plain mistake” on Monday.",
        "a plain mistake",
        "Gina Smith accused Carl Dunn of",
        ("Gina Smith", ""),
        ("Carl Dunn", ""),
    ),
    Row(
        "en",
        "Tom Hill said: “It is growing.”\n\n“It is a win,” Ms. Bell, 54, said in a post.",
        "It is a win,",
        "Ms. Bell, 54, said in a post.",
        ("Ms. Bell", ""),
        ("Tom Hill", ""),
    ),
    Row(
        "en",
        "Gina Smith called the findings “simply wrong.”\n\nCarl Dunn criticized the study."
        "\n\n“It rests on a mistake,” he said.",
        "It rests on a mistake,",
        "he said.",
        ("Carl Dunn", "Carl Dunn criticized the study."),
        ("Gina Smith", "Gina Smith called the findings"),
    ),
    Row(
        "en",
        "Carl Dunn said he was late.\n\n“It rests on a mistake,” he said.",
        "It rests on a mistake,",
        "he said.",
        ("Carl Dunn", "Carl Dunn said he was late."),
        ("Carl Dunn", ""),
    ),  # a pronoun names nobody
    Row(
        "en",
        "Carl Dunn said the landslide destroyed his barn.\n\n“We ran out,” Harbour News quoted"
        " him as saying.",
        "We ran out,",
        "Harbour News quoted him as saying.",
        ("Carl Dunn", "Carl Dunn said the landslide destroyed his barn."),
        ("Harbour News", ""),
    ),
    Row(
        "en",
        "Coach Carl Dunn believes Paul Reed has “arrived for good” after he scored.",
        "arrived for good",
        "Coach Carl Dunn believes Paul Reed has",
        ("Carl Dunn", ""),
        ("Paul Reed", ""),
    ),
    Row(
        "en",
        "Wendy Hill, from the Board, said: “We move forces.”",
        "We move forces.",
        "Wendy Hill, from the Board, said:",
        ("Wendy Hill", ""),
        ("the Board", ""),
    ),
    Row(
        "en",
        "Chairman of the Board Paul Reed, a retired TV journalist, told of ‘fear and neglect’.",
        "fear and neglect",
        "Chairman of the Board Paul Reed, a retired TV journalist, told of",
        ("Paul Reed", ""),
        ("TV", ""),
    ),
    Row(
        "en",
        "Harbour News reporter Anna Bell said: “It is growing.”",
        "It is growing.",
        "Harbour News reporter Anna Bell said:",
        ("Anna Bell", ""),
        ("Harbour News", ""),
    ),
    Row(
        "de",
        "Adam Wolf kam mit Carl Dorn.\n\n„Wir brauchen Hilfe“, sagte Adam Wolf.",
        "Wir brauchen Hilfe",
        "sagte Adam Wolf.",
        ("Adam Wolf", ""),
        ("Carl Dorn", ""),
    ),
    Row(
        "fr",
        "Jean Roux est venu avec Luc Petit.\n\n« Il faut partir », a déclaré Jean Roux.",
        "Il faut partir",
        "a déclaré Jean Roux.",
        ("Jean Roux", ""),
        ("Luc Petit", ""),
    ),
    Row(
        "es",
        "Ana Ruiz llegó con Luis Gil.\n\n«Hay que salir», dijo Ana Ruiz.",
        "Hay que salir",
        "dijo Ana Ruiz.",
        ("Ana Ruiz", ""),
        ("Luis Gil", ""),
    ),
    *(  # according to the first, of whom the paragraph before the last knew nothing
        Row(
            tag,
            f"Tom Hill {died}.\n\n{words} {said}",
            quote,
            by,
            (who, words),
            ("Tom Hill", "Tom Hill"),
        )
        for tag, died, who, words, said, quote, by in (
            (
                "en",
                "was found dead, police said",
                "Nye Oddling",
                "According to Captain Nye Oddling, who leads the pumps, 60 people worked.",
                "“We had no sleep,” he said.",
                "We had no sleep,",
                "he said.",
            ),
            (
                "en",
                "was found dead, police said",
                "Nye Oddling",
                "Sixty people worked all night, according to Nye Oddling, a captain.",
                "“We had no sleep,” he said.",
                "We had no sleep,",
                "he said.",
            ),
            (
                "fr",
                "a été retrouvé mort",
                "Ferdinand Petit",
                "D’après le capitaine Ferdinand Petit, qui commande, 60 pompiers ont travaillé.",
                "« On n’a pas dormi », explique-t-il.",
                "On n’a pas dormi",
                "explique-t-il.",
            ),
            (
                "fr",
                "a été retrouvé mort",
                "Anne Petit",
                "Selon la maire Anne Petit, élue en mai, 60 pompiers ont travaillé.",
                "« On n’a pas dormi », a-t-elle dit.",
                "On n’a pas dormi",
                "a-t-elle dit.",
            ),
            (
                "de",
                "wurde tot gefunden",
                "Karl Kern",
                "Laut Hauptmann Karl Kern, der die Pumpen leitet, halfen 60 Leute.",
                "„Wir schliefen nicht“, sagte er.",
                "Wir schliefen nicht",
                "sagte er.",
            ),
            (
                "de",
                "wurde tot gefunden",
                "Karl Kern",
                "Nach Angaben von Karl Kern halfen 60 Leute.",
                "„Wir schliefen nicht“, sagte er.",
                "Wir schliefen nicht",
                "sagte er.",
            ),
            (
                "es",
                "fue hallado muerto",
                "Luis Gil",
                "Según el capitán Luis Gil, que dirige las bombas, trabajaron 60 personas.",
                "«No dormimos», dijo él.",
                "No dormimos",
                "dijo él.",
            ),
        )
    ),
    Row(  # who is spoken to says nothing
        "en",
        "Carl Dunn hid. Gina Smith went to Anna Bell. She told Anna Bell: “You were trusted.”",
        "You were trusted.",
        "She told Anna Bell:",
        ("Gina Smith", "Gina Smith went to Anna Bell."),
        ("Anna Bell", ""),
    ),
    Row(
        "en",
        "Carl Dunn hid. “She waited,” said a fisherman here, adding that he would “march with us”.",
        "march with us",
        "said a fisherman here, adding that he would",
        ("A fisherman", ""),
        ("Carl Dunn", "Carl Dunn hid."),
    ),
    Row(  # the council is the council, and its spokeswoman goes on
        "en",
        "Harriet Pellow, the council leader, spoke. A spokeswoman for the council said many came."
        " “Every one is welcome,” she added.",
        "Every one is welcome,",
        "she added.",
        ("Spokeswoman for the council", "A spokeswoman for the council said many came."),
        ("Harriet Pellow", "Harriet Pellow, the council leader, spoke."),
    ),
    Row(
        "en",
        "Harriet Pellow, the council leader, said: “It will close.” A spokeswoman for the council"
        " left.",
        "It will close.",
        "Harriet Pellow, the council leader, said:",
        ("Harriet Pellow", ""),
        ("Spokeswoman for the council", ""),
    ),
    Row(  # whom a participle is about does nothing
        "en",
        "Sentencing Adam Reed, Gina Smith said it was plain. “You knew,” she told him.",
        "You knew,",
        "she told him.",
        ("Gina Smith", "Gina Smith said it was plain."),
        ("Adam Reed", "Sentencing Adam Reed, Gina Smith said it was plain."),
    ),
    *(  # whom a pronoun does not fit does nothing that hides whom it means
        Row(tag, text, quote, by, (who, words), (other, ""))
        for tag, text, quote, by, who, words, other in (
            (
                "en",
                "Anna Bell came. Mr Hill locked the gate. “It was dark,” she said.",
                "It was dark,",
                "she said.",
                "Anna Bell",
                "Anna Bell came.",
                "Mr Hill",
            ),
            (
                "de",
                "Anna Bell kam. Herr Dorn schloss das Tor. „Es war dunkel“, sagte sie.",
                "Es war dunkel",
                "sagte sie.",
                "Anna Bell",
                "Anna Bell kam.",
                "Herr Dorn",
            ),
            (
                "fr",
                "Mme Bell est venue. Luc Petit ferma la porte. « Il faisait noir », a-t-elle dit.",
                "Il faisait noir",
                "a-t-elle dit.",
                "Mme Bell",
                "Mme Bell est venue.",
                "Luc Petit",
            ),
            (
                "es",
                "Ana Ruiz llegó. Luis Gil cerró la puerta. «Era de noche», dijo ella.",
                "Era de noche",
                "dijo ella.",
                "Ana Ruiz",
                "Ana Ruiz llegó.",
                "Luis Gil",
            ),
        )
    ),
    Row(  # the sentence behind says something else, and so not whose the one before is
        "en",
        "Gina Smith was blunt. “They are beyond repair.” Carl Dunn added that two had been sold.",
        "They are beyond repair.",
        "was blunt.",
        ("Gina Smith", "Gina Smith was blunt."),
        ("Carl Dunn", "Carl Dunn added"),
    ),
    Row(  # words behind do not say whom a pronoun means
        "de",
        "Carl Dorn kam. „Wir gingen“, ergänzte er. Seine Nachbarin, Gesche Wolf, blieb.",
        "Wir gingen",
        "ergänzte er.",
        ("Carl Dorn", "Carl Dorn kam."),
        ("Gesche Wolf", "Seine Nachbarin, Gesche Wolf, blieb."),
    ),
    Row(
        "es",
        "Luis Gil huyó. Según la portavoz, Ana Ruiz, hay un detenido. «Todo apunta a eso», añadió.",
        "Todo apunta a eso",
        "añadió.",
        ("Ana Ruiz", "Según la portavoz, Ana Ruiz, hay un detenido."),
        ("Luis Gil", "Luis Gil huyó."),
    ),
    Row(
        "en",
        "MAYOR REED: We will build it.\n\nANNA BELL: And when?\n\nMAYOR REED: Next year.",
        "And when?",
        "ANNA BELL:",
        ("Anna Bell", ""),
        ("Mayor Reed", ""),
    ),
    Row(
        "en",
        "Mayor Reed met Anna Bell.\n\nStay at home.\n\n— Anna Bell (@annabell) 4 May 2021",
        "Stay at home.",
        "— Anna Bell (@annabell) 4 May 2021",
        ("Anna Bell", ""),
        ("Mayor Reed", ""),
    ),
]


def said_of(
    folder: Path,
    row: Row,
    speaker: str,
    resolved: str,
    inferred: str = "",
    more: Sequence[tuple[str, str]] = (),
) -> str:
    people = {
        name.lower().replace(" ", "-").replace(".", ""): name for name, _ in (*row[4:], *more)
    }
    facts = {
        "people": [
            {"id": name, "name": called, "description": "D.", "mention": _as_in(row.text, called)}
            for name, called in people.items()
        ],
        "quotes": [
            {
                "id": "the-quotation",
                "text": row.quote,
                "kind": "written" if "@" in row.by else "spoken",
                "speaker": next(name for name, called in people.items() if called == speaker),
                "attributed_by": row.by,
                **({"resolved_from": resolved} if resolved else {}),
                **({"inferred": inferred} if inferred else {}),
                "said_via": "not_stated",
                "date_said": "not_stated",
                "evidence": row.quote,
            }
        ],
    }
    return problems_of(folder, row.tag, row.text, facts, *RULES)


def _as_in(text: str, called: str) -> str:
    """A name as a text has it: a description in a small letter."""
    return called if called in text else called[:1].lower() + called[1:]


# A number of boats, to which an id, who gives it and its words are added.
BOATS = {
    "label": "It",
    "value": 61,
    "value_text": "61",
    "qualifier": "exact",
    "unit": "boats",
    **dict.fromkeys(("measure", "population", "period", "as_of"), "not_stated"),
    "attribution_level": "stated_by",
}


def problems_of(folder: Path, tag: str, text: str, facts: object, *rules: str) -> str:
    """What some rules say of facts of a small text."""
    return "; ".join(p.message for p in run(site_of(folder, tag, text, facts), *rules))


def site_of(folder: Path, tag: str, text: str, facts: object, settings: str = "") -> Site:
    """A site with facts of a small text, and with more ``settings``."""
    for part in ("seeds/sources", "seeds/facts", "content"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    raw = text.encode()
    sealed = PLAIN_SOURCE.format(tag=tag, sha256=hashlib.sha256(raw).hexdigest())
    (folder / "seeds/sources/text.txt").write_bytes(raw)
    (folder / "seeds/sources/text.yml").write_text(sealed, "utf-8")
    (folder / "seeds/settings.yml").write_text(f"question: Q?\nas_of: 2021\n{settings}", "utf-8")
    (folder / "content/index.md").write_text("---\ntitle: Q\ndescription: D\n---\n\n# Q\n", "utf-8")
    (folder / "seeds/facts/facts.yml").write_text(
        json.dumps(facts, ensure_ascii=False, indent=0), "utf-8"
    )
    read, faults = load(folder)
    assert not faults, faults
    return Site(read)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.tag} {row.quote[:20]}")
def test_only_the_right_speaker_passes(row, tmp_path):
    assert said_of(tmp_path, row, *row.right) == ""
    assert said_of(tmp_path, row, *row.wrong)


REED = "Reed, appointed on Tuesday, later deleted the post."


@pytest.mark.parametrize(
    ("tag", "behind", "who", "right"),
    [
        ("en", "That is what Carl Dunn said.", "Carl Dunn", True),
        ("en", "Carl Dunn said so on Monday.", "Carl Dunn", True),
        ("en", "Carl Dunn said that two boats were sold.", "Carl Dunn", False),
        ("en", "Carl Dunn told the court “no”.", "Carl Dunn", False),
        ("de", "Das sagte Karl Dorn am Montag.", "Karl Dorn", True),
        ("de", "Karl Dorn sagte, dass zwei Boote fehlen.", "Karl Dorn", False),
        ("fr", "C’est ce qu’a dit Luc Petit.", "Luc Petit", True),
        ("fr", "Luc Petit a ajouté que deux bateaux manquaient.", "Luc Petit", False),
        ("es", "Así lo dijo Luis Gil.", "Luis Gil", True),
        ("es", "Luis Gil añadió que faltaban dos barcos.", "Luis Gil", False),
    ],
)
def test_the_sentence_behind_says_whose_a_quotation_is_if_it_says_no_more(
    tag, behind, who, right, tmp_path
):
    text = f"Anna Bell. “All is beyond repair here.” {behind}"
    row = Row(tag, text, "All is beyond repair here.", behind, (who, ""), ("Anna Bell", ""))
    assert (said_of(tmp_path, row, who, "") == "") is right


LATE = "Reed, appointed on Tuesday, later left the hall."
DUNN = "Mayor Carl Dunn said the bridge was safe."
SAD = "“Sad news,” he wrote on Friday."
# A pronoun that may mean either of two people: the words that name each, and the quotation.
EITHER = [
    ("en", f"Adam Reed was sorry.\n\n{LATE} {DUNN}\n\n{SAD}", LATE, DUNN),
    ("en", f"Adam Reed was sorry. {LATE} {DUNN} {SAD}", LATE, DUNN),
    ("en", f"{REED} {DUNN} Dunn sent a letter.\n\n{SAD}", REED, "Dunn sent a letter."),
    ("en", f"Adam Reed wept. {DUNN} It rained.\n\n{SAD}", "Adam Reed wept.", DUNN),
    ("en", f"Adam Reed and Carl Dunn met.\n\n{SAD}", "Adam Reed", "Carl Dunn met."),
    (
        "de",
        "Adam Reed ging. Carl Dunn kam.\n\n„Sad news“, sagte er.",
        "Adam Reed ging.",
        "Carl Dunn kam.",
    ),
    (
        "fr",
        "Adam Reed part. Carl Dunn reste. « Sad news », a-t-il dit.",
        "Adam Reed part.",
        "Carl Dunn reste.",
    ),
    (
        "es",
        "Adam Reed calló. Carl Dunn se fue. «Sad news», lamentó.",
        "Adam Reed calló.",
        "Carl Dunn se fue.",
    ),
]
# A pronoun that means one alone: of the other sex, quoted right before, in another paragraph.
ONE = [
    ("en", f"Anna Bell was sorry. {DUNN} {SAD}", DUNN),
    ("en", f"{REED}\n\n{DUNN}\n\n{SAD}", DUNN),
    ("en", f"{REED} Carl Dunn wrote: “It is safe.” {SAD}", "Carl Dunn wrote:"),
    ("en", f"{DUNN} The board met Adam Reed.\n\n{SAD}", DUNN),
    ("de", "Lena Bell ging. Carl Dunn kam. „Sad news“, sagte er.", "Carl Dunn kam."),
    ("fr", "Anne Bell part. Carl Dunn reste. « Sad news », a-t-il dit.", "Carl Dunn reste."),
]


def sad_news(folder: Path, tag: str, text: str, who: str, words: str, inferred: str = "") -> str:
    """What is said of the quotation in a text about sad news, given to somebody."""
    quote = "Sad news," if "news,”" in text else "Sad news"
    by = text.split("Sad news")[1].split("\n")[0].lstrip("”“»«, ")
    row = Row(tag, text, quote, by, ("Adam Reed", ""), ("Carl Dunn", ""))
    more = [(name, "") for name in ("Anna Bell", "Lena Bell", "Anne Bell") if name in text]
    return said_of(folder, row, who, words, inferred, more)


@pytest.mark.parametrize("tag, text, reed, dunn", EITHER)
def test_a_pronoun_that_may_mean_either_is_marked_as_inferred(tag, text, reed, dunn, tmp_path):
    for who, words, other in (("Adam Reed", reed, "carl-dunn"), ("Carl Dunn", dunn, "adam-reed")):
        assert other in sad_news(tmp_path, tag, text, who, words)
        assert sad_news(tmp_path, tag, text, who, words, "speaker") == ""


@pytest.mark.parametrize("tag, text, dunn", ONE)
def test_a_pronoun_that_means_one_alone_needs_no_mark(tag, text, dunn, tmp_path):
    text += "\n\nAdam Reed and Anna Bell came back."
    assert sad_news(tmp_path, tag, text, "Carl Dunn", dunn) == ""


@pytest.mark.parametrize("before", ["Adam Reed was sorry.\n\n", "Adam Reed sent his sympathy.\n\n"])
def test_of_two_only_the_one_who_wrote_is_whom_a_pronoun_means_that_wrote(before, tmp_path):
    text = f"{before}{REED} {DUNN}\n\n{SAD}"
    assert sad_news(tmp_path, "en", text, "Adam Reed", REED, "speaker") == ""
    for inferred in ("", "speaker"):
        assert "adam-reed" in sad_news(tmp_path, "en", text, "Carl Dunn", DUNN, inferred)
    said = text.replace("he wrote", "he said")
    assert sad_news(tmp_path, "en", said, "Carl Dunn", DUNN, "speaker") == ""


def test_what_is_inferred_is_whom_the_pronoun_fits(tmp_path):
    text = f"Adam Reed was sorry.\n\nTom Hill came.\n\nAnna Bell wept.\n\n{DUNN}\n\n{SAD}"
    assert sad_news(tmp_path, "en", text, "Adam Reed", "Adam Reed was sorry.", "speaker")
    text = f"Adam Reed was sorry.\n\nIt rained.\n\n{DUNN}\n\nAnna Bell wept. “Sad news,” she wrote."
    assert sad_news(tmp_path, "en", text, "Adam Reed", "Adam Reed was sorry.", "speaker")


JUDGE = "Gina Smith sentenced Carl Dunn to 18 weeks."
TRUSTED = "She told him: “You were trusted.”"


@pytest.mark.parametrize(
    "text, words, wrong",
    [
        (f"Anna Bell, defending, asked for mercy.\n\n{JUDGE} {TRUSTED}", "Anna Bell", "Anna Bell"),
        (f"Carl Dunn wept. {JUDGE} {TRUSTED}", "Carl Dunn", "Carl Dunn"),
        (f"{JUDGE} {TRUSTED}", JUDGE, "Carl Dunn"),
        (
            f"Anna Bell came. {JUDGE} She told Anna Bell: “You were trusted.”",
            "Anna Bell came.",
            "Anna Bell",
        ),
    ],
)
def test_what_is_inferred_is_nobody_whom_the_words_exclude(text, words, wrong, tmp_path):
    by = text[text.rindex("She") : text.rindex(" “")]
    row = Row("en", text, "You were trusted.", by, ("Gina Smith", ""), ("Carl Dunn", ""))
    more = [("Anna Bell", "")]
    inferred = "speaker" if "came" in text else ""
    assert said_of(tmp_path, row, "Gina Smith", JUDGE, inferred, more) == ""
    assert said_of(tmp_path, row, wrong, words, "speaker", more)


# Numbers that are the text's own, although somebody says something in the sentence.
ITS_OWN = [
    ("en", "Mr Hill, who is 61, said volunteers had left.", "61"),
    ("en", "Hill, 61, said volunteers had left.", "61"),
    ("en", "The 61-year-old Hill said volunteers had left.", "61"),
    ("en", "“We left,” said Hill, a father of 61.", "61"),
    ("en", "According to Hill, who leads 61 pumps, it rained.", "61"),
    ("en", "The bridge, which cost £61m, opened, and she said it was late.", "£61m"),
    ("en", "It went according to plan and cost 61 pounds.", "61"),
    ("en", "She left the 61 boats there.", "61"),
    ("en", "What they asked for was 61 boats.", "61"),
    ("en", "Then she said goodbye and left the 61 boats.", "61"),
    ("en", "The fine depends, according to size, on 61 rules.", "61"),
    ("fr", "Elle a une somme précise de 61 euros.", "61"),
    ("fr", "La commune assure plus de 61 bateaux.", "61"),
    ("de", "Nach 61 Tagen kam sie.", "61"),
    ("es", "Según el tamaño, hay 61 barcos.", "61"),
    ("fr", "Hill, qui a 61 ans, a déclaré que l’eau montait.", "61"),
    ("fr", "Selon les besoins, 61 pompes tournent.", "61"),
    ("de", "Hill, der 61 Jahre alt ist, sagte, es regne.", "61"),
    ("es", "Hill, que tiene 61 años, dijo que llovía.", "61"),
    ("de", "Es sei denn, dass 61 Boote kommen, bleibt es so.", "61"),
    ("en", "The report was put beside 61 others.", "61"),
    ("en", "By her house are 61 boats.", "61"),
    ("fr", "Elle en compte 61 à son bord.", "61"),
    ("es", "En su opinión no hay dudas. Hay 61 barcos.", "61"),
    ("en", "The man, who said nothing, had 61 boats.", "61"),
    ("en", "The plan, announced on Monday, would cost 61 pounds.", "61"),
    ("en", "The plan was dead, he said, and the council voted 61 to 30 against it.", "61"),
    ("en", "The boat, called Anna, has 61 seats.", "61"),
    ("en", "In a survey of 61 people most agreed.", "61"),
    ("en", "In a study of the sea 61 boats were lost.", "61"),
    ("en", "The plan angered Hill, a driver who has waited 61 months.", "61"),
    ("de", "Die Stadt kaufte im September neue Busse für 61 Euro.", "61"),
    ("de", "In einer Umfrage von 2019 waren es 61.", "61"),
    ("fr", "Dans une enquête de trois mois, 61 bateaux furent trouvés.", "61"),
    ("es", "En una encuesta de satisfacción hubo 61 quejas.", "61"),
    ("en", "Hill, 61, a driver, said volunteers had left.", "61"),
    ("en", "Hill, who leads 61 pumps, said it rained.", "61"),
    ("en", "Hill, a retired driver who has waited 61 months, said it rained.", "61"),
    ("fr", "Le pont, estimé trop vieux, a coûté 61 euros.", "61"),
    ("de", "Der Mann, der nichts sagte, hatte 61 Boote.", "61"),
    ("en", "He resigned on Monday, she said, and 61 boats left the harbour.", "61"),
    ("en", "The car, said to be worth £2, and the boat cost £61.", "£61"),
    ("en", "Hill, born in 1950, has 61 boats.", "61"),
    ("en", "The report, published on Monday, lists 61 boats.", "61"),
    ("fr", "Le maire, élu en mai, a 61 bateaux.", "61"),
    ("de", "Die Brücke, gebaut im Jahr 1900, hat 61 Pfeiler.", "61"),
    ("de", "Am Ende jubelte die ganze Stadt über 61 Boote.", "61"),
    ("de", "In der Mitte der Halle liegt eine 61 Meter lange Bahn.", "61"),
    ("de", "Der Zug hatte heute nur 61 Sitze.", "61"),
    ("de", "Die Kinder alle zusammen haben 61 Euro.", "61"),
    ("de", "Es ist die größte Halle mit 61 Plätzen.", "61"),
    ("de", "Sie fuhren ohne Pause nach Hause, eine Strecke von 61 Kilometern.", "61"),
    ("de", "Der Berg war Ziel vieler Leute, viele der 61 Gäste kamen.", "61"),
    ("de", "Das ist genau die Hälfte der 61 Boote.", "61"),
    ("de", "Er hatte Hunde, Katzen und alle 61 Kühe.", "61"),
    ("de", "Mit 61 Jahren ist Hill der älteste im Rat.", "61"),
    ("de", "Es war das dritte und letzte der 61 Spiele.", "61"),
    ("de", "Die Stadt gab für Kinder alleine 61 Euro aus.", "61"),
    ("de", "In einer Untersuchung der Strecke wurden 61 Risse gefunden.", "61"),
    ("es", "En un estudio de la zona se hallaron 61 barcos.", "61"),
    ("fr", "Dans une étude de la rivière, on trouva 61 bateaux.", "61"),
]
# And those that somebody gives.
GIVEN = [
    ("en", "Hill said 61 boats had left.", "61"),
    ("en", "He had debts of up to £61, she said, and went on.", "£61"),
    ("en", "She said that 61 boats had left.", "61"),
    ("en", "According to the council, 61 boats have left.", "61"),
    ("en", "61 boats have left, police said.", "61"),
    ("en", "According to Hill, 61 boats have left.", "61"),
    ("en", "Hill, who said 61 boats had left, wept.", "61"),
    ("fr", "« Oui », a promis le préfet, Hill, qui a annoncé une aide de 61 euros.", "61"),
    ("fr", "Cela coûtera 61 euros, selon une première estimation de la commune.", "61"),
    ("fr", "Selon la préfecture, la rivière a atteint 61 mètres.", "61"),
    ("fr", "Un homme de 61 ans a été retrouvé mort, a indiqué la gendarmerie.", "61"),
    ("fr", "La mairie assure que plus de 61 bateaux sont partis.", "61"),
    ("fr", "Plus de 61 hectares sont sous l’eau, assure un agriculteur.", "61"),
    ("fr", "61 foyers sont sans courant, précise-t-elle.", "61"),
    ("de", "Laut Polizei kamen 61 Boote an.", "61"),
    ("de", "61 Boote kamen an, teilte die Polizei mit.", "61"),
    ("es", "Según la policía, salieron 61 barcos.", "61"),
    ("es", "Salieron 61 barcos, informó la policía.", "61"),
    ("de", "Die Reparatur koste 61 Euro.", "61"),
    ("en", "The stretch has seen 61 crashes, a report by the trust found.", "61"),
    ("fr", "Selon elle, le port compte 61 bateaux.", "61"),
    ("de", "Ihm zufolge sind 61 Boote dort.", "61"),
    ("de", "Nach ihren Angaben sind 61 Boote dort.", "61"),
    ("es", "A su juicio, hay 61 barcos.", "61"),
    ("en", "Anna Hill, the chief executive of the trust, said 61 boats had left.", "61"),
    ("en", "Hill, who runs the trust, said 61 boats had left.", "61"),
    (
        "en",
        "Hill, who has run the trust since May, later told reporters that 61 boats had left.",
        "61",
    ),
    ("fr", "Hill, la directrice du port, a déclaré que 61 bateaux étaient partis.", "61"),
    ("de", "Hill, die Leiterin des Hafens, sagte, 61 Boote fehlten.", "61"),
    ("es", "Hill, directora del puerto, dijo que 61 barcos salieron.", "61"),
    ("en", "It would cost £2 a year, he said, and its reserves had fallen below £61.", "£61"),
    (
        "en",
        "It would cost £2 a year, the mayor said, and its reserves had fallen below £61.",
        "£61",
    ),
    ("en", "It would, she said, cost £61.", "£61"),
    (
        "fr",
        "Cela coûterait deux euros, a-t-il dit, et les réserves étaient tombées à 61 euros.",
        "61",
    ),
    ("de", "Das koste zwei Euro, sagte er, und die Rücklagen waren auf 61 Euro gefallen.", "61"),
    ("es", "Costaría dos euros, dijo, y las reservas habían caído a 61 euros.", "61"),
    ("de", "In einer Umfrage der Hochschule sprachen sich 61 Prozent dafür aus.", "61"),
    ("de", "61 Prozent sprachen sich in einer Befragung des Instituts dafür aus.", "61"),
    ("en", "In a survey by the charity, 61 people lived in pain.", "61"),
    ("en", "In a recent poll of farmers by the union 61 said so.", "61"),
    ("fr", "Dans une enquête de la chambre, 61 fermes manquent d’eau.", "61"),
    ("fr", "Dans un sondage du journal, 61 fermes manquent d’eau.", "61"),
    ("es", "En una encuesta de la cámara, 61 granjas carecen de agua.", "61"),
    ("de", "Die Strecke verschlinge mindestens 61 Euro.", "61"),
    ("de", "Derzeit dauere die Fahrt 61 Minuten.", "61"),
    ("de", "Das Netz umfasse 61 Kilometer.", "61"),
    ("en", "Hill told reporters that 61 boats had left.", "61"),
    ("en", "It would cost £2, the mayor said on Monday, and reserves would fall to £61.", "£61"),
    ("en", "It cost £2 a year, she said, but its reserves were £61.", "£61"),
    ("en", "The money, he added, would last 61 weeks.", "61"),
    ("de", "Das koste 2 Euro, betonte sie, und die Kasse habe nur 61 Euro.", "61"),
    (
        "de",
        "Das kostet 2 Euro, sagte er am Montag, und die Rücklagen sind auf 61 Euro gefallen.",
        "61",
    ),
    (
        "fr",
        "Le pont coûtera deux euros, a indiqué la mairie, et les réserves sont de 61 euros.",
        "61",
    ),
    ("es", "El puente costará dos euros, explicó ella, y las reservas eran de 61 euros.", "61"),
    ("de", "Nach einer Umfrage des Verbandes wollen 61 Leute bleiben.", "61"),
    ("de", "Laut einer Studie der Universität fehlen 61 Boote.", "61"),
    ("de", "Bei einer Befragung durch das Institut waren 61 dafür.", "61"),
    ("en", "In a poll carried out by the institute, 61 agreed.", "61"),
    ("en", "In a survey for the council by the institute 61 agreed.", "61"),
    ("fr", "Dans une enquête menée par la chambre, 61 fermes manquent d’eau.", "61"),
    ("fr", "Dans une étude de l’institut, 61 fermes manquent d’eau.", "61"),
    ("es", "En un sondeo de la universidad, 61 dijeron sí.", "61"),
    ("es", "En una encuesta realizada por la cámara, 61 dijeron sí.", "61"),
    ("en", "A survey by the institute found 61 in pain.", "61"),
    ("de", "Eine Umfrage des Instituts ergab, dass 61 Boote fehlen.", "61"),
    ("fr", "Une enquête de la chambre montre que 61 fermes manquent d’eau.", "61"),
    ("es", "Una encuesta de la cámara muestra que 61 granjas carecen de agua.", "61"),
    ("de", "Die Sanierung verlange 61 Euro.", "61"),
    ("de", "Der Betrieb benötige jährlich 61 Euro.", "61"),
    ("de", "Das Boot lege täglich 61 Meilen zurück.", "61"),
    ("de", "Er beschäftige 61 Leute.", "61"),
    ("de", "Auf der Strecke verkehre der Zug 61 Mal am Tag.", "61"),
    ("de", "Sie erwarte 61 Gäste.", "61"),
]


def given_by_the_text(folder: Path, tag: str, text: str, printed: str) -> str:
    facts = {
        "people": [{"id": "hill", "name": "Hill", "description": "D.", "mention": "Hill"}],
        "organisations": [
            {
                "id": "the-text",
                "name": "the text",
                "type": "other",
                "description": "D.",
                "evidence": text,
            }
        ],
        "figures": [
            {
                "id": "number",
                "label": "It",
                "value": 61,
                "value_text": printed,
                "qualifier": "exact",
                "unit": "boats",
                **dict.fromkeys(("measure", "population", "period", "as_of"), "not_stated"),
                "attribution": "the-text",
                "attribution_level": "reported_by",
                "evidence": text,
            }
        ],
    }
    if "Hill" not in text:
        del facts["people"]
    return problems_of(folder, tag, text, facts, "said-by-another")


@pytest.mark.parametrize("tag, text, printed", ITS_OWN)
def test_a_number_that_nobody_gives_is_the_text_s(tag, text, printed, tmp_path):
    assert given_by_the_text(tmp_path, tag, text, printed) == ""


@pytest.mark.parametrize("tag, text, printed", GIVEN)
def test_a_number_that_somebody_gives_is_not_the_text_s(tag, text, printed, tmp_path):
    assert given_by_the_text(tmp_path, tag, text, printed)


@pytest.mark.parametrize(
    "office, she",
    [
        ("Geschäftsführerin", True),
        ("Bezirksleiter", False),
        ("alcaldesa", True),
        ("consejero de Interior", False),
        ("directrice", True),
        ("président", False),
        ("maire", None),
        ("mayor", None),
        ("Director of the institute", None),
        ("Assistant to the chairman", None),
        ("Jefa de prensa del alcalde", None),
        ("Sprecherin des Bürgermeisters", True),
        ("Directora del instituto", True),
    ],
)
def test_an_office_tells_a_woman_from_a_man(office, she):
    assert sex_of_office(office) is she
