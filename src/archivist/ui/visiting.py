"""Going back to where one was reading: the places left by links, notes, contents and searches."""

from PySide6.QtCore import QObject

from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.reader import Reader

_KEPT = 200  # places, the oldest forgotten first
_Place = tuple[int, int]  # document, code point


class Visiting(QObject):
    """What Back and Forward do."""

    def __init__(self, parent: QObject, hub: Hub, documents: Documents) -> None:
        super().__init__(parent)
        self._hub, self._documents = hub, documents
        self._behind: list[_Place] = []
        self._ahead: list[_Place] = []
        documents.reader_added.connect(self._connect_reader)
        documents.place_left.connect(self._leave)
        hub.archive_changed.connect(self._forget)

    def go_back(self) -> None:
        """Goes back to the place that was left last."""
        self._go(self._behind, self._ahead, self.tr("There is no earlier place to go back to."))

    def go_forward(self) -> None:
        """Goes again to where one came back from."""
        self._go(self._ahead, self._behind, self.tr("There is no later place to go to."))

    def _connect_reader(self, reader: Reader) -> None:
        reader.place_left.connect(self._leave)

    def _leave(self) -> None:
        here = self._here()
        if here is not None and self._behind[-1:] != [here]:
            self._behind.append(here)
            del self._behind[:-_KEPT]
        self._ahead.clear()

    def _go(self, source: list[_Place], other: list[_Place], nowhere: str) -> None:
        here = self._here()
        there = self._hub.archive.documents.counts()
        while source:
            document_id, place = source.pop()
            if document_id not in there or (document_id, place) == here:
                continue
            if here is not None:
                other.append(here)
            self._documents.show_place(document_id, place)
            return
        self._hub.message_shown.emit(nowhere)

    def _here(self) -> _Place | None:
        tab = self._documents.tab
        if tab is None or tab.reader is None:
            return None
        return tab.document_id, tab.reader.place()

    def _forget(self) -> None:
        self._behind.clear()
        self._ahead.clear()
