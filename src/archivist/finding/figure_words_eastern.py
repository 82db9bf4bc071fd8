"""The Russian, Ukrainian, Armenian, Turkish, Azerbaijani and Arabic words around figures."""

from archivist.finding.figure_words import (
    THIN_SPACES,
    FigureWords,
    bounds,
    properties,
    rising,
    word_set,
)

RUSSIAN = FigureWords(
    bounds=bounds(
        about="около|примерно|приблизительно|почти|порядка|ориентировочно",
        at_least="как минимум|не менее|по меньшей мере|по крайней мере|минимум",
        more_than="более|больше|свыше|более чем",
        up_to="до|не более|максимум",
        less_than="менее|меньше",
        between="от|между",
    ),
    groups=" ." + THIN_SPACES,
    numerals={
        **rising("два|две|двух три|трёх|трех четыре|четырёх|четырех пять|пяти шесть|шести", 2),
        **rising("семь|семи восемь|восьми девять|девяти десять|десяти", 7),
        **rising("одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать", 11),
        **rising("семнадцать восемнадцать девятнадцать", 17),
        **rising("двадцать тридцать сорок пятьдесят шестьдесят семьдесят", 20, 10),
        **rising("восемьдесят девяносто сто двести", 80, 10),
        **rising("двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот", 200, 100),
    },
    scales={
        **dict.fromkeys(("тысяча", "тысячи", "тысяч", "тыс"), 1e3),
        **dict.fromkeys(("миллион", "миллиона", "миллионов", "млн"), 1e6),
        **dict.fromkeys(("миллиард", "миллиарда", "миллиардов", "млрд"), 1e9),
    },
    vague={
        "десятки": 20,
        "сотни": 200,
        "тысячи": 2_000,
        "десятки тысяч": 20_000,
        "сотни тысяч": 200_000,
        "миллионы": 2_000_000,
    },
    fractions={"половина": 1 / 2, "половины": 1 / 2, "треть": 1 / 3, "четверть": 1 / 4},
    to=("до",),
    joins=("и", "до"),
    people=word_set(
        "человек людей мужчин женщин детей жителей солдат беженцев раненых убитых погибших граждан"
        " семей военнослужащих пленных гражданских"
    ),
    measures=word_set(
        "процентов процента долларов евро рублей рубля часов часа минут дней дня недель месяцев лет"
        " года км километров метров гектаров га тонн кг градусов гривен драмов"
    ),
    properties=properties(
        killed="погиб|убит|умер|казн|жертв",
        injured="ранен|раненых|пострада",
        missing="пропавш|без вести",
        displaced="бежен|беж|депорт|перемещ|высел|переселен",
        detained="арестов|задержан|пленн|заключ",
        population="жител|населени",
        people="человек|людей",
    ),
    not_units=word_set(
        "и или в во на с со из от до по за к ко о об у при для не что как это он она они был была"
        " было были году года же а но"
    ),
    labels=word_set("страница страницы с стр № номер глава статья раздел том рис таблица пункт"),
    age_before=("в возрасте",),
    ordinal_endings=("ой", "ая", "ый", "ую", "ого", "ому", "ым", "ий"),
    adjective_endings=("ых", "их"),
    dotted=frozenset({"тыс", "млн", "млрд"}),
)

UKRAINIAN = FigureWords(
    bounds=bounds(
        about="близько|приблизно|майже|біля|орієнтовно",
        at_least="щонайменше|принаймні|не менше|не менш як",
        more_than="понад|більше|більш ніж|більше ніж",
        up_to="до|не більше|щонайбільше",
        less_than="менше|менш ніж",
        between="від|між",
    ),
    groups=" ." + THIN_SPACES,
    numerals={
        **rising("два|дві|двох три|трьох чотири|чотирьох п'ять|п’ять|п'яти шість|шести", 2),
        **rising("сім|семи вісім|восьми дев'ять|дев’ять десять|десяти", 7),
        **rising("одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять|п’ятнадцять", 11),
        **rising("двадцять тридцять сорок п'ятдесят|п’ятдесят шістдесят сімдесят", 20, 10),
        **rising("вісімдесят дев'яносто|дев’яносто сто", 80, 10),
        **rising("двісті триста чотириста п'ятсот|п’ятсот шістсот сімсот вісімсот", 200, 100),
    },
    scales={
        **dict.fromkeys(("тисяча", "тисячі", "тисяч", "тис"), 1e3),
        **dict.fromkeys(("мільйон", "мільйони", "мільйона", "мільйонів", "млн"), 1e6),
        **dict.fromkeys(("мільярд", "мільярди", "мільярдів", "млрд"), 1e9),
    },
    vague={"десятки": 20, "сотні": 200, "десятки тисяч": 20_000, "сотні тисяч": 200_000},
    fractions={"половина": 1 / 2, "половини": 1 / 2, "третина": 1 / 3, "чверть": 1 / 4},
    to=("до",),
    joins=("і", "та", "й", "до"),
    people=word_set(
        "осіб людей чоловік чоловіків жінок дітей жителів солдатів біженців поранених убитих вбитих"
        " загиблих громадян сімей військовослужбовців полонених мешканців"
    ),
    measures=word_set(
        "відсотків відсотки доларів євро гривень рублів годин години хвилин днів дні тижнів місяців"
        " років роки км кілометрів метрів гектарів га тонн кг градусів"
    ),
    properties=properties(
        killed="загин|загибл|вбит|убит|помер|страчен|жертв",
        injured="поранен|постражда",
        missing="зникл|безвісти",
        displaced="біжен|депорт|переміщ|висел|переселен",
        detained="заарештов|затрим|полонен|ув'язн|ув’язн",
        population="жител|населенн|мешканц",
        people="осіб|людей",
    ),
    not_units=word_set(
        "і й та або в у на з із зі від до по за к о об при для не що як це він вона вони був була"
        " було були року років ж же а але"
    ),
    labels=word_set("сторінка сторінки с стор № номер глава стаття розділ том рис таблиця пункт"),
    age_before=("у віці", "віком"),
    ordinal_endings=("ої", "ій", "ий", "ого", "ому", "им", "ою"),
    adjective_endings=("их",),
    dotted=frozenset({"тис", "млн", "млрд"}),
)

