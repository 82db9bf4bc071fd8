"""Another version of a document: its file and text give way to new ones, in one step.

Nothing is lost: the old file stays among the originals, the old rows in the history, and an excerpt
that has no place in the new text keeps its quote, tags and links.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archivist.archive.document_rows import COLUMNS, belonging_rows, document_from, document_values
from archivist.archive.excerpts import anchor_values
from archivist.archive.passages import renew_passages
from archivist.archive.provenances import note_import
from archivist.archive.rows import date_values
from archivist.archive.store import Store
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import Anchor, Document
from archivist.domain.provenance import FileFacts
from archivist.domain.reading import FoundDate, FoundMarker, ReadDocument
from archivist.domain.regions import check_region
from archivist.domain.vocabulary import AnchorState, MarkerKind

_BELONGING = ("page", "block", "mark", "outline", "picture", "marker", "found_date")

# What is said about a document, by a person or by the file before: it is filled in, never replaced.
_KEPT = ("title", "language", "direction", "author", "source", "rights")


@dataclass(frozen=True, slots=True)
class Version:
    """A file that takes the place of a document's, as it was read.

    `labels` says for each label of a marker in the new text which label of the old one means the
    same source.
    """

    read: ReadDocument
    original_name: str
    sha256: str
    markers: Sequence[FoundMarker] = ()
    dates: Sequence[FoundDate] = ()
    date: UncertainDate | None = None
    labels: Mapping[str, str] | None = None
    file: FileFacts | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an excerpt stands in the new text, and whether that is where it stood."""

    anchor: Anchor
    state: AnchorState


def replace_version(
    store: Store, document_id: int, version: Version, places: Mapping[int, Place]
) -> None:
    """Give a document another file; excerpts without a place become orphaned.

    Args:
        store: The archive's store.
        document_id: The document.
        version: The new file, which has to be among the originals.
        places: By excerpt, where it stands in the new text.

    Raises:
        NotFoundError: there is no such document.
        InvalidValueError: a place does not fit the text.
    """
    row = store.row(f"SELECT {COLUMNS} FROM document WHERE id = ?", (document_id,))
    if row is None:
        raise NotFoundError(f"There is no document {document_id} in “{store.path.name}”.")
    document = document_from(row)
    with store.step(f"Replace “{document.title}” by a new version"):
        store.write("DELETE FROM recognized_page WHERE document_id = ?", (document_id,))
        renew_text(store, document_id, version, _values(store, document, version), places)
        if version.file is not None:
            note_import(
                store,
                document_id,
                version.file,
                sha256=version.sha256,
                reader=version.read.reader,
            )


def renew_text(
    store: Store,
    document_id: int,
    version: Version,
    values: Mapping[str, object],
    places: Mapping[int, Place],
) -> None:
    """Put a text with all that belongs to it in the place of a document's, inside a step.

    Args:
        store: The archive's store.
        document_id: The document.
        version: What was read.
        values: What changes in the document's own row.
        places: By excerpt, where it stands in the new text; others become orphaned.

    Raises:
        InvalidValueError: a place does not fit the text.
    """
    meant = _meanings(store, document_id)
    for table in _BELONGING:
        store.write(f"DELETE FROM {table} WHERE document_id = ?", (document_id,))
    store.update("document", document_id, values)
    for table, columns, rows in belonging_rows(
        document_id, version.read, version.markers, version.dates
    ):
        store.insert_many(table, columns, rows)
    for label, before in (version.labels or {}).items():
        if before in meant:
            store.write(
                "UPDATE marker SET citation_id = ?, state = ?"
                " WHERE document_id = ? AND label = ? AND kind <> ?",
                (*meant[before], document_id, label, MarkerKind.FLAG.value),
            )
    renew_passages(store, document_id)
    _place_excerpts(store, document_id, version.read, places)


def _meanings(store: Store, document_id: int) -> dict[str, tuple[int, str]]:
    """By label, the citation it means and the state of that link."""
    rows = store.rows(
        "SELECT label, citation_id, state FROM marker"
        " WHERE document_id = ? AND citation_id IS NOT NULL AND kind <> ? ORDER BY start, id",
        (document_id, MarkerKind.FLAG.value),
    )
    return {row["label"]: (row["citation_id"], row["state"]) for row in rows}


def _values(store: Store, document: Document, version: Version) -> dict[str, object]:
    values = document_values(version.read, version.original_name, "")
    for field in _KEPT:
        values[field] = getattr(document, field) or values[field]
    if document.date is not None or version.date is not None:
        values |= date_values(document.date or version.date)
    return values | {
        "sha256": version.sha256,
        "imported_at": store.now(),
        "imported_by": store.user,
    }


def _place_excerpts(
    store: Store, document_id: int, read: ReadDocument, places: Mapping[int, Place]
) -> None:
    now, text = store.now(), read.text
    pages = {page.number: page for page in read.pages}
    for row in store.rows(
        "SELECT id, number, anchor_state FROM excerpt WHERE document_id = ?", (document_id,)
    ):
        place = places.get(row["id"])
        if place is None:
            if row["anchor_state"] != AnchorState.ORPHANED.value:
                lost = {"anchor_state": AnchorState.ORPHANED.value, "modified_at": now}
                store.update("excerpt", row["id"], lost)
            continue
        anchor = place.anchor
        if anchor.region is not None:
            check_region(anchor, pages.get(anchor.region.page))
        elif not 0 <= anchor.start < anchor.end or text[anchor.start : anchor.end] != anchor.quote:
            raise InvalidValueError(
                f"Excerpt {document_id}:{row['number']} does not read as quoted from"
                f" {anchor.start} to {anchor.end} of the new version; nothing was changed."
            )
        values = {**anchor_values(anchor), "anchor_state": place.state.value}
        before = store.row("SELECT * FROM excerpt WHERE id = ?", (row["id"],))
        if before is not None and any(before[column] != new for column, new in values.items()):
            store.update("excerpt", row["id"], {**values, "modified_at": now})
