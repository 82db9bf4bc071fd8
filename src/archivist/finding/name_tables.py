"""The table of each language in which names are found."""

from collections.abc import Mapping
from functools import lru_cache

from archivist.finding.name_words import NameWords, common_words, inflected, words
from archivist.finding.name_words_eastern import (
    ARABIC,
    ARMENIAN,
    AZERBAIJANI,
    RUSSIAN,
    TURKISH,
    UKRAINIAN,
)
from archivist.finding.name_words_english import ENGLISH
from archivist.finding.name_words_western import FRENCH, GERMAN, SPANISH

_OWN: Mapping[str, NameWords] = {
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "hy": ARMENIAN,
    "tr": TURKISH,
    "az": AZERBAIJANI,
    "ar": ARABIC,
}
# What English tables say of other Latin texts: names of bodies and given names stay the same there.
_ABROAD = NameWords(
    titles=words("mr mrs dr prof sir lord lady president general"),
    organizations=ENGLISH.organizations,
    bodies=ENGLISH.bodies,
    states=ENGLISH.states,
    places=words("street road avenue river island"),
    links=words("of of_the for"),
    particles=ENGLISH.particles,
    cities=ENGLISH.cities,
    plain_acronyms=ENGLISH.plain_acronyms,
    given=ENGLISH.given,
)

_INFLECTING = frozenset({"ru", "uk", "hy", "az"})


@lru_cache(maxsize=16)
def name_words(language: str) -> NameWords:
    """Gives the words of a language (BCP 47), English where there is no table."""
    code = language.partition("-")[0].casefold()
    if code not in _OWN:
        return ENGLISH | common_words("en")
    own = _OWN[code] | common_words(code)
    return (inflected(own, code) if code in _INFLECTING else own) | _ABROAD
