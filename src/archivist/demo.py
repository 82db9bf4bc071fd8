"""The main job with no display: the sample collection imported, annotated, exported, pictured."""

import os
from collections.abc import Iterator
from pathlib import Path

from archivist.archive.archive import open_archive
from archivist.domain.errors import StorageError
from archivist.exporter import PACKAGE_NAME, export_csv
from archivist.paths import is_there
from archivist.sample import build_sample


def run_demo(folder: Path) -> Iterator[str]:
    """Does the main job in a folder, and gives a line for each thing that it made.

    An archive that an earlier run left there is not touched: its export and picture are made anew.

    Raises:
        StorageError: The folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"“{folder}” cannot be made: {error.strerror}; give another folder."
        ) from error
    path = folder / "sample.archivist"
    if is_there(path):
        yield f"{path}: was there already and is left as it is"
    else:
        build_sample(path)
    with open_archive(path, read_only=True) as archive:
        documents = archive.documents.all()
        for document in documents:
            found = len(archive.documents.dates(document.id))
            markers = len(archive.markers.in_document(document.id))
            yield (
                f"{path}: {document.original_name}, {document.characters:,} characters, {found}"
                f" dates and {markers} markers found"
            )
        yield (
            f"{path}: {len(documents)} documents, {archive.excerpts.count()} excerpts,"
            f" {len(archive.events.all())} events, {len(archive.actors.all())} actors,"
            f" {len(archive.citations.all())} citations"
        )
        table = folder / "excerpts.csv"
        rows = export_csv(archive, table)
    yield f"{table}: {rows} rows, described by {PACKAGE_NAME} beside it"
    picture = folder / "window.png"
    # Set before Qt is loaded: no screen is needed, and no window flashes up on one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from archivist.ui.pictures import save_window

    save_window(path, picture)
    yield f"{picture}: the window on the sample collection"
