"""What a text tells only as planned, expected or asked for, and what one tells as done.

One row a language; of a language without one nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .characters import plain_letters
from .clauses import cautions
from .folding import fold
from .languages import KEPT, Language
from .polarity import LIGHT, done, stem

_WORD = re.compile(r"[^\W\d_][\w-]*")


_ORDINAL = re.compile(r"(?<=\d)\.(?= [^\W\d_])")  # am 13. Dezember


class Planned(NamedTuple):
    """A word by which something is planned or asked for, and the stems of what is: of all words
    behind it in its clause, and of the verbs; and the words themselves."""

    word: str
    stems: frozenset[str]
    verbs: frozenset[str]
    forms: frozenset[str]


class _Row(NamedTuple):
    """Expressions of a language: what plans or expects, what asks somebody else, a verb as it is
    behind these, a verb in the past, and words by which a text shows that it tells of no more."""

    plans: str
    asks: str
    verb: str
    past: str
    open: str
    future: str = "(?!)"  # a verb that is of what is to come by its form
    was: str = "(?!)"  # what has a verb be of the past that is told of what is to come


_BE = r"(?:is|are|was|were|be|been|being)"
_ROWS = {
    "en": _Row(
        plans=rf"{_BE} (?:\w+ly |now |still )?(?:expected|planned|scheduled|due|set|slated|poised"
        r"|meant|supposed|about|going) to(?: have to)?|(?:is|are|was|were) to(?= [a-z]+\b)"
        r"|(?:plan|hope|intend|aim"
        r"|want|seek|wish|promis|pledg|vow|threaten|offer|prepar|agre)(?:e?s|e?d|ing|e|ned)? to"
        r"|will|(?-i:may)|might|could|would",
        asks=r"(?:ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:on|for)|press(?:es|ed)"
        r"|begg?(?:s|ed)|invit(?:es?|ed)|demand(?:s|ed|ing)?|request(?:s|ed)|encourag(?:es?|ed)"
        r"|want(?:s|ed)?|petition(?:s|ed))(?= )",
        verb=r"(?:\bto (?:be )?|^\W*(?:be )?)([a-z]+)",
        past=r"(?:(?!(?:need|seed|feed|speed|indeed|hundred)\b)[a-z]{2,}ed)",
        open=r"plan|condition|expect|schedul|slated|due\b|ask|call|want|urg|demand|request|if\b|whether|invit"
        r"|set|hop(?:e|ing)|intend|aim|seek|sought|wish|promis|pledg|vow|threat|offer|prepar|agre|propos"
        r"|announc|should|ought|must\b|insist|appeal|plea"
        r"|going to|about to|to come|to follow|(?:is|are|was|were) to\b|will|would"
        r"|(?-i:may)|might|could|await|arrang|next|future"
        r"|(?:is|are|was|were)(?: \w+ly)? (?:for|against|in favou?r of) \w+ing",
    ),
    "de": _Row(
        plans=r"soll(?:en|te|ten)?|will|wollen|wollten?|plan(?:t|en|te|ten)|geplant|vorgesehen"
        r"|beabsichtig\w+|erwartet|hoff(?:t|en|te|ten)|möchten?|droh(?:t|en|te|ten)|versprach"
        r"|versprechen|dürften?|könnten?|wird|werden|kündig(?:t|te|en|ten)|angekündigt|weiger\w+",
        asks=r"bat(?:en)?|bittet|bitten|forder(?:t|te|ten|n)|verlang(?:t|te|ten|en)|dräng(?:t|te)"
        r"|appellier\w+|rief(?:en)?|ruft|rufen",
        verb=r"(?:\bzu ([a-zäöüß]+en?)\b|\b((?:ab|an|auf|aus|bei|ein|mit|vor|zurück|zusammen)?"
        r"(?!haben|werden)[a-zäöüß]{3,}n)\b)",
        past=r"(?:[a-zäöüß]{2,}te[nt]?|\w*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ent|er|ver|zer)[a-zäöüß]{2,}"
        r"(?:t|en)|[a-zäöüß]{2,6}(?:[a-su-zäöüß]|(?:a|o|it|l|el)t)(?:en)?)",
        open=r"soll|Bedingung|woll|will|plan|vorgesehen|erwart|hoff|möcht|droh|versprech|versprach|dürf|könn"
        r"|bat\b|bat?en\b|bitt|gebeten|forder|verlang|dräng|appell|ruf|rief|wenn|falls|ob\b|wünsch|ankündig|kündig|angekünd",
        was=r"(?:wurden?|worden|ist|sind|war|waren|hat|haben|hatten?)",
    ),
    "fr": _Row(
        plans=r"d(?:oit|oivent|evait|evaient|evrait|evraient)|prév(?:oit|oient|oyait|oyaient)"
        r"|prévue?s?|attendue?s?|veut|veulent|voulai(?:en)?t|espèrent?|compte(?:nt)? (?=\w+r\b)"
        r"|va (?=\w+r\b)|vont|menacent?|envisagent?|pourrai(?:en)?t|prom(?:et|ettent|is)"
        r"|refus(?:e|ent|é|ait) (?=de\b|d')",
        asks=r"demand(?:e|ent|é|ait|aient)|exhort(?:e|ent|é)|appel(?:le|lent|é) à|réclam(?:e|ent|é)"
        r"|exig(?:e|ent|é|eait)|prié|invit(?:e|é|ent)|souhait(?:e|ent|ait)",
        verb=r"\b((?:\w{2,}(?:er|ir|re)))\b",
        past=r"\w{2,}(?:é|i|u)e?s?",
        open=r"d(?:oi|ev)|condition|prom|refus|prév|attend|v[eo]u|esp[eè]r|compt|va\b|vont|menac|envisag|pourr|demand|si\b"
        r"|exhort|appel|réclam|exig|pri|invit|souhait|\w{2,}r(?:a|ont)\b",
        future=r"\w{2,}r(?:a|ont)",
        was=r"(?:été|a|ont|est|sont)",
    ),
    "es": _Row(
        plans=r"previst[oa]s?|deb(?:e|en|ía|ían)|planea[nb]?\w*|piensan?|quieren?|querían?|van? a"
        r"|iban? a|esperan?|espera(?:ba|ban)|prev(?:é|én)|amenazan?|podrían?"
        r"|prometen?|prometió|se nie(?:ga|gan) a|se neg(?:ó|aron) a",
        asks=r"pid(?:e|en|ió|ieron)|pedían?|exig(?:e|en|ió|ieron)|inst(?:a|an|ó|aron)"
        r"|llam(?:a|an|ó) a|reclam(?:a|an|ó)|solicit(?:a|an|ó)",
        verb=r"\b(\w{2,}(?:ar|er|ir|en|an|e|a)(?:se|l[oae]s?)?)\b",
        past=r"\w{2,}(?:ó|aron|ieron|[ai]d[oa]s?)",
        open=r"previst|condici|deb|plane|piens"
        r"|qu[ie][es]|v[ao]n? a\b|iban? a\b|esper|prom|neg|nieg|prev"
        r"|amenaz|podr|si\b|p[ei]d|exig|inst|llam|reclam|solicit|\w{2,}r(?:á|án)\b",
        future=r"\w{2,}r(?:á|án)",
        was=r"(?:fue|fueron|sido|ha|han)",
    ),
}


class _Read(NamedTuple):
    """The expressions of a row, made ready."""

    plans: re.Pattern[str]
    asks: re.Pattern[str]
    verb: re.Pattern[str]
    past: re.Pattern[str]
    open: re.Pattern[str]
    future: re.Pattern[str]
    was: re.Pattern[str]


@cache
def _read(code: str) -> _Read | None:
    row = _ROWS.get(code)
    if row is None:
        return None
    plans, asks = (re.compile(rf"\b(?:{one})\b", re.I) for one in (row.plans, row.asks))
    shows = re.compile(rf"\b(?:{row.open})", re.I)
    future, was = (re.compile(rf"\b(?:{one})\b") for one in (row.future, row.was))
    return _Read(plans, asks, re.compile(row.verb), re.compile(row.past), shows, future, was)


@lru_cache(KEPT)
def planned(text: str, language: Language) -> tuple[Planned, ...]:
    """What a text only tells as planned or expected."""
    row = _read(language.code)
    if row is None:
        return ()
    text = fold(text)
    found = [*_behind(text, row.plans, row, language)]
    for verb in map(str.lower, row.future.findall(text)):
        bare = frozenset({_bare(verb, language)})
        found.append(Planned(verb, all_of(text, language) | bare, bare, frozenset({verb})))
    return (*found,)


@lru_cache(KEPT)
def asked(text: str, language: Language) -> tuple[Planned, ...]:
    """What a text only tells as asked for of somebody."""
    row = _read(language.code)
    return (*_behind(fold(text), row.asks, row, language),) if row else ()


def _behind(
    text: str, marker: re.Pattern[str], row: _Read, language: Language
) -> Iterator[Planned]:
    words, text = cautions(language), _ORDINAL.sub(" ", text)
    for found in marker.finditer(text) if words else ():
        stop = words.boundary.search(text, found.end()) if words else None
        clause = text[found.end() : stop.start() if stop else len(text)]
        whom = stop and stop.group() == "que" and "," not in clause  # pidió a X que …
        if whom or (language.code == "de" and "," in text[found.end() :]) or not clause.strip(" ,"):
            clause = text[found.end() :].partition(". ")[0]  # bat das Amt, … zu senken; pidió que
        verbs = [next(filter(None, m.groups()), "") for m in row.verb.finditer(clause)]
        every = [w for w in _WORD.findall(clause) if w.lower() not in LIGHT]
        yield Planned(
            found.group(),
            frozenset(_bare(w, language) for w in every),
            frozenset(_bare(v, language) for v in verbs if v.lower() not in LIGHT),
            frozenset(every),
        )


@lru_cache(KEPT)
def told_as_done(text: str, language: Language) -> dict[str, frozenset[str]]:
    """The verbs that a text has in the past, each with what its forms begin with."""
    row, text = _read(language.code), fold(text)
    found = dict[str, frozenset[str]]()
    for word in _WORD.findall(text) if row else ():
        if word.islower() and word not in LIGHT:
            past = {_bare(word, language)} if row and row.past.fullmatch(word) else set[str]()
            if past and language.code == "de":  # stellte … vor
                past |= {_bare(front + word, language) for front in _FRONT.findall(text)}
            if past := past | ({*done(word)} if language.code == "en" else set[str]()):
                found[word] = frozenset(past)
    return found


def all_of(text: str, language: Language) -> frozenset[str]:
    """The stems of the words of a text that say something, as those of what is planned are."""
    words = _WORD.findall(fold(text))
    return frozenset(_bare(w, language) for w in words if w.lower() not in LIGHT)


def is_past(text: str, language: Language) -> bool:
    """Whether a text has a word that has what is told there be past: was, wurde, a été."""
    row = _read(language.code)
    return row is not None and bool(row.was.search(fold(text)))


def is_planned(text: str, language: Language) -> bool:
    """Whether a text may itself tell that something is planned, expected or asked for."""
    row = _read(language.code)
    return row is not None and bool(row.open.search(fold(text)))


# By which a text tells that somebody has said that they will.
_AGREES = {
    "en": r"will|shall|promis(?:es?|ed)|pledge[sd]?|agree[sd]?(?= (?:to|that)\b)|vow(?:s|ed)"
    r"|offer(?:s|ed)|undert(?:akes|ook)|guarantee[sd]?|accept(?:s|ed)",
    "de": r"wird|werden|(?:ver)?sprach(?:en)?|verspr(?:icht|echen|ochen)|zugesagt"
    r"|sagten?(?= .*\bzu\b)|übern(?:immt|ahm)|bereit|willigt\w*|garantiert\w*",
    "fr": r"prom(?:et|ettent|is)|s'engag\w+|accept\w+|va|vont|garanti\w*|\w{2,}r(?:a|ont)",
    "es": r"promet\w+|se compromet\w+|acept\w+|va a|van a|garantiz\w+|\w{2,}r(?:á|án)",
}
# By which it tells that it is only asked for or wanted.
_WANTS = {
    "en": r"ask|call(?:s|ed|ing)? (?:on|for)|urg|demand|request|want|wish|should|ought|must|need"
    r"|to be|press|invit|encourag|appeal|plea|insist|expect|if|whether",
    "de": r"bat|bitt|gebeten|forder|verlang|dräng|appell|ruf|rief|soll|woll|will|wünsch"
    r"|müss|muss|möcht|ob|falls|wenn",
    "fr": r"demand|exhort|appel|réclam|exig|pri(?:e|é)|invit|souhait|v[eo]u|doi|dev|si\b",
    "es": r"p[ei]d|exig|inst|llam|reclam|solicit|qu[ie][es]|deb|dese|si\b",
}


def as_agreed(text: str, language: Language) -> bool:
    """Whether a text tells that somebody will do or has promised something, and not that it is
    asked of them."""
    agrees, wants = _AGREES.get(language.code), _WANTS.get(language.code)
    text = fold(text)
    told = agrees and re.search(rf"(?i)\b(?:{agrees})\b", text)
    return bool(told) and not re.search(rf"(?i)\b(?:{wants})", text)


_UNDECIDED = re.compile(
    r"(?i)\?|\b(?:unlikely|likely|probabl[ye]|possibl[ye]|perhaps|maybe|unless|unsure|uncertain"
    r"|unclear|hypothetical\w*|wahrscheinlich|vermutlich|möglicherweise|vielleicht|wohl|peut"
    r"|sans doute|quizás?|acaso|pued\w+)\b"
)


def is_undecided(text: str) -> bool:
    """Whether a text tells what it does as no more than possible."""
    return bool(_UNDECIDED.search(fold(text)))


_HAPPENED = {
    "en": r"(?:took|taken) place|happened|occurred|(?:was|were|been) held|came about|went ahead",
    "de": r"fand(?:en)?\b.* statt|stattgefunden|abgehalten|geschah(?:en)?|ereignete sich",
    "fr": r"(?:eu(?:t|rent)?|avait eu) lieu|s'(?:est|était) (?:tenue?|produite?|déroulée?)|se tint",
    "es": r"tuv(?:o|ieron) lugar|tenido lugar|se (?:celebr|produj)(?:ó|o|aron|eron)"
    r"|ocurri(?:ó|eron)|(?:fue|fueron|sido) celebrad[oa]s?",
}


def happening(text: str, language: Language) -> bool:
    """Whether a text says, whatever it is, that it took place."""
    known = _HAPPENED.get(language.code)
    return bool(known and re.search(rf"(?i)\b(?:{known})\b", fold(text)))


# What the forms of words end in, and what those of German verbs begin with.
_ENDS = {
    "de": r"(?:e?te[nt]?|e?t|en|n|e)$",
    "": r"(?<=\w{2})(?:[aei]r(?:á|án)|ées?|és?|er(?:ont|a)?|ir|re|ie?s?|ue?s?|ent|aron|ieron"
    r"|ió|ó|[ai]d[oa]s?|ar|[ae]n|se|[aeo]s?)$",
}
_FRONT = re.compile(r"\b(ab|an|auf|aus|bei|ein|mit|vor|zurück|zusammen)(?=[.,;:!?]|$)")
_GE = r"^((?:ab|an|auf|aus|bei|ein|mit|vor|zurück|zusammen)?)(?:ge|zu)(?=\w{3})"


@lru_cache(4 * KEPT)
def _bare(word: str, language: Language) -> str:
    """How a word begins whatever its form; a German verb by its consonants, since its vowels
    change: treffen, traf, getroffen."""
    low = word.lower()
    if language.code == "en":
        return stem(low)
    if language.code == "de":
        bare = re.sub(_ENDS["de"], "", re.sub(_GE, r"\1", low)).replace("ß", "ss")
        return re.sub(r"(.)\1", r"\1", re.sub("[aeiouäöüy]+", "", bare)) if word.islower() else low
    return plain_letters(re.sub(_ENDS[""], "", low))
