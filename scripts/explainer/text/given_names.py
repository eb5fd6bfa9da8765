"""Given names that are common in news in English, French, German and Spanish: with one before
another name it is a person, and often known whether a woman. Left out are those of either."""

from __future__ import annotations

import unicodedata

WOMEN = frozenset(
    """
abby abena abigail adaeze adebimpe adele agata agatha agnes agnieszka aino aisha akiko alejandra
alexandra alice alicia alina alison alma almudena amanda amara amelia amina amira amy amélie ana
anastasia anastasiya andrea andreea angela angelica anika anita anja anju anke ann anna anne annette
annie annika anouk antje antonella antonia anya aoife apinya araceli ariadne arwen asha astrid
asunción aurora aurélie aya ayesha ayumi azadeh barbara barbora beata beatrice beatriz begoña bella
bernadette bernice beth bethany bianca birgit birgitta birgül blanca bohdana bonnie bozena brenda
bridget brigid brigitte britta bärbel caitlin camila carla carlotta carly carmen carol carolina
caroline cassandra catalina catarina catherine cecilia celia celine cerys chantal charlotte cheryl
chiamaka chiara chidinma chloe chloé christina christine ciara claire clara claudia clémence colette
colleen concepción consuelo cordelia corinne cristina cynthia cécile dagny dana daniela danuta
daphne daria debbie deborah deepa deirdre delia delphine denise despina diana diane divya dolores
donna dora doreen doris dorota dorothea dorothy dörte ebba edith edna efua eileen eilidh elaine
eleanor elena eleni elif elina elisa elisabeth elisabetta eliza elizabeth elke ella ellen elodie
elsa elsie elvira emilia emily emine emma encarnación enid erika erin esmé esperanza esther eszter
ethel eugénie eunice eva eve evelyn ewa fadumo fanny farah farida fatiha fatima fatma fatou federica
felicity fernanda filippa fiona florence frances francesca francisca françoise frauke freya frida
funmilayo gabriela gabriele galina gaëlle gema gemma genevieve geneviève georgina gerda gertrude
gesine gillian gina ginevra giovanna gisela giulia gladys gloria grace greta grit guadalupe gudrun
gulnara gwen gwendolyn gwyneth hafsa hana hanna hannah harriet haruka hatice hattie heather hedwig
heidi heike helen helena helga helle henrietta hilary hilda hiroko hortense hélène ida ikram ilaria
ilona ilse imani imke imogen indira ines inge ingeborg ingrid inmaculada inès inés ioana irene irina
iris isabel isabella isabelle isadora ivana izabela jacinda jacinta jacqueline jadwiga jana jane
janet janice janine jaroslava jasmina jasmine jeanne jeannine jemima jennifer jenny jessica jill
joan joanna joanne jocelyne jolanta josefa josefina josephine josie joséphine jovana joyce juana
judith julia juliana julie juliette jutta kamala karen karin katarina katarzyna kate katerina
kateryna katharina katherine kathleen kathryn katja katrin kavita keiko keisha kerstin khadija
kirsten kirstie kirsty krystyna laetitia lakshmi lana larissa latoya laura lavinia leah leanne leila
lena leonora leticia lidia lieke liesbeth lila lilian liliana lilly lily linda lisa ljiljana lola
lorena loretta lorraine lotta lotte louise lucia lucie lucille lucinda lucy lucía ludmila luisa
lupita lydia lynn lyudmila léa mabel macarena madeleine maeve magda magdalena maggie maike mairead
maite malala manon manuela maren margaret margarethe margarita margaux margit margot margrit maria
mariam mariana marianne maribel marie mariko marina marion marisol marit marjorie marlene marlies
marsha marta martha martina martine mary maryam masha mathilde matilda maud maureen mavis maxine
mechthild meera megan meghan meike melanie melissa mercedes mette mia michelle mildred milena milica
minna mireille mirela miriam moira molly monica monika monique montserrat morag muriel myra mélanie
mónica nabila nadia nadine naledi nancy naoko naomi nasrin natalia natalie natasha nathalie nele
nell nellie ngozi niamh nicole nieves nigar nika nina noelia noor nora norma noémie nuria nyasha
océane odile oksana olena olga olivia oona ophelia orla ottilie ottoline padma paloma pam pamela
patricia paula paulina pauline peggy penelope penny perpetua petra petronella philippa phoebe
phyllis pilar pippa polly priscilla priya rachel radha ragnhild rajni ramona rania raquel razia
rebecca regina remedios renata renate rhiannon rhoda rita roberta rocío roisin rosa rosalind rosario
rose rosemarie rosemary roswitha rowena roxana roxanne ruth régine sabiha sabine sabrina sadia
saffron saima sakura sally salma samantha samira sandra sandrine sanna saoirse sara sarah saskia
shabana shanice sharon sheila shirin shirley shreya sian sieglinde signe sigrid silke silvana silvia
simona simone sinead siobhan sita slavica sofia sofía solange soledad solveig sonia sophia sophie
soraya stacey steffi stella steph stephanie sunita susan susana susannah susanne suzanna suzanne
svea svetlana swati sybil sylvia sylvie ségolène séverine tabitha tamara tamsin tania tanja tanya
tatiana tatjana teresa tessa tetiana thandeka thandiwe thea thelma theresa therese tiffany tilda
tina tove traudel tricia trine trudy ulla ulrike uma una ursula uta ute valentina valeria valerie
valérie vanessa vera verena veronica vesna victoire victoria vidya viktoria vilma viola violet
virginia vivian vivienne véronique waltraud wanda wangari wendy wiebke wilhelmina winifred wioletta
ximena xiomara yael yara yasmin yasmina yetunde yoko yolanda yuki yulia yumi yvonne zainab zara
zdenka zeinab zeynep zoe zofia zora zoé zsofia zuzana ángela élise élodie émilie
""".split()
)
MEN = frozenset(
    """
aaron abdi abdou abdul abdullah abdulrahman abel abraham adam adewale adil adrian ahmed aidan ajay
akio akira aksel alan alasdair alastair albert alberto alec alejandro aleksander aleksandr
alessandro alessio alexander alfie alfonso alfred algernon ali alistair allan allen alonso alphonse
alvin amadou amir amit amos anatole anatoly anders andre andreas andrei andrej andrew andriy andré
andrés angus anil ansgar anthony antoine anton antonio antónio aram archie arjun arkady armand
armando arnaud arne arnold arthur arturo aryeh ashok asif attila august augustus aurélien axel
babacar baptiste barnaby barney barry bart bashir basil bastian bastien benedict benjamin benoit
benoît bernard bernardo bernd bernhard bernie bertie bertrand bilal bill bjarne bjorn björn bjørn
bob bogdan bohdan bohumil boris brad brandon branko brendan brent brett brian brock bruce bruno
bryan bryce burkhard byron callum calvin cameron carl carlo carlos casimir cecil cedric cesar chad
charles charlie charlton chidi chinedu christian christoph christophe christopher chuck chuka ciaran
clark clement cliff clifford clint clinton clive clyde clément cody colin colm connor conor conrad
constantin cornelius craig cristian curt curtis cuthbert cyril cyrille cédric damian damien damir
daniel danilo danny dario darnell darren daryl dave david davide dawid dean declan dele demetrius
denis dennis denny derek deshawn desmond detlef devon didier diego dieter dietmar dietrich dilip
dimitri dimitris dinesh dirk dmitri dmitry dmytro domenico dominic don donal donald donovan doug
douglas dragan duncan dusan dwayne dwight dylan eamon earl earnest eberhard ed eddie edgar edgardo
edmund edoardo eduardo edward edwin egon einar elias elijah ellis emeka emil emile emilio emmanuel
emmett emre enda enrico enrique enzo erdem erhan eric erich erik ernest ernesto ernst errol eskil
esteban ethan eugene evan ezekiel ezra fabian fabien fabio fabrice faisal farhan farouk felipe felix
ferdinand fergus fernand fernando finbarr finn fletcher florian floyd francesco francis francisco
franck frank franz françois fred frederick fredrik friedrich fritz frédéric félix gabor gael gaetano
gareth gary gaspard gavin gennady geoffrey georg george georges gerald gerard gerardo gerhard gerry
gethin giacomo gianni gilbert giles gilles giorgio giorgos giovanni giulio giuseppe glenn godfrey
gonzalo gopal goran gordon graham greg gregor gregory grigory grégory guglielmo guido guillaume
guillermo gunther gus gustav gustave guy gyorgy gérard günter günther hakan hamid hamish hamza hank
hans harald hari harold harry haruki haruto hasan hassan hector heiko heinrich heinz helmut henning
henri henrik henry henryk herbert herman hermann hervé hideo hiroshi hisham horace horst howard
hubert hugh hugo humberto humphrey husain hussein huw hywel ian ibrahim ibrahima idris ignacio
ignatius igor ikechukwu imran imre ingmar ioan irving isaac isaiah isaias isamu ismael ismail istvan
ivan ivor iwan jabari jack jacob jacques jagdish jaime jake jakob jakub jalal jamal james jamie jan
jared jarvis jason javed javier jean-baptiste jean-claude jean-françois jean-luc jean-marc
jean-michel jean-paul jean-pierre jed jeff jeffrey jens jeremy jermaine jerome jerry jerzy jesús jim
jimmie jimmy joachim joaquin jock joe joel joey johan johann johannes john johnny jon jonas jonathan
jorge jorma josef joseph josh joshua josé jozef joão joël juan juha julian julien julio julius
junichi jussi justin jérémy jérôme jörg jürgen kamal kamil kareem karel karim karl kasper kazimierz
keiji keiran keith kelvin ken kenji kenneth kevin khaled khalid kieran kiril kirk klaus kofi konrad
konstantin korbinian krzysztof kunal kurt kurtis kwabena kwame kwasi kyle kévin lachlan lamine
landon lars laszlo laurence laurent lawrence leandro leif leo leon leonard leonardo leopold leopoldo
leroy leszek lewis liam linus lionel lloyd lorenzo lorne louis loïc lubomir luc luca lucas luciano
ludovic ludwig luigi luis luka lukas luke lutz léon maarten maciej mads magnus mahesh mahmoud
malachi malcolm malik mamadou manfred manoj manuel marc marcel marcelin marcin marco marcos marcus
marek mario marius mark markus marlon martin marvin masato massimo mateusz mathieu mathis mats matt
matteo matthew matthias matti mattia maurice maurizio max maxime maximilian maxwell mehdi mehmet
melvin micah michael michal michel mick mickaël miguel mihai miikka mikael mike mikhail milan milo
milos miroslav mitchell mohamed mohammed moises moritz morris muhammad murray mustafa mykola myron
nadhim naeem nathan nathaniel naveed ned neil nelson niall nicholas nick nico nicolas niels nigel
nikhil nikita nikola nikolai nikos nils noah norbert norman noël obinna oisin oladele olaf olav ole
oleg oleksandr oliver olivier olu olumide omar omari ondrej orville osama oscar osman otis otto owen
pablo padraig paolo pascal pat patrice patrick patrik paul pavel pawel pedro peer pekka per percival
percy perry perttu pete peter petr petros petter phil philip philipp philippe pierre pierre-yves
piers pieter piotr pradeep prakash pritam quentin radek radoslav rafael rafal rahul rainer raj
rajesh rakesh ralf ralph ramesh ramiro ramón randall randy raoul raphael raphaël rashid ravi raymond
raúl reginald reiner reinhard reinhold remi rene rené reuben rhys ricardo riccardo richard rick
ricky rob robert roberto roderick rodney rodolfo rodrigo rogelio roger rohan roland rolf romain
roman romano ron ronald ronnie roope rory ross roy royce rubén rudolf rufus rune rupert rupesh
russell ryan régis rémi rüdiger sachin saeed saleem salim salman salvador salvatore samir samson
samuel samuli sandeep sanjay santiago santosh satoshi scot scott seamus sean sebastian sebastián
serge sergei sergey sergi sergio seth shane shankar shaun shinzo sidney siegfried sigmund silas
silvio simeon simon sipho slobodan solomon soren stanislav stanley stavros stefan steffen stelios
stephan stephen steve steven stuart stéphane sunil suresh sven sverre sylvain sylvester sébastien
søren tadeusz tae takashi takeshi tanguy tapio tariq tarquin tauno tayo ted tendai terence terrence
terry thabo thaddeus theo theodor theodore thibault thibaut thierry thomas thorsten théo tiago tibor
tim timo timothy tobiah tobias todd todor tom tomasz tomislav tommy tomás tony torben torsten
toshiro travis trent trevor tristan trond tudor tunde tuomas tyler udo ugo ulrich umar umberto usman
uwe vaclav valdemar valentin vasil vasyl vernon victor vijay vikram viktor vilhelm vincent vincenzo
vito vittorio vivek vlad vladimir vladislav volker volodymyr waleed walter warren wayne wendell
werner wesley wiktor wilbur wilfred wilfried wilhelm will william winfried winston wojciech wolfgang
woodrow xavier yann yannick yannis yevhen yiannis yitzhak yohannes yoram youssef yuri yusuf yuto
yuval yvan yves zac zachary zack zahir zane zbigniew zdenek zeeshan zoltan zoran álvaro ángel
édouard émile éric étienne
""".split()
)
_PLAIN = {
    unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode(): name
    for name in WOMEN | MEN
}


def given_name(name: str) -> str:
    """A given name as the tables have it: of several only the first, without accents."""
    whole = name.lower()
    first = whole if whole in WOMEN or whole in MEN else whole.split("-")[0]
    plain = unicodedata.normalize("NFD", first).encode("ascii", "ignore").decode()
    return first if first in WOMEN or first in MEN else _PLAIN.get(plain, first)


def is_given_name(word: str) -> bool:
    """Whether a word is in one of the tables."""
    low = given_name(word)
    return low in WOMEN or low in MEN


def sex_of(given: str) -> bool | None:
    """Whether a given name is a woman's; None where it is of neither table."""
    low = given_name(given)
    return None if (low in WOMEN) == (low in MEN) else low in WOMEN
