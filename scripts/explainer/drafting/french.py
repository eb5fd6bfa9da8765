"""French words for the drafts."""

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
    "accuser admettre affirmer ajouter analyser annoncer assurer avancer avertir avouer clamer"
    " commenter conclure confesser confier confirmer constater critiquer demander déclarer"
    " déplorer dénoncer détailler espérer estimer expliquer exprimer fustiger indiquer ironiser"
    " insister interroger juger lancer lâcher marteler murmurer nier noter nuancer observer"
    " plaider pointer poursuivre préciser préconiser proclamer promettre prévenir raconter"
    " rappeler reconnaître regretter relater relever remarquer répliquer répondre rétorquer"
    " révéler résumer saluer signaler souligner soupirer soutenir suggérer témoigner tempérer"
    " tonner tweeter écrire évoquer qualifier alerter souffler glisser indigner insurger féliciter"
    " étonner agacer emporter alarmer inquiéter amuser plaisanter exclamer railler pester gronder"
    " trancher justifier argumenter décrypter contester préconiser désoler"
)
_ENDINGS = (
    ("peler", "pelle pelait pelé pela pellent"),
    ("nfier", "nfie nfiait nfié nfia nfient"),
    ("érer", "ère érait éré éra èrent"),
    ("éler", "èle élait élé éla èlent"),
    ("ever", "ève evait evé eva èvent"),
    ("cer", "ce çait cé ça cent"),
    ("ger", "ge geait gé gea gent"),
    ("er", "e ait é a ent èrent aient"),
    ("ondre", "ond ondait ondu ondit ondent"),
    ("quer", "que quait qué qua quent"),
    ("mettre", "met mettait mis mit mettent"),
    ("clure", "clut cluait clu cluent"),
    ("uivre", "uit uivait uivi uivent"),
    ("crire", "crit crivait crivent crivit"),
    ("naître", "naît naissait nu nut naissent"),
    ("tenir", "tient tenait tenu tint tiennent"),
    ("venir", "vient venait venu vint viennent"),
    ("tir", "tit tissait ti tissent"),
)
FRENCH = Grammar(
    says=frozenset(
        forms(_SAY, *_ENDINGS)
        | set(
            words(
                "dit disait disent dirent décrit confiait sourit souriait renchérit renchéri réagit"
                " réagi réjouit réjoui défend"
            )
        )
    )
    - {"note"},
    saying=frozenset(
        words(
            "ajoutant affirmant assurant déclarant dénonçant disant estimant expliquant indiquant"
            " précisant promettant rappelant soulignant jugeant accusant appelant"
        )
    ),
    nouns_too=frozenset(
        words(
            "demande annonce note critique juge avance conclusion confie mis tient vient relève"
            " espère estime analyse a lance pointe regrette signale prévenu relevé dit alerte"
        )
    ),
    never_before=frozenset(words("accusé accuse accusait")),
    goes_on=frozenset(words("ajoute ajouté ajoutait poursuit poursuivi conclut conclu")),
    written=re.compile(
        r"\b(?:écri\w+|tweet\w*|publi\w+|posté\w*)\b|\bsur\s(?:X|Twitter|Facebook)\b"
    ),
    signs=signs(
        {
            THE: "le la les l un une des ce cet cette ces plusieurs quelques",
            AT: "de du d à au aux en dans sur sous avec pour par contre chez vers après avant"
            " depuis pendant entre sans malgré devant derrière lors près dès face",
            AND: "et ou mais que qu tandis alors parce car si quand lorsque puisque comme donc où",
            WHO: "qui dont lequel laquelle",
            HAS: "a ont avait avaient ayant aurait",
            IS: "est sont était étaient été être fut soit",
            ADVERB: "aussi encore également ensuite puis toutefois cependant hier aujourd'hui déjà"
            " ainsi mardi lundi mercredi jeudi vendredi samedi dimanche enfin même très vivement"
            " immédiatement notamment",
            NOT: "ne n pas jamais ni",
            HIM: "lui leur me m nous vous te t se s y",
            SHARES: "partagé partage relayé relaie retweeté",
            QUOTES: "cité cite citant",
            PAPER: "article communiqué lettre message rapport livre tract document texte étude"
            " billet courrier journal",
        }
    ),
    phrases=re.compile(
        r"(?P<T>\b[Ss]elon\b|\b[Dd]['’]après\b|\b[Aa]ux\s+yeux\s+de\b|\b[Dd]e\s+l['’]avis\s+de\b"
        r"|(?:(?<=\n)|(?<=^)|(?<=\.\s))Pour(?=\s))"
        r"|(?P<B>\bcommunauté\s(?:de\scommunes|d['’]agglomération|urbaine)\b)"
        r"|(?P<V>\b(?:a|avait)\s+fait\s+(?:savoir|valoir)\b|\bfait\s+(?:savoir|valoir)\b)"
    ),
    pronouns={"il": False, "elle": True, "ils": None, "elles": None},
    roles=frozenset(
        words(
            "maire préfet préfète sous-préfet ministre président présidente député députée"
            " sénateur sénatrice directeur directrice porte-parole secrétaire chef cheffe avocat"
            " avocate juge procureur procureure procureur procureuse capitaine colonel commandant"
            " lieutenant général commissaire gendarme policier pompier médecin docteur infirmière"
            " infirmier professeur professeure chercheur chercheuse hydrologue géologue"
            " climatologue historien historienne économiste sociologue écrivain écrivaine auteur"
            " autrice journaliste rédacteur habitant habitante riverain riveraine voisin voisine"
            " agriculteur agricultrice éleveur boulanger boulangère commerçant commerçante patron"
            " patronne responsable élu élue adjoint adjointe conseiller conseillère entraîneur"
            " entraîneuse joueur joueuse gardien témoin père mère frère sœur fils fille mari"
            " épouse femme homme ingénieur ingénieure scientifique chirurgien étudiant étudiante"
            " syndicaliste militant militante passant retraité retraitée gérant gérante"
            " propriétaire pêcheur artiste chanteur chanteuse évêque curé candidat candidate"
            " vice-président vice-présidente spécialiste expert experte"
            " météorologue ambassadeur recteur rectrice proviseur proviseure enseignant enseignante"
            " lycéen lycéenne délégué déléguée coordinateur coordinatrice salarié salariée"
            " ouvrier ouvrière urgentiste psychiatre politologue cinéaste romancier romancière"
            " élève parent PDG adjudant adjudante brigadier inspecteur inspectrice vétérinaire"
            " biologiste"
            " architecte conservateur conservatrice"
        )
    ),
    women=frozenset(
        words(
            "mme madame préfète présidente députée sénatrice directrice cheffe avocate infirmière"
            " chercheuse historienne écrivaine autrice habitante riveraine voisine agricultrice"
            " boulangère commerçante patronne élue adjointe conseillère joueuse mère sœur fille"
            " épouse femme étudiante militante retraitée gérante chanteuse candidate experte"
            " entraîneuse procureure ministre-déléguée"
        )
    ),
    men=frozenset(
        words(
            "m monsieur père frère fils mari homme oncle préfet député sénateur directeur avocat"
            " infirmier chercheur historien écrivain habitant riverain voisin agriculteur"
            " boulanger commerçant patron adjoint conseiller joueur étudiant militant retraité"
            " gérant chanteur candidat président évêque curé roi prince entraîneur"
        )
    ),
    bodies=frozenset(
        words(
            "préfecture mairie gouvernement ministère parquet tribunal police gendarmerie"
            " association entreprise société groupe syndicat parti conseil commission agence"
            " compagnie hôpital université institut fédération collectif opposition direction"
            " armée observatoire office opérateur ville région métropole état commune"
            " agglomération département intercommunalité chambre"
        )
    ),
    titles=re.compile(
        r"(?:(?:M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|Monsieur|Madame|Maître|Docteur|Professeur)\b\.?[\s-]+)+"
    ),
    heads=re.compile(
        "(?:"
        + either(
            words(
                "Agence Assemblée Association Banque Bureau Caisse Centre Chambre Collectif"
                " Comité Commission Confédération Conseil Cour Croix-Rouge Fédération Fondation"
                " Gendarmerie Groupe Institut Ligue Mairie Ministère Mouvement Météo-France"
                " Observatoire Office Organisation Parquet Parlement Parti Police Préfecture"
                " Radio Sénat Société Syndicat Tribunal Union Université État Enedis SNCF EDF CGT"
                " CFDT"
            )
        )
        + r")\b"
    ),
    small=frozenset(
        words(
            "à après au aucun aujourd'hui aussi autre aux avant avec ce cela celle celui ces cet"
            " cette chaque comme d dans de depuis des deux dix du elle elles en encore enfin"
            " entre environ et face hier ici il ils interrogé interrogée j je l la le les leur"
            " leurs lors lorsque lui lundi mardi mercredi jeudi vendredi samedi dimanche ma mais"
            " malgré mes moi mon ni nos notre nous n on ou où par parmi pas pendant peu plus"
            " plusieurs pour près puis quand quant que quelques qu qui s sa sans selon ses si six"
            " son sous sur tandis tous tout toute toutes trois très un une vers voilà vos votre"
            " vous y c à l’ j'ai d'après cinq quatre sept huit neuf rien personne non oui"
        )
    ),
    indefinite=frozenset(words("un une des plusieurs quelques")),
    owners=frozenset(words("son sa ses leur leurs")),
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    days="lundi mardi mercredi jeudi vendredi samedi dimanche",
    doubts=frozenset(
        words("nie nié niait nier dément démenti démentait démentir conteste contesté si aurait")
    ),
    heads_first=True,
)
