"""The second reading of the built site: whatever is planted in it is seen, and what is there by
right is not.
"""

from __future__ import annotations

import re
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from explainer.commands.new import new
from explainer.commands.theme import OWN
from explainer.rules import published as rules
from explainer.rules import runs
from explainer.rules.built import Audit
from explainer.rules.drawn import Drawn
from explainer.rules.held import Held
from explainer.rules.interface import Interface
from explainer.rules.own_words import own_words
from explainer.rules.prose_numbers import held_here
from explainer.rules.published import published
from explainer.rules.written_at import fault, told
from explainer.text.built_html import Run, runs_of
from explainer.text.folding import shown
from explainer.text.spans import Cover
from explainer.topic.load import load
from explainer.topic.mkdocs_yml import read_mkdocs_yml
from explainer.topic.site import Site, at
from forked import Done, build
from PIL import Image
from sites import FIXED, REAL, ROOT, SITES, built_by_mkdocs, copied, look, replaced, whole

ADDRESS = "https://example.github.io/ferry/"
FORGED = "Okonjo: “I will surrender”, 9 million dead"


def nav_of(name: str) -> str:
    """A menu with every page of a fixed site."""
    content = FIXED[name] / "content"
    return "".join(
        f"  - {path.relative_to(content).as_posix()}\n" for path in sorted(content.rglob("*.md"))
    )


class Planted:
    """The ferry's site, built once; gives what is said when one file of it was changed."""

    def __init__(self, folder: Path):
        self.folder, self.built = folder, folder / "site"
        self.site = Site(load(folder)[0])
        settings = read_mkdocs_yml(folder)[0]._replace(site_url=ADDRESS)
        self.rest = settings, self.built, folder / "build" / "docs", look(folder, self.built)

    def __call__(self, name: str, change: Callable[[str], str]) -> list[str]:
        path = self.built / name
        before = path.read_bytes() if path.exists() else None
        after = change((before or b"").decode())
        assert after.encode() != before, "nothing was planted"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(after.encode())
        try:
            return published(self.site, *self.rest)
        finally:
            path.unlink() if before is None else path.write_bytes(before)


def fresh(known: Interface) -> Interface:
    """An interface as it was before it learned anything of a build."""
    made = copy(known)
    made._known = defaultdict(list, {first: [*some] for first, some in known._known.items()})
    made._faults = {}
    return made


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    folder = tmp_path_factory.mktemp("published") / "ferry"
    built_by_mkdocs("ferry", folder, ADDRESS, nav_of("ferry"))
    made = Planted(folder)
    with pytest.MonkeyPatch.context() as patch:  # what is not changed is read once
        read = lru_cache(256)(runs_of)
        patch.setattr(Audit, "runs", lambda self, name, text: read(text))
        patch.setattr(runs, "in_a_row", lru_cache(None)(runs.in_a_row))
        patch.setattr(rules, "staged_page", lru_cache(None)(rules.staged_page))
        drawn, known = Drawn(made.site), Interface(made.site, *made.rest[::3], Drawn(made.site))
        patch.setattr(rules, "Drawn", lambda site: drawn if site is made.site else Drawn(site))
        patch.setattr(
            rules,
            "Interface",
            lambda site, *rest: fresh(known) if site is made.site else Interface(site, *rest),
        )
        assert published(made.site, *made.rest) == []
        yield made


def put(what: str, before: str) -> Callable[[str], str]:
    """Puts some HTML before the first of a text."""
    return lambda text: text.replace(before, what + before, 1)


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def within(words: str) -> Callable[[str], str]:
    """Puts words into the first paragraph of the home page that is an editor's."""
    return swap("asks for now.", f"asks for now. {words}")


HOME, QUOTES, RECORD = "index.html", "quotes/index.html", "record/index.html"
FIRST = "<p>A bridge is what Clara Okonjo asks for now."
CARD = '<p class="byline">'

