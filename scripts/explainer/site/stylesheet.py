"""One stylesheet for a site: Material's rules, as far as the built pages and scripts have a use for
them, in a layer of their own, then the site's.

A rule is kept if each element in its selector, with its classes, is in a page, or a script has
words that could make it; a custom property, if something still asks for it. Rules in a layer give
way to all others, whatever their selectors (CSS Cascading and Inheritance Level 5, section 6.4), so
that the site's own rules, and an editor's ``extra_css`` after them, need not outdo Material's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2.ast import Declaration, Node

# A rule and what is in it, as they stand in a sheet that was made small. It is taken apart further
# only if it is kept, as most are not.
_RULE = re.compile(r"([^{}]*)\{((?:[^{}]++|\{[^{}]*+\})*+)\}")

# What can be left out of a sheet, and strings, which stay.
_COMMENT = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/""", re.S)
_LOOSE = re.compile(r"""("[^"]*"|'[^']*')|\s*;?\s*(\})\s*|\s*([{,>!])\s*|([;:])\s+|\s+""")

# Rules of these apply by other names than those of classes; they are kept with what uses them.
_NESTING = frozenset(("media", "supports", "container", "layer"))
_VARIABLE = re.compile(r"--(?!md-mermaid)[\w-]+")  # diagrams of Mermaid are refused
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r'([a-zA-Z][\w:-]*)(?:="([^"]*)")?')
_WORD = re.compile(r"[\w-]+")

# Of these attributes a page has few values, and Material rules for each that there could be.
_BY_VALUE = ("dir", "data-md-color-primary", "data-md-color-accent")

# Parts that Material's script can make, but only where a page has what they are made from; and the
# classes of notes and the like, which are words of scripts too, but made by none.
_FROM_PAGE = re.compile(
    "md-(?:annotation|consent|feedback|outdated|progress|source|status|tag|tooltip(?!2)|version)"
    "|tabbed|mermaid|highlight|gist"
    "|(?:note|tip|info|success|question|warning|failure|danger|bug|example|quote"
    "|inline|keys|middle)$"
)


