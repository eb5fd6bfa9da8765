"""What is said of one source on a site that has several: what only a person can put right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..topic.site import Site
from .own_words import own_words

_OF_ONE = re.compile(
    r"(?i)\b(?:one|a single|ein(?:e[mnrs]?)?(?: einzigen?)?|une?(?: seule?)?|una?(?: sol[oa])?)\s"
    r"(?:\w+\s)?(?:article|report|source|text|artikel|bericht|quelle|reportage|artículo|fuente)\b"
)


def said_of_one(site: Site) -> Iterator[tuple[str, int, str]]:
    """The lines that say how many sources there are: one, where there are several; with the file
    and the number of each."""
    for own in own_words(site) if len(site.topic.sources) > 1 else ():
        if _OF_ONE.search(own.text) and not own.aside:
            told = own.problem("", "", own.text)
            yield told.path, told.line, own.text
