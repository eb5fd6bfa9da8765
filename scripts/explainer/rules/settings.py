"""The rules on ``mkdocs.yml``: what it may say is listed here, and anything else is refused.

MkDocs runs what some of its keys name, deletes the folder that another names, and takes templates,
styles and pages from wherever it is told to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..text.words import did_you_mean
from ..topic.mkdocs_yml import MkdocsYml
from ..topic.problems import Problem
from ..topic.roles import Key
from ..topic.site import Site
from .extensions import MARKDOWN
from .material import FEATURE, ICONS, LANGUAGE, PALETTE, REFUSED_ICONS
from .registry import rule
from .setting import (
    ICON,
    LINK,
    NAME,
    PICTURE,
    TEXT,
    Setting,
    Wrong,
    address,
    entries,
    file_of,
    is_link,
    listed,
    only,
    plain,
    same,
    setting,
    table,
)

_MOST = 20  # faults of one key; who has more fixes some first

_VALIDATION = {
    "omitted_files": "ignore",
    "absolute_links": "warn",
    "unrecognized_links": "warn",
    "anchors": "warn",
}


def _listed(items: Any, section: bool = False) -> bool:
    """Whether it is a menu: pages, with or without a title, and sections of pages."""
    return type(items) is list and all(
        type(item) is str
        or (
            isinstance(item, dict)
            and len(item) == 1
            and all(
                title
                and plain(title)
                and (type(to) is str or (not section and bool(to) and _listed(to, True)))
                for title, to in item.items()
            )
        )
        for item in items
    )


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_MENU = (
    "write a list of Title: page.md, and of Title: with such a list below it; a title that is a"
    ' number or a yes goes in "quotation marks", a section has no sections'
)
_PLUGINS = "write plugins: [explainer]"
TAKES_PLACE_OF_SEARCH = "the search here finds facts, and needs no other index"
OTHER_PLUGINS = "it runs code of its own, which might change what was checked"


def _plugins(value: Any) -> Iterator[Wrong]:
    given = value if type(value) is list else [value]
    for i, item in enumerate(given):
        name = str(next(iter(item), "") if isinstance(item, dict) else item)
        if name != "explainer":
            reason = TAKES_PLACE_OF_SEARCH if name == "search" else OTHER_PLUGINS
            what = f"the plugin {name[:60]} cannot work here: {reason}" if name else ""
            yield Wrong((i,), what, _PLUGINS, item)
    if not same(value, ["explainer"]) and all("explainer" in str(item) for item in given):
        yield Wrong((), "", _PLUGINS, value)


SETTINGS: dict[Key, Setting] = {
    ("site_name",): TEXT,
    ("site_description",): TEXT,
    ("site_author",): TEXT,
    ("copyright",): TEXT,
    ("site_url",): setting(
        address, 'write !ENV [SITE_URL, ""], or an address that begins with https://'
    ),
    ("repo_url",): setting(address, "write the repository's address, beginning with https://"),
    ("repo_name",): TEXT,
    ("docs_dir",): only("build/docs", "docs_dir: build/docs"),
    ("site_dir",): only("site", "site_dir: site", False),
    ("use_directory_urls",): only(True, "use_directory_urls: true", False),
    ("strict",): only(True, "strict: true, or nothing", False),
    ("theme",): table(True),
    ("theme", "name"): only("material", "name: material"),
    ("theme", "custom_dir"): only("overrides", "custom_dir: overrides, or nothing", False),
    ("theme", "font"): only(
        False, "font: false: fonts of Material come from another host, which sees who reads"
    ),
    ("theme", "language"): LANGUAGE,
    ("theme", "direction"): setting(lambda value: value in ("ltr", "rtl"), "write ltr or rtl"),
    ("theme", "palette"): PALETTE,
    ("theme", "features"): FEATURE,
    ("theme", "logo"): PICTURE,
    ("theme", "favicon"): PICTURE,
    ("theme", "icon"): table(),
    **{("theme", "icon", name): ICON for name in ICONS},
    ("plugins",): Setting(_plugins, _PLUGINS, True, fixed=True),
    ("markdown_extensions",): MARKDOWN,
    ("extra_css",): listed(
        file_of("css", "style sheets"), "write a list of style sheets in content/, by their paths"
    ),
    ("extra_javascript",): listed(
        file_of("js", "scripts"), "write a list of scripts in content/, by their paths"
    ),
    ("validation",): only(
        _VALIDATION, f"validation: {{{', '.join(f'{k}: {v}' for k, v in _VALIDATION.items())}}}"
    ),
    ("extra",): table(),
    ("extra", "generator"): only(False, "generator: false", False),
    ("extra", "base_note"): TEXT,
    ("extra", "footer_links"): entries(
        {"label": NAME, "url": setting(lambda value: type(value) is str, "write an address")},
        "write a list of {label: some words, url: some-page/}",
    ),
    ("extra", "social"): entries(
        {"icon": ICON, "link": LINK, "name": NAME},
        "write a list of {icon: fontawesome/brands/mastodon, link: https://…, name: some words}",
    ),
    ("extra", "alternate"): entries(
        {
            "name": NAME,
            "link": setting(
                lambda value: is_link(value) or re.fullmatch(r"/[\w./-]*", str(value)) is not None,
                "write an address that begins with https://, or with / on the same host",
            ),
            "lang": setting(
                lambda value: type(value) is str and bool(_LANGUAGE.fullmatch(value)),
                "write a language, for instance de or pt-BR",
            ),
        },
        "write a list of {name: Deutsch, link: https://…, lang: de}",
    ),
    ("nav",): listed(lambda item: None if _listed([item]) else ("", _MENU), _MENU),
}

_CHECKED = "what is brought in so was checked by nothing"
_PUBLISHED = "every page that is checked is published"
_EDIT = "the links to edit a page are made from EXPLAINER_REPOSITORY"
_FOLLOWED = "nobody who reads here is followed, and no other host is asked for anything"

# What Material's manual, or MkDocs', has and cannot work here, with the reason.
REFUSED: dict[Key, str] = {
    ("hooks",): OTHER_PLUGINS,
    ("INHERIT",): _CHECKED,
    ("extra_templates",): "what a template writes was checked by nothing",
    ("edit_uri",): _EDIT,
    ("edit_uri_template",): _EDIT,
    ("remote_branch",): "the site is published by deploy.yml",
    ("remote_name",): "the site is published by deploy.yml",
    ("exclude_docs",): _PUBLISHED,
    ("draft_docs",): _PUBLISHED,
    ("not_in_nav",): _PUBLISHED,
    ("watch",): "a preview looks at all files that pages are made of",
    ("dev_addr",): "make serve PORT=8001 says where a preview is shown",
    ("theme", "static_templates"): "what a template writes was checked by nothing",
    ("theme", "locale"): "Material calls it language",
    ("extra", "analytics"): _FOLLOWED,
    ("extra", "annotate"): "lines of code have no notes here",
    ("extra", "consent"): _FOLLOWED,
    ("extra", "homepage"): "the name of the site leads to its own first page",
    ("extra", "polyfills"): "scripts of other hosts are not asked for",
    ("extra", "status"): "pages have no status here",
    ("extra", "tags"): "pages have no tags here",
    ("extra", "version"): "a site has one version, and its page of corrections says what changed",
    **{("theme", "icon", name): reason for name, reason in REFUSED_ICONS.items()},
}


@rule(whole=False)
def known_settings(site: Site) -> Iterator[Problem]:
    """mkdocs.yml says nothing but what is known here to work and to be harmless: the site's names,
    addresses and language, its menu and footer, its colours, features and icons, style sheets and
    scripts of its own; all else, if anything, as a new site has it."""
    yield from unknown_settings(site.mkdocs)


def unknown_settings(mkdocs: MkdocsYml) -> Iterator[Problem]:
    """What mkdocs.yml may not say, and what it must. Needs no more of the site."""
    if mkdocs.keys:
        yield from _table(mkdocs, mkdocs.keys, ())


def _table(mkdocs: MkdocsYml, given: dict[Any, Any], above: Key) -> Iterator[Problem]:
    here = {key[-1]: value for key, value in SETTINGS.items() if key[:-1] == above}
    for name, value in given.items():
        key = (*above, name)
        if reason := REFUSED.get(key):
            what = f"{_name(key)} may not be set here: {reason}"
            yield setting_problem(mkdocs, key, what, "remove it")
        elif name not in here:
            otherwise = f"remove it; known are {', '.join(map(str, here))}"
            help = did_you_mean(str(name), map(str, here), otherwise)
            yield setting_problem(mkdocs, key, f"{_name(key)} may not be set here", help)
        else:
            wrongs = [*islice(here[name].wrongs(value), _MOST)]
            for wrong in wrongs:
                what = wrong.message or f"{_name((*key, *_named(wrong)))} may not have this value"
                place = (*key, *wrong.key)
                yield setting_problem(mkdocs, place, what, wrong.help, wrong.given)
            if here[name].table and not wrongs:
                yield from _table(mkdocs, value, key)
    for name, value in here.items():
        if value.required and name not in given:
            what = f"{_name((*above, name))} is missing, and MkDocs would take what it has itself"
            yield setting_problem(mkdocs, above, what, value.help)


def _named(wrong: Wrong) -> Iterator[str]:
    """The names of keys that lead to what is wrong, without places in lists."""
    return (part for part in wrong.key if isinstance(part, str))


def _name(key: Key) -> str:
    return ".".join(map(str, key))


def setting_problem(
    mkdocs: MkdocsYml, key: Key, message: str, help: str, given: Any = ""
) -> Problem:
    """A problem on the line of a key."""
    where = mkdocs.where
    return Problem(where.path, where.line(*key), message, help, "", str(given)[:120])
