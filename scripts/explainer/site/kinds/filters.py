"""The choices by which readers may narrow a list down."""

from __future__ import annotations

from types import SimpleNamespace as View
from typing import Any

from ..catalog import Kind


def filters(kind: Kind[Any], items: list[View], *names: str) -> list[View]:
    """Those of a kind's choices that leave something out, each with its options."""
    found = []
    for name in names:
        counted: dict[str, View] = {}
        for item in items:
            for link in kind.choices(item)[name]:
                if link:
                    option = View(token=f"{name}-{link.id}", label=link.label, count=0)
                    counted.setdefault(option.token, option).count += 1
        few = len(counted) <= 8
        options = [option for option in counted.values() if few or option.count > 1]
        if len(options) > 1:
            label = "Place" if name == "programme" else name.capitalize()  # a platform is none
            found.append(View(label=label, options=options))
    return found
