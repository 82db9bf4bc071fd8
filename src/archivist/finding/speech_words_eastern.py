"""Verbs of saying in Russian, Ukrainian, Armenian, Turkish, Azerbaijani and Arabic."""

from archivist.finding.speech_words import Place, SpeechWords, stances, words

RUSSIAN = SpeechWords(
    free=stances(
        asserts="""сказал сказала сказало сказали говорит говорил говорила заявил заявила заявило
            заявили заявляет утверждает утверждал утверждала утверждало утверждают утверждали
            объявил объявила объявило подчеркнул подчеркнула считает считают полагает пишет
            написал написала""",
        denies="""отрицает отрицал отрицала отрицало отрицали отрицают опроверг опровергла
            опровергло опровергли опровергает отверг отвергла отвергло отвергли отвергает""",
        characterizes="описал описала описывает охарактеризовал охарактеризовала осудил осудила",
        questions="усомнился усомнилась сомневается",
    ),
    bound=stances(
        asserts="""отметил отметила отметили отмечает добавил добавила указал указала указывает
            признал признала признало подтвердил подтвердила подтвердило предупредил
            предупредила напомнил ответил ответила пояснил пояснила объяснил настаивает""",
        reports="""сообщил сообщила сообщило сообщили сообщает сообщают рассказал рассказала
            рассказали""",
        characterizes="назвал назвала назвали называет",
        questions="спросил спросила",
    ),
    that=words("что о об как будто"),
    according=words(
        """по_словам по_данным по_мнению по_сообщению по_сообщениям согласно по_утверждению
        по_информации по_версии как_сообщает как_сообщил как_заявил"""
    ),
    helpers=words("также не ранее позже затем уже неоднократно"),
    breaks=words("что который которая которые и но а когда если где чтобы как"),
    leads=words("в во на после до с по при"),
    determiners=words("этот эта эти тот"),
    relations=words("в по при"),
    negations=words("не никогда ни якобы"),
    suppositions=words("если ли"),
    as_told=words("как"),
    untrue=words("отрицал отрицала отрицало отрицали отрицает опроверг опровергла неправда"),
    pronouns=words("он она"),
    speaking=words(
        """президент министр премьер премьер-министр посол губернатор мэр директор председатель
        представитель глава секретарь генерал адмирал командующий король царь император папа
        епископ священник судья прокурор адвокат депутат офицер солдат свидетель очевидец врач
        историк профессор учёный ученый эксперт автор писатель журналист корреспондент
        правительство министерство парламент сенат дума совет суд трибунал комиссия комитет
        управление ведомство посольство армия полиция партия союз организация компания церковь
        институт газета журнал агентство отчёт отчет доклад комиссар консул"""
    ),
    never_speakers=words("это я мы вы не что в и"),
)
UKRAINIAN = SpeechWords(
    free=stances(
        asserts="""сказав сказала сказали каже говорить говорив говорила заявив заявила заявило
            заявили заявляє стверджує стверджував стверджувала стверджують стверджували
            оголосив оголосила підкреслив підкреслила вважає вважають пише написав написала""",
        denies="""заперечує заперечив заперечила заперечило заперечили заперечував спростував
            спростувала спростувало спростували відкинув відкинула відкидає""",
        characterizes="описав описала описує охарактеризував охарактеризувала засудив засудила",
        questions="сумнівається засумнівався",
    ),
    bound=stances(
        asserts="""зазначив зазначила зазначили зазначає додав додала вказав вказала вказує
            визнав визнала підтвердив підтвердила попередив попередила нагадав відповів
            відповіла пояснив пояснила наголосив наголосила""",
        reports="""повідомив повідомила повідомило повідомили повідомляє повідомляють розповів
            розповіла""",
        characterizes="назвав назвала назвали називає",
        questions="запитав запитала",
    ),
    that=words("що про як ніби"),
    according=words(
        """за_словами за_даними на_думку за_повідомленням за_повідомленнями згідно_з
        за_твердженням за_інформацією за_версією як_повідомляє як_заявив"""
    ),
    helpers=words("також не раніше пізніше потім вже неодноразово"),
    breaks=words("що який яка які і та але а коли якщо де щоб як"),
    leads=words("у в на після до з по при"),
    determiners=words("цей ця ці той"),
    relations=words("у в з при"),
    negations=words("не ніколи ні нібито"),
    suppositions=words("якщо чи"),
    as_told=words("як"),
    untrue=words("заперечив заперечила заперечили заперечує спростував неправда"),
    pronouns=words("він вона"),
    speaking=words(
        """президент міністр прем'єр посол губернатор мер директор голова речник секретар генерал
        адмірал командувач король цар імператор папа єпископ священник суддя прокурор адвокат
        депутат офіцер солдат свідок лікар історик професор учений експерт автор письменник
        журналіст кореспондент уряд міністерство парламент сенат рада суд трибунал комісія
        комітет управління відомство посольство армія поліція партія союз організація компанія
        церква інститут газета журнал агентство звіт доповідь консул"""
    ),
    never_speakers=words("це я ми ви не що в і"),
)
ARMENIAN = SpeechWords(
    free=stances(
        asserts="""ասաց ասել_է ասում_է հայտարարեց հայտարարել_է հայտարարում_է պնդեց պնդել_է պնդում_է
            շեշտեց ընդգծեց գրել_է գրեց կարծում_է""",
        denies="հերքեց հերքել_է հերքում_է մերժեց մերժել_է ժխտեց ժխտել_է",
        characterizes="նկարագրեց նկարագրել_է բնութագրեց բնութագրել_է դատապարտեց դատապարտել_է",
    ),
    bound=stances(
        asserts="նշեց նշել_է նշում_է ավելացրեց հավելեց հաստատեց պատասխանեց",
        reports="հայտնեց հայտնել_է հայտնում_է հաղորդեց հաղորդել_է հաղորդում_է",
        characterizes="անվանեց անվանել_է կոչեց",
        questions="հարցրեց",
    ),
    that=words("որ թե"),
    according_after=words("խոսքով խոսքերով տվյալներով կարծիքով հաղորդմամբ"),
    according=words("ըստ համաձայն"),
    helpers=words("նաև չի արդեն"),
    breaks=words("որ և բայց երբ եթե իսկ"),
    leads=words("այս"),
    determiners=words("այս այդ այն"),
    relations=frozenset(),
    negations=words("չի երբեք"),
    suppositions=words("եթե"),
    untrue=words("հերքեց ժխտեց"),
    pronouns=words("նա"),
    speaking=words(
        """կառավարությունը նախարարությունը նախարարը նախագահը վարչապետը դեսպանը դեսպանությունը
        խորհրդարանը դատարանը հանձնաժողովը կոմիտեն բանակը ոստիկանությունը կուսակցությունը թերթը
        գործակալությունը խոսնակը գեներալը հրամանատարը փաշան եպիսկոպոսը կաթողիկոսը պատրիարքը
        քահանան վկան պատմաբանը լրագրողը հյուպատոսը պաշտոնյաները"""
    ),
    never_speakers=words("դա ես մենք դուք"),
)
TURKISH = SpeechWords(
    free=stances(
        asserts="""dedi diyor söyledi söylüyor söylediler belirtti belirtiyor açıkladı açıklıyor
            savundu savunuyor iddia_etti iddia_ediyor öne_sürdü ileri_sürdü vurguladı ifade_etti
            kaydetti duyurdu""",
        denies="yalanladı reddetti inkâr_etti inkar_etti reddediyor",
        characterizes="tanımladı nitelendirdi niteledi kınadı",
        questions="sordu sorguladı",
        reports="bildirdi aktardı rapor_etti",
    ),
    bound={},
    that=frozenset(),
    according_after=words("göre"),
    helpers=words("da de ise ayrıca"),
    breaks=words("ve ama fakat ancak ki"),
    determiners=words("bu bir"),
    pronouns=words("o"),
    speaking=words(
        """hükûmet hükümet hükûmeti hükümeti bakanlık bakanlığı bakan bakanı başkan başkanı
        cumhurbaşkanı başbakan sözcü sözcüsü büyükelçi elçisi vali valisi meclis meclisi
        mahkeme mahkemesi komisyon komisyonu komite komitesi ordu ordusu polis parti partisi
        gazete gazetesi ajansı raporu tarihçi tanık gazeteci yetkililer"""
    ),
    never_speakers=words("bu şu ben biz"),
    place=Place.OPENING,
)
AZERBAIJANI = SpeechWords(
    free=stances(
        asserts="""dedi deyib deyir söylədi söyləyib bildirdi bildirib bəyan_etdi bəyan_edib
            iddia_etdi iddia_edir iddia_edib vurğuladı vurğulayıb qeyd_etdi qeyd_edib açıqladı""",
        denies="təkzib_etdi təkzib_edib inkar_etdi inkar_edib rədd_etdi rədd_edib",
        characterizes="adlandırdı adlandırıb pislədi qınadı təsvir_etdi",
        questions="soruşdu",
        reports="xəbər_verdi xəbər_verib məlumat_verdi məlumat_verib",
    ),
    bound={},
    that=words("ki"),
    according_after=words("görə"),
    helpers=words("da də isə həmçinin"),
    breaks=words("və amma lakin ancaq ki"),
    determiners=words("bu bir"),
    pronouns=words("o"),
    speaking=words(
        """hökumət hökuməti nazirlik nazirliyi nazir naziri prezident prezidenti sədr sədri
        sözçü sözçüsü səfir səfiri məclis məclisi məhkəmə məhkəməsi komissiya komissiyası
        komitə komitəsi ordu ordusu polis partiya partiyası qəzet qəzeti agentliyi hesabatı
        tarixçi şahid jurnalist rəsmilər"""
    ),
    never_speakers=words("bu mən biz"),
    place=Place.OPENING,
)
ARABIC = SpeechWords(
    free=stances(
        asserts="""قال قالت وقال وقالت صرح صرحت وصرح أعلن أعلنت وأعلن أكد أكدت وأكد زعم زعمت ادعى
            ادعت أضاف أضافت وأضاف وأضافت أوضح أوضحت وأوضح""",
        denies="نفى نفت ونفى ونفت أنكر أنكرت رفض رفضت",
        characterizes="وصف وصفت ووصف أدان أدانت",
        questions="تساءل تساءلت",
        reports="ذكر ذكرت وذكر أفاد أفادت وأفاد أبلغ أبلغت",
    ),
    bound={},
    that=words("إن أن بأن إنه إنها أنه أنها"),
    negations=words("ما لم لن لا"),
    according=words("وفقا_ل وفقا_لـ حسب بحسب وبحسب على_حد_قول وفق"),
    breaks=words("إن أن بأن إنه إنها أنه أنها في من على إلى عن يوم خلال"),
    never_speakers=words("إن أن هذا ذلك"),
    speaking=words(
        """الرئيس الوزير الملك الأمير السلطان الأمين السفير القائد الجنرال المتحدث الناطق
        الحكومة الوزارة وزارة البرلمان المجلس مجلس المحكمة محكمة اللجنة لجنة الجيش الشرطة
        الحزب الصحيفة صحيفة جريدة وكالة رئيس وزير ملك أمين سفير قائد متحدث حكومة مسؤولون
        شهود الشاهد المؤرخ القنصل منظمة"""
    ),
    place=Place.AFTER,
    verb_second=True,
)
