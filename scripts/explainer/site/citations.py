"""How the site, its pages and its sources are cited: in words, and as CSL-JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from ..topic.fieldtypes import NOT_STATED
from ..topic.settings import Source
from .bibliography import Item
from .catalog import Catalog
from .labels import final_stop, page_url

# A place for the day of the reader's visit, which the build cannot know: to be filled in by hand,
# or by site.js when it is copied.
DAY = "____"

_CREATIVE_COMMONS = re.compile(r"\bCC ?(BY(?:-[A-Z]{2})*|0) (\d\.\d)\b")


def imprint(catalog: Catalog) -> str:
    """The site as the citation of a record has it: who made it, its name, its dates, and a place
    for the day of the visit."""
    return _cited(catalog)


def page_citation(catalog: Catalog, path: str) -> str:
    """A page as it is cited, with all that is known: besides the site's dates the day of its last
    change, its revision, its licence and its address."""
    words, to, own = catalog.words, catalog.deployment, page_url(path)
    more = [
        words("changed_on", date=to.changed) if to.changed else "",
        words("at_revision", revision=catalog.revision[:12]) if catalog.revision else "",
        _stopped(licence(catalog)),
    ]
    title = catalog.topic.pages[path].meta.title if own else ""
    return f"{_cited(catalog, title, more)} {catalog.absolute(own)}".strip()


def _cited(catalog: Catalog, title: str = "", more: Sequence[str] = ()) -> str:
    words, settings = catalog.words, catalog.topic.settings
    name = _stopped(site_name(catalog))
    parts = [
        _stopped(catalog.deployment.author),
        _stopped(title),
        words("imprint", name=name, date=words.date(catalog.topic.as_of)),
        words("published_on", date=settings.published) if settings.published else "",
        *more,
        words("visited_on", day=DAY),
    ]
    return " ".join(filter(None, parts))


def source_citation(catalog: Catalog, name: str) -> str:
    """A source as it is cited, as far as it says what it is; without an address as what this site
    quotes."""
    words, item = catalog.words, source_item(name, r := catalog.topic.sources[name].record)
    issued = words.date(r.issued) if r.issued != NOT_STATED else ""
    where = ", ".join(filter(None, (item.get("publisher"), issued)))
    title = item["title"] if r.title == NOT_STATED else words.quoted(r.title)
    parts = [r.author if "author" in item else "", title, where]
    text = " ".join(_stopped(part) for part in parts if part)
    if "URL" in item:
        return f"{text} {words('visited_on', day=DAY)} {r.URL}"
    address = catalog.absolute(catalog.address(name))
    return f"{text} {words('quoted_in', imprint=imprint(catalog), address=address)}".strip()


def _stopped(text: str) -> str:
    return f"{text}{final_stop(text)}" if text else ""


def site_name(catalog: Catalog) -> str:
    """What the site is called."""
    return catalog.deployment.site_name or catalog.topic.settings.question


def licence(catalog: Catalog) -> str:
    """The licence of the site's own words by its short name; of another kind of right all that
    mkdocs.yml says."""
    rights = catalog.deployment.rights
    known = _CREATIVE_COMMONS.search(rights)
    return known[0] if known else rights


def licence_address(catalog: Catalog) -> str:
    """Where a licence of Creative Commons is; empty for any other."""
    if not (known := _CREATIVE_COMMONS.search(catalog.deployment.rights)):
        return ""
    kind = "publicdomain/zero" if known[1] == "0" else f"licenses/{known[1].lower()}"
    return f"https://creativecommons.org/{kind}/{known[2]}/"


def page_item(catalog: Catalog, path: str) -> Item:
    """A page of the site as CSL-JSON; the home page stands for the site."""
    name, own, to = site_name(catalog), page_url(path), catalog.deployment
    version = [to.changed, catalog.revision[:12]]
    return _known(
        {
            "id": _key(name, *own.split("/")),
            "type": "webpage",
            "title": catalog.topic.pages[path].meta.title if own else name,
            "container-title": name if own else None,
            "author": [{"literal": to.author}] if to.author else None,
            "issued": _date(catalog.topic.settings.published or to.changed),
            "version": ", ".join(filter(None, version)),
            "note": licence(catalog),
            "language": catalog.words.tag,
            "URL": catalog.absolute(own) if to.site_url else None,
        }
    )


def page_items(catalog: Catalog) -> Iterator[Item]:
    """The site and each of its pages."""
    return (page_item(catalog, path) for path in sorted(catalog.topic.pages, key=page_url))


def _key(*names: str) -> str:
    """A key that BibTeX takes: small letters and digits of ASCII, and hyphens."""
    plain = unicodedata.normalize("NFKD", "-".join(names).lower()).encode("ascii", "ignore")
    return re.sub(rb"[^a-z0-9]+", b"-", plain).strip(b"-").decode() or "explainer"


def source_item(name: str, r: Source) -> Item:
    """A source as CSL-JSON; what is not stated is left out. Without a title it is called as pages
    call it, in the brackets of what is supplied. A newspaper is what its article is part of."""
    stated = {k: v for k, v in r if v != NOT_STATED}
    publisher = stated.get("publisher")
    return _known(
        {
            "id": name,
            "type": r.type,
            "title": stated.get("title") or f"[{r.label}]",
            "container-title": publisher if r.type.startswith("article-") else None,
            "author": [_name(r.author, r.author_family)] if "author" in stated else None,
            "publisher": publisher,
            "issued": _date(stated.get("issued", "")),
            "language": r.language,
            "URL": stated.get("URL"),
            "note": r.note,
        }
    )


def _name(author: str, family: str | None) -> dict[str, str]:
    """A name as CSL has it: whole, or where its family name is known that and the rest, whichever
    stands first. Small words (van der) stay in the family name, where pandoc and citeproc-js look
    for them: Zotero loses what stands in a field of its own."""
    if not family:
        return {"literal": author}
    given = author.replace(family, " ", 1).replace(",", " ").split()
    return _known({"family": " ".join(family.split()), "given": " ".join(given)})


def _date(iso: str) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in iso.split("-")]]} if iso else None


def _known(item: Item) -> Item:
    return {name: value for name, value in item.items() if value}
