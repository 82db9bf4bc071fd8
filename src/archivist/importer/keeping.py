"""A file that was read, kept in the archive: its bytes, its document, what came inside it."""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from archivist.archive.archive import Archive
from archivist.archive.originals import CHUNK_BYTES
from archivist.domain.reading import ReadDocument
from archivist.importer.files import file_name, opened, pieces
from archivist.importer.preparing import Prepared

_LONG = 200_000  # code points of a text that search is told of before its step


class Status(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    FAILED = "failed"


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
    excerpts: tuple[int, ...] = ()  # made of what other programs had marked in it

    @property
    def reason(self) -> str:
        """Why it failed or was not kept, or what is to be said about what was; "" for nothing."""
        if self.status is Status.DUPLICATE:
            where = f", as document {self.document_id}" if self.document_id is not None else ""
            return f"The same file is in the archive already{where}; it was not stored twice."
        return self.error or " ".join(self.warnings)


def store(archive: Archive, prepared: Prepared) -> Imported:
    """Keeps a file that was read, with its bytes, in one step; a file that is there is a duplicate.

    Raises:
        UnreadableFileError: The file has changed since it was read, or is gone.
        ReadOnlyError: The archive was opened only to be read.
        StorageError: The disk is full or the drive gone.
    """
    work = storing(archive, prepared)
    while True:
        try:
            next(work)
        except StopIteration as end:
            imported: Imported = end.value
            return imported


def storing(archive: Archive, prepared: Prepared) -> Generator[None, None, Imported]:
    """Keeps a file as `store` does, in short parts for a caller who has other things to do.

    What is large (a file's bytes, what search knows of a long text) goes before the step, piece by
    piece: a document is there in full or not at all, whenever the work ends.
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
    yield from keeping_large_originals(archive, prepared)
    document_id = None
    if len(read.text) > _LONG:
        document_id = yield from archive.documents.indexing_ahead(read.text, read.blocks)
    with archive.step(f"Import “{file_name(prepared.path)}”"):
        added = _add(archive, prepared, read, None, document_id)
    # A step of its own, so that the highlights can be undone and the document stays.
    excerpts = [
        excerpt_id
        for each_id, each in added
        if each.annotations
        for excerpt_id in archive.annotations.take_over(each_id, each.annotations)
    ]
    document_id, *attached = (each_id for each_id, _read in added)
    return Imported(
        prepared.path,
        Status.IMPORTED,
        document_id=document_id,
        characters=len(read.text),
        pages=len(read.pages),
        seconds=prepared.seconds + time.monotonic() - begun,
        warnings=read.warnings,
        attachments=tuple(attached),
        excerpts=tuple(excerpts),
    )


def keeping_large_originals(archive: Archive, prepared: Prepared) -> Iterator[None]:
    """Keeps the large ones among a file and what came inside it, before their step.

    Piece by piece, so that a gigabyte never stands in one transaction.
    """
    for each in _with_attachments(prepared):
        if each.file.size > CHUNK_BYTES and archive.documents.by_sha256(each.sha256) is None:
            yield from _keeping_original(archive, each)


def keep_small_original(archive: Archive, prepared: Prepared) -> None:
    """Keeps a file in the step of its document, unless it is a large one, which is kept before."""
    if prepared.file.size <= CHUNK_BYTES:
        for _piece in _keeping_original(archive, prepared):
            pass


def keep_pictures(archive: Archive, read: ReadDocument) -> None:
    """Keeps the pictures inside a document, each once, in the step of the document."""
    for picture in read.pictures:
        archive.originals.put(picture.sha256, len(picture.content), (picture.content,))


def add_attachments(
    archive: Archive, prepared: Prepared, parent_id: int
) -> list[tuple[int, ReadDocument]]:
    """Keeps what came inside a document as documents of their own; gives the new ones."""
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
    archive: Archive,
    prepared: Prepared,
    read: ReadDocument,
    parent_id: int | None,
    indexed_as: int | None = None,
) -> list[tuple[int, ReadDocument]]:
    """Keeps a document and, after it, what came inside it; gives each with its new id."""
    keep_small_original(archive, prepared)
    keep_pictures(archive, read)
    document_id = archive.documents.add(
        read,
        original_name=file_name(prepared.path),
        sha256=prepared.sha256,
        markers=prepared.markers,
        dates=prepared.dates,
        parent_id=parent_id,
        date=prepared.date,
        file=prepared.file,
        indexed_as=indexed_as,
    )
    return [(document_id, read), *add_attachments(archive, prepared, document_id)]


def _keeping_original(archive: Archive, prepared: Prepared) -> Iterator[None]:
    sha256, size = prepared.sha256, prepared.file.size
    if prepared.content is not None:
        yield from archive.originals.putting(sha256, size, (prepared.content,))
        return
    with opened(prepared.path) as file:
        yield from archive.originals.putting(sha256, size, pieces(file))
