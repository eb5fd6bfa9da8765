"""What the rows of a table say of those who are named alone at their head or over a column, and
what the items of a list, and a tab, say of whoever is named over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..text.folding import fold
from ..text.html import CITED, CITES, SPACE
from ..text.speech import speech
from ..text.voices import Sentence
from ..topic.site import Site, kept
from .cited import Cited, sentences_cited
from .own_words import OwnWords, own_words, written_language
from .rests import Said, resting_on
from .voices import agents_names


def rows_cited(site: Site, own: OwnWords) -> Iterator[Cited]:
    """The cells of a row, each behind whoever alone is named over it or at the head of the row, as
    a sentence; a cell without a citation of its own has those of its row. The first sentence of
    what is named over likewise: an item, a tab."""
    if own.over and (name := _named_over(site, own.over)):
        cites = "".join(f"{CITED}{one}{CITED}" for one in own.over_cites)
        yield from islice(sentences_cited(site, _told(name, own.shown.strip()) + cites), 1)
    cells = SPACE.sub(" ", own.shown).split(" | ") if own.heads else []
    for i, cell in enumerate(cells[1:], 1):
        over = own.heads[max(i - len(cells), -len(own.heads))]
        for name in dict.fromkeys((CITES.sub("", cells[0]).strip(), over)):
            if _is_a_name(site, name):
                told = _told(name, cell)
                if not CITES.search(told):
                    told += "".join(f"{CITED}{one}{CITED}" for one in own.records)
                yield from sentences_cited(site, told)


@kept()
def resting_in_rows(site: Site) -> tuple[Said, ...]:
    """What these say, with what it rests on."""
    return (
        *(
            said
            for own in own_words(site)
            if (own.heads or own.over) and (own.records or own.over_cites)
            for said in resting_on(site, own, rows_cited(site, own))
        ),
    )


def _told(name: str, text: str) -> str:
    return f"{name} {text[:1].lower()}{text[1:]}".rstrip()


def _named_over(site: Site, text: str) -> str:
    """Somebody who alone is named in some words, at their end: X:, The demands of X."""
    text = text.rstrip(" :–—-")
    head, _, name = text.rpartition(_OF.findall(text)[-1] if _OF.search(text) else "\0")
    alone = not head or not any(
        agents_names(site).within(fold(head), speech(written_language(site)))
    )
    return name if alone and _is_a_name(site, name) else ""


def _is_a_name(site: Site, text: str) -> bool:
    """Whether a cell is the name of somebody of the records and nothing more."""
    named = Sentence(fold(text), agents_names(site), written_language(site)).mentions
    return len(named) == 1 and len(fold(text)) - (named[0].end - named[0].start) <= _ARTICLE


_OF = re.compile(r"\s(?:of|from|by|von|du|de|del)\s")
_ARTICLE = 4  # letters: the
