"""The words around figures as data, a table for each language: bounds, numerals, scales, units."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class FigureWords:
    """What a language says around figures, in small letters.

    `bounds` maps an opening to "about", "at least", "more than", "up to", "less than" or "between".
    `groups` are the signs between the thousands, `point` the decimal sign. `numerals` have their
    value, `scales` multiply what stands before them, `vague` are indefinite counts with the least
    that they say. `properties` maps the beginnings of words to what a figure counts.
    """

    bounds: Mapping[str, str]
    trailing: Mapping[str, str] = field(default_factory=dict)
    groups: str = " \u00a0\u202f\u2009"
    point: str = ","
    numerals: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    vague: Mapping[str, float] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    to: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    people_endings: tuple[str, ...] = ()  # of words for people beside these: "farmers"
    not_people: frozenset[str] = frozenset()  # words with such an ending that are none
    measures: frozenset[str] = frozenset()
    properties: Mapping[str, str] = field(default_factory=dict)
    not_units: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()  # what stands before a number that counts nothing
    age_before: tuple[str, ...] = ()
    of: tuple[str, ...] = ()  # between a figure and what it counts ("half of the houses")
    plural_endings: tuple[str, ...] = ()  # of what is counted, where they tell
    ordinal_endings: tuple[str, ...] = ()  # of what a number only names: "25 піхотної"
    adjective_endings: tuple[str, ...] = ()  # of words before what is counted: "10 піхотних …"
    months: frozenset[str] = frozenset()
    dotted: frozenset[str] = frozenset()  # scales that are cut short with a full stop


def rising(words: str, start: int = 1, step: int = 1) -> dict[str, float]:
    """Gives words the values start, start + step, …; "|" parts the forms of one value."""
    return {
        form: start + step * index
        for index, forms in enumerate(words.split())
        for form in forms.split("|")
    }


THIN_SPACES = "\u00a0\u202f\u2009"


def word_set(words: str) -> frozenset[str]:
    """Gives the words of a table's cell."""
    return frozenset(words.split())


def bounds(**words: str) -> dict[str, str]:
    """Gives a table of bounds from "|"-separated words of each."""
    return {
        word: bound.replace("_", " ") for bound, forms in words.items() for word in forms.split("|")
    }


def properties(**stems: str) -> dict[str, str]:
    """Gives what each beginning of a word counts, from "|"-separated ones."""
    return {stem: name for name, forms in stems.items() for stem in forms.split("|")}


