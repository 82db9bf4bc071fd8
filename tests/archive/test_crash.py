"""A program that is killed, or a disk that is full, costs at most the step in progress."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.archive.shelf import add_document, dump, put_original

from archivist.archive.archive import Archive, create, open_archive
from archivist.archive.integrity import check
from archivist.domain.errors import StorageError

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.archive.worker", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_every_finished_step_outlives_kill_9(path: Path) -> None:
    create(path).close()
    chance = random.Random(9)
    for _ in range(8):
        with start("edit", str(path)) as child:
            assert child.stdout is not None
            said = [child.stdout.readline()]
            time.sleep(chance.random() * 0.4)
            child.send_signal(signal.SIGKILL)
            said += child.stdout.readlines()
        finished = [int(line) for line in said if line.endswith("\n") and line.strip()]
        with open_archive(path, read_only=True) as reader:
            assert check(reader) == []
        with open_archive(path) as archive:
            assert check(archive) == []
            ids = {step.id for step in archive.history.steps(100_000)}
            assert finished
            assert set(finished) <= ids
            # At most one more: finished, but killed before it could be said.
            assert max(ids) <= max(finished) + 1
        assert list(path.parent.iterdir()) == [path]


def test_undo_after_a_crash_goes_back_to_the_beginning(path: Path) -> None:
    create(path).close()
    with start("edit", str(path)) as child:
        assert child.stdout is not None
        for _ in range(6):
            child.stdout.readline()
        child.kill()
    with open_archive(path) as archive:
        while archive.history.undo():
            pass
        assert all(rows == [] for rows in dump(archive).values())
        assert check(archive) == []


def test_a_limit_of_the_drive_is_one_sentence_and_leaves_a_whole_archive(path: Path) -> None:
    with start("fill", str(path), "30000000") as child:
        said, _ = child.communicate(timeout=100)
    done, sentence = said.splitlines()
    assert child.returncode == 0
    assert path.name in sentence
    with open_archive(path) as archive:
        assert len(archive.documents.all()) == int(done) > 0
        assert check(archive) == []
        archive.events.create("The archive goes on")


def test_a_full_disk_takes_back_the_step_and_nothing_else(archive: Archive) -> None:
    archive.events.create("Before")
    before = dump(archive)
    pages = archive.store.value("PRAGMA page_count")
    archive.store.value(f"PRAGMA max_page_count={pages + 3}")
    with pytest.raises(StorageError, match="disk is full"):
        add_document(archive, "A text that needs more room. " * 20_000)
    with pytest.raises(StorageError, match="disk is full"):
        put_original(archive, bytes(9_000_000))
    assert dump(archive) == before
    assert archive.store.value("SELECT count(*) FROM original_chunk") == 0
    archive.store.value("PRAGMA max_page_count=1000000")
    add_document(archive, "A text that needs more room. " * 20_000)
    assert check(archive) == []


def test_a_fault_that_was_swallowed_cannot_lead_to_half_a_step(archive: Archive) -> None:
    """On a full disk SQLite rolls the whole transaction back, whoever catches the error."""
    pages = archive.store.value("PRAGMA page_count")
    archive.store.value(f"PRAGMA max_page_count={pages + 8}")

    def swallow() -> None:
        with archive.step("Outer"):
            archive.events.create("One")
            with pytest.raises(StorageError):
                add_document(archive, "A text that needs more room. " * 20_000)
            archive.events.create("Two")

    with pytest.raises(RuntimeError, match="rolled back"):
        swallow()
    archive.store.value("PRAGMA max_page_count=1000000")
    assert archive.events.all() == []
    assert archive.history.steps() == []
    assert check(archive) == []
