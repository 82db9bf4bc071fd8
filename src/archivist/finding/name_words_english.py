"""The English words in and around names."""

from archivist.finding.name_words import NameWords, words

_TITLES = words(
    """
    mr mrs ms miss mx messrs hon honourable honorable dr prof professor sir dame lady lord rev
    reverend father brother sister pastor imam sheikh sheik ayatollah mullah rabbi bishop
    archbishop cardinal pope patriarch catholicos deacon abbot captain capt colonel col
    lieutenant lt major maj general gen admiral adm commander cmdr commodore sergeant sgt
    corporal private brigadier marshal judge justice magistrate senator sen representative rep
    congressman congresswoman councillor councilor deputy president vice-president minister
    premier chancellor secretary undersecretary secretary-general commissioner ambassador envoy
    consul governor mayor prefect chairman chairwoman chairperson chair speaker spokesman
    spokeswoman spokesperson director director-general ombudsman rapporteur prosecutor attorney
    attorney-general sheriff detective inspector superintendent king queen prince princess
    archduke emperor empress tsar tsarina czar sultan shah emir caliph duke duchess count
    countess baron baroness viscount earl marquis khan chief founder leader commissar comrade
    treasurer registrar curator editor editor-in-chief coach co-chair ceo cfo saint
    """
)
_SUBJECTS = words(
    """
    prime vice deputy first former acting chief high senior foreign interior home health defence
    defense finance justice education culture economy trade energy transport labour labor
    agriculture environment state external internal affairs human rights minorities security
    national emergency situations special general executive permanent assistant under press
    refugees religious freedom migration treasury war navy army air staff attorney lord supreme
    allied interim honorary associate regional joint religious
    """
)
_BODIES = words(
    """
    parliament senate congress assembly council court tribunal ministry government cabinet
    commission committee department office agency authority bureau directorate chancellery
    presidency treasury secretariat inspectorate police army navy guard legislature duma rada
    knesset verkhovna bundestag house judiciary prosecutor embassy consulate command militia
    forces force brigade battalion regiment division corps legion fleet squadron senate
    administration board
    """
)
_ORGANIZATIONS = words(
    """
    nations community institute institution university college school academy foundation fund
    trust association society union federation confederation league alliance party movement front
    organization organisation company corporation inc ltd llc plc corp co group bank press agency
    news times post newspaper journal review magazine gazette tribune herald chronicle
    broadcasting radio television network center centre laboratory laboratories labs observatory
    museum archive archives library gallery hospital clinic church diocese archdiocese
    patriarchate synod monastery temple mosque order club team band orchestra theatre theater
    ensemble studio studios pictures records books publishers publishing airlines airways
    railways railway motors industries enterprises holdings partners associates watch
    international amnesty crescent cross service services initiative coalition network forum
    campaign project programme program lab mission chamber guild brotherhood sisterhood salvation
    rescue relief red systems technologies systems technologies weekly guardian observer globe
    star telegraph
    """
)
_THINGS = words(
    """
    war wars battle siege treaty agreement accord accords pact act law bill amendment
    constitution convention charter declaration protocol resolution revolution uprising rebellion
    revolt crisis conflict offensive operation campaign genocide massacre massacres pogrom
    pogroms holocaust famine disaster explosion earthquake ceasefire truce armistice peace age
    era period century renaissance reformation enlightenment empire-era dynasty prize award medal
    cup championship championships games olympics tournament festival day night week month year
    season chapter section article appendix figure table volume edition part book bible quran
    koran testament wikipedia christmas easter ramadan theorem theory effect law language
    alphabet style states flight report statement question movement-era program-era inc-era
    blockade exodus convoy summit conference protests riots elections election referendum plan
    doctrine policy
    """
) - words("empire-era movement-era program-era inc-era movement campaign book books")
_PLACES = words(
    """
    street road avenue lane square boulevard bridge station airport harbour harbor port cove bay
    sea ocean lake river creek canal valley mountain mountains mount mt hill hills island islands
    isle peninsula cape coast gulf strait straits forest desert plain plateau region district
    province oblast county city town village borough municipality quarter neighbourhood
    neighborhood corridor border frontier park garden gardens building tower palace castle fort
    fortress hall hotel stadium highway route pass crossing point north south east west northern
    southern eastern western central upper lower narrows cemetery territory territories
    """
)
_OPENERS = words(
    """
    a about above according across after afterwards again against ago all almost along already
    also although always among an and another any anyone anything are around as aside at away
    back based be became because been before behind being below beneath beside besides best
    between beyond both but by can certainly clearly compared considering could critics currently
    despite did do does done due during each earlier early either else enough especially even
    eventually ever every everyone everything except far few finally first firstly following for
    former formerly four five fortunately from full further furthermore generally get given had
    half hardly has have having he hence her here hers herself him himself his historically how
    however i if in including indeed initially inside instead into is it its itself just large
    largely last lastly late later least less let like likewise little long made mainly many may
    maybe me meanwhile might mine more moreover most mostly much must my myself namely near
    nearly neither never nevertheless newly next no nobody none nonetheless nor not noting
    nothing notwithstanding now nowadays obviously of off often oh old on once one only onto
    opposite or originally other others otherwise our ours out outside over overall own
    particularly per perhaps please prior probably quite rather recent recently regarding
    regardless respectively same second secondly see several shall she should similarly since six
    so some somebody someone something sometimes soon still subsequently such ten than thanks
    that the their theirs them themselves then there thereafter therefore these they things third
    this those though three through throughout thus till to today together too toward towards two
    ultimately under unfortunately unless unlike until up upon us usually very via was we well
    were what whatever when whenever where whereas wherever whether which while who whoever whole
    whom whose why will with within without would yes yet you your yours yourself sources source
    accusations testimonies observers officials experts reports report residents witnesses
    researchers scholars historians authorities analysts people men women children civilians
    soldiers refugees feeling citation references notes see external links history background
    aftermath overview introduction contents summary abstract conclusion bibliography further
    reading isbn doi retrieved archived page pages chapter figure table note dear sincerely
    regards yours update updated read more click home menu login share subscribe comments comment
    reply ok okay hello hi don can't didn't doesn't won't i'm i've i'd i'll it's that's there's
    we're you're let's what's ah oh well yeah god lord's dad mom mum sir's said asked everyone's
    """
)
_SOFT_OPENERS = words(
    """
    best better few first five four full given good great half hundred just last late large
    little long many new next old one own second several short six small ten third three two
    young further high big open free main former far early sources source accusations testimonies
    observers officials experts reports report residents witnesses researchers scholars
    historians authorities analysts people men women children civilians soldiers refugees feeling
    citation references notes see external links history background aftermath overview
    introduction contents summary abstract conclusion bibliography reading page pages chapter
    figure table note critics dear mom dad mum update share comment comments home menu reply god
    """
)
_ACTS = words(
    """
    said says say stated states told tells wrote writes claimed claims announced announces argued
    argues reported reports denied denies declared declares insisted warned warns added adds
    noted notes explained explains believes believed called calls condemned criticized criticised
    rejected accused alleged asked refused agreed urged demanded ordered decided visited met
    signed launched attacked invaded occupied captured killed arrested led founded published
    investigated discovered requested adopted voted ruled recognised recognized supported opposed
    filed refrained has have had is was did does will would could should may might and's himself
    herself who whose became becomes thought thinks felt knew knows went came took gave made
    wanted wants tried began responded replied answered testified testifies speculated concluded
    found described describes arrived returned resigned died served sent issued received held
    appointed elected proposed promised helped worked works lived lives plans planned declined
    joined left asserts asserted maintains maintained acknowledged confirmed confirms suggests
    suggested offers offered
    """
) - words("and's")
_GIVEN = words(
    """
    aaron abdul abdullah abraham adam adolf ahmad ahmed alan albert alex alexander alexandra
    alexei alfred ali alice alison amanda amir amy ana anahit anastasia andre andrea andrei
    andrew angela ani ann anna anne anthony antonio aram arman armen arthur artur artyom ashot
    barack barbara ben benjamin bernard bill bob boris brian bruce carl carla carlos carol
    caroline catherine charles charlotte chris christian christine christopher claire clara
    claude daniel danielle david davit deborah denis dennis diana dmitri dmitry donald dorothy
    douglas edgar edward eleanor elena eli elias elizabeth ellen elmar emil emily emma emmanuel
    enver eric erich ernest eva evan evelyn fatima felix fernando fiona florence frances francis
    francois frank franklin franz fred frederick friedrich gary george gerald gerhard gilbert
    giovanni gordon grace graham greg gregory guido gustav hans harold harry hassan heinrich
    helen helena henri henry herbert hermann hillary howard hugh hugo hussein ian ibrahim igor
    ilham ilya inna irene irina isaac isabel ivan jack jacob jacques jamal james jan jane janet
    jason jean jeffrey jennifer jeremy jerry jessica jim joan joe johann john jonathan jorge jose
    josef joseph joshua juan judith julia julian julie justin karen karim karl kate katherine
    keith ken kenneth kevin khaled kim klaus konstantin larry laura lawrence leo leon leonard
    lena leonid levon lewis lilit linda lisa louis louise lucas lucy luis luke mahmoud manuel
    marc margaret maria marie mario mariam marina mark marta martha martin mary matthew maurice
    max maya mehmed mehmet michael michel michelle miguel mikhail mohamed mohammad mohammed mike
    mustafa nancy naomi narek natalia natasha nathan nicholas nick nicolas nigel nikol nikolai
    nina noah norman oleg oleksandr olga oliver olivia omar oscar osman otto patricia patrick
    paul paula pavel pedro peter petro philip pierre rachel ralph ramon raymond rebecca recep
    richard rita robert roberto robin roger roman ronald rosa ruben rudolf ruth samuel sandra
    sara sarah sergei sergey sergio serzh sevil simon sofia sophie stefan stephen stephanie steve
    steven stuart susan svetlana talaat tatiana taras teresa theodore theresa thomas tigran tim
    timothy tom tony ursula vahagn vazgen victor victoria viktor vincent virginia vitaly vladimir
    volodymyr walter wilhelm william winston yasser yuri yusuf zachary zelda
    """
)
_PEOPLES = words(
    """
    afghan african american arab arabian argentine armenian artsakhi asian assyrian australian
    austrian azerbaijani azeri bavarian belarusian belgian berliner bolivian bosnian brazilian
    british briton bulgarian canadian catholic caucasian chechen chilean chinese christian
    circassian colombian croat croatian cuban cypriot czech danish dane dutch egyptian englishman
    english estonian ethiopian european finnish finn frenchman french georgian german greek hindu
    hungarian icelandic indian indonesian iranian iraqi irish irishman islamic israeli italian
    japanese jew jewish jordanian karabakhi kazakh korean kurd kurdish kyrgyz latvian lebanese
    libyan lithuanian macedonian maltese mexican moldovan mongol mongolian moroccan moscovite
    muslim nigerian norwegian orthodox ottoman pakistani palestinian persian peruvian pole polish
    portuguese protestant roman romanian russian saudi scot scottish serb serbian shia shiite
    sikh slav slavic slovak slovenian somali soviet spaniard spanish sudanese sunni swede swedish
    swiss syrian tajik tatar turk turkish turkic turkmen tunisian ukrainian uzbek venezuelan
    vietnamese welsh western yazidi yemeni yugoslav zionist communist fascist nazi marxist
    socialist buddhist
    """
)

