"""The window: it puts the parts together and connects them; what they do is theirs."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.action_table import Needs
from archivist.ui.actions import Actions
from archivist.ui.annotating import Annotating
from archivist.ui.archives import Archives
from archivist.ui.citing import Citing
from archivist.ui.curating import Curating
from archivist.ui.editing import Editing
from archivist.ui.exporting import Exporting
from archivist.ui.help import Help
from archivist.ui.hub import Hub
from archivist.ui.importing import Importing, Outcome
from archivist.ui.inspecting import Inspecting
from archivist.ui.jobs import Jobs
from archivist.ui.library_filling import LibraryFilling
from archivist.ui.listing import Listing
from archivist.ui.message_bar import MessageBar
from archivist.ui.panes import Panes
from archivist.ui.searching import SearchField, Searching
from archivist.ui.settings import Settings
from archivist.ui.start_page import StartPage
from archivist.ui.status import Status
from archivist.ui.stepping import Stepping
from archivist.ui.tag_picker import TagPicker
from archivist.ui.tagging import Tagging
from archivist.ui.timing import Timing
from archivist.ui.tools import Tools
from archivist.ui.workspace import Workspace

_SIZE = (1440, 900)  # of a first window, where the screen has room for it


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
        self.workspace = Workspace(self.hub)
        self.search_field = SearchField()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.workspace)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self.picker = TagPicker(self)
        self.status = Status(self.statusBar(), self.hub, self.jobs)
        self._make_controllers()
        self._connect()
        self.actions_ = Actions(self, self._slots())
        self.actions_.fill(self.menuBar())
        self._fill_toolbar()
        self.panes.show_checks_on(self.actions_)
        self._restore()
        self._show_archive()

    def _make_controllers(self) -> None:
        hub, documents = self.hub, self.workspace.documents
        files = (self, hub, self.jobs, self.settings, self.messages)
        self.archives = Archives(*files)
        self.importing = Importing(*files)
        self.exporting = Exporting(*files)
        self.tools = Tools(*files, documents)
        self.stepping = Stepping(self, hub)
        self.help = Help(self)
        self.panes = Panes(self, self.workspace, self.settings)
        self.searching = Searching(self, hub, self.search_field, documents)
        self.filling = LibraryFilling(self, hub, self.workspace.library)
        self.listing = Listing(self, hub, self.workspace.library, documents)
        self.annotating = Annotating(self, hub, documents)
        self.tagging = Tagging(self, hub, documents, self.picker)
        self.citing = Citing(self, hub, documents)
        self.editing = Editing(self, hub)
        self.curating = Curating(self, hub, self.workspace.library, documents, self.editing)
        self.inspecting = Inspecting(self, hub, self.workspace.inspector, documents)
        self.timing = Timing(self, hub, self.workspace.timeline, documents)

    def _slots(self) -> Mapping[str, object]:
        """Gives the controllers by the names that the table of actions knows them by."""
        return {
            "window": self,
            "archives": self.archives,
            "importing": self.importing,
            "exporting": self.exporting,
            "history": self.stepping,
            "documents": self.workspace.documents,
            "searching": self.searching,
            "curating": self.curating,
            "editing": self.editing,
            "panes": self.panes,
            "annotating": self.annotating,
            "tools": self.tools,
            "help": self.help,
        }

    def _connect(self) -> None:
        hub = self.hub
        hub.message_shown.connect(self.messages.show_message)
        hub.failure_shown.connect(self.messages.show_failure)
        hub.archive_changed.connect(self._show_archive)
        hub.tables_changed.connect(lambda _tables: self._update_actions())
        hub.document_chosen.connect(lambda _id: self._update_actions())
        hub.excerpt_chosen.connect(lambda _id: self._update_actions())
        self.archives.closing.connect(self.workspace.inspector.commit_note)
        self.archives.closing.connect(self._remember_view)
        start = self.start_page
        start.sample_requested.connect(self.archives.open_sample)
        start.new_requested.connect(self.archives.ask_new)
        start.open_requested.connect(self.archives.ask_open)
        start.recent_requested.connect(self.archives.open)
        self.annotating.picker_requested.connect(self.tagging.ask)
        self.annotating.markers_link_requested.connect(self.tagging.link_markers)
        self.citing.citation_edit_requested.connect(lambda id_: self.editing.edit("citation", id_))
        self.citing.citation_choice_requested.connect(self.tagging.choose_citation_of)
        self.inspecting.tag_requested.connect(self.tagging.tag_excerpt)
        self.inspecting.link_requested.connect(self.tagging.link_excerpt)
        self.inspecting.edit_requested.connect(self.editing.edit)
        self.inspecting.show_requested.connect(self._show_thing)
        self.inspecting.claim_creation_requested.connect(self.editing.new_claim)
        self.inspecting.event_creation_requested.connect(
            lambda excerpt_id, date: self.editing.new_event(date, excerpt_id)
        )
        self.listing.thing_shown.connect(self.workspace.timeline.choose)
        self.listing.edit_requested.connect(self.editing.edit)
        self.searching.thing_requested.connect(self._show_thing)
        self.timing.edit_requested.connect(self.editing.edit)
        self.timing.thing_chosen.connect(self.listing.show)
        self.timing.shown_changed.connect(self.exporting.set_shown)
        self.workspace.documents.view_changed.connect(self._remember_view)
        self.importing.finished.connect(self._open_imported)
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            lambda _scheme: self.panes.follow_desktop()
        )

    def _fill_toolbar(self) -> None:
        bar = QToolBar(self.tr("Main toolbar"), movable=False, floatable=False)
        bar.setObjectName("mainToolBar")
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setIconSize(QSize(16, 16))
        actions = self.actions_
        self._import_button = _button(self.tr("Import…"))
        self._import_button.setIcon(actions["import_files"].icon())
        self._import_button.setToolTip(actions["import_files"].toolTip())
        self._import_button.clicked.connect(actions["import_files"].trigger)
        bar.addWidget(self._import_button)
        for name in ("undo", "redo"):
            bar.addAction(actions[name])
        bar.addWidget(_space())
        bar.addWidget(self.search_field)
        bar.addWidget(_space())
        self._export_button = _button(self.tr("Export excerpts") + " ▾")
        self._export_button.setMenu(actions.menus["export"])
        self._export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        bar.addWidget(self._export_button)
        self.addToolBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    # What is shown

    def _show_archive(self) -> None:
        hub = self.hub
        self._pages.setCurrentIndex(1 if hub.is_open else 0)
        self.search_field.setEnabled(hub.is_open)
        self._export_button.setEnabled(hub.is_open)
        if hub.is_open:
            archive = hub.archive
            state = " " + self.tr("(read-only)") if archive.read_only else ""
            self.setWindowTitle(f"{archive.name}{state} — Archivist")
            self.workspace.documents.restore(self.settings.view(archive.path))
            self.workspace.library.setFocus()
        else:
            self.setWindowTitle("Archivist")
            self.workspace.documents.close_all()
            self.start_page.set_recent(self.settings.recent)
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
        self.stepping.name_steps(self.actions_)

    def _show_thing(self, kind: str, thing_id: int) -> None:
        self.workspace.library.choose(kind, thing_id)
        self.listing.show(kind, thing_id)
        self.workspace.timeline.choose(kind, thing_id)

    def _open_imported(self, outcomes: list[Outcome]) -> None:
        """Opens what was imported, where it was one document and none is open yet."""
        imported = [item.document_id for item in outcomes if item.document_id is not None]
        if (len(outcomes) == 1 and imported) or (imported and self.hub.document_id is None):
            self.workspace.documents.open(imported[0])

    def _fill_recent(self) -> None:
        menu = self.actions_.menus["recent"]
        menu.clear()
        for path in self.settings.recent:
            action = menu.addAction(f"{path.stem} — {path.parent}".replace("&", "&&"))
            action.triggered.connect(lambda _checked, path=path: self.archives.open(path))
        menu.setEnabled(not menu.isEmpty())

    # What is remembered

    def _remember_view(self) -> None:
        if self.hub.is_open:
            view = self.workspace.documents.view() | {"excerpt": self.hub.excerpt_id}
            self.settings.set_view(self.hub.archive.path, view)

    def _restore(self) -> None:
        if not self.restoreGeometry(self.settings.bytes("geometry")):
            room = self.screen().availableSize()
            self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
        self.workspace.restore(self.settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers how the window looks; the work itself is on disk already, and nothing asks."""
        self.settings.set_bytes("geometry", self.saveGeometry())
        self.workspace.save(self.settings)
        self.archives.close()
        self.jobs.close()
        self.importing.close_child()
        self.workspace.documents.clean_up()
        self.settings.save()
        super().closeEvent(event)

    # What is dropped on the window, and the desktop's look

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders can be dropped while an archive is open for writing."""
        if event.mimeData().hasUrls() and self.hub.is_writable:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports what was dropped."""
        event.acceptProposedAction()
        self.importing.import_urls(event.mimeData().urls())

    def changeEvent(self, event: QEvent) -> None:
        """Takes the theme's icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self.actions_.update_icons()
            self._import_button.setIcon(self.actions_["import_files"].icon())


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
