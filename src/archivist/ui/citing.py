"""What a click on a marker does: link the chosen excerpt it follows, else say what it means."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from archivist.archive.archive import Archive
from archivist.domain.model import Marker
from archivist.domain.vocabulary import LinkOrigin, MarkerKind
from archivist.finding.supporting import supported_passage
from archivist.ui import passages
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.naming import citation_name
from archivist.ui.passages import Passage
from archivist.ui.reader import Reader


class Citing(QObject):
    """Markers: linking, opening and choosing what a label means in its whole document."""

    citation_edit_requested = Signal(int)
    citation_choice_requested = Signal(object)  # Marker, whose label is to mean another citation

    def __init__(self, window: QWidget, hub: Hub, documents: Documents) -> None:
        super().__init__(window)
        self._window, self._hub, self._documents = window, hub, documents
        documents.reader_added.connect(self._connect_reader)

    def take_marker(self, marker: Marker) -> None:
        """Links the chosen excerpt where the marker follows it, else opens the marker's menu."""
        if marker.kind == MarkerKind.FLAG:
            self._hub.message_shown.emit(
                self.tr("[{label}] is a flag, not a citation; it stands in the to-do list.").format(
                    label=marker.label
                )
            )
        elif not (self._hub.is_writable and self._follows_chosen(marker) and self._link(marker)):
            reader = self._documents.reader
            if reader is not None and marker.target is not None and reader.leads_to_note(marker):
                reader.follow(marker.target)
            else:
                self.open_menu(marker)

    def open_menu(self, marker: Marker) -> None:
        """Opens a marker's menu beside it, or at the pointer where it is out of sight."""
        reader = self._documents.reader
        area = reader.passage_rectangle(marker.start, marker.end) if reader is not None else None
        self.menu(marker).popup(QCursor.pos() if area is None else area.bottomLeft())

    def menu(self, marker: Marker) -> QMenu:
        """Makes a marker's menu: what its label means, and what can be done about it."""
        archive = self._hub.archive
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        citation_id = archive.markers.citation_for(marker.id, create=False)
        meaning = (
            citation_name(archive.citations.get(citation_id), marker.label)
            if citation_id is not None
            else self.tr("[{label}] leads to no citation yet").format(label=marker.label)
        )
        menu.addAction(meaning).setEnabled(False)
        menu.addSeparator()
        if marker.target is not None:
            menu.addAction(self.tr("Go to its reference"), lambda: self._go_to(marker))
        if self._hub.excerpt_id is not None and self._hub.is_writable:
            name = archive.excerpts.get(self._hub.excerpt_id).name
            text = self.tr("Link excerpt {name} to it").format(name=name)
            menu.addAction(text, lambda: self._link(marker))
        if self._hub.is_writable:
            text = (
                self.tr("Edit citation…") if citation_id is not None else self.tr("New citation…")
            )
            if marker.kind is not MarkerKind.FLAG and self._supported(marker) is not None:
                menu.addAction(
                    self.tr("Highlight what it supports"),
                    lambda: self.highlight_supported(marker),
                )
            menu.addAction(text, lambda: self._edit(marker))
            menu.addAction(
                self.tr("Choose its citation…"),
                lambda: self.citation_choice_requested.emit(marker),
            )
        return menu

    def highlight_supported(self, marker: Marker) -> None:
        """Makes an excerpt of the passage that a marker supports, linked to what it cites."""
        place = self._supported(marker)
        if place is None or not self._hub.is_writable:
            return
        archive = self._hub.archive
        passage = passages.known(archive, Passage(marker.document_id, *place))
        with self._hub.showing_failures():
            text = self._text(marker.document_id)
            name = self.tr("Highlight what [{label}] supports").format(label=marker.label)
            with archive.step(name):
                pages = archive.documents.pages(marker.document_id)
                excerpt_id = passages.keep(archive, passage, text, pages)
                _cite(archive, excerpt_id, marker)
            self._hub.tell_now()
            self._hub.choose_excerpt(excerpt_id)

    def _supported(self, marker: Marker) -> tuple[int, int] | None:
        archive = self._hub.archive
        return supported_passage(
            self._text(marker.document_id),
            marker,
            archive.documents.blocks(marker.document_id),
            archive.markers.in_document(marker.document_id),
        )

    def _text(self, document_id: int) -> str:
        return passages.text_of(self._documents.tab, self._hub.archive, document_id)

    def _connect_reader(self, reader: Reader) -> None:
        reader.marker_clicked.connect(self.take_marker)
        reader.marker_menu_requested.connect(self.open_menu)

    def _follows_chosen(self, marker: Marker) -> bool:
        chosen = passages.chosen(self._hub)
        if chosen is None or chosen.document_id != marker.document_id:
            return False
        if chosen.start == chosen.end:  # nobody knows what follows an orphaned passage
            return False
        following = self._hub.archive.markers.following(
            chosen.document_id, chosen.end, start=chosen.start
        )
        return marker.id in {other.id for other in following}

    def _link(self, marker: Marker) -> bool:
        """Links the chosen excerpt; False where it was linked before."""
        excerpt_id = self._hub.excerpt_id
        if excerpt_id is None:
            return False
        with self._hub.showing_failures():
            archive = self._hub.archive
            linked = archive.excerpts.tags([excerpt_id]).citations.get(excerpt_id, [])
            known = archive.markers.citation_for(marker.id, create=False)
            if known in {citation.id for citation, _ in linked}:
                return False
            with archive.step(self.tr("Link excerpt to [{label}]").format(label=marker.label)):
                _cite(archive, excerpt_id, marker)
            name = archive.excerpts.get(excerpt_id).name
            self._hub.message_shown.emit(
                self.tr("Linked {name} to [{label}].").format(name=name, label=marker.label)
            )
        return True

    def _edit(self, marker: Marker) -> None:
        with self._hub.showing_failures():
            citation_id = self._hub.archive.markers.citation_for(marker.id)
            if citation_id is not None:
                self.citation_edit_requested.emit(citation_id)

    def _go_to(self, marker: Marker) -> None:
        if marker.target is not None:
            self._documents.show_range(marker.document_id, marker.target, marker.target)


def _cite(archive: Archive, excerpt_id: int, marker: Marker) -> None:
    """Links an excerpt to what a marker stands for, at the place in it that the marker names."""
    citation_id = archive.markers.citation_for(marker.id)
    if citation_id is not None:
        archive.links.cite(
            excerpt_id, citation_id, locator=marker.locator, origin=LinkOrigin.MARKER
        )
