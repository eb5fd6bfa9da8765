"""Words that mean the contrary of each other: strengthen and weaken, easy and difficult. Only such
pairs as are seldom both true of one thing; what begins and ends, say, does both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from .languages import KEPT
from .polarity import LIGHT, stem

# Each line, with those that begin with a space, has words on the one side and on the other,
# whatever their endings.
_PAIRS = """
strengthen reinforce bolster / weaken undermine
profit surplus / loss deficit
gewinn überschuss / verlust defizit fehlbetrag
besetzt besetzte besetzten belegt / unbesetzt unbesetzte unbesetzten leer leere
occupied filled / unoccupied vacant
occupé / inoccupé vacant
ocupado / desocupado vacante
scheitert scheiterte scheiterten gescheitert / angenommen erfolg gelang gelungen geht-durch
échoue échoué / réussi adopté approuvé
fracasa fracasó fracasaron / prosperó éxito aprobado aprobó
bénéfice excédent / perte déficit
beneficio ganancia superávit / pérdida déficit
right correct / wrong incorrect
difficult hard tough / easy easily simple effortless
gain win won / lose lost forfeit
save saved rescue rescued salvage survive survived / lose lost perish destroyed ruined
stays-dry / flood flooded
gerettet rettet rettete retten / verloren verliert verlor vernichtet zerstört
sauvé sauvée sauvés sauvées / perdu perdue perdus perdues détruit détruite
salvado salvada salvados salvadas salvó / perdido perdida perdidos perdidas perdió perdieron
accept embrace welcome agree approve adopt endorse advocate called-for votes-for
 / reject refuse decline turned-down votes-against
keep kept retain / lose lost
hire recruit / dismiss dismissed was-fired
abandon drop ditch / embrace adopt retain hold held long-held
short-of / well-supplied well-equipped well-stocked
few / none many numerous several some
heed obey / ignore disregard flout defy
prolong lengthen / to-end shorten
was-opened / was-closed
rise rose risen increase grow grew grown climb jump soar surge / fall fell fallen decrease shrink
 shrank shrunk sink sank sunk plunge slump
rise rose risen increase grow grew grown raise / cut reduce drop decline
above / below
repeated always often constantly / once never rarely seldom
openly public / secretly secret private
succeed success successful / fail failure unsuccessful
allow permit / forbid forbade forbidden ban
include / exclude
buy bought purchase / sell sold
mandatory compulsory obligatory / optional voluntary
clear precise straightforward / vague unclear evasive
leave left / arrive stay
support back votes-for / oppose fought votes-against
agree / disagree
safe / dangerous unsafe
rich / poor
cheap / expensive costly
quick fast swift / slow
true / false untrue
friend ally / enemy foe
legal lawful / illegal unlawful
guilty / innocent
convict / acquit
build built / destroy demolish
jail jailed imprison imprisoned convict convicted / acquit acquitted cleared
cancel cancelled canceled / went-ahead took-place was-held
postpone postponed adjourned / went-ahead took-place was-held
prove proved proven / was-dropped left-on-file
maintain maintained / cancel cancelled canceled
create created / dissolve dissolved
died killed dead / hospitalised hospitalized injured wounded
turned-away / admitted accepted
verurteilt inhaftiert / freigesprochen
abgesagt verschoben / stattgefunden aufrechterhalten
gegründet / aufgelöst
gestorben starben starb getötet tot / verletzt verletzte verletzten
condamné condamnée emprisonné écroué incarcéré / acquitté acquittée relaxé relaxée
annuler annulé annulée annulés / maintenir maintenu maintenue maintenus
reporté reportée / maintenu maintenue
créer créé créée fondé fondée / dissous dissoute dissoudre
mort morte morts mortes mourir décédé décédée tué tuée / hospitalisé hospitalisée blessé blessée
vendre vendu vendue / offert offerte
condenado condenada encarcelado encarcelada / absuelto absuelta
cancelar canceló cancelado cancelada suspendido suspendida / celebrado celebrada mantenido mantenida
fundar fundó fundado fundada / disolver disolvió disuelto disuelta
murió murieron muerto muerta fallecido fallecida / herido herida hospitalizado hospitalizada
praise welcome hail commend / criticise criticize condemn denounce deplore
majority / minority
optimistic / pessimistic
long-held longstanding / lately recently newly
temporary / permanent
voluntarily willingly / unwillingly forcibly
stärken stärkt / schwächen schwächt
richtig / falsch
schwierig schwer / leicht einfach
gewinnen gewinnt gewann gewannen gewonnen behält behielt behielten behalten / verlieren verliert
 verlor verloren
