"""Given names that are common in English, French, German and Spanish: with one before another name
it is a person, and often known whether a woman. Left out are those of either."""

from __future__ import annotations

WOMEN = frozenset(
    """
abby abigail adele agatha agnes aisha alexandra alice alicia alison amanda amelia amy ana
anastasia andrea angela angelica anita ann anna anne annette annie antonia astrid aurora barbara
beatrice beatriz bella bernadette beth bethany birgit bonnie brenda bridget brigitte camila carla
carmen carol carolina caroline cassandra catalina catarina catherine cecilia celia celine chantal
charlotte cheryl chloe christina christine claire clara claudia colette colleen concepción
consuelo corinne cristina cynthia daniela daphne debbie deborah diana diane dolores donna dora
doris dorothy edith eileen elaine eleanor elena elisa elisabeth eliza elizabeth ella ellen elsa
emily emma erika esther ethel eva eve evelyn fatima fatma fiona florence frances francisca
françoise frida gabriela gabriele genevieve georgina gertrude gina giovanna gisela gloria grace
greta gudrun hannah hanna harriet heather heidi heike helen helena helga henrietta hilary hilda
hélène ida ilse ines inés ingrid irene iris isabel isabella isabelle ivana jacqueline jane janet
janice jasmine jeanne jennifer jenny jessica jill joan joanna joanne josefa josefina josephine
joyce juana judith julia juliana julie juliette karen karin katarina kate katharina katherine
kathleen kathryn katja katrin kirsten laura leah leila lena leonora lidia lila liliana lily linda
lisa lola lorraine lotte louise lucia lucía lucy luisa lydia lynn madeleine maggie magdalena
manuela margaret margarita margot maria marie marianne marina marion marisol marlene marta martha
martine mary mathilde matilda maud maureen megan melanie melissa mercedes mia michelle mildred
miriam molly monica monika monique montserrat muriel mónica nadia nancy naomi natalia natalie
nicole nina nora norma odile olga olivia ophelia pamela patricia paula paulina pauline petra
phoebe phyllis pilar polly priscilla rachel raquel rebecca regina renata rita rosa rosalind
rosario rose rosemary rowena ruth sabine sabrina sally samantha sandra sara sarah sharon shirley
sigrid silke silvia simone sofia sofía sonia sophia sophie stella stephanie susan susana susanne
suzanne svetlana sylvia sylvie sybil tamara tanya teresa tessa theresa therese tina ulrike ursula
ute valentina valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy
wilhelmina yasmin yolanda yvonne zoe zara priya farah leanne remedios émilie élise élodie amélie
aurélie cécile chloé clémence delphine eugénie fanny fatiha gaëlle geneviève inès jeannine
jocelyne joséphine laetitia lucie léa manon mélanie nathalie noémie océane régine sandrine
ségolène solange séverine valérie véronique zoé hana yuki tove dana gerda hedwig anja anke antje
bärbel doreen dörte elke frauke gesine grit ilona imke inge jutta kerstin maike maren margit
margrit marlies meike mechthild nele ramona renate rosemarie saskia sieglinde silvana steffi tanja
traudel uta verena waltraud wiebke almudena ángela araceli asunción begoña blanca elvira
encarnación esperanza gema guadalupe inmaculada macarena maite nieves noelia nuria paloma rocío
soledad ximena
""".split()
)
MEN = frozenset(
    """
aaron abdul abel abraham adam adrian ahmed alan albert alberto alejandro alessandro alexander
alfonso alfred ali alonso alvin amir anders andre andreas andrew andré andrés angus anthony
antoine anton antonio antónio arnold arthur arturo august augustus barry bart benedict benjamin
benoît bernard bernd bernhard bernie bill bjorn bob boris brad brendan brian bruce bruno burkhard
cameron carl carlo carlos cecil cesar charles charlie christian christoph christophe christopher
chuck clark clive colin conor conrad constantin craig curtis cyril damian damien daniel dario
darren dave david dean dele dennis derek desmond detlef didier diego dieter dietmar dirk dmitri
dmitry dominic don donald doug douglas duncan dwight earl eberhard ed eddie edgar eduardo edmund
edward edwin egon elias emil emilio emmanuel enrico enrique eric erich erik ernest ernst esteban
ethan eugene evan fabian felipe felix ferdinand fernando francesco francis francisco franck frank
franz fred frederick friedrich fritz françois félix gareth gary gavin geoffrey georg george
georges gerald gerard gerhard gianni gilbert giles giovanni giuseppe glenn gonzalo gordon graham
greg gregor gregory guido guillaume guillermo gunther gustav guy günter günther hamish hank hans
harald harold harry hector heiko heinrich heinz helmut henri henrik henry herbert herman hermann
horst howard hugh hugo humphrey ian ibrahim ignacio igor isaac isaiah ivan ivor jack jacob jacques
jaime jake james jamie jan jason javier jeff jeffrey jens jeremy jerome jerry jesús jim jimmy
joachim joe joel johan johann johannes john johnny jon jonas jonathan jorge joseph josh joshua
josé joão juan julian julien julio justin jörg jürgen karim karl keith ken kenneth kevin klaus
konrad konstantin kurt kyle lars laurence laurent lawrence leo leon leonard leonardo leopold leroy
lewis liam lionel lloyd lorenzo louis luc luca lucas ludwig luigi luis luke lukas lutz magnus
malcolm manfred manuel marc marcel marco marcos marcus mario marius mark markus martin mathieu
matteo matthew matthias maurice maurizio max maxime maximilian mehmet michael michel miguel mike
mikhail milan milo mohamed mohammed morris moritz muhammad nadhim nathan nathaniel neil nelson
nicholas nicolas niels nigel nikolai nils noah norbert norman olaf oleg oliver olivier omar oscar
otto owen pablo paolo pascal pat patrick paul pavel pedro peer per percy perry pete peter phil
philip philipp philippe pierre pieter quentin rafael raj ralf ralph ramón raoul raphael raymond
raúl reginald reiner reinhard ricardo richard rick rob robert roberto rodney rodrigo roger roland
rolf roman ron ronald rory ross roy rubén rudolf rupert russell ryan rémi rüdiger salvador samir
samuel santiago scott sean sebastian sebastián serge sergei sergio seth shaun siegfried sigmund
simon stanley stefan stephan stephen steve steven stuart sven sébastien tariq ted terence terry
theo theodor theodore thierry thomas thorsten tim timothy tobias todd tom tomás tommy tony torsten
travis trevor tristan tyler udo ulrich uwe valentin victor vijay vincent vladimir volker walter
warren werner wilfred wilhelm will william winfried wolfgang xavier yann yusuf yves zachary ángel
álvaro étienne émile éric alphonse anatole armand arnaud aurélien baptiste bastien benoit bertrand
cédric clément cyrille denis dylan édouard emile fabien fabrice florian frédéric gaspard gérard
gilles grégory gustave hervé jean-baptiste jean-claude jean-françois jean-luc jean-marc
jean-michel jean-paul jean-pierre jérôme jérémy joël kévin léon loïc ludovic marcelin mathis
mickaël noël patrice pierre-yves raphaël régis rené romain stéphane sylvain théo thibault thibaut
tanguy yannick yvan
""".split()
)