_CITIES = words(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico
    new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island
    south_carolina south_dakota tennessee texas utah vermont virginia wisconsin wyoming ontario
    quebec manitoba alberta saskatchewan nova_scotia new_brunswick british_columbia england
    scotland wales northern_ireland boston philadelphia san_francisco los_angeles las_vegas
    washington seattle houston dallas miami atlanta baltimore cleveland pittsburgh new_orleans
    st_louis new_york_city brooklyn manhattan queens hollywood siberia caucasus crimea balkans
    middle_east levant anatolia mesopotamia bavaria prussia catalonia flanders tuscany kurdistan
    transcaucasia cilicia hamburg munich frankfurt cologne barcelona milan naples venice florence
    geneva lyon marseille liverpool manchester birmingham glasgow edinburgh oxford cambridge
    bombay calcutta madras mumbai delhi saint_petersburg st_petersburg leningrad petrograd
    constantinople smyrna aleppo tiflis the_hague kharkiv odesa odessa lviv mariupol donetsk
    luhansk gyumri stepanakert shushi ganja sumgait nakhchivan tabriz ankara izmir adana van
    mosul basra nicosia versailles
    """
) - words("van")

ENGLISH = NameWords(
    titles=_TITLES,
    subjects=_SUBJECTS,
    organizations=_ORGANIZATIONS,
    bodies=_BODIES,
    states=words("republic kingdom empire emirate sultanate caliphate commonwealth")
    | words("principality duchy khanate dominion"),
    groups=words("people tribe tribes nation friends sons daughters brothers knights citizens")
    | words("soldiers veterans mothers workers rebels partisans families students settlers"),
    things=_THINGS,
    places=_PLACES,
    openers=_OPENERS - _SOFT_OPENERS,
    soft_openers=_SOFT_OPENERS,
    particles=words("van_der van_den von_der de_la de_los des")
    | words("de von van der den di da del della dos la le du bin ibn bint ben abu zu el al"),
    links=words("of of_the for for_the of_an de_la"),
    inner_links=words("on_the in_the on in against"),
    in_places=words("in at near into via across throughout outside inside within towards toward")
    | words("around over"),
    place_nouns=words("region district province city village town corridor border river valley")
    | words(
        "mountains area street county island peninsula coast post oblast capital suburb airport"
    ),
    acts=_ACTS,
    agents=words("by according_to"),
    ways=words("from to"),
    nobles=words("duke duchess earl count countess marquis viscount baron prince princess"),
    name_endings=words("pasha bey khan effendi efendi hanim jr sr"),
    possessors=words(
        """
        women men people children fishermen seamen firemen miners workers king queen veterans
        farmers citizens teachers writers journalists students girls boys mothers lawyers
        physicians ladies officers soldiers
        """
    ),
    renowned=words(
        """
        kremlin vatican pentagon interpol politburo reichstag wehrmacht luftwaffe gestapo
        bundestag knesset hamas hezbollah taliban nato unesco unicef unhcr osce eu un cia fbi kgb
        nkvd bbc cnn icrc opec asean comintern europol mossad stasi duma congress tass reuters
        """
    ),
    roles=words(
        """
        president minister premier chancellor secretary commissioner ambassador governor mayor
        chief director chairman chairwoman speaker spokesman spokeswoman spokesperson leader
        commander ombudsman administrator adviser advisor senator deputy member official officer
        soldier general colonel captain pilot witness survivor resident refugee prisoner doctor
        nurse surgeon teacher professor lecturer historian scholar researcher scientist analyst
        expert fellow author writer poet journalist reporter correspondent editor critic activist
        founder farmer worker driver engineer lawyer attorney judge prosecutor priest bishop
        businessman businesswoman politician diplomat envoy economist artist actor actress singer
        composer architect photographer merchant miller king queen prince princess emperor man
        woman boy girl mother father son daughter brother sister wife husband widow missionary
        imam rabbi sailor nun monk student aged head clerk dispatcher
        """
    ),
    articles=words("the of"),
    cities=_CITIES,
    plain_acronyms=words(
        """
        tv gdp gnp dna rna isbn issn doi pdf html xml css url uri http https api ssl tls cpu gpu
        ram rom usb dvd cd id ip am pm et utc gmt bc ad bce ce tnt hiv aids covid ceo cfo cto ngo
        ngos pr hr it vip faq diy lgbt lgbtq rip ok asap aka suv atm gps sms pin led lcd www php
        sql json js ui ux os i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix
        xx xxi wwi wwii ww usd eur gbp mph kmh phd ma ba msc bsc md esq jr sr vs etc ps pps nb
        tbd fyi q a r
        """
    ),
    given=_GIVEN,
    peoples=_PEOPLES,
    territories=words(
        "britain america holland burma ussr usa u.s. u.s.a. us u.k. uk uae yugoslavia"
    )
    | words("czechoslovakia soviet_union ottoman_empire great_britain prc drc gdr turkey")
    | words("russian_federation czech_republic ivory_coast macedonia palestine bosnia congo"),
)
