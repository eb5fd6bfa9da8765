"""Whether who is only described where they say something is named behind it."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..text.folding import fold
from ..text.passages import Passages
from ..text.sentences import Sentence as Place
from ..text.voices import Sentence
from ..topic.agents import Agent
from ..topic.evidence import Placed
from ..topic.site import Site
from .belonging import says_it
from .voices import agents_names, prose


def named_behind(
    site: Site,
    who: Agent,
    passages: Passages,
    own: list[Place],
    naming: Placed,
    inferred: bool,
    described: str,
) -> tuple[str, str, str] | None:
    """What is wrong where somebody who is only ``described`` says so (a former head said), and
    words elsewhere name somebody: who may be the first behind it who says something, if that is
    marked as inferred."""
    last = bisect_left(passages.sentences, own[-1])
    at = bisect_left(passages.sentences, passages.sentence_at(naming.spans[0].start))
    names = agents_names(site)
    for place in passages.sentences[last + 1 : at + 1]:
        if sayers := says_it(Sentence(prose(passages, place, []), names, passages.language)):
            if inferred and who.id in sayers:
                return None
            break
    name = re.sub(r"^\w+\s", "", described)
    help = f"record the one described (name: {name[:1].upper()}{name[1:]}), and ascribe it to them;"
    help += " or, if you conclude from what stands behind who that is, give in resolved_from: the"
    help += " first sentence behind it that has somebody say something, with inferred: [speaker],"
    help += " which readers see"
    return f'"{described}" says so, and not "{who.id}" by name', help, fold(naming.exact)
