"""What happens with an error of the program itself: it is logged and shown, with all details."""

import logging
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

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
    if not isinstance(application, QApplication) or _is_shown(application):
        return  # one report at a time; the log has them all
    translate = QCoreApplication.translate
    box = QMessageBox(application.activeWindow())
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
    box.finished.connect(box.deleteLater)
    box.open()


def _is_shown(application: QApplication) -> bool:
    return any(widget.objectName() == _NAME for widget in application.topLevelWidgets())
