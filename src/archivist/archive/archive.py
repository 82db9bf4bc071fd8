"""An open archive: its store, and one manager for each kind of thing in it."""

import sqlite3
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from archivist.archive.actors import Actors
from archivist.archive.annotations import Annotations
from archivist.archive.backup import Progress, copy
from archivist.archive.changes import Changes
from archivist.archive.citations import Citations
from archivist.archive.claims import Claims
from archivist.archive.collections import Collections
from archivist.archive.connection import connect, fold, is_on_network
from archivist.archive.documents import Documents
from archivist.archive.events import Events
from archivist.archive.excerpts import Excerpts
from archivist.archive.found_dates import FoundDates
from archivist.archive.history import History
from archivist.archive.links import Links
from archivist.archive.lists import Lists
from archivist.archive.lock import Lock
from archivist.archive.markers import Markers
from archivist.archive.opening import check_file, check_for_reading, make_ready, refusal
from archivist.archive.originals import Originals
from archivist.archive.provenances import Provenances
from archivist.archive.recognizing import RecognizedPages
from archivist.archive.search import Search
from archivist.archive.store import Store, login_name
from archivist.archive.suggestions import Suggestions
from archivist.archive.topics import Topics
from archivist.domain.errors import ArchiveRefusedError
from archivist.paths import is_there


class Archive:
    """One archive file, open; the managers read and write it through one store."""

    def __init__(
        self,
        store: Store,
        connection: sqlite3.Connection,
        lock: Lock | None,
        remarks: tuple[str, ...] = (),
    ) -> None:
        self.store = store
        self.remarks = remarks  # sentences that the user should read once, after opening
        self.history = History(store)
        self.originals = Originals(store)
        self.documents = Documents(store)
        self.collections = Collections(store, self.documents)
        self.recognized = RecognizedPages(store)
        self.provenances = Provenances(store)
        self.search = Search(store)
        self.excerpts = Excerpts(store)
        self.annotations = Annotations(store)
        self.events = Events(store)
        self.actors = Actors(store)
        self.topics = Topics(store)
        self.citations = Citations(store)
        self.markers = Markers(store)
        self.links = Links(store)
        self.claims = Claims(store)
        self.lists = Lists(store)
        self.found_dates = FoundDates(store)
        self.suggestions = Suggestions(store)
        self.changes = Changes(store)
        self._connection = connection
        self._lock = lock

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
        if self._lock is not None:
            fold(self._connection)
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def backup(self, target: Path, progress: Progress | None = None) -> None:
        """Copy the archive to a new file while it is open; see `archivist.archive.backup.copy`."""
        copy(self._connection, target, progress)

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

    if is_there(path):
        raise ArchiveRefusedError(
            f"“{path.name or path}” is there already and was not touched. "
            "Open it, or choose another name."
        )
    make(path)
    return open_archive(path, user=user)


def open_archive(path: Path, *, read_only: bool = False, user: str | None = None) -> Archive:
    """Open an archive; an older one is brought up to date, and a copy of it kept beside it.

    Raises:
        NotFoundError: there is no such file.
        ArchiveRefusedError: it is no archive, damaged, newer than this program or not to be
            trusted.
        ArchiveLockedError: somebody else writes to it; it can be opened read-only.
        StorageError: the drive or the folder does not let it be opened.
    """
    check_file(path)
    network = is_on_network(path)
    remarks: tuple[str, ...] = ()
    with ExitStack() as undo:
        lock = None
        if not read_only:
            lock = Lock(path, user=user or login_name(), network=network)
            undo.callback(lock.release)
        try:
            connection = connect(path, read_only=read_only)
            undo.callback(connection.close)
            if read_only:
                check_for_reading(connection, path)
            else:
                remarks = make_ready(connection, path, network=network)
            store = Store(connection, path=path, read_only=read_only, user=user)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            fault = refusal(error, path)
            if fault is None:
                raise
            raise fault from error
        archive = Archive(store, connection, lock, remarks)
        if not read_only:
            archive.originals.clean()
        undo.pop_all()
    return archive
