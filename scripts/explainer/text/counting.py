"""The words of a language around a number that say where what it counts begins and ends.

Only words that are hardly ever a noun are listed; a noun that is missing here is one, and of a
language without a row nothing is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Counting:
    """``of`` joins a number, or a noun, to what is counted (half of the boats); ``per`` to what it
    is counted by (litres an hour); ``joins`` and ``begins`` divide clauses; ``they`` stand for what
    was counted before (three of them); behind ``verbs`` a participle may say what became of them;
    ``articles`` begin another noun, ``others`` are no nouns; ``since`` stands before a date that
    is not the number's own; ``plurals`` do not look like one."""

    of: frozenset[str]
    per: frozenset[str]
    joins: frozenset[str]
    begins: frozenset[str]
    they: frozenset[str]
    verbs: frozenset[str]
    articles: frozenset[str]
    others: frozenset[str]
    since: frozenset[str]
    plurals: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ("s",)  # of plurals
    nouns_up: bool = False  # nouns, and no others, have a capital

    def is_word(self, word: str) -> bool:
        """Whether a word of small letters may be a noun, an adjective or a participle."""
        return not (word in self.no_nouns or word in self.verbs)

    @property
    def no_nouns(self) -> frozenset[str]:
        return self._no_nouns

    def __post_init__(self) -> None:
        some = (self.of, self.per, self.joins, self.begins, self.they, self.articles, self.others)
        object.__setattr__(self, "_no_nouns", frozenset().union(*some))

    _no_nouns: frozenset[str] = frozenset()


# Behind a number by itself these are no nouns, though they look like several: the 14 planned.
NO_NOUNS = frozenset(
    "planned expected allowed authorised authorized permitted budgeted forecast needed required"
    " additional extra remaining prévus prévues attendus attendues initiaux initiales autorisés"
    " autorisées supplémentaires restants restantes annuels annuelles précédents précédentes"
    " previstos previstas esperados esperadas iniciales autorizados autorizadas permitidos"
    " permitidas adicionales anuales anteriores geplanten geplante erwarteten".split()
)


def _row(nouns_up: bool = False, endings: str = "s", **words: str) -> Counting:
    sets = {name: frozenset(some.split()) for name, some in words.items()}
    return Counting(nouns_up=nouns_up, endings=(*endings.split(),), **sets)


COUNTING: Mapping[str, Counting] = {
    "en": _row(
        of="of for among",
        per="per a an each every",
        joins="and or but plus nor",
        begins=(
            "when while where what who whom whose which that because since after before as if until"
            " although though whereas than so including unless"
        ),
        they="them those these whom which",
        verbs=(
            "is are was were be been being has have had do does did will would can could may"
            " might must shall should get got remain remained remains stay stayed"
        ),
        articles="the this its their his her our my your all both some any no another such",
        others=(
            "in on at by from to with into onto over under about around against between through"
            " during without within along across near off up down out past behind beside beyond"
            " above below inside outside towards toward via till not n't it they he she we you i"
            " there here now then still only just also already more less fewer most least away ago"
            " later earlier yesterday today tomorrow too even ever never always together alone"
            " once nearly almost roughly approximately estimated exactly minus worldwide yet again"
            " instead respectively altogether perhaps apart per annually daily weekly monthly"
            " yearly"
        ),
        since="since before until till by than after from through",
        plurals=(
            "people police cattle sheep fish staff crew aircraft data media geese teeth feet mice"
            " personnel men women children oxen"
        ),
    ),
    "de": _row(
        nouns_up=True,
        of="von der des aller an",
        per="je pro am im jede jeden jedes jeder die",
        joins="und oder sowie aber sondern beziehungsweise",
        begins=(
            "als wenn was während weil nachdem bevor wo wobei wohingegen dass darunter davon ob"
            " obwohl denn damit seit"
        ),
        they="davon darunter denen deren ihnen diesen dieser",
        verbs=(
            "ist sind war waren wird werden wurde wurden hat haben hatte hatten blieb blieben"
            " bleiben kann können konnte konnten soll sollen sollte sollten darf dürfen"
        ),
        articles=(
            "das dem den ein eine einem einen einer eines ihr ihre ihrer ihren sein seine seiner"
            " seinen unser unsere unserer kein keine diese dieses alle"
        ),
        others=(
            "in auf aus bei mit nach vor zu zum zur über unter um gegen ohne durch für vom beim"
            " ins ans bis ab zwischen neben hinter entlang binnen er sie es wir ich man nicht auch"
            " noch nur schon mehr weniger dort hier dann dagegen dafür etwa rund fast knapp gut"
            " circa mindestens höchstens maximal am im je pro täglich jährlich monatlich"
            " wöchentlich stündlich"
        ),
        since="seit vor bis nach ab",
    ),
    "fr": _row(
        endings="s x",
        of="de d’ d' des du parmi pour",
        per="par chaque",
        joins="et ou mais ni soit",
        begins=(
            "quand lorsque lorsqu’ qui que qu’ qu' dont où car parce puisque si comme tandis"
            " alors selon depuis après avant"
        ),
        they="eux elles dont ceux celles",
        verbs=(
            "est sont était étaient a ont avait avaient sera seront fut furent été être avoir"
            " reste restent doit doivent peut peuvent"
        ),
        articles=(
            "le la les l’ l' un une ce cette ces son sa ses leur leurs notre nos votre vos aucun"
            " aucune tous toutes tout toute cet"
        ),
        others=(
            "à au aux dans en sur sous avec sans chez vers contre entre pendant durant près lors"
            " hors y il ils elle on nous vous je se s’ s' ne n’ n' pas plus moins très aussi"
            " encore déjà seulement environ presque quelque puis ensuite ici là hier toujours"
            " jamais ensemble par"
        ),
        since="depuis avant jusqu’en après dès d’ici",
        plurals="gens",
    ),
    "es": _row(
        of="de del para entre",
        per="por al cada",
        joins="y e o u pero sino ni",
        begins=(
            "cuando que quien quienes cuyo cuya cuyos cuyas donde porque pues si como mientras"
            " aunque según desde después antes tras"
        ),
        they="ellos ellas estos estas esos esas quienes",
        verbs=(
            "es son era eran fue fueron ha han había habían será serán está están estaba estaban"
            " quedó quedaron resultó resultaron sigue siguen permanece permanecen puede pueden"
            " debe deben hay"
        ),
        articles=(
            "el la los las un una unos unas su sus este esta ese esa nuestro nuestra ningún todos"
            " todas lo"
        ),
        others=(
            "a en con sin por sobre bajo contra hasta hacia durante ante se le les nos no ya más"
            " menos muy también aún todavía sólo solo aquí allí hoy ayer casi alrededor cerca"
            " juntos siempre nunca al"
        ),
        since="desde antes hasta tras para",
    ),
}
