"""Plain text: decoded, cleaned, and divided into paragraphs where blank lines stand."""

import re
from collections.abc import Callable
from pathlib import Path

from archivist.domain.counting import count
from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Block, Metadata, ReadDocument
from archivist.domain.text import clean, direction_of
from archivist.domain.vocabulary import BlockKind
from archivist.readers import charset
from archivist.readers.formats import all_bytes
from archivist.readers.versions import version

_PARAGRAPH = re.compile(r"[^\s](?:.*[^\s])?(?:\n[^\S\n]*\S(?:.*[^\s])?)*")
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding=["']([\w.:-]+)["']""")
_END_OF_FILE = "\x1a"  # Ctrl+Z, with which CP/M and DOS ended a text


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a plain text; a password is never needed."""
    data = all_bytes(path)
    declared = _XML.match(data)
    decoded = charset.decode(data, path.name, declared[1].decode() if declared else "")
    text = clean(decoded.text.rstrip(_END_OF_FILE))
    if not text.strip():
        raise nothing_in(path)
    if progress is not None:
        progress(1, 1)
    return ReadDocument(
        format="text",
        reader=f"text (charset-normalizer {version('charset-normalizer')})",
        text=text,
        blocks=tuple(paragraphs(text)),
        metadata=Metadata(
            direction=direction_of(text), further={"encoding": said(decoded.encoding)}
        ),
        warnings=doubts(path, decoded),
    )


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Block]:
    """Gives the runs of lines between blank lines, without the white space around them."""
    end = len(text) if end is None else end
    return [
        Block(BlockKind.PARAGRAPH, match.start(), match.end())
        for match in _PARAGRAPH.finditer(text, start, end)
    ]


def nothing_in(path: Path) -> UnreadableFileError:
    """Gives the error for a file without any text."""
    return UnreadableFileError(f"{path.name} holds no text: there is nothing in it to read.")


def doubts(path: Path, decoded: charset.Decoded) -> tuple[str, ...]:
    """Gives the warnings about a text's encoding."""
    name, encoding = path.name, said(decoded.encoding)
    if decoded.guessed:
        return (f"{name} does not say in which encoding it is written; it was read as {encoding}.",)
    if decoded.broken:
        places = count(decoded.broken, "place")
        return (f"{name} is no {encoding} in {places}; \ufffd stands there.",)
    return ()


def said(encoding: str) -> str:
    """Gives an encoding's name as people write it."""
    name = encoding.replace("_", "-").upper()
    return re.sub(r"^CP(125\d)$", r"Windows-\1", name).replace("ISO8859", "ISO-8859")
