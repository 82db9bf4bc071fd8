"""The tables of the languages beside English in which figures are found."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from archivist.finding.figure_words import ENGLISH, FigureWords, rising
from archivist.finding.name_words import month_names

_THIN_SPACES = "\u00a0\u202f\u2009"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _bounds(**words: str) -> dict[str, str]:
    """Gives a table of bounds from "|"-separated words of each."""
    return {
        word: bound.replace("_", " ") for bound, forms in words.items() for word in forms.split("|")
    }


def _properties(**stems: str) -> dict[str, str]:
    return {stem: name for name, forms in stems.items() for stem in forms.split("|")}


FRENCH = FigureWords(
    bounds=_bounds(
        about="environ|quelque|près de|presque|autour de|à peu près|approximativement",
        at_least="au moins|au minimum|pas moins de",
        more_than="plus de|plus d'|plus d’|au-delà de",
        up_to="jusqu'à|jusqu’à|au plus|au maximum",
        less_than="moins de|moins d'|moins d’",
        between="entre|de",
    ),
    groups=" ." + _THIN_SPACES,
    numerals={
        **rising("deux trois quatre cinq six sept huit neuf dix onze douze treize", 2),
        **rising("quatorze quinze seize dix-sept dix-huit dix-neuf", 14),
        **rising("vingt trente quarante cinquante soixante", 20, 10),
        "soixante-dix": 70,
        "quatre-vingts": 80,
        "quatre-vingt": 80,
        "quatre-vingt-dix": 90,
    },
    scales={
        "cent": 100,
        "cents": 100,
        "mille": 1_000,
        "million": 1e6,
        "millions": 1e6,
        "milliard": 1e9,
        "milliards": 1e9,
    },
    vague={
        "une dizaine": 10,
        "une vingtaine": 20,
        "une trentaine": 30,
        "une cinquantaine": 50,
        "une centaine": 100,
        "un millier": 1_000,
        "des dizaines": 20,
        "des centaines": 200,
        "des milliers": 2_000,
        "dizaines de milliers": 20_000,
        "centaines de milliers": 200_000,
    },
    fractions={"la moitié": 1 / 2, "un tiers": 1 / 3, "un quart": 1 / 4, "trois quarts": 3 / 4},
    to=("à",),
    joins=("et",),
    people=_set(
        "personnes hommes femmes enfants morts blessés disparus réfugiés habitants soldats civils"
        " victimes familles prisonniers déplacés tués militaires détenus"
    ),
    measures=_set(
        "pour euros dollars francs heures minutes jours semaines mois ans années km kilomètres"
        " mètres hectares tonnes kg degrés"
    ),
    properties=_properties(
        killed="tué|mort|décès|massacré|exécuté|périr",
        injured="blessé",
        missing="disparu",
        displaced="déplacé|réfugié|fui|expulsé|déporté|exilé",
        detained="arrêté|détenu|emprisonné|prisonnier|otage",
        population="habitants|population",
        people="personnes",
    ),
    not_units=_set(
        "le la les un une des de du et ou à au aux en dans sur pour par avec sans est sont a ont"
        " été que qui dont où ce cette ces il elle ils elles se ne pas plus"
    ),
    labels=_set(
        "page pages p pp n no numéro chapitre article section tome vol volume figure tableau"
    ),
    age_before=("âgé de", "âgée de", "âgés de"),
    of=("de la", "des", "du", "de", "d'", "d’"),
    plural_endings=("s", "x"),
)

GERMAN = FigureWords(
    bounds=_bounds(
        about="etwa|ungefähr|rund|circa|ca.|zirka|fast|knapp|an die|schätzungsweise|gegen",
        at_least="mindestens|wenigstens|nicht weniger als",
        more_than="mehr als|über",
        up_to="bis zu|höchstens|maximal|nicht mehr als",
        less_than="weniger als|unter",
        between="zwischen|von",
    ),
    groups="." + _THIN_SPACES,
    numerals={
        **rising("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn", 2),
        **rising("vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 14),
        **rising(
            "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10
        ),
    },
    scales={
        "hundert": 100,
        "tausend": 1_000,
        "million": 1e6,
        "millionen": 1e6,
        "mio": 1e6,
        "milliarde": 1e9,
        "milliarden": 1e9,
        "mrd": 1e9,
    },
    vague={
        "dutzende": 24,
        "hunderte": 200,
        "tausende": 2_000,
        "zehntausende": 20_000,
        "hunderttausende": 200_000,
    },
    fractions={
        "die hälfte": 1 / 2,
        "ein drittel": 1 / 3,
        "zwei drittel": 2 / 3,
        "ein viertel": 1 / 4,
        "drei viertel": 3 / 4,
    },
    to=("bis",),
    joins=("und",),
    people=_set(
        "menschen personen männer frauen kinder tote todesopfer verletzte vermisste flüchtlinge"
        " einwohner soldaten zivilisten opfer familien gefangene geflüchtete vertriebene"
    ),
    measures=_set(
        "prozent euro dollar stunden minuten tage tagen wochen monate monaten jahre jahren km"
        " kilometer meter hektar tonnen kg grad quadratkilometer"
    ),
    properties=_properties(
        killed="getötet|tote|todesopfer|gestorben|starben|ermordet|hingerichtet|gefallen",
        injured="verletzt|verwundet",
        missing="vermisst",
        displaced="vertrieben|flüchtling|geflohen|flohen|geflüchtet|deportiert",
        detained="verhaftet|festgenommen|inhaftiert|gefangen",
        population="einwohner|bevölkerung",
        people="menschen|personen",
    ),
    not_units=_set(
        "der die das den dem des ein eine einen und oder in im an am auf aus bei mit nach von vom"
        " zu zum zur für über unter ist sind war waren wird werden hat haben wurde wurden als bis"
    ),
    labels=_set(
        "seite seiten s nr nummer kapitel artikel abschnitt band abb abbildung tabelle zeile"
    ),
    age_before=("im alter von",),
    of=("der", "des", "von"),
    dotted=frozenset({"mio", "mrd"}),
)

SPANISH = FigureWords(
    bounds=_bounds(
        about="alrededor de|aproximadamente|unos|unas|cerca de|casi|en torno a",
        at_least="al menos|por lo menos|como mínimo|no menos de",
        more_than="más de|por encima de",
        up_to="hasta|como máximo|no más de",
        less_than="menos de",
        between="entre|de",
    ),
    groups=" ." + _THIN_SPACES,
    numerals={
        **rising("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce", 2),
        **rising("quince dieciséis diecisiete dieciocho diecinueve", 15),
        **rising("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10),
        **rising("doscientos trescientos cuatrocientos quinientos seiscientos", 200, 100),
        **rising("setecientos ochocientos novecientos", 700, 100),
    },
    scales={"cien": 100, "ciento": 100, "mil": 1_000, "millón": 1e6, "millones": 1e6},
    vague={
        "decenas": 20,
        "centenares": 200,
        "cientos": 200,
        "miles": 2_000,
        "decenas de miles": 20_000,
        "cientos de miles": 200_000,
    },
    fractions={"la mitad": 1 / 2, "un tercio": 1 / 3, "dos tercios": 2 / 3, "un cuarto": 1 / 4},
    to=("a",),
    joins=("y",),
    people=_set(
        "personas hombres mujeres niños muertos heridos desaparecidos refugiados habitantes"
        " soldados civiles víctimas familias prisioneros desplazados"
    ),
    measures=_set(
        "euros dólares pesos horas minutos días semanas meses años km kilómetros metros hectáreas"
        " toneladas kg grados"
    ),
    properties=_properties(
        killed="muert|asesinad|murieron|ejecutad|fallecid",
        injured="herid",
        missing="desaparecid",
        displaced="desplazad|refugiad|huyeron|huido|deportad|expulsad",
        detained="detenid|arrestad|encarcelad|prisioner",
        population="habitantes|población",
        people="personas",
    ),
    not_units=_set(
        "el la los las un una unos unas de del y o a al en con sin por para que es son fue fueron"
        " ha han se no su sus como más menos este esta"
    ),
    labels=_set(
        "página páginas p pp n núm número capítulo artículo sección tomo vol volumen figura"
    ),
    age_before=("de edad",),
    of=("de los", "de las", "de la", "del", "de"),
    plural_endings=("s",),
)

RUSSIAN = FigureWords(
    bounds=_bounds(
        about="около|примерно|приблизительно|почти|порядка|ориентировочно",
        at_least="как минимум|не менее|по меньшей мере|по крайней мере|минимум",
        more_than="более|больше|свыше|более чем",
        up_to="до|не более|максимум",
        less_than="менее|меньше",
        between="от|между",
    ),
    groups=" ." + _THIN_SPACES,
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
    people=_set(
        "человек людей мужчин женщин детей жителей солдат беженцев раненых убитых погибших граждан"
        " семей военнослужащих пленных гражданских"
    ),
    measures=_set(
        "процентов процента долларов евро рублей рубля часов часа минут дней дня недель месяцев лет"
        " года км километров метров гектаров га тонн кг градусов гривен драмов"
    ),
    properties=_properties(
        killed="погиб|убит|умер|казн|жертв",
        injured="ранен|раненых|пострада",
        missing="пропавш|без вести",
        displaced="бежен|беж|депорт|перемещ|высел|переселен",
        detained="арестов|задержан|пленн|заключ",
        population="жител|населени",
        people="человек|людей",
    ),
    not_units=_set(
        "и или в во на с со из от до по за к ко о об у при для не что как это он она они был была"
        " было были году года же а но"
    ),
    labels=_set("страница страницы с стр № номер глава статья раздел том рис таблица пункт"),
    age_before=("в возрасте",),
    ordinal_endings=("ой", "ая", "ый", "ую", "ого", "ому", "ым", "ий"),
    adjective_endings=("ых", "их"),
    dotted=frozenset({"тыс", "млн", "млрд"}),
)

UKRAINIAN = FigureWords(
    bounds=_bounds(
        about="близько|приблизно|майже|біля|орієнтовно",
        at_least="щонайменше|принаймні|не менше|не менш як",
        more_than="понад|більше|більш ніж|більше ніж",
        up_to="до|не більше|щонайбільше",
        less_than="менше|менш ніж",
        between="від|між",
    ),
    groups=" ." + _THIN_SPACES,
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
    people=_set(
        "осіб людей чоловік чоловіків жінок дітей жителів солдатів біженців поранених убитих вбитих"
        " загиблих громадян сімей військовослужбовців полонених мешканців"
    ),
    measures=_set(
        "відсотків відсотки доларів євро гривень рублів годин години хвилин днів дні тижнів місяців"
        " років роки км кілометрів метрів гектарів га тонн кг градусів"
    ),
    properties=_properties(
        killed="загин|загибл|вбит|убит|помер|страчен|жертв",
        injured="поранен|постражда",
        missing="зникл|безвісти",
        displaced="біжен|депорт|переміщ|висел|переселен",
        detained="заарештов|затрим|полонен|ув'язн|ув’язн",
        population="жител|населенн|мешканц",
        people="осіб|людей",
    ),
    not_units=_set(
        "і й та або в у на з із зі від до по за к о об при для не що як це він вона вони був була"
        " було були року років ж же а але"
    ),
    labels=_set("сторінка сторінки с стор № номер глава стаття розділ том рис таблиця пункт"),
    age_before=("у віці", "віком"),
    ordinal_endings=("ої", "ій", "ий", "ого", "ому", "им", "ою"),
    adjective_endings=("их",),
    dotted=frozenset({"тис", "млн", "млрд"}),
)

ARMENIAN = FigureWords(
    bounds=_bounds(
        about="մոտ|շուրջ|մոտավորապես|գրեթե",
        at_least="առնվազն|նվազագույնը",
        more_than="ավելի քան",
        up_to="մինչև|առավելագույնը",
    ),
    trailing={"-ից ավելի": "more than", "-ից ավել": "more than"},
    groups=" .," + _THIN_SPACES,
    numerals={
        **rising("երկու երեք չորս հինգ վեց յոթ ութ ինը|ինն տասը|տաս", 2),
        **rising("քսան երեսուն քառասուն հիսուն վաթսուն յոթանասուն ութսուն իննսուն", 20, 10),
    },
    scales={"հարյուր": 100, "հազար": 1e3, "միլիոն": 1e6, "մլն": 1e6, "միլիարդ": 1e9, "մլրդ": 1e9},
    vague={"տասնյակ": 20, "հարյուրավոր": 200, "հազարավոր": 2_000, "տասնյակ հազարավոր": 20_000},
    fractions={"կեսը": 1 / 2, "մեկ երրորդը": 1 / 3, "մեկ քառորդը": 1 / 4},
    joins=("և",),
    people=_set("մարդ մարդիկ անձ հոգի զինվոր երեխա կին տղամարդ փախստական քաղաքացի բնակիչ ընտանիք"),
    measures=_set(
        "տոկոս տոկոսը ժամ րոպե օր շաբաթ ամիս տարի տարեկան կմ կիլոմետր մետր հեկտար տոննա դրամ դոլար"
    ),
    properties=_properties(
        killed="զոհ|սպան|մահ",
        injured="վիրավոր",
        missing="անհետ",
        displaced="փախստական|տեղահան|բռնագաղթ|աքսոր",
        detained="ձերբակալ|գերի|գերեվար",
        population="բնակ|բնակչ",
        people="մարդ|անձ|հոգի",
    ),
    not_units=_set("և ու կամ է են էր էին որ մեջ հետո թվականին թվականի թ"),
    labels=_set("էջ էջեր համար գլուխ հոդված"),
    dotted=frozenset({"մլն", "մլրդ"}),
)

TURKISH = FigureWords(
    bounds=_bounds(
        about="yaklaşık|yaklaşık olarak|takriben|tahminen|neredeyse|civarında",
        at_least="en az|asgari",
        more_than="fazla",
        up_to="en fazla|en çok",
    ),
    trailing={"'den fazla": "more than", "'dan fazla": "more than", "'ten fazla": "more than"}
    | {"'tan fazla": "more than", "’den fazla": "more than", "’dan fazla": "more than"}
    | {"’ten fazla": "more than", "’tan fazla": "more than", "den fazla": "more than"}
    | {"'e kadar": "up to", "'a kadar": "up to", "’e kadar": "up to", "’a kadar": "up to"},
    groups=" ." + _THIN_SPACES,
    numerals={
        **rising("iki üç dört beş altı yedi sekiz dokuz on", 2),
        **rising("yirmi otuz kırk elli altmış yetmiş seksen doksan", 20, 10),
    },
    scales={"yüz": 100, "bin": 1e3, "milyon": 1e6, "milyar": 1e9},
    vague={"onlarca": 20, "yüzlerce": 200, "binlerce": 2_000, "on binlerce": 20_000},
    fractions={"yarısı": 1 / 2, "üçte biri": 1 / 3, "dörtte biri": 1 / 4},
    to=("ila",),
    joins=("ile", "ve"),
    people=_set("kişi insan asker sivil çocuk kadın erkek mülteci ölü yaralı aile yolcu işçi esir"),
    measures=_set(
        "saat dakika gün hafta ay yıl yaşında km kilometre metre hektar ton kg lira dolar"
    ),
    properties=_properties(
        killed="öldü|ölü|hayatını kaybet|öldürül|şehit",
        injured="yaral",
        missing="kayıp",
        displaced="mülteci|yerinden|göç|sürgün|tehcir",
        detained="tutuk|gözaltı|esir",
        population="nüfus",
        people="kişi|insan",
    ),
    not_units=_set("ve veya ile bir bu o da de ki için olarak olan yılında yıl"),
    labels=_set("sayfa s no numara bölüm madde cilt"),
)

AZERBAIJANI = FigureWords(
    bounds=_bounds(
        about="təxminən|təqribən|az qala|yaxın",
        at_least="ən azı|azı",
        more_than="artıq",
        up_to="ən çoxu|maksimum",
    ),
    trailing={"nəfərdən çox": "more than", "-dən çox": "more than", "-dan çox": "more than"}
    | {"-dən artıq": "more than", "-dan artıq": "more than", "-ə qədər": "up to"}
    | {"-a qədər": "up to", "-ə yaxın": "about", "-a yaxın": "about"},
    groups=" ." + _THIN_SPACES,
    numerals={
        **rising("iki üç dörd beş altı yeddi səkkiz doqquz on", 2),
        **rising("iyirmi otuz qırx əlli altmış yetmiş səksən doxsan", 20, 10),
    },
    scales={"yüz": 100, "min": 1e3, "milyon": 1e6, "mln": 1e6, "milyard": 1e9},
    vague={"onlarla": 20, "yüzlərlə": 200, "minlərlə": 2_000, "on minlərlə": 20_000},
    fractions={"yarısı": 1 / 2, "üçdə biri": 1 / 3, "dörddə biri": 1 / 4},
    joins=("ilə", "və"),
    people=_set("nəfər insan adam əsgər mülki uşaq qadın kişi qaçqın köçkün ölü yaralı ailə əsir"),
    measures=_set(
        "faiz saat dəqiqə gün həftə ay il yaşında km kilometr metr hektar ton kq manat dollar"
    ),
    properties=_properties(
        killed="öldü|ölən|həlak|şəhid|qətl",
        injured="yaral",
        missing="itkin",
        displaced="qaçqın|köçkün|didərgin|deport",
        detained="həbs|saxlanıl|əsir",
        population="əhali",
        people="nəfər|insan",
    ),
    not_units=_set("və ya ilə bir bu o da də ki üçün olaraq olan ildə ilin il"),
    labels=_set("səhifə s nömrə bölmə maddə cild"),
    dotted=frozenset({"mln"}),
)

ARABIC = FigureWords(
    bounds=_bounds(
        about="حوالي|نحو|قرابة|ما يقارب|تقريبا|زهاء",
        at_least="على الأقل|ما لا يقل عن|لا يقل عن",
        more_than="أكثر من|ما يزيد عن|ما يزيد على",
        up_to="حتى|ما يصل إلى|لا يزيد عن",
        less_than="أقل من",
        between="بين|ما بين",
    ),
    trailing={"على الأقل": "at least", "تقريبا": "about"},
    groups=",٬" + _THIN_SPACES,
    point="٫",
    numerals=rising(
        "اثنان|اثنين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية تسعة|تسع", 2
    ),
    scales={"مئة": 100, "مائة": 100, "ألف": 1e3, "آلاف": 1e3, "مليون": 1e6, "مليار": 1e9},
    vague={"عشرات": 20, "مئات": 200, "آلاف": 2_000, "عشرات الآلاف": 20_000, "مئات الآلاف": 200_000},
    fractions={"نصف": 1 / 2, "ثلث": 1 / 3, "ربع": 1 / 4},
    to=("إلى",),
    joins=("و", "إلى"),
    people=_set(
        "شخص شخصا أشخاص قتيل قتيلا جريح جريحا لاجئ مدني مدنيا جندي جنديا نسمة طفل امرأة رجل"
    ),
    measures=_set(
        "ساعة ساعات دقيقة يوم يوما أيام أسبوع شهر أشهر سنة عام كيلومتر متر هكتار طن دولار"
    ),
    properties=_properties(
        killed="قتيل|قتلى|قتل|مقتل|ضحي",
        injured="جريح|جرحى|أصيب",
        missing="مفقود",
        displaced="لاجئ|نازح|نزح|هجر|مهجر",
        detained="معتقل|أسير|أسرى|محتجز",
        population="نسمة|سكان",
        people="شخص|أشخاص",
    ),
    not_units=_set("في من إلى على عن و أو أن كان كانت هو هي هذا هذه التي الذي مع بعد قبل عام"),
    labels=_set("صفحة رقم فصل مادة باب جدول"),
)

LANGUAGES: Mapping[str, FigureWords] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "hy": ARMENIAN,
    "az": AZERBAIJANI,
    "tr": TURKISH,
    "ar": ARABIC,
}


@lru_cache(maxsize=16)
def figure_words(language: str) -> FigureWords:
    """Gives the table of a language (BCP 47), English where it has none."""
    code = language.partition("-")[0].casefold()
    code = code if code in LANGUAGES else "en"
    return replace(LANGUAGES[code], months=month_names(code))
