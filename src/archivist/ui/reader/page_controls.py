"""What a person does to the pages of one reader: turn, fit and tone them, and mark regions."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from archivist.domain.reading import Rectangle
from archivist.ui.reader.header import Header
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.page_stack import Fit
from archivist.ui.reader.page_view import PageView
from archivist.ui.reader.tone import Tone
from archivist.ui.reader.tone_popup import TonePopup


class PageControls(QObject):
    """Stands between the line above the pages and the view of them, where there is one.

    What is wished says whether it could be done: that needs pages, and most of it pages in sight.
    """

    region_wanted = Signal()  # the region that is drawn is to become an excerpt
    region_change_requested = Signal(int, object)  # excerpt, Rectangle
    page_known = Signal(int)  # a page (from 1) is drawn or looks otherwise, or its text is known

    def __init__(self, header: Header, parent: QWidget) -> None:
        super().__init__(parent)
        self._header = header
        self._view: PageView | None = None
        self._is_shown = False
        self._popup = TonePopup(parent)
        self._popup.tone_chosen.connect(self._set_tone)
        self._popup.tone_for_page_requested.connect(self._tone_for_page)
        header.turn_requested.connect(lambda: self.turn(90))
        header.fit_chosen.connect(lambda name: self.fit(Fit(name)))
        header.tone_requested.connect(self.open_tone)

    def set_view(self, view: PageView, service: PageService) -> None:
        """Takes a reader's pages."""
        self._view = view
        view.regions.wanted.connect(self.region_wanted)
        view.regions.change_requested.connect(self.region_change_requested)
        view.look_changed.connect(self._tell_look)
        service.page_ready.connect(self.page_known)
        service.layout_ready.connect(self.page_known)

    def drop_view(self) -> None:
        """Forgets the pages."""
        self._view = None

    def set_shown(self, *, shown: bool) -> None:
        """Says whether the pages are in sight, or the text is."""
        self._is_shown = shown

    def turn(self, degrees: int) -> bool:
        """Turns the pages clockwise as they are shown."""
        view = self._seen()
        if view is not None:
            view.set_rotation(view.rotation() + degrees)
        return view is not None

    def fit(self, fit: Fit) -> bool:
        """Lets pages fill the view's width, be in sight as a whole, or have their own size."""
        view = self._seen()
        if view is not None:
            view.set_fit(fit)
        return view is not None

    def open_tone(self) -> bool:
        """Opens what makes faded pages readable."""
        view = self._seen()
        if view is not None:
            self._popup.open_at(self._header.tone_corner(), view.tone())
        return view is not None

    def ask_for_page(self) -> bool:
        """Puts the keyboard where a page can be typed."""
        if self._view is not None:
            self._header.numbers.edit()
        return self._view is not None

    def region(self) -> Rectangle | None:
        """Gives the region that is drawn and not an excerpt yet."""
        view = self._seen()
        return None if view is None else view.regions.draft

    def words_in(self, box: Rectangle) -> str:
        """Gives the words that stand in a region; "" where there are none or none known yet."""
        view = self._view_of(box)
        return "" if view is None else view.words_in(box)

    def picture_of(self, box: Rectangle) -> QImage | None:
        """Gives what is seen in a region, once its page is drawn."""
        view = self._view_of(box)
        return None if view is None else view.picture_of(box)

    def begin_region(self) -> bool:
        """Lets a region be drawn with the mouse, or placed by keys, on pages that are drawn."""
        view = self._seen()
        if view is None or view.locked.isVisibleTo(view):
            return False
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        view.regions.begin()
        return True

    def adjust_region(self) -> bool:
        """Lets the chosen region be moved and sized by keys; says whether one is chosen."""
        view = self._seen()
        if view is None or not view.regions.adjust():
            return False
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def drop_region(self) -> bool:
        """Gives up the region that is being drawn or adjusted; says whether there was one."""
        view = self._seen()
        return view is not None and view.regions.drop()

    def _view_of(self, box: Rectangle) -> PageView | None:
        """Gives the view that has a region's page; a damaged archive may name one that is none."""
        return self._view if self._view and self._view.has_page(box.page) else None

    def _seen(self) -> PageView | None:
        return self._view if self._is_shown else None

    def _set_tone(self, tone: Tone) -> None:
        if self._view is not None:
            self._view.set_tone(tone)

    def _tone_for_page(self) -> None:
        if self._view is not None:
            self._view.tone_for_page()
            self._popup.show_tone(self._view.tone())

    def _tell_look(self) -> None:
        """Tells that the chosen region looks otherwise than before."""
        chosen = None if self._view is None else self._view.annotations().chosen
        if chosen is not None and chosen.region is not None:
            self.page_known.emit(chosen.region.page)
