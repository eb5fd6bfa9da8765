"""The sealing of a source."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..text.tongue import language_of
from ..topic.settings import new_source

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class SealError(Exception):
    """Why a text cannot be sealed, as it is told."""


def seal(root: Path, name: str, language: str = "") -> str:
    """Write a source text's sha256 into its record; start the record if there is none, in the
    ``language`` given or else found. Returns what was done."""
    text, record = root / f"seeds/sources/{name}.txt", root / f"seeds/sources/{name}.yml"
    raw = text.read_bytes()
    words = _words(raw, text.relative_to(root))
    digest = hashlib.sha256(raw).hexdigest()
    if not record.exists():
        tag = _language(language, words, name, _of_the_site(root))
        record.write_text(new_source(tag, digest), "utf-8")
        return (
            f"started seeds/sources/{name}.yml, language: {tag}; fill in what the source states"
            f" about itself, above all issued:, then run explainer draft {name}"
        )
    old = record.read_text("utf-8")
    new, count = re.subn(r"(?m)^sha256:.*$", f"sha256: {digest}", old)
    if not count:
        new = old.rstrip("\n") + f"\nsha256: {digest}\n"
    if language:
        new = re.sub(r"(?m)^language:.*$", f"language: {_language(language, words, name)}", new)
    if new == old:
        return f"seeds/sources/{name}.yml: sealed already"
    record.write_text(new, "utf-8")
    return f"seeds/sources/{name}.yml: sealed the text as it is now"


def _words(raw: bytes, path: Path) -> str:
    """The text of a source, which is UTF-8 and not empty."""
    try:
        words = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SealError(f"{path} is no UTF-8 text; save it as UTF-8") from None
    if not words.strip():
        raise SealError(f"{path} is empty; put the source's text there")
    return words


def _of_the_site(root: Path) -> str:
    """The language of the sources that there are, if it is one."""
    records = (path.read_text("utf-8", "replace") for path in root.glob("seeds/sources/*.yml"))
    tags = {m[1] for text in records if (m := re.search(r"(?m)^language:[ \t]*([\w-]+)", text))}
    return tags.pop() if len(tags) == 1 else ""


def _language(given: str, words: str, name: str, likely: str = "") -> str:
    if given and not _TAG.fullmatch(given):
        raise SealError(f'"{given}" is no language; write its tag, as en, de-AT or pt')
    if tag := given or language_of(words, likely):
        return tag
    raise SealError(
        "it is not plain which language the text is in; say it:"
        f" explainer seal {name} --language en (or de, fr, es …)"
    )
