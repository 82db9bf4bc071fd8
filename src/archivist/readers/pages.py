"""What a page looks like: its pixels, and where each character of its text stands."""

import math
from dataclasses import dataclass
from pathlib import Path

Box = tuple[float, float, float, float]
"""Left, top, right, bottom: points from the top left corner of the page as it is seen."""

BITMAP_BYTES = 64 * 1024 * 1024  # of one page: 16 million pixels
BYTES_PER_PIXEL = 4
GRAY_PIXELS = 50_000_000  # of a page whose text is recognized: A2 at 300 an inch, and more
_SIDE = 16_384  # pixels: what one side of a bitmap may have at most


@dataclass(frozen=True, slots=True)
class Source:
    """A file with pages, and the password that opens it."""

    path: Path
    password: str | None = None


@dataclass(frozen=True, slots=True)
class OpenedPages:
    """What is known once a file is open: each page's width and height in points, as it is seen."""

    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page's pixels: 4 bytes each (blue, green, red, 255), `stride` bytes a row.

    `scale` is pixels a point; it is less than what was asked for where the bitmap would have been
    too large.
    """

    page: int  # from 1
    scale: float
    rotation: int  # degrees clockwise, added to the page's own
    width: int  # pixels
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class GrayPage:
    """A page in shades of gray: a byte a pixel, rows without gaps, and its size in points."""

    width: int  # pixels
    height: int
    points_across: float
    points_down: float
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Where each code point of a page's text stands; what has no place of its own is empty."""

    page: int  # from 1
    width: float
    height: float
    text: str  # the very text of the page in the document
    boxes: tuple[Box, ...]


def bounded_scale(
    width: float, height: float, scale: float, pixels: int = BITMAP_BYTES // BYTES_PER_PIXEL
) -> float:
    """Gives the scale for a page of so many points, or less where it would have more pixels."""
    fit = math.sqrt(pixels / max(width * height, 1e-6))
    return min(scale, fit * 0.99, _SIDE / max(width, height, 1e-6))
