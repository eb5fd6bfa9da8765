"""The rule on the labels of options and topics."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ..text.folding import fold
from ..topic.model import Comparison, Position
from ..topic.problems import Problem
from ..topic.site import Site
from .common import WORDS, of_class
from .registry import rule


@rule(whole=False)
def labels_not_exchanged(site: Site) -> Iterator[Problem]:
    """Of two options, or of two topics, neither has the label of the other: a label has more words
    of its own id, and of the sentences that records of it rest on, than of the other's."""
    settings, where = site.topic.settings, site.topic.settings_where
    options = {option.id: option.label for option in settings.options}
    keys = {option.id: ("options", i, "label") for i, option in enumerate(settings.options)}
    words = _words_of(site)
    told = set()
    for i, name, other in _only_other(site):
        told.add(name)
        message = f'the label of "{name}" has words of "{other}" and none of its own id'
        line = where.line("options", i, "label")
        yield Problem(where.path, line, message, "give each its own label", "", options[name])
    for labels, path in (
        (options, lambda name: keys[name]),
        (dict(settings.topics), lambda name: ("topics", name)),
    ):
        names = [*labels]
        for i, one in enumerate(names):
            for other in names[i + 1 :]:
                if one not in told and _exchanged(one, labels[one], other, labels[other], words):
                    yield Problem(
                        where.path,
                        where.line(*path(one)),
                        f'"{one}" has the label of "{other}", it seems, and that has this one',
                        "give each its own label",
                        "",
                        labels[one],
                    )


def _only_other(site: Site) -> Iterator[tuple[int, str, str]]:
    """Options whose label has words of the id of another, and none of its own."""
    options = site.topic.settings.options
    for i, option in enumerate(options):
        label, own = _stems(option.label), _stems(option.id.replace("-", " "))
        for other in options:
            ids = _stems(other.id.replace("-", " ")) - own
            if other.id != option.id and label & ids and not label & own:
                yield i, option.id, other.id


def _exchanged(
    one: str, label: str, other: str, other_label: str, words: dict[str, Counter[str]]
) -> bool:
    """Whether each label fits the other id better than its own: by the ids, and if these do not
    tell, by the words of records."""
    mine, theirs = _stems(label), _stems(other_label)
    mine, theirs = mine - theirs, theirs - mine
    ids = _stems(one.replace("-", " ")), _stems(other.replace("-", " "))
    ids = ids[0] - ids[1], ids[1] - ids[0]
    straight = len(mine & ids[0]) + len(theirs & ids[1])
    crossed = len(mine & ids[1]) + len(theirs & ids[0])
    if straight or crossed:
        return crossed > straight
    fits = _share(mine, words[one]), _share(theirs, words[other])
    other_fits = _share(mine, words[other]), _share(theirs, words[one])
    return other_fits[0] > fits[0] and other_fits[1] > fits[1]


def _share(stems: set[str], words: Counter[str]) -> float:
    """How often words are among those of the records, by their number."""
    return sum(words[stem] for stem in stems) / max(words[""], 1)


def _words_of(site: Site) -> dict[str, Counter[str]]:
    """How many records of each option and topic have each word in their sentences."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for record in (*of_class(site, Position), *of_class(site, Comparison)):
        if record.draft:
            continue
        for key, placed in site.evidence.placed[record.id].items():
            text = site.topic.sources[placed.source].passages
            place = text.sentence_at(placed.spans[0].start)
            about = key[1] if key[0] == "cells" else getattr(record, "topic", "")
            found[str(about)].update({"", *_stems(text.text[place.start : place.end])})
    return found


def _stems(text: str) -> set[str]:
    return {word.lower()[:6] for word in WORDS.findall(fold(text)) if len(word) > 3}