akzeptiert akzeptieren akzeptierte nimmt-an angenommen stimmt-für / abgelehnt lehnt-ab schlägt-aus
 ausgeschlagen stimmt-gegen weist-zurück zurückgewiesen
steigen steigt stieg stiegen gestiegen wächst wuchs wuchsen gewachsen nimmt-zu zugenommen erhöht
 erhöhte erhöhten kletterte / sinken sinkt sank sanken gesunken fällt fiel fielen gefallen
 geht-zurück zurückgegangen nimmt-ab abgenommen schrumpft schrumpfte geschrumpft senkt senkte
 senkten gesenkt kürzt kürzte kürzten gekürzt verringert reduziert
stellt-ein eingestellt / entlassen entlässt entließ entließen gekündigt
lobt lobte lobten gelobt begrüßt begrüßte begrüßten / kritisiert kritisierte kritisierten tadelte
geöffnet eröffnet / geschlossen
erlauben erlaubt / verbieten verbietet verboten
öffentlich / geheim heimlich
wiederholt immer / selten einmal nie
kaufen kauft gekauft / verkaufen verkauft
billig / teuer
renforcer renforcé / affaiblir affaibli
facile / difficile
prolonger prolongé / écourter écourté
suivi respecté / ignoré bafoué
gagner gagné conservé / perdre perdu
accepter accepté adopter adopté approuver approuvé vote-favorable / refuser refusé rejeter rejeté
 vote-contre
augmenter augmenté progresser progressé grimper grimpé crû hausse / baisser baissé diminuer
 diminué reculer reculé chuter chuté baisse
embaucher embauché recruter recruté / licencier licencié renvoyé
féliciter félicité salué / critiquer critiqué
permettre permis / interdire interdit
souvent toujours / rarement jamais
fortalecer fortaleció / debilitar debilitó
fácil / difícil
prolongar prolongó / acortar acortó
acatar acató obedeció / ignoró desoyó
ganar ganó ganaron / perder perdió perdieron perdido
aceptar aceptó aceptaron aprobar aprobó aprobaron vota-favor / rechazar rechazó rechazaron
 vota-contra
contratar contrató contrataron contratado / despedir despidió despidieron despedido
elogiar elogió / criticar criticó
gesperrt / geöffnet freigegeben
stays-closed / open opens opened reopen
stays-closed / geöffnet öffnet öffnete öffnen
stays-closed / ouvert ouverte ouvre ouvrent ouvriront ouvrira rouvre
stays-closed / abierto abierta abre reabre
aumentar aumentó aumentaron subir subió subieron subido crecer creció crecieron / bajar bajó
 bajaron bajado caer cayó cayeron caído disminuir disminuyó descender descendió redujo
