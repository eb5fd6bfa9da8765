"""The promises, as rules. Importing this package adds every rule to ``registry.RULES``."""

from . import (
    attribution,
    citing,
    dates,
    evidence,
    left_out,
    markup,
    names,
    numbers,
    pages,
    prose,
    prose_voices,
    quotations,
    records,
    sources,
    voices,
)
from .registry import RULES, check

__all__ = ["RULES", "check"]
