"""The main job in the real window, with keys and mouse: import, tag, link, restart, export."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.hand import Hand

TEXT = (
    "The night at the mill\n\n"
    "On 3 March 1931 the river rose over the lower yard. The foreman, Ivo Brandt, said that nobody "
    "had been told to leave.[1] Two days later the company denied it.[2][3]\n\n"
    "By 5 March the yard had been cleared. A clerk counted 14 families in the school hall."
    "[citation needed]\n"
)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "mill.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def range_of(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_researcher_imports_tags_cites_restarts_and_exports(
    qtbot: QtBot, tmp_path: Path, source: Path
) -> None:
    archive = tmp_path / "mill.archivist"
    hand = Hand(qtbot)
    hand.window.archives.start(archive)
    hand.import_paths(source)
    assert hand.reader is not None
    assert "1 document, 0 excerpts" in hand.window.status.text

    # A passage becomes an excerpt by H, and is tagged with a new event, dated from the text.
    hand.select(*range_of("the river rose over the lower yard"))
    hand.press(Qt.Key.Key_H)
    hand.press(Qt.Key.Key_T)
    hand.type("Flood")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Escape)
    model = hand.window.bench.inspector.model
    assert model is not None
    assert [event.name for event in model.events] == ["Flood"]
    assert model.events[0].date is not None
    assert model.events[0].date.edtf == "1931-03-03"

    # Another one is tagged at once: an actor who says it, and the marker that follows.
    hand.select(*range_of("The foreman, Ivo Brandt, said that nobody had been told to leave."))
    hand.press(Qt.Key.Key_T)
    hand.type("@Ivo Brandt:source")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.type("flo")
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_C, ALT)
    hand.press(Qt.Key.Key_Escape)
    model = hand.window.bench.inspector.model
    assert model is not None
    assert [(tag.actor.name, tag.link.role.value) for tag in model.actors] == [
        ("Ivo Brandt", "source")
    ]
    assert [tag.label for tag in model.citations] == ["1"]

    # Undo takes back the last step only, and redo does it again.
    hand.press(Qt.Key.Key_Z, CONTROL)
    model = hand.window.bench.inspector.model
    assert model is not None
    assert not model.citations
    hand.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    hand.close()

    # Everything is there after a restart, the open document and the undo as well.
    hand = Hand(qtbot)
    hand.window.archives.open(archive)
    hand.settle()
    assert "1 document, 2 excerpts" in hand.window.status.text
    assert "markers" in hand.window.actions_["undo"].text()
    hand.press(Qt.Key.Key_N, on=hand.reader.text_view)
    assert hand.window.hub.excerpt_id is not None
    table = tmp_path / "out.csv"
    hand.window.bench.exporting.export_to(table)
    hand.wait_for_jobs()
    assert "2 rows" in hand.window.messages.text
    hand.close()

    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["events"] for row in rows] == ["Flood", "Flood"]
    assert rows[1]["actor_roles"] == "source"
    assert rows[1]["markers"] == "1"
