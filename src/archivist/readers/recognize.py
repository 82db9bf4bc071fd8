"""What a child runs to recognize text: one page is drawn in gray and given to Tesseract."""

from archivist.domain.recognition import RecognizedPage
from archivist.readers.isolate import Progress
from archivist.readers.page_drawing import drawer
from archivist.readers.pages import GrayPage, Source
from archivist.readers.recognized_text import recognized_page
from archivist.readers.tesseract import Engine, recognized

DPI = 300
"""Pixels an inch at which pages are recognized, the resolution that Tesseract was trained with."""


def recognize_page(
    source: Source, page: int, engine: Engine, languages: str, *, progress: Progress
) -> RecognizedPage:
    """Recognizes the text of a page (from 1).

    Raises:
        UnreadableFileError: The page cannot be drawn, or Tesseract failed on it.
        PasswordNeededError: The file is encrypted, and the password is missing or wrong.
    """
    gray: GrayPage = drawer(source).gray(source, page, DPI)
    picture = b"P5 %d %d 255\n" % (gray.width, gray.height) + gray.pixels
    dpi = max(70, round(gray.width * 72 / max(gray.points_across, 1e-6)))
    subject = f"page {page} of {source.path.name}"
    table = recognized(engine, languages, picture, dpi, subject)
    return recognized_page(
        table, page, gray.points_across / gray.width, gray.points_down / gray.height
    )
