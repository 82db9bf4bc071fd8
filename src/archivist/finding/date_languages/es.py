"""The date words of Spanish."""

from archivist.domain.dates import Modifier
from archivist.finding.date_roles import Ending, Opening, Role, Unit
from archivist.finding.date_table import Language

SPANISH = Language(
    code="es",
    frequent=(
        "de la que el en y a los se del las un por con una su para es al lo como más pero sus le"
        " o fue este ha sí porque esta entre cuando muy sin sobre también me hasta hay donde fueron"
        " desde nos durante contra ese eso ante ellos era eran había"
    ),
    letters="ñ",
    months={9: "setiembre"},
    short_months={9: "sep|set"},
    seasons={21: "primavera", 22: "verano", 23: "otoño", 24: "invierno"},
    ordinals={
        1: "primer|primero|primera",
        2: "segundo|segunda",
        3: "tercer|tercero|tercera",
        4: "cuarto",
        5: "quinto",
        6: "sexto",
        7: "séptimo",
        8: "octavo",
        9: "noveno",
        10: "décimo",
    },
    numbers={
        1: "un|una|uno",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        11: "once",
        12: "doce",
        20: "veinte",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
    },
    units={
        Unit.DAY: "día",
        Unit.WEEK: "semana",
        Unit.MONTH: "mes",
    },
    plural_units={Unit.DAY: "días", Unit.WEEK: "semanas", Unit.MONTH: "meses"},
    modifiers={
        Modifier.START: (
            "principios de|principios del|a principios de|a principios del|comienzos de"
            "|comienzos del|a comienzos de|a comienzos del|inicios de|inicios del|a inicios de"
            "|a inicios del|primeros días de|a principios de los|comienzo de|comienzo del"
        ),
        Modifier.MID: ("mediados de|mediados del|a mediados de|a mediados del|mitad de|mitad del"),
        Modifier.END: (
            "finales de|finales del|a finales de|a finales del|fines de|fines del|a fines de"
            "|a fines del|final de|final del|fin de|últimos días de"
        ),
    },
    halves={
        1: "primera mitad de|primera mitad del",
        2: "segunda mitad de|segunda mitad del",
    },
    openings={
        Opening.BEFORE: "antes de|antes del|previo a",
        Opening.AFTER: "después de|después del|tras",
        Opening.SINCE: "desde|a partir de|a partir del|desde el",
        Opening.UNTIL: "hasta|hasta el",
    },
    relatives={
        0: "mismo|misma|ese mismo|esa misma|aquel mismo|aquella misma|ese|esa|aquel|aquella"
        "|este mismo|esta misma",
        1: "siguiente|próximo|próxima",
        -1: "anterior",
    },
    relatives_after={
        -1: "previo|previa",
    },
    relatives_now={0: "este|esta", -1: "pasado|pasada"},
    later={1: "después|más tarde|luego", -1: "antes|atrás"},
    next_days={-1: "víspera"},
    deictic={-1: "ayer", -2: "anteayer"},
    words={
        Role.CENTURY: "siglo|siglos",
        Role.DECADE_WORD: "década de|década de los|década del|años|decenio de",
        Role.YEAR_AHEAD: "año",
        Role.YEARS: "años",
        Role.FROM: "desde",
        Role.BETWEEN: "entre|entre el",
        Role.TO: "a|al",
        Role.AND: "y|e",
        Role.OR: "o|u",
        Role.LINK: "de|del",
        Role.ARTICLE: "el|la|los|las",
        Role.ABOUT: "hacia|circa|ca.|c.|alrededor de|aproximadamente|en torno a",
        Role.IN: "en|durante|fechado en|nacido en|del",
        Role.ON: "el|al",
        Role.COUNTING: "p.|pp.|pág.|página|páginas|núm.|n.º|nº|número|vol.|tomo|artículo|capítulo"
        "|resolución",
    },
    before_era="a. C.|a. de C.|antes de Cristo|a. e. c.|AEC|a. n. e.",
    after_era="d. C.|d. de C.|después de Cristo|e. c.|de nuestra era",
    number_endings={Ending.ORDINAL: "º|o|ª"},
    after_shifts=True,
    plural_endings=("s",),
)
