"""Words that mean the contrary of each other, paired over the languages of the sources: opened and
geschlossen. A text that has words of both sides says both, and nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from .folding import fold
from .languages import KEPT
from .words import under_letters

_LANGUAGES = ("en", "de", "fr", "es")
# Each pair has two blocks of four lines, English, German, French, Spanish: how the words begin, or
# with a full stop behind them, the whole word.
_PAIRS = """
open. opens. opened opening reopen
öffne öffnung eröffn wiedereröffn geöffnet aufgemacht
ouvr ouvert rouvr rouvert inaugur
abr abiert reabr reabiert apertura inaugur
=
closed closes. closing closure shut shuts shutdown
schließt. schließe schloss. schlossen geschlossen schließung sperr gesperrt dichtgemacht zugemacht
fermé. fermée fermés ferment. fermer fermeture ferme. clos
cerr cierr cierre clausur
-
create establish built. build. builds. found. founded set-up added add. opened reopen
geschaffen schuf schaff errichte gebaut baut. bauen. gegründet gründe eingerichtet eröffn
cré construi bâti. fond aménag ouvr ouvert
crear creó creado crea. construy fund habilit abr abiert
=
abolish scrap scrapped demolish dissolv closed closes. shut. cut. cuts. cutting lost
abgeschafft abgebaut baut-ab abgerissen aufgelöst gestrichen streich geschlossen schloss verloren
supprim démoli dissou dissolu ferm perdu
suprim demol derrib disol disuel cerr perd
-
rise. rises. rose. risen. rising increas grew. grow grown. climb jump soar surge ~higher ~more. ~up.
steig stieg gestiegen zugenommen zunahme wächst wuchs wachs gewachsen erhöh kletter ~mehr
 ~höher anstieg
augment hausse progress grimp accr croî élev ~plus. ~davantage bond
aument sub subid crec crecid increment alza. ~más. elev dispar
=
fell. fall. falls. fallen. falling decreas drop dropped declin sank sink shrank shrink cut. cuts.
 cutting reduc ~lower ~less. ~fewer ~down. slump plunge
sink sank gesunken fiel fällt fallen. gefallen zurückgegangen ging rückgang abgenommen abnahme
 geschrumpft gesenkt senk gekürzt kürz verringer reduzier ~niedriger ~weniger ~geringer spar ~unter
baiss diminu recul chut rédui ~moins. ~inférieur plong
baj cay caíd dismin descen redu recort ~menos. ~menor rebaj desplom
-
support supports. supported back. backs. backed
 accept agree. agrees. agreed. approv adopt. adopted welcom endors
 praise favour favor justified fair. ~right. rightly reasonable pass. passed allow
unterstütz akzept zugestimmt ~stimmt zustimm gebilligt billig. billigt verabschied begrüß lob
 gelobt befürwort berechtigt gerecht ~richtig angemessen angenommen nahm-an ~recht.
 gutgeheißen einverstanden
soutien soutenu soutien accept approuv adopt salu félicit favorable justifi légitime
 raisonnable
apoy acept aprob adopt celebr elogi favorable justific legítim razonable respald avala
=
oppos reject refus criticis criticiz condemn denounc object ~against. wrong. unjustified unfair
 excessive exaggerated unreasonable too-low too-high veto. vetoed turned-down vote-down disapprov
abgelehnt ablehn lehnt. lehnte. lehnten. lehnen. kritis kritik verurteil ~gegen. falsch unberechtigt
 ungerecht überzogen übertrieben unangemessen zurückgewiesen wies. weist. verweiger protest beschwer
refus rejet critiqu condamn dénonc oppos ~contre. injustifi excessi exagér repouss
 désapprouv protest
