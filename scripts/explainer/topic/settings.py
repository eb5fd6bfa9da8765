"""What a site says of its sources and of itself: the records of sources, and the settings."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .fieldtypes import (
    NOT_STATED,
    Day,
    Frozen,
    Id,
    Keyword,
    NotStated,
    OfSource,
    Own,
    PageFile,
    Quantity,
    RecordKey,
    ReliedOn,
    Sha256,
    Share,
    ShareAside,
    SomeOf,
    Tag,
    Text,
    Url,
    Verbatim,
    When,
)
from .record import KEYWORDS
from .roles import CHOICE, CODE, DATE, NUMBER, OWN

Bound = Literal["max_share_quoted", "max_share_set_aside", "most_words"]
ASIDE_FOR = {  # what the reasons are for that are for one thing alone
    "scare_quotes": "quotation",
    "title_of_a_work": "quotation",
    "not_a_quantity": "number",
}
_OTHERWISE = {  # what: in other words
    "sentences": "sentence",
    "paragraph": "sentence",
    "line": "sentence",
    "clauses": "clause",
    "phrase": "clause",
    "words": "clause",
    "part": "clause",
    "quote": "quotation",
    "quotes": "quotation",
    "figure": "number",
    "figures": "number",
    "numeral": "number",
}


def aside_meant(what: object, reason: object) -> str:
    """What is meant to be set aside by ``what:``, where that cannot stand there, and its reason:
    what the reason is for, else what the word is another for; empty where neither tells."""
    return ASIDE_FOR.get(str(reason)) or _OTHERWISE.get(str(what).strip().lower(), "")


class SetAside(Frozen):
    """Words of a source that no record uses, and why."""

    exact: Verbatim = Field(
        description=(
            "Words of the sentence, quotation or number, enough to find it; of a clause all of them"
            " that no record has."
        )
    )
    prefix: Verbatim | None = Field(
        None, description="The words right before, where the exact words appear more than once."
    )
    suffix: Verbatim | None = Field(
        None, description="The words right after, where the exact words appear more than once."
    )
    what: Annotated[Literal["sentence", "clause", "quotation", "number"], CHOICE] = Field(
        "sentence",
        description=(
            "What is set aside. sentence: the whole one that the words begin; clause: exactly the"
            " words; both take the numbers and quotations in them along; quotation: the one that"
            " the words are in; number: the one in the words."
        ),
    )
    reason: Annotated[
        Literal[
            "repetition",
            "background",
            "off_topic",
            "scare_quotes",
            "title_of_a_work",
            "not_a_quantity",
        ],
        CHOICE,
    ] = Field(
        description=(
            "Why, in a word. repetition: a record has the same from elsewhere in the source;"
            " background: what is not of this story; off_topic: what is not of this question;"
            " scare_quotes: of a quotation, one word that nobody said; title_of_a_work: of a"
            " quotation, what a work is called; not_a_quantity: of a number, a name or a date."
        )
    )
    note: Own = Field(
        description="What it says and why it is set aside, in a few words that readers see."
    )
    keywords: SomeOf[Keyword] = Field((), description=KEYWORDS)


class Source(Frozen):
    """The citation record of a source text (CSL-JSON names) and what is set aside of it."""

    type: Annotated[
        Literal[
            "article-newspaper",
            "article-magazine",
            "article-journal",
            "report",
            "speech",
            "interview",
            "webpage",
            "document",
        ],
        CHOICE,
    ] = Field(
        description=(
            "The kind of work (CSL). article-newspaper: in a newspaper or its site;"
            " article-magazine: in a magazine; article-journal: in a scholarly journal; report: by"
            " an office or an institute; speech: what somebody gave; interview: questions and"
            " answers; webpage: any other page; document: anything else."
        )
    )
    title: OfSource | NotStated = Field(description="Its title, or not_stated.")
    author: OfSource | NotStated = Field(description="Its author, or not_stated.")
    author_family: Annotated[Text | None, CODE] = Field(
        None,
        description=(
            "The family name within author, where that is one person: van der Meer. Citations then"
            " sort and shorten it; without it they leave author as it is."
        ),
    )
    publisher: OfSource | NotStated = Field(description="Its publisher, or not_stated.")
    issued: When | NotStated = Field(description="When it was published, or not_stated.")
    URL: Annotated[Url | NotStated, CODE] = Field(description="Its address, or not_stated.")
    label: Own = Field(description="What pages call it, for instance: the article.")
    language: Annotated[Tag, CODE] = Field(
        description="The language it is in (BCP 47), for instance en or de."
    )
    rights: Own = Field(description="Whose the words are, and on what ground some are quoted.")
    note: Own | None = Field(None, description="What readers should know of the text.")
    provenance: Own | None = Field(
        None,
        description=(
            "Where the text comes from, in your own words; needed where address, publisher and date"
            " are all not_stated."
        ),
    )
    sha256: Annotated[Sha256 | None, CODE] = Field(
        None,
        description=(
            "The seal: the text's SHA-256. Leave it out of a new record; the checks give the line"
            " to paste, and `explainer seal` writes it."
        ),
    )
    relies_on: SomeOf[ReliedOn] = Field(
        (), description="Ids of those on whom the source itself relies."
    )
    keywords: SomeOf[Keyword] = Field((), description=KEYWORDS)
    set_aside: tuple[SetAside, ...] = Field(
        (), description="What no record uses, each with a reason."
    )


class Option(Frozen):
    """One side of the comparison, with the one mark that replaces it everywhere."""

    id: RecordKey = Field(description="The id that comparisons and positions use.")
    label: Own = Field(description="Its name on the pages.")
    mark: Annotated[str, StringConstraints(min_length=1, max_length=4), OWN] = Field(
        description="One sign that replaces it beside its colour."
    )
    description: Own = Field(description="What it is, in one line.")


class Settings(Frozen):
    """``seeds/settings.yml``: what the checks and pages need to know of this topic."""

    question: Own = Field(description="The question that the site answers.")
    as_of: When = Field(
        description="The date of the newest word in sources that state no date; where a source"
        " states a later one, the site holds for that."
    )
    published: Annotated[Day | None, DATE] = Field(
        None, description="The day on which the site was first published, for those who cite it."
    )
    language: Annotated[Tag | None, CODE] = Field(
        None,
        description=(
            "The language in which the pages are written (BCP 47), where it is not that of the"
            " first source."
        ),
    )
    options: tuple[Option, ...] = Field(
        (), description="The sides of the comparison, in their order."
    )
    topics: dict[Id, Own] = Field({}, description="Labels for the ids used as topic and subjects.")
    max_share_quoted: Annotated[Share, NUMBER] = Field(
        Decimal("0.5"),
        description="The largest share of a source's own prose, speech apart, that the site may"
        " publish, from 0 to 1.",
    )
    max_share_set_aside: Annotated[ShareAside, NUMBER] = Field(
        Decimal("0.4"),
        description="The largest share of the words of all sources together that may be set aside"
        " in sentences and clauses, from 0 to 0.6.",
    )
    cite_every_paragraph: SomeOf[PageFile] = Field(
        (), description="Pages in content/ where each paragraph must cite a fact or a reference."
    )
    moved_pages: dict[PageFile, Annotated[Text, CODE]] = Field(
        {},
        description="Pages that were in content/, each with the page that its address leads to now,"
        " with an #anchor if need be.",
    )
    most_words: Annotated[Quantity, NUMBER] = Field(
        Decimal(10_000),
        description="How many words all pages may have together, without notes, the index of"
        " records, and corrections.",
    )
    filters_from: Annotated[Quantity, NUMBER] = Field(
        Decimal(20), description="From how many records on a list has buttons that narrow it down."
    )
    bounds_raised: dict[Bound, Own] = Field(
        {},
        description="Why max_share_quoted is over 0.6, max_share_set_aside over 0.4, or most_words"
        " over 10000, which the block counts prints.",
    )
    uncited_pages: dict[Text, Own] = Field(
        {},
        description="Pages in content/ that need not cite anything, each with the reason why, which"
        " the block counts prints.",
    )


# What pages call a source, and a second one, and its rights, in the languages of pages.
_CALLED = {
    "de": (
        "der Artikel",
        "der Bericht",
        "Die Worte bleiben die des Verlags; kurze Stellen werden hier zur Erläuterung zitiert.",
    ),
    "fr": (
        "l’article",
        "le reportage",
        "Les mots restent à leur éditeur ; de courts passages sont cités ici pour commentaire.",
    ),
    "es": (
        "el artículo",
        "el informe",
        "Las palabras siguen siendo de su editor; aquí se citan pasajes breves para comentarlos.",
    ),
}
_ENGLISH = (
    "the article",
    "the report",
    "The words remain their publisher's; short passages are quoted here for comment.",
)


def new_source(tag: str, digest: str, taken: Collection[str] = (), day: str = NOT_STATED) -> str:
    """The record of a plain text of which nothing is known but its language, its seal and maybe its
    day; ``taken`` is what pages call other sources."""
    first, second, rights = _CALLED.get(tag.split("-")[0].lower(), _ENGLISH)
    return f"""\
# yaml-language-server: $schema=../../schemas/source.schema.json
type: article-newspaper
title: not_stated
author: not_stated
publisher: not_stated
issued: {day}
URL: not_stated
label: {second if first in taken else first}
language: {tag}
# provenance: where the text comes from; write this where URL, publisher and issued are not stated
rights: {rights}
sha256: {digest}
set_aside: []
"""
