"""The collection in the library: the tree, filing by mouse and keys, and one form for several."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QInputDialog
from tests.ui.hand import Hand

from archivist.domain.anchor import describe
from archivist.domain.model import Shelfmark
from archivist.ui.chips import Chip
from archivist.ui.dialogs.documents import DocumentsDialog
from archivist.ui.dialogs.filing import FilingDialog
from archivist.ui.library_model import DOCUMENTS_MIME, row_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shelves(hand: Hand, tmp_path: Path) -> Hand:
    """Four documents, two of them filed in boxes, shown by collection."""
    hand.window.archives.start(tmp_path / "box.archivist")
    files = []
    for name in ("Letter", "Report", "Map", "Diary"):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"The text of the {name}.", encoding="utf-8")
        files.append(file)
    hand.import_paths(*files)
    collections = hand.window.hub.archive.collections
    collections.file([1], Shelfmark("State Archive", "F 12", box="9"))
    collections.file([2], Shelfmark("State Archive", "F 12", box="10"))
    hand.press(Qt.Key.Key_B, CONTROL)
    return hand


def drawn(hand: Hand) -> list[str]:
    """Gives the documents' section as it is shown, with a blank for each level."""
    model = hand.window.bench.library.model
    heading = model.index(0, 0)
    rows = [row_of(model.index(line, 0, heading)) for line in range(model.rowCount(heading))]
    return [" " * row.depth + row.label for row in rows if row is not None]


SHOWN = [
    "State Archive",
    " F 12",
    "  Box 9",
    "   Letter",
    "  Box 10",
    "   Report",
    "Not filed",
    " Map",
    " Diary",
]


def test_a_key_and_a_button_show_documents_where_they_are_filed(shelves: Hand) -> None:
    assert drawn(shelves) == SHOWN
    library = shelves.window.bench.library
    assert library.by_collection.isChecked()
    assert shelves.window.actions_["by_collection"].isChecked()
    shelves.click(library.by_collection)
    assert drawn(shelves) == ["Letter", "Report", "Map", "Diary"]
    assert not shelves.window.actions_["by_collection"].isChecked()


def test_shelves_count_what_is_on_them_and_fold(shelves: Hand) -> None:
    view = shelves.window.bench.library.view
    shelves.click_row("shelf", "State Archive")
    row = row_of(view.currentIndex())
    assert row is not None
    assert (row.label, row.count) == ("State Archive", 2)
    assert drawn(shelves) == ["State Archive", "Not filed", " Map", " Diary"]
    shelves.press(Qt.Key.Key_Right, on=view)
    assert drawn(shelves) == SHOWN
    shelves.click_row("document", "Letter")
    shelves.press(Qt.Key.Key_Left, on=view)
    row = row_of(view.currentIndex())
    assert row is not None
    assert row.label == "Box 9"
    shelves.press(Qt.Key.Key_Return, on=view)
    assert "   Letter" not in drawn(shelves)


def test_typing_shows_what_matches_and_the_shelves_around_it(shelves: Hand) -> None:
    shelves.window.bench.library.filter.setText("report")
    assert drawn(shelves) == ["State Archive", " F 12", "  Box 10", "   Report"]
    shelves.window.bench.library.filter.setText("f 12")
    assert drawn(shelves) == SHOWN[:6]


def test_documents_dropped_on_a_shelf_are_filed_there_in_one_step(shelves: Hand) -> None:
    view = shelves.window.bench.library.view
    data = QMimeData()
    data.setData(DOCUMENTS_MIME, json.dumps([3, 4]).encode())
    shelves.drop(data, on=view.viewport(), at=shelves.row_place("shelf", "Box 9"))
    assert "   Diary" in drawn(shelves)
    assert "Not filed" not in drawn(shelves)
    assert "Filed 2 documents under State Archive / F 12 / 9" in shelves.window.status.message
    shelves.press(Qt.Key.Key_Z, CONTROL)
    assert drawn(shelves) == SHOWN


def test_where_nothing_is_filed_yet_a_new_place_is_typed_at_once(
    hand: Hand, tmp_path: Path
) -> None:
    hand.window.archives.start(tmp_path / "loose.archivist")
    note = tmp_path / "Note.txt"
    note.write_text("The text of the note.", encoding="utf-8")
    hand.import_paths(note)
    hand.click_row("document", "Note")
    hand.press(Qt.Key.Key_M, CONTROL)
    dialog = hand.window.findChild(FilingDialog)
    assert isinstance(dialog, FilingDialog)
    assert dialog.levels["repository"].hasFocus()


def test_several_that_are_deleted_are_called_what_they_are(shelves: Hand) -> None:
    shelves.click_row("document", "Map")
    shelves.click_row("document", "Diary", CONTROL)
    shelves.press(Qt.Key.Key_Delete)
    assert shelves.window.hub.archive.history.undoable == "Delete 2 documents"


