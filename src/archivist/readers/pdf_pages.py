"""What the page child runs: sizes, pixels and layout of pages, from files that it keeps open."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from archivist.domain.errors import UnreadableFileError
from archivist.readers import shared
from archivist.readers.formats import locked, unopened
from archivist.readers.open_files import OpenFiles
from archivist.readers.pages import (
    BYTES_PER_PIXEL,
    GRAY_PIXELS,
    GrayPage,
    OpenedPages,
    PageLayout,
    RenderedPage,
    Source,
    bounded_scale,
)
from archivist.readers.pdf_text import page_boxes

_WHITE = (255, 255, 255, 255)


def open_pages(source: Source) -> OpenedPages:
    """Opens a file; raises UnreadableFileError or PasswordNeededError."""
    document = _files.get(source)
    return OpenedPages(tuple(_size(document, index) for index in range(len(document))))


def close_pages(source: Source) -> None:
    """Lets go of a file."""
    _files.let_go(source)


def render(source: Source, page: int, scale: float, rotation: int) -> RenderedPage:
    """Draws a page (from 1) at `scale` pixels a point, turned clockwise by `rotation` degrees.

    The pixels stand in the shared memory if there is one, else in the result.
    """
    leaf = _page(source, page)
    try:
        width, height = leaf.get_size()
        if rotation % 180:
            width, height = height, width
        scale = bounded_scale(width, height, scale)
        columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
        stride = columns * BYTES_PER_PIXEL
        memory = shared.memory()
        kind = ctypes.c_ubyte * (stride * rows)
        pixels = kind() if memory is None else kind.from_buffer(memory)
        bitmap = pypdfium2.PdfBitmap.new_native(
            columns, rows, pdfium.FPDFBitmap_BGRx, buffer=pixels
        )
        bitmap.fill_rect(_WHITE, 0, 0, columns, rows)
        pdfium.FPDF_RenderPageBitmap(
            bitmap, leaf, 0, 0, columns, rows, rotation // 90 % 4, pdfium.FPDF_ANNOT
        )
        form = _files.get(source).formenv
        if form is not None:
            pdfium.FPDF_FFLDraw(
                form, bitmap, leaf, 0, 0, columns, rows, rotation // 90 % 4, pdfium.FPDF_ANNOT
            )
        bitmap.close()
        held = bytes(pixels) if memory is None else b""
        return RenderedPage(page, scale, rotation, columns, rows, stride, held)
    finally:
        leaf.close()


def gray(source: Source, page: int, dpi: int) -> GrayPage:
    """Draws a page (from 1) in shades of gray, for its text to be recognized."""
    leaf = _page(source, page)
    try:
        width, height = leaf.get_size()
        scale = bounded_scale(width, height, dpi / 72, GRAY_PIXELS)
        columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
        pixels = (ctypes.c_ubyte * (columns * rows))()
        bitmap = pypdfium2.PdfBitmap.new_native(
            columns, rows, pdfium.FPDFBitmap_Gray, buffer=pixels, stride=columns
        )
        bitmap.fill_rect(_WHITE, 0, 0, columns, rows)
        pdfium.FPDF_RenderPageBitmap(bitmap, leaf, 0, 0, columns, rows, 0, pdfium.FPDF_GRAYSCALE)
        bitmap.close()
        return GrayPage(columns, rows, width, height, bytes(pixels))
    finally:
        leaf.close()


def layout(source: Source, page: int) -> PageLayout:
    """Gives the text of a page (from 1) and where each of its code points stands."""
    leaf = _page(source, page)
    try:
        width, height = leaf.get_size()
        text_page = leaf.get_textpage()
        text, boxes = page_boxes(leaf, text_page)
        text_page.close()
        return PageLayout(page, width, height, text, boxes)
    finally:
        leaf.close()


def _opened(source: Source) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(source.path, password=source.password)
    except OSError as error:
        raise unopened(source.path, error) from error
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise locked(source.path, source.password) from error
        raise UnreadableFileError(
            f"The pages of {source.path.name} cannot be shown: the file is damaged. "
            "Its text can still be read and annotated."
        ) from error
    # Form fields are part of what a page looks like.
    document.init_forms()
    return document


_files = OpenFiles(_opened)


def _page(source: Source, page: int) -> pypdfium2.PdfPage:
    document = _files.get(source)
    try:
        if not 1 <= page <= len(document):
            raise UnreadableFileError(f"{source.path.name} has no page {page}.")
        return document[page - 1]
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError(
            f"Page {page} of {source.path.name} cannot be shown: it is damaged."
        ) from error


def _size(document: pypdfium2.PdfDocument, index: int) -> tuple[float, float]:
    try:
        return document.get_page_size(index)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0