permitir permitió / prohibir prohibió
"""
# These are so only of the same word behind them: more favourable, less favourable.
_BESIDE = """
more / less fewer
most / least
first / last
best / worst
better / worse
offer offered / gave given give granted grant paid
bot angeboten / gab gegeben gewährte gewährt
offert proposé / donné accordé
ofreció ofrecido / dio concedió entregó
high higher / low lower
early earlier / late later
big bigger large larger / small smaller
well / poorly badly ill
both / one
continue / stop cease halt
open / close shut
begin began begun start / end finish
meet met / avoid shun
mehr / weniger
beide / eine
erste ersten / letzte letzten
plus / moins
premier première / dernier dernière
más / menos
primer primera / último última
before / after
avant / après
antes / después tras
vor / nach
abrir abrió abrieron / cerrar cerró cerraron
"""
# And these of the same word before and behind them: who imports from a land, to that it exports.
_CONVERSE = """
import / export
importiert importierte führt-ein / exportiert exportierte führt-aus
importe importent / exporte exportent
importa importan importó / exporta exportan exportó
"""
# Words that mean something together, read as one word, by what is between them at most.
_TOGETHER = (
    ("votes-for", r"vot(?:e[sd]?|ing) (?:in favou?r of|for)|(?:is|are|was|were) in favou?r of"),
    ("votes-against", r"vot(?:e[sd]?|ing) against|(?:is|are|was|were) against"),
    ("stays-dry", r"(?:stay|remain|keep|kept)(?:s|ed|ing)? dry"),
    ("turned-down", r"turn(?:s|ed|ing)? down"),
    ("called-for", r"call(?:s|ed|ing)? for"),
    ("short-of", r"(?:run(?:s|ning)? |ran )?short of"),
    ("some-few", r"(?:an?|the|quite a) few|ein paar"),  # are some
    ("to-end", r"(?:to|would|will|could|may|might) end(?! (?:of|up|in|with)\b)|end(?:s|ed|ing)"),
    ("was-opened", r"(?:is|are|was|were|been|be) (?:re)?opened"),
    ("was-closed", r"(?:is|are|was|were|been|be) (?:closed|shut)"),
    ("was-fired", r"(?:was|were|been|be|got) fired|laid off|sacked"),
    ("went-ahead", r"went ahead|go(?:es)? ahead|gone ahead"),
    ("took-place", r"took place|takes? place|taken place"),
    ("was-held", r"(?:was|were|been) held"),
    ("was-dropped", r"(?:was|were|been) dropped"),
    ("left-on-file", r"left on file"),
    ("turned-away", r"turn(?:s|ed|ing)? away"),
    ("stimmt-für", r"stimm(?:t|te|ten|en) für|spr(?:icht|ach|achen|echen) sich für"),
    ("stimmt-gegen", r"stimm(?:t|te|ten|en) gegen|spr(?:icht|ach|achen|echen) sich gegen"),
    ("lehnt-ab", r"lehn(?:t|te|ten|en)\b(?=[^.;:]* ab\b)"),
    ("weist-zurück", r"w(?:eist|eisen|ies|iesen)\b(?=[^.;:]* zurück\b)"),
    ("nimmt-an", r"n(?:immt|ahm|ahmen|ehmen)\b(?=[^.;:]* an\b(?! \w))"),
    ("nimmt-zu", r"n(?:immt|ahm|ahmen|ehmen)\b(?=[^.;:]* zu\b(?! \w))"),
    ("nimmt-ab", r"n(?:immt|ahm|ahmen|ehmen)\b(?=[^.;:]* ab\b(?! \w))"),
    ("geht-zurück", r"g(?:eht|ing|ingen|ehen)\b(?=[^.;:]* zurück\b)"),
    ("geht-durch", r"g(?:eht|ing|ingen|ehen)\b(?=[^.;:]* durch\b(?! \w))"),
    ("schlägt-aus", r"schl(?:ägt|ug|ugen|agen)\b(?=[^.;:]* aus\b(?! \w))"),
    ("stellt-ein", r"stell(?:t|te|ten|en)\b(?=[^.;:]* ein\b(?! \w))"),
    ("führt-ein", r"führ(?:t|te|ten|en)\b(?=[^.;:]* ein\b(?! \w))"),
    ("führt-aus", r"führ(?:t|te|ten|en)\b(?=[^.;:]* aus\b(?! \w))"),
    ("vote-favorable", r"vot(?:e|ent|é|ait|era) (?:pour|en faveur)"),
    ("vote-contre", r"vot(?:e|ent|é|ait|era) contre"),
    ("vota-favor", r"vot(?:a|an|ó|aron|ado) a favor"),
    ("vota-contra", r"vot(?:a|an|ó|aron|ado) (?:en )?contra"),
)
# What stays closed, in the words of a language, is read as one word: what closes may open as well.
STAYS_CLOSED = "stays-closed"
_STAYS_CLOSED = re.compile(
    r"\b(?:remain|stay|keep|kept|bleib|blieb|rest|permane|sig[ou]|qued)\w*(?: [\w'-]+){0,3}?"
    r" (closed|shut|geschlossen|fermée?s?|cerrad[oa]s?)\b",
    re.I,
)
_NAMED = "|".join(f"(?P<{name.replace('-', '_')}>{how})" for name, how in _TOGETHER)
_ONE_OF_THEM = re.compile(rf"\b(?:{_NAMED})\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_APART = re.compile(r"[.!?;:](?=\s)|,? (?:while|whereas|während|tandis que|alors que|mientras)\b")
# When something was says nothing of what it was: rain fell in the night, the river rose in it.
_WHEN = frozenset(
    map(
        stem,
        "year month week day night morning evening hour today yesterday january february "
        "march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jahr monat woche tag nacht abend morgen "
        "januar februar märz mai juni juli oktober dezember montag dienstag mittwoch "
        "donnerstag freitag samstag sonntag an année mois semaine jour nuit soir matin "
        "janvier février mars avril juin juillet août septembre octobre novembre décembre "
        "lundi mardi mercredi jeudi vendredi samedi dimanche año mes semana día noche tarde "
        "mañana enero febrero marzo abril mayo junio julio agosto septiembre octubre "
        "noviembre diciembre lunes martes miércoles jueves viernes sábado domingo".split(),
    )
)
_NEAR = 4  # words that say something, on either side of a word


class Word(NamedTuple):
    """A word of a text that has a contrary: where it is, itself and its stem, the stems of the
    words near it that say something, and those of the last of them before it and the first
    behind."""

    start: int
    end: int
    word: str
    stem: str
    near: frozenset[str]
    before: str
    behind: str


@cache
def _tables() -> tuple[dict[str, set[str]], ...]:
    """The stems of the contraries of each stem, of each list."""
    tables = tuple(defaultdict[str, set[str]](set) for _ in range(3))
    for table, lines in zip(tables, (_PAIRS, _BESIDE, _CONVERSE), strict=True):
        for line in lines.strip().replace("\n ", " ").split("\n"):
            one, other = ({*map(stem, side.split())} for side in line.split("/"))
            for side, contrary in ((one, other), (other, one)):
                for word in side:
                    table[word] |= contrary
    return tables


@lru_cache(KEPT)
def having_contrary(text: str) -> tuple[Word, ...]:
    """The words of a folded text that are in the lists here."""
    bounds = [0, *(place for found in _APART.finditer(text) for place in found.span()), len(text)]
    parts = zip(bounds[::2], bounds[1::2], strict=True)
    return tuple(one for span in parts for one in _having_contrary(text, *span))


def _having_contrary(text: str, start: int, end: int) -> Iterator[Word]:
    """Those of a part of a text, in which the words near them are looked for."""
    closed = {found.start(1) for found in _STAYS_CLOSED.finditer(text, start, end)}
    words = [*_words(text, start, end)]
    words = [(a, b, STAYS_CLOSED if a in closed else word) for a, b, word in words]
    forms = [stem(word).replace("our", "or") for *_, word in words]
    tables = _tables()
    for i, one in enumerate(forms):
        if any(one in table for table in tables):
            says = [word not in LIGHT for *_, word in words]
            before = [*compress(forms[:i], says[:i])][-_NEAR:]
            behind = [*compress(forms[i + 1 :], says[i + 1 :])][:_NEAR]
            near = frozenset((*before, *behind)) - _WHEN
            adverb = text[words[i][1] : end].startswith(",")  # Months before, …
            sides = before[-1] if before else "", behind[0] if behind and not adverb else ""
            yield Word(*words[i], one, near, *sides)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words of a part of a text, what means something together as one."""
    at = start
    for found in _ONE_OF_THEM.finditer(text, start, end):
        for match in _WORD.finditer(text, at, found.start()):
            yield from _parts(match)
        yield found.start(), found.end(), (found.lastgroup or "").replace("_", "-")
        at = found.end()
    for match in _WORD.finditer(text, at, end):
        yield from _parts(match)