rechaz critic conden denunci opon opus opuest ~contra. injustific excesiv exager repud negó protest
-
begin began. begun. start launch
begann beginn begonnen start gestartet anfing angefangen auftakt
commenc début entam lanc démarr
empez comenz comienz empiez inici arranc
=
end. ends. ended ending finish concluded stopped halted
endet beend abgeschlossen schluss abbruch abgebrochen eingestellt stopp gestoppt
termin achev fini. finit fin. arrêt clos
termin acab finaliz conclu fin. ces detuv paraliz suspend
-
guilty convict sentenced jailed imprisoned
schuldig verurteil inhaftiert haftstrafe gefängnis
coupable condamn emprisonn écrou
culpable conden encarcel prisión
=
innocent acquit cleared
unschuldig freigesprochen freispruch sprach-frei
innocent acquitt relax
inocente absuel absolv
-
kill killed dead. died. death fatal die. dies.
getötet tot. tote toten. starb gestorben todesopfer ums-leben tötet umgekommen
tué mort décéd décès
muert murió murieron falleci mat
=
injur wounded hurt. survive rescued saved
verletzt verwundet überleb überlebt gerettet
bless rescap surviv sauv
herid supervivien sobreviv rescatad salv
-
mandatory compulsory obligatory required ~must.
verpflicht pflicht ~muss. ~müssen. vorgeschrieben zwang verbindlich
obligatoire ~doit. ~doivent. imposé
obligatori ~debe. ~deben. ~tiene. ~tienen. oblig
=
voluntary optional voluntarily
freiwillig
facultati volontaire bénévol
voluntari opcional
-
ban. bans. banned. banning forbid forbade forbidden prohibit outlaw
verbot verbiet untersag verbieten gesperrt sperr
interdi prohib
prohíb prohib ved
=
allow permit legaliz legalis authoris authoriz licens
erlaub gestatt genehmig zugelass zulass freigegeben freigab darf. dürf erlaubnis
autoris permet permis permett légalis
autoriz permit permis legaliz
-
hire. hires. hired hiring recruit
eingestellt stellt-ein einstell angeworben
embauch recrut engag
contrat
=
dismiss sacked laid-off lay-off redundan
entlass gekündigt kündig
licenci renvoy congédi
despid despedid despid despido
-
profit. profits. profitable surplus
gewinn überschuss ~plus.
bénéfice excédent profit
beneficio ganancia superávit
=
loss. losses. deficit
verlust defizit minus fehlbetrag
perte déficit
pérdida déficit
-
strengthen reinforc bolster
stärk gestärkt verstärk
renforc consolid
fortalec reforz refuerz consolid
=
weaken undermin
schwäch geschwächt untergrab
affaibl fragilis sap
debilit socav
-
confirm
bestätig
confirm
confirm
=
denied. denies. deny. denying
bestritt bestreit dementier wies. weist. zurückgewiesen leugn
démen nié. nient. nie. contest
desmint desmient neg niega
-
expensive costly dear.
teuer teure
cher. chère chères. chers. coûteu onéreu
caro. cara. caros. caras. costos
=
cheap inexpensive affordable
billig günstig preiswert
bon-marché abordable
barat asequible
-
easy. easily easier simple.
leicht einfach
facile simple
fácil sencill simple
=
difficult hard. harder tough
schwierig schwer
difficile dur. dure.
difícil complicad
-
safe. safely harmless
sicher ungefährlich unbedenklich harmlos
sûr. sûre sans-danger inoffens
segur inofens
=
danger unsafe hazard risky
gefährlich gefahr riskant unsicher
danger risqu
peligr riesg insegur
-
married husband
mann. männer ehemann
homme. hommes. mari. maris.
hombre. hombres. marido
=
woman. women. wife. wives.
frau. frauen ehefrau
femme
mujer esposa
-
discuss debate. debated debating consult consider negotiat talk
berat berät beriet diskut verhandel sprechen. spricht debatt erörter
discut débatt examin délibér négoci
debat discut deliber negoci estudi hablar
=
pay. pays. paid. paying decide decided decides. approve adopt
zahl gezahlt bezahl beschloss beschließ beschlossen entscheid entschied billig verabschied
pai payer vers décid adopt approuv
pag abon decid aprob adopt
-
expect anticipat foresee reckon
rechnet. rechne. rechnen. rechnete rechneten
attend prévoi
esperan prevé prevén
=
want. wants. wanted wish wishes. wished desire
will. wollen. wollte wollten möchte wünsch gewünscht
veu voul souhait désir
quier quer dese
-
put-up set-up install
aufstell aufgestellt aufzustellen stell installier
install mont plac
instal mont coloc
=
put-away took-down taken-down remov dismantl
abbau abgebaut abzubauen entfern weggeräumt
démont retir enlev
desmont retir quit
-
save. saves. saving economis economiz cut. cuts. cutting cutbacks
spar einspar gespart kürz gekürzt
économis épargn rédui
ahorr recort
=
spend. spends. spent. spending wanted-more more-for
ausgeb ausgegeben ausgab gibt
dépens
gast
-
public. publicly ~open. openly
öffentlich ~offen
publi ouvertement
públic abiertamente
=
secret secretly behind-closed
geheim heimlich
secret clandestin
secret
-
majority ~most. ~most-of
mehrheit ~meisten
majorité plupart
mayoría
=
minority
minderheit
minorité minoritaire
minoría
-
average averages.
schnitt. durchschnitt mittel.
moyenne
promedio media.
=
at-most at-least maximum minimum
höchstens mindestens maximal minimal
maximum minimum ~plus. ~moins. maximal
máximo mínimo ~menos. ~más.
-
north. northern
norden. nördlich nord.
nord.
norte. septentrional
=
south. southern
süden. südlich süd.
sud. méridion
sur. meridional
-
~early. ~earlier. ~earliest
~früh ~früher ~frühe
~tôt. précoce anticip
~temprano ~pronto ~antes. anticip
=
~late. ~later. ~latest delay postpon
~spät ~später verspät verschob verschoben
~tard. tardi retard report
~tarde. retras aplaz
-
keep. keeps. kept continu maintain preserv remain stay
weiterführ weiterzuführen weitergeführt erhaltung bewahr beibehalt bleib blieb fortsetz fortgesetzt
mainten maintien conserv gard préserv poursui rest
manten mantuv mantien conserv segu sigu
=
closed closes. close. end. ends. ended abolish scrap
schließ schloss geschlossen einstell einzustellen eingestellt abschaff abgeschafft beend endet
ferm supprim abandon arrêt
cerr suprim elimin abandon
"""
# Is so no longer: plus, mehr and más say nothing of how many.
_NO_LONGER = re.compile(
    r"\b(?:any more|anymore|no more|nicht mehr|ya no|(?<=\bkein)\w* [^,.;]{1,30}? mehr"
    r"|(?:ne |n')[^,.;]{1,25}?\bplus|not? [^,.;]{1,25}? any more)\b",
    re.I,
)


@lru_cache(KEPT)
def sides(text: str, tag: str) -> dict[int, tuple[int, str]]:
    """Of each pair of which a text in a language has words of one side alone, which side, and the
    first of these words that may be held against another text."""
    text = _NO_LONGER.sub(" ", fold(text))
    found = {}
    for i, (one, other) in enumerate(_expressions(tag)):
        has = bool(one.any.search(text)), bool(other.any.search(text))
        if has[0] != has[1] and (word := (one if has[0] else other).sure.search(text)):
            found[i] = int(has[1]), word.group()
    return found


def has_side(text: str, tag: str, pair: int, side: int) -> bool:
    """Whether a text in a language has a word of one side of a pair."""
    return bool(_expressions(tag)[pair][side].any.search(fold(text)))


class _Side(NamedTuple):
    """The words of one side of a pair in one language, and of them those that are sure."""

    any: re.Pattern[str]
    sure: re.Pattern[str]


@cache
def _expressions(tag: str) -> tuple[tuple[_Side, _Side], ...]:
    """The two sides of each pair in one language."""
    if tag not in _LANGUAGES:
        return ()
    column = _LANGUAGES.index(tag)
    pairs = _PAIRS.strip().replace("\n ", " ").split("\n-\n")
    blocks = ([side.split("\n") for side in pair.split("\n=\n")] for pair in pairs)
    return (*((_side(one[column]), _side(other[column])) for one, other in blocks),)


def _side(words: str) -> _Side:
    some = words.split()
    sure = [word for word in some if word[0] != "~"]
    return _Side(_compiled(word.lstrip("~") for word in some), _compiled(sure))


def _compiled(words: Iterable[str]) -> re.Pattern[str]:
    some = (
        re.escape(word.rstrip(".")).replace(r"\-", r"[\s-]") + r"\w*" * (word[-1] != ".")
        for word in words
    )
    return re.compile(rf"(?<![\w-])(?:{under_letters('|'.join(some))})(?![\w-])", re.I)
