"""What a page needs around its words, made by Python-Markdown, so that every engine that runs its
extensions makes it alike: notes folded below a heading of their own, a list of a page's headings,
and the questions of the home page as boxes that can stand side by side.

``markdown_extensions: [explainer]`` in mkdocs.yml. The build puts a marker before each page that
says which of these it has (:func:`marker`); a page without one is left as it is."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

SEARCH_HERE = '<div class="search-here"></div>'  # where the way to the search goes

_MARKER = re.compile(
    r'<div class="page-parts(?P<front> front)?" data-contents="(?P<contents>[^"]*)"'
    r' data-notes="(?P<notes>[^"]*)" data-search="(?P<search>[^"]*)"'
    r' data-source="(?P<source>[^"]*)"></div>'
)
_KIND = re.compile(r'<span class="fn-kind">([^<]*)<')  # at the head of a note


def marker(
    front: bool,
    contents: str = "On this page",
    notes: str = "Where each statement comes from",
    search: str = "Search, or ask a question",
    source: str = "Source {number}: {kind}",
) -> str:
    """The first line of a page, as HTML: whether it is the home page, and the words above the list
    of its headings (none, if it has no such list), above the notes, of the way to the search, and
    what the ear is told of a citation.
    """
    said = {"contents": contents, "notes": notes, "search": search, "source": source}
    words = "".join(f' data-{name}="{escape(text)}"' for name, text in said.items())
    return f'<div class="page-parts{" front" if front else ""}"{words}></div>'


class LayoutExtension(Extension):
    """See the module."""

    def extendMarkdown(self, md: Markdown) -> None:
        """After footnotes and inline marks, and after the ids of headings, which has the same
        priority and comes first; before MkDocs looks which ids there are."""
        md.treeprocessors.register(_Layout(md), "explainer", 5)
        leave_notes(md)


class _NotInNotes(AbbrTreeprocessor):
    """Abbreviations in what editors write, and not in the notes, which are the build's words."""

    def iter_element(self, el: Element, parent: Element | None = None) -> None:
        if el.get("class") != "footnote":
            super().iter_element(el, parent)


def leave_notes(md: Markdown) -> None:
    """Let abbreviations leave the notes of a page as they are. For an extension that comes behind
    the one of abbreviations."""
    if "abbr" not in md.treeprocessors:
        return
    known = md.treeprocessors["abbr"]
    assert isinstance(known, AbbrTreeprocessor)
    md.treeprocessors.register(_NotInNotes(md, known.abbrs), "abbr", 7)


