"""Whether somebody unnamed gives a number: she said, according to the council."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from .languages import LANGUAGES
from .mentions import Mention
from .mood import indirect
from .speech import SAYS, speech
from .told_of import place_of
from .voices import OTHER, THIS, Sentence
from .words import when_needed

_SAYS = (
    r"(?:said|says|estimated|estimates|sagte|sagt|teilte|erklärte|dijo|dice|informó|indicó|señaló"
    r"|explicó"
    r"|añadió|afirmó|aseguró|(?:a|ont|avait)\s(?:indiqué|annoncé|précisé|déclaré|affirmé|assuré|dit"
    r"|ajouté|expliqué|estimé|confirmé|signalé))"
)
_SAYS_THAT = r"(?:indique|précise|assure|affirme|estime)"  # with que, or behind a comma
# Whom somebody tells: he told the court; sagte sie dem Gericht; a-t-elle dit au tribunal.
_WHOM = (
    r"(?:\s(?:the|a|an|his|her|their|our|dem|der|den|ihrem|seinem|aux?|à (?:la |l')?|al?|a la)?\s?"
    r"(?:court|courtroom|jury|jurors|judge|bench|hearing|inquest|inquiry|tribunal|committee|council"
    r"|councillors|meeting|magistrates?|police|reporters|journalists|paper|newspaper|radio|BBC"
    r"|agency"
    r"|Gericht|Richter(?:in)?|Kammer|Ausschuss|Rat|Polizei|Journalisten|Zeitung|Agentur"
    r"|cour|jurés?|juge|barre|presse|police|journalistes|conseil|jurado|juez|jueza|prensa"
    r"|periodistas"
    r"|pleno|comisión)\b)?"
)
_KNOW = r"(?:\s(?:valoir|savoir|remarquer|observer))?"  # a-t-il fait valoir, fait-elle savoir
_STOP = rf"[^;:.!?{OTHER}{THIS}]"
# Of the same clause: behind "and" somebody else may speak.
_WITHIN = rf"(?:(?!,\s(?:and|but|which|who|und|aber|et|mais|y|pero)\b){_STOP})"
_HEAD = when_needed(
    rf"(?:^|[;:]\s)\W*(?!I\b)"
    rf"(?:(?!(?:is|are|was|it's|as|that|who|which|dass|que|qui)\s)[\w'’-]+,?\s){{1,6}}"
    rf"(?:{_SAYS}\s(?:that\s|que\s)?|{_SAYS_THAT}\squ(?:e\s|'))"
    rf"(?!(?:yes|no|nothing|little|goodbye|farewell|so)\b)(?:[\w'’-]+,?\s)+{_WITHIN}*$",
    re.I,
)
_CLOSING = when_needed(
    rf"{_STOP}*,\s(?:(?:[\w'’-]+\s){{1,5}}{_SAYS}|(?:she|he|they) (?:has |had )?(?:{SAYS.pattern})"
    rf"|(?:{_SAYS}|{_SAYS_THAT})(?![,;])(?:\s(?!qu|that\b)[\w'’-]+){{0,6}}"
    rf"|a-t-(?:il|elle)\s\w+{_KNOW}|[^\W\d_]+-(?:t-)?(?:il|elle)s?{_KNOW}){_WHOM}(?:\s(?:on|am"
    rf"|le)\s\w+)?"
    r"(?=[,.!]|$)",
    re.I,
)
_ACCORDING = when_needed(
    r"\b(?:according to|selon|d'après|laut|según|de acuerdo con"
    r"|nach (?:Angaben|Auskunft|Berechnung(?:en)?|Zählung(?:en)?|Darstellung|Einschätzung(?:en)?"
    r"|Schätzung(?:en)?(?= (?:der|des|vo[nm])\b)))\s(?!"
    r"(?:the |an? |our |this |its |les? |la |l'|une? |nos |cet? |cette |der |dem |den |die |einer "
    r"|einem |unser\w* |el |los |las |un |nuestr\w+ )?"
    r"(?:war|ist|wird|plan|schedule|law|rules?|size|need|age|custom|taste|tradition|article"
    r"|newspaper|count"
    r"|weather|type|season|besoins?|cas|loi|règles?|saisons?|taille|articles?|journal|âge|types?"
    r"|informations|Plan|Gesetz|Regeln?|Vertrag|Artikel|Zeitung|ley|reglas?|plan|edad|tamaño"
    r"|artículo"
    r"|periódico|caso|necesidad\w*|que)\b)",
    re.I,
)
# What somebody found out: a report by the council found that.
_FOUND = when_needed(
    r"(?i)\b(?:an?|the|another|its|their)\s(?:[\w-]+\s){0,2}(?:report|study|survey|review|inquiry"
    r"|analysis"
    rf"|poll)\b(?:\s(?:by|of|from|into|for)\b{_STOP}{{1,70}}?)?\s(?:found|finds|says|said|showed"
    rf"|shows"
    r"|suggests|suggested|concluded|concludes|estimates|estimated|counted|put)\b"
    r"|\b(?:eine|die|ihre|diese) (?:[\w-]+ )?\w*(?:umfrage|studie|befragung|erhebung"
    rf"|untersuchung)\b{_STOP}{{0,70}} (?:ergab|ergibt|zeigte?|nennt|nannte)\b"
    r"|\b(?:une|la|cette|l') ?(?:[\w-]+ )?(?:enquête|étude|consultation)\b"
    rf"{_STOP}{{0,70}} (?:montre|révèle|a (?:montré|révélé)|conclut)\b"
    r"|\b(?:una?|la|el|esta|este) (?:[\w-]+ )?(?:encuesta|estudio|sondeo)\b"
    rf"{_STOP}{{0,70}} (?:muestra|mostró|revela|reveló|concluye|concluyó)\b"
    # What a document puts a number at: the report puts the cost at £3 million.
    r"|\b(?:an?|the|another|its|their|this)\s(?:[\w-]+\s){0,2}"
    r"(?:report|study|survey|review|inquiry|analysis|audit|poll|paper)\b"
    rf"{_STOP}{{0,60}}?\s(?:puts?|sets?)\s{_STOP}{{1,80}}?\sat\b"
    r"|\b(?:ein|eine|der|die|das|diese[rs]?|ihre?|seine?) (?:[\w-]+ )?"
    r"\w*(?:bericht|studie|gutachten|umfrage|untersuchung|analyse|papier)\b"
    rf"{_STOP}{{0,60}} bezifferte?\b{_STOP}{{1,80}} (?:auf|mit)\b"
    r"|\b(?:une?|l[ea]|l'|ce|cette|son|sa) ?(?:[\w-]+ )?"
    rf"(?:rapport|enquête|étude|audit|analyse)\b{_STOP}{{0,60}}"
    rf" (?:chiffr|évalu|estim)(?:e|ait|a)\b{_STOP}{{1,80}} à\b"
    r"|\b(?:una?|el|la|este|esta|su) (?:[\w-]+ )?(?:informe|estudio|encuesta|análisis)\b"
    rf"{_STOP}{{0,60}} (?:cifr|estim|sit[uú])(?:a|ó|aba)\b{_STOP}{{1,80}} en\b"
)
# A study may be of what was studied, too.
_BODIES = (
    r"(?:l')?(?:universit|hochschule|institut|agen[ct]|ministeri|ministère|cámara|chambre|associa"
    r"|asocia|observato|verband|vereins|union|[A-ZÀ-Þ])"
)
# In what was asked of many: in a survey by X, dans une enquête de la X.
_ASKED = when_needed(
    r"\b[Ii]n (?:an?|the|its|their|another) (?:[\w-]+ ){0,2}(?:survey|poll|study|census|count)\b"
    r"(?:[^,;:.!?]{0,40})?\s(?:by|from) (?!\d)"
    r"|\b(?:[Ii]n|[Bb]ei|[Nn]ach|[Ll]aut) (?:eine[rm]|de[rm]|ihre[rm]|seine[rm]) (?:[\w-]+ ){0,2}?"
    r"(?:\w*(?:[Uu]mfrage|[Ss]tudie) de[rs] "
    r"|\w*(?:[Uu]mfrage|[Ss]tudie|[Bb]efragung|[Ee]rhebung|[Uu]ntersuchung|[Zz]ählung)"
    r" (?:vo[nm] (?!\d)|durch |de[rs] (?=\w*(?:[Ii]nstitut|[Uu]nivers|[Hh]ochschul"
    r"|[Vv]er(?:ein|band)|[Kk]ammer|[Ss]tiftung|[Bb]ehörde|[Mm]inister))))"
    r"|\b[Dd]ans (?:une?|la|le|sa|son|l') ?(?:[\w-]+ )?(?:(?:enquête|consultation|sondage)(?: \w+)?"
    r" (?:d(?:e l[a' ]|u |es |e (?=[A-ZÀ-Þ])|'(?=[A-ZÀ-Þ])))"
    rf"|étude (?:de (?:la |l')?|du |des )(?={_BODIES})"
    r"|(?:enquête|consultation|sondage|étude) (?:menée? par |réalisée? par ))"
    r"|\b[Ee]n (?:una?|la|el|su) (?:[\w-]+ )?(?:(?:encuesta|sondeo)(?: \w+)?"
    r" (?:del |de l(?:a|os|as) |de (?=[A-ZÁ-Ú])|por )"
    rf"|estudio (?:de (?:la |los )?|del )(?={_BODIES})|estudio \w+ por )"
)


def found_out(text: str) -> Iterator[re.Match[str]]:
    """The words by which a text says that a report, a survey or a study found something out."""
    yield from _FOUND().finditer(text)
    yield from _ASKED().finditer(text)


_PRONOUN = r"(?:she|he|they|it|er|sie|il|elle|ils|elles|él|ella|ellos|ellas)"
_PASSIVE = r"(?:was|were|is|are|been|be|being|not|never|wurden?|wird|nicht|fue|est|pas)"


_WHICH = r"(?:who|which|that|as|whom|whose|what|qui|que|der|die|das|wie)\s"
# Somebody says it in the middle: it costs £2, he said, and its reserves had fallen below £9.
_MIDDLE = when_needed(
    rf"(?i),\s(?:{_PRONOUN}\s(?:has\s|had\s|a\s|ont\s|ha\s)?(?:{SAYS.pattern})"
    rf"|(?:(?!{_WHICH})[\w'’-]+\s){{1,3}}(?:said|says)|(?:{SAYS.pattern})\s{_PRONOUN}"
    rf"|(?!estim|said|says|indic|señ){_SAYS}(?:\s[\w'’-]+){{0,4}}|a-t-(?:il|elle)\s\w+{_KNOW}"
    rf"|[^\W\d_]+-(?:t-)?(?:il|elle)s?{_KNOW}){_WHOM}(?:\s(?:on|am|le|el)\s\w+)?,\s(?P<rest>.*)$"
)
_JOINED = re.compile(r"(?:and|but|und|aber|et|mais|y|pero)\s")
_STATES = re.compile(
    r"\b(?:was|were|is|are|has|have|had|would|could|might|will|ist|sind|war|waren|hat|haben|hatten?"
    r"|wurden?|werden?|würden?|a|ont|est|sont|avai(?:t|en)t?|étai(?:t|en)t?|\w+r(?:ait|aient)|es"
    r"|son"
    r"|era|eran|había|habían|ha|han|está|están|\w+r(?:ía|ían))\b"
)


def _goes_on(before: str, behind: str) -> bool:
    """Whether what somebody says in the middle of a sentence goes on behind it; behind "and" where
    a verb has it that something is so (had fallen), and not that something happened then."""
    found = _MIDDLE().search(before)
    if not found or re.search("[;:]", found["rest"]):
        return False
    clause = found["rest"] + re.split("[;:]", behind)[0]
    return not _JOINED.match(clause) or bool(_STATES.search(clause))


_BEFORE = re.compile(rf"(?i)(?<![\w-]){_PRONOUN}(?:\s(?!{_PASSIVE}\s)[\w'’]+){{0,2}}?\s$")
_BEHIND = re.compile(
    rf"(?i)\s{_PRONOUN}(?=[,.;:!?{OTHER}{THIS}]|\s(?:am|on|hinzu|weiter|mit)\b|$)"
    r"|-(?:t-)?(?:il|elle)s?\b"
)
_BETWEEN = re.compile(r"(?i)\b(?:a|ont|avait)-(?:t-)?(?:il|elle)s?\s$")
# According to somebody whom only a pronoun means: selon elle; not: according to her neighbour.
_NOUN = (
    r"(?:words|account|view|opinion|estimates?|calculations?|figures|count"
    r"|Angaben|Worten|Auskunft|Ansicht|Meinung|Einschätzung|Schätzung|Darstellung"
    r"|dires|mots|calculs|estimations?|chiffres|cálculos|palabras|cifras|estimaciones)"
)
_BY_ONE = when_needed(
    rf"(?i)\b(?:(?:according to|by|in) (?:her|his|their|its) (?:own )?{_NOUN}\b"
    r"|according to (?:him|them|her(?=[,.;:!?)]|$| (?:and|but|the|an?)\b))"
    rf"|\b(?:er|sie|es) (?:\w+ ){{0,3}}?nach eigene[nrm] {_NOUN}\b"
    rf"|nach eigene[nrm] {_NOUN} \w+ (?:er|sie|es)\b"
    r"|(?:selon|d'après) (?:elles?|lui|eux)\b|à (?:l'|les )en croire\b"
    r"|à (?:son|leur|ses|leurs) (?:avis|sens|yeux)\b"
    rf"|(?:selon|d'après) (?:ses|leurs?) (?:propres )?{_NOUN}\b"
    rf"|laut (?:ihr|ihm|ihnen)\b(?!en)|(?:ihr|ihm|ihnen) zufolge\b"
    rf"|nach (?:ihre|seine)[nr] (?:eigenen )?{_NOUN}\b"
    rf"|(?:ihre|seine)[nr] (?:eigenen )?{_NOUN} (?:nach|zufolge)\b"
    rf"|según (?:ellas?|ellos|él|sus (?:propi[oa]s )?{_NOUN})(?!\w)|a su juicio\b|en su opinión\b)"
)
# Who expects, fears, hopes for or does not rule out what a sentence tells.
_EXPECTS = when_needed(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) "
    r"(?:(?:has|had|also|did|does|do|not|never) |(?:did|does|do)n't ){0,3}"
    r"(?:expect(?:s|ed)?|fear(?:s|ed)?|hope[sd]?|predict(?:s|ed)?|anticipate[sd]?|doubt(?:s|ed)?"
    r"|rule[sd]? out)\b(?! (?:by|from)\b)"
    r"|\b(?:[Ii]l|[Ee]lle)s? (?:n'|s')?(?:a |ont |avai(?:t|ent) )?(?:pas |aussi )?"
    r"(?:crain\w+|esp[eéè]r\w+|attend\w*|prévo\w+|redout\w+|exclu\w*)(?: pas)? (?:à ce )?"
    r"(?:que |qu')"
    r"|\b(?:[Ee]r|[Ss]ie) (?:erwarte\w*|hoff\w+|(?:be)?fürcht\w+|rechne\w* (?:auch )?damit"
    r"|schl(?:ießt|oss|ossen) (?:auch )?(?:nicht|kaum) aus), dass\b"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) (?:also )?(?:found|concluded|calculated)(?= that\b|[.,]|$)"
    r"|(?:^\W*|\b(?:[Éé]l|[Ee]lla|[Ee]ll[oa]s) )(?:[Nn]o )?"
    r"(?:[Ee]sper(?:a|an|aba|aban|ó)|[Tt]em(?:e|en|ía|ían|ió)"
    r"|[Pp]rev(?:é|én|eía)|[Dd]escart(?:a|an|ó|aron)|[Cc]onf(?:ía|ían|iaba) en) que\b"
)
# A verb alone, where a language needs no pronoun.
_ALONE = re.compile(r"(?i)(?:^\W*|[,.;:]\s|\by\s)(?:también\s|además\s)?$")
_AND = re.compile(r"(?i)\by\s(?:también\s|además\s)?$")
_ENDS = re.compile(r"[,.;:!?]|\sque\b|$")


def pronoun_says(sentence: Sentence) -> str:
    """The words by which a pronoun says what a sentence says (she said, betonte sie, a-t-elle dit,
    selon elle), or a verb alone where a language needs no pronoun (añadió); empty where none
    does."""
    text, alone = sentence.text, sentence.words is speech(LANGUAGES["es"])
    for said in sentence.words.says.finditer(text):
        before, behind = text[: said.start()], _BEHIND.match(text, said.end())
        if re.search(r"-(?:il|elle)\b", said.group()):  # fait-il valoir
            return said.group()
        if pronoun := _BEFORE.search(before) or _BETWEEN.search(before):
            return text[pronoun.start() : said.end()]
        if behind:
            return text[said.start() : behind.end()]
        if alone and _ALONE.search(before) and _ENDS.match(text, said.end()):
            named = _AND.search(before) and sentence.subjects()  # X culpó de eso y calculó que
            return "" if named or sentence.sayers() else said.group()
    according = _BY_ONE().search(text) or _EXPECTS().search(text)
    return according.group() if according else ""


_I = r"(?:I|[Ww]e|[Ii]ch|[Ww]ir|[Jj]e|[Nn]ous|[Yy]o)"


def speaker_says(sentence: Sentence) -> bool:
    """Whether whoever speaks says in a sentence that they say something: I told him."""
    says = sentence.words.says.pattern
    before = rf"\b(?:{_I}\s(?:[\w'’-]+\s){{0,2}}?|[Jj]['’]ai\s)(?i:{says})"
    own = rf"{before}|(?i:{says})\s{_I}\b|\bai-je\b|\b(?:dije|expliqué|respondí|contesté|añadí)\b"
    return bool(re.search(own, sentence.text))


def others_say(sentence: Sentence) -> bool:
    """Whether a sentence of a turn says that others say something: they told us; according to X."""
    says = sentence.words.says.search(sentence.text) or _ACCORDING().search(sentence.text)
    return bool(says) and not speaker_says(sentence)


_WOULD: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:would|could|might)\b"),
    "fr": re.compile(r"\b\w{2,}r(?:ait|aient)\b"),
    "es": re.compile(r"\b\w{2,}r(?:ía|ían)\b"),
}


def reported(sentence: Sentence) -> bool:
    """Whether the mood of a sentence may be that of what somebody says: it would cost £3."""
    if sentence.words is speech(LANGUAGES["de"]):
        return indirect(sentence.text)
    known = (form for tag, form in _WOULD.items() if sentence.words is speech(LANGUAGES[tag]))
    return any(form.search(sentence.text) for form in known)


def unnamed_gives(sentence: Sentence, printed: str) -> bool:
    """Whether a sentence says that somebody gives a number in it: a pronoun, or a body; in German
    by its mood."""
    at = place_of(sentence.text, printed)
    if at < 0:
        return False
    before, behind = sentence.text[:at], sentence.text[at + len(printed) :]
    german = sentence.words is speech(LANGUAGES["de"])
    mood = german and indirect(sentence.text)
    said = _HEAD().search(before) or _CLOSING().match(behind) or _ACCORDING().search(sentence.text)
    part = before.rpartition(";")[2] + printed + behind.partition(";")[0]
    found = any(one().search(part) for one in (_BY_ONE, _FOUND, _ASKED))
    found = found or any(";" not in before[m.end() :] for m in _EXPECTS().finditer(before))
    return bool(mood or said or found or _goes_on(before, behind))


# The verbs by which a body gives something itself: die Stadt rechne mit 61.
_GIVES = re.compile(
    r"\b(?:rechne|schätze|erwarte|gehe (?:davon|von)|sage|erkläre|meine|betone|teile|gebe|nenne"
    r"|spreche|halte|fordere|verlange|warne|behaupte|berichte|zähle|verzeichne)\b"
)


def says_so(sentence: Sentence) -> bool:
    """Whether words of a German sentence themselves say who says what it reports by its mood."""
    said = [m for m in sentence.sayers() if not only_reported(sentence, m)]
    other = pronoun_says(sentence) or _ACCORDING().search(sentence.text)
    return bool(said or other or _GIVES.search(sentence.text))


_HAVING = re.compile(r"[^,;:.]{0,40}\s(?:habe|hätten?|werde|solle|wolle)\s")


def only_reported(sentence: Sentence, one: Mention) -> bool:
    """Whether it is only reported, by the mood of a German sentence, that somebody said something:
    X habe ihr versichert, dass …"""
    found = _HAVING.match(sentence.text, one.end)
    return bool(found) and not sentence.according(one)


_SPOKE_OF = re.compile(
    rf"[^,;:.!?{OTHER}{THIS}]{{0,60}}\b(?:sprach|spricht|sprachen) vo[nm]"
    rf" (?:\w+ ){{0,3}}[{OTHER}{THIS}]"
)


def spoke_of(sentence: Sentence) -> set[str]:
    """The ids of those of whom a German sentence quotes words only as what they speak of (X sprach
    von einem „…“): what the next one reports by its mood is theirs."""
    subjects = (m for m in sentence.subjects() if _SPOKE_OF.match(sentence.text, m.end))
    return {mention.whose for mention in subjects}


# The verbs by which somebody takes a stand, of which the next sentence may report the grounds.
_STANDS: Mapping[str, str] = {
    "en": r"defend(?:s|ed)|justif(?:ies|ied)|argue[sd]? (?:for|against)|point(?:s|ed) (?:to|out)"
    r"|critici[sz]e[sd]?|prais(?:es|ed)|object(?:s|ed)|reject(?:s|ed)|dismiss(?:es|ed)"
    r"|contradict(?:s|ed)|disput(?:es|ed)|welcome[sd]?|attack(?:s|ed)|condemn(?:s|ed)"
    r"|oppose[sd]?|(?:dis)?agree[sd]?|back(?:s|ed)|called for|pleaded for|hit back|pushed back",
    "de": r"(?:verteidig|rechtfertig|lob|begrüß|beklag|lehn|kritisier|plädier|bemängel)(?:t|te)"
    r"|begründete?|w(?:irbt|arb) für|verw(?:ies|eist)|w(?:ies|eist)|widers(?:prach|pricht)"
    r"|verurteilte?|setzte? sich|sprach sich|hielt dagegen|verneinte?|unterstrich",
    "fr": r"défend(?:it|u)?|justifi(?:e|a|é)|plaid(?:e|a|é)|critiqu(?:e|a|é)|salu(?:e|a|é)"
    r"|rejet(?:te|a|é)|dénon(?:ce|ça|cé)|contest(?:e|a|é)|renvo(?:ie|ya|yé)|réfut(?:e|a|é)"
    r"|contredi(?:t|sit)|s'(?:oppos(?:e|a)|est (?:opposée?|défendue?))|approuv(?:e|a|é)"
    r"|condamn(?:e|a|é)|n'est pas d'accord",
    "es": r"def(?:endió|iende)|justific(?:a|ó)|critic(?:a|ó)|elogi(?:a|ó)|rechaz(?:a|ó)"
    r"|cuestion(?:a|ó)|abog(?:a|ó) por|se (?:opuso|opone|remitió)|remitió|aludió|salud(?:a|ó)"
    r"|discrep(?:a|ó)|no está de acuerdo"
    r"|conden(?:a|ó)|respald(?:a|ó)|argument(?:a|ó)",
}


@cache
def stands(code: str) -> re.Pattern[str]:
    """The verbs by which a language has somebody take a stand."""
    return re.compile(rf"\b(?:{_STANDS[code]})\b")


@cache
def _stand(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A verb of taking a stand behind a name, an apposition or an adverb between, and before it."""
    beside = rf"(?:(?:,[^,;:.{OTHER}{THIS}]{{1,80}},| \([^()]{{1,40}}\)))?"
    between = r"(?:\s(?:has|had|also|auch|hat|a|ont|avait|ha|había|[\w]+ly))?"
    behind = rf"{beside}{between}\s(?:{_STANDS[tag]})(?!\w)"
    return re.compile(behind), re.compile(rf"\b(?:{_STANDS[tag]})\s(?:[\w-]+\s){{0,3}}$", re.I)


