"""The store: steps are the only way to write, and all of a step is kept or nothing."""

import os
import sqlite3
from pathlib import Path

import pytest
from tests.archive.shelf import add_document

from archivist.archive.archive import Archive, create, open_archive
from archivist.domain.errors import ReadOnlyError, StorageError
from archivist.domain.model import Notice


def make_event(archive: Archive, name: str = "Flood") -> int:
    return archive.store.insert(
        "event", {"uid": archive.store.new_uid(), "name": name, "name_key": name.casefold()}
    )


def make_and_fail(archive: Archive, name: str) -> None:
    with archive.step("Fails"):
        make_event(archive, name)
        raise ZeroDivisionError


def names(archive: Archive) -> list[str]:
    return [row["name"] for row in archive.store.rows("SELECT name FROM event ORDER BY id")]


def test_a_step_is_kept_whole_and_noted_once(archive: Archive) -> None:
    with archive.step("Make two events"):
        make_event(archive, "Flood")
        make_event(archive, "Fire")
    assert names(archive) == ["Flood", "Fire"]
    assert [(step.name, step.by) for step in archive.history.steps()] == [
        ("Make two events", "tester")
    ]


def test_an_exception_takes_all_of_a_step_back(archive: Archive) -> None:
    with pytest.raises(ZeroDivisionError):
        make_and_fail(archive, "Flood")
    assert names(archive) == []
    assert archive.history.steps() == []


def test_steps_inside_a_step_join_it(archive: Archive) -> None:
    with archive.step("Outer"):
        make_event(archive, "one")
        with archive.step("Inner"):
            make_event(archive, "two")
    assert [step.name for step in archive.history.steps()] == ["Outer"]
    assert archive.history.undo() == "Outer"
    assert names(archive) == []


def test_an_inner_step_that_fails_takes_back_only_its_own_part(archive: Archive) -> None:
    with archive.step("Outer"):
        make_event(archive, "one")
        with pytest.raises(ZeroDivisionError):
            make_and_fail(archive, "two")
        make_event(archive, "three")
    assert names(archive) == ["one", "three"]


def test_a_step_that_changes_nothing_leaves_nothing(archive: Archive) -> None:
    with archive.step("Make"):
        event = make_event(archive)
    notices: list[Notice] = []
    archive.store.subscribe(notices.append)
    with archive.step("Nothing"):
        pass
    with archive.step("The same again"):
        archive.store.update("event", event, {"name": "Flood"})
    assert [step.name for step in archive.history.steps()] == ["Make"]
    assert notices == []


def test_listeners_hear_of_steps_undo_and_redo_after_they_are_kept(archive: Archive) -> None:
    heard: list[tuple[Notice, int]] = []

    def listen(notice: Notice) -> None:
        heard.append((notice, len(names(archive))))

    unsubscribe = archive.store.subscribe(listen)
    with archive.step("Make"):
        make_event(archive)
    archive.history.undo()
    archive.history.redo()
    unsubscribe()
    unsubscribe()
    with archive.step("Unheard"):
        make_event(archive)
    notice = Notice("Make", frozenset({"event"}))
    assert heard == [(notice, 1), (notice, 0), (notice, 1)]


def test_a_notice_names_the_tables_that_cascades_reached(archive: Archive) -> None:
    document = add_document(archive)
    heard: list[Notice] = []
    archive.store.subscribe(heard.append)
    archive.documents.delete(document)
    assert heard[0].tables == {"document", "page", "block", "mark", "outline"}


@pytest.mark.parametrize("method", ["rows", "row", "value"])
def test_nothing_can_be_written_outside_a_step(archive: Archive, method: str) -> None:
    with pytest.raises(RuntimeError, match="step"):
        make_event(archive)
    with pytest.raises(RuntimeError, match="step"):
        archive.store.write_many("DELETE FROM event", [()])
    with pytest.raises(RuntimeError, match="step"):
        getattr(archive.store, method)("INSERT INTO excerpt_counter VALUES (1, 1)")
    with pytest.raises(RuntimeError, match="step"):
        list(archive.store.each("DELETE FROM event"))


def test_a_tracked_table_cannot_be_changed_aside(archive: Archive) -> None:
    with archive.step("Make"):
        make_event(archive)
    with pytest.raises(RuntimeError, match="outside a step"), archive.store.aside():
        make_event(archive)
    assert names(archive) == ["Flood"]


def test_a_bug_in_sql_is_raised_as_it_is(archive: Archive) -> None:
    with pytest.raises(sqlite3.OperationalError):
        archive.store.rows("SELECT nonsense FROM event")
    with pytest.raises(sqlite3.IntegrityError), archive.step("Bug"):
        archive.store.insert("event", {"uid": "1"})


def test_a_read_only_archive_says_that_it_cannot_be_changed(archive: Archive, path: Path) -> None:
    with open_archive(path, read_only=True) as reader:
        with pytest.raises(ReadOnlyError, match="read-only"), reader.step("Make"):
            pass
        with pytest.raises(ReadOnlyError):
            reader.store.rows("DELETE FROM event")


def test_a_reader_sees_what_was_kept_while_the_writer_goes_on(archive: Archive, path: Path) -> None:
    with archive.step("Make"):
        make_event(archive)
    with open_archive(path, read_only=True) as reader:
        assert names(reader) == ["Flood"]
        with archive.step("Make another"):
            make_event(archive, "Fire")
            assert names(reader) == ["Flood"]
        assert names(reader) == ["Flood", "Fire"]


def test_a_closed_archive_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "one.archivist"
    with create(path) as archive:
        with archive.step("Make"):
            make_event(archive)
        assert len(list(tmp_path.iterdir())) > 1
    assert list(tmp_path.iterdir()) == [path]
    with open_archive(path, read_only=True) as reader:
        assert names(reader) == ["Flood"]
        assert list(tmp_path.iterdir()) == [path]


def test_a_log_that_a_reader_held_on_to_is_folded_in_next_time(tmp_path: Path) -> None:
    path = tmp_path / "held.archivist"
    archive = create(path)
    with archive.step("Make"):
        make_event(archive)
    with open_archive(path, read_only=True) as reader:
        assert names(reader) == ["Flood"]
        archive.close()
        assert names(reader) == ["Flood"]
    with open_archive(path) as archive:
        assert names(archive) == ["Flood"]
    assert list(tmp_path.iterdir()) == [path]


def test_times_are_utc_and_ids_are_unique(archive: Archive) -> None:
    assert archive.store.now().endswith("Z")
    assert len(archive.store.now()) == len("2024-01-01T00:00:00Z")
    assert archive.store.new_uid() != archive.store.new_uid()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
def test_nothing_is_written_to_a_file_that_was_moved_away_or_replaced(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "here.archivist", tmp_path / "elsewhere.archivist"
    with create(path) as archive:
        archive.events.create("Before")
        path.rename(elsewhere)
        with pytest.raises(StorageError, match="no longer in"):
            archive.events.create("While it is away")
        path.write_bytes(b"another file")
        with pytest.raises(StorageError, match="no longer in"):
            archive.events.create("While another stands there")
        path.unlink()
        elsewhere.rename(path)
        archive.events.create("After")
        assert names(archive) == ["Before", "After"]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
def test_a_deleted_archive_can_still_be_backed_up(tmp_path: Path) -> None:
    path = tmp_path / "here.archivist"
    with create(path) as archive:
        archive.events.create("Before")
        path.unlink()
        assert not archive.store.is_in_place
        archive.backup(tmp_path / "copy.archivist")
    with open_archive(tmp_path / "copy.archivist") as copy:
        assert names(copy) == ["Before"]
