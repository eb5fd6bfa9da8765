"""How much of the sources a change publishes and sets aside, in the page that a reviewer reads."""

from __future__ import annotations

from collections.abc import Iterator

from .diff import Difference
from .markdown import safe


def shares(difference: Difference) -> Iterator[str]:
    """How much of the sources is published and set aside, and was; and which words are new."""
    yield "### How much of the sources is published\n"
    site = difference.after.site
    most = f"at most {site.topic.settings.max_share_quoted:.0%}"
    changed = {name: (was, now) for name, was, now in difference.shares}
    for name in site.shares:
        if name in changed:
            was, now = changed[name]
            yield (
                f"- Published of {safe(name)}: {now.prose:.1%} of its own prose, before"
                f" {was.prose:.1%} ({most}); {now.all:.1%} of all its words, before"
                f" {was.all:.1%}"
            )
    for name, words in dict.fromkeys(difference.newly_public):
        yield f"- Newly public, by {safe(name)}: “{safe(words)}”"
    for what, sentences in (
        ("newly used", difference.newly_used),
        ("no longer used", difference.no_longer_used),
    ):
        if each := [f"{safe(n)}, paragraph {p}, sentence {s}" for n, p, s in sentences]:
            yield f"- Sentences {what}: {'; '.join(each)}"
    if not changed and site.shares:
        each = [f"{safe(n)} {share.prose:.1%}" for n, share in site.shares.items()]
        yield f"- Published of the sources’ own prose, as before: {', '.join(each)} ({most})"
    if site.topic.sources:
        yield _aside(difference)
    yield ""


def _aside(difference: Difference) -> str:
    """How much of the sources is set aside, and was."""
    now, sources = difference.after.site, difference.before.topic.sources
    share, most = f"{now.share_aside:.1%}", f"{now.topic.settings.max_share_set_aside:.0%}"
    was = f"{difference.before.site.share_aside:.1%}" if sources else "nothing"
    before = "as before" if was == share else f"before {was}"
    return f"- Set aside of the words of all sources: {share}, {before} (at most {most})"
