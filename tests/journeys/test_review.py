"""Suggestions reviewed by keys: from the file to the table, over a restart, with nothing typed."""

import csv
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from archivist.domain.suggestions import Proposal
from archivist.finding.version import FINDER_VERSION
from tests.ui.hand import Hand

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

TEXT = """The winter on the Vardan road

In early November 1922 the upper bridge was closed, and flour was brought up by mule.[1] On 9
November the first families left for the plain.[2]

The physician Ada Lindqvist said that approximately 400 people had fallen ill in the
school hall.[3] The mining company denied it.[4] Between 1,200 and 1,500 people had crossed the pass
by the end of the month, according to the International Committee of the Red Cross (ICRC).[2]

On 19 November the ICRC opened a kitchen; Ada Lindqvist was put in charge of it.[3]

References

[1] Brandt, Ivo. The Upper Bridge. Leipzig: Hirzel, 1925.
[2] International Committee of the Red Cross. Report on the Vardan Road. Geneva, 1923.
[3] Lindqvist, Ada. A Winter Diary. Stockholm: Norstedt, 1931.
"""


def open_review(hand: Hand) -> None:
    archive = hand.window.hub.archive
    hand.wait(lambda: archive.suggestions.stale(FINDER_VERSION) == [])
    hand.press(KEY.Key_U, CONTROL)


def listed(hand: Hand) -> list[Proposal]:
    return list(hand.window.bench.workspace.review.model.proposals)


def go_to(hand: Hand, kind: str, words: str) -> None:
    """Goes on, by the key for the next suggestion, to the one that reads so."""
    pane = hand.window.bench.workspace.review
    for _ in range(len(listed(hand))):
        chosen = pane.proposal
        assert chosen is not None
        if chosen.kind == kind and words in (chosen.text, chosen.value):
            return
        hand.press(KEY.Key_S)
    raise AssertionError(f"no {kind} “{words}” among {listed(hand)}")


def test_suggestions_go_from_the_file_to_the_table_by_keys_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "winter.txt"
    source.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "winter.archivist"
    hand = Hand(qtbot)
    hand.window.archives.start(path)
    hand.import_paths(source)
    open_review(hand)
    before = len(listed(hand))

    # A name of several mentions, one of them by its acronym.
    go_to(hand, "name", "International Committee of the Red Cross")
    hand.press(KEY.Key_A)
    # A statement with its speaker, and a figure in the same sentence.
    go_to(hand, "source", "Ada Lindqvist")
    hand.press(KEY.Key_Return)
    go_to(hand, "figure", "approximately 400 people")
    hand.press(KEY.Key_A)
    # A year that the text does not repeat, as a new event of that day.
    go_to(hand, "date", "19 November")
    hand.press(KEY.Key_V)
    hand.type("Kitchen")
    form = next(each for each in hand.window.findChildren(QDialog) if each.isVisible())
    hand.press(KEY.Key_Return, on=form)
    # What is none of it goes, and one thing too much comes back.
    go_to(hand, "date", "9\nNovember")
    hand.press(KEY.Key_X)
    hand.press(KEY.Key_Z, CONTROL)
    hand.press(KEY.Key_A)
    # All entries of the list at once.
    go_to(hand, "reference", "Lindqvist, Ada. A Winter Diary. Stockholm: Norstedt, 1931.")
    hand.press(KEY.Key_A, SHIFT)
    left = len(listed(hand))
    assert left < before - 7
    hand.close()

    hand = Hand(qtbot)
    hand.window.archives.open(path)
    open_review(hand)
    assert len(listed(hand)) == left, "what was decided does not come back"
    table = tmp_path / "window" / "winter.csv"
    table.parent.mkdir()
    hand.window.bench.exporting.export_to(table)
    hand.wait_for_jobs()
    hand.close()

    other = tmp_path / "command" / "winter.csv"
    other.parent.mkdir()
    subprocess.run(
        [sys.executable, "-m", "archivist", "export", str(path), str(other)],
        check=True,
        capture_output=True,
    )
    assert table.read_bytes() == other.read_bytes()
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    said = next(row for row in rows if row["actor_stances"])
    assert said["excerpt"].endswith("had fallen ill in the\nschool hall.")
    assert (said["actors"], said["actor_roles"]) == ("Ada Lindqvist", "source")
    assert "400" in said["claims"]
    assert said["markers"] == "3"
    mentions = [row for row in rows if "International Committee" in row["actors"]]
    assert len(mentions) == 2
    assert all(row["excerpt"].endswith((".", ")")) for row in mentions)