ARMENIAN = FigureWords(
    bounds=bounds(
        about="մոտ|շուրջ|մոտավորապես|գրեթե",
        at_least="առնվազն|նվազագույնը",
        more_than="ավելի քան",
        up_to="մինչև|առավելագույնը",
    ),
    trailing={"-ից ավելի": "more than", "-ից ավել": "more than"},
    groups=" .," + THIN_SPACES,
    numerals={
        **rising("երկու երեք չորս հինգ վեց յոթ ութ ինը|ինն տասը|տաս", 2),
        **rising("քսան երեսուն քառասուն հիսուն վաթսուն յոթանասուն ութսուն իննսուն", 20, 10),
    },
    scales={"հարյուր": 100, "հազար": 1e3, "միլիոն": 1e6, "մլն": 1e6, "միլիարդ": 1e9, "մլրդ": 1e9},
    vague={"տասնյակ": 20, "հարյուրավոր": 200, "հազարավոր": 2_000, "տասնյակ հազարավոր": 20_000},
    fractions={"կեսը": 1 / 2, "մեկ երրորդը": 1 / 3, "մեկ քառորդը": 1 / 4},
    joins=("և",),
    people=word_set(
        "մարդ մարդիկ անձ հոգի զինվոր երեխա կին տղամարդ փախստական քաղաքացի բնակիչ ընտանիք"
    ),
    measures=word_set(
        "տոկոս տոկոսը ժամ րոպե օր շաբաթ ամիս տարի տարեկան կմ կիլոմետր մետր հեկտար տոննա դրամ դոլար"
    ),
    properties=properties(
        killed="զոհ|սպան|մահ",
        injured="վիրավոր",
        missing="անհետ",
        displaced="փախստական|տեղահան|բռնագաղթ|աքսոր",
        detained="ձերբակալ|գերի|գերեվար",
        population="բնակ|բնակչ",
        people="մարդ|անձ|հոգի",
    ),
    not_units=word_set("և ու կամ է են էր էին որ մեջ հետո թվականին թվականի թ"),
    labels=word_set("էջ էջեր համար գլուխ հոդված"),
    dotted=frozenset({"մլն", "մլրդ"}),
)

TURKISH = FigureWords(
    bounds=bounds(
        about="yaklaşık|yaklaşık olarak|takriben|tahminen|neredeyse|civarında",
        at_least="en az|asgari",
        more_than="fazla",
        up_to="en fazla|en çok",
    ),
    trailing={"'den fazla": "more than", "'dan fazla": "more than", "'ten fazla": "more than"}
    | {"'tan fazla": "more than", "’den fazla": "more than", "’dan fazla": "more than"}
    | {"’ten fazla": "more than", "’tan fazla": "more than", "den fazla": "more than"}
    | {"'e kadar": "up to", "'a kadar": "up to", "’e kadar": "up to", "’a kadar": "up to"},
    groups=" ." + THIN_SPACES,
    numerals={
        **rising("iki üç dört beş altı yedi sekiz dokuz on", 2),
        **rising("yirmi otuz kırk elli altmış yetmiş seksen doksan", 20, 10),
    },
    scales={"yüz": 100, "bin": 1e3, "milyon": 1e6, "milyar": 1e9},
    vague={"onlarca": 20, "yüzlerce": 200, "binlerce": 2_000, "on binlerce": 20_000},
    fractions={"yarısı": 1 / 2, "üçte biri": 1 / 3, "dörtte biri": 1 / 4},
    to=("ila",),
    joins=("ile", "ve"),
    people=word_set(
        "kişi insan asker sivil çocuk kadın erkek mülteci ölü yaralı aile yolcu işçi esir"
    ),
    measures=word_set(
        "saat dakika gün hafta ay yıl yaşında km kilometre metre hektar ton kg lira dolar"
    ),
    properties=properties(
        killed="öldü|ölü|hayatını kaybet|öldürül|şehit",
        injured="yaral",
        missing="kayıp",
        displaced="mülteci|yerinden|göç|sürgün|tehcir",
        detained="tutuk|gözaltı|esir",
        population="nüfus",
        people="kişi|insan",
    ),
    not_units=word_set("ve veya ile bir bu o da de ki için olarak olan yılında yıl"),
    labels=word_set("sayfa s no numara bölüm madde cilt"),
)

