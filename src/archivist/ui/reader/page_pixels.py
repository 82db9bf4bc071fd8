"""Pages' pixels as they are shown: turned, and in their tone; the last ones seen are kept."""

from collections import OrderedDict

from PySide6.QtGui import QImage, QTransform

from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.tone import PLAIN, Tone, toned

_KEPT = 96 * 1024 * 1024  # bytes of changed pixels that are kept


class PagePixels:
    """Changes what the service has drawn; what is neither turned nor toned is given as it is."""

    def __init__(self, service: PageService) -> None:
        self._service = service
        self._kept: OrderedDict[int, tuple[tuple[int, int, Tone], QImage]] = OrderedDict()

    def image(self, page: int, rotation: int, tone: Tone) -> QImage | None:
        """Gives a page (from 1) turned clockwise by `rotation` degrees, if it is drawn."""
        drawn = self._service.image(page)
        if not rotation and tone == PLAIN:
            self._kept.clear()
        if drawn is None or (not rotation and tone == PLAIN):
            return drawn
        wanted = drawn.cacheKey(), rotation, tone
        kept = self._kept.get(page)
        if kept is None or kept[0] != wanted:
            image = drawn if tone == PLAIN else toned(drawn, tone)
            if rotation:
                image = image.transformed(QTransform().rotate(rotation))
            kept = self._kept[page] = (wanted, image)
        self._kept.move_to_end(page)
        while len(self._kept) > 1 and self._size() > _KEPT:
            self._kept.popitem(last=False)
        return kept[1]

    def _size(self) -> int:
        return sum(image.sizeInBytes() for _, image in self._kept.values())
