"""German words for the drafts."""

from __future__ import annotations

import re

from .grammar import (
    ADVERB,
    AND,
    AT,
    HAS,
    HIM,
    IS,
    NOT,
    PAPER,
    QUOTES,
    SHARES,
    THE,
    WHO,
    Grammar,
    either,
    forms,
    signs,
    words,
)

_SAY = (
    "sagen erklären meinen warnen behaupten ergänzen betonen fragen antworten berichten erzählen"
    " erläutern kritisieren fordern bemerken versichern äußern mahnen bedauern begründen klagen"
    " kommentieren kontern loben prophezeien resümieren schildern spotten vermuten versprechen"
    " verkünden zweifeln glauben erwidern entgegnen appellieren twittern posten konstatieren"
    " bestätigen unterstreichen scherzen schimpfen rufen urteilen bilanzieren rechnen bezeichnen"
    " beklagen bekräftigen beteuern"
)
_ENDINGS = (
    ("ieren", "iert ierte ieren ierten"),
    ("ten", "tet tete ten teten"),
    ("eln", "elt elte eln elten"),
    ("nen", "net nete nt nte nen nten"),
    ("en", "t te en ten"),
)
GERMAN = Grammar(
    says=frozenset(
        forms(_SAY, *_ENDINGS)
        | set(
            words(
                "schreibt schrieb schrieben geschrieben spricht sprach sprachen gesprochen nennt"
                " nannte nannten genannt widerspricht widersprach widersprachen gibt gab"
                " verspricht versprach rief riefen teilt teilte teilten verwies wies verlangt"
                " verlangte gesagt erklärt gefordert aufgefordert gewarnt betont kritisiert"
                " angekündigt bezeichnet vorgeworfen mitgeteilt behauptet kündigte hieß empfiehlt"
                " empfahl unterstreicht unterstrich wirft warf lobte findet fand fügt fügte hielt"
                " hält"
            )
        )
    )
    - set(words("gibt gab gaben wies hieß hielt hält findet fand rechnet rechnete rechnen warf")),
    saying=frozenset(),
    nouns_too=frozenset(
        words("klagt klagen fragen antworten meinen loben rufen posten urteilen berichten sagen")
    ),
    never_before=frozenset(),
    goes_on=frozenset(words("ergänzt ergänzte fügt fügte")),
    written=re.compile(
        r"\b(?:schr(?:ie|ei)b\w*|twitter\w*|poste\w*|geschrieben|veröffentlicht\w*)\b"
    ),
    signs=signs(
        {
            THE: "der die das den dem des ein eine einen einem einer eines dieser diese dieses"
            " jener jede jeder einige mehrere manche",
            AT: "von vom mit an am auf aus bei beim zu zum zur in im nach vor über unter gegen für"
            " durch ohne um seit gegenüber während wegen trotz zwischen neben hinter",
            AND: "und oder aber dass ob weil wenn als doch denn sondern sowie bevor nachdem wie"
            " obwohl da",
            WHO: "welcher welche welches dessen deren wo",
            HAS: "hat hatte haben hatten habe",
            IS: "ist war sind waren wird wurde werden wurden worden",
            ADVERB: "auch noch bereits dann später dazu darauf gestern heute zuvor hingegen dagegen"
            " jedoch zudem außerdem anschließend schließlich mehrfach erneut weiter so zugleich"
            " daraufhin nun mit vor ab hinzu an aus zurück nur am montag dienstag mittwoch"
            " donnerstag freitag samstag sonntag sichtlich knapp",
            NOT: "nicht kein keine keinen nie niemals kaum",
            HIM: "sich ihm ihn uns ihnen mir mich dir",
            SHARES: "teilte_ repostete retweetete weiterverbreitete",
            QUOTES: "zitiert zitierte zitieren",
            PAPER: "brief bericht buch gutachten schreiben mitteilung erklärung post beitrag"
            " flugblatt studie artikel nachricht",
        }
    ),
    phrases=re.compile(
        r"(?P<T>\b[Nn]ach\s+(?:(?:einer|den|ersten|jüngsten|neuen|vorläufigen|eigenen)\s+){0,3}"
        r"(?:Angaben|Ansicht|Worten|Einschätzung|Auskunft|Meinung|Schätzung(?:en)?|Berechnung(?:en)?"
        r"|Zahlen|Darstellung|Überzeugung)"
        r"(?:\s+(?:von|vom|des))?\b|\b[Ll]aut\b|\b[Ss]o(?=\s(?:der|die|das|[A-ZÄÖÜ])))"
        r"|(?P<V>\b(?:(?:rechnete?|hält|hielt)(?=[^.;:\0]{1,80}\svor\b)|räumte?(?=[^.;:\0]{1,80}\sein\b)"
        r"|(?:wandte|wendet)(?=[^.;:\0]{1,80}\sein\b)|führte?(?=[^.;:\0]{1,80}\saus\b)"
        r"|stellte?(?=[^.;:\0]{1,80}\s(?:klar|fest)\b)|(?:hob|hebt)(?=[^.;:\0]{1,80}\shervor\b)"
        r"|(?:gab|gibt)(?=[^.;:\0]{1,80}\s(?:an|zu|bekannt)\b)))"
    ),
    pronouns={"er": False, "sie": True},
    roles=frozenset(
        words(
            "*meister *meisterin *minister *ministerin *präsident *präsidentin *sprecher"
            " *sprecherin *leiter *leiterin *direktor *direktorin *forscher *forscherin *trainer"
            " *trainerin *vorsitzender *vorsitzende *chef *chefin *kanzler *kanzlerin *rat *rätin"
            " *anwalt *anwältin *richter *richterin *ärztin *arzt *lehrer *lehrerin *händler"
            " *händlerin *wirt *wirtin *bauer *bäuerin *bewohner *bewohnerin *führer *führerin"
            " *wissenschaftler *wissenschaftlerin *experte *expertin *politiker *politikerin"
            " *kommissar *kommissarin *inhaber *inhaberin *besitzer *besitzerin *mann *frau *loge"
            " *login *sekretär *sekretärin *verwalter *verwalterin *berater *beraterin"
            " bürgermeister bürgermeisterin minister ministerin präsident präsidentin sprecher"
            " sprecherin leiter leiterin direktor direktorin kämmerer kämmerin vorsitzender"
            " vorsitzende chef chefin kanzler kanzlerin abgeordneter abgeordnete stadtrat"
            " stadträtin landrat landrätin anwalt anwältin richter richterin staatsanwalt"
            " staatsanwältin arzt ärztin lehrer lehrerin pfarrer pfarrerin bischof bäcker"
            " bäckerin bauer bäuerin fischer autor autorin schriftsteller schriftstellerin"
            " journalist journalistin reporter redakteur student studentin schüler schülerin"
            " zeuge zeugin nachbar nachbarin anwohner anwohnerin mieter mieterin unternehmer"
            " unternehmerin gründer gründerin geschäftsführer geschäftsführerin ingenieur"
            " ingenieurin forscher forscherin biologe biologin geologe geologin historiker"
            " historikerin experte expertin trainer trainerin torwart kapitän spieler spielerin"
            " mutter vater bruder schwester sohn tochter ehemann ehefrau mann frau rentner"
            " rentnerin kandidat kandidatin christdemokrat christdemokratin sozialdemokrat"
            " sozialdemokratin staatssekretär staatssekretärin polizist polizistin wirt wirtin"
            " künstler künstlerin sänger sängerin *kommandant *kommandantin *inspektor *inspektorin"
            " *beauftragter *beauftragte *dezernent *dezernentin *referent *referentin *obmann"
            " *obfrau *gutachter *gutachterin *ingenieur *ingenieurin *pfarrer *pfarrerin"
            " *förster *försterin *sachverständiger *sachverständige *betreuer *betreuerin *onom"
            " *onomin jurist juristin *wart *wartin"
        )
    ),
    women=frozenset(words("frau *in *vorsitzende *frau mutter schwester tochter")),
    men=frozenset(words("herr herrn mann vater bruder sohn ehemann")),
    bodies=frozenset(
        words(
            "polizei stadt gemeinde stadtverwaltung verwaltung regierung behörde landesregierung"
            " bundesregierung ministerium staatsanwaltschaft gericht verein verband firma"
            " unternehmen konzern gewerkschaft partei fraktion feuerwehr universität hochschule"
            " klinik kommission opposition bank bundeswehr betreiber"
        )
    ),
    titles=re.compile(r"(?:(?:Herr|Herrn|Frau|Dr|Prof|Professor|Professorin)\b\.?[\s-]+)+"),
    heads=re.compile(
        "(?:"
        + either(
            words(
                "AG GmbH SE KG Akademie Amt Bank Behörde Bund Fraktion Gesellschaft Gewerkschaft"
                " Gericht Hochschule Institut Klinik Kommission Konzern Ministerium Partei"
                " Polizei Rat Stiftung Universität Verband Verein Werke Zeitung Energy Bahn Bote"
                " Boten Anzeiger Stadtwerke Feuerwehr"
            )
        )
        + r")\b|[A-ZÄÖÜ]{2,5}\b|[A-ZÄÖÜ][a-zäöüß]{3,}(?:bund|verband|ministerium|kammer|amt)\b"
    ),
    small=frozenset(
        words(
            "der die das den dem des ein eine einen einem einer und oder aber auch als am an auf"
            " aus bei bis da dabei dafür dagegen daher damals danach daran darin darauf dann dass"
            " davon dazu dem den denn dennoch deshalb dies diese dieser dieses doch dort durch er"
            " es etwa für gegen heute hier hinter ich ihr ihre im in ist ja jede jeder jedoch"
            " jetzt kein keine laut man manche mehr mein meine mit nach nachdem neben nicht noch"
            " nun nur ob obwohl rund schon seine sein seit seitdem sie sind so sogar sowie statt"
            " trotz über um unter viele vom von vor während war warum was weil welche wenn wer"
            " wie wir wo zu zudem zuerst zuletzt zum zur zwar zwei zwischen unser unsere"
            " mindestens gestern morgen"
        )
    ),
    indefinite=frozenset(words("ein eine einen einem einer einige mehrere manche")),
    owners=frozenset(words("sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer")),
    months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    days="Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    doubts=frozenset(
        words(
            "bestritt bestreitet bestritten dementierte dementiert leugnet leugnete wenn falls ob"
            " soll sollen"
        )
    ),
    no_subject=frozenset(
        words("dem den des einem einen einer eines seinem seinen ihrem ihren jedem jeden")
    ),
    nouns_up=True,
    verb_first=True,
)
