"""The date words of French."""

from archivist.domain.dates import Modifier
from archivist.finding.date_roles import Ending, Opening, Role, Unit
from archivist.finding.date_table import Language

FRENCH = Language(
    code="fr",
    frequent=(
        "le la les de des du et en un une est dans que qui pour par sur au aux avec ne pas se ce"
        " cette son sa ses il elle ils ont été sont était plus mais ou où comme après à"
    ),
    letters="œ",
    seasons={
        21: "printemps",
        22: "été",
        23: "automne",
        24: "hiver",
    },
    ordinals={
        1: "premier|première",
        2: "deuxième|second|seconde",
        3: "troisième",
        4: "quatrième",
        5: "cinquième",
        6: "sixième",
        7: "septième",
        8: "huitième",
        9: "neuvième",
        10: "dixième",
        11: "onzième",
        12: "douzième",
        13: "treizième",
        14: "quatorzième",
        15: "quinzième",
        16: "seizième",
        17: "dix-septième",
        18: "dix-huitième",
        19: "dix-neuvième",
        20: "vingtième",
        21: "vingt et unième",
    },
    numbers={
        1: "un|une",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        11: "onze",
        12: "douze",
        20: "vingt",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "soixante-dix",
        80: "quatre-vingts|quatre-vingt",
        90: "quatre-vingt-dix",
    },
    units={
        Unit.DAY: "jour",
        Unit.WEEK: "semaine",
        Unit.MONTH: "mois",
    },
    plural_units={Unit.DAY: "jours", Unit.WEEK: "semaines"},
    modifiers={
        Modifier.START: (
            "début|début de|début du|début des|au début de|au début du|au début des"
            "|commencement de|commencement du|premiers jours de|premiers jours du"
        ),
        Modifier.MID: (
            "mi|milieu|milieu de|milieu du|milieu des|au milieu de|au milieu du|au milieu des"
        ),
        Modifier.END: (
            "fin|fin de|fin du|fin des|à la fin de|à la fin du|à la fin des"
            "|derniers jours de|derniers jours du"
        ),
    },
    halves={
        1: "première moitié de|première moitié du|première moitié des",
        2: "seconde moitié de|seconde moitié du|seconde moitié des|deuxième moitié de"
        "|deuxième moitié du|deuxième moitié des",
    },
    openings={
        Opening.BEFORE: "avant",
        Opening.AFTER: "après",
        Opening.SINCE: "depuis|dès|à partir de|à partir du|à compter de|à compter du",
        Opening.UNTIL: "jusque|jusqu'à|jusqu'au|jusqu'en|jusqu'aux|au plus tard",
    },
    relatives={0: "même|ce même|cette même"},
    relatives_after={
        1: "suivant|suivante|prochain|prochaine",
        0: "là",
        -1: "précédent|précédente",
    },
    relatives_now={-1: "dernier|dernière"},
    later={1: "plus tard", -1: "plus tôt|auparavant"},
    next_days={1: "lendemain", -1: "veille"},
    deictic={-1: "hier", 1: "demain", -2: "avant-hier"},
    words={
        Role.CENTURY: "siècle|siècles",
        Role.DECADE_WORD: "années|décennie",
        Role.YEAR_AHEAD: "année|an",
        Role.YEARS: "ans",
        Role.BETWEEN: "entre",
        Role.TO: "à|au|aux",
        Role.AND: "et",
        Role.OR: "ou",
        Role.LINK: "de|d|du|des",
        Role.ARTICLE: "le|la|les|l|ce|cet|cette",
        Role.ABOUT: "vers|environ|circa|ca.|aux environs de|autour de",
        Role.IN: "en|dans|durant|pendant|daté de|né en|mort en|courant",
        Role.ON: "datée du|daté du",
        Role.OLD_STYLE: "ancien style|a. s.|vieux style|nouveau style|julien|grégorien",
        Role.COUNTING: "p.|pp.|page|pages|n°|numéro|vol.|tome|article|chapitre|résolution|art.",
    },
    before_era="avant J.-C.|av. J.-C.|avant notre ère|av. n. è.|AEC",
    after_era="après J.-C.|ap. J.-C.|de notre ère|EC",
    number_endings={Ending.ORDINAL: "er|re|e|ème|è|ᵉ|ᵉʳ"},
    elides=True,
    after_shifts=True,
    plural_endings=("s", "x"),
)
