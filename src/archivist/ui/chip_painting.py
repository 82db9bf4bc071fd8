"""How a chip looks: one rounded shape for every tag, painted the same in widgets and in views."""

import unicodedata
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from archivist.ui import theme

ChipRole = Literal["event", "actor", "citation", "topic", "warning", "neutral"]

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
        ink = _readable(QColor(color), dark=now.dark)
        ground = _mixed(ink, QColor(now.pane), 0.26 if now.dark else 0.13)
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


def _readable(color: QColor, *, dark: bool) -> QColor:
    """Moves a color that somebody chose far enough from the ground to be read on it."""
    lightness = max(color.lightnessF(), 0.66) if dark else min(color.lightnessF(), 0.42)
    # Qt gives a gray the hue -1.
    return QColor.fromHslF(max(color.hslHueF(), 0.0), color.hslSaturationF(), lightness)


def _mixed(ink: QColor, paper: QColor, share: float) -> QColor:
    """Lays `share` (0–1) of the ink over the paper."""
    return QColor.fromRgbF(
        ink.redF() * share + paper.redF() * (1 - share),
        ink.greenF() * share + paper.greenF() * (1 - share),
        ink.blueF() * share + paper.blueF() * (1 - share),
    )
