"""Every page for everyone: axe on a phone and a wide screen in light and dark, with everything
unfolded and with a citation open; the Nu HTML checker; no sideways scrolling; nothing that the Tab
key reaches and the eye does not.

Light and dark differ in colours only, which is shown for each page and width; so axe runs all its
rules in light, and in dark those on colours. At 390 pixels the same elements are seen as at 320,
which is shown too; so axe need not run once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

import pytest
from conftest import AXE_TAGS, Tabs
from explainer.site.pages import problem_page
from explainer.topic.problems import Problem
from pages import MOVED, PAGES, called, citations, explaining

UNFOLD = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
# Begins a run of axe a moment later, so that two tabs run theirs side by side.
BEGIN = """([where, rules]) => { window.axeRun = new Promise((begin) => setTimeout(begin, 20))
  .then(() => axe.run(where, {runOnly: rules, resultTypes: ["violations"], preload: false})); }"""
END = (
    "async () => (await window.axeRun).violations.map((one) => `${one.id}: ${one.help}:"
    " ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')}`)"
)
# Until what slides in is there: the movement begins with the next picture.
SLID = """async () => {
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  await Promise.all(document.getAnimations().map((one) => one.finished));
}"""
ON_COLOURS = ["color-contrast", "link-in-text-block"]
# Where everything stands, and whether it can be seen: all of a page but its colours.
LAYOUT = """() => [...document.querySelectorAll("body *")].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [one.tagName, one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    ...[x, y, width, height].map(Math.round)].join();
})"""


class Opened(NamedTuple):
    """A page in two tabs, one light and one dark, with everything unfolded but the menu."""

    url: str
    tabs: tuple[Any, ...]

    def axe(self, *where: str) -> list[str]:
        """The violations that axe finds in the page or in the parts named, in both tabs. Nothing is
        preloaded: none of the rules reads the stylesheets.
        """
        for tab, rules in zip(self.tabs, (AXE_TAGS, ON_COLOURS), strict=False):
            tab.evaluate(BEGIN, [{"include": where} if where else {"exclude": []}, rules])
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


@pytest.mark.parametrize("width", (320, 1280))
def test_axe_finds_nothing(opened, width):
    opened.widen(width)
    light, dark = (tab.evaluate(LAYOUT) for tab in opened.tabs)
    assert light and light == dark, "more than colours is different in the dark"
    assert opened.axe() == []


def test_the_same_is_seen_on_a_wider_phone(opened):
    seen = []
    for width in (320, 390):
        opened.widen(width)
        light, dark = (tab.evaluate(LAYOUT) for tab in opened.tabs)
        assert light == dark, "more than colours is different in the dark"
        seen.append([line.split(",")[:2] for line in light])
    assert seen[0] == seen[1], "run axe at this width as well"


def test_axe_finds_nothing_in_the_menu(opened):
    opened.widen(320)
    for tab in opened.tabs:
        tab.evaluate("() => { scrollTo(0, 0); document.querySelector('#__drawer').click(); }")
    for tab in opened.tabs:
        tab.evaluate(SLID)
    found = opened.axe(".md-sidebar--primary", ".md-header")
    for tab in opened.tabs:
        tab.evaluate("() => { document.querySelector('#__drawer').click(); }")
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
    assert kinds == bool(citations().get(opened.url)) + (opened.url in explaining())


# What sticks out sideways, innermost first, if the page can be scrolled sideways at all.
SIDEWAYS = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const out = [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
    .reverse().slice(0, 5).map((one) => one.outerHTML.slice(0, 120));
  return [`${root.scrollWidth} wide`, ...out];
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
UNSEEN = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, "
    + "summary, [tabindex], audio, video, iframe")]
  .filter((one) => one.tabIndex >= 0 && !one.disabled)
  .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .filter((one) => {
    one.focus({ preventScroll: true });
    if (document.activeElement !== one) return false;
    const box = one.getBoundingClientRect();
    return box.width < 8 || box.height < 8
      || box.right < 1 || box.bottom + scrollY < 1 || box.left > innerWidth
      || one.closest("[aria-hidden=true], [inert]")
      || !one.checkVisibility({ opacityProperty: true });
  }).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", (390, 1280))
def test_what_has_the_focus_can_be_seen(opened, width):
    opened.widen(width)
    assert opened.tabs[0].evaluate(UNSEEN) == []


GOOD = (
    "<!doctype html><html lang=en><head><title>A page</title></head><body><main><h1>A page</h1>"
    "%s</main></body></html>"
)
FAULTY = {"nested": GOOD % "<p><div>Words.</div></p>", "twice": GOOD % "<p id=a>a<p id=a>b"}


def test_the_nu_checker_finds_nothing_but_what_is_wrong(nu, site, tmp_path):
    """All pages in one run, since starting it takes longer than checking: those of the site, the
    one that the live preview shows while something has to be fixed, and faulty ones, which it must
    find.
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
    preview = problem_page(
        [problem, problem._replace(wrote="", nearest="", nearest_at="")], "2 problems"
    )
    for name, text in {"preview": preview, "good": GOOD % "<p>Words.</p>", **FAULTY}.items():
        (tmp_path / f"{name}.html").write_text(text, "utf-8")
    pages = [*sorted(site.rglob("*.html")), *sorted(tmp_path.glob("*.html"))]
    assert len(pages) == len(PAGES) + len(MOVED) + 1 + 2 + len(FAULTY)
    found = nu(pages)
    faulty = {name: f"{tmp_path}/{name}.html:" for name in FAULTY}
    assert [line for line in found if not line.startswith(tuple(faulty.values()))] == []
    for name, words in {"nested": "“p”", "twice": "Duplicate ID"}.items():
        assert any(line.startswith(faulty[name]) and words in line for line in found), found


def test_the_instruments_find_faults(page):
    """What the tests above must not let pass; in the dark what is hard to read, and what is moved
    there.
    """
    tabs = tuple(page("search/", width=320, scheme=one, lenient=True) for one in ("light", "dark"))
    for tab in tabs:
        tab.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    assert tabs[0].evaluate(LAYOUT) == tabs[1].evaluate(LAYOUT)
    tabs[0].evaluate(
        """() => { document.querySelector("main").insertAdjacentHTML("beforeend",
        '<img src="/favicon.ico"><button></button><a href="#x" class="vh">x</a>');
        const wide = document.createElement("div");
        wide.style.width = "999px"; wide.textContent = "x"; document.body.append(wide); }"""
    )
    tabs[1].evaluate(
        """() => { const faint = document.createElement("p"); faint.textContent = "Hard to read";
        faint.style.color = "#777"; faint.style.backgroundColor = "#888";
        document.querySelector("main").prepend(faint); }"""
    )
    found = {tuple(line.split(": ")[:2]) for line in Opened("search/", tabs).axe()}
    assert found >= {("light", "image-alt"), ("light", "button-name"), ("dark", "color-contrast")}
    assert tabs[0].evaluate(SIDEWAYS)[0] == "999 wide"
    assert any('class="vh"' in one for one in tabs[0].evaluate(UNSEEN))
    assert tabs[0].evaluate(LAYOUT) != tabs[1].evaluate(LAYOUT)
