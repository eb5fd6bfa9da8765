"""Which parts of a sentence somebody says, reckons, expects or reproaches, whoever that is, and
whether a statement itself tells that somebody does.

Every part in which nobody does is the source's own, also beside speech: X, who was elected in 2019,
said … A verb of saying alone says nothing: what it says is behind a "that", a colon or a comma, or
before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .characters import SIGNS
from .frames import said_from, said_to
from .said_so import found_out, stands, unnamed_gives
from .speech import SAYS, code_of
from .voices import Sentence
from .words import under_letters, when_needed


class Spoken(NamedTuple):
    """A part of a sentence, and the words by which somebody says it."""

    start: int
    end: int
    words: str


# By somebody's account. What only a plan or an age tells is nobody's: according to size.
_NO_BODY = (
    r"(?!(?:war|ist|wird|und|genug)\b|(?:\S+ )?(?:plan|schedule|law|rules?|size|need|age|custom"
    r"|taste|tradition|article"
    r"|newspaper"
    r"|count|weather|type|season|besoins?|cas|loi|règles?|saisons?|taille|articles?|journal|âge"
    r"|types?"
    r"|Plan|Gesetz|Regeln?|Vertrag|Artikel|Zeitung|ley|reglas?|edad|tamaño|artículo|periódico|caso"
    r"|necesidad\w*|que)\b)"
)
_ACCOUNT = (
    r"(?:Angaben?|Auskunft|Worten|Aussagen?|Ansicht|Meinung|Überzeugung|Darstellung"
    r"|Einschätzung(?:en)?"
    r"|Berechnung(?:en)?|Schätzung(?:en)?|Zählung(?:en)?|Prognosen?)"
)
_NOUN = (
    r"(?:words|account|view|opinion|estimates?|calculations?|reckoning|figures|telling|avis|yeux"
    r"|sens|dires"
    r"|mots|calculs?|estimations?|chiffres|propres|juicio|opinión|cálculos?|palabras|cifras"
    r"|estimacion(?:es)?)"
)
_BY = when_needed(
    rf"\b(?:[Aa]ccording to|[Ss]elon|[Dd]'après|[Ll]aut|[Ss]egún|[Dd]e acuerdo con|[Aa] juicio de"
    rf"|[Aa] (?:decir|ojos) de|[Aa]ux (?:dires|yeux) d[eu]|[Dd]e l'avis d[eu]"
    rf"|[Ii]n the (?:words|view|opinion|eyes) of|[Ee]n opinión de|[Aa]us Sicht (?:von|der|des)"
    rf") {_NO_BODY}"
    rf"|\b[Nn]ach (?:(?:eigene[nrm]|ihre[nr]|seine[nr]|eine[rm]|(?:\w+s)|de[rn]) )?"
    rf"(?:\w+(?:en|er) )?"
    rf"{_ACCOUNT}\b|\b(?:[Ii]hre[nr]|[Ss]eine[nr]|[Ee]igenen|[Dd]en) (?:eigenen )?{_ACCOUNT}"
    rf"(?: (?:des|der|vo[nm]) [^,;:.]{{1,60}})? (?:nach|zufolge)\b|\b[\w-]+ zufolge\b"
    rf"|\b[Aa]us (?:ihrer|seiner) Sicht\b"
    rf"|\b(?:[Bb]y|[Ii]n) (?:his|her|their|its) (?:own )?{_NOUN}\b"
    rf"|\b(?:[ÀAa]|[Ee]n|[Ss]elon|à) (?:son|sa|leur|su|ses|leurs|sus) (?:propi[oa]s? )?{_NOUN}\b"
    r"|\b[ÀAaà] (?:l'|les? |la )en croire\b"
    r"|(?<=, )so (?:(?:der|die|das|ein|eine) )?(?!(?:dass|weit|lange|oft|wie|viel|gut|sehr|wurde"
    r"|hat)\b)"
    r"(?:[A-ZÄÖÜ]\w[\w-]*|er|sie)(?: (?!(?:ist|war|wird|hat)\b)[\w&-]+){0,5}(?=[,.]|$)"
)

# Who thinks, expects or fears it, where it is behind "that" or is what they expect.
_THINKS = {
    "en": r"believe[sd]?|think(?:s)?|thought|expects|expected|fear(?:s|ed)|hope[sd]|predict(?:s|ed)"
    r"|doubt(?:s|ed)|reckon(?:s|ed)|respond(?:s|ed)|calculate[sd]|accuse[sd]?",
    "de": r"glaub(?:t|te|en|ten)|erwarte(?:t|te|n)?|fürchte(?:t|te|n)?|befürchte(?:t|te|n)?"
    r"|hofft?e?n?|vermutet?e?n?|rechne(?:t|te|n|ten) (?:nicht )?damit|geh(?:t|en) davon aus"
    r"|ging(?:en)? davon aus|rechne(?:t|te|ten)(?=[^.;:]{0,60} vor\b)|zweifel(?:t|te)"
    r"|prophezeit?e?|meldete?|hieß es"
    r"|w(?:irft|arf|erfen)(?=[^.;:]{1,60} vor\b)",
    "fr": r"(?:a|ont) (?:informé|fait savoir|plaidé)|croi(?:t|ent)"
    r"|pens(?:e|ent|ait)|crain(?:t|ent|gnait)"
    r"|esp(?:ère|èrent|érait)"
    r"|prévo(?:it|ient|yait)|juge(?:nt)?|répond(?:ent)?|(?:a|ont) (?:répondu|calculé|estimé)"
    r"|table(?:nt)? sur le fait|s'attend(?:ent)? à ce|doute(?:nt)?|redoute(?:nt)?",
    "es": r"cre(?:e|en|ía|ían|yó)|replic(?:a|an|ó)|apunt(?:a|an|ó)|contest(?:a|ó)|piensan?"
    r"|pensaba|prev(?:é|én|eía|eían"
    r"|ió)|tem(?:e|en|ía|ió)"
    r"|esper(?:a|an|aba|ó)|confían? en|respond(?:ió|ieron|en)|opin(?:a|an|ó)|consider(?:a|an|ó)"
    r"|calcul(?:a|an|ó|aron)|dud(?:a|an|ó)|asegur(?:a|an|aron)|añad(?:e|en|ieron)|sosp(?:echa|echó)"
    r"|inform(?:a|ó|aron)|afirma(?:n|ron)|señala(?:n|ron)|indica(?:n|ron)|explica(?:n|ron)"
    r"|advirt(?:ió|ieron)",
}
# Who promises it: nothing that a statement tells itself, without whom.
_PROMISES = (
    r"|promise[sd]?|verspr(?:icht|ach|achen|echen)|droh(?:t|te|ten)|zugesichert|zugesagt|versichert"
    r"|promet|(?:a|ont) (?:promis|menacé)|promet(?:e|en|ió|ieron)"
)
# Who lays something at somebody's door, or expects a thing, without a "that".
_LAYS = {
    "en": r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )"
    r"(?:blame[sd]?\b|(?<!the )accuse[sd]?\b(?=[^,.;:]{1,80} of\b))"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?:expects|expected|predict(?:s|ed)|fears|feared)\b"
    r"(?! (?:to|by)\b)"
    r"|(?<=\w )(?<!was )(?<!were )(?<!been )(?:asks|asked|urge[sd]|called on)\b"
    r"(?! (?:not|by|whether|about|if|to)\b)(?=[^,.;:]{1,60}\bto\b)",
    "de": r"(?:sieht|sah|sehen) (?=[^.;:]{0,60}\b(?:Schuld|Fehler|Ursache|Verantwortung|Grund"
    r"|Pflicht|Gefahr|Versäumnis\w*)\b)"
    r"|w(?:irft|arf|erfen)\b(?=[^.;:]{1,60} vor(?:[,.;]|$))|erwarte(?:t|te|n)\b"
    r"|(?:be)?fürchte(?:t|te|n)\b|beschuldigt?e?\b"
    r"|(?:bat|baten|bittet|drängte?|fordert|forderte|verlangte?)\b"
    r"(?=[^.;:]{1,80},[^.;:]*(?:\bzu\b|\Bzu\w+en\b))"
    r"|mach(?:t|te|en) (?=[^.;:]{1,60}verantwortlich\b)",
    "fr": r"(?:accuse(?:nt)?|a accusé|reproche(?:nt)?|a reproché|impute(?:nt)?|craint|redoute"
    r"|prévoit|prévoient)\b(?! (?:que|qu')\b)|(?:met|mettent|a mis) en cause\b"
    r"|(?:demande(?:nt)?|a demandé|exige(?:nt)?)\b(?=[^.;:]{1,60} (?:d'|de |qu))",
    "es": r"(?<!la )culp(?:a|an|ó|aron)\b|acus(?:a|an|ó|aron)\b|reproch(?:a|an|ó|aron)\b"
    r"|atribuy(?:e|en|ó|eron)\b|achac(?:a|an|ó|aron)\b|(?<!se )(?:esper(?:a|an)|prev(?:é|én)"
    r"|tem(?:e|en))\b(?! que\b)"
    r"|(?:pid(?:e|ió|en|ieron)|solicit(?:a|ó)|exig(?:e|ió|en)|reclam(?:a|ó)|inst(?:a|ó))\b"
    r"(?=[^.;:]{1,60} (?:que|a) )",
}
# In English a verb right behind makes a "that" one of a noun: wrote in a letter that was obtained.
_THAT = {
    "en": r"that\b(?! (?:was|were|is|are|has|have|had|reads?|would|could|will|can|may|might)\b)",
    "de": r",? ?(?:dass|ob)\b",
    "fr": r"(?:que\b|qu')",
    "es": r"que\b",
}
# What may stand before "that": to whom, when, where and how it is said; no noun that it is about.
_MEANWHILE = {
    "en": r"(?:,? ?(?:also|again|later|however|too|today|yesterday|on \w+"
    r"|in (?:an?|the|his|her|its) \w+|(?:the |a |an )?\w+)){0,4}",
    "de": r"(?: (?!dass\b)[^\s,.;:]+){0,12}?",
    "fr": r"(?:,? ?(?:aussi|également|en outre|toutefois|hier|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|mardi|dans une? [\w-]+|à l'\w+|au[x]? [\w-]+|à la [\w-]+|en \w+),?){0,4}",
    "es": r"(?:,? ?(?:también|además|ayer|hoy|incluso|luego|el \w+|en un[ao]? [\w-]+"
    r"|a l[ao]s? [\w-]+|al [\w-]+|a est[ea] \w+),?){0,4}",
}
_PRONOUN = r"(?:she|he|they|it|er|sie|il|elle|ils|elles|él|ella|ellos|ellas)"
# Behind a comma, with who says it behind: …, teilte das Unternehmen mit; not: …, called Anna, …
_NO_SAYING = (
    r"(?!(?:call|known|describ|post|shar|report|announc|estim|threat|promis|ask|not|told|nann|nenn"
    r"|bezeichn|schätz|forder|verlang|droh|kritisier|appel|llam|cuentan? con|exig|reclam|demand"
    r"|annoncé|signalé|promis|écrit|répondu|précisé|expliqué|confirmé|indiqué|ajouté|souligné"
    r"|affirmé"
    r"|déclaré|reconnu|tweet|pla?ntead)\w*)"
)
_TAIL = r"(?! (?:that|dass|que|qu)\b)(?:\s(?!que\b|that\b|dass\b|qu')[\w'’&-]+){0,9}"
# What a German verb of saying has behind it where its subject stands before: …, mahnte zur Ruhe.
_NO_SUBJECT = (
    r"(?:zu[mr]?|vor|gegen|auf|an|am|mit|in|im|bei|ih(?:m|n|nen)|sich|nicht|aber|auch|den|dem"
    r"|einen)"
)
_SAID_EN = (
    r"(?:said|says|added|adds|warned|warns|explained|insisted|admitted|estimated|argued|conceded)"
)
_DOES = r"(?:was|were|is|are|has|have|had|would|could|might|will|(?-i:[a-z]{2,}ed))\b"
_AND = r"(?:and|but|who|which|that|as|whom|whose|what)\b"
# What is only told of who says it: according to X, who leads 61 pumps, it rained.
_RELATIVE = re.compile(r",\s(?:who|whose|qui|dont|der|die|dessen|deren|que|quien|cuy[oa])\b")
_OF_THEM = re.compile(rf"{_RELATIVE.pattern}|\s(?:that|which|who|after|since)\b")
_OF_WHOM = re.compile(rf"[^,;:.]{{0,60}}({_RELATIVE.pattern}[^,;:.]*(?:,|$))")
_BREAK = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whereas|yet|und|aber|während|et|mais|tandis|y|pero|mientras"
    r"|sondern)\s"
    r"|\.\s(?=[A-ZÄÖÜÉ])"
)
_QUOTED = re.compile(f"\\s?[{''.join(SIGNS)}]")
# What goes on behind who says it in the midst, and is no apposition: …, said X, the mayor.
_GOES_ON = re.compile(
    r",\s(?!\d|(?:an?|the|eine?|der|die|das|une?|le|la|les|el|los|las|una|who|qui|que|whose)\s|l')",
    re.I,
)
_FEW_WORDS = re.compile(rf"\W*(?:[^\s,;:.{''.join(SIGNS)}]+ ?){{1,5}}")
# Before a comma and a verb whose subject is apposed to: Le maire, X, a écrit au ministre.
_APPOSED = re.compile(
    r",\s(?:(?:[A-ZÀ-Þ][\w'’.-]+\s?){1,4}(?:\([^)]*\))?|\d+(?: (?:ans|años|Jahre))?)$"
)
_COLON = re.compile(r"[^,.;:]{0,80}:\s")
# Words of a statement that are its own account of who says it.
_TELLS = when_needed(
    rf"{SAYS.pattern}|{_BY().pattern}|(?<!\bse )\b(?:{'|'.join(_THINKS.values())})\b"
    rf"|\b(?:{'|'.join(_LAYS.values())})|\b(?:according|selon|laut|zufolge|según|account|opinion"
    r"|want(?:s|ed)?|demand(?:s|ed)?|call(?:s|ed) for|reject(?:s|ed)?|dismiss(?:es|ed)?|wollen"
    r"|wollte\w*"
    r"|fordert?\w*|hält .{1,60} für|lehnte? .{1,60}ab|veut|veulent|refuse|rejette"
    r"|quieren?|pid(?:e|ió|en|ieron)|solicit\w+|rechaz\w+|respond\w*|report(?:s|ed))\b",
    re.I,
)
_WORDS = 3  # of those behind which somebody says something, as they are shown
_WANTS = re.compile(r"\bwill\b")  # in German; in English it is no word of saying


@cache
def _verbs(code: str, says: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """How somebody says what is behind "that", lays something at a door, says what is before."""
    flags = re.I
    any_verb = rf"(?:{under_letters(_THINKS[code] + _PROMISES)})\b|{says}"
    that = rf"(?<!\bes )\b(?:{any_verb}){_MEANWHILE[code]}\s?{_THAT[code]}"
    aux = r"(?:(?:a|ont|avait|has|had|hat|hatte|ha|han)\s)?"
    alone = rf"(?:{aux}{_NO_SAYING}(?:{any_verb})){_TAIL}"
    if code == "fr":  # a participle alone is no saying: annoncé lundi
        had = r"(?:a|ont|avait)(?:-t-)?(?:ils?|elles?)?\s"
        alone = rf"(?:{had}(?:{says})|{_NO_SAYING}(?:{says}))(?! (?:à|au|aux)\b){_TAIL}"
    elif code == "en":  # nor is one in English: claimed by the sea
        alone = (
            rf"(?:{_SAID_EN} (?:(?:he|she|they)\b|(?:the |an? )?(?!{_PRONOUN}\b)[\w'’-]+"
            rf"(?: (?!{_DOES})[\w'’&-]+){{0,5}})"
            rf"|(?!{_AND}|(?:once|later|then|also|recently)\b)(?:(?!{_AND})[\w'’-]+ ){{1,4}}"
            rf"(?:has |had )?{_SAID_EN}(?! as\b)(?: (?:on|last|this) \w+| in an? [\w-]+)?)"
        )
    elif code == "de":  # who says it stands behind: sagte, es regne is said of whoever is before
        alone = rf"{_NO_SAYING}(?:{any_verb})(?=\s\w)(?! {_NO_SUBJECT}\b){_TAIL}"
    inverted = r"|[^\W\d_]+-(?:t-)?(?:il|elle)s?\b(?:\s[\w'’-]+){0,5}"
    return (
        re.compile(that, flags),
        re.compile(rf"\b(?:{_LAYS[code]})", flags),
        re.compile(rf",\s(?:{alone}{inverted})(?=[,.;:]|$)", flags),
    )


def spoken(sentence: Sentence) -> Iterator[Spoken]:
    """The parts of a sentence that somebody says, and by which words."""
    text, code = sentence.text, code_of(sentence.words)
    that, lays, aside = _verbs(code, sentence.words.says.pattern)
    for found in _BY().finditer(text):
        start, end = _clause(text, *found.span())
        of_whom = _OF_WHOM.match(text, found.end(), end)
        yield Spoken(start, of_whom.start(1) if of_whom else end, found.group())
        if of_whom:
            yield Spoken(of_whom.end(1), end, found.group())
    for found in found_out(text):
        yield Spoken(*_clause(text, *found.span()), found.group())
    for found in that.finditer(text):
        yield Spoken(found.end(), _clause(text, found.end(), found.end())[1], found.group())
    for found in lays.finditer(text):
        end = _clause(text, found.end(), found.end())[1]
        of_whom = _OF_THEM.search(text, found.end(), end)  # is the source's: asked X, who left, to
        yield Spoken(found.end(), of_whom.start() if of_whom else end, found.group())
    for found in aside.finditer(text):
        start, end = _clause(text, *found.span())
        if start < found.start() and not _APPOSED.search(text, start, found.start()):
            midst = _FEW_WORDS.fullmatch(text, start, found.start())
            goes_on = midst and _GOES_ON.match(text, found.end(), end)
            yield Spoken(start, end if goes_on else found.start(), found.group().lstrip(", "))
    for found in sentence.words.says.finditer(text):
        yield from _behind_a_colon(text, found)
    for found in stands(code).finditer(text):
        yield from _behind_a_colon(text, found)
    if framed := said_from(sentence):
        words = " ".join(text[: framed.at].split()[-_WORDS:])
        yield Spoken(framed.at, _clause(text, framed.at, framed.at)[1], words)
    elif framed := said_to(sentence):
        yield Spoken(
            _clause(text, framed.at, framed.at)[0], framed.at, text[framed.at :].strip(" ,.:")
        )


def _behind_a_colon(text: str, said: re.Match[str]) -> Iterator[Spoken]:
    """What stands behind the colon of some word of saying; not a quotation."""
    colon = _COLON.match(text, said.end())
    if colon and not _QUOTED.match(text, colon.end() - 1):
        yield Spoken(colon.end(), len(text), text[said.start() : colon.end()])


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the part of a sentence begins and ends that has some words, as far as it is one."""
    before = max((m.end() for m in _BREAK.finditer(text, 0, start)), default=0)
    behind = _BREAK.search(text, end)
    return before, behind.start() if behind else len(text)


