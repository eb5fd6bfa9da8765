"""The promises, as rules. Importing this package adds every rule to ``registry.RULES``."""

from . import (
    attribution,
    dates,
    evidence,
    markup,
    names,
    numbers,
    pages,
    prose,
    prose_numbers,
    quotations,
    records,
    sources,
)
from .registry import RULES, check

__all__ = ["RULES", "check"]
