"""The palette of event colors to choose from; each color has a name and is reached by arrows."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from archivist.ui import theme
from archivist.ui.flow_layout import FlowLayout

# In the order of theme.EVENT_PALETTE.
_NAMES = (
    QT_TRANSLATE_NOOP("Swatches", "teal"),
    QT_TRANSLATE_NOOP("Swatches", "violet"),
    QT_TRANSLATE_NOOP("Swatches", "orange"),
    QT_TRANSLATE_NOOP("Swatches", "blue"),
    QT_TRANSLATE_NOOP("Swatches", "ochre"),
    QT_TRANSLATE_NOOP("Swatches", "crimson"),
    QT_TRANSLATE_NOOP("Swatches", "green"),
    QT_TRANSLATE_NOOP("Swatches", "gray"),
)


class _Swatch(QAbstractButton):
    """A disc of a color; the chosen one has a ring and a tick."""

    def __init__(self, color: str, name: str, shown: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.color = color
        self._shown = shown
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(name)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + 10
        label = 0 if self.color else self.fontMetrics().horizontalAdvance(self.text()) + 8
        return QSize(side + label, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.height()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        disc = QRectF(self.width() - side if rtl else 0, 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._shown))
        painter.drawEllipse(disc.adjusted(5, 5, -5, -5))
        if self.isChecked():
            painter.setPen(QPen(QColor(self._shown), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc.adjusted(2, 2, -2, -2))
            painter.setPen(QColor("#000000" if theme.current().dark else "#ffffff"))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), "✓")
        if not self.color:
            painter.setPen(self.palette().windowText().color())
            text = self.rect().adjusted(0 if rtl else side, 0, -side if rtl else 0, 0)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()


class Swatches(QWidget):
    """A choice of color: automatic (""), one of the palette, or the own color it was given."""

    changed = Signal()

    def __init__(self, event_id: int, chosen: str, parent: QWidget | None = None) -> None:
        """Shows the palette; automatic is the color that the event's id gives."""
        super().__init__(parent)
        flow = FlowLayout(self, gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        now = theme.current()
        names = [QCoreApplication.translate("Swatches", str(name)) for name in _NAMES]
        offered = [("", self.tr("automatic"), now.event_color(event_id))]
        offered += [
            (color, name, now.event_color(event_id, color))
            for color, name in zip(theme.EVENT_PALETTE, names, strict=True)
        ]
        if chosen and chosen not in theme.EVENT_PALETTE:
            offered.append((chosen, self.tr("own color {color}").format(color=chosen), chosen))
        self.swatches = [_Swatch(*each, self) for each in offered]
        for swatch in self.swatches:
            flow.addWidget(swatch)
            swatch.setChecked(swatch.color == chosen)
            swatch.toggled.connect(self.changed)

    def value(self) -> str:
        """Gives "" for automatic, else the color as "#rrggbb"."""
        return next((swatch.color for swatch in self.swatches if swatch.isChecked()), "")
