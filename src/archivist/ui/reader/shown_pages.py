"""Pages as they are shown: turned, in their tone, and where a region of them is on the screen."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from archivist.domain.reading import Page, Rectangle
from archivist.domain.regions import turned
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.page_area import PageArea
from archivist.ui.reader.page_pixels import PagePixels
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.region_painter import area_of
from archivist.ui.reader.tone import PLAIN, Tone, reading_tone, tone_of

LOOK = ("rotation", "brightness", "contrast", "inverted")  # of a view's state
_HEAD = 0.08  # the share of a page that stays above a region in a view without a size
ABOVE = 0.28  # the share of the view that stays above what is shown


class ShownPages(PageArea):
    """Adds to where pages stand how they look; it paints nothing yet."""

    look_changed = Signal()  # pages are turned or toned otherwise

    def __init__(
        self, model: ReaderModel, service: PageService, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, service, parent)
        self._pixels = PagePixels(service)
        self._tone = PLAIN

    def tone(self) -> Tone:
        """Gives how light and strong the pages are shown."""
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        """Shows the pages lighter, darker, stronger or with light and dark exchanged."""
        self._tone = tone
        self.viewport().update()
        self.look_changed.emit()

    def tone_for_page(self) -> None:
        """Makes the ink of the page in sight black and its paper white, as far as it is drawn."""
        drawn = self._service.image(self.page_index() + 1)
        if drawn is not None:
            self.set_tone(replace(reading_tone(drawn), inverted=self._tone.inverted))

    def set_rotation(self, degrees: int) -> None:
        """Turns the pages to so many degrees clockwise: 0, 90, 180 or 270."""
        super().set_rotation(degrees)
        self.look_changed.emit()

    def view_state(self) -> dict[str, Any]:
        """Gives where the view stands and how its pages are shown."""
        return super().view_state() | self._tone.as_state()

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Goes back to where a view stood, pages shown as they were."""
        self.set_tone(tone_of(state))
        super().restore_view_state(state)

    def in_sight(self) -> QRectF:
        """Gives the part of the stack that is in sight."""
        return self._view()

    def has_page(self, number: int) -> bool:
        """Says whether there is a page of this number, from 1."""
        return 1 <= number <= len(self._model.pages)

    def page(self, number: int) -> Page:
        """Gives a page, by its number from 1."""
        return self._model.pages[number - 1]

    def region_area(self, box: Rectangle) -> QRect:
        """Gives the viewport's rectangle of a region, of what is in sight, or an empty one."""
        view = self._view()
        return area_of(self._stack, box).intersected(view).translated(-view.topLeft()).toRect()

    def show_region(self, box: Rectangle) -> None:
        """Brings a region into sight, with some of its page above it."""
        if not self.isVisible():  # it has no size yet: what can be told is where on its page
            page, seen = turned(self.page(box.page), box, self.rotation())
            self._go_back(box.page - 1, max(0.0, seen.top / page.seen_size[1] - _HEAD))
            return
        area, view = area_of(self._stack, box), self._view()
        height = min(area.height(), view.height() / 2)
        if not (view.top() + 8 <= area.top() and area.top() + height <= view.bottom() - 8):
            above = min(view.height() * ABOVE, max(8.0, (view.height() - area.height()) / 2))
            self.verticalScrollBar().setValue(round(area.top() - above))
        if not (view.left() <= area.left() <= view.right()):
            self.horizontalScrollBar().setValue(round(area.left() - view.width() * ABOVE))
        self.viewport().update()

    def picture_of(self, box: Rectangle) -> QImage | None:
        """Gives what is seen in a region as it is shown now, once its page is drawn."""
        drawn = self._pixels.image(box.page, self.rotation(), self._tone)
        if drawn is None:
            return None
        page, seen = turned(self.page(box.page), box, self.rotation())
        width, height = page.seen_size
        across, down = drawn.width() / width, drawn.height() / height
        corner = QPointF(seen.left * across, seen.top * down)
        size = QSizeF((seen.right - seen.left) * across, (seen.bottom - seen.top) * down)
        return drawn.copy(QRectF(corner, size).toAlignedRect())
