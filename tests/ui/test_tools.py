"""The check of an archive in the window: how much was looked at, what is wrong, and its report."""

import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from tests.ui.hand import Hand

from archivist.ui.findings import Findings


def findings_of(hand: Hand) -> Findings:
    hand.window.controller("tools")
    hand.window.actions_["check"].trigger()
    hand.wait_for_jobs()
    hand.press(Qt.Key.Key_Space, on=hand.window.messages.button)
    found = hand.window.findChild(Findings)
    assert isinstance(found, Findings)
    return found


def test_a_whole_archive_is_said_to_be_whole_with_what_was_hashed(
    mill: Hand, tmp_path: Path
) -> None:
    findings = findings_of(mill)
    assert "1 original of" in mill.texts_of(findings)
    assert findings.cells() == [["Nothing is wrong."]]
    findings.save_to(tmp_path / "check.txt")
    said = (tmp_path / "check.txt").read_text("utf-8")
    assert "0 faults" in said
    assert said.endswith("Nothing is wrong.\n")


def test_a_damaged_original_is_named_with_its_document(mill: Hand, tmp_path: Path) -> None:
    path = mill.window.hub.archive.path
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE original_chunk SET content = x'00'")
    connection.close()
    findings = findings_of(mill)
    ((problem,),) = findings.cells()
    assert "document 1, “mill”, is damaged" in problem
    findings.save_to(path)
    assert "is the archive itself" in mill.window.messages.text
