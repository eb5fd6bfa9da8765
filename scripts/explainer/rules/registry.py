"""One rule, one generator; its docstring is the rule in words.

Rules read the model and know no topic. They yield Problems and print nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..topic.problems import Problem, in_order
from ..topic.site import Site


class Rule(NamedTuple):
    """A rule. One that needs the ``whole`` site is not run while some file cannot be read."""

    name: str
    text: str
    whole: bool
    run: Callable[[Site], Iterator[Problem]]


RULES: list[Rule] = []


def rule(
    whole: bool,
) -> Callable[[Callable[[Site], Iterator[Problem]]], Callable[[Site], Iterator[Problem]]]:
    """Add a generator to the rules; its name and docstring are the rule's."""

    def add(run: Callable[[Site], Iterator[Problem]]) -> Callable[[Site], Iterator[Problem]]:
        RULES.append(Rule(run.__name__.replace("_", "-"), (run.__doc__ or "").strip(), whole, run))
        return run

    return add


def check(site: Site) -> list[Problem]:
    """Every problem that any rule finds, in the order of files and lines."""
    return in_order(
        problem._replace(rule=one.name)
        for one in RULES
        if site.topic.whole or not one.whole
        for problem in one.run(site)
    )