def _parts(found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """A word, in its parts if it has a hyphen and is not in the lists as it is, with its place."""
    word = found.group().lower()
    if stem(word) in _tables()[0]:
        yield *found.span(), word
    else:
        at = found.start()
        yield from ((at + m.start(), at + m.end(), m[0]) for m in re.finditer(r"[^-]+", word))


def contraries_in(said: Word, text: str) -> Iterator[Word]:
    """The words of a text that mean the contrary of one of another, said of the same thing."""
    far, beside, converse = (table.get(said.stem, ()) for table in _tables())
    for one in having_contrary(text):
        same = bool(said.behind) and one.behind == said.behind
        if (
            (one.stem in beside and same)
            or (one.stem in converse and same and one.before == said.before)
            or (one.stem in far and one.near & said.near)
        ):
            yield one


def contraries_between(text: str, other: str) -> Iterator[tuple[str, str]]:
    """The words of two texts that mean the contrary of each other, whatever they are said of; none
    that both have."""
    ours = {word.stem: word.word for word in having_contrary(other)}
    theirs = {word.stem: word.word for word in having_contrary(text)}
    for one, word in theirs.items():
        for table in _tables():
            if theirs.keys() & table.get(one, set()):
                continue  # the text itself has both
            found = (ours[two] for two in table.get(one, ()) if two in ours and two not in theirs)
            yield from ((word, contrary) for contrary in found if one not in ours)