def takes_a_stand(sentence: Sentence) -> set[str]:
    """The ids of those who take a stand in a sentence (X verteidigte die Gebühr; X defended the
    fee): where the next one only reports by its mood, they say it."""
    tag = next((t for t in _STANDS if sentence.words is speech(LANGUAGES[t])), "")
    if not tag:
        return set()
    behind, before = _stand(tag)
    text = sentence.text
    return {
        one.whose
        for one in sentence.subjects()
        if behind.match(text, one.end)
        or (tag == "de" and before.search(text[max(one.start - 80, 0) : one.start]))
    }


# By what figures a thing is so is no body's word: according to official figures.
_DATA = re.compile(
    r"(?:[\w'’-]+\s){0,3}?(?:figures|data|statistics|records?|census|documents?|estimates?|reports?"
    r"|polls?|surveys?|stud(?:y|ies)|research|maps?|chiffres|données|statistiques|registres?"
    r"|estimations?|rapports?|sondages?|études?|calendrier|\w*[Zz]ahlen|\w*[Dd]aten|Statistik\w*"
    r"|Unterlagen|\w*[Ss]tudien?|\w*[Uu]mfragen?|datos|cifras|registros?|estadísticas"
    r"|encuestas?|estudios?|informes?|calendario)\b"
)


