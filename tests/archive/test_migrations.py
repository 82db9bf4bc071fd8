"""Older archives are copied and brought up to date; nothing in them is lost."""

import sqlite3
from pathlib import Path

import pytest

from archivist.archive.archive import create, open_archive
from archivist.archive.connection import connect
from archivist.archive.migrations import make, upgrade
from archivist.archive.opening import check_application, check_for_reading, check_schema, make_ready
from archivist.archive.schema import APPLICATION_ID, VERSIONS, Versions
from archivist.domain.errors import ArchiveRefusedError


def add_weather(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE event ADD COLUMN weather TEXT NOT NULL DEFAULT 'dry'")


def break_links(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE event SET parent_id = 999")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE event SET name = 'half done'")
    connection.execute("SELECT nonsense")


NEWER: Versions = (*VERSIONS, add_weather)


@pytest.fixture
def old(path: Path) -> Path:
    with create(path) as archive:
        archive.events.create("Flood")
    return path


def test_an_older_archive_is_copied_and_then_changed(old: Path) -> None:
    connection = connect(old)
    kept = upgrade(connection, old, len(VERSIONS), NEWER)
    assert check_schema(connection, old, NEWER) == len(NEWER)
    assert [tuple(row) for row in connection.execute("SELECT name, weather FROM event")] == [
        ("Flood", "dry")
    ]
    connection.close()
    assert kept == old.with_name(f"collection.backup-v{len(VERSIONS)}.archivist")
    with open_archive(kept) as archive:
        assert [event.name for event in archive.events.all()] == ["Flood"]


def test_making_an_older_archive_ready_says_where_the_copy_is(old: Path) -> None:
    connection = connect(old)
    with pytest.raises(ArchiveRefusedError, match="older Archivist"):
        check_for_reading(connection, old, NEWER)
    (remark,) = make_ready(connection, old, network=False, versions=NEWER)
    connection.close()
    connection = connect(old)
    assert f"collection.backup-v{len(VERSIONS)}.archivist" in remark
    assert make_ready(connection, old, network=False, versions=NEWER) == ()
    check_for_reading(connection, old, NEWER)
    connection.close()


def test_an_earlier_copy_is_not_overwritten(old: Path) -> None:
    taken = old.with_name(f"collection.backup-v{len(VERSIONS)}.archivist")
    taken.write_text("earlier")
    connection = connect(old)
    kept = upgrade(connection, old, len(VERSIONS), NEWER)
    connection.close()
    assert kept == old.with_name(f"collection.backup-v{len(VERSIONS)}-2.archivist")
    assert taken.read_text() == "earlier"


def test_an_archive_that_is_up_to_date_is_not_copied(old: Path) -> None:
    with open_archive(old) as archive:
        assert archive.remarks == ()
    assert list(old.parent.iterdir()) == [old]


def test_a_version_is_applied_whole_or_not_at_all(old: Path) -> None:
    connection = connect(old)
    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        upgrade(connection, old, len(VERSIONS), (*VERSIONS, fail))
    assert check_schema(connection, old) == len(VERSIONS)
    connection.close()
    with open_archive(old) as archive:
        assert [event.name for event in archive.events.all()] == ["Flood"]


def test_an_upgrade_that_breaks_links_is_reported(old: Path) -> None:
    connection = connect(old)
    with pytest.raises(ArchiveRefusedError, match="backup-v"):
        upgrade(connection, old, len(VERSIONS), (*VERSIONS, break_links))
    connection.close()


def test_a_newer_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.archivist"
    make(path, NEWER)
    with pytest.raises(ArchiveRefusedError, match="newer Archivist"):
        open_archive(path)


def test_a_file_says_what_it_is(path: Path) -> None:
    make(path)
    connection = connect(path)
    check_application(connection, path)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(VERSIONS)
    connection.close()


def test_an_archive_of_the_first_version_learns_of_attachments(path: Path) -> None:
    make(path, VERSIONS[:1])
    with open_archive(path) as archive:
        assert archive.documents.all() == []
        assert archive.store.value("SELECT count(*) FROM attachment") == 0
    assert path.with_name(f"{path.stem}.backup-v1{path.suffix}").exists()