def test_chosen_documents_are_filed_by_keys(shelves: Hand) -> None:
    shelves.click_row("document", "Map")
    shelves.click_row("document", "Diary", CONTROL)
    shelves.press(Qt.Key.Key_M, CONTROL)
    dialog = shelves.window.findChild(FilingDialog)
    assert isinstance(dialog, FilingDialog)
    assert not dialog.ok.isEnabled()
    dialog.place.setCurrentIndex(dialog.place.findText("State Archive / F 12 / 10"))
    dialog.place.activated.emit(dialog.place.currentIndex())
    dialog.levels["folder"].setText("3")
    shelves.press(Qt.Key.Key_Return, on=dialog.levels["folder"])
    assert "   Folder 3" in drawn(shelves)
    assert [str(item.shelfmark) for item in shelves.window.hub.archive.documents.all()[2:]] == [
        "State Archive / F 12 / 10 / 3"
    ] * 2


def test_a_shelf_is_renamed_with_all_that_is_on_it(shelves: Hand) -> None:
    shelves.click_row("shelf", "F 12")
    shelves.press(Qt.Key.Key_F2)
    dialog = shelves.window.findChild(QInputDialog)
    assert dialog is not None
    assert dialog.textValue() == "F 12"
    dialog.setTextValue("F 012")
    dialog.accept()
    shelves.settle()
    marks = {str(item.shelfmark) for item in shelves.window.hub.archive.documents.all()}
    assert marks == {"State Archive / F 012 / 9", "State Archive / F 012 / 10", ""}


def test_one_form_edits_all_that_are_chosen_and_leaves_what_nobody_touched(shelves: Hand) -> None:
    archive = shelves.window.hub.archive
    archive.documents.update(1, author="Ani", rights="public domain")
    archive.documents.update(2, author="Bedros", rights="public domain")
    shelves.settle()
    shelves.click_row("document", "Letter")
    shelves.click_row("document", "Report", CONTROL)
    shelves.press(Qt.Key.Key_F4)
    dialog = shelves.window.findChild(DocumentsDialog)
    assert isinstance(dialog, DocumentsDialog)
    assert dialog.lines["author"].line.placeholderText() == "several values"
    assert dialog.lines["rights"].line.text() == "public domain"
    assert dialog.lines["fonds"].line.text() == "F 12"
    dialog.lines["date"].line.setText("early 1915")
    dialog.lines["fonds"].line.setText("F 13")
    shelves.click(dialog.ok)
    first, second = archive.documents.all()[:2]
    assert (first.author, second.author) == ("Ani", "Bedros")
    assert first.date is not None
    assert (first.date.edtf, first.date) == ("1915", second.date)
    assert str(first.shelfmark) == "State Archive / F 13 / 9"
    assert str(second.shelfmark) == "State Archive / F 13 / 10"
    assert archive.history.undoable == "Edit 2 documents"


def test_a_field_can_be_emptied_in_all_and_a_wrong_one_keeps_the_form_open(shelves: Hand) -> None:
    archive = shelves.window.hub.archive
    archive.documents.update(1, author="Ani")
    shelves.settle()
    shelves.click_row("shelf", "State Archive")
    shelves.press(Qt.Key.Key_F4)
    dialog = shelves.window.findChild(DocumentsDialog)
    assert isinstance(dialog, DocumentsDialog)
    assert dialog.value().fields == {}
    dialog.lines["language"].line.setText("not a language")
    assert not dialog.ok.isEnabled()
    dialog.lines["language"].line.setText("hy")
    shelves.click(dialog.lines["author"].empty)
    assert dialog.value().fields == {"author": "", "language": "hy"}
    shelves.click(dialog.ok)
    assert [item.author for item in archive.documents.all()[:2]] == ["", ""]


def test_a_shelf_filters_the_timeline_and_what_is_exported(shelves: Hand, tmp_path: Path) -> None:
    archive = shelves.window.hub.archive
    flood = archive.events.create("Flood")
    for number in (1, 2, 3):
        excerpt = archive.excerpts.create(number, describe(archive.documents.text(number), 4, 8))
        archive.links.tag_event(excerpt, flood)
    shelves.settle()
    shelves.click_row("shelf", "F 12")
    shelves.press(Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    timeline = shelves.window.bench.timeline
    assert timeline.filter.document_ids == {1, 2}
    chip = timeline.findChild(Chip, "documents")
    assert chip is not None
    assert chip.text() == "F 12"
    assert exported(shelves, tmp_path) == ["Letter", "Report"]
    chip.removal_requested.emit()
    assert timeline.filter.document_ids == frozenset()
    assert exported(shelves, tmp_path) == ["Letter", "Report", "Map"]


def exported(hand: Hand, folder: Path) -> list[str]:
    """Gives the documents of the excerpts that an export of what is shown writes."""
    hand.window.bench.exporting.export_to(folder / "out.csv")
    hand.wait_for_jobs()
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["document"] for row in csv.DictReader(file)]
