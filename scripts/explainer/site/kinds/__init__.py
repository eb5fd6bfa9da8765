"""One class for each kind of record: its title, summary, card, linked data and search entry.

A new kind needs a class in topic/model.py, one here, and a template of the kind's name."""

from ..catalog import Catalog
from .agents import Organisations, People
from .apparatus import Conflicts, Corrections, References, Terms
from .figures import Figures
from .quotes import Quotes
from .reports import Claims, Comparisons, Events, Positions

# Where two entries fit what readers search for as well, the kind that is named first comes first.
Catalog.classes = (
    People,
    Organisations,
    Figures,
    Quotes,
    Events,
    Terms,
    Conflicts,
    Comparisons,
    Positions,
    Claims,
    References,
    Corrections,
)
