"""Works, as CSL-JSON has them, for other programs: BibTeX and RIS.

BibTeX has the names of biblatex (its manual, 2.1 and 2.2), of which classic BibTeX knows all that
it prints: ``year`` beside ``date``, and ``journal``. Its text is UTF-8, with other letters than
ASCII as they are: biber, pandoc and reference managers read nothing else, LaTeX has taken it since
2018, and for most scripts there are no commands. RIS is that of 2011; its lines end in CR LF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

Item = dict[str, Any]  # a work in CSL-JSON

# What LaTeX would not print as it stands, in forms that pandoc and Zotero read too. BibTeX counts a
# brace whatever stands before it, so that one without its other is a command without a brace.
_TEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"\{",
        "}": r"\}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "`": r"{\textasciigrave}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": "$|$",
        **{sign: f"\\{sign}" for sign in "%&$#_"},
    }
)
_BRACE, _ALONE = re.compile(r"\\([{}])"), {"{": r"$\lbrace$", "}": r"$\rbrace$"}
_LIGATURES = re.compile(r"([-',])(?=\1)")  # two of these would be printed as one other sign

# By CSL's type: the type of the entry, and its field for whose work it is a part or an issue.
_ENTRIES = {
    "article-newspaper": ("article", "journal"),
    "article-magazine": ("article", "journal"),
    "article-journal": ("article", "journal"),
    "report": ("techreport", "institution"),
    "webpage": ("online", "organization"),
}
_NAME = ("literal", "family", "given")
_OTHER = ("misc", "howpublished")
_RIS_TYPES = {
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "article-journal": "JOUR",
    "report": "RPRT",
    "speech": "SLIDE",
    "webpage": "ELEC",
}


def bibtex(item: Item, visited: bool = False) -> str:
    """A work as an entry of BibTeX. Nothing in a field can end it or be a command of TeX; titles
    and organisations stand in braces of their own, so that no style changes their letters or takes
    them apart. With ``visited`` it has a place for the reader's day."""
    issued, container = _issued(item), item.get("container-title") or item.get("publisher")
    entry, within = _ENTRIES.get(item["type"], _OTHER)
    if entry == "article" and not container:  # which no article may be without
        entry, within = _OTHER
    fields = {
        "author": " and ".join(map(_tex_name, item.get("author", ()))),
        "key": "" if "author" in item else _whole(item["title"]),
        "title": _whole(item["title"]),
        "type": "Report" if entry == "techreport" else "",
        within: _whole(container) if container else "",
        "date": "-".join(issued),
        "year": issued[0] if issued else "",
        "version": _tex(item.get("version", "")),
        "annote": _tex(item.get("note", "")),
        "url": quote(item.get("URL", ""), safe=_ADDRESS),
    }
    if visited:
        fields["urldate"] = ""
    lines = [f"  {n} = {{{value}}}" for n, value in fields.items() if value or n == "urldate"]
    return f"@{entry}{{{item['id']},\n" + ",\n".join(lines) + "\n}"


# An address is read as it is, but for braces.
_ADDRESS = "".join(map(chr, range(33, 127))).translate(str.maketrans("", "", '{}"\\<>^`|'))


def _tex(text: str) -> str:
    written = _LIGATURES.sub(r"\1{}", " ".join(text.translate(_TEX).split()))
    braces = re.sub(r"[^{}]", "", text)
    while "{}" in braces:
        braces = braces.replace("{}", "")
    return _BRACE.sub(lambda m: _ALONE[m[1]], written) if braces else written


def _whole(text: str) -> str:
    """A text in braces. Right behind one that a backslash follows, BibTeX would change letters."""
    written = _tex(text)
    return f"{{{{}}{written}}}" if written[:1] in ("\\", "{") else f"{{{written}}}"


def _tex_name(name: dict[str, str]) -> str:
    """A name; in braces what BibTeX would otherwise divide."""
    if "literal" in name:
        return _whole(name["literal"])
    parts = [_tex(name[part]) for part in _NAME if part in name]
    return ", ".join(f"{{{p}}}" if re.search(r",|\band\b", p, re.I) else p for p in parts)


def ris(item: Item) -> str:
    """A work as a record of RIS, in which each field is a line. A name that is no person's ends in
    its only comma, as programs that read RIS want it."""

    def lines() -> Iterator[tuple[str, str]]:
        yield "TY", _RIS_TYPES.get(item["type"], "GEN")
        yield "ID", item["id"]
        for name in item.get("author", ()):
            parts = [name[part].replace(",", " ") for part in _NAME if part in name]
            yield "AU", ", ".join(parts) + ("," if "literal" in name else "")
        yield "TI", item["title"]
        yield "T2", item.get("container-title", "")
        yield "PB", item.get("publisher", "")
        if issued := _issued(item):
            yield "PY", issued[0]
            yield "DA", "/".join([*issued, "", "", ""][:3]) + "/"
        yield "ET", item.get("version", "")
        yield "LA", item.get("language", "")
        yield "UR", item.get("URL", "")
        yield "N1", item.get("note", "")

    found = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines() if value]
    return "".join([*found, "ER  - \r\n\r\n"])


def _issued(item: Item) -> list[str]:
    """The date of a work, as far as it is known: year, month, day."""
    ((*parts,),) = item.get("issued", {}).get("date-parts", [[]])
    return [f"{part:02}" for part in parts]
