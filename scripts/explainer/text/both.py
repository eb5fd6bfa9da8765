"""Words for both of two sides, for nobody and for the only ones, in the languages of pages."""

from __future__ import annotations

import re

from .folding import fold
from .parts import parts_in
from .polarity import stem, stems

_SIDES = r"(?:sides?|part(?:y|ies)|countr(?:y|ies)|states?|arm(?:y|ies)|governments?|capitals?)"
_SEITEN = r"(?:Seiten?|Parteien?|Länder|Staaten|Armeen|Regierungen|Partei|Land|Staat)"
_CAMPS = r"(?:camps?|parties?|côtés?|pays|États?|armées?|gouvernements?)"
_PARTES = r"(?:partes?|bandos?|lados?|países?|Estados?|ejércitos?|gobiernos?)"
# As the subject: at the head of a sentence or a clause, not behind "between" or "from".
_BOTH_SIDES = re.compile(
    r"(?:^|[,;:.–—]\s|\b(?:that|and|but|because|while|dass|und|aber|weil|que|et|mais|y|pero"
    r"|porque)\s)"
    r"\W{0,3}((?:both|neither|either)(?: of the)?(?: two)? "
    rf"{_SIDES}|all (?:of the |the )?(?:sides|parties)|every side|no (?:one|side|party)|nobody"
    rf"|none of the {_SIDES}|(?:die )?beide[nr]?(?: der)? {_SEITEN}"
    rf"|keine[rs]?(?: der)?(?: beiden)? {_SEITEN}|alle {_SEITEN}|niemand"
    rf"|les deux {_CAMPS}|aucun(?:e)?(?: des)?(?: deux)? {_CAMPS}"
    rf"|ni l'un ni l'autre|tous les {_CAMPS}|toutes les {_CAMPS}|personne n(?:e|')"
    rf"|(?:las|los|ambas|ambos)(?: dos)? {_PARTES}|ninguna?(?: de l[oa]s)?(?: dos)? {_PARTES}"
    rf"|tod[oa]s l[oa]s {_PARTES}|nadie)(?!\s(?:else|sonst|d'autre|más)\b)"
    r"(?=\s(?!(?:in|of|from|at|within|but|who\w*|von|aus|der|de|en|du|qui|que)\b)[a-zß-ÿ])",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:both|neither|either|nor|all|every\w*|each|mutual\w*|bilateral\w*|nobody|none"
    r"|no (?:one|side|party)|two"
    r"|sides?|beid\w*|weder|alle[nrs]?|jede[nrs]?|niemand\w*|keine?[rsnm]?|zwei|gegenseitig\w*"
    r"|deux|aucune?|tou(?:s|tes)|chacune?|personne|ni|mutuel\w*|réciproque\w*"
    r"|dos|amb[oa]s|ningun[oa]?|ningún|tod[oa]s|cada|nadie|mutu\w*|recíproc\w*)\b",
    re.I,
)


def both_sides(text: str) -> str:
    """The words of a text that say something of both of two sides, all, or nobody, as its subject;
    empty if there are none."""
    found = _BOTH_SIDES.search(fold(text))
    return found[1] if found else ""


def is_nobody(words: str) -> bool:
    """Whether these say that nobody does, of whatever side."""
    return bool(re.match(r"no one|nobody|niemand|personne|nadie", words, re.I))


def has_several(text: str) -> bool:
    """Whether a text has a word for both, all, each or nobody."""
    return bool(_SEVERAL.search(fold(text)))


_ONLY = re.compile(
    r"\b(?:only|sole|einzige[nr]?|seul(?:e?s)|únic[oa]s)\s(?:(?:[\w'-]+)\s){0,1}?([^\W\d_]{4,})"
    r"|\b(conditions) (?:seules|uniques)\b|\b([^\W\d_]{4,}) únic[oa]s\b",
    re.I,
)
_N = (
    r"(?:two|three|four|five|six|seven|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|dos|tres"
    r"|cuatro|cinco)"
)
# So many that somebody has, which are all; not "three conditions of his".
_OWN = re.compile(
    rf"(?:'s|s'|\b(?:its|their|his|her|seine|ihre|deren|ses|leurs|sus))\s{_N}\s([^\W\d_]{{4,}})",
    re.I,
)
_NOT_ONLY = re.compile(
    r"\b(?:not|nicht|pas|no|never|n't|whether|ob|may|if)\s(?:[\w'’-]+\s){0,4}$"
    r"|\bn't\s(?:[\w'’-]+\s){0,4}$",
    re.I,
)


def only_of(text: str, around: str) -> tuple[str, str] | None:
    """A word for some of several in the words around (three of the conditions), and that of a text
    which says that there are no others (the only conditions, its three conditions)."""
    text, some = fold(text), parts_in(around)
    own = (*_ONLY.finditer(text), *_OWN.finditer(text)) if some else ()
    for match in own:
        noun = next(filter(None, match.groups()))
        for part in some:
            if stem(noun) in part.of[:2] and not _NOT_ONLY.search(text[: match.start()]):
                known = {stem(next(filter(None, m.groups()))) for m in _ONLY.finditer(fold(around))}
                if not known & {*stems(noun)}:
                    return part.word, match.group().strip("' ").removeprefix("s ")
    return None
