"""What all pages and data share: names, titles, addresses, and what a kind of record is to them.

A catalog, its kinds and a page's views of records need each other, hence one file. The kinds
themselves are in ``kinds``, a class for each."""

from __future__ import annotations

import html
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from types import SimpleNamespace as View
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar
from urllib.parse import quote as percent

from markupsafe import Markup

from ..topic.blocks import Block
from ..topic.evidence import MENTION, Placed
from ..topic.fieldtypes import NOT_STATED
from ..topic.model import KINDS
from ..topic.record import Record
from ..topic.roles import TOPIC, specs
from ..topic.site import Site
from ..topic.words import Words, direction, words_of
from ..topic.yaml import Location
from .labels import markdown_escape, marked, page_url, shorten
from .sentences import Sentences

R = TypeVar("R", bound=Record)
Cut = Callable[[str, int], str]  # a text and the length that it is cut to


class Deployment(NamedTuple):
    """Where the site will live, whose it is, and when it was last changed; every part may be empty.
    It comes from the environment and ``mkdocs.yml`` (see ``build``)."""

    site_url: str = ""
    site_name: str = ""
    repository: str = ""
    branch: str = "main"
    revision: str = "main"
    # what links in blocks are relative to: the page's address, or (Zensical) the page's file
    links: str = "page"
    author: str = ""
    rights: str = ""
    changed: str = ""  # a day, ISO 8601


class Catalog:
    """A site's records with their titles, addresses and kinds.

    Raises NotImplementedError where the model has a kind of record that no class in ``kinds``
    knows."""

    # Every kind, in the order in which search prefers them; ``kinds`` sets it.
    classes: ClassVar[tuple[type[Kind[Any]], ...]] = ()

    def __init__(self, site: Site, deployment: Deployment):
        self.site, self.topic, self.deployment = site, site.topic, deployment
        self.words: Words = words_of(site.topic.written_in)
        self.kinds, self.sentences = self._kinds(), Sentences(site)
        settings = self.topic.settings
        self.labels = {name: source.record.label for name, source in self.topic.sources.items()}
        self.labels |= {o.id: o.label for o in settings.options} | dict(settings.topics)
        self.options = [View(number=i, **o.model_dump()) for i, o in enumerate(settings.options, 1)]
        self.aliases: dict[str, list[str]] = defaultdict(list)
        for old, new in self.topic.redirects.items():
            self.aliases[new].append(old)
        self.person_pages = {
            p.page.meta.person: path for path, p in site.outlines.items() if p.page.meta.person
        }
        self.block_pages = {b.name: path for path, p in site.outlines.items() for b in p.blocks}
        self.order = {name: i for i, name in enumerate(self.topic.records)}
        self.titles = {name: self.kind_of(name).title(r) for name, r in self.topic.records.items()}

    def _kinds(self) -> dict[str, Kind[Any]]:
        """Each kind of record by its name, in the model's order."""
        classes = {one.name: one for one in self.classes}
        known = [name for name, model in KINDS.items() if issubclass(model, Record)]
        for name in known:
            if name not in classes:
                raise NotImplementedError(
                    f'pages do not know the kind of record "{name}": write a class with name ='
                    f' "{name}" in explainer/site/kinds/, name it in Catalog.classes there, and'
                    f" write its template explainer/site/templates/{name}.html"
                )
        return {name: classes[name](self) for name in known}

    @property
    def revision(self) -> str:
        """The commit from which a site is made that is published; empty for any other."""
        revision = self.deployment.revision
        return revision if re.fullmatch(r"[0-9a-f]{40}", revision) else ""

    def kind_of(self, name: str) -> Kind[Any]:
        """What is known of a record's kind."""
        return self.kinds[self.topic.kinds[name]]

    def name(self, agent: str | None) -> str:
        record = self.topic.records.get(agent or "")
        name: str | None = getattr(record, "name", None)
        return name or self.stated(agent)

    def stated(self, value: str | None) -> str:
        """A value that may be not_stated, for people."""
        return self.words("not_stated") if value in (None, NOT_STATED) else str(value)

    def mid_sentence_name(self, agent: str | None) -> str:
        """A name within a sentence: the Kremlin, not The Kremlin."""
        return "".join(self.words.within(self.name(agent)))

    def source_label(self, record: Record) -> str:
        source = self.topic.source_of(record)
        return (
            self.topic.sources[source].record.label
            if source in self.topic.sources
            else self.words("the_source")
        )

    def address(self, name: str) -> str:
        """A record's address below the root; empty if nothing shows it."""
        home = self.site.homes.get(name)
        if not home and name in self.topic.sources:
            home = self.block_pages.get("sources")
        return f"{page_url(home)}#{name}" if home else ""

    def absolute(self, address: str) -> str:
        site_url = self.deployment.site_url
        return posixpath.join(site_url, address) if site_url else address

    def edit_url(self, where: Location) -> str:
        to = self.deployment
        return (
            f"{to.repository}/blob/{to.revision}/{where.path}#L{where.line()}"
            if to.repository
            else ""
        )

    def report_url(self, name: str, address: str) -> str:
        if not self.deployment.repository:
            return ""
        return (
            f"{self.deployment.repository}/issues/new?template=report-a-problem.yml&fact={name}"
            f"&page={percent(self.absolute(address), safe='')}"
        )

    def ledger_address(self, source: str, paragraph: int, sentence: int) -> str:
        pages = self.site.ledgers.get((source, paragraph))
        return f"{page_url(pages[0][0])}#{source}.p{paragraph}.s{sentence}" if pages else ""