AZERBAIJANI = FigureWords(
    bounds=bounds(
        about="təxminən|təqribən|az qala|yaxın",
        at_least="ən azı|azı",
        more_than="artıq",
        up_to="ən çoxu|maksimum",
    ),
    trailing={"nəfərdən çox": "more than", "-dən çox": "more than", "-dan çox": "more than"}
    | {"-dən artıq": "more than", "-dan artıq": "more than", "-ə qədər": "up to"}
    | {"-a qədər": "up to", "-ə yaxın": "about", "-a yaxın": "about"},
    groups=" ." + THIN_SPACES,
    numerals={
        **rising("iki üç dörd beş altı yeddi səkkiz doqquz on", 2),
        **rising("iyirmi otuz qırx əlli altmış yetmiş səksən doxsan", 20, 10),
    },
    scales={"yüz": 100, "min": 1e3, "milyon": 1e6, "mln": 1e6, "milyard": 1e9},
    vague={"onlarla": 20, "yüzlərlə": 200, "minlərlə": 2_000, "on minlərlə": 20_000},
    fractions={"yarısı": 1 / 2, "üçdə biri": 1 / 3, "dörddə biri": 1 / 4},
    joins=("ilə", "və"),
    people=word_set(
        "nəfər insan adam əsgər mülki uşaq qadın kişi qaçqın köçkün ölü yaralı ailə əsir"
    ),
    measures=word_set(
        "faiz saat dəqiqə gün həftə ay il yaşında km kilometr metr hektar ton kq manat dollar"
    ),
    properties=properties(
        killed="öldü|ölən|həlak|şəhid|qətl",
        injured="yaral",
        missing="itkin",
        displaced="qaçqın|köçkün|didərgin|deport",
        detained="həbs|saxlanıl|əsir",
        population="əhali",
        people="nəfər|insan",
    ),
    not_units=word_set("və ya ilə bir bu o da də ki üçün olaraq olan ildə ilin il"),
    labels=word_set("səhifə s nömrə bölmə maddə cild"),
    dotted=frozenset({"mln"}),
)

ARABIC = FigureWords(
    bounds=bounds(
        about="حوالي|نحو|قرابة|ما يقارب|تقريبا|زهاء",
        at_least="على الأقل|ما لا يقل عن|لا يقل عن",
        more_than="أكثر من|ما يزيد عن|ما يزيد على",
        up_to="حتى|ما يصل إلى|لا يزيد عن",
        less_than="أقل من",
        between="بين|ما بين",
    ),
    trailing={"على الأقل": "at least", "تقريبا": "about"},
    groups=",٬" + THIN_SPACES,
    point="٫",
    numerals=rising(
        "اثنان|اثنين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية تسعة|تسع", 2
    ),
    scales={"مئة": 100, "مائة": 100, "ألف": 1e3, "آلاف": 1e3, "مليون": 1e6, "مليار": 1e9},
    vague={"عشرات": 20, "مئات": 200, "آلاف": 2_000, "عشرات الآلاف": 20_000, "مئات الآلاف": 200_000},
    fractions={"نصف": 1 / 2, "ثلث": 1 / 3, "ربع": 1 / 4},
    to=("إلى",),
    joins=("و", "إلى"),
    people=word_set(
        "شخص شخصا أشخاص قتيل قتيلا جريح جريحا لاجئ مدني مدنيا جندي جنديا نسمة طفل امرأة رجل"
    ),
    measures=word_set(
        "ساعة ساعات دقيقة يوم يوما أيام أسبوع شهر أشهر سنة عام كيلومتر متر هكتار طن دولار"
    ),
    properties=properties(
        killed="قتيل|قتلى|قتل|مقتل|ضحي",
        injured="جريح|جرحى|أصيب",
        missing="مفقود",
        displaced="لاجئ|نازح|نزح|هجر|مهجر",
        detained="معتقل|أسير|أسرى|محتجز",
        population="نسمة|سكان",
        people="شخص|أشخاص",
    ),
    not_units=word_set("في من إلى على عن و أو أن كان كانت هو هي هذا هذه التي الذي مع بعد قبل عام"),
    labels=word_set("صفحة رقم فصل مادة باب جدول"),
)
