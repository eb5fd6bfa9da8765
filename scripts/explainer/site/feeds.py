"""Corrections and additions as a feed."""

from __future__ import annotations

from xml.etree import ElementTree as xml

from .catalog import Book
from .labels import shorten


def feed(book: Book) -> bytes:
    """Corrections and additions as an Atom feed (RFC 4287)."""
    corrections = sorted(book.topic.of_kind("corrections"), key=lambda c: c.date, reverse=True)
    base = book.setting.site_url or "urn:explainer:"
    root = xml.Element("feed", xmlns="http://www.w3.org/2005/Atom")

    def add(parent: xml.Element, tag: str, text: str = "", **attributes: str) -> xml.Element:
        element = xml.SubElement(parent, tag, attributes)
        element.text = text or None
        return element

    def day(value: str) -> str:
        return (
            (value + "-01-01")[: 10 if len(value) == 10 else None][:10] + "T00:00:00Z"
            if len(value) != 7
            else value + "-01T00:00:00Z"
        )

    name = book.setting.site_name or book.topic.settings.question
    add(root, "title", f"{name}: corrections and additions")
    add(root, "id", base)
    add(root, "updated", day(corrections[0].date if corrections else book.topic.settings.as_of))
    add(add(root, "author"), "name", name)
    if book.setting.site_url:
        add(root, "link", href=book.setting.site_url)
        add(root, "link", rel="self", href=book.absolute("data/feed.xml"))
    for correction in corrections:
        entry = add(root, "entry")
        add(entry, "title", f"{correction.kind.capitalize()}: {shorten(correction.what, 90)}")
        add(
            entry,
            "id",
            (
                f"{base}#{correction.id}"
                if not book.setting.site_url
                else book.absolute(f"#{correction.id}")
            ),
        )
        add(entry, "updated", day(correction.date))
        if book.setting.site_url and (
            address := book.address(correction.record) or book.address(correction.id)
        ):
            add(entry, "link", href=book.absolute(address))
        changed = f" Before: {correction.before}" if correction.before else ""
        add(
            entry,
            "content",
            correction.what + changed + (f" After: {correction.after}" if correction.after else ""),
        )
    return xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
