"""A layout that sets its items in lines like words, narrows what is too wide, and mirrors."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Lines of items; an item wider than the line is narrowed to it, never clipped."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 5) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Appends an item."""
        self._items.append(item)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Places a widget before the item that stands at `index` now."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Gives how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Gives an item, or None past the end, as Qt asks for it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes an item out, or gives None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Says that the layout takes no room it does not need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Says that a narrower layout is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Gives the height in pixels that the lines take at a width."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Places the items."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Gives the size of all items on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:
        """Gives the size of the widest item at its narrowest."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(
            margins.left() + margins.right(),
            margins.top() + margins.bottom(),
        )

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        line: list[tuple[QLayoutItem, QSize]] = []
        across, down = 0, area.top()

        def finish() -> int:
            tallest = max((size.height() for _, size in line), default=0)
            position = area.left()
            for item, size in line if place else ():
                offset = (tallest - size.height()) // 2
                box = QRect(QPoint(position, down + offset), size)
                item.setGeometry(QStyle.visualRect(direction, area, box))
                position += size.width() + self._gap
            return tallest

        for item in self._shown():
            hint = item.sizeHint().expandedTo(item.minimumSize())
            size = QSize(min(hint.width(), max(area.width(), 1)), hint.height())
            if line and across + size.width() > area.width():
                down += finish() + self._gap
                line, across = [], 0
            line.append((item, size))
            across += size.width() + self._gap
        down += finish()
        return down - area.top() + margins.top() + margins.bottom()
