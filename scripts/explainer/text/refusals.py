"""Verbs that deny, refuse or reject: what they deny, and the words that approve or want it.

Who denied that patients would suffer said that they would not; who ruled out higher fees wants
none. One table a language; of a language without one nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from .folding import fold
from .languages import KEPT, Language
from .polarity import done, stems


class Refusal(NamedTuple):
    """A verb that denies: itself, the stems of what it denies, of all in its clause and of what is
    before it there, and whether what it denies is told as if it were so: not of a plan that is
    only rejected."""

    word: str
    stems: tuple[str, ...]
    near: frozenset[str]
    before: frozenset[str]
    says: bool


@dataclass(frozen=True)
class _Table:
    """Expressions of a language: verbs with a clause behind them, what begins that, verbs whose
    object alone says what is denied, those that only reject it, what approves or wants, and words
    that show that the verb itself is not said of anybody."""

    clause: str
    opens: str
    denies: str
    rejects: str
    wants: str
    asked: str
    unsaid: str


_EN_DENY = r"den(?:y|ies|ied)(?! (?:him|her|them|me|us)\b)|refut(?:es?|ed)"
_EN_IDEA = (
    r"(?:(?:the|any|all|an?) )?(?:claim|idea|suggestion|notion|allegation|accusation|assertion"
    r"|charge|rumou?r|view|argument)s? that"
)
_DE_DENY = r"bestreite[nt]?|bestreitet|bestritt(?:en)?|dementier\w+|verneint\w*"
_DE_DENY += r"|leugne(?:t|te|ten|n)|stritt(?:en)?(?= [^.;:!?]*?\bab\b)"
_DE_REJECT = (
    r"lehn(?:t|te|ten|e|en)(?= [^.;:!?]*?\bab\b)|abgelehnt|ablehn\w+|(?:wies(?:en)?|weis(?:t|en|e))"
    r"(?= [^.;:!?]*?\bzurück\b)|zurückgewiesen|zurückweis\w+|zurückwies\w*|verw[ai]rf\w*|verworfen"
)
_DE_RULE_OUT = r"(?:schließ\w+|schloss\w*)(?= [^.;:!?]*?\baus\b)|ausgeschlossen"
_DE_WANTS = (
    r"will|wollen|wollten?|forder\w+|gefordert|verlang\w+|kündig\w+|angekündigt|plan(?:t|en|te)"
    r"|begrüß\w+|unterstütz\w+|billig(?:t|en|te|ten)|gebilligt|befürwort\w+|akzeptier\w+"
    r"|angenommen|(?:nahm|nimmt|nahmen|nehmen)(?= [^.;:!?,]*\ban\b)|zugestimmt"
    r"|(?:stimm\w+)(?= [^.;:!?]*\bzu\b)|erteil\w+|genehmig\w+|erlaub\w+|bestätig\w+|gab \w+ statt"
    r"|räum\w+ [^.;:]*\bein|gesteh\w*|gestand\w*|gestanden|(?:gab|gibt|gaben)(?= [^.;:!?]*\bzu\b)"
)
_FR_DENY = r"nie(?:nt)?|niait|nié|dément(?:i|ent|it)?|conteste(?:nt)?|contesté|réfut\w+"
_FR_REJECT = (
    r"rejett?e(?:nt)?|rejeté\w*|refus(?:e|ent|é|ée|és|ait)|récus\w+|interdi(?:t|te|sent|sait)"
    r"|(?:mis|met|mettent|mettait) en garde contre|(?:s')oppos(?:e|ent|é|ée|és|ait)|repouss\w+"
    r"|vot\w+ contre|di(?:t|sent) non (?:à|au|aux)"
)
_ES_DENY = r"neg(?:ó|aba|aron|ado)|niegan?|desm[ie]+nt\w+"
_ES_REJECT = (
    r"rechaz(?:ó|a|an|aba|aron|ado)|rehus\w+|deneg\w+|denieg\w+|se opon\w+|se opus\w+"
    r"|adv[ie]+rt\w+ contra|prohib\w+|prohíben?|vet(?:ó|aron)|desestim\w+"
    r"|vot\w+ en contra|dij\w+ no (?:a|al)"
)
_TABLES = {
    "en": _Table(
        clause=rf"{_EN_DENY}|disput(?:es?|ed)|doubt(?:s|ed)?|rul(?:es?|ed) out"
        r"|refus(?:es?|ed)|declin(?:es?|ed)"
        r"|fail(?:s|ed)?|reject(?:s|ed)?|dismiss(?:es|ed)?|(?:warn|argu|sp[eo]a?k)\w* against"
        r"|oppos(?:es?|ed)|resist(?:s|ed)?|stopp?(?:s|ed) short of|avoid(?:s|ed)?|cast doubt on",
        opens=rf"(?:(?!the\b|an?\b|his\b|her\b|its\b|their\b)\w+ ){{0,5}}?that|{_EN_IDEA}|to"
        r"|(?=(?!(?:during|building|morning|evening)\b)\w{2,}ing\b)|(?=(?:it|they|he|she) \w)",
        denies=rf"{_EN_DENY}|rul(?:es?|ed) out",
        rejects=r"reject(?:s|ed)?|dismiss(?:es|ed)?|oppos(?:es?|ed)|refus(?:es?|ed)|veto(?:es|ed)"
        r"|turn(?:s|ed) down|(?:warn|argu|sp[eo]a?k|vot)\w* against|doubt(?:s|ed)?|resist(?:s|ed)?"
        r"|thr(?:e|o)w(?:s|n)? out|scrap(?:s|ped)|block(?:s|ed)|cancel(?:s|led|ed)"
        r"|shel(?:ves|ved)|abandon(?:s|ed)|drop(?:s|ped)|sa(?:ys|id) no to|opposed to",
        wants=r"approv(?:es?|ed)|accept(?:s|ed)?|back(?:s|ed)|support(?:s|ed)?|welcom(?:es?|ed)"
        r"|adopt(?:s|ed)?|endors(?:es?|ed)|embrac(?:es?|ed)|favou?r(?:s|ed)?|agree[sd]?|pass(?:es|ed)"
        r"|sign(?:s|ed)|grant(?:s|ed)?|permit(?:s|ted)?|allow(?:s|ed)?|want(?:s|ed)?"
        r"|call(?:s|ed) for|demand(?:s|ed)?|seeks?|sought|plan(?:s|ned) to|promis(?:es?|ed)"
        r"|announc(?:es?|ed)|confirm(?:s|ed)?|admit(?:s|ted)?|urg(?:es?|ed)|propos(?:es?|ed)"
        r"|resum(?:es?|ed)",
        asked=r"want|wish|demand|ask|call|request|propos|plea|appeal|bid|seek|sought|urg|plan"
        r"|offer|back|support|approv|welcom|accept|agree|favou?r",
        unsaid=r"to|can|may|might|could|should|must|if|whether|(?<!, )who|those|anyone|whoever",
    ),
    "de": _Table(
        clause=rf"{_DE_DENY}|{_DE_REJECT}|{_DE_RULE_OUT}|(?:be)?zweifel\w+|weiger\w+|verweiger\w+"
        r"|(?:ge)?warn(?:t|te|ten|en)? [^.;:,]*(?:davor|dagegen)|versäum\w+|verzicht\w+"
        r" [^.;:,]*darauf"
        r"|(?:sprach|spricht|sprachen|sprechen) sich [^.;:,]*dagegen"
        r"|widersprach\w*|widerspricht",
        opens=r"[^.;:!?,]*(?:Darstellung|Behauptung|Vorw[uü]rf|Aussage|Bericht|Gerücht)\w*"
        r"[^.;:!?,]*,(?: dass)?|[^.;:!?,]*,(?: dass| (?=[^.;:!?,]*\bzu \w+)"
        r"| (?=[^.;:!?,]*\w{3,}zu\w{3,}en\b))",
        denies=rf"{_DE_DENY}|{_DE_RULE_OUT}",
        rejects=rf"{_DE_REJECT}|verweiger\w+|(?:ge)?warn(?:t|te|ten)? [^.;:,]*vor"
        r"|(?:sprach|spricht|sprachen|sprechen) sich [^.;:,]*gegen|stimm\w+ [^.;:,]*gegen"
        r"|widersprach\w*|widerspricht|untersag\w+|verb[oi]\w+",
        wants=_DE_WANTS,
        asked=rf"{_DE_WANTS}|Antrag|Bitte|Wunsch|Vorschlag|Forderung|bat\b|wünsch",
        unsaid=r"kann|könnte|darf|sollte|muss|wenn|falls|ob|wer|zu",
    ),
    "fr": _Table(
        clause=rf"{_FR_DENY}|{_FR_REJECT}|exclu(?:t|e|ent|ait)?|écart(?:e|é|ent)|dout(?:e|ent|é|ait)"
        r"|omis|néglig\w+|renonc\w+",
        opens=r"(?:\w+ ){0,3}?(?:que |qu')|(?:de |d'|à )(?=\w+(?:er|ir|re)\b)|(?=avoir\b|être\b)",
        denies=rf"{_FR_DENY}|exclu(?:t|e|ent|ait)?|écart(?:e|é|ent)",
        rejects=rf"{_FR_REJECT}|dout(?:e|ent|é|ait)",
        wants=r"approuv\w+|accept\w+|adopt\w+|soutien\w*|souten\w+|salu(?:e|é|ent)|autoris\w+"
        r"|permis|permet\w*|veut|veulent|voulait|demand\w+|exig\w+|réclam\w+|annonc\w+|promet\w*"
        r"|promis|confirm\w+|souhait\w+|reconn\w+|avou\w+|admis|admet\w*"
        r"|appell?\w+ à|propos(?:e|é|ent)",
        asked=r"demand|propos|souhait|veu|voul|exig|réclam|appel|soutien|souten|approuv|accept",
        unsaid=r"peut|pourrait|doit|si|ceux qui|de|à|sans",
    ),
    "es": _Table(
        clause=rf"{_ES_DENY}|{_ES_REJECT}|descart(?:ó|a|an|aron|ado)|dud(?:a|an|ó|aron|aba\w*)"
        r"|omit\w+|renunci\w+",
        opens=r"(?:\w+ ){0,3}?que|(?:a |de )?(?=\w+(?:ar|er|ir)\b)",
        denies=rf"{_ES_DENY}|descart(?:ó|a|an|aron|ado)",
        rejects=rf"{_ES_REJECT}|dud(?:a|an|ó|aron|aba\w*)",
        wants=r"aprob\w+|aprueb\w+|acept\w+|adopt\w+|apoy\w+|respald\w+|autoriz\w+|permit\w+"
        r"|celebr\w+|quier\w+|quis\w+|pid\w+|exig\w+|reclam\w+|anunci\w+|promet\w+|confirm\w+"
        r"|propus\w+|propon\w+|acog\w+|admit\w+|confes\w+|reconoc\w+",
        asked=r"pid|pet|propu|propo|quier|exig|reclam|apoy|respald|aprob|acept|demand|solicit",
        unsaid=r"puede|podría|debe|si|quienes|de|para|sin",
    ),
}


@dataclass(frozen=True)
class _Read:
    """The expressions of a table, made ready: what denies by a clause, and by an object."""

    clause: re.Pattern[str]
    denies: re.Pattern[str]
    rejects: re.Pattern[str]
    wants: re.Pattern[str]
    asked: re.Pattern[str]
    unsaid: re.Pattern[str]


@cache
def _read(code: str) -> _Read | None:
    """The expressions of a language, compiled when they are first asked for; None without a row."""
    table = _TABLES.get(code)
    if table is None:
        return None
    denies, rejects, wants = (
        re.compile(rf"\b(?:{some})\b", re.I) for some in (table.denies, table.rejects, table.wants)
    )
    return _Read(
        re.compile(rf"\b({table.clause})\b,? ?(?:{table.opens})", re.I),
        denies,
        rejects,
        wants,
        re.compile(rf"\b(?:{table.asked})", re.I),
        re.compile(rf"\b(?:{table.unsaid}) (?:\w+ )?$", re.I),
    )


_END = re.compile(
    r"[;:!?\"()–—«»]|\.(?!\d)|,\s|\b(?:but|while|whereas|although|though|because|since|after|before"
    r"|when|who|which|whom|whose|than|unless|until|aber|während|obwohl|weil|nachdem|bevor|sondern"
    r"|mais|pendant|tandis|parce|après|avant|quand|qui|dont|pero|mientras|aunque|porque|cuando"
    r"|quien|cuyo)\b"
)
_CHARGE = re.compile(
    r" (?:\w+ )?(?:\w+ )?(?:charge|allegation|accusation|claim|report|rumou?r|suggestion|critici"
    r"|vorw[uü]rf|bericht|gerücht|anschuldig|behauptung|accus|rumeur|reproche|acusaci|rumor|denuncia)",
    re.I,
)
_RELATIVE = re.compile(r"who|which|whom|whose|qui|dont|quien|cuyo|,")
_ELIDED = re.compile(r"\b(?:[dlnsjmtc]|qu)'(?=\w)", re.I)
_PARTICIPLE = re.compile(r"(?<=\w{3})ée?s?\b")  # augmenté, of augmenter
_FORMS = re.compile(
    r"(?<=\w{3})(?:[ai]d[oa]s?|aron|ieron|[aei]rán?|aban?|ían?|ió|ó|[aei]r|an|en|[aeoé])$"
)
_DENYING = r"(?:rul|den[yi]|refus|disput|doubt|exclu|écart|nie|nié|dout|descart|neg|nieg|dud)\w*"
_UNDENIED = re.compile(
    rf"(?:\b(?:not|never|no|ne)\s|n't\s|\bn'|\bcannot\s(?=be ))(?P<verb>(?:\w+\s)?{_DENYING})"
    r"(?:\s(?:pas|nicht)\b)?",
    re.I,
)
_BEHIND = re.compile(r"\b(?:nicht|pas)\b")
_CLAUSE = 200  # characters of a clause on either side: a text may be one word again and again
_NEAR, _FAR = 2, 3  # letters by which forms of a word may differ: of a short one, of a longer


@lru_cache(KEPT)
def refusals(text: str, language: Language) -> tuple[Refusal, ...]:
    """What a text denies, refuses or rejects by a verb; not where that is denied itself (did not
    deny), or said of nobody (those who refuse, to refuse)."""
    table = _read(language.code)
    if table is None:
        return ()
    text, found = fold(text), dict[int, Refusal]()
    for pattern, says in ((table.clause, True), (table.denies, True), (table.rejects, False)):
        for match in pattern.finditer(text):
            clause = pattern is table.clause
            verb_end = match.end(1) if clause else match.end()
            if match.start() not in found and not _unsaid(
                text, match, verb_end, language, table.unsaid
            ):
                refusal = _refusal(text, match, clause)
                found[match.start()] = refusal._replace(says=says and bool(refusal.stems))
    return (*found.values(),)


def _refusal(text: str, match: re.Match[str], clause: bool) -> Refusal:
    """What a verb denies: what is behind it, up to the end of its clause."""
    end = _END.search(text, match.end())
    stop = min(end.start() if end else len(text), match.end() + _CLAUSE)
    far = max(match.start() - _CLAUSE, 0)
    start = max((m.end() for m in _END.finditer(text, far, match.start())), default=far)
    denied = words_of(text[match.end() : stop])
    if not clause and _CHARGE.match(text, match.end()):
        denied = ()  # that there is a charge is not denied
    if len(denied) == 1 and (not clause or (end and _RELATIVE.match(end.group()))):
        denied = ()  # a word alone is no statement
    before = words_of(text[start : match.start()])
    behind = words_of(text[match.end() - len(match.group()) : stop])
    word = match[1] if clause else match.group()
    near = frozenset((*before, *behind)) - {*words_of(word)}
    return Refusal(word, denied, near, frozenset(before), True)


def _unsaid(
    text: str, match: re.Match[str], verb_end: int, language: Language, unsaid: re.Pattern[str]
) -> bool:
    """Whether a verb is denied itself, or nobody is said to do it."""
    before = text[max(match.start() - _CLAUSE, 0) : match.start()]
    denied = rf"(?:\b(?:{'|'.join(language.negations)})|n't)\s(?:\w+\s){{0,2}}$"
    if re.search(denied, before, re.I) or unsaid.search(before):
        return True
    end = _END.search(text, verb_end)
    return bool(_BEHIND.search(text, verb_end, end.start() if end else len(text)))


@lru_cache(KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a text, without articles that are joined to them: l'usine; verbs
    that it has in the past also as of what is to come."""
    text = _PARTICIPLE.sub("er", _ELIDED.sub(" ", fold(text)))
    return (*stems(text), *done(text))


def alike(one: str, other: str) -> bool:
    """Whether two stems are forms of a word: räum and räumt."""
    short, long = sorted((one, other), key=len)
    if _FORMS.sub("", short) == _FORMS.sub("", long):
        return True
    more = len(long) - len(short)
    return long.startswith(short) and more <= (_NEAR if len(short) <= _FAR else _FAR)


def having(stems_of: Iterable[str], told: Iterable[str]) -> int:
    """How many of some stems a text has, whose stems are given."""
    told = (*told,)
    return sum(any(alike(one, other) for other in told) for one in stems_of)


def wants(text: str, language: Language) -> re.Match[str] | None:
    """A word of a text by which somebody approves or wants something."""
    table = _read(language.code)
    return table.wants.search(fold(text)) if table else None


def is_asked(text: str, language: Language) -> bool:
    """Whether a text may tell that somebody asks for something, or approves of it."""
    table = _read(language.code)
    return bool(table and table.asked.search(fold(text)))


def without_twice(text: str) -> str:
    """A text without the "not" that denies a verb that denies: who does not rule something out
    does not say that it is not so."""
    return _UNDENIED.sub(r"\g<verb>", fold(text))
