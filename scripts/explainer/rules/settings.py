"""The rules on ``mkdocs.yml``: what it may say is listed here, and anything else is refused.

MkDocs runs what some of its keys name, deletes the folder that another names, and takes templates,
styles and pages from wherever it is told to."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ..text.folding import fold
from ..text.words import did_you_mean
from ..topic.mkdocs_yml import FromEnvironment, Link, MkdocsYml
from ..topic.model import KINDS
from ..topic.problems import Problem
from ..topic.roles import Key
from ..topic.site import Site
from .registry import rule

# Markdown as it is read here, whatever else an extension would make of a page.
EXTENSIONS: dict[str, Any] = {
    "attr_list": {},
    "md_in_html": {},
    "tables": {},
    "footnotes": {"USE_DEFINITION_ORDER": True},
    "toc": {},
}
_VALIDATION = {
    "omitted_files": "ignore",
    "absolute_links": "warn",
    "unrecognized_links": "warn",
    "anchors": "warn",
}
_LONGEST = 250  # so that `explainer diff` shows all of it
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
DATA = ("facts.json", "search.json", "feed.xml", "sources.csl.json", "sources.bib")


class _Value(NamedTuple):
    """What a key may have: whether a value will do, and what to write instead of one that will not;
    a table has keys of its own."""

    fits: Callable[[Any], bool]
    help: str
    required: bool = False


def _same(a: Any, b: Any) -> bool:
    """Equal, and of one type: to Python 1 is True."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(_same, a, b))
    return bool(a == b)


def _only(value: Any, written: str, required: bool = True) -> _Value:
    return _Value(lambda given: _same(given, value), f"write {written}", required)


def _plain(value: Any) -> bool:
    """Whether MkDocs takes it for a text, and readers see it as it is written here."""
    return value is None or (
        type(value) is str
        and len(value) <= _LONGEST
        and (not value or re.search(r"\w", value) is not None)
        and not re.search("[<>]", value)
        and html.unescape(value) == value
    )


def _address(value: Any) -> bool:
    """Whether it is the https address of a site, or that from the environment."""
    if isinstance(value, FromEnvironment):
        value = value.default
    if value is None or value == "":
        return True
    try:
        parts = urlsplit(value) if type(value) is str else None
        return bool(
            parts
            and parts.scheme == "https"
            and re.fullmatch(r"([\w-]+\.)+[^\W\d_][\w-]+(:\d+)?", parts.netloc)
            and (parts.port is None or parts.port)
            and not (parts.query or parts.fragment)
            and re.fullmatch(r"(/[\w~.-]*[\w~-])*/?", parts.path, re.ASCII)
        )
    except ValueError:
        return False


def _extensions(value: Any) -> bool:
    """Whether these are the extensions, with no option but words for the links back from notes."""
    found: dict[str, Any] = {}
    for item in value if type(value) is list else ():
        several = item if isinstance(item, dict) else {str(item): {}}
        for name, options in several.items():
            if name in found or not isinstance(options, dict | None):
                return False
            found[name] = dict(options or {})
    title = found.get("footnotes", {}).pop("BACKLINK_TITLE", "Back {}")
    if found.get("toc", {}).get("permalink") is False:
        found["toc"].pop("permalink")
    links_back = _plain(title) and re.fullmatch(r"[^{}]*\{\}[^{}]*", title or "") is not None
    return links_back and _same(found, EXTENSIONS)


def _listed(items: Any, section: bool = False) -> bool:
    """Whether it is a menu: pages, with or without a title, and sections of pages."""
    return type(items) is list and all(
        type(item) is str
        or (
            isinstance(item, dict)
            and len(item) == 1
            and all(
                title
                and _plain(title)
                and (type(to) is str or (not section and bool(to) and _listed(to, True)))
                for title, to in item.items()
            )
        )
        for item in items
    )


def _footer(items: Any) -> bool:
    return items is None or (
        type(items) is list
        and all(
            isinstance(item, dict)
            and item.keys() == {"label", "url"}
            and item["label"]
            and _plain(item["label"])
            and type(item["url"]) is str
            for item in items
        )
    )


_TEXT = _Value(
    _plain,
    f'write plain words, at most {_LONGEST} letters, without < > and &…;, in "quotation marks"',
)
_TABLE = _Value(lambda value: isinstance(value, dict), "write a table, a key a line", True)
SETTINGS: dict[Key, _Value] = {
    ("site_name",): _TEXT,
    ("site_description",): _TEXT,
    ("copyright",): _TEXT,
    ("site_url",): _Value(
        _address, 'write !ENV [SITE_URL, ""], or an address that begins with https://'
    ),
    ("docs_dir",): _only("build/docs", "docs_dir: build/docs"),
    ("site_dir",): _only("site", "site_dir: site", False),
    ("use_directory_urls",): _only(True, "use_directory_urls: true", False),
    ("strict",): _only(True, "strict: true, or nothing", False),
    ("theme",): _TABLE,
    ("theme", "name"): _only("material", "name: material"),
    ("theme", "custom_dir"): _only("overrides", "custom_dir: overrides"),
    ("theme", "font"): _only(False, "font: false"),
    ("theme", "language"): _Value(
        lambda value: type(value) is str and bool(_LANGUAGE.fullmatch(value)),
        'write a language, for instance en or de-CH, and Norwegian as "no"',
    ),
    ("plugins",): _only(["explainer"], "plugins: [explainer]"),
    ("markdown_extensions",): _Value(
        _extensions,
        "list attr_list, md_in_html, tables, footnotes (with USE_DEFINITION_ORDER: true and, as you"
        " like, BACKLINK_TITLE: some words with {}) and toc, each once",
        True,
    ),
    ("validation",): _only(
        _VALIDATION, f"validation: {{{', '.join(f'{k}: {v}' for k, v in _VALIDATION.items())}}}"
    ),
    ("extra",): _TABLE._replace(required=False),
    ("extra", "generator"): _only(False, "generator: false", False),
    ("extra", "base_note"): _TEXT,
    ("extra", "footer_links"): _Value(
        _footer, "write a list of {label: some words, url: some-page/}"
    ),
    ("nav",): _Value(
        lambda value: value is None or _listed(value),
        "write a list of Title: page.md, and of Title: with such a list below it; a title that is a"
        ' number or a yes goes in "quotation marks", a section has no sections',
    ),
}


