"""The panels in the real window, over a real archive: nothing that was typed is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tests.ui.hand import Hand

from archivist.archive.archive import open_archive
from archivist.ui.dialogs import EventDialog
from archivist.ui.inspector import Inspector

TEXT = "On 3 March 1931 the river rose over the lower yard, and the mill stood in water.\n"
PASSAGE = "the river rose over the lower yard"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "mill.archivist"


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path, archive: Path) -> Hand:
    source = tmp_path / "mill.txt"
    source.write_text(TEXT, encoding="utf-8")
    hand = Hand(qtbot)
    hand.window.archives.start(archive)
    hand.import_paths(source)
    start = TEXT.index(PASSAGE)
    hand.select(start, start + len(PASSAGE))
    hand.press(Qt.Key.Key_H)
    return hand


def inspector_of(hand: Hand) -> Inspector:
    return hand.window.bench.inspector


def notes_in(archive: Path) -> list[str]:
    with open_archive(archive, read_only=True) as opened:
        return [excerpt.note for excerpt in opened.excerpts.all()]


def test_a_note_being_typed_is_kept_when_the_window_closes(hand: Hand, archive: Path) -> None:
    inspector_of(hand).edit_note()
    hand.type("Ask the miller's family.")
    hand.close()
    assert notes_in(archive) == ["Ask the miller's family."]


def test_a_note_being_typed_is_kept_when_its_tags_change(hand: Hand, archive: Path) -> None:
    inspector = inspector_of(hand)
    inspector.edit_note()
    hand.type("Ask the ")
    QTest.mouseClick(inspector.reviewed, Qt.MouseButton.LeftButton)
    hand.settle()
    inspector.edit_note()
    inspector.note.moveCursor(inspector.note.textCursor().MoveOperation.End)
    hand.type("miller.")
    hand.close()
    assert notes_in(archive) == ["Ask the miller."]


def test_an_event_made_in_the_picker_is_shown_and_edited_in_its_form(
    qtbot: QtBot, hand: Hand
) -> None:
    hand.press(Qt.Key.Key_T)
    hand.type("Flood")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Escape)
    inspector = inspector_of(hand)
    assert [chip.text() for chip in inspector.dates.chips] == ["3 March 1931"]
    hand.press(Qt.Key.Key_Return, on=inspector.dates.chips[0])
    form = hand.window.findChild(EventDialog)
    assert isinstance(form, QDialog)
    form.name.selectAll()
    QTest.keyClicks(form.name, "The flood of 1931")
    hand.press(Qt.Key.Key_Return, on=form.name)
    hand.window.activateWindow()
    hand.settle()
    assert inspector.events.chips[0].text() == "The flood of 1931"
    hand.press(Qt.Key.Key_Z, CONTROL, on=hand.window)
    assert inspector.events.chips[0].text() == "Flood"
    hand.close()


def test_tags_go_and_come_back_by_keyboard(hand: Hand) -> None:
    hand.press(Qt.Key.Key_T)
    hand.type("@Ivo Brandt:witness")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Escape)
    inspector = inspector_of(hand)
    chip = inspector.actors.chips[0]
    assert chip.text() == "Ivo Brandt · witness"
    chip.setFocus()
    hand.press(Qt.Key.Key_Delete, on=chip)
    assert [each.text() for each in inspector.actors.chips] == ["+ tag"]
    assert QApplication.focusWidget() is inspector.actors.chips[0]
    hand.press(Qt.Key.Key_Z, CONTROL, on=hand.window)
    assert inspector.actors.chips[0].text() == "Ivo Brandt · witness"
    hand.close()
