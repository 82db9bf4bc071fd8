"""The axis as a scrolled area: its zoom, the moment at its top, and the rows laid out for them."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archivist.domain.axis import Scale, fitting, scaled
from archivist.domain.timeline import TimelineModel
from archivist.domain.timeline_index import Item, ItemKind, TimelineIndex
from archivist.domain.timeline_layout import Layout
from archivist.ui.timeline.blocks import Composer, Fonts
from archivist.ui.timeline.frame import Frame, Geometry

_LONGEST_SCROLLBAR = 1_000_000_000  # Qt counts scrollbars in 32 bits
_LOWEST = 220  # pixels of the axis where all of it fits
_LINE = 48  # pixels that an arrow of the scrollbar moves


class ScrolledAxis(QAbstractScrollArea):
    """Holds zoom and moment; `view_changed` tells the first and last moment visible."""

    view_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMinimumSize(220, 120)
        self.index = TimelineIndex(TimelineModel())
        self._chosen: tuple[ItemKind, int] | None = None
        self._top = 0.0  # pixel of the axis at the viewport's top
        self._per_day = 0.0  # 0: all of it just fits
        self._unit = 1.0  # pixels of the axis in a step of the scrollbar
        self._following = False
        self._geometry: Geometry | None = None
        self._composer: Composer | None = None
        self._layout: Layout | None = None
        self._frame: Frame | None = None

    @property
    def per_day(self) -> float:
        """The zoom: pixels a day has on the unstretched axis."""
        return self.layout_now().scale.per_day

    def visible_days(self) -> tuple[float, float]:
        """Gives the first and the last moment on screen."""
        layout = self.layout_now()
        return layout.day(self._top), layout.day(self._top + self.viewport().height())

    def show_all(self) -> None:
        """Zooms so that everything just fits, and keeps it so while the pane is resized."""
        self._per_day = 0.0
        self._forget_layout()
        self._scroll_to(0.0)

    def zoom(self, factor: float, y: float | None = None) -> None:
        """Zooms by a factor about a pixel of the viewport, or about its middle."""
        at = self.viewport().height() / 2 if y is None else y
        moment = self.layout_now().day(self._top + at)
        self._per_day = self._scaled(self.per_day * factor).per_day
        self._forget_layout()
        self._scroll_to(self.layout_now().y(moment) - at)

    def show_days(self, first: float, last: float) -> bool:
        """Zooms so that these days fill the viewport; says whether that was any nearer."""
        before, height = self.per_day, self.viewport().height()
        air = max((last - first) * 0.1, 0.5)
        self._per_day = self._scaled(height / (last - first + 2 * air)).per_day
        self._forget_layout()
        layout = self.layout_now()
        middle = (layout.y(first) + layout.y(last)) / 2
        self._scroll_to(middle - height / 2)
        return self._per_day > before * 1.2

    def view_state(self) -> dict[str, float]:
        """Gives zoom and moment, to be remembered."""
        return {"per_day": self._per_day, "moment": self.layout_now().day(self._top)}

    def restore_view_state(self, state: dict[str, float]) -> None:
        """Puts zoom and moment back; what is missing stays as it is."""
        self._per_day = float(state.get("per_day", self._per_day))
        self._forget_layout()
        moment = state.get("moment")
        if moment is not None and self._per_day:
            self._scroll_to(self.layout_now().y(float(moment)))

    def scroll_by(self, pixels: float) -> None:
        """Moves down the axis by some pixels."""
        self._scroll_to(self._top + pixels)

    def layout_now(self) -> Layout:
        """Gives the rows at the present zoom."""
        if self._layout is None:
            height = self.viewport().height()
            pinned = self._place_of(*self._chosen) if self._chosen else None
            slack = max(0.75 * height, 100.0)
            self._layout = Layout(
                self.index, self._scaled(self._per_day), self.composer(), slack=slack, pinned=pinned
            )
        return self._layout

    def composer(self) -> Composer:
        """Gives what measures and composes rows for the present width and font."""
        if self._composer is None:
            self._composer = Composer(Fonts.of(self.font()), self.geometry_now().text_width)
        return self._composer

    def geometry_now(self) -> Geometry:
        """Gives the columns of the present width."""
        if self._geometry is None:
            self._geometry = Geometry.of(
                Fonts.of(self.font()),
                self.viewport().width(),
                self.index.lanes,
                right_to_left=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
            )
        return self._geometry

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the moment at the top, or everything in view where all of it was."""
        moment = self._layout.day(self._top) if self._layout else None
        if event.size().width() != event.oldSize().width():
            self._forget_measures()
        self._forget_layout()
        keep = self._per_day and moment is not None
        self._scroll_to(self.layout_now().y(moment) if keep and moment is not None else 0.0)

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when font, direction or theme change."""
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.FontChange,
            QEvent.Type.LayoutDirectionChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.LocaleChange,
        }:
            self._forget_measures()
            self.viewport().update()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Follows the scrollbar."""
        if not self._following:
            self._scroll_to(self.verticalScrollBar().value() * self._unit)

    def _scaled(self, per_day: float) -> Scale:
        # What is chosen and the clusters around it need some room; a lower pane is scrolled.
        height = max(self.viewport().height(), _LOWEST)
        whole = fitting(self.index.first, self.index.last, height)
        if not per_day:
            return whole
        first, last = self.index.first, self.index.last + 1
        # Near enough, two percent of centuries would be screens of nothing at both ends.
        air = min(max((last - first) * 0.02, 1.0), max(height / per_day * 0.1, 0.5))
        return scaled(first - air, last + air, per_day, height)

    def _forget_measures(self) -> None:
        self._geometry = None
        self._composer = None
        self._forget_layout()

    def _forget_layout(self) -> None:
        self._layout = None
        self._frame = None

    def _scroll_to(self, top: float) -> None:
        height, viewport = self.layout_now().scale.height, self.viewport().height()
        furthest = max(height - viewport, 0.0)
        self._top = min(max(top, 0.0), furthest)
        self._unit = max(1.0, height / _LONGEST_SCROLLBAR)
        self._frame = None
        bar = self.verticalScrollBar()
        self._following = True
        bar.setRange(0, ceil(furthest / self._unit - 1e-3))
        bar.setPageStep(max(int(viewport / self._unit), 1))
        bar.setSingleStep(max(int(_LINE / self._unit), 1))
        at_end = self._top >= furthest
        bar.setValue(bar.maximum() if at_end else int(self._top / self._unit))
        self._following = False
        self.viewport().update()
        self.view_changed.emit(*self.visible_days())

    def _place_of(self, kind: ItemKind, id_: int) -> tuple[int, int | None] | None:
        place = self.index.place(kind, id_)
        if place is None:
            return None
        item = self.index.items[place]
        if kind is not ItemKind.EXCERPT or item.kind is ItemKind.EXCERPT:
            return place, None
        return place, _position(item, id_)


def _position(item: Item, excerpt_id: int) -> int:
    return next(at for at, excerpt in enumerate(item.excerpts) if excerpt.id == excerpt_id)
