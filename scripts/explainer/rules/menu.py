"""The rule on the menu and on the links of the footer in ``mkdocs.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.words import did_you_mean
from ..topic.mkdocs_yml import Link
from ..topic.model import KINDS
from ..topic.problems import Problem
from ..topic.site import Site
from .registry import rule
from .settings import setting_problem

_CITED = (f"{name}.{end}" for name in ("sources", "site") for end in ("csl.json", "bib", "ris"))
DATA = ("facts.json", "search.json", "feed.xml", *_CITED)


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
            yield setting_problem(mkdocs, link.key, "this is no page of content/", help, file)
            continue
        if file in seen:
            what = "the menu has this page already"
            yield setting_problem(mkdocs, link.key, what, "remove one of the two", file)
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
            yield setting_problem(mkdocs, link.key, "this leads to nothing on the site", help, url)


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
        yield setting_problem(
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