ENGLISH = FigureWords(
    bounds={
        **dict.fromkeys(
            (
                *("about", "around", "approximately", "approx.", "approx", "some", "roughly"),
                *("nearly", "almost", "circa", "ca.", "an estimated", "estimated", "close to"),
                *("in the region of", "on the order of", "~"),
            ),
            "about",
        ),
        **dict.fromkeys(
            ("at least", "no fewer than", "no less than", "not less than", "a minimum of"),
            "at least",
        ),
        **dict.fromkeys(
            ("more than", "over", "above", "upwards of", "in excess of", "exceeding", "well over"),
            "more than",
        ),
        **dict.fromkeys(
            ("up to", "as many as", "as much as", "at most", "no more than", "a maximum of"),
            "up to",
        ),
        **dict.fromkeys(("less than", "fewer than", "under", "below"), "less than"),
        "between": "between",
    },
    trailing={"or more": "at least", "or so": "about", "or fewer": "up to", "or less": "up to"},
    groups=",\u00a0\u202f\u2009",
    point=".",
    numerals={
        **rising("one two three four five six seven eight nine ten eleven twelve thirteen"),
        **rising("fourteen fifteen sixteen seventeen eighteen nineteen", 14),
        **rising("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    },
    scales={
        "dozen": 12,
        "hundred": 100,
        "thousand": 1_000,
        "million": 1_000_000,
        "billion": 1_000_000_000,
        "trillion": 1_000_000_000_000,
    },
    vague={
        "dozens": 24,
        "scores": 40,
        "hundreds": 200,
        "thousands": 2_000,
        "tens of thousands": 20_000,
        "hundreds of thousands": 200_000,
        "millions": 2_000_000,
        "tens of millions": 20_000_000,
        "hundreds of millions": 200_000_000,
        "billions": 2_000_000_000,
    },
    fractions={
        "half": 1 / 2,
        "a third": 1 / 3,
        "one third": 1 / 3,
        "one-third": 1 / 3,
        "two thirds": 2 / 3,
        "two-thirds": 2 / 3,
        "a quarter": 1 / 4,
        "one quarter": 1 / 4,
        "one-quarter": 1 / 4,
        "three quarters": 3 / 4,
        "three-quarters": 3 / 4,
        "a fifth": 1 / 5,
        "one fifth": 1 / 5,
    },
    to=("to",),
    joins=("and",),
    people=frozenset(
        {
            *("people", "persons", "men", "women", "children", "civilians", "residents", "troops"),
            *("soldiers", "refugees", "citizens", "inhabitants", "families", "prisoners", "boys"),
            *("survivors", "victims", "passengers", "workers", "students", "fighters", "girls"),
            *("dead", "killed", "wounded", "injured", "missing", "displaced", "deaths", "police"),
            *("casualties", "fatalities", "members", "households", "lives", "bodies", "hostages"),
        }
    ),
    people_endings=("ers", "ors", "ists", "ians", "ees", "ants", "men", "women"),
    not_people=frozenset(
        {
            *("numbers", "computers", "browsers", "papers", "newspapers", "letters", "quarters"),
            *("orders", "borders", "towers", "powers", "rivers", "chapters", "centers"),
            *("doors", "floors", "colors", "factors", "errors", "sectors", "corridors", "motors"),
            *("plants", "grants", "trees", "degrees", "fees", "committees", "lists", "trucks"),
        }
    ),
    measures=frozenset(
        {
            *("percent", "per cent", "hours", "minutes", "seconds", "days", "weeks", "months"),
            *("years", "km", "kilometres", "kilometers", "metres", "meters", "miles", "feet"),
            *("hectares", "acres", "tonnes", "tons", "kg", "kilograms", "degrees", "dollars"),
            *("euros", "pounds", "rubles", "roubles", "mph", "km/h", "m", "cm"),
            *("mm", "km²", "m²", "gb", "mb", "litres", "liters", "barrels", "drams", "points"),
        }
    ),
    properties={
        "kill": "killed",
        "dead": "killed",
        "death": "killed",
        "died": "killed",
        "fatalit": "killed",
        "massacred": "killed",
        "executed": "killed",
        "murdered": "killed",
        "wound": "injured",
        "injur": "injured",
        "missing": "missing",
        "disappeared": "missing",
        "displace": "displaced",
        "refugee": "displaced",
        "fled": "displaced",
        "expelled": "displaced",
        "deport": "displaced",
        "evacuat": "displaced",
        "homeless": "homeless",
        "arrest": "detained",
        "detain": "detained",
        "imprison": "detained",
        "prisoners": "detained",
        "captured": "detained",
        "hostage": "detained",
        "infected": "infected",
        "inhabitants": "population",
        "population": "population",
    },
    not_units=frozenset(
        {
            *("a", "an", "and", "are", "as", "at", "be", "because", "been", "but", "by", "did"),
            *("during", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in"),
            *("into", "is", "it", "its", "not", "of", "on", "or", "she", "since", "so", "than"),
            *("that", "the", "their", "then", "there", "they", "this", "to", "was", "we", "were"),
            *("when", "where", "which", "while", "who", "will", "with", "would", "could", "per"),
            *("until", "after", "before", "about", "over", "under", "i", "you", "these", "those"),
        }
    ),
    labels=frozenset(
        {
            *("page", "pages", "p", "pp", "no", "nos", "number", "numbers", "chapter", "section"),
            *("article", "articles", "vol", "volume", "figure", "fig", "table", "line", "room"),
            *("version", "part", "item", "note", "resolution", "route", "highway", "level", "step"),
            *("grade", "type", "phase", "appendix", "isbn", "issn", "doi", "id", "code", "issue"),
            *("class", "protocol", "act", "order", "channel", "flight", "unit", "box", "folder"),
        }
    ),
    age_before=("aged", "age"),
    of=("of the", "of its", "of their", "of all", "of"),
    plural_endings=("s",),
)
