"""Readers of BibTeX and RIS that take nothing on trust: what they cannot read is an error."""

from __future__ import annotations

import re

_HEAD = re.compile(r"\s*@[a-z]+\{([a-z0-9-]+),\n")
_FIELD = re.compile(r"  ([a-z]+) = \{")
_SIGNS = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
_SIGNS |= {"textasciigrave": "`", "textless": "<", "textgreater": ">"}
_SIGNS |= {"lbrace": "{", "rbrace": "}"}
_COMMAND = re.compile(r"\{\\(text[a-z]+)\}|\$\\([lr]brace)\$|\\([{}%&$#_])|\$(\|)\$|([{}])")
_SPECIAL = set("\\{}%&$#_~^`<>|")


def bibtex_entries(text: str) -> dict[str, dict[str, str]]:
    """Each entry's fields by its key, without the outer braces, as BibTeX finds them: it counts
    every brace, whatever stands before it."""
    entries: dict[str, dict[str, str]] = {}
    at = 0
    while text[at:].strip():
        head = _HEAD.match(text, at)
        assert head and head[1] not in entries, text[at : at + 80]
        fields, at = entries.setdefault(head[1], {}), head.end()
        while not text.startswith("}", at):
            name = _FIELD.match(text, at)
            assert name and name[1] not in fields, text[at : at + 80]
            depth, at = 1, name.end()
            while depth:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            fields[name[1]] = text[name.end() : at - 1]
            end = re.compile(r",\n(?=  )|\n(?=\})").match(text, at)
            assert end, text[at : at + 80]
            at = end.end()
        at += 1
    return entries


def as_printed(value: str) -> str:
    """What LaTeX prints of a field; a sign that would be a command of it is an error."""
    read, at = "", 0
    for found in _COMMAND.finditer(value):
        read += value[at : found.start()]
        assert not _SPECIAL & set(value[at : found.start()]), value
        command, brace, escaped, bar, _ = found.groups()
        read += _SIGNS[command or brace] if command or brace else escaped or bar or ""
        at = found.end()
    assert not _SPECIAL & set(value[at:]), value
    return read + value[at:]


def ris_records(text: str) -> list[dict[str, str]]:
    """Each record's fields by their tags."""
    records: list[dict[str, str]] = []
    for record in text.split("ER  - \r\n\r\n")[:-1]:
        fields: dict[str, str] = {}
        for line in record.removesuffix("\r\n").split("\r\n"):
            tag = re.fullmatch(r"([A-Z][A-Z0-9])  - (\S.*)", line)
            assert tag and tag[1] not in fields, line
            fields[tag[1]] = tag[2]
        assert next(iter(fields)) == "TY"
        records.append(fields)
    assert text.endswith("ER  - \r\n\r\n")
    return records
