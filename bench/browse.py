"""The built site as a reader's browser gets it: a server that compresses, and Chromium, slowed down
where that matters.
"""

from __future__ import annotations

import gzip
import html
import json
import os
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


KIB = 1024
SENT: list[tuple[str, int]] = []  # each file that a browser was sent, and its size on the wire


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
        SENT.append((path.name, len(body)))

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
    """What the browser asks for to show a page for the first time, and what comes once a reader
    touches it, opens the search and types."""
    host, asked, start = urlsplit(address).netloc, list[str](), len(SENT)
    with _tab(viewport={"width": 1280, "height": 844}) as tab:
        tab.on("request", lambda r: asked.append(r.url))
        tab.goto(address, wait_until="networkidle")
        first = len(SENT)
        _open_search(tab)
        tab.keyboard.type("what")
        tab.wait_for_timeout(1500)
    sent = {"before": SENT[start:first], "after": SENT[first:]}
    return {
        "requests": first - start,
        "elsewhere": sum(urlsplit(u).netloc not in (host, "") for u in asked),
        "files": {w: [f"{name} {size / KIB:.1f}" for name, size in s] for w, s in sent.items()},
        **{when: sum(size for _, size in some) for when, some in sent.items()},
    }


def _open_search(tab: Any) -> None:
    """The box of the search with the focus in it, once Material's script is there."""
    tab.mouse.move(200, 300)
    tab.mouse.move(210, 310)
    tab.locator(".md-search__input").click()


# When the answer to a text is there, from the last key of it on; Material says by itself what it
# answers, and ours in data-told.
_LAST_KEY = """
text => {
  window.taken = 0;
  let start = 0;
  addEventListener("keydown", (event) => { start = event.timeStamp; }, {capture: true, once: true});
  const told = () => JSON.parse(document.querySelector("[data-told]")?.dataset.told || "{}").query;
  new MutationObserver((_, watch) => {
    if (!start || told() !== text) return; // with hits, or saying that there are none
    window.taken = performance.now() - start;
    watch.disconnect();
  }).observe(document.body, {subtree: true, childList: true, attributes: true});
}
"""


def first_hits(address: str, index: Path, times: int) -> list[float]:
    """Milliseconds from the last key of some words to the first hit, on a processor four times
    slower; the words are titles of the index, spread over it."""
    titles = [one["t"] for one in json.loads(index.read_bytes()) if len(one["t"].split()) > 1]
    step = max(len(titles) // times, 1)
    taken = []
    with _tab(viewport={"width": 1280, "height": 844}) as tab:
        tab.goto(address, wait_until="load")
        tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        _open_search(tab)
        box = tab.locator(".md-search__input")
        for title in titles[::step][:times]:
            words = " ".join(re.findall(r"\w{4,}", title)[:3]) or title  # who, of, as ask nothing
            box.fill("")
            tab.keyboard.type(words[:-1])
            tab.wait_for_function(
                "text => JSON.parse(document.querySelector('[data-told]')?.dataset.told || '{}')"
                ".query === text",
                arg=words[:-1],
                timeout=60_000,
            )
            tab.wait_for_timeout(300)
            tab.evaluate(_LAST_KEY, words)
            tab.keyboard.press(words[-1])
            tab.wait_for_function("() => window.taken > 0", timeout=60_000)
            taken.append(tab.evaluate("window.taken"))
    return taken


def lighthouse(address: str) -> dict[str, float]:
    """The largest contentful paint (ms) by Lighthouse's mobile run, and the least of its four
    marks. OSError where it cannot be had: it comes by npm, and is no part of this project."""
    if not (npx := shutil.which("npx")):
        raise OSError("there is no npx on this machine")
    command = [
        *(npx, "--yes", "lighthouse@12", address, "--quiet", "--output=json"),
        f"--chrome-flags=--headless {' '.join(FLAGS[:-1])}",
        "--only-categories=performance,accessibility,best-practices,seo",
    ]
    done = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": _program()}, capture_output=True, text=True
    )
    if done.returncode:
        raise OSError(f"npx lighthouse@12 does not run: {done.stderr.strip()[-200:]}")
    read = json.loads(done.stdout)
    return {
        "paint": read["audits"]["largest-contentful-paint"]["numericValue"],
        "least": 100 * min(one["score"] for one in read["categories"].values()),
    }


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
