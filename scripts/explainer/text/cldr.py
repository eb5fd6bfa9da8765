"""How the languages of Unicode CLDR print numbers. Made by requirements/cldr.py."""

# The mark of decimals and that of thousands, and the languages and regions that have them.
_TAGS = {
    ",.": (
        "ar-dz ar-lb ar-ly ar-ma ar-mr ar-tn ast az bs ca da de dsb el en-at en-be en-de en-dk "
        "en-es en-id en-it en-nl en-pl en-ro en-si es eu fo fr-lu fy gl hr hsb ia id is it jgo jv "
        "kgp kkj kl ku lb lij lld ln lo lu mgh mk ms-arab-bn ms-bn ms-id mua nl nnh ps pt qu-bo "
        "rn ro rw sc seh sg sl sr su sw-cd tr uz-arab uz-arab-af vi wo yrl"
    ),
    ",\u202f": (
        "af agq bas be bg blo br cs cv dua dyo en-cz en-fi en-fr en-hu en-no en-pt en-se en-sk "
        "en-za eo es-cr et ewo ff fi fr hu hy ie ka kab kea kk ksf ky lt lv nb nmg nn no nr pl "
        "pt-ao pt-ch pt-cv pt-gq pt-gw pt-lu pt-mo pt-mz pt-pt pt-st pt-tl ru sah se shi sk smn "
        "sq ss sv tg tk tok ts tt tzm uk uz ve vec yav zgh"
    ),
    ".,": (
        "aa ab ak am an apc ar as asa az-arab az-arab-iq az-arab-ir az-arab-tr az-cyrl az-cyrl-az "
        "bal bem bew bez bgc bho bm bn bo brx byn cad cch ccp ce ceb cgg chr cic ckb co csw cu cy "
        "dav doi dz ebu ee en es-419 es-br es-bz es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe "
        "es-pr es-sv es-us fa fil frr fur ga gaa gd gez gn gu guz gv ha haw he hi hnj ig ii iu ja "
        "jmc kaa kaj kam kcg kde ki kk-arab kk-arab-cn kln km kn ko kok ks-deva ks-deva-in ksb "
        "ksh kw kxv la lag lg lkt lmo lrc ltg luo luy mai mas mer mg mgo mi ml mn mni mr ms mt "
        "mus my myv mzn naq nd nds ne nus ny nyn oc om or os osa pa pap pcm pis prg qu raj rhg "
        "rif rof rwk sa saq sat sbp scn sd si skr sn so ssy st sw syr szl ta te teo th ti tig to "
        "tpi trv trw ug ur vai vmw vo vun wae wal xnr xog yi yo yue za zh zu"
    ),
    ".،": ("ks nqo"),
    ".’": ("de-ch de-li en-ch gsw it-ch rm tn"),
    ".\u202f": ("dje khq mfe nso ses twq xh"),
    ".⹁": (
        "ff-adlm ff-adlm-bf ff-adlm-cm ff-adlm-gh ff-adlm-gm ff-adlm-gn ff-adlm-gw ff-adlm-lr "
        "ff-adlm-mr ff-adlm-ne ff-adlm-ng ff-adlm-sl ff-adlm-sn"
    ),
}

MARKS = {tag: marks for marks, tags in _TAGS.items() for tag in tags.split()}
