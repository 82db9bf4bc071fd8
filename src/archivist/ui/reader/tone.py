"""How light and how strong a page's pixels are shown, so that faded ink can be read.

Only what is on the screen changes: the file and what is exported from it stay as they are.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

MOST = 100  # of brightness and contrast, either way
_STEEPEST = 0.96  # a share: at 1 a page would be black and white alone
# Shares of a page's pixels that are darker than its ink is taken to be, and than its paper.
_INK, _PAPER = 0.01, 0.7
_INK_SHOWN, _PAPER_SHOWN = 0.06, 0.97  # how light they are made, where black is 0 and white 1
_COUNTED = 500_000  # pixels; of larger pages some rows are left out
_LEAST_APART = 8  # of 255: what differs less is a page without ink


@dataclass(frozen=True, slots=True)
class Tone:
    """Brightness and contrast from -100 to 100, and whether light and dark are exchanged."""

    brightness: int = 0
    contrast: int = 0
    inverted: bool = False

    def table(self) -> bytes:
        """Gives what each of the 256 values of a channel becomes."""
        slope = math.tan((self.contrast / MOST * _STEEPEST + 1) * math.pi / 4)
        shift = self.brightness / MOST / 2
        values = ((value / 255 + shift - 0.5) * slope + 0.5 for value in range(256))
        shown = [min(255, max(0, round(value * 255))) for value in values]
        return bytes(255 - value for value in shown) if self.inverted else bytes(shown)

    def as_state(self) -> dict[str, Any]:
        """Gives the tone as JSON values."""
        return {"brightness": self.brightness, "contrast": self.contrast, "inverted": self.inverted}


PLAIN = Tone()


def tone_of(state: Mapping[str, Any]) -> Tone:
    """Reads a tone from JSON values; what is missing is plain."""
    return Tone(
        _bounded(state.get("brightness", 0)),
        _bounded(state.get("contrast", 0)),
        inverted=bool(state.get("inverted")),
    )


def toned(image: QImage, tone: Tone) -> QImage:
    """Gives an image in another tone."""
    # Three bytes a pixel: a fourth one has to stay as it is where images are drawn by copying.
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    pixels = bytes(plain.constBits()).translate(tone.table())
    size = plain.width(), plain.height(), plain.bytesPerLine()
    return QImage(pixels, *size, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def reading_tone(image: QImage) -> Tone:
    """Gives the tone at which the ink of a page is nearly black, and its paper nearly white.

    A page without ink, and one that is so already, is left as it is.
    """
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels, stride = bytes(gray.constBits()), gray.bytesPerLine()
    counts = Counter[int]()
    some = max(1, gray.width() * gray.height() // _COUNTED)
    for row in range(0, stride * gray.height(), stride * some):
        counts.update(pixels[row : row + gray.width()])  # after which may be bytes of no pixel
    ink, paper = _darker_than(counts, _INK), _darker_than(counts, _PAPER)
    if paper - ink < _LEAST_APART:
        return PLAIN
    slope = max(1.0, (_PAPER_SHOWN - _INK_SHOWN) / ((paper - ink) / 255))
    middle = (paper + ink) / 2 / 255
    shift = ((_PAPER_SHOWN + _INK_SHOWN) / 2 - 0.5) / slope + 0.5 - middle
    contrast = (math.atan(slope) * 4 / math.pi - 1) / _STEEPEST * MOST
    return Tone(_bounded(shift * 2 * MOST), _bounded(contrast))


def _darker_than(counts: Mapping[int, int], share: float) -> int:
    """Gives the value below which a share of the pixels is."""
    wanted, seen = share * sum(counts.values()), 0
    for value in range(256):
        seen += counts.get(value, 0)
        if seen >= wanted:
            return value
    return 255


def _bounded(amount: float) -> int:
    return min(max(round(amount), -MOST), MOST)
