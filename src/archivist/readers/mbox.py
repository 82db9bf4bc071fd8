"""A mailbox in one file: every message is a page with its headers, its text and its label.

Read a message at a time, so that a large mailbox costs its text and not itself. A message that
breaks the reader is left out and said so; it costs only itself.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Attachment, Metadata, ReadDocument
from archivist.domain.text import direction_of
from archivist.readers import shared
from archivist.readers.build import Builder, outline_of
from archivist.readers.formats import unopened
from archivist.readers.labelled import labelled_pages
from archivist.readers.letter import Letter, write_letter
from archivist.readers.text import nothing_in
from archivist.readers.versions import version

# The line between messages names a sender and a time, and headers follow it.
_BETWEEN = re.compile(rb"From \S.{0,300}\d{2}:\d{2}|From [^\s:]+\s*$")
_HEADER = re.compile(rb">?[!-9;-~]+[ \t]*:|>From ")
_QUOTED = re.compile(rb"^>(>*From )", re.M)
_LARGEST = 100_000_000  # bytes of one message
_TEXT = 60_000_000  # code points that are read of a mailbox
_ATTACHED = 200_000_000  # bytes of attachments that are handed on
_SAID = 20  # warnings of messages
_LABEL = 100  # characters


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a mailbox; a password is never needed."""
    total = sum(1 for _ in _messages(path))
    if not total:
        raise UnreadableFileError(
            f"{path.name} is no mailbox: no message begins in it. "
            "If it is a single message or a text, give it the suffix .eml or .txt, and import that."
        )
    builder = Builder()
    labels: list[tuple[int, str]] = []
    attachments: list[Attachment] = []
    warnings: list[str] = []
    broken = shared.broken_steps()
    tables = attached = 0
    for number, data in enumerate(_messages(path), 1):
        name = f"message {number} of {path.name}"
        first = len(builder.blocks)
        if number in broken or len(data) >= _LARGEST:
            warnings.append(f"Message {number} of {path.name} could not be read; it was left out.")
        else:
            letter = write_letter(data, name, builder, tables=tables)
            tables = letter.tables
            warnings += letter.warnings
            attached += sum(len(each.content) for each in letter.attachments)
            if attached <= _ATTACHED:
                attachments += letter.attachments
            elif letter.attachments:
                warnings.append(f"The attachments of {name} were left out: there are too many.")
            if len(builder.blocks) > first:
                labels.append((builder.blocks[first].start, _label(letter, number)))
            else:
                warnings.append(f"There is no text in {name}.")
        if progress is not None:
            progress(number, total)
        if builder.blocks and builder.blocks[-1].end > _TEXT and number < total:
            warnings.append(
                f"Only the first {number:,} of {total:,} messages of {path.name} were read; "
                "divide the mailbox into smaller ones, and import those."
            )
            if progress is not None:
                progress(total, total)
            break
    text, blocks, marks = builder.finish()
    if not labels:
        raise nothing_in(path)
    return ReadDocument(
        format="mbox",
        reader=f"mbox (selectolax {version('selectolax')})",
        text=text,
        pages=labelled_pages(labels, len(text)),
        blocks=blocks,
        marks=marks,
        outline=outline_of(text, blocks),
        pictures=tuple(builder.pictures),
        metadata=Metadata(direction=direction_of(text), further={"messages": str(total)}),
        warnings=tuple(_some(warnings, path)),
        attachments=tuple(attachments),
    )


def _messages(path: Path) -> Iterator[bytes]:
    """Gives the messages of a mailbox, without the line before each and with `>From` as it was."""
    lines: list[bytes] = []
    size = 0
    begun = False
    is_blank = True
    try:
        with path.open("rb") as file:
            following = file.readline(_LARGEST)
            while following:
                line, following = following, file.readline(_LARGEST)
                if is_blank and _BETWEEN.match(line) and _HEADER.match(following):
                    if begun:
                        yield _unquoted(lines)
                    lines, size, begun = [], 0, True
                elif size < _LARGEST:
                    lines.append(line)
                    size += len(line)
                is_blank = not line.strip()
    except OSError as error:
        raise unopened(path, error) from error
    if begun:
        yield _unquoted(lines)


def _unquoted(lines: list[bytes]) -> bytes:
    return _QUOTED.sub(rb"\1", b"".join(lines))


def _label(letter: Letter, number: int) -> str:
    date = letter.sent.date().isoformat() if letter.sent else letter.metadata.date
    said = " · ".join(each for each in (date, letter.metadata.title) if each) or str(number)
    return said if len(said) <= _LABEL else said[: _LABEL - 1].rstrip() + "…"


def _some(warnings: list[str], path: Path) -> list[str]:
    if len(warnings) <= _SAID:
        return warnings
    more = len(warnings) - _SAID
    return [*warnings[:_SAID], f"{more:,} more places of {path.name} are like these."]
