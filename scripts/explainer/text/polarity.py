"""What a text denies, and what it holds for no more than likely: the words that do so, and those
they are said of. So what editors write can be held against what they cite.

Of a language without a row in clauses.py nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .clauses import cautions
from .folding import fold, nfc
from .languages import KEPT, LANGUAGES, Language
from .words import under_letters

_WORD = re.compile(r"[^\W\d_][\w-]*(?:['’][^\W\d_]+)?")
# Limits of an amount, which deny nothing: no more than three. Of anything else (no more than a
# rumour) they do.
_NUMBERS = "|".join(
    sorted({re.escape(w) for one in LANGUAGES.values() for w in (*one.numbers, *one.scales)})
)
_AMOUNT = (
    rf"(?=(?:[^\W\d_]+\s){{0,2}}?[£$€]?(?:\d|(?:{_NUMBERS})(?!\w))|(?:an?|eine?[nrms]?|une?|una?)\s"
    r"(?:third|quarter|half|few|week|day|month|year|hour|minute|Drittel|Viertel|Woche|Tag|Monat"
    r"|Jahr|Stunde|tiers|quart|semaine|jour|mois|heure|tercio|semana|mes|hora|kilo|met|mèt|mile|euro"
    r"|pound)\w*)"
)
_LIMITS = re.compile(
    r"(?i)\b(?:(?:(?:no|not) (?:more|greater|higher|longer|larger|over|fewer|less|lower|smaller"
    r"|under) than|nicht (?:mehr|länger|höher|weniger) als|no (?:más|mayor|menos) (?:de|que)"
    rf"|(?:ne [\w']+ )?pas (?:plus|moins) (?:de|que|d'|qu'))\s?{_AMOUNT}"
    r"|(?:no|not) (?:later|earlier) than|nicht (?:später|früher) als\b)"
)
_ENDINGS = re.compile(r"(?<=\w{3})(?:ments?|ingly|ing|ies|ied|edly|ed|es|en|er|ly|s|e|y|'s?)$")
_ELIDED = re.compile(r"\b(?:[dlnsjmtc]|qu)'(?=[^\W\d_])", re.I)  # d'accord
_MENT = re.compile(r"(?<=e)ments?$")
# Words that say little by themselves, and are no part of what is denied.
LIGHT = frozenset(
    "a an the this that these those it its he his him she her they them their we our us you your"
    " i my one any some all such every each either both very much many more most so too also even"
    " ever yet just still longer anybody anyone anything of to in on at by for from with into over"
    " under about as than and or nor but if be is are was were been being am has have had having"
    " do does did done doing will would shall should can could may might must going go get got"
    " there here then who whom whose which what when where how why whether not no own same way"
    " said say says der die das den dem des ein eine einen einem einer es er sie ihr sein ihre"
    " seine und oder aber ist sind war waren wird werden hat haben hatte zu im am auf für von mit"
    " dass als wie noch mehr le la les un une des du de ce cette il elle ils elles son sa ses leur"
    " et ou mais est sont été être a ont avait dans sur pour par avec que qui plus el los las lo"
    " del al una uno se su sus y o con por para en es son fue ha han había haber avoir haben"
    " habe haben sei seien hätte hätten wäre wären toute tous toutes todo toda todos todas"
    " penny cent".split()
)
# Not what a source says, but what it says nothing of: behind these a "not" denies nothing in it.
_TELLING = (
    r"(?:say|said|state|quote[sd]?|name[sd]?|tell|told|explain\w*|mention\w*|call|called|print"
    r"|specif\w*|nennt|sagt|dit|cite|précise)"
)
_META = re.compile(
    rf"(?:\b(?:not|never|no(?:ne|body|where|thing|r)?|nicht|pas)|n't)\s(?:\w+\s)?(?:quoted\sas\s\w+"
    rf"|{_TELLING})\b(?!\s(?:that|dass|que)\b)"
    rf"|\b(?:gives?|gave|{_TELLING})s?\s(?:no|nothing|neither|nichts|rien)\b[^.;:]*"
    rf"|\bnothing\s(?:of|about|on|more)\b",
    re.I,
)
# Anything by which a text may tell that something is not so, or is refused, missing or far off.
_NEGATIVE_WORDS = (
    r"not|no|nor|none|never|neither|nobody|nothing|nowhere|without|cannot|unless"
    r"|hardly|barely|scarcely|seldom|rarely|little|few|fewer|less|only|far|else|instead|except"
    r"|contrary|opposite|reject\w*|refus\w*|rul(?:e[sd]?|ing) (?:\w+ ){0,4}out|den(?:y|ie[sd]|ying"
    r"|ial)|oppos\w*|against|resist\w*|declin\w*|withh[oe]ld\w*|lack\w*|fail\w*|miss(?:es|ed|ing)?"
    r"|stop\w*|end(?:s|ed)?|halt\w*|prevent\w*|avoid\w*|bar(?:s|red)|ban(?:s|ned)?|forb\w+"
    r"|silen\w+|secre\w+|hid(?:es?|den|ing)?|to (?:itself|themselves|himself|herself)|impossible"
    r"|reluctan\w+|short of|away from|beyond|excl\w+|disput\w*|doubt\w*|dismiss\w*|block\w*"
    r"|veto\w*|red lines?|hold(?:s|ing)? (?:on|out|back)|cling\w*|preserv\w*|insist\w*|keep\w*"
    r"|kept|retain\w*|remain\w*|stay\w*|differ\w*|dis(?:agree|interest|inclin|approv)\w*|un(?!der"
    r"|til|it|i[oq]|less|ve|ter|ser|d\b|s\b|as?\b|es?\b|os?\b)\w+|non-?\w+|nicht\w*|kein\w*|nie\w*"
    r"|weder|noch|ohne|kaum|wenig\w*|lehn\w*|ablehn\w*|verweiger\w*|bestreit\w*"
    r"|bestritt\w*|gegen|schlie\w+ (?:\w+ )*aus|fehl\w*|leugn\w*|nur|weit|statt|ne|pas|jamais|ni"
    r"|aucune?|rien|sans|peu|guère|refus\w*|rejet\w*|exclu\w*|contre|manqu\w*|loin|seul\w*|nié\w*|déni\w*|dément\w*|conteste\w*|réfut\w*|écart\w*"
    r"|dout\w*|oppos\w*|interdi\w*|récus\w*|repouss\w*|(?:be)?zweif\w*|dementier\w*|vernein\w*"
    r"|weiger\w*|verwarf\w*|verwirf\w*|verworf\w*|untersag\w*|verb[io][et]\w*|ausgeschlossen"
    r"|w(?:ies|eist?)\w* [^.;]*zurück|zurückgewies\w*|abgelehnt|infrage|dagegen|turned down|out of"
    r"|garde|nunca|tampoco|nadie|nada|ningun\w*|neg(?:ó|a\w+)|niega\w*|desm[ie]\w*|rechaz\w*"
    r"|descart\w*|dud\w*|rehus\w*|apenas"
    r"|deneg\w*|denieg\w*|opon\w*|opus\w*|renon\w*|renunci\w*"
    r"|prohib\w*|contra|sin|advirt\w*|advert\w*|falt\w*|evit\w*|imp[ie]d\w*|improbab\w*|poc[oa]s?"
)
_NEGATIVE = re.compile(rf"n't\b|n'|\b(?:{under_letters(_NEGATIVE_WORDS)})\b", re.I)
# What says so in a source, where a word that may do so is not enough.
_TURNED_WORDS = (
    r"not|no|nor|none|never|neither|nobody|nothing|nowhere|without|cannot|unless|hardly"
    r"|barely|scarcely|seldom|rarely|little|few|reject\w*|refus\w*|ruled? out|den(?:y|ie[sd]|ying"
    r"|ial)|oppos\w*|against|resist\w*|declin\w*|lack\w*|fail\w*|abandon\w*|drop\w*|impossible"
    r"|reluctan\w+|far from|dis(?:agree|interest|inclin|approv|miss)\w*|un(?:able|likely|willing)"
    r"|nicht\w*|kein\w*|nie\w*|weder|noch|ohne|kaum|wenig\w*|lehn\w*|ablehn\w*|verweiger\w*|gegen"
    r"|widersp[ra]\w*|ne|pas|jamais|ni|aucune?|rien|sans|peu|guère|rejet\w*|exclu\w*|contre|nié\w*|dément\w*"
    r"|conteste\w*|réfut\w*|écart\w*|dout\w*|interdi\w*|récus\w*|ferm\w*|bestr[ei]\w*"
    r"|(?:be)?zweif\w*|dementier\w*|weiger\w*|verw[aio]r?f\w*|abgelehnt"
    r"|w(?:ies|eist?)\w* [^.;]*zurück|zurückgewiesen"
    r"|ausgeschlossen|geschlossen|doubt\w*|disput\w*|ruling out|turned down|closed|shut|veto\w*"
    r"|nunca|tampoco|nadie|nada|ningun\w*|neg(?:ó|a\w+)|niega\w*|desm[ie]\w*|rechaz\w*"
    r"|descart\w*|dud\w*|rehus\w*|deneg\w*|denieg\w*|opon\w*|opus\w*|prohib\w*|contra|sin"
    r"|cerrad\w*|apenas|poc[oa]s?|improbab\w*|unwahrscheinlich\w*"
)
_TURNED = re.compile(rf"n't\b|\b(?:{under_letters(_TURNED_WORDS)})\b", re.I)
# What somebody does against something: to the noun in German, since the verb is behind it.
_AGAINST = re.compile(
    r"\b[Gg]egen(?: [a-zäöüß]+)* [A-ZÄÖÜ][\w-]+|\b(?:against|contre|contra)(?: [\w'-]+){1,4}"
)
_VOTES = re.compile(
    r"\b(?:vot|warn|sp[eo]a?k|argu|campaign|decid|rul|stimm|sprach|sprech|spricht|entsch|prononc"
    r"|décid|mis\b|met|pronunc|adv[ie]rt)",
    re.I,
)
# Verbs that deny what is behind them.
_REFUSES_WORDS = (
    r"reject(?:s|ed|ing)?|refus(?:e[sd]?|ing)|(?:rul(?:e[sd]?|ing)) (?=(?:\w+ ){0,6}?out\b)"
    r"|den(?:y|ie[sd]|ying)|oppos(?:e[sd]?|ing)|resist(?:s|ed|ing)?|lehnt\w*|verweiger\w*"
    r"|bestr(?:eite|itt)\w*|refuse|rejette|exclut"
)
_REFUSES = re.compile(rf"\b(?:{under_letters(_REFUSES_WORDS)})\b", re.I)
# Words by which a text may tell that something is wanted, asked or likely, and not that it is so.
_OPEN_WORDS = (
    r"if|whether|want\w*|wish\w*|demand\w*|ask\w*|call(?:s|ed|ing)? for|seek\w*|sought"
    r"|hop\w+|goal|requir\w*|condition\w*|mandatory|need\w*|offer\w*|propos\w*|question\w*|ob"
    r"|falls|wenn|verlang\w*|forder\w*|soll\w*|si|veut|demand\w*|exig\w*"
)
_OPEN = re.compile(rf"\?|\b(?:{under_letters(_OPEN_WORDS)})\b", re.I)
_UNSURE_WORDS = (
    r"(?:is|are|was|were) to|likel\w+|unlikely|probab\w+|improbab\w+|possib\w+|perhaps"
    r"|maybe|(?-i:may)|might|could|can|seem\w*|appear\w*|apparent\w*|report\w*|alleg\w*|suppos\w*"
    r"|expect\w*|suggest\w*|hint\w*|impression|look\w*|reading|guess\w*|estimat\w*|assum\w*"
    r"|presum\w*|reckon\w*|tend\w*|risk\w*|chance\w*|hop\w+|potential\w*|uncertain\w*|unclear"
    r"|unsure|sure|if|unless|about|around|some|nearly|almost|roughly|so-called|hedge\w*|thinks?"
    r"|thought|believe\w*|view|fear\w*|call\w*|sees?|due|plan\w*|to come|will be|wahrscheinlich\w*"
    r"|vermutlich\w*|möglich\w*|vielleicht|angeblich\w*|könn\w*|dürft\w*|soll\w*|schein\w*"
    r"|schien\w*|wohl|offenbar|wenn|falls|etwa|rund|probable\w*|peut|pourrai\w*|sembl\w*"
    r"|apparemment|prétend\w*|serai\w*|si|environ|geplant|vorgesehen|woll\w*|erwart\w*|prévu\w*"
    r"|devai\w*|attend\w*|envisag\w*|previst\w*|debía\w*|esper\w*|iban?"
)
_UNSURE = re.compile(rf"\?|\b(?:{under_letters(_UNSURE_WORDS)})\b", re.I)
_TWICE = re.compile(
    r"\b(?:unless|until|except|without|only|just|merely|ohne|bis|nur|sans|sauf|seulement)\b", re.I
)
_CONTRAST = re.compile(
    r"(?:,\s(?:and\s|but\s|or\s|und\s|et\s)?|\b(?:and|but|und|et)\s)(?:not|no|nicht|kein\w*|pas"
    r"|non)\b|\b(?:not|nicht|pas)\b(?=.*\b(?:but|sondern|mais)\b)|\b(?:no longer|not before"
    r"|nicht mehr|pas plus)\b",
    re.I,
)
_ANOTHER = re.compile(  # not the same is another
    r"(?:\b(?:ne\s|n')[\w-]+\s)?\b(?:not|nicht|pas|no)\s(?:(?:the|le|la|les|el|los|las)\s)?"
    r"(?:same|mêmes?|mism[oa]s?|d(?:er|ie|as)selben?)\b",
    re.I,
)
# The words by which French and Spanish deny once, on either side of a verb; ne and que only say
# that it is no more.
_VERB = r"(?P<verb>(?:(?!(?:et|ou|mais|y|o|pero|que?)\b)[^\s,.;:!?()\"«»]+\s){1,5}?)"
_ON_BOTH_SIDES = {
    "fr": re.compile(
        rf"\b(?:ne\s|n'){_VERB}(?:(?P<more>plus)|pas|jamais|rien|guère|point|aucune?|personne)\b"
        r"(?!\s(?:de\s)?(?:\d|deux|trois|dix|cent|mille)\w*)",
        re.I,
    ),
    "es": re.compile(
        rf"\bno\s{_VERB}(?:nunca|jamás|nadie|nada|tampoco|ning(?:ún|una?))\b(?P<more>\0)?", re.I
    ),
}
_NE_QUE = re.compile(
    r"(?<!personne\s)(?<!rien\s)\b(?:ne\s|n')(?!(?:ni|dout|di|contest|cr|pens|sa[iv])\w+\s)"
    r"(?P<verb>(?:(?!(?:pas|plus|jamais|rien)\b)[^\s,.;:!?()]+\s){1,3}?)"
    r"(?=qu(?:e\b|'))",
    re.I,
)
_LACKING = ("without", "ohne", "sans")
_TURNING_PREFIX = re.compile(r"\b(?:dis|un|non-?|im|in|ir|il)(\w{4,})\b", re.I)
_NO_HEDGES = frozenset("if would could wenn falls würde würden si serait seraient peut".split())
_WHO_SAID = re.compile(r",\s(?:said|says|sagte?n?|so|erklärte|teilte|heißt|a dit|dijo)\b.*")
_LIST = re.compile(r",\s?|\b(?:or|nor|oder|noch|ou|ni)\b")


# What is held for less likely than not: what it is said of may be before it, or behind "that".
_IMPROBABLE = re.compile(
    r"\b(?:unlikely|improbable|unwahrscheinlich\w*|(?:peu|poco|wenig|hardly|not (?:very )?)\s?"
    r"(?:probable|wahrscheinlich|likely))\b",
    re.I,
)
_PROBABLE = re.compile("likely|probable|wahrscheinlich")
_THAT = re.compile(r"(?:\s(?:that|que|qu'|dass)\b|,\s(?:dass|que)\b|\sto\b)*\s?", re.I)


class Scope(NamedTuple):
    """A word that denies or weakens, and the beginnings of the words behind it in its clause."""

    word: str
    stems: tuple[str, ...]


# Verbs whose past has another stem, in English and German: each with its forms.
_VERBS = (
    "bear bore borne; beat beaten; begin began begun; bind bound; blow blew blown; break broke"
    " broken; bring brought; build built; buy bought; catch caught; choose chose chosen; come came"
    "; deal dealt; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell"
    " fallen; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade"
    " forbidden; forget forgot forgotten; freeze froze frozen; give gave given; go went gone; grow"
    " grew grown; hear heard; hide hid hidden; hold held; keep kept; know knew known; lead led"
    "; leave left; lend lent; lose lost; make made; mean meant; meet met; pay paid; rise rose risen"
    "; run ran; see saw seen; seek sought; sell sold; send sent; shake shook shaken; shoot shot"
    "; sink sank sunk; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole"
    " stolen; strike struck; swear swore sworn; sweep swept; swim swam swum; take took taken"
    "; teach taught; tear tore torn; tell told; think thought; throw threw thrown; understand"
    " understood; wear wore worn; win won; withdraw withdrew withdrawn; withhold withheld; write"
    " wrote written"
    "; schließen schließt schloss schlossen geschlossen; finden findet fand fanden gefunden"
    "; verlieren verliert verlor verloren; gewinnen gewinnt gewann gewannen gewonnen; steigen"
    " steigt stieg stiegen gestiegen; sinken sinkt sank sanken gesunken; bleiben bleibt blieb"
    " blieben geblieben; brechen bricht brach brachen gebrochen; treffen trifft traf getroffen"
    "; nehmen nimmt nahm nahmen genommen; sterben stirbt starb starben gestorben; streichen"
    " streicht strich strichen gestrichen; abreißen abgerissen; bauen baut baute gebaut; öffnen"
    " öffnet öffnete geöffnet; sperren sperrt sperrte gesperrt; verkaufen verkauft verkaufte"
    "; eröffnen eröffnet eröffnete; kaufen kauft kaufte gekauft; zahlen zahlt zahlte gezahlt"
)
_PAST = {
    past: verb for verb, *pasts in (one.split() for one in _VERBS.split(";")) for past in pasts
}


@lru_cache(4 * KEPT)
def stem(word: str) -> str:
    """How a word begins, whatever its ending: published and publishes, agreement and agreed."""
    short = _ENDINGS.sub("", _ENDINGS.sub("", _MENT.sub("", word.lower())))
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short


@lru_cache(KEPT)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that say something, in their order."""
    text = fold(text)
    words = _WORD.findall(_ELIDED.sub(" ", text) if "'" in text else text)
    return (*(stem(w) for w in words if w.lower() not in LIGHT),)


