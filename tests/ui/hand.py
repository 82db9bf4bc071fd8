"""A hand for tests of the whole window: it presses keys, drags the mouse and waits for jobs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from archivist.ui import app
from archivist.ui.library_model import EXCERPT_MIME, is_thing, row_of
from archivist.ui.main_window import MainWindow
from archivist.ui.reader import Reader

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
_PATIENCE = 30_000  # milliseconds for a job


class Hand:
    """Works a window as a person does; it looks at what is shown, and never calls the archive."""

    def __init__(self, qtbot: QtBot, *, size: tuple[int, int] = (1440, 900)) -> None:
        app.prepare()
        self.qtbot = qtbot
        self.window = MainWindow()
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.settle()

    @property
    def reader(self) -> Reader:
        reader = self.window.bench.documents.reader
        assert reader is not None, "no document is open"
        return reader

    def settle(self) -> None:
        for _turn in range(4):
            QApplication.processEvents()

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=_PATIENCE)
        self.settle()

    def wait_for_jobs(self) -> None:
        self.wait(lambda: not self.window.jobs.tasks)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = NO_KEY,
        *,
        on: QWidget | None = None,
    ) -> None:
        target = on or self.focused
        if not target.window().isActiveWindow():  # after a dialog, where no desktop hands it back
            target.window().activateWindow()
            self.settle()
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def click(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, LEFT, NO_KEY, button.rect().center())
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)
        self.settle()

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def texts_of(self, widget: QWidget) -> str:
        """Gives what stands on the labels of a dialog."""
        return "\n".join(label.text() for label in widget.findChildren(QLabel))

    def import_paths(self, *paths: Path) -> None:
        self.window.bench.importing.import_paths(list(paths))
        self.wait_for_jobs()

    def open_row(self, kind: str, label: str) -> None:
        """Double-clicks a line of the library."""
        view = self.window.bench.library.view
        self.click_row(kind, label)
        place = self.row_place(kind, label)
        QTest.mouseDClick(view.viewport(), LEFT, NO_KEY, place)
        self.settle()

    def click_row(self, kind: str, label: str, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        """Clicks a line of the library."""
        view = self.window.bench.library.view
        place = self.row_place(kind, label)
        QTest.mouseClick(view.viewport(), LEFT, modifiers, place)
        self.settle()

    def row_place(self, kind: str, label: str) -> QPoint:
        library = self.window.bench.library
        for section in range(library.model.rowCount()):
            heading = library.model.index(section, 0)
            for line in range(library.model.rowCount(heading)):
                index = library.model.index(line, 0, heading)
                row = row_of(index)
                if is_thing(row) and (row.kind, row.label) == (kind, label):
                    library.view.scrollTo(index)
                    return library.view.visualRect(index).center()
        raise AssertionError(f"the library shows no {kind} “{label}”")

    def select(self, start: int, end: int) -> None:
        """Drags the mouse over a passage of the text in front, given in code points."""
        view = self.reader.text_view
        self.reader.show_range(start, end)
        self.settle()
        first = view.range_area(start, start + 1)
        last = view.range_area(end - 1, end)
        target = view.viewport()
        begin = QPoint(first.left() + 1, first.center().y())
        finish = QPoint(last.right() + 1, last.center().y())
        QTest.mousePress(target, LEFT, NO_KEY, begin)
        QTest.mouseMove(target, QPoint((begin.x() + finish.x()) // 2, finish.y()))
        QTest.mouseMove(target, finish)
        QTest.mouseRelease(target, LEFT, NO_KEY, finish)
        self.settle()

    def drop_excerpt(self, excerpt_id: int, *, on: QWidget, at: QPoint) -> None:
        """Drags an excerpt over a viewport and drops it; a real drag would block the test."""
        data = QMimeData()
        data.setData(EXCERPT_MIME, str(excerpt_id).encode())
        self.drop(data, on=on, at=at, action=Qt.DropAction.LinkAction)  # as the reader offers it

    def drop_files(self, *files: Path) -> None:
        """Drops files or folders on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        self.drop(data, on=self.window, at=self.window.rect().center())

    def drop(
        self,
        data: QMimeData,
        *,
        on: QWidget,
        at: QPoint,
        action: Qt.DropAction = Qt.DropAction.CopyAction,
    ) -> None:
        """Drags something over a widget and drops it; a real drag would block the test."""
        enter = QDragEnterEvent(at, action, data, LEFT, NO_KEY)
        QApplication.sendEvent(on, enter)
        QApplication.sendEvent(on, QDragMoveEvent(at, action, data, LEFT, NO_KEY))
        assert enter.isAccepted(), "nothing can be dropped here"
        drop = QDropEvent(QPointF(at), action, data, LEFT, NO_KEY)
        QApplication.sendEvent(on, drop)
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.settle()
        self.window.deleteLater()
        QApplication.sendPostedEvents()
        self.settle()
