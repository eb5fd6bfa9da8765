"""What Unicode CLDR calls states and cities in English, German, French and Spanish, in this
order, where these differ. Made by requirements/cldr.py."""

CLDR_PLACES = """
Abidjan / Abidjan / Abidjan / Abiyán
Accra / Accra / Accra / Acra
Addis Ababa / Addis Abeba / Addis-Abeba / Adís Abeba
Adelaide / Adelaide / Adélaïde / Adelaida
Aden / Aden / Aden / Adén
Afghanistan / Afghanistan / Afghanistan / Afganistán
Africa / Afrika / Afrique / África
Albania / Albanien / Albanie / Albania
Algeria / Algerien / Algérie / Argelia
Algiers / Algier / Alger / Argel
Almaty / Almaty / Alma Ata / Almaty
American Samoa / Amerikanisch-Samoa / Samoa américaines / Samoa Americana
Americas / Amerika / Amériques / América
Amman / Amman / Amman / Ammán
Amsterdam / Amsterdam / Amsterdam / Ámsterdam
Anadyr / Anadyr / Anadyr / Anádyr
Andorra / Andorra / Andorre / Andorra
Anguilla / Anguilla / Anguilla / Anguila
Antarctica / Antarktis / Antarctique / Antártida
Antigua and Barbuda / Antigua und Barbuda / Antigua-et-Barbuda / Antigua y Barbuda
Aqtau / Aqtau / Aktaou / Aktau
Aqtobe / Aktobe / Aktioubinsk / Aktobe
Araguaina / Araguaina / Araguaína / Araguaína
Argentina / Argentinien / Argentine / Argentina
Armenia / Armenien / Arménie / Armenia
Ascension Island / Ascension / Île de l’Ascension / Isla de la Ascensión
Ashgabat / Aşgabat / Achgabat / Asjabad
Asia / Asien / Asie / Asia
Astrakhan / Astrachan / Astrakhan / Astracán
Athens / Athen / Athènes / Atenas
Atyrau / Atyrau / Atyraou / Atyrau
Australasia / Australasien / Australasie / Australasia
Australia / Australien / Australie / Australia
Austria / Österreich / Autriche / Austria
Azerbaijan / Aserbaidschan / Azerbaïdjan / Azerbaiyán
Azores / Azoren / Açores / Azores
Baghdad / Bagdad / Bagdad / Bagdad
Bahia / Bahia / Bahia / Bahía
Bahrain / Bahrain / Bahreïn / Baréin
Bahía de Banderas / Bahia Banderas / Bahia de Banderas / Bahía de Banderas
Baku / Baku / Bakou / Bakú
Bangladesh / Bangladesch / Bangladesh / Bangladés
Barbados / Barbados / Barbade / Barbados
Barbados / Barbados / La Barbade / Barbados
Barnaul / Barnaul / Barnaul / Barnaúl
Beirut / Beirut / Beyrouth / Beirut
Belarus / Belarus / Biélorussie / Bielorrusia
Belem / Belem / Belém / Belén
Belgium / Belgien / Belgique / Bélgica
Belgrade / Belgrad / Belgrade / Belgrado
Belize / Belize / Belize / Belice
Benin / Benin / Bénin / Benín
Berlin / Berlin / Berlin / Berlín
Bermuda / Bermuda / Bermudes / Bermudas
Bhutan / Bhutan / Bhoutan / Bután
Bishkek / Bischkek / Bichkek / Bishkek
Bissau / Bissau / Bissau / Bisáu
Bogota / Bogotá / Bogota / Bogotá
Bolivia / Bolivien / Bolivie / Bolivia
Bosnia and Herzegovina / Bosnien und Herzegowina / Bosnie-Herzégovine / Bosnia y Herzegovina
Botswana / Botsuana / Botswana / Botsuana
Bouvet Island / Bouvetinsel / Île Bouvet / Isla Bouvet
Brazil / Brasilien / Brésil / Brasil
Brunei / Brunei Darussalam / Brunei / Brunéi
Brussels / Brüssel / Bruxelles / Bruselas
Bucharest / Bukarest / Bucarest / Bucarest
Bulgaria / Bulgarien / Bulgarie / Bulgaria
Busingen / Büsingen / Büsingen / Busingen
Cairo / Kairo / Le Caire / El Cairo
Cambodia / Kambodscha / Cambodge / Camboya
Cameroon / Kamerun / Cameroun / Camerún
Canada / Kanada / Canada / Canadá
Canary / Kanaren / Îles Canaries / Canarias
Canary Islands / Kanarische Inseln / Îles Canaries / Canarias
Cape Verde / Cabo Verde / Cap-Vert / Cabo Verde
Caribbean / Karibik / Caraïbes / Caribe
Caribbean Netherlands / Karibische Niederlande / Pays-Bas caribéens / Caribe neerlandés
Cayenne / Cayenne / Cayenne / Cayena
Cayman / Kaimaninseln / Caïmans / Caimán
Cayman Islands / Kaimaninseln / Îles Caïmans / Islas Caimán
Central America / Mittelamerika / Amérique centrale / Centroamérica
Central Asia / Zentralasien / Asie centrale / Asia central
Ceuta and Melilla / Ceuta und Melilla / Ceuta et Melilla / Ceuta y Melilla
Chad / Tschad / Tchad / Chad
Chile / Chile / Chili / Chile
China / China / Chine / China
Chisinau / Chisinau / Chisinau / Chisináu
Chita / Tschita / Tchita / Chitá
Christmas Island / Weihnachtsinsel / Christmas / Navidad
Christmas Island / Weihnachtsinsel / Île Christmas / Isla de Navidad
Clipperton Island / Clipperton-Insel / Île Clipperton / Isla Clipperton
Colombia / Kolumbien / Colombie / Colombia
Comoro / Komoren / Comores / Comoras
Comoros / Komoren / Comores / Comoras
Conakry / Conakry / Conakry / Conakri
Congo - Brazzaville / Kongo-Brazzaville / Congo-Brazzaville / Congo
Congo - Kinshasa / Kongo-Kinshasa / Congo-Kinshasa / República Democrática del Congo
Cook Islands / Cookinseln / Îles Cook / Islas Cook
Copenhagen / Kopenhagen / Copenhague / Copenhague
Cordoba / Córdoba / Córdoba / Córdoba
Croatia / Kroatien / Croatie / Croacia
Cuba / Kuba / Cuba / Cuba
Cuiaba / Cuiaba / Cuiabá / Cuiabá
Curaçao / Curaçao / Curaçao / Curazao
Cyprus / Zypern / Chypre / Chipre
Czechia / Tschechien / Tchéquie / Chequia
Damascus / Damaskus / Damas / Damasco
Dar es Salaam / Daressalam / Dar es Salaam / Dar es-Salam
Denmark / Dänemark / Danemark / Dinamarca
Detroit / Detroit / Détroit / Detroit
Dhaka / Dhaka / Dhaka / Daca
Diego Garcia / Diego Garcia / Diego Garcia / Diego García
Djibouti / Dschibuti / Djibouti / Yibuti
Dominica / Dominica / Dominique / Dominica
Dominican Republic / Dominikanische Republik / République dominicaine / República Dominicana
Douala / Douala / Douala / Duala
Dubai / Dubai / Dubaï / Dubái
Dublin / Dublin / Dublin / Dublín
Dushanbe / Duschanbe / Douchanbé / Dusambé
Easter Island / Osterinsel / Île de Pâques / Isla de Pascua
Eastern Africa / Ostafrika / Afrique orientale / África oriental
Eastern Asia / Ostasien / Asie de l’Est / Asia oriental
Eastern Europe / Osteuropa / Europe de l’Est / Europa oriental
Ecuador / Ecuador / Équateur / Ecuador
Efate / Efate / Éfaté / Efate
Egypt / Ägypten / Égypte / Egipto
Eirunepe / Eirunepe / Eirunepé / Eirunepé
El Aaiun / El Aaiún / Laâyoune / El Aaiún
El Salvador / El Salvador / Salvador / El Salvador
Equatorial Guinea / Äquatorialguinea / Guinée équatoriale / Guinea Ecuatorial
Eritrea / Eritrea / Érythrée / Eritrea
Estonia / Estland / Estonie / Estonia
Eswatini / Eswatini / Eswatini / Esuatini
Ethiopia / Äthiopien / Éthiopie / Etiopía
Europe / Europa / Europe / Europa
European Union / Europäische Union / Union européenne / Unión Europea
Eurozone / Eurozone / zone euro / zona del euro
Falkland Islands / Falklandinseln / Îles Malouines / Islas Malvinas
Famagusta / Famagusta / Famagouste / Famagusta
Faroe / Färöer / Îles Féroé / Islas Feroe
Faroe Islands / Färöer / Îles Féroé / Islas Feroe
Fiji / Fidschi / Fidji / Fiyi
Finland / Finnland / Finlande / Finlandia
France / Frankreich / France / Francia
French Guiana / Französisch-Guayana / Guyane française / Guayana Francesa
French Polynesia / Französisch-Polynesien / Polynésie française / Polinesia Francesa
Gabon / Gabun / Gabon / Gabón
Galapagos / Galapagos / Galápagos / Galápagos
Gambia / Gambia / Gambie / Gambia
Georgia / Georgien / Géorgie / Georgia
Germany / Deutschland / Allemagne / Alemania
Grand Turk / Grand Turk / Grand Turk / Gran Turca
Greece / Griechenland / Grèce / Grecia
Greenland / Grönland / Groenland / Groenlandia
Grenada / Grenada / Grenade / Granada
Guadeloupe / Guadeloupe / Guadeloupe / Guadalupe
Guernsey / Guernsey / Guernesey / Guernesey
Guinea / Guinea / Guinée / Guinea
Guinea-Bissau / Guinea-Bissau / Guinée-Bissau / Guinea-Bisáu
Haiti / Haiti / Haïti / Haití
Havana / Havanna / La Havane / La Habana
Hebron / Hebron / Hébron / Hebrón
Ho Chi Minh City / Ho-Chi-Minh-Stadt / Hô-Chi-Minh-Ville / Ciudad Ho Chi Minh
Hong Kong / Hongkong / Hong Kong / Hong Kong
Honolulu / Honolulu / Honolulu / Honolulú
Hovd / Chowd / Hovd / Hovd
Hungary / Ungarn / Hongrie / Hungría
Iceland / Island / Islande / Islandia
India / Indien / Inde / India
Indianapolis / Indianapolis / Indianapolis / Indianápolis
Indonesia / Indonesien / Indonésie / Indonesia
Iran / Iran / Iran / Irán
Iraq / Irak / Irak / Irak
Ireland / Irland / Irlande / Irlanda
Irkutsk / Irkutsk / Irkoutsk / Irkutsk
Isle of Man / Isle of Man / Île de Man / Isla de Man
Israel / Israel / Israël / Israel
Istanbul / Istanbul / Istanbul / Estambul
Italy / Italien / Italie / Italia
Jakarta / Jakarta / Jakarta / Yakarta
Jamaica / Jamaika / Jamaïque / Jamaica
Japan / Japan / Japon / Japón
Jerusalem / Jerusalem / Jérusalem / Jerusalén
Johannesburg / Johannesburg / Johannesburg / Johannesburgo
Jordan / Jordanien / Jordanie / Jordania
Kabul / Kabul / Kaboul / Kabul
Kaliningrad / Kaliningrad / Kaliningrad / Kaliningrado
Kamchatka / Kamtschatka / Kamtchatka / Kamchatka
Kanton / Kanton / Canton / Kanton
Karachi / Karatschi / Karachi / Karachi
Kathmandu / Kathmandu / Katmandou / Katmandú
Kazakhstan / Kasachstan / Kazakhstan / Kazajistán
Kenya / Kenia / Kenya / Kenia
Khandyga / Chandyga / Khandyga / Khandiga
Khartoum / Khartum / Khartoum / Jartum
Kirov / Kirow / Kirov / Kírov
Kolkata / Kalkutta / Calcutta / Calcuta
Kostanay / Qostanai / Kostanaï / Kostanái
Krasnoyarsk / Krasnojarsk / Krasnoïarsk / Krasnoyarsk
Kuwait / Kuwait / Koweït / Kuwait
Kyiv / Kiew / Kiev / Kiev
Kyrgyzstan / Kirgisistan / Kirghizstan / Kirguistán
Latin America / Lateinamerika / Amérique latine / Latinoamérica
Latvia / Lettland / Lettonie / Letonia
Lebanon / Libanon / Liban / Líbano
Lesotho / Lesotho / Lesotho / Lesoto
Libya / Libyen / Libye / Libia
Lisbon / Lissabon / Lisbonne / Lisboa
Lithuania / Litauen / Lituanie / Lituania
Ljubljana / Ljubljana / Ljubljana / Liubliana
Lome / Lomé / Lomé / Lomé
London / London / Londres / Londres
Los Angeles / Los Angeles / Los Angeles / Los Ángeles
Luxembourg / Luxemburg / Luxembourg / Luxemburgo
Macao / Macau / Macao / Macao
Maceio / Maceio / Maceió / Maceió
Madagascar / Madagaskar / Madagascar / Madagascar
Madeira / Madeira / Madère / Madeira
Magadan / Magadan / Magadan / Magadán
Mahe / Mahe / Mahé / Mahé
Makassar / Makassar / Macassar / Makasar
Malawi / Malawi / Malawi / Malaui
Malaysia / Malaysia / Malaisie / Malasia
Maldives / Malediven / Maldives / Maldivas
Malta / Malta / Malte / Malta
Manaus / Manaus / Manaos / Manaos
Manila / Manila / Manille / Manila
Marquesas / Marquesas / Marquises / Marquesas
Marshall Islands / Marshallinseln / Îles Marshall / Islas Marshall
Martinique / Martinique / Martinique / Martinica
Mauritania / Mauretanien / Mauritanie / Mauritania
Mauritius / Mauritius / Maurice / Mauricio
Mazatlan / Mazatlan / Mazatlán / Mazatlán
Melanesia / Melanesien / Mélanésie / Melanesia
Mexico / Mexiko / Mexique / México
Mexico City / Mexiko-Stadt / Mexico / Ciudad de México
Micronesia / Mikronesien / Micronésie / Micronesia
Micronesian Region / Mikronesisches Inselgebiet / région micronésienne / Región de Micronesia
Middle Africa / Zentralafrika / Afrique centrale / África central
Miquelon / Miquelon / Miquelon / Miquelón
Mogadishu / Mogadischu / Mogadiscio / Mogadiscio
Moldova / Republik Moldau / Moldavie / Moldavia
Monaco / Monaco / Monaco / Mónaco
Mongolia / Mongolei / Mongolie / Mongolia
Montenegro / Montenegro / Monténégro / Montenegro
Morocco / Marokko / Maroc / Marruecos
Moscow / Moskau / Moscou / Moscú
Mozambique / Mosambik / Mozambique / Mozambique
Muscat / Maskat / Mascate / Mascate
Mérida / Merida / Mérida / Mérida
Namibia / Namibia / Namibie / Namibia
Ndjamena / N’Djamena / N’Djamena / Yamena
Nepal / Nepal / Népal / Nepal
Netherlands / Niederlande / Pays-Bas / Países Bajos
New Caledonia / Neukaledonien / Nouvelle-Calédonie / Nueva Caledonia
New York / New York / New York / Nueva York
New Zealand / Neuseeland / Nouvelle-Zélande / Nueva Zelanda
Nicosia / Nikosia / Nicosie / Nicosia
Niger / Niger / Niger / Níger
Norfolk Island / Norfolkinsel / Île Norfolk / Isla Norfolk
North America / Nordamerika / Amérique du Nord / América del Norte
North Korea / Nordkorea / Corée du Nord / Corea del Norte
North Macedonia / Nordmazedonien / Macédoine du Nord / Macedonia del Norte
Northern Africa / Nordafrika / Afrique septentrionale / África septentrional
Northern America / Nördliches Amerika / Amérique septentrionale / Norteamérica
Northern Europe / Nordeuropa / Europe du Nord / Europa septentrional
Northern Mariana Islands / Nördliche Marianen / Îles Mariannes du Nord / Islas Marianas del Norte
Norway / Norwegen / Norvège / Noruega
Nouakchott / Nouakchott / Nouakchott / Nuakchot
Noumea / Noumea / Nouméa / Numea
Novokuznetsk / Nowokuznetsk / Novokuznetsk / Novokuznetsk
Novosibirsk / Nowosibirsk / Novossibirsk / Novosibirsk
Oceania / Ozeanien / Océanie / Oceanía
Oman / Oman / Oman / Omán
Oral / Oral / Ouralsk / Oral
Ouagadougou / Ouagadougou / Ouagadougou / Uagadugú
Pakistan / Pakistan / Pakistan / Pakistán
Palau / Palau / Palaos / Palaos
Panama / Panama / Panama / Panamá
Papua New Guinea / Papua-Neuguinea / Papouasie-Nouvelle-Guinée / Papúa Nueva Guinea
Paris / Paris / Paris / París
Peru / Peru / Pérou / Perú
Philippines / Philippinen / Philippines / Filipinas
Pitcairn Islands / Pitcairninseln / Îles Pitcairn / Islas Pitcairn
Poland / Polen / Pologne / Polonia
Polynesia / Polynesien / Polynésie / Polinesia
Port of Spain / Port of Spain / Port-d’Espagne / Puerto España
Port-au-Prince / Port-au-Prince / Port-au-Prince / Puerto Príncipe
Porto-Novo / Porto Novo / Porto-Novo / Portonovo
Prague / Prag / Prague / Praga
Pseudo-Accents / Pseudo-Akzente / pseudo-accents / Pseudoacentos
Pseudo-Bidi / Pseudo-Bidi / pseudo-bidi / Pseudobidi
Puerto Rico / Puerto Rico / Porto Rico / Puerto Rico
Pyongyang / Pjöngjang / Pyongyang / Pyongyang
Qatar / Katar / Qatar / Catar
Qyzylorda / Qysylorda / Kzyl Orda / Kyzylorda
Reykjavik / Reykjavík / Reykjavik / Reikiavik
Rio Branco / Rio Branco / Rio Branco / Río Branco
Rio Gallegos / Rio Gallegos / Río Gallegos / Río Gallegos
Riyadh / Riad / Riyad / Riad
Romania / Rumänien / Roumanie / Rumanía
Rome / Rom / Rome / Roma
Russia / Russland / Russie / Rusia
Rwanda / Ruanda / Rwanda / Ruanda
Réunion / Réunion / La Réunion / Reunión
Saipan / Saipan / Saipan / Saipán
Sakhalin / Sachalin / Sakhaline / Sajalín
Samarkand / Samarkand / Samarcande / Samarcanda
San Marino / San Marino / Saint-Marin / San Marino
Santarem / Santarem / Santarém / Santarém
Santiago / Santiago / Santiago / Santiago de Chile
Santo Domingo / Santo Domingo / Saint-Domingue / Santo Domingo
Sao Paulo / São Paulo / São Paulo / São Paulo
Saratov / Saratow / Saratov / Sarátov
Saudi Arabia / Saudi-Arabien / Arabie saoudite / Arabia Saudí
Senegal / Senegal / Sénégal / Senegal
Seoul / Seoul / Séoul / Seúl
Serbia / Serbien / Serbie / Serbia
Seychelles / Seychellen / Seychelles / Seychelles
Shanghai / Shanghai / Shanghai / Shanghái
Sierra Leone / Sierra Leone / Sierra Leone / Sierra Leona
Simferopol / Simferopol / Simferopol / Simferópol
Singapore / Singapur / Singapour / Singapur
Skopje / Skopje / Skopje / Skopie
Slovakia / Slowakei / Slovaquie / Eslovaquia
Slovenia / Slowenien / Slovénie / Eslovenia
Sofia / Sofia / Sofia / Sofía
Solomon Islands / Salomonen / Îles Salomon / Islas Salomón
Somalia / Somalia / Somalie / Somalia
South Africa / Südafrika / Afrique du Sud / Sudáfrica
South America / Südamerika / Amérique du Sud / Sudamérica
South Georgia / Südgeorgien / Géorgie du Sud / Georgia del Sur
South Korea / Südkorea / Corée du Sud / Corea del Sur
South Sudan / Südsudan / Soudan du Sud / Sudán del Sur
Southeast Asia / Südostasien / Asie du Sud-Est / Sudeste asiático
Southern Africa / Südliches Afrika / Afrique australe / África meridional
Southern Asia / Südasien / Asie du Sud / Asia meridional
Southern Europe / Südeuropa / Europe du Sud / Europa meridional
Spain / Spanien / Espagne / España
Srednekolymsk / Srednekolymsk / Srednekolymsk / Srednekolimsk
St. Barthélemy / Saint-Barthélemy / Saint-Barthélemy / San Bartolomé
St. Barthélemy / St. Barthélemy / Saint-Barthélemy / San Bartolomé
St. Helena / St. Helena / Sainte-Hélène / Santa Elena
St. John’s / St. John’s / Saint-Jean de Terre-Neuve / San Juan de Terranova
St. Kitts / St. Kitts / Saint-Christophe / San Cristóbal
St. Kitts and Nevis / St. Kitts und Nevis / Saint-Christophe-et-Niévès / San Cristóbal y Nieves
St. Lucia / St. Lucia / Sainte-Lucie / Santa Lucía
St. Martin / St. Martin / Saint-Martin / San Martín
St. Pierre and Miquelon / St. Pierre und Miquelon / Saint-Pierre-et-Miquelon / San Pedro y Miquelón
St. Thomas / St. Thomas / Saint-Thomas / St. Thomas
St. Vincent / St. Vincent / Saint-Vincent / San Vicente
Stockholm / Stockholm / Stockholm / Estocolmo
Sub-Saharan Africa / Subsahara-Afrika / Afrique subsaharienne / África subsahariana
Sudan / Sudan / Soudan / Sudán
Suriname / Suriname / Suriname / Surinam
Svalbard and Jan Mayen / Spitzbergen und Jan Mayen / Svalbard et Jan Mayen / Svalbard y Jan Mayen
Sweden / Schweden / Suède / Suecia
Switzerland / Schweiz / Suisse / Suiza
Sydney / Sydney / Sydney / Sídney
Syowa / Syowa / Showa / Syowa
Syria / Syrien / Syrie / Siria
São Tomé / São Tomé / São Tomé / Santo Tomé
São Tomé and Príncipe / São Tomé und Príncipe / Sao Tomé-et-Principe / Santo Tomé y Príncipe
Tahiti / Tahiti / Tahiti / Tahití
Taipei / Taipeh / Taipei / Taipéi
Taiwan / Taiwan / Taïwan / Taiwán
Tajikistan / Tadschikistan / Tadjikistan / Tayikistán
Tallinn / Tallinn / Tallinn / Tallin
Tanzania / Tansania / Tanzanie / Tanzania
Tashkent / Taschkent / Tachkent / Taskent
Tbilisi / Tiflis / Tbilissi / Tiflis
Tehran / Teheran / Téhéran / Teherán
Thailand / Thailand / Thaïlande / Tailandia
Thimphu / Thimphu / Thimphu / Timbu
Thule / Thule / Thulé / Thule
Timor-Leste / Timor-Leste / Timor oriental / Timor-Leste
Tirane / Tirana / Tirana / Tirana
Tokyo / Tokio / Tokyo / Tokio
Tortola / Tortola / Tortola / Tórtola
Trinidad and Tobago / Trinidad und Tobago / Trinité-et-Tobago / Trinidad y Tobago
Tristan da Cunha / Tristan da Cunha / Tristan da Cunha / Tristán de Acuña
Tucuman / Tucuman / Tucumán / Tucumán
Tunis / Tunis / Tunis / Túnez
Tunisia / Tunesien / Tunisie / Túnez
Turkmenistan / Turkmenistan / Turkménistan / Turkmenistán
Turks and Caicos Islands / Turks- und Caicosinseln / Îles Turques-et-Caïques / Islas Turcas y Caicos
Türkiye / Türkei / Turquie / Turquía
Uganda / Uganda / Ouganda / Uganda
Ukraine / Ukraine / Ukraine / Ucrania
Ulaanbaatar / Ulaanbaatar / Oulan-Bator / Ulán Bator
Ulyanovsk / Uljanowsk / Oulianovsk / Uliánovsk
United Arab Emirates / Vereinigte Arabische Emirate / Émirats arabes unis / Emiratos Árabes Unidos
United Kingdom / Vereinigtes Königreich / Royaume-Uni / Reino Unido
United Nations / Vereinte Nationen / Nations Unies / Naciones Unidas
United States / Vereinigte Staaten / États-Unis / Estados Unidos
Urumqi / Ürümqi / Ürümqi / Ürümqi
Ushuaia / Ushuaia / Ushuaïa / Ushuaia
Uzbekistan / Usbekistan / Ouzbékistan / Uzbekistán
Vatican / Vatikan / Le Vatican / El Vaticano
Vatican City / Vatikanstadt / État de la Cité du Vatican / Ciudad del Vaticano
Vienna / Wien / Vienne / Viena
Vientiane / Vientiane / Vientiane / Vientián
Vietnam / Vietnam / Viêt Nam / Vietnam
Vilnius / Vilnius / Vilnius / Vilna
Vladivostok / Wladiwostok / Vladivostok / Vladivostok
Volgograd / Wolgograd / Volgograd / Volgogrado
Vostok / Wostok / Vostok / Vostok
Wallis and Futuna / Wallis und Futuna / Wallis-et-Futuna / Wallis y Futuna
Warsaw / Warschau / Varsovie / Varsovia
Western Africa / Westafrika / Afrique occidentale / África occidental
Western Asia / Westasien / Asie de l’Ouest / Asia occidental
Western Europe / Westeuropa / Europe de l’Ouest / Europa occidental
Western Sahara / Westsahara / Sahara occidental / Sáhara Occidental
Yakutsk / Jakutsk / Iakoutsk / Yakutsk
Yekaterinburg / Jekaterinburg / Ekaterinbourg / Ekaterimburgo
Yemen / Jemen / Yémen / Yemen
Yerevan / Eriwan / Erevan / Ereván
Zambia / Sambia / Zambie / Zambia
Zimbabwe / Simbabwe / Zimbabwe / Zimbabue
Zurich / Zürich / Zurich / Zúrich
Åland Islands / Ålandinseln / Îles Åland / Islas Aland
"""