def done(text: str) -> Iterator[str]:
    """The stems of verbs that a text has in the past, as of what is to come: meet, for met."""
    return (stem(_PAST[word]) for word in map(str.lower, _WORD.findall(text)) if word in _PAST)


@cache
def _roots() -> dict[str, str]:
    """The stems of those forms, each with that of its verb."""
    return {stem(past): stem(verb) for past, verb in _PAST.items()}


def roots(some: Iterable[str]) -> tuple[str, ...]:
    """Some stems, each as that of its verb: los, of lost."""
    return (*(_roots().get(one, one) for one in some),)


@lru_cache(KEPT)
def denied(text: str, language: Language) -> tuple[Scope, ...]:
    """What a text denies, also by the beginning of a word (disinterested): not what it says that a
    source leaves open, nor what holds unless, until or without something."""
    return _denied(text, language, _OF_A_VERB)


def _denied(text: str, language: Language, last: frozenset[str]) -> tuple[Scope, ...]:
    """What a text denies; ``last`` deny what stands before them where they end a clause."""
    words = cautions(language)
    if words is None:
        return ()
    text = _META.sub(lambda found: "." * len(found.group()), _once(_plain(text), language))
    found = _scopes(text, language.negations | {"n't"}, words.boundary, _TWICE, last)
    others = stems(text)
    turned = ((m.group().lower(), stem(m[1])) for m in _TURNING_PREFIX.finditer(text))
    prefixed = (Scope(word, (one,)) for word, one in turned if one not in others)
    return (*found, *prefixed, *improbable(text, language))


