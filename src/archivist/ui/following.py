"""What a click on a date or a link in a text does; nothing is ever fetched or opened by itself."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from archivist.domain.dates import Certainty, reading
from archivist.domain.reading import FoundDate
from archivist.ui.dialogs.link import LinkDialog
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.reader import Reader


class Following(QObject):
    """Dates become events; addresses are shown and can be copied."""

    event_creation_requested = Signal(object)  # UncertainDate

    def __init__(self, window: QWidget, hub: Hub, documents: Documents) -> None:
        super().__init__(window)
        self._window, self._hub = window, hub
        documents.reader_added.connect(self._connect_reader)

    def date_menu(self, found: FoundDate) -> QMenu:
        """Makes a date's menu: what it is taken to mean, and a new event on it."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        meaning = reading(found.date)
        if found.date.certainty == Certainty.INFERRED and "inferred" not in meaning:
            meaning = self.tr("{date} (inferred)").format(date=meaning)
        menu.addAction(meaning).setEnabled(False)
        menu.addSeparator()
        create = menu.addAction(
            self.tr("New event on this date…"),
            lambda: self.event_creation_requested.emit(found.date),
        )
        create.setEnabled(self._hub.is_writable)
        return menu

    def show_address(self, address: str) -> None:
        """Shows where a link leads outside; only a person opens it, when the address is seen."""
        dialog = LinkDialog(address, parent=self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect_reader(self, reader: Reader) -> None:
        reader.date_clicked.connect(lambda found: self.date_menu(found).popup(QCursor.pos()))
        reader.link_activated.connect(self.show_address)
