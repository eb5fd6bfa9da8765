"""The English words that name people and bodies, say who speaks, and qualify numbers.

Another language needs the same tables; without them its quotations are drafted with no speaker."""

from __future__ import annotations

import re


def _either(words: str) -> str:
    """Words as the alternatives of a regular expression."""
    return "|".join(words.split())


def _forms(regular: str, other: str) -> str:
    """The forms of regular verbs as alternatives of a regular expression, then ``other``."""
    endings = {"e": "(?:e[sd]?|ing)", "y": "(?:y|ie[sd]|ying)"}
    forms = [
        verb[:-1] + endings[verb[-1]] if verb[-1] in endings else f"{verb}(?:s|ed|ing)?"
        for verb in regular.split()
    ]
    return "|".join([*forms, other])


_SAY = _forms(
    "acknowledge add admit agree announce answer argue ask assert boast call claim comment complain"
    " conclude confess confirm continue counter declare demand denounce deny describe disagree"
    " dismiss emphasise end estimate exclaim explain frame insist joke maintain mention note object"
    " observe praise predict promise protest recall recount remark remember repeat reply report"
    " respond shout state stress suggest threaten urge vow warn whisper",
    r"says?|said|saying|tells?|told|telling|writes?|wrote|written|writing|reads?|reading|cries"
    r"|cried|thinks|thought|goes on|went on|began|begins|puts? it|spoke of|speaks of|found|finds"
    r"|tweet(?:s|ed)",
)
_SHARE = _forms(
    "share repost retweet circulate publish print forward distribute",
    r"hand(?:ed|s) (?:out|round)|pass(?:ed|es) (?:on|round)|reads? (?:\w+ ){0,3}?(?:aloud|out)",
)
_PAPERS = _either(
    "article book diary document leaflet letter memo message note pamphlet petition poem post"
    " poster report sheet statement study telegram tweet"
)
_SHORT_TITLES = "Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Capt|Col"
_TITLES = (
    r"(?:Secretary of State|(?:Vice[ -]|Deputy )?President|(?:Prime |Deputy |Foreign |First )?"
    r"Minister|Secretary|Chancellor|Senator|Governor|Mayor|General|Colonel|Captain|Major|Admiral"
    r"|Professor|Judge|Justice|Chairman|Director|Bishop|Pope|King|Queen|Prince|Princess|Lord|Lady"
    rf"|Sir|Dame|Miss|(?:{_SHORT_TITLES})\b\.?)(?![\w’'-])"
)
_PEOPLE = _either(
    r"\w*(?:man|woman|person|keeper|maker|worker|holder|ologist|icist) author baker bishop botanist"
    " captain chief clerk coach critic deputy director doctor driver economist editor engineer"
    " farmer father governor guard historian husband inspector judge king lawyer leader manager"
    " master mayor minister mother neighbour nurse officer official organisers? owner philosopher"
    " poet president priest professor queen reporter resident sailor scientist secretary senator"
    " singer soldier student supporter surveyor teacher traveller wife witness writer"
)
_BODIES = _either(
    "administration agency army association authority bank board club commission committee company"
    " council court department government hospital ministry military newspaper opposition party"
    " police union university"
)
_HEADS = _either(
    "Academy Agency Army Assembly Association Authority Bank Board Bureau Cent(?:er|re) Church Club"
    " College Commission Committee Company Congress Corporation Council Court Department Federation"
    " Foundation Fund Gazette Government Guardian Herald Hospital House Independent"
    " Institut(?:e|ion) Library Ministry Museum News Office Organi[sz]ation Parliament Party Police"
    " Post Press Radio School Senate Society Television Times Union University"
)
MONTHS = _either(
    "January February March April May June July August September October November December"
    " Jan Feb Aug Sept Oct Nov Dec"
)
DAYS = _either("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_SMALL = _either(  # no names, although they begin a sentence
    "I A After All Although An And As At Because Before But By Despite During Each Even Few For"
    " From He Her His How However If In It Its Last Later Many More Most My No None Not Of On Once"
    " One Only Or Our She Since So Some Such Than That The Their Then There These They This Those"
    f" Though To Under Until We What When Where Which While Who Why With Yet You Your According"
    f" {MONTHS} {DAYS}"
)
_WOMAN = r"Mrs|Ms|Miss|Lady|Dame|Queen|Princess|queen|mother|wife|\w*woman"
_MAN = r"Mr|Sir|Lord|King|Prince|Pope|king|father|husband|\w*[^o]man"
_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞİŁŃŇŐŒŘŚŞŠŤŪŮŰŹŻŽ"
_NAME = (
    rf"(?:[{_UP}]\.(?=\s?[{_UP}])|(?:{_SHORT_TITLES}|St)\."
    rf"|[{_UP}](?:[\w-]|[’'](?!s\b)(?=\w))*)"
)
THE = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w-]+[’']s)\s"

# --- who is named ---------------------------------------------------------------------------------
NAMED = re.compile(
    rf"\b{THE}(?P<role>(?:[\w’'-]+\s){{0,2}}?(?:{_PEOPLE}|{_BODIES}))\b"
    rf"(?!-|[’']s?\s(?:{_PEOPLE}|{_BODIES}))"
    rf"|(?<![\w\0])(?!(?:{_SMALL})\b)(?:"
    rf"(?P<body>(?:{_NAME}\s)*?(?:{_HEADS})\b"
    rf"(?:\s(?:of|for)\s(?:the\s)?{_NAME}(?:(?:,?\sand)?\s{_NAME})*)?|[A-Z]{{2,5}}\b(?!\s{_NAME}))"
    rf"|(?P<office>{_TITLES}\sof\s{_NAME})"
    rf"|(?P<run>(?:(?:{_NAME}\s)??{_TITLES}(?:\s|$))?"
    rf"{_NAME}(?:\s(?:(?:the|de|von|van|der|la)\s)?{_NAME})*))"
)
TITLE = re.compile(rf"\b(?:{_TITLES})")
PERSON = re.compile(_PEOPLE)
PERSON_BEFORE = re.compile(rf"\b(?:{_PEOPLE}),?\s$")
SEX = re.compile(rf"\b(?:(?P<she>{_WOMAN})|(?:{_MAN}))\b")
AFTER_PREPOSITION = re.compile(
    r"\b(?:of|(?<!according )to|with|from|by|between|against|for|on|in|at|under|near|about"
    rf"|towards?|over|like|than)\s(?:{THE})?$",
    re.I,
)
AT_CLAUSE = re.compile(
    r"(?:^|[.!?,;:\n\0\"”’—–]"
    r"|\b(?:and|but|as|when|while|that|because|if|where|[Aa]ccording to))\s*(?:[Tt]he\s)?$"
)
DOES = re.compile(
    r",?\swho\b|\sof\s[^.,]{2,30}?\s(?:asked|told|said)\b"
    rf"|\s(?:(?:has|had|have|also|\w+ly)\s){{0,2}}(?:{_SAY}|\w+ed|met|came|put|took|saw)\b"
)
IS_OR_HAS = re.compile(r"\s(?:has|have|had|is|was|will|would)\b")

# --- who says what --------------------------------------------------------------------------------
SAYS = re.compile(rf"\b(?:{_SAY})\b")
SAYS_AFTER_NAME = re.compile(rf"\s(?:(?:has|had|also|\w+ly)\s){{0,2}}(?:{_SAY})\b")
SHARES = re.compile(rf"\b(?:{_SHARE})\b")
PAPER = re.compile(rf"\b(?:{_PAPERS})\b")
FROM_WHOM = re.compile(
    rf"(?:{_PAPERS})\s(?:from|by)\s((?:an?|the|some|[A-Z])[^,.:]*?)"
    r"(?:\s(?:that|which|who)\b|[,.:]|$)"
)
HE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
HE_BEHIND = re.compile(r"\s(he|she|they)\b")
HE_BEFORE = re.compile(r"\b(he|she|they|it|I)$", re.I)
TO_VERB = re.compile(  # what may appear between a subject and its verb
    r"(?:[\s,]+(?:has|have|had|would|will|could|did|does|also|then|later|once|soon|only|often"
    r"|again|\w+ly))*\s*$"
)
ASIDE = re.compile(r"|\s(?:of|for|at|on|outside|in)\s[^,.;]{1,30}|,[^,.;]{1,60},?")  # likewise
NOUN_FORM = re.compile(r"\b(?:the|an?|its|his|her|their|this|of|been|was|were|being|be)\s$")
BY_WHOM = re.compile(
    r"\b(?:according to|(?:words|reaction|answer|reply|verdict|view|opinion) of)\s(?:the\s)?", re.I
)
SAID_BEFORE_NAME = re.compile(rf"\0,?\s(?:{_SAY})\s$|(?i:{BY_WHOM.pattern})$")
SOMEBODY_BEHIND = re.compile(
    rf"\s({THE}(?:(?!(?:of|on|in|at|from|with|who|for|to|outside)\b)[\w’'-]+\s?){{1,4}})"
)
SOMEBODY_BEFORE = re.compile(rf"\b({THE}(?:[\w’'-]+\s){{0,3}}?[\w’'-]+)$")
DETERMINED = re.compile(r"\b(?:the|an?|its|his|her|their|these|this|so-called|\w+[’']s)\s$", re.I)
STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<![A-Z])[.!?](?=\s+\0*[A-Z]|\s*$|\s*\0)")
VENUE = re.compile(
    rf"(?:\bon\s(?P<of>{_NAME}[’']s\s)|(?:(?P<told>told\s(?:the\s)?)|\bon\s|\binterviews?\swith\s)"
    rf"(?!(?:{_SMALL})\b))(?P<name>{_NAME}(?:\s(?:(?:of|the)\s)*{_NAME})*)"
)

