"""Corrections and additions as a feed."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as xml

from .catalog import Catalog
from .kinds.apparatus import as_read
from .labels import shorten


def feed(catalog: Catalog) -> bytes:
    """Corrections and additions as an Atom feed (RFC 4287). Where the site has no address, ids are
    made of its name (RFC 4122, version 5)."""
    told = (c for c in catalog.topic.of_kind("corrections") if not c.unseen)
    corrections = sorted(told, key=lambda c: c.date, reverse=True)
    base = catalog.deployment.site_url
    root = xml.Element("feed", xmlns="http://www.w3.org/2005/Atom")

    def add(parent: xml.Element, tag: str, text: str = "", **attributes: str) -> xml.Element:
        element = xml.SubElement(parent, tag, attributes)
        element.text = text or None
        return element

    def day(value: str) -> str:
        return f"{value}-01-01"[:10] + "T00:00:00Z"

    name = catalog.deployment.site_name or catalog.topic.settings.question
    add(root, "title", catalog.words("feed_title", name=name))
    own = uuid5(NAMESPACE_URL, f"explainer:{name}")
    add(root, "id", base or own.urn)
    add(root, "updated", day(corrections[0].date if corrections else catalog.topic.as_of))
    add(add(root, "author"), "name", name)
    if base:
        add(root, "link", href=base)
        add(root, "link", rel="self", href=catalog.absolute("data/feed.xml"))
    for correction in corrections:
        entry = add(root, "entry")
        add(entry, "title", f"{catalog.words(correction.kind)}: {shorten(correction.what, 90)}")
        add(
            entry,
            "id",
            catalog.absolute(f"#{correction.id}") if base else uuid5(own, correction.id).urn,
        )
        add(entry, "updated", day(correction.date))
        if base and (
            address := catalog.address(correction.record) or catalog.address(correction.id)
        ):
            add(entry, "link", href=catalog.absolute(address))
        sides = {"feed_before": correction.before, "feed_after": correction.after}
        read = {label: as_read(catalog, correction, value) for label, value in sides.items()}
        changed = "".join(
            catalog.words(label, words=value) for label, value in read.items() if value
        )
        add(entry, "content", correction.what + changed)
    written: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
