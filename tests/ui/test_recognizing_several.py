"""Several documents are recognized at one wish: those that have pages without text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.readers import pictures
from tests.tesseract import needs_tesseract

from archivist.archive.archive import create
from archivist.importer import import_paths
from archivist.ui.dialogs.recognition import LanguagesDialog
from archivist.ui.main_window import MainWindow

CARD, NOTES, SLIP = 1, 2, 3


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A card, a text, and a slip, in an archive that is open."""
    card, notes, slip = tmp_path / "card.png", tmp_path / "notes.txt", tmp_path / "slip.png"
    card.write_bytes(pictures.saved(pictures.slip(["The northern gate."]), "PNG", dpi=(100, 100)))
    notes.write_text("Words alone.", "utf-8")
    slip.write_bytes(pictures.saved(pictures.slip(["Second sheet."]), "PNG", dpi=(100, 100)))
    path = tmp_path / "a.archivist"
    with create(path, user="Ani") as archive:
        assert [each.document_id for each in import_paths(archive, [card, notes, slip])] == [
            CARD,
            NOTES,
            SLIP,
        ]
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.archives.open(path)
    yield made
    made.close()


def asked(window: MainWindow, *document_ids: int) -> LanguagesDialog:
    window.bench.curating.recognition_requested.emit(list(document_ids))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LanguagesDialog)
    return dialog


@needs_tesseract
def test_all_that_have_pages_without_text_are_recognized_and_told_once(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = asked(window, CARD, NOTES, SLIP)
    assert dialog.value() == ("eng",)
    dialog.accept()
    documents = window.hub.archive.documents
    qtbot.waitUntil(lambda: documents.text(SLIP) != "", timeout=60_000)
    assert window.messages.text.startswith("Recognized 2 document")
    assert "5 word" in window.messages.text
    assert "northern gate" in documents.text(CARD)
    assert "Second sheet" in documents.text(SLIP)
    assert documents.text(NOTES) == "Words alone."
    assert window.hub.archive.history.undo() == "Recognize text"
    assert documents.text(SLIP) == ""
    assert "northern gate" in documents.text(CARD), "each is a step of its own"


@needs_tesseract
def test_what_is_deleted_meanwhile_is_told_and_the_rest_goes_on(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.bench.recognizing_several.recognize([CARD, SLIP], ("eng",))
    window.hub.archive.documents.delete(SLIP)
    documents = window.hub.archive.documents
    qtbot.waitUntil(lambda: "northern gate" in documents.text(CARD), timeout=60_000)
    assert window.messages.text.startswith("Recognized 1 document")
    assert "There is no document" in window.messages.text


@needs_tesseract
def test_cancel_leaves_the_others_out(qtbot: QtBot, window: MainWindow) -> None:
    window.bench.recognizing_several.recognize([CARD, SLIP], ("eng",))
    window.jobs.cancel_all()
    said = window.messages.accessibleName  # stays when the bar is gone
    qtbot.waitUntil(lambda: "left out." in said(), timeout=60_000)
    assert window.hub.archive.documents.text(SLIP) == ""


def test_where_all_is_text_there_is_nothing_to_ask(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.hub.message_shown) as told:
        window.bench.curating.recognition_requested.emit([NOTES])
    assert told.args == ["None of these documents has pages without text to recognize."]
