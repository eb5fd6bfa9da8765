"""Who of several wrote something, where a text tells that of one of them: so that the pronoun in
“…,” he wrote means that one, and not who only spoke. One row a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from .languages import Language

_NOT = (
    r"\b(?:not|never|no|n't|nicht|nie|kein\w*|pas|jamais|nunca|was|were|been|being|got|wurden?"
    r"|worden|été|fue|fueron|sido)\b|n't\b"
)


class _Row(NamedTuple):
    """Verbs of writing; verbs that send or delete what is written, and what that is."""

    writes: str
    sends: str
    things: str


_ROWS = {
    "en": _Row(
        r"wrote|writes|written|tweet(?:s|ed)|post(?:s|ed)|e-?mail(?:s|ed)|texted|messaged",
        r"sent|sends|publish(?:es|ed)|delet(?:es|ed)|t(?:akes|ook) down|shar(?:es|ed)|withdr[ae]w"
        r"|sign(?:s|ed)",
        r"post|letter|message|e-?mail|tweet|statement|sympath(?:y|ies)|condolences|note|blog|thread",
    ),
    "de": _Row(
        r"schr(?:ieb|eibt)|geschrieben|poste(?:te|t)|gepostet|twittert(?:e)?|getwittert|mailte",
        r"schick(?:te|t)|geschickt|sandte|gesandt|sendet(?:e)?|lösch(?:te|t)|gelöscht"
        r"|verschick(?:te|t)|veröffentlich(?:te|t)|verfass(?:te|t)|unterzeichnete?",
        r"Beitrag|Post|Brief|Nachricht|E-?Mail|Mail|Tweet|Erklärung|Beileid\w*|Schreiben|Kommentar",
    ),
    "fr": _Row(
        r"écri(?:t|vait|vit)|tweet(?:e|é)|posté",
        r"envo(?:ie|yé)|adress(?:e|é)|publi(?:e|é)|supprim(?:e|é)|effac(?:e|é)|sign(?:e|é)"
        r"|retir(?:e|é)",
        r"message|lettre|courriel|mail|tweet|communiqué|condoléances|post|publication|billet",
    ),
    "es": _Row(
        r"escrib(?:ió|e|ía)|escrito|tuite(?:ó|a|ado)|poste(?:ó|ado)",
        r"envi(?:ó|a|ado)|mand(?:ó|a|ado)|public(?:ó|a|ado)|borr(?:ó|a|ado)|elimin(?:ó|a|ado)"
        r"|firm(?:ó|a|ado)",
        r"mensaje|carta|correo|tuit|comunicado|condolencias|pésame|publicación|post|entrada",
    ),
}


class _Read(NamedTuple):
    says: re.Pattern[str]
    writes: re.Pattern[str]


@cache
def _read(code: str) -> _Read | None:
    if not (row := _ROWS.get(code)):
        return None
    thing, near = rf"(?:{row.things})s?\b", r"[^.;:!?,]{0,60}\b"
    sends = rf"(?:{row.sends})\b{near}{thing}|{thing}{near}(?:{row.sends})\b"
    return _Read(
        re.compile(rf"\b(?:{row.writes}|publi(?:e|é|có|ca)|veröffentlichte|published)\b", re.I),
        re.compile(rf"\b(?:{row.writes})\b|\b(?:{sends})", re.I),
    )


def is_written(words: str, language: Language) -> bool:
    """Whether the words that attribute a quotation have a verb of writing: he wrote."""
    read = _read(language.code)
    return bool(read and read.says.search(words))


def writes(behind: str, language: Language) -> bool:
    """Whether somebody wrote, sent or deleted something written, as the words of a sentence
    ``behind`` their name tell; not where they did not, or were sent it."""
    read = _read(language.code)
    found = read.writes.search(behind) if read else None
    return found is not None and not re.search(_NOT, behind[: found.end()], re.I)


def only_writer(told: Iterable[tuple[str, str]], language: Language) -> str:
    """The only one who is told to have written something, of pairs of somebody, empty for a
    pronoun, and the words behind them; empty where it is nobody, several, or whoever a pronoun
    means."""
    some = {who for who, behind in told if writes(behind, language)}
    return some.pop() if len(some) == 1 else ""
