"""What the page child runs for pictures inside documents: their pixels, at the size asked for."""

import io
from math import ceil

from PIL import Image, ImageOps

from archivist.domain.errors import UnreadableFileError
from archivist.readers.embedded import DAMAGE, FORMATS, PIXELS
from archivist.readers.pages import RenderedPage
from archivist.readers.picture_colors import scalable, shown
from archivist.readers.picture_file import quiet

_BYTES = 4  # a pixel
_REDUCIBLE = frozenset(("L", "RGB", "RGBA", "CMYK", "YCbCr"))
_MOST = 16_000_000  # pixels that are handed over


def draw(content: bytes, width: int) -> RenderedPage:
    """Gives a picture's pixels, scaled down to a width (pixels) if it is wider; page is 1.

    It is turned as its camera said (EXIF), and transparent parts are white, as on a page.

    Raises:
        UnreadableFileError: It is damaged, or far larger than a picture is.
    """
    try:
        with quiet(), Image.open(io.BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > PIXELS:
                raise _damaged()
            # JPEGs are decoded no larger than need be, whichever side will be the width.
            shrink = width / min(image.size)
            image.draft("RGB", (ceil(image.width * shrink), ceil(image.height * shrink)))
            profile = image.info.get("icc_profile")
            ImageOps.exif_transpose(image, in_place=True)
            own = image.width
            wanted = _bounds(image.width, image.height, width)
            mixed = scalable(_reduced(image, wanted))
            mixed.thumbnail(wanted)
            flat = shown(mixed, profile)
    except DAMAGE as error:
        raise _damaged() from error
    # The fourth byte has to be full: what scales the picture takes it for its opacity.
    pixels = flat.convert("RGBA").tobytes("raw", "BGRA")
    return RenderedPage(
        1, flat.width / own, 0, flat.width, flat.height, flat.width * _BYTES, pixels
    )


def _bounds(width: int, height: int, wanted: int) -> tuple[int, int]:
    wide = max(1, min(width, wanted))
    tall = max(1, round(height * wide / width))
    shrink = min(1.0, (_MOST / (wide * tall)) ** 0.5)
    return max(1, int(wide * shrink)), max(1, int(tall * shrink))


def _reduced(image: Image.Image, wanted: tuple[int, int]) -> Image.Image:
    """Makes a picture roughly smaller first: what is done to it after that may copy it whole."""
    factor = min(image.width // wanted[0], image.height // wanted[1])
    if factor < 2 or image.mode not in _REDUCIBLE:
        return image
    return image.reduce(factor)


def _damaged() -> UnreadableFileError:
    return UnreadableFileError("This picture cannot be shown: it is damaged, or far too large.")