@lru_cache(KEPT)
def improbable(text: str, language: Language) -> tuple[Scope, ...]:
    """What a text holds for less likely than not."""
    words, found = cautions(language), list[Scope]()
    if words is None or not _PROBABLE.search(text):
        return ()
    text = _plain(text)
    for match in _IMPROBABLE.finditer(text):
        that = _THAT.match(text, match.end())
        start = that.end() if that else match.end()
        stop = words.boundary.search(text, start)
        behind = stems(text[start : stop.start() if stop else len(text)])
        begin = text.rfind(". ", 0, match.start()) + 1
        if some := behind or stems(text[begin : match.start()]):
            found.append(Scope(match.group().lower(), some))
    return (*found,)


@lru_cache(KEPT)
def weakened(text: str, language: Language) -> tuple[Scope, ...]:
    """What a text holds for no more than likely."""
    words = cautions(language)
    hedges = words.hedges - _NO_HEDGES if words else frozenset()
    return (*_scopes(_plain(text), hedges, words.boundary),) if words else ()


# What may stand behind the verb that it denies.
_OF_A_VERB = frozenset(
    "nicht nichts keines keiner niemand nothing nobody none rien personne nada nadie ninguno"
    " ninguna".split()
)
_AND = re.compile(r"\s(?:and|but|und|aber|sondern|et|mais|y|pero)\s")


