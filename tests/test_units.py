"""A unit is shown once, and what counts differently is told once."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from explainer.site.catalog import Catalog, Deployment
from explainer.topic.figures import unit_beside
from explainer.topic.load import load
from explainer.topic.site import Site
from sites import SITES

SHOWN = [
    ("£1m", "£", "£1m"),
    ("£20,000", "pounds", "£20,000"),
    ("$3 million", "US dollars", "$3 million"),
    ("0.5 percent", "percent", "0.5 percent"),
    ("50 %", "%", "50 %"),
    ("50 %", "percent", "50 %"),
    ("12,5 Prozent", "Prozent", "12,5 Prozent"),
    ("30 pour cent", "pour cent", "30 pour cent"),
    ("5 per cent", "percent", "5 per cent"),
    ("5 pour cent", "%", "5 pour cent"),
    ("5 por ciento", "%", "5 por ciento"),
    ("5 Prozent", "%", "5 Prozent"),
    ("14.000 €", "euros", "14.000 €"),
    ("nine hours", "hours", "nine hours"),
    ("3-to-1", "to 1", "3-to-1"),
    ("400,000", "people", "400,000 people"),
    ("1 million", "metres", "1 million metres"),
    ("£1m", "houses", "£1m houses"),
]


@pytest.mark.parametrize(("printed", "unit", "shown"), SHOWN, ids=[row[0] for row in SHOWN])
def test_a_unit_is_shown_once(printed, unit, shown):
    figure = SimpleNamespace(value_text=printed, unit=unit)
    assert f"{printed} {unit_beside(figure)}".strip() == shown


@pytest.mark.parametrize("measure", ["", "the same"])
def test_a_card_has_at_most_one_warning(measure):
    """Four prices in percent are four measures, which nobody compares; of one measure, one warning
    names the others."""
    read, _ = load(SITES["rain"])
    first = read.of_kind("figures")[0]
    for n in range(4):
        own = {"id": f"f{n}", "unit": "%", "measure": measure or f"m{n}", "population": f"p{n}"}
        read.records[f"f{n}"] = first.model_copy(update=own)
        read.kinds[f"f{n}"] = "figures"
    kind = Catalog(Site(read), Deployment()).kinds["figures"]
    warnings = kind.warnings(read.records["f0"], ["f0", "f1", "f2", "f3"])
    assert len(warnings) == (1 if measure else 0)
    assert not kind.warnings(first, ["f0"])
