"""Many files, kept in the archive one after the other while two children read those that follow."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from archivist.archive.archive import Archive
from archivist.domain.errors import ArchivistError, CancelledError
from archivist.importer.files import files
from archivist.importer.keeping import Imported, Status, store
from archivist.importer.preparing import Prepared, Reading, preparing
from archivist.readers.isolate import Child, Pending, wait_for_any

READERS = 2  # children at work at the same time

# What may have been read while an earlier file, a long one, is still being read.
_AHEAD = 32  # files
_AHEAD_BYTES = 32_000_000  # of files


class FileProgress(Protocol):
    """How an import tells how far the reading of a file is."""

    def __call__(self, path: Path, done: int, total: int, /) -> None:
        """Tells how many pages of a file are read, of what total."""


class _File:
    """One file at work in a child, or read and waiting for its turn."""

    def __init__(self, path: Path, child: Child, reading: Reading) -> None:
        self.path = path
        self.child = child
        self.pending: Pending | None = None
        self.outcome: Prepared | Imported | None = None
        self._reading = reading
        self._begun = time.monotonic()
        self._go_on()

    @property
    def size(self) -> int:
        """Bytes of the file that was read; 0 while nobody knows."""
        return self.outcome.file.size if isinstance(self.outcome, Prepared) else 0

    def look(self) -> None:
        """Goes on with the file if its child has answered."""
        if self.pending is not None and self.pending.is_ready():
            self._go_on()

    def _go_on(self) -> None:
        self.pending = None
        try:
            self.pending = next(self._reading)
        except StopIteration as end:
            self.outcome = end.value
        except CancelledError:
            raise
        except ArchivistError as error:
            self.outcome = failed(self.path, error, time.monotonic() - self._begun)


def failed(path: Path, error: ArchivistError, seconds: float = 0.0) -> Imported:
    """Gives what became of a file that could not be read or kept."""
    return Imported(path, Status.FAILED, seconds=seconds, error=error.sentence)


def import_paths(
    archive: Archive,
    paths: Iterable[Path],
    *,
    password: str | None = None,
    progress: FileProgress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Imported]:
    """Imports files, and folders with all that is in them; the results are in their order.

    While one is kept in the archive, two children read those that follow.

    Raises:
        CancelledError: `cancelled` said so; what was imported before stays.
        ReadOnlyError: The archive was opened only to be read.
    """

    def is_known(sha256: str) -> bool:
        return archive.documents.by_sha256(sha256) is not None

    def begin(path: Path, child: Child) -> _File:
        def tell(done: int, total: int, /) -> None:
            if progress is not None:
                progress(path, done, total)

        reading = preparing(
            path, child, password=password, is_known=is_known, progress=tell, cancelled=cancelled
        )
        return _File(path, child, reading)

    to_read = files(paths, besides=archive.path)
    with ExitStack() as stack:
        idle = [stack.enter_context(Child()) for _ in range(READERS)]
        line: deque[_File] = deque()  # in the order of the files
        is_last = False
        while line or not is_last:
            if cancelled is not None and cancelled():
                raise CancelledError("The import was cancelled; what was imported before stays.")
            for file in line:
                if file.pending is not None:
                    file.look()
                    if file.pending is None:
                        idle.append(file.child)
            while idle and not is_last and _has_room(line):
                path = next(to_read, None)
                is_last = path is None
                if path is not None:
                    file = begin(path, idle[-1])
                    line.append(file)
                    if file.pending is not None:
                        idle.pop()
            if line and line[0].outcome is not None:
                yield _kept(archive, line.popleft())
            elif line:
                wait_for_any([file.pending for file in line if file.pending is not None])


def _has_room(line: deque[_File]) -> bool:
    return len(line) < _AHEAD and sum(file.size for file in line) < _AHEAD_BYTES


def _kept(archive: Archive, file: _File) -> Imported:
    """Keeps a file that was read; a fault of the file is its result."""
    if isinstance(file.outcome, Imported) or file.outcome is None:
        return file.outcome or Imported(file.path, Status.FAILED)
    try:
        return store(archive, file.outcome)
    except CancelledError:
        raise
    except ArchivistError as error:
        return failed(file.path, error, file.outcome.seconds)
