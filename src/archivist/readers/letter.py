"""One e-mail message written as a document: its headers, the best of its bodies, its attachments.

A body in plain text is kept letter by letter, with what it quotes as quotations; one in HTML is
read as a web page. What is attached is handed on by its name, which is never taken for a path.
"""

import hashlib
import mimetypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Attachment, Block, Metadata
from archivist.domain.text import clean
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers.build import Builder, Shape
from archivist.readers.embedded import data_bytes
from archivist.readers.html import Media, write_fragment
from archivist.readers.html_shapes import Context
from archivist.readers.letter_parts import decoded_text, sorted_parts
from archivist.readers.mime import Message, Part, parse
from archivist.readers.text import doubts, paragraphs

_SHOWN = (  # of the headers, in the order in which they stand above the text
    ("from", "From"),
    ("sender", "Sender"),
    ("reply-to", "Reply-To"),
    ("to", "To"),
    ("cc", "Cc"),
    ("bcc", "Bcc"),
    ("date", "Date"),
)
_FURTHER = ("message-id", "in-reply-to", "references", "list-id", "organization", "x-mailer")
_LONGEST = 2_000  # characters of a header that are shown
_NAME = 200  # characters of an attachment's name
_QUOTED = re.compile(r"(?:> ?)+")
_ADDRESS = re.compile(r'(?:"((?:[^"\\]|\\.)*)"|([^<>,"]*))\s*<([^<>]*)>')
_REMARK = re.compile(r"\(([^()]+)\)")  # an older way to give a name
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(slots=True)
class Letter:
    """What a message says beside its text."""

    metadata: Metadata
    sent: datetime | None
    tables: int  # in the text so far
    attachments: list[Attachment] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def write_letter(data: bytes, name: str, builder: Builder, *, tables: int = 0) -> Letter:
    """Hands a message's headers and text to a builder.

    Args:
        data: The message.
        name: What warnings call it.
        builder: What collects the text.
        tables: How many tables the text has already.
    """
    message = parse(data)
    root = message.root
    letter = Letter(_metadata(root), _sent(root), tables)
    if message.left_out:
        letter.warnings.append(
            f"{name} has more parts inside its parts than any letter has; "
            "those furthest in were not read."
        )
    bodies, attached = sorted_parts(message)
    texts: list[tuple[Part, str]] = []
    for part in bodies:
        try:
            decoded = decoded_text(message.content(part), part, name)
        except UnreadableFileError:
            # No text, whatever it says that it is.
            attached.append(part)
        else:
            letter.warnings += doubts(Path(name), decoded)
            texts.append((part, decoded.text))
    inside = _inside(attached, "".join(text for part, text in texts if part.kind == "text/html"))
    shown = [part for part in inside.values() if builder.album.take(message.content(part))]
    attached = [part for part in attached if part not in shown]
    letter.attachments = [_attachment(message, part, n) for n, part in enumerate(attached, 1)]
    _write_headers(root, letter, name, builder)
    for part, text in texts:
        if part.kind == "text/html":
            media = partial(_media, message, inside)
            letter.tables = _write_markup(text, builder, letter.tables, media)
        else:
            _write_plain(text, builder)
    builder.end_block()
    placed = {picture.sha256 for picture in builder.pictures}
    for number, part in enumerate(shown, len(attached) + 1):
        if hashlib.sha256(message.content(part)).hexdigest() not in placed:
            letter.attachments.append(_attachment(message, part, number))
    return letter


def _metadata(root: Part) -> Metadata:
    sender = root.header("from") or root.header("sender")
    language = root.header("content-language").partition(",")[0].strip()
    shown = {name: root.header(name)[:_LONGEST] for name, _ in _SHOWN}
    further = {name: root.header(name)[:_LONGEST] for name in _FURTHER}
    return Metadata(
        title=root.header("subject")[:_LONGEST],
        author=_people(sender[:_LONGEST]),
        date=shown["date"],
        language=language if _LANGUAGE.fullmatch(language) else "",
        further={name: value for name, value in (shown | further).items() if value},
    )


def _people(addresses: str) -> str:
    """Gives the names of those an address header names, for who has none the address."""
    found = _ADDRESS.findall(addresses)
    if found:
        names = [(quoted or bare).strip() or address for quoted, bare, address in found]
        return "; ".join(name.replace("\\", "") for name in names)
    remark = _REMARK.search(addresses)
    return remark[1] if remark else addresses


def _sent(root: Part) -> datetime | None:
    try:
        return parsedate_to_datetime(root.header("date")[:_LONGEST])
    except (ValueError, TypeError, OverflowError):
        return None


