"""The look: Material's base with one stylesheet and scripts that wait, and what an editor sets of
it. What readers do with it is in test_reader.py, what it says in test_published.py.
"""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from pathlib import Path

import pytest
from explainer.commands.theme import MENDED, OWN
from explainer.rules.built import INLINE
from explainer.site.stylesheet import _RULE, Uses, stylesheet
from explainer.text.layout import LayoutExtension, marker
from markdown import Markdown

MATERIAL = Path(str(files("material"))) / "templates"
MOST_BYTES, MOST_REQUESTS = 40 * 1024, 6  # before the first touch


# --- the stylesheet -------------------------------------------------------------------------------

PAGE = '<div class="a b" data-x="1" dir="ltr"><p class="c">x</p></div>'


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (".a{x:y}", ".a{x:y}"),
        (".a.b{x:y}", ".a.b{x:y}"),
        (".a.c{x:y}", ""),  # both are there, on no element together
        ("p.c{x:y}", "p.c{x:y}"),
        ("div.c{x:y}", ""),
        (".a,.z{x:y}", ".a{x:y}"),
        (".a>.z{x:y}", ""),
        (".a:not(.z){x:y}", ".a:not(.z){x:y}"),
        ("[data-x] .c::before{x:y}", "[data-x] .c::before{x:y}"),
        ("[data-y]{x:y}", ""),
        ("[dir=ltr] .a{x:y}", "[dir=ltr] .a{x:y}"),
        ("[dir=rtl] .a{x:y}", ""),
        (".made{x:y}", ".made{x:y}"),  # a script has the word
        (".md-annotation{x:y}", ""),  # a script has it, and makes it of what no page has
        ("@media print{.z{x:y}.a{x:y}}", "@media print{.a{x:y}}"),
        ("@media print{.z{x:y}}", ""),
        ("@import url(x);.a{x:y}", ".a{x:y}"),
        ("@keyframes k{to{x:y}}", "@keyframes k{to{x:y}}"),
        (":root{--used:1;--no:2}.a{x:var(--used)}", ":root{--used:1}.a{x:var(--used)}"),
        (":root{--one:var(--two);--two:2}", ""),
        (".a{x:y!important}/* z */", ".a{x:y!important}"),
    ],
)
def test_of_material_is_kept_what_is_used(rule, kept):
    scripts = 'one.className = "made md-annotation"'
    uses = Uses(scripts)
    uses.read(PAGE)
    made = stylesheet([rule], [".own { x: y }"], uses, scripts)
    assert made == f"@layer material{{{kept}}}\n.own{{x:y}}"


@pytest.mark.parametrize(
    ("own", "made"),
    [
        ("/* it's */\n.a > .b,\n.c { x: y; z: 1px + 2px !important; }\n\n", None),
        ('.a::before { content: " , { /* } "; }', '.a::before{content:" , { /* } "}'),
        ("@media (min-width: 1em) {\n  .a { x: y }\n}", "@media (min-width:1em){.a{x:y}}"),
        (".a :hover, .b:hover{x:y}", ".a :hover,.b:hover{x:y}"),
    ],
)
def test_of_the_looks_own_nothing_but_comments_and_spaces_goes(own, made):
    made = made or ".a>.b,.c{x:y;z:1px + 2px!important}"
    assert stylesheet([], [own], Uses(""), "") == f"@layer material{{}}\n{made}"


