"""How light and how strong a page's pixels are shown, so that faded ink can be read.

Only what is on the screen changes: the file and what is exported from it stay as they are.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

MOST = 100  # of brightness and contrast, either way
_STEEPEST = 0.96  # a share: at 1 a page would be black and white alone


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
        min(max(int(state.get("brightness", 0)), -MOST), MOST),
        min(max(int(state.get("contrast", 0)), -MOST), MOST),
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