def _write_headers(root: Part, letter: Letter, name: str, builder: Builder) -> None:
    builder.separate("\n\n", fixed=True)
    subject = root.header("subject")
    if subject:
        builder.write(_short(subject, "subject", name, letter), Shape(BlockKind.HEADING, 1))
        builder.separate("\n", fixed=False)
    shape = Shape()
    lines = [(label, _short(root.header(key), label, name, letter)) for key, label in _SHOWN]
    lines.append(("Attachments", "; ".join(each.name for each in letter.attachments)))
    for label, value in lines:
        if value:
            mark = builder.open_mark(MarkKind.BOLD)
            builder.write(f"{label}:", shape)
            builder.close_mark(mark)
            builder.write(f" {value}", shape)
            builder.break_line()


def _short(value: str, label: str, name: str, letter: Letter) -> str:
    if len(value) <= _LONGEST:
        return value
    letter.warnings.append(
        f"The {label.lower()} of {name} has {len(value):,} characters; "
        f"the first {_LONGEST:,} are shown."
    )
    return value[:_LONGEST] + "…"


def _inside(attached: Sequence[Part], markup: str) -> dict[str, Part]:
    """Gives the parts that a message's page shows as its pictures, by their addresses in it."""
    found: dict[str, Part] = {}
    for part in attached:
        identity = part.header("content-id").strip().strip("<>")
        # The second is how a page that was saved as one file (MHTML) names its pictures.
        for address in (f"cid:{identity}" if identity else "", part.header("content-location")):
            if address and (address in markup or quote(address, safe=":@/") in markup):
                found[address] = part
    return found


def _media(message: Message, inside: Mapping[str, Part], address: str) -> bytes:
    part = inside.get(address) or inside.get(unquote(address))
    return message.content(part) if part is not None else data_bytes(address)


def _write_markup(markup: str, builder: Builder, tables: int, media: Media) -> int:
    """Writes a page; gives how many tables the text has with it."""
    builder.separate("\n\n", fixed=True)
    first = len(builder.blocks)
    write_fragment(markup, builder, Context(Shape()), media)
    builder.end_block()
    last = -1
    for index, block in enumerate(builder.blocks[first:], first):
        if "table" in block.attributes:
            last = max(last, block.attributes["table"])
            values = {**block.attributes, "table": block.attributes["table"] + tables}
            builder.blocks[index] = replace(block, attributes=values)
    return tables + last + 1


def _write_plain(text: str, builder: Builder) -> None:
    text = clean(text)
    separator = "\n\n"
    done = -1
    for block in _runs(text):
        gap = separator if done < 0 else text[done : block.start]
        builder.separate(gap, fixed=True)
        shape = Shape(block.kind, block.level)
        builder.write_as_is(text[block.start : block.end], shape)
        done = block.end


def _runs(text: str) -> Iterator[Block]:
    """Gives the paragraphs of a text, and within them the runs of lines quoted alike."""
    for paragraph in paragraphs(text):
        start, depth = paragraph.start, -1
        place = start
        while place <= paragraph.end:
            line_end = text.find("\n", place, paragraph.end)
            line_end = paragraph.end if line_end < 0 else line_end
            quoted = _QUOTED.match(text, place, line_end)
            here = quoted[0].count(">") if quoted else 0
            if here != depth:
                if depth >= 0:
                    yield from _run(text, start, place - 1, depth)
                start, depth = place, here
            place = line_end + 1
        yield from _run(text, start, paragraph.end, depth)


def _run(text: str, start: int, end: int, depth: int) -> Iterator[Block]:
    body = text[start:end]
    start, end = start + len(body) - len(body.lstrip()), start + len(body.rstrip())
    if start < end:
        kind = BlockKind.QUOTATION if depth else BlockKind.PARAGRAPH
        yield Block(kind, start, end, max(0, depth - 1))


def _attachment(message: Message, part: Part, number: int) -> Attachment:
    content = message.content(part)
    if part.kind == "message/rfc822":
        subject = parse(content).root.header("subject")
        name = _name(part.file_name) or _name(subject) or f"message {number}"
        if not name.lower().endswith(".eml"):
            name = f"{name}.eml"
        return Attachment(name, part.kind, content)
    suffix = mimetypes.guess_extension(part.kind) or ""
    return Attachment(_name(part.file_name) or f"attachment {number}{suffix}", part.kind, content)


def _name(given: str) -> str:
    """Gives the last part of a name, whatever folders of whatever system stand before it."""
    name = given.replace("\\", "/").rpartition("/")[2]
    name = "".join(each for each in name if each.isprintable() or each == " ").strip(" .")
    if len(name) > _NAME:
        suffix = PurePosixPath(name).suffix[:20]
        name = name[: _NAME - len(suffix)] + suffix
    return name
