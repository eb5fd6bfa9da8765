"""What the rows of a table say of those who are named alone at their head or over a column."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.folding import fold
from ..text.html import CITED, CITES, SPACE
from ..text.voices import Sentence
from ..topic.site import Site, kept
from .cited import Cited, sentences_cited
from .own_words import OwnWords, own_words, written_language
from .rests import Said, resting_on
from .voices import agents_names


def rows_cited(site: Site, own: OwnWords) -> Iterator[Cited]:
    """The cells of a row, each behind whoever alone is named over it or at the head of the row, as
    a sentence; a cell without a citation of its own has those of its row."""
    cells = SPACE.sub(" ", own.shown).split(" | ") if own.heads else []
    for i, cell in enumerate(cells[1:], 1):
        over = own.heads[max(i - len(cells), -len(own.heads))]
        for name in dict.fromkeys((CITES.sub("", cells[0]).strip(), over)):
            if _is_a_name(site, name):
                told = f"{name} {cell[:1].lower()}{cell[1:]}".rstrip()
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
            if own.heads and own.records
            for said in resting_on(site, own, rows_cited(site, own))
        ),
    )


def _is_a_name(site: Site, text: str) -> bool:
    """Whether a cell is the name of somebody of the records and nothing more."""
    named = Sentence(fold(text), agents_names(site), written_language(site)).mentions
    return len(named) == 1 and len(fold(text)) - (named[0].end - named[0].start) <= _ARTICLE


_ARTICLE = 4  # letters: the