# Somebody by what they are: der CDU-Mann, el departamento, the company.
_ARTICLE = r"(?:[Dd](?:er|ie|as)|[Ee]l|[Ll]a|[Ll]e|[Ll]'|[Tt]he)"
_DESCRIBED = rf"{_ARTICLE}\s?(?:(?!de |del |du |of |der |des )[\w'’-]+ ){{0,2}}?[\w’-]+"


@cache
def _described(code: str, says: str) -> re.Pattern[str]:
    verb = rf"(?:{under_letters(_THINKS[code] + _PROMISES)})\b|{says}"
    aux = r"(?:a|ont|avait|has|had|hat|ha)\s"
    return re.compile(
        rf"^\W*({_DESCRIBED}) (?:{aux})?(?i:{verb})|,\s(?:{aux})?(?i:{verb})\s({_DESCRIBED})\b"
        rf"|,\sso\s({_DESCRIBED})(?=[,.])"
    )


def by_description(sentence: Sentence) -> str:
    """By what somebody is told who says what a sentence has (der CDU-Mann, el departamento); empty
    where it is by a name, or by none."""
    found = _described(code_of(sentence.words), sentence.words.says.pattern).search(sentence.text)
    if not found or sentence.sayers():
        return ""
    return found[1] or found[2] or found[3]


def says_of(sentence: Sentence, places: list[int]) -> str:
    """The words by which somebody says most of what stands at some places of a sentence; empty
    where nobody does."""
    parts = [*spoken(sentence)]
    found = [next((p.words for p in parts if p.start <= at < p.end), "") for at in places]
    told = [words for words in found if words]
    return told[0] if 2 * len(told) > len(places) else ""


def somebody_gives(sentence: Sentence, printed: str) -> bool:
    """Whether somebody, whoever that is, gives a number in a sentence, or says the part that has
    it; the source itself does not."""
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(printed)}(?!\w)", sentence.text)]
    said = len(places) == 1 and says_of(sentence, places)
    return bool(said or unnamed_gives(sentence, printed))


def tells(statement: str, code: str) -> bool:
    """Whether a statement tells itself that somebody says or wants what it has."""
    return bool(_TELLS().search(statement)) or (code == "de" and bool(_WANTS.search(statement)))
