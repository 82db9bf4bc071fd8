"""What a PDF says about itself, by pypdf: metadata, outline, page labels, attachments.

pypdf raises plain errors of many kinds on damaged files, so that each part is asked for apart and
costs only itself.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import pypdf
import pypdfium2
from pypdf.errors import DependencyError, PyPdfError

from archivist.domain.reading import Metadata
from archivist.domain.text import clean

Part = TypeVar("Part")

FAULTS = (
    PyPdfError,
    DependencyError,
    AssertionError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,  # RecursionError and NotImplementedError among them
    TypeError,
    ValueError,
    zlib.error,
)
"""What pypdf raises on damaged files."""

_ENTRIES = 20_000  # lines of an outline that are kept
_DEPTH = 32  # levels of an outline
_LENGTH = 2_000  # characters of a value that are kept
_NAMES = {
    "/Title": "title",
    "/Author": "author",
    "/CreationDate": "date",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/Creator": "creator",
    "/Producer": "producer",
    "/ModDate": "modified",
}
_UNTITLED = ("untitled", "anonymous", "unspecified")  # what ReportLab writes for nothing


@dataclass(slots=True)
class Facts:
    """What is known of a PDF beside its pages' text; `outline` is title, level, page from 0."""

    metadata: Metadata = field(default_factory=Metadata)
    outline: list[tuple[str, int, int]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def open_with_pypdf(path: Path, password: str | None) -> pypdf.PdfReader:
    """Opens a PDF with pypdf; raises one of FAULTS, FileNotDecryptedError if locked."""
    reader = pypdf.PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(password or ""):
        raise pypdf.errors.FileNotDecryptedError("wrong password")
    return reader


def facts(
    path: Path,
    password: str | None,
    page_count: int,
    opened: pypdfium2.PdfDocument | None = None,
) -> Facts:
    """Gives what a PDF says about itself; a part that cannot be read is a warning.

    The table of contents is PDFium's, where it has the file open: pypdf reads all pages for it.
    """
    found = Facts()
    try:
        reader = open_with_pypdf(path, password)
    except FAULTS:
        found.warnings.append(f"What {path.name} says about itself could not be read.")
        return found

    def part(name: str, read: Callable[[], Part], otherwise: Part) -> Part:
        try:
            return read()
        except FAULTS:
            found.warnings.append(f"The {name} of {path.name} could not be read.")
            return otherwise

    further = part("list of attachments", lambda: _attachments(reader), dict[str, str]())
    embedded = part("XMP metadata", lambda: _embedded(reader), Metadata())
    found.metadata = part("metadata", lambda: _metadata(reader, embedded, further), embedded)
    found.outline = part("table of contents", lambda: list(_outline(reader, opened)), [])
    labels = part("page labels", lambda: _labels(reader), list[str]())
    if len(labels) == page_count:
        found.labels = labels
    return found


def _embedded(reader: pypdf.PdfReader) -> Metadata:
    """Gives what the XMP packet says (ISO 16684-1), which newer programs write."""
    xmp = reader.xmp_metadata
    if xmp is None:
        return Metadata()
    description = _first(xmp.dc_description)
    return Metadata(
        title=_first(xmp.dc_title),
        author="; ".join(_plain(name) for name in xmp.dc_creator or ()),
        rights=_first(xmp.dc_rights),
        source=_plain(xmp.dc_source or ""),
        further={"description": description} if description else {},
    )


def _first(alternatives: Mapping[str, object] | None) -> str:
    """Gives the default of a text in several languages."""
    given = alternatives or {}
    return _plain(given.get("x-default") or next(iter(given.values()), ""))


def _metadata(reader: pypdf.PdfReader, embedded: Metadata, further: dict[str, str]) -> Metadata:
    values = {
        _NAMES[key]: _plain(value)
        for key, value in (reader.metadata or {}).items()
        if key in _NAMES
    }
    values = {key: value for key, value in values.items() if value and value not in _UNTITLED}
    language = _plain(reader.root_object.get("/Lang", "")).replace("_", "-")
    viewer = reader.root_object.get("/ViewerPreferences")
    direction = viewer.get_object().get("/Direction") if viewer is not None else None
    return Metadata(
        title=values.pop("title", "") or embedded.title,
        author=values.pop("author", "") or embedded.author,
        source=embedded.source,
        rights=embedded.rights,
        date=_day(values.pop("date", "")),
        language=language if re.fullmatch(r"[A-Za-z]{2,8}(-\w{1,8})*", language) else "",
        direction="rtl" if direction == "/R2L" else "",
        further={**embedded.further, **values, **further},
    )


def _attachments(reader: pypdf.PdfReader) -> dict[str, str]:
    names = [_plain(each.name) for each in reader.attachment_list]
    return {"attachments": ", ".join(names)} if names else {}


def _labels(reader: pypdf.PdfReader) -> list[str]:
    if "/PageLabels" not in reader.root_object:
        return []
    return [_plain(label) for label in reader.page_labels]


def _outline(
    reader: pypdf.PdfReader, opened: pypdfium2.PdfDocument | None
) -> Iterator[tuple[str, int, int]]:
    if opened is not None:
        for bookmark in islice(opened.get_toc(max_depth=_DEPTH), _ENTRIES):
            destination, title = bookmark.get_dest(), _plain(bookmark.get_title())
            page = destination.get_index() if destination else None
            if page is not None and title:
                yield title, bookmark.level + 1, page
        return
    waiting: list[tuple[int, Iterator[Any]]] = [(1, iter(reader.outline))]
    count = 0
    while waiting and count < _ENTRIES:
        level, entries = waiting[-1]
        entry = next(entries, None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, list):
            waiting.append((level + 1, iter(entry)))
        else:
            count += 1
            try:
                page = reader.get_destination_page_number(entry)
                title = _plain(entry.title)
            except FAULTS:
                continue
            if page is not None and title:
                yield title, level, page


def _plain(value: object) -> str:
    """Gives a value as one cleaned line."""
    return " ".join(clean(str(value).replace("\0", "")).split())[:_LENGTH]


def _day(value: str) -> str:
    """Gives `D:20260914…` as 2026-09-14 (ISO 32000-1, 7.9.4), anything else as it stands."""
    match = re.match(r"D:(\d{4})(\d\d)?(\d\d)?", value)
    return "-".join(part for part in match.groups() if part) if match else value
