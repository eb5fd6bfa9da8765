"""Whether any word of a clause has somebody say, reckon, want or show what it tells.

There are more of these than words of saying: who is named beside none of them gives nothing."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from .languages import LANGUAGES, Language
from .mentions import Mention
from .mood import indirect
from .speech import speech
from .voices import Sentence
from .words import under_letters, when_needed

# How words of giving begin, and forms that are ones only as a whole.
_STEMS = {
    "en": r"accord(?:s|ed|ing)\b accus acknowledg admit advis(?!er|or) agree alleg analy[sz] "
    r"announc answer anticipat appeal argu assert assess assum assur attribut audit(?!or) "
    r"believ blam boast budget calculat caution census certif challeng chant claim clarif "
    r"comment commit(?!tee) compil complain conced conclu condemn confess confirm consider "
    r"contend counter(?:s|ed)\b critici decid declar decr(?:y|ied) deem demand "
    r"denounc den(?:y|ied|ies) deplor descri detail determin diagnos disagree disclos "
    r"dismiss disput document doubt e-?mail emphasi envisag estimat exclaim expect explain "
    r"express(?:es|ed|ing)\b fear filing finding forecast foresee guarantee guess "
    r"hail(?:s|ed)\b hint identif impl(?:y|ies|ied) index indicat inform inquiry insist "
    r"intend interview judg lament letter mention not(?:e|es|ed|ing)\b notif observ(?!ator) "
    r"opin petition pledg poll prais predict projected projection promis propos protest "
    r"publish(?!er) quip quot reason(?:s|ed) recall reckon recount refus regist regret "
    r"reiterat reject releas remark remember repeat repl(?:y|ies|ied) report(?!er) request "
    r"research(?!er) respond responses?\b retort reveal review seek sought slam(?:s|med)\b "
    r"source speak spok speculat stat(?:es|ed|ing)\b statement statistic stress "
    r"stud(?:y|ies|ied) submi suggest survey suspect swear swore tall(?:y|ied|ies) target "
    r"testi[fm] threaten tracked tweet urg(?:e|es|ed|ing)\b verdict vow(?:s|ed)\b warn "
    r"website welcom whisper wish wonder(?:s|ed)\b words worr writ(?:e|es|ing|ten)\b wrote",
    "de": r"\w*(?:angab|angeb(?:e|en)?\b|angekündigt|ankündig|antrag|(?<!ver)antwort|auskunft"
    r"|auswert|bedauer|behaupt|bekräftig|bericht|bestätig|beton(?:t|te|ten|en)\b|bewert"
    r"|bezeichn|beziffer|(?<!sol)(?<!kandi)(?<!man)daten|empf[aeio]h|ergab|ergeb|ergänz"
    r"|erheb(?!lich)|erinner|erklär|ermittel|erwart|erzähl|forder|forsch|fürcht|gemess"
    r"|gutacht|identifi|kalkul|kommentier|konstatier|kriti[ks]|lehnt|meld|mitgeteilt"
    r"|mitteil|planung|prognos|prophezei|rechn|regist|schätz|schrieb|statisti|studien?\b"
    r"|umfrage|unterstr[ei]ich|untersuch|urteil|veranschlag|verkünd|vermut|veröffentlich"
    r"|verspr[aeio]ch|verspricht|verzeichn|vorgeseh|vorgeworf|vorwurf|warn|widersp|zusag"
    r"|zugesagt|zweifel|ausgeschlossen|eingeräumt|zugegeben) "
    r"akten?\b anklag ansicht darstellung meinung worten\b appell befrag begründ begrüß beklag "
    r"bemerk beschl[io] beschwer bilanz bitt brief droh(?!ne) entgegn entschei(?!dung) entschied "
    r"erfass fand find(?:e|et|en)\b frag gefragt gesagt gesproch glaub "
    r"h[aä]lt\b(?=.*\bfür\b) hielt hoff index klag laut\b lob(?:t|te|ten|en)\b mahn maß\b "
    r"mein(?:t|te|ten|en)\b möcht nachricht nann nenn genannt "
    r"(?:ge|ver|ein)?plan(?:t|te|ten|en|e|s)?\b quelle rät\b riet resümier rief "
    r"ruf(?:t|en|te|ten)\b sag(?:t|te|ten|en)\b sah(?:en)?\b schimpf schreib sieht\b sehen\b "
    r"spott spr[aeio]ch spricht teil(?:t|te|ten)\b unterstell verlang verw(?:ies|eis) "
    r"w[ai]rft\b warf weiß wusst will\b woll(?:en|te|ten)\b wünsch zähl(?:te|ten)\b gezählt "
    r"schl(?:ießt|ieße|oss|ossen)\b(?=.*\baus\b) räum(?:t|te|ten|e)\b(?=.*\bein\b) "
    r"g[ai]b(?:t|en)?\b(?=.*\bzu\b) gest(?:eht|and|anden|ehe)\b "
    r"zeig zitier zufolge (?-i:Zahlen)\b \w{4,}zahlen\b",
    "fr": r"avis\b dires\b accus admet admis\b affirm ajout alarm alert analys annon[cç] argument "
    r"assign assur(?!eu|anc) attend avanc(?:e|é|ent|ait)\b avert avou bilan calcul chiffr "
    r"clam comment(?:e|é|ent|ait)\b communiqué compté conc[eéè]d concl confess confirm consid[eé]r "
    r"constat contest courrier craign craint critiqu cr(?:oi(?:t|ent|re)|u)\b d'après "
    r"demand(?!eur) décid déclar décri dénomb dénon[cç] déplor désol détail dire?\b "
    r"dis(?:e|ent|ait|aient)\b dit document données doute écri engag enquêt enregistr "
    r"esp[eèé]r estim étonn étude étudi(?!ant) évalu évoqu exig exclam "
    r"exclu(?:t|re|ent|ait|e|s)?\b expliqu expri[mt] "
    r"félicit fustig identifi imagin imput indice indign indiqu inquiét insist interrog juge jugé "
    r"justifi lettre martel mesur montr ni(?:e|é|ent|ait)\b not(?:e|é|ent|ait)\b "
    r"observ(?!atoi) ordonn parl(?:e|é|ent|ait)\b pens pétition plaid plaint pointe "
    r"porte-parole précis préconis prév[ieo] proclam promes promet promi propos "
    r"publi(?:e|é|ée|ent|ait)\b publication qualifi racont rappel rapports?\b recens réclam "
    r"recommand reconn réfut redout refus regrett rel[eè]v relat remarqu répli[qc] répon réag "
    r"reproch résum rétorqu r[eé]v[eéè]l sait\b savent salu selon signal site\b sondage "
    r"soulign source souten soutien souvien statisti suggèr suggér témoign tweet "
    r"v(?:eut|eulent|oulait|oudrai) vis(?:e|ent)\b voit\b vu\b",
    "es": r"acuerdo acus aclar admit advert advirt afirm agreg alert anunci aplaud añad apunt "
    r"asegur(?!ador) asever asum avis calcul calific carta censo coment comunicado conced "
    r"conclu confes confirm consider contabiliz contest cre(?:e|en|yó|ía)\b critic culp achac "
    r"cuestion datos dec(?:ir|ía)\b decid declar denunci descart descri "
    r"dese(?:a|an|aba|ó)\b destac detall "
    r"detect dic(?:e|en|ho|iendo)\b dij duda encuest enfatiz escri esper estadístic estim "
    r"estudi(?!ant) exig explic expres fuente hall(?:a|ó|aron|azgo) identific indic "
    r"inform(?!átic) insist juzg justific lament manifest matiz mid(?:e|en|ió)\b mostr "
    r"muestr neg[óa] nieg observ(?!ator) opin pedía pedido petición pid(?:e|en|ió|ieron)\b "
    r"plane portavoz precis(?:a|an|ó|aron)\b pregunt prev[eéií] proclam promet pronostic "
    r"propon propus proyect(?:a|an|ó)\b public(?:a|ó) puntualiz qu(?:iere|ieren|iso|ería)\b "
    r"rechaz recomend reclam reconoc recuent recuerd record(?:ó|aron)\b refiri refier "
    r"registr reiter relat remarc report(?:a|ó|an|aron)\b replic resalt respond resum revel "
    r"sab(?:e|en|ía)\b según señal sentenci sondeo sost subray suger sugier "
    r"tem(?:e|en|ía|ió)\b tuite valor(?:a|ó|aron)\b vi(?:o|eron)\b web\b",
}
_FORMS = {
    "en": r"aims?\b|asks?\b|asked|asking|call(?:s|ed|ing)? for|cit(?:e|es|ed|ing)\b|count(?:s"
    r"|ed|ing)?\b|data\b|feels?\b|felt\b|figures\b|finds\b|found\b|g(?:ave|ives?"
    r"|iven)\b(?=[^.;:]*\b(?:number|figure|total|sum|as)\b)|hear(?:s|d|ing)\b|hop(?:e|es"
    r"|ed|ing)\b|kn[eo]ws?\b|list(?:s|ed|ing)\b|log(?:s|ged)\b|measured|object(?:s|ed)\b"
    r"|order\w* (?:\w+ ){1,5}to\b|plan(?:s|ned|ning)?\b|put(?:s|ting)?\b(?=[^.;:]*\b(?:at"
    r"|as|down|between)\b)|rate[sd]?\b|record(?:s|ed|ing)?\b|rul(?:e|es|ed|ing)\b|saw\b"
    r"|sees\b|show(?:s|ed|n)?\b|su(?:e|es|ed|ing)\b|wants?\b|wanted",
    "de": r"ba(?:t|ten)\b|(?:geh(?:t|en|e)|ging(?:en)?)\b(?=[^.;:]*\bvon\b)|k(?:omm(?:t|en)?"
    r"|am(?:en)?) auf",
    "fr": r"compt(?:e|ent) \w+(?:er|ir|re)\b|f(?:ai|on)t (?:état|savoir)|mis(?:e|ent) sur"
    r"|rapport\w+ qu|tabl(?:e|ent) sur",
    "es": r"contó(?! con)|cont(?:aba|ado|aron)\b(?! con)|cifr(?:a|an|ó|aron|as)\b|d(?:a|an|io"
    r"|ieron) por\b|habl(?:a|an|ó|aron) de|orden(?:a|ó) (?:que|a)\b",
}
# What nobody is said to expect or to say: fewer than planned, is expected to; Harbour AS, though,
# is a company.
_OF_NOBODY = re.compile(
    r"(?i)\b(?-i:[Tt]han|[Aa]s|[Aa]ls|[Ww]ie|[Qq]ue|[Cc]omme|[Dd]e lo|[Cc]omo(?: estaba)?)"
    r" (?:was |had been )?(?:expected"
    r"|planned|forecast|estimated|reported|announced|promised|geplant|erwartet|angekündigt|prévu"
    r"|annoncé"
    r"|prometido|previsto|esperado|anunciado)\b"
    r"|\b(?:is|are|was|were|been|be) (?:\w+ly )?(?:expected|planned|believed|thought|said|reported"
    r"|estimated|supposed|known|considered|required|ordered|asked|told) to\b"
)
# Who is called by what was said or is done there says nothing by it: two prévenus, the accused.
_CALLED = re.compile(
    r"(?i)\b(?:the|two|three|both|another) accused\b|\b(?:critic|observer|investigator"
    r"|campaigner)s?\b"
    r"|\b(?:l'|les |des |un |une |deux |trois |son |sa |cet |co-?)accusée?s?\b"
    r"|(?<!a )(?<!ont )(?<!avait )(?<!avaient )(?<!ayant )(?<!déjà )(?<!été )\bprévenue?s?\b"
    r"|\benquêteu(?:rs?|ses?)\b|\b(?:der|die|den|dem|des|zwei|drei"
    r"|ein) (?:mit)?(?:an)?ge?klagten?\b"
    r"|\b\w*(?:forscher|gutachter|kritiker|berichterstatter)(?:in|innen|s|n)?\b"
    r"|\b(?:der|die|den|dem) (?:beklagte|befragte)[nr]?\b"
    r"|\b(?:el|la|los|las|un|una|dos|tres) (?:acusad|investigad|denunciad)[oa]s?\b"
    r"|\b(?:denunciante|informante|investigador|observador)(?:e?s|as?)?\b"
)
# Nouns that are words of saying too, where they are counted: 61 claims; and what is no saying:
# added 61 boats to the fleet, claimed 61 lives.
_NOUNS = (
    r"(?:posts|shares|claims|notes|reports|states|calls|tweets|estimates|plans|records|counts"
    r"|surveys|studies|polls|letters|documents|emails|answers|words|reviews|findings|documentos"
    r"|informes|cartas|rapports|lettres|Berichte|Briefe|Akten)\b"
)
_ADDS = r"\b(?:add(?:s|ed)|ajout(?:e|é)|añad(?:e|ió)|agreg(?:a|ó))\s"
_OTHERS = r"\bcall(?:s|ed)\sat\b|\bcuentan?\scon\b"
_COUNTED = (
    rf"(?i)(?<![\w.,])(?:\d[\d.,'’]*|{{printed}})\s(?:[\w-]+\s){{{{0,2}}}}?{_NOUNS}"
    rf"|{_ADDS}(?:[\w-]+\s){{{{0,2}}}}?{{printed}}"
    r"(?:\s(?!that\b|que\b)[\w-]+){{1,2}}?(?=\s(?:to|last|this|since|à|a|al)\b|[.;]|$)"
    r"|\bclaim(?:s|ed)\s(?:[\w-]+\s){{0,2}}?{printed}\s(?:lives|victims)\b"
    rf"|\bpost(?:s|ed)\s{{printed}}|{_OTHERS}"
)
# One of these is there, whatever the number is: only then is the whole compiled for it.
_MAY_COUNT = re.compile(rf"(?i)\s{_NOUNS}|{_ADDS}|\b(?:claim|post)(?:s|ed)\s|{_OTHERS}")
_BREAK = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whereas|yet|und|aber|während|et|mais|tandis|y|pero|mientras)\s"
)
# Whose figure it is, without a verb: Boats (harbour office); Boats — harbour office.
_CREDIT = re.compile(r"[(–—-]\s?(?:the |der |die |das |le |la |el )?$")
_CREDITED = re.compile(r"\s?\)|\W*$")
_HEADS = re.compile(r"\s?:\s")


# Who opens a sentence gives all of its numbers: according to a survey of X, 64 percent …, but a
# quarter …
_OPENS = when_needed(
    r"\W*(?:According to|D'après|Selon|Laut|Según|De acuerdo con|In (?:an?|the|its|their) "
    r"(?:\w+ ){0,2}(?:survey|poll)"
    r"|Nach (?:eine[rm]|de[rm]) (?:\w+ )?\w*(?:[Uu]mfrage|[Ss]tudie|[Bb]efragung"
    r"|[Ee]rhebung)|Dans (?:une?|le|la|son) (?:sondage|enquête)|En una? (?:encuesta|sondeo))\b"
    r"[^.;:!?]{3,90}?,\s"
)


@cache
def _giving(code: str) -> re.Pattern[str]:
    words = "|".join((_FORMS[code], *_STEMS[code].split()))
    says = rf"{under_letters(words)}|(?:{speech(LANGUAGES[code]).says.pattern})\b"
    return re.compile(rf"{'(?i)' if code == 'de' else ''}\b(?:{says})")


def without_counted(text: str, printed: str) -> str:
    """A text without words that would be of saying, but that its number counts: 61 claims."""
    number = re.escape(printed) if printed else r"\d[\d.,]*"
    if _MAY_COUNT.search(text):
        counted = _COUNTED.format(printed=number)
        text = re.sub(counted, lambda m: " ".join(re.findall(number, m.group())), text)
    return _OF_NOBODY.sub(" ", text)


def is_given(
    sentence: Sentence, printed: str, language: Language, whom: Collection[str] = ()
) -> bool:
    """Whether a word of the clause of a number, or of a sentence without one, has somebody give
    what it tells, or it is credited to one of ``whom`` without a verb."""
    text = sentence.text
    if _OPENS().match(text):
        return True
    clauses = [one for one in _BREAK.split(text) if printed and printed in one] or [text]
    # the capitals of names stay
    clauses = [_CALLED.sub(" ", one[:1].lower() + one[1:]) for one in clauses]
    if language.code not in _STEMS or any(map(_giving(language.code).search, clauses)):
        return True
    if language.code == "de" and any(map(indirect, clauses)):
        return True
    return any(_is_credited(text, one) for one in sentence.mentions if one.whose in whom)


def _is_credited(text: str, one: Mention) -> bool:
    before, behind = text[: one.start], text[one.end :]
    heads = not before.strip() and _HEADS.match(behind)
    return bool(heads or (_CREDIT.search(before) and _CREDITED.match(behind)))
