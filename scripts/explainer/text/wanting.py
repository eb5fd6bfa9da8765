"""Who is said to want something or not to want it: the verb right behind a name (X wants, X is for,
X refuses), what is theirs (X's demand), and by whom it is wanted (demanded by X).

One row a language; of a language without one nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from .languages import Language
from .mentions import Mention
from .voices import Sentence


class _Row(NamedTuple):
    """Expressions: ``between`` a name and the verb, verbs for what is wanted (``wants``) and what
    is not (``refuses``), verbs of an obligation (``must``), nouns (``owned``), participles before a
    name (``by``) and what has two of something do it (``both``)."""

    between: str
    wants: str
    refuses: str
    owned: str
    by: str
    both: str


_WANT = (
    r"want|wish|demand|call for|ask for|insist on|support|back|favou?r|accept|endorse|seek|propose"
    r"|agree to|welcome|require"
)
_ROWS = {
    "en": _Row(
        r"has|have|had|is|are|was|were|been|also|then|later|now|too|long|still|always|again|even"
        r"|just|who|he|she|it|they|\w+ly",
        r"(?:want|wish|demand|support|back|favou?r|accept|endorse|seek|propose|welcome|require"
        r"|press|push|insist|prefer)(?:s|ed|d|es|red)|insist(?:s|ed) (?:on|that)|sought"
        r"|(?:called|calls|asks|asked|pushes|pressed|presses|pushed) for|agree[sd] to"
        rf"|(?:do|does|did) (?:{_WANT})|would (?:like|have|accept|support|rather)"
        r"|(?:ready|willing|prepared) to|in favou?r of"
        r"|makes? [^.;:,]{1,40} an? (?:condition|demand)"
        r"|(?:want|demand|support|back|favour|seek|propos)ing|(?:ask|call|push|press)ing for"
        r"|insisting (?:on|that)"
        r"|(?<=is )for|(?<=are )for|(?<=was )for|(?<=were )for|(?<=ly )for",
        r"refuse[sd]|(?:do|does|did) (?:refuse|reject|oppose|rule out)|reject(?:s|ed)|oppose[sd]"
        r"|no longer (?:wants?|accepts?|supports?|seeks?)|(?:no|not|little) interest(?:ed)? in"
        r"|disinterested in|decline[sd]|rule[sd] out|against|opposed to|unwilling to"
        rf"|(?:will|would|does|do|did) not (?:{_WANT}|give|let|allow|cede|drop|abandon|yield|agree)"
        rf"|(?:won't|wouldn't|doesn't|don't|didn't) (?:{_WANT}|give|let|allow|cede|drop|abandon)"
        r"|not (?:ready|willing|prepared) to",
        r"demand|condition|requirement|term|wish|aim|goal|insistence|refusal|proposal|position|stance",
        r"(?:wanted|demanded|sought|supported|backed|favou?red|accepted|proposed|required|refused"
        r"|rejected|opposed|ruled out) by (?:the )?"
        r"|(?:demands?|conditions?|wish|aim|goal) of (?:the )?",
        r"\bboth (?:sides|parties|countries|states|camps|governments|of them)\b[^.;:]{0,60}?"
        r"\b(?:must|ha(?:ve|d) to|should|need(?:s|ed)? to|ought to|(?:are|were) to)\b",
    ),
    "de": _Row(
        r"hat|haben|hatte|ist|sind|war|waren|auch|jetzt|nun|wieder|erneut|seit langem|lange|schon"
        r"|immer|stets|weiterhin|er|sie|es",
        r"forder(?:t|te|n|ten)|verlang(?:t|te|en|ten)|will|wollen|wollten?|wünsch(?:t|te|en|ten)"
        r"|unterstütz(?:t|te|en|ten)|befürworte(?:t|te|n|ten)|akzeptier(?:t|te|en|ten)|besteht auf"
        r"|(?<=ist )für|(?<=sind )für|(?<=war )für|bereit,? zu",
        r"lehn(?:t|te|en|ten) [^.;:]*\bab|weiger(?:t|te|n|ten) sich|verweiger(?:t|te|n|ten)"
        r"|(?<=ist )gegen|(?<=sind )gegen|(?<=war )gegen"
        r"|(?:will|wollen|wird|werden) (?:nicht|kein\w*)",
        r"Forderung|Bedingung|W[uü]nsch|Ziel|Weigerung|Vorschlag",
        r"(?:gefordert|verlangt|unterstützt|abgelehnt) von (?:der |dem )?",
        r"\bbeide (?:Seiten|Parteien|Länder|Staaten)\b[^.;:]{0,60}?"
        r"\b(?:müss(?:en|ten)|soll(?:en|ten)|haben)\b|\b(?:müss(?:en|ten)|soll(?:en|ten)) beide\b",
    ),
    "fr": _Row(
        r"a|ont|avait|est|sont|était|aussi|encore|toujours|maintenant|depuis longtemps|il|elle"
        r"|longtemps|\w+ment",
        r"veu(?:t|lent)|voulai(?:en)?t|voulu|(?:demand|souhait|réclam|propos|accept|exig)"
        r"(?:e|ent|é|ait|eait)|soutien(?:t|nent)|soutenu|insiste (?:pour|sur)|pour|favorable à"
        r"|prête? à",
        r"refus(?:e|ent|é|ait)|rejett?e(?:nt)?|rejeté|exclu[t]?|s'oppos(?:e|ent|ait) à|contre"
        r"|opposée? à|ne (?:veu(?:t|lent)|souhaite|demande|accepte)(?:nt)? pas",
        r"demande|exigence|condition|souhait|objectif|refus|proposition",
        r"(?:voulu|demandé|exigé|soutenu|refusé|rejeté)e?s? par (?:l'|la |le )?",
        r"\bles deux (?:camps|parties|côtés|pays|États)\b[^.;:]{0,60}?"
        r"\b(?:d(?:oivent|evraient|evront|evaient)|auraient à)\b",
    ),
    "es": _Row(
        r"ha|han|había|está|están|también|se|es|siempre|aún|ahora|desde hace tiempo|él|ella"
        r"|\w+mente",
        r"quier(?:e|en)|quería|quiso|querido|pid(?:e|en|ió|ieron)|pedido|exig(?:e|en|ió|ido)"
        r"|reclam(?:a|an|ó|ado)|apoy(?:a|an|ó|ado)|acept(?:a|an|ó|ado)|propuso|propone|a favor de"
        r"|insiste en|partidari[oa] de|dispuest[oa] a",
        r"rechaz(?:a|an|ó|ado)|se (?:niega|niegan|negó|opone|oponen|opuso) a|en contra de"
        r"|no (?:quier(?:e|en)|acepta|pide|apoya|quería)",
        r"exigencia|condici[oó]n|deseo|objetivo|negativa|propuesta",
        r"(?:querid|pedid|exigid|apoyad|rechazad|aceptad)[oa]s? por (?:el |la )?",
        r"\b(?:ambas|las dos) partes\b[^.;:]{0,60}?\b(?:deben|debían|deberían|tienen que"
        r"|tendrían que|tenían que)\b",
    ),
}
_SEVERAL = "(?:s|n|en|es|e)?"  # behind a noun, in the languages of the rows
# What is so for somebody is what they demand: mandatory for X.
_A_MUST = (
    "mandatory|obligatory|required|zwingend|unverzichtbar|obligatoires?|indispensables?"
    "|obligatori[oa]s?"
)
_OF = (
    r" (?:of|from|for|von|für|de[rs]?|des|du|pour|para|del|d['’]) ?"
    r"(?:the |der |dem |la |los |las |l['’])?"
)
_AND = re.compile(r",? (?:and|und|et|y|e) (?:the |die |der |la |le |el |l')?")
# Where it is not said that something is so, and where another wants it of them.
_OPEN = re.compile(
    r"\b(?:if|unless|whether|until|once|not|nor|neither|wenn|falls|ob|bis|nicht|weder|noch|si|jusqu"
    r"|pas|ni|sin)\b[^,;.:]*$",
    re.I,
)
_THAT = re.compile(r"\b(?:that|dass|que|qu') ?(?:the |die |der |la |le |el |l')?$", re.I)
_TIME = re.compile(
    r"for (?:[\w-]+ ){0,3}(?:seconds|minutes|hours|days|weeks|months|years|decades|now)", re.I
)


class Wanting(NamedTuple):
    """Who wants something, the words for it, and whether they are against it."""

    who: str
    word: str
    refuses: bool


@cache
def _read(tag: str) -> tuple[re.Pattern[str], ...] | None:
    row = _ROWS.get(tag)
    if row is None:
        return None
    behind = rf"(?:,[^,.;:]{{1,80}},|:| [–—-])?(?: (?:{row.between}))*? "
    plain = rf"(?P<no>refuse|reject|oppose)|{_WANT}" if tag == "en" else "(?P<no>(?!))"
    return (
        re.compile(rf"{behind}(?:(?P<no>{row.refuses})|{row.wants})(?!\w)", re.I),
        re.compile(
            rf"{behind}(?:{plain}|{row.refuses.replace('(?P<no>', '(?:')}|{row.wants})(?!\w)", re.I
        ),
        re.compile(
            rf"'s?(?: [\w-]+)? (?:{row.owned}){_SEVERAL}(?= (?:is|are|was|were|that|to|for)\b)"
        ),
        re.compile(rf"\b(?:{row.by})$", re.I),
        re.compile(rf"\b(?:{row.wants}|{row.refuses}|{_A_MUST}|(?:{row.owned}){_SEVERAL})\b", re.I),
    )


def wanting(sentence: Sentence, language: Language) -> Iterator[Wanting]:
    """Those who are said in a sentence to want something, or to be against it."""
    read = _read(language.code)
    text = sentence.text
    for one in sentence.mentions if read else ():
        verb, several, owned, by, demands = read or ()
        before = text[: one.start]
        if _OPEN.search(before) or (_THAT.search(before) and demands.search(before)):
            continue
        found = None
        if one.how == "subject":
            end = _last_joined(sentence, one)
            before_it = (m for m in sentence.mentions if _AND.fullmatch(text, m.end, one.start))
            joined = end > one.end or any(before_it)
            found = (several if joined else verb).match(text, end)
        elif one.how == "owns":
            found = owned.match(text, one.end)
        if found and not _TIME.match(text, found.end() - len("for")):
            yield Wanting(
                one.whose,
                found.group().lstrip("',").removeprefix("s ").strip(),
                bool(found.groupdict().get("no")),
            )
        elif behind := by.search(before):
            yield Wanting(one.whose, behind.group().strip(), False)


def leads_to_demands(sentence: Sentence, language: Language) -> bool:
    """Whether words before a list say that it is of what somebody wants: X's conditions include,
    the demands of X, what X wants."""
    if (read := _read(language.code)) is None:
        return False
    demands = read[-1]
    return any(
        (one.how == "owns" and demands.search(sentence.text[one.end :]))
        or re.search(rf"(?:{demands.pattern}){_OF}$", sentence.text[: one.start], re.I)
        for one in sentence.mentions
    ) or any(not one.refuses for one in wanting(sentence, language))


def _last_joined(sentence: Sentence, one: Mention) -> int:
    """Where the last name ends that does with somebody what they do: X and Y want."""
    end = one.end
    for this, following in zip_longest(sentence.mentions, sentence.mentions[1:]):
        if this.end == end and following and _AND.fullmatch(sentence.text, end, following.start):
            end = following.end
    return end


def asks_of_both(text: str, language: Language) -> bool:
    """Whether a text says what both of two sides must do."""
    row = _ROWS.get(language.code)
    return row is not None and re.search(row.both, text, re.I) is not None


_BOTH = re.compile(
    r"\b(?:both|each|all|two|every\w*|mutual\w*|either|beid\w*|alle[nrs]?|jede[nrs]?|gegenseitig\w*"
    r"|deux|tou(?:s|tes)|chacune?|chaque|mutuel\w*|ambos|ambas|dos|todos|todas|cada|mutu\w*)\b",
    re.I,
)


def speaks_of_both(text: str) -> bool:
    """Whether a text has a word for two of something, or all."""
    return _BOTH.search(text) is not None