class Uses:
    """What a site's pages and scripts have that a rule may be about: ``pages`` are read one at a
    time, ``scripts`` are the words of all."""

    def __init__(self, scripts: str) -> None:
        self._scripts = {w for w in _WORD.findall(scripts) if not _FROM_PAGE.match(w)}
        self._names: set[str] = {"html", "head", "body", "root"}
        self._elements: set[tuple[str, ...]] = set()
        self._values: set[tuple[str, str]] = set()
        self._seen: set[tuple[str, str]] = set()

    def read(self, page: str) -> None:
        """Take in the elements, attributes and classes of a built page."""
        new = set(_TAG.findall(page)) - self._seen
        self._seen |= new
        for tag, inside in new:
            given = [(name.lower(), value) for name, value in _ATTRIBUTE.findall(inside)]
            classes = " ".join(value for name, value in given if name == "class").split()
            self._names.update((tag.lower(), *classes, *(name for name, _ in given)))
            self._elements.add((tag.lower(), *classes))
            self._values.update(pair for pair in given if pair[0] in _BY_VALUE)

    def _all(self) -> tuple[frozenset[Any], ...]:
        return tuple(map(frozenset, (self._scripts, self._names, self._elements, self._values)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Uses) and self._all() == other._all()

    def __hash__(self) -> int:
        return hash(self._all())

    def has(self, selector: list[Node]) -> bool:
        """Whether all that a selector names may be there; what is in brackets, as in :not(), is not
        asked."""
        compound: list[str] = []
        before = ""
        for token in [*selector, None]:
            kind = token.type if token else "whitespace"
            literal = token.value if token and kind == "literal" else ""
            if kind == "ident" and before != ":":
                compound.append(token.value)
            elif kind == "[] block" and not self._has_attribute(token.content):
                return False
            elif kind == "whitespace" or literal in (">", "+", "~"):
                if not self._has_element(compound):
                    return False
                compound = []
            before = literal
        return True

    def _has_element(self, names: list[str]) -> bool:
        if not all(name in self._names or name in self._scripts for name in names):
            return False
        if len(names) < 2 or any(name in self._scripts for name in names):
            return True
        return any(all(name in element for name in names) for element in self._elements)

    def _has_attribute(self, content: list[Node]) -> bool:
        said = [t.value for t in content if t.type in ("ident", "string")]
        if not said or said[0] in ("class", "id"):
            return True
        if said[0] in _BY_VALUE and len(said) > 1:
            return (said[0], said[1]) in self._values
        return said[0] in self._names or said[0] in self._scripts


def stylesheet(material: Iterable[str], own: Iterable[str], uses: Uses, scripts: str) -> str:
    """The text of the stylesheet; ``scripts`` is that of all, which may set custom properties."""
    return _made(tuple(material), tuple(own), uses, scripts)


@lru_cache(1)  # a preview asks again at each save, where a new class is rare
def _made(material: tuple[str, ...], own: tuple[str, ...], uses: Uses, scripts: str) -> str:
    kept = [_rules(text, uses) for text in material]
    layered = "".join(_text(rules) for rules in kept)
    said = "".join(map(_tight, own))
    while True:
        asked = set(_VARIABLE.findall(re.sub(r"(?<![\w-])--[\w-]+(?=\s*:)", "", layered + said)))
        asked |= set(_VARIABLE.findall(scripts))
        if not any([_drop_unasked(rules, asked) for rules in kept]):
            break
        layered = "".join(_text(rules) for rules in kept)
    return f"@layer material{{{layered}}}\n{said}"


def _tight(text: str) -> str:
    """A style sheet without comments and with no more spaces than it needs."""
    bare = _COMMENT.sub(lambda m: m[1] or "", text)
    return _LOOSE.sub(lambda m: m[m.lastindex] if m.lastindex else " ", bare).strip()


def _rules(text: str, uses: Uses) -> list[Any]:
    """Of the rules of a style sheet those that have a use, each as ``(prelude, declarations)``,
    ``(prelude, rules)`` or ``(prelude, text)``."""
    found = ((before.rpartition(";")[2].strip(), inside) for before, inside in _RULE.findall(text))
    return [rule for before, inside in found if (rule := _rule(before, inside, uses))]


def _rule(before: str, inside: str, uses: Uses) -> Any:
    if before.startswith("@"):
        if before[1:].split(maxsplit=1)[0].partition("(")[0] not in _NESTING:
            return (before, inside)  # @keyframes, @page, @font-face
        rules = _rules(inside, uses)
        return (before, rules) if rules else None
    tokens = tinycss2.parse_component_value_list(before, skip_comments=True)
    prelude = ",".join(_squeezed(s) for s in _selectors(tokens) if uses.has(s))
    if not prelude:
        return None
    declared = tinycss2.parse_blocks_contents(inside, skip_comments=True, skip_whitespace=True)
    kept = [d for d in declared if isinstance(d, Declaration)]
    return (prelude, kept) if kept else None


def _selectors(prelude: list[Node]) -> Iterator[list[Node]]:
    one: list[Node] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _squeezed(tokens: list[Node]) -> str:
    kept = [t for t in tokens if t.type != "comment"]
    text = "".join(" " if t.type == "whitespace" else t.serialize() for t in kept)
    return re.sub(r"\s+", " ", text).strip()


def _drop_unasked(rules: list[Any], asked: set[str]) -> bool:
    """Drop Material's custom properties that nothing asks for; whether any was dropped."""
    dropped = False
    for at, (prelude, inside) in enumerate(rules):
        if isinstance(inside, str):
            continue
        if inside and not isinstance(inside[0], Declaration):
            dropped |= _drop_unasked(inside, asked)
            continue
        left = [d for d in inside if not d.name.startswith("--") or d.name in asked]
        if len(left) < len(inside):
            rules[at], dropped = (prelude, left), True
    return dropped


def _text(rules: list[Any]) -> str:
    parts = []
    for prelude, inside in rules:
        if isinstance(inside, str):
            body = inside
        elif inside and isinstance(inside[0], Declaration):
            body = ";".join(
                f"{d.name}:{_squeezed(d.value)}{'!important' if d.important else ''}"
                for d in inside
            )
        else:
            body = _text(inside)
        if body:
            parts.append(f"{prelude}{{{body}}}")
    return "".join(parts)
