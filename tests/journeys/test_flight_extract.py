"""The main job on a real text: five passages highlighted, tagged, linked and exported.

The window is closed and opened again in the middle, and its table is compared with that of the
command line.
"""

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archivist.ui.inspector_model import InspectorModel
from tests.material import MATERIAL, needs_material
from tests.ui.hand import LEFT, NO_KEY, Hand

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

pytestmark = needs_material


def find_in(text: str) -> Callable[[str], tuple[int, int]]:
    def range_of(words: str) -> tuple[int, int]:
        assert text.count(words) == 1
        start = text.index(words)
        return start, start + len(words)

    return range_of


def shown(hand: Hand) -> InspectorModel:
    model = hand.window.bench.inspector.model
    assert model is not None, "no excerpt is chosen"
    return model


def place_on_timeline(hand: Hand, kind: str, thing_id: int) -> QPoint:
    """Finds where a thing stands on the timeline, as the eye would."""
    axis = hand.window.bench.timeline.axis
    for y in range(0, axis.viewport().height(), 3):
        point = QPoint(axis.viewport().width() // 2, y)
        if axis.placed_at(point)[1] == (kind, thing_id):
            return point
    raise AssertionError(f"the timeline shows no {kind} {thing_id}")


def test_five_passages_go_from_the_file_to_the_table(qtbot: QtBot, tmp_path: Path) -> None:
    assert MATERIAL is not None
    source = MATERIAL / "flight-extract.txt"
    range_of = find_in(source.read_text(encoding="utf-8"))
    archive = tmp_path / "flight.archivist"
    hand = Hand(qtbot)
    hand.window.archives.start(archive)
    hand.import_paths(source)

    # 1: H, then Alt+C takes all six markers that follow.
    hand.select(*range_of('This policy – sometimes called a "White Genocide"'))
    hand.press(Qt.Key.Key_H)
    hand.press(Qt.Key.Key_C, ALT)
    assert [tag.label for tag in shown(hand).citations] == ["24", "25", "26", "27", "28", "29"]

    # 2: T, a new event by Ctrl+Enter, dated from the sentence it stands in.
    hand.select(*range_of("the blockade had caused supplies to all but run out"))
    hand.press(Qt.Key.Key_T)
    hand.type("Blockade")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.type("/hunger")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Escape)
    (blockade,) = shown(hand).events
    assert blockade.date is not None
    assert (blockade.date.edtf, blockade.date.modifier) == ("2023-09", "start")
    assert [topic.name for topic in shown(hand).topics] == ["hunger"]

    # 3: a year that the text does not repeat is inferred, and said to be.
    hand.select(*range_of("the evacuation of Armenian refugees began through the Lachin corridor"))
    hand.press(Qt.Key.Key_T)
    hand.type("Evacuation")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Escape)
    (evacuation,) = shown(hand).events
    assert evacuation.date is not None
    assert (evacuation.date.edtf, evacuation.date.certainty) == ("2023-09-24", "inferred")
    hand.close()

    hand = Hand(qtbot)
    hand.window.archives.open(archive)
    hand.settle()
    assert "1 document, 3 excerpts" in hand.window.status.text

    # 4: a click on the marker that follows links to it.
    hand.select(
        *range_of(
            "Ruben Vardanyan, a former high-level Artsakh government official and a prominent "
            "businessman, was apprehended by Azerbaijani forces just as he was poised to enter "
            "Armenia,"
        )
    )
    hand.press(Qt.Key.Key_T)
    hand.type("@Ruben Vardanyan:victim")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Escape)
    marker = hand.reader.text_view.range_area(*range_of("[86]")).center()
    QTest.mouseClick(hand.reader.text_view.viewport(), LEFT, NO_KEY, marker)
    hand.settle()
    assert [tag.label for tag in shown(hand).citations] == ["86"]

    # 5: a source with a stance; the excerpt is dropped on an event of the timeline.
    start, end = range_of("Armenian Health Minister Anahit Avanesian said some refugees died")
    hand.select(start, end)
    hand.press(Qt.Key.Key_T)
    hand.type("@Anahit Avanesian:source:asserts")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Escape)
    (tag,) = shown(hand).actors
    assert (tag.link.role, tag.link.stance) == ("source", "asserts")
    axis = hand.window.bench.timeline.axis
    hand.drop_excerpt(
        shown(hand).excerpt.id,
        on=axis.viewport(),
        at=place_on_timeline(hand, "event", evacuation.id),
    )
    assert [event.name for event in shown(hand).events] == ["Evacuation"]

    # The passage is extended by a word, and the step is named where it can be taken back.
    hand.press(Qt.Key.Key_Right, SHIFT | ALT, on=hand.reader.text_view)
    assert shown(hand).excerpt.anchor.quote.endswith("refugees died in")
    hand.press(Qt.Key.Key_Z, CONTROL, on=hand.reader.text_view)
    assert shown(hand).excerpt.anchor.quote.endswith("refugees died")

    table = tmp_path / "window" / "flight.csv"
    table.parent.mkdir()
    hand.window.bench.exporting.export_to(table)
    hand.wait_for_jobs()
    assert "5 rows" in hand.window.messages.text
    hand.close()

    other = tmp_path / "command" / "flight.csv"
    other.parent.mkdir()
    subprocess.run(
        [sys.executable, "-m", "archivist", "export", str(archive), str(other)],
        check=True,
        capture_output=True,
    )
    for name in ("flight.csv", "datapackage.json"):
        assert (table.parent / name).read_bytes() == (other.parent / name).read_bytes()
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["excerpt_id"] for row in rows] == ["1:1", "1:2", "1:3", "1:4", "1:5"]
    assert rows[4]["actor_stances"] == "asserts"
