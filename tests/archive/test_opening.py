"""What is opened as an archive, and what is refused in a sentence."""

import contextlib
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.archive.shelf import add_document
from tests.material import MATERIAL, needs_material

from archivist.archive.archive import create, open_archive
from archivist.archive.integrity import check
from archivist.domain.errors import ArchiveRefusedError, NotFoundError, StorageError


@pytest.fixture
def closed(path: Path) -> Path:
    with create(path) as archive:
        add_document(archive)
        archive.events.create("Flood")
    return path


def spoil(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA writable_schema=ON")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_missing_file_is_not_found(path: Path) -> None:
    with pytest.raises(NotFoundError, match="collection"):
        open_archive(path)


def test_an_archive_is_never_made_over_a_file(path: Path) -> None:
    path.write_text("precious")
    with pytest.raises(ArchiveRefusedError, match="there already"):
        create(path)
    assert path.read_text() == "precious"


def test_an_archive_in_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="There is no folder"):
        create(tmp_path / "nowhere" / "a.archivist")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"hello", "not an archive"),
        (b"SQLite format 3\0" + bytes(200), "not an archive"),
        (random.Random(1).randbytes(9000), "not an archive"),
    ],
)
def test_what_is_no_archive_is_refused(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(ArchiveRefusedError, match=words):
            open_archive(path, read_only=read_only)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveRefusedError, match="folder"):
        open_archive(tmp_path)


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    spoil(path, "CREATE TABLE t (a)")
    with pytest.raises(ArchiveRefusedError, match="not an archive"):
        open_archive(path)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM document; END", "trigger “t”"),
        ("CREATE VIEW v AS SELECT 1", "view “v”"),
        ("CREATE TABLE extra (a)", "table “extra”"),
        ("CREATE INDEX extra ON event(upper(name))", "index “extra”"),
        ("CREATE VIRTUAL TABLE passage_index_extra USING fts5(a)", "passage_index_extra"),
        ("ALTER TABLE event ADD COLUMN extra AS (upper(name))", "table “event”"),
        ("DROP INDEX event_name", "is missing"),
        ("PRAGMA user_version=99", "newer"),
        ("PRAGMA user_version=0", "no tables"),
        (
            "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'actor'",
            "table “actor”",
        ),
    ],
)
def test_what_no_archive_of_ours_holds_is_refused(closed: Path, statement: str, words: str) -> None:
    spoil(closed, statement)
    for read_only in (False, True):
        with pytest.raises(ArchiveRefusedError, match=words):
            open_archive(closed, read_only=read_only)


def test_a_table_that_analyze_made_is_no_stranger(closed: Path) -> None:
    spoil(closed, "ANALYZE")
    with open_archive(closed) as archive:
        assert check(archive) == []


def test_a_file_with_two_names_is_refused(closed: Path) -> None:
    other = closed.with_name("other.archivist")
    os.link(closed, other)
    with pytest.raises(ArchiveRefusedError, match="2 names"):
        open_archive(closed)
    other.unlink()
    open_archive(closed).close()


def test_opening_leaves_the_locks_of_a_writer_in_place(closed: Path) -> None:
    """A file that is opened and closed beside SQLite would take its POSIX locks away."""
    with open_archive(closed) as archive:
        open_archive(closed, read_only=True).close()
        archive.events.create("Fire")
        assert Path(f"{closed}-wal").exists()
        other = sqlite3.connect(closed, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("PRAGMA journal_mode=DELETE")
        other.close()


@needs_material
def test_hostile_archives_are_refused(tmp_path: Path) -> None:
    assert MATERIAL is not None
    hostile = sorted((MATERIAL / "corpora" / "hostile").glob("*.archive"))
    assert hostile
    for source in hostile:
        target = tmp_path / source.name
        shutil.copyfile(source, target)
        with pytest.raises(ArchiveRefusedError):
            open_archive(target)


def broken(content: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    result = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 10, 100])):
        within = 100 if chance.random() < 0.2 else len(result)
        result[chance.randrange(within)] = chance.randrange(256)
    if chance.random() < 0.1:
        del result[chance.randrange(len(result)) :]
    return bytes(result)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_a_damaged_archive_opens_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    content = _content(tmp_path_factory)
    path = tmp_path_factory.mktemp("fuzz") / "damaged.archivist"
    path.write_bytes(broken(content, seed))
    for read_only in (True, False):
        with contextlib.suppress(ArchiveRefusedError):
            open_archive(path, read_only=read_only).close()


def _maker() -> Callable[[pytest.TempPathFactory], bytes]:
    kept: list[bytes] = []

    def content(factory: pytest.TempPathFactory) -> bytes:
        if not kept:
            path = factory.mktemp("whole") / "whole.archivist"
            with create(path) as archive:
                add_document(archive)
                archive.events.create("Flood")
            kept.append(path.read_bytes())
        return kept[0]

    return content


_content = _maker()
