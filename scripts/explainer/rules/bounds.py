"""The rules on what the settings set for themselves: bounds, signs, and reasons for readers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..text.folding import fold
from ..text.speech import speech
from ..topic.model import Comparison
from ..topic.problems import Problem
from ..topic.site import Site
from .common import WORDS, of_class
from .own_words import written_language
from .paste import USUAL
from .registry import rule
from .voices import agents_names

_REASON = 3  # words
_ASKS = "?？؟;\u037e"  # the last as Greek has it


@rule(whole=True)
def bounds_raised(site: Site) -> Iterator[Problem]:
    """A bound in the settings that is higher than is usual (max_share_quoted over 0.6,
    max_share_set_aside over 0.4, most_words over 10,000) has its reason under bounds_raised, which
    readers see where counts are shown."""
    settings, where = site.topic.settings, site.topic.settings_where
    reasons = settings.bounds_raised
    for name, usual in USUAL.items():
        why, over = reasons.get(name), getattr(settings, name) > usual
        if over and why is None:
            message = f"{name} is over {usual:,f}, and nothing says why"
            help = f"lower it, or say why under bounds_raised: {name}:, which readers see"
            yield Problem(where.path, where.line(name), message, help)
        elif why is not None and not over:
            message = f"{name} is not over {usual:,f}, and needs no reason"
            yield Problem(where.path, where.line("bounds_raised", name), message, "remove it")
    if settings.most_words < 1:
        message, help = "no page has so few words", "write how many words all pages may have"
        yield Problem(where.path, where.line("most_words"), message, help)
    for field, given, least in (
        ("bounds_raised", reasons, _REASON),
        ("uncited_pages", settings.uncited_pages, 1),
    ):
        for key, text in given.items():
            if len(WORDS.findall(text)) < least:
                message, help = "this is no reason", "say why, in a few words"
                yield Problem(where.path, where.line(field, key), message, help, "", text)


@rule(whole=False)
def settings_plain(site: Site) -> Iterator[Problem]:
    """What the settings show beside records is plain: the question of the site, and that of a row
    of the comparison, is a question; the mark of an option is one sign, once or twice, or a letter
    or two of its label; a description of an option names nobody whom its label does not."""
    for path, line, message, help, wrote in _not_plain(site):
        yield Problem(path, line, message, help, "", wrote)


def _not_plain(site: Site) -> Iterator[tuple[str, int, str, str, str]]:
    settings, where = site.topic.settings, site.topic.settings_where
    names, words = agents_names(site), speech(written_language(site))

    def at(*key: str | int) -> tuple[str, int]:
        return where.path, where.line(*key)

    if not _asks(settings.question):
        yield (
            *at("question"),
            "this is no question",
            "end it with a question mark",
            settings.question,
        )
    for row in of_class(site, Comparison):
        if not row.draft and not _asks(row.question):
            found = site.topic.where[row.id]
            line = found.line("question")
            yield (
                found.path,
                line,
                "this is no question",
                "ask it, with a question mark",
                row.question,
            )
    for i, option in enumerate(settings.options):
        if not _is_sign(option.mark, option.label):
            help = "take one sign, such as ○ or ●, or the first letter of the label"
            yield *at("options", i, "mark"), "this mark is no sign", help, option.mark
        named = {m.whose for m in names.within(fold(option.label), words)}
        others = [m.whose for m in names.within(fold(option.description), words)]
        if who := next((who for who in others if who not in named), ""):
            message = f'this describes an option, can cite nothing, and names "{who}"'
            help = "say what it is; what somebody wants is a position"
            yield *at("options", i, "description"), message, help, option.description


def _asks(text: str) -> bool:
    return text.rstrip(" ”’»\"'")[-1:] in _ASKS


def _is_sign(mark: str, label: str) -> bool:
    """Whether it is one sign, once or twice, without what only changes how it is drawn; or one or
    two letters of a label."""
    bare = [c for c in mark if unicodedata.category(c) not in ("Mn", "Cf", "Me")]
    if re.fullmatch(r"[^\W\d_]{1,2}", mark):
        return set(mark.casefold()) <= set(label.casefold())
    kinds = {unicodedata.category(c) for c in bare}
    return (
        len(set(bare)) == 1
        and len(bare) <= 2
        and kinds <= {"So", "Sm", "Sk", "Po", "Pd"}
        and not set(bare) & set("<>&\"'%‰")
    )
