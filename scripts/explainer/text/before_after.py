"""Words by which a name says which of two numbers it is, of which the one came in the place of the
other: the earlier or the later, and what was only planned. In four languages at once, since a name
may be in another than its sentence."""

from __future__ import annotations

import re

EARLIER = re.compile(
    r"(?i)(?<!\w)(?:former(?:ly)?|earlier|previous(?:ly)?|prior|old|initial(?:ly)?|original(?:ly)?"
    r"|(?:last|previous) (?:year|month|week|season)|year[- ]ago|so far"
    r"|früher\w*|bisher\w*|bislang|alte[nrsm]?|ursprünglich\w*|vorjahr\w*|vorherig\w*|vorig\w*|einstig\w*"
    r"|ehemalig\w*|anfänglich\w*|(?:letzte|vergangene)[nsm]? (?:jahr|monat|woche|saison)"
    r"|ancien(?:ne)?s?|précédent\w*|initia(?:l|le|ux|les)|auparavant|d['’]origine|antérieure?s?"
    r"|(?:an|année|mois|saison|semaine) (?:dernier|dernière|passée?)"
    r"|anterior(?:es|mente)?|antigu[oa]s?|previ[oa]s?|inicial(?:es)?|original(?:es)?"
    r"|(?:año|mes|campaña|temporada|semana) pasad[oa])(?!\w)"
)
LATER = re.compile(
    r"(?i)(?<!\w)(?:new(?:ly)?|current(?:ly)?|now|present|latest|revised|updated|today['’]?s?|future"
    r"|this (?:year|month|week|season)"
    r"|neue?[nrsm]?|heutige\w*|heute|jetzt|jetzig\w*|aktuell\w*|künftig\w*|nun|diesjährig\w*"
    r"|diese[nrsm]? (?:jahr|monat|woche|saison)"
    r"|nouve(?:au|aux|l|lle|lles)|actuel\w*|désormais|maintenant|futur\w*"
    r"|cette (?:année|saison|semaine)|ce mois"
    r"|nuev[oa]s?|actual(?:es|mente)?|ahora|futur[oa]s?"
    r"|est[ea] (?:año|mes|campaña|temporada|semana)"
    r")(?!\w)"
)
PLANNED = re.compile(
    r"(?i)(?<!\w)(?:forecasts?|predicted|projected|expected|planned|budgeted|estimated"
    r"|prognose\w*|prognostiziert\w*|erwartet\w*|geplant\w*|vorgesehen\w*|veranschlagt\w*"
    r"|prévue?s?|prévisions?|attendue?s?|prévisionnel\w*|envisagée?s?"
    r"|previst[oa]s?|previsión|previsiones|esperad[oa]s?|planead[oa]s?)(?!\w)"
)
BEFORE = re.compile(r"(?i)(?<!\w)(?:before|until|vor|bis|avant|antes)(?!\w)")  # the new rules
AFTER = re.compile(r"(?i)(?<!\w)(?:after|since|nach|seit|après|depuis|después|tras|desde)(?!\w)")
_WORDS = r"(?:\s[^\W\d_]+){0,3}\s?[$€£]?$"
# Before the number in whose place another came, and before one that another is compared with.
INSTEAD = re.compile(
    r"(?i)(?<!\w)(?:(?:an)?statt|anstelle|instead of|rather than|au lieu d(?:es?|u|['’])"
    rf"|plutôt qu(?:e|['’])|en (?:lugar|vez) del?){_WORDS}"
)
AGAINST = re.compile(
    r"(?i)(?<!\w)(?:(?:up|down) from|compared (?:with|to)|against|gegenüber|verglichen mit"
    rf"|nach zuvor|contre|par rapport (?:à|aux?)|frente al?|en comparación con){_WORDS}"
)
# It came to so many from so many: fell to 30 from 41.
CAME_FROM = re.compile(
    r"(?i)(?<!\w)(?:to|a|hasta)\s[$€£]?\S.*\s(?:from|desde)\s(?:los\s|las\s)?[$€£]?$"
)
