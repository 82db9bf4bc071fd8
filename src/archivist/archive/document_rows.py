"""How documents stand in their tables: what is written for each, and what is read back."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from archivist.archive.rows import date_from, date_values, from_json, json_text
from archivist.domain import dates as domain_dates
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Document, Shelfmark
from archivist.domain.reading import FoundDate, FoundMarker, Page, ReadDocument
from archivist.domain.vocabulary import TextSource

# All but the text, which is read on its own.
COLUMNS = """id, uid, title, format, original_name, sha256, text_sha256, characters, pages,
language, direction, author, date_text, edtf, earliest, latest, modifier, certainty, extent,
source, accessed, rights, repository, fonds, series, box, folder, note, imported_at, imported_by,
reader, metadata, warnings,
(SELECT min(parent_id) FROM attachment WHERE document_id = document.id) AS parent_id"""

Insertion = tuple[str, tuple[str, ...], Iterator[tuple[object, ...]]]


def document_from(row: sqlite3.Row) -> Document:
    """The document of a row of `COLUMNS`."""
    return Document(
        id=row["id"],
        uid=row["uid"],
        title=row["title"],
        format=row["format"],
        original_name=row["original_name"],
        sha256=row["sha256"],
        text_sha256=row["text_sha256"],
        characters=row["characters"],
        pages=row["pages"],
        language=row["language"],
        direction=row["direction"],
        author=row["author"],
        date=date_from(row),
        source=row["source"],
        accessed=row["accessed"],
        rights=row["rights"],
        shelfmark=Shelfmark(
            row["repository"], row["fonds"], row["series"], row["box"], row["folder"]
        ),
        note=row["note"],
        imported_at=row["imported_at"],
        imported_by=row["imported_by"],
        reader=row["reader"],
        metadata=from_json(row["metadata"]),
        warnings=tuple(from_json(row["warnings"])),
        parent_id=row["parent_id"],
    )


def page_from(row: sqlite3.Row) -> Page:
    """The page of a row of its table."""
    return Page(
        number=row["number"],
        label=row["label"],
        start=row["start"],
        end=row["end"],
        width=row["width"],
        height=row["height"],
        text_source=TextSource(row["text_source"]),
    )


def document_values(read: ReadDocument, original_name: str, source: str) -> dict[str, object]:
    """What a file and its reader say about a document; the caller adds who, when and the hash."""
    metadata = read.metadata
    further = dict(metadata.further)
    if metadata.date:
        further.setdefault("date", metadata.date)
    return {
        "title": metadata.title.strip() or PurePath(original_name).stem or original_name,
        "format": read.format,
        "original_name": original_name,
        "text_sha256": text_sha256(read.text),
        "characters": len(read.text),
        "pages": len(read.pages),
        "language": metadata.language,
        "direction": metadata.direction,
        "author": metadata.author,
        **date_values(_publication_date(metadata.date)),
        "source": source or metadata.source,
        "rights": metadata.rights,
        "reader": read.reader,
        "metadata": json_text(further),
        "warnings": json_text(list(read.warnings)),
        "text": read.text,
    }


def belonging_rows(
    document_id: int,
    read: ReadDocument,
    markers: Sequence[FoundMarker],
    dates: Sequence[FoundDate],
) -> Iterator[Insertion]:
    """What is to be inserted beside a document: table, columns and rows."""
    span = ("document_id", "start", "end")
    yield (
        "page",
        (*span, "number", "label", "width", "height", "text_source"),
        (
            (
                document_id,
                page.start,
                page.end,
                page.number,
                page.label,
                page.width,
                page.height,
                page.text_source.value,
            )
            for page in read.pages
        ),
    )
    yield (
        "block",
        (*span, "kind", "level", "attributes"),
        (
            (
                document_id,
                block.start,
                block.end,
                block.kind.value,
                block.level,
                json_text(dict(block.attributes)) if block.attributes else "{}",
            )
            for block in read.blocks
        ),
    )
    yield (
        "mark",
        (*span, "kind", "value"),
        ((document_id, mark.start, mark.end, mark.kind.value, mark.value) for mark in read.marks),
    )
    yield (
        "outline",
        ("document_id", "title", "level", "start"),
        ((document_id, entry.title, entry.level, entry.start) for entry in read.outline),
    )
    yield (
        "picture",
        (*span, "media_type", "width", "height", "sha256"),
        (
            (
                document_id,
                picture.start,
                picture.end,
                picture.media_type,
                picture.width,
                picture.height,
                picture.sha256,
            )
            for picture in read.pictures
        ),
    )
    yield (
        "marker",
        (*span, "label", "kind", "state", "target", "locator"),
        (
            (
                document_id,
                marker.start,
                marker.end,
                marker.label,
                marker.kind.value,
                marker.state.value,
                marker.target,
                marker.locator,
            )
            for marker in markers
        ),
    )
    yield (
        "found_date",
        (*span, *date_values(None)),
        (
            (document_id, found.start, found.end, *date_values(found.date).values())
            for found in dates
        ),
    )


def shelfmark_values(shelfmark: Shelfmark) -> dict[str, str]:
    """The columns of a shelfmark and what to write into them."""
    return {
        "repository": shelfmark.repository,
        "fonds": shelfmark.fonds,
        "series": shelfmark.series,
        "box": shelfmark.box,
        "folder": shelfmark.folder,
    }


def text_sha256(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def _publication_date(verbatim: str) -> UncertainDate | None:
    """The date a file gives for itself; None where nobody can tell what it means."""
    try:
        return domain_dates.parse_date(verbatim) if verbatim.strip() else None
    except InvalidValueError:
        return None
