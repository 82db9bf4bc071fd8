"""Paints the pictures inside a text, or what stands for them until they are there."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from archivist.ui import theme
from archivist.ui.reader.drawn_lines import VisibleLine
from archivist.ui.reader.layout import DocumentLayout
from archivist.ui.reader.picture_service import PictureService


def paint_figures(
    painter: QPainter,
    layout: DocumentLayout,
    lines: Iterable[VisibleLine],
    service: PictureService | None,
) -> None:
    """Paints the pictures of the lines in sight, each above its line."""
    figures = layout.figures
    if not figures:
        return
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    for visible in lines:
        picture = figures.at(visible.line)
        if picture is None:
            continue
        area = layout.figure_area(visible)
        image = None
        if service is not None:
            image = service.image(picture.sha256, round(area.width() * ratio))
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, image)
        else:
            failure = service.failure(picture.sha256) if service is not None else ""
            _paint_frame(painter, area, failure)


def _paint_frame(painter: QPainter, area: QRectF, failure: str) -> None:
    colors = theme.current()
    painter.setPen(QPen(QColor(colors.line), 1))
    painter.setBrush(QColor(colors.neutral_soft))
    painter.drawRect(area)
    if failure:
        words = QCoreApplication.translate("Figure", "This picture cannot be shown.")
        painter.setPen(QColor(colors.text_muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(6, 6, -6, -6), int(flags), words)
