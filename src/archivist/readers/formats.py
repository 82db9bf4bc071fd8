"""Which formats can be read, and which one a file is: by its content first, by its name second."""

import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from archivist.domain.errors import PasswordNeededError, UnreadableFileError
from archivist.domain.reading import ReadDocument

_HEAD = 4096  # bytes that are looked at


class Reader(Protocol):
    """What a reader's module has to offer as `read`."""

    def __call__(
        self,
        path: Path,
        *,
        password: str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> ReadDocument:
        """Reads a file; raises UnreadableFileError or PasswordNeededError."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read: its key, what people call it, its suffixes, its reader's module.

    `content` is searched in a file's first bytes and decides before any suffix does; of several
    formats that fit, the one with the file's suffix is meant. `inside` is how the name of an entry
    begins that only this format has, where a file is a ZIP archive. `drawer` is the module that
    draws the pages of a format whose pages are more than their text.
    """

    key: str
    name: str
    suffixes: tuple[str, ...]
    module: str
    content: re.Pattern[bytes] | None = None
    inside: str = ""
    drawer: str = ""

    def reader(self) -> Reader:
        """Loads the reader, and with it the library it stands on."""
        read: Reader = import_module(self.module).read
        return read


def _picture(key: str, name: str, suffixes: tuple[str, ...], begins: bytes) -> Format:
    return Format(
        key,
        name,
        suffixes,
        "archivist.readers.picture",
        re.compile(begins, re.S),
        drawer="archivist.readers.picture_pages",
    )


# Headers, and among them one that only mail programs write.
_MAIL = re.compile(
    rb"\A(>?From [^\n]*\n)?([!-9;-~]+[ \t]*:[^\n]*\n([ \t][^\n]*\n)*){0,60}?"
    rb"(Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature)[ \t]*:",
    re.I,
)
FORMATS = (
    Format(
        "pdf",
        "PDF",
        (".pdf",),
        "archivist.readers.pdf",
        re.compile(rb"\A.{0,1024}%PDF-", re.S),
        drawer="archivist.readers.pdf_pages",
    ),
    _picture("png", "PNG picture", (".png",), rb"\A\x89PNG\r\n\x1a\n"),
    _picture("jpeg", "JPEG picture", (".jpg", ".jpeg", ".jpe", ".jfif"), rb"\A\xff\xd8\xff"),
    _picture("tiff", "TIFF picture", (".tif", ".tiff"), rb"\A(II[*+]\0|MM\0[*+])"),
    _picture("webp", "WebP picture", (".webp",), rb"\ARIFF....WEBP"),
    Format(
        "html",
        "web page",
        (".html", ".htm", ".xhtml"),
        "archivist.readers.html",
        re.compile(
            rb"\A\s*(<\?xml[^>]{0,200}>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html)[\s>]",
            re.S | re.I,
        ),
    ),
    Format(
        "mbox",
        "mailbox",
        (".mbox", ".mbx"),
        "archivist.readers.mbox",
        re.compile(rb"\AFrom \S[^\n]{0,300}\n>?([!-9;-~]+[ \t]*:|From )"),
    ),
    Format("eml", "e-mail message", (".eml",), "archivist.readers.eml", _MAIL),
    Format(
        "vtt",
        "WebVTT transcript",
        (".vtt",),
        "archivist.readers.subtitles",
        re.compile(rb"\A(\xef\xbb\xbf)?WEBVTT[ \t\r\n]"),
    ),
    Format(
        "srt",
        "SubRip transcript",
        (".srt",),
        "archivist.readers.subtitles",
        re.compile(
            rb"\A(\xef\xbb\xbf)?\s{0,99}\d{1,9}[ \t]*\r?\n[ \t]*\d+:\d\d:\d\d[,.]\d+[ \t]*-->"
        ),
    ),
    Format(
        "xlsx",
        "Excel workbook",
        (".xlsx", ".xlsm", ".xltx", ".xltm"),
        "archivist.readers.xlsx",
        inside="xl/",
    ),
    Format("csv", "table of values", (".csv", ".tsv", ".tab"), "archivist.readers.delimited"),
    Format(
        "docx",
        "Word",
        (".docx", ".docm", ".dotx", ".dotm"),
        "archivist.readers.docx",
        inside="word/",
    ),
    Format(
        "epub",
        "EPUB book",
        (".epub",),
        "archivist.readers.epub",
        inside="META-INF/container.xml",
    ),
    Format(
        "rtf",
        "Rich Text",
        (".rtf",),
        "archivist.readers.rtf",
        re.compile(rb"\A\s{0,99}\{\\rtf"),
    ),
    Format(
        "odt",
        "OpenDocument text",
        (".odt", ".ott"),
        "archivist.readers.odt",
        inside="content.xml",
    ),
    Format("markdown", "Markdown", (".md", ".markdown"), "archivist.readers.markdown"),
    Format("text", "plain text", (".txt", ".text"), "archivist.readers.text"),
)
_TEXT = FORMATS[-1]
# What it is can only be told under its password.
_PROTECTED = Format("protected", "protected document", (), "archivist.readers.protected")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with: older Office documents, and newer ones under a password."""

# The stream in which Office keeps a document that it has encrypted.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What other formats begin with, and what a person calls them.
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (OLE, "an older Microsoft Office document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"GIF8", "a GIF picture"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"RIFF", "a sound recording or a film"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
)
# ISO base media files that are pictures.
_PHOTOGRAPHS = (b"heic", b"heix", b"mif1", b"avif")
_PHOTOGRAPH = "an HEIC or AVIF photograph"
_ADVICE = {"a GIF picture": "PNG", _PHOTOGRAPH: "JPEG"}
_ZIPPED = (("ppt/", "a PowerPoint presentation"),)


def formats() -> tuple[Format, ...]:
    """Gives every format that can be read, in the order in which their content is tried."""
    return FORMATS


def drawer_of(key: str) -> str:
    """Gives the module that draws the pages of the format with this key, "" if none does."""
    return next((each.drawer for each in FORMATS if each.key == key), "")


def format_of(path: Path) -> Format:
    """Tells a file's format.

    Raises:
        UnreadableFileError: It cannot be opened, is empty, or is of a format with no reader.
    """
    head = first_bytes(path)
    suffix = path.suffix.lower()
    fitting = [each for each in FORMATS if each.content is not None and each.content.search(head)]
    if fitting:
        return next((each for each in fitting if suffix in each.suffixes), fitting[0])
    if head.startswith(OLE) and _ENCRYPTED in all_bytes(path):
        return _PROTECTED
    zipped = _zipped(path, head)
    if isinstance(zipped, Format):
        return zipped
    foreign = zipped or _foreign_name(head)
    if foreign:
        raise UnreadableFileError(
            f"{path.name} is {foreign}; Archivist cannot read this format yet. "
            f"Save it as {_ADVICE.get(foreign, 'PDF, HTML or plain text')}, and import that."
        )
    return next((each for each in FORMATS if suffix in each.suffixes), _TEXT)


def format_inside(names: Iterable[str]) -> Format | None:
    """Gives the format of a ZIP archive by the names in it; None where it has no reader."""
    there = list(names)
    for each in FORMATS:
        if each.inside and any(name.startswith(each.inside) for name in there):
            return each
    return None


def first_bytes(path: Path, count: int = _HEAD) -> bytes:
    """Gives a file's beginning; raises UnreadableFileError if there is none."""
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "is not there"
            raise UnreadableFileError(f"{path.name} {what}; choose a file.")
        with path.open("rb") as file:
            head = file.read(count)
    except OSError as error:
        raise unopened(path, error) from error
    if not head:
        raise UnreadableFileError(f"{path.name} is empty: there is nothing in it to read.")
    return head


def all_bytes(path: Path) -> bytes:
    """Gives a file's content; raises UnreadableFileError if it cannot be had."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unopened(path, error) from error


def unopened(path: Path, error: OSError) -> UnreadableFileError:
    """Gives the error for a file that the system would not open."""
    reason = error.strerror or type(error).__name__
    return UnreadableFileError(
        f"{path.name} could not be opened ({reason}); check that it is there and may be read."
    )


def locked(path: Path, password: str | None) -> PasswordNeededError:
    """Gives the error for a file that needs a password, or another one."""
    if password:
        return PasswordNeededError(f"This password does not open {path.name}; try another one.")
    return PasswordNeededError(f"{path.name} is encrypted; give its password to read it.")


def _foreign_name(head: bytes) -> str:
    for magic, name in _FOREIGN:
        if head.startswith(magic):
            return name
    if head[:3] == bytes(3) and head[4:8] == b"ftyp":
        return _PHOTOGRAPH if head[8:12] in _PHOTOGRAPHS else "a film or a recording"
    return ""


def _zipped(path: Path, head: bytes) -> Format | str:
    """Gives the format of a ZIP archive, else what it is called; "" for what is none."""
    if not head.startswith(b"PK\x03\x04"):
        return ""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "a damaged ZIP archive"
    found = format_inside(names)
    if found is not None:
        return found
    for start, called in _ZIPPED:
        if any(name.startswith(start) for name in names):
            return called
    return "a ZIP archive"
