"""The popup of the tag picker: it stays open for several tags, and gives the keyboard back."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from archivist.ui import theme
from archivist.ui.bidi import tip
from archivist.ui.tag_picker.choice_list import ChoiceDelegate, ChoiceModel, spoken
from archivist.ui.tag_picker.choices import Offer
from archivist.ui.tag_picker.keys import is_ours
from archivist.ui.tag_picker.model import Choice, Deed, PickerModel
from archivist.ui.tag_picker.placing import beside, room

_ROWS_SHOWN = 8
_WIDTH = 64  # average characters


class TagPicker(QFrame):
    """Type a few letters, Enter tags; Esc, or Enter in the empty field, closes.

    It is a pane of its window rather than a window of its own, so that input methods work in it
    and the place is right on every desktop.
    """

    event_picked = Signal(int)
    actor_picked = Signal(int, object, object)  # id, Role, Stance | None
    topic_picked = Signal(int)
    citation_picked = Signal(int)
    label_picked = Signal(int)  # id of a marker with that label
    event_creation_requested = Signal(str, object)  # name, UncertainDate | None
    actor_creation_requested = Signal(str, object, object, object)  # name, kind, Role, Stance|None
    topic_creation_requested = Signal(str)
    citation_creation_requested = Signal(str)
    markers_link_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if parent is None:
            self.setWindowFlags(Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setObjectName("tagPicker")
        self.setAccessibleName(self.tr("Tag picker"))
        self.hide()
        self._offer = Offer(PickerModel())
        self._model = PickerModel()
        self._citations = False
        self._focus_before: QWidget | None = None
        self._passage = QRect()
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._update_choices)
        self.field.installEventFilter(self)
        self._choices = ChoiceModel()
        self.list = QListView(self)
        self.list.setModel(self._choices)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("What can be tagged"))
        self.list.viewport().setAutoFillBackground(False)
        self.list.clicked.connect(lambda index: self._take(self._choices.choice(index)))
        self.list.selectionModel().currentChanged.connect(lambda _now, _was: self._announce())
        self._status = QLabel(self)
        self._status.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setSizePolicy(
            self._status.sizePolicy().Policy.Ignored, self._status.sizePolicy().Policy.Fixed
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self._status)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)

    def open_at(
        self,
        point: QPoint,
        model: PickerModel,
        *,
        passage: QRect | None = None,
        text: str = "",
        citations: bool = False,
    ) -> None:
        """Opens under a global point and beside the passage's global rectangle, never over it.

        Args:
            point: where the selection ends, in global pixels.
            model: what can be tagged.
            passage: what must stay visible; the point alone if not given.
            text: what the field begins with, such as "@".
            citations: whether words without a sign mean citations.
        """
        if not self.isVisible():
            self._focus_before = QApplication.focusWidget()
        parent = self.parentWidget()
        if parent is not None and not parent.isWindow():
            self.setParent(parent.window())
        self._passage = (passage or QRect(point, QSize(1, 1))).united(QRect(point, QSize(1, 1)))
        self._point = point
        self._citations = citations
        self.field.setPlaceholderText(
            self.tr("Citation, or [marker]")
            if citations
            else self.tr("Event, @actor, #event, /topic, [citation]")
        )
        self.field.setAccessibleName(
            self.tr("Cite a source") if citations else self.tr("Tag the passage")
        )
        self._tell("")
        self.field.clear()
        self.set_model(model)
        self.field.setText(text)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._watch(on=True)

    def set_model(self, model: PickerModel) -> None:
        """Shows what can be tagged now, and keeps what has been typed."""
        self._model = model
        self._offer = Offer(model, citations=self._citations)
        self._update_choices()

    def current_choice(self) -> Choice | None:
        """Gives the line that Enter would take."""
        return self._choices.choice(self.list.currentIndex())

    def choices(self) -> list[Choice]:
        """Gives the lines shown, in order."""
        model = self._choices
        lines = (model.choice(model.index(row)) for row in range(model.rowCount()))
        return [line for line in lines if line is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handles the field's keys, and closes when something else is pressed or focused."""
        kind = event.type()
        if watched is self.field and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride and is_ours(event):
                # Without this, Alt+C and Esc would be taken by the window's own shortcuts.
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                return self._key(event)
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if self.isVisible() and not self._holds(event):
                self._close(return_focus=False)
        elif watched is self.field and kind == QEvent.Type.FocusOut and self.isVisible():
            focused = QApplication.focusWidget()
            if focused is not None and focused is not self.field:
                self._close(return_focus=False)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops watching the application."""
        self._watch(on=False)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground and its line."""
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.line), 1))
        painter.setBrush(QColor(now.pane))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if control:
                self._take(self._making())
            elif self.current_choice() is not None:
                self._take(self.current_choice())
            elif not self.field.text().strip():
                self._close()
        elif key == Qt.Key.Key_Escape:
            self._close()
        elif key == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._take(self._first(Deed.LINK_MARKERS, Offer(self._model).lines("")))
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._complete()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._move(_ROWS_SHOWN if key == Qt.Key.Key_PageDown else -_ROWS_SHOWN, wrap=False)
        else:
            return False
        return True

    def _watch(self, *, on: bool) -> None:
        """Looks at the whole application's presses while open, to see those outside."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if on:
                application.installEventFilter(self)

    def _making(self) -> Choice | None:
        """Gives the line that makes a new thing of what was typed."""
        making = {Deed.MAKE_EVENT, Deed.MAKE_ACTOR, Deed.MAKE_TOPIC, Deed.MAKE_CITATION}
        return next((choice for choice in self.choices() if choice.deed in making), None)

    @staticmethod
    def _first(deed: Deed, choices: list[Choice]) -> Choice | None:
        return next((choice for choice in choices if choice.deed is deed), None)

    def _move(self, by: int, *, wrap: bool = True) -> None:
        rows = self._choices.rowCount()
        if not rows:
            return
        row = self.list.currentIndex().row()
        if row < 0:
            row = 0 if by > 0 else rows - 1
        else:
            row = (row + by) % rows if wrap else min(max(row + by, 0), rows - 1)
        self.list.setCurrentIndex(self._choices.index(row))

    def _complete(self) -> None:
        choice = self.current_choice() or next(iter(self.choices()), None)
        if choice is not None and choice.completion:
            self.field.setText(choice.completion)

    def _update_choices(self) -> None:
        typed = self.field.text()
        self._choices.set_choices(self._offer.lines(typed))
        # In the empty field no line is current: there Enter means "done".
        if typed.strip() and self._choices.rowCount():
            self.list.setCurrentIndex(self._choices.index(0))
        self.list.scrollToTop()
        self._place()

    def _take(self, choice: Choice | None) -> None:
        if choice is None:
            return
        self._tell(choice.text)
        self.field.clear()
        match choice.deed:
            case Deed.TAG_EVENT:
                self.event_picked.emit(choice.id)
            case Deed.TAG_ACTOR:
                self.actor_picked.emit(choice.id, choice.role, choice.stance)
            case Deed.TAG_TOPIC:
                self.topic_picked.emit(choice.id)
            case Deed.CITE:
                self.citation_picked.emit(choice.id)
            case Deed.MAKE_EVENT:
                self.event_creation_requested.emit(choice.name, self._model.nearest_date)
            case Deed.MAKE_ACTOR:
                self.actor_creation_requested.emit(
                    choice.name, choice.actor_kind, choice.role, choice.stance
                )
            case Deed.MAKE_TOPIC:
                self.topic_creation_requested.emit(choice.name)
            case Deed.MAKE_CITATION:
                self.citation_creation_requested.emit(choice.name)
            case Deed.CITE_LABEL:
                self.label_picked.emit(choice.id)
            case Deed.LINK_MARKERS:
                self.markers_link_requested.emit()

    def _tell(self, tagged: str) -> None:
        """Says under the list what was tagged last; the line stays away until there is one."""
        sentence = self.tr("✓ {tag}  ·  Esc closes")
        metrics = self._status.fontMetrics()
        # The line itself has no width before it is shown for the first time.
        room = self.field.width() - metrics.horizontalAdvance(sentence.format(tag=""))
        shown = metrics.elidedText(tagged, Qt.TextElideMode.ElideMiddle, max(room - 2, 0))
        text = sentence.format(tag=shown) if tagged else ""
        self._status.setText(text)
        self._status.setToolTip(tip(tagged))
        self._status.setVisible(bool(text))
        self._place()

    def _announce(self) -> None:
        choice = self.current_choice()
        if choice is not None:
            self.field.setAccessibleDescription(spoken(choice))
            if self.isVisible():
                QAccessible.updateAccessibility(
                    QAccessibleAnnouncementEvent(self.field, spoken(choice))
                )

    def _close(self, *, return_focus: bool = True) -> None:
        self.hide()
        before, self._focus_before = self._focus_before, None
        if return_focus and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _holds(self, event: QMouseEvent) -> bool:
        inside = QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        in_menu = QApplication.activePopupWidget() is not None
        return in_menu or inside.contains(event.globalPosition().toPoint())

    def _place(self) -> None:
        """Sizes the popup to its lines, and puts it under the passage, or over it."""
        if self._passage.isNull():
            return
        rows = min(self._choices.rowCount(), _ROWS_SHOWN)
        row_height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(max(rows * row_height, 0))
        self.list.setVisible(rows > 0)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        parent = self.parentWidget()
        bounds = room(parent, self._point)
        width = min(self.fontMetrics().averageCharWidth() * _WIDTH, bounds.width())
        size = QSize(width, self.sizeHint().height())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = beside(self._passage, self._point, size, bounds, rtl=rtl)
        corner = parent.mapFromGlobal(box.topLeft()) if parent else box.topLeft()
        self.setGeometry(QRect(corner, size))
