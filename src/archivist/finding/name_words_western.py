"""The French, German and Spanish words in and around names."""

from archivist.finding.name_words import NameWords, words

FRENCH = NameWords(
    titles=words(
        """m mm mme mlle monsieur madame docteur dr professeur maître me président présidente
        ministre sénateur sénatrice député députée maire général colonel capitaine
        commandant lieutenant amiral maréchal juge roi reine prince princesse empereur duc
        comte comtesse baron évêque archevêque cardinal pape père sœur abbé ambassadeur
        ambassadrice chancelier chancelière secrétaire commissaire directeur directrice
        gouverneur préfet porte-parole"""
    ),
    subjects=words(
        "premier première vice-président général générale étrangères affaires intérieur"
    ),
    bodies=words(
        """parlement sénat assemblée conseil cour tribunal ministère gouvernement commission
        comité département direction agence police armée chambre préfecture mairie
        haut-commissariat"""
    ),
    organizations=words(
        """institut université académie fondation association société union fédération ligue
        parti mouvement front organisation nations compagnie groupe banque agence journal
        centre musée archives bibliothèque hôpital église croix-rouge médecins syndicat
        école observatoire"""
    ),
    states=words("république royaume empire fédération principauté"),
    things=words("guerre bataille traité accord loi convention déclaration révolution génocide"),
    places=words("rue avenue place boulevard pont gare aéroport mer lac rivière montagne île mont"),
    openers=words(
        """le la les l un une des du de au aux ce cet cette ces il elle ils elles on nous
        vous je tu son sa ses leur leurs notre votre mon ma mes et ou mais donc or ni car
        que qui quoi dont où si en dans sur sous pour par avec sans chez vers entre contre
        depuis pendant après avant lors selon malgré outre parmi ainsi alors aussi
        cependant toutefois pourtant enfin puis ensuite d'abord bien c'est comme quand
        lorsque puisque tout tous toute toutes plusieurs certains quelques chaque aucun
        ici là hier aujourd'hui demain déjà plus moins très trop non oui ne pas à ça cela
        celui celle ceux celles même autre autres deux trois face grâce"""
    ),
    particles=words("de du d' d’ le la des de_la"),
    links=words("de de_la du des d' d’ pour pour_la pour_le de_l' de_l’ des sans_frontières"),
    in_places=words("à en au aux dans près_de vers depuis"),
    place_nouns=words("région ville province"),
    acts=words(
        """a ont est était dit disait déclare déclaré affirme affirmait annonce annonçait
        estime explique écrit écrivait nie reconnaît dénonce assure soutient ajoute
        rappelle souligne"""
    ),
    agents=words("par selon d'après"),
    head_first=True,
    small_adjectives=(
        *("al", "ale", "aux", "ien", "ienne", "ais", "aise", "éen", "éenne", "ique", "ain", "aine"),
        *("aire", "if", "ive", "ois", "oise", "uni", "unie", "uel", "uelle", "onnel", "onnelle"),
        "suprême",
    ),
)

