"""One writer at a time, named to the others."""

import json
import multiprocessing
import os
import re
import signal
import socket
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from archivist.archive.archive import Archive, create, open_archive
from archivist.archive.lock import Lock
from archivist.domain.errors import ArchiveLockedError, StorageError


def hold(path: Path, pipe: Connection) -> None:
    archive = open_archive(path, user="holder")
    archive.events.create("Kept by the holder")
    pipe.send("open")
    pipe.recv()


def test_a_second_writer_is_told_who_holds_the_archive(archive: Archive, path: Path) -> None:
    with pytest.raises(ArchiveLockedError) as refused:
        open_archive(path)
    for word in ("tester", socket.gethostname(), str(os.getpid()), "read-only"):
        assert word in refused.value.sentence
    assert re.search(r"since \d{4}-\d\d-\d\d \d\d:\d\d\.", refused.value.sentence)  # local time
    archive.events.create("Still the writer")


def test_reading_works_while_somebody_writes(archive: Archive, path: Path) -> None:
    archive.events.create("Flood")
    with open_archive(path, read_only=True) as reader:
        assert [event.name for event in reader.events.all()] == ["Flood"]


def test_a_closed_archive_can_be_opened_by_another(path: Path) -> None:
    create(path).close()
    assert not path.with_name(path.name + ".lock").exists()
    open_archive(path).close()
    open_archive(path).close()


def test_a_symbolic_link_is_no_way_around_the_lock(archive: Archive, path: Path) -> None:
    link = path.with_name("link.archivist")
    link.symlink_to(path)
    with pytest.raises(ArchiveLockedError):
        open_archive(link)


def test_the_lock_of_a_killed_program_is_taken_over(path: Path) -> None:
    create(path).close()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=hold, args=(path, theirs))
    child.start()
    try:
        assert ours.poll(60)
        with pytest.raises(ArchiveLockedError, match="holder"):
            open_archive(path)
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
    finally:
        child.join()
        ours.close()
        theirs.close()
    lock = path.with_name(path.name + ".lock")
    assert json.loads(lock.read_text(encoding="utf-8"))["user"] == "holder"
    with open_archive(path) as archive:
        assert [event.name for event in archive.events.all()] == ["Kept by the holder"]
    assert list(path.parent.iterdir()) == [path]


def test_a_lock_file_with_nonsense_in_it_is_taken_over(path: Path) -> None:
    create(path).close()
    path.with_name(path.name + ".lock").write_bytes(b"\xff[]")
    open_archive(path).close()


def test_a_lock_that_cannot_be_made_is_one_sentence(path: Path) -> None:
    create(path).close()
    path.with_name(path.name + ".lock").mkdir()
    with pytest.raises(StorageError, match="read-only"):
        open_archive(path)
    open_archive(path, read_only=True).close()


def test_on_a_network_drive_a_lock_file_of_another_computer_holds(path: Path) -> None:
    """File locks do not always reach another machine."""
    create(path).close()
    words = {
        "program": "Archivist",
        "user": "ani",
        "host": "reading-room-2",
        "pid": 7,
        "since": "2024-01-01T10:00:00Z",
    }
    lock = path.with_name(path.name + ".lock")
    lock.write_text(json.dumps(words), encoding="utf-8")
    with pytest.raises(ArchiveLockedError) as refused:
        Lock(path, user="tester", network=True)
    assert "reading-room-2" in refused.value.sentence
    assert f"delete “{lock.name}”" in refused.value.sentence
    assert json.loads(lock.read_text(encoding="utf-8")) == words
    Lock(path, user="tester", network=False).release()
    assert not lock.exists()


def test_a_lock_file_that_is_no_longer_ours_is_left_alone(path: Path) -> None:
    lock = path.with_name(path.name + ".lock")
    first = Lock(path, user="first", network=False)
    lock.unlink()
    second = Lock(path, user="second", network=False)
    first.release()
    assert json.loads(lock.read_text(encoding="utf-8"))["user"] == "second"
    second.release()
    assert not lock.exists()
