"""What a region shows, small: a click leads to it on its page."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from archivist.ui import theme
from archivist.ui.chips import claims

_HEIGHT = 120  # pixels at most
_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class RegionPicture(QWidget):
    """The pixels of a region, as they stand on its page; nothing while they are not drawn."""

    activated = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Picture of the region"))
        self.setToolTip(self.tr("Click to show the region on its page"))
        self.hide()

    def set_image(self, image: QImage | None) -> None:
        """Shows other pixels, or nothing."""
        self._image = image
        self.setVisible(image is not None)
        self.updateGeometry()
        self.update()

    def image(self) -> QImage | None:
        """Gives what is shown."""
        return self._image

    def hasHeightForWidth(self) -> bool:
        """Says that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Gives the height that the picture needs at a width in pixels."""
        return self._size(width).height() + 2

    def sizeHint(self) -> QSize:
        """Gives a width that the pane decides on, and the height there."""
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pixels at the leading side, framed, and the keyboard's frame."""
        if self._image is None:
            return
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._size(self.width())
        left = self.width() - size.width() - 1 if self.isRightToLeft() else 1
        area = QRectF(left, 1, size.width(), size.height())
        painter.drawImage(area, self._image)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(colors.accent if focused else colors.line), 2 if focused else 1))
        painter.drawRect(area)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keeps Enter and Space from the window's shortcuts."""
        if claims(event, _KEYS):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space show the region on its page."""
        if event.key() in _KEYS:
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Shows the region on its page."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()

    def _size(self, width: int) -> QSize:
        """Gives how large the picture is at a width, in pixels; it is never blown up."""
        if self._image is None:
            return QSize(0, 0)
        ratio = self.devicePixelRatioF()
        own = QSize(round(self._image.width() / ratio), round(self._image.height() / ratio))
        room = QSize(max(width - 2, 1), _HEIGHT)
        if own.width() <= room.width() and own.height() <= room.height():
            return own
        return own.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
