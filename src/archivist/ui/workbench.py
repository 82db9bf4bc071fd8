"""What an open archive is worked on with: the panes, and the controllers that connect them to it.

It is made when the first archive is opened, so that the window is on the screen before.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from archivist.ui.annotating import Annotating
from archivist.ui.citing import Citing
from archivist.ui.curating import Curating
from archivist.ui.editing import Editing
from archivist.ui.exporting import Exporting
from archivist.ui.following import Following
from archivist.ui.hub import Hub
from archivist.ui.importing import Importing
from archivist.ui.inspecting import Inspecting
from archivist.ui.jobs import Jobs
from archivist.ui.library_filling import LibraryFilling
from archivist.ui.listing import Listing
from archivist.ui.message_bar import MessageBar
from archivist.ui.outlines import Outlines
from archivist.ui.paging import Paging
from archivist.ui.panes import Panes
from archivist.ui.picturing import Picturing
from archivist.ui.reading import Reading
from archivist.ui.recognizing import Recognizing
from archivist.ui.recognizing_several import RecognizingSeveral
from archivist.ui.replacing import Replacing
from archivist.ui.reviewing import Reviewing
from archivist.ui.search_field import SearchField
from archivist.ui.searching import Searching
from archivist.ui.settings import Settings
from archivist.ui.stepping import Stepping
from archivist.ui.suggesting import Suggesting
from archivist.ui.tag_picker import TagPicker
from archivist.ui.tagging import Tagging
from archivist.ui.timing import Timing
from archivist.ui.tools import Tools
from archivist.ui.visiting import Visiting
from archivist.ui.workspace import Workspace

if TYPE_CHECKING:
    from archivist.importer import Imported


class Workbench(QObject):
    """The panes of one window and everything that works on them."""

    def __init__(
        self,
        window: QMainWindow,
        hub: Hub,
        jobs: Jobs,
        settings: Settings,
        messages: MessageBar,
        search_field: SearchField,
    ) -> None:
        super().__init__(window)
        self._hub, self._settings, self._jobs = hub, settings, jobs
        self.workspace = Workspace(hub)
        self.library = self.workspace.library
        self.documents = documents = self.workspace.documents
        self.timeline = self.workspace.timeline
        self.inspector = self.workspace.inspector
        self.picker = TagPicker(window)
        files = (window, hub, jobs, settings, messages)
        self.importing = Importing(*files)
        self.exporting = Exporting(*files)
        self.replacing = Replacing(*files, self.library)
        self.recognizing = Recognizing(window, hub, jobs, messages, documents)
        self.recognizing_several = RecognizingSeveral(window, hub, jobs, messages, documents)
        self.tools = Tools(*files, documents)
        self.picturing = Picturing(window, settings, documents, self.tools)
        self.stepping = Stepping(window, hub)
        self.outlines = Outlines(self, settings, documents)
        self.panes = Panes(window, self.workspace, self.outlines)
        self.visiting = Visiting(self, hub, documents)
        self.searching = Searching(window, hub, search_field, documents)
        self.filling = LibraryFilling(window, hub, self.library, settings)
        self.listing = Listing(window, hub, self.library, documents)
        self.annotating = Annotating(window, hub, documents)
        self.reading = Reading(window, documents)
        self.paging = Paging(window, hub, documents)
        self.tagging = Tagging(window, hub, documents, self.picker)
        self.citing = Citing(window, hub, documents)
        self.following = Following(window, hub, documents)
        self.editing = Editing(window, hub)
        self.curating = Curating(window, hub, self.library, documents, self.editing)
        self.inspecting = Inspecting(window, hub, self.inspector, documents)
        self.timing = Timing(window, hub, self.timeline, documents)
        self.suggesting = Suggesting(window, hub)
        review = self.workspace.review
        self.reviewing = Reviewing(window, hub, review, documents, self.library, self.suggesting)
        self._connect_wishes()
        self._connect_choices()
        self.workspace.restore(settings)

    def remember_view(self) -> None:
        """Keeps a note that is being typed, and remembers what is open and where it stands."""
        if self._hub.is_open:
            self.inspector.commit_note()
            view = self.documents.view() | {"timeline": self.timeline.view_state()}
            self._settings.set_view(self._hub.archive.path, view)

    def restore_view(self) -> None:
        """Opens what was open in the archive; at the first time, the document that stands first."""
        archive = self._hub.archive
        view = self._settings.view(archive.path)
        documents = archive.documents.all()
        if not view and documents:
            view = {"tabs": [{"document": documents[0].id, "view": {}}]}
        self.documents.restore(view)
        if view.get("timeline"):
            # Once it has been given the archive's model, which is later in this turn.
            QTimer.singleShot(0, self, lambda: self.timeline.restore_view_state(view["timeline"]))

    def clean_up(self) -> None:
        """Ends what would outlive the window; no job runs any more."""
        self.suggesting.close()
        self.importing.run.close_children()
        self.documents.clean_up()

    def show_thing(self, kind: str, thing_id: int) -> None:
        """Goes to an event, actor or citation: in the library, its list and the timeline."""
        self.library.choose(kind, thing_id)
        self.listing.show(kind, thing_id)
        if kind in {"event", "citation"}:
            self.timeline.choose(kind, thing_id)

    def _connect_wishes(self) -> None:
        """Connects what one controller asks of another."""
        self.stepping.about_to_step.connect(self.inspector.commit_note)
        self.annotating.picker_requested.connect(self.tagging.ask)
        self.annotating.markers_link_requested.connect(self.tagging.link_markers)
        self.citing.citation_edit_requested.connect(lambda id_: self.editing.edit("citation", id_))
        self.citing.citation_choice_requested.connect(self.tagging.choose_citation_of)
        self.following.event_creation_requested.connect(self.editing.new_event)
        inspecting = self.inspecting
        inspecting.tag_requested.connect(self.tagging.tag_excerpt)
        inspecting.link_requested.connect(self.tagging.link_excerpt)
        inspecting.edit_requested.connect(self.editing.edit)
        inspecting.claim_creation_requested.connect(self.editing.new_claim)
        inspecting.event_creation_requested.connect(
            lambda excerpt_id, date: self.editing.new_event(date, excerpt_id)
        )
        self.listing.edit_requested.connect(self.editing.edit)
        self.timing.edit_requested.connect(self.editing.edit)
        self.documents.view_changed.connect(self.remember_view)
        self.importing.run.password_known.connect(self.documents.keep_password)
        self.replacing.password_known.connect(self.documents.keep_password)
        self.recognizing.password_known.connect(self.documents.keep_password)
        self.curating.timeline_requested.connect(self.timeline.show_documents)
        # Ids mean nothing in another archive.
        self._hub.archive_changed.connect(lambda: self.timeline.show_documents(frozenset(), ""))
        self._hub.archive_changed.connect(lambda: self.timeline.set_search_results(None))
        self.curating.recognition_requested.connect(self.recognizing_several.ask)
        self.curating.replacement_requested.connect(self.replacing.ask_for)
        inspecting.anchoring_requested.connect(self.annotating.anchor_here)
        inspecting.quoting_requested.connect(self.annotating.quote_words)
        self.importing.finished.connect(self._open_imported)
        review = self.workspace.review
        review.closed.connect(self.panes.close_review)
        review.left.connect(self.panes.focus_reader)
        self.reviewing.opening_requested.connect(self.panes.open_review)
        self.reviewing.closing_requested.connect(self.panes.close_review)
        self.panes.changed.connect(self._take_panes)

    def _connect_choices(self) -> None:
        """Keeps what is chosen in step between the panes."""
        self.inspecting.show_requested.connect(self.show_thing)
        self.searching.thing_requested.connect(self.show_thing)
        self.searching.timeline_requested.connect(self._show_found)
        self.listing.thing_shown.connect(self._show_on_timeline)
        self.timing.thing_chosen.connect(self.listing.show)
        self.timing.shown_changed.connect(self.exporting.set_shown)

    def _show_on_timeline(self, kind: str, thing_id: int) -> None:
        if kind in {"event", "citation"}:
            self.timeline.choose(kind, thing_id)

    def _show_found(self, excerpt_ids: frozenset[int]) -> None:
        self.timeline.set_search_results(excerpt_ids)
        self.panes.focus_timeline()

    def _take_panes(self) -> None:
        """Fills the review when it is shown, and takes its frame off the text when it is not."""
        if self.workspace.review.isHidden():
            self.reviewing.end()
        else:
            self.reviewing.fill()

    def _open_imported(self, results: "Sequence[Imported]") -> None:
        """Opens what was imported, where it was one document or none is open yet."""
        imported = [item.document_id for item in results if item.document_id is not None]
        if imported and (len(results) == 1 or self._hub.document_id is None):
            self.documents.open(imported[0])
