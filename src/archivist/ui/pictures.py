"""Pictures of the real window, without a screen: for the demo, the read-me, and to be looked at."""

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from archivist.archive.archive import open_archive
from archivist.domain.errors import ArchiveLockedError, StorageError
from archivist.ui import app, appearance, qt_messages
from archivist.ui.appearance import ThemeChoice
from archivist.ui.import_window import ImportWindow
from archivist.ui.main_window import MainWindow
from archivist.ui.reader import PageService
from archivist.ui.settings import Settings

_SECONDS = 20  # that pages of a PDF are waited for
_CALM = 0.4  # seconds without a change until a picture is taken


@dataclass(frozen=True, slots=True)
class View:
    """What a picture shows: size in pixels, theme, and what is open and chosen."""

    size: tuple[int, int] = (1440, 900)
    theme: ThemeChoice = ThemeChoice.LIGHT
    document: str = ""  # as `Documents.resolve` takes it; "" is the first
    excerpt: str = ""  # its short name, "3:14"; "" is the document's first
    text_view: bool = False  # a PDF's text instead of its pages
    picker: str | None = None  # what is typed into the tag picker; None leaves it closed
    right_to_left: bool = False
    review: bool = False  # what is found in the documents, and the pane that goes through it
    by_collection: bool = False  # the library's documents where they are filed
    contents: bool = False  # the outline beside the document
    imported: tuple[Path, ...] = ()  # what is brought in, with the queue in front


def save_window(archive: Path | None, picture: Path, view: View | None = None) -> None:
    """Saves a picture of the window on an archive, or of the first page where there is none.

    Nothing of it is remembered, and the archive is not changed, unless suggestions are reviewed
    or files imported.

    Raises:
        ArchivistError: The archive cannot be opened, or has no such document or excerpt.
        StorageError: The picture cannot be written.
    """
    wanted = view or View()
    if QApplication.instance() is None and not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = app.prepare()
    appearance.apply(application, wanted.theme)
    direction = Qt.LayoutDirection
    application.setLayoutDirection(
        direction.RightToLeft if wanted.right_to_left else direction.LeftToRight
    )
    with (
        qt_messages.logged(),
        tempfile.TemporaryDirectory(prefix="archivist-picture-") as folder,
    ):
        window = MainWindow(Settings(Path(folder) / "settings.ini"))
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*wanted.size)
        window.show()
        if archive is not None:
            _arrange(window, archive, wanted)
        _let_settle(application, window)
        if wanted.picker is not None and window.hub.excerpt_id is not None:
            window.bench.tagging.tag_excerpt(window.hub.excerpt_id, wanted.picker)
            _let_settle(application, window)
        saved = _drawn(window).save(str(picture))
        window.close()
        window.deleteLater()
        application.processEvents()
    application.setLayoutDirection(direction.LeftToRight)
    if not saved:
        raise StorageError(f"The picture “{picture}” cannot be written; check its folder.")


def _arrange(window: MainWindow, archive: Path, view: View) -> None:
    """Opens and chooses what the picture is to show."""
    try:
        opened = open_archive(archive)
    except ArchiveLockedError:
        opened = open_archive(archive, read_only=True)
    window.archives.show(opened)
    if not view.review:
        window.bench.suggesting.stop()  # it could come in between
    if view.imported:
        window.bench.importing.import_paths(view.imported)
        window.bench.importing.show_queue()
    documents = opened.documents.all()
    if not documents:
        return
    document = opened.documents.resolve(view.document) if view.document else documents[0]
    for other in documents[:3]:
        window.bench.documents.open(other.id)
    reader = window.bench.documents.open(document.id)
    excerpts = opened.excerpts.in_document(document.id)
    chosen = opened.excerpts.by_name(view.excerpt) if view.excerpt else next(iter(excerpts), None)
    if chosen is not None:
        window.bench.documents.show_excerpt(chosen.id)
    if reader is not None and view.text_view:  # a region goes to its page
        reader.switch_view()
    if view.by_collection:
        window.bench.filling.switch_collection()
    if view.contents:
        window.bench.outlines.switch()
    if view.review:
        window.bench.suggesting.look_again()
        window.bench.panes.open_review()


def _drawn(window: MainWindow) -> QPixmap:
    """Gives the picture of the window, with the import queue in its middle if it is open."""
    picture = window.grab()
    queue = window.findChild(ImportWindow)
    if queue is not None:
        inside = window.rect()
        corner = inside.center() - queue.rect().center()
        painter = QPainter(picture)
        painter.drawPixmap(QPoint(max(0, corner.x()), max(0, corner.y())), queue.grab())
        painter.end()
    return picture


def _let_settle(application: QApplication, window: MainWindow) -> None:
    """Runs the event loop until pages are drawn and nothing moves any more."""
    end = time.monotonic() + _SECONDS
    calm_until = time.monotonic() + _CALM
    while time.monotonic() < min(end, calm_until):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        time.sleep(0.01)
        is_busy = window.hub.is_open and (
            window.bench.suggesting.is_busy or window.bench.importing.run.is_running
        )
        if is_busy or any(service.is_waiting() for service in window.findChildren(PageService)):
            calm_until = time.monotonic() + _CALM


def _has_screen() -> bool:
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return any(os.environ.get(name) for name in names)
