"""The Help menu: the sheet of gestures, the log, and what program this is."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from archivist import __version__, paths
from archivist.ui.actions import gestures
from archivist.ui.table_dialog import TableDialog


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


class GesturesSheet(TableDialog):
    """A table made of the same data as the menus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        columns = (
            translate("GesturesSheet", "To"),
            translate("GesturesSheet", "Mouse"),
            translate("GesturesSheet", "Keyboard"),
        )
        title = translate("GesturesSheet", "Gestures")
        super().__init__(parent, title, columns, stretched=(0, 1))
        self.resize(900, 680)
        self.set_rows(list(gestures()))
