"""Keeps the timeline in step with the archive and the chosen excerpt, and links what is dropped."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from archivist.archive.selection import ALL, Selection
from archivist.domain.timeline import TimelineFilter, TimelineModel, filtered
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.naming import citation_name
from archivist.ui.timeline import Timeline
from archivist.ui.timeline_kept import KeptTimeline

_SHOWN = frozenset(
    {"document", "excerpt", "event", "actor", "topic", "citation", "marker", "claim", "found_date"}
    | {"excerpt_event", "excerpt_actor", "excerpt_topic", "excerpt_citation"}
)
_OFFERED = frozenset({"event", "actor", "topic", "citation"})


class Timing(QObject):
    """The way between timeline and archive; `shown` is what an export of what is shown takes."""

    shown_changed = Signal(object)  # Selection
    thing_chosen = Signal(str, int)  # kind, id
    edit_requested = Signal(str, int)  # kind, id

    def __init__(self, window: QWidget, hub: Hub, timeline: Timeline, documents: Documents) -> None:
        super().__init__(window)
        self._hub, self._timeline, self._documents = hub, timeline, documents
        self._kept: KeptTimeline | None = None
        self._filter = TimelineFilter()
        hub.archive_changed.connect(self._show_archive)
        hub.tables_changed.connect(self._update_tables)
        hub.excerpt_chosen.connect(self._show_excerpt)
        hub.document_chosen.connect(lambda id_: timeline.set_document(id_ or None))
        timeline.excerpt_chosen.connect(documents.show_excerpt)
        timeline.passage_requested.connect(self._go_to_passage)
        timeline.event_edit_requested.connect(lambda id_: self.edit_requested.emit("event", id_))
        timeline.event_chosen.connect(lambda id_: self.thing_chosen.emit("event", id_))
        timeline.citation_chosen.connect(lambda id_: self.thing_chosen.emit("citation", id_))
        timeline.excerpt_dropped_on.connect(self.link)
        timeline.link_requested.connect(self.link)
        timeline.filters_changed.connect(self._take_filter)

    def link(self, excerpt_id: int, kind: str, thing_id: int) -> None:
        """Tags an excerpt with an event, or links it to a citation."""
        if not self._hub.is_writable:
            return
        with self._hub.showing_failures():
            archive = self._hub.archive
            if kind == "event":
                archive.links.tag_event(excerpt_id, thing_id)
            else:
                archive.links.cite(excerpt_id, thing_id)
            self._hub.tell_now()
            self._hub.choose_excerpt(excerpt_id)

    def _show_archive(self) -> None:
        if not self._hub.is_open:
            self._kept = None
            self._timeline.set_model(TimelineModel())
            return
        self._kept = KeptTimeline(self._hub.archive)
        self._offer_filters()
        self._show()

    def _update_tables(self, tables: frozenset[str]) -> None:
        if self._kept is None or not tables & _SHOWN:
            return
        self._kept.update()
        if tables & _OFFERED:
            self._offer_filters()
        self._show()

    def _offer_filters(self) -> None:
        archive = self._hub.archive
        self._timeline.set_filters_offered(
            events=[(event.id, event.name) for event in archive.events.all()],
            actors=[(actor.id, actor.name) for actor in archive.actors.all()],
            topics=[(topic.id, topic.name) for topic in archive.topics.all()],
            citations=[(item.id, citation_name(item)) for item in archive.citations.all()],
        )

    def _show(self) -> None:
        if self._kept is not None:
            self._timeline.set_model(self._kept.model)
            self._show_excerpt(self._hub.excerpt_id)
            self._tell_shown()

    def _go_to_passage(self, excerpt_id: int) -> None:
        self._documents.show_excerpt(excerpt_id)
        reader = self._documents.reader
        if reader is not None:
            reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_excerpt(self, excerpt_id: int | None) -> None:
        self._timeline.choose("excerpt", excerpt_id)

    def _take_filter(self, wanted: TimelineFilter) -> None:
        self._filter = wanted
        self._tell_shown()

    def _tell_shown(self) -> None:
        asks = self._filter.asks_of_excerpts or bool(self._filter.events)
        if self._kept is None or not asks:
            self.shown_changed.emit(ALL)
            return
        shown = filtered(self._kept.model, self._filter).excerpts
        ids = frozenset(excerpt.id for excerpt in shown)
        self.shown_changed.emit(Selection(excerpt_ids=ids))
