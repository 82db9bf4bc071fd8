"""Chips drawn with a painter: rounded, in the soft color of their role, the word in the full one."""

from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from archivist.ui import theme

_PADDING = 0.75  # of the letters' height, at each end
_AIR = 0.28  # of the letters' height, above and below together


class ChipRole(StrEnum):
    """What a chip stands for; the role decides its colors."""

    EVENT = "event"
    ACTOR = "actor"
    CITATION = "citation"
    TOPIC = "topic"
    WARNING = "warning"
    NEUTRAL = "neutral"


def chip_font(font: QFont) -> QFont:
    """Gives the slightly smaller font that chips in a text of `font` have."""
    smaller = QFont(font)
    if font.pixelSize() > 0:
        smaller.setPixelSize(max(9, round(font.pixelSize() * 0.9)))
    else:
        smaller.setPointSizeF(font.pointSizeF() * 0.9)
    return smaller


def chip_colors(role: ChipRole) -> tuple[QColor, QColor]:
    """Gives a role's letters and background in the theme in force."""
    colors = theme.current()
    letters, soft = {
        ChipRole.EVENT: (colors.event, colors.event_soft),
        ChipRole.ACTOR: (colors.actor, colors.actor_soft),
        ChipRole.CITATION: (colors.citation, colors.citation_soft),
        ChipRole.TOPIC: (colors.topic, colors.topic_soft),
        ChipRole.WARNING: (colors.warning, colors.warning_soft),
        ChipRole.NEUTRAL: (colors.text_muted, colors.neutral_soft),
    }[role]
    return QColor(letters), QColor(soft)


def chip_size(metrics: QFontMetrics, text: str) -> QSize:
    """Gives the pixels that a chip with this text takes in the painter's font."""
    height = metrics.height()
    return QSize(
        metrics.horizontalAdvance(text) + round(2 * _PADDING * height * 0.7),
        height + round(_AIR * height),
    )


def paint_chip(
    painter: QPainter, rect: QRect, text: str, role: ChipRole, *, chosen: bool = False
) -> None:
    """Paints a chip into `rect` in the painter's font; text that is too long is elided.

    A chosen chip has an outline too, so that it is not told by color alone.
    """
    letters, soft = chip_colors(role)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(soft)
    painter.setPen(letters if chosen else Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    metrics = painter.fontMetrics()
    inner = rect.adjusted(round(metrics.height() * 0.4), 0, -round(metrics.height() * 0.4), 0)
    painter.setPen(letters)
    painter.drawText(
        inner,
        Qt.AlignmentFlag.AlignCenter,
        metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width()),
    )
    painter.restore()
