"""Gets pixels and text places of pages from the child process, the visible pages first.

What was drawn is kept up to a bound of memory. The child ends when nothing was asked for a while.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from archivist.domain.errors import PasswordNeededError
from archivist.readers.isolate import Answer
from archivist.readers.pages import PageLayout, RenderedPage, Source
from archivist.ui.reader.polled_worker import PolledWorker

_IMAGES = 160 * 1024 * 1024  # bytes of pixels that are kept
_LAYOUTS = 48  # pages whose characters' places are kept
_VISIBLE, _TEXT, _NEAR = 0, 1, 2  # the order of wishes; a page's text before its neighbours


class PageService(QObject):
    """Pages of one file; nothing here waits, everything comes back as a signal."""

    page_ready = Signal(int)  # page number, from 1
    layout_ready = Signal(int)
    page_failed = Signal(int)
    locked = Signal(bool)  # the file needs a password; whether one was tried just now, in vain
    unlocked = Signal(str)  # the password that was tried and opens the file

    def __init__(
        self,
        file: Path,
        *,
        password: str | None = None,
        recognized: Callable[[int], PageLayout | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Serves a file; `recognized` gives the places of words that are not in it, by page."""
        super().__init__(parent)
        self._recognized = recognized
        self._source = Source(file, password)
        self._is_locked = False
        self._is_tried = False  # whether the password is yet to be shown right or wrong
        self._polled = PolledWorker(self)
        self._polled.answered.connect(self._take_all)
        self._worker = self._polled.worker
        self._images: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._layouts: OrderedDict[int, PageLayout] = OrderedDict()
        self._failures: dict[int, str] = {}
        self._renders: dict[int, tuple[int, float]] = {}  # page → request, scale
        self._texts: dict[int, int] = {}  # page → request
        self._visible: frozenset[int] = frozenset()

    def unlock(self, password: str) -> None:
        """Tries a password for the pages that are wished next; `unlocked` or `locked` follows."""
        self._source = Source(self._source.path, password)
        self._is_locked, self._is_tried = False, True

    def want(self, visible: Sequence[int], near: Sequence[int], scale: float) -> None:
        """Wishes pages at `scale` pixels a point; wishes for other pages are forgotten."""
        if self._is_locked:
            return
        self._visible = frozenset(visible)
        wanted = {*visible, *near}
        for page, (request, asked) in list(self._renders.items()):
            if page not in wanted or asked != scale:
                self._worker.cancel(request)
                del self._renders[page]
        for page in visible:
            self._ask_for_pixels(page, scale, _VISIBLE)
            self.want_text(page)
        for page in near:
            self._ask_for_pixels(page, scale, _NEAR)

    def want_text(self, page: int) -> None:
        """Wishes the places of a page's characters."""
        if self.layout(page) is not None:
            self._layouts.move_to_end(page)
        elif page not in self._texts and page not in self._failures and not self._is_locked:
            self._texts[page] = self._worker.layout(self._source, page, priority=_TEXT)
            self._polled.begin()

    def image(self, page: int) -> QImage | None:
        """Gives a page's pixels, perhaps at an earlier scale until the new ones are there."""
        kept = self._images.get(page)
        return None if kept is None else kept[1]

    def layout(self, page: int) -> PageLayout | None:
        """Gives the places of a page's characters, if they are there."""
        if page not in self._layouts and self._recognized is not None:
            recognized = self._recognized(page)
            if recognized is not None:
                self._keep_layout(page, recognized)
        return self._layouts.get(page)

    def failure(self, page: int) -> str:
        """Gives the sentence that says why a page cannot be shown, or ""."""
        return self._failures.get(page, "")

    def is_waiting(self) -> bool:
        """Says whether any wish is still open."""
        return self._worker.busy

    def close(self) -> None:
        """Ends the child; a later wish would start another."""
        self._renders.clear()
        self._texts.clear()
        self._polled.close()

    def _ask_for_pixels(self, page: int, scale: float, priority: int) -> None:
        kept = self._images.get(page)
        if kept is not None and kept[0] == scale:
            self._images.move_to_end(page)
        elif page not in self._renders and page not in self._failures:
            request = self._worker.render(self._source, page, scale, priority=priority)
            self._renders[page] = (request, scale)
            self._polled.begin()

    def _take_all(self, answers: Sequence[Answer]) -> None:
        for answer in answers:
            self._take(answer)

    def _take(self, answer: Answer) -> None:
        page = self._page_of(answer.request)
        if page is None:
            return
        if isinstance(answer.error, PasswordNeededError):
            self._lock()
            return
        if self._is_tried and answer.error is None:
            self._is_tried = False
            self.unlocked.emit(self._source.password)
        match answer.value:
            case RenderedPage() as drawn:
                _, scale = self._renders.pop(page)
                self._keep(page, scale, drawn)
                self.page_ready.emit(page)
            case PageLayout() as layout:
                del self._texts[page]
                self._keep_layout(page, layout)
                self.layout_ready.emit(page)
            case _:
                self._renders.pop(page, None)
                self._texts.pop(page, None)
                self._failures[page] = "" if answer.error is None else answer.error.sentence
                self.page_failed.emit(page)

    def _keep_layout(self, page: int, layout: PageLayout) -> None:
        self._layouts[page] = layout
        while len(self._layouts) > _LAYOUTS:
            self._layouts.popitem(last=False)

    def _lock(self) -> None:
        """Forgets all wishes, which would end alike, and asks for a password."""
        for request in [*(asked for asked, _ in self._renders.values()), *self._texts.values()]:
            self._worker.cancel(request)
        self._renders.clear()
        self._texts.clear()
        was_tried, self._is_tried, self._is_locked = self._is_tried, False, True
        self.locked.emit(was_tried)

    def _page_of(self, request: int) -> int | None:
        for page, (number, _) in self._renders.items():
            if number == request:
                return page
        return next((page for page, number in self._texts.items() if number == request), None)

    def _keep(self, page: int, scale: float, drawn: RenderedPage) -> None:
        """Keeps a page's pixels, and lets go of those that nobody looked at for longest."""
        image = QImage(
            drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32
        )
        self._images[page] = (scale, image.copy())
        self._images.move_to_end(page)
        size = sum(each.sizeInBytes() for _, each in self._images.values())
        for old in list(self._images):
            if size <= _IMAGES:
                break
            if old not in self._visible:
                size -= self._images.pop(old)[1].sizeInBytes()
