"""The queue of an import: its order, what can be done to it, and its window."""

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QToolButton
from tests.readers import pdfs
from tests.ui.hand import Hand

from archivist.domain.provenance import FileFacts
from archivist.importer import Imported, Prepared
from archivist.ui.import_queue import Entry, ImportQueue, State
from archivist.ui.import_window import ImportWindow


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    files = []
    for number in range(12):
        file = tmp_path / f"letter {number:02}.txt"
        file.write_text(f"Letter number {number}.", encoding="utf-8")
        files.append(file)
    return files


def queue_of(*names: str) -> ImportQueue:
    queue = ImportQueue()
    queue.add([Path(name) for name in names])
    return queue


def read(queue: ImportQueue, entry: Entry, size: int = 10) -> None:
    entry.prepared = Prepared(entry.path, "0" * 64, FileFacts(str(entry.path), size), None)
    queue.set_state(entry, State.READ)


def test_files_are_kept_in_their_order_however_they_are_read() -> None:
    queue = queue_of("a", "b", "c")
    for entry in queue.entries:
        assert queue.next_to_read() is entry
        queue.set_state(entry, State.READING)
    first, second, _third = queue.entries
    read(queue, second)
    assert queue.next_to_keep() is None
    read(queue, first)
    assert queue.next_to_keep() is first
    queue.set_state(first, State.IMPORTED)
    assert queue.next_to_keep() is second


def test_a_file_that_waits_for_a_password_stands_back() -> None:
    queue = queue_of("a", "b")
    first, second = queue.entries
    queue.set_state(first, State.LOCKED)
    assert queue.current() is second
    queue.set_state(second, State.FAILED)
    assert queue.current() is None
    queue.set_state(first, State.WAITING)
    assert queue.current() is first
    assert queue.number_of(first) == 1


def test_no_more_is_read_ahead_than_memory_is_meant_for() -> None:
    queue = queue_of("long", *map(str, range(100)))
    queue.set_state(queue.entries[0], State.READING)
    ahead = 0
    while (entry := queue.next_to_read()) is not None:
        read(queue, entry)
        ahead += 1
    assert ahead < 100
    large = queue_of("long", "a", "b")
    large.set_state(large.entries[0], State.READING)
    read(large, large.entries[1], size=1_000_000_000)
    assert large.next_to_read() is None


def test_only_what_waits_is_taken_out_and_only_what_failed_tried_again() -> None:
    queue = queue_of("a", "b", "c")
    first, second, third = queue.entries
    queue.set_state(first, State.IMPORTED)
    queue.set_state(second, State.FAILED)
    queue.remove(queue.entries)
    assert queue.entries == [first, second]
    queue.retry([first, second, third])
    assert (first.state, second.state) == (State.IMPORTED, State.WAITING)
    assert queue.next_to_read() is second
    assert queue.counts()[State.IMPORTED] == 1


def test_pages_of_a_file_count_before_it_is_over() -> None:
    queue = queue_of("a", "b")
    queue.set_state(queue.entries[0], State.READING)
    queue.entries[0].done, queue.entries[0].total = 30, 60
    assert queue.share() == pytest.approx(0.25)
    queue.set_state(queue.entries[0], State.IMPORTED)
    assert queue.share() == pytest.approx(0.5)
    assert ImportQueue().share() == 1


def test_a_pause_holds_what_waits_and_resuming_goes_on(empty: Hand, letters: list[Path]) -> None:
    run = empty.window.bench.importing.run
    paused: list[int] = []

    def pause_at_the_third() -> None:
        if "3 of 12" in empty.window.status.task_text and not paused:
            paused.append(1)
            empty.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | SHIFT)

    empty.window.jobs.changed.connect(pause_at_the_third)
    empty.window.bench.importing.import_paths(letters)
    empty.wait(lambda: run.is_paused and not run.is_reading)
    kept = len(empty.window.hub.archive.documents.counts())
    assert 2 <= kept < 12
    assert f"Paused before {kept + 1} of 12" in empty.window.status.task_text
    empty.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | SHIFT)
    empty.wait_for_jobs()
    titles = [item.title for item in empty.window.hub.archive.documents.all()]
    assert titles == [file.stem for file in letters]


