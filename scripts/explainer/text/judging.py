"""Words that judge whoever they are said of. A source may use them, and editors may where it does;
of their own, they would tell readers what to think.

Only words that have no other use in plain prose are listed. A verb of saying that tells besides how
true or how welcome the saying is (admitted, revealed, lied) judges too."""

from __future__ import annotations

import re

_ENGLISH = (
    r"(?<=['’]s )(?:surrender|collapse|failure)|a mere|betray\w*|humiliat\w+|capitulat\w+|surrender(?:s|ed|ing)|outwit\w*|outmanoeuv\w+|outplay\w+|outfox\w+"
    r"|trounc\w+|crush(?:es|ed|ing) (?:defeat|blow)|thrash(?:es|ed)|appeas\w+|grovel\w*|kowtow\w*|cav(?:es|ed) in"
    r"|knuckl\w+ under|bow(?:s|ed) to|sold out|sells? out|backstab\w*|double-cross\w*|stab(?:s|bed) in the back"
    r"|victor(?:y|ies|ious\w*)|triumph\w*|defeat\w*|beaten|vanquish\w+|fiasco\w*|debacle\w*|blunder\w*|botch\w*"
    r"|bungl\w+|disgrac\w+|shame(?:ful|less)\w*|cowar\w+|trait\w+|treason\w*|puppets?|stooges?|lackeys?|warmong\w+"
    r"|tyran\w+|despot\w*|dictator\w*|thug\w*|henchm[ae]n|propagand\w+|brainwash\w*|sham|charade|farc\w+"
    r"|liars?|lied|lies about|lying (?:about|to)|dishonest\w*|deceiv\w+|decept\w+|deceit\w*|mislead\w*|misled"
    r"|hoax\w*|bogus|phon(?:y|ies)|fak(?:e|ed|ing)|fabricat\w+|distort\w+|whitewash\w*|cover-?ups?|smear\w*"
    r"|evasive\w*|evad(?:e|es|ed|ing)|dodg(?:e|es|ed|ing)|stonewall\w*|wriggl\w+|squirm\w*|backtrack\w*|backpedal\w*"
    r"|flip-?flop\w*|U-turns?|about-faces?|climb-?downs?|ludicrous\w*|absurd\w*|ridicul\w+|laughabl\w+|outrag\w+"
    r"|scandalous\w*|despicabl\w+|appalling\w*|heinous\w*|barbari\w+|savage\w*|ruthless\w*|merciless\w*|evil"
    r"|heroic\w*|heroes|valiant\w*|courageous\w*|master-?stroke|masterful\w*|visionary|saintly"
    r"|reckless\w*|foolish\w*|naive\w*|naïve\w*|clueless|incompeten\w+|inept\w*|senile|deranged|unhinged|delusion\w*"
    r"|hysteri\w+|paranoi\w+|greed\w*|corrupt\w*|crook\w*|criminal(?:s|ly)?(?! (?:courts?|law|code|cases?|charges?|trials?|tribunal|justice|inquiry|proceedings))|biased|bias|partisan\w*|notorious\w*"
    r"|infamous\w*|disgruntl\w+|extremis\w+|fanatic\w*|zealot\w*|provoked|provocat\w+|inflat(?:e|es|ing)"
    r"|brazen\w*|shocking\w*|alarming\w*|disturbing\w*|predictabl[ey]|unsurprisingly|surprisingly"
    r"|tragic\w*|sadly|mercifully|thankfully|ironically|falsely|secretly|cynical\w*|hypocri\w+|conspir\w+"
    r"|bull(?:y|ies|ied|ying)|blackmail\w*|extort\w*|ambush\w*|snub\w*|cornered|grilled(?= (?:by|[A-Z]))|pounc\w+|seduc\w+|flatter(?:ed|ing|y)"
    r"|cling(?:s|ing)?|clung|hides|hid|hiding|conceal\w*|covers? up|covered up"
)
_SAYING = (
    r"admit(?:s|ted|ting)?(?! (?:to|into)\b)|conced(?:e|es|ed|ing) that|confess\w*|reveal\w*|expos(?:e|es|ed|ing)|boast\w*|gloat\w*|brag\w*|rant\w*"
    r"|whin(?:e|es|ed|ing)|sneer\w*|rail(?:s|ed) (?:at|against)|lash(?:es|ed)? out|slam(?:s|med)|blast(?:s|ed)"
    r"|retract\w*|recant\w*|prov(?:e|es|ed|en) (?:that|to)|debunk\w*|refut\w+|mock\w*|scoff\w*|jok(?:e|es|ed|ing|ingly)"
    r"|quip\w*|thunder(?:s|ed)|shout\w*|scream\w*|yell\w*|fum(?:es|ed)|insinuat\w+|mutter\w*|mumbl\w+|blurt\w*"
    r"|let slip|pretend\w*|feign\w*|vow\w* revenge"
)
_GERMAN = (
    r"verr(?:at|ät|aten|iet\w*)|verräter\w*|gedemütigt|demütig\w+|kapitul\w+|blamier\w*|lüg(?:e|en|t|ner\w*)|gelogen"
    r"|log|belog\w*|heuchel\w*|heuchl\w+|angeblich|marionett\w+|propaganda\w*|feig\w*|heldenhaft\w*|skandalös\w*"
    r"|dreist\w*|schamlos\w*|gestand|gesteht|gestanden|räum\w* ein|eingeräumt|enthüll\w*|prahl\w*|wettert\w*|poltert\w*"
    r"|triumph\w*|besiegt\w*|niederlage\w*"
)
_FRENCH = (
    r"trahi\w*|humili\w+|capitul\w+|ment(?:eur|euse|eurs|i|ait)|marionnette\w*|propagande|lâche\w*|héroïque\w*|scandaleu\w+"
    r"|éhonté\w*|avou\w+|reconnu\w* que|révél\w+|fanfaron\w*|triomph\w+|défaite\w*|vaincu\w*"
)
JUDGING = re.compile(rf"(?<![\w-])(?:{_ENGLISH}|{_SAYING}|{_GERMAN}|{_FRENCH})(?![\w-])", re.I)
# Who won or lost, said of somebody; asked, it judges nobody.
WINNING = re.compile(
    r"(?<![\w-])(?:wins?|won|winning|winners?|(?:is|are|was|were) losing(?= the\b|[.,;:!?]|$)|losers?|loses (?:the|its|his|her) (?:war|battle|fight)|prevail\w*"
    r"|gewinnt|gewann|siegt\w*|verliert|gagn(?:e|ent|é)|perd)(?![\w-])",
    re.I,
)
