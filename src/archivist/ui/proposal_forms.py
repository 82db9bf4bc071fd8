"""The forms of what suggestions would become: shown before they are accepted, to be corrected.

They are imported when they are first needed, so that the window opens without them.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist import accepting
from archivist.domain.dates import UncertainDate
from archivist.domain.model import Citation, Event
from archivist.domain.suggestions import Proposal, SuggestionKind
from archivist.domain.vocabulary import CitationState
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.forms import open_form
from archivist.ui.hub import Hub


class ProposalForms(QObject):
    """Opens the form that fits a suggestion; OK accepts it as it stands there, in one step."""

    closed = Signal()

    def __init__(self, window: QWidget, hub: Hub) -> None:
        super().__init__(window)
        self._window, self._hub = window, hub

    def edit(self, proposal: Proposal) -> None:
        """Opens the form of what a suggestion would become; OK accepts it as it is there."""
        forms: dict[SuggestionKind, Callable[[Proposal], None]] = {
            SuggestionKind.DATE: self._edit_date,
            SuggestionKind.NAME: self._edit_name,
            SuggestionKind.SOURCE: self._edit_source,
            SuggestionKind.FIGURE: self._edit_figure,
            SuggestionKind.MARKER: self._edit_marker,
            SuggestionKind.REFERENCE: self._edit_reference,
        }
        if self._hub.is_writable:
            with self._hub.showing_failures():
                forms[proposal.kind](proposal)

    def make_event(self, proposal: Proposal) -> None:
        """Opens the form of a new event of this date."""
        if proposal.kind is not SuggestionKind.DATE or not self._hub.is_writable:
            return
        from archivist.ui.dialogs.event import EventDialog

        with self._hub.showing_failures():
            archive = self._hub.archive
            date = accepting.confirmed(accepting.suggested_date(archive, proposal))
            dialog = EventDialog(Event(0, "", "", date=date), archive.events.all(), self._window)
            self._open(
                dialog, lambda event: accepting.accept_date_of_event(archive, proposal, event)
            )

    def _edit_date(self, proposal: Proposal) -> None:
        from archivist.ui.dialogs.suggested import DateDialog

        archive = self._hub.archive
        date = accepting.confirmed(accepting.suggested_date(archive, proposal))
        language = archive.documents.get(proposal.document_id).language

        def keep(corrected: UncertainDate) -> None:
            accepting.accept_date(archive, proposal, corrected)

        self._open(DateDialog(date, language, self._window), keep)

    def _edit_name(self, proposal: Proposal) -> None:
        from archivist.ui.dialogs.suggested import NameDialog

        archive = self._hub.archive
        named = accepting.suggested_actor(archive, proposal, strict=False)
        dialog = NameDialog(
            self.tr("Who is “{name}”?").format(name=proposal.value),
            named,
            archive.actors.all(),
            self._window,
        )
        self._open(dialog, lambda meant: accepting.accept_name(archive, [proposal], meant))

    def _edit_source(self, proposal: Proposal) -> None:
        from archivist.ui.dialogs.suggested import SourceDialog

        archive = self._hub.archive
        dialog = SourceDialog(
            accepting.suggested_actor(archive, proposal, strict=False),
            accepting.suggested_stance(archive, proposal),
            archive.actors.all(),
            self._window,
        )
        self._open(dialog, lambda said: accepting.accept_source(archive, proposal, *said))

    def _edit_figure(self, proposal: Proposal) -> None:
        from archivist.ui.dialogs.claim import ClaimDialog

        archive = self._hub.archive
        around = accepting.Passages(archive, proposal.document_id)
        claim = accepting.suggested_claim(archive, proposal, around)
        events, actors = archive.events.all(), archive.actors.all()
        dialog = ClaimDialog(claim, events, actors, parent=self._window)
        self._open(dialog, lambda filled: accepting.accept_figure(archive, proposal, filled))

    def _edit_marker(self, proposal: Proposal) -> None:
        from archivist.ui.dialogs.suggested import MeaningDialog

        archive = self._hub.archive
        entries = archive.suggestions.open(proposal.document_id, SuggestionKind.REFERENCE)
        dialog = MeaningDialog(proposal.value, archive.citations.all(), entries, self._window)
        self._open(dialog, lambda meant: accepting.accept_marker(archive, proposal, meant))

    def _edit_reference(self, proposal: Proposal) -> None:
        from archivist.ui.dialogs.citation import CitationDialog

        archive = self._hub.archive
        item = accepting.suggested_item(archive, proposal)
        empty = Citation(0, "", "", item, proposal.value, CitationState.PARSED)
        keys = [citation.key for citation in archive.citations.all()]

        def keep(filled: Citation) -> None:
            fields: dict[str, Any] = {
                name: getattr(filled, name) for name in ("item", "raw", "state", "note")
            }
            accepting.accept_reference(archive, proposal, fields | {"key": filled.key or None})

        self._open(CitationDialog(empty, keys, self._window), keep)

    def _open(self, dialog: FormDialog, keep: Callable[[Any], object]) -> None:
        dialog.finished.connect(lambda _result: self.closed.emit())
        open_form(self._hub, dialog, keep)
