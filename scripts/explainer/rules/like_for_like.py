"""The rule on two numbers that are set against each other, and do not count alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from ..text.folding import fold
from ..topic.apparatus import Reference
from ..topic.figures import is_ratio, unlike_in
from ..topic.model import Conflict, Figure
from ..topic.problems import Problem
from ..topic.roles import OWN, values
from ..topic.site import Site, at
from .answered import answers_cited
from .beside import heading_cites
from .cited import masked_at, sentences_cited
from .common import of_class
from .own_words import OwnWords, own_words, quotations_in
from .registry import rule
from .rests import of_records

# A comparison; not how exact one number is: more than 1 million, mehr als 400.000.
_NUMBER = (
    r"(?!\s(?:(?:an?|half|some|about|eine[rn]?|halbe|une?|unos|d'|de)\s?)*(?:[^\w\s]?\d|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|hundred|thousand|million|zwei|drei|vier|fünf|sechs|sieben"
    r"|acht|neun|zehn|hundert|tausend|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cents?|mille"
    r"|dos|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil)\b)"
)
_COMPARES = re.compile(
    # Behind a verb of what a number takes in, more is said of kinds and not of how many.
    r"(?<!counts )(?<!includes )(?<!covers )(?<!zählt )(?<!compte )(?<!cuenta )\b(?:"
    rf"(?:more|fewer|less|mehr|weniger)(?:\s[\w-]+){{0,6}}?\s(?:than|als)\b{_NUMBER}"
    rf"|(?:plus|moins|davantage)\s(?:d(?:e |'))?(?:[\w-]+\s){{1,3}}?que\b{_NUMBER}"
    rf"|(?:más|menos)(?:\s[\w-]+){{0,3}}?\sque\b{_NUMBER}"
    r"|(?:higher|lower|larger|heavier|greater|bigger|smaller|worse|höhere?[rnms]?|niedrigere?[rnms]?"
    r"|größere?[rnms]?|kleinere?[rnms]?|schwerere?[rnms]?|geringere?[rnms]?|mayores|menores"
    r"|supérieure?s?|inférieure?s?|superior(?:es)?|inferior(?:es)?)\b"
    r"|(?:plus|más) (?:lourd\w*|élevé\w*|grand\w*|alt[oa]s?|elevad[oa]s?|grandes?)\b"
    r"|(?:lost|suffered|had|verlor\w*|perdu|perdió|perdido) (?:the )?(?:more|most|fewest|mehr|plus"
    r"|más)(?!\s(?:than|als|de|que))\b"
    r"|(?:twice|half|double|(?:two|three|four|five|many) times)\s(?:as|the|those|that|its)\b"
    r"|(?:doppelt|halb|dreimal|viermal|mehrfach) so\b|(?:deux|trois|quatre) fois (?:plus|moins)\b"
    r"|le double\b|el doble\b|(?:dos|tres|cuatro) veces (?:más|menos)\b|outnumber\w*|outweigh\w*"
    r"|übersteigen die\b|übertreffen\b)",
    re.I,
)
_NOT_ALIKE = re.compile(
    r"like[ -](?:for|with)[ -]like|compar(?!ed (?:with|to)\b)\w*|differently|different (?:things"
    r"|losses|times)|vergl(?:ei|i)ch\w*|verschieden\w*|unterschiedlich\w*|différen\w+|distint[oa]s?"
    r"|diferentes?",
    re.I,
)
_WHOSE = "population"  # of others alone, numbers are compared all the time


@rule(whole=False)
def compared_like_for_like(site: Site) -> Iterator[Problem]:
    """A sentence that cites two figures which do not count the same, or not over the same time,
    sets neither against the other (more than, higher, fewer, twice as many), nor does a heading
    over them or what is said of a conflict between them, unless it says that they cannot be
    compared, or the words cited, or a work named there, compare them."""
    for own, text, cites in _compared(site):
        found = _COMPARES.search(fold(text))
        if not found or text.rstrip().endswith("?") or _NOT_ALIKE.search(text):
            continue
        records = [site.topic.records[n] for n in dict.fromkeys(cites) if n in site.topic.records]
        if any(isinstance(record, Reference) for record in records):
            continue
        rests = of_records(site, tuple(record.id for record in records))
        if any(_COMPARES.search(fold(words)) for words, _ in rests.around):
            continue
        if two := _unlike(record for record in records if isinstance(record, Figure)):
            one, other, differ = two
            yield own.problem(
                f'"{found.group().strip()}" compares "{one.id}" with "{other.id}", which differ in'
                f" {' and '.join(differ)}",
                "give each number with what it counts, or say that they cannot be compared",
                own.text[:160] if len(own.text) <= 160 else text[:160],
            )


def _compared(site: Site) -> Iterator[tuple[OwnWords, str, Iterable[str]]]:
    """Each text that may compare, without the words of quotations, with what it rests on."""
    figures = {figure.id for figure in of_class(site, Figure)}
    for own in own_words(site):
        if own.shown and len(figures & {*own.records}) > 1:
            for part in (*sentences_cited(site, own.shown), *answers_cited(site, own)):
                yield own, part.marked, part.cites or own.records
    for own, cites in heading_cites(site):
        yield own, masked_at(own.text, quotations_in(site, own.text)), cites
    for conflict in of_class(site, Conflict):
        for key, text, _ in values(conflict, OWN) if not conflict.draft else ():
            own = OwnWords(*at(site, conflict.id, *key), text, [conflict.id])
            yield own, masked_at(text, quotations_in(site, text)), conflict.between


def _unlike(figures: Iterable[Figure]) -> tuple[Figure, Figure, list[str]] | None:
    """Two of some figures that are of one unit and do not count alike, with what differs."""
    for one, other in combinations(figures, 2):
        differ = [field for field in unlike_in(one, other) if field != _WHOSE]
        if one.unit == other.unit and not is_ratio(one.unit) and differ:
            return one, other, differ
    return None
