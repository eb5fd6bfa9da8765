"""The search box in a real browser: Material's own, by mouse, by keyboard, on a phone, with what
goes wrong. What is found by which words is held in test_search.py.
"""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect
from sites import topic
from test_accessibility import LAYOUT, ON_COLOURS
from test_search import CLAIMS, KINDS, entries, facts, label, place  # noqa: F401

BOX, HIT, SAID = ".md-search__input", "[role=option]", ".md-search-result__meta"
LISTS = (
    "performance.getEntriesByType('resource').filter((e) => e.name.endsWith('search.json')).length"
)


def test_a_page_opened_as_a_file_says_that_search_needs_a_server(browser, site):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((site / "index.html").as_uri())
    box = opened(tab)
    expect(tab.locator(SAID)).to_contain_text("needs a web server")
    box.fill("anything")
    box.press("Enter")
    expect(tab.locator(SAID)).to_be_visible()
    assert tab.url.endswith("index.html")
    context.close()


def opened(tab):
    """The box, on a phone opened by its button first."""
    if not tab.locator(BOX).is_visible():
        tab.locator("[data-open=__search]").click()
    tab.locator(BOX).focus()
    return tab.locator(BOX)


def typed(tab, text: str):
    """The box with a text in it and its hits there."""
    box = opened(tab)
    box.fill(text)
    answered(tab, text)
    return box


def answered(tab, text: str) -> None:
    """Waits until what is shown answers the text."""
    tab.wait_for_function(
        "text => JSON.parse(document.querySelector('[data-told]')?.dataset.told || '{}').query"
        " === text",
        arg=text,
    )


def first(tab) -> str:
    return tab.locator(HIT).first.get_attribute("href")


def chosen(tab) -> int:
    """Which hit is chosen, by what a screen reader is told; -1 for none."""
    return tab.evaluate("""() => {
      const says = (name) => document.activeElement.getAttribute(name);
      const list = document.getElementById(says("aria-controls"));
      const options = [...list.querySelectorAll("[role=option]")];
      const selected = options.filter((one) => one.getAttribute("aria-selected") === "true");
      const active = options.findIndex((one) => one.id === says("aria-activedescendant"));
      if (selected.length > 1 || options.indexOf(selected[0]) !== active) throw Error("not one");
      return active;
    }""")


@pytest.mark.parametrize("width", [390, 1280])
def test_typing_shows_hits_and_enter_goes_to_the_best(ferry, width):
    tab = ferry("timeline/", width=width)
    opened(tab)
    tab.keyboard.type("jo vane")
    answered(tab, "jo vane")
    assert tab.locator(SAID).inner_text() == f"{tab.locator(HIT).count()} results for jo vane"
    assert tab.locator(f"{HIT} b").first.inner_text() == "Jo Vane"
    assert {m.casefold() for m in tab.locator(f"{HIT} mark").all_inner_texts()[:1]} <= {
        "jo vane",
        "jo",
    }
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/people/#jo-vane")
    assert tab.locator(BOX).get_attribute("aria-expanded") == "false"


def test_enter_waits_for_the_hits_of_what_was_typed(ferry):
    tab = ferry("timeline/")
    typed(tab, "okonjo")
    tab.locator(BOX).fill("jo vane")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/people/#jo-vane")


def test_the_hits_by_arrow_keys_and_escape(ferry):
    """The focus stays in the box, and a screen reader is told which hit is chosen."""
    tab = ferry("quotes/")
    box = typed(tab, "okonjo")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    assert tab.locator("#search-hits").get_attribute("role") == "listbox"
    last, wanted = tab.locator(HIT).count() - 1, []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        tab.keyboard.press(key)
        wanted.append(chosen(tab))
    assert wanted[:4] == [0, 1, 0, -1] and wanted[4] >= last
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Escape")
    assert tab.locator("#search-hits").is_hidden()
    assert box.get_attribute("aria-expanded") == "false"
    assert box.evaluate("e => e === document.activeElement")
    box.fill("okonjo island")
    answered(tab, "okonjo island")
    assert tab.locator(HIT).first.is_visible() and chosen(tab) == -1
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    target = tab.locator(HIT).nth(1).get_attribute("href")
    tab.keyboard.press("Enter")
    tab.wait_for_url(target)


def test_whoever_goes_on_with_the_tab_key_leaves_the_hits(ferry):
    tab = ferry("quotes/")
    typed(tab, "okonjo")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Copy a link to these results"
    for _ in range(2):
        tab.keyboard.press("Tab")
    assert tab.locator("#search-hits").is_hidden(), "the hits stay open"


