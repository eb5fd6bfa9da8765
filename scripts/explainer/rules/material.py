"""What of Material for MkDocs works on a site like this, and what cannot, with the reason.

Which features there are is read from Material 9.8.1's own templates and script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..text import icons
from ..text.words import did_you_mean
from ..topic.roles import Key
from .setting import ICON, LABEL, Setting, Wrong, known, listed, setting

# What Material does where they are on. All are in its templates, or wait in its script, which comes
# with the reader's first touch.
FEATURES = {
    "announce.dismiss": "readers may close the note above the pages",
    "content.action.edit": "a button to edit the page",
    "content.action.view": "a button to see the page as it was written",
    "content.code.copy": "a button to copy code",
    "content.footnote.tooltips": "what a citation rests on, beside it",
    "content.tabs.link": "tabs of the same label open together",
    "content.tooltips": "what a title says, beside it",
    "header.autohide": "the bar goes when one scrolls down",
    "navigation.expand": "sections of the menu are open",
    "navigation.footer": "the page before and the page behind, at the foot",
    "navigation.indexes": "a section of the menu is a page itself",
    "navigation.path": "where in the menu the page is, above it",
    "navigation.prune": "only the part of a long menu that is open",
    "navigation.sections": "sections of the menu as groups",
    "navigation.tabs": "the menu as tabs",
    "navigation.tabs.sticky": "tabs that stay",
    "navigation.top": "a button back to the top",
    "navigation.tracking": "the address follows the headings",
    "search.suggest": "how a word that is begun may end",
    "toc.follow": "the contents of the page follow the reader",
    "toc.integrate": "the contents of the page in the menu",
}

_ONCE = (
    "it changes pages in place, and what finds facts, filters and notes begins once, with a page"
)
_NO_LINES = "code is shown as it is written, without the lines of pymdownx.highlight that it needs"
_NO_STYLE = "it writes a style into each page, which the policy on what a page may load forbids"

REFUSED_FEATURES = {
    "content.code.annotate": _NO_LINES,
    "content.code.select": _NO_LINES,
    "navigation.instant": _ONCE,
    "navigation.instant.prefetch": _ONCE,
    "navigation.instant.preview": _ONCE,
    "navigation.instant.progress": _ONCE,
    "search.highlight": "the search here marks what was sought, and keeps addresses clean",
    "search.share": "the box has a button of its own; Material's copies all but the last letter",
}

# Where Material puts an icon that one may choose.
ICONS = {
    "alternate": "other languages",
    "close": "closing the note above the pages",
    "edit": "editing the page",
    "logo": "the logo",
    "menu": "the menu",
    "next": "the page behind",
    "previous": "the page before",
    "repo": "the repository",
    "search": "the search",
    "top": "back to the top",
    "view": "seeing the page as it was written",
}
REFUSED_ICONS = {
    "admonition": _NO_STYLE,
    "annotation": _NO_STYLE,
    "share": "search.share is not on",
    "status": "pages have no status here",
    "tag": "pages have no tags here",
}

_COLOURS = (
    "red pink purple deep-purple indigo blue light-blue cyan teal green light-green lime yellow"
    " amber orange deep-orange"
).split()
_PRIMARY = (*_COLOURS, "brown", "grey", "blue-grey", "black", "white", "custom")
_ACCENT = (*_COLOURS, "custom")
SCHEMES = ("default", "slate")
_AUTOMATIC = "(prefers-color-scheme)"
_LIGHT, _DARK = (f"(prefers-color-scheme: {which})" for which in ("light", "dark"))
_FIELDS = {
    "media": (_AUTOMATIC, _LIGHT, _DARK),
    "scheme": SCHEMES,
    "primary": _PRIMARY,
    "accent": _ACCENT,
}

FEATURE = listed(
    lambda item: known(item, FEATURES, REFUSED_FEATURES, "feature"),
    "write a list of features, of those in docs/MATERIAL.md",
)


def _palette(value: Any) -> Iterator[Wrong]:
    several = value if type(value) is list and value else [value]
    for i, one in enumerate(several):
        at: Key = (i,) if type(value) is list else ()
        if not isinstance(one, dict):
            yield Wrong(at, "", PALETTE.help, one)
            continue
        for name, given in one.items():
            yield from (w._replace(key=(*at, name, *w.key)) for w in _of_palette(name, given))
    medias = [one.get("media") for one in several if isinstance(one, dict)]
    if _AUTOMATIC in medias and not (_LIGHT in medias and _DARK in medias):
        help = f'add one with media: "{_LIGHT}" and one with media: "{_DARK}"'
        yield Wrong((), f"{_AUTOMATIC} chooses between two palettes, which are missing", help)


def _of_palette(name: Any, given: Any) -> Iterator[Wrong]:
    if name == "toggle":
        fields = {"icon": ICON, "name": LABEL}
        if not isinstance(given, dict) or given.keys() != fields.keys():
            yield Wrong((), "", "write toggle: {icon: material/weather-night, name: …}", given)
            return
        for key, field in fields.items():
            yield from (w._replace(key=(key, *w.key)) for w in field.wrongs(given[key]))
    elif name not in _FIELDS:
        help = did_you_mean(str(name), [*_FIELDS, "toggle"], "remove it")
        yield Wrong((), f"a palette has no {name}", help, given)
    elif type(given) is not str or given.replace(" ", "-") not in [
        one.replace(" ", "-") for one in _FIELDS[name]
    ]:
        written = ", ".join(
            f'"{one}"' if ":" in one or "(" in one else one for one in _FIELDS[name]
        )
        yield Wrong((), "", f"write one of {written}", given)


PALETTE = Setting(
    _palette,
    "write media, scheme, primary, accent and toggle: {icon: …, name: …}, or a list of such",
)

LANGUAGE = setting(
    lambda value: (
        type(value) is str
        and value.replace("-", "").isalpha()
        and (icons.TEMPLATES / "partials/languages" / f"{value}.html").is_file()
    ),
    "write one of the languages that Material has, for instance en, de or pt-BR; Norwegian is nb",
)
