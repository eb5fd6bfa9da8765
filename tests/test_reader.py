"""What readers do with the pages, in a real browser: citations, filters, copying, colours, the
menu, paper, no script.
"""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path

import pytest
from conftest import Tabs
from pages import PAGES, Built, citations, explaining, showing

CITATION = "main p a.footnote-ref"
QUOTES, NUMBERS, EVENTS = map(showing, ("quotes", "figures", "events"))
COMPARED, LEDGER, SOURCES = map(showing, ("comparison", "ledger", "references"))
PEOPLE = showing("people")
MOST_CITED = max(citations(), key=lambda url: (citations()[url], url))


@pytest.fixture(scope="module")
def facts(site: Path) -> dict:
    return json.loads((site / "data/facts.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def ferry_facts(ferry_server: str) -> dict:
    with urllib.request.urlopen(ferry_server + "data/facts.json") as answer:
        return json.load(answer)


def words(record: dict) -> list[str]:
    return [" ".join(p["exact"].split()) for p in record.get("text") or record["evidence"]]


def by_id(facts: dict) -> dict[str, dict]:
    return {
        record["id"]: record
        for some in facts.values()
        if isinstance(some, list)
        for record in some
        if "evidence" in record
    }


def has_focus(locator) -> bool:
    return locator.evaluate("one => one === document.activeElement")


def in_view(locator) -> bool:
    return locator.evaluate(
        "one => { const b = one.getBoundingClientRect(); return b.top >= 0 && b.left >= 0 &&"
        " b.bottom <= innerHeight + 1 && b.right <= innerWidth + 1 && b.height > 20; }"
    )


# --- citations ------------------------------------------------------------------------------------


def test_a_citation_by_keyboard(page, facts):
    tab = page("")
    link = tab.locator(CITATION).first
    link.focus()
    tab.keyboard.press("Enter")
    sheet = tab.locator("dialog.sheet")
    assert sheet.is_visible() and in_view(sheet)
    name = link.get_attribute("href").removeprefix("#fn:")
    for exact in words(by_id(facts)[name]):
        assert exact in " ".join(sheet.inner_text().split())
    assert tab.evaluate("() => document.activeElement.closest('dialog.sheet') !== null"), (
        "the focus is not in the sheet"
    )
    for _ in range(6):  # Tab stays in the sheet, or goes to the browser's own bar
        tab.keyboard.press("Tab")
        assert tab.evaluate(
            "() => document.activeElement === document.body ||"
            " document.activeElement.closest('dialog.sheet') !== null"
        )
    assert sheet.get_by_role("link", name="The full entry").get_attribute("href")
    tab.keyboard.press("Escape")
    assert sheet.is_hidden() and has_focus(link)
    assert "#" not in tab.url, "opening a citation must not move the page"


def test_a_citation_by_mouse_closes_by_its_button_and_beside_it(page):
    tab = page("")
    sheet = tab.locator("dialog.sheet")
    tab.locator(CITATION).first.click()
    assert sheet.is_visible()
    sheet.get_by_role("button", name="Close").click()
    assert sheet.is_hidden()
    tab.locator(CITATION).nth(1).click()
    assert sheet.is_visible()
    tab.mouse.click(2, 790)
    assert sheet.is_hidden()
    tab.locator(CITATION).nth(1).click()
    sheet.get_by_role("link", name="The full entry").click()
    tab.wait_for_url("**/*#*")
    assert tab.locator(":target").is_visible()


def test_a_citation_by_touch_is_a_sheet_at_the_bottom(page):
    tab = page("", width=390, height=700, has_touch=True, is_mobile=True)
    tab.locator(CITATION).first.tap()
    sheet = tab.locator("dialog.sheet")
    sheet.evaluate("one => Promise.all(one.getAnimations().map((a) => a.finished))")
    box = sheet.bounding_box()
    assert box["x"] == 0 and box["width"] == 390 and abs(box["y"] + box["height"] - 700) <= 1
    assert in_view(sheet.get_by_role("button", name="Close"))
    sheet.get_by_role("button", name="Close").tap()
    assert sheet.is_hidden()


@pytest.mark.parametrize(("url", "width"), [("", 390), (MOST_CITED, 390), (MOST_CITED, 1280)])
def test_every_citation_opens_in_view_with_what_its_footnote_says(page, site, url, width):
    paragraphs = Built(site, "https://example.org/").page(url).one("main").all("p")
    links = [a for p in paragraphs for a in p.all("a") if "footnote-ref" in a.get("class").split()]
    tab = page(url, width=width, reduced_motion="reduce")
    found = tab.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].map((link) => {
        link.scrollIntoView({ block: "center" });
        link.click();
        const sheet = document.querySelector("dialog.sheet"), box = sheet.getBoundingClientRect();
        const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        const plain = (one) => one.textContent.replace(/\\s+/g, "");
        const faults = [];
        if (!sheet.open) faults.push("is not open");
        const wide = document.documentElement.clientWidth;
        if (box.left < 0 || box.right > wide || box.top < 0 || box.bottom > innerHeight + 1)
          faults.push(`stands at ${JSON.stringify(box)}`);
        if (!plain(note).startsWith(plain(sheet.querySelector(".sheet-body"))))
          faults.push("says something else");
        if (document.querySelectorAll(`[id="${note.id}"]`).length > 1) faults.push("doubles an id");
        sheet.close();
        return [link.hash, ...faults];
      })""",
        CITATION,
    )
    assert len(found) == len(links) > 0
    assert [line for line in found if len(line) > 1] == []


def test_a_term_says_what_it_means(page):
    tab = page(explaining()[0])
    link = tab.locator("main a.term").first
    meaning = link.get_attribute("title")
    link.focus()
    tab.keyboard.press("Enter")
    sheet = tab.locator("dialog.sheet")
    assert meaning in sheet.inner_text()
    tab.keyboard.press("Escape")
    assert has_focus(link)
    tab.keyboard.press("Enter")
    sheet.get_by_role("link", name="glossary").click()
    tab.wait_for_url(f"**/{showing('terms')}#*")
    assert tab.locator(":target").is_visible()


def test_without_a_script_a_citation_is_a_footnote_and_leads_back(page, facts):
    tab = page("", javascript=False)
    link = tab.locator(CITATION).first
    link.click()
    note = tab.locator(":target")
    assert note.evaluate("one => one.tagName") == "LI"
    name = note.get_attribute("id").removeprefix("fn:")
    for exact in words(by_id(facts)[name]):
        assert exact in " ".join(note.inner_text().split())
    top = note.bounding_box()["y"]
    assert 0 <= top < 800
    note.locator("a.footnote-backref").first.click()
    assert tab.locator(":target").locator("a.footnote-ref").count() == 1
    assert 0 <= tab.locator(":target").bounding_box()["y"] < 800


@pytest.mark.parametrize("url", ["", COMPARED])
def test_a_citation_is_named_and_begins_no_line(page, url):
    """By its number and what its source is; a reader who has a list of links read out hears it."""
    tab = page(url)
    cited = tab.evaluate(
        """() => [...document.querySelectorAll("main .footnote-ref")].map((one) => [
        one.role, one.ariaLabel, `Source ${one.textContent}: ` + document.getElementById(
          decodeURIComponent(one.hash.slice(1))).querySelector(".fn-kind").textContent])"""
    )
    assert cited and [one for one in cited if one != ["doc-noteref", one[2], one[2]]] == []
    for width in range(320, 480, 16):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate(HEADS) == [], width


HEADS = """() => [...document.querySelectorAll("main p .footnote-ref")].filter((one) => {
  const texts = document.createTreeWalker(one.closest("p"), NodeFilter.SHOW_TEXT);
  texts.currentNode = one.firstChild;
  let before;
  do before = texts.previousNode(); while (before && !before.data.trim());
  if (!one.checkVisibility() || !before) return false;
  const last = new Range(), [here] = one.getClientRects(), end = before.data.trimEnd().length;
  last.setStart(before, end - 1); last.setEnd(before, end);
  return here.left < last.getBoundingClientRect().right - 3 || one.getClientRects().length > 1;
}).map((one) => one.hash)"""


# --- tables and cards -----------------------------------------------------------------------------


def test_the_comparison_stands_side_by_side_where_there_is_room(page):
    tab = page(COMPARED, width=600)
    row = ".comparison tbody tr:first-child td"
    tops = "all => all.map((one) => Math.round(one.getBoundingClientRect().top))"
    assert len(set(tab.locator(row).evaluate_all(tops))) == 1
    cut = "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length"
    assert tab.locator(".comparison :is(th, td), .matrix :is(th, td)").evaluate_all(cut) == 0
    tab.set_viewport_size({"width": 599, "height": 800})
    assert len(set(tab.locator(row).evaluate_all(tops))) == 2


def test_a_question_on_which_nothing_is_said_is_a_line_and_no_row(ferry, ferry_facts):
    tab = ferry("compared/")
    silent = [
        r
        for r in ferry_facts["comparisons"]
        if all(cell.get("not_stated") for cell in r["cells"].values())
    ]
    rows = tab.locator(".comparison tbody tr")
    assert silent and rows.count() == len(ferry_facts["comparisons"]) - len(silent) > 0
    for record in silent:
        line = tab.locator(f"p.silent #{record['id']}")
        assert record["question"] in line.inner_text()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_tools_of_a_card_are_one_line(page, width):
    tab = page(QUOTES, width=width)
    tools = tab.locator(".card .tools")
    lines = tools.evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().height / one.firstElementChild"
        ".getBoundingClientRect().height)"
    )
    assert lines and max(lines) < 1.5


# --- filters --------------------------------------------------------------------------------------


def shown(tab) -> list[str]:
    return tab.evaluate(
        "() => [...document.querySelectorAll('[data-filterable] [data-filter]')].filter((one) =>"
        " one.checkVisibility()).map((one) => one.id)"
    )


def chip(tab, token: str):
    return tab.locator(f'[data-token="{token}"]')


def has(record: dict, token: str) -> bool:
    name, _, value = token.partition("-")
    if token == "speaker-shared":
        return "shared_by" in record
    fields = {
        "speaker": ("speaker",),
        "programme": ("said_via",),
        "subject": ("subjects",),
        "party": ("participants",),
    }[name]
    return any(
        value == v or value in v
        for v in (record.get(f, ()) for f in fields)
        if v and (isinstance(v, list) or v == value)
    )


@pytest.mark.parametrize(
    ("url", "kind", "groups"),
    [(QUOTES, "quotes", {"speaker", "programme", "subject"}), (EVENTS, "events", {"party"})],
)
def test_each_filter_shows_just_what_it_says_and_the_address_keeps_it(
    page, facts, url, kind, groups
):
    tab = page(url)
    everything = shown(tab)
    assert sorted(everything) == sorted(r["id"] for r in facts[kind])
    tokens = tab.evaluate(
        "() => [...document.querySelectorAll('[data-token]')].map((one) => one.dataset.token)"
    )
    few = len(facts[kind]) < 20  # are seen at a glance
    assert {t.partition("-")[0] for t in tokens} == (set() if few else groups)
    status = tab.locator("[data-filter-status]")
    for token in tokens:
        button = chip(tab, token)
        button.click()
        wanted = {r["id"] for r in facts[kind] if has(r, token)}
        assert set(shown(tab)) == wanted and wanted, token
        assert button.get_attribute("aria-pressed") == "true"
        assert button.locator(".count").inner_text() == str(len(wanted))
        assert status.inner_text() == f"{len(wanted)} of {len(everything)} shown."
        assert tab.url.endswith(f"?show={token}")
        empty = tab.evaluate(
            "() => [...document.querySelectorAll('[data-group]')].filter((one) =>"
            " one.checkVisibility() && ![...one.querySelectorAll('[data-filter]')].some((c) =>"
            " c.checkVisibility())).length"
        )
        assert empty == 0, "a heading stands over nothing"
        button.click()
    assert shown(tab) == everything and "?" not in tab.url


def test_filters_add_up_within_a_group_and_narrow_across_groups(ferry, ferry_facts):
    tab = ferry("quotes/")
    a, b, c = "speaker-clara-okonjo", "speaker-shared", "subject-bridge"
    for token in (a, b, c):
        chip(tab, token).focus()
        tab.keyboard.press("Space")
    wanted = {r["id"] for r in ferry_facts["quotes"] if (has(r, a) or has(r, b)) and has(r, c)}
    assert set(shown(tab)) == wanted and 1 < len(wanted) < len(ferry_facts["quotes"])
    tab.reload()
    assert set(shown(tab)) == wanted, "the address does not keep the choice"
    assert [chip(tab, token).get_attribute("aria-pressed") for token in (a, b, c)] == ["true"] * 3
    tab.get_by_role("button", name="Show all").click()
    assert len(shown(tab)) == len(ferry_facts["quotes"]) and "?" not in tab.url
    assert tab.evaluate("() => document.activeElement.hasAttribute('data-token')"), (
        "the focus is lost"
    )


def test_on_a_phone_filters_are_folded_until_they_are_used(ferry):
    tab = ferry("quotes/", width=390)
    assert tab.locator("[data-token]").first.is_hidden()
    tab.locator(".filters > summary").click()
    assert tab.locator("[data-token]").first.is_visible()
    tab.goto(tab.url + "?show=subject-bridge")
    assert chip(tab, "subject-bridge").is_visible(), "a choice in the address is not shown"


def test_an_unknown_choice_in_the_address_hides_nothing(ferry, ferry_facts):
    tab = ferry("quotes/?show=speaker-nobody+%3Cb%3E")
    assert len(shown(tab)) == len(ferry_facts["quotes"])


def test_a_link_to_a_record_shows_it_even_if_it_is_filtered_out(ferry, ferry_facts):
    other = next(r["id"] for r in ferry_facts["quotes"] if not has(r, "speaker-tomas-lindqvist"))
    tab = ferry(f"quotes/?show=speaker-tomas-lindqvist#{other}")
    target = tab.locator(f"#{other}")
    assert target.is_visible() and 0 <= target.bounding_box()["y"] < 800


def test_a_link_to_a_sentence_unfolds_it_in_the_ledger(page, facts):
    passage = facts["quotes"][-1]["text"][0]
    name = f"{passage['source']}.p{passage['paragraph']}.s{passage['sentence']}"
    tab = page(QUOTES)
    tab.locator(f"#{facts['quotes'][-1]['id']} .evidence > summary").first.click()
    tab.locator(f'#{facts["quotes"][-1]["id"]} a[href$="#{name}"]').first.click()
    tab.wait_for_url(f"**/{LEDGER}#{name}", wait_until="load")
    cell = tab.locator(f'[id="{name}"]')
    assert cell.get_attribute("open") is not None
    assert cell.locator(f'a[href$="#{facts["quotes"][-1]["id"]}"]').is_visible()
    assert 0 <= cell.bounding_box()["y"] < 800


# --- copying, colours, menu -----------------------------------------------------------------------


def test_copy_with_citation(page, facts):
    tab = page(QUOTES, permissions=["clipboard-read", "clipboard-write"])
    tab.clock.install()
    for quote in (facts["quotes"][0], facts["quotes"][-1]):
        button = tab.locator(f"#{quote['id']} [data-copy]")
        label = button.inner_text()
        button.focus()
        tab.keyboard.press("Enter")
        tab.get_by_role("status").filter(has_text="Copied").wait_for()
        button.filter(has_text="Copied").wait_for()  # the status may still speak of the one before
        text = tab.evaluate("() => navigator.clipboard.readText()")
        for exact in words(quote):
            assert f"“{exact}”" in text
        labels = {s["id"]: s["label"] for s in facts["sources"]}
        assert quote["url"] in text and labels[quote["text"][0]["source"]] in text
        names = {r["id"]: r["name"] for r in (*facts["people"], *facts["organisations"])}
        assert names[quote.get("speaker") or quote["shared_by"]] in text
        if quote["kind"] == "shared":
            assert "shared by" in text
    tab.clock.fast_forward(2600)
    assert button.inner_text() == label


def test_a_citation_is_copied_with_the_day_of_the_visit(page):
    """What is shown has a place for it, with a script and without."""
    tab = page(showing("cite"), permissions=["clipboard-read", "clipboard-write"])
    day = tab.evaluate("() => new Date().toLocaleDateString('sv')")
    tab.locator(".cite summary").click()
    buttons = tab.locator(".cite [data-copy]").all()
    shown = [tab.locator(f".cite {text}") for text in (".cite-text", "code")]
    for button, text, place in zip(buttons, shown, ("____", "{}"), strict=True):
        button.click()
        button.filter(has_text="Copied").wait_for()
        has = text.text_content()
        assert has.count(place) == 1
        wanted = has.replace(place, day if place == "____" else f"{{{day}}}")
        assert tab.evaluate("() => navigator.clipboard.readText()") == wanted


def test_a_link_to_a_record_copies_its_address(page, facts):
    url, _, name = facts["figures"][0]["url"].partition("/explainer/")[2].partition("#")
    tab = page(url, permissions=["clipboard-read", "clipboard-write"])
    link = tab.locator(f"#{name} a.hash")
    link.click()
    tab.get_by_role("status").filter(has_text="Copied").wait_for()
    assert tab.evaluate("() => navigator.clipboard.readText()") == tab.url and tab.url.endswith(
        f"/{url}#{name}"
    )


def test_the_notes_are_folded_and_never_out_of_reach(page):
    tab = page("")
    notes = tab.locator("details.notes")
    note = notes.locator("li").first
    assert not note.is_visible()
    tab.goto(f"{tab.url}#{note.get_attribute('id')}")
    assert note.is_visible(), "an address that leads to a note does not open them"
    printed = page(NUMBERS)
    printed.emulate_media(media="print")
    assert printed.locator("details.notes li").first.is_visible()
    bare = page(NUMBERS, javascript=False)
    assert bare.locator("details.notes li").first.is_visible()
    contents = page(NUMBERS).get_by_role("link", name="Where each statement comes from")
    contents.click()
    assert contents.page.locator("details.notes li").first.is_visible()


def test_copying_that_is_forbidden_is_said(page):
    tab = page(QUOTES)
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    tab.locator("[data-copy]:visible").first.click()
    tab.get_by_role("status").filter(has_text="Copying is not allowed here").wait_for()


BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
# Material's switch: a label for each choice, of which the one that comes next is shown.
SWITCH = "[data-md-component=palette] label:visible"
CHOSEN = "() => (__md_get('__palette') || {color: {}}).color.media"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_readers_own_choice_of_colours_lasts(page, system):
    tab = page("", scheme=system)
    both = {}
    own = both[system] = tab.evaluate(BACKGROUND)
    assert tab.evaluate("() => localStorage.length") == 0
    for scheme in ("light", "dark"):  # the system's choice gives way to one, then to the other
        tab.locator(SWITCH).click()
        tab.wait_for_function(f"{CHOSEN} === '(prefers-color-scheme: {scheme})'")
        seen = tab.evaluate(BACKGROUND)
        assert (seen == own) == (scheme == system)
        tab.goto(tab.url + PEOPLE if tab.url.endswith("explainer/") else tab.url)
        assert tab.evaluate(BACKGROUND) == seen, "the choice is gone on the next page"
    assert tab.evaluate("() => Object.keys(localStorage)") == ["/explainer/.__palette"]
    tab.locator(SWITCH).focus()
    tab.locator(SWITCH).click()
    tab.wait_for_function(f"{CHOSEN} === undefined")
    assert tab.evaluate(BACKGROUND) == own
    assert tab.evaluate("() => localStorage.length") == 0, "more is stored than the choice"
    tab.reload()
    tab.emulate_media(color_scheme="dark" if system == "light" else "light")
    assert tab.evaluate(BACKGROUND) != own, "the page no longer follows the system"


def test_the_choice_of_colours_by_keyboard(page):
    tab = page("", width=390)
    before = tab.evaluate(BACKGROUND)
    for _ in range(6):
        tab.keyboard.press("Tab")
        if tab.evaluate("() => document.activeElement.matches('.md-option')"):
            break
    assert tab.evaluate("() => document.activeElement.getAttribute('aria-label')")
    for scheme in ("light", "dark"):  # the first Enter may come before Material's script
        tab.keyboard.press("Enter")
        tab.wait_for_function(f"{CHOSEN} === '(prefers-color-scheme: {scheme})'")
    assert tab.evaluate(BACKGROUND) != before


MENU, OPENER = "#menu", ".open-menu:not(a)"


def test_the_menu_by_keyboard_on_a_phone(page):
    tab = page("", width=390)
    inside = "() => document.activeElement.closest('#menu') !== null"
    closed = "() => !document.querySelector('#menu').checkVisibility({ visibilityProperty: true })"
    assert tab.evaluate(closed)
    opener = tab.locator(OPENER)
    for _ in range(6):
        tab.keyboard.press("Tab")
        assert not tab.evaluate(inside)
        if has_focus(opener):
            break
    assert has_focus(opener), "Tab does not reach the menu"
    assert opener.get_attribute("aria-expanded") == "false"
    tab.keyboard.press("Enter")
    tab.wait_for_function(inside)
    assert opener.get_attribute("aria-expanded") == "true"
    tab.keyboard.press("Tab")
    assert tab.evaluate(inside)
    tab.keyboard.press("Escape")
    tab.wait_for_function(closed)
    assert has_focus(opener)
    tab.keyboard.press("Tab")
    assert not tab.evaluate(inside), "Tab walks into the closed menu"
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Enter")
    links = tab.locator(f"{MENU} a:visible")
    for _ in range(links.count()):
        tab.keyboard.press("Tab")
        assert tab.evaluate(inside)
    tab.keyboard.press("Tab")
    tab.wait_for_function(closed)  # or it would stay open over what has the focus
    opener.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function(inside)
    wanted = links.nth(2).evaluate("a => a.href")
    for _ in range(3):
        tab.keyboard.press("Tab")
    assert has_focus(links.nth(2)) and wanted != tab.url
    tab.keyboard.press("Enter")
    tab.wait_for_url(wanted)


def test_the_menu_by_touch_on_a_phone(page):
    tab = page("", width=390, has_touch=True, is_mobile=True)
    tab.locator(OPENER).tap()  # the first touch, which comes before Material's script
    tab.wait_for_function("() => document.activeElement.closest('#menu') !== null")
    tab.locator(".close-menu").tap()
    tab.wait_for_function("() => !document.querySelector('#__drawer').checked")
    tab.locator(OPENER).tap()
    link = tab.locator(f"{MENU} a:visible").nth(1)
    wanted = link.evaluate("a => a.href")
    link.tap()
    tab.wait_for_url(wanted)


def test_the_tooltip_of_a_citation_comes_with_the_pointer_and_goes_with_escape(page):
    tab = page("")
    tip = tab.locator(".md-tooltip2--active[role=dialog]")
    tab.locator(CITATION).first.hover()
    tip.wait_for()
    assert tip.get_attribute("aria-label") and in_view(tip)
    tab.keyboard.press("Escape")
    tip.wait_for(state="hidden")
    tab.locator(CITATION).first.click()
    assert tab.locator("dialog.sheet").is_visible() and tip.is_hidden()


# Where the focus is: what it is, and what is wrong with it, if it cannot be seen or lies under
# something else.
WHERE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return ["", ""];
  const box = one.getClientRects()[0] || one.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const seen = box.width > 4 && box.height > 4 && within;
  const label = one.matches(".md-option") && one.nextElementSibling; /* over its radio button */
  const covered = !top || ![one, label].some((it) => it && (it.contains(top) || top.contains(it)));
  const style = getComputedStyle(one);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const fault = !seen ? "is out of sight" : covered ? "is covered" : !ring ? "shows no focus" : "";
  return [one.outerHTML.slice(0, 100), fault];
}"""


# How many elements the Tab key reaches.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
  .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })).length"""


@pytest.mark.parametrize(("url", "width"), [("", 390), (QUOTES, 1280)])
def test_tab_walks_through_the_page_and_each_stop_can_be_seen(page, url, width):
    tab = page(url, width=width, reduced_motion="reduce")
    steps, faults = [], []
    stops = tab.evaluate(STOPS)
    for _ in range(stops + 2):
        tab.keyboard.press("Tab")
        what, fault = tab.evaluate(WHERE)
        if not what:
            break
        steps.append(what)
        if fault:
            faults.append(f"{what} {fault}")
    assert faults == []
    assert "skip" in steps[0] and len(steps) == stops
    assert "md-footer" in tab.evaluate(
        "() => [...document.querySelectorAll('footer a')].at(-1).closest('footer').className"
    )
    last = tab.evaluate(
        "() => [...document.querySelectorAll('footer a')].at(-1).outerHTML.slice(0, 100)"
    )
    assert steps[-1] == last, "Tab does not reach the end of the page"


def test_the_skip_link_skips(page):
    tab = page(PEOPLE)
    tab.keyboard.press("Tab")
    assert tab.get_by_text("Skip to content").bounding_box()["y"] >= 0
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => document.activeElement.closest('main') !== null")


# --- each reader's own way ------------------------------------------------------------------------


@pytest.mark.parametrize(("motion", "moves"), [("reduce", 0), ("no-preference", 1)])
def test_nothing_moves_for_those_who_asked_for_that(page, motion, moves):
    tab = page("", width=390, reduced_motion=motion)
    moving = "one => { one.click(); return document.getAnimations().length; }"  # it lasts no second
    assert tab.locator(CITATION).first.evaluate(moving) == moves
    if motion == "reduce":
        assert (
            tab.evaluate(
                "() => [...document.querySelectorAll('*')].filter((one) =>"
                " getComputedStyle(one).transitionDuration !== '0s' ||"
                " getComputedStyle(one).scrollBehavior === 'smooth').length"
            )
            == 0
        )


@pytest.mark.parametrize("url", ["", QUOTES, SOURCES])
def test_on_paper_the_evidence_is_there_and_what_is_for_screens_is_not(page, url):
    tab = page(url, javascript=url != QUOTES)
    tab.emulate_media(media="print")
    gone = (
        ".md-skip, .md-search, .md-sidebar, .md-tabs, .md-header__option, .tools, .filters,"
        " .md-footer nav, .contents, [data-copy]"
    )
    assert (
        tab.locator(gone).evaluate_all(
            "all => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0,"
            " 80))"
        )
        == []
    )
    notes = tab.locator(".footnote li")
    assert notes.count() and all(note.is_visible() for note in notes.all())
    passages = tab.locator(".evidence .passage")
    seen = passages.evaluate_all(
        "all => all.map((one) => one.checkVisibility({ contentVisibilityAuto: true }) &&"
        " one.getBoundingClientRect().height > 10)"
    )
    assert all(seen) and (seen or url != QUOTES)
    assert tab.evaluate(BACKGROUND) == "rgb(255, 255, 255)"
    if url == SOURCES:
        link = tab.locator('.reference a[href^="http"]').first
        assert (
            link.evaluate("one => getComputedStyle(one, '::after').content").strip('"')
            == f" ({link.get_attribute('href')})"
        )


@pytest.mark.parametrize(("url", "most"), [("", 2), (COMPARED, 6)])
def test_few_sheets_are_printed(page, url, most):
    assert len(re.findall(rb"/Type\s*/Page\b", page(url).pdf(format="A4"))) <= most


def test_dark_pages_are_printed_on_white(page):
    tab = page(NUMBERS, scheme="dark")
    for scheme in ("light", "dark"):
        tab.locator(SWITCH).click()
        tab.wait_for_function(f"{CHOSEN} === '(prefers-color-scheme: {scheme})'")
    tab.emulate_media(media="print")
    assert tab.evaluate(BACKGROUND) == "rgb(255, 255, 255)"
    assert (
        tab.evaluate("() => getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    )


def test_with_forced_colours_states_and_pictures_can_still_be_told_apart(page, ferry):
    tab = ferry("quotes/", forced_colors="active")
    paint = (
        "one => { const s = getComputedStyle(one); return [s.backgroundColor, s.color,"
        " s.borderStyle].join(); }"
    )
    first, second = tab.locator("[data-token]").nth(0), tab.locator("[data-token]").nth(1)
    first.click()
    assert first.evaluate(paint) != second.evaluate(paint), "a chosen filter looks like the others"
    for one in (".quote", "[data-token]", ".md-search__form"):
        style = tab.locator(one).first.evaluate(
            "one => { const s = getComputedStyle(one); return [s.borderStyle, s.outlineStyle]; }"
        )
        assert set(style) != {"none"}, f"{one} has no edge"
    tab = ferry("record/", forced_colors="active")  # which has bars and a ratio
    fills = tab.locator(".chart .bar .ink, .chart .bar .soft, .ratio .ink").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).fill)"
    )
    canvas = tab.evaluate(BACKGROUND)
    assert fills and canvas not in fills, "a bar cannot be seen"
    tab = page(LEDGER, forced_colors="active")
    swatches = tab.locator(".swatch").evaluate_all(
        "all => all.map((one) => { const s = getComputedStyle(one); return s.backgroundColor +"
        " s.backgroundImage; })"
    )
    assert len(set(swatches)) == len(swatches) > 1, "two states of the ledger look the same"


def test_without_a_script_every_page_is_readable_and_promises_nothing_that_does_not_work(
    browser, server
):
    tabs, plain = Tabs(browser, server), Tabs(browser, server)
    bare, full = tabs("", javascript=False, width=390), plain("", width=390)
    words_of = "() => document.querySelector('main').innerText.replace(/\\s+/g, ' ')"
    for url in PAGES:
        for tab in (bare, full):
            tab.goto(server + url)
            if tab is full:  # site.js has run then: it cannot find what is removed
                tab.wait_for_selector("body > [role=status]", state="attached")
            tab.evaluate(
                "() => document.querySelectorAll('details, [data-js], .filters').forEach((one) => {"
                " if (one.matches('[data-js], .filters')) one.remove(); else one.open = true; })"
                if tab is full
                else (
                    "() => document.querySelectorAll('details').forEach((one) => { one.open ="
                    " true; })"
                )
            )
        assert bare.locator("[data-js]:visible, button:visible").count() == 0, url
        text = bare.evaluate(words_of)
        noscript = bare.locator("noscript").all_inner_texts()
        for note in noscript:
            text = text.replace(" ".join(note.split()) + " ", "")
        assert text == full.evaluate(words_of), url
        menu = bare.locator("a.open-menu")
        menu.click()
        assert bare.locator("#pages a").first.is_visible() and "#pages" in bare.url
    bare.goto(server + QUOTES)
    bare.locator(".jump a").last.click()
    assert 0 <= bare.locator(":target").bounding_box()["y"] < 800
    assert tabs.close() + plain.close() == []


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((entry) => { sum += entry.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 150)));
})"""


