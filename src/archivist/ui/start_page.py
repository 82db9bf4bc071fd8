"""The first page: open the sample collection, start a new archive, open one, or a recent one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCommandLinkButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.appearance import icon

_WIDTH = 560  # pixels of the column in the middle


class StartPage(QWidget):
    """What a window shows while no archive is open."""

    sample_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    recent_requested = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(1)
        column.addLayout(self._head())
        column.addSpacing(14)
        sample = QCommandLinkButton(
            self.tr("Open the sample collection"),
            self.tr("A small archive to look around in, already partly annotated"),
        )
        sample.clicked.connect(self.sample_requested)
        new = QCommandLinkButton(
            self.tr("Start a new archive"),
            self.tr("One file that holds your documents and all work on them"),
        )
        new.clicked.connect(self.new_requested)
        existing = QCommandLinkButton(
            self.tr("Open an archive"), self.tr("A file that ends in .archivist")
        )
        existing.clicked.connect(self.open_requested)
        for choice in (sample, new, existing):
            choice.setObjectName("startChoice")
            choice.setIcon(QIcon())
            column.addWidget(choice)
        column.addSpacing(10)
        self._recent_title = QLabel(self.tr("Opened lately"))
        self._recent_title.setObjectName("mutedText")
        column.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(2)
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.addStretch()
        row.addWidget(middle)
        row.addStretch()
        self._sample = sample
        self.setFocusProxy(self._sample)

    def set_recent(self, archives: Sequence[Path]) -> None:
        """Shows archives opened lately, the last one first; Enter goes on with that one."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(archives))
        self.setFocusProxy(self._sample)
        for path in archives[:5]:
            text = f"{path.stem}   —   {path.parent}"
            room = _WIDTH - 24  # the button's padding
            shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            button = QPushButton(shown.replace("&", "&&"), flat=True)
            button.setObjectName("recentArchive")
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Open {path}").format(path=path))
            button.clicked.connect(lambda _checked, path=path: self.recent_requested.emit(path))
            self._recent.addWidget(button)
            if path == archives[0]:
                self.setFocusProxy(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the choice that has the keyboard, as Space does."""
        choice = self.focusWidget()
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and isinstance(choice, QAbstractButton):
            choice.click()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        symbol = QLabel()
        symbol.setPixmap(icon("archivist").pixmap(QSize(48, 48)))
        title = QLabel("Archivist")
        title.setObjectName("startTitle")
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(symbol)
        head.addWidget(title, 1)
        return head
