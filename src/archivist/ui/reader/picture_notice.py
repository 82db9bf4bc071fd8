"""The quiet line above pages that are pictures, with the way to their text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from archivist.domain.reading import Page
from archivist.domain.vocabulary import TextSource
from archivist.ui.reader.strip import ElidedLabel, Strip


class PictureNotice(Strip):
    """Says how many pages have no text; it is one line, and closed for as long as one likes."""

    recognition_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureNotice")
        self._label = ElidedLabel(self)
        self.button = QPushButton(self.tr("Recognize text…"), self)
        self.button.setObjectName("noticeButton")
        self.button.setFlat(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self.recognition_requested)
        self._close = QToolButton(self, autoRaise=True)
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self._close.accessibleName())
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 10, 3)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        row.addWidget(self._close)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, "" while nothing is."""
        return "" if self.isHidden() else self._label.text()

    def show_for(self, pages: Sequence[Page], *, has_pictures: bool) -> None:
        """Tells of a document's pages; nothing is said where there are no pictures to look at."""
        without = sum(page.text_source is TextSource.NONE for page in pages)
        total = len(pages)
        if without == total == 1:
            text = self.tr("This page is a picture: its words cannot be selected or found yet.")
        elif without == total:
            text = self.tr("The pages are pictures: their words cannot be selected or found yet.")
        else:
            text = self.tr("%n of the pages are pictures without text.", "", without)
        self._label.setText(text)
        self.button.setAccessibleDescription(text)
        self.setVisible(has_pictures and without > 0)

    def set_writable(self, *, writable: bool) -> None:
        """Offers the way to the text only where it can be kept."""
        self.button.setVisible(writable)
