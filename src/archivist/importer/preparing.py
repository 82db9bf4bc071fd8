"""A file read and searched in a child process; nothing here touches an archive."""

import hashlib
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from archivist.domain.dates import UncertainDate
from archivist.domain.errors import (
    ArchivistError,
    CancelledError,
    InvalidValueError,
    UnreadableFileError,
)
from archivist.domain.provenance import FileFacts
from archivist.domain.reading import Attachment, FoundDate, FoundMarker, ReadDocument
from archivist.domain.text import clean
from archivist.finding.dates import find_dates, read_date
from archivist.finding.entry_blocks import with_entries
from archivist.finding.markers import find_markers
from archivist.importer.files import file_name, fingerprint
from archivist.readers import formats, read_document
from archivist.readers.isolate import Child, Pending, Progress, wait_for_any

_DEPTH = 5  # files inside files
_ATTACHMENTS = 2_000  # that are read of one file
_TOLD = 20  # of those that were not


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read: its SHA-256, where it came from, and what was found.

    `read` is None for a file that the archive has already. What came inside it is prepared with it;
    such a file has its `content` here, and for a path only its name.
    """

    path: Path
    sha256: str
    file: FileFacts
    read: ReadDocument | None
    markers: tuple[FoundMarker, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    date: UncertainDate | None = None  # the document's own
    seconds: float = 0.0
    content: bytes | None = field(default=None, repr=False)
    attachments: tuple["Prepared", ...] = ()


Reading = Generator[Pending, None, Prepared]
"""A file that is being read: it gives each call in a child that it waits for."""


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
        reading = preparing(
            path,
            worker,
            password=password,
            is_known=is_known,
            progress=progress,
            cancelled=cancelled,
        )
        while True:
            try:
                pending = next(reading)
            except StopIteration as end:
                prepared: Prepared = end.value
                return prepared
            while not pending.is_ready():
                wait_for_any([pending])


def preparing(
    path: Path,
    worker: Child,
    *,
    password: str | None = None,
    is_known: Callable[[str], bool] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """Reads a file as `prepare` does, for a caller who has others read meanwhile.

    It is to be resumed when the call that it gave is ready.
    """
    begun = time.monotonic()
    path = path.absolute()
    known = is_known or (lambda _: False)
    sha256, file = fingerprint(path, cancelled)
    if known(sha256):
        return Prepared(path, sha256, file, None, seconds=time.monotonic() - begun)
    answer = worker.begin(read_and_find, path, password, progress=progress, cancelled=cancelled)
    yield answer
    read, markers, dates, date = answer()
    inside = _Inside(worker, file, password, known, progress, cancelled)
    attachments = yield from inside.preparing(read)
    warnings = (*read.warnings, *inside.warnings())
    return Prepared(
        path,
        sha256,
        file,
        replace(read, attachments=(), warnings=warnings),
        markers,
        dates,
        date,
        time.monotonic() - begun,
        attachments=attachments,
    )


class _Inside:
    """Reads what came inside a file, and what came inside that; a fault costs only its own file."""

    def __init__(
        self,
        worker: Child,
        file: FileFacts,
        password: str | None,
        is_known: Callable[[str], bool],
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._worker = worker
        self._file = file
        self._password = password
        self._is_known = is_known
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0
        self._unread: list[str] = []

    def preparing(
        self, read: ReadDocument, around: tuple[str, ...] = ()
    ) -> Generator[Pending, None, tuple[Prepared, ...]]:
        """Gives what came inside a document and can be read; `around` names what it came inside."""
        found = []
        for number, attachment in enumerate(read.attachments, 1):
            if len(around) >= _DEPTH or self._done >= _ATTACHMENTS:
                more = len(read.attachments) - number
                others = f" and {more} more" if more else ""
                why = (
                    "inside too many others"
                    if len(around) >= _DEPTH
                    else "beyond what is read of a file"
                )
                self._unread.append(f"{attachment.name}{others}, {why}.")
                break
            self._done += 1
            if not around and self._progress is not None:
                self._progress(number, len(read.attachments))
            try:
                found.append((yield from self._one(attachment, around)))
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

    def _one(self, attachment: Attachment, around: tuple[str, ...]) -> Reading:
        content, name = attachment.content, attachment.name
        sha256 = hashlib.sha256(content).hexdigest()
        names = (*around, file_name(Path(name)))
        file = FileFacts(self._file.path, len(content), member="/".join(names))
        begun = time.monotonic()
        if self._is_known(sha256):
            return Prepared(Path(name), sha256, file, None, content=content)
        with tempfile.TemporaryDirectory(prefix="archivist-attachment-") as folder:
            # Under a name of our own: what a message calls it is never a path.
            path = Path(folder) / f"{sha256}{_known_suffix(name)}"
            path.write_bytes(content)
            answer = self._worker.begin(
                read_and_find, path, self._password, subject=name, cancelled=self._cancelled
            )
            yield answer
            try:
                read, markers, dates, date = answer()
            except UnreadableFileError as error:
                raise UnreadableFileError(error.sentence.replace(path.name, name)) from error
        warnings = tuple(each.replace(path.name, name) for each in read.warnings)
        attachments = yield from self.preparing(read, names)
        read = replace(read, attachments=(), warnings=warnings)
        return Prepared(
            Path(name),
            sha256,
            file,
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
    # They name the file, and the bytes of a name may be no text.
    read = replace(read, warnings=tuple(clean(warning) for warning in read.warnings))
    date = document_date(read.metadata.date)
    read, markers, dates = find_in(read, date)
    return read, markers, dates, date


def find_in(
    read: ReadDocument, date: UncertainDate | None, *, progress: Progress | None = None
) -> tuple[ReadDocument, tuple[FoundMarker, ...], tuple[FoundDate, ...]]:
    """Finds entries, markers and dates in the text of a document with this date.

    A child can run it: it takes the `progress` that children hand over, and has no steps to tell.
    """
    read = replace(read, blocks=with_entries(read.text, read.blocks))
    markers = find_markers(read.text, read.blocks, read.marks)
    dates = find_dates(read.text, document_date=date, language=read.metadata.language)
    return read, tuple(markers), tuple(dates)


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


@contextmanager
def _own_or(child: Child | None) -> Iterator[Child]:
    if child is not None:
        yield child
        return
    with Child() as own:
        yield own
