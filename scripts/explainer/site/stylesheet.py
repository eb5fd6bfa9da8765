"""One stylesheet for a site: Material's rules, as far as the built pages and scripts have a use for
them, in a layer of their own, then the site's.

A rule is kept if every class, element and attribute in its selector is a word of the pages or of a
script; a custom property, if something still asks for it. Rules in a layer give way to all others,
whatever their selectors (CSS Cascading and Inheritance Level 5, section 6.4), so that the site's
own rules, and an editor's ``extra_css`` after them, need not outdo Material's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

# Rules of these apply by other names than those of classes; they are kept with what uses them.
_NESTING = frozenset(("media", "supports", "container", "layer"))
_VARIABLE = re.compile(r"--[\w-]+")
_IN_TAGS = re.compile(r"<([a-zA-Z][\w-]*)((?:\s[^<>]*)?)>")
_CLASSES = re.compile(r'class="([^"]*)"')
_NAMES = re.compile(r'\s([a-zA-Z][\w:-]*)(?:="|(?=[\s/]|$))')
_WORDS = re.compile(r"[\w-]+")


def words_of_page(text: str) -> set[str]:
    """The elements, attributes and classes in a built page."""
    found: set[str] = set()
    for tag, inside in set(_IN_TAGS.findall(text)):
        found.add(tag.lower())
        found.update(name.lower() for name in _NAMES.findall(inside))
        for classes in _CLASSES.findall(inside):
            found.update(classes.split())
    return found


def words_of_script(text: str) -> set[str]:
    """Every word in a script: a class that it sets is among them, whole or in parts."""
    return set(_WORDS.findall(text))


def stylesheet(material: Iterable[str], own: Iterable[str], words: set[str], scripts: str) -> str:
    """The text of the stylesheet. ``words`` are those of pages and scripts, ``scripts`` the text of
    the latter, which may set custom properties."""
    ours = [_rules(text, None) for text in own]
    kept = [_rules(text, words) for text in material]
    layered = "".join(_text(rules) for rules in kept)
    said = "".join(_text(rules) for rules in ours)
    while True:
        asked = set(_VARIABLE.findall(re.sub(r"(?<![\w-])--[\w-]+(?=\s*:)", "", layered + said)))
        asked |= set(_VARIABLE.findall(scripts))
        if not any([_drop_unasked(rules, asked) for rules in kept]):
            break
        layered = "".join(_text(rules) for rules in kept)
    return f"@layer material{{{layered}}}\n{said}"


def _rules(text: str, words: set[str] | None) -> list[Any]:
    """A style sheet, taken apart; of its rules those that have a use, or all."""
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return [rule for node in nodes if (rule := _rule(node, words))]


def _rule(node: Node, words: set[str] | None) -> Any:
    """A rule as ``(prelude, declarations)`` or ``(prelude, rules)``; None if it has no use."""
    if isinstance(node, QualifiedRule):
        selectors = [s for s in _selectors(node.prelude) if words is None or _used(s, words)]
        declared = tinycss2.parse_blocks_contents(
            node.content, skip_comments=True, skip_whitespace=True
        )
        kept = [d for d in declared if isinstance(d, Declaration)]
        prelude = ",".join(_squeezed(s) for s in selectors)
        return (prelude, kept) if selectors and kept else None
    if not isinstance(node, AtRule):
        return None
    prelude = f"@{node.at_keyword} {_squeezed(node.prelude)}".rstrip()
    if node.content is None:
        return None  # @import and @charset: nothing is loaded, and the file is UTF-8
    if node.lower_at_keyword in _NESTING:
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        rules = [rule for one in inner if (rule := _rule(one, words))]
        return (prelude, rules) if rules else None
    return (prelude, _squeezed(node.content))  # @keyframes, @page, @font-face


def _selectors(prelude: list[Node]) -> Iterator[list[Node]]:
    one: list[Node] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _used(selector: list[Node], words: set[str]) -> bool:
    """Whether all that a selector names may be there; what is in brackets, as in :not(), is not
    asked."""
    before = ""
    for token in selector:
        if token.type == "ident" and before != ":" and token.value not in words:
            return False
        if token.type == "[] block":
            name = next((t.value for t in token.content if t.type == "ident"), "")
            if name and name not in words:
                return False
        before = token.value if token.type == "literal" else ""
    return True


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
