"""Spanish words for the drafts."""

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
    "aceptar aclarar acusar admitir afirmar agregar alertar anunciar apuntar asegurar aseverar"
    " asumir añadir celebrar clamar comentar confesar confirmar considerar contar contestar"
    " criticar cuestionar declarar denunciar describir destacar detallar enfatizar escribir"
    " exclamar exigir explicar expresar ironizar indicar informar insistir justificar lamentar"
    " manifestar matizar murmurar negar observar opinar pedir precisar preguntar proclamar"
    " prometer pronosticar puntualizar rechazar reclamar reconocer recordar referir reiterar"
    " relatar remarcar replicar responder resaltar resumir revelar sentenciar señalar sostener"
    " subrayar sugerir tuitear valorar zanjar advertir calificar tildar avisar espetar calcular"
)
_ENDINGS = (
    ("zar", "za zó zaba zado zan zaron"),
    ("contar", "cuenta contó contaba contado cuentan contaron"),
    ("acordar", "acuerda acordó acordaba acordado acordaron"),
    ("recordar", "recuerda recordó recordaba recordado recordaron"),
    ("negar", "niega negó negaba negado niegan negaron"),
    ("pedir", "pide pidió pedía pedido piden pidieron"),
    ("ostener", "ostiene ostuvo ostenía ostenido ostienen ostuvieron"),
    ("ertir", "ierte irtió ertía ertido ierten irtieron"),
    ("erir", "iere irió ería erido ieren irieron"),
    ("onocer", "onoce onoció onocía onocido onocen onocieron"),
    ("ar", "a ó aba ado an aron"),
    ("er", "e ió ía ido en ieron"),
    ("ir", "e ió ía ido en ieron"),
)
SPANISH = Grammar(
    says=frozenset(
        forms(_SAY, *_ENDINGS)
        | set(words("dice dijo decía dicen dijeron dicho escrito añade añadió"))
    ),
    saying=frozenset(words("añadiendo afirmando asegurando diciendo explicando señalando")),
    nouns_too=frozenset(
        words(
            "cuenta cuentan pregunta recuerda contesta critica anuncia denuncia informa relata"
            " señala declarado considerado acusado pedido afirmado anunciado estado calificado"
        )
    ),
    never_before=frozenset(words("acusó acusa acusaba")),
    goes_on=frozenset(words("añadió añade añadía agregó agrega continuó concluyó")),
    written=re.compile(r"\b(?:escri\w+|tuite\w+|public\w+)\b|\ben\s(?:X|Twitter|Facebook)\b"),
    signs=signs(
        {
            THE: "el la los las un una unos unas este esta estos estas ese esa varios"
            " varias algunos",
            AT: "de del a al en con por para contra sobre tras ante desde hasta entre según sin"
            " bajo durante hacia",
            AND: "y e o u pero que mientras porque aunque si cuando como donde sino pues",
            WHO: "quien quienes cuyo cuya cual",
            HAS: "ha han había habían haber",
            IS: "es son era eran fue fueron ser sido está estaba siendo",
            ADVERB: "también además después luego ayer hoy ya aún todavía ahora posteriormente"
            " igualmente asimismo tajantemente siempre lunes martes miércoles jueves viernes"
            " sábado domingo",
            NOT: "no nunca ni jamás tampoco",
            HIM: "le les lo me nos se te os la_",
            SHARES: "compartió comparte difundió retuiteó",
            QUOTES: "citó cita citado citando",
            PAPER: "artículo carta comunicado informe libro mensaje nota documento tuit estudio"
            " publicación texto",
        }
    ),
    phrases=re.compile(
        r"(?P<T>\b[Ss]egún\b|\b[Dd]e\s+acuerdo\s+con\b|\b[Ee]n\s+palabras\s+de\b"
        r"|\b[Aa]\s+juicio\s+de\b)"
    ),
    pronouns={"él": False, "ella": True, "ellos": None, "ellas": None},
    roles=frozenset(
        words(
            "alcalde alcaldesa ministro ministra presidente presidenta consejero consejera"
            " concejal concejala portavoz delegado delegada subdelegado diputado diputada senador"
            " senadora director directora secretario secretaria jefe jefa juez jueza fiscal"
            " abogado abogada capitán comandante coronel general sargento comisario agente"
            " policía guardia bombero médico médica doctor doctora enfermero enfermera profesor"
            " profesora investigador investigadora científico científica geólogo geóloga biólogo"
            " bióloga historiador historiadora economista escritor escritora autor autora"
            " periodista vecino vecina agricultor agricultora ganadero panadero panadera"
            " inspector inspectora subinspector subinspectora teniente cabo concejera edil"
            " veterinario"
            " veterinaria arquitecto arquitecta comerciante dueño dueña propietario propietaria"
            " entrenador entrenadora jugador"
            " jugadora testigo padre madre hermano hermana hijo hija marido esposa mujer hombre"
            " ingeniero ingeniera estudiante sindicalista activista jubilado jubilada gobernador"
            " gobernadora vicepresidente vicepresidenta embajador obispo candidato candidata"
            " experto experta responsable líder técnico empresario empresaria nieto nieta abuelo"
            " abuela coordinador coordinadora titular mandatario funcionaria funcionario vocero"
            " vocera intendente"
        )
    ),
    women=frozenset(
        words(
            "alcaldesa ministra presidenta consejera concejala delegada diputada senadora"
            " directora secretaria jefa jueza abogada médica doctora enfermera profesora"
            " investigadora científica geóloga bióloga historiadora escritora autora vecina"
            " agricultora panadera dueña propietaria entrenadora jugadora madre hermana hija"
            " esposa mujer ingeniera jubilada gobernadora vicepresidenta candidata experta"
            " empresaria nieta abuela coordinadora funcionaria vocera doña sra señora"
        )
    ),
    men=frozenset(
        words(
            "señor don sr padre hermano hijo marido hombre alcalde consejero concejal delegado"
            " diputado senador director secretario juez abogado médico doctor profesor"
            " investigador científico escritor autor vecino agricultor panadero dueño propietario"
            " entrenador jugador gobernador candidato experto empresario nieto abuelo coordinador"
            " funcionario vocero ministro presidente obispo rey príncipe"
        )
    ),
    bodies=frozenset(
        words(
            "gobierno ayuntamiento ministerio fiscalía tribunal policía asociación empresa"
            " compañía grupo sindicato partido consejo comisión agencia hospital universidad"
            " instituto federación oposición ejército junta diputación delegación consejería"
            " juzgado cámara"
        )
    ),
    titles=re.compile(r"(?:(?:Sr|Sra|Srta|Don|Doña|Dr|Dra|Señor|Señora)\b\.?[\s-]+)+"),
    heads=re.compile(
        "(?:"
        + either(
            words(
                "Agencia Asamblea Asociación Ayuntamiento Banco Cámara Centro Comisión Comunidad"
                " Confederación Consejo Corte Cruz Diputación Ejército Federación Fiscalía"
                " Fundación Gobierno Grupo Guardia Hospital Instituto Junta Ministerio"
                " Observatorio Organización Parlamento Partido Policía Radio Senado Sindicato"
                " Sociedad Tribunal Unión Universidad Dirección Bomberos"
            )
        )
        + r")\b"
    ),
    small=frozenset(
        words(
            "a al algunos ante antes así aunque ayer cada como con cuando de del desde después"
            " dos durante e el ella ellas ello ellos en entre era es esa ese eso esta estas este"
            " esto estos está fue fuentes ha hace hasta hay hoy la las le les lo los luego mañana"
            " más me mi mientras mis muchos muy nada nadie ni no nos nosotros nuestra nuestro"
            " nunca o otra otro para pero poco por porque pues que quien se según ser si sí sin"
            " sino sobre solo sólo son su sus también tampoco tan tanto te tiene todo todos tras"
            " tres tu un una uno unos ustedes va varios y ya yo salimos será llevamos ambos"
            " además allí aquí"
        )
    ),
    indefinite=frozenset(words("un una unos unas varios varias algunos")),
    owners=frozenset(words("su sus")),
    months="enero febrero marzo abril mayo junio julio agosto septiembre octubre"
    " noviembre diciembre",
    days="lunes martes miércoles jueves viernes sábado domingo",
    doubts=frozenset(words("niega negó negaba negado negar negaron desmiente desmintió si habría")),
    heads_first=True,
    verb_first=True,
    no_pronoun=True,
)
