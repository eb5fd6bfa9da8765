"""The promises, as rules. Importing this package adds every rule to ``registry.RULES``."""

from . import (
    ascribed,
    attribution,
    called,
    citing,
    dates,
    dropped,
    elsewhere,
    evidence,
    figures,
    files,
    headings,
    known_dates,
    left_out,
    links,
    markup,
    names,
    not_from,
    numbers,
    odd_marks,
    options,
    pages,
    people,
    prose,
    prose_numbers,
    prose_voices,
    quotations,
    records,
    settings,
    sources,
    speech,
    voices,
)
from .registry import RULES, check

__all__ = ["RULES", "check"]
