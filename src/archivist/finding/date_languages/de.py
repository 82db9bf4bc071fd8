"""The date words of German."""

from archivist.domain.dates import Modifier
from archivist.finding.date_roles import Ending, Opening, Role, Unit
from archivist.finding.date_table import Language

GERMAN = Language(
    code="de",
    frequent=(
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es"
        " an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so"
        " zum war haben nur oder aber vor zur bis mehr durch wurde wurden sein dann"
    ),
    letters="ß",
    months={1: "Jänner|Januars|Jänners", 2: "Feber|Februars", 3: "Märzes", 4: "Aprils"}
    | {5: "Mais", 7: "Julis", 8: "Augusts|Augustes", 9: "Septembers", 10: "Oktobers"}
    | {6: "Junis", 11: "Novembers", 12: "Dezembers"},
    seasons={
        21: "Frühjahr{,s,es}|Frühling{,s}",
        22: "Sommer{,s}|Hochsommer|Frühsommer|Spätsommer",
        23: "Herbst{,es,s}|Frühherbst|Spätherbst",
        24: "Winter{,s}",
    },
    capital_months=(
        "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November"
        " Dezember"
    ),
    ordinals={
        1: "erste{,r,n,s}",
        2: "zweite{n,s,m} Halbjahr|zweiten Halbjahr des|zweite{,r,n,s}",
        3: "dritte{,r,n,s}",
        4: "vierte{,r,n,s}",
        5: "fünfte{,r,n,s}",
        6: "sechste{,r,n,s}",
        7: "siebte{,r,n,s}|siebente{,n,s}",
        8: "achte{,r,n,s}",
        9: "neunte{,r,n,s}",
        10: "zehnte{,r,n,s}",
        11: "elfte{,r,n,s}",
        12: "zwölfte{,r,n,s}",
        13: "dreizehnte{,r,n,s}",
        14: "vierzehnte{,r,n,s}",
        15: "fünfzehnte{,r,n,s}",
        16: "sechzehnte{,r,n,s}",
        17: "siebzehnte{,r,n,s}",
        18: "achtzehnte{,r,n,s}",
        19: "neunzehnte{,r,n,s}",
        20: "zwanzigste{,r,n,s}",
        21: "einundzwanzigste{,r,n,s}",
    },
    numbers={
        1: "ein|eine|einen|einem|einer",
        2: "zweite{n,s,m} Halbjahr|zweiten Halbjahr des|zwei",
        3: "drei",
        4: "vier",
        5: "fünf",
        6: "sechs",
        7: "sieben",
        8: "acht",
        9: "neun",
        10: "zehn",
        11: "elf",
        12: "zwölf",
    },
    decades={
        20: "Zwanziger|Zwanzigerjahre{,n}|zwanziger Jahre{,n}",
        30: "Dreißiger|Dreißigerjahre{,n}|dreißiger Jahre{,n}",
        40: "Vierzigerjahre{,n}|vierziger Jahre{,n}",
        50: "Fünfzigerjahre{,n}|fünfziger Jahre{,n}",
        60: "Sechzigerjahre{,n}|sechziger Jahre{,n}",
        70: "Siebzigerjahre{,n}|siebziger Jahre{,n}",
        80: "Achtzigerjahre{,n}|achtziger Jahre{,n}",
        90: "Neunzigerjahre{,n}|neunziger Jahre{,n}",
    },
    units={
        Unit.DAY: "Tag{,es,s}",
        Unit.WEEK: "Woche",
        Unit.MONTH: "Monat{,es,s}",
    },
    plural_units={Unit.DAY: "Tage{,n}", Unit.WEEK: "Wochen", Unit.MONTH: "Monate{,n}"},
    modifiers={
        Modifier.START: (
            "Anfang|Anfang des|Anfang der|zu Beginn des|zu Beginn der|Beginn des|Beginn der"
            "|Beginn|frühe{n,s}|zu Anfang des|zu Anfang der|ersten Tagen des"
        ),
        Modifier.MID: "Mitte|Mitte des|Mitte der|mittlere{n,s}",
        Modifier.END: (
            "Ende|Ende des|Ende der|gegen Ende des|gegen Ende der|Ausgang des|späte{n,s}"
            "|letzten Tagen des"
        ),
    },
    halves={
        1: "erste{n,s,m} Halbjahr|ersten Halbjahr des|erste{,n,r} Hälfte {des,der}"
        "|erste{,n,r} Jahreshälfte",
        2: "zweite{n,s,m} Halbjahr|zweiten Halbjahr des|zweite{,n,r} Hälfte {des,der}"
        "|zweite{,n,r} Jahreshälfte",
    },
    openings={
        Opening.BEFORE: "vor",
        Opening.AFTER: "nach",
        Opening.SINCE: "seit|ab|beginnend mit",
        Opening.UNTIL: "bis|bis zum|bis in den|bis in die|bis ins|spätestens|bis einschließlich",
    },
    relatives={
        1: "nächste{n,r,s,m}|folgende{n,r,s,m}|darauffolgende{n,r,s,m}|kommende{n,r,s,m}"
        "|darauf folgende{n,r,s,m}",
        0: "selbe{n,r}|selben|gleichen|demselben|derselben|desselben|dasselbe|jene{n,r,s,m}"
        "|diese{r,s,m,n}",
        -1: "vorige{n,r,s,m}|vorherige{n,r,s,m}|vorangegangene{n,r,s,m}|vorhergehende{n,r,s,m}",
    },
    relatives_now={-1: "letzte{n,r,s,m}|vergangene{n,r,s,m}", 0: "heurige{n,r,s}"},
    later={1: "später|danach|darauf", -1: "früher|zuvor|davor|vorher"},
    next_days={1: "Folgetag{,e,es,s}|Tags darauf", -1: "Vortag{,e,es,s}"},
    next_years={-1: "Vorjahr{,es,s,e}", 1: "Folgejahr{,es,s,e}"},
    deictic={-1: "gestern", -2: "vorgestern", 2: "übermorgen"},
    words={
        Role.CENTURY: "Jahrhundert{,s,es,e,en}|Jh.|Jhd.|Jhdt.|Jhs.",
        Role.YEAR_AHEAD: "Jahr{,e,es,s}",
        Role.YEARS: "Jahre|Jahren",
        Role.FROM: "von|vom",
        Role.BETWEEN: "zwischen|zwischen dem",
        Role.TO: "auf den|zum",
        Role.AND: "und|&|sowie",
        Role.OR: "oder",
        Role.LINK: "des|der",
        Role.ARTICLE: "den|dem|die|das|der",
        Role.ABOUT: "um|circa|ca.|etwa|ungefähr|gegen|zirka",
        Role.IN: "im|während|datiert|geboren|gestorben|zum|zur",
        Role.ON: "am|vom|zum",
        Role.OLD_STYLE: "alten Stils|a. St.|jul.|julianisch|neuen Stils|n. St.|greg.",
        Role.COUNTING: (
            "S.|Seite|Seiten|Nr.|Nummer|Bd.|Band|Kapitel|Artikel|Art.|Absatz|Zeile|Resolution"
        ),
    },
    before_era="v. Chr.|vor Christus|v. u. Z.|vor unserer Zeitrechnung|vor Chr.",
    after_era="n. Chr.|nach Christus|n. u. Z.|unserer Zeitrechnung|nach Chr.",
    number_endings={Ending.DECADE: "er|ern", Ending.ORDINAL: "te|ten|ter|tes"},
    dotted_days=True,
    bare_years=True,
    after_shifts=True,
)
