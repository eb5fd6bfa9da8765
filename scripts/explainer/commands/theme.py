"""Material for MkDocs as this site has it: which of its files reach readers, its HTML where a
checker finds fault with it, and its style sheets made into one with the site's own."""
# mypy: untyped-calls-exclude=mkdocs

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ..rules.interface import Look
from ..site.stylesheet import Uses, stylesheet
from ..topic.words import Words

_PACKAGE = Path(__file__).parents[1]

# The look is part of the installed package; in a checkout it is where its owner put it.
OWN = next(p for p in (_PACKAGE / "theme", _PACKAGE.parents[1] / "overrides") if p.is_dir())

STYLESHEET = "assets/site.css"

_FAVICON = "assets/images/favicon.png"  # Material's own, where a site sets none

_SCRIPTS = ("assets/site.js", "assets/search.js")

_PARTS = "assets/search/"  # of the look: put into the script of the search

_STYLES = "assets/styles/"  # of the look: made into one, in the order of their names

# Of Material's files only this reaches readers as it is; its styles are made into ours.
_BUNDLE = "assets/javascripts/bundle."

# What the Nu HTML checker finds in base.html itself, where no block can be put in its place: HTML
# has no autocomplete for a checkbox.
_MENDED = (
    (
        f'data-md-toggle="{name}" type="checkbox" id="__{name}" autocomplete="off">',
        f'data-md-toggle="{name}" type="checkbox" id="__{name}" aria-hidden="true">',
    )
    for name in ("drawer", "search")
)
MENDED = tuple(_MENDED)

# What has its spaces as they stand, or a tag with what is in its quotation marks; or the spaces
# around the end of a line elsewhere, for which a browser shows one (Infra, ASCII whitespace).
_SPACES = re.compile(
    r"(<(pre|textarea|script|style)\b.*?</\2>|<(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>)"
    r"|[ \t\r\f]*\n[ \t\r\n\f]*",
    re.S,
)

# Material's scripts for tabs, which stand in each page.
_FOR_TABS = re.compile(
    r"<script>var (?:tabs=__md_get|target=document\.getElementById).*?</script>\s*"
)


def set_up(config: MkDocsConfig) -> None:
    """Put the package's look between a site's own ``overrides/`` and Material's, and name the
    stylesheet, with a version that is another whenever anything is that it is made from."""
    if config.theme.get("favicon") == _FAVICON:
        config.theme["favicon"] = "assets/favicon.svg"
    dirs, environment = config.theme.dirs, config.theme.get_env
    if not any(Path(folder).resolve() == OWN.resolve() for folder in dirs):
        dirs.insert(1 if config.theme.custom_dir else 0, str(OWN))

    def get_env() -> Environment:
        env = environment()
        env.loader = _Templates(dirs)
        return env

    config.theme.get_env = get_env  # type: ignore[method-assign]


class _Templates(FileSystemLoader):
    """The templates and files of a theme but for those in folders that begin with a dot, which
    MkDocs leaves out of them one by one: Material has 14,000 icons there."""

    def list_templates(self) -> list[str]:
        found = set()
        for top in self.searchpath:
            for at, folders, names in os.walk(top):
                folders[:] = (folder for folder in folders if not folder.startswith("."))
                found |= {Path(at, name).relative_to(top).as_posix() for name in names}
        return sorted(found)


def version(config: MkDocsConfig, staged: Iterable[Path]) -> None:
    """Name the assets so that a browser asks anew for what has changed: by a digest of the pages
    staged, the look, the settings and Material's version."""
    digest = hashlib.sha256()
    for path in (*staged, *_sources(config), Path(config.config_file_path or "")):
        if path.is_file():
            digest.update(path.read_bytes())
    config.extra["assets_version"] = f"?v={digest.hexdigest()[:8]}"
    config.extra["stylesheet"] = STYLESHEET + config.extra["assets_version"]


def _sources(config: MkDocsConfig) -> list[Path]:
    return [path for folder in config.theme.dirs for path in _styles(Path(folder))] + [
        path for path in sorted(OWN.rglob("*")) if path.is_file()
    ]


def _styles(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("assets/stylesheets/*.css"))


