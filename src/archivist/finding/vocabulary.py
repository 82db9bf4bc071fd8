"""The words that languages write dates with, as data: a new language is one more table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from archivist.domain.dates import Modifier


class Opening(StrEnum):
    """What a word before a date leaves open."""

    BEFORE = "before"  # ends the day before the date begins
    AFTER = "after"  # begins the day after the date ends
    SINCE = "since"  # begins with the date
    UNTIL = "until"  # ends with the date
    BY = "by"  # the same, but leaves a narrower date ("by early May") as it is


# Tables are compared and hashed as the objects they are: their grammars are kept by them.
@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """A language's date words. Words are found as they stand, capitalised and in capitals.

    Phrases hold single spaces, which stand for any white space within a paragraph.
    """

    months: Mapping[str, int]
    # Only with a day or a year beside them; an optional full stop may follow.
    short_months: Mapping[str, int]
    # Month names that are other words when they have no capital ("may").
    capital_months: frozenset[str]
    seasons: Mapping[str, int]  # EDTF's season numbers, 21–24
    capital_seasons: frozenset[str]
    ordinal_suffixes: tuple[str, ...]
    ordinals: Mapping[str, int]  # of centuries, in words
    century_words: tuple[str, ...]
    decade_suffixes: tuple[str, ...]
    modifiers: Mapping[str, Modifier]
    approximations: tuple[str, ...]
    # Approximations that are other words too, and so need a preposition before them.
    weak_approximations: tuple[str, ...]
    openings: Mapping[str, Opening]
    starters: tuple[str, ...]  # "from", before a range; not part of it
    between: tuple[str, ...]  # before a range within which something happened
    range_words: tuple[str, ...]  # "to"
    joiners: tuple[str, ...]  # "and"
    alternatives: tuple[str, ...]  # "or"
    links: tuple[str, ...]  # "of", within a date
    articles: tuple[str, ...]
    before_era: tuple[str, ...]
    after_era: tuple[str, ...]
    # Words after which a month or year alone is a date.
    prepositions: tuple[str, ...]
    day_prepositions: tuple[str, ...]  # "on", before a day
    # Words after which a number is none.
    number_words: frozenset[str]
    # Words after which a round figure is an amount rather than a year ("of 1500").
    counting_words: frozenset[str]
    # Words that may follow a year; after any other word in small letters it may be an amount.
    function_words: frozenset[str]
    # What is counted, where its ending does not show it.
    plurals: frozenset[str]
    plural_endings: tuple[str, ...]


ENGLISH = Vocabulary(
    months={
        "January": 1,
        "February": 2,
        "March": 3,
        "April": 4,
        "May": 5,
        "June": 6,
        "July": 7,
        "August": 8,
        "September": 9,
        "October": 10,
        "November": 11,
        "December": 12,
    },
    short_months={
        "Jan": 1,
        "Feb": 2,
        "Mar": 3,
        "Apr": 4,
        "Jun": 6,
        "Jul": 7,
        "Aug": 8,
        "Sept": 9,
        "Sep": 9,
        "Oct": 10,
        "Nov": 11,
        "Dec": 12,
    },
    capital_months=frozenset({"March", "May", "August"}),
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    capital_seasons=frozenset(),
    ordinal_suffixes=("st", "nd", "rd", "th"),
    ordinals={
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "eleventh": 11,
        "twelfth": 12,
        "thirteenth": 13,
        "fourteenth": 14,
        "fifteenth": 15,
        "sixteenth": 16,
        "seventeenth": 17,
        "eighteenth": 18,
        "nineteenth": 19,
        "twentieth": 20,
        "twenty-first": 21,
    },
    century_words=("century",),
    decade_suffixes=("s", "’s", "'s"),
    modifiers={
        "early": Modifier.START,
        "early in": Modifier.START,
        "beginning of": Modifier.START,
        "start of": Modifier.START,
        "first days of": Modifier.START,
        "mid": Modifier.MID,
        "middle of": Modifier.MID,
        "late": Modifier.END,
        "late in": Modifier.END,
        "end of": Modifier.END,
        "last days of": Modifier.END,
    },
    approximations=("circa", "ca.", "ca", "c.", "around", "approximately", "approx."),
    weak_approximations=("about",),
    openings={
        "before": Opening.BEFORE,
        "prior to": Opening.BEFORE,
        "after": Opening.AFTER,
        "since": Opening.SINCE,
        "until": Opening.UNTIL,
        "till": Opening.UNTIL,
        "up to": Opening.UNTIL,
        "no later than": Opening.UNTIL,
        "by": Opening.BY,
    },
    starters=("from",),
    between=("between",),
    range_words=("to", "until", "till", "through"),
    joiners=("and", "&"),
    alternatives=("or",),
    links=("of",),
    articles=("the",),
    before_era=("BCE", "BC", "B.C.E.", "B.C."),
    after_era=("CE", "AD", "C.E.", "A.D."),
    prepositions=(
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "from",
        "during",
        "before",
        "after",
        "throughout",
        "circa",
        "around",
        "between",
        "dated",
        "born",
        "died",
        "early",
        "mid",
        "late",
        "spring",
        "summer",
        "autumn",
        "winter",
    ),
    day_prepositions=("on", "at"),
    number_words=frozenset(
        {
            *("p", "pp", "page", "pages", "no", "nos", "number", "numbers", "vol", "volume"),
            *("chapter", "section", "article", "resolution", "line", "lines", "item", "figure"),
            *("table", "room", "isbn", "doi", "id", "column", "paragraph"),
        }
    ),
    counting_words=frozenset(
        {"of", "by", "to", "than", "from", "around", "approximately", "approx", "about", "between"}
    ),
    function_words=frozenset(
        {
            *("a", "after", "against", "also", "although", "an", "and", "are", "as", "at", "be"),
            *("because", "before", "but", "by", "did", "during", "for", "from", "had", "has"),
            *("have", "he", "her", "his", "however", "if", "in", "into", "is", "it", "its", "led"),
            *("no", "not", "of", "on", "or", "our", "she", "since", "so", "some", "such", "than"),
            *("that", "the", "their", "then", "there", "these", "they", "this", "those", "to"),
            *("under", "until", "was", "we", "were", "when", "where", "which", "while", "who"),
            *("with", "without", "would"),
        }
    ),
    plurals=frozenset({"people", "men", "women", "children", "staff", "troops", "dead"}),
    plural_endings=("s",),
)

LANGUAGES: Mapping[str, Vocabulary] = {"en": ENGLISH}


def vocabulary(language: str) -> Vocabulary:
    """Gives the words of a language (BCP 47), English where it has no table yet."""
    return LANGUAGES.get(language.partition("-")[0].casefold(), ENGLISH)
