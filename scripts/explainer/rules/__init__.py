"""The promises, as rules. Importing this package adds every rule to ``registry.RULES``."""

from . import (
    aside_notes,
    attribution,
    certain,
    citing,
    dates,
    described,
    dropped,
    elsewhere,
    evidence,
    figures,
    files,
    known_dates,
    left_out,
    markup,
    names,
    numbers,
    options,
    pages,
    people,
    prose,
    prose_numbers,
    prose_voices,
    quotations,
    records,
    settings,
    shared,
    sources,
    speech,
    told,
    voices,
)
from .registry import RULES, check

__all__ = ["RULES", "check"]
