"""The program with a window: one application, one window, and a place for unexpected errors."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from archivist import paths
from archivist.ui import appearance, qt_messages
from archivist.ui.bugs import report_bug
from archivist.ui.main_window import MainWindow
from archivist.ui.plurals import EnglishPlurals
from archivist.ui.settings import Settings

_LOG_BYTES = 1_000_000


def run(archive: Path | None) -> int:
    """Opens the window, on an archive if one is given; gives the program's exit code."""
    application = prepare()
    _log_to_file()
    sys.excepthook = report_bug
    with qt_messages.logged():
        window = MainWindow()
        window.show()
        if archive is not None:
            window.open_soon(archive)
        return application.exec()


def prepare() -> QApplication:
    """Makes the application with its name, language and theme."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("archivist")
    application.setDesktopFileName("archivist")
    application.setStyle("fusion")
    _translate(application)
    appearance.apply(application, Settings().theme)
    application.setWindowIcon(appearance.icon("archivist"))
    return application


def _translate(application: QApplication) -> None:
    """Puts Qt's own texts, and ours where there are any, into the desktop's language."""
    application.installTranslator(EnglishPlurals(application))
    locale = QLocale.system()
    folders = (
        QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        str(paths.resource("translations")),
    )
    for name, folder in zip(("qtbase", "archivist"), folders, strict=True):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder):
            application.installTranslator(translator)


def _log_to_file() -> None:
    file = paths.log_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