def organisation(name: str | None) -> dict[str, str] | None:
    """Who published something, in schema.org's words."""
    return {"@type": "Organization", "name": name} if name else None


class Kind(Generic[R]):
    """What pages and data know of one kind of record. A class for a kind says what differs; the
    template of a kind's block, and of its records' cards, has the kind's name."""

    name: ClassVar[str]  # as in the model's KINDS
    label: ClassVar[str] = ""  # what readers call one of them, if the words have no kind_name
    title_field: ClassVar[str] = "title"
    title_length: ClassVar[int] = 5000  # to what the title is cut in lists
    summary_field: ClassVar[str] = ""  # the field that is the summary, if one is
    date_field: ClassVar[str] = ""  # the date that search shows
    search_fields: ClassVar[tuple[str, ...]] = ()  # editors' words that search reads
    explains: ClassVar[bool] = False  # whether a link to a record shows the summary on the spot
    json_type: ClassVar[str] = ""  # schema.org's type; linked data leaves out what has none
    json_fields: ClassVar[dict[str, str]] = {}  # schema.org's properties, and the fields they give
    cited: ClassVar[bool] = False  # whether linked data has it as a work that the page cites
    work: ClassVar[bool] = False  # whether it is a work (schema.org's CreativeWork) at all

    def __init__(self, catalog: Catalog):
        self.catalog, self.topic, self.evidence = catalog, catalog.topic, catalog.site.evidence
        self.words = catalog.words

    def title(self, r: R, cut: Cut = shorten) -> str:
        """What a record is called in lists and links; ``cut`` shortens what may be long."""
        return cut(getattr(r, self.title_field), self.title_length)

    def summary(self, r: R) -> str:
        """Who says so, how, and as of when: one line of plain text."""
        return str(getattr(r, self.summary_field)) if self.summary_field else ""

    def label_of(self, r: R) -> str:
        """What readers call this record."""
        return self.label or self.words(f"kind_{self.name}")

    def several(self, where: str) -> str:
        """What readers call records of the kind, in a ``list`` or as a ``file``."""
        return self.name.capitalize() if self.label else self.words(f"{where}_{self.name}")

    def view(self, r: R, views: Views) -> dict[str, Any]:
        """What its template needs besides the record's own fields, or instead of them."""
        return {}

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        """What the template of a block needs besides the views of its records (``items``)."""
        return {}

    def choices(self, v: View) -> dict[str, list[Any]]:
        """By what readers may filter, and a record's links there, or None for what it has not."""
        return {"subject": v.subjects}

    def filters(self, items: list[View], *names: str) -> list[View]:
        """Those of the choices that leave something out, each with its options. Few items are
        seen at a glance, and buttons over them cost more than they save."""
        found: list[View] = []
        if len(items) < self.topic.settings.filters_from:
            return found
        for name in names:
            counted: dict[str, View] = {}
            for link in (link for v in items for link in self.choices(v)[name] if link):
                option = View(token=f"{name}-{link.id}", label=link.label, count=0)
                counted.setdefault(option.token, option).count += 1
            few = len(counted) <= 8
            options = [option for option in counted.values() if few or option.count > 1]
            if len(options) > 1:
                found.append(View(label=self.words(f"filter_{name}"), options=options))
        return found

    def warnings(self, r: R, among: Collection[str]) -> list[str]:
        """What readers must know of a record that is shown beside others (their ids)."""
        return []

    def footnote(self, r: R, views: Views, cited: Collection[str]) -> str:
        """The Markdown of a citation: the source's words, who said them and as of when, where they
        stand. ``cited``: the ids that the page cites."""
        escape, found = markdown_escape, self.evidence.of
        texts = found(r.id, "text") or found(r.id)
        words = " ".join(f"<q{views.written(p.source)}>{marked(p, escape)}</q>" for p in texts)
        places = [views.place(p) for p in texts or found(r.id, MENTION)]
        by_source: dict[str, dict[str, None]] = {}
        for p in places:
            by_source.setdefault(p.source, {})[p.where] = None
        source = "".join(
            f" ({escape(label)}, {escape('; '.join(where))})" for label, where in by_source.items()
        )
        said = self.summary(r)
        dashed = f"– {said}" if said else ""
        said = escape(dashed if words else said[:1].upper() + said[1:]).removesuffix(
            "." if not source else ""
        )
        return (
            f'<span class="fn-kind">{escape(self.label_of(r))}</span> {words} {said}{source}.'
            + ("".join(f" <strong>{escape(w)}</strong>" for w in self.warnings(r, cited)))
        )

    def thing(self, r: R) -> dict[str, Any]:
        """The record in schema.org's words."""
        fields = {theirs: getattr(r, field) for theirs, field in self.json_fields.items()}
        return {"@type": self.json_type, **fields}

    def names(self, r: R) -> list[str]:
        """By what readers may search besides the title."""
        return list(getattr(r, "alternate_names", ()))

    def search(self, r: R) -> tuple[list[str], str, str]:
        """What search reads of a record: other names, its own words, and the source's words that
        it rests on with its date."""
        own = " ".join(filter(None, (getattr(r, field) for field in self.search_fields)))
        words = " … ".join(dict.fromkeys(p.exact for p in self.evidence.of(r.id)))
        return self.names(r), own, " … ".join(filter(None, (words, self.date(r))))

    def date(self, r: R) -> str:
        """The date that search shows, in words; empty where it is not stated."""
        value = getattr(r, self.date_field) if self.date_field else NOT_STATED
        return "" if value == NOT_STATED else self.words.date(value)


