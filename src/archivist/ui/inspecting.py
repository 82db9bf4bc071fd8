"""Keeps the inspector in step with the chosen excerpt, and carries out each of its wishes."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.domain.dates import UncertainDate
from archivist.domain.errors import NotFoundError
from archivist.domain.vocabulary import AnchorState, ExcerptState, Role, Stance
from archivist.ui import loading
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.inspector import Inspector

_SHOWN = frozenset(
    {"document", "excerpt", "event", "actor", "actor_name", "topic", "citation", "marker", "claim"}
    | {"excerpt_event", "excerpt_actor", "excerpt_topic", "excerpt_citation"}
)


class Inspecting(QObject):
    """One wish, one step; things with forms of their own are asked of others by signals."""

    anchoring_requested = Signal()
    quoting_requested = Signal()
    tag_requested = Signal(int, str)  # excerpt, what the picker's field begins with
    link_requested = Signal(int)  # excerpt
    edit_requested = Signal(str, int)  # kind, id
    show_requested = Signal(str, int)  # kind, id
    claim_creation_requested = Signal(int)  # excerpt
    event_creation_requested = Signal(int, object)  # excerpt, UncertainDate

    def __init__(
        self, window: QWidget, hub: Hub, inspector: Inspector, documents: Documents
    ) -> None:
        super().__init__(window)
        self._hub, self._inspector, self._documents = hub, inspector, documents
        hub.excerpt_chosen.connect(lambda _excerpt_id: self._update())
        hub.tables_changed.connect(self._update_tables)
        hub.document_chosen.connect(lambda _document_id: self._update_region())
        documents.reader_added.connect(
            lambda reader: reader.pages.page_known.connect(self._update_region_on)
        )
        self._connect_to_others()
        self._connect_to_archive()

    def _connect_to_others(self) -> None:
        inspector = self._inspector
        inspector.tag_requested.connect(self.tag_requested)
        inspector.anchoring_requested.connect(self.anchoring_requested)
        inspector.quoting_requested.connect(self.quoting_requested)
        inspector.link_requested.connect(self.link_requested)
        inspector.passage_show_requested.connect(self._documents.show_excerpt)
        inspector.event_creation_requested.connect(self.event_creation_requested)
        inspector.claim_creation_requested.connect(self.claim_creation_requested)
        for kind, signal in (
            ("event", inspector.event_edit_requested),
            ("actor", inspector.actor_edit_requested),
            ("topic", inspector.topic_edit_requested),
            ("citation", inspector.citation_edit_requested),
            ("claim", inspector.claim_edit_requested),
        ):
            signal.connect(lambda thing_id, kind=kind: self.edit_requested.emit(kind, thing_id))
        inspector.event_show_requested.connect(lambda id_: self.show_requested.emit("event", id_))
        inspector.citation_show_requested.connect(
            lambda id_: self.show_requested.emit("citation", id_)
        )

    def _connect_to_archive(self) -> None:
        inspector = self._inspector
        inspector.deletion_requested.connect(self._delete)
        inspector.note_change_requested.connect(self._set_note)
        inspector.state_change_requested.connect(self._set_state)
        inspector.event_untag_requested.connect(self._untag_event)
        inspector.event_date_requested.connect(self._date_event)
        inspector.actor_untag_requested.connect(self._untag_actor)
        inspector.role_change_requested.connect(self._set_role)
        inspector.topic_untag_requested.connect(self._untag_topic)
        inspector.uncite_requested.connect(self._uncite)
        inspector.citation_link_change_requested.connect(self._change_link)
        inspector.claim_deletion_requested.connect(self._delete_claim)

    def _update_tables(self, tables: frozenset[str]) -> None:
        if tables & _SHOWN:
            self._update()

    def _update(self) -> None:
        excerpt_id = self._hub.excerpt_id
        if excerpt_id is None or not self._hub.is_open:
            self._inspector.set_model(None)
            return
        try:
            model = loading.inspector_model(self._hub.archive, excerpt_id)
        except NotFoundError:  # deleted, or its making was undone
            self._hub.choose_excerpt(None)
        else:
            self._inspector.set_model(model)
            self._update_region()

    def _update_region_on(self, page: int) -> None:
        """Shows the chosen region anew, if it is on a page that has become known."""
        model = self._inspector.model
        if model is not None and model.excerpt.anchor.page == page:
            self._update_region()

    def _update_region(self) -> None:
        """Shows the chosen region and its words, as far as its page is known in the reader."""
        model, tab = self._inspector.model, self._documents.tab
        if model is None:
            return
        excerpt = model.excerpt
        box, picture, words = excerpt.anchor.region, None, ""
        is_placed = excerpt.anchor_state is not AnchorState.ORPHANED
        in_front = tab is not None and tab.document_id == excerpt.document_id
        if box is not None and is_placed and in_front and tab is not None and tab.reader:
            picture = tab.reader.pages.picture_of(box)
            words = "" if excerpt.anchor.quote else tab.reader.pages.words_in(box)
        self._inspector.show_region(picture, words)

    def _do(self, deed: Callable[[], None]) -> None:
        """Does one step; where it cannot be done, the inspector shows again what holds."""
        with self._hub.showing_failures():
            deed()
            return
        self._update()

    def _delete(self, excerpt_id: int) -> None:
        self._do(lambda: self._hub.archive.excerpts.delete(excerpt_id))

    def _set_note(self, excerpt_id: int, note: str) -> None:
        self._do(lambda: self._hub.archive.excerpts.set_note(excerpt_id, note))

    def _set_state(self, excerpt_id: int, state: ExcerptState) -> None:
        self._do(lambda: self._hub.archive.excerpts.set_state(excerpt_id, state))

    def _untag_event(self, excerpt_id: int, event_id: int) -> None:
        self._do(lambda: self._hub.archive.links.untag_event(excerpt_id, event_id))

    def _date_event(self, event_id: int, date: UncertainDate) -> None:
        self._do(lambda: self._hub.archive.events.update(event_id, date=date))

    def _untag_actor(self, link_id: int) -> None:
        self._do(lambda: self._hub.archive.links.untag_actor(link_id))

    def _set_role(self, link_id: int, role: Role, stance: Stance | None) -> None:
        self._do(lambda: self._hub.archive.links.set_role(link_id, role, stance))

    def _untag_topic(self, excerpt_id: int, topic_id: int) -> None:
        self._do(lambda: self._hub.archive.links.untag_topic(excerpt_id, topic_id))

    def _uncite(self, link_id: int) -> None:
        self._do(lambda: self._hub.archive.links.uncite(link_id))

    def _change_link(self, link_id: int, fields: Mapping[str, object]) -> None:
        self._do(lambda: self._hub.archive.links.update_citation_link(link_id, **fields))

    def _delete_claim(self, claim_id: int) -> None:
        self._do(lambda: self._hub.archive.claims.delete(claim_id))
