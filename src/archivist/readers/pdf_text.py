"""The text of a PDF page by PDFium, and where each of its code points stands.

Import and page view both take the text from here, so that an offset in the one is an offset in
the other. PDFium counts UTF-16 units; its mark for a hyphenated line end, U+FFFE (the line break
is gone), becomes a soft hyphen, which is what Unicode has for a hyphen that only a line end shows.
"""

import pypdfium2
import pypdfium2.raw as pdfium

from archivist.domain.text import clean, clean_with_positions
from archivist.readers.pages import Box

_MARK = "\ufffe"
_SOFT_HYPHEN = "\u00ad"
_EMPTY: Box = (0.0, 0.0, 0.0, 0.0)


def page_text(page: pypdfium2.PdfTextPage) -> str:
    """Gives a page's text, cleaned."""
    return clean(_raw_text(page))


def page_text_and_units(page: pypdfium2.PdfTextPage) -> tuple[str, list[int]]:
    """Gives `page_text` and, for each of its code points, PDFium's text index (UTF-16 units)."""
    raw = _raw_text(page)
    text, positions = clean_with_positions(raw)
    units = []
    unit = 0
    for character in raw:
        units.append(unit)
        unit += 2 if ord(character) > 0xFFFF else 1
    return text, [units[position] for position in positions]


def page_boxes(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage
) -> tuple[str, tuple[Box, ...]]:
    """Gives a page's text and the box of each of its code points."""
    text, units = page_text_and_units(text_page)
    place = Placing(page)
    box = pdfium.FS_RECTF()
    boxes = []
    for unit in units:
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, unit)
        if index < 0 or not pdfium.FPDFText_GetLooseCharBox(text_page, index, box):
            boxes.append(_EMPTY)
        else:
            boxes.append(place(box))
    return text, tuple(boxes)


class Placing:
    """Turns PDFium's page coordinates (points from below) into those of the page as it is seen."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, bounds)
        self._bounds = bounds
        self._quarters = pdfium.FPDFPage_GetRotation(page)

    def __call__(self, box: pdfium.FS_RECTF) -> Box:
        """Gives a rectangle as it is seen."""
        bounds = self._bounds
        left, right = box.left - bounds.left, box.right - bounds.left
        top, bottom = bounds.top - box.top, bounds.top - box.bottom
        width, height = bounds.right - bounds.left, bounds.top - bounds.bottom
        match self._quarters:
            case 1:
                return height - bottom, left, height - top, right
            case 2:
                return width - right, height - bottom, width - left, height - top
            case 3:
                return top, width - right, bottom, width - left
            case _:
                return left, top, right, bottom


def _raw_text(page: pypdfium2.PdfTextPage) -> str:
    text: str = page.get_text_range(errors="surrogatepass")
    if _MARK not in text:
        return text
    characters = list(text)
    unit = 0
    for position, character in enumerate(text):
        if character == _MARK and _is_hyphen(page, unit):
            characters[position] = _SOFT_HYPHEN
        unit += 2 if ord(character) > 0xFFFF else 1
    return "".join(characters)


def _is_hyphen(page: pypdfium2.PdfTextPage, unit: int) -> bool:
    # The same U+FFFE stands for glyphs whose character the font does not tell.
    index = pdfium.FPDFText_GetCharIndexFromTextIndex(page, unit)
    return index >= 0 and pdfium.FPDFText_IsHyphen(page, index) == 1
