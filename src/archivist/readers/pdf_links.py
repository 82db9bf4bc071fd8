"""Links of PDF pages as marks: which words lead to an address, or to which place of the document.

A place is a page and a point on it; the words that stand there are what it leads to.
"""

import ctypes
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from archivist.domain.reading import Mark
from archivist.domain.vocabulary import MarkKind
from archivist.readers.pdf_text import page_text_and_units

_MOST = 2_000  # links of a page that are looked at
_MOST_PAGES = 60  # that links lead to and that are looked through for the words there
_MOST_PLACES = 500  # of a page that are looked for
_LONGEST = 300  # code points of linked words
_LONGEST_ADDRESS = 2_000  # bytes
_SLACK = 3.0  # points between a place and the top of the line that it means
_INSIDE = 1.0  # points inside a link's edges where its first and last characters are looked for


@dataclass(frozen=True, slots=True)
class Place:
    """A place that links lead to: page from 0, and points from the page's lower left corner."""

    page: int
    left: float | None = None
    top: float | None = None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link over [start, end) of a page's text, in code points, to an address or a place."""

    start: int
    end: int
    target: str | Place


def page_links(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage
) -> tuple[PageLink, ...]:
    """Gives the links of a page that stand over words of it."""
    found = []
    text, units = "", list[int]()
    for link in _links(page):
        target = _target(document, link)
        span = _characters(text_page, link) if target else None
        if target is None or span is None:
            continue
        if not units:
            text, units = page_text_and_units(text_page)
        start, end = bisect_left(units, span[0]), bisect_right(units, span[1])
        words = text[start:end]
        if words.strip() and len(words) <= _LONGEST:
            start += len(words) - len(words.lstrip())
            found.append(PageLink(start, start + len(words.strip()), target))
    return tuple(found)


def link_marks(
    document: pypdfium2.PdfDocument,
    links: Sequence[Sequence[PageLink]],
    starts: Sequence[int],
    broken: frozenset[int],
) -> list[Mark]:
    """Gives the links of all pages as marks, and an anchor at each place that they lead to.

    Args:
        document: The document.
        links: The links of each page.
        starts: Where each page's text begins in the document's.
        broken: Pages, from 0, that are not to be opened again.
    """
    marks: list[Mark] = []
    led_to = Counter(
        link.target.page for each in links for link in each if isinstance(link.target, Place)
    )
    # Lists of references get many links on few pages; tables of contents one on each.
    pages = {page for page, _ in led_to.most_common(_MOST_PAGES)} - broken
    places = {
        link.target
        for each in links
        for link in each
        if isinstance(link.target, Place)
        and link.target.page in pages
        and link.target.page < len(starts)
    }
    names: dict[Place, str] = {}
    anchored: set[str] = set()
    for place, position in _positions(document, places):
        name = names[place] = f"ref-page-{place.page + 1}-{position}"
        if name not in anchored:
            anchored.add(name)
            at = starts[place.page] + position
            marks.append(Mark(MarkKind.ANCHOR, at, at, name))
    for start, each in zip(starts, links, strict=True):
        for link in each:
            target = link.target
            value = target if isinstance(target, str) else names.get(target, "")
            if value:
                value = value if isinstance(target, str) else f"#{value}"
                marks.append(Mark(MarkKind.LINK, start + link.start, start + link.end, value))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _links(page: pypdfium2.PdfPage) -> Iterator[pdfium.FPDF_LINK]:
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
            return
        yield link


def _target(document: pypdfium2.PdfDocument, link: pdfium.FPDF_LINK) -> str | Place | None:
    place = pdfium.FPDFLink_GetDest(document, link)
    if not place:
        action = pdfium.FPDFLink_GetAction(link)
        kind = pdfium.FPDFAction_GetType(action) if action else pdfium.PDFACTION_UNSUPPORTED
        if kind == pdfium.PDFACTION_URI:
            return _address(document, action)
        if kind != pdfium.PDFACTION_GOTO:
            return None
        place = pdfium.FPDFAction_GetDest(document, action)
    page = pdfium.FPDFDest_GetDestPageIndex(document, place) if place else -1
    return None if page < 0 else _place(page, place)


