"""Which words of a sentence are only what somebody says: those behind X said that, in a statement
it said, X assure avoir; those before …, X said; those beside according to X. One row a language.

What somebody does by saying it (announces, promises, demands) is told as done, and is none."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .languages import LANGUAGES
from .mood import indirect
from .speech import speech
from .voices import OTHER, THIS, Sentence

_TOKEN = rf"[^\s,;:!?()–—{OTHER}{THIS}]+"


class _Row(NamedTuple):
    """``no_subject``: words that none of a subject is, what is written (the law says) among them;
    ``between``: words between the subject and the verb; ``says``: the verbs; ``along``: what may
    stand between these and ``that``, no object; ``bare``: verbs with what they say right behind
    them, and what that is; ``leads``: participles at the head; ``closing``: verbs behind what is
    said; ``noun``: words before a noun that a verb may be too (the claims that)."""

    no_subject: str
    between: str
    says: str
    along: str
    that: str
    bare: str
    leads: str
    closing: str
    noun: str


_ROWS = {
    "en": _Row(
        r"laws?|act|contract|treaty|constitution|rules?|sign|plaque|article|text|story|headline|"
        r"and|or|but|is|are|was|were|be|been|being|will|would|not|never|nobody|no|none|do|does|did"
        r"|\w+n't|who|whom|whose|which|that|what|as|when|while|where|if|because|than|said|says|how"
        r"|I|we|you",
        r"has|had|have|also|later|then|once|again|earlier|always|repeatedly|since|himself|herself"
        r"|itself|\w+ly",
        r"said|says?|tells?|told|adds?|added|states?|stated|claims?|claimed|argue[sd]?"
        r"|explain(?:s|ed)?"
        r"|insist(?:s|ed)?|warn(?:s|ed)?|admit(?:s|ted)?|notes?|noted|point(?:s|ed) out"
        r"|stress(?:es|ed)?"
        r"|confirm(?:s|ed)?|complain(?:s|ed)?|estimate[sd]?|believe[sd]?|thinks?|thought"
        r"|suggest(?:s|ed)?"
        r"|repl(?:y|ies|ied)|remind(?:s|ed)?|acknowledge[sd]?|concede[sd]?|reckon(?:s|ed)?"
        r"|fear(?:s|ed)?"
        r"|alleg(?:es|ed)|maintain(?:s|ed)?|recall(?:s|ed)?|testif(?:y|ies|ied)|denie[sd]|deny"
        r"|assert(?:s|ed)?",
        rf"(?:(?:also|too|again|later|however|then|once|repeatedly|yesterday|today|\w+ly)"
        rf"|(?:in|at|to|on|after|before|during|from|for|with|by"
        rf"|outside)(?:\s(?!that\b){_TOKEN}){{1,4}}?"
        rf"|(?<=told\s|tell\s|ells\s|inds\s|nded\s|arns\s|rned\s)(?:(?:the|his|her|its|their)\s)?"
        rf"(?!(?:an?|the|that)\b){_TOKEN}(?:\s(?!(?:an?|the|that)\b){_TOKEN})?)",
        r"that(?!\s(?:day|night|year|week|month|time|evening|morning|afternoon|same)\b)",
        r"(?:said|says|denie[sd](?=\s\w+ing\b))(?=\s)(?!\s(?:yes|no|nothing|little|much|more"
        r"|goodbye|farewell|sorry|so|thanks"
        r"|what|why|how|who|which|where|when|whether|in|on|at|to|with|of|as|by|for|about|during"
        r"|from|it all"
        r"|prayers?|mass|a (?:prayer|word|few))\b)"
        rf"|(?:adds?|added|insist(?:s|ed)?|claims?|claimed|admit(?:s|ted)?|argue[sd]?|warn(?:s|ed)?"
        rf"|believe[sd]?|thinks?|told\s(?:the |an? |his "
        rf"|her )?{_TOKEN})(?=(?:\s(?!(?:that|which|who)\b){_TOKEN}){{1,8}}?\s(?:was|were|is|are"
        rf"|has|had"
        r"|have|will|would|could|should|might|must|can|did|does)\b)",
        r"saying|adding|noting|insisting|claiming|explaining|stressing|arguing|warning|stating",
        r"(?:said|says|added|adds|explained|insisted|argued|claimed|warned|admitted|told|recalled"
        r"|recalls"
        r"|explains|insists|argues|noted|notes|pointed out|points out)",
        r"the|an?|his|her|its|their|our|these|those|such|some|any|no|new|old|wild|false|more",
    ),
    "de": _Row(
        r"Gesetz|Vertrag|Satzung|Verfassung|Artikel|Text|Schild|Regeln?|"
        r"und|oder|aber|nicht|nie|niemand|nichts|keine?[rnms]?|wird|wurden?|werden|worden|ist"
        r"|sind|war"
        r"|waren|dass|ob|weil|wenn|als|wie|was|wer|ich|wir",
        r"",
        r"sag(?:t|te|ten|en)|erklär(?:t|te|ten|en)|teil(?:t|te|ten|en)|beton(?:t|te|ten|en)"
        r"|behaupte(?:t|te|ten|n)|berichte(?:t|te|ten|n)|versicher(?:t|te|ten|n)|erläuter(?:t|te"
        r"|ten|n)"
        r"|ergänz(?:t|te|ten|en)|mein(?:t|te|ten|en)|w(?:ies|iesen|eist|eisen)(?=\b[^,]*\bhin\b)"
        r"|g(?:ab|aben|ibt|eben)(?=\b[^,]*\b(?:an|zu)\b)|räum(?:t|te|ten|en)(?=\b[^,]*\bein\b)"
        r"|stell(?:t|te|ten|en)(?=\b[^,]*\bklar\b)|führ(?:t|te|ten|en)(?=\b[^,]*\baus\b)"
        r"|füg(?:t|te|ten|en)(?=\b[^,]*\bhinzu\b)|h(?:ob|oben|ebt|eben)(?=\b[^,]*\bhervor\b)"
        r"|bekräftig(?:t|te|ten|en)|bestätig(?:t|te|ten|en)|argumentier(?:t|te|ten|en)"
        r"|beteuer(?:t|te|ten|n)|entgegne(?:t|te|ten|n)|erwider(?:t|te|ten|n)|glaub(?:t|te|ten|en)"
        r"|schätz(?:t|te|ten|en)|warn(?:t|te|ten|en)|gesagt|mitgeteilt|ausgesagt|angegeben"
        r"|eingeräumt"
        r"|klargestellt|hingewiesen|hinzugefügt|beklag(?:t|te|ten|en)|bestreite[nt]|bestritt(?:en)?"
        r"|schilder(?:t|te|ten|n)|unterstr(?:ich|eicht)|klag(?:t|te|ten|en)",
        r"",
        r"",
        r"",
        r"",
        r"(?:sag(?:t|te|ten|en)|erklär(?:t|te|ten|en)|teil(?:t|te|ten|en)|mein(?:t|te|ten|en)|so"
        r"|beton(?:t|te|ten|en)|berichte(?:t|te|ten|n)|ergänz(?:t|te|ten|en)|versicher(?:t|te|ten"
        r"|n)"
        r"|erläuter(?:t|te|ten|n)|behaupte(?:t|te|ten|n)|klag(?:t|te|ten|en)|heißt es)",
        r"",
    ),
    "fr": _Row(
        r"loi|contrat|traité|règlement|constitution|article|texte|titre|panneau|règles?|"
        r"et|ou|mais|ne|n'\w+|pas|jamais|personne|rien|qui|que|qu'\w+|dont|où|est|sont|était"
        r"|étaient|été"
        r"|je|j'\w+|nous|vous|comme|quand|lorsque|si|parce|puisque|ce|ont|dit|on",
        r"a|ont|avait|avaient|aussi|également|ensuite|toutefois|cependant|d'ailleurs|déjà|lui"
        r"|leur|nous"
        r"|l'|y|en|outre|par|ailleurs|pour|sa|part|de|son|côté|m'a|lui-même|elle-même",
        r"dit|disent|disait|affirm(?:e|ent|é|ait)|assur(?:e|ent|é|ait)|indiqu(?:e|ent|é|ait)"
        r"|précis(?:e|ent|é|ait)|expliqu(?:e|ent|é|ait)|ajout(?:e|ent|é|ait)|déclar(?:e|ent|é|ait)"
        r"|estim(?:e|ent|é|ait)|soulign(?:e|ent|é|ait)|rappel(?:le|lent|é|ait)|rel(?:ève|èvent"
        r"|evé|evait)"
        r"|constat(?:e|ent|é|ait)|not(?:e|ent|é|ait)|point(?:e|ent|é)|soutien(?:t|nent)|soutenu"
        r"|soutenait"
        r"|confirm(?:e|ent|é|ait)|racont(?:e|ent|é|ait)|reconna(?:ît|issent)|reconnu|répond(?:ent"
        r"|u)?"
        r"|répondait|prétend(?:ent|u|ait)?|plaid(?:e|ent|é|ait)|jug(?:e|ent|é|eait)|pens(?:e|ent"
        r"|é|ait)"
        r"|croi(?:t|ent)|signal(?:e|ent|é|ait)|considèr(?:e|ent)|considéré|témoign(?:e|ent|é)"
        r"|admet(?:tent)?|admis"
        r"|observ(?:e|ent|é)|fai(?:t|saient|sait) (?:valoir|savoir|remarquer|observer)"
        r"|fait (?:valoir|savoir|remarquer|observer)|martel(?:é|ait)|martèle|insist(?:e|ent"
        r"|é) sur le fait|ni(?:e|ent|é|ait)",
        rf"(?:aussi|également|pourtant|toutefois|cependant|alors|encore|ensuite|enfin|déjà|même"
        rf"|hier"
        rf"|notamment|\w+ment|(?:lui|elle|eux|elles)(?:-mêmes?)?|(?:lun|mar|mercre|jeu|vendre"
        rf"|same)di"
        rf"|dimanche|matin|soir|de nouveau|(?:de|pour) (?:son|sa|leur) (?:côté|part)"
        rf"|(?:dans|à|au|aux|lors|devant|sur|par|en|après|avant|auprès)(?:\s(?!que\b"
        rf"|qu'){_TOKEN}){{1,4}}?)",
        r"(?:que\s|qu')",
        r"(?:dit|disent|disait|affirm(?:e|ent|é|ait)|assur(?:e|ent|é|ait)|ni(?:e|ent|é|ait)"
        r"|reconna(?:ît|issent)"
        r"|reconnu|déclar(?:e|ent|é|ait)|prétend(?:ent|u|ait)?|soutien(?:t|nent)|soutenu|jur(?:e"
        r"|ent|é)"
        r"|admet(?:tent)?|admis|avou(?:e|ent|é)|estim(?:e|ent|é|ait)|pens(?:e|ent|é|ait)|croi(?:t"
        r"|ent)"
        r"|confi(?:e|ent|é)|racont(?:e|ent|é|ait)|expliqu(?:e|ent|é|ait))"
        r"(?=\s(?:aussi\s|également\s|toutefois\s|pour sa part\s|de son côté\s)*(?:ne\s|n'|pas\s"
        r"|plus\s|rien\s|jamais\s)*"
        r"(?:l'|s'|m'|en\s|y\s|se\s|les?\s|la\s|lui\s|leur\s)?(?:\w+(?:er|ir|oir)|\w*(?:attendre"
        r"|croire|dire|mettre|prendre"
        r"|être|connaître|faire|rendre|perdre|vivre|suivre))\b)",
        r"(?:tout en |en )?(?:précisant|ajoutant|affirmant|assurant|expliquant|soulignant"
        r"|rappelant|estimant"
        r"|indiquant|déclarant|notant|relevant|reconnaissant|insistant sur le fait)",
        r"(?:dit|affirme|assure|indique|précise|explique|ajoute|déclare|estime|souligne|raconte"
        r"|confie|soutient"
        r"|rappelle|confirme"
        r"|(?:a|ont|avait)\s(?:dit|affirmé|assuré|indiqué|précisé|expliqué|ajouté|déclaré|estimé"
        r"|souligné|raconté"
        r"|confié|soutenu|rappelé|confirmé|fait (?:valoir|savoir|remarquer|observer)))",
        r"le|la|les|un|une|des|ce|cette|cet|ces|son|sa|ses|leur|leurs|aucune?",
    ),
    "es": _Row(
        r"ley|contrato|tratado|reglamento|constitución|artículo|texto|titular|cartel|reglas?|"
        r"y|o|pero|no|nunca|nadie|nada|que|quien|quienes|donde|es|son|era|eran|fue|fueron|ser|si"
        r"|cuando"
        r"|porque|como|yo|nosotros|lo|cual",
        r"ha|han|había|habían|también|además|le|les|nos|se|ya|luego|después|ayer|hoy|asimismo"
        r"|incluso",
        r"dijo|dijeron|dice|dicen|dicho|declar(?:ó|a|aron|ado)|afirm(?:ó|a|an|aron|ado)"
        r"|asegur(?:ó|a|an|aron|ado)"
        r"|añad(?:ió|e|en|ieron|ido)|agreg(?:ó|a|ado)|explic(?:ó|a|an|aron|ado)|señal(?:ó|a|an"
        r"|aron|ado)"
        r"|advirtió|advierten?|advertido|respond(?:ió|e|en|ido)|indic(?:ó|a|an|aron|ado)"
        r"|admit(?:ió|e|en|ido)"
        r"|insist(?:ió|e|en|ido) en|sost(?:iene|ienen|uvo|uvieron|enido)|manifest(?:ó|ado)"
        r"|reconoc(?:ió|e|en|ido)"
        r"|recuerdan?|record(?:ó|aron|ado)|relat(?:ó|a|ado)|subray(?:ó|a|an|aron|ado)|lament(?:ó"
        r"|a|an|ado)"
        r"|destac(?:ó|a|an|aron|ado)|precis(?:ó|a|an|ado)|apunt(?:ó|a|an|ado)|confirm(?:ó|a|an"
        r"|aron|ado)"
        r"|estim(?:ó|a|an|ado)|concluy(?:ó|e|en)|detall(?:ó|a|ado)|coment(?:ó|a|ado)|nieg(?:a|an)"
        r"|neg(?:ó|aron|ado)"
        r"|cont(?:ó|ado)|cuentan?|cree[n]?|consideran?|constat(?:ó|a|ado)|opinan?|alegó|alegan?",
        rf"(?:también|además|asimismo|ayer|hoy|luego|después|incluso|\w+mente|sin embargo"
        rf"|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
        rf"|(?:en|a|al|ante|durante|tras|por|para|desde|según)(?:\s(?!que\b){_TOKEN}){{1,4}}?)",
        r"que",
        r"(?:nieg(?:a|an)|neg(?:ó|aron|ado)|dijo|dicen?|asegur(?:ó|a|an|ado)|afirm(?:ó|a|an|ado)"
        r"|reconoc(?:ió|e|en|ido)"
        r"|admit(?:ió|e|en|ido)|declar(?:ó|a|ado)|sost(?:iene|uvo)|confes(?:ó|ado)|confiesa"
        r"|cree[n]?)"
        r"(?=\s(?:no\s|también\s|además\s|nunca\s)*\w+(?:ar|er|ir)(?:l[aoe]s?|se|me)?\b)",
        r"añadiendo|asegurando|afirmando|explicando|señalando|recordando|subrayando|indicando"
        r"|precisando",
        r"(?:según\s)?(?:dijo|dice|declaró|afirmó|afirma|aseguró|asegura|explicó|explica|señaló"
        r"|señala|añadió"
        r"|informó|indicó|confirmó|precisó|lamentó|recordó|relató)",
        r"el|la|los|las|una?|su|sus|est[ea]|esos|esa|ningun[oa]?",
    ),
}
_FEW = 7  # words between a verb of saying and that
# What opens a sentence before its subject: In a letter, …; but not a clause (When he came, …).
_OPENS = (
    r"(?:(?!(?:When|While|If|As|Since|Because|Wenn|Als|Weil|Quand|Lorsque|Si|Cuando)\b)"
    rf"{_TOKEN}(?:\s{_TOKEN}){{0,7}},\s)?"
)
_BESIDE = rf"(?:\s\([^()]{{1,60}}\))?(?:,\s(?P<beside>[^;:!?{OTHER}{THIS}]{{1,120}}?),)?"
# Who reckons how much something is: put the cost at £340,000, a chiffré le coût à 3 millions.
_PUTS = (
    r"(?:puts?|chiffr(?:e|ent|é|ait)|évalu(?:e|ent|é|ait)|estim(?:e|ent|é|ait)|cifr(?:a|an|ó|aron"
    r"|ado)"
    rf"|calcul(?:a|an|ó|aron|ado))\s(?:{_TOKEN}\s){{1,8}}?(?:at|à"
    rf"|en)(?=\s(?:[^\W\d]\w*\s){{0,3}}[£$€]?\d)"
)


# Who counts or reckons something, in a statement that tells that somebody does.
_COUNTS = r"counts?|counted|reckons?|expects?|zählte?|rechnete?|compte|comptait|cuenta|contó"


class Said(NamedTuple):
    """Where in a sentence begins or ends what somebody says; ``beside``: the words that only tell
    who they are (X, who has 61 boats, said)."""

    at: int
    beside: str


@cache
def _word(tag: str) -> str:
    return rf"(?!(?:{_ROWS[tag].no_subject})(?![\w'])){_TOKEN}"


@cache
def _to_the_verb(tag: str) -> str:
    """Who says something, and what may be between them and the verb."""
    word = _word(tag)
    subject = rf"{word}(?:\s{word}){{0,9}}?"
    if tag == "de":
        beside = rf",\s(?P<beside>[^;:!?{OTHER}{THIS}]{{1,120}}?),\s(?:{word}\s){{0,5}}?"
        return rf"^\W*(?:(?:{word}\s){{1,9}}?|{subject}{beside})"
    return rf"^\W*{_OPENS}{subject}{_BESIDE}\s(?:(?:{_ROWS[tag].between})\s){{0,5}}?"


@cache
def _head(tag: str) -> re.Pattern[str]:
    row = _ROWS[tag]
    if tag == "de":
        said = rf"(?:{row.says})\b(?:\s{_word(tag)}){{0,{_FEW}}},\s(?P<said>.+)$"
        return re.compile(_to_the_verb(tag) + said)
    verb = rf"(?:{row.says})(?:\s{row.along}){{0,3}}\s{row.that}"
    verb = rf"(?P<verb>{verb}|(?:{row.bare})|{_PUTS})"
    return re.compile(rf"{_to_the_verb(tag)}{verb}\s?(?P<said>.+)$")


@cache
def _tells(tag: str) -> re.Pattern[str]:
    return re.compile(rf"{_to_the_verb(tag)}(?:{_ROWS[tag].says}|{_COUNTS})\b")


@cache
def _noun(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{_ROWS[tag].noun or '(?!)'})\s$", re.I)


@cache
def _lead(tag: str) -> re.Pattern[str]:
    row = _ROWS[tag]
    lead = rf"^\W*(?:{row.leads})\s(?:{_TOKEN}\s){{0,3}}?{row.that}" if row.leads else "(?!)"
    return re.compile(lead, re.I)


@cache
def _closing(tag: str) -> re.Pattern[str]:
    row = _ROWS[tag]
    own = r"(?!(?:and|but|who|which|that|as|what|nobody|und|aber|et|mais|qui|y|pero|que)\s)"
    before = rf"{own}(?:{_word(tag)}\s){{1,8}}?" if tag == "en" else ""
    closing = rf",\s{before}{row.closing}(?:\s[^;:{OTHER}{THIS}]{{1,120}})?[.!]?\W*$"
    if tag == "en":  # …, said X
        said = rf",\s(?:said|says|added|adds)\s(?!to\b)[^;:{OTHER}{THIS}]{{2,100}}$"
        closing = rf"(?:{closing}|{said})"
    return re.compile(closing)


def _tag(sentence: Sentence) -> str:
    return next((tag for tag in _ROWS if sentence.words is speech(LANGUAGES[tag])), "")


_INFINITIVE = re.compile(r"\bzu\s(?:haben|sein|werden|können|müssen|wollen)\b")


def said_from(sentence: Sentence) -> Said | None:
    """Where in a sentence begins what somebody says, from there to its end, behind whoever says it
    and a verb of saying (X said that, X assure avoir); None where it does not."""
    if not (tag := _tag(sentence)):
        return None
    found = _head(tag).search(sentence.text)
    if found and tag == "de":
        said = found["said"]
        ob = re.match(r"(?:dass|ob)\s", said) or indirect(said) or _INFINITIVE.search(said)
        found = found if ob else None
    if found and tag != "de" and _noun(tag).search(sentence.text, 0, found.start("verb")):
        found = None  # the claims that
    if found and (len(found["said"].split()) > 1 or re.match(r"\W?\d", found["said"])):
        return Said(found.start("said"), found["beside"] or "")
    lead = _lead(tag).search(sentence.text)
    return Said(lead.end(), "") if lead else None


def said_to(sentence: Sentence) -> Said | None:
    """Where in a sentence ends what somebody says, from its beginning, before whoever says it
    (…, X said.); None where it does not, or where it begins with who says it."""
    tag = _tag(sentence)
    found = _closing(tag).search(sentence.text) if tag and not said_from(sentence) else None
    return Said(found.start(), "") if found else None


def tells_who_says(sentence: Sentence) -> bool:
    """Whether a sentence tells of somebody that they say or count something."""
    tag = _tag(sentence)
    return bool(tag and (_tells(tag).search(sentence.text) or said_to(sentence)))
