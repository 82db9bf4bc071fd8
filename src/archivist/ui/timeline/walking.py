"""The timeline's axis walked through with the keyboard, and told to a screen reader."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget

from archivist.domain.timeline_index import ItemKind
from archivist.ui.timeline import words
from archivist.ui.timeline.canvas import AxisCanvas
from archivist.ui.timeline.frame import Target, targets_of

KEY_STEP = 1.6  # of zoom, for a key or a double click


class WalkedAxis(AxisCanvas):
    """The axis with a place for the keyboard.

    What is only painted has no accessible objects of its own, and Qt for Python does not keep
    made-up ones alive. So the view itself is what a screen reader sees: its name says the whole
    sentence of the item the keyboard is at, and each move is announced.
    """

    event_chosen = Signal(int)
    excerpt_chosen = Signal(int)
    citation_chosen = Signal(int)
    passage_requested = Signal(int)
    list_requested = Signal(int, int)  # the places whose things cannot be told apart by zooming
    link_requested = Signal(int, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._excerpt_to_link: int | None = None
        self._announce("")

    def choose(self, kind: ItemKind, id_: int | None) -> None:
        """Marks a thing as chosen; the excerpt chosen last is what the L key links."""
        super().choose(kind, id_)
        if kind is ItemKind.EXCERPT:
            self._excerpt_to_link = id_
        self._announce(self._sentence(self.focus_target()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks in the order of time, zooms, chooses and links."""
        key = event.key()
        target = self.focus_target()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            inwards = (key == Qt.Key.Key_Right) != mirrored
            if inwards:
                self._nearer(target)
            else:
                self._zoom_about_focus(1 / KEY_STEP)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._zoom_about_focus(KEY_STEP)
        elif key == Qt.Key.Key_Minus:
            self._zoom_about_focus(1 / KEY_STEP)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._walk_to_end(last=key == Qt.Key.Key_End)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            page = self.viewport().height() * 0.85
            self.scroll_by(page if key == Qt.Key.Key_PageDown else -page)
        elif target and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if target.kind == "cluster":
                self._nearer(target)
            else:
                self._open(target)
        elif target and key == Qt.Key.Key_Space:
            self._choose(target)
        elif target and key == Qt.Key.Key_L and target.kind in {"event", "citation"}:
            self._link(target)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Puts the keyboard at the first thing in view when it comes for the first time."""
        super().focusInEvent(event)
        if self._place is None and self.frame_now().placed:
            target = self.frame_now().placed[0].target
            self._place = (target.place, target.position)
        self._announce(self._sentence(self.focus_target()))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Own

    def _go_to(self, target: Target) -> None:
        self._place = (target.place, target.position)
        self.show_place(self._place)
        self._announce(self._sentence(self.focus_target()))

    def _choose(self, target: Target) -> None:
        if target.kind == "excerpt":
            self._excerpt_to_link = target.id
            self.excerpt_chosen.emit(target.id)
        elif target.kind == "event":
            self.event_chosen.emit(target.id)
        elif target.kind == "citation":
            self.citation_chosen.emit(target.id)

    def _open(self, target: Target) -> None:
        self._choose(target)
        if target.kind == "excerpt":
            self.passage_requested.emit(target.id)

    def _link(self, target: Target) -> None:
        if self._excerpt_to_link is not None:
            self.link_requested.emit(self._excerpt_to_link, target.kind, target.id)
        else:
            self._announce(self.tr("Choose an excerpt first, then link it here with L."))

    def _walk(self, step: int) -> None:
        """Moves the keyboard to the next or the previous thing in time."""
        target = self.focus_target()
        items = self.index.items
        if target is None:
            if items:
                here = self.index.between(*self.visible_days())[0]
                row = self.layout_now().row_of(min(here, len(items) - 1))
                self._go_to(targets_of(self.layout_now(), row)[0])
            return
        layout = self.layout_now()
        row = layout.row_of(target.place)
        targets = targets_of(layout, row)
        at = targets.index(target) + step
        if 0 <= at < len(targets):
            self._go_to(targets[at])
        elif step > 0 and row.stop < len(items):
            self._go_to(targets_of(layout, layout.row_of(row.stop))[0])
        elif step < 0 and row.first > 0:
            self._go_to(targets_of(layout, layout.row_of(row.first - 1))[-1])

    def _walk_to_end(self, *, last: bool) -> None:
        if self.index.items:
            layout = self.layout_now()
            row = layout.row_of(len(self.index.items) - 1 if last else 0)
            self._go_to(targets_of(layout, row)[-1 if last else 0])

    def _nearer(self, target: Target | None) -> None:
        if target is not None and target.kind in {"cluster", "event"}:
            self._zoom_into(target)
        else:
            self._zoom_about_focus(KEY_STEP)

    def _zoom_about_focus(self, factor: float) -> None:
        rect = self._rect_of(self._place) if self.focus_target() and self._place else None
        seen = rect is not None and 0 <= rect[0] <= self.viewport().height()
        self.zoom(factor, rect[0] if rect and seen else None)
        if self._place is not None and seen:
            self.show_place(self._place)
        self._announce(self._sentence(self.focus_target()))

    def _zoom_into(self, target: Target) -> None:
        """Opens a cluster or an event by zooming, or by a list where no zoom tells it apart."""
        layout = self.layout_now()
        row = layout.row_of(target.place)
        items = self.index.items
        first = self.index.days[row.first]
        last = max(self.index.days[row.stop - 1], items[row.stop - 1].span.last)
        if not row.is_cluster and len(row.shown) == len(items[row.first].excerpts):
            return
        nearer = self.show_days(first, max(last, first) + 1)
        if not nearer:
            after = self.layout_now().row_of(row.first)
            if (after.first, after.stop, after.shown) == (row.first, row.stop, row.shown):
                self.list_requested.emit(row.first, row.stop)
        self._place = (row.first, None)
        self.show_place(self._place)
        self._announce(self._sentence(self.focus_target()))

    def _sentence(self, target: Target | None) -> str:
        if target is None:
            return ""
        if target.kind == "cluster":
            row = self.layout_now().row_of(target.place)
            days = self.index.days
            counts = self.index.counts(row.first, row.stop)
            return words.cluster_sentence(counts, days[row.first], days[row.stop - 1])
        item = self.index.items[target.place]
        if target.position is not None:
            return words.excerpt_sentence(item.excerpts[target.position])
        return words.item_sentence(item)

    def _announce(self, sentence: str) -> None:
        name = self.tr("Timeline")
        self.setAccessibleName(f"{name}: {sentence}" if sentence else name)
        self.setAccessibleDescription(
            self.tr("Up and Down walk in time, plus and minus zoom, Enter goes to the passage")
        )
        if sentence and self.hasFocus():
            changed = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(changed)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
