"""Where passages stand on the pages of a file; it runs in a child, as whatever opens a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from archivist.domain.errors import UnreadableFileError
from archivist.readers import page_drawing
from archivist.readers.page_text import PageText
from archivist.readers.pages import Box, PageLayout, Source

Part = tuple[int, int, str]
"""A passage's share of one page: the page (from 1), where in the page's text, and the words."""


def boxes_of(
    path: Path,
    parts: Sequence[Part],
    password: str | None = None,
    *,
    progress: Callable[[int, int], None],
) -> list[list[Box]]:
    """Gives for each part the boxes around its lines; none where its page reads otherwise.

    Args:
        path: The file.
        parts: What to look for; each page is opened once if parts come in the order of pages.
        password: What opens the file.
        progress: Told how many parts are done.
    """
    source = Source(path, password)
    found: list[list[Box]] = []
    layout: PageLayout | None = None
    text: PageText | None = None
    for number, (page, start, words) in enumerate(parts):
        progress(number, len(parts))
        if layout is None or layout.page != page:
            layout = _layout(source, page)
            text = None if layout is None else PageText(layout.text, layout.boxes)
        same = text is not None and text.text.startswith(words, start)
        found.append(text.boxes(start, start + len(words)) if text is not None and same else [])
    page_drawing.close_pages(source)
    return found


def _layout(source: Source, page: int) -> PageLayout | None:
    try:
        return page_drawing.layout(source, page)
    except UnreadableFileError:
        return None
