"""Words that judge whoever they are said of. A source may use them, and editors may where it does;
of their own, they would tell readers what to think.

Only words that have no other use in plain prose are listed. A verb of saying that tells besides how
true or how welcome the saying is (admitted, revealed, lied) judges too."""

from __future__ import annotations

import re

from .words import under_letters

_ENGLISH = (
    r"(?<=['’]s )(?:surrender|collapse|failure)|a mere|betray\w*|humiliat\w+|capitulat\w+"
    r"|surrender(?:s|ed|ing)|outwit\w*|outmanoeuv\w+|outplay\w+|outfox\w+|trounc\w+|crush(?:es|ed"
    r"|ing) (?:defeat|blow)|thrash(?:es|ed)|appeas\w+|grovel\w*|kowtow\w*|cav(?:es|ed) in"
    r"|knuckl\w+ under|bow(?:s|ed) to|(?:sold|sells?)(?: [\w’']+){0,2} out"
    r"|(?:gives?|gave|giving) in(?: to\b|[.,;?!]|$)|backstab\w*|double-cross\w*|stab(?:s"
    r"|bed) in the back|victor(?:y|ies|ious\w*)|triumph\w*|defeat\w*|beaten|vanquish\w+|fiasco\w*"
    r"|debacle\w*|blunder\w*|botch\w*|bungl\w+|disgrac\w+|shame(?:ful|less)\w*|cowar\w+|trait\w+"
    r"|treason\w*|puppets?|stooges?|lackeys?|warmong\w+|tyran\w+|despot\w*|dictator\w*|thug\w*"
    r"|henchm[ae]n|propagand\w+|brainwash\w*|sham|charade|farc\w+|liars?|lied|lies about"
    r"|lying (?:about|to)|dishonest\w*|deceiv\w+|decept\w+|deceit\w*|mislead\w*|misled|hoax\w*"
    r"|bogus|phon(?:y|ies)|fak(?:e|ed|ing)|fabricat\w+|distort\w+|whitewash\w*|cover-?ups?"
    r"|smear\w*|evasive\w*|evad(?:e|es|ed|ing)|dodg(?:e|es|ed|ing)|stonewall\w*|wriggl\w+"
    r"|squirm\w*|backtrack\w*|backpedal\w*|flip-?flop\w*|U-turns?|about-faces?|climb-?downs?"
    r"|ludicrous\w*|absurd\w*|ridicul\w+|laughabl\w+|outrag\w+|scandalous\w*|despicabl\w+"
    r"|appalling\w*|heinous\w*|barbari\w+|savage\w*|ruthless\w*|merciless\w*|evil|heroic\w*|heroes"
    r"|valiant\w*|courageous\w*|master-?stroke|masterful\w*|visionary|saintly|reckless\w*"
    r"|foolish\w*|clueless|incompeten\w+|inept\w*|senile|deranged|unhinged"
    r"|delusion\w*|hysteri\w+|paranoi\w+|greed\w*|corrupt\w*|crook\w*|criminal(?:s"
    r"|ly)?(?! (?:courts?|law|code|cases?|charges?|trials?|tribunal|justice|inquiry|proceedings))"
    r"|biased|bias|partisan\w*|notorious\w*|infamous\w*|disgruntl\w+|extremis\w+|fanatic\w*"
    r"|zealot\w*|provoked|provocat\w+|inflat(?:e|es|ing)|brazen\w*|shocking\w*|alarming\w*"
    r"|disturbing\w*|predictabl[ey]|unsurprisingly|surprisingly|tragic\w*|sadly|mercifully"
    r"|thankfully|ironically|falsely|secretly|cynical\w*|hypocri\w+|conspir\w+|bull(?:y|ies|ied"
    r"|ying)|blackmail\w*|extort\w*|ambush\w*|snub\w*|cornered|grilled(?= (?:by|[A-Z]))|pounc\w+"
    r"|seduc\w+|flatter(?:ed|ing|y)|cling(?:s|ing)?|clung|hides|hid|hiding|conceal\w*|covers? up"
    r"|covered up"
)
_SAYING = (
    r"admit(?:s|ted|ting)?(?! (?:to|into)\b)|conced(?:e|es|ed|ing) that|confess\w*|reveal\w*"
    r"|expos(?:e|es|ed|ing)|boast\w*|gloat\w*|brag\w*|rant\w*|whin(?:e|es|ed|ing)|sneer\w*"
    r"|rail(?:s|ed) (?:at|against)|lash(?:es|ed)? out|slam(?:s|med)|blast(?:s|ed)|retract\w*"
    r"|recant\w*|prov(?:e|es|ed|en) (?:that|to)|debunk\w*|refut\w+|mock\w*|scoff\w*|jok(?:e|es|ed"
    r"|ing|ingly)|quip\w*|thunder(?:s|ed)|shout\w*|scream\w*|yell\w*|fum(?:es|ed)|insinuat\w+"
    r"|mutter\w*|mumbl\w+|blurt\w*|let slip|pretend\w*|feign\w*|vow\w* revenge"
)
_GERMAN = (
    r"verr(?:at|ät|aten|iet\w*)|verräter\w*|gedemütigt|demütig\w+|kapitul\w+|blamier\w*|lüg(?:e|en"
    r"|t|ner\w*)|gelogen|log|belog\w*|heuchel\w*|heuchl\w+|angeblich|marionett\w+|propaganda\w*"
    r"|feig\w*|heldenhaft\w*|skandalös\w*|dreist\w*|schamlos\w*|gestand|gesteht|gestanden"
    r"|räum\w* ein|eingeräumt|enthüll\w*|prahl\w*|wettert\w*|poltert\w*|triumph\w*|besiegt\w*"
    r"|niederlage\w*"
)
_FRENCH = (
    r"trahi\w*|humili\w+|capitul\w+|ment(?:eur|euse|eurs|i|ait)|marionnette\w*|propagande|lâche\w*"
    r"|héroïque\w*|scandaleu\w+|éhonté\w*|avou\w+|reconnu\w* que|révél\w+|fanfaron\w*|triomph\w+"
    r"|défaite\w*|vaincu\w*"
)
_WORDS = under_letters("|".join((_ENGLISH, _SAYING, _GERMAN, _FRENCH)))
JUDGING = re.compile(rf"(?<![\w-])(?:{_WORDS})(?![\w-])", re.I)
# Who won or lost, said of somebody; asked, or said to be told by nothing, it judges nobody. To win
# nothing, or something, is to gain.
WINNING = re.compile(
    r"(?<![\w-])(?:(?:wins?|won|winning)(?! (?:nothing|anything|something|much|little)\b)"
    r"|winners?|(?:is|are|was|were) losing(?= the\b|[.,;:!?]|$)"
    r"|losers?|loses (?:the|its|his|her) (?:war|battle|fight)|prevail\w*|gewinnt|gewann|siegt\w*"
    r"|verliert|gagn(?:e|ent|é)|perd)(?![\w-])",
    re.I,
)
_UNTOLD = re.compile(
    r"(?:(?:n't|n’t|\bnot|\bnor|\bnever)\s(?:say|tell|state|judge|decide)"
    r"|\b(?:names?|calls?) (?:no|nobody|neither))\b[^.;:,–—]*$",
    re.I,
)
_OF_THINGS = re.compile(
    r"\b(?:numbers?|figures|sums?|totals?|averages?|counts?|comparisons?|maps?|tables?|pictures?"
    r"|charts?)(?: (?:would|may|might|can|could|alone))* mis(?:lead|led|leading)\w*$",
    re.I,
)


def is_untold(text: str, at: int) -> bool:
    """Whether a text says, before a place in a clause of it, that something does not tell this."""
    return bool(_UNTOLD.search(text[:at]))


def is_of_things(text: str, end: int) -> bool:
    """Whether a word that ends at a place is said of a thing: a number misleads."""
    return bool(_OF_THINGS.search(text[:end]))
