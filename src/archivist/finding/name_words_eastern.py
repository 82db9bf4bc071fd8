"""The Russian, Ukrainian, Armenian, Turkish, Azerbaijani and Arabic words in and around names."""

from archivist.finding.name_words import NameWords, words

RUSSIAN = NameWords(
    titles=words(
        """господин госпожа г-н г-жа доктор профессор академик президент президента
        президенту президентом премьер-министр премьер-министра премьер министр министра
        министру министром сенатор сенатора депутат депутата губернатор губернатора мэр
        мэра генерал генерала полковник полковника майор капитан лейтенант адмирал маршал
        маршала судья король короля королева царь царя царица князь князя император
        императора императрица патриарх патриарха митрополит епископ архиепископ папа
        посол посла канцлер канцлера секретарь генсек комиссар директор глава председатель
        председателя командующий товарищ граф графа граф барон султан шах хан"""
    ),
    bodies=words(
        """парламент сенат совет суд министерство правительство комиссия комитет департамент
        управление агентство полиция армия дума собрание прокуратура мид минобороны
        кабинет верховный государственная фронт дивизия бригада полк"""
    ),
    organizations=words(
        """институт университет академия фонд ассоциация общество союз федерация лига партия
        движение нации организация компания группа банк газета журнал центр музей архив
        библиотека больница церковь красный крест красного креста профсоюз школа"""
    ),
    territories=words("сша ссср россия великобритания соединённые_штаты"),
    states=words("республика королевство империя федерация ханство султанат"),
    things=words("война битва договор соглашение закон конвенция декларация революция геноцид"),
    places=words("улица проспект площадь мост вокзал аэропорт море озеро река гора остров область"),
    openers=words(
        """позже ранее сразу вскоре наконец например особенно почти возможно конечно лишь
        именно в во на и а но или да ни не что как это этот эта эти тот та те он она оно
        они мы вы я ты его её ее их наш ваш мой свой с со из от до по за к ко о об у при
        для без под над между через после перед во-первых также тоже однако поэтому затем
        потом тогда теперь сейчас сегодня вчера если когда где куда почему хотя чтобы все
        всё весь вся каждый некоторые многие несколько один два три первый второй третий
        согласно кроме ещё уже только даже так там тут здесь"""
    ),
    links=words("по по_делам и"),
    in_places=words("в во на из под около через близ"),
    ways=words("от до к"),
    acts=words(
        """сказал сказала заявил заявила заявили сообщил сообщила сообщили отметил отметила
        подчеркнул объявил объявила отверг отрицал назвал назвала был была считает считал
        написал рассказал"""
    ),
    head_first=True,
    capital_adjectives=("ый", "ий", "ой", "ая", "ое", "ого", "его", "ому", "ему", "ым", "им", "ую"),
    subjects=words(
        """обороны иностранных внутренних дел здравоохранения юстиции финансов культуры
        образования науки экономики безопасности чрезвычайных ситуаций энергетики
        транспорта труда сельского хозяйства правам человека штаба"""
    ),
)