@rule(whole=False)
def known_settings(site: Site) -> Iterator[Problem]:
    """mkdocs.yml says nothing but what is known here to be harmless: the site's name, description,
    address, language, note, menu and footer; all else, if anything, as a new site has it."""
    yield from unknown_settings(site.mkdocs)


def unknown_settings(mkdocs: MkdocsYml) -> Iterator[Problem]:
    """What mkdocs.yml may not say, and what it must. Needs no more of the site."""
    if mkdocs.keys:
        yield from _table(mkdocs, mkdocs.keys, ())


def _table(mkdocs: MkdocsYml, table: dict[Any, Any], above: Key) -> Iterator[Problem]:
    known = {key[-1]: value for key, value in SETTINGS.items() if key[:-1] == above}
    for name, given in table.items():
        key = (*above, name)
        if name not in known:
            otherwise = f"remove it; known are {', '.join(map(str, known))}"
            help = did_you_mean(str(name), map(str, known), otherwise)
            yield _problem(mkdocs, key, f"{_name(key)} may not be set here", help)
        elif not known[name].fits(given):
            yield _misfit(mkdocs, key, known[name], given)
        elif any(inner[:-1] == key for inner in SETTINGS):
            yield from _table(mkdocs, given, key)
    for name, value in known.items():
        if value.required and name not in table:
            what = f"{_name((*above, name))} is missing, and MkDocs would take what it has itself"
            yield _problem(mkdocs, above, what, value.help)


def _misfit(mkdocs: MkdocsYml, key: Key, value: _Value, given: Any) -> Problem:
    """Of a list of things that each may be right or wrong the first wrong one."""
    what = f"{_name(key)} may not have this value"
    for i, item in enumerate(given if isinstance(given, list) and value.fits([]) else ()):
        if not value.fits([item]):
            return _problem(mkdocs, (*key, i), what, value.help, item)
    return _problem(mkdocs, key, what, value.help, given)


@rule(whole=True)
def menu_within(site: Site) -> Iterator[Problem]:
    """Each line of the menu leads to a page of content/, and to each page only one; each link of
    the footer leads to a page, a file or the data of the site. Neither bears the name of another
    page than the one that it leads to."""
    mkdocs, pages, seen = site.mkdocs, site.topic.pages, set[str]()
    if not pages:  # that is fault enough
        return
    for link in (link for link in mkdocs.menu if not link.section):
        (file,) = link.targets
        if file not in pages:
            help = did_you_mean(file, pages, "lead to a page's file, for instance people.md")
            yield _problem(mkdocs, link.key, "this is no page of content/", help, file)
            continue
        if file in seen:
            what = "the menu has this page already"
            yield _problem(mkdocs, link.key, what, "remove one of the two", file)
        seen.add(file)
        yield from _misnamed(site, link)
    files = {f"data/{name}" for name in (*DATA, *(f"{kind}.csv" for kind in KINDS))}
    for link in mkdocs.footer:
        (url,) = link.targets
        there = url in site.topic.assets or (url in files and _is_there(site, url))
        if there or (link.pages(pages) and re.fullmatch(r"[^#]*(#[\w-]+)?", url)):
            yield from _misnamed(site, link)
        else:
            help = "lead to a page's address, for instance people/, or to data/facts.json"
            yield _problem(mkdocs, link.key, "this leads to nothing on the site", help, url)


def _is_there(site: Site, url: str) -> bool:
    """Whether a file of the data is written: a kind without records has none."""
    kind = url.removeprefix("data/").removesuffix(".csv")
    return kind not in KINDS or bool(site.topic.of_kind(kind))


def _misnamed(site: Site, link: Link) -> Iterator[Problem]:
    """A line that leads to one page and has only words of another's name."""
    words = _words(link.text)
    names = {path: _words_of_page(site, path) for path in site.topic.pages}
    own = _words(" ".join(link.targets)).union(*(names[path] for path in link.pages(names)))
    others = [path for path, name in names.items() if words and words <= name]
    if others and not words & own:
        yield _problem(
            site.mkdocs,
            link.key,
            f'"{link.text}" is the name of content/{others[0]}, and this leads elsewhere',
            "give it the title of the page that it leads to, or a word of that",
            link.text,
        )


def _words_of_page(site: Site, path: str) -> set[str]:
    home = "home" if path == "index.md" else ""
    return _words(f"{site.topic.pages[path].meta.title} {path.removesuffix('.md')} {home}")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text).lower()))


def _name(key: Key) -> str:
    return ".".join(map(str, key))


def _problem(mkdocs: MkdocsYml, key: Key, message: str, help: str, given: Any = "") -> Problem:
    where = mkdocs.where
    return Problem(where.path, where.line(*key), message, help, "", str(given)[:120])
