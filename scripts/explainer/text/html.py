"""HTML as a browser gets it: what in it is not allowed, and the words of each of its blocks.

Editors' pages are read as HTML before they are published (here), whole pages after they are built
(``rules.built``), with a list for each. What is not named is refused, so that an element or
attribute which nobody thought of is not let through."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import NamedTuple

# Put into Markdown in place of the project's own syntax, to be found again in the HTML. A page that
# has one of these characters is refused when it is read, and no character reference makes one.
CITED, FACT, BLOCK, END = "\x0e", "\x0f", "\x10", "\x11"

# The class of a title that no editor writes as an element: of a note, and the label of a tab.
MADE = "\x12"

CITES = re.compile(f"{CITED}([^{CITED}]*){CITED}")


class Allowed(NamedTuple):
    """What HTML may have in it; ``classes`` of None are any."""

    tags: frozenset[str]
    attributes: frozenset[str]
    classes: frozenset[str] | None = None
    prefixes: tuple[str, ...] = ()


# A page of content/: the classes are those that the stylesheet has for pages.
EDITORS = Allowed(
    frozenset(
        "a abbr b br caption cite code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5"
        " h6 hr i img ins kbd label li mark ol p pre section small span strong sub summary sup"
        " table tbody td tfoot th thead time tr ul var wbr".split()
    ),
    frozenset(
        "alt cite class colspan dir height href hreflang id lang markdown open rowspan"
        " scope src title width".split()
    ),
    frozenset("as-of background lede notice quiet search-here ways".split()),
)

DRAWN = frozenset("svg g path rect circle ellipse line polyline polygon text tspan desc".split())

BUILT = Allowed(
    EDITORS.tags
    | DRAWN
    | frozenset(
        "address article aside bdi blockquote body button col colgroup data del dfn fieldset footer"
        " form head header html input label legend link main meta meter nav noscript output picture"
        " progress q rp rt ruby s samp script search source template title u".split()
    ),
    EDITORS.attributes
    | frozenset(
        "start charset datetime http-equiv content name property media rel type defer hidden for"
        " role tabindex method action autocomplete autocapitalize spellcheck maxlength placeholder"
        " value checked required disabled headers abbr loading decoding itemprop itemscope"
        " itemtype inputmode"
        " enterkeyhint sizes reversed low high max min optimum viewbox preserveaspectratio"
        " cx cy r rx ry x y x1 x2 y1 y2 dx dy d points transform fill fill-opacity fill-rule"
        " stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity"
        " opacity text-anchor font-size font-weight focusable xmlns".split()
    ),
    prefixes=("aria-", "data-"),
)

VOID = frozenset("br col embed hr img input link meta source wbr".split())

BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 head header hr html label li main nav ol p pre section summary"
    " table tbody td tfoot th thead title tr ul".split()
)

# What a browser closes by itself where another of its kind begins.
_NOT_IN_ITSELF = frozenset("a button dd dt li option td th tr".split())

DEEPEST = 100  # elements within each other; Python-Markdown comes to its end a little after

_SAFE_URL = re.compile(r"(https?://|mailto:)|[^:]*$|[^:]*[/?#]", re.I)

_NAME = re.compile(r"[a-z_][\w./#:=-]*[\d_./#:=-][\w./#:=-]*", re.I | re.A)  # of a file, a record
_TAG = re.compile(r"<(?=[A-Za-z/!?])")

# Markdown's own syntax where it was not read as such.
_LEFT = {
    "braces": re.compile(r"\{:?\s*[.#]|\{:"),
    "fence": re.compile(r"(?m)^(?:~{3,}|`{3,}) *(?:\{.*\}|\.?[\w#.+-]*) *$"),
}

# What sets words apart from those around them, as quotation marks do.
_STRESSED = frozenset("b cite code em i ins kbd mark small strong sub sup var".split())

SPACE = re.compile(r"[ \t\n\r\f]+")


class Fault(NamedTuple):
    """What is not allowed: its kind, the words in question, its line in the HTML, and the element
    that an end tag comes in."""

    kind: str
    name: str
    line: int = 0
    inside: str = ""


class Link(NamedTuple):
    """Where a link leads, ``fact:id`` for a record, its words and its title."""

    address: str
    words: str
    title: str = ""

    @property
    def shows_where(self) -> bool:
        """Whether the words are the address, with what comes before // or without."""
        address = self.address.rstrip("/")
        shown = self.words.rstrip("/")
        return shown in (address, address.split("://", 1)[-1], address.removeprefix("mailto:"))


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, list item, table row or other run of words that readers see as one.

    ``tag`` is the element that the words are in, ``level`` a heading's, else 0; ``heads`` says that
    it stands over others: a heading, the title of a note or a fold, a tab's label. The words are
    with those in code, titles and descriptions of pictures, and without the numbers of
    citations. What an abbreviation stands for, which it shows when it is pointed at, is a paragraph
    of its own behind, with the same citations. ``signs`` are words that are no prose: a name in
    code, as of a file or a record, and an address that is shown itself."""

    tag: str
    level: int
    text: str
    cites: tuple[str, ...]
    links: tuple[Link, ...]
    pictures: tuple[str, ...]
    id: str = field(compare=False)
    shown: str = field(compare=False, default="")  # with a sign at each citation
    stressed: tuple[str, ...] = field(
        compare=False, default=()
    )  # the words in italics and the like
    heads: bool = field(compare=False, default=False)
    signs: tuple[str, ...] = field(compare=False, default=())
    over: str = field(compare=False, default="")  # of an item within one, a tab: what leads it


def shown_by(tag: str, name: str, value: str) -> str:
    """What an attribute says to readers; what a picture shows is a sentence of its own."""
    return f"{value}." if (tag, name) == ("img", "alt") and value[-1:].isalnum() else value


def refused_address(value: str, loads: bool) -> str:
    """What is wrong with an address: ``address`` if nothing may lead there, ``loads`` if nothing
    may be loaded from there; else nothing."""
    plain = re.sub(r"[\x00-\x20\x7f-\xa0]", "", html.unescape(value))
    for read in (plain.replace("\\", "/"), plain.replace("\\", "")):
        if read.startswith("//") or not _SAFE_URL.match(read):
            return "address"
        if loads and re.match(r"[a-z][a-z0-9+.-]*:", read, re.I):
            return "loads"
    return ""


def unlike(allowed: Allowed, name: str, value: str) -> Iterator[Fault]:
    """What is wrong with an attribute of an allowed element."""
    if name not in allowed.attributes and not name.startswith(allowed.prefixes or ("\0",)):
        yield Fault("attribute", name)
    elif name == "class" and allowed.classes is not None:
        yield from (Fault("class", one) for one in value.split() if one not in allowed.classes)
    elif name in ("href", "src", "cite", "action") and (
        wrong := refused_address(value, loads=name in ("src", "action"))
    ):
        yield Fault(wrong, value)


class Walker(HTMLParser):
    """Goes through some HTML once and keeps in ``faults`` what is not allowed or not nested."""

    def __init__(self, allowed: Allowed):
        super().__init__()
        self.allowed = allowed
        self.faults: list[Fault] = []
        self.open: list[tuple[str, str]] = []  # the elements open, with their ids
        self.tags = 0

    def fault(self, kind: str, name: str, inside: str = "") -> None:
        self.faults.append(Fault(kind, name, self.getpos()[0], inside))

    def read(self, text: str) -> None:
        """All of the HTML; a ValueError if a character reference in it cannot be read."""
        try:
            self.feed(text)
            self.close()
        except AssertionError:  # a declaration that Python cannot read
            self.fault("markup", "<!")
        for name, _ in reversed(self.open):
            self.fault("unclosed", name)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += 1
        if tag not in self.allowed.tags:
            self.fault("tag", tag)
        else:
            for name, value in attrs:
                self.attribute(tag, name, value or "")
        names = [name for name, _ in self.open]
        if (tag in BLOCKS and "p" in names and tag != "label") or (
            tag in _NOT_IN_ITSELF and (tag in names[-1:] or "a" == tag in names)
        ):
            self.fault("within", tag)
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("id") or ""))
            if len(self.open) == DEEPEST:
                self.fault("deep", tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in DRAWN:  # of other elements browsers do not see the slash
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        self.tags += 1
        names = [name for name, _ in self.open]
        if tag not in names:
            self.fault("tag" if tag not in self.allowed.tags else "closes", tag)
        else:
            if names[-1] != tag:
                self.fault("closes", tag, names[-1])
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def attribute(self, tag: str, name: str, value: str) -> None:
        """An attribute of an allowed element."""
        for kind, what, *_ in unlike(self.allowed, name, value):
            self.fault(kind, what)


class Reader(Walker):
    """Goes through a page of content/ as Python-Markdown makes it: the ``paragraphs`` of words in
    it, and what of Markdown's or of the project's own syntax was not read as such."""

    def __init__(self, text: str):
        super().__init__(EDITORS)
        self._heads = False
        self._leftward = re.search("[\u0590-\u08ff]", text) is not None  # letters of such scripts
        self.paragraphs: list[Paragraph] = []
        self._rows, self._end_in = 0, "…"
        self._leads: dict[int, str] = {}  # the words over those in an open element, by its depth
        self._clear()
        self.read(text)
        self._end_block()
        if self._end_in and not self.open:  # Markdown put the end into something, or lost it
            self.fault("unclosed", self._end_in)
        if self.tags != len(_TAG.findall(text)):  # a comment, or a tag that is not closed
            self.fault("markup", "")

    def _clear(self) -> None:
        self._words: list[str] = []
        self._links: list[Link] = []
        self._pictures: list[str] = []
        self._linking: tuple[str, str, int] | None = None
        self._stressing: list[int] = []
        self._stressed: list[str] = []
        self._stands_for: list[str] = []
        self._signs: list[str] = []

    def _end_block(self) -> None:
        """The words since a block last began or ended are one, in the innermost block now open."""
        shown, deep = "".join(self._words), len(self.open)
        self._leads = {depth: led for depth, led in self._leads.items() if depth < deep}
        if END in shown:
            alone = shown.strip() == END and len(self.open) == 1
            self._end_in = "" if alone else self.open[0][0] if self.open else "…"
            shown = shown.replace(END, "")
        cites = tuple(CITES.findall(shown))
        text = SPACE.sub(" ", CITES.sub("", shown)).strip()
        if text or cites or self._links or self._pictures:
            tag, name = next(((t, i) for t, i in reversed(self.open) if t in BLOCKS), ("", ""))
            level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0
            links, pictures = tuple(self._links), tuple(self._pictures)
            stressed = tuple(SPACE.sub(" ", CITES.sub("", some)).strip() for some in self._stressed)
            heads = bool(level) or tag == "summary" or self._heads
            self.paragraphs.append(
                Paragraph(tag, level, text, cites, links, pictures, name, shown, stressed, heads)
            )
            signs = *self._signs, *(link.words for link in links if link.shows_where)
            self.paragraphs[-1] = replace(
                self.paragraphs[-1], signs=signs, over=self._led(tag, text)
            )
            for words in dict.fromkeys(self._stands_for):
                self.paragraphs.append(
                    Paragraph("abbr", 0, words, cites, (), (), "", words, heads=heads)
                )
            for char in sorted({CITED, FACT, BLOCK} & set(text)):
                self.fault("leak", char)
        self._clear()

    def _led(self, tag: str, text: str) -> str:
        """The words over a run of words: of the item that it is within, the title of its tab, note
        or fold, its term. Words that stand over others are kept for those."""
        tags = [name for name, _ in self.open]
        over = self._leads[max(self._leads)] if self._leads else ""
        if tag in ("label", "summary", "dt") or (tag == "p" and self._heads):
            self._leads[len(tags) - 1 - tags[::-1].index(tag) - 1] = text
        elif "li" in tags:
            self._leads.setdefault(len(tags) - 1 - tags[::-1].index("li"), text)
        return over

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS and not self._rows:
            self._end_block()
        elif tag in ("td", "th") and "".join(self._words).strip():
            self._words.append(" | ")
        elif tag in BLOCKS or tag == "br":
            self._words.append(" ")
        self._rows += tag == "tr"
        if made := ("class", MADE) in attrs:
            self._heads, attrs = True, []
        super().handle_starttag(tag, attrs)
        own = made if tag == "label" else self.open and self.open[-1][1]  # Markdown's h1 has an id
        if tag in ("h1", "label") and not own:
            self.fault("tag", tag)
        elif tag == "a":
            self._linking = "", dict(attrs).get("title") or "", len(self._words)
        elif tag in _STRESSED:
            self._stressing.append(len(self._words))
        for name, value in attrs:
            self._known(tag, name, value or "", len(attrs) == 1)

    def _known(self, tag: str, name: str, value: str, alone: bool) -> None:
        """What an attribute says to readers, and where it leads."""
        if tag == "abbr" and name == "title":
            self._stands_for.append(SPACE.sub(" ", value).strip())
        elif name in ("alt", "title"):
            self._words.append(f" {shown_by(tag, name, value.replace(CITED, ''))} ")
        elif tag == "a" and name == "href":
            title = self._linking[1] if self._linking else ""
            self._linking = value.replace(FACT, "fact:"), title, len(self._words)
            if value.startswith(FACT) and not alone:
                self.fault("linked", value)
        elif tag == "img" and name == "src":
            self._pictures.append(value)

    def handle_endtag(self, tag: str) -> None:
        self._rows -= tag == "tr" and self._rows > 0
        if tag in BLOCKS and not self._rows:
            self._end_block()
            self._heads = False
        elif tag == "a" and self._linking:
            address, title, start = self._linking
            words = "".join(self._words[start:])
            self._links.append(Link(address, CITES.sub("", words), title))
            self._linking = None
        elif tag in _STRESSED and self._stressing:
            self._stressed.append("".join(self._words[self._stressing.pop() :]))
        super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        self._words.append(data)
        if {"code", "pre"} & {tag for tag, _ in self.open}:
            if _NAME.fullmatch(data):
                self._signs.append(data)
        else:
            for kind, pattern in _LEFT.items():
                if pattern.search(data):
                    self.fault(kind, "")

    def attribute(self, tag: str, name: str, value: str) -> None:
        """With what Markdown alone writes, which an editor may not."""
        if name == "href" and value.startswith(FACT):
            value = value[1:]
        if tag == "div" and name == "id" and value == BLOCK:
            return
        if {CITED, FACT, BLOCK} & set(value):
            self.fault("leak", min(set(value) & {CITED, FACT, BLOCK}))
        elif (name == "title" and tag not in ("a", "abbr", "img")) or (
            name == "dir" and value.lower() != "ltr" and not self._leftward
        ):
            self.fault("attribute", name)
        elif tag in ("td", "th") and name == "style" and re.fullmatch("text-align: \\w+;", value):
            self.fault("aligned", "")
        elif tag == "code" and name == "class" and value == "language-mermaid":
            self.fault("diagram", "")
        elif not (tag == "code" and name == "class" and value.startswith("language-")):
            super().attribute(tag, name, value)
