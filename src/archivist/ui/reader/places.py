"""Where ranges of a document's text stand on its pages, as far as the pages' layouts are known."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QTextBoundaryFinder

from archivist.domain.reading import Page, Rectangle
from archivist.readers.page_text import PageText
from archivist.readers.pages import Box, PageLayout
from archivist.ui.reader.model import Highlight
from archivist.ui.reader.offsets import Offsets, for_qt
from archivist.ui.reader.page_service import PageService
from archivist.ui.reader.page_stack import PageStack

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NEAR = 200  # code points that a step looks at


class Places:
    """Turns code points of a document into places on its pages, and back; pages count from 0."""

    def __init__(self, text: str, pages: Sequence[Page], service: PageService) -> None:
        self._text = text
        self._pages = pages
        self._starts = [page.start for page in pages]
        self._service = service
        self._known: dict[int, tuple[PageLayout, PageText | None]] = {}

    def page_of(self, position: int) -> int:
        """Gives the page that holds a code point."""
        return max(0, bisect_right(self._starts, position) - 1)

    def pages_of(self, start: int, end: int) -> range:
        """Gives the pages that a range touches."""
        return range(self.page_of(start), self.page_of(max(start, end - 1)) + 1)

    def text_of(self, index: int) -> PageText | None:
        """Gives a page's text in its places, or None where it is not known.

        A layout that gives another text than the archive holds is of no use: what it points at
        would be something else.
        """
        layout = self._service.layout(index + 1)
        if layout is None:
            self._known.pop(index, None)
            return None
        known = self._known.get(index)
        if known is None or known[0] is not layout:
            same = self._text.startswith(layout.text, self._pages[index].start)
            page = PageText(layout.text, layout.boxes) if same else None
            known = self._known[index] = (layout, page)
        return known[1]

    def areas(self, stack: PageStack, index: int, start: int, end: int) -> list[QRectF]:
        """Gives the rectangles (stack's pixels) that a range covers on a page."""
        return [stack.from_page(index, *box) for box in self._boxes(index, start, end)]

    def foot(
        self, stack: PageStack, index: int, area: QRectF, below: float = 0, thickness: float = 0
    ) -> QRectF:
        """Gives the strip along the foot of a line of a page, in whichever direction it runs."""
        page = self.text_of(index)
        return stack.foot(area, below, thickness, 0 if page is None else page.turn)

    def of_highlight(self, stack: PageStack, index: int, highlight: Highlight) -> list[QRectF]:
        """Gives an excerpt's rectangles on a page: from its text, else those kept with it."""
        if self.text_of(index) is not None:
            return self.areas(stack, index, highlight.start, highlight.end)
        return [
            stack.from_page(index, each.left, each.top, each.right, each.bottom)
            for each in highlight.rectangles
            if each.page == index + 1
        ]

    def rectangles(self, start: int, end: int) -> tuple[Rectangle, ...]:
        """Gives a range's rectangles in points; none at all where one of its pages is not known."""
        found = []
        for index in self.pages_of(start, end):
            if self.text_of(index) is None:
                return ()
            found += [Rectangle(index + 1, *box) for box in self._boxes(index, start, end)]
        return tuple(found)

    def ends(self, stack: PageStack, start: int, end: int) -> tuple[QPointF, QPointF] | None:
        """Gives where a range begins (above) and ends (below), if both pages are known."""
        last = max(start, end - 1)
        first_page, last_page = self.page_of(start), self.page_of(last)
        head = self._ends(first_page, start, start + 1)
        tail = self._ends(last_page, last, end)
        if head is None or tail is None:
            return None
        return stack.point(first_page, *head[0]), stack.point(last_page, *tail[1])

    def position_at(self, stack: PageStack, point: QPointF) -> int | None:
        """Gives the character under a point of the stack."""
        index = stack.index_at(point.y())
        page = self.text_of(index)
        if page is None:
            return None
        found = page.character_at(*stack.to_page(point, index))
        return None if found is None else self._pages[index].start + found

    def caret_at(self, stack: PageStack, point: QPointF) -> int | None:
        """Gives the place between characters nearest to a point, on a page that is known."""
        index = stack.index_at(point.y())
        page = self.text_of(index)
        if page is None:
            return None
        return self._pages[index].start + page.caret_at(*stack.to_page(point, index))

    def word_at(self, position: int) -> tuple[int, int]:
        """Gives the word around a character."""
        return self._around(position, lines=False)

    def line_at(self, position: int) -> tuple[int, int]:
        """Gives the line around a character."""
        return self._around(position, lines=True)

    def step(self, position: int, by: int, *, words: bool) -> int:
        """Gives the next place between characters, or the next word's end or start."""
        if not words:
            begin = max(0, position - _NEAR)
            near = for_qt(self._text[begin : position + _NEAR])
            offsets = Offsets(near)
            finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, near)
            finder.setPosition(offsets.to_units(position - begin))
            unit = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
            return position if unit < 0 else begin + offsets.to_points(unit)
        if by > 0:
            found = _WORD.search(self._text, position)
            return len(self._text) if found is None else found.end()
        begin = max(0, position - _NEAR)
        starts = [found.start() for found in _WORD.finditer(self._text, begin, position)]
        return starts[-1] if starts else begin

    def line_step(self, position: int, by: int) -> int:
        """Gives the place in the next or previous line, as far along in it."""
        start, end = self.line_at(position)
        along = position - start
        if by > 0:
            first, last = self.line_at(min(end + 1, len(self._text)))
        else:
            first, last = self.line_at(max(start - 1, 0))
        return min(first + along, last)

    def words_in(self, box: Rectangle) -> str:
        """Gives the words that stand in a rectangle of a page; "" where they are not known."""
        page = self.text_of(box.page - 1)
        return "" if page is None else page.words_in((box.left, box.top, box.right, box.bottom))

    def _boxes(self, index: int, start: int, end: int) -> list[Box]:
        """Gives the boxes (points) that a range covers on a page, none where it is not known."""
        page = self.text_of(index)
        if page is None:
            return []
        first = self._pages[index].start
        return page.boxes(max(0, start - first), max(0, end - first))

    def _ends(
        self, index: int, start: int, end: int
    ) -> tuple[tuple[float, float], tuple[float, float]] | None:
        page, first = self.text_of(index), self._pages[index].start
        return None if page is None else page.ends(max(0, start - first), max(0, end - first))

    def _around(self, position: int, *, lines: bool) -> tuple[int, int]:
        index = self.page_of(position)
        page = self.text_of(index)
        if page is None:
            return position, position
        first = self._pages[index].start
        find = page.line_at if lines else page.word_at
        start, end = find(position - first)
        return first + start, first + end
