"""The promises, as rules. Importing this package adds every rule to ``registry.RULES``."""

from . import (
    attribution,
    citing,
    counted_in_prose,
    credited,
    dates,
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
    sources,
    speech,
    voices,
)
from .registry import RULES, check

__all__ = ["RULES", "check"]