def _scopes(
    text: str,
    words: frozenset[str],
    boundary: re.Pattern[str],
    twice: re.Pattern[str] | None = None,
    last: frozenset[str] = frozenset({"nicht"}),
) -> Iterator[Scope]:
    """The words of a folded text that are among some, with what follows each in its clause; the
    items of a list one by one. Not where the sentence has a word of ``twice`` as well."""
    for found in _WORD.finditer(text):
        word = found.group().lower()
        if found.group() == "May":
            continue
        if word not in words and not (word.endswith("n't") and "n't" in words):
            continue
        stop = boundary.search(text, found.end())
        scope = _WHO_SAID.sub("", text[found.end() : stop.start() if stop else len(text)])
        begin = text.rfind(". ", 0, found.start()) + 1
        rest = f"{text[begin : found.start()]} {text[found.end() :].partition('. ')[0]}"
        if word in _OF_A_VERB:  # promised nothing, and offered a loan
            scope = _AND.split(scope)[0]
        items = [stems(item) for item in _LIST.split(scope)]
        if word in last and not any(items):  # behind its verb: die Kosten steigen nicht
            ends = [end.end() for end in boundary.finditer(text, 0, found.start())]
            items = [stems(text[ends[-1] if ends else 0 : found.start()])[::-1]]
        if not (twice and twice.search(rest)):
            yield from (
                Scope(word, item) for item in items if len(item) > (1 if len(items) > 1 else 0)
            )


