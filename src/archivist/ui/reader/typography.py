"""The reading fonts and measures at one zoom; everything is in device-independent pixels."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication

SERIFS = ("Noto Serif", "Source Serif 4", "Charter", "Georgia", "Cambria", "DejaVu Serif", "serif")
MONOSPACED = ("Noto Sans Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace")
LEAST_ZOOM, MOST_ZOOM = 0.5, 4.0

_POINTS = 12.0  # the reading font at 100 %
_LINE = 1.62  # ems from line to line
_WIDEST = 36.0  # ems; some 75 letters, beyond which the eye loses the line
_SAMPLE = "The people who left said that the road had been open for a few days only. "


@dataclass(frozen=True)
class Typography:
    """Fonts and distances for one zoom (1.0 is 100 %)."""

    zoom: float = 1.0

    @cached_property
    def font(self) -> QFont:
        """The reading font."""
        font = QFont()
        font.setFamilies(list(SERIFS))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(_POINTS * self.zoom)
        return font

    @cached_property
    def em(self) -> float:
        """The size of the reading font."""
        return float(QFontInfo(self.font).pixelSize())

    @cached_property
    def line(self) -> float:
        """The distance from one line to the next."""
        return round(self.em * _LINE)

    @cached_property
    def widest(self) -> float:
        """The widest that a column of text gets."""
        return self.em * _WIDEST

    @cached_property
    def character(self) -> float:
        """The average advance of a character."""
        return QFontMetricsF(self.font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    def points(self, scale: float) -> float:
        """Gives a font size in points."""
        return _POINTS * self.zoom * scale

    @cached_property
    def small(self) -> QFont:
        """The font of labels in the margin: the interface's own, a little smaller."""
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.86))
        return font

    @cached_property
    def interface_families(self) -> list[str]:
        """The families of the interface's font, for what is a sign and not text."""
        return QGuiApplication.font().families() or [
            QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        ]
