"""What a page looks like: its pixels, and where each character of its text stands."""

from dataclasses import dataclass
from pathlib import Path

Box = tuple[float, float, float, float]
"""Left, top, right, bottom: points from the top left corner of the page as it is seen."""


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
    """A page's pixels: 4 bytes each (blue, green, red, unused), `stride` bytes a row.

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
class PageLayout:
    """Where each code point of a page's text stands; what has no place of its own is empty."""

    page: int  # from 1
    width: float
    height: float
    text: str  # the very text of the page in the document
    boxes: tuple[Box, ...]
