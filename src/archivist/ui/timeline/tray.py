"""The tray below the axis: what has no date, folded behind its counts."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from archivist.domain.timeline import (
    TimelineCitation,
    TimelineEvent,
    TimelineExcerpt,
    TimelineModel,
)
from archivist.domain.timeline_index import Counts, ItemKind
from archivist.ui import theme
from archivist.ui.bidi import isolated
from archivist.ui.timeline import words
from archivist.ui.timeline.things_list import ThingsList, things_of_model

_LINES_SEEN = 6


class _Heading(QAbstractButton):
    """A line across the pane with its words at the leading side, which no native button has."""

    def sizeHint(self) -> QSize:
        """Gives the height of the line; it is as wide as the pane."""
        return QSize(80, self.fontMetrics().height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the words, and the frame that shows the keyboard's place."""
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.window))
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(colors.line))
        painter.setPen(QColor(colors.text if self.underMouse() else colors.text_muted))
        room = self.rect().adjusted(12, 0, -12, 0)
        text = painter.fontMetrics().elidedText(
            isolated(self.text()), Qt.TextElideMode.ElideRight, room.width()
        )
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side), text)
        if self.hasFocus():
            painter.setPen(QColor(colors.accent))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()


class UndatedTray(QWidget):
    """A line with counts that unfolds into the list of undated things."""

    excerpt_dropped_on = Signal(int, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undatedTray")
        self.heading = _Heading()
        self.heading.setObjectName("undatedHeading")
        self.heading.setCheckable(True)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.setCursor(Qt.CursorShape.PointingHandCursor)
        self.heading.toggled.connect(self._unfold)
        self.list = ThingsList()
        self.list.setAccessibleName(self.tr("Undated events, excerpts and citations"))
        self.list.hide()
        self.list.lines.excerpt_dropped_on.connect(self.excerpt_dropped_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.list)
        self._undated = TimelineModel()
        self._counts = Counts()
        self._is_filled = False  # whether the list has the lines of what is undated now
        self.set_undated(TimelineModel())

    def set_undated(self, model: TimelineModel) -> None:
        """Shows other undated things; with none, the tray is not there.

        Its lines are made when somebody looks at them: there can be tens of thousands.
        """
        self._undated = model
        self._counts = Counts(len(model.events), len(model.excerpts), len(model.citations))
        self._is_filled = False
        if self.heading.isChecked():
            self._fill()
        self.setVisible(self._counts.total > 0)
        self._update_heading()

    def choose(self, kind: ItemKind, id_: int | None) -> None:
        """Marks a thing, and unfolds the list if it is in it."""
        if self._holds(kind, id_):
            self.heading.setChecked(True)
        self.select(kind, id_)

    def select(self, kind: ItemKind, id_: int | None) -> None:
        """Marks a thing where the list is unfolded."""
        if self._is_filled:
            self.list.select(kind, id_)

    def _holds(self, kind: ItemKind, id_: int | None) -> bool:
        held: dict[ItemKind, Sequence[TimelineEvent | TimelineExcerpt | TimelineCitation]] = {
            ItemKind.EVENT: self._undated.events,
            ItemKind.EXCERPT: self._undated.excerpts,
            ItemKind.CITATION: self._undated.citations,
        }
        return any(thing.id == id_ for thing in held[kind])

    def _fill(self) -> None:
        self.list.lines.set_things(things_of_model(self._undated))
        self._is_filled = True
        self._update_height()

    def _unfold(self, unfolded: bool) -> None:
        if unfolded and not self._is_filled:
            self._fill()
        self.list.setVisible(unfolded)
        self._update_heading()

    def _update_heading(self) -> None:
        closed = "◂" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "▸"
        sign = "▾" if self.heading.isChecked() else closed
        said = self.tr("Undated: {counts}").format(counts=words.counts_text(self._counts))
        self.heading.setText(f"{said} {sign}")
        self.heading.setAccessibleName(said)
        self.heading.setToolTip(self.tr("Show or hide what has no date"))

    def _update_height(self) -> None:
        line = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + 4)
        lines = min(max(len(self.list.lines.things), 1), _LINES_SEEN)
        self.list.setFixedHeight(lines * line + 4)