def test_materials_sheets_are_divided_into_rules():
    for sheet in MATERIAL.glob("assets/stylesheets/*.css"):
        assert not _RULE.sub("", re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"))).strip(), sheet


def test_all_of_the_looks_own_rules_stay(site):
    """The sheets in styles/ are in the one that is published, and nothing of theirs is lost."""
    made = (site / "assets/site.css").read_text("utf-8")
    for sheet in sorted((OWN / "assets/styles").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
        assert text.count("{") and made.count("{") > text.count("{")
        for selector in re.findall(r"(?m)^(\.[\w-]+) \{", text):
            assert f"{selector}{{" in made, selector
    assert not list(site.glob("assets/styles/*"))


# --- the layout of a page -------------------------------------------------------------------------


def laid_out(text: str, *said: bool | str) -> str:
    extensions = ["toc", "footnotes", LayoutExtension()]
    return Markdown(extensions=extensions).convert(f"{marker(*said)}\n\n{text}")


def test_notes_are_folded_and_headings_listed():
    html = laid_out("# Title\n\nWords.[^x]\n\n## One & two\n\nMore.\n\n[^x]: A note.", False)
    assert html.index("<h1") < html.index('<details class="contents">') < html.index("Words.")
    assert '<a href="#one-two">One &amp; two</a>' in html and '<a href="#notes">' in html
    assert '<details class="notes">' in html and '<h2 id="notes">Where each' in html
    assert "page-parts" not in html


def test_a_citation_is_named_by_what_its_note_begins_with():
    kind = '<span class="fn-kind">Ours &amp; theirs, 1&#45;2</span>'
    html = laid_out(f"Words.[^x] More.[^y]\n\n[^x]: {kind} A note.\n[^y]: A note.", False)
    names = re.findall(r'<a (?:aria-label="([^"]*)" )?class="footnote-ref"', html)
    assert names == ["Source 1: Ours &amp; theirs, 1-2", ""]


def test_each_question_of_the_home_page_opens_a_box():
    text = '# Title\n\nWords.\n\n<div class="search-here"></div>\n\n## One\n\nA.\n\n## Two\n\nB.'
    html = laid_out(text, True)
    assert re.findall(r'<div class="(\w[\w-]*)"', html) == [
        "front",
        "opening",
        "search-here",
        "question",
        "question",
    ]
    assert html.index("search-here") < html.index('<details class="contents" open="open">')
    assert '<a data-search="" href="search.md">' in html


def test_a_page_without_a_marker_is_left_as_it_is():
    text = "# Title\n\n## One\n\nWords.[^x]\n\n[^x]: A note."
    plain = Markdown(extensions=["toc", "footnotes"]).convert(text)
    assert Markdown(extensions=["toc", "footnotes", LayoutExtension()]).convert(text) == plain


# --- Material's own files -------------------------------------------------------------------------


def test_what_is_mended_in_materials_base_is_there():
    """Where this fails Material has changed: look whether there is still something to mend."""
    base = (MATERIAL / "base.html").read_text("utf-8")
    assert all(what in base for what, _ in MENDED)
    for path in (OWN / "partials").rglob("*.html"):
        assert (MATERIAL / path.relative_to(OWN)).is_file(), f"{path.name} replaces nothing"


def test_before_the_first_touch_little_is_loaded(page, site):
    """And how much does not depend on how much there is to find."""
    tab = page("")
    names = tab.evaluate("() => performance.getEntriesByType('resource').map((one) => one.name)")
    paths = [name.partition("/explainer/")[2].partition("?")[0] for name in names]
    assert {"assets/site.css", "assets/site.js"} <= set(paths)
    assert not [p for p in paths if "bundle" in p or "search" in p or p.startswith("data/")]
    assert len(paths) + 1 <= MOST_REQUESTS
    loaded = [site / "index.html", *(site / path for path in paths)]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in loaded) <= MOST_BYTES


def test_the_first_touch_brings_materials_script_and_no_list_of_records(page):
    tab = page("", width=390)
    tab.mouse.wheel(0, 300)
    tab.wait_for_function(
        "() => performance.getEntriesByType('resource').some((one) =>"
        " one.name.includes('search_index'))"
    )
    names = tab.evaluate("() => performance.getEntriesByType('resource').map((one) => one.name)")
    assert any("/bundle." in name for name in names)
    assert not any("data/search.json" in name for name in names)


def test_with_materials_script_blocked_all_but_search_and_colours_works(browser, server):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.route("**/bundle.*", lambda route: route.abort())
    tab = context.new_page()
    tab.goto(server)
    tab.wait_for_function("() => !document.querySelector('[data-js][hidden]')")
    tab.locator("main p a.footnote-ref").first.click()
    assert tab.locator("dialog.sheet").is_visible()
    tab.keyboard.press("Escape")
    tab.locator(".open-menu:not(a)").click()
    tab.wait_for_function("() => document.activeElement.closest('#menu') !== null")
    link = tab.locator("#menu a:visible").nth(1)
    wanted = link.evaluate("a => a.href")
    link.click()
    tab.wait_for_url(wanted)
    context.close()


# --- the marks of Material's manual ---------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_marks(ferry, axe, scheme):
    tab = ferry("marks/", width=390, scheme=scheme)
    tab.evaluate(
        "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
    )
    assert axe(tab) == []
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert axe(tab) == []


@pytest.mark.parametrize(("path", "tabs"), [("marks/", True), ("", False)])
def test_a_page_has_scripts_for_tabs_where_it_has_tabs(ferry, path, tabs):
    """In the page and in its policy; Material has them in each."""
    tab = ferry(path)
    text = tab.request.get(tab.url).text()
    policy = re.search("script-src[^;]*", text)
    assert ("var tabs=__md_get" in text, "var target=" in text) == (tabs, tabs)
    for one in INLINE["material/partials/javascripts/content.html"]:
        assert policy and (one in policy[0]) == tabs


def test_the_marks_are_what_the_manual_says(ferry):
    tab = ferry("marks/")
    for one in (".admonition.note", "details.tip", ".tabbed-set", ".task-list-item", "mark"):
        assert tab.locator(one).first.is_visible(), one
    assert tab.locator(".admonition .twemoji svg, .md-content .twemoji svg").count()
    labels = tab.locator(".tabbed-labels label:visible")
    second = tab.locator(".tabbed-block").nth(1)
    assert second.is_hidden()
    labels.nth(1).click()
    assert second.is_visible()
    tab.locator("abbr").first.hover()
    tab.locator(".md-tooltip2--active[role=tooltip]").wait_for()