UKRAINIAN = NameWords(
    titles=words(
        """пан пані доктор професор академік президент президента прем'єр-міністр
        прем’єр-міністр прем'єр міністр міністра сенатор депутат депутата губернатор мер
        мера генерал генерала полковник полковника майор капітан лейтенант адмірал маршал
        маршала суддя король короля королева цар царя князь князя імператор імператора
        патріарх митрополит єпископ архієпископ папа посол посла канцлер секретар комісар
        директор голова голови очільник граф гетьман отаман султан хан сотник"""
    ),
    bodies=words(
        """парламент сенат рада суд міністерство уряд комісія комітет департамент управління
        агентство поліція армія збори прокуратура мзс кабінет верховна державна фронт
        дивізія бригада полк"""
    ),
    organizations=words(
        """інститут університет академія фонд асоціація товариство спілка союз федерація ліга
        партія рух нації організація компанія група банк газета журнал центр музей архів
        бібліотека лікарня церква червоний хрест профспілка школа"""
    ),
    territories=words("сша срср росія великобританія сполучені_штати"),
    states=words("республіка королівство імперія федерація ханство гетьманщина султанат"),
    things=words("війна битва договір угода закон конвенція декларація революція геноцид"),
    places=words("вулиця проспект площа міст вокзал аеропорт море озеро річка гора острів область"),
    openers=words(
        """в у на і й та а але або чи не що як це цей ця ці той та ті він вона воно вони ми
        ви я ти його її їх наш ваш мій свій з із зі від до по за к о об при для без під
        над між через після перед також теж однак проте тому потім тоді тепер зараз
        сьогодні вчора якщо коли де куди чому хоча щоб все весь вся кожен деякі багато
        кілька один два три перший другий третій згідно крім ще вже лише навіть так там
        тут уже під час протягом внаслідок"""
    ),
    links=words("з з_питань та і"),
    in_places=words("в у на із з під біля через поблизу"),
    ways=words("від до"),
    acts=words(
        """сказав сказала заявив заявила заявили повідомив повідомила повідомили зазначив
        підкреслив оголосив оголосила заперечив назвав назвала був була вважає вважав
        написав розповів"""
    ),
    head_first=True,
    capital_adjectives=("ий", "ій", "а", "е", "ого", "ому", "им", "ої", "ою", "у"),
    subjects=words(
        """оборони закордонних внутрішніх справ здоров'я юстиції фінансів культури освіти
        науки економіки безпеки надзвичайних ситуацій енергетики транспорту праці штабу
        людини"""
    ),
)

ARMENIAN = NameWords(
    titles=words(
        """պարոն տիկին դոկտոր պրոֆեսոր նախագահ վարչապետ նախարար սենատոր պատգամավոր մարզպետ
        քաղաքապետ գեներալ գնդապետ մայոր կապիտան դատավոր թագավոր թագուհի կաթողիկոս
        եպիսկոպոս պապ դեսպան քարտուղար հանձնակատար տնօրեն ղեկավար օմբուդսմեն"""
    ),
    bodies=words(
        """խորհրդարան սենատ խորհուրդ խորհրդի խորհրդին դատարան նախարարություն կառավարություն
        հանձնաժողով կոմիտե վարչություն գործակալություն ոստիկանություն բանակ ժողով
        դատախազություն ԱԳՆ ՊՆ"""
    ),
    organizations=words(
        """ինստիտուտ համալսարան ակադեմիա հիմնադրամ ասոցիացիա ընկերություն միություն ֆեդերացիա
        լիգա կուսակցություն շարժում ճակատ կազմակերպություն բանկ թերթ կենտրոն թանգարան
        արխիվ գրադարան հիվանդանոց եկեղեցի խաչ դպրոց"""
    ),
    states=words("հանրապետություն թագավորություն կայսրություն դաշնություն"),
    things=words("պատերազմ ճակատամարտ պայմանագիր համաձայնագիր օրենք ցեղասպանություն"),
    places=words("փողոց հրապարակ կամուրջ կայարան ծով լիճ գետ լեռ կղզի մարզ շրջան"),
    openers=words(
        """և ու կամ բայց սակայն այս այդ այն նա նրանք մենք դուք ես դու իր իրենց նրա մեր ձեր իմ
        որ ով ինչ ինչպես երբ որտեղ ինչու եթե թեև քանի ըստ մասին համար հետ մեջ վրա տակ մոտ
        մինչև հետո առաջ նաև էլ միայն արդեն դեռ ոչ այո բոլոր ամեն մի մեկ երկու երեք իսկ ապա
        այսօր երեկ"""
    ),
    acts=words("ասել ասաց հայտարարել հայտարարեց նշել նշեց հայտնել հայտնեց գրել գրեց"),
    capital_adjectives=("ական", "ային", "ի"),
    subjects=words("պաշտպանության արտաքին ներքին գործերի առողջապահության արդարադատության"),
)