def only_used(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no reader gets: 2.5 MB of styles, icons, languages of a search that is not
    ours, and maps for those who write Material."""
    own = (Path(config.docs_dir), *(Path(folder) for folder in _own_dirs(config)))
    for file in list(files):
        folder = Path(file.src_dir) if file.src_dir else None
        if folder is None:
            continue
        bundle = file.src_uri.startswith(_BUNDLE) and file.src_uri.endswith(".js")
        part = file.src_uri.startswith((_STYLES, _PARTS))
        if part or (folder not in own and not bundle):
            files.remove(file)
    return files


def _own_dirs(config: MkDocsConfig) -> list[str]:
    return [d for d in config.theme.dirs if Path(d).resolve() in _ours(config)]


def _ours(config: MkDocsConfig) -> set[Path]:
    custom = config.theme.custom_dir
    return {OWN.resolve(), *([Path(custom).resolve()] if custom else [])}


def mended(page: str) -> str:
    """A page with Material's HTML as HTML has it, without the empty lines and indents that a
    template leaves, and, where it has no tabs, without Material's scripts for them."""
    for what, instead in MENDED:
        page = page.replace(what, instead)
    if not has_tabs(page):
        page = _FOR_TABS.sub("", page)
    return _SPACES.sub(lambda found: found[1] or "\n", page)


def has_tabs(page: str) -> bool:
    """Whether a page has a set of tabs (PyMdown's tabbed)."""
    return 'class="tabbed-set' in page


def look(folders: Sequence[Path], language: str, made: Mapping[str, bytes]) -> Look:
    """What the built pages may have of the look: the files of its own, Material's script, the words
    of Material's templates in a language, and what was made. ``folders`` are those of the theme, in
    MkDocs' order: the site's own, the package's, Material's."""
    own, templates, known = [], list[Path](), dict(made)
    for folder in folders:
        bundles = list(folder.glob(f"{_BUNDLE}*.js"))
        known.update((b.relative_to(folder).as_posix(), b.read_bytes()) for b in bundles)
        if bundles:
            templates += sorted(folder.glob("partials/*.html"))
            for name in ("en", language):
                templates += folder.glob(f"partials/languages/{name}.html")
        elif (folder / "main.html").is_file():
            own.append(folder)
    return Look(own, templates, known)


def joined(script: str, folders: Sequence[Path]) -> str:
    """A script of ours with its parts: a comment on a line that names a file beside it, such as
    ``/* search/words.js */``, is replaced by that file of the first of some folders that has it."""

    def part(match: re.Match[str]) -> str:
        files = (folder / "assets" / match[1] for folder in folders)
        return next(file for file in files if file.is_file()).read_text("utf-8")

    return re.sub(r"(?m)^/\* (search/[\w-]+\.js) \*/\n", part, script)


def lean(script: str) -> str:
    """A script of ours without its comments and indents, a fifth of what readers would load. A
    comment to be left out stands alone on its lines."""
    return re.sub(r"(?m)^[ \t]+", "", re.sub(r"(?ms)^[ \t]*/\*.*?\*/[ \t]*\n", "", script))


def spoken(script: str, words: Words) -> str:
    """A script of ours with what it says to readers in the language of the site: its ``const
    labels`` has one label a line, by its key, and as it is in English; ``const language`` is empty
    until what the search knows of the language is put there."""

    def said(match: re.Match[str]) -> str:
        return f"{match[1]}{json.dumps(words(match[2]), ensure_ascii=False)},\n"

    def whole(match: re.Match[str]) -> str:
        return re.sub(r'(?m)^( *(\w+): )".*",\n', said, match.group())

    script = re.sub(r"(?ms)^ *const labels = \{.*?^ *\};", whole, script, count=1)
    known = "const language = {};"
    if known not in script:
        return script
    table = json.dumps(words.search, ensure_ascii=False, separators=(",", ":"))
    return script.replace(known, f"const language = {table};", 1)


def write_made(config: MkDocsConfig, site: Path, words: Words) -> dict[str, bytes]:
    """Write the one stylesheet of a built site and its own scripts, which speak by ``words``;
    returns their names and contents."""
    made = {}
    for name in _SCRIPTS:
        if (path := site / name).is_file():
            script = joined(path.read_text("utf-8"), [*map(Path, config.theme.dirs)])
            path.write_text(lean(spoken(script, words)), "utf-8")
            made[name] = path.read_bytes()
    return made | _write_stylesheet(config, site)


def _write_stylesheet(config: MkDocsConfig, site: Path) -> dict[str, bytes]:
    scripts = "\n".join(path.read_text("utf-8") for path in sorted(site.glob("assets/**/*.js")))
    uses = Uses(scripts)
    for page in site.rglob("*.html"):
        uses.read(page.read_text("utf-8"))
    material = [path.read_text("utf-8") for path in _material(config)]
    own = [
        path.read_text("utf-8")
        for folder in reversed(_own_dirs(config))
        for path in sorted(Path(folder).glob(f"{_STYLES}*.css"))
    ]
    target = site / STYLESHEET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(stylesheet(material, own, uses, scripts).encode())
    return {STYLESHEET: target.read_bytes()}


def _material(config: MkDocsConfig) -> list[Path]:
    """Material's style sheets as its base.html links them: the palettes only where there is one."""
    found = [path for folder in config.theme.dirs for path in _styles(Path(folder))]
    names = ("main.", "palette.") if config.theme.get("palette") else ("main.",)
    return [path for name in names for path in found if path.name.startswith(name)]
