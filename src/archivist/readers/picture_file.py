"""Picture files by Pillow: their pages, how large those are on paper, and their pixels in bounds.

Pillow's own guard against bombs gives way to one that counts bytes of memory. What a damaged page
still gives is taken, and said to be a part.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFile, UnidentifiedImageError

from archivist.domain.errors import UnreadableFileError
from archivist.readers.formats import unopened
from archivist.readers.picture_colors import scalable, shown

Image.MAX_IMAGE_PIXELS = None

KEYS = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg", "TIFF": "tiff", "WEBP": "webp"}
"""Pillow's names of the formats, and the keys under which the program knows them."""
_OPENED = ("PNG", "JPEG", "TIFF", "WEBP")  # a JPEG with others inside becomes an MPO

FAULTS = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
    AssertionError,
    struct.error,
    zlib.error,
)
"""What Pillow raises on files that are not as they should be."""

_PAGES = 10_000
_FAILURES = 3  # headers in succession that cannot be read end a file
_BYTES = 400_000_000  # of one page's pixels in memory
_ONE_BYTE = frozenset(("1", "L", "P"))  # modes of one byte a pixel; others take up to four
_REDUCED, _MASK = 1, 4  # NewSubfileType: a smaller copy of another page, a mask for one
_SUBFILE, _ORIENTATION = 254, 274  # tags of TIFF 6.0; EXIF has the second too
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = frozenset((5, 6, 7, 8))

# What cameras and editors write where they know no resolution; a sheet that large is not believed.
_HARDLY_STATED = 96.0  # pixels an inch
_LARGE_SHEET = 1300.0  # points: a little more than A3 is long
_LENGTH = 842.0  # points: A4, for which a picture is taken that says nothing
_LEAST, _MOST = 20.0, 20_000.0  # pixels an inch that can be meant


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it is seen: pixels, pixels an inch across and down, and whether those are stated.

    A page whose header cannot be read has no pixels.
    """

    frame: int  # of the file, from 0
    width: int = 0
    height: int = 0
    across: float = _HARDLY_STATED
    down: float = _HARDLY_STATED
    is_stated: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.width * 72 / self.across, self.height * 72 / self.down


class Picture:
    """A picture file that is open, and its pages in order."""

    def __init__(self, path: Path) -> None:
        """Opens a file; raises UnreadableFileError if it is no picture that can be read."""
        self._path = path
        self._image = self._opened()
        self.format = KEYS[self._image.format or ""]
        self.leaves = tuple(self._leaves())

    def close(self) -> None:
        """Lets go of the file."""
        self._image.close()

    def first(self) -> ImageFile.ImageFile:
        """Gives the file as Pillow opens it, for what it says about itself."""
        return self._again()

    def pixels(self, index: int, width: int, height: int) -> Image.Image:
        """Gives a page (from 0) in mode "L" or "RGB", scaled to width × height pixels.

        Raises:
            UnreadableFileError: Nothing of it can be read, or it is larger than can be held.
        """
        with quiet():
            image, _ = self._decoded(index, width, height)
            orientation = _orientation(image)
            size = (height, width) if orientation in _SIDEWAYS else (width, height)
            try:
                scaled = scalable(image)
                if scaled.size != size:
                    scaled = scaled.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
                colored = shown(scaled, image.info.get("icc_profile"))
                turn = _TURNS.get(orientation)
                return colored if turn is None else colored.transpose(turn)
            except FAULTS as error:
                raise self._unreadable(index) from error

    def is_part(self, index: int) -> bool:
        """Says whether something of a page (from 0) is missing; it is decoded small if it can be.

        Raises:
            UnreadableFileError: Nothing of it can be read, or it is larger than can be held.
        """
        with quiet():
            return self._decoded(index, 1, 1)[1]

    def _decoded(self, index: int, width: int, height: int) -> tuple[ImageFile.ImageFile, bool]:
        """Gives a page's own pixels, and whether they are only a part of it."""
        leaf = self.leaves[index]
        if not leaf.width:
            raise self._unreadable(index)
        try:
            return self._loaded(leaf, width, height), False
        except FAULTS:
            pass
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            self._again()
            return self._loaded(leaf, width, height), True
        except FAULTS as error:
            self._again()
            raise self._unreadable(index) from error
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False

    def _loaded(self, leaf: Leaf, width: int, height: int) -> ImageFile.ImageFile:
        if self.format == "tiff":
            self._image.seek(leaf.frame)
        else:  # what was decoded in one size is not decoded in another
            self._again()
        image = self._image
        # A JPEG can be decoded smaller than it is.
        image.draft(None, (width, height))
        if image.width * image.height * (1 if image.mode in _ONE_BYTE else 4) > _BYTES:
            raise UnreadableFileError(
                f"{self._path.name} has {leaf.width:,} × {leaf.height:,} pixels, more than can be "
                "held in memory. Save a smaller copy of it, or cut it into parts."
            )
        image.load()
        return image

    def _again(self) -> ImageFile.ImageFile:
        self._image.close()
        self._image = self._opened()
        return self._image

    def _opened(self) -> ImageFile.ImageFile:
        try:
            with quiet():
                return Image.open(self._path, formats=_OPENED)
        except UnidentifiedImageError as error:
            raise _damaged(self._path) from error
        except FAULTS as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise unopened(self._path, error) from error
            raise _damaged(self._path) from error

    def _leaves(self) -> Iterator[Leaf]:
        if self.format != "tiff":
            try:
                with quiet():
                    yield _leaf(self._image, 0)
            except FAULTS as error:
                raise _damaged(self._path) from error
            return
        found = list(self._frames())
        full = [leaf for leaf, kind in found if not kind & (_REDUCED | _MASK)]
        yield from full or [leaf for leaf, _ in found]

    def _frames(self) -> Iterator[tuple[Leaf, int]]:
        """Gives the pages of a TIFF, and of what kind each is."""
        failures: list[tuple[Leaf, int]] = []
        for frame in range(_PAGES):
            try:
                with quiet():
                    self._image.seek(frame)
                    found = _leaf(self._image, frame), _kind(self._image)
            except EOFError:
                break
            except FAULTS:
                failures.append((Leaf(frame), 0))
                if len(failures) == _FAILURES:
                    break
            else:
                yield from failures
                failures = []
                yield found
        yield from failures[:1]

    def _unreadable(self, index: int) -> UnreadableFileError:
        if len(self.leaves) == 1:
            return _damaged(self._path)
        return UnreadableFileError(
            f"Page {index + 1} of {self._path.name} cannot be shown: it is damaged."
        )