class Views:
    """Records as templates see them: plain values and links that are relative to one page."""

    def __init__(self, catalog: Catalog, path: str):
        self.catalog, self.path = catalog, path
        self.site, self.topic = catalog.site, catalog.topic

    def href(self, address: str) -> str:
        """An address below the root, with its #anchor, as a link from the page."""
        target, _, anchor = address.partition("#")
        own = page_url(self.path)
        if target == own and anchor:
            return f"#{anchor}"
        base = posixpath.dirname(self.path) if self.catalog.deployment.links == "file" else own
        slash = "/" if not target or target.endswith("/") else ""
        link = posixpath.relpath(f"/{target}", f"/{base}") + slash
        return f"{link}#{anchor}" if anchor else link

    def to_record(self, name: str) -> str:
        """The link to a record; empty if nothing shows it."""
        return self.href(address) if (address := self.catalog.address(name)) else ""

    def markdown_link(self, name: str) -> str:
        """The link to a record in Markdown: to its page's file, which every engine turns into an
        address."""
        home = self.site.homes.get(name)
        base = posixpath.dirname(self.path) or "."
        return f"{posixpath.relpath(home, base)}#{name}" if home else ""

    def link(self, name: str | None, label: str | None = None) -> View | None:
        if not name or name == NOT_STATED:
            return None
        catalog = self.catalog
        option = next((o for o in catalog.options if o.id == name), None)
        return View(
            id=name,
            label=label or catalog.titles.get(name) or catalog.labels.get(name, name),
            url=self.to_record(name),
            mark=option.mark if option else "",
            number=option.number if option else 0,
        )

    def links(self, names: Iterable[str]) -> list[View]:
        return [link for name in names if (link := self.link(name))]

    def place(self, placed: Placed) -> View:
        address = self.catalog.ledger_address(placed.source, placed.paragraph, placed.sentence)
        return View(
            words=Markup(marked(placed, html.escape)),
            where=self.catalog.words.place(placed),
            written=self.written(placed.source),
            url=self.href(address) if address else "",
            source=self.topic.sources[placed.source].record.label,
            only=len(self.topic.sources) == 1,  # and need not be named beside each place
        )

    def written(self, source: str) -> Markup:
        """The attributes of a source's words that are in another language than the page."""
        tag, own = self.topic.sources[source].record.language, self.catalog.words.tag
        if tag.split("-")[0].lower() == own.split("-")[0].lower():
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(tag, direction(tag))

    def places(self, name: str, *key: str | int) -> list[View]:
        return [self.place(p) for p in self.site.evidence.of(name, *key)]

    def of(self, name: str, home: bool = False, among: Collection[str] = ()) -> View:
        """One record's view: its own fields, and beside them or in their place what templates need.
        ``among``: the ids of the records that it is shown beside."""
        record, kind, catalog = self.topic.records[name], self.catalog.kind_of(name), self.catalog
        view = View(**dict(record))
        view.heading = catalog.titles[name]
        view.kind_label = kind.label_of(record)
        view.url = self.to_record(name)
        view.home = home
        view.edit_url = catalog.edit_url(self.topic.where[name])
        view.report_url = catalog.report_url(name, catalog.address(name))
        view.summary = kind.summary(record)
        view.warnings = kind.warnings(record, among)
        view.source_label = catalog.source_label(record)
        view.evidence = self.places(name, "evidence")
        view.resolved_from = self.places(name, "resolved_from")
        view.mention = self.places(name, MENTION)
        for field, spec in specs(type(record)).items():
            if spec.role and (spec.role.refers or spec.role is TOPIC):
                ids = getattr(record, field)
                setattr(view, field, (self.links if isinstance(ids, tuple) else self.link)(ids))
        for link in view.references if isinstance(record, Record) else ():
            link.publisher = self.topic.records[link.id].publisher
        view.aliases = catalog.aliases[name] if home else ()
        view.__dict__.update(kind.view(record, self))
        view.filters = " ".join(
            f"{by}-{link.id}" for by, links in kind.choices(view).items() for link in links if link
        )
        return view
