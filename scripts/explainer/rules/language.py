"""The rule on the language of pages and sources."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.languages import is_listed
from ..text.tongue import language_of
from ..topic.problems import Problem
from ..topic.site import Site
from ..topic.words import languages
from .registry import rule


@rule(whole=False)
def language_known(site: Site) -> Iterator[Problem]:
    """The language of the pages is one whose quotation marks and number words the checks know, and
    in which the pages have labels; the look (theme: language: in mkdocs.yml) has the same. The one
    that a source's record names is not clearly another than its text's."""
    for source in site.topic.sources.values():
        named, found = source.record.language, language_of(source.passages.text)
        if found and found != named.split("-")[0].lower():
            line = source.where.line("language")
            message = f'the text of this source looks like "{found}", not like "{named}"'
            help = f"write language: {found}; quotations and numbers are read by it"
            yield Problem(source.where.path, line, message, help, "", named)
    tag = site.topic.written_in
    theme = site.mkdocs.keys.get("theme")
    look = str(theme.get("language", "")) if isinstance(theme, dict) else ""
    first = look.split("-")[0].lower()
    if first in languages() and first != tag.split("-")[0].lower():
        yield Problem(
            site.mkdocs.where.path,
            site.mkdocs.where.line("theme", "language"),
            f'the pages are written in "{tag}", and this says "{look}"',
            f"write language: {tag} here; or language: {look} in the settings, if that is theirs",
            "",
            look,
        )
    if not is_listed(tag) or tag.split("-")[0].lower() not in languages():
        where = site.topic.settings_where
        yield Problem(
            where.path,
            where.line("language"),
            f'the checks do not know the language "{tag}", so they cannot read these pages',
            "write language: in the settings, with the language of the pages: en, de, fr or es; a"
            " line in text/languages.py and a file in topic/words/ add another",
            "",
            tag,
        )
