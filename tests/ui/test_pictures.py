"""Pictures of the window show what they are told to."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from archivist.archive.archive import create, open_archive
from archivist.domain.model import Shelfmark
from archivist.importer import prepare, store
from archivist.ui import theme
from archivist.ui.pictures import View, save_window

SMALL = View(size=(900, 600))
MIDDLE = QRect(400, 250, 100, 100)
LIBRARY = QRect(0, 80, 150, 400)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive of one page with headings, which is filed."""
    page = tmp_path / "page.md"
    page.write_text("# A heading\n\nWords.\n\n## Another\n\nMore words.", encoding="utf-8")
    path = tmp_path / "a.archivist"
    with create(path) as archive:
        store(archive, prepare(page))
        archive.collections.file([1], Shelfmark("State Archive", "F 12", box="9"))
    return path


def drawn(path: Path, view: View = SMALL) -> QImage:
    picture = path.with_suffix(".png")
    save_window(path, picture, view)
    return QImage(str(picture))


def shows_progress(image: QImage) -> bool:
    """Says whether the full bar of the queue runs through the middle of the picture's top."""
    accent = QColor(theme.current().accent)
    return any(image.pixelColor(image.width() // 2, y) == accent for y in range(20, 200))


def test_the_library_by_collection_and_the_contents_change_what_is_seen(
    qtbot: QtBot, path: Path
) -> None:
    plain = drawn(path)
    shelves = drawn(path, replace(SMALL, by_collection=True))
    assert shelves.copy(LIBRARY) != plain.copy(LIBRARY)
    assert shelves.copy(MIDDLE) == plain.copy(MIDDLE)
    contents = drawn(path, replace(SMALL, contents=True))
    assert contents.copy(LIBRARY) == plain.copy(LIBRARY)
    assert contents != plain


def test_the_queue_stands_in_the_middle_once_all_files_are_in(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    assert not shows_progress(drawn(path))
    note = tmp_path / "note.txt"
    note.write_text("A note.", encoding="utf-8")
    assert shows_progress(drawn(path, replace(SMALL, imported=(note,))))
    with open_archive(path, read_only=True) as archive:
        assert [document.title for document in archive.documents.all()] == ["A heading", "note"]
