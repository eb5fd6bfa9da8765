"""The page that a reviewer reads: the summary of a pull request, in GitHub's Markdown.

Every changed word is there beside the words of the source that it rests on, nothing is cut inside a
change, and what no machine can tell is named. GitHub takes up to 1 MiB; what is more is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..rules.left_out import menu_line, unreached
from ..rules.of_one import said_of_one
from ..rules.own_beyond import beyond
from ..rules.translated import likely_wrong
from ..rules.undated import undated
from ..rules.worked_out import undated_words
from ..site.catalog import Deployment
from ..text.folding import fold
from ..topic.apparatus import Correction, Reference
from ..topic.fieldtypes import WORDING
from ..topic.mkdocs_yml import NAME
from ..topic.model import Comparison, Figure, Quote
from ..topic.problems import Problem
from ..topic.record import Record
from ..topic.roles import KEY, SOURCE_ID, having, specs
from ..topic.site import Site
from .across import across, called_across
from .diff import Change, Difference
from .diff_words import counted, counts
from .left_aside import newly_aside, newly_recorded, says_all, says_the_rest
from .linked import alike, cited_by
from .markdown import Links, fenced, marked_words, safe, short, within
from .new_sentences import new_answers, new_fronts, new_sentences, read_anew
from .new_source import first_drafts
from .shares import shares
from .shown_clauses import clauses
from .shown_too import shown_too
from .spelling import to_spell
from .statements import Statement, differences, firsts, of_record, of_set_aside, texts_of
from .to_fix import problem_lines, to_fix
from .unsaid import under_another, ungiven_days, unsaid

_SEAL = "sha256"
_LOOK = "**Look:**"  # before what only a person can tell


def review(difference: Difference, problems: Sequence[Problem], deployment: Deployment) -> str:
    """The summary of a change. ``problems`` are those of the site as it is now."""
    return _Review(difference, deployment).page(problems)


class _Review:
    def __init__(self, difference: Difference, deployment: Deployment):
        self.all, self.links = difference, Links(deployment)
        self.first: list[str] = []  # what to look at before: titles, with words that nothing has
        self.looked_at: list[str] = []  # the titles of what a person has to look at
        self.across: list[str] = []  # what is said in another language than its clause, beside it
        self.drafted: list[str] = []  # the new sources of which there are drafts to paste
        self.read_too: list[str] = []  # of what else is said anew, beside its clause or nothing

    def page(self, problems: Sequence[Problem]) -> str:
        own = [*self.records(), *self.pages(), *self.texts(), *self.rest()]
        head = [
            "## What this change does to the site\n",
            f"Compared with {safe(short(self.all.base))}: {safe(counts(self.all))}\n",
            *self.where_drafts_are(),
            *to_fix(problems, self.links),
            *self.owed(),
            *self.unread(),
            *shares(self.all),
            *to_spell(self.all.before.site, self.all.after.site, self.links),
            *self.look(),
        ]
        return "\n".join(within([*head, *own]))

    def where_drafts_are(self) -> Iterator[str]:
        if self.drafted:
            yield f"Drafts to paste for {safe(', '.join(self.drafted))}, with all that goes with"
            yield "them, are below under “Texts of sources”: click on “Draft records” there.\n"

    # --- what is to be done -----------------------------------------------------------------------

    def owed(self) -> Iterator[str]:
        if self.all.owed:
            yield "### Owed before this is merged\n"
        for problem in self.all.owed:
            yield "\n".join(problem_lines(problem, self.links))

    def unread(self) -> Iterator[str]:
        if self.all.unread:
            files = ", ".join(map(self.links.to, self.all.unread))
            yield f"Below is what can be read; what cannot, in {files}, is left out.\n"

    def of_the_whole(self) -> Iterator[str]:
        """What changes the whole site: its day, and which quotations stand on it."""
        was, now = (catalog.topic.as_of for catalog in (self.all.before, self.all.after))
        if was != now:
            was, now = map(self.all.after.words.date, (was, now))
            yield f"The site’s day changes from {was} to {now}: every citation will say so"
        site, links = self.all.after.site, self.links
        aside = [f"“{w}”" for w in newly_aside(self.all.before.site, site)]
        if aside:
            yield f"newly set aside, so that no page has it: {safe(', '.join(aside))}"
        for path, line, words in says_all(site) if aside else ():
            yield f"is it still so, with that set aside? {links.to(path, line)}: “{safe(words)}”"
        quoted = [f"“{words}”" for words in newly_recorded(self.all.before.site, site)]
        if quoted:
            yield f"no longer set aside, now in a record: {safe(', '.join(quoted))}"
        for path, line, words in says_the_rest(site) if quoted else ():
            yield f"is that still told in our words alone? {links.to(path, line)}: “{safe(words)}”"

        for path, line, block, new in shown_too(self.all.before.site, site):
            yield f"also shown now on {links.to(path, line)} by {safe(block)}: {safe(new)}"

    def look(self) -> Iterator[str]:
        self.first = [*self.of_the_whole(), *self.first]
        if self.first or self.looked_at:
            yield "### What to look at\n"
            yield "".join(f"- {line}\n" for line in dict.fromkeys(self.first))
        if self.across:
            yield "" if self.first or self.looked_at else "### What to look at\n"
            yield "No check compares words across languages: read all of these.\n"
            yield "".join(f"- {line}\n" for line in dict.fromkeys(self.across))
        if self.looked_at:
            yield (
                "No check can tell whether a sentence says what its clause says. Below, each is"
                " beside its clause; these have something that one of the two lacks, or that only"
                " a person can tell:\n"
            )
            yield "".join(f"- {title}\n" for title in dict.fromkeys(self.looked_at))
        if others := [t for t in dict.fromkeys(self.read_too) if t not in self.looked_at]:
            yield "" if self.first or self.looked_at or self.across else "### What to read\n"
            yield "No word of these shows whether they are fair; read each, with its clause:\n"
            yield "".join(f"- {title}\n" for title in others)

    # --- records ----------------------------------------------------------------------------------

    def records(self) -> Iterator[str]:
        records = self.all.after.topic.records | self.all.before.topic.records
        some = [c for c in self.all.changes if c.id in records and c.kind not in _OTHER]
        redirects = [c for c in self.all.changes if c.kind == "redirects"]
        if some or redirects:
            yield "### Records\n"
        for change in some:
            yield "\n".join(self.record(change))
        for change in redirects:
            yield f"- redirect {change.what}: {safe(change.id)} → {self.words(change)}\n"

    def record(self, change: Change) -> Iterator[str]:
        catalog = self.all.before if change.what == "removed" else self.all.after
        site, where = catalog.site, catalog.topic.where[change.id]
        place = self.links.to(where.path, where.line()) if change.what != "removed" else where.path
        yield f"#### {change.what.capitalize()}: {safe(change.title)}\n"
        yield f"{safe(change.kind)}, {safe(change.id)}, {place}\n"
        yield from _table(change._replace(fields=(*self.fields(site, change),)))
        stays, was = change.what != "removed", texts_of(self.all.before.site, change.id)
        for said in of_record(site, change.id):
            yield from self.beside(site, said, change.title, stays, was.get(said.label, ""))
        for line in called_across(site, change.id) if change.what != "removed" else ():
            self.first.append(f"{safe(change.title)}: {safe(line)}")
        if change.what == "removed":
            what = "readers find this no more: is that meant, and does nothing need it?"
            yield from self.only_you(what, f"removed: {change.title}")
        record = site.topic.records[change.id]
        if isinstance(record, Correction) and record.unseen and stays:
            what = "said to be better words alone (kind: wording): does it mean what it did?"
            yield from self.first_of_all(what, record.record)
        yield from self.around(site, change)

    def fields(self, site: Site, change: Change) -> Iterator[tuple[str, str, str]]:
        """The fields of a record that are not said beside it: its id, and where all of it came or
        went, passages that are shown below."""
        known = having(type(site.topic.records[change.id]), KEY, SOURCE_ID)
        for field in change.fields:
            if change.what == "changed" or not (
                field[0] in known
                or site.evidence.of(change.id, field[0])
                or site.evidence.of(change.id, *field[0].split("."))
            ):
                yield field

    def around(self, site: Site, change: Change) -> Iterator[str]:
        """Who cites a record, with what its number cannot be compared any more, and what only a
        person can tell of it."""
        if each := [*cited_by(site, change.id)]:
            yield f"Cited by: {safe(', '.join(each))}\n"
        elif change.what == "added":
            yield "Cited by nothing.\n"
        for sign, some in alike(self.all.before, self.all.after, change.id):
            yield f"{sign}: {safe(some)}\n"
        record = site.topic.records[change.id]
        if isinstance(record, Figure) and change.what != "removed":
            for line in beyond(site, record, [field for field, _, _ in change.fields]):
                yield from self.first_of_all(line, change.title)
        if isinstance(record, Quote) and change.what != "removed" and undated_words(site, record):
            what = f"no word around these gives the day {record.date_said}: a note says how"
            yield from self.only_you(f"{what} it is known, or write not_stated", change.title)
        elif change.what != "removed":
            yield from self.unsaid(site, change)
        if change.what == "changed":
            yield from self.worded(record, change)
        if isinstance(record, Reference) and change.what != "removed":
            yield from self.only_you(
                "does that work say so? The checks open no address", change.title
            )

    def unsaid(self, site: Site, change: Change) -> Iterator[str]:
        """Of what changed, a day that no words give, and a cell that is silent of a position."""
        record = site.topic.records[change.id]
        fields = {field.partition(".")[0] for field, *_ in change.fields}
        for field, value in ungiven_days(site, record):
            if field in fields:
                what = f"no word around these gives {field}: {value} so exactly; is it only the day"
                yield from self.only_you(
                    f"{what} of the site? Then write not_stated, or what the words give",
                    change.title,
                )
        if isinstance(record, Comparison):
            yield from self.of_cells(site, record, change)

    def of_cells(self, site: Site, row: Comparison, change: Change) -> Iterator[str]:
        """Of the cells of a row that changed, what their silence or their place may get wrong."""
        of = {".".join(field.split(".")[:2]) for field, *_ in change.fields}
        changed = [o for o in row.cells if {"question", f"cells.{o}"} & of]
        for option, found in unsaid(site, row):
            if option in changed:
                what = f"nobody, or nothing, of {option}, and these are recorded:"
                yield from self.first_of_all(f"{what} {', '.join(found)}", change.title)
        for option, other, question in under_another(site, row):
            if option in changed:
                what = f"the words under {option} stand under {other} in “{question}”:"
                yield from self.first_of_all(f"{what} of which do they speak?", change.title)

    def first_of_all(self, what: str, title: str) -> Iterator[str]:
        self.first.append(f"{safe(title)}: {safe(what)}")
        yield f"- {_LOOK} {safe(what)}\n"

    def worded(self, record: Record, change: Change) -> Iterator[str]:
        """A description that was published and reads otherwise: what is only worded better owes no
        correction, and no check can tell whether it is."""
        better = {name for name, spec in specs(type(record)).items() if spec.free == WORDING.why}
        for field, before, after in change.fields:
            if field in better and before and after:
                what = f"its {field} was published: is it only worded better? What was wrong needs"
                yield from self.only_you(f"{what} an entry under corrections:", change.title)

    def only_you(self, what: str, title: str) -> Iterator[str]:
        self.looked_at.append(safe(title))
        yield f"- {_LOOK} {safe(what)}\n"

    def beside(
        self, site: Site, said: Statement, title: str, look: bool = True, before: str = ""
    ) -> Iterator[str]:
        """The clauses of a statement, with a sentence around each, and what to look at; what it
        said ``before``, where it was published."""
        if said.label and said.placed:
            yield f"*{safe(said.label)}*\n"
        for clause in clauses(site, said.placed):
            yield f"> {clause}\n"
        if look and (line := across(site, said)):
            self.across.append(safe(line if said.text in title else f"{title}: {line}"))
            likely = (one for one in likely_wrong(site) if fold(one[0]) in fold(said.text))
            self.first += [f"“{safe(text)}”: {safe(why)}" for text, why in likely]
        elif look:
            self.read_too.append(safe(title))
        for line in firsts(site, said, before) if look else ():
            self.first.append(f"{safe(title)}: {safe(line)}")
            yield f"- {_LOOK} {safe(line)}"
        for line in differences(site, said) if look else ():
            if not line.startswith("pronouns in the statement"):
                self.looked_at.append(safe(title))
            yield f"- {_LOOK} {safe(line)}"
        yield ""

    def words(self, change: Change) -> str:
        return "; ".join(marked_words(before, after) for _, before, after in change.fields)

    # --- pages, sources and the rest --------------------------------------------------------------

    def pages(self) -> Iterator[str]:
        some = [change for change in self.all.changes if change.kind == "pages"]
        if some:
            yield "### Pages\n"
        for change in some:
            path = change.id.removeprefix("content/")
            yield f"#### {change.what.capitalize()}: {safe(change.title)}\n"
            yield f"{self.links.to(change.id) if change.what != 'removed' else safe(change.id)}\n"
            for field, before, after in change.fields:
                line = int(field.removeprefix("line "))
                link = self.links.to(change.id, line) if after else safe(f"{change.id}, {field}")
                yield f"- {link}: {_in_lines(before, after)}"
            yield ""
            if change.what == "added" and path in unreached(self.all.after.site):
                what = f"nothing leads to this page; to put it into nav: of {NAME}:"
                yield from self.only_you(what, change.id)
                yield fenced(menu_line(self.all.after.site, path), "  ")
            both = self.all.before, self.all.after
            for line, told in (*new_answers(*both, change.id), *read_anew(*both, path)):
                self.first.append(f"{self.links.to(change.id, line)}: {safe(told)}")
            self.read_too += map(safe, new_fronts(*both, path))
            for before, said in new_sentences(*both, path):
                yield f"{marked_words(before, said.text) if before else safe(said.text)}\n"
                beside = self.beside(self.all.after.site, said, f"“{said.text}”", before=before)
                yield "\n".join(beside)

    def texts(self) -> Iterator[str]:
        if self.all.texts:
            yield "### Texts of sources\n"
        for source, before, after in self.all.texts:
            path = f"seeds/sources/{source}.txt"
            if not before:
                words = counted(len(after.split()), "word")
                yield f"- {self.links.to(path)}: {words} added"
            else:
                yield f"- {self.links.to(path)}: {marked_words(before, after)}"
        for source in dict.fromkeys(name for name, *_ in self.all.texts):
            title = f"the text of {source}"
            yield "\n".join(self.only_you(f"is {source} word for word what was published?", title))
        if new := [source for source, before, _ in self.all.texts if not before]:
            site = self.all.after.site
            for path, line, text in said_of_one(site):
                self.looked_at.append(f"{self.links.to(path, line)}, of one source: {safe(text)}")
            for path, line, said in undated(site):
                if path.removeprefix("seeds/sources/").removesuffix(".yml") in new:
                    self.looked_at.append(f"{self.links.to(path, line)}: {safe(said)}")
            for source in new:
                drafts = [*first_drafts(self.all.before, self.all.after, source)]
                self.drafted += [source] if drafts else []
                yield from drafts

    def rest(self) -> Iterator[str]:
        some = [change for change in self.all.changes if change.kind in ("settings", "files")]
        if some or self.all.files:
            yield "### Settings, sources, pictures and other files\n"
        for change in some:
            yield "\n".join(self.setting(change))
        for what, path in self.all.files:
            yield f"- {what}: {self.links.to(path) if what != 'removed' else safe(path)}"
        if self.all.files:
            yield "\nThe checks of the records do not look at these files: read them as code.\n"

    def setting(self, change: Change) -> Iterator[str]:
        gone = change.what == "removed"
        yield f"#### {change.what.capitalize()}: {safe(change.title)}\n"
        yield f"{safe(change.id) if gone else self.links.to(change.id)}\n"
        yield from _table(change)
        if change.kind == "files" and not gone:
            yield from self.only_you(
                "look at the file: what does it show, and whose is it?", change.id
            )
        site = self.all.after.site
        changed = {field.rpartition(": ")[2] for field, *_ in change.fields}
        source = change.id.removeprefix("seeds/sources/").removesuffix(".yml")
        was = {said.label: said.text for said in of_set_aside(self.all.before.site, source)}
        for said in of_set_aside(site, source):
            if said.label in changed:
                title, before = f"set aside: {said.label}", was.get(said.label, "")
                yield from self.beside(site, said, title, not gone, before)
        if change.id == site.topic.settings_where.path:
            what = "this holds for the whole site: is each of the new bounds and lists meant?"
            yield from self.only_you(what, change.id)
        if _SEAL in changed and not gone:
            what = "the text is sealed: is it word for word what was published?"
            yield from self.only_you(what, f"{change.id}: the seal")
        if change.id == NAME:
            yield from self.only_you("these words and links are on every page", NAME)


def _in_lines(before: str, after: str) -> str:
    """Words that changed, marked; of a block that came or went each line on its own."""
    if before and after:
        return marked_words(before, after)
    pairs = ((line, "") if before else ("", line) for line in (before or after).split("\n"))
    return "<br>".join(marked_words(*pair) for pair in pairs)


_OTHER = ("pages", "settings", "files", "redirects")


def _table(change: Change) -> Iterator[str]:
    if not change.fields:
        return
    changed = change.what == "changed"
    yield "| field | words |\n| --- | --- |"
    for field, before, after in change.fields:
        words = marked_words(before, after) if changed else safe(before or after)
        yield f"| {safe(field)} | {words} |"
    yield ""
