"""One picture of a document by itself, as large as it is, to be looked at closely."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.model import Picture
from archivist.ui.reader.picture_service import PictureService

_STEP = 1.25  # of zoom
_LEAST, _MOST = 0.05, 8.0
_SIZE = QSize(900, 680)


class PictureDialog(QDialog):
    """Shows a picture whole at first; plus, minus, 1 and 0 or Ctrl and the wheel change that."""

    save_requested = Signal()

    def __init__(
        self, picture: Picture, words: str, service: PictureService, parent: QWidget | None = None
    ) -> None:
        """`words` are its alternative text."""
        super().__init__(parent)
        self._picture, self._service = picture, service
        self._image: QImage | None = None
        self._zoom: float | None = None  # None: so that all of it is in sight
        title = words or self.tr("Picture")
        self.setWindowTitle(title)
        self.resize(_SIZE)
        self._canvas = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._canvas.setAccessibleName(title)
        self._area = QScrollArea()
        self._area.setWidget(self._canvas)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        kind = picture.media_type.partition("/")[2].upper()
        facts = QLabel(
            self.tr("{width} × {height} pixels · {kind}").format(
                width=picture.width, height=picture.height, kind=kind
            )
        )
        facts.setObjectName("mutedText")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copying = buttons.addButton(self.tr("&Copy"), role)
        self.saving = buttons.addButton(self.tr("&Save As…"), role)
        self.copying.clicked.connect(self._copy)
        self.saving.clicked.connect(self.save_requested)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        for widget in (self._area, facts, buttons):
            column.addWidget(widget, int(widget is self._area))
        service.picture_ready.connect(self._update)
        self._update()

    @property
    def image(self) -> QImage | None:
        """The picture's pixels, once they are there."""
        return self._image

    def zoom(self) -> float:
        """Gives how large the picture is shown; 1.0 is its own size."""
        return self._canvas.width() / max(1, self._picture.width)

    def set_zoom(self, zoom: float | None) -> None:
        """Shows the picture larger or smaller; None shows all of it."""
        self._zoom = None if zoom is None else min(max(zoom, _LEAST), _MOST)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Changes the size by plus and minus; 1 is the picture's own, 0 shows all of it."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.set_zoom(self.zoom() * _STEP)
            case Qt.Key.Key_Minus:
                self.set_zoom(self.zoom() / _STEP)
            case Qt.Key.Key_1:
                self.set_zoom(1.0)
            case Qt.Key.Key_0:
                self.set_zoom(None)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Changes the size with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.set_zoom(self.zoom() * _STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps all of the picture in sight, where nobody chose another size."""
        super().resizeEvent(event)
        self._lay_out()

    def _update(self) -> None:
        self._image = self._service.image(self._picture.sha256, self._picture.width)
        self.copying.setEnabled(self._image is not None)
        if self._image is not None:
            self._canvas.setPixmap(QPixmap.fromImage(self._image))
            self._canvas.setScaledContents(True)
        elif self._service.failure(self._picture.sha256):
            self._canvas.setText(self.tr("This picture cannot be shown."))
        self._lay_out()

    def _lay_out(self) -> None:
        own = QSize(self._picture.width, self._picture.height)
        if self._zoom is not None:
            self._canvas.resize(own * self._zoom)
            return
        room = self._area.viewport().size()
        fits = own.width() <= room.width() and own.height() <= room.height()
        self._canvas.resize(own if fits else own.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))

    def _copy(self) -> None:
        if self._image is not None:
            QGuiApplication.clipboard().setImage(self._image)
