"""Who agrees to something in a sentence, or wants it, where the verb stands right behind the name.

One row a language; of a language without one nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .languages import Language
from .mentions import Mention
from .voices import Sentence

# By language: what may stand between, verbs by which somebody says that something is so, and those
# by which they want it, or are for it or against.
_ROWS = {
    "en": (
        r"has|have|had|is|was|also|then|later|now|too|fully|firmly|again|repeatedly|openly",
        r"agree[sd]? (?:that|with)|concur(?:s|red)|(?:insist|maintain|accept)(?:s|ed)? that"
        r"|(?:sure|convinced|certain|adamant|confident) that",
        r"want(?:s|ed)|wish(?:es|ed)?|demand(?:s|ed)?|call(?:s|ed)? (?:for|on)|urge[sd]?|thinks?"
        r"|thought|believe[sd]?|hope[sd]?|support(?:s|ed)?|back(?:s|ed)?|favou?r(?:s|ed)?"
        r"|oppose[sd]?|reject(?:s|ed)?|agree[sd]?|propose[sd]?|fear(?:s|ed)?|seeks?|sought"
        r"|endorse[sd]?|will not|refuse[sd]?|require[sd]?|considers?|sees?|saw"
        r"|(?:for|against|in favou?r of|opposed to)",
    ),
    "de": (
        r"hat|haben|ist|ist auch|auch|jetzt|nun|wieder|erneut",
        r"stimm(?:t|te|en|ten) [^.;:]*\bzu|pflichte(?:t|te|ten) [^.;:]*\bbei|beteuer(?:t|te|n|ten)"
        r"|(?:bekräftig|bejah)(?:t|te|en|ten)|überzeugt, dass|einverstanden",
        r"(?:ge)?forder(?:t|te|n|ten)|verlang(?:t|te|en|ten)|will|wollen|wollten?"
        r"|(?:wünsch|unterstütz|lehn|glaub|hoff|dräng|befürworte)(?:t|te|en|ten)|ruft|rief|denkt"
        r"|dachte|hält",
    ),
    "fr": (
        r"a|ont|avait|est|sont|aussi|encore",
        r"d'accord|convien(?:t|nent) que|convenu que|(?:convaincu|persuadé)e?s? que"
        r"|souti(?:ent|ennent) que|soutenu que|admet(?:tent)? que|admis que",
        r"veut|veulent|voulai(?:en)?t|voulu|(?:demand|souhait|réclam|propos)(?:e|ent|é|ait)"
        r"|exig(?:e|ent|é|eait)|soutien(?:t|nent)|soutenu|appel(?:le|é) à|rejett?e|rejeté"
        r"|refus(?:e|é|ait)|croit|pense|espère|craint",
    ),
    "es": (
        r"ha|han|está|están|también|se|es",
        r"de acuerdo|coincid(?:e|en|ió|ieron) (?:en|con)|convencid[oa]s? de que"
        r"|insist(?:e|en|ió|ieron) en que",
        r"quier(?:e|en)|quería|quiso|pid(?:e|en|ió|ieron)|exig(?:e|en|ió)|reclam(?:a|an|ó)"
        r"|apoy(?:a|an|ó)|rechaz(?:a|an|ó)|cree|piensa|espera|prop(?:one|uso)|teme",
    ),
}


@cache
def _read(tag: str, wants: bool) -> re.Pattern[str]:
    between, agrees, wanting = _ROWS.get(tag, ("", "(?!)", "(?!)"))
    verbs = f"{agrees}|{wanting}" if wants else agrees
    return re.compile(rf" (?:(?:{between}) )*(?:{verbs})(?!\w)", re.I)


def agreeing(sentence: Sentence, language: Language) -> Iterator[Mention]:
    """Those who agree in a sentence that something is so."""
    verb = _read(language.code, False)
    return (m for m in sentence.subjects() if verb.match(sentence.text, m.end))


def taking_a_stand(sentence: Sentence, language: Language) -> Iterator[Mention]:
    """Those who agree in a sentence that something is so, or want it or not."""
    verb = _read(language.code, True)
    return (m for m in sentence.subjects() if verb.match(sentence.text, m.end))
