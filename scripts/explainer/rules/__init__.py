"""The promises, as rules. Importing this package adds every rule to ``registry.RULES``."""

from . import (
    attribution,
    dates,
    evidence,
    files,
    known_dates,
    markup,
    names,
    numbers,
    pages,
    prose,
    quotations,
    records,
    settings,
    sources,
)
from .registry import RULES, check

__all__ = ["RULES", "check"]
