"""A last look at built pages: nothing in them may run but the site's own script, or ask another host for anything.

It reads what the browser will get, whatever wrote it, and stands behind the rules on content and the escaping of facts.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

_REFUSED = frozenset("iframe frame frameset object embed applet base style".split())
_LOADING = {("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("video", "src"), ("audio", "src"),
            ("video", "poster"), ("track", "src"), ("input", "src"), ("image", "href"), ("use", "href"), ("form", "action")}  # fmt: skip
_LOADING_LINKS = frozenset("stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest apple-touch-icon".split())
_ADDRESSES = frozenset("href src action formaction cite poster data xlink:href srcset".split())


def audit(site: Path) -> list[str]:
    """What in the pages below ``site`` may not be published, a line each: page:line: what."""
    faults = []
    for path in sorted(site.rglob("*.html")):
        page = _Page()
        page.feed(path.read_text("utf-8"))
        faults += [f"{path.relative_to(site).as_posix()}:{line}: {what}" for line, what in page.faults]
    return faults


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[tuple[int, str]] = []

    def fault(self, what: str) -> None:
        self.faults.append((self.getpos()[0], what))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _REFUSED:
            self.fault(f"<{tag}>")
        if tag == "script" and "src" not in attributes and attributes.get("type") not in ("application/ld+json", "application/json"):
            self.fault("a script in the page")
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh" and not re.fullmatch(r"\d+;\s*url=[^:]*", attributes.get("content", "")):
            self.fault("a redirect to elsewhere")
        for name, value in attributes.items():
            plain = re.sub(r"[\x00-\x20]", "", value).lower()
            elsewhere = re.match(r"(https?:)?//", plain)
            if name.startswith("on"):
                self.fault(f"the attribute {name}")
            elif name == "style":
                self.fault("the attribute style")
            elif name == "srcdoc":
                self.fault("the attribute srcdoc")
            elif name in _ADDRESSES and re.match(r"[a-z][a-z0-9+.-]*:", plain) and not re.match(r"(https?|mailto):", plain):
                self.fault(f"the address {value[:60]}")
            elif elsewhere and ((tag, name) in _LOADING or (tag == "link" and name == "href" and _LOADING_LINKS & set(attributes.get("rel", "").lower().split()))):
                self.fault(f"<{tag}> loads {value[:60]}")

    handle_startendtag = handle_starttag
