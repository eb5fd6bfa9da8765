"""What is likely wrong with what is said in another language than the words it rests on.

No rule: of seventy fair translations that the tables had not seen, these refused five. A reviewer
reads each of them, these first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.across_words import has_side, sides
from ..text.folding import fold
from ..text.languages import LANGUAGES, Language
from ..text.office_words import bodies, bodies_elsewhere
from ..text.polarity import clauses, denied, is_meta, is_negative, without_limits
from ..text.speech import SAYS, speech
from ..text.who_whom import does_to
from ..topic.site import Site, kept
from .beside import resting_aside, resting_beside
from .own_words import written_language
from .rests import Said, resting
from .voices import agents_names

_IF = re.compile(
    r"\?|\b(?:if|unless|whether|until|before|wenn|falls|ob|bis|bevor|vor|si|jusqu\w*|avant|hasta"
    r"|antes)\b",
    re.I,
)
# A "not" that turns nothing round: never before, not only, no other as much.
_NO_TURN = re.compile(
    r"\b(?:never before|ever|not only|noch nie|nie zuvor|nicht nur|so|such|pas seulement"
    r"|non seulement|aussi|autant|tant|tanto|no (?:solo|sólo|solamente)|tan|else|ander\w*"
    r"|autres?|otr[oa]s?"
    r"|prevent\w*|avoid\w*|avert\w*|threat\w*|instead|verhinder\w*|vermeid\w*|vermied\w*|\w*wend\w*"
    r"|droh\w*|statt|empêch\w*|évit\w*|menac\w*|lieu|impid\w*|impedi\w*|evit\w*|amenaz\w*|vez"
    r"|same|anything but|alles andere als|tout sauf|all|alle[rs]?|tous|toutes|tod[oa]s"
    r"|entirely|ganz|completely|vollständig)\b",
    re.I,
)
# What may render a "not" of a source in English, German, French and Spanish.
_RENDERED = re.compile(
    r"\b(?:difficult|hard\w*|scarce\w*|scant\w*|rare\w*|knapp\w*|late[rs]?|delay\w*|postpon\w*|cancel\w*|lost|los[et]\w*|empty|vacant"
    r"|full|free|cheap|broke|idle|close[ds]?|near\w*|easy|easily|ill|sick|absent|missing|unknown"
    r"|secret\w*|anonym\w*|still|yet|at the earliest|ignor\w*|abandon\w*|give[sn]? up|gave up|gone"
    r"|over|finished|zero|other|another|alone|sole|same|all|every\w*|always|wrong\w*|false\w*"
    r"|in vain|skip\w*|quit\w*|leav\w*|left|spared?|waiv\w*|forgo\w*|abstain\w*|stall\w*"
    r"|schwer\w*|schwierig\w*|spät\w*|verschob\w*|abgesagt\w*|verlor\w*|leer\w*|verzicht\w*"
    r"|vermeid\w*|[\w-]+los\w*|falsch\w*|offen\w*|voll\w*|weg\w*|aus\w*|alle\w*|ander\w*"
    r"|difficil\w*|tard\w*|report\w*|annul\w*|perd\w*|vides?|renonc\w*|évit\w*|tous|toutes|autres?"
    r"|faux|fausses?|complet\w*|inconn\w*|indemn\w*|inchang\w*"
    r"|difícil\w*|aplaz\w*|cancel\w*|vac[ií]\w*|renunci\w*|evit\w*|falt\w*|tod[oa]s?|otr[oa]s?"
    r"|fals\w*|llen[oa]s?|dej\w*|ausen\w*)\b",
    re.I,
)
_ALONE = re.compile(r"\b(?:allein\w*|alone|seule?s?|por sí sol[oa]s?|sol[oa]s?)\b", re.I)
_ONLY = re.compile(
    r"\b(?:only|nur|seuls?|seules?|seulement|solo|sólo|solamente|únicamente)\b", re.I
)
# Denials of less than the clause (closed without a word), or none by themselves (noch: still).
_FAINT = frozenset("noch ohne sin without kaum hardly apenas".split())
_WITH_NE = frozenset("plus jamais rien personne aucun aucune ni guère point nul nulle".split())
_NE_QUE = re.compile(r"\b(?:ne |n')(?=[^,.;]{1,40}? qu['e])")  # no more than that: only
_TRANSLATES = re.compile(
    r"^(?:In English|Auf (?:Deutsch|Englisch|Französisch|Spanisch)|En (?:français|anglais|allemand"
    r"|español|inglés|alemán|francés))\b[:,]?",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:about|quote[sd]?|über|zitiert|sur|cite[nt]*|sobre|cita[n]?|article)\b", re.I
)
# May, must not: what no word of leave is said of.
_LEAVE = re.compile(
    r"\b(?:allow(?:s|ed)?|permit(?:s|ted)?|forbid(?:s|den)?|forbade|banned|bans|prohibit\w*"
    r"|erlaub\w*|dürf\w*|darf|verboten|verbiet\w*|untersag\w*|autoris\w*|permis\w*|interdi\w*"
    r"|permitid\w*|permite\w*|prohib\w*|autoriz\w*)\b",
    re.I,
)
_MAY = re.compile(
    r"\b(?:allow\w*|permi\w*|forb\w*|ban\w*|prohib\w*|may|can|could|must|let\w*|licen\w*|leave"
    r"|authori\w*|right\w*|illegal\w*|legal\w*|\w*erlaub\w*|d[üu]rf\w*|darf\w*|\w*verb[oi][te]\w*"
    r"|untersag\w*|gestatte\w*|zul\w+|zugelass\w*|genehmig\w*|l[äa]ss\w*|ließ\w*|kann\w*|könn\w*"
    r"|muss\w*|müss\w*|soll\w*|recht\w*|befug\w*|sperr\w*|gesperrt\w*|verwehr\w*|verweiger\w*"
    r"|gewähr\w*|bewillig\w*|tabu|autori\w*|interd\w*|peu[tv]\w*|pouv\w*|doi\w*|dev\w*|droit\w*"
    r"|laiss\w*|proscri\w*|puede\w*|pod\w*|deb\w*|derecho\w*|dej\w*|veda\w*|veto\w*|lícit\w*"
    r"|ferm\w*|cerr\w*|cierr\w*|clos\w*|shut|réserv\w*|reserv\w*|frei\w*|concede\w*|deneg\w*|impid\w*|impedi\w*)\b",
    re.I,
)
_DEMANDS = re.compile(
    r"\b(?:demand\w*|ask(?:s|ed|ing)?|request\w*|claim(?:s|ed)? (?:more )?money|want(?:s|ed)?"
    r"|verlang\w*|forder\w*|réclam\w*|exig\w*|pid\w*|pide\w*|reclam\w*)\b[^.;]*?\b(?:from|of|von|vom"
    r"|à|au|aux|de|a|al) (?P<whom>(?:(?!(?:for|to|für|zu|pour|para)\b)[^\W\d_][\w'-]*\s?){1,4})",
    re.I,
)
_NEAR = 2  # words between which a not is said of a word
_MOST = 2  # clauses that words may have of which all is said again


@kept()
def likely_wrong(site: Site) -> tuple[tuple[str, str], ...]:
    """What is said in another language than the words it rests on, and why it may be the contrary
    of them, as far as the tables of contraries have both words (closed, and geschaffen): in a
    record, on a page, in a title and in a note. What all of these words deny is denied in some
    form; who does something to whom (demands, pays) is not exchanged; nothing is asked of another
    body, or said to be allowed where the words speak of no leave."""
    return (*_likely(site, written_language(site)),)


def _likely(site: Site, language: Language) -> Iterator[tuple[str, str]]:
    for said in (*resting(site), *resting_beside(site), *resting_aside(site)):
        tags = {one.code for _, one in said.rests.around}
        unknown = language.code not in LANGUAGES or len(tags) != 1
        if unknown or language.code in tags or is_meta(said.text):
            continue
        if why := next(_wrong(site, said, language), None):
            yield said.text, why


def _wrong(site: Site, said: Said, language: Language) -> Iterator[str]:
    """Why a text may be wrong."""
    for theirs, ours, told in _turned(said, language):
        yield f'what this rests on {told} "{theirs}", and this says "{ours}"'
    if only := _only(said, language):
        yield f'what this rests on denies that something does it alone, and this says "{only}"'
    if word := _affirms(said):
        yield f'what this rests on says "{word}", and this denies nothing'
    leave = _LEAVE.search(said.marked)
    if leave and not any(_MAY.search(text) for text, _ in said.rests.around):
        yield f'"{leave.group()}" is said here, and what this rests on speaks of no leave'
    if who := _exchanged(site, said, language):
        yield f'"{who}" does here what is done to them in the words that this rests on'
    if body := _of_another(said, language):
        yield f'"{body}" is asked here, and what this rests on names another'


def _turned(said: Said, language: Language) -> Iterator[tuple[str, str, str]]:
    """The words of the clauses cited, each with a word of the text that means the contrary, both
    denied or neither; or the same, and one of both is denied; and whether these say or deny it."""
    if _IF.search(said.marked) or _NO_TURN.search(said.marked):
        return
    around, (tag, *_) = zip(*said.rests.around, strict=True)
    there = sides(" ".join(around), tag.code)
    own = (*said.rests.own, *said.rests.stated)
    for pair, (side, ours) in sides(said.marked, language.code).items():
        if pair not in there or any(has_side(text, language.code, pair, side) for text in own):
            continue
        other, theirs = there[pair]
        part = _part(said.marked, language, ours)
        for text, _ in said.rests.exact:
            clause = _part(text, tag, theirs)
            if clause and not _IF.search(clause) and not _NO_TURN.search(clause):
                there_not, here_not = _is_denied(clause, tag), _is_denied(part, language)
                if other != side and there_not == here_not:
                    yield theirs, ours, "says"
                elif other == side and there_not and not _may_deny(said.marked):
                    yield theirs, ours, "denies"
                elif other == side and not there_not and _is_added(part, ours, around, language):
                    yield theirs, f"not {ours}", "says"
                break


def _part(text: str, language: Language, word: str) -> str:
    """The clause of a text that a word is in; empty where it has not the word."""
    return next((part for part in clauses(text, language) if word in fold(part)), "")


def _is_added(part: str, word: str, around: tuple[str, ...], language: Language) -> bool:
    """Whether a clause denies a word right before it, where nothing is denied that it rests on."""
    before = " ".join(fold(part).partition(word)[0].split()[-_NEAR:])
    return _is_denied(before, language) and not any(map(is_negative, around))


def _is_denied(text: str, language: Language) -> bool:
    """Whether a clause plainly says that something is not so."""
    text = _NE_QUE.sub(" ", fold(without_limits(text)).lower())
    words = {*re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", re.sub(r"\bn'", "ne ", text))}
    if language.code == "fr":
        return "pas" in words or ("ne" in words and not words.isdisjoint(_WITH_NE))
    plain = language.negations - _FAINT
    return any(one in plain or one.endswith("n't") for one in words)


def _only(said: Said, language: Language) -> str:
    """The word by which a text says that only something does what it does not do alone in the words
    cited."""
    only = _ONLY.search(said.marked)
    if not only or _is_denied(said.marked, language):
        return ""
    texts = (
        part
        for text, tag in said.rests.exact
        for part in clauses(text, tag)
        if _ALONE.search(part) and _is_denied(part, tag)
    )
    return only.group() if any(texts) else ""


def _affirms(said: Said) -> str:
    """The word by which all clauses cited deny what a text that says them again does not deny."""
    again = said.states or said.own.aside or _TRANSLATES.search(said.text)
    if not again and (not SAYS.search(said.text) or _ABOUT.search(said.text)):
        return ""
    if _may_deny(said.marked) or said.marked != said.text:
        return ""  # what is quoted there may be these very words
    words = [part for text, tag, _ in said.rests.words for part in _clauses(text, tag)]
    denials = [
        [one.word for one in denied(part, tag) if _is_denied(part, tag)] for part, tag in words
    ]
    if not words or len(words) > _MOST or not all(denials):
        return ""
    if any(_NO_TURN.search(part) for part, _ in words):
        return ""
    plain = (one for one in denials[0] if one not in _FAINT)
    return next(plain, "")


def _may_deny(text: str) -> bool:
    """Whether a text may tell in any words that something is not so."""
    return is_negative(text) or bool(_RENDERED.search(text))


def _clauses(text: str, language: Language) -> Iterator[tuple[str, Language]]:
    """The clauses of a text that say more than who says so."""
    for part in clauses(text, language):
        if len(part.split()) > 1 and not SAYS.search(part):
            yield part, language


def _exchanged(site: Site, said: Said, language: Language) -> str:
    """Who does to another what this other does to them in the words cited."""
    ours = [*_does_to(site, said.marked, language)]
    theirs = {one for text, tag in said.rests.around if ours for one in _does_to(site, text, tag)}
    turned = (
        doer
        for what, doer, whom in ours
        if (what, whom, doer) in theirs and (what, doer, whom) not in theirs
    )
    return next(turned, "")


def _does_to(site: Site, text: str, language: Language) -> Iterator[tuple[int, str, str]]:
    for part in clauses(fold(text), language):
        found = agents_names(site).within(part, speech(language))
        if not any(one.how == "owns" for one in found):
            yield from does_to(part, [(one.start, one.end, one.whose) for one in found])


def _of_another(said: Said, language: Language) -> str:
    """The body of which a text has something asked, where the words cited name another."""
    asked = _DEMANDS.search(said.marked)
    named = bodies(asked["whom"], language.code) if asked else frozenset()
    theirs = frozenset(
        one for text, _ in said.rests.around for one in bodies_elsewhere(text, language.code)
    )
    return asked["whom"].strip() if asked and named and theirs and not named & theirs else ""
