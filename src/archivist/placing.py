"""Where excerpts that were found again stand on the pages of their new file."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archivist.domain.errors import ArchivistError, CancelledError
from archivist.domain.model import Anchor
from archivist.domain.reading import Page, ReadDocument, Rectangle
from archivist.domain.regions import describe_region
from archivist.domain.vocabulary import AnchorState
from archivist.finding.relocating import Fate, Relocated
from archivist.readers.formats import drawer_of
from archivist.readers.isolate import run
from archivist.readers.page_looks import look_alike, looks_of
from archivist.readers.page_places import Part, boxes_of


@dataclass(frozen=True, slots=True)
class Leaves:
    """A file with what was read on its pages."""

    file: Path
    pages: Sequence[Page]
    text: str

    def words(self, page: Page) -> str:
        """Gives what one of its pages reads, "" where that is nothing but space."""
        return self.text[page.start : page.end].strip()


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


def with_regions(
    found: Sequence[Relocated],
    before: Leaves,
    after: Leaves,
    *,
    password: str | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Relocated]:
    """Keeps each region whose page looks as it did, as a whole and within it; orphans the others.

    A page that reads otherwise is another one, unless nothing could be read on it before. Where the
    pages of either file cannot be drawn, it is left to what they read.

    Args:
        found: What was found again, regions by the text of their pages.
        before: The file that is replaced.
        after: The file that takes its place.
        password: What opens the latter.
        cancelled: Asked again and again whether to stop.

    Raises:
        CancelledError: `cancelled` said so.
    """
    old_pages, new_pages = ({page.number: page for page in each.pages} for each in (before, after))
    regions = {
        number: box
        for number, each in enumerate(found)
        if each.excerpt.anchor_state is not AnchorState.ORPHANED
        and (box := each.excerpt.anchor.region) is not None
        and box.page in old_pages
    }
    whole = {box.page: _whole(old_pages[box.page]) for box in regions.values()}
    boxes = sorted({*regions.values(), *whole.values()}, key=lambda box: box.page)
    try:
        old = run(looks_of, before.file, boxes, cancelled=cancelled)
        new = run(looks_of, after.file, boxes, password, cancelled=cancelled)
    except CancelledError:
        raise
    except ArchivistError:
        return list(found)
    alike = {box: look_alike(*looks) for box, *looks in zip(boxes, old, new, strict=True)}
    judged = list(found)
    for number, box in regions.items():
        excerpt, page = found[number].excerpt, new_pages.get(box.page)
        place = None
        if page is not None and _whole(page) == whole[box.page]:
            words = before.words(old_pages[box.page])
            reads_alike = not words or words == after.words(page)
            if reads_alike and alike[box] and alike[whole[box.page]]:
                place = describe_region(page, box, excerpt.anchor.quote)
        judged[number] = Relocated(excerpt, Fate.STAYS if place else Fate.ORPHANED, place)
    return judged


def _whole(page: Page) -> Rectangle:
    """Gives a page as a rectangle, to the point: programs round a page's size differently."""
    width, height = page.seen_size
    return Rectangle(page.number, 0, 0, round(width), round(height))


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