class _Layout(Treeprocessor):
    def run(self, root: Element) -> None:
        self._name_tasks(root)
        stash = self.md.htmlStash
        found = next(
            (
                (at, match)
                for at, block in enumerate(stash.rawHtmlBlocks)
                if isinstance(block, str) and (match := _MARKER.fullmatch(block.strip()))
            ),
            None,
        )
        if not found:
            return
        place = stash.get_placeholder(found[0])
        for child in list(root):
            if (child.text or "").strip() == place and not len(child):
                root.remove(child)
        said = {name: unescape(text or "") for name, text in found[1].groupdict().items()}
        front, title = bool(said["front"]), said["contents"]
        tokens: list[dict[str, Any]] = getattr(self.md, "toc_tokens", [])
        self._name_citations(root, said["source"])
        self._fold_notes(root, said["notes"], tokens)
        contents = _contents(tokens, title, front) if title else None
        search = self._put_search(root, said["search"])
        if front:
            _boxes(root, contents, search)
        elif contents is not None:
            at = next((i for i, child in enumerate(root) if child.tag == "h1"), -1)
            root.insert(at + 1, contents)

    def _name_tasks(self, root: Element) -> None:
        """Give the boxes of task lists a name, which is what stands beside them: they have none."""
        stash = self.md.htmlStash
        blocks = stash.rawHtmlBlocks
        items = (item for item in root.iter("li") if "task-list-item" in item.get("class", ""))
        for number, item in enumerate(items, 1):
            words = "".join((item.text or "", *(child.text or "" for child in item[:1])))
            for at, block in enumerate(blocks):
                if isinstance(block, str) and stash.get_placeholder(at) in words:
                    item.set("id", f"__task_{number}")
                    named = f'<input type="checkbox" aria-labelledby="__task_{number}"'
                    blocks[at] = block.replace('<input type="checkbox"', named)

    def _name_citations(self, root: Element, name: str) -> None:
        """A number is no name of a link: the ear is told of what kind its source is."""
        stash = self.md.htmlStash.rawHtmlBlocks  # where tags and entities are put away

        def whole(text: str) -> str:
            shown = HTML_PLACEHOLDER_RE.sub(lambda found: str(stash[int(found[1])]), text)
            return shown.replace(AMP_SUBSTITUTE, "&")

        kinds = {
            note.get("id", ""): _KIND.match(whole(note.findtext("p") or ""))
            for note in root.iterfind("div[@class='footnote']/ol/li")
        }
        for link in root.iter("a"):
            if link.get("class") == "footnote-ref":
                link.set("role", "doc-noteref")
                kind = kinds.get(link.get("href", "")[1:])
                if name and kind:
                    said = name.format(number=link.text, kind=unescape(kind[1]))
                    link.set("aria-label", said)

    def _put_search(self, root: Element, words: str) -> Element | None:
        """Where a page has a place for it, a link that opens Material's search box if there is a
        script, and leads to the list of all records if not."""
        stash = self.md.htmlStash
        places = {
            stash.get_placeholder(at)
            for at, block in enumerate(stash.rawHtmlBlocks)
            if isinstance(block, str) and block.strip() == SEARCH_HERE
        }
        here = next((child for child in root if (child.text or "").strip() in places), None)
        if here is None:
            return None
        if not words:
            root.remove(here)
            return None
        here.tag, here.text = "div", None
        here.set("class", "search-here")
        SubElement(here, "a", {"href": "search.md", "data-search": ""}).text = words
        return here

    def _fold_notes(self, root: Element, title: str, tokens: list[dict[str, Any]]) -> None:
        """They come last. Each opens at its number; print and readers without a script see all."""
        notes = next((child for child in root if child.get("class") == "footnote"), None)
        if notes is None:
            return
        at = list(root).index(notes)
        fold = Element("details", {"class": "notes"})
        heading = SubElement(SubElement(fold, "summary"), "h2", {"id": "notes"})
        heading.text = title
        root.remove(notes)
        fold.append(notes)
        root.insert(at, fold)
        top = tokens[0]["children"] if tokens and tokens[0]["level"] == 1 else tokens
        top.append(
            {
                "level": 2,
                "id": "notes",
                "name": title,
                "html": title,
                "data-toc-label": "",
                "children": [],
            }
        )


def _contents(tokens: list[dict[str, Any]], title: str, opened: bool) -> Element:
    """The headings of a page below its title, folded; on the home page they stand open."""
    fold = Element("details", {"class": "contents", **({"open": "open"} if opened else {})})
    SubElement(fold, "summary").text = title
    items = SubElement(SubElement(fold, "nav", {"aria-label": title}), "ul")
    for top in tokens:
        for token in [top] if top["level"] == 2 else top["children"]:
            link = SubElement(SubElement(items, "li"), "a", {"href": f"#{token['id']}"})
            link.text = unescape(token["name"])
    return fold


def _boxes(root: Element, contents: Element | None, search: Element | None) -> None:
    """What comes before the first heading below the title as one box, with the list of headings at
    its end or below the search; then each such heading with what follows it; the notes stay
    outside."""
    children = list(root)
    for child in children:
        root.remove(child)
    box = SubElement(SubElement(root, "div", {"class": "front"}), "div", {"class": "opening"})
    front = root[0]
    for child in children:
        if child.get("class") == "notes":
            front.append(child)
            continue
        if child.tag == "h2":
            box = SubElement(front, "div", {"class": "question"})
        box.append(child)
        if contents is not None and child is search:
            box.append(contents)
            contents = None
    if contents is not None:
        front[0].append(contents)


def makeExtension(**settings: Any) -> LayoutExtension:
    """As Python-Markdown finds it by its name."""
    return LayoutExtension(**settings)
