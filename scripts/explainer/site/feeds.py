"""Corrections and additions as a feed."""

from __future__ import annotations

from xml.etree import ElementTree as xml

from .catalog import Catalog
from .labels import shorten


def feed(catalog: Catalog) -> bytes:
    """Corrections and additions as an Atom feed (RFC 4287)."""
    told = (c for c in catalog.topic.of_kind("corrections") if not c.unseen)
    corrections = sorted(told, key=lambda c: c.date, reverse=True)
    base = catalog.deployment.site_url or "urn:explainer:"
    root = xml.Element("feed", xmlns="http://www.w3.org/2005/Atom")

    def add(parent: xml.Element, tag: str, text: str = "", **attributes: str) -> xml.Element:
        element = xml.SubElement(parent, tag, attributes)
        element.text = text or None
        return element

    def day(value: str) -> str:
        return f"{value}-01-01"[:10] + "T00:00:00Z"

    name = catalog.deployment.site_name or catalog.topic.settings.question
    add(root, "title", catalog.words("feed_title", name=name))
    add(root, "id", base)
    add(root, "updated", day(corrections[0].date if corrections else catalog.topic.settings.as_of))
    add(add(root, "author"), "name", name)
    if catalog.deployment.site_url:
        add(root, "link", href=catalog.deployment.site_url)
        add(root, "link", rel="self", href=catalog.absolute("data/feed.xml"))
    for correction in corrections:
        entry = add(root, "entry")
        add(entry, "title", f"{catalog.words(correction.kind)}: {shorten(correction.what, 90)}")
        add(
            entry,
            "id",
            (
                f"{base}#{correction.id}"
                if not catalog.deployment.site_url
                else catalog.absolute(f"#{correction.id}")
            ),
        )
        add(entry, "updated", day(correction.date))
        if catalog.deployment.site_url and (
            address := catalog.address(correction.record) or catalog.address(correction.id)
        ):
            add(entry, "link", href=catalog.absolute(address))
        changed = "".join(
            catalog.words(f"feed_{when}", words=words)
            for when, words in (("before", correction.before), ("after", correction.after))
            if words
        )
        add(entry, "content", correction.what + changed)
    written: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
