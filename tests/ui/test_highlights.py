"""Highlights of other programs in the window: told, drawn in their color, and declined by a key."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.readers.marked_pdfs import FIRST, SECOND, highlight, marked
from tests.ui.hand import Hand


def imported(hand: Hand, folder: Path) -> None:
    hand.window.archives.start(folder / "a.archivist")
    marks = highlight(FIRST, T="B. Reader"), highlight(SECOND)
    hand.import_paths(marked(folder / "marked.pdf", *marks))


def test_highlights_are_told_and_say_who_made_them(hand: Hand, tmp_path: Path) -> None:
    imported(hand, tmp_path)
    assert "2 highlights and notes of other programs became excerpts." in hand.window.messages.text
    assert "2 excerpts" in hand.window.status.text
    hand.window.hub.choose_excerpt(1)
    hand.settle()
    labels = hand.window.bench.inspector.findChildren(QLabel)
    assert any("highlighted in the file, by B. Reader" in label.text() for label in labels)


def test_declining_them_is_one_key_and_can_be_undone(hand: Hand, tmp_path: Path) -> None:
    imported(hand, tmp_path)
    hand.press(Qt.Key.Key_Space, on=hand.window.messages.other_button)
    assert "0 excerpts" in hand.window.status.text
    assert "1 document," in hand.window.status.text
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "2 excerpts" in hand.window.status.text


def test_a_message_that_offers_nothing_shows_no_other_button(hand: Hand, tmp_path: Path) -> None:
    imported(hand, tmp_path)
    plain = tmp_path / "plain.txt"
    plain.write_text("Nothing is marked here.", encoding="utf-8")
    hand.import_paths(plain)
    assert hand.window.messages.other_button.isHidden()
