"""Writes scripts/explainer/text/cldr.py: how each language of Unicode CLDR prints numbers, and
text/cldr_places.py: what states and cities are called in those of the sources.

`make lock` runs it with the Babel that the lock names; nothing of the project needs Babel itself.
A region has a row where it differs from its language."""

from __future__ import annotations

import pickle
import re
import textwrap
from collections import defaultdict
from pathlib import Path

from babel import Locale, localedata

HEADER = '''"""How the languages of Unicode CLDR print numbers. Made by requirements/cldr.py."""

# The mark of decimals and that of thousands, and the languages and regions that have them.
_TAGS = {
'''
PLACES = '''\
"""What Unicode CLDR calls states and cities in English, German, French and Spanish, in this
order, where these differ. Made by requirements/cldr.py."""

CLDR_PLACES = """
'''
LONGEST = 100  # characters of a row: what is longer is hardly ever said so
LANGUAGES = ("en", "de", "fr", "es")
FOOTER = """}

MARKS = {tag: marks for marks, tags in _TAGS.items() for tag in tags.split()}
"""
SPACES = "\u00a0\u202f"


def marks(tag: str) -> str:
    """The mark of decimals and that of thousands, among European digits where those are in use."""
    symbols = Locale.parse(tag).number_symbols
    found = symbols.get("latn") or next(iter(symbols.values()))
    group = found["group"].replace("'", "’")
    return found["decimal"] + ("\u202f" if group in SPACES else group)


def has_data(tag: str) -> bool:
    """Whether CLDR knows more of a language than its name."""
    with (Path(localedata._dirname) / f"{tag}.dat").open("rb") as file:
        return bool(pickle.load(file).get("months"))


def places() -> list[str]:
    """A row for each state and city that is not called the same in all four languages."""
    some = [Locale(tag) for tag in LANGUAGES]
    named = [[one.territories.get(code, "") for one in some] for code in some[0].territories]
    zones = [one.time_zones for one in some]
    for zone in sorted({*zones[1], *zones[2], *zones[3]}):
        plain = zone.rsplit("/", 1)[-1].replace("_", " ")
        named.append([str(one.get(zone, {}).get("city") or plain) for one in zones])
    rows = set()
    for row in named:
        names = [name.replace("\u00ad", "").replace(" & ", " and ") for name in row]
        if (
            all(names)
            and len({*names}) > 1
            and not any(set("[(,/0123456789") & {*n} for n in names)
        ):
            rows.add(" / ".join(names))
    return sorted(row for row in rows if len(row) <= LONGEST and not re.match("Unk|[a-z]", row))


def main() -> None:
    found: dict[str, str] = {}
    for tag in sorted(localedata.locale_identifiers(), key=lambda tag: (tag.count("_"), tag)):
        base = tag.split("_")[0]
        if (own := marks(tag)) != found.get(base) and (base in found or has_data(tag)):
            found[tag.replace("_", "-").lower()] = own
    found |= {tag: found["no"] for tag in ("nb", "nn")}  # Norwegian, by other names
    by_marks = defaultdict(list)
    for tag, own in sorted(found.items()):
        by_marks[own].append(tag)
    text = HEADER
    for own, tags in sorted(by_marks.items()):
        lines = textwrap.wrap(" ".join(tags), 88, break_on_hyphens=False)
        written = [f'        "{line}{" " if line != lines[-1] else ""}"\n' for line in lines]
        text += f'    "{own[0]}{own[1] if own[1].isprintable() else ascii(own[1])[1:-1]}": (\n'
        text += "".join(written) + "    ),\n"
    target = Path(__file__).parent.parent / "scripts/explainer/text/cldr.py"
    target.write_text(text + FOOTER, encoding="utf-8")
    rows = "\n".join(places())
    target = target.with_name("cldr_places.py")
    target.write_text(f'{PLACES}{rows}\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
