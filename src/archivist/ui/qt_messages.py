"""What Qt itself has to say goes into our log, under the name "qt", instead of to the terminal."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_logger = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Said of each window by platforms that have no frames to tell; it says nothing about the program.
_OF_NO_SCREEN = "This plugin does not support propagateSizeHints()"


@contextmanager
def logged() -> Iterator[None]:
    """Logs what Qt says meanwhile; afterwards it goes where it went before."""
    before = qInstallMessageHandler(_log)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _log(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = logging.DEBUG if message == _OF_NO_SCREEN else _LEVELS.get(kind, logging.DEBUG)
    _logger.log(level, "%s", message)
