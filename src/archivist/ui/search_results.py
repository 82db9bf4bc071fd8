"""The lines of search results: a model over hits, and how a hit is painted."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QObject,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archivist.domain.model import Hit
from archivist.ui import theme
from archivist.ui.library_model import Index
from archivist.ui.reader.offsets import Offsets

_HIT_ROLE = Qt.ItemDataRole.UserRole + 1


class HitModel(QAbstractListModel):
    """What was found, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Shows other results."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Gives how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Gives a hit, or what a screen reader says of it."""
        hit = self.hits[index.row()]
        if role == _HIT_ROLE:
            return hit
        return f"{hit.kind}: {hit.snippet}" if role == Qt.ItemDataRole.DisplayRole else None


class HitDelegate(QStyledItemDelegate):
    """A line of results: what was found, with the words that match, and what kind it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every line has one height."""
        return QSize(100, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the snippet, and its kind at the far end."""
        hit = index.data(_HIT_ROLE)
        colors = theme.current()
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setBrush(QColor(colors.accent_soft if chosen else colors.neutral_soft))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 5, 5)
        area = option.rect.adjusted(10, 0, -10, 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        word = kind_word(hit.kind)
        role = {"event": "event", "actor": "actor", "citation": "citation"}.get(hit.kind)
        painter.setPen(QColor(getattr(colors, role) if role else colors.text_muted))
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        far = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.setFont(option.font)
        painter.drawText(area, far | absolute, word)
        used = option.fontMetrics.horizontalAdvance(word) + 14
        area = area.adjusted(used, 0, 0, 0) if rtl else area.adjusted(0, 0, -used, 0)
        painter.setPen(QColor(colors.text))
        _paint_snippet(painter, option, area, hit)
        painter.restore()


def _paint_snippet(painter: QPainter, option: QStyleOptionViewItem, area: QRect, hit: Hit) -> None:
    """Paints a snippet on one line with its matches in bold; the line fades into an ellipsis."""
    text = "".join(" " if letter.isspace() else letter for letter in hit.snippet)
    bold = QFont(option.font)
    bold.setBold(True)
    layout, offsets = QTextLayout(text, option.font), Offsets(text)
    formats = []
    for start, end in hit.ranges:
        found = QTextLayout.FormatRange()
        found.start = offsets.to_units(start)
        found.length = offsets.to_units(end) - found.start
        found.format.setFont(bold)
        formats.append(found)
    layout.setFormats(formats)
    choice = QTextOption(Qt.AlignmentFlag.AlignLeading)
    choice.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(choice)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    top = area.top() + (area.height() - line.height()) / 2
    painter.setClipRect(area)
    layout.draw(painter, QPointF(area.left(), top))


def kind_word(kind: str) -> str:
    """Gives the word for what kind of thing was found."""
    words: dict[str, object] = {
        "passage": QT_TRANSLATE_NOOP("Searching", "passage"),
        "event": QT_TRANSLATE_NOOP("Searching", "event"),
        "actor": QT_TRANSLATE_NOOP("Searching", "actor"),
        "citation": QT_TRANSLATE_NOOP("Searching", "citation"),
        "document": QT_TRANSLATE_NOOP("Searching", "document"),
        "note": QT_TRANSLATE_NOOP("Searching", "note"),
    }
    return QCoreApplication.translate("Searching", str(words[kind]))