def _place(page: int, place: pdfium.FPDF_DEST) -> Place:
    has = [ctypes.c_int() for _ in range(3)]
    at = [ctypes.c_float() for _ in range(3)]
    parts = [part for pair in (has, at) for part in map(ctypes.byref, pair)]
    if pdfium.FPDFDest_GetLocationInPage(place, *parts):
        left = at[0].value if has[0].value else None
        return Place(page, left, at[1].value if has[1].value else None)
    # What fits a page's width has a top alone.
    count, numbers = ctypes.c_ulong(), (ctypes.c_float * 4)()
    view = pdfium.FPDFDest_GetView(place, ctypes.byref(count), numbers)
    fits_width = view in {pdfium.PDFDEST_VIEW_FITH, pdfium.PDFDEST_VIEW_FITBH} and count.value
    return Place(page, None, numbers[0] if fits_width else None)


def _address(document: pypdfium2.PdfDocument, action: pdfium.FPDF_ACTION) -> str | None:
    buffer = ctypes.create_string_buffer(_LONGEST_ADDRESS)
    length = pdfium.FPDFAction_GetURIPath(document, action, buffer, _LONGEST_ADDRESS)
    if not 0 < length <= _LONGEST_ADDRESS:
        return None
    address = "".join(filter(str.isprintable, buffer.value.decode("utf-8", "replace")))
    return address if address.lower().startswith(("http://", "https://")) else None


def _characters(text_page: pypdfium2.PdfTextPage, link: pdfium.FPDF_LINK) -> tuple[int, int] | None:
    """Gives the text indices (UTF-16 units) of a link's first and last character."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFLink_GetAnnotRect(link, box):
        return None
    middle = (box.top + box.bottom) / 2
    width, height = abs(box.right - box.left), abs(box.top - box.bottom)
    ends = []
    for across in (box.left + _INSIDE, box.right - _INSIDE):
        index = pdfium.FPDFText_GetCharIndexAtPos(text_page, across, middle, width / 3, height / 2)
        unit = pdfium.FPDFText_GetTextIndexFromCharIndex(text_page, index) if index >= 0 else -1
        if unit < 0:
            return None
        ends.append(unit)
    return (ends[0], ends[1]) if ends[0] <= ends[1] else None


def _positions(document: pypdfium2.PdfDocument, places: set[Place]) -> Iterator[tuple[Place, int]]:
    """Gives for each place the code point of its page's text that begins the line there."""
    by_page: dict[int, list[Place]] = {}
    for place in places:
        by_page.setdefault(place.page, []).append(place)
    for number, wanted in sorted(by_page.items()):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except (pypdfium2.PdfiumError, IndexError):
            continue
        boxes = _boxes(text_page)
        wanted.sort(key=lambda each: (-(each.top or 0), each.left or 0))
        for place in wanted[:_MOST_PLACES]:
            position = _line_at(place, boxes)
            if position is not None:
                yield place, position
        text_page.close()
        page.close()


def _boxes(text_page: pypdfium2.PdfTextPage) -> list[tuple[int, float, float]]:
    """Gives code point, left and top of each character that is seen."""
    text, units = page_text_and_units(text_page)
    box = pdfium.FS_RECTF()
    found = []
    for position, unit in enumerate(units):
        if text[position].isspace():
            continue
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, unit)
        if index >= 0 and pdfium.FPDFText_GetLooseCharBox(text_page, index, box):
            found.append((position, box.left, box.top))
    return found


def _line_at(place: Place, boxes: Sequence[tuple[int, float, float]]) -> int | None:
    if not boxes:
        return None
    if place.top is None:
        return boxes[0][0]
    below = [box for box in boxes if box[2] <= place.top + _SLACK]
    left = place.left or 0.0
    below = [box for box in below if box[1] >= left - _SLACK] or below
    if not below:
        return None
    top = max(box[2] for box in below)
    return min(box[0] for box in below if box[2] >= top - _SLACK)