def test_files_that_come_while_it_runs_are_imported_after_the_others(
    empty: Hand, letters: list[Path]
) -> None:
    done: list[list[Imported]] = []
    empty.window.bench.importing.finished.connect(done.append)
    empty.window.bench.importing.import_paths(letters[:6])
    empty.window.bench.importing.import_paths(letters[6:])
    empty.wait(lambda: bool(done))
    assert [[result.path for result in results] for results in done] == [letters]
    assert {result.status for result in done[0]} == {"imported"}


def test_results_stand_in_the_order_of_the_files_though_a_long_one_is_first(
    empty: Hand, letters: list[Path], tmp_path: Path
) -> None:
    long = tmp_path / "long.pdf"
    long.write_bytes(pdfs.made([["A line."] * 30 for _page in range(150)]))
    done: list[list[Imported]] = []
    empty.window.bench.importing.finished.connect(done.append)
    empty.window.bench.importing.import_paths([long, *letters])
    empty.wait(lambda: bool(done))
    assert [result.path for result in done[0]] == [long, *letters]
    assert [result.document_id for result in done[0]] == list(range(1, 14))


def test_the_running_job_opens_the_queue_which_names_each_file_and_its_fate(
    empty: Hand, letters: list[Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    shutil.copy(letters[0], tmp_path / "copy.txt")
    empty.window.bench.importing.import_paths([letters[0], broken, tmp_path / "copy.txt"])
    button = empty.window.findChild(QToolButton, "taskText")
    assert button is not None
    empty.click(button)
    empty.wait_for_jobs()
    window = queue_window(empty)
    window.follow()
    assert [line[:2] for line in lines_of(window)] == [
        ["letter 00.txt", "imported"],
        ["broken.pdf", "failed"],
        ["copy.txt", "duplicate"],
    ]
    assert "broken.pdf" in lines_of(window)[1][2]
    assert "1 imported · 1 there already · 1 failed" in empty.texts_of(window)
    window.states.setCurrentIndex(3)
    assert [line[0] for line in lines_of(window)] == ["broken.pdf"]


def test_what_failed_is_tried_again_when_it_is_mended(
    empty: Hand, letters: list[Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    empty.import_paths(broken, letters[0])
    empty.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    window = queue_window(empty)
    broken.write_bytes(pdfs.made([["Mended."]]))
    empty.click(window.retry)
    empty.wait_for_jobs()
    window.follow()
    assert [line[1] for line in lines_of(window)] == ["imported", "imported"]
    assert not window.retry.isEnabled()


def test_chosen_files_that_wait_are_taken_out_by_a_key(empty: Hand, letters: list[Path]) -> None:
    empty.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    window = queue_window(empty)
    assert "Ctrl+I" in empty.texts_of(window)
    empty.window.bench.importing.import_paths(letters)
    window.follow()
    window.view.selectRow(11)
    window.view.setFocus()
    empty.press(Qt.Key.Key_Delete, on=window.view)
    empty.wait_for_jobs()
    assert len(empty.window.hub.archive.documents.counts()) == 11


def test_the_report_is_saved_as_a_table_or_a_text(
    empty: Hand, letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.import_paths(*letters[:2])
    empty.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    window = queue_window(empty)
    for name in ("report.csv", "report.txt"):
        answer = (str(tmp_path / name), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, answer=answer: answer)
        empty.click(window.save)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["path"] for row in csv.DictReader(file)] == [str(path) for path in letters[:2]]
    assert "2 imported" in (tmp_path / "report.txt").read_text("utf-8")


def test_reading_goes_on_while_files_are_imported(empty: Hand, letters: list[Path]) -> None:
    empty.import_paths(letters[0])
    seen: list[int] = []

    def highlight() -> None:
        if "8 of 11" in empty.window.status.task_text and not seen:
            seen.append(1)
            empty.select(0, 6)
            empty.press(Qt.Key.Key_H)

    empty.window.jobs.changed.connect(highlight)
    empty.window.bench.importing.import_paths(letters[1:])
    empty.wait_for_jobs()
    (excerpt,) = empty.window.hub.archive.excerpts.all()
    assert excerpt.anchor.quote == "Letter"
    assert len(empty.window.hub.archive.documents.counts()) == 12


SHIFT = Qt.KeyboardModifier.ShiftModifier


def queue_window(hand: Hand) -> ImportWindow:
    found = hand.window.findChild(ImportWindow)
    assert isinstance(found, ImportWindow)
    return found


def lines_of(window: ImportWindow) -> list[list[str]]:
    model = window.view.model()
    return [
        [
            str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]
