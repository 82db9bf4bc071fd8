"""Regions: excerpts that are a rectangle on a page, where there is no text to select.

A region's anchor is empty at the start of its page and has one rectangle. Its quote is empty too,
unless a person took the words that stand in the rectangle. Lengths are points from the page's top
left corner.
"""

from dataclasses import replace

from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Anchor
from archivist.domain.reading import Page, Rectangle

LEAST = 4.0  # points of a region's width and height
_TOLERANCE = 0.01  # points: files and screens round differently


def describe_region(page: Page, rectangle: Rectangle, words: str = "") -> Anchor:
    """Describes a rectangle of a page, with the words that a person took as its quote.

    Raises:
        InvalidValueError: The rectangle is not one on this page.
    """
    anchor = Anchor(page.start, page.start, words, page=page.number, rectangles=(rectangle,))
    check_region(anchor, page)
    return anchor


def check_region(anchor: Anchor, page: Page | None) -> None:
    """Refuses what is no region of a page; None where the document has no such page.

    Raises:
        InvalidValueError: There is no such page, or the rectangle is empty or reaches outside it.
    """
    box = anchor.region
    if box is None or page is None or not box.page == anchor.page == page.number:
        number = anchor.page if box is None else box.page
        raise InvalidValueError(f"There is no page {number} that a region could be on.")
    if anchor.start != page.start or anchor.prefix or anchor.suffix:
        raise InvalidValueError(
            f"The region {written(anchor)} does not stand at the start of its page’s text."
        )
    width, height = page.seen_size
    if not (
        -_TOLERANCE <= box.left < box.right <= width + _TOLERANCE
        and -_TOLERANCE <= box.top < box.bottom <= height + _TOLERANCE
    ):
        raise InvalidValueError(
            f"The region {written(anchor)} is not on its page, which is {width:g} by {height:g}"
            " points large."
        )


def written(anchor: Anchor) -> str:
    """Writes a region as tables have it: “[region p. 3: 72,100.5,200,50]”; "" for a text excerpt.

    The page is counted from 1; then left, top, width and height.
    """
    box = anchor.region
    if box is None:
        return ""
    measures = (box.left, box.top, box.right - box.left, box.bottom - box.top)
    return f"[region p. {box.page}: {','.join(f'{round(each, 2):.10g}' for each in measures)}]"


def quoted(anchor: Anchor) -> str:
    """Gives what stands for an excerpt in a table: its quote, after what says that it is a region.

    A region without words is told by its rectangle alone.
    """
    return " ".join(part for part in (written(anchor), anchor.quote) if part)


def spanned(page: Page, one: tuple[float, float], other: tuple[float, float]) -> Rectangle:
    """Gives the rectangle between two points, as far as it is on the page."""
    width, height = page.seen_size
    left, right = sorted(min(max(x, 0.0), width) for x in (one[0], other[0]))
    top, bottom = sorted(min(max(y, 0.0), height) for y in (one[1], other[1]))
    return Rectangle(page.number, left, top, right, bottom)


def moved(page: Page, box: Rectangle, dx: float, dy: float) -> Rectangle:
    """Moves a rectangle, at most to the page's edges; it keeps its size."""
    width, height = page.seen_size
    dx = min(max(dx, -box.left), width - box.right)
    dy = min(max(dy, -box.top), height - box.bottom)
    return Rectangle(box.page, box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)


def sized(
    page: Page,
    box: Rectangle,
    *,
    left: float = 0.0,
    top: float = 0.0,
    right: float = 0.0,
    bottom: float = 0.0,
) -> Rectangle:
    """Moves sides of a rectangle by these lengths: none beyond its page, nor past the opposite."""
    width, height = page.seen_size
    return Rectangle(
        box.page,
        min(max(box.left + left, 0.0), box.right - LEAST) if left else box.left,
        min(max(box.top + top, 0.0), box.bottom - LEAST) if top else box.top,
        max(min(box.right + right, width), box.left + LEAST) if right else box.right,
        max(min(box.bottom + bottom, height), box.top + LEAST) if bottom else box.bottom,
    )


def is_large_enough(box: Rectangle) -> bool:
    """Says whether a rectangle can be seen and taken hold of."""
    return box.right - box.left >= LEAST and box.bottom - box.top >= LEAST


def turned(page: Page, box: Rectangle, degrees: int) -> tuple[Page, Rectangle]:
    """Gives a page turned clockwise by quarters, and where a rectangle of it is then."""
    width, height = page.seen_size
    match degrees % 360:
        case 90:
            seen = Rectangle(box.page, height - box.bottom, box.left, height - box.top, box.right)
        case 180:
            seen = Rectangle(
                box.page,
                width - box.right,
                height - box.bottom,
                width - box.left,
                height - box.top,
            )
        case 270:
            seen = Rectangle(box.page, box.top, width - box.right, box.bottom, width - box.left)
        case _:
            seen = box
    if degrees % 180:
        width, height = height, width
    return replace(page, width=width, height=height), seen
