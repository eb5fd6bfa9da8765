"""English words for the drafts."""

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
    "acknowledge accuse add admit agree announce answer argue assert assure believe blame boast"
    " brand call caution claim clarify comment complain concede conclude condemn confess confirm"
    " continue contend counter criticise criticize decry declare demand denounce deplore describe"
    " disagree dismiss emphasise emphasize estimate exclaim explain express hail insist joke"
    " lament maintain mention muse note object observe opine pledge post praise predict promise"
    " protest quip reason recall recount reflect reiterate remark repeat reply report respond"
    " retort reveal shout shrug slam state stress suggest threaten tweet urge vow warn welcome"
    " whisper wonder chant mutter murmur yell bellow sing"
)
_ENDINGS = (
    ("e", "e es ed"),
    ("y", "y ies ied"),
    ("ss", "ss sses ssed"),
    ("sh", "sh shes shed"),
    ("mit", "mit mits mitted"),
    ("slam", "slam slams slammed"),
    ("quip", "quip quips quipped"),
    ("", "- s ed"),
)
_PARTICIPLES = (
    ("e", "ing"),
    ("mit", "mitting"),
    ("quip", "quipping"),
    ("slam", "slamming"),
    ("", "ing"),
)
_TITLES = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Revd|Reverend|Fr|Father"
    r"|Sister|Bishop|Archbishop|Pope|Rabbi|Imam|Gen|General|Lt|Lieutenant|Col|Colonel|Maj|Major"
    r"|Capt|Captain|Sgt|Sergeant|Constable|Inspector|Superintendent|Detective|Officer|Sheriff|Chief"
    r"|Admiral|Commander|Sen|Senator|Rep|Representative|Congressman|Congresswoman|Gov|Governor"
    r"|Mayor|Councillor|Cllr|Alderman|President|Vice|Deputy|Prime|First|Foreign|Interior|Finance"
    r"|Defence|Defense|Health|Education|Justice|Trade|Energy|Transport|Environment|Agriculture|Home"
    r"|Minister|Secretary|Chancellor|Premier|Ambassador|Judge|Justice|Magistrate|Prosecutor"
    r"|Attorney|Solicitor|King|Queen|Prince|Princess|Duke|Duchess|Count|Countess|Chairman"
    r"|Chairwoman|Chair|Director|Executive|Financial|Operating|Technology|Medical|Scientific|CEO"
    r"|CFO|Coach|Manager|Referee|Coroner|Professor|Dean|Editor|Reporter|Analyst|Economist|Owner"
    r"|Founder|Councilman|Councilwoman|Councilmember|Assemblyman|Assemblywoman|Selectman|Trooper"
    r"|Patrolman|Firefighter|Rookie|Rt|Hon|Class|Det|Con|Cpl|Pte|Insp|Supt|Cmdr|Adm|Brig|Ald|Atty|Treas|Spokesman|Spokeswoman|Spokesperson|Substitute|Striker|Goalkeeper|Defender|Midfielder"
    r"|Opposition|Leader|Candidate|Commissioner|Counsel|Speaker|Lead|Senior|Former|Acting|Ex)\b\.?"
)
ENGLISH = Grammar(
    says=frozenset(
        forms(_SAY, *_ENDINGS)
        | set(
            words(
                "say says said tell tells told write writes wrote think thinks thought ask asks"
                " asked cry cries cried swear swears swore put puts speak speaks spoke deny"
                " denies denied reply replies replied find finds found laugh laughs laughed sigh"
                " sighs sighed began begins quip joked told demands describes"
            )
        )
        - {"puts", "put", "find", "finds", "found"}
    ),
    saying=frozenset(
        forms(_SAY, *_PARTICIPLES)
        | set(words("saying telling writing asking denying replying crying insisting"))
    )
    - {"according"},
    nouns_too=frozenset(
        words(
            "answer answers call calls claim claims comment comments demand demands estimate"
            " estimates joke jokes note notes object objects post posts pledge pledges praise"
            " promise promises protest protests reason reasons recall remark remarks report"
            " reports state states stress threaten urge urges vow vows wonder counter reply"
            " replies shrug laugh laughs cry cries express brand brands hail blame posted"
            " added state's continue continued reported stated estimated described added"
        )
    ),
    never_before=frozenset(
        words(
            "told tell tells accused accuse blamed urged described called dismissed praised"
            " condemned denounced criticised criticized hailed"
        )
    ),
    goes_on=frozenset(words("added adds continued continues concluded said says")),
    written=re.compile(r"\b(?:wr(?:i|o)t\w*|tweet\w*|post(?:ed|s)?|publish\w*)\b"),
    signs=signs(
        {
            THE: "the a an this these those some several many another every both one",
            AT: "of in on at from with by for to about against over under near after before during"
            " between through into towards toward without within outside inside behind despite"
            " since until like than among across around beside including",
            AND: "and or but while whereas as that because though although if whether when where",
            WHO: "who which whose whom",
            HAS: "has have had having did does do",
            IS: "is are was were be been being gets got",
            ADVERB: "also later then now again soon once earlier yesterday today meanwhile however"
            " separately afterwards only just still even often always already recently instead"
            " too angrily quietly bluntly simply repeatedly publicly privately reportedly flatly"
            " merely openly finally previously initially immediately jokingly sternly calmly",
            NOT: "not never no nor neither cannot didn't hasn't hadn't doesn't",
            HIM: "him them us me you it",
            SHARES: "shared shares reposted reposts retweeted retweets circulated recirculated"
            " forwarded",
            QUOTES: "quoted quotes quoting cited cites citing",
            PAPER: "article book diary document leaflet letter memo message note notes post posts"
            " report statement study tweet telegram petition pamphlet poster email filing ruling"
            " verdict poem thread sheet survey poll",
        }
    ),
    phrases=re.compile(
        r"(?P<T>\b[Aa]ccording\s+to\b|\b[Ii]n\s+the\s+words\s+of\b)"
        r"|(?P<V>\b(?:goes|went)\s+on(?:\s+to\s+(?:say|write|add|warn))?\b|\bputs?\s+it\b"
        r"|\bspoke\s+of\b|\bspeaks\s+of\b)"
        r"|(?P<S>\breads?\s+(?:\w+\s+){0,3}?(?:aloud|out)\b|\bpass(?:ed|es)\s+(?:on|round)\b"
        r"|\bhand(?:ed|s)\s+(?:out|round)\b)"
    ),
    pronouns={"he": False, "she": True, "they": None},
    roles=frozenset(
        words(
            "*man *woman *person *keeper *maker *worker *holder *ologist *icist *ographer actor"
            " adviser advisor analyst author baker biologist bishop boss botanist brother captain"
            " chair chief clerk coach commissioner coroner councillor counsel critic cyclist"
            " daughter defender deputy designer detective director doctor driver economist editor"
            " employee engineer executive expert farmer father founder governor guard guest head"
            " headteacher historian husband inspector judge king landlord lawyer leader lecturer"
            " manager master mayor minister mother musician neighbour neighbor nurse officer"
            " official organiser organizer owner parent partner passenger patient philosopher"
            " physician pilot player poet president priest principal professor prosecutor"
            " protester publisher queen referee reporter resident researcher ranger retiree"
            " sailor scientist secretary senator senior sergeant servant sheriff singer sister"
            " soldier solicitor son source spokesman spokesperson spokeswoman striker student"
            " supervisor supporter surgeon surveyor teacher trader traveller treasurer trustee"
            " victim volunteer waiter wife witness writer vice-chancellor chancellor premier"
            " premierminister ambassador envoy novelist journalist activist campaigner geologist"
            " chemist physicist goalkeeper midfielder surveyor archivist curator shopkeeper"
            " butcher grocer barber electrician plumber mum dad grandmother grandfather uncle"
            " aunt cousin friend colleague ecologist limnologist"
        )
    ),
    women=frozenset(
        words(
            "Mrs Ms Miss Lady Dame Queen Princess Sister Baroness Duchess Countess Congresswoman"
            " Chairwoman Spokeswoman queen mother wife sister daughter spokeswoman chairwoman"
            " woman policewoman businesswoman congresswoman mum grandmother aunt waitress actress"
        )
    ),
    men=frozenset(
        words(
            "mr sir lord king prince duke count pope father husband brother son uncle grandfather"
            " dad chairman spokesman policeman businessman congressman fisherman man"
        )
    ),
    bodies=frozenset(
        words(
            "administration agency army association authority bank board brigade bureau chamber"
            " charity church club coalition college commission committee company consortium"
            " council court department embassy federation firm foundation government group"
            " hospital institute league ministry navy newspaper operator opposition organisation"
            " organization parliament party police regulator school service society station"
            " team tribunal union university watchdog airline observatory manufacturer"
            " supplier trust"
        )
    ),
    titles=re.compile(rf"(?:{_TITLES}[\s-]+)+"),
    heads=re.compile(
        "(?:"
        + either(
            words(
                "Academy Agency Airlines Airways Army Assembly Association Authority Bank Board"
                " Brigade Bureau Capital Center Centre Chamber Church Club Coalition College"
                " Commission Committee Company Confederation Congress Corporation Corp Council"
                " Court Department Embassy Energy Federation Forum Foundation Freight Fund"
                " Gazette Government Group Guard Guardian Herald Holdings Hospital House Inc"
                " Independent Industries Initiative Institute Institution International Journal"
                " Laboratory League Library Limited Ltd Media Ministry Motors Museum Navy Network"
                " News Observer Observatory Office Organisation Organization Parliament Partners"
                " Party Police Post Press Project Radio Reserve Review Robotics School Securities"
                " Senate Service Services Society Solutions Survey Systems"
                " Technologies Telegraph Television Times Tribunal Trust TV Union University"
                " Watch Water Rail Works plc PLC LLC Co Council Materials Freight Chronicle"
                " Letters Magazine United City Rovers Albion Wanderers FC Baths Coaches Homes Foods"
                " Breweries Ferries Airports Stores Farms Studios Records Developments"
                " Properties Estates Ventures Logistics Networks Software Labs Hotels"
                " Telecom Pharma Pharmaceuticals Builders Trains Buses Cars Boats Volunteers"
                " Campaign Alliance Movement Residents"
            )
        )
        + r")\b"
    ),
    small=frozenset(
        words(
            "i a after all although an and as at because before but by despite during each even"
            " few for from he her his how however if in it its last later many more most my no"
            " none not of on once one only or our she since so some such than that the their then"
            " there these they this those though to under until we what when where which while"
            " who why with yet you your according asked about above across again against also am"
            " among another any are around away be both can could did do does done down either"
            " else ever every everybody everyone everything first further had has have here him"
            " i'm instead is just less let like made make may maybe meanwhile might must near"
            " neither never next nobody nor nothing now off often out over own perhaps please"
            " rather said same says second several shall should still today tomorrow tonight too"
            " two up us very was well were will within without would yes yesterday three four"
            " five six seven eight nine ten thank thanks stay right wrong critics analysts flames"
            " shares weekly owner prosecuting defending mitigating sentencing opening closing"
            " speaking writing"
        )
    ),
    indefinite=frozenset(words("a an one another some several")),
    owners=frozenset(words("his her its their my our")),
    doubts=frozenset(
        words(
            "deny denies denied denying if whether refuse refuses refused refusing decline declined"
            " declines declining alleged unless hypothetically"
        )
    ),
    turns_away=frozenset(
        words(
            "dismiss dismisses dismissed reject rejects rejected dispute disputes disputed refute"
            " refutes refuted contradict contradicts contradicted repeat repeats repeated"
        )
    ),
    as_what=frozenset(("as",)),
    of=frozenset(("of",)),
    naming=frozenset(
        words(
            "so-called known nicknamed dubbed titled entitled line words slogan phrase motto"
            " caption headline banner inscription"
        )
    ),
    while_=frozenset(words("as while when")),
    gives=frozenset(words("released issued sent wrote posted published gave signed")),
    months="January February March April May June July August September October November December"
    " Jan Feb Aug Sept Sep Oct Nov Dec",
    days="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
