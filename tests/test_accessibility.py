"""Every page for everyone: axe at three widths in light and dark, with everything unfolded and with
a citation open; the Nu HTML checker; no sideways scrolling; nothing that the Tab key reaches and
the eye does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

import pytest
from conftest import AXE_TAGS, Tabs
from explainer.site.pages import problem_page
from explainer.topic.problems import Problem
from pages import PAGES, called

WIDTHS = (320, 390, 1280)
UNFOLD = (
    "() => document.querySelectorAll('details:not(.menu)').forEach((one) => { one.open = true; })"
)
# Begins a run of axe a moment later, so that two tabs run theirs side by side.
BEGIN = """([where, tags]) => { window.axeRun = new Promise((begin) => setTimeout(begin, 20))
  .then(() => axe.run(where, {runOnly: tags, resultTypes: ["violations"], preload: false})); }"""
END = (
    "async () => (await window.axeRun).violations.map((one) => `${one.id}: ${one.help}:"
    " ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')}`)"
)


class Opened(NamedTuple):
    """A page in two tabs, one light and one dark, with everything unfolded but the menu."""

    url: str
    tabs: tuple[Any, ...]

    def axe(self, where: str | None = None) -> list[str]:
        """The violations that axe finds in the page or in the part named, in both tabs. Nothing is
        preloaded: none of the rules reads the stylesheets.
        """
        for tab in self.tabs:
            tab.evaluate(BEGIN, [{"include": [where]} if where else {"exclude": []}, AXE_TAGS])
        found = [tab.evaluate(END) for tab in self.tabs]
        return [
            f"{name}: {line}"
            for name, lines in zip(("light", "dark"), found, strict=False)
            for line in lines
        ]

    def widen(self, width: int) -> None:
        for tab in self.tabs:
            tab.set_viewport_size({"width": width, "height": 800})


@pytest.fixture(scope="module")
def two(browser, server: str) -> Iterator[tuple[Tabs, Any, Any]]:
    """One light tab and one dark one, for all pages in turn."""
    tabs = Tabs(browser, server)
    yield (
        tabs,
        *(
            tabs("", width=320, scheme=scheme, reduced_motion="reduce", lenient=True)
            for scheme in ("light", "dark")
        ),
    )
    tabs.close()


@pytest.fixture(scope="module", params=[*PAGES, "404.html"], ids=called)
def opened(request: pytest.FixtureRequest, two, server: str) -> Iterator[Opened]:
    script = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    tabs, *both = two
    before = [len(tabs.problems(tab)) for tab in both]
    for tab in both:
        tab.set_viewport_size({"width": 320, "height": 800})
        tab.goto(
            server + ("no/such/page" if request.param == "404.html" else request.param),
            wait_until="load",
        )
        tab.evaluate(script)
        tab.evaluate(UNFOLD)
    yield Opened(request.param, tuple(both))
    noted = [
        line
        for tab, known in zip(both, before, strict=False)
        for line in tabs.problems(tab)[known:]
    ]
    assert [line for line in noted if request.param != "404.html" or "404" not in line] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(opened, width):
    opened.widen(width)
    assert opened.axe() == []


def test_axe_finds_nothing_in_the_menu(opened):
    opened.widen(320)
    for tab in opened.tabs:
        tab.evaluate("() => { scrollTo(0, 0); document.querySelector('.menu').open = true; }")
    found = opened.axe(".site-header")
    for tab in opened.tabs:
        tab.evaluate("() => { document.querySelector('.menu').open = false; }")
    assert found == []


@pytest.mark.parametrize("width", (320, 1280))
def test_axe_finds_nothing_with_a_citation_or_a_term_open(opened, width):
    opened.widen(width)
    found, kinds = [], 0
    for link in ("a.footnote-ref", "a.term[title]"):
        if not opened.tabs[0].locator(link).count():
            continue
        for tab in opened.tabs:
            tab.locator(link).first.evaluate("one => one.click()")
            assert tab.locator("dialog.sheet").evaluate("one => one.open")
        found += opened.axe("dialog.sheet")
        for tab in opened.tabs:
            tab.keyboard.press("Escape")
        kinds += 1
    assert found == []
    assert kinds or opened.url in (
        "people/",
        "glossary/",
        "method/",
        "search/",
        "404.html",
    ), "no citation on this page"


# What sticks out sideways, innermost first, if the page can be scrolled sideways at all.
SIDEWAYS = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
  return [`${root.scrollWidth} wide`, ...out.reverse().slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
}"""


@pytest.mark.parametrize(("width", "text"), [(320, 100), (390, 100), (390, 200), (1280, 200)])
def test_nothing_has_to_be_scrolled_sideways(opened, width, text):
    opened.widen(width)
    tab = opened.tabs[0]
    tab.evaluate("size => { document.documentElement.style.fontSize = `${size}%`; }", text)
    found = tab.evaluate(SIDEWAYS)
    tab.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    assert found == []


# What the Tab key reaches and the eye does not: outside the page, or cut down to nothing. The skip
# link shows itself.
UNSEEN = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], audio, video, iframe")]
  .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .filter((one) => {
    one.focus({ preventScroll: true });
    if (document.activeElement !== one) return false;
    const box = one.getBoundingClientRect();
    return box.width < 8 || box.height < 8 || box.right < 1 || box.bottom + scrollY < 1 || box.left > innerWidth
      || one.closest("[aria-hidden=true], [inert]") || !one.checkVisibility({ opacityProperty: true });
  }).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", (390, 1280))
def test_what_has_the_focus_can_be_seen(opened, width):
    opened.widen(width)
    assert opened.tabs[0].evaluate(UNSEEN) == []


def test_the_nu_checker_finds_nothing(nu, site, tmp_path):
    """All pages in one run, and the page that the live preview shows while something has to be
    mended.
    """
    problem = Problem(
        "seeds/facts/a.yml",
        3,
        'words that are "not there" <b>',
        "copy the source's words",
        "evidence",
        "wrote",
        "nearest",
        "seeds/sources/a.txt:1",
    )
    preview = tmp_path / "problems.html"
    preview.write_text(
        problem_page(
            [problem, problem._replace(wrote="", nearest="", nearest_at="")], "2 problems"
        ),
        "utf-8",
    )
    pages = [*sorted(site.rglob("*.html")), preview]
    assert len(pages) == len(PAGES) + 2
    assert nu(pages) == []


def test_the_instruments_find_faults(page, nu, tmp_path):
    """What the tests above must not let pass."""
    tab = page("search/", width=320, lenient=True)
    tab.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    tab.evaluate(
        """() => { document.querySelector("main").insertAdjacentHTML("beforeend",
        '<img src="/favicon.ico"><button></button><a href="#x" class="vh">x</a>'); const wide = document.createElement("div"); wide.style.width = "999px"; wide.textContent = "x"; document.body.append(wide); }"""
    )
    assert {line.split(": ")[1] for line in Opened("search/", (tab,)).axe()} >= {
        "image-alt",
        "button-name",
    }
    assert tab.evaluate(SIDEWAYS)[0] == "999 wide"
    assert any('class="vh"' in one for one in tab.evaluate(UNSEEN))
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><title>x</title><p id=a><p id=a>")
    assert nu([bad])