@contextmanager
def quiet() -> Iterator[None]:
    """Lets Pillow keep to itself what it has to remark about a file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _damaged(path: Path) -> UnreadableFileError:
    return UnreadableFileError(
        f"{path.name} is damaged: it begins like a picture, but cannot be decoded. "
        "Open it in its own program and save it anew, or ask for another copy."
    )


def _leaf(image: Image.Image, frame: int) -> Leaf:
    width, height = image.size
    orientation = _orientation(image)
    # Pillow gives the size of a TIFF as it is seen, that of others as it is stored.
    if orientation in _SIDEWAYS and image.format != "TIFF":
        width, height = height, width
    across, down = _stated_resolution(image)
    if orientation in _SIDEWAYS:
        across, down = down, across
    longest = max(width * 72 / across, height * 72 / down) if across else 0.0
    if across and (min(across, down) > _HARDLY_STATED or longest <= _LARGE_SHEET):
        return Leaf(frame, width, height, across, down, is_stated=True)
    assumed = max(_HARDLY_STATED, max(width, height) * 72 / _LENGTH)
    return Leaf(frame, width, height, assumed, assumed)


def _stated_resolution(image: Image.Image) -> tuple[float, float]:
    """Gives pixels an inch, across and down as they are stored; zeros where nothing is said."""
    try:
        across, down = (float(value) for value in image.info["dpi"])
    except FAULTS:
        return 0.0, 0.0
    is_meant = _LEAST <= across <= _MOST and _LEAST <= down <= _MOST
    return (across, down) if is_meant else (0.0, 0.0)


def exif_of(image: Image.Image) -> Image.Exif:
    """Gives what EXIF a picture has, of a PNG without decoding it; raises one of FAULTS."""
    # Asked for it, Pillow decodes a PNG in the hope of finding some at its end.
    return Image.Exif() if image.format == "PNG" and "exif" not in image.info else image.getexif()


def _orientation(image: Image.Image) -> int:
    try:
        return int(exif_of(image).get(_ORIENTATION, 1))
    except FAULTS:
        return 1


def _kind(image: Image.Image) -> int:
    kind = getattr(image, "tag_v2", {}).get(_SUBFILE, 0)
    return kind if isinstance(kind, int) else 0
