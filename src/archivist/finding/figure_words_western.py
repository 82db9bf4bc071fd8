"""The French, German and Spanish words around figures."""

from archivist.finding.figure_words import (
    THIN_SPACES,
    FigureWords,
    bounds,
    properties,
    rising,
    word_set,
)

FRENCH = FigureWords(
    bounds=bounds(
        about="environ|quelque|près de|presque|autour de|à peu près|approximativement",
        at_least="au moins|au minimum|pas moins de",
        more_than="plus de|plus d'|plus d’|au-delà de",
        up_to="jusqu'à|jusqu’à|au plus|au maximum",
        less_than="moins de|moins d'|moins d’",
        between="entre|de",
    ),
    groups=" ." + THIN_SPACES,
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
    people=word_set(
        "personnes hommes femmes enfants morts blessés disparus réfugiés habitants soldats civils"
        " victimes familles prisonniers déplacés tués militaires détenus"
    ),
    measures=word_set(
        "pour euros dollars francs heures minutes jours semaines mois ans années km kilomètres"
        " mètres hectares tonnes kg degrés"
    ),
    properties=properties(
        killed="tué|mort|décès|massacré|exécuté|périr",
        injured="blessé",
        missing="disparu",
        displaced="déplacé|réfugié|fui|expulsé|déporté|exilé",
        detained="arrêté|détenu|emprisonné|prisonnier|otage",
        population="habitants|population",
        people="personnes",
    ),
    not_units=word_set(
        "le la les un une des de du et ou à au aux en dans sur pour par avec sans est sont a ont"
        " été que qui dont où ce cette ces il elle ils elles se ne pas plus"
    ),
    labels=word_set(
        "page pages p pp n no numéro chapitre article section tome vol volume figure tableau"
    ),
    age_before=("âgé de", "âgée de", "âgés de"),
    of=("de la", "des", "du", "de", "d'", "d’"),
    plural_endings=("s", "x"),
)

GERMAN = FigureWords(
    bounds=bounds(
        about="etwa|ungefähr|rund|circa|ca.|zirka|fast|knapp|an die|schätzungsweise|gegen",
        at_least="mindestens|wenigstens|nicht weniger als",
        more_than="mehr als|über",
        up_to="bis zu|höchstens|maximal|nicht mehr als",
        less_than="weniger als|unter",
        between="zwischen|von",
    ),
    groups="." + THIN_SPACES,
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
    people=word_set(
        "menschen personen männer frauen kinder tote todesopfer verletzte vermisste flüchtlinge"
        " einwohner soldaten zivilisten opfer familien gefangene geflüchtete vertriebene"
    ),
    measures=word_set(
        "prozent euro dollar stunden minuten tage tagen wochen monate monaten jahre jahren km"
        " kilometer meter hektar tonnen kg grad quadratkilometer"
    ),
    properties=properties(
        killed="getötet|tote|todesopfer|gestorben|starben|ermordet|hingerichtet|gefallen",
        injured="verletzt|verwundet",
        missing="vermisst",
        displaced="vertrieben|flüchtling|geflohen|flohen|geflüchtet|deportiert",
        detained="verhaftet|festgenommen|inhaftiert|gefangen",
        population="einwohner|bevölkerung",
        people="menschen|personen",
    ),
    not_units=word_set(
        "der die das den dem des ein eine einen und oder in im an am auf aus bei mit nach von vom"
        " zu zum zur für über unter ist sind war waren wird werden hat haben wurde wurden als bis"
    ),
    labels=word_set(
        "seite seiten s nr nummer kapitel artikel abschnitt band abb abbildung tabelle zeile"
    ),
    age_before=("im alter von",),
    of=("der", "des", "von"),
    dotted=frozenset({"mio", "mrd"}),
)

SPANISH = FigureWords(
    bounds=bounds(
        about="alrededor de|aproximadamente|unos|unas|cerca de|casi|en torno a",
        at_least="al menos|por lo menos|como mínimo|no menos de",
        more_than="más de|por encima de",
        up_to="hasta|como máximo|no más de",
        less_than="menos de",
        between="entre|de",
    ),
    groups=" ." + THIN_SPACES,
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
    people=word_set(
        "personas hombres mujeres niños muertos heridos desaparecidos refugiados habitantes"
        " soldados civiles víctimas familias prisioneros desplazados"
    ),
    measures=word_set(
        "euros dólares pesos horas minutos días semanas meses años km kilómetros metros hectáreas"
        " toneladas kg grados"
    ),
    properties=properties(
        killed="muert|asesinad|murieron|ejecutad|fallecid",
        injured="herid",
        missing="desaparecid",
        displaced="desplazad|refugiad|huyeron|huido|deportad|expulsad",
        detained="detenid|arrestad|encarcelad|prisioner",
        population="habitantes|población",
        people="personas",
    ),
    not_units=word_set(
        "el la los las un una unos unas de del y o a al en con sin por para que es son fue fueron"
        " ha han se no su sus como más menos este esta"
    ),
    labels=word_set(
        "página páginas p pp n núm número capítulo artículo sección tomo vol volumen figura"
    ),
    age_before=("de edad",),
    of=("de los", "de las", "de la", "del", "de"),
    plural_endings=("s",),
)