# Whether an element has room for its longest word.
UNBROKEN = """(one) => {
  const room = one.clientWidth;
  Object.assign(one.style, { flex: "none", width: "min-content", maxWidth: "none" });
  one.style.overflowWrap = "normal";
  return one.clientWidth <= room + 1;
}"""


@pytest.mark.parametrize("width", [320, 390])
def test_the_links_to_the_next_page_break_no_word(page, width):
    titles = page(LEDGER, width=width).locator(".md-footer__title")
    assert titles.count() == 2
    for title in titles.all():
        assert title.evaluate(UNBROKEN), title.inner_text()


@pytest.mark.parametrize(
    ("url", "width"),
    [
        ("", 390),
        ("", 1280),
        (COMPARED, 390),
        (COMPARED, 1280),
        (QUOTES, 390),
        (QUOTES, 1280),
        (EVENTS, 1280),
        (LEDGER, 390),
    ],
)
def test_nothing_jumps_while_a_page_loads(page, url, width):
    assert page(url, width=width).evaluate(SHIFTS) == 0


def test_jumps_are_seen_by_the_test_above(page):
    tab = page(PEOPLE)
    tab.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => {"
        " document.querySelector('main').style.marginTop = '200px';"
        " requestAnimationFrame(done); }))"
    )
    assert tab.evaluate(SHIFTS) > 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_comparison_is_a_table_for_screen_readers_whatever_it_looks_like(page, facts, width):
    tab = page(COMPARED, width=width)
    seen = tab.locator(".comparison").aria_snapshot()
    assert re.match(r"- table ", seen)
    headers = re.findall(r"""- '?rowheader "(.*)""", seen)
    assert len(headers) == len(facts["comparisons"])
    assert all(
        line.startswith(row["question"])
        for line, row in zip(headers, facts["comparisons"], strict=False)
    )
    options = len(facts["comparisons"][0]["cells"])
    assert len(re.findall(r"- '?columnheader ", seen)) == 1 + options
    assert len(re.findall(r"- '?cell(?: |:)", seen)) == options * len(facts["comparisons"])