# --- numbers and dates ----------------------------------------------------------------------------
QUALIFIERS = {  # as they appear right before a number
    name: re.compile(rf"\b(?:{words})\s$", re.I)
    for name, words in {
        "at_most": r"at most|up to|(?:fewer|less) than|under|below|no more than|as many as",
        "at_least": r"at least|more than|over|surpass\w*|exceed\w*|above|no (?:fewer|less) than"
        r"|upwards of",
        "about": r"about|around|roughly|some|nearly|almost|approximately"
        r"|(?:an )?estimated(?: that)?|circa",
    }.items()
}
COUNTED = re.compile(  # one to three words right after a number
    r"(?:\s(?!(?:of|in|on|at|to|for|from|with|by|and|or|the|an?|that|have|has|had|were|was|are|is"
    r"|would|will|could|who|which|during|after|before|since|than|as)\b)[^\W\d_][\w’'-]*){1,3}"
)
DATE = re.compile(
    rf"(?:(?<![\w.,$€£-])(?P<d>\d{{1,2}})\s|\b)(?P<month>{MONTHS})\b"
    r"(?:\.?\s(?P<day>\d{1,2})\b(?![,.]?\d))?(?:,?\s(?P<y>[12]\d{3})\b(?![,.]?\d))?"
    rf"|\b(?P<week>{DAYS})\b|\b(?:last|next|this)\s(?:week|month|year)\b"
    r"|(?:(?<=\b[Ii]n\s)|(?<=since\s)|(?<=until\s)|(?<=by\s)|(?<=his\s)|(?<=her\s)|(?<=whose\s)"
    r"|(?<=the\s)|(?<=after\s)|(?<=before\s)|(?<=from\s)|(?<=of\s))"
    r"(?P<year>1[0-9]\d\d|20\d\d)\b(?![,.]?\d|%|-)"
)
EXPECTED = re.compile(r"\b(?:will|would|expected|is to|are to|plans?|next)\b")
