"""The rules on what pages must cite."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.folding import fold
from ..text.html import Paragraph
from ..text.mentions import Names
from ..text.voices import Sentence, unmarked
from ..topic.agents import Agent, Person
from ..topic.apparatus import Reference
from ..topic.evidence import selectors
from ..topic.problems import Problem
from ..topic.site import Site
from .belonging import is_person
from .cited import Cited, says_something, sentences_cited
from .common import WORDS, excerpt, names_of
from .fitting import to_cite
from .leading import lead_of, only_leads
from .not_from import named_in, of_a_work
from .own_words import own_words, written_language
from .people import offices_of, says_of
from .registry import rule
from .voices import agents_names, themselves

_ABOUT = re.compile(r"(?:What|How|Was|Wie|Ce que|Comment)\b")  # What X said
_CITATION = re.compile(r"\[\^[^\[\]\s]*\]|\[[^\[\]]*\]\(fact:[^()\s]*\)")
_IS = re.compile(r"(?:The |Der |Die |Das |Le |La )?(?P<who>.+?) (?:is|ist|est) (?P<what>.+)")
_LITTLE = frozenset("a an the of in at for s der die das des den le la les du de d l".split())
_PRONOUN = re.compile(r"(He|She)\s[a-z]")
_VERB = re.compile(r"\s(?!(?:of|in|at|on|and|or|for|to|from|by|with|who|whom|as)\b)[a-z]")

_OF_BARE = (
    "a person, an organisation, a term, a conflict or a reference only says who or what it is; cite"
    " a claim, a quotation, an event … as well: [^id]"
)
_OF_WORK = (
    'what a reference says itself begins with "Not from the article", or says whose work it is, and'
    " names only whom its title, publisher, confirms: and quotes: name"
)


@rule(whole=False)
def every_page_cites(site: Site) -> Iterator[Problem]:
    """Every page with words of the editors' own cites a fact, unless the settings say why it need
    not (uncited_pages); readers are told the reason."""
    free, where = site.topic.settings.uncited_pages, site.topic.settings_where
    for path, parts in site.outlines.items():
        words = [p for p in parts.paragraphs if not p.level and p.text]
        if words and path not in free and not any(_is_fact(site, c) for c in parts.cited()):
            yield Problem(
                parts.page.file,
                parts.line(words[0]),
                "this page cites no fact",
                "cite what it rests on: [^id]; or say in seeds/settings.yml under uncited_pages why"
                " it need not",
                "",
                words[0].text[:100],
            )
    for path in free:
        line = where.line("uncited_pages", path)
        if path not in site.outlines:
            message, help = f"there is no page content/{path}", "remove it from uncited_pages"
            yield Problem(where.path, line, message, help)
        elif site.outlines[path].cited():
            message = f"content/{path} cites and needs no reason not to"
            yield Problem(where.path, line, message, "remove it from uncited_pages")


@rule(whole=False)
def named_and_cited(site: Site) -> Iterator[Problem]:
    """A paragraph that names a person or an organisation of the records, or speaks of a person by
    an office or, behind one who is named, a pronoun, cites a fact: a person, a term, a conflict or
    a record elsewhere alone carries no statement, but a sentence may say that somebody is what
    their record calls them (name, office, organisation); words that lead to a list or a table, and
    its head, rest on what each of its items or rows cites; and what rests on a record elsewhere
    that names all of them, and says so or begins with "Not from …", needs no more. So does each
    sentence, and each heading that asks nothing, in which somebody named says something, and each
    heading and sentence that says something of a person, an organisation or a state; the next
    sentence may cite it."""
    names, own, offices = agents_names(site), themselves(site), offices_of(site)

    def carries(one: Paragraph) -> bool:
        return any(_is_fact(site, c) for c in one.cites)

    for parts in site.outlines.values():
        heading = ""
        before = about = bool(parts.page.meta.person)  # whether a person is named right before
        for i, paragraph in enumerate(parts.paragraphs):
            led = only_leads(parts.paragraphs, i, carries) and not any(
                says_of(site, cell, names, written_language(site), anybody=True)
                for cell in (paragraph.text.split(" | ") if paragraph.tag in ("tr", "dt") else ())
            )
            heading = paragraph.text if paragraph.level else heading
            over = heading, paragraph.over, lead_of(parts.paragraphs, i)
            works = of_a_work(site, paragraph, over)
            found = None if led else _uncited(site, paragraph, names, own, offices, works)
            said = _PRONOUN.match(paragraph.text) if before and not found and not works else None
            if said and not any(_is_fact(site, c) for c in paragraph.cites):
                found = (
                    f'this says something of "{said[1]}" and cites no fact',
                    paragraph.text,
                    (0, 0),
                )
            named = Sentence(fold(paragraph.text), names, written_language(site)).mentions
            before = about or any(is_person(site, m.whose) for m in named)
            if found:
                message, words, place = found
                help = "cite the fact that it rests on right behind it: [^id]"
                help = to_cite(site, help, words)
                if bare := next((c for c in paragraph.cites if not _is_fact(site, c)), ""):
                    message += f': "{bare}" carries no statement'
                    help = to_cite(site, _OF_BARE, words)
                    if isinstance(site.topic.records.get(bare), Reference):
                        help = f"{_OF_WORK}; else {help}"
                line = parts.line(paragraph)
                at = line - parts.page.first_line
                if any("](fact:" in one for one in parts.lines[at : at + 1]):
                    help += "; a link, [words](fact:id), only leads to a fact and cites none"
                help += "; or say it without the name" if message.startswith("this names") else ""
                yield Problem(parts.page.file, line, message, help, "", excerpt(words, *place, 100))


@rule(whole=False)
def cited_on_pages(site: Site) -> Iterator[Problem]:
    """Citations and links to facts are read in the text of pages alone; in a record's own words, in
    settings and in a page's title readers would see the marks."""
    for own in own_words(site):
        if match := None if own.shown else _CITATION.search(own.text):
            yield own.problem(
                "citations work in the text of pages; here readers would see this as it is",
                "remove it; what a record says rests on its own evidence and references",
                match.group(),
            )


