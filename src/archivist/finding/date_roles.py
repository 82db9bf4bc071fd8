"""The parts that words, figures and signs play in a date.

Each role is one character, so that a text's parts are a string and a way of writing dates is a
pattern over it.
"""

from enum import StrEnum
from typing import NamedTuple


class Opening(StrEnum):
    """What a word before or after a date leaves open."""

    BEFORE = "before"  # ends the day before the date begins
    AFTER = "after"  # begins the day after the date ends
    SINCE = "since"  # begins with the date
    UNTIL = "until"  # ends with the date
    BY = "by"  # the same, but leaves a narrower date ("by early May") as it is


class Unit(StrEnum):
    """What relative dates count in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Ending(StrEnum):
    """What is written onto a figure or a month."""

    PLAIN = "plain"  # a case that says nothing about the date
    PLACED = "placed"  # "in", "on": 2023'te, սեպտեմբերին
    FROM = "from"  # 2023'ten, 1915-ից: begins a range, or stands before "after" and "since"
    UNTIL = "until"  # 1918-dək
    ORDINAL = "ordinal"
    DECADE = "decade"
    YEAR = "year"  # the year word itself, in short: 2023г., 2023թ.


class Role(StrEnum):
    """What a word, figure or sign can be in a date."""

    OTHER = "_"
    # Figures.
    SMALL = "n"  # 1–31
    ORDINAL = "o"  # 1–31, with an ordinal's ending
    FIGURE = "k"  # any other of up to three digits
    YEAR = "y"
    NAMED_YEAR = "z"  # a year with an ordinal's ending ("2023-cü")
    DECADE = "d"
    NUMERIC = "N"  # a whole date in figures
    PARTIAL = "M"  # day and month in figures, before a whole date: "27.5–4.6.1918"
    NUMBER_WORD = "#"
    ORDINAL_WORD = "O"
    ROMAN = "R"
    # What dates are made of.
    MONTH = "m"
    SHORT_MONTH = "a"
    SEASON = "s"
    CENTURY = "c"
    DECADE_WORD = "D"  # before its figure: "années 1950"
    BEFORE_ERA = "e"
    AFTER_ERA = "E"
    YEAR_WORD = "w"  # after its figure: "2023 року"
    YEAR_AHEAD = "W"  # before its figure: "the year 2023"
    YEARS = "g"  # the plural, and what may also count years
    DECADE_YEARS = "G"  # makes a decade of a round year: "1950-ci illər"
    MONTH_WORD = "v"
    UNIT = "u"  # day and week
    UNITS = "U"  # several of one
    # What joins and opens them.
    FROM = "f"
    BETWEEN = "b"
    BETWEEN_AFTER = "Q"
    TO = "t"
    AND = "&"
    OR = "|"
    LINK = "l"
    ARTICLE = "h"
    BEFORE = "<"
    AFTER = ">"
    SINCE = "$"
    UNTIL = "^"
    BY = "B"
    OPENING_AFTER = "P"
    ABOUT = "~"
    WEAK_ABOUT = "q"
    ABOUT_AFTER = "p"
    NARROWING = "+"  # early, mid, late
    NARROWING_AFTER = "*"
    HALF = "H"
    HALF_AFTER = "K"
    IN = "i"  # after which a year or month alone is a date
    ON = "I"
    PLACED = "j"  # without width: the word before has an ending that says "in"
    ABLATIVE = "F"  # without width: … that says "from"
    OLD_STYLE = "J"  # says by which calendar one of two days is
    COUNTING = "C"  # "page", after which a number is no date
    # Relative dates.
    RELATIVE = "x"  # next, same, previous; its value is how far on
    RELATIVE_AFTER = "X"
    RELATIVE_NOW = "Z"  # the same, from the document's own date: last, this
    LATER = "L"
    IN_A_WHILE = "A"  # "через два дні"
    DEICTIC = "T"  # yesterday
    # Signs.
    DASH = "-"
    COMMA = ","
    STOP = "."
    SLASH = "/"
    OPEN = "("
    CLOSE = ")"


class Token(NamedTuple):
    """A part of a text, in code points, and what it can be in a date."""

    start: int
    end: int
    role: str
    value: int | str | None


Part = tuple[str, int | str | None]
"""A role and its value, as a language's word has it."""