def _once(text: str, language: Language) -> str:
    """A text with one word, before the verb, for the two by which a language denies once: ne … pas,
    ne … plus, no … nunca."""
    if not (both := _ON_BOTH_SIDES.get(language.code)):
        return text
    word = "pas" if language.code == "fr" else "no"
    text = both.sub(lambda m: f"{word} {'plus ' if m['more'] else ''}{m['verb'].strip()}", text)
    return _NE_QUE.sub(r"\g<verb>seulement ", text) if language.code == "fr" else text


def denials(text: str, language: Language) -> tuple[Scope, ...]:
    """What a text denies of something, in one word: not what it only sets apart from something else
    (a bridge, not a ferry), or what is so no longer."""
    text = _CONTRAST.sub(" ", _once(_ANOTHER.sub(" ", _plain(text)), language))
    core = language.negations
    words = [w for w in _WORD.findall(text) if w.lower() in core or w.lower().endswith("n't")]
    found = _denied(text, language, frozenset({"nicht"})) if len(words) < 2 else ()
    return (*(scope for scope in found if scope.word not in _LACKING),)


def is_meta(text: str) -> bool:
    """Whether a text tells what a source does not say."""
    return bool(_META.search(_plain(text)))


def clauses(text: str, language: Language) -> list[str]:
    """A text divided where its clauses begin, at every comma too."""
    words = cautions(language)
    text = _plain(text)
    return re.split(rf"{words.boundary.pattern}|,", text) if words else [text]