def _uncited(
    site: Site,
    paragraph: Paragraph,
    names: Names,
    own: frozenset[str],
    offices: re.Pattern[str],
    works: list[Reference],
) -> tuple[str, str, tuple[int, int]] | None:
    """What of a paragraph should cite a fact and does not, its words and where in them it is; not
    what rests on ``works`` elsewhere, as readers are told, which name whoever it names."""
    language, text = written_language(site), fold(paragraph.text)
    whole = Sentence(text, names, language)
    named = [m.whose for m in whole.mentions if m.whose not in own]
    cites = any(_is_fact(site, c) for c in paragraph.cites)
    if works and not cites:
        named = [who for who in named if not named_in(site, who, works)]
        cites = not named
    someone = [*named, *(match.group().strip() for match in offices.finditer(text))]
    said = [*sentences_cited(site, paragraph.shown)] if named else []
    says_who = bool(said) and all(_says_who(site, part) for part in said)
    if someone and not paragraph.heads and not cites and not says_who:
        at = next((m.start for m in whole.mentions if m.whose == someone[0]), 0)
        end = at + len(someone[0])
        return f'this names "{someone[0]}" and cites no fact', paragraph.text, (at, end)
    if paragraph.heads and not cites and not text.endswith("?"):
        found = () if _ABOUT.match(text) else offices.finditer(text)  # What the mayor said
        office = next((m for m in found if _VERB.match(text, m.end())), None)
        said_of = says_of(site, text, names, language, anybody=True)
        if who := "" if said_of in own else said_of or (office and office.group()):
            return (
                f'this heading says something of "{who}" and cites no fact',
                paragraph.text,
                (0, 0),
            )
    tells = named and not (paragraph.heads and _ABOUT.match(text))
    for part, behind in zip(said, [*said[1:], None], strict=True) if tells else ():
        sentence = Sentence(fold(part.marked), names, language)
        sayers = [m.whose for m in sentence.sayers() if m.whose not in own]
        asks = part.text.endswith("?")
        cites = any(_is_fact(site, c) for c in part.cites) or _says_who(site, part)
        cites |= any(work.id in part.cites for work in works) and all(
            named_in(site, m.whose, works) for m in sentence.mentions
        )
        if sayers and not asks and not cites:
            message = f'"{sayers[0]}" says something in this sentence, which cites no fact'
            return message, unmarked(sentence.text), (0, 0)
        cites |= bool(behind and any(_is_fact(site, c) for c in behind.cites))
        of = (
            ""
            if asks or cites or paragraph.heads
            else says_of(site, part.text, names, language, True)
        )
        if of and of not in own:
            return f'this sentence says something of "{of}" and cites no fact', part.text, (0, 0)
    return None


def _says_who(site: Site, part: Cited) -> bool:
    """Whether a sentence only says that somebody is what their record, cited there, calls them."""
    if not (match := _IS.fullmatch(fold(part.text).rstrip(" ."))):
        return False
    who, what = match["who"], {*WORDS.findall(match["what"].lower())} - _LITTLE
    for record in map(site.topic.records.get, part.cites):
        if isinstance(record, Agent) and not record.draft and who in names_of(record):
            of = record.affiliation if isinstance(record, Person) else getattr(record, "parent", "")
            known = [*names_of(record), fold(getattr(record, "job_title", None) or "")]
            if isinstance(belongs := site.topic.records.get(of or ""), Agent):
                known += names_of(belongs)
            if what and what <= {*WORDS.findall(" ".join(known).lower())}:
                return True
    return False


def _is_fact(site: Site, name: str) -> bool:
    """Whether a record carries a statement of a source. One that there is not, or only as a draft,
    is a fault of its own."""
    record = site.topic.records.get(name)
    if record is None or record.draft:
        return True
    return says_something(site, name) and (any(selectors(record)) or name in site.unsure)
