"""How a chip looks: one rounded shape for every tag, painted the same in widgets and in views."""

import unicodedata
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from archivist.ui import theme

ChipRole = Literal["event", "actor", "citation", "topic", "warning", "neutral"]

_LEAST_CONTRAST = 5.4  # over the pane; a chip's own ground takes some of it
_PADDING_ACROSS = 9  # pixels between the rounded end and the text
_PADDING_DOWN = 2


def reads_right_to_left(text: str, direction: str = "") -> bool:
    """Says how a text runs: as its document does, else as its first strong letter says."""
    if direction:
        return direction == "rtl"
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def chip_colors(role: ChipRole, color: str = "") -> tuple[QColor, QColor]:
    """Gives the colors of a chip's text and of its ground; `color` is an event's own."""
    now = theme.current()
    inks = {
        "event": (now.event, now.event_soft),
        "actor": (now.actor, now.actor_soft),
        "citation": (now.citation, now.citation_soft),
        "topic": (now.topic, now.topic_soft),
        "warning": (now.warning, now.warning_soft),
        "neutral": (now.text_muted, now.neutral_soft),
    }
    ink, ground = (QColor(name) for name in inks[role])
    if color and QColor.isValidColorName(color):
        ink = _readable(color, now.pane)
        ground = _mixed(ink, QColor(now.pane), 0.16 if now.dark else 0.12)
    return ink, ground


def chip_size(metrics: QFontMetrics, text: str) -> QSize:
    """Gives the pixels that a chip takes when nothing of its text is left out."""
    return QSize(
        metrics.horizontalAdvance(text) + 2 * _PADDING_ACROSS + 1,
        metrics.height() + 2 * _PADDING_DOWN,
    )


def paint_chip(
    painter: QPainter,
    rect: QRect,
    text: str,
    role: ChipRole,
    *,
    chosen: bool = False,
    color: str = "",
) -> None:
    """Paints a chip that fills `rect` in the painter's font; text that does not fit is elided."""
    ink, ground = chip_colors(role, color)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground)
    painter.setPen(QPen(ink, 1.4) if chosen else Qt.PenStyle.NoPen)
    inset = 0.7 if chosen else 0.0
    shape = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    radius = shape.height() / 2
    painter.drawRoundedRect(shape, radius, radius)
    painter.setPen(ink)
    inner = rect.adjusted(_PADDING_ACROSS, 0, -_PADDING_ACROSS, 0)
    paint_text(painter, inner, text, Qt.AlignmentFlag.AlignCenter)
    painter.restore()


def paint_text(painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    """Paints a line in its own reading direction at a side of `rect`, elided where too long.

    A name keeps its direction in a mirrored window: "[90] Briefing" must not read "Briefing [90]".
    """
    metrics = painter.fontMetrics()
    # Eliding counts fractions of a pixel and would cut a text that was measured to fit.
    if metrics.horizontalAdvance(text) > rect.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.save()
    rtl = reads_right_to_left(text)
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, int(flags | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), text)
    painter.restore()


@lru_cache(maxsize=1024)
def _readable(color: str, pane: str) -> QColor:
    """Moves a color that somebody chose away from the ground's lightness until it can be read."""
    ink, ground = QColor(color), QColor(pane)
    step = -0.03 if _luminance(ground) > 0.5 else 0.03
    for _step in range(34):  # from one end of the scale to the other
        if _contrast(ink, ground) >= _LEAST_CONTRAST:
            break
        lightness = min(max(ink.lightnessF() + step, 0.0), 1.0)
        # Qt gives a gray the hue -1.
        ink = QColor.fromHslF(max(ink.hslHueF(), 0.0), ink.hslSaturationF(), lightness)
    return ink


def _contrast(one: QColor, other: QColor) -> float:
    """Gives the contrast ratio of WCAG 2.2, 1–21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    """Gives the relative luminance of WCAG 2.2, 0–1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(ink: QColor, paper: QColor, share: float) -> QColor:
    """Lays `share` (0–1) of the ink over the paper."""
    return QColor.fromRgbF(
        ink.redF() * share + paper.redF() * (1 - share),
        ink.greenF() * share + paper.greenF() * (1 - share),
        ink.blueF() * share + paper.blueF() * (1 - share),
    )