GERMAN = NameWords(
    titles=words(
        """herr herrn frau dr prof professor professorin präsident präsidentin
        bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister
        ministerin außenminister außenministerin innenminister verteidigungsminister
        gesundheitsminister finanzminister premierminister ministerpräsident
        ministerpräsidentin senator senatorin abgeordneter abgeordnete bürgermeister
        bürgermeisterin general oberst hauptmann leutnant admiral richter richterin könig
        königin prinz prinzessin kaiser kaiserin herzog graf gräfin freiherr baron bischof
        erzbischof kardinal papst pater botschafter botschafterin generalsekretär
        kommissar kommissarin direktor direktorin sprecher sprecherin vorsitzender
        vorsitzende"""
    ),
    bodies=words(
        """parlament bundestag bundesrat senat rat gericht gerichtshof ministerium regierung
        kommission komitee ausschuss amt behörde polizei bundeswehr armee landtag
        bundesregierung außenministerium innenministerium verfassungsgericht"""
    ),
    organizations=words(
        """institut universität hochschule akademie stiftung verein verband gesellschaft
        union bund partei bewegung front organisation gmbh ag kg bank zeitung zentrum
        museum archiv bibliothek krankenhaus kirche kreuz gewerkschaft rundfunk nationen"""
    ),
    states=words("republik königreich reich föderation bundesrepublik"),
    things=words(
        "krieg schlacht vertrag abkommen gesetz konvention erklärung revolution völkermord"
    ),
    places=words("straße platz brücke bahnhof flughafen meer see fluss gebirge insel berg"),
    openers=words(
        """der die das den dem des ein eine einen einem einer eines und oder aber denn
        sondern doch er sie es wir ihr ich du man sein seine ihre unser mein dein dieser
        diese dieses diesen jener in im an am auf aus bei beim mit nach von vom zu zum zur
        für über unter vor hinter neben zwischen durch gegen ohne um bis seit während
        wegen trotz laut als wenn weil dass ob wie was wer wo wann warum auch nur noch
        schon sehr so dann da dort hier heute gestern morgen nun jetzt nicht kein keine
        alle viele einige mehrere beide andere jeder jede jedes zwei drei vier"""
    ),
    particles=words("von van der zu vom zur de"),
    links=words("der des für von vom für_das für_die und"),
    in_places=words("in aus nach bei"),
    acts=words("sagte sagt erklärte erklärt hat hatte ist war wird wurde schrieb betonte teilte"),
    agents=words("von durch laut"),
    capital_nouns=True,
)

SPANISH = NameWords(
    titles=words(
        """sr sra srta señor señora don doña dr dra doctor doctora profesor profesora
        presidente presidenta ministro ministra senador senadora diputado diputada alcalde
        alcaldesa general coronel capitán comandante teniente almirante juez jueza rey
        reina príncipe princesa emperador duque conde obispo arzobispo cardenal papa padre
        embajador embajadora canciller secretario secretaria comisario comisaria director
        directora gobernador gobernadora portavoz"""
    ),
    subjects=words("primer primera general exteriores relaciones asuntos interior salud"),
    bodies=words(
        """parlamento senado asamblea consejo corte tribunal ministerio gobierno comisión comité
        departamento agencia policía ejército cámara fiscalía ayuntamiento congreso"""
    ),
    organizations=words(
        """instituto universidad academia fundación asociación sociedad unión federación liga
        partido movimiento frente organización naciones compañía grupo banco agencia
        diario centro museo archivo biblioteca hospital iglesia cruz sindicato escuela"""
    ),
    states=words("república reino imperio federación principado"),
    things=words("guerra batalla tratado acuerdo ley convención declaración revolución genocidio"),
    places=words("calle avenida plaza puente estación aeropuerto mar lago río montaña isla monte"),
    openers=words(
        """el la los las lo un una unos unas de del al a y e o u pero sino que quien cual
        cuyo donde cuando como si en con sin por para según sobre bajo ante tras entre
        hasta hacia desde durante él ella ellos ellas yo tú nosotros usted ustedes su sus
        mi mis tu nuestro este esta estos estas ese esa esos esas aquel aquella esto eso
        también además sin embargo aunque así entonces luego después antes hoy ayer ya no
        sí más menos muy todo todos toda todas algunos varios cada otro otra otros otras
        dos tres mientras"""
    ),
    particles=words("de del de_la de_los la y"),
    links=words("de de_la de_las de_los del para para_la para_el"),
    in_places=words("en desde hacia"),
    acts=words(
        "dijo dice afirmó afirma declaró anunció ha había es fue negó aseguró escribió señaló"
    ),
    agents=words("por según"),
    head_first=True,
    small_adjectives=("al", "ales", "ano", "ana", "eo", "ea", "ico", "ica", "és", "esa", "ense"),
)