@pytest.mark.parametrize("key", ["/", "Control+k"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_key_opens_the_box(ferry, key, width):
    """The first key on a page, too, while Material's script is not there yet."""
    tab = ferry("timeline/", width=width)
    tab.wait_for_function("() => document.querySelector('.md-search:not([hidden])')")
    tab.keyboard.press(key)
    tab.keyboard.type("1/2 vane")
    assert tab.locator(BOX).input_value() == "1/2 vane"
    answered(tab, "1/2 vane")
    assert first(tab).endswith("people/#jo-vane")


def test_words_are_completed_as_one_types(ferry):
    tab = ferry("timeline/")
    opened(tab)
    tab.keyboard.type("clara Okon")
    answered(tab, "clara Okon")
    assert tab.locator(".md-search__suggest").inner_text() == "clara Okonjo"
    tab.keyboard.press("ArrowRight")
    assert tab.locator(BOX).input_value() == "clara Okonjo"
    answered(tab, "clara Okonjo")
    assert first(tab).endswith("people/#clara-okonjo")


def test_what_was_sought_is_marked_where_a_hit_leads_and_the_address_is_clean(ferry):
    marked = "[...(CSS.highlights.get('sought') ?? [])].map((r) => r.toString().toLowerCase())"
    tab = ferry("quotes/")
    assert tab.evaluate(marked) == []
    typed(tab, "guests passeng")
    href = first(tab)
    assert "?" not in href
    tab.keyboard.press("Enter")
    tab.wait_for_url(href)
    tab.wait_for_function("() => CSS.highlights.get('sought')?.size")
    assert (
        {"guests", "passengers"}
        <= set(tab.evaluate(marked))
        <= {"guests", "passenger", "passengers"}
    )
    typed(tab, "bridge")  # a hit on the page that is open
    tab.locator(f"{HIT}[href*='record/#']").first.click()
    tab.wait_for_function(f"() => ({marked}).includes('bridge')")
    tab.reload()
    assert tab.evaluate(marked) == []


def test_a_link_to_the_results_can_be_copied(ferry):
    tab = ferry("people/", permissions=["clipboard-read", "clipboard-write"])
    typed(tab, "400,000 & more")
    tab.get_by_text("Copy a link to these results").click()
    tab.get_by_text("Copied").first.wait_for()
    link = tab.evaluate("navigator.clipboard.readText()")
    assert link == urljoin(tab.url, "../search/?q=400%2C000+%26+more")
    tab.goto(link)
    answered(tab, "400,000 & more")
    assert tab.locator(BOX).input_value() == "400,000 & more"
    assert first(tab).endswith("record/#bridge-passengers")


@pytest.mark.parametrize(("path", "width"), [("", 390), ("timeline/", 1280)])
def test_no_hit_is_no_dead_end(ferry, path, width):
    """The questions of the home page are offered instead; Enter goes to none of them unchosen."""
    tab = ferry(path, width=width)
    typed(tab, "zzzzzz")
    assert tab.locator(f"{HIT} .tag").all_inner_texts() == ["Answer"] * 5
    assert tab.locator(f"{SAID}[role=status]").inner_text().startswith("Nothing here matches “zz")
    assert tab.locator(HIT).first.bounding_box()["y"] < 700, "what is offered is out of view"
    before = tab.url
    tab.keyboard.press("Enter")
    assert tab.url == before and tab.locator(HIT).first.is_visible()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/explainer/#what-changed-in-port-ellis", wait_until="load")
    tab.wait_for_function("() => !document.querySelector('#__search').checked")
    assert 0 <= tab.locator(":target").bounding_box()["y"] < 700
    assert tab.locator("#search-hits").is_hidden(), "the hits stay over the answer"


def test_no_markup_comes_of_what_is_typed(ferry):
    tab = ferry("timeline/")
    typed(tab, "<zzz qqq=vvv>")
    assert tab.locator(SAID).inner_text().startswith("Nothing here matches “<zzz qqq=vvv>”.")
    typed(tab, "jo <b>vane")
    assert first(tab).endswith("people/#jo-vane")
    tab.locator(BOX).fill("")
    tab.wait_for_function("() => !document.querySelector('[role=option]')")
    assert tab.locator(BOX).get_attribute("aria-expanded") == "false"
    assert tab.get_by_text("Copy a link to these results").is_hidden()


def test_nothing_is_loaded_for_it_before_it_is_used(ferry):
    """A touch of the page fetches Material's script and not the list; the box does, before a word
    is typed.
    """
    tab = ferry("timeline/")
    tab.mouse.move(40, 400)
    tab.mouse.move(60, 420)
    tab.wait_for_function("() => document.querySelector('#search-hits').hidden")
    assert tab.evaluate(LISTS) == 0
    with tab.expect_request("**/search.json"):
        tab.locator(BOX).focus()
    typed(tab, "vane")
    assert first(tab).endswith("people/#jo-vane")


def test_when_the_list_cannot_be_loaded_that_is_said_and_tried_again(ferry):
    tab = ferry("timeline/", lenient=True)
    tab.context.route("**/search.json", lambda route: route.abort())
    typed(tab, "vane")
    assert "could not be loaded" in tab.locator(SAID).inner_text()
    assert first(tab).endswith("/search/"), "no way on"
    tab.context.unroute("**/search.json")
    typed(tab, "JO vane")
    assert first(tab).endswith("people/#jo-vane")


@pytest.mark.parametrize("path", ["search/", "search/?q=chirp", "timeline/"])
def test_what_is_typed_before_the_scripts_have_come_is_kept(ferry, path):
    tab = ferry()
    held = []
    tab.context.route("**/assets/search.js*", lambda route: held.append(route))
    tab.goto(urljoin(tab.url, path))
    tab.locator(BOX).fill("vane")
    while not held:
        tab.wait_for_timeout(20)
    held[0].continue_()
    answered(tab, "vane")
    assert first(tab).endswith("people/#jo-vane")
    assert tab.locator(BOX).input_value() == "vane"


def test_where_the_worker_did_not_come_enter_asks_for_it_again(ferry):
    tab = ferry("timeline/", lenient=True)
    tab.context.route("**/assets/search.js*", lambda route: route.abort())
    with tab.expect_event("requestfailed"):
        tab.locator(BOX).focus()
    tab.context.unroute("**/assets/search.js*")
    tab.locator(BOX).fill("vane")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search/?q=vane")
    answered(tab, "vane")
    assert first(tab).endswith("people/#jo-vane")


def test_an_address_with_a_query_shows_its_hits(ferry):
    tab = ferry("search/?q=400%2C000")
    answered(tab, "400,000")
    assert first(tab).endswith("record/#bridge-passengers")
    assert tab.locator(BOX).input_value() == "400,000"


def test_without_javascript_a_list_of_everything_is_one_link_away(ferry):
    tab = ferry("timeline/", javascript=False, width=390)
    assert tab.locator(BOX).is_hidden()
    tab.locator("a[href$='search/']:visible").first.click()
    tab.wait_for_url("**/search/")
    assert tab.locator("main .record-index a").count() == len(topic("ferry").records)


def test_the_same_in_a_page_that_is_not_there(ferry):
    tab = ferry("people/gone/deep/er", status=404)
    typed(tab, "vane")
    tab.locator(HIT).first.click()
    tab.wait_for_url("**/people/#jo-vane")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_in_the_open_box(ferry, axe, width):
    """All of its rules in light, and in dark, where only colours differ, those on colours."""
    options = {"width": width, "bypass_csp": True, "reduced_motion": "reduce"}
    light, dark = (ferry("timeline/", scheme=one, **options) for one in ("light", "dark"))
    for text in ("bridge", "zzzzzz"):
        for tab in (light, dark):
            typed(tab, text)
            tab.keyboard.press("ArrowDown")
            tab.wait_for_function("most => document.documentElement.scrollWidth <= most", arg=width)
        assert light.evaluate(LAYOUT) == dark.evaluate(LAYOUT)
        assert axe(light) == []
        assert axe(dark, rules=ON_COLOURS) == []


def test_from_the_box_to_a_record_of_each_kind_by_keyboard(page, entries, facts):  # noqa: F811
    """Typed on the home page of a phone, an arrow key, Enter, and there it is."""
    tab = page("", width=390)
    home = tab.url
    titles = [entry["t"].casefold() for entry in entries]
    by_place = {entry["u"]: entry for entry in entries}
    followed = set()
    for kind in [*KINDS, "claims"]:
        record = next(
            (
                r
                for r in reversed(facts[kind])
                if titles.count(by_place[place(r)]["t"].casefold()) == 1
            ),
            None,
        )
        if not record:
            continue
        title = by_place[place(record)]["t"]
        tab.goto(home)
        typed(tab, title)
        assert tab.locator(f"{HIT} b").first.inner_text() == title
        said = tab.locator(f"{HIT} .tag").first.inner_text()
        assert said.partition(":")[0] == label(kind, record)
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/" + place(record), wait_until="load")
        target = tab.locator(":target")
        assert target.get_attribute("id") == record["id"]
        assert 0 <= target.bounding_box()["y"] < 800, kind
        followed.add(kind)
    assert followed == {kind for kind in [*KINDS, "claims"] if facts[kind]}


# Goes to each anchor of the page in turn; gives those whose element is not the target or not in
# view.
FOLLOW = """async (ids) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const lost = [];
  for (const id of ids) {
    location.hash = id;
    await frame();
    const target = document.querySelector(":target");
    const box = target ? target.getBoundingClientRect() : null;
    const out = () => !target.checkVisibility() || box.height < 1;
    const away = () => box.top < -1 || box.top > innerHeight - 24;
    if (!target || target.id !== id) lost.push(`${id} is not the target`);
    else if (out() || away()) lost.push(`${id} is at ${box.top}`);
  }
  return lost;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_every_hit_lands_on_its_record_in_view(page, entries, width):  # noqa: F811
    by_page: dict[str, list[str]] = {}
    for entry in entries:
        url, _, anchor = entry["u"].partition("#")
        by_page.setdefault(url, []).extend([anchor] if anchor else [])
    tab = page("", width=width)
    home = tab.url
    for url, ids in by_page.items():
        tab.goto(home + url)
        assert tab.evaluate(FOLLOW, ids) == [], url
