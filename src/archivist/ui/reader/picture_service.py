"""Gets the pixels of the pictures inside a text from the child process, as they come into sight.

What was drawn is kept up to a bound of memory. The child ends when nothing was asked for a while.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from archivist.readers.isolate import Answer
from archivist.readers.pages import RenderedPage
from archivist.ui.reader.polled_worker import PolledWorker

_IMAGES = 96 * 1024 * 1024  # bytes of pixels that are kept


class PictureService(QObject):
    """The pictures of one document; nothing here waits, pixels come back with a signal."""

    picture_ready = Signal()  # or it turned out that there will be none

    def __init__(self, load: Callable[[str], bytes], parent: QObject | None = None) -> None:
        """`load` gives a picture's bytes by their SHA-256, b"" where they are missing."""
        super().__init__(parent)
        self._load = load
        self._polled = PolledWorker(self)
        self._polled.answered.connect(self._take_all)
        self._worker = self._polled.worker
        self._images: OrderedDict[str, tuple[int, QImage]] = OrderedDict()  # with the width asked
        self._failures: dict[str, str] = {}
        self._wished: dict[int, tuple[str, int]] = {}  # request → SHA-256, width

    def image(self, sha256: str, width: int) -> QImage | None:
        """Gives a picture's pixels for a width, coarser ones or None until they are there."""
        kept = self._images.get(sha256)
        if kept is not None:
            self._images.move_to_end(sha256)
        known = kept is not None and kept[0] >= width
        if not known and sha256 not in self._failures:
            self._ask(sha256, width)
        return None if kept is None else kept[1]

    def failure(self, sha256: str) -> str:
        """Gives the sentence that says why a picture cannot be shown, or ""."""
        return self._failures.get(sha256, "")

    def _ask(self, sha256: str, width: int) -> None:
        if any(wish[0] == sha256 and wish[1] >= width for wish in self._wished.values()):
            return
        self._wished[self._worker.picture(self._load(sha256), width)] = (sha256, width)
        self._polled.begin()

    def _take_all(self, answers: Sequence[Answer]) -> None:
        for answer in answers:
            self._take(answer)
        self.picture_ready.emit()

    def _take(self, answer: Answer) -> None:
        sha256, width = self._wished.pop(answer.request)
        drawn = answer.value
        if not isinstance(drawn, RenderedPage):
            self._failures[sha256] = "" if answer.error is None else answer.error.sentence
            return
        if len(drawn.pixels) < drawn.stride * drawn.height or drawn.stride < drawn.width * 4:
            self._failures[sha256] = "The picture was not handed over whole."
            return
        image = QImage(
            drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32
        )
        self._images[sha256] = (width, image.copy())
        self._images.move_to_end(sha256)
        size = sum(each.sizeInBytes() for _, each in self._images.values())
        while size > _IMAGES and len(self._images) > 1:
            size -= self._images.popitem(last=False)[1][1].sizeInBytes()
