"""Highlights and notes that other programs left in a PDF: which words they mark, and what they say.

pypdf reads what stands in the file (ISO 32000-1, 12.5), PDFium says which characters lie there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

from archivist.domain.reading import Annotation, Page, Rectangle
from archivist.domain.text import clean
from archivist.domain.vocabulary import AnnotationKind
from archivist.readers.pages import Box
from archivist.readers.pdf_facts import FAULTS, open_with_pypdf
from archivist.readers.pdf_text import Placing, page_boxes

_KINDS = {
    "/Highlight": AnnotationKind.HIGHLIGHT,
    "/Underline": AnnotationKind.UNDERLINE,
    "/Squiggly": AnnotationKind.UNDERLINE,
    "/StrikeOut": AnnotationKind.STRIKEOUT,
    "/Text": AnnotationKind.NOTE,
    "/Caret": AnnotationKind.NOTE,
    "/FreeText": AnnotationKind.NOTE,
    "/Square": AnnotationKind.AREA,
    "/Circle": AnnotationKind.AREA,
    "/Polygon": AnnotationKind.AREA,
    "/Ink": AnnotationKind.AREA,
    "/Stamp": AnnotationKind.AREA,
}
_OF_WORDS = (AnnotationKind.HIGHLIGHT, AnnotationKind.UNDERLINE, AnnotationKind.STRIKEOUT)
_SUBTYPES = {
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_STAMP,
}
_HIDDEN = 0b10_0010  # the flags Hidden and NoView: other programs do not show it either
_ON_A_PAGE = 2_000  # that are looked at
_IN_A_FILE = 20_000  # that are kept
_LENGTH = 100_000  # characters of a note that are kept
_MOMENT = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?")


def has_annotations(page: pypdfium2.PdfPage) -> bool:
    """Says whether somebody marked or noted something on a page; links and forms do not count."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _ON_A_PAGE)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if subtype in _SUBTYPES:
            return True
    return False


def annotations(
    path: Path,
    password: str | None,
    document: pypdfium2.PdfDocument,
    pages: Sequence[Page],
    marked: Sequence[int],
) -> list[Annotation]:
    """Gives what stands on the marked pages (counted from 0), in the order of the text.

    Raises:
        One of FAULTS: The file cannot be read by pypdf.
    """
    reader = open_with_pypdf(path, password)
    if len(reader.pages) != len(document):
        return []
    found: list[Annotation] = []
    for index in marked:
        try:
            written = list(_written(reader.pages[index]))
        except FAULTS:
            continue
        page = document[index]
        text_page = page.get_textpage()
        text, boxes = page_boxes(page, text_page)
        sheet = _Sheet(pages[index], text, boxes, Placing(page))
        for each in written:
            found += sheet.placed(each)
        text_page.close()
        page.close()
        if len(found) >= _IN_A_FILE:
            break
    return sorted(found[:_IN_A_FILE], key=lambda each: (each.page, each.start, each.end))


@dataclass(slots=True)
class _Written:
    """One annotation as the file has it; areas are left, bottom, right, top in its own points."""

    kind: AnnotationKind
    areas: list[tuple[float, float, float, float]]
    note: str
    author: str
    color: str
    made_at: str
    replies: list[str] = field(default_factory=list)


def _written(page: pypdf.PageObject) -> Iterator[_Written]:
    """Gives the annotations of a page, each with the replies to it."""
    found: dict[int, _Written] = {}
    replies: list[tuple[int, str]] = []
    entries = page.get("/Annots")
    for place, entry in enumerate(list(entries.get_object() if entries else [])[:_ON_A_PAGE]):
        try:
            raw = entry.get_object()
            kind = _KINDS.get(str(raw.get("/Subtype")))
            if kind is None or int(raw.get("/F", 0)) & _HIDDEN:
                continue
            written = _one(raw, kind)
            answered = raw.raw_get("/IRT") if "/IRT" in raw else None
        except FAULTS:
            continue
        if answered is None:
            found[_key(entry, -place - 1)] = written
        elif written.note:
            said = f"{written.author}: {written.note}" if written.author else written.note
            replies.append((_key(answered, 0), said))
    for key, said in replies:
        if key in found:
            found[key].replies.append(said)
    yield from found.values()


def _key(entry: Any, otherwise: int) -> int:
    return int(getattr(entry, "idnum", otherwise))


