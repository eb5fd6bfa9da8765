"""The words around the numbers of a source by which they are found and named."""

from __future__ import annotations

import re

PARTS = {  # of what is counted, and no half of a match, quarter of an hour
    "en": re.compile(
        r"(?i)(?<![\w-])(?<!first )(?<!second )(?<!other )(?<!top )(?<!bottom )(?<!upper )"
        r"(?<!lower )(?<!better )(?<!latter )(?<!final )(?<!the )(?<!last )"
        r"(?:half(?= (?:of )?(?:the|its|their|his|her|our|all|them|those|these)\b"
        r"(?! (?:time|battle|story|fun|way)\b))"
        r"|a (?:half|third|quarter|fifth|tenth)(?= of (?!an?\b))"
        r"|(?:(?<=by )|(?<=than )|(?<=nearly )|(?<=almost )|(?<=about )|(?<=around ))"
        r"a (?:third|quarter|fifth|tenth)(?=[,.;]"
        r"| (?:since|in|from|over|were|are|have|had|last|this)\b)"
        r"|an? (?:day|week|month|year|decade|century|minute|mile|hour) and a half\b"
        r"|half(?= (?:of )?what\b)|(?:double|triple)(?= (?:that|what) (?:of|it|he|she|they|was)\b))"
    ),
    "de": re.compile(
        r"(?<![\w-])(?<!erste )(?<!ersten )(?<!zweite )(?<!zweiten )"
        r"(?:(?:Hälfte|(?<=[Ee]in )(?:Drittel|Viertel))"
        r"(?= (?:der|des|aller|von|ihrer|seiner|unserer|davon)\b)"
        r"|(?:(?<=um ein )|(?<=[Ff]ast ein )|(?<=[Kk]napp ein )|(?<=[Rr]und ein )|(?<=als ein ))"
        r"(?:Drittel|Viertel)(?!\w| [A-ZÄÖÜ])"
        r"|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)mal"
        r"(?= (?:[a-zäöü]{2,4})?(?:ge|ver|be|zer|ent)[a-zäöü]+(?:t\b|en (?:word|ha[bt]|war|sei)))"
        r"|das (?:Doppelte|Dreifache)(?=[,.;]| (?:des|der|von|dessen|wie)\b))"
    ),
    "fr": re.compile(
        r"(?i)(?<!\w)(?:la moitié|un tiers|un quart|un cinquième)"
        r"(?= (?:de|des|du)\b| d['’](?!heure))"
        r"|(?i:(?<=\bd['’])|(?<=presque )|(?<=environ ))(?:un tiers|un quart|un cinquième)"
        r"(?=[,.;]| (?:depuis|en|par|a|ont|est|sont)\b)"
        r"|(?i:(?<!\w)(?:le double|le triple)(?=[,.;]| d[eu]\b| d['’]| qu))"
    ),
    "es": re.compile(
        r"(?i)(?<!\w)(?<!en )(?<!a )(?:la mitad|un tercio|un cuarto|un quinto)"
        r"(?= del?\b(?! (?:hora|baño|siglo)))"
        r"|(?i:(?<!\w)(?<!en )(?:un tercio|un quinto))(?=[,.;]| (?:desde|respecto|frente)\b)"
        r"|(?i:(?<!\w)(?<!en )(?:el doble|el triple)(?=[,.;]| (?:que|del?)\b))"
        r"|(?i:(?<!\w)(?<!en )(?<!a )la mitad(?=[,.;]))"
        r"|(?i:(?:(?<=reduce )|(?<=redujo )|(?<=reducido )|(?<=reducirá ))a la mitad\b)"
    ),
}
# Behind a unit, what it is counted by: miles per hour, Euro je Kubikmeter, euros al mes.
SQUARE = re.compile(r" (?:square|cubic) ([^\W\d_]+)(?![\w’'-])")
SQUARED = re.compile(r" (?:cubes?|carrés?|cúbicos?|cuadrados?)\b")
SIGNED = re.compile(r"[ \u00a0\u202f]?(?:[kcm]?m[²³](?:/[a-z]+)?|km/h|m/s)(?![\w/])")
PER = re.compile(
    r" (?:(?:per|je|pro|par|por)(?: (?:cubic|square))? [^\W\d_]+|l['’]heure"
    r"|(?:le|la|el) (?:litre|kilo|mètre|tonne|baril|litro|metro|tonelada|barril))(?![\w’'-])"
    r"(?: (?:cubes?|carrés?|cúbicos?|cuadrados?)\b)?"
)
EACH = re.compile(
    r"(?: (?:more|less|mehr|weniger|de plus|de moins|más|menos))? ("
    r"(?:(?:pro|par|por)(?! (?:Stunde|heure|hora))"
    r"|an?|each|every|am|im|jede[ns]?|chaque|al|cada|a la)"
    r" (?:hour|day|week|month|year|Stunde|Tag|Woche|Monat|Jahr"
    r"|heure|jour|semaine|mois|an|hora|día|semana|mes|año))"
    r"(?![\w’'-])(?! (?:later|ago|earlier|before|after)\b)"
)
DONE_TO = {  # 70 maisons ont été inondées
    "en": re.compile(
        r" (?:were|are|have been|had been) ([a-z]+ed|hurt|lost|sold|built|shut|burnt|found)\b"
    ),
    "fr": re.compile(r" (?:ont été|sont|avaient été|étaient) ([a-zà-ÿ]+(?:é|i|u|it|is)e?s)\b"),
    "es": re.compile(r" (?:fueron|han sido|quedaron) ([a-zà-ÿ]+[aio]d[oa]s)\b"),
}
NUMBERED = re.compile(
    r"\b(?:Flight|Room|Route|[Pp]age|[Aa]rticle|[Ss]ection|[Cc]hapter|Size|Formula|Channel|Unit|Highway"
    r"|Interstate|Gate|Platform|Group|Grade|Class|Level|Phase|Stage|Category|Type|Model|Version|Bus|Pier"
    r"|Block|Suite|Rule|District|Ward|Zone|Precinct|Top|Windows|Vol|Figure|Apollo|[Pp]aragraph|[Aa]nnex"
    r"|[Aa]ppendix|[Ss]chedule|Resolution|Court|Lot|Plot|Tier|Bay|[Tt]able|Division|Question|Exhibit|Form"
    r"|Studio|Terminal|Junction|Year|Round|Week|Day|War|Part|Act|Scene|Episode|Season|Line|Track"
    r"|Artikel|Paragraf|Zimmer|Seite|Anhang|Kapitel|Tabelle|Halle|Klasse|Tag|Gleis|Formel|Bundesstraße"
    r"|Absatz|Linie|Saal|Nummer|Runde|Platz|Band|Teil|[Cc]hapitre|[Tt]ableau|[Vv]oie|[Ss]alle|[Jj]our"
    r"|[Dd]épartementale|[Nn]ationale|[Ff]ormule|[Ll]igne|[Qq]uai|[Nn]uméro|[Cc]hambre|[Pp]artie"
    r"|[Aa]rtículo|[Cc]apítulo|[Pp]ágina|[Tt]abla|[Ss]ala|[Dd]ía|[Ll]ínea|[Aa]ndén|[Cc]arretera|Fórmula"
    r"|[Nn]úmero|[Ss]ección|[Aa]utovía)\s$"
    r"|\b(?:die|der|Die|Der) [AUSB] $"
)

# Words that say over what time, or of which, besides units of time and dates.
TIMED = re.compile(
    r"(?i)\b(?:daily|weekly|monthly|yearly|annual|since|spring|summer|autumn|winter|season|ago|now"
    r"|today|currently|overnight|täglich|wöchentlich|monatlich|jährlich|seit|frühling|frühjahr|sommer"
    r"|herbst|winter|saison|heute|derzeit|quotidien|hebdomadaire|mensuel|annuel|depuis|printemps|été"
    r"|automne|hiver|désormais|aujourd|diari[oa]|semanal|mensual|anual|desde|primavera|verano|otoño"
    r"|invierno|temporada|hoy|ahora)"
)
