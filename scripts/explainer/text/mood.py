"""Whether a German sentence reports what somebody says by its mood alone (Konjunktiv I).

A verb of the third person in -e tells it: das koste 3 Euro. An adjective has that ending too, but a
noun behind it; a past tense ends in -te, as few verbs do in this mood."""

from __future__ import annotations

import re

from .words import when_needed

# Verbs that tell wherever they are.
_KNOWN = (
    r"(?<!\b[Aa]ls )(?<!\bes )\b(?:sei(?:en)?(?! (?:denn|[Dd]ank)\b)|habe|werde|könne|müsse|solle"
    r"|dürfe|wolle|(?:be|ent|er|ge|über|unter|ver|wider)?(?:koste|trage|liege|gebe|bleibe|stehe"
    r"|steige|sinke|brauche|fehle|gehe|komme|reiche|zahle|spare|leide|wisse|halte|lasse|handle"
    r"|beginne|rechne|schlinge|nötige|dauere|fahre|bringe|nehme|ziehe|treffe|sehe|spreche|finde|plane"
    r"|baue|kaufe|liefere|fordere|warte|laufe|falle|mache|diene|arbeite|biete|trete|drohe|schätze"
    r"|hoffe|wachse|liere|gewinne|schaffe|nutze|deute|suche|teile|leiste))\b|\bverlange\b"
)
# Others, beside a subject and before what is no noun: der Bus wende 61 Mal.
_SUBJECT = (
    r"(?:\b(?!(?:D(?:er|ie|as|en|em|es)|Eine?[nmrs]?)\b)[A-ZÄÖÜ][\w’'-]+"
    r"|\b(?:er|es|sie|dies|niemand|jeder|keiner|jemand|\d+)),? "
)
_PAST_OR_NO_VERB = (
    r"(?!\w*te\b|(?:ohne|heute|[dms]?eine|keine|[dms]?ihre|unsere|diese|jene|jede|alle|viele|beide"
    r"|welche|einige|mehrere|manche|solche|andere|wenige|gerade|lange|solange|gerne|alleine|beinahe"
    r"|nahe|etliche|sämtliche|sowie|zuhause|müde|leise|wurde|würde|wäre|möge"
    r"|\w*(?:käme|gäbe|läge|ginge|bliebe|stünde|stände|ließe|fände|nähme|träfe|sähe|spräche|zöge|löre"
    r"|flöge|fiele|liefe|schriebe|stiege|hieße|riefe|schlüge|trüge|wüchse|schlösse|sänke))\b)"
)
_NO_NOUN = (
    r" (?=\d|(?:der|die|das|den|dem|des|k?eine?[nmr]?|sich|nicht|nur|noch|nun|auch|etwa|rund|knapp"
    r"|fast|mindestens|höchstens|bis|über|mehr|weniger|im|in|am|an|auf|aus|bei|mit|nach|seit|um|von"
    r"|vom|vor|zu|zum|zur|für|gegen|durch|pro|je|jährlich|täglich|monatlich|weiterhin|künftig|bereits|schon|derzeit"
    r"|heute|inzwischen|dort|hier|dafür|er|es|sie|man|ihm|ihr|ihn|zwei|drei|vier|fünf|sechs|sieben"
    r"|acht|neun|zehn|elf|zwölf|alle|jede[nrs]?)\b)"
)
_INDIRECT = when_needed(
    rf"{_KNOWN}|(?<!\bIch ){_SUBJECT}{_PAST_OR_NO_VERB}[a-zäöüß]{{3,}}e{_NO_NOUN}"
)


def indirect(text: str) -> bool:
    """Whether a German sentence reports what somebody says by its mood: das koste 3 Euro."""
    return bool(_INDIRECT().search(text)) and not re.search(r"\b[Ii]ch\b", text)