def _plain(text: str) -> str:
    """A text with straight apostrophes, and without limits that look like denials; the marks of
    quotations, which may bound clauses, stay."""
    return without_limits(" ".join(nfc(text).replace("’", "'").split()))


def without_limits(text: str) -> str:
    """A text without what only limits an amount and looks like a denial: no more than."""
    return _LIMITS.sub(" ", text)


def refused(text: str) -> re.Match[str] | None:
    """A verb of a text that denies what is behind it: rejects, refuses, rules out."""
    return _REFUSES.search(_plain(text))


@lru_cache(KEPT)
def is_turned(text: str, but: tuple[str, ...] = ()) -> bool:
    """Whether words of a source plainly say that something is not so; not those of which the stems
    are in ``but``: that a works is closed says nothing against its being closed."""
    found = _TURNED.finditer(_plain(text))
    return any(not but or not {*roots(stems(m[0]))} & {*but} for m in found)


def is_denied_of(text: str, scope: tuple[str, ...]) -> bool:
    """Whether words of a source plainly say that something is not so, of which the stems are given:
    who sues against a ban does sue. Who votes or speaks against it is not for it."""
    text = _plain(text)
    if not _VOTES.search(text):
        text = _AGAINST.sub(
            lambda m: m.group() if scope[0] in roots(stems(m.group())) else " ", text
        )
    return is_turned(text, scope)


def is_negative(text: str) -> bool:
    """Whether a text may tell that something is not so, in any words."""
    return bool(_NEGATIVE.search(_META.sub("", fold(text))))


def is_open(text: str) -> bool:
    """Whether a text may tell that something is wanted, asked or conditional."""
    return bool(_OPEN.search(fold(text)))


def is_unsure(text: str) -> bool:
    """Whether a text may tell that something is not sure, in any words."""
    return bool(_UNSURE.search(fold(text)))
