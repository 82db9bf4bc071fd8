"""An open archive: its store, and one manager for each kind of thing in it."""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from archivist.archive.actors import Actors
from archivist.archive.citations import Citations
from archivist.archive.claims import Claims
from archivist.archive.connection import (
    connect,
    fold,
    is_on_network,
    prepare_for_writing,
)
from archivist.archive.documents import Documents
from archivist.archive.events import Events
from archivist.archive.excerpts import Excerpts
from archivist.archive.history import History
from archivist.archive.links import Links
from archivist.archive.lists import Lists
from archivist.archive.markers import Markers
from archivist.archive.originals import Originals
from archivist.archive.store import Store
from archivist.archive.topics import Topics
from archivist.archive.tracking import track
from archivist.domain.errors import ArchiveRefusedError, NotFoundError


class Archive:
    """One archive file, open; the managers read and write it through one store."""

    def __init__(self, store: Store, connection: sqlite3.Connection) -> None:
        self.store = store
        self.history = History(store)
        self.originals = Originals(store)
        self.documents = Documents(store)
        self.excerpts = Excerpts(store)
        self.events = Events(store)
        self.actors = Actors(store)
        self.topics = Topics(store)
        self.citations = Citations(store)
        self.markers = Markers(store)
        self.links = Links(store)
        self.claims = Claims(store)
        self.lists = Lists(store)
        self._connection = connection

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self.store.path

    @property
    def name(self) -> str:
        """What people call it: the file's name without its ending."""
        return self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether it was opened only to be read."""
        return self.store.read_only

    def step(self, name: str) -> AbstractContextManager[None]:
        """Write inside this: see `Store.step`."""
        return self.store.step(name)

    def close(self) -> None:
        """Fold the log in, so that the archive is one file again, and let go of it."""
        if not self.read_only:
            fold(self._connection)
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def create(path: Path, *, user: str | None = None) -> Archive:
    """Make an empty archive and open it.

    Raises:
        ArchiveRefusedError: there is a file of this name already.
        StorageError: the folder cannot be written, or the disk is full.
    """
    from archivist.archive.migrations import make

    if path.exists():
        raise ArchiveRefusedError(
            f"“{path.name}” is there already and was not touched. Open it, or choose another name."
        )
    make(path)
    return open_archive(path, user=user)


def open_archive(path: Path, *, read_only: bool = False, user: str | None = None) -> Archive:
    """Open an archive.

    Raises:
        NotFoundError: there is no such file.
        ArchiveRefusedError: it is no archive, damaged, newer than this program or not to be
            trusted.
        ArchiveLockedError: somebody else writes to it; it can be opened read-only.
        StorageError: the drive or the folder does not let it be opened.
    """
    if not path.exists():
        raise NotFoundError(f"There is no archive “{path.name}” in “{path.absolute().parent}”.")
    connection = connect(path, read_only=read_only)
    if not read_only:
        prepare_for_writing(connection, network=is_on_network(path))
        track(connection)
    store = Store(connection, path=path, read_only=read_only, user=user)
    return Archive(store, connection)
