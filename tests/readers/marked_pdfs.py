"""PDFs in which another program has marked something."""

import io
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)
from tests.readers import pdfs

LINES = ["The northern road was open.", "Nobody had told the families", "where they were to go."]
# Where these stand on an A4 page, in points from below: left, bottom, right, top.
FIRST = (60.0, 776.0, 400.0, 789.0)
SECOND = (60.0, 763.0, 400.0, 776.0)
THIRD = (60.0, 750.0, 400.0, 763.0)


def quads(*areas: tuple[float, float, float, float]) -> ArrayObject:
    numbers = ArrayObject()
    for left, bottom, right, top in areas:
        for value in (left, top, right, top, left, bottom, right, bottom):
            numbers.append(FloatObject(value))
    return numbers


def highlight(
    *areas: tuple[float, float, float, float], kind: str = "/Highlight", **more: str
) -> DictionaryObject:
    found: DictionaryObject = Highlight(rect=areas[0], quad_points=quads(*areas))
    found[NameObject("/Subtype")] = NameObject(kind)
    found[NameObject("/C")] = ArrayObject([FloatObject(0), FloatObject(1), FloatObject(0)])
    for name, value in more.items():
        found[NameObject(f"/{name}")] = TextStringObject(value)
    return found


def marked(path: Path, *annotations: DictionaryObject, turned: int = 0) -> Path:
    """Writes a page with these lines and annotations."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdfs.made([LINES]))))
    if turned:
        writer.pages[0].rotate(turned)
    for annotation in annotations:
        writer.add_annotation(0, annotation)
    writer.write(path)
    return path
