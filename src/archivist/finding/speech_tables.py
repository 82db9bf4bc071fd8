"""Verbs of saying in the languages beside English, and the table of each."""

from collections.abc import Mapping

from archivist.finding.speech_words import ENGLISH, Place, SpeechWords, stances, words

_FRENCH = SpeechWords(
    free=stances(
        asserts="""dit déclare déclarait affirme affirmait affirment soutient prétend estime
            estimait explique expliquait assure annonce annonçait déclaré affirmé soutenu
            prétendu estimé expliqué assuré annoncé ajouté souligné écrit""",
        denies="nie niait démenti nié rejette rejeté réfute réfuté dément conteste contesté",
        characterizes="qualifie qualifié décrit condamné condamne dénonce dénoncé",
        questions="doute",
    ),
    bound=stances(
        asserts="""ajoute souligne rappelle rappelé indique indiqué précise précisé répond répondu
            reconnaît reconnu confirme confirmé avertit averti croit pense""",
        reports="rapporte rapporté signale signalé constate constaté",
        questions="demande demandé interroge",
    ),
    that=words("que qu' qu’ comme si"),
    according=words("selon d'après d’après au_dire_de aux_yeux_de"),
    passive=words("par"),
    auxiliaries=words("est sont été était étaient fut furent"),
    characterizing=words("de comme"),
    helpers=words(
        "a ont avait avaient aurait est s'est ne pas n'a aussi également lui en l'a déjà"
    ),
    breaks=words("que qui dont où et mais quand lorsque parce car si comme tandis alors"),
    leads=words("en dans à au lors depuis après avant pour par cependant toutefois"),
    determiners=words(
        "le la les l' l’ un une des ce cet cette ces son sa ses leur leurs plusieurs"
    ),
    relations=words("de du des d' d’ pour à"),
    pronouns=words("il elle"),
    never_speakers=words("on ce cela ça je nous vous y ne se à de la le les par"),
)
_GERMAN = SpeechWords(
    free=stances(
        asserts="""sagte sagt sagten erklärte erklärt erklärten behauptete behauptet behaupteten
            betonte betont äußerte versicherte versichert meinte meint schrieb schreibt""",
        denies="""bestritt bestreitet bestritten leugnete leugnet dementierte dementiert
            zurückgewiesen""",
        characterizes="bezeichnete bezeichnet bezeichneten beschrieb beschreibt verurteilte",
        questions="bezweifelte bezweifelt",
    ),
    bound=stances(
        asserts="""fügte warnte warnt gab räumte bestätigte bestätigt glaubt glaubte kündigte
            antwortete antwortet wies erinnerte argumentierte argumentiert sprach gesagt""",
        reports="berichtete berichtet berichteten meldete meldet meldeten stellte",
        characterizes="nannte nennt",
        questions="fragte fragt",
    ),
    that=words("dass daß ob wie hinzu mit ein zu an als"),
    according=words("laut nach_angaben_von nach_angaben_des nach_angaben_der gemäß"),
    according_after=words("zufolge"),
    passive=words("von durch"),
    auxiliaries=words("wurde wurden wird werden worden"),
    characterizing=words("als"),
    helpers=words("hat haben hatte hatten auch später dann wiederholt nicht zudem sich"),
    breaks=words("dass daß und aber als während weil wenn ob der_die wo oder denn"),
    leads=words("in im am an bei nach vor seit während trotz"),
    determiners=words("der die das den dem ein eine einen einem einer dieser diese seine ihre"),
    relations=words("der des von für aus im in"),
    pronouns=words("er"),
    never_speakers=words("es man ich wir ihr du dies das wie zu nicht"),
    verb_second=True,
)
_SPANISH = SpeechWords(
    free=stances(
        asserts="""dijo dice dijeron afirmó afirma afirmaron declaró declara declararon sostuvo
            sostiene aseguró asegura alegó alega insistió insiste anunció anuncia explicó
            explica escribió escribe manifestó manifiesta""",
        denies="negó niega negaron desmintió desmiente rechazó rechaza refutó",
        characterizes="calificó califica describió describe condenó condena denunció denuncia",
        questions="cuestionó cuestiona dudó duda",
    ),
    bound=stances(
        asserts="""añadió añade agregó agrega señaló señala indicó indica subrayó subraya
            reconoció reconoce confirmó confirma advirtió advierte recordó recuerda
            respondió responde cree considera""",
        reports="informó informa informaron reportó reporta reportaron constató",
        characterizes="llamó llama",
        questions="preguntó pregunta",
    ),
    that=words("que como si de"),
    according=words("según de_acuerdo_con a_juicio_de en_palabras_de"),
    passive=words("por"),
    auxiliaries=words("es fue fueron son sido era"),
    characterizing=words("de como"),
    helpers=words("ha han había habían también no luego después se lo le ya"),
    breaks=words("que quien y pero cuando mientras porque si como aunque donde"),
    leads=words("en durante tras después antes desde para por"),
    determiners=words("el la los las un una unos unas este esta estos estas su sus varios"),
    relations=words("de del para en"),
    pronouns=words("él ella"),
    never_speakers=words("se lo no yo nos esto eso de la el en por a"),
)
_RUSSIAN = SpeechWords(
    free=stances(
        asserts="""сказал сказала сказали говорит говорил говорила заявил заявила заявили заявляет
            утверждает утверждал утверждала утверждают утверждали объявил объявила подчеркнул
            подчеркнула считает считают полагает пишет написал написала""",
        denies="""отрицает отрицал отрицала отрицали отрицают опроверг опровергла опровергли
            опровергает отверг отвергла отвергли отвергает""",
        characterizes="описал описала описывает охарактеризовал охарактеризовала осудил осудила",
        questions="усомнился усомнилась сомневается",
    ),
    bound=stances(
        asserts="""отметил отметила отметили отмечает добавил добавила указал указала указывает
            признал признала подтвердил подтвердила предупредил предупредила напомнил ответил
            ответила пояснил пояснила объяснил настаивает""",
        reports="сообщил сообщила сообщили сообщает сообщают рассказал рассказала рассказали",
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
    pronouns=words("он она"),
    never_speakers=words("это я мы вы не что в и"),
)
_UKRAINIAN = SpeechWords(
    free=stances(
        asserts="""сказав сказала сказали каже говорить говорив говорила заявив заявила заявили
            заявляє стверджує стверджував стверджувала стверджують стверджували оголосив
            оголосила підкреслив підкреслила вважає вважають пише написав написала""",
        denies="""заперечує заперечив заперечила заперечили заперечував спростував спростувала
            спростували відкинув відкинула відкидає""",
        characterizes="описав описала описує охарактеризував охарактеризувала засудив засудила",
        questions="сумнівається засумнівався",
    ),
    bound=stances(
        asserts="""зазначив зазначила зазначили зазначає додав додала вказав вказала вказує
            визнав визнала підтвердив підтвердила попередив попередила нагадав відповів
            відповіла пояснив пояснила наголосив наголосила""",
        reports="повідомив повідомила повідомили повідомляє повідомляють розповів розповіла",
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
    pronouns=words("він вона"),
    never_speakers=words("це я ми ви не що в і"),
)
_ARMENIAN = SpeechWords(
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
    pronouns=words("նա"),
    never_speakers=words("դա ես մենք դուք"),
)
_TURKISH = SpeechWords(
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
    never_speakers=words("bu şu ben biz"),
    place=Place.OPENING,
)
_AZERBAIJANI = SpeechWords(
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
    never_speakers=words("bu mən biz"),
    place=Place.OPENING,
)
_ARABIC = SpeechWords(
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
    according=words("وفقا_ل وفقا_لـ حسب بحسب وبحسب على_حد_قول وفق"),
    breaks=words("إن أن بأن إنه إنها أنه أنها في من على إلى عن يوم خلال"),
    never_speakers=words("إن أن هذا ذلك"),
    place=Place.AFTER,
    verb_second=True,
)

_TABLES: Mapping[str, SpeechWords] = {
    "en": ENGLISH,
    "fr": _FRENCH,
    "de": _GERMAN,
    "es": _SPANISH,
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
    "hy": _ARMENIAN,
    "az": _AZERBAIJANI,
    "tr": _TURKISH,
    "ar": _ARABIC,
}


def speech_words(language: str) -> SpeechWords:
    """Gives the table of a language (BCP 47), English where it has none."""
    return _TABLES.get(language.partition("-")[0].casefold(), ENGLISH)
