"""The languages that dates are found in: a table each."""

from archivist.finding.date_languages.ar import ARABIC
from archivist.finding.date_languages.az import AZERBAIJANI
from archivist.finding.date_languages.de import GERMAN
from archivist.finding.date_languages.en import ENGLISH
from archivist.finding.date_languages.es import SPANISH
from archivist.finding.date_languages.fr import FRENCH
from archivist.finding.date_languages.hy import ARMENIAN
from archivist.finding.date_languages.ru import RUSSIAN
from archivist.finding.date_languages.tr import TURKISH
from archivist.finding.date_languages.uk import UKRAINIAN

__all__ = ["ENGLISH", "TABLES"]

TABLES = {
    table.code: table
    for table in (
        ENGLISH,
        FRENCH,
        GERMAN,
        SPANISH,
        RUSSIAN,
        UKRAINIAN,
        ARMENIAN,
        TURKISH,
        AZERBAIJANI,
        ARABIC,
    )
}
