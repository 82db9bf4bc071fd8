"""Where excerpts that were found again stand on the pages of their new file."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from archivist.domain.errors import ArchivistError, CancelledError
from archivist.domain.model import Anchor, Page, ReadDocument, Rectangle
from archivist.finding.relocating import Relocated
from archivist.readers.formats import drawer_of
from archivist.readers.isolate import run
from archivist.readers.page_places import Part, boxes_of


def with_rectangles(
    found: Sequence[Relocated],
    path: Path,
    read: ReadDocument,
    *,
    password: str | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Relocated]:
    """Gives each passage the rectangles that it has on the pages of a file, in a child.

    They are an addition: where the pages tell nothing, or not in time, a passage has its words.

    Args:
        found: What was found again in the text of the file.
        path: The file.
        read: What was read of it.
        password: What opens it.
        cancelled: Asked again and again whether to stop.

    Raises:
        CancelledError: `cancelled` said so.
    """
    if not drawer_of(read.format):
        return list(found)
    wanted = [
        (number, part)
        for number, each in enumerate(found)
        if each.anchor is not None and each.anchor.region is None
        for part in _parts(each.anchor, read.pages)
    ]
    wanted.sort(key=lambda pair: pair[1][0])
    if not wanted:
        return list(found)
    try:
        boxes = run(boxes_of, path, [part for _, part in wanted], password, cancelled=cancelled)
    except CancelledError:
        raise
    except ArchivistError:
        return list(found)
    placed: dict[int, list[Rectangle]] = {}
    for (number, part), of_part in zip(wanted, boxes, strict=True):
        placed.setdefault(number, []).extend(Rectangle(part[0], *box) for box in of_part)
    return [_placed(each, placed.get(number, ())) for number, each in enumerate(found)]


def _parts(anchor: Anchor, pages: Sequence[Page]) -> Iterator[Part]:
    first = max(0, bisect_right(pages, anchor.start, key=_start) - 1)
    for page in pages[first : bisect_left(pages, anchor.end, key=_start)]:
        start, end = max(anchor.start, page.start), min(anchor.end, page.end)
        if start < end:
            words = anchor.quote[start - anchor.start : end - anchor.start]
            yield page.number, start - page.start, words


def _start(page: Page) -> int:
    return page.start


def _placed(each: Relocated, rectangles: Sequence[Rectangle]) -> Relocated:
    if each.anchor is None or not rectangles:
        return each
    return replace(each, anchor=replace(each.anchor, rectangles=tuple(rectangles)))
