"""What the page child runs for pictures: sizes and pixels of pages, from files that it keeps open.

A picture has no text of its own: what was recognized on it stands in the archive.
"""

from PIL import Image

from archivist.domain.errors import UnreadableFileError
from archivist.readers import shared
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
from archivist.readers.picture_file import Leaf, Picture

_CLOCKWISE = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}

_files = OpenFiles(lambda source: Picture(source.path))


def open_pages(source: Source) -> OpenedPages:
    """Opens a file; raises UnreadableFileError."""
    return OpenedPages(tuple(leaf.size for leaf in _files.get(source).leaves))


def close_pages(source: Source) -> None:
    """Lets go of a file."""
    _files.let_go(source)


def render(source: Source, page: int, scale: float, rotation: int) -> RenderedPage:
    """Draws a page (from 1) at `scale` pixels a point, turned clockwise by `rotation` degrees.

    The pixels stand in the shared memory if there is one, else in the result.
    """
    width, height = _leaf(source, page).size
    scale = bounded_scale(width, height, scale)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    image = _files.get(source).pixels(page - 1, *size).convert("RGB")
    turn = _CLOCKWISE.get(rotation % 360)
    if turn is not None:
        image = image.transpose(turn)
    pixels = image.convert("RGBA").tobytes("raw", "BGRA")
    memory = shared.memory()
    if memory is not None:
        memory[: len(pixels)] = pixels
        pixels = b""
    stride = image.width * BYTES_PER_PIXEL
    return RenderedPage(page, scale, rotation, image.width, image.height, stride, pixels)


def gray(source: Source, page: int, dpi: int) -> GrayPage:
    """Gives a page (from 1) in shades of gray, for its text to be recognized.

    A photograph whose resolution nobody knows keeps what pixels it has.
    """
    leaf = _leaf(source, page)
    width, height = leaf.size
    wanted = dpi if leaf.is_stated else max(dpi, leaf.across)
    scale = bounded_scale(width, height, wanted / 72, GRAY_PIXELS)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    image = _files.get(source).pixels(page - 1, *size).convert("L")
    return GrayPage(*size, width, height, image.tobytes())


def layout(source: Source, page: int) -> PageLayout:
    """Gives the size of a page (from 1), and no text."""
    return PageLayout(page, *_leaf(source, page).size, "", ())


def _leaf(source: Source, page: int) -> Leaf:
    leaves = _files.get(source).leaves
    if not 1 <= page <= len(leaves):
        raise UnreadableFileError(f"{source.path.name} has no page {page}.")
    return leaves[page - 1]