TURKISH = NameWords(
    titles=words(
        """sayın bay bayan dr prof doç profesör doktor cumhurbaşkanı başbakan başkan başkanı
        bakan bakanı dışişleri senatör milletvekili vali belediye general albay binbaşı
        yüzbaşı amiral hâkim kral kraliçe prens prenses padişah sultan imparator paşa
        piskopos papa büyükelçi sekreter genel müdür sözcüsü komutan"""
    ),
    bodies=words(
        """parlamento senato meclis meclisi konsey konseyi mahkeme mahkemesi bakanlığı
        hükümeti komisyonu komitesi dairesi ajansı emniyet polis ordu ordusu başkanlığı
        müdürlüğü kuvvetleri"""
    ),
    organizations=words(
        """enstitüsü üniversitesi akademisi vakfı derneği cemiyeti birliği federasyonu ligi
        partisi hareketi cephesi örgütü şirketi grubu bankası gazetesi merkezi müzesi
        arşivi kütüphanesi hastanesi kilisesi haç kızılhaç okulu sendikası"""
    ),
    states=words("cumhuriyeti krallığı imparatorluğu federasyonu devleti"),
    things=words("savaşı muharebesi antlaşması anlaşması kanunu sözleşmesi devrimi soykırımı"),
    places=words(
        "sokağı caddesi meydanı köprüsü istasyonu havalimanı denizi gölü nehri dağı adası"
    ),
    openers=words(
        """ve veya ile ama fakat ancak bu şu o bunlar onlar biz siz ben sen bir her bütün tüm
        bazı çok daha en için gibi kadar göre sonra önce ayrıca çünkü eğer ki de da ne
        nasıl neden nerede kim hangi bugün dün yarın şimdi artık hem ise değil var yok iki
        üç ilk son"""
    ),
    apostrophe_endings=True,
    acts=words("dedi söyledi açıkladı belirtti bildirdi yazdı"),
)

AZERBAIJANI = NameWords(
    titles=words(
        """cənab xanım doktor professor akademik prezident prezidenti nazir naziri baş
        senator deputat qubernator general polkovnik mayor kapitan admiral hakim kral
        kraliça şah sultan xan imperator paşa yepiskop papa səfir katib komissar direktor
        sədr sədri"""
    ),
    bodies=words(
        """parlament senat məclis məclisi şura şurası məhkəmə məhkəməsi nazirlik nazirliyi
        hökumət hökuməti komissiya komissiyası komitə komitəsi idarəsi agentliyi polis
        ordu ordusu"""
    ),
    organizations=words(
        """institut institutu universitet universiteti akademiyası fondu assosiasiyası
        cəmiyyəti birliyi ittifaqı federasiyası partiyası hərəkatı cəbhəsi təşkilatı
        şirkəti qrupu bankı qəzeti mərkəzi muzeyi arxivi kitabxanası xəstəxanası kilsəsi
        xaç məktəbi"""
    ),
    states=words("respublikası krallığı imperiyası federasiyası dövləti"),
    things=words("müharibəsi döyüşü müqaviləsi sazişi qanunu konvensiyası inqilabı soyqırımı"),
    places=words("küçəsi meydanı körpüsü stansiyası dənizi gölü çayı dağı adası rayonu"),
    openers=words(
        """və ya ilə amma lakin ancaq bu o bunlar onlar biz siz mən sən bir hər bütün bəzi
        çox daha ən üçün kimi qədər görə sonra əvvəl həmçinin çünki əgər ki də da nə necə
        niyə harada kim hansı bu gün dünən sabah indi artıq həm isə deyil var yox iki üç
        ilk son"""
    ),
    acts=words("dedi deyib bildirdi bildirib açıqladı qeyd yazdı"),
)

ARABIC = NameWords(
    titles=words(
        """الرئيس رئيس_الوزراء رئيس_الجمهورية الوزير وزير_الخارجية وزير_الدفاع وزير_الداخلية
        وزير_الصحة السيد السيدة الدكتور الدكتورة الأستاذ البروفيسور الشيخ الإمام الملك
        الملكة الأمير الأميرة السلطان الجنرال العقيد العميد اللواء القائد القاضي السفير
        المتحدث النائب البابا المطران البطريرك الأمين_العام المفوض المفوضة"""
    ),
    openers=words(
        """في من إلى على عن مع بعد قبل أن إن كان كانت قد لقد قال قالت صرح أعلن أكد ذكر أضاف
        هو هي هم هذا هذه ذلك التي الذي الذين و أو ثم حيث كما لكن بل عند عندما خلال بين حول
        ضد منذ حتى لا لم لن ما أمس اليوم بأن وأن وقد وكان وهو وهي إنه أنه يوم عام سنة"""
    ),
)
