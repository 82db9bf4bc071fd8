"""One e-mail message: headers as metadata and above the text, attachments handed on as files."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.text import direction_of
from archivist.readers.build import Builder, outline_of
from archivist.readers.formats import all_bytes
from archivist.readers.letter import write_letter
from archivist.readers.text import nothing_in
from archivist.readers.versions import version


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads an e-mail message; a password is never needed."""
    builder = Builder()
    letter = write_letter(all_bytes(path), path.name, builder)
    text, blocks, marks = builder.finish()
    if not text.strip():
        raise UnreadableFileError(" ".join([nothing_in(path).sentence, *letter.warnings[:1]]))
    if progress is not None:
        progress(1, 1)
    return ReadDocument(
        format="eml",
        reader=f"eml (selectolax {version('selectolax')})",
        text=text,
        blocks=blocks,
        marks=marks,
        outline=outline_of(text, blocks),
        pictures=tuple(builder.pictures),
        metadata=replace(letter.metadata, direction=direction_of(text)),
        warnings=tuple(letter.warnings),
        attachments=tuple(letter.attachments),
    )
