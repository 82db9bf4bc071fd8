"""The window's frame: menus, toolbar, messages and status around the start page or the workbench.

The workbench, and with it everything that knows an archive, is made with the first archive.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.actions import Actions, Needs
from archivist.ui.appearance import ThemeChoice
from archivist.ui.archives import Archives
from archivist.ui.help import Help
from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs
from archivist.ui.message_bar import MessageBar
from archivist.ui.search_field import SearchField
from archivist.ui.settings import Settings
from archivist.ui.start_page import StartPage
from archivist.ui.status import Status
from archivist.ui.themes import Themes

if TYPE_CHECKING:
    from archivist.ui.workbench import Workbench

_MILLISECONDS_TO_PAINT = 30  # until a new window is on the screen
_SIZE = QSize(1440, 900)  # of a first window, where the screen has room for it and its frame
_FRAME = QSize(16, 48)  # what desktops put around a window, at most; known only once it is shown


class MainWindow(QMainWindow):
    """One archive's window."""

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.settings = settings or Settings()
        self.hub = Hub(self)
        self.jobs = Jobs(self)
        self.messages = MessageBar()
        self.start_page = StartPage()
        self.search_field = SearchField()
        self._bench: Workbench | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start_page)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self.status = Status(self.statusBar(), self.hub, self.jobs)
        self.archives = Archives(self, self.hub, self.jobs, self.settings, self.messages)
        self.themes = Themes(self, self.settings)
        self.help = Help(self)
        self.actions_ = Actions(self, self.controller)
        self.actions_.fill(self.menuBar())
        self._fill_toolbar()
        self._connect()
        if not self.restoreGeometry(self.settings.bytes("geometry")):
            self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self._show_archive()
        self._update_checks()

    def open_soon(self, archive: Path) -> None:
        """Opens an archive once the window is on the screen, and says so meanwhile."""
        waiting = QLabel(self.tr("Opening “{name}” …").format(name=archive.stem))
        waiting.setObjectName("hint")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(waiting)
        self._pages.setCurrentWidget(waiting)

        def open_now() -> None:
            self.archives.open(archive)
            if not self.hub.is_open:
                self._show_archive()
            self._pages.removeWidget(waiting)
            waiting.deleteLater()

        QTimer.singleShot(_MILLISECONDS_TO_PAINT, self, open_now)

    @property
    def bench(self) -> "Workbench":
        """What the archive is worked on with; made when it is first asked for."""
        if self._bench is None:
            from archivist.ui.workbench import Workbench

            self._bench = bench = Workbench(
                self, self.hub, self.jobs, self.settings, self.messages, self.search_field
            )
            self._pages.addWidget(bench.workspace)
            bench.panes.changed.connect(self._update_checks)
            bench.documents.doubtful_changed.connect(self._update_checks)
            bench.filling.changed.connect(self._update_checks)
            bench.reviewing.count_changed.connect(self._show_count)
            self._update_checks()
        return self._bench

    def controller(self, name: str) -> object:
        """Gives the owner of an action's slot by the name that the table of actions has for it."""
        own = {"window": self, "archives": self.archives, "themes": self.themes, "help": self.help}
        return own.get(name) or getattr(self.bench, name)

    def _connect(self) -> None:
        hub = self.hub
        hub.failure_shown.connect(self.messages.show_failure)
        hub.archive_changed.connect(self._show_archive)
        hub.tables_changed.connect(lambda _tables: self._update_actions())
        hub.document_chosen.connect(lambda _id: self._update_actions())
        hub.excerpt_chosen.connect(lambda _id: self._update_actions())
        self.status.task_clicked.connect(self._show_import_queue)
        self.archives.opening.connect(lambda: self.bench)
        self.archives.closing.connect(self._remember_view)
        self.themes.changed.connect(self._update_checks)
        start = self.start_page
        start.sample_requested.connect(self.archives.open_sample)
        start.new_requested.connect(self.archives.ask_new)
        start.open_requested.connect(self.archives.ask_open)
        start.recent_requested.connect(self.archives.open)

    def _show_import_queue(self) -> None:
        self.bench.importing.show_queue()

    def _fill_toolbar(self) -> None:
        bar = QToolBar(self.tr("Main toolbar"), movable=False, floatable=False)
        bar.setObjectName("mainToolBar")
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setIconSize(QSize(16, 16))
        actions = self.actions_
        self._import_button = _button(self.tr("Import…"))
        self._import_button.setToolTip(actions["import_files"].toolTip())
        self._import_button.clicked.connect(actions["import_files"].trigger)
        self._export_button = _button(self.tr("Export excerpts") + " ▾")
        self._export_button.setMenu(actions.menus["export"])
        self._export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.review_button = _button(self.tr("Review"))
        self.review_button.setCheckable(True)
        self.review_button.setToolTip(actions["show_review"].toolTip())
        self.review_button.clicked.connect(actions["show_review"].trigger)
        bar.addWidget(self._import_button)
        for name in ("undo", "redo"):
            bar.addAction(actions[name])
        right = (self.review_button, self._export_button)
        for widget in (_space(), self.search_field, _space(), *right):
            bar.addWidget(widget)
        self.addToolBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._update_icons()

    def _remember_view(self) -> None:
        self.bench.remember_view()

    # What is shown

    def _show_archive(self) -> None:
        hub = self.hub
        self._export_button.setEnabled(hub.is_open)
        self.review_button.setEnabled(hub.is_open)
        self.search_field.setEnabled(hub.is_open)
        if hub.is_open:
            archive = hub.archive
            state = " " + self.tr("(read-only)") if archive.read_only else ""
            self.setWindowTitle(f"{archive.name}{state} — Archivist")
            self._pages.setCurrentWidget(self.bench.workspace)
            self.bench.restore_view()
            self.bench.library.setFocus()
        else:
            self.setWindowTitle("Archivist")
            if self._bench is not None:
                self._bench.documents.close_all()
            self.start_page.set_recent(self.settings.recent)
            self._pages.setCurrentWidget(self.start_page)
            self.start_page.setFocus()
        self._fill_recent()
        self._update_actions()

    def _update_actions(self) -> None:
        hub = self.hub
        has_document = hub.document_id is not None
        has_excerpt = hub.excerpt_id is not None
        history = hub.archive.history if hub.is_writable else None
        self.actions_.enable(
            {
                Needs.NOTHING: True,
                Needs.ARCHIVE: hub.is_open,
                Needs.WRITING: hub.is_writable,
                Needs.DOCUMENT: has_document,
                Needs.PASSAGE: has_document and hub.is_writable,
                Needs.EXCERPT: has_excerpt,
                Needs.EXCERPT_WRITING: has_excerpt and hub.is_writable,
                Needs.UNDO: history is not None and history.undoable is not None,
                Needs.REDO: history is not None and history.redoable is not None,
            }
        )
        self._import_button.setEnabled(hub.is_writable)
        if self._bench is not None:
            self._bench.stepping.name_steps(self.actions_)

    def _update_checks(self) -> None:
        """Keeps the View menu's checks in step with what is shown."""
        for choice in ThemeChoice:
            self.actions_[f"theme_{choice.value}"].setChecked(choice == self.themes.choice)
        if self._bench is not None:
            shown = self._bench.panes.shown()
            for name, is_shown in shown.items():
                self.actions_[f"show_{name}"].setChecked(is_shown)
            doubtful = self._bench.documents.shows_doubtful
            self.actions_["show_doubtful"].setChecked(doubtful)
            self.actions_["by_collection"].setChecked(self._bench.filling.is_by_collection)
            self.review_button.setChecked(shown["review"])

    def _show_count(self, count: int) -> None:
        """Says on the toolbar how many suggestions wait for a decision."""
        text = self.tr("Review %n suggestion(s)", "", count) if count else self.tr("Review")
        self.review_button.setText(text)

    def _update_icons(self) -> None:
        self.actions_.update_icons()
        self._import_button.setIcon(self.actions_["import_files"].icon())

    def _fill_recent(self) -> None:
        menu = self.actions_.menus["recent"]
        menu.clear()
        for path in self.settings.recent:
            action = menu.addAction(f"{path.stem} — {path.parent}".replace("&", "&&"))
            action.triggered.connect(lambda _checked, path=path: self.archives.open(path))
        menu.setEnabled(not menu.isEmpty())

    # What comes from outside

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers how the window looks; the work itself is on disk already, and nothing asks."""
        self.settings.set_bytes("geometry", self.saveGeometry())
        if self._bench is not None:
            self._bench.workspace.save(self.settings)
        self.archives.close()
        self.jobs.close()
        if self._bench is not None:
            self._bench.clean_up()
        self.settings.save()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders can be dropped while an archive is open for writing."""
        if event.mimeData().hasUrls() and self.hub.is_writable:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports what was dropped."""
        event.acceptProposedAction()
        self.bench.importing.import_urls(event.mimeData().urls())

    def changeEvent(self, event: QEvent) -> None:
        """Takes the theme's icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_import_button"):
            self._update_icons()


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _space() -> QWidget:
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return space
