"""The Help menu: the sheet of gestures, the log, and what program this is."""

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archivist import __version__, paths
from archivist.ui.actions import gestures


class Help(QObject):
    """Opens what explains the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def show_gestures(self) -> None:
        """Shows what can be done, with the mouse and with keys."""
        GesturesSheet(self._window).open()

    def open_log(self) -> None:
        """Opens the file that unexpected errors are written to."""
        file = paths.log_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def show_about(self) -> None:
        """Says what program this is, and of what it is made."""
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About Archivist"))
        box.setIconPixmap(self._window.windowIcon().pixmap(48, 48))
        box.setText(f"<b>Archivist {__version__}</b>")
        box.setInformativeText(
            self.tr(
                "Highlight passages, tag them by event and actor, tie them to citations and "
                "uncertain dates, export the evidence. It works offline, takes no side, and "
                "keeps every step."
            )
        )
        box.open()


class GesturesSheet(QDialog):
    """A table made of the same data as the menus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Gestures"))
        self.resize(880, 640)
        lines = list(gestures())
        self.table = QTableWidget(len(lines), 3)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels([self.tr("To"), self.tr("Mouse"), self.tr("Keyboard")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, cells in enumerate(lines):
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        self.table.resizeRowsToContents()
