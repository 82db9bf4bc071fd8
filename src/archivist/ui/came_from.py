"""Where the file of a document came from, in words: the same in the form and above the text."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from archivist.domain.provenance import Provenance
from archivist.ui.naming import moment

translate = QCoreApplication.translate


def place_of_file(provenance: Provenance) -> str:
    """Gives the path of a file, and after it the way to what came inside it."""
    file = provenance.file
    return f"{file.path} › {file.member.replace('/', ' › ')}" if file.member else file.path


def facts_of_file(provenance: Provenance) -> Iterator[tuple[str, str]]:
    """Gives what is known of a file: labels and texts; times are those of the reader's clock."""
    file = provenance.file
    yield translate("CameFrom", "Came from:"), place_of_file(provenance)
    size = QLocale().formattedDataSize(file.size)
    exact = translate("CameFrom", "%Ln byte(s)", "", file.size)
    yield translate("CameFrom", "Size:"), f"{size} ({exact})" if file.size >= 1024 else exact
    if file.created:
        yield translate("CameFrom", "File made:"), moment(file.created)
    if file.modified:
        yield translate("CameFrom", "File changed:"), moment(file.modified)


def told(provenance: Provenance) -> str:
    """Tells of an import that another one followed, in one line."""
    return translate("CameFrom", "{path}, imported {at} by {by}").format(
        path=place_of_file(provenance), at=moment(provenance.at), by=provenance.by
    )
