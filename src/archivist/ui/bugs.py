"""What happens with an error of the program itself: it is logged and shown, with all details."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QWidget

from archivist import paths

_logger = logging.getLogger("archivist")
_NAME = "bugReport"


def report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Logs an unexpected error and shows it; takes the place of `sys.excepthook`."""
    details = "".join(traceback.format_exception(kind, error, trace))
    _logger.critical("unexpected error\n%s", details)
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.quit()
        return
    application = QApplication.instance()
    window = _window(application) if isinstance(application, QApplication) else None
    if window is None:
        sys.__excepthook__(kind, error, trace)
        return
    if window.findChildren(QMessageBox, _NAME):
        return  # one report at a time; the log has them all
    translate = QCoreApplication.translate
    box = QMessageBox(window)
    box.setObjectName(_NAME)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Bugs", "Unexpected Error"))
    box.setText(translate("Bugs", "Something went wrong inside Archivist."))
    box.setInformativeText(
        translate(
            "Bugs",
            "Every finished step is safe on disk. You can go on; if it happens again, please send "
            "the details below to whoever looks after this program.\n\nLog: {path}",
        ).format(path=paths.log_file())
    )
    box.setDetailedText(details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _window(application: QApplication) -> QWidget | None:
    """Gives the window that a report belongs to, also while another program is in front.

    Without a parent, the report would be gone with the last reference to it, before it is seen.
    """
    windows = (each for each in application.topLevelWidgets() if isinstance(each, QMainWindow))
    return next(windows, None)
