"""A last look at built pages: nothing in them may run but the site's own script, or ask another
host for anything; and no address may stand for two things.

It reads what the browser will get, whatever wrote it, and stands behind the rules on content and
the escaping of facts. What is not named here is refused, so that an element or attribute which
nobody thought of is not let through.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from .markup import SAFE_ATTRIBUTES, SAFE_TAGS

_DRAWN = frozenset("svg g path rect circle ellipse line polyline polygon text tspan desc".split())

_TAGS = (
    SAFE_TAGS
    | _DRAWN
    | frozenset(
        "blockquote q html head title meta link script noscript body header nav main article aside"
        " section footer search form label input button output h1 h5 h6 p br pre code samp i u dfn"
        " data address fieldset legend col colgroup picture source bdi ruby rt rp meter progress".split()
    )
)

_ATTRIBUTES = SAFE_ATTRIBUTES | frozenset(
    "start charset http-equiv content name property media rel type defer hidden for role tabindex"
    " method action autocomplete autocapitalize spellcheck maxlength placeholder value disabled"
    " headers abbr loading decoding itemprop itemscope itemtype inputmode enterkeyhint sizes"
    " reversed low high max min optimum viewbox preserveaspectratio cx cy r rx ry x y x1 x2 y1 y2"
    " dx dy d points transform fill fill-opacity fill-rule stroke stroke-width stroke-linecap"
    " stroke-linejoin stroke-dasharray stroke-opacity opacity text-anchor font-size font-weight"
    " focusable xmlns".split()
)

_DATA = ("application/ld+json", "application/json")

# A link element of these kinds only says something; of any other it loads.
_SAYING = frozenset("canonical alternate prev next author license help search".split())

# Comments, declarations and what a browser takes for one: Python and browsers do not agree on where
# they all end.
_BOGUS = re.compile(r"<(?!!doctype html>)(?:[!?]|/(?![A-Za-z]))[^\n>]*>?", re.I)
_SOURCES = {"'none'", "'self'"}


def audit(site: Path) -> list[str]:
    """What in the pages below ``site`` may not be published, a line each: page:line: what."""
    faults = []
    for path in sorted(site.rglob("*.htm*")):
        page = _Page()
        try:
            text = path.read_text("utf-8")
            page.faults += [
                (text.count("\n", 0, m.start()) + 1, f"{m.group()[:60]}")
                for m in _BOGUS.finditer(text)
            ]
            page.feed(text)
            page.close()
        except ValueError as error:  # not UTF-8, or a character reference that is none
            page.fault(f"what cannot be read: {error}")
        page.end()
        faults += [
            f"{path.relative_to(site).as_posix()}:{line}: {what}" for line, what in page.faults
        ]
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
        if loose := [
            source
            for source in sources
            if source not in allowed and not re.fullmatch(r"'sha(256|384|512)-[\w+/=]+'", source)
        ]:
            return f"{name} allows {loose[0]}"
    return ""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[tuple[int, str]] = []
        self.ids: set[str] = set()
        self.policy = self.ended = self.in_script = False

    def fault(self, what: str) -> None:
        self.faults.append((self.getpos()[0], what))

    def end(self) -> None:
        if not self.ended:
            self.fault("the page is not whole")
        if not self.policy:
            self.fault("there is no Content-Security-Policy")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_script = tag == "script"
        if tag not in _TAGS:
            return self.fault(f"<{tag[:60]}>")
        attributes = dict(
            reversed([(name, value or "") for name, value in attrs])
        )  # of two equal ones a browser takes the first
        rel = set(attributes.get("rel", "").lower().split())
        for name, value in attrs:
            self.attribute(tag, name, value or "", rel)
        if tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA:
            self.fault("a script in the page")
        if tag in ("script", "link") and not self.policy:
            self.fault(f"<{tag}> stands before the Content-Security-Policy")
            self.policy = True
        if tag == "meta" and "http-equiv" in attributes:
            self.said(attributes["http-equiv"].lower(), attributes.get("content", ""))

    handle_startendtag = handle_starttag

    def attribute(self, tag: str, name: str, value: str, rel: set[str]) -> None:
        plain = re.sub(r"[\x00-\x20]", "", value).lower().replace("\\", "/")
        scheme = re.match(r"[a-z][a-z0-9+.-]*:", plain)
        elsewhere = bool(scheme) or plain.startswith("//")
        if name == "id":
            if value in self.ids:  # a heading has its words for an address, a record its id
                self.fault(
                    f'the id "{value[:60]}" for the second time: give the heading or the record'
                    " another"
                )
            self.ids.add(value)
        if name not in _ATTRIBUTES and not name.startswith(("aria-", "data-")):
            self.fault(f"the attribute {name[:60]}")
        elif name in ("fill", "stroke", "transform") and "(" in value and "url" in plain:
            self.fault(f"the attribute {name} loads {value[:60]}")
        elif (
            name == "src"
            or name == "action"
            or (tag == "link" and name == "href" and not (rel and rel <= _SAYING))
        ):
            if elsewhere:
                self.fault(f"<{tag}> loads {value[:60]}")
            elif tag == "script" and not plain.split("?")[0].endswith(".js"):
                self.fault(f"<script> loads {value[:60]}")
        elif (
            name in ("href", "cite")
            and scheme
            and scheme.group() not in ("http:", "https:", "mailto:")
        ):
            self.fault(f"the address {value[:60]}")

    def said(self, what: str, content: str) -> None:
        """A meta element in place of a header: the policy, or a redirect within the site."""
        if what == "content-security-policy":
            self.policy = True
            if loose := loose_policy(content):
                self.fault(f"the Content-Security-Policy is loose: {loose}")
        elif what != "refresh":
            self.fault(f"<meta http-equiv={what[:60]}>")
        elif not re.fullmatch(r"\d+;\s*url=(?![/\\]{2})[^:\\]*", content, re.I):
            self.fault("a redirect to elsewhere")

    def handle_endtag(self, tag: str) -> None:
        self.in_script = False
        self.ended = self.ended or tag == "html"

    def handle_data(self, data: str) -> None:
        # Python and browsers do not agree on where a script ends that has markup in it; ours have
        # none.
        if self.in_script and "<" in data:
            self.fault("markup in a script")
