"""What a passage looks like after a gesture, and what single gestures leave behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.conftest import range_of
from tests.ui.hand import Hand

from archivist.domain.vocabulary import LinkOrigin
from archivist.ui.reader.selection_bar import SelectionBar

CONTROL = Qt.KeyboardModifier.ControlModifier
PASSAGE = "the river rose over the lower yard"


def small_bar(hand: Hand) -> SelectionBar:
    bar = hand.reader.findChild(SelectionBar)
    assert bar is not None
    return bar


@pytest.mark.parametrize("gesture", ["highlight", "tag"])
def test_a_passage_that_became_an_excerpt_is_no_longer_selected(mill: Hand, gesture: str) -> None:
    mill.select(*range_of(PASSAGE))
    mill.wait(small_bar(mill).isVisible)
    if gesture == "highlight":
        mill.press(Qt.Key.Key_H)
    else:
        mill.press(Qt.Key.Key_T)
        assert mill.reader.selection() == range_of(PASSAGE)  # until there is a tag, nothing is made
        mill.type("Flood")
        mill.press(Qt.Key.Key_Return, CONTROL)
        mill.press(Qt.Key.Key_Escape)
    assert mill.reader.selection() is None
    assert not small_bar(mill).isVisible()
    model = mill.window.bench.inspector.model
    assert model is not None
    assert model.excerpt.anchor.quote == PASSAGE


def test_the_small_bar_makes_way_for_the_picker(mill: Hand) -> None:
    mill.select(*range_of(PASSAGE))
    mill.wait(small_bar(mill).isVisible)
    mill.press(Qt.Key.Key_T)
    assert not small_bar(mill).isVisible()


def test_a_document_that_comes_back_outlines_what_is_chosen_now(mill: Hand, tmp_path: Path) -> None:
    mill.select(*range_of(PASSAGE))
    mill.press(Qt.Key.Key_H)
    first = mill.reader
    other = tmp_path / "ledger.txt"
    other.write_text("The ledger of the yard names nobody.", encoding="utf-8")
    mill.import_paths(other)
    mill.open_row("document", "ledger")
    mill.select(4, 10)
    mill.press(Qt.Key.Key_H)
    mill.open_row("document", "mill")
    assert mill.reader is first
    assert first.text_view.annotations().chosen is None


def test_undo_while_a_note_is_typed_keeps_the_note_first(mill: Hand) -> None:
    mill.select(*range_of(PASSAGE))
    mill.press(Qt.Key.Key_H)
    mill.window.bench.inspector.edit_note()
    mill.type("Ask the clerk")
    mill.window.actions_["undo"].trigger()
    mill.settle()
    history = mill.window.hub.archive.history
    assert mill.window.status.message.startswith("Undone")
    assert "1 excerpt" in mill.window.status.text
    assert mill.window.bench.inspector.note.text() == ""
    history.redo()
    mill.settle()
    assert mill.window.bench.inspector.note.text() == "Ask the clerk"


def test_l_and_a_label_link_to_what_the_label_means_in_one_step(mill: Hand) -> None:
    mill.select(*range_of(PASSAGE))
    mill.press(Qt.Key.Key_L)
    mill.type("3")
    mill.press(Qt.Key.Key_Return)
    mill.press(Qt.Key.Key_Escape)
    archive = mill.window.hub.archive
    model = mill.window.bench.inspector.model
    assert model is not None
    (cited,) = [tag.citation.id for tag in model.citations]
    (marker,) = [each for each in archive.markers.in_document(1) if each.label == "3"]
    assert archive.markers.citation_for(marker.id, create=False) == cited
    mill.press(Qt.Key.Key_Z, CONTROL)
    assert archive.excerpts.all() == []
    assert archive.citations.all() == []


def test_the_status_bar_stands_at_the_leading_side_of_a_mirrored_window(mill: Hand) -> None:
    mill.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mill.settle()
    bar = mill.window.statusBar()
    (saved,) = [each for each in bar.findChildren(QLabel) if each.text().startswith("Saved")]
    assert bar.width() - saved.geometry().right() < 12


def test_the_library_follows_the_tab_in_front(mill: Hand, tmp_path: Path) -> None:
    other = tmp_path / "ledger.txt"
    other.write_text("The ledger of the yard names nobody.", encoding="utf-8")
    mill.import_paths(other)
    mill.open_row("document", "ledger")
    mill.window.bench.documents.open(1)
    mill.settle()
    assert [row.label for row in mill.window.bench.library.chosen_rows()] == ["mill"]


def test_the_text_stands_still_when_a_passage_is_highlighted(mill: Hand, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"Line {n} of the register." for n in range(200)), encoding="utf-8")
    mill.import_paths(long)
    bar = mill.reader.text_view.verticalScrollBar()
    for value in (45, 1013):
        bar.setValue(value)
        mill.settle()
        start = mill.reader.text_view.place() + 60
        mill.reader.select(start, start + 12)
        mill.press(Qt.Key.Key_H)
        assert bar.value() == value
    assert len(mill.window.hub.archive.excerpts.all()) == 2


def test_what_a_marker_supports_becomes_an_excerpt_with_its_citation_in_one_step(
    mill: Hand,
) -> None:
    archive = mill.window.hub.archive
    (marker,) = [each for each in archive.markers.in_document(1) if each.label == "3"]
    menu = mill.window.bench.citing.menu(marker)
    (offer,) = [each for each in menu.actions() if each.text() == "Highlight what it supports"]
    offer.trigger()
    mill.settle()
    (excerpt,) = archive.excerpts.all()
    assert excerpt.anchor.quote == "Two days later the company denied it."
    assert mill.window.hub.excerpt_id == excerpt.id
    model = mill.window.bench.inspector.model
    assert model is not None
    (tag,) = model.citations
    assert tag.link.origin is LinkOrigin.MARKER
    assert archive.markers.citation_for(marker.id, create=False) == tag.citation.id
    mill.press(Qt.Key.Key_Z, CONTROL)
    assert archive.excerpts.all() == []
    assert archive.citations.all() == []
    menu.deleteLater()
