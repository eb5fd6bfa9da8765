"""Who is named beside a quotation, and since; what everybody is called."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from itertools import islice, zip_longest

from ..text.bounds import Clauses
from ..text.folding import fold
from ..text.frames import said_from
from ..text.mentions import Names
from ..text.offices import only_a_trade
from ..text.passages import Passages
from ..text.said_so import pronoun_says, takes_a_stand
from ..text.sentences import Sentence as Place
from ..text.spans import Cover, Span
from ..text.speech import GOES_ON, speech
from ..text.voices import OTHER, PASSES_ON, THIS, Sentence
from ..text.words import stands_in, when_needed
from ..text.wrote import is_written, only_writer
from ..topic.agents import Agent, Organisation, Person
from ..topic.evidence import Placed
from ..topic.site import Site, kept
from .belonging import is_person, says_it
from .common import names_of, published_agents
from .own_words import written_language
from .pronouns import fits, may_be_meant, read_as

INFERRED = (
    "if you conclude it from what the source tells, add inferred: [speaker], which readers see"
)
EITHER = f"check whose words these are; {INFERRED}"
_LOOKED_BACK = 20  # sentences before a quotation, for words that name who speaks
# A body called by what it is has a small letter in a sentence: le ministère des Transports.
_GENERIC = re.compile(r"[^\W\d_][a-zà-ÿ]+ (?:d[eu]s?|del|de la|of|d')\b")
_ARTICLE = re.compile(r"^(?:[Tt]he|[Dd](?:er|ie|as)|[Ll][ea]s?|el|los) |^[Ll]'")


@kept()
def agents_names(site: Site) -> Names:
    """Every name of everybody, in full, and people's last words, in capitals too; without an
    article. Kept for the rules that ask for it one after another."""
    return Names(_all_names(site))


def _all_names(site: Site) -> list[tuple[str, str]]:
    names = []
    for agent in published_agents(site):
        own = names_of(agent)
        if not isinstance(agent, Person):
            own = in_cases(site, own[:-1])
            own += [n[:1].lower() + n[1:] for n in own if _GENERIC.match(n)]
        names += [(without_article(n), agent.id) for n in own]
    return [*names, *((n.upper(), who) for n, who in names if not n.isupper())]


def without_article(name: str) -> str:
    """A name without the article before it."""
    return _ARTICLE.sub("", name)


def in_cases(site: Site, names: list[str]) -> list[str]:
    """The names of a body and, in German, their genitive and dative: des Landkreises."""
    languages = [source.passages.language.code for source in site.topic.sources.values()]
    if "de" not in (written_language(site).code, *languages):
        return names
    bare = [_ARTICLE.sub("", name) for name in names]
    return [*names, *(n + e for n in bare for e in ("s", "es", "n")[: 3 if n[-1] in "er" else 2])]


def in_genitive(site: Site, agent: Agent) -> list[str]:
    """The names of somebody in the forms in which a sentence may have them: of a body in German
    those of its cases, of a person the genitive too."""
    names = names_of(agent)
    if not isinstance(agent, Person):
        return in_cases(site, names)
    german = written_language(site).code == "de"
    return [*names, *(f"{n}s" for n in names if german and n[-1] not in "sxzß")]


@kept()
def spoken_names(site: Site) -> Names:
    """Every name of everybody, and the office of each person as a name: the US President."""
    offices = [
        (fold(title), agent.id)
        for agent in published_agents(site)
        if isinstance(agent, Person) and agent.job_title and " " in agent.job_title
        for title in {agent.job_title, re.sub(r"^[A-Z]{2,3} ", "", agent.job_title)}
    ]
    held = Counter(title for title, _ in offices)
    return Names([*_all_names(site), *(one for one in offices if held[one[0]] == 1)])


def named_before(site: Site, text: Placed, who: Agent, names: Names) -> str:
    """The words that name somebody in the nearest sentence before some others in which a person
    does something; empty where that is somebody else."""
    passages = site.topic.sources[text.source].passages
    first = bisect_left(passages.sentences, passages.sentence_at(text.spans[0].start))
    for place in passages.sentences[max(first - _LOOKED_BACK, 0) : first][::-1]:
        sentence = Sentence(prose(passages, place, []), names, passages.language)
        if doing := who_acts(site, sentence, who):
            return naming_words(passages, place, who) if doing == who.id else ""
    return ""


def naming_words(passages: Passages, place: Place, who: Agent) -> str:
    """The words of a sentence that name somebody, with their clause; empty where none do."""
    whole = Span(place.start, place.end)
    named = [Cover([whole]).common(passages.slices(name)) for name in names_of(who)]
    at = next((spans[0] for spans in named if spans), None)
    return passages.words(*Clauses(passages, whole).widened((at,), clause=False)) if at else ""


def only_passes_on(words: str, names: list[str]) -> bool:
    """Whether some words only name somebody who quotes somebody else."""
    places = [words.find(name) + len(name) for name in names if stands_in(name, words)]
    return bool(places) and all(PASSES_ON.match(words, place) for place in places)


def is_named(who: Agent, placed: Placed) -> bool:
    """Whether some words name somebody, and not only where they work."""
    words = fold(placed.exact)
    named = (name for name in names_of(who) if stands_in(name, words))
    return any(not only_a_trade(name, words) for name in named)


def another_since(
    site: Site,
    who: Agent,
    passages: Passages,
    own: list[Place],
    naming: Placed,
    said: str,
    inferred: bool,
) -> tuple[str, str, str] | None:
    """What is wrong, how to fix it, and the words, where somebody is named by words in another
    sentence than their ``own``, which is not the nearest one before in which a person does
    something, or does not say that they are whom the pronoun means in what is ``said`` beside
    those; ``inferred``: whether readers are told that it may mean others too."""
    at = bisect_left(passages.sentences, passages.sentence_at(naming.spans[0].start))
    first, last = (bisect_left(passages.sentences, place) for place in (own[0], own[-1]))
    behind = at == last + 1 and naming.paragraph == own[-1].paragraph and naming.exact in said
    if first <= at <= last:
        return None
    if behind:
        return _says_something_else(site, passages, passages.sentences[at], naming)
    help = "take the words of the nearest sentence before in which a person does something"
    if at > last:
        return "these words stand behind the quotation", help, naming.exact
    names, turn = agents_names(site), passages.turn_at(Span(own[0].start, own[0].end))

    def read(number: int) -> Sentence:
        place = passages.sentences[number]
        within = turn is not None and place.start >= turn.words.start
        return Sentence(prose(passages, place, [], within), names, passages.language)

    def fitting(one: str) -> bool:
        """A man does nothing that hides whom she means."""
        agent = site.topic.records[one]
        if not (isinstance(agent, Person) and isinstance(who, Person)):
            return True
        return fits(said, agent, passages.folded)

    near, named = next(
        (i, does)
        for i in range(first - 1, at - 1, -1)
        if (does := who_acts(site, read(i), who if i == at else None, fitting)) or i == at
    )
    words = passages.words(*passages.sentences[near][:2])[:160]
    paragraph = passages.sentences[near].paragraph
    same = (i for i in range(first) if passages.sentences[i].paragraph >= paragraph)
    meant = may_be_meant(site, said, map(read, same), passages.folded)
    if isinstance(who, Person) and not fits(said, who, passages.folded):
        return not_whom(who, said, passages.folded, meant)
    before = set[str]()
    if GOES_ON.search(said) and first:
        near_it = first - 1
        while near_it > at and pronoun_says(read(near_it)) and not says_it(read(near_it)):
            near_it -= 1  # the pronoun's own sentence, or another of theirs
        before = says_it(read(near_it)) or takes_a_stand(read(near_it))
    writer = _writer(site, said, passages, own, read) if len(meant) == 2 else ""
    if writer in meant and writer != who.id:
        message = f'of those whom this pronoun may mean only "{writer}" is told to have written'
        return message, "check whose words these are", said
    if inferred and who.id in meant and (who.id in before or not before):
        return None
    if named != who.id:
        message = f"in the nearest sentence before {json.dumps(named) if named else 'nobody'} does"
        message += f' something, not "{who.id}"'
        if named:
            help = f'if these are the words of "{named}", write so; if not, {help}'
        return message, f"{help}; {INFERRED}" if who.id in meant else help, words
    others = [name for name in meant if name != who.id]
    sure = who.id in before or _is_quoted(read(near), who)
    if others and isinstance(who, Person) and not sure:
        message = f'the pronoun may mean "{others[-1]}" as well as "{who.id}"'
        return message, EITHER, words
    return None


def not_whom(who: Person, said: str, folded: str, meant: list[str]) -> tuple[str, str, str]:
    """What is wrong where the pronoun in what is ``said`` fits somebody's sex not, how to fix it,
    and the words; with whom it may mean instead."""
    she, told = read_as(who, folded)
    other = f', but "{meant[-1]}"' if meant else ""
    message = f'the pronoun in these words does not mean "{who.id}"{other}'
    help = f"{json.dumps(told, ensure_ascii=False)} is read as a {'woman' if she else 'man'}'s"
    help += f'; ascribe it to "{meant[-1]}"' if meant else "; check whose words these are"
    return message, help, said


def _says_something_else(
    site: Site, passages: Passages, place: Place, naming: Placed
) -> tuple[str, str, str] | None:
    """What is wrong where the sentence behind a quotation has somebody say what stands in it (X
    added that …), or in another quotation, and so does not say whose the one before is."""
    sentence = Sentence(prose(passages, place, []), agents_names(site), passages.language)
    says = sentence.words.says.search(sentence.text)
    if said_from(sentence) or (says and OTHER in sentence.text[says.end() :]):
        help = "take the words beside the quotation that say whose it is"
        return "these words say who says what follows them, not the quotation", help, naming.exact
    return None


def _writer(
    site: Site, said: str, passages: Passages, own: list[Place], read: Callable[[int], Sentence]
) -> str:
    """Which of two people whom the pronoun beside what is written may mean the two paragraphs
    before tell to have written something; empty where that is neither, or both."""
    if not is_written(said, passages.language):
        return ""
    last = bisect_left(passages.sentences, own[0])
    near = [
        read(i)
        for i in range(max(last - _LOOKED_BACK, 0), last)
        if passages.sentences[i].paragraph >= own[0].paragraph - 2
    ]
    people, told = may_be_meant(site, said, near, passages.folded), list[tuple[str, str]]()
    for sentence in near:
        found = sentence.mentions
        for mention, following in zip_longest(found, found[1:]):
            end = following.start if following else len(sentence.text)
            told.append((mention.whose, sentence.text[mention.end : end]))
        if pronoun := sentence.words.pronouns.match(sentence.text):
            end = found[0].start if found else len(sentence.text)
            told.append(("", sentence.text[pronoun.end() : end]))
    writer = only_writer(told, passages.language) if len(people) == 2 else ""
    return writer if writer in people else ""


def _is_quoted(sentence: Sentence, who: Agent) -> bool:
    """Whether a sentence quotes somebody, who then goes on: X said “…”."""
    return OTHER in sentence.text and who.id in says_it(sentence)


def who_acts(
    site: Site,
    sentence: Sentence,
    who: Agent | None,
    fitting: Callable[[str], bool] = lambda one: True,
) -> str:
    """The first person who does something in a sentence, of those whose id is ``fitting``; an
    organisation too that is looked for."""
    subjects = [mention.whose for mention in sentence.doing() if fitting(mention.whose)]
    people = [name for name in subjects if is_person(site, name)]
    if not people and isinstance(who, Organisation) and who.id in subjects:
        return who.id
    return people[0] if people else ""


@kept()
def themselves(site: Site) -> frozenset[str]:
    """The ids of the sources, where they have one, as those who say what is in them."""
    labels = {fold(source.record.label).casefold() for source in site.topic.sources.values()}
    return frozenset(a.id for a in published_agents(site) if fold(a.name).casefold() in labels)


def prose(passages: Passages, sentence: Place, quoted: list[Span], within: bool = False) -> str:
    """A sentence, folded, with a sign for each quotation: another for those in question. Where
    these are quoted in a turn, or ``within`` says so, what the turn says is prose."""
    turn = passages.quoted_in_turn(quoted[0]) if quoted else None
    speech = passages.marked if turn or within else passages.speech
    pieces, at, cover = [], sentence.start, Cover(quoted)
    if turn and sentence.start < turn.words.start < sentence.end:
        at = turn.words.start
    begin = max(bisect_left(speech, (sentence.start,)) - 1, 0)
    for outer in islice(speech, begin, None):
        if outer.start > sentence.end:
            break
        if outer.end < sentence.start:
            continue
        start, end = max(outer.start, sentence.start), min(outer.end, sentence.end)
        if start > at:
            pieces.append(fold(passages.text[at : start - 1]))
        pieces.append(THIS if cover.touches(Span(start, end)) else OTHER)
        at = end + 1
    if at < sentence.end:
        pieces.append(fold(passages.text[at : sentence.end]))
    return " ".join(pieces)


def passed_on(passages: Passages, quoted: list[Placed]) -> set[str]:
    """The words before or right behind a quotation that say that somebody shared it; not those of
    somebody who shared something *and* said it."""
    spans = [span for placed in quoted for span in placed.spans]
    says = speech(passages.language).says.pattern
    verb = "|".join(passages.language.sharing)
    any_verb = re.compile(rf"\b(?:{verb})\b", re.I)
    shared = when_needed(
        rf"(?<!\ba )(?<!\bthe )(?<!\btheir )(?<!\bour )(?<!\bits )\b({verb})\b"
        rf"(?!.*\b(?:and|und|et) (?:\w+ )?(?:{says}))",
        re.I,
    )
    behind = re.compile(rf"\W*(?!\s*(?:and|und|et)\b)(?:\w+\W+){{0,2}}?({verb})\b", re.I)
    found = set()
    for sentence in dict.fromkeys(s for span in spans for s in passages.sentences_of(span)):
        text = prose(passages, sentence, spans)
        for place in re.finditer(THIS, text) if verb and any_verb.search(text) else ():
            before = re.split(f"[{OTHER}{THIS}]", text[: place.start()])[-1]
            match = shared().search(before) or behind.match(text, place.end())
            found |= {match[1].lower()} if match else set()
    return found
