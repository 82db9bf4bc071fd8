"""The date words of English."""

from archivist.domain.dates import Modifier
from archivist.finding.date_roles import Ending, Opening, Role, Unit
from archivist.finding.date_table import Language

ENGLISH = Language(
    code="en",
    frequent=(
        "a after against also although an and are as at be because before but by did during for"
        " from had has have he her his however if in into is it its led no not of on or our she"
        " since so some such than that the their then there these they this those to under until"
        " was we were when where which while who with without would"
    ),
    short_months={9: "Sept"},
    capital_months="March May August",
    seasons={21: "spring", 22: "summer", 23: "autumn|fall", 24: "winter"},
    ordinals={
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        21: "twenty-first",
    },
    numbers={
        1: "one|a|an",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
    },
    decades={
        20: "twenties",
        30: "thirties",
        40: "forties",
        50: "fifties",
        60: "sixties",
        70: "seventies",
        80: "eighties",
        90: "nineties",
    },
    units={
        Unit.DAY: "day",
        Unit.WEEK: "week",
        Unit.MONTH: "month",
    },
    plural_units={Unit.DAY: "days", Unit.WEEK: "weeks", Unit.MONTH: "months"},
    modifiers={
        Modifier.START: (
            "early|early in|beginning of|start of|first days of|first weeks of|outset of"
        ),
        Modifier.MID: "mid|middle of|midst of",
        Modifier.END: "late|late in|end of|last days of|close of|final days of",
    },
    halves={1: "first half of", 2: "second half of|latter half of"},
    openings={
        Opening.BEFORE: "before|prior to|earlier than",
        Opening.AFTER: "after|later than",
        Opening.SINCE: "since|starting in|beginning in|as of|as from",
        Opening.UNTIL: "until|till|up to|up until|no later than|not later than",
        Opening.BY: "by",
    },
    relatives={
        1: "next|the next|following|ensuing|succeeding|subsequent",
        0: "same|that|that same|the very same|that very",
        -1: "previous|preceding|prior",
    },
    relatives_now={-1: "last|the past", 0: "this"},
    later={1: "later|afterwards|afterward|thereafter|hence", -1: "earlier|beforehand|previously"},
    deictic={-1: "yesterday", 1: "tomorrow"},
    words={
        Role.CENTURY: "century|centuries",
        Role.YEAR_AHEAD: "year",
        Role.YEARS: "years",
        Role.FROM: "from",
        Role.BETWEEN: "between",
        Role.TO: "to|through",
        Role.AND: "and|&",
        Role.OR: "or",
        Role.LINK: "of",
        Role.ARTICLE: "the",
        Role.ABOUT: "circa|ca.|c.|around|approximately|approx.|roughly",
        Role.WEAK_ABOUT: "about",
        Role.IN: "in|during|throughout|dated|born|b.|died|d.|within|for|as early as|as late as",
        Role.ON: "on|at",
        Role.OLD_STYLE: "O.S.|OS|Old Style|old style|N.S.|NS|New Style|new style|Julian",
        Role.COUNTING: (
            "p.|pp.|page|pages|no.|nos.|number|numbers|vol.|volume|chapter|section|article"
            "|resolution|line|lines|item|figure|table|room|isbn|doi|id|column|paragraph"
        ),
    },
    before_era="BCE|BC|B. C. E.|B. C.",
    after_era="CE|AD|C. E.|A. D.",
    number_endings={Ending.ORDINAL: "st|nd|rd|th", Ending.DECADE: "s"},
    lone_ordinals=True,
    month_first=True,
    day_first=None,
    plurals="people|men|women|children|staff|troops|dead",
    plural_endings=("s",),
)
