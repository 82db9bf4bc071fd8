"""The table of each language in which figures are found."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from archivist.finding.figure_words import ENGLISH, FigureWords
from archivist.finding.figure_words_eastern import (
    ARABIC,
    ARMENIAN,
    AZERBAIJANI,
    RUSSIAN,
    TURKISH,
    UKRAINIAN,
)
from archivist.finding.figure_words_western import FRENCH, GERMAN, SPANISH
from archivist.finding.name_words import month_names

LANGUAGES: Mapping[str, FigureWords] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "hy": ARMENIAN,
    "az": AZERBAIJANI,
    "tr": TURKISH,
    "ar": ARABIC,
}


@lru_cache(maxsize=16)
def figure_words(language: str) -> FigureWords:
    """Gives the table of a language (BCP 47), English where it has none."""
    code = language.partition("-")[0].casefold()
    code = code if code in LANGUAGES else "en"
    return replace(LANGUAGES[code], months=month_names(code))
