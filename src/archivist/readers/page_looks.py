"""What regions of a file's pages look like, small and in shades of gray, so that two files compare.

It runs in a child, as whatever opens a file.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Rectangle
from archivist.readers import page_drawing
from archivist.readers.pages import BYTES_PER_PIXEL, RenderedPage, Source

_SIDE = 800  # pixels of a page's longer side: lines of print are told apart
_GREEN = 1  # of blue, green, red: the one that is nearest to gray
_DIFFERENT = 24  # of 255: more than packing a picture once more changes
_SHARE = 0.001  # of the pixels that may be different


def looks_of(
    path: Path,
    boxes: Sequence[Rectangle],
    password: str | None = None,
    *,
    progress: Callable[[int, int], None],
) -> list[bytes]:
    """Gives for each region its pixels, a byte each, row by row; none where nothing is drawn.

    Args:
        path: The file.
        boxes: The regions; each page is drawn once if they come in the order of pages.
        password: What opens the file.
        progress: Told how many regions are done.
    """
    source = Source(path, password)
    sizes = page_drawing.open_pages(source).sizes
    looks: list[bytes] = []
    drawn: RenderedPage | None = None
    for number, box in enumerate(boxes):
        progress(number, len(boxes))
        if drawn is None or drawn.page != box.page:
            drawn = _drawn(source, box.page, sizes)
        looks.append(b"" if drawn is None else _cropped(drawn, box))
    page_drawing.close_pages(source)
    return looks


def look_alike(one: bytes, other: bytes) -> bool:
    """Says whether two regions show the same, but for traces of how their files were packed."""
    if not one or len(one) != len(other):
        return False
    if one == other:
        return True
    different = sum(abs(a - b) > _DIFFERENT for a, b in zip(one, other, strict=True))
    return different <= _SHARE * len(one)


def _drawn(source: Source, page: int, sizes: Sequence[tuple[float, float]]) -> RenderedPage | None:
    if page > len(sizes) or not max(sizes[page - 1]):
        return None
    try:
        return page_drawing.render(source, page, _SIDE / max(sizes[page - 1]), 0)
    except UnreadableFileError:
        return None


def _cropped(drawn: RenderedPage, box: Rectangle) -> bytes:
    left, right = round(box.left * drawn.scale), min(round(box.right * drawn.scale), drawn.width)
    top, bottom = round(box.top * drawn.scale), min(round(box.bottom * drawn.scale), drawn.height)
    rows = range(top, max(bottom, top + 1))
    return b"".join(
        drawn.pixels[
            row * drawn.stride + left * BYTES_PER_PIXEL + _GREEN : row * drawn.stride
            + max(right, left + 1) * BYTES_PER_PIXEL : BYTES_PER_PIXEL
        ]
        for row in rows
    )