def _one(raw: Any, kind: AnnotationKind) -> _Written:
    corners = [float(value) for value in raw.get("/QuadPoints", [])]
    areas = [_around(corners[at : at + 8]) for at in range(0, len(corners) - 7, 8)]
    if kind not in _OF_WORDS or not areas:
        areas = [_around([float(value) for value in raw["/Rect"]])]
    return _Written(
        kind=kind,
        areas=areas,
        note=clean(str(raw.get("/Contents", "")).replace("\0", "")).strip()[:_LENGTH],
        author=" ".join(clean(str(raw.get("/T", "")).replace("\0", "")).split())[:200],
        color=_color(raw.get("/C", [])),
        made_at=_moment(str(raw.get("/CreationDate", "") or raw.get("/M", ""))),
    )


def _around(corners: Sequence[float]) -> tuple[float, float, float, float]:
    across, up = corners[0::2], corners[1::2]
    return min(across), min(up), max(across), max(up)


def _color(raw: Any) -> str:
    """Gives a color as "#rrggbb": one number is gray, three are RGB, four CMYK; "" for none."""
    parts = [min(1.0, max(0.0, float(value))) for value in raw]
    match parts:
        case [gray]:
            parts = [gray] * 3
        case [cyan, magenta, yellow, black]:
            parts = [(1 - part) * (1 - black) for part in (cyan, magenta, yellow)]
        case [_, _, _]:
            pass
        case _:
            return ""
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _moment(raw: str) -> str:
    """Gives `D:20240307101500+04'00'` as 2024-03-07T10:15:00+04:00 (7.9.4); "" for no date."""
    match = _MOMENT.match(raw)
    if match is None or match[3] is None:
        return ""
    day = f"{match[1]}-{match[2]}-{match[3]}"
    if match[5] is None:
        return day
    zone = "+00:00" if match[7] else f"{match[8]}:{match[9] or '00'}" if match[8] else ""
    return f"{day}T{match[4]}:{match[5]}:{match[6] or '00'}{zone}"


class _Sheet:
    """A page with the boxes of its characters, asked which of them an annotation lies on."""

    def __init__(self, page: Page, text: str, boxes: Sequence[Box], place: Placing) -> None:
        self._page = page
        self._boxes = boxes
        self._place = place
        # Where PDFium reads the page otherwise than at import, no offset would be right.
        self._text = text if len(text) == page.end - page.start else ""

    def placed(self, written: _Written) -> Iterator[Annotation]:
        """Gives an annotation for each run of words it marks; one for an area without words."""
        areas = [self._seen(area) for area in written.areas]
        runs = list(self._runs(areas)) if written.kind in _OF_WORDS else []
        note = "\n\n".join(part for part in (written.note, *written.replies) if part)
        for number, (start, end) in enumerate(runs or [(0, 0)]):
            touched = [area for area in areas if not runs or self._touches(area, start, end)]
            yield Annotation(
                kind=written.kind,
                page=self._page.number,
                start=self._page.start + start,
                end=self._page.start + end,
                rectangles=tuple(Rectangle(self._page.number, *area) for area in touched),
                note=note if number == 0 else "",  # what is said of it all is said once
                author=written.author,
                color=written.color,
                made_at=written.made_at,
            )

    def _seen(self, area: tuple[float, float, float, float]) -> Box:
        left, bottom, right, top = area
        box = self._place(pdfium.FS_RECTF(left=left, top=top, right=right, bottom=bottom))
        first, second = sorted((box[0], box[2])), sorted((box[1], box[3]))
        return (
            min(max(first[0], 0.0), self._page.width),
            min(max(second[0], 0.0), self._page.height),
            min(max(first[1], 0.0), self._page.width),
            min(max(second[1], 0.0), self._page.height),
        )

    def _runs(self, areas: Sequence[Box]) -> Iterator[tuple[int, int]]:
        """Gives the ranges of the characters that lie in the areas; white space joins them."""
        text = self._text
        inside = [
            index
            for index, box in enumerate(self._boxes[: len(text)])
            if not text[index].isspace() and any(_holds(area, box) for area in areas)
        ]
        start = end = -1
        for index in inside:
            if start >= 0 and text[end:index].strip(" \t\n\u00ad"):
                yield start, end
                start = index
            elif start < 0:
                start = index
            end = index + 1
        if start >= 0:
            yield start, end

    def _touches(self, area: Box, start: int, end: int) -> bool:
        return any(_holds(area, box) for box in self._boxes[start:end])


def _holds(area: Box, box: Box) -> bool:
    """Says whether the middle of a character's box lies in an area."""
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return box[2] > box[0] and area[0] <= across <= area[2] and area[1] <= down <= area[3]
