"""The built site as a reader's browser gets it: a server that compresses, and Chromium, slowed down
where that matters.
"""

from __future__ import annotations

import gzip
import html
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
)  # as in the Makefile
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv")


class _Pages(SimpleHTTPRequestHandler):
    """Compresses what GitHub Pages compresses, and keeps connections open as it does."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, away: float, **more: Any) -> None:
        self.away = away
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        if path.suffix == ".html":
            time.sleep(self.away)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRESSED:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def serving(folder: Path, away: float = 0) -> Iterator[str]:
    """Serve a folder on this machine only; gives the address. Pages wait ``away`` seconds more:
    what a far host takes to be reached (its name, the connection, its encryption), which files
    after the page, over the same connection, need not.
    """
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Pages, directory=str(folder), away=away)
    )
    threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    ).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _program() -> str:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not program:
        raise SystemExit("no Chromium on this machine; `make bench` installs it")
    return program


@cache
def browser_version() -> str:
    done = subprocess.run([_program(), "--version"], capture_output=True, text=True)
    found = re.search(r"[\d.]+", done.stdout)
    return found[0] if found else "not stated"


@contextmanager
def _tab(**options: Any) -> Iterator[Any]:
    """A page in a fresh browser with an empty cache."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_program(), args=FLAGS)
        try:
            yield browser.new_context(**options).new_page()
        finally:
            browser.close()


def first_visit(address: str) -> dict[str, Any]:
    """What the browser asks for to show a page for the first time."""
    host = urlsplit(address).netloc
    sizes: dict[str, int] = {}
    asked: list[str] = []
    with _tab(viewport={"width": 390, "height": 844}) as tab:
        tab.on("request", lambda r: asked.append(r.url))
        tab.on("requestfinished", lambda r: sizes.__setitem__(r.url, r.sizes()["responseBodySize"]))
        tab.goto(address, wait_until="networkidle")
    real = [u for u in asked if not u.startswith("data:")]
    files = [
        f"{urlsplit(u).path.rpartition('/')[2] or 'page'} {size / 1024:.1f}"
        for u, size in sizes.items()
    ]
    return {
        "gzip": sum(sizes.values()),
        "requests": len(real),
        "elsewhere": sum(urlsplit(u).netloc != host for u in real),
        "files": files,
    }


_WATCH = """
window.seen = {paint: 0, shift: 0};
{
  const watch = (type, note) => new PerformanceObserver(
    (list) => list.getEntries().forEach(note)
  ).observe({type, buffered: true});
  watch("largest-contentful-paint", (e) => { window.seen.paint = e.startTime; });
  watch("layout-shift", (e) => { if (!e.hadRecentInput) window.seen.shift += e.value; });
}
"""


def largest_paint(address: str) -> dict[str, float]:
    """The largest contentful paint (ms) and layout shift on Lighthouse's slow 4G and slow
    processor, really throttled.
    """
    with _tab(
        viewport={"width": 412, "height": 823},
        device_scale_factor=1.75,
        is_mobile=True,
        has_touch=True,
    ) as tab:
        tab.add_init_script(_WATCH)
        session = tab.context.new_cdp_session(tab)
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": 150,
                "downloadThroughput": 1.6e6 / 8,
                "uploadThroughput": 0.75e6 / 8,
            },
        )
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        tab.goto(address, wait_until="load")
        tab.wait_for_timeout(700)
        return tab.evaluate("window.seen")


class _Words(HTMLParser):
    """The headings, paragraphs and list items of a page's main part."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        self.main, self.hidden, self.tag = 0, 0, ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.main += tag == "main"
        self.hidden += tag in ("script", "style", "svg", "button")
        if self.main and tag in ("h1", "h2", "h3", "p", "li", "dt", "dd", "summary"):
            self.tag = {"dt": "p", "dd": "p", "summary": "p"}.get(tag, tag)
            self.blocks.append((self.tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.main -= tag == "main"
        self.hidden -= tag in ("script", "style", "svg", "button")

    def handle_data(self, data: str) -> None:
        if self.main and not self.hidden and self.blocks:
            tag, text = self.blocks[-1]
            self.blocks[-1] = tag, text + data


def bare_page(page: str) -> str:
    """A page as one would write it by hand, with the words of a built page: no stylesheet, no
    script, one line of CSS.
    """
    words = _Words()
    words.feed(page)
    body = "\n".join(
        f"<{tag}>{html.escape(' '.join(text.split()))}</{tag}>"
        for tag, text in words.blocks
        if text.strip()
    )
    head = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport"'
        ' content="width=device-width"><title>Bare</title>'
    )
    return (
        f'{head}<link rel="icon" href="data:,"><style>body{{font:1.1rem/1.5'
        " system-ui,sans-serif;max-width:40rem;margin:1rem auto;padding:0"
        f" 1rem}}</style><main>\n{body}\n</main></html>\n"
    )
