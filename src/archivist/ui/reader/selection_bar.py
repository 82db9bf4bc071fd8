"""The small bar beside a selection: highlight it, tag it, copy it."""

from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QToolButton, QWidget

from archivist.ui import theme

_PAUSE = 180  # milliseconds after a selection rests until the bar comes
_AWAY = 10  # pixels between the selection and the bar
_EDGE = 6


class Selectable(Protocol):
    """A view that text can be selected in."""

    def viewport(self) -> QWidget:
        """Gives what the selection is drawn in."""
        ...

    def selection_area(self) -> QRect:
        """Gives the viewport's rectangle of what is selected and in sight, or an empty one."""
        ...


class SelectionBar(QFrame):
    """Offers what can be done with a selection; it takes no focus, so the keys stay the text's."""

    highlight_requested = Signal()
    tag_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("Selected text"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for words, tip, signal in (
            (
                self.tr("Highlight"),
                self.tr("Highlight the selection (H)"),
                self.highlight_requested,
            ),
            (self.tr("Tag…"), self.tr("Highlight and tag the selection (T)"), self.tag_requested),
            (self.tr("Copy"), self.tr("Copy the selection (Ctrl+C)"), self.copy_requested),
        ):
            button = QToolButton(self)
            button.setText(words)
            button.setToolTip(tip)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._view: Selectable | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._come)
        self.dress()
        self.hide()

    def follow(self, view: Selectable | None) -> None:
        """Hides, and comes again when the view's selection rests; None has none."""
        self.hide()
        self._view = view
        if view is None:
            self._pause.stop()
        else:
            self._pause.start()

    def dress(self) -> None:
        """Takes the theme's colors."""
        colors = theme.current()
        self.setStyleSheet(
            f"#selectionBar {{ background: {colors.paper}; border: 1px solid {colors.line};"
            " border-radius: 7px; }"
            f"QToolButton {{ color: {colors.text}; padding: 3px 8px; border: none;"
            " border-radius: 4px; }"
            f"QToolButton:hover {{ background: {colors.accent_soft}; }}"
        )
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(16)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 110 if colors.dark else 45))
        self.setGraphicsEffect(shadow)

    def _come(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._pause.start()
            return
        view = self._view
        if view is None or not view.viewport().isVisible() or view.selection_area().isEmpty():
            return
        corner = view.viewport().mapTo(self._ground, QPoint(0, 0))
        within = view.viewport().rect().translated(corner)
        self._show_near(view.selection_area().translated(corner), within)

    def _show_near(self, selected: QRect, within: QRect) -> None:
        """Shows the bar above a selection, else below it, never over it where there is room."""
        self.adjustSize()
        above = selected.top() - _AWAY - self.height()
        below = selected.bottom() + _AWAY
        lowest = within.bottom() - _EDGE - self.height()
        y = above if above >= within.top() + _EDGE else min(below, lowest)
        x = selected.center().x() - self.width() // 2
        rightmost = within.right() - _EDGE - self.width()
        self.move(QPoint(max(within.left() + _EDGE, min(x, rightmost)), y))
        self.show()
        self.raise_()
