"""Going through suggestions: what the pane lists, and what its keys make of them in the archive."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist import accepting
from archivist.domain.suggestions import Proposal, SuggestionKind
from archivist.finding.version import FINDER_VERSION
from archivist.ui import passages
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.library import Library
from archivist.ui.proposal_forms import ProposalForms
from archivist.ui.reader.model import Suggested
from archivist.ui.review import ReviewPane
from archivist.ui.review.details import detail
from archivist.ui.review.words import label
from archivist.ui.suggesting import Suggesting

_DECIDING = frozenset({"decision", "document", "marker"})  # tables that open or close suggestions


class Reviewing(QObject):
    """Fills the pane and decides; every decision is one step that Undo takes back."""

    count_changed = Signal(int)  # open suggestions of the archive
    opening_requested = Signal()
    closing_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        hub: Hub,
        pane: ReviewPane,
        documents: Documents,
        library: Library,
        suggesting: Suggesting,
    ) -> None:
        super().__init__(window)
        self._hub, self._pane = hub, pane
        self._documents, self._library = documents, library
        self._busy_with = ""  # the title of the document that is being looked through
        pane.chosen.connect(self._show)
        pane.filter_changed.connect(self.fill)
        pane.accept_requested.connect(self.accept)
        pane.accept_everywhere_requested.connect(self.accept_everywhere)
        pane.reject_requested.connect(self.reject)
        forms = ProposalForms(window, hub)
        forms.closed.connect(pane.setFocus)
        pane.edit_requested.connect(forms.edit)
        pane.event_requested.connect(forms.make_event)
        pane.dating_requested.connect(self.date_event)
        pane.stop_requested.connect(suggesting.stop)
        suggesting.found.connect(self._take_found)
        suggesting.progressed.connect(self._take_progress)
        hub.tables_changed.connect(self._take_tables)
        hub.archive_changed.connect(self._take_archive)
        hub.document_chosen.connect(self._take_document)
        documents.reader_added.connect(
            lambda reader: reader.suggestion_clicked.connect(self.go_to_mark)
        )

    def fill(self) -> None:
        """Lists what is open, if the pane is shown."""
        if self._pane.isHidden() or not self._hub.is_open:
            return
        archive, pane = self._hub.archive, self._pane
        everywhere = pane.is_of_all_documents
        document_id = self._hub.document_id
        if not everywhere and document_id is None:
            pane.show_counts({})
            pane.show_proposals([], self._hint())
            return
        scope = None if everywhere else document_id
        pane.show_counts(archive.suggestions.counts(scope))
        pane.show_proposals(archive.suggestions.open(scope, pane.kind_shown), self._hint())

    def go_to_mark(self, mark: Suggested) -> None:
        """Shows the suggestion that a mark in the text stands for."""
        self.opening_requested.emit()
        self._pane.show_all()
        document_id = self._hub.document_id
        for row, each in enumerate(self._pane.model.proposals):
            if (each.document_id, each.kind, each.place) == (document_id, mark.kind, mark.place):
                self._pane.view.choose(row)
                # The mark that was clicked, of several of one name.
                if self._documents.reader is not None:
                    self._documents.reader.show_suggested((mark.start, mark.end))

    def end(self) -> None:
        """Takes the frame off the text."""
        self._show(None)

    # Deciding

    def accept(self, proposals: Sequence[Proposal]) -> None:
        """Accepts suggestions as they are; what needs a person's word is said, and stays."""
        with self._hub.showing_failures():
            accepted = accepting.accept(self._hub.archive, proposals)
            if len(proposals) == 1:
                self._tell(self.tr("Accepted: {what}."), proposals[0])
                return
            told = self.tr("Accepted %n suggestion(s). Ctrl+Z takes them back.", "", accepted.count)
            if accepted.left:
                left = self.tr("%n stay(s) open:", "", len(accepted.left))
                told += f" {left} {accepted.left[0]}"
            self._hub.message_shown.emit(told)

    def accept_everywhere(self, proposal: Proposal) -> None:
        """Accepts a name in every document in which it is open."""
        if proposal.kind is not SuggestionKind.NAME:
            return
        with self._hub.showing_failures():
            archive = self._hub.archive
            alike = archive.suggestions.alike(proposal)
            named = accepting.suggested_actor(archive, proposal)
            accepting.accept_name(archive, alike, named)
            told = self.tr("Accepted “{name}” in %n document(s).", "", len(alike))
            self._hub.message_shown.emit(told.format(name=proposal.value))

    def reject(self, proposal: Proposal, everywhere: bool) -> None:
        """Rejects a suggestion; it does not come back."""
        with self._hub.showing_failures():
            accepting.reject(self._hub.archive, [proposal], everywhere=everywhere)
            self._tell(self.tr("Rejected: {what}."), proposal)

    def date_event(self, proposal: Proposal) -> None:
        """Gives the date to the event that is chosen in the library."""
        event_id = self._chosen_event()
        if proposal.kind is SuggestionKind.DATE and event_id is not None:
            with self._hub.showing_failures():
                accepting.accept_date_of_event(self._hub.archive, proposal, event_id)
                self._tell(self.tr("Accepted: {what}."), proposal)

    # What is shown

    def _show(self, proposal: Proposal | None) -> None:
        """Shows the chosen suggestion in the reader and on the card."""
        if proposal is None or not self._hub.is_open:
            if self._documents.reader is not None:
                self._documents.reader.show_suggested(None)
            return
        archive = self._hub.archive
        with self._hub.showing_failures():
            self._documents.open(proposal.document_id)
            tab = self._documents.tab
            text = passages.text_of(tab, archive, proposal.document_id)
            found = detail(archive, proposal, text, self._chosen_event())
            self._pane.show_detail(found, proposal.kind, writable=self._hub.is_writable)
            if tab is not None and tab.reader is not None:
                tab.leave_place()
                tab.reader.show_suggested((proposal.start, proposal.end))

    def _hint(self) -> str:
        """Says why nothing is listed, and what to do next."""
        if self._busy_with:
            return self.tr("The documents are being looked through; what is found comes up here.")
        archive, pane = self._hub.archive, self._pane
        if not archive.documents.counts():
            return self.tr("Import documents (Ctrl+I); what is found in them comes up here.")
        scope = None if pane.is_of_all_documents else self._hub.document_id
        waiting = archive.suggestions.stale(FINDER_VERSION)
        if scope in waiting or (scope is None and waiting):
            return self.tr(
                "Not looked through to the end: %n document(s). "
                "“Find Suggestions Again” in the menu Tools goes on with it.",
                "",
                len(waiting) if scope is None else 1,
            )
        if pane.kind_shown is not None:
            left = sum(archive.suggestions.counts(scope).values())
            return self.tr(
                "Nothing of this kind is left. Choose “All kinds” above for %n more.", "", left
            )
        left = sum(archive.suggestions.counts().values())
        if left:
            return self.tr(
                "Nothing is left to review here. Choose “All documents” above for %n more.",
                "",
                left,
            )
        return self.tr(
            "Everything has been reviewed. What is found in the documents that you import "
            "– dates, names, statements, figures, citations – comes up here."
        )

    def _chosen_event(self) -> int | None:
        row = self._library.current_row()
        return row.id if row is not None and row.kind == "event" else None

    def _tell(self, sentence: str, proposal: Proposal) -> None:
        what = label(proposal)
        short = what if len(what) <= 60 else what[:59] + "…"
        self._hub.message_shown.emit(
            sentence.format(what=short) + " " + self.tr("Ctrl+Z takes it back.")
        )

    def _count(self) -> None:
        counts = self._hub.archive.suggestions.counts() if self._hub.is_open else {}
        self.count_changed.emit(sum(counts.values()))

    def _take_found(self, document_id: int) -> None:
        self._documents.take_suggestions(document_id)
        self._count()
        self.fill()

    def _take_progress(self, title: str) -> None:
        self._busy_with = title
        told = self.tr("Looking through “{title}” …").format(title=title) if title else ""
        self._pane.show_progress(told)
        if not title:
            self.fill()

    def _take_tables(self, tables: frozenset[str]) -> None:
        if tables & _DECIDING:
            self._count()
            self.fill()

    def _take_archive(self) -> None:
        self._count()
        if self._hub.is_open:
            self.fill()
        else:
            self.closing_requested.emit()

    def _take_document(self, _document_id: int) -> None:
        if not self._pane.is_of_all_documents:
            self.fill()
