"""From files to documents: hash, read and find in a child process, keep in one step.

One file's fault is that file's result; it never stops the others.
"""

import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, TypeVar

from archivist.archive.archive import Archive
from archivist.archive.originals import CHUNK_BYTES
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import (
    ArchivistError,
    CancelledError,
    InvalidValueError,
    UnreadableFileError,
)
from archivist.domain.model import Attachment, FoundDate, FoundMarker, ReadDocument
from archivist.domain.text import clean
from archivist.finding.dates import find_dates, read_date
from archivist.finding.entry_blocks import with_entries
from archivist.finding.markers import find_markers
from archivist.paths import is_folder
from archivist.readers import formats, read_document
from archivist.readers.isolate import Child, Progress

Outcome = TypeVar("Outcome")

_PIECE = 1 << 20  # bytes read at a time
_DEPTH = 5  # files inside files
_ATTACHMENTS = 2_000  # that are read of one file
_TOLD = 20  # of those that were not
# What systems leave in folders, and nobody means to import.
_LITTER = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db"})


class Status(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read: SHA-256 and size in bytes of what was read, and what was found.

    `read` is None for a file that the archive has already. What came inside it is prepared with it;
    such a file has its `content` here, and for a path only its name.
    """

    path: Path
    sha256: str
    size: int
    read: ReadDocument | None
    markers: tuple[FoundMarker, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    date: UncertainDate | None = None  # the document's own
    seconds: float = 0.0
    content: bytes | None = field(default=None, repr=False)
    attachments: tuple["Prepared", ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file; `error` is the sentence for one that failed."""

    path: Path
    status: Status
    document_id: int | None = None
    characters: int = 0
    pages: int = 0
    seconds: float = 0.0
    error: str = ""
    warnings: tuple[str, ...] = ()
    attachments: tuple[int, ...] = ()  # documents made of what came inside it


def prepare(
    path: Path,
    *,
    password: str | None = None,
    is_known: Callable[[str], bool] | None = None,
    child: Child | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Prepared:
    """Reads a file and finds its markers and dates, in a child; touches no archive.

    Args:
        path: The file.
        password: What opens it, if it is encrypted.
        is_known: Says whether a SHA-256 is in the archive already; such a file is not read.
        child: A child to use for many files; one of its own is started when there is none.
        progress: Told how many pages are read, and of how many.
        cancelled: Asked again and again whether to stop.

    Raises:
        UnreadableFileError: The file cannot be read as a document.
        PasswordNeededError: It is encrypted, and the password is missing or wrong.
        CancelledError: `cancelled` said so.
    """
    with _own_or(child) as worker:
        return _Preparing(path, worker, password, is_known, progress, cancelled).prepared()


class _Preparing:
    """A file that a child reads, while the caller does something else or waits for it."""

    def __init__(
        self,
        path: Path,
        worker: Child,
        password: str | None,
        is_known: Callable[[str], bool] | None,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        begun = time.monotonic()
        self._path = path.absolute()
        self._sha256, self._size = _fingerprint(self._path, cancelled)
        self._answer: Callable[[], Any] | None = None
        if is_known is None or not is_known(self._sha256):
            self._answer = worker.begin(
                read_and_find, self._path, password, progress=progress, cancelled=cancelled
            )
        self._inside = _Inside(worker, password, is_known or (lambda _: False), progress, cancelled)
        self._seconds = time.monotonic() - begun

    def prepared(self) -> Prepared:
        """Waits until the file and what came inside it is read."""
        begun = time.monotonic()
        if self._answer is None:
            return Prepared(self._path, self._sha256, self._size, None, seconds=self._seconds)
        read, markers, dates, date = self._answer()
        attachments = self._inside.prepared(read)
        warnings = (*read.warnings, *self._inside.warnings())
        return Prepared(
            self._path,
            self._sha256,
            self._size,
            replace(read, attachments=(), warnings=warnings),
            markers,
            dates,
            date,
            self._seconds + time.monotonic() - begun,
            attachments=attachments,
        )


class _Inside:
    """Reads what came inside a file, and what came inside that; a fault costs only its own file."""

    def __init__(
        self,
        worker: Child,
        password: str | None,
        is_known: Callable[[str], bool],
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._worker = worker
        self._password = password
        self._is_known = is_known
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0
        self._unread: list[str] = []

    def prepared(self, read: ReadDocument, depth: int = 1) -> tuple[Prepared, ...]:
        """Gives what came inside a document and can be read."""
        found = []
        for number, attachment in enumerate(read.attachments, 1):
            if depth > _DEPTH or self._done >= _ATTACHMENTS:
                more = len(read.attachments) - number
                others = f" and {more} more" if more else ""
                why = (
                    "inside too many others" if depth > _DEPTH else "beyond what is read of a file"
                )
                self._unread.append(f"{attachment.name}{others}, {why}.")
                break
            self._done += 1
            if depth == 1 and self._progress is not None:
                self._progress(number, len(read.attachments))
            try:
                found.append(self._one(attachment, depth))
            except CancelledError:
                raise
            except ArchivistError as error:
                self._unread.append(error.sentence)
        return tuple(found)

    def warnings(self) -> Iterator[str]:
        """Gives what is to be said about what could not be read."""
        for sentence in self._unread[:_TOLD]:
            yield clean(f"Something attached was left out: {sentence}")
        if len(self._unread) > _TOLD:
            yield f"{len(self._unread) - _TOLD:,} more things attached were left out."

    def _one(self, attachment: Attachment, depth: int) -> Prepared:
        content, name = attachment.content, attachment.name
        sha256 = hashlib.sha256(content).hexdigest()
        begun = time.monotonic()
        if self._is_known(sha256):
            return Prepared(Path(name), sha256, len(content), None, content=content)
        with tempfile.TemporaryDirectory(prefix="archivist-attachment-") as folder:
            # Under a name of our own: what a message calls it is never a path.
            path = Path(folder) / f"{sha256}{_known_suffix(name)}"
            path.write_bytes(content)
            try:
                read, markers, dates, date = self._worker.run(
                    read_and_find, path, self._password, subject=name, cancelled=self._cancelled
                )
            except UnreadableFileError as error:
                raise UnreadableFileError(error.sentence.replace(path.name, name)) from error
        warnings = tuple(each.replace(path.name, name) for each in read.warnings)
        attachments = self.prepared(read, depth + 1)
        read = replace(read, attachments=(), warnings=warnings)
        return Prepared(
            Path(name),
            sha256,
            len(content),
            read,
            markers,
            dates,
            date,
            time.monotonic() - begun,
            content,
            attachments,
        )


def _known_suffix(name: str) -> str:
    """Gives the suffix of a name if it is that of a format that can be read."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if any(suffix in each.suffixes for each in formats()) else ""


def read_and_find(
    path: Path, password: str | None, *, progress: Progress
) -> tuple[ReadDocument, tuple[FoundMarker, ...], tuple[FoundDate, ...], UncertainDate | None]:
    """Reads a file and finds what is in its text; runs in the child."""
    read = read_document(path, password=password, progress=progress)
    read = replace(
        read,
        blocks=with_entries(read.text, read.blocks),
        # They name the file, and the bytes of a name may be no text.
        warnings=tuple(clean(warning) for warning in read.warnings),
    )
    date = document_date(read.metadata.date)
    markers = find_markers(read.text, read.blocks, read.marks)
    dates = find_dates(read.text, document_date=date, language=read.metadata.language)
    return read, tuple(markers), tuple(dates), date


def document_date(written: str) -> UncertainDate | None:
    """Reads the date that a file gives for itself; None where nobody can tell what it means."""
    if not written.strip():
        return None
    try:
        return read_date(written)
    except InvalidValueError:
        # "Mon, 25 Sep 2023 10:00:00 +0000": one date, and words around it.
        found = find_dates(written)
        sure = len(found) == 1 and found[0].date.earliest is not None
        return found[0].date if sure else None


def store(archive: Archive, prepared: Prepared) -> Imported:
    """Keeps a file that was read, with its bytes, in one step; a file that is there is a duplicate.

    Raises:
        UnreadableFileError: The file has changed since it was read, or is gone.
        ReadOnlyError: The archive was opened only to be read.
        StorageError: The disk is full or the drive gone.
    """
    begun = time.monotonic()
    known = archive.documents.by_sha256(prepared.sha256)
    if known is not None or prepared.read is None:
        return Imported(
            prepared.path,
            Status.DUPLICATE,
            document_id=known.id if known else None,
            characters=known.characters if known else 0,
            pages=known.pages if known else 0,
            seconds=prepared.seconds,
        )
    read = prepared.read
    keep_large_originals(archive, prepared)
    with archive.step("Import document"):
        document_id, *attached = _add(archive, prepared, read, None)
    return Imported(
        prepared.path,
        Status.IMPORTED,
        document_id=document_id,
        characters=len(read.text),
        pages=len(read.pages),
        seconds=prepared.seconds + time.monotonic() - begun,
        warnings=read.warnings,
        attachments=tuple(attached),
    )


def keep_large_originals(archive: Archive, prepared: Prepared) -> None:
    """Keeps the large ones among a file and what came inside it, before their step.

    Piece by piece, so that a gigabyte never stands in one transaction.
    """
    for each in _with_attachments(prepared):
        if each.size > CHUNK_BYTES and archive.documents.by_sha256(each.sha256) is None:
            _keep_original(archive, each)


def keep_small_original(archive: Archive, prepared: Prepared) -> None:
    """Keeps a file in the step of its document, unless it is a large one, which is kept before."""
    if prepared.size <= CHUNK_BYTES:
        _keep_original(archive, prepared)


def add_attachments(archive: Archive, prepared: Prepared, parent_id: int) -> list[int]:
    """Keeps what came inside a document as documents of their own; gives the new ones' ids."""
    added = []
    for each in prepared.attachments:
        known = archive.documents.by_sha256(each.sha256)
        if known is None and each.read is not None:
            added += _add(archive, each, each.read, parent_id)
        elif known is not None and known.id != parent_id:
            archive.documents.attach(known.id, parent_id, file_name(each.path))
    return added


def _with_attachments(prepared: Prepared) -> Iterator[Prepared]:
    yield prepared
    for each in prepared.attachments:
        yield from _with_attachments(each)


def _add(
    archive: Archive, prepared: Prepared, read: ReadDocument, parent_id: int | None
) -> list[int]:
    """Keeps a document and, after it, what came inside it; gives their ids."""
    keep_small_original(archive, prepared)
    document_id = archive.documents.add(
        read,
        original_name=file_name(prepared.path),
        sha256=prepared.sha256,
        markers=prepared.markers,
        dates=prepared.dates,
        parent_id=parent_id,
    )
    if prepared.date is not None:
        archive.documents.update(document_id, date=prepared.date)
    return [document_id, *add_attachments(archive, prepared, document_id)]


def _keep_original(archive: Archive, prepared: Prepared) -> None:
    if prepared.content is not None:
        archive.originals.put(prepared.sha256, prepared.size, (prepared.content,))
        return
    with _open(prepared.path) as file:
        archive.originals.put(prepared.sha256, prepared.size, _pieces(file))


def import_paths(
    archive: Archive,
    paths: Iterable[Path],
    *,
    password: str | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Imported]:
    """Imports files, and folders with all that is in them, one file after the other.

    While one is kept in the archive, the child reads the next.

    Raises:
        CancelledError: `cancelled` said so; what was imported before stays.
        ReadOnlyError: The archive was opened only to be read.
    """
    known = _known(archive)
    with Child() as child:
        begun = (
            (
                path,
                _outcome(
                    path,
                    partial(_Preparing, path, child, password, known, progress, cancelled),
                ),
            )
            for path in files(paths, besides=archive.path)
        )
        following = next(begun, None)
        while following is not None:
            path, preparing = following
            prepared = (
                preparing if isinstance(preparing, Imported) else _outcome(path, preparing.prepared)
            )
            following = next(begun, None)  # the child reads it while this one is kept
            yield (
                prepared
                if isinstance(prepared, Imported)
                else _outcome(path, partial(store, archive, prepared))
            )


def _outcome(path: Path, work: Callable[[], Outcome]) -> Outcome | Imported:
    """Does a part of an import; a fault of the file is its result."""
    begun = time.monotonic()
    try:
        return work()
    except CancelledError:
        raise
    except ArchivistError as error:
        seconds = time.monotonic() - begun
        return Imported(path, Status.FAILED, seconds=seconds, error=error.sentence)


def files(paths: Iterable[Path], *, besides: Path | None = None) -> Iterator[Path]:
    """Gives the files among some paths and in folders and below, in the order of names.

    In folders, hidden files, litter of the system, and an archive (`besides`) with what stands
    beside it are left out. A folder that links lead to again is gone through once.
    """
    for path in paths:
        if is_folder(path):
            yield from _in_folder(path, set(), besides)
        else:
            yield path


def _in_folder(folder: Path, seen: set[tuple[int, int]], besides: Path | None) -> Iterator[Path]:
    try:
        identity = folder.stat()
        if (identity.st_dev, identity.st_ino) in seen:
            return
        seen.add((identity.st_dev, identity.st_ino))
        entries = sorted(folder.iterdir())
    except OSError:
        # Comes out as a result of its own: a folder cannot be opened as a file either.
        yield folder
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or name.lower() in _LITTER:
            continue
        if is_folder(entry):
            yield from _in_folder(entry, seen, besides)
        elif besides is None or not _stands_beside(entry, besides):
            yield entry


def _stands_beside(entry: Path, archive: Path) -> bool:
    """Says whether a file is the archive, its log, its lock, or an older copy of it."""
    return (
        entry.name.startswith(archive.name) and entry.parent.resolve() == archive.parent.resolve()
    )


def file_name(path: Path) -> str:
    """Gives a file's name as text; bytes that are none become U+FFFD."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _known(archive: Archive) -> Callable[[str], bool]:
    return lambda sha256: archive.documents.by_sha256(sha256) is not None


@contextmanager
def _own_or(child: Child | None) -> Iterator[Child]:
    if child is not None:
        yield child
        return
    with Child() as own:
        yield own


def _fingerprint(path: Path, cancelled: Callable[[], bool] | None) -> tuple[str, int]:
    """Gives SHA-256 and size in bytes of a file."""
    digest, size = hashlib.sha256(), 0
    with _open(path) as file:
        for piece in _pieces(file):
            if cancelled is not None and cancelled():
                raise CancelledError(f"Importing {path.name} was cancelled.")
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size


@contextmanager
def _open(path: Path) -> Iterator[BinaryIO]:
    """Opens an ordinary file; whatever the system says against it names the file."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFileError(
                f"The folder “{path}” cannot be opened; check its permissions."
            )
        if not stat.S_ISREG(mode):
            raise UnreadableFileError(f"“{path}” is no file (it is a device or a pipe).")
        file = path.open("rb")
    except (OSError, ValueError) as error:  # a name with a NUL byte is a ValueError
        raise _unreadable(path, error) from error
    with file:
        try:
            yield file
        except OSError as error:
            raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | ValueError) -> UnreadableFileError:
    if isinstance(error, FileNotFoundError):
        return UnreadableFileError(f"There is no file “{path}”; check its name.")
    if isinstance(error, PermissionError):
        return UnreadableFileError(f"“{path}” may not be read; check its permissions.")
    reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
    return UnreadableFileError(f"“{path}” cannot be read: {reason}.")


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
