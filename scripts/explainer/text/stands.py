"""Who agrees to something in a sentence, or wants it, where the verb stands right behind the name.

One row a language; a sentence is read by those of all, since an editor's may be another than its
source's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .voices import Mention, Sentence

_AIDES = (
    r"(?:(?:has|have|had|is|was|also|then|later|now|too|fully|firmly|again|repeatedly|openly"
    r"|hat|haben|ist|auch|a|ont|avait|est|aussi|ha|han|está|también|se) )*"
)
# Who does it says that something is so.
_AGREES = (
    r"agree[sd]? (?:that|with)\b|concur(?:s|red)\b|insist(?:s|ed)? that\b|maintain(?:s|ed)? that\b"
    r"|accept(?:s|ed)? that\b|(?:sure|convinced|certain|adamant|confident) that\b"
    r"|stimm(?:t|te|en|ten) [^.;:]*\bzu\b|pflichte(?:t|te|ten) [^.;:]*\bbei\b"
    r"|beteuer(?:t|te|n|ten)\b"
    r"|bekräftig(?:t|te|en|ten)\b|bejah(?:t|te|en|ten)\b|überzeugt, dass\b|einverstanden\b"
    r"|d'accord\b|convien(?:t|nent) que\b|convenu que\b|convaincue?s? que\b|soutien(?:t|nent) que\b"
    r"|soutenu que\b|admet(?:tent)? que\b|de acuerdo\b|coincid(?:e|en|ió|ieron) (?:en|con)\b"
    r"|convencid[oa]s? de que\b|insist(?:e|en|ió|ieron) en que\b"
)
# Who does it wants it, or is for it or against.
_WANTS = (
    r"wants?\b|wanted\b|wish(?:es|ed)?\b|demand(?:s|ed)?\b|call(?:s|ed)? (?:for|on)\b|urge[sd]?\b"
    r"|think(?:s)?\b|thought\b|believe[sd]?\b|hope[sd]?\b|support(?:s|ed)?\b|back(?:s|ed)?\b"
    r"|favou?r(?:s|ed)?\b|oppose[sd]?\b|reject(?:s|ed)?\b|agree[sd]?\b|propose[sd]?\b|fear(?:s|ed)?\b"
    r"|(?:is|was|are|were) (?:for|against|in favou?r of|opposed to)\b|seeks?\b|sought\b"
    r"|endorse[sd]?\b|will not\b|refuse[sd]?\b|require[sd]?\b|considers?\b|sees?\b|saw\b"
    r"|forder(?:t|te|n|ten)\b|gefordert\b|verlang(?:t|te|en|ten)\b|will\b|wollen\b|wollten?\b"
    r"|wünsch(?:t|te|en|ten)\b|unterstütz(?:t|te|en|ten)\b|lehn(?:t|te|en|ten)\b|glaub(?:t|te|en)\b"
    r"|hoff(?:t|te|en|ten)\b|befürwort\w+|drängt(?:e|en)?\b|ruft\b|rief\b|denkt\b|dachte\b|hält\b"
    r"|veut\b|veulent\b|voulai(?:en)?t\b|voulu\b|demand(?:e|ent|é|ait)\b|exig(?:e|ent|é|eait)\b"
    r"|réclam(?:e|ent|é|ait)\b|souhait(?:e|ent|é|ait)\b|soutien(?:t|nent)\b|soutenu\b"
    r"|appel(?:le|é) à\b"
    r"|rejett?e\b|rejeté\b|refus(?:e|é|ait)\b|croit\b|pense\b|espère\b|propos(?:e|é)\b|craint\b"
    r"|quier(?:e|en)\b|quería\b|quiso\b|pid(?:e|en|ió|ieron)\b|exig(?:e|en|ió)\b|reclam(?:a|an|ó)\b"
    r"|apoy(?:a|an|ó)\b|rechaz(?:a|an|ó)\b|cree\b|piensa\b|espera\b|prop(?:one|uso)\b|teme\b"
)
_AGREEING = re.compile(rf" {_AIDES}(?:{_AGREES})", re.I)
_WANTING = re.compile(rf" {_AIDES}(?:{_AGREES}|{_WANTS})", re.I)


def agreeing(sentence: Sentence) -> Iterator[Mention]:
    """Those who agree in a sentence that something is so."""
    return (m for m in sentence.subjects() if _AGREEING.match(sentence.text, m.end))


def taking_a_stand(sentence: Sentence) -> Iterator[Mention]:
    """Those who agree in a sentence that something is so, or want it or not."""
    return (m for m in sentence.subjects() if _WANTING.match(sentence.text, m.end))
