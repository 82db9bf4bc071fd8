"""A line of the review: its kind in that kind's color, its words, and how often they stand."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.domain.suggestions import SuggestionKind
from archivist.ui import theme
from archivist.ui.bidi import isolated
from archivist.ui.library_model import Index
from archivist.ui.review.model import PROPOSAL_ROLE
from archivist.ui.review.words import kind_word, label

_MARGIN = 12


class ProposalDelegate(QStyledItemDelegate):
    """Paints the lines; all are of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every line has one height."""
        return QSize(100, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints kind, words and count, mirrored where the window is."""
        proposal = index.data(PROPOSAL_ROLE)
        colors = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colors.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colors.neutral_soft))
        area = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        widget = option.widget if isinstance(option.widget, QWidget) else None
        column = max(option.fontMetrics.horizontalAdvance(kind_word(kind)) for kind in _KINDS)
        kind, rest = _split(area, column + 12, mirrored=_is_mirrored(widget))
        painter.setPen(kind_color(proposal.kind))
        alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(kind, alignment, kind_word(proposal.kind))
        if proposal.count > 1:
            count = f"{proposal.count:n}"
            used = option.fontMetrics.horizontalAdvance(count) + 10
            far, rest = _split(rest, used, mirrored=not _is_mirrored(widget))
            painter.setPen(QColor(colors.text_muted))
            painter.drawText(
                far, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, count
            )
        painter.setPen(QColor(colors.text))
        words = option.fontMetrics.elidedText(
            isolated(label(proposal)), Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, alignment, words)
        painter.restore()


_KINDS = tuple(kind for kind in SuggestionKind if kind is not SuggestionKind.FLAG)


def kind_color(kind: SuggestionKind) -> QColor:
    """Gives the color of a kind: that of the thing it would become."""
    colors = theme.current()
    match kind:
        case SuggestionKind.DATE:
            return QColor(colors.found)
        case SuggestionKind.NAME | SuggestionKind.SOURCE:
            return QColor(colors.actor)
        case SuggestionKind.MARKER | SuggestionKind.REFERENCE:
            return QColor(colors.citation)
        case _:
            return QColor(colors.text_muted)


def _split(area: QRect, width: int, *, mirrored: bool) -> tuple[QRect, QRect]:
    """Cuts a column off the leading side: gives the column and the rest."""
    if mirrored:
        column = QRect(area.right() - width + 1, area.top(), width, area.height())
        return column, area.adjusted(0, 0, -width, 0)
    return QRect(area.left(), area.top(), width, area.height()), area.adjusted(width, 0, 0, 0)


def _is_mirrored(widget: QWidget | None) -> bool:
    return widget is not None and widget.isRightToLeft()