def according(sentence: Sentence) -> list[tuple[int, int]]:
    """Where a sentence has it that something is according to somebody: by a name, a pronoun (selon
    elle), or who they are (according to police); not to figures, or a plan."""
    text = sentence.text
    found = [(m.start, m.end) for m in sentence.mentions if sentence.according(m)]
    found += [m.span() for m in _BY_ONE().finditer(text)]
    some = (m for m in _ACCORDING().finditer(text) if not _DATA.match(text, m.end()))
    return found + [m.span() for m in some]


def a_body_gives(sentence: Sentence) -> bool:
    """Whether it is according to a body that the sentence does not name: according to the firm."""
    return bool(_ACCORDING().search(sentence.text)) and not any(
        map(sentence.according, sentence.mentions)
    )


_DOCUMENT = (
    r"(?:report|study|survey|poll|figures|data|paper|\w*(?:[Ss]tudie|[Uu]mfrage|[Bb]efragung|[Ee]rhebung"
    r"|[Bb]ericht|[Mm]itteilung|[Zz]ählung|[Uu]ntersuchung|[Bb]erechnung(?:en)?)|Angaben|Zahlen"
    r"|rapport|étude|enquête|sondage|chiffres|informe|estudio|encuesta|sondeo|datos|cifras)"
)
# What a sentence has from what the one before tells of: demnach; according to the study.
_THEREBY = when_needed(
    r"\b(?:[Dd]emnach|[Dd]anach|[Hh]iernach|[Dd]emzufolge)\b"
    rf"|\b[Dd](?:en|er|em) (?:\w+ )?{_DOCUMENT} (?:nach|zufolge)\b"
    rf"|\b(?:[Aa]ccording to|[Ss]elon|[Dd]'après|[Ll]aut|[Ss]egún|[Nn]ach|[Dd]e acuerdo con) "
    rf"(?:the |this |its |their |l[ea] |l'|les |cette |ce |son |sa |de[rnm] |diese[rnm] |ihre[rnm] "
    rf"|seine[rnm] |el |la |los |las |est[ea] |sus? )?(?:\w+ )?{_DOCUMENT}\b"
    r"(?! (?:of|by|from|vo[nm]|de[rs]?|d[ue]|del)\b| d['’])"  # of somebody who is named
)


def thereby(sentence: Sentence) -> bool:
    """Whether a sentence has what it tells from somebody, or from what somebody made, that the one
    before names: demnach, der Studie zufolge, according to the report, the survey found."""
    return bool(_THEREBY().search(sentence.text) or _FOUND().search(sentence.text))
