"""What a process keeps from one build to the next, in memory: what MkDocs would make anew of pages
(in a preview) and templates in which nothing has changed."""
# mypy: untyped-calls-exclude=mkdocs

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from types import CodeType
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

# What Page.render() sets; where a link leads is kept apart, since files are other ones each time.
_RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")


class Compiled(BytecodeCache):
    """Templates, by their names and files, with the digest that Jinja makes of their text."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Jinja's own fails where a folder's name cannot be written in UTF-8."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.checksum, bucket.code


class Rendered:
    """The HTML that MkDocs makes of each page's Markdown, by all that it is made from."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Hashable, dict[str, Any], dict[str, dict[str, str]]]] = {}

    def keep(self, page: Page, look: Hashable) -> None:
        """Let a page render only what was not rendered before; ``look`` is what else than its
        Markdown and the names of all files its HTML is made from."""
        page.render = partial(self._render, page, look)  # type: ignore[method-assign]

    def _render(self, page: Page, look: Hashable, config: MkDocsConfig, files: Files) -> None:
        name = page.file.src_uri
        made_from = page.markdown, look, tuple(file.src_uri for file in files)
        if name in self._kept and self._kept[name][0] == made_from:
            _, rendered, links = self._kept[name]
            vars(page).update(rendered)
            page.links_to_anchors = _now(links, files)
            return
        Page.render(page, config, files)
        to = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
        self._kept[name] = made_from, {key: vars(page)[key] for key in _RENDERED}, to


def _now(links: dict[str, dict[str, str]], files: Files) -> dict[File, dict[str, str]]:
    found = ((files.get_file_from_path(name), to) for name, to in links.items())
    return {file: to for file, to in found if file}
