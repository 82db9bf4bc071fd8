"""Archives to test curation on: real ones in a folder, with documents made of plain texts."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from archivist.archive.archive import Archive, create
from archivist.domain.anchor import describe
from archivist.domain.reading import Block, FoundMarker, Mark, Page, ReadDocument
from archivist.domain.vocabulary import MarkerKind

PROSE = (
    "By early September the shops had almost nothing left, and bread was rationed.[55][56][57]"
    " Medicine ran short.[citation needed]\n\n"
    "The minister said that some had died on a drive of up to forty hours.[90][91] Next came rain."
)
_MARKER = re.compile(r"\[(\d+|note \d+|citation needed)\]")


def new_archive(folder: Path, name: str = "test.archivist") -> Archive:
    return create(folder / name, user="Ani")


def add_text(
    archive: Archive,
    text: str = PROSE,
    *,
    name: str = "prose.txt",
    blocks: Sequence[Block] = (),
    marks: Sequence[Mark] = (),
    pages: Sequence[Page] = (),
    markers: Sequence[FoundMarker] | None = None,
) -> int:
    """Stores a text as a document, with the bracketed markers that stand in it."""
    content = f"{name}\n{text}".encode()
    sha256 = hashlib.sha256(content).hexdigest()
    archive.originals.put(sha256, len(content), [content])
    read = ReadDocument(
        format="text",
        reader="plain",
        text=text,
        blocks=tuple(blocks),
        marks=tuple(marks),
        pages=tuple(pages),
    )
    return archive.documents.add(
        read,
        original_name=name,
        sha256=sha256,
        markers=found_markers(text) if markers is None else markers,
    )


def found_markers(text: str) -> list[FoundMarker]:
    found = []
    for match in _MARKER.finditer(text):
        kind = MarkerKind.FLAG if match[1] == "citation needed" else MarkerKind.REFERENCE
        found.append(FoundMarker(match.start(), match.end(), match[1], kind))
    return found


def highlight(archive: Archive, document_id: int, quote: str) -> int:
    """Highlights the first passage that reads so."""
    text = archive.documents.text(document_id)
    start = text.index(quote)
    return archive.excerpts.create(document_id, describe(text, start, start + len(quote)))
