"""How an archive is connected to: its journal, its pragmas, and drives of other machines."""

import sqlite3
from pathlib import Path

import pytest

from archivist.archive.archive import Archive
from archivist.archive.connection import (
    connect,
    file_system,
    fold,
    is_on_network,
)
from archivist.archive.migrations import make
from archivist.archive.opening import make_ready

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/share /mnt/share nfs4 rw 0 0
//server/a /mnt/two\\040words cifs rw 0 0
me@host:/x /mnt/share/inner fuse.sshfs rw 0 0
/dev/sdb1 /mnt/share/local ext4 rw 0 0
nonsense
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/me/a.archivist", "ext4"),
        ("/mnt/share/a.archivist", "nfs4"),
        ("/mnt/shared/a.archivist", "ext4"),
        ("/mnt/two words/a.archivist", "cifs"),
        ("/mnt/share/inner/deep/a.archivist", "fuse.sshfs"),
        ("/mnt/share/local/a.archivist", "ext4"),
    ],
)
def test_the_innermost_mount_says_what_drive_a_file_is_on(
    tmp_path: Path, path: str, kind: str
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert file_system(Path(path), mounts) == kind


def test_without_a_mount_table_a_drive_counts_as_local(tmp_path: Path) -> None:
    assert file_system(tmp_path, tmp_path / "missing") == ""
    assert not is_on_network(tmp_path / "a.archivist")


def test_a_local_archive_has_a_log_and_full_synchronisation(archive: Archive) -> None:
    pragmas = {
        name: archive.store.value(f"PRAGMA {name}")
        for name in (
            "journal_mode",
            "synchronous",
            "trusted_schema",
            "cell_size_check",
            "mmap_size",
            "foreign_keys",
            "query_only",
        )
    }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "foreign_keys": 1,
        "query_only": 1,
    }


def test_on_a_network_drive_no_log_is_used(path: Path) -> None:
    make(path)
    connection = connect(path)
    (remark,) = make_ready(connection, path, network=True)
    assert "network drive" in remark
    connection.execute("PRAGMA query_only=OFF")
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "truncate"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    connection.execute("INSERT INTO excerpt_counter VALUES (1, 1)")
    fold(connection)
    connection.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_reader_cannot_write(path: Path) -> None:
    make(path)
    connection = connect(path, read_only=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("INSERT INTO excerpt_counter VALUES (1, 1)")
    connection.close()
