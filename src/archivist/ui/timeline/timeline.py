"""The timeline pane: header, filters, the axis, and the tray of what has no date."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.domain.timeline import TimelineFilter, TimelineModel, filtered
from archivist.domain.timeline_index import ItemKind, TimelineIndex
from archivist.ui.timeline import words
from archivist.ui.timeline.axis_view import AxisView
from archivist.ui.timeline.filters import FilterRow, Names
from archivist.ui.timeline.things_list import ThingsList, things_of_items
from archivist.ui.timeline.tray import UndatedTray

_BUTTON_STEP = 1.6  # of zoom
_LIST_SIZE = QSize(340, 300)


class Timeline(QWidget):
    """Shows a model, filtered; what is chosen, dropped or asked for is told by signals.

    A model that is set is shown once the event loop turns, however many were set before; zoom and
    moment stay as they are.
    """

    event_chosen = Signal(int)
    excerpt_chosen = Signal(int)
    citation_chosen = Signal(int)
    passage_requested = Signal(int)  # an excerpt's
    event_edit_requested = Signal(int)  # an undated event that was opened
    excerpt_dropped_on = Signal(int, str, int)  # excerpt, "event" or "citation", its id
    link_requested = Signal(int, str, int)  # the same, by the L key
    filters_changed = Signal(object)  # TimelineFilter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self._model = TimelineModel()
        self._chosen: tuple[ItemKind, int] | None = None
        self._to_choose: tuple[ItemKind, int | None] | None = None  # once the model is shown
        self._excerpt_to_link: int | None = None
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(0)
        self._refresh.timeout.connect(self._show_model)
        self.filters = FilterRow()
        self.axis = AxisView()
        self.axis.setObjectName("timelineAxis")
        self.tray = UndatedTray()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._made_header())
        layout.addWidget(self.axis, 1)
        layout.addWidget(self.tray)
        self.setFocusProxy(self.axis)
        self._connect()
        self._show_model()

    # What the window gives

    def set_model(self, model: TimelineModel) -> None:
        """Shows another model at the next turn of the event loop."""
        self._model = model
        self._refresh.start()

    def set_filters_offered(
        self, events: Names, actors: Names, topics: Names = (), citations: Names = ()
    ) -> None:
        """Sets the ids and names that the filters offer."""
        self.filters.set_offered("event", events)
        self.filters.set_offered("actor", actors)
        self.filters.set_offered("topic", topics)
        self.filters.set_offered("citation", citations)

    def set_document(self, document_id: int | None) -> None:
        """Sets which document “This document” means."""
        self.filters.set_document(document_id)

    def show_documents(self, document_ids: frozenset[int], name: str) -> None:
        """Shows only what some documents tell of, under a name."""
        self.filters.set_documents(document_ids, name)

    def set_search_results(self, excerpt_ids: frozenset[int] | None) -> None:
        """Shows only these excerpts and what they tell of; None shows all again."""
        self.filters.set_filter(replace(self.filters.filter, excerpt_ids=excerpt_ids))

    @property
    def filter(self) -> TimelineFilter:
        """The filter in force."""
        return self.filters.filter

    def set_filter(self, wanted: TimelineFilter) -> None:
        """Puts a filter in force."""
        self.filters.set_filter(wanted)

    def choose(self, kind: str, id_: int | None) -> None:
        """Marks an "event", "excerpt" or "citation" and brings it into view; None marks nothing.

        While a model waits to be shown, so does the choice; and what was chosen before is then
        not scrolled to again, since an edit must not move what somebody is looking at.
        """
        which = ItemKind(kind)
        if which is ItemKind.EXCERPT:
            self._excerpt_to_link = id_
        if self._refresh.isActive():
            self._to_choose = (which, id_)
        else:
            self._choose_now(which, id_)

    def show_all(self) -> None:
        """Zooms so that everything just fits."""
        self._shown_now()
        self.axis.show_all()

    def view_state(self) -> dict[str, float]:
        """Gives zoom and moment, to be remembered."""
        return self.axis.view_state()

    def restore_view_state(self, state: dict[str, float]) -> None:
        """Puts zoom and moment back."""
        self._shown_now()
        self.axis.restore_view_state(state)

    # Own

    def changeEvent(self, event: QEvent) -> None:
        """Shows the model anew in another theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange}:
            self._refresh.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the range from pushing the title out of a narrow pane."""
        super().resizeEvent(event)
        self._update_range(*self.axis.visible_days())

    def _made_header(self) -> QWidget:
        header = QFrame()
        header.setObjectName("timelineHeader")
        self._title = QLabel(self.tr("Timeline"))
        self._title.setObjectName("paneTitle")
        self._range = QLabel()
        self._range.setObjectName("mutedText")
        self._range.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self._title)
        line.addWidget(self._range, 1)
        line.addSpacing(6)
        for name, sign, said, act in (
            ("zoomOut", "−", self.tr("Zoom out (−)"), lambda: self.axis.zoom(1 / _BUTTON_STEP)),
            ("showAll", "▭", self.tr("Show everything (0)"), self.show_all),
            ("zoomIn", "+", self.tr("Zoom in (+)"), lambda: self.axis.zoom(_BUTTON_STEP)),
        ):
            button = QToolButton()
            button.setObjectName(name)
            button.setText(sign)
            button.setAutoRaise(True)
            side = self.fontMetrics().height() + 8
            button.setFixedSize(side, side)
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.clicked.connect(act)
            line.addWidget(button)
        layout = QVBoxLayout(header)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.filters)
        return header

    def _connect(self) -> None:
        self.axis.view_changed.connect(self._update_range)
        self.axis.event_chosen.connect(self.event_chosen)
        self.axis.excerpt_chosen.connect(self.excerpt_chosen)
        self.axis.citation_chosen.connect(self.citation_chosen)
        self.axis.passage_requested.connect(self.passage_requested)
        self.axis.excerpt_dropped_on.connect(self.excerpt_dropped_on)
        self.axis.link_requested.connect(self.link_requested)
        self.axis.list_requested.connect(self._open_list)
        self.tray.excerpt_dropped_on.connect(self.excerpt_dropped_on)
        self._connect_list(self.tray.list)
        self.filters.changed.connect(self.filters_changed)
        self.filters.changed.connect(self._refresh.start)

    def _connect_list(self, things: ThingsList) -> None:
        things.chosen.connect(self._emit_chosen)
        things.opened.connect(self._emit_opened)
        things.link_requested.connect(self._emit_link)

    def _shown_now(self) -> None:
        """Shows a model that is waiting for the event loop, where the answer depends on it."""
        if self._refresh.isActive():
            self._refresh.stop()
            self._show_model()

    def _show_model(self) -> None:
        index = TimelineIndex(filtered(self._model, self.filters.filter))
        stood = self._chosen is not None and self.axis.stands(*self._chosen)
        self.axis.set_empty_text(self._empty_text())
        self.axis.set_index(index)
        self.tray.set_undated(index.undated)
        waiting, self._to_choose = self._to_choose, None
        if waiting is not None and waiting != self._chosen:
            self._choose_now(*waiting)
        elif self._chosen is not None:
            if not stood and self.axis.stands(*self._chosen):
                self._choose_now(*self._chosen)
            else:
                self.tray.select(*self._chosen)

    def _choose_now(self, kind: ItemKind, id_: int | None) -> None:
        self._chosen = None if id_ is None else (kind, id_)
        self.axis.choose(kind, id_)
        self.tray.choose(kind, id_)

    def _empty_text(self) -> str:
        model = self._model
        if self.filters.filter != TimelineFilter() and (model.events or model.excerpts):
            return self.tr("Nothing dated passes the filters. Remove one of the chips above.")
        if model.events:
            return self.tr(
                "Nothing here has a date yet. Open an event in the list below and give it one."
            )
        if model.excerpts:
            return self.tr(
                "Nothing here has a date yet. Choose an excerpt below and tag it (T) with an event "
                "that has one."
            )
        return self.tr(
            "Tag an excerpt with an event, and it appears here: select a passage, press H, then T."
        )

    def _update_range(self, first: float, last: float) -> None:
        text = words.range_text(first, last) if self.axis.index.items else ""
        # A label follows its text's direction where the pane's would be wanted.
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        across = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self._range.setAlignment(across | side)
        others = self._title.sizeHint().width() + 3 * (self.fontMetrics().height() + 10) + 40
        room = max(self.width() - others, 0)
        metrics = self._range.fontMetrics()
        self._range.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._range.setToolTip(text)

    def _open_list(self, first: int, stop: int) -> None:
        """Lists what stands too close together for any zoom to tell it apart."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setFrameShape(QFrame.Shape.StyledPanel)
        heading = QLabel(words.counts_text(self.axis.index.counts(first, stop)))
        heading.setObjectName("paneTitle")
        things = ThingsList()
        things.setAccessibleName(heading.text())
        things.lines.set_things(things_of_items(self.axis.index.items[first:stop]))
        things.setCurrentIndex(things.lines.index(0))
        self._connect_list(things)
        things.opened.connect(popup.close)
        layout = QVBoxLayout(popup)
        layout.addWidget(heading)
        layout.addWidget(things)
        popup.resize(_LIST_SIZE)
        popup.move(self.axis.mapToGlobal(QPoint(20, 20)))
        popup.show()
        things.setFocus()

    def _emit_chosen(self, kind: str, id_: int) -> None:
        signals = {
            ItemKind.EVENT: self.event_chosen,
            ItemKind.EXCERPT: self.excerpt_chosen,
            ItemKind.CITATION: self.citation_chosen,
        }
        if kind == ItemKind.EXCERPT:
            self._excerpt_to_link = id_
        signals[ItemKind(kind)].emit(id_)

    def _emit_opened(self, kind: str, id_: int) -> None:
        self._emit_chosen(kind, id_)
        if kind == ItemKind.EXCERPT:
            self.passage_requested.emit(id_)
        elif kind == ItemKind.EVENT:
            self.event_edit_requested.emit(id_)

    def _emit_link(self, kind: str, id_: int) -> None:
        if self._excerpt_to_link is not None and kind != ItemKind.EXCERPT:
            self.link_requested.emit(self._excerpt_to_link, kind, id_)