# What is planted, and words of what is said of it.
FAULTS: dict[str, tuple[str, Callable[[str], str], str]] = {
    # words on a page
    "a sentence in a paragraph": (HOME, within("Okonjo resigned."), "not in the built page"),
    "a paragraph": (HOME, put(f"<p>{FORGED}</p>", FIRST), "no paragraph of this page"),
    "a paragraph without a name": (HOME, put("<p>War is over.</p>", FIRST), "no paragraph"),
    "a paragraph is gone": (HOME, swap("Another meeting was expected.", ""), "not in the built"),
    "a word is gone": (HOME, swap("would probably stay", "would stay"), "not in the built page"),
    "a citation is gone": (
        HOME,
        lambda text: re.sub(r'<sup id="fnref:term-ferry">.*?</sup>', "", text, count=1),
        "not in the built page",
    ),
    "a citation of another": (
        HOME,
        swap("#fn:term-ferry", "#fn:open-in-storms"),
        "not in the built",
    ),
    "words in a citation": (HOME, swap(">1</a></sup>", ">1 million</a></sup>"), "not in the built"),
    "a heading": (HOME, put("<h2>Okonjo gives up</h2>", FIRST), "no paragraph of this page"),
    "a heading changed": (HOME, swap(">What is a ferry?<", ">What is a lie?<"), "not in the built"),
    "a quotation in a block quotation": (
        HOME,
        put("<blockquote><p>I will surrender</p></blockquote>", FIRST),
        "I will surrender",
    ),
    "in details": (
        HOME,
        put(f"<details><summary>More</summary>{FORGED}</details>", FIRST),
        "no par",
    ),
    "in a hidden element": (HOME, put(f"<p hidden>{FORGED}</p>", FIRST), "no paragraph"),
    "in an element for the ear": (
        HOME,
        put(f'<span class="vh">{FORGED}</span>', "<p>A "),
        "surrender",
    ),
    "in a noscript": (HOME, put(f"<noscript>{FORGED}</noscript>", FIRST), "surrender"),
    "in a drawing": (HOME, put(f"<svg><text>{FORGED}</text></svg>", FIRST), "surrender"),
    "in a table": (HOME, put(f"<table><tr><td>{FORGED}</td></tr></table>", FIRST), "no paragraph"),
    "beside the page's text": (HOME, put(f"<p>{FORGED}</p>", "</article>"), "no paragraph"),
    # quotations
    "other words quoted": (HOME, swap("“is a bridge”", "“is a ferry”"), "is a ferry"),
    "words of another record": (HOME, swap("“is a bridge”", "“takes no time”"), "takes no time"),
    "a quotation in straight marks": (HOME, within('It is "over".'), 'quotation marks: "over"'),
    "a quotation in guillemets": (HOME, within("It is «over»."), 'quotation marks: "over"'),
    "a quotation in corner marks": (HOME, within("It is 「over」."), 'quotation marks: "over"'),
    "a quotation over elements": (
        HOME,
        within("<b>“I will</b> <i>surrender”</i>"),
        "I will surrender",
    ),
    "a quotation in q": (HOME, within("<q>I will surrender</q>"), "I will surrender"),
    "a quotation in entities": (HOME, within("&ldquo;I will surrender&rdquo;"), "I will surrender"),
    # numbers, and characters
    "a number": (HOME, within("It costs 9 million."), 'the number "9 million"'),
    "a number word": (HOME, within("It costs ninety million."), "ninety million"),
    "a number with soft hyphens": (
        HOME,
        within("Ni&shy;nety mil&shy;lion were killed."),
        'number "Ninety million"',
    ),
    "a number with variation selectors": (HOME, within("Nine\ufe00ty were killed."), "Ninety"),
    "a number in full-width letters": (HOME, within("ｎｉｎｅｔｙ were killed."), "ninety"),
    "a number in full-width digits": (HOME, within("９０ were killed."), 'number "90"'),
    "a number in circled digits": (HOME, within("⑨⓪ were killed."), 'number "90"'),
    "a number with a ligature": (HOME, within("ﬁfty were killed."), 'number "fifty"'),
    "a number in mathematical letters": (HOME, within("𝗇𝗂𝗇𝖾𝗍𝗒 were killed."), "ninety"),
    "a number in Roman figures": (HOME, within("MMXXV were killed."), "not in the built page"),
    "a number in CJK": (HOME, within("九百万 were killed."), "not in the built page"),
    "a number in parts": (HOME, within("9<wbr>0 were killed."), 'number "90"'),
    "a number before an item": (
        HOME,
        put("<ol start=99><li>dead</li></ol>", FIRST),
        "no paragraph",
    ),
    # what is heard, and what programs read
    "an alternative text": (HOME, put(f'<img src="x.png" alt="{FORGED}">', FIRST), "no paragraph"),
    "a title": (
        HOME,
        swap("<p>A bridge", f'<p title="{FORGED}">A bridge'),
        "not in the built page",
    ),
    "a name for the ear": (
        HOME,
        swap('aria-label="Header"', f'aria-label="{FORGED}"'),
        "surrender",
    ),
    "a description for the ear": (
        HOME,
        swap("<p>A ", '<p aria-description="It is over">A '),
        "is over",
    ),
    "a placeholder": (QUOTES, swap('placeholder="Search"', f'placeholder="{FORGED}"'), "surrender"),
    "a value": (HOME, swap('name="q"', f'name="q" value="{FORGED}"'), "surrender"),
    "an abbreviation": (HOME, put(f'<table><tr><th abbr="{FORGED}">x', FIRST), "surrender"),
    "the page's title": (HOME, swap("<title>", f"<title>{FORGED} – "), "surrender"),
    "the description": (HOME, swap('content="What one', 'content="Over. One'), "Over. One"),
    "a meta element": (HOME, put('<meta name="author" content="Clara Lie">', "<link"), "Clara Lie"),
    "linked data": (HOME, swap('"headline":"', '"headline":"It is over. '), "no paragraph"),
    "more linked data": (
        HOME,
        put('<script type="application/ld+json">{"name":"Over"}</script>', "</head>"),
        "Over",
    ),
    "words for the clipboard": (
        HOME,
        swap('cite-text">', f'cite-text">{FORGED} '),
        "as it was staged",
    ),
    # around the page
    "the header": (HOME, put(f"<p>{FORGED}</p>", "</header>"), "no paragraph"),
    "the footer": (HOME, put("<p>Made with something.</p>", "</footer>"), "Made with something"),
    "the menu": (HOME, swap(">People</a>", ">Okonjo gave up</a>"), "Okonjo gave up"),
    "the next page": (HOME, swap('__direction">', '__direction">She lied '), "She lied"),
    "the heading of the notes": (
        HOME,
        swap("Where each statement", "Where no statement"),
        "Where no",
    ),
    "the page not found": ("404.html", put(f"<p>{FORGED}</p>", "</article>"), "no paragraph"),
    # blocks of facts and notes
    "words in a card": (QUOTES, swap("<p>“We’re still", "<p>“We’re not"), "as it was staged"),
    "a quotation in a card": (QUOTES, put("<p>“I will surrender”</p>", CARD), "I will surrender"),
    "a number in a card": (QUOTES, put("<p>9 million</p>", CARD), 'the number "9 million"'),
    "another speaker": (QUOTES, swap(">Clara Okonjo<", ">Tomas Lindqvist<"), "as it was staged"),
    "the ledger": (RECORD, swap(" words</span>", " words, a lie</span>"), "as it was staged"),
    "a block of facts more": (HOME, put('<div class="block"><p>Over.</p></div>', FIRST), "block"),
    "a block of facts is gone": (HOME, swap('<div class="block cite"', "<div"), "block"),
    "a note": (HOME, swap(">Our definition", ">Their definition"), "note of term-ferry"),
    "the name of a citation": (HOME, swap("Source 2: Our", "Source 2: Their"), "Source 2: Their"),
    "a citation of another number": (HOME, swap("Source 2:", "Source 9:"), 'number "9"'),
    "a note's marks": (
        HOME,
        swap("<q>Transport Minister", "Transport Minister"),
        "note of okonjo-changed-course",
    ),
    "a number in a note": (HOME, swap("the same water.", "9 million waters."), "9 million"),
    "a note is gone": (
        HOME,
        swap('<li id="fn:term-ferry">', "<li>"),
        "note of term-ferry is missing",
    ),
    "the way back": (HOME, swap("Jump back to footnote", "Okonjo gave up"), "Okonjo gave up"),
    # files
    "a page that nothing links": (
        "more/index.html",
        lambda _: "<p>Over.</p>",
        "no page of content/",
    ),
    "a page of the address htm": ("more.htm", lambda _: "<p>Over.</p>", "no page of content/"),
    "Markdown": ("more.md", lambda _: "Over.", "no page of content/"),
    "a text": ("more.txt", lambda _: FORGED, "the build wrote no such file"),
    "a table of facts": (
        "data/quotes.csv",
        swap("a long way off", "a short way off"),
        "or another",
    ),
    "a cell": ("data/claims.csv", lambda text: text + FORGED, "or another"),
    "the feed": ("data/feed.xml", put(f"<entry>{FORGED}</entry>", "</feed>"), "or another"),
    "the index of the search": ("data/search.json", swap('"t":"', f'"t":"{FORGED} '), "or another"),
    "the facts": ("data/facts.json", swap("asks for a bridge since", "hates since"), "or another"),
    "a quotation in the facts": (
        "data/facts.json",
        swap("She asked for", "“I give up”"),
        'quotation marks: "I give up"',
    ),
    "a number in the facts": (
        "data/facts.json",
        swap("She asked for", "9 million for"),
        'the number "9 million"',
    ),
    "facts that are no JSON": ("data/facts.json", lambda text: text[:-3], "cannot be read"),
    "the bibliography": ("data/sources.bib", lambda text: text + FORGED, "or another"),
    "the map of the site": ("sitemap.xml", put("<url>It is over</url>", "</urlset>"), "or another"),
    "a style sheet": ("assets/site.css", lambda t: t + 'p::after{content:"over"}', "or another"),
    "a script": ("assets/site.js", lambda t: t + "// Clara Okonjo lied", "Clara Okonjo is named"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_planted_is_seen(planted: Planted, name: str) -> None:
    file, change, expected = FAULTS[name]
    said = planted(file, change)
    assert any(line.startswith((file, '"')) for line in said), said
    assert expected in "\n".join(said)


def test_copied_words_are_seen(planted: Planted) -> None:
    """Seven in a row are none; in quotation marks they are a quotation."""
    copied_out = "for years she had asked for a larger"
    for words, seen in (
        (copied_out, True),
        (copied_out.upper().replace(" ", "&#160;"), True),
        (copied_out.removesuffix(" larger"), False),
        (f"“{copied_out}”", False),
    ):
        said = "\n".join(planted(HOME, within(words)))
        assert ("without quotation marks" in said) is seen, said


def test_much_outside_evidence_is_seen(planted: Planted) -> None:
    """The words that this site shows, as if no record had them: too many, and the longest named."""
    site = Site(planted.site.topic)
    site.covered = {name: Cover([]) for name in site.topic.sources}
    said = "\n".join(published(site, *planted.rest))
    assert re.search(r"\d\d% of the own prose of the source \"ferry\" is published outside", said)
    (longest,) = re.findall("the longest are “([^”]*)”", said)
    ferry = site.topic.sources["ferry"]
    called = ferry.record.model_copy(update={"title": longest})
    again = replace(ferry, record=ferry.record.model_copy(update={"title": "again"}))
    for other in ({"ferry": replace(ferry, record=called)}, {"ferry": ferry, "again": again}):
        known = Site(replace(site.topic, sources=other))
        known.covered = {"ferry": Cover([]), "again": planted.site.covered["ferry"]}
        assert longest not in "\n".join(published(known, *planted.rest))


@pytest.mark.parametrize(
    "cells", ["The island is known for its sheep", "The island is,known for its sheep"]
)
def test_words_of_two_cells_are_none_in_a_row(
    planted: Planted, cells: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.rules.published.CHANCE", -1)  # what is there is always named
    said = "\n".join(planted("data/claims.csv", lambda text: f"{text}{cells}\n"))
    assert "the longest are “" in said
    assert ("“The island is known for its sheep”" in said) is ("," not in cells)


def test_a_new_site_passes_with_the_picture_of_the_guide_and_what_a_page_counts(
    tmp_path: Path,
) -> None:
    new(tmp_path / "site")
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (shown,) = re.findall(r"(?m)^ +(!\[.*\[\^)the-reference\]$", guide)
    fact = next(iter(load(tmp_path / "site")[0].of_kind("claims"))).id
    pictures = tmp_path / "site" / "content" / "images"
    pictures.mkdir()
    Image.new("RGB", (60, 30)).save(pictures / "map.png")
    with (pictures.parent / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n## A picture\n\n{shown.replace('two ', '')}{fact}]\n")
        page.write("\nSeven questions are answered here.\n\nThree things:\n\n")
        page.write("".join(f"- {word}[^{fact}]\n" for word in ("Here", "There", "Elsewhere")))
        page.write("\n## Did it rise to 412 centimetres?\n\nIt did, the water authority stated.")
        page.write("[^flood-mark]\n\n| The words “a warning” | Whose |\n| --- | --- |\n")
        page.write("| It spoke of one | the water authority’s[^a-warning] |\n")
    replaced(tmp_path / "site/seeds/settings.yml", "cite_every_paragraph:\n  - index.md\n", "")
    done = build(tmp_path / "site", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_the_real_site_passes_soon(tmp_path: Path) -> None:
    """It takes half a second beside what a build reads; and all of a source in a table is seen."""
    root = tmp_path / "site"
    copied(SITES[REAL], root)
    shutil.copytree(SITES[REAL] / "overrides", root / "overrides", dirs_exist_ok=True)
    shutil.copyfile(SITES[REAL] / "mkdocs.yml", root / "mkdocs.yml")
    (root / "build" / "docs").mkdir(parents=True)
    done = build(root, SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    read = Site(load(root)[0])
    assert read.shares and all(parts.paragraphs is not None for parts in read.outlines.values())
    rest = root / "site", root / "build" / "docs", look(root, root / "site")
    settings = read_mkdocs_yml(root)[0]._replace(site_url=ADDRESS)
    began = time.process_time()
    said = published(read, settings, *rest)
    assert said == []
    assert time.process_time() - began < 1.5  # three times what it takes

    for source in read.topic.sources.values():
        data = root / "site" / "data" / "corrections.csv"
        data.write_text(data.read_text("utf-8") + source.passages.text.upper(), "utf-8")
    leaked = "\n".join(published(read, settings, *rest))
    assert "that no record has" in leaked
    assert all(
        f'prose of the source "{name}" is published' in leaked for name in read.topic.sources
    )


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("door") / "ferry"
    new(folder)
    for part in ("content", "seeds"):
        shutil.rmtree(folder / part)
    copied(FIXED["ferry"], folder)
    config = folder / "mkdocs.yml"
    text = re.sub(r"(?ms)^nav:.*", f"nav:\n{nav_of('ferry')}", config.read_text("utf-8"))
    text = text.replace("name: material", "name: material\n  custom_dir: overrides")
    config.write_text(text, "utf-8")
    shutil.copytree(OWN, folder / "overrides")
    return folder


NOTE = "An example. Replace its source, facts and pages with your own."
DOORS = {
    "the name quotes": ("mkdocs.yml", "How high did the river rise?", "“I will surrender”"),
    "the name counts": ("mkdocs.yml", "How high did the river rise?", "9 million dead"),
    "the note names somebody": ("mkdocs.yml", NOTE, "Okonjo will surrender."),
    "the note lets somebody speak": ("mkdocs.yml", NOTE, '"Harbour Radio: it is over"'),
    "a title in the menu": ("mkdocs.yml", "  - people.md", "  - Okonjo lied: people.md"),
    "a link at the foot": ("mkdocs.yml", "All records as data", "“I give up”"),
    "the copyright": ("mkdocs.yml", "plugins:", "copyright: Clara Okonjo gave up\nplugins:"),
    "no footnotes": ("mkdocs.yml", "  - footnotes:\n      USE_DEFINITION_ORDER: true\n", ""),
}


# Templates are told of in the built pages, each in its own words, so that one build does for all
# but the one of which much is told.
NOTES_OUT = "a template that takes notes out"
TEMPLATES = {
    "a template's expression": (
        ("overrides/partials/copyright.html", "</nav>", '{{ "Okonjo: I will surrender" }}</nav>'),
        'index.html: "Okonjo : I will surrender" names Okonjo',
    ),
    "a template's words": (
        ("overrides/partials/copyright.html", "</nav>", "<p>Okonjo: I give up</p></nav>"),
        'index.html: "Okonjo : I give up" names Okonjo',
    ),
    "a template that counts": (
        ("overrides/partials/nav.html", "</nav>", "9 million dead</nav>"),
        'index.html: no record cited here has the number "9 million": 9 million dead',
    ),
    NOTES_OUT: (
        (
            "overrides/main.html",
            "{%- block scripts %}",
            "{%- block content %}{{ page.content | replace('Clara', 'Tomas') }}{% endblock %}"
            "{%- block scripts %}",
        ),
        "index.html: the note of okonjo-changed-course is not as it was staged",
    ),
    "a template of the page not found": (
        ("overrides/404.html", "<ul>", "“I will surrender”<ul>"),
        '404.html: "“ I will surrender ”" can cite nothing',
    ),
    "a style sheet": (
        (
            "overrides/assets/styles/1-page.css",
            "body",
            '.x::after{content:"Clara Okonjo: yes"}body',
        ),
        "assets/site.css: Clara Okonjo is named",
    ),
}


def built_with(folder: Path, *changes: tuple[str, str, str]) -> Done:
    """The build of a site in some files of which some words are others."""
    before = {folder / file: (folder / file).read_bytes() for file, *_ in changes}
    try:
        for file, old, added in changes:
            text = (folder / file).read_text("utf-8")
            assert old in text
            (folder / file).write_text(text.replace(old, added), "utf-8")
        return build(folder, SITE_URL=ADDRESS)
    finally:
        for path, content in before.items():
            path.write_bytes(content)


@pytest.mark.slow
@pytest.mark.parametrize("names", [[NOTES_OUT], [name for name in TEMPLATES if name != NOTES_OUT]])
def test_templates_are_held(ferry: Path, names: list[str]) -> None:
    done = built_with(ferry, *(TEMPLATES[name][0] for name in names))
    assert done.returncode, "it was built"
    assert "may not be published" in done.stderr and "Traceback" not in done.stderr
    said = re.sub(r"(?m)^([\w.-]+):\d+: ", r"\1: ", done.stderr)
    assert [name for name in names if f"\n{TEMPLATES[name][1]}" not in said] == [], said
    assert not (ferry / "site").exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", DOORS)
def test_settings_are_held(ferry: Path, name: str) -> None:
    done = built_with(ferry, DOORS[name])
    assert done.returncode, "it was built"
    said = done.stderr + done.stdout
    # What is wrong in the settings themselves is told before anything is built.
    assert "may not be published" in said or f"{DOORS[name][0]}:" in said, said
    assert "Traceback" not in done.stderr
    assert not (ferry / "site").exists()


EXAMPLE = """\
It begins with `<div class=block>` and `&lt;`, *so* to __speak__ & so on.[^term-ferry]

| It | has |
|----|-----|
| a *table* | of `cells` |

- a list
- and its end

~~~
<div class=block> and &amp;
~~~

"""
HONEST = {
    "a notice of rights": (
        "mkdocs.yml",
        "plugins:",
        "copyright: © Example, all rights reserved\nplugins:",
    ),
    "the title of a page in the settings": (
        "mkdocs.yml",
        "How high did the river rise?",
        "Is it a ferry or a bridge now?",
    ),
    "a name in the menu": ("mkdocs.yml", "  - people.md", "  - Clara Okonjo: people.md"),
    "a date that a source has": ("mkdocs.yml", NOTE, "As of 17 May 2020. Not the Island Post."),
    "markup as an example": (
        "content/index.md",
        "## What is a ferry?",
        EXAMPLE + "## What is a ferry?",
    ),
    "words of a template": ("overrides/partials/copyright.html", "Report a problem", "Say so"),
}


@pytest.mark.slow
def test_honest_settings_pass(ferry: Path) -> None:
    """All in one build; where it is refused, each is built alone, to say which."""
    done = built_with(ferry, *HONEST.values())
    if done.returncode:
        alone = {name: built_with(ferry, change) for name, change in HONEST.items()}
        refused = {name: done.stderr for name, done in alone.items() if done.returncode}
        pytest.fail(f"{[*refused] or 'all together'}: {refused or done.stderr}")
    shutil.rmtree(ferry / "site")


def test_what_only_a_built_page_shows_is_told_once_where_it_is_written() -> None:
    site = Site(load(SITES["ferry"])[0])
    parts = site.outlines["index.md"]
    heading = next(p for p in parts.paragraphs if p.level == 2)
    text = (SITES["ferry"] / "content/index.md").read_text("utf-8").split("\n")
    empty: tuple[str, ...] = ()
    rest = empty, empty, empty, empty, empty
    card = *rest[:2], ("open-in-storms",), *rest[3:]
    runs = [Run("a", heading.text, *rest, 3), Run("h2", heading.text, *rest, 7)]
    runs.append(Run("p", "Others", *card, 9))
    what = f'no record cited here has the number "three": {heading.text}'
    faults = [fault(site, "index.html", line, what, parts, runs) for line in (3, 7, 9, 11)]
    assert faults[1] == f"index.html:7: {what}"
    problems, others = told([*faults, "the pages have too many words"])
    assert others == [faults[3], "the pages have too many words"]
    assert [(p.path, p.line) for p in problems] == [
        ("content/index.md", text.index(f"## {heading.text}") + 1),
        at(site, "open-in-storms"),
    ]
    assert problems[0].message == what and "or say it without the number" in problems[0].help


def test_shown() -> None:
    """Words as readers see them."""
    for text, expected in (
        ("Ni\xadnety", "Ninety"),
        ("ni\ufe0fne\u180bty", "ninety"),
        ("９０ ﬁfty ⑨⓪", "90 fifty 90"),
        ("a\u2800b\u3164", "a b"),
        ("a\u200b\u2060b\U000e0041", "ab"),
        (" a \n\u2003 b ", "a b"),
        ("a plain text", "a plain text"),
    ):
        assert shown(text) == expected


def test_what_is_held_of_a_field_is_held_where_it_is_shown_behind_another():
    """Search shows an office before what describes somebody: mayor. She came on 19 August 2025."""
    site = whole("ferry")
    held = Held(site)
    some = [
        (own.records[0], own.text, held.without(own.records[0], own.text, own.text))
        for own in own_words(site)
        if own.path.startswith("seeds/facts/") and own.records and held_here(site, own)
    ]
    some = [(about, text, left) for about, text, left in some if left != text]
    assert some
    for about, text, left in some:
        assert held.without(about, f"Mayor. {text}", text) == left
