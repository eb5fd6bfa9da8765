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
from pathlib import Path

from ..text.html import BUILT, Fault, Walker, refused_address

_DATA = ("application/ld+json", "application/json")


# A link element of these kinds only says something; of any other it loads.
_SAYING = frozenset("canonical alternate prev next author license help search".split())


# Comments, declarations and what a browser takes for one: Python and browsers do not agree on where
# they all end. The one that may be is the notice of rights in an icon of Font Awesome.
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


def audit(site: Path) -> list[str]:
    """What in the pages below ``site`` may not be published, a line each: page:line: what."""
    faults = []
    for path in sorted(site.rglob("*.htm*")):
        page = _Page()
        try:
            text = path.read_text("utf-8")
            page.faults += [
                Fault("markup", match.group()[:60], text.count("\n", 0, match.start()) + 1)
                for match in _BOGUS.finditer(text)
            ]
            page.read(text)
        except ValueError as error:  # not UTF-8, or a character reference that is none
            page.fault("other", f"what cannot be read: {error}")
        page.end()
        name = path.relative_to(site).as_posix()
        for kind, what, line, inside in page.faults:
            inside = f", as <{inside}> is open" if inside else ""
            faults.append(f"{name}:{line}: {_SAYS[kind].format(what, inside)}")
    return faults


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


class _Page(Walker):
    def __init__(self) -> None:
        super().__init__(BUILT)
        self.ids: set[str] = set()
        self.policy = self.ended = self.in_script = False
        self.rel: set[str] = set()
        self.script: list[str] | None = None  # the words of one that stands in the page

    def end(self) -> None:
        if not self.ended:
            self.fault("other", "the page is not whole")
        if not self.policy:
            self.fault("other", "there is no Content-Security-Policy")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_script = tag == "script"
        attributes = dict(
            reversed([(name, value or "") for name, value in attrs])
        )  # of two equal ones a browser takes the first
        self.rel = set(attributes.get("rel", "").lower().split())
        super().handle_starttag(tag, attrs)
        if tag == "template" and attributes.get("id") != _LATER:
            self.fault("tag", tag)
        if tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA:
            self.script = []
        if tag in ("script", "link") and not self.policy:
            self.fault("other", f"<{tag}> comes before the Content-Security-Policy")
            self.policy = True
        if tag == "meta" and "http-equiv" in attributes:
            self.said(attributes["http-equiv"].lower(), attributes.get("content", ""))

    def attribute(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            if value in self.ids:  # a heading has its words for an address, a record its id
                self.fault(
                    "other",
                    f'the id "{value[:60]}" for the second time: give the heading or the record'
                    " another",
                )
            self.ids.add(value)
        loads = name in ("src", "action") or (
            tag == "link" and name == "href" and not (self.rel and self.rel <= _SAYING)
        )
        script = tag == "script" and name == "src" and not value.split("?")[0].endswith(".js")
        if name in ("fill", "stroke", "transform") and "(" in value and "url" in value.lower():
            self.fault("other", f"the attribute {name} loads {value[:60]}")
        elif loads and (script or refused_address(value, loads=True)):
            self.fault("other", f"<{tag}> loads {value[:60]}")
        else:
            super().attribute(tag, name, value)

    def said(self, what: str, content: str) -> None:
        """A meta element in place of a header: the policy, or a redirect within the site."""
        if what == "content-security-policy":
            self.policy = True
            if loose := loose_policy(content):
                self.fault("other", f"the Content-Security-Policy is loose: {loose}")
        elif what != "refresh":
            self.fault("other", f"<meta http-equiv={what[:60]}>")
        elif not re.fullmatch(r"\d+;\s*url=(?![/\\]{2})[^:\\]*", content, re.I):
            self.fault("other", "a redirect to elsewhere")

    def handle_endtag(self, tag: str) -> None:
        if self.script is not None and _hash("".join(self.script)) not in _SOURCES:
            self.fault("other", "a script in the page")
        self.in_script, self.script = False, None
        self.ended = self.ended or tag == "html"
        super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        # Python and browsers do not agree on where a script ends that has markup in it; ours have
        # none.
        if self.in_script and "<" in data:
            self.fault("other", "markup in a script")
        if self.script is not None:
            self.script.append(data)


def _hash(script: str) -> str:
    """A script's source expression in a policy."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
