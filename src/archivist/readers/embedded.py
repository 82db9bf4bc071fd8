"""Pictures inside documents: which can be shown, and how many of them are kept.

Only a picture's header is looked at here; its pixels are decoded when somebody looks at it, in a
child (`embedded_pixels`). What is no picture, or so small that it is an ornament, is left out.
"""

import base64
import binascii
import hashlib
import io
import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from PIL import ExifTags, Image

from archivist.domain.reading import FoundPicture
from archivist.readers.picture_file import FAULTS, exif_of, quiet

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
PIXELS = 100_000_000  # of one picture: 10,000 × 10,000
_MOST = 2_000  # pictures of a document
_LARGEST = 48 << 20  # bytes of one
_TOTAL = 192 << 20  # bytes of all
_ORNAMENT = 24  # pixels: bullets, spacers and tracking pixels are smaller on both sides
_RULE = 5  # pixels: what is thinner is a line
_LYING = frozenset((5, 6, 7, 8))  # EXIF orientations of a camera held on its side
_DATA = re.compile(r"data:[^,]{0,200},", re.I)
DAMAGE = (*FAULTS, Image.DecompressionBombError, MemoryError)


@dataclass(frozen=True, slots=True)
class Embedded:
    """A picture without a place: its own width and height are in pixels."""

    media_type: str
    width: int
    height: int
    sha256: str
    content: bytes

    def at(self, start: int, end: int) -> FoundPicture:
        """Gives the picture at its place in a text."""
        return FoundPicture(
            start, end, self.media_type, self.width, self.height, self.sha256, self.content
        )


class Album:
    """Takes a document's pictures, within bounds; the same bytes are held once."""

    def __init__(self, *, with_ornaments: bool = False) -> None:
        """Pages have ornaments, which are left out; in what people wrote, all are wanted."""
        self._with_ornaments = with_ornaments
        self._known: dict[str, Embedded | None] = {}
        self._taken = 0
        self._bytes = 0
        self.left_out = 0  # pictures beyond the bounds, or that cannot be shown

    def take(self, content: bytes) -> Embedded | None:
        """Gives a picture that can be shown; None for anything else."""
        if len(content) > _LARGEST:
            self.left_out += 1
            return None
        sha256 = hashlib.sha256(content).hexdigest()
        if sha256 not in self._known:
            self._known[sha256] = self._looked_at(content, sha256)
        found = self._known[sha256]
        if found is not None and self._taken >= _MOST:
            self.left_out += 1
            return None
        self._taken += found is not None
        return found

    def _looked_at(self, content: bytes, sha256: str) -> Embedded | None:
        size = _size(content)
        if size is not None and not self._with_ornaments and _is_ornament(*size[1:]):
            return None
        if size is None or size[1] * size[2] > PIXELS or self._bytes + len(content) > _TOTAL:
            self.left_out += 1
            return None
        self._bytes += len(content)
        return Embedded(*size, sha256, content)


def _is_ornament(width: int, height: int) -> bool:
    return max(width, height) < _ORNAMENT or min(width, height) < _RULE


def data_bytes(address: str) -> bytes:
    """Gives what a `data:` address holds, b"" for every other address: nothing is looked up."""
    head = _DATA.match(address.strip())
    if head is None:
        return b""
    body = address.strip()[head.end() :]
    if not head[0].lower().rstrip(",").endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(re.sub(r"\s+", "", unquote_to_bytes(body).decode("latin-1")))
    except (binascii.Error, ValueError):
        return b""


def _size(content: bytes) -> tuple[str, int, int] | None:
    """Gives media type, width and height as it is shown; None for what is no picture."""
    try:
        with quiet(), Image.open(io.BytesIO(content), formats=FORMATS) as image:
            width, height = image.size
            # What a camera held on its side took is as wide as it is shown to be; Pillow knows
            # that only of TIFFs.
            lies = exif_of(image).get(ExifTags.Base.Orientation, 1) in _LYING
            if lies and image.format != "TIFF":
                width, height = height, width
            return Image.MIME.get(image.format or "", ""), width, height
    except DAMAGE:
        return None
