"""Small numbers that count nothing of a source: they point back at what is there already (the two
differ), or count those named together, the words quoted and the numbers printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from ..text.adjectives import has_adjective
from ..text.folding import fold
from ..text.html import CITES
from ..text.quantities import find_quantities
from ..text.quantity import Quantity
from ..text.units import is_measure
from ..text.voices import Sentence
from ..topic.agents import Organisation
from ..topic.site import Site
from .belonging import is_person
from .common import WORDS, of_class
from .known_numbers import Reader
from .own_words import OwnWords, quotations_in, written_language
from .parties import belonging
from .voices import agents_names

_NEAR = 40  # characters before a number in which all of "the other" stands
_MOST = 13  # no number so large points at anything

# Before a number that points at what is there, in the languages of pages.
_THE = re.compile(
    r"\b(?:the|these|those|all|(?:the|these) (?:other|same|latter|former|last)|d(?:ie|er|en)"
    r"|diese[rn]?|alle[rn]?|(?:die|diese) (?:anderen|selben|letzten)|les|ces|des|aux|les autres"
    r"|tou(?:s|tes)(?: les)?|l[oa]s|est[oa]s|es[oa]s|l[oa]s otr[oa]s) $",
    re.I,
)
# Behind one with which nothing is counted: the end, a mark, or a word that begins what is said.
_NOTHING = re.compile(
    r"\s*(?:$|[.,;:!?)–—])"
    r"|\s(?:is|are|was|were|am|cannot|can(?:['’]t)?|could|do(?:es)?|did|(?:do|does|did)n['’]t|ha[sd]"
    r"|have|will|would|may|might|must|should|shall|not|both|together|of (?:them|these|those)|in|at"
    r"|on|by|from|with|without|as|and|or|but|that|which|who|whom|for|than|differ(?:s|ed)?|agreed?"
    r"|disagreed?|met|meet|spoke|talked|said|say|count(?:s|ed)?|means?|meant|measured?|concern|came"
    r"|come|stand|stood|fit|contradict(?:ed)?|overlap|refer|rest|went|want(?:ed)?|began|ended"
    # German
    r"|ist|sind|war(?:en)?|kann|k[öo]nn(?:en|ten)|l(?:assen|ießen)|hat|hab(?:en)?|hatten|wird|werden"
    r"|wurden|dürfen|müssen|sollen|sollten|wollen|wollten|nicht|auch|zusammen|sich|von ihnen|im|an"
    r"|am|auf|bei|mit|ohne|als|und|oder|aber|unterscheiden|widersprechen|trafen|sprachen|sagten|zählen"
    r"|meinen|messen|betreffen|kommen|kamen|stehen|passen|gingen"
    # French
    r"|sont|était|étaient|ne|n['’]\w+|se|s['’]\w+|peu(?:t|vent)|ont|avaient|seront|d['’]entre|dans"
    r"|par|sans|avec|comme|et|ou|mais|que|qui|diffèrent|divergent|comptent|disent|parlent|concernent"
    r"|mesurent|viennent"
    # Spanish
    r"|son|era[n]?|fueron|no|pueden|puede|han|habían|de ell[oa]s|con|como|y|o|pero|cuentan|difieren"
    r"|dicen|miden|vienen|coinciden|discrepan)(?![\w-])",
    re.I,
)
_JOINED = re.compile(r"\s(?:and|und|et|y|e)\s", re.I)
# Between two who are named together: X and Vice President Y, X and his minister Y.
_TOGETHER = re.compile(
    r"(?:,|,?\s(?:and|und|et|y|e))\s(?:(?:the|his|her|its|der|die|sein(?:e|em)?|ihr(?:e|em)?|le|la|son|sa"
    r"|el|su) )?(?:(?:vice |deputy |prime )?(?:president|minister|mayor|chancellor|ministre|maire"
    r"|président|presidente|ministro|alcalde)e? |[A-Z][\w-]* ){0,3}"
)
_LEADERS = re.compile(
    r"\s(?:[\w-]+\s)?(?:men|women|people|leaders|politicians|(?:vice[ -])?presidents|ministers"
    r"|officials|mayors|candidates|rivals|Männer|Frauen|Politiker(?:innen)?|Präsidenten"
    r"|(?:Staats|Regierungs)chefs|Minister(?:innen)?|hommes|femmes|dirigeants|présidents|ministres"
    r"|responsables|maires|hombres|mujeres|dirigentes|presidentes|líderes|ministros|alcaldes)\b"
)
_QUOTED_WORDS = re.compile(
    r"\s(?:quoted |zitierten? |printed )?(?:words|Wörter|Worte|mots|palabras)(?![\w-])"
)
_QUOTATIONS = re.compile(r"\s(?:[\w-]+\s)?(?:quotations|quotes|Zitate|citations|citas)(?![\w-])")
_NUMBERS = re.compile(
    r"\s(?:[\w-]+\s)?(?:numbers|figures|Zahlen|nombres|chiffres|números|cifras)(?![\w-])"
)

_SIDES = re.compile(
    r"\s(?:sides|parties|countries|states|capitals|Seiten|Länder|Staaten|pays|camps|États|países"
    r"|bandos|partes)(?![\w-])"
)
# What facts that are cited are: of them as many are told as are cited.
_STATED = re.compile(
    r"\s(?:positions|statements|remarks|views|accounts|claims|answers|terms|definitions|Positionen"
    r"|Aussagen|Angaben|Ansichten|Begriffe|déclarations|propos|avis|termes|posiciones|declaraciones"
    r"|versiones|términos)(?![\w-])"
)
_TOLD = re.compile(
    rf"{_STATED.pattern}|{_NUMBERS.pattern}|{_QUOTATIONS.pattern}"
    r"|\s(?:[\w-]+\s)?(?:counts|methods|estimates|versions|ways|readings|facts|sources|Zählungen"
    r"|Methoden|Schätzungen|Darstellungen|Sichtweisen|Antworten|Quellen|comptes|méthodes"
    r"|estimations|versions|sources|recuentos|métodos|estimaciones|fuentes)(?![\w-])"
)


def points_at_what_is_there(
    site: Site, reader: Reader, quantity: Quantity, text: str, whole: str, own: OwnWords
) -> bool:
    """Whether a number in ``text``, a sentence of the paragraph ``whole``, is a pronoun or counts
    what is named, quoted or printed beside it, and rightly. ``own`` has what it may draw on."""
    many = {int(v) for v in quantity.values if isinstance(v, Decimal) and v == int(v)}
    plain = quantity.text.isalpha() and not (quantity.bound or quantity.percent or quantity.parts)
    if not (plain and len(many) == 1 and 1 < (count := min(many)) < _MOST):
        return False
    if leaders := _LEADERS.match(text, quantity.end):
        return any(
            len(run) == count and _all_of(site, run, leaders.group())
            for run in _named_together(site, own, whole)
        )
    if _QUOTED_WORDS.match(text, quantity.end) or _QUOTATIONS.match(text, quantity.end):
        quoted = [len(WORDS.findall(whole[a:b])) for a, b in quotations_in(site, whole)]
        of_words = _QUOTED_WORDS.match(text, quantity.end)
        return count in (*quoted, sum(quoted)) if of_words else count == len(quoted)
    at = whole.find(text)
    before = whole[:at] + text if at >= 0 else whole
    if _SIDES.match(text, quantity.end):
        return count == len(_states(site, before))
    if _STATED.match(text, quantity.end):
        return count in (len({*own.records}), len({*CITES.findall(own.shown)}))
    numbers = _NUMBERS.match(text, quantity.end)
    if not numbers and not points_back(text, quantity):
        return False
    printed = [q for q in find_quantities(before, reader.language) if q.text != quantity.text]
    if numbers:
        return count == len(printed)
    there = {m.whose for m in _sentence(site, before).mentions}
    if len(there) >= count:
        return True
    others = _counts(reader, own, printed) - {count}
    several = max(len({*CITES.findall(own.shown)}), len(printed), len(_JOINED.findall(before)) + 1)
    return several >= count and not others


def counts_below(quantity: Quantity, text: str, below: tuple[str, ...]) -> bool:
    """Whether a number in the title of a note, a fold or a tab counts the facts that are cited
    under it, or points back at as many (the two)."""
    many = {int(v) for v in quantity.values if isinstance(v, Decimal) and v == int(v)}
    plain = quantity.text.isalpha() and not (quantity.bound or quantity.percent or quantity.parts)
    if not (plain and len(many) == 1 and 1 < min(many) < _MOST):
        return False
    if points_back(text, quantity):
        return min(many) <= len(below)
    return min(many) == len(below) and bool(_TOLD.match(text, quantity.end))


def _states(site: Site, text: str) -> set[str]:
    """The states that a text names, or to which those belong whom it names."""
    named = {m.whose for m in _sentence(site, text).mentions}
    agents = ((one, site.topic.records.get(one)) for who in named for one in belonging(site, who))
    return {one for one, a in agents if isinstance(a, Organisation) and a.type == "state"}


def points_back(text: str, quantity: Quantity) -> bool:
    """Whether a number of one word has "the" before it, and nothing behind it that it counts."""
    before = text[max(quantity.start - _NEAR, 0) : quantity.start]
    found = _THE.search(before) and _NOTHING.match(text, quantity.end)
    return quantity.text.isalpha() and bool(found)


def _counts(reader: Reader, own: OwnWords, printed: Iterable[Quantity]) -> set[int]:
    """The small numbers in a paragraph, and in what it rests on, that count somebody or
    something."""
    known = (q for one in reader.of(own) for q in one.quantities)
    return {
        int(v)
        for q in (*printed, *known)
        if not (q.percent or (q.unit is not None and is_measure(q.unit)))
        for v in q.values
        if isinstance(v, Decimal) and 1 < v < _MOST and v == int(v)
    }


def _named_together(site: Site, own: OwnWords, whole: str) -> Iterator[set[str]]:
    """The people named one behind the other in a paragraph, or in words it rests on."""
    texts = [whole, *own.words]
    texts += (placed.exact for name in own.records for placed in site.evidence.of(name))
    for sentence in (_sentence(site, text) for text in texts):
        people = [m for m in sentence.mentions if is_person(site, m.whose)]
        run = people[:1]
        for this, following in pairwise(people):
            if not _TOGETHER.fullmatch(sentence.text, this.end, following.start):
                yield {m.whose for m in run}
                run = []
            run.append(following)
        yield {m.whose for m in run}


def _all_of(site: Site, people: set[str], words: str) -> bool:
    """Whether people are of the state whose adjective stands before what they are called."""
    states = (s for s in of_class(site, Organisation) if s.type == "state" and not s.draft)
    of = [state.id for state in states if has_adjective(state.name, words)]
    return all(one in belonging(site, who) for one in of for who in people)


def _sentence(site: Site, text: str) -> Sentence:
    return Sentence(fold(text), agents_names(site), written_language(site))
