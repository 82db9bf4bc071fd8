"""A folder that may not be written: reading works, writing is refused in a sentence."""

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from tests.archive.shelf import TEXT, add_document

from archivist.archive.archive import create, open_archive
from archivist.domain.errors import ArchivistError

NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users can look into, unlike that of pytest."""
    made = Path(tempfile.mkdtemp())
    with create(made / "a.archivist") as archive:
        add_document(archive)
    (made / "a.archivist").chmod(0o444)
    made.chmod(0o555)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def try_all(folder: Path, pipe: Connection) -> None:
    """What somebody without the right to write there is told."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    path = folder / "a.archivist"
    said = []
    try:
        open_archive(path)
    except ArchivistError as error:
        said.append(error.sentence)
    try:
        create(folder / "b.archivist")
    except ArchivistError as error:
        said.append(error.sentence)
    with open_archive(path, read_only=True) as archive:
        said.append(archive.documents.text(1))
        document = archive.documents.get(1)
        calls: tuple[Callable[[], None], ...] = (
            lambda: archive.originals.save(document.sha256, folder / "out.txt"),
            lambda: archive.backup(folder / "copy.archivist"),
        )
        for call in calls:
            try:
                call()
            except ArchivistError as error:
                said.append(error.sentence)
    pipe.send(said)


def test_what_a_read_only_folder_allows(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=try_all, args=(folder, theirs))
    child.start()
    said = ours.recv() if ours.poll(60) else []
    child.join()
    ours.close()
    theirs.close()
    writing, making, text, saving, copying = said
    assert "a.archivist" in writing
    assert "read-only" in writing
    assert "b.archivist" in making
    assert text == TEXT
    assert "“out.txt” was not written. You may not write to" in saving
    assert "“copy.archivist” was not written. You may not write to" in copying
    assert sorted(path.name for path in folder.iterdir()) == ["a.archivist"]
