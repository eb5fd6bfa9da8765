"""A last look at built pages: nothing in them may run but the site's own scripts, or ask another
host for anything; no address may stand for two things; and elements are nested, so that a browser
sees what was written.

It reads what the browser will get, whatever wrote it, and stands behind the rules on content and
the escaping of facts. What is not named here is refused, so that an element or attribute which
nobody thought of is not let through."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from ..text.as_browser import read_page
from ..text.built_html import Built, Run
from ..text.html import BUILT, DEEPEST, VOID, Fault, refused_address, unlike

_DATA = ("application/ld+json", "application/json")


# A link element of these kinds only says something; of any other it loads.
_SAYING = frozenset("canonical alternate prev next author license help search".split())


# Comments, declarations and what a browser takes for one. The one that may be is the notice of
# rights in an icon of Font Awesome.
_BOGUS = re.compile(
    r"<(?!!doctype html>|!--! Font Awesome Free [^<>]*-->)(?:[!?]|/(?![A-Za-z]))[^\n>]*>?", re.I
)


# The scripts that may stand in a page, by their hashes (CSP Level 3, section 2.3.1): never taken
# from the page, which would allow whatever stands in it.
INLINE = {
    "overrides/partials/javascripts/base.html": (
        "sha256-22HwOWo4N2TvV88R69T0umXGO+iMdM1doAElq5vBjMI=",
    ),
    "material/partials/javascripts/announce.html": (
        "sha256-5EHb3eWgUBuZUnu0Q9hodd97GgLtFd937Ze0yCNOS3A=",
    ),
    "material/partials/javascripts/palette.html": (
        "sha256-DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=",
    ),
    "material/partials/javascripts/content.html": (
        "sha256-10uztYJZm7OLYtHrFaYKCvTOAUfjM17+CoEWk5hLcc4=",
        "sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=",
    ),
}


_LATER = "later"  # the element that holds Material's scripts until the reader's first touch
_SOURCES = {"'none'", "'self'", *(f"'{one}'" for some in INLINE.values() for one in some)}


class Audit:
    """The pages below a folder, each read once: what in them may not be published, and the words of
    those that somebody asks for."""

    def __init__(self, site: Path):
        self._site, self._faults = site, dict[str, list[str]]()

    def runs(self, name: str, text: str) -> list[Run]:
        """The words of a page with some text."""
        built = Built()
        self._faults[name] = _faults(name, text, built)
        return built.whole()

    def faults(self) -> list[str]:
        """What in all of them may not be published, a line each: page:line: what."""
        for path in self._site.rglob("*.htm*"):
            name = path.relative_to(self._site).as_posix()
            if name not in self._faults:
                try:
                    self._faults[name] = _faults(name, path.read_text("utf-8"))
                except ValueError as error:
                    self._faults[name] = [f"{name}:1: what cannot be read: {error}"]
        return [fault for _, faults in sorted(self._faults.items()) for fault in faults]


def audit(site: Path) -> list[str]:
    """What in the pages below ``site`` may not be published, a line each."""
    return Audit(site).faults()


def _faults(name: str, text: str, *besides: Built) -> list[str]:
    page = _Page()
    nested = read_page(text, page, *besides)
    page.faults += [
        Fault("markup", match.group()[:60], text.count("\n", 0, match.start()) + 1)
        for match in _BOGUS.finditer(text)
    ]
    if nested:
        page.faults.append(nested)
        page.line = nested.line
        if not re.search("</html", text, re.I):
            page.fault("other", "the page is not whole")
    if not page.policy:
        page.fault("other", "there is no Content-Security-Policy")
    return [
        f"{name}:{line}: {_SAYS[kind].format(what, f', as <{inside}> is open' if inside else '')}"
        for kind, what, line, inside in page.faults
    ]


def loose_policy(policy: str) -> str:
    """What is too loose in a Content-Security-Policy; empty if nothing is."""
    directives = {
        name.lower(): sources
        for part in policy.split(";")
        if part.split()
        for name, *sources in [part.split()]
    }
    if directives.get("default-src") != ["'none'"]:
        return "default-src is not 'none'"
    for name in ("script-src", "style-src", "base-uri", "form-action"):
        if not directives.get(name):
            return f"{name} is not said"
    for name, sources in directives.items():
        allowed = _SOURCES | {"data:"} if name == "img-src" else _SOURCES
        if loose := [source for source in sources if source not in allowed]:
            return f"{name} allows {loose[0]}"
    return ""


_SAYS = {
    "other": "{}",
    "markup": "{}",
    "tag": "<{:.60}>",
    "attribute": "the attribute {:.60}",
    "address": "the address {:.60}",
    "closes": "</{0}> closes no <{0}>{1}: close elements in the order in which they were opened",
    "unclosed": "<{0}> is never closed: write </{0}> where it ends",
    "within": "<{}> is within an element that a browser ends there: put it outside",
    "deep": "<{}> is nested too deeply: write the page with less inside each other",
}


@lru_cache(4096)  # most tags are written again and again
def _wrong(tag: str, given: tuple[tuple[str, str], ...]) -> list[Fault]:
    """What is wrong with an element by itself."""
    if tag not in BUILT.tags:
        return [Fault("tag", tag)]
    attributes = dict(given)
    rel = set(attributes.get("rel", "").lower().split())
    faults = [
        Fault("other", f"the attribute {name} loads {attributes[name][:60]}")
        for name in ("fill", "stroke", "transform")
        if "(" in (value := attributes.get(name, "")) and "url" in value.lower()
    ]
    for name, value in given:
        loads = name in ("src", "action") or (
            tag == "link" and name == "href" and not (rel and rel <= _SAYING)
        )
        script = tag == "script" and name == "src" and not value.split("?")[0].endswith(".js")
        if loads and (script or refused_address(value, loads=True)):
            faults.append(Fault("other", f"<{tag}> loads {value[:60]}"))
        else:
            faults += unlike(BUILT, name, value)
    if attributes.get("charset", "utf-8").lower() != "utf-8":
        faults.append(Fault("other", f"the charset {attributes['charset'][:60]}"))
    if tag == "template" and attributes.get("id") != _LATER:
        faults.append(Fault("tag", tag))
    return faults


class _Page:
    """Is told of a page (``Reads``), and keeps what may not be in it."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.line = 1
        self.ids: set[str] = set()
        self.policy = False
        self.open: list[str] = []
        self.script: list[str] | None = None  # the words of the one that is open
        self.loads = False  # whether it has an address

    def fault(self, kind: str, what: str) -> None:
        self.faults.append(Fault(kind, what, self.line))

    def start(self, tag: str, given: dict[str, str], line: int) -> None:
        self.line = line
        if wrong := _wrong(tag, (*given.items(),)):
            self.faults += [fault._replace(line=line) for fault in wrong]
        if (name := given.get("id")) is not None:
            if name in self.ids:  # a heading has its words for an address, a record its id
                self.fault(
                    "other",
                    f'the id "{name[:60]}" for the second time: give the heading or the record'
                    " another",
                )
            self.ids.add(name)
        if tag == "script" and given.get("type") not in _DATA:
            self.script, self.loads = [], "src" in given
        if tag in ("script", "link") and not self.policy:
            self.fault("other", f"<{tag}> comes before the Content-Security-Policy")
            self.policy = True
        if tag == "meta" and "http-equiv" in given:
            self.said(given["http-equiv"].lower(), given.get("content", ""))
        # A browser that runs scripts takes what is in <noscript> for words up to its first end.
        if "noscript" in self.open and any("<" in value for value in given.values()):
            self.fault("other", "markup in an attribute within <noscript>")
        if tag not in VOID:
            self.open.append(tag)
            if len(self.open) == DEEPEST:
                self.fault("deep", tag)

    def said(self, what: str, content: str) -> None:
        """A meta element in place of a header: the policy, or a redirect within the site."""
        if what == "content-security-policy":
            # Browsers heed one in the head alone (Content Security Policy Level 3, section 3.3).
            self.policy = self.policy or self.open == ["html", "head"]
            if loose := loose_policy(content):
                self.fault("other", f"the Content-Security-Policy is loose: {loose}")
        elif what != "refresh":
            self.fault("other", f"<meta http-equiv={what[:60]}>")
        elif not re.fullmatch(r"\d+;\s*url=(?![/\\]{2})[^:\\]*", content, re.I):
            self.fault("other", "a redirect to elsewhere")

    def end(self, tag: str, line: int) -> None:
        self.line = line
        self.open.pop()
        if self.script is not None:
            script = "".join(self.script)
            if (script or not self.loads) and _hash(script) not in _SOURCES:
                self.fault("other", "a script in the page")
            self.script = None

    def words(self, said: str) -> None:
        # What this begins and where it ends is a science of its own; ours have none.
        if self.open[-1:] == ["script"] and "<" in said:
            self.fault("other", "markup in a script")
        if self.script is not None:
            self.script.append(said)


def _hash(script: str) -> str:
    """A script's source expression in a policy."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
