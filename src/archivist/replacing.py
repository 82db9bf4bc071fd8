"""A new version of a document: its excerpts are found again before one step replaces its file."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from archivist import importer
from archivist.archive.archive import Archive, open_archive
from archivist.archive.replacing import Place, Version
from archivist.domain.anchor import Candidate
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Document, Excerpt
from archivist.domain.reading import Page, ReadDocument
from archivist.domain.vocabulary import AnchorState
from archivist.finding.relocating import Fate, Relocated, anchor_at, relocate
from archivist.finding.same_labels import entries, same_labels
from archivist.importer import Prepared
from archivist.placing import Leaves, with_rectangles, with_regions


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of a document's excerpts, in the order of its old text."""

    document_id: int
    excerpts: tuple[Relocated, ...]
    warnings: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """Counts the excerpts that this became of."""
        return sum(each.fate is fate for each in self.excerpts)


@dataclass(frozen=True, slots=True)
class Before:
    """What excerpts are found again from, taken from the archive so that a worker can look."""

    text: str
    excerpts: tuple[Excerpt, ...]
    pages: tuple[Page, ...] = ()
    archive: Path | None = None  # where the file that is replaced is kept
    sha256: str = ""

    def found_in(
        self,
        prepared: Prepared,
        *,
        password: str | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[Relocated]:
        """Finds the excerpts again in a file that was read; changes no archive.

        Args:
            prepared: The file.
            password: What opens it.
            cancelled: Asked again and again whether to stop.

        Raises:
            CancelledError: `cancelled` said so.
        """
        read = prepared.read
        if read is None:
            return []
        found = relocate(self.excerpts, self.text, read.text, read.pages, self.pages)
        found = with_rectangles(found, prepared.path, read, password=password, cancelled=cancelled)
        if not any(excerpt.anchor.region for excerpt in self.excerpts) or self.archive is None:
            return found
        with (
            tempfile.TemporaryDirectory(prefix="archivist-before-") as folder,
            open_archive(self.archive, read_only=True) as kept,
        ):
            if not kept.originals.has(self.sha256):
                return found
            old_file = Path(folder) / "before"
            kept.originals.save(self.sha256, old_file)
            return with_regions(
                found,
                Leaves(old_file, self.pages, self.text),
                Leaves(prepared.path, read.pages, read.text),
                password=password,
                cancelled=cancelled,
            )


def before(archive: Archive, document_id: int) -> Before:
    """Gives a document's text, excerpts and pages as they are now.

    Raises:
        NotFoundError: There is no such document.
    """
    text = archive.documents.text(document_id)
    excerpts = archive.excerpts.in_document(document_id)
    return Before(
        text,
        tuple(excerpts),
        tuple(archive.documents.pages(document_id)),
        archive.path,
        archive.documents.get(document_id).sha256,
    )


def replace(
    archive: Archive,
    document_id: int,
    prepared: Prepared,
    looked_up: tuple[Before, list[Relocated]] | None = None,
    *,
    password: str | None = None,
) -> Replaced:
    """Replaces a document's file by one that was read, in one step.

    Proposals are told, not taken: until a person takes one, such an excerpt is orphaned.

    Args:
        archive: The archive.
        document_id: The document.
        prepared: The file.
        looked_up: What a worker has found already; it counts only if text, pages and excerpts are
            what it was given.
        password: What opens the file.

    Raises:
        NotFoundError: There is no such document.
        InvalidValueError: The file is that of a document already; nothing is new.
        UnreadableFileError: The file has changed since it was read, or is gone.
        ReadOnlyError: The archive was opened only to be read.
        StorageError: The disk is full or the drive gone.
    """
    document = archive.documents.get(document_id)
    read = _new(archive, document, prepared)
    now = before(archive, document_id)
    if looked_up is not None and looked_up[0] == now:
        found = looked_up[1]
    else:
        found = now.found_in(prepared, password=password)
    cited = entries(
        now.text,
        archive.documents.blocks(document_id),
        archive.markers.in_document(document_id),
    )
    after = entries(read.text, read.blocks, prepared.markers)
    version = Version(
        read,
        importer.file_name(prepared.path),
        prepared.sha256,
        prepared.markers,
        prepared.dates,
        prepared.date,
        same_labels(cited, after),
        prepared.file,
    )
    for _piece in importer.keeping_large_originals(archive, prepared):
        pass
    with archive.step(f"Replace “{document.title}” by a new version"):
        importer.keep_small_original(archive, prepared)
        importer.keep_pictures(archive, read)
        archive.documents.replace(document_id, version, places(found))
        importer.add_attachments(archive, prepared, document_id)
    return Replaced(document_id, tuple(found), read.warnings)


def accept(archive: Archive, excerpt_id: int, candidate: Candidate) -> None:
    """Anchors an excerpt at a proposed place of its document, in one step.

    Raises:
        NotFoundError: There is no such excerpt.
        InvalidValueError: The document's text has no such place any more.
    """
    document_id = archive.excerpts.get(excerpt_id).document_id
    text, pages = archive.documents.text(document_id), archive.documents.pages(document_id)
    archive.excerpts.anchor_anew(excerpt_id, anchor_at(candidate, text, pages))


def _new(archive: Archive, document: Document, prepared: Prepared) -> ReadDocument:
    """Gives what was read of a file that no document was made from."""
    known = archive.documents.by_sha256(prepared.sha256)
    name = importer.file_name(prepared.path)
    if document.sha256 == prepared.sha256:
        raise InvalidValueError(
            f"Nothing is new in “{name}”: it is the file that “{document.title}” has now."
            " Nothing was changed."
        )
    if known is not None or prepared.read is None:
        where = f", as document {known.id}, “{known.title}”" if known else ""
        raise InvalidValueError(
            f"“{name}” is in the archive already{where}. Nothing was changed; to use it in place"
            f" of “{document.title}”, delete that document first."
        )
    return prepared.read


def places(found: Sequence[Relocated]) -> dict[int, Place]:
    """Gives by excerpt the place in its new text, for those that have a sure one."""
    return {
        each.excerpt.id: Place(
            each.anchor,
            each.excerpt.anchor_state if each.fate is Fate.STAYS else AnchorState.MOVED,
        )
        for each in found
        if each.anchor is not None
    }
