"""A document together with the text that was recognized on its pages, and what is found in it."""

from dataclasses import dataclass, replace

from archivist.archive.archive import Archive
from archivist.domain.model import Document
from archivist.domain.reading import FoundDate, FoundMarker, Metadata, ReadDocument
from archivist.domain.recognition import (
    Moves,
    Recognition,
    with_recognized,
)
from archivist.importer import find_in
from archivist.readers.isolate import Child
from archivist.readers.tesseract_languages import tag_of


@dataclass(frozen=True, slots=True)
class Recognized:
    """What was recognized of a document, ready to be kept.

    `read` is the whole document with it, made from a text with the SHA-256 `before` in the file
    with the SHA-256 `file`; `failures` are sentences about pages that could not be recognized.
    """

    document_id: int
    file: str
    before: str
    recognition: Recognition
    read: ReadDocument
    moves: Moves
    markers: tuple[FoundMarker, ...]
    dates: tuple[FoundDate, ...]
    failures: tuple[str, ...] = ()
    left_out: int = 0  # pages that were not come to before it was cancelled


def composed(
    archive: Archive, document: Document, recognition: Recognition, child: Child | None
) -> Recognized:
    """Gives a document as it is now with what was recognized, and what is found in that text."""
    composed, moves = with_recognized(_as_read(archive, document), recognition)
    if not composed.metadata.language and "+" not in recognition.languages:
        language = tag_of(recognition.languages)
        composed = replace(composed, metadata=replace(composed.metadata, language=language))
    date = document.date
    read, markers, dates = (
        find_in(composed, date)
        if child is None
        else child.run(find_in, composed, date, subject=document.title)
    )
    return Recognized(
        document.id,
        document.sha256,
        document.text_sha256,
        recognition,
        read,
        moves,
        tuple(markers),
        tuple(dates),
    )


def _as_read(archive: Archive, document: Document) -> ReadDocument:
    documents = archive.documents
    return ReadDocument(
        format=document.format,
        reader=document.reader,
        text=documents.text(document.id),
        pages=tuple(documents.pages(document.id)),
        blocks=tuple(documents.blocks(document.id)),
        marks=tuple(documents.marks(document.id)),
        outline=tuple(documents.outline(document.id)),
        metadata=Metadata(language=document.language, direction=document.direction),
        warnings=document.warnings,
    )
