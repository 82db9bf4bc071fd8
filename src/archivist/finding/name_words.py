"""The words in and around names as data, a table for each language, all in small letters.

Names of states, languages, months, weekdays and cities come from the Unicode CLDR through Babel.
"""

from dataclasses import dataclass, fields, replace
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from archivist.finding.inflection import forms
from archivist.finding.words import lowered


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """What a language says in and around the names of those who act.

    `titles` stand before a person's name or with the body that a person heads; `subjects` are what
    an office or body is for ("Foreign Affairs"). `organizations`, `bodies`, `states` and `groups`
    make a name one of those; `things` are names of what does not act (wars, treaties), `places` of
    where. `openers` are never part of a name, `soft_openers` not where they begin a sentence.
    `particles` join the names of one person, `links` those of one body. `in_places` stand before
    a place and `place_nouns` after it, `acts` after somebody who acts and `agents` before. `given`
    are given names, `peoples` adjectives and members of
    peoples. `head_first`: a body's own word comes first ("Ministère …").
    """

    titles: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    soft_openers: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    inner_links: frozenset[str] = frozenset()  # after another link only: "for Relief in Belgium"
    in_places: frozenset[str] = frozenset()
    place_nouns: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()  # before who acts: by, according to
    given: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()
    territories: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    nobles: frozenset[str] = frozenset()  # titles that with their place are a person's name
    name_endings: frozenset[str] = frozenset()  # after a person's name: Pasha, Jr
    possessors: frozenset[str] = frozenset()  # with their ending within a name: "Women's Corps"
    renowned: frozenset[str] = frozenset()  # single names of bodies that nothing else need show
    roles: frozenset[str] = frozenset()  # in apposition: "Ann Orr, a miller"
    articles: frozenset[str] = frozenset()  # before an acronym that names a body
    ways: frozenset[str] = frozenset()  # from, to: before places and before people
    plain_acronyms: frozenset[str] = frozenset()
    # Endings of the adjectives that follow a body's own word in small letters ("Sénat français"),
    # and of those in capitals that such a word follows ("Европейский совет").
    small_adjectives: tuple[str, ...] = ()
    capital_adjectives: tuple[str, ...] = ()
    head_first: bool = False
    apostrophe_endings: bool = False
    capital_nouns: bool = False

    def is_institution(self, small: str) -> bool:
        """Says whether a word makes a name an institution's."""
        return small in self.organizations or small in self.bodies or small in self.states

    def __or__(self, other: "NameWords") -> "NameWords":
        """The words of both; what a language does stays that of the first."""
        return NameWords(
            **{
                field.name: getattr(self, field.name) | getattr(other, field.name)
                if isinstance(getattr(self, field.name), frozenset)
                else getattr(self, field.name)
                for field in fields(self)
            }
        )


def words(text: str) -> frozenset[str]:
    """Gives the words of a table's cell; "_" stands for the space within a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


_UNIONS = frozenset({"UN", "EU", "EZ"})  # what CLDR counts as a territory and is none


def inflected(table: NameWords, language: str) -> NameWords:
    """Gives a table with the forms that its nouns have in a language that inflects them."""

    def all_forms(cell: frozenset[str]) -> frozenset[str]:
        return frozenset(form for word in cell for form in forms(word, language))

    return replace(
        table,
        titles=all_forms(table.titles),
        bodies=all_forms(table.bodies),
        organizations=all_forms(table.organizations),
        states=all_forms(table.states),
        things=all_forms(table.things),
        places=all_forms(table.places),
        territories=all_forms(table.territories),
    )


def month_names(language: str) -> frozenset[str]:
    """Gives the names of the months in a language, in small letters, in all forms that CLDR has."""
    return frozenset(
        lowered(str(name)).strip(".")
        for form in Locale.parse(language).months.values()
        for width in ("wide", "abbreviated")
        for name in form[width].values()
    )


@lru_cache(maxsize=16)
def common_words(language: str) -> NameWords:
    """Gives the names of states, languages, months and weekdays in a language, as words."""
    locale = Locale.parse(language)
    territories = {
        lowered(str(name))
        for code, name in locale.territories.items()
        if code.isalpha() and len(code) == 2 and code not in _UNIONS
    }
    # "Myanmar (Burma)", "Congo - Kinshasa": the first name is the one that texts use.
    territories |= {name.split(" (")[0].split(" - ")[0] for name in territories}
    cities = {zone.rsplit("/", 1)[-1].replace("_", " ") for zone in get_global("zone_territories")}
    cities |= {str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
    continents = {
        lowered(str(name)) for code, name in locale.territories.items() if code.isdecimal()
    }
    calendar = {
        lowered(str(name)).strip(".")
        for form in locale.days.values()
        for width in ("wide", "abbreviated")
        for name in form[width].values()
    }
    peoples = {lowered(str(name)) for name in locale.languages.values() if " " not in str(name)}
    return NameWords(
        territories=frozenset(name for name in territories if len(name) > 2),
        calendar=frozenset(name for name in calendar | month_names(language) if len(name) > 2),
        peoples=frozenset(peoples),
        cities=frozenset({*(lowered(city) for city in cities), *continents}),
    )
