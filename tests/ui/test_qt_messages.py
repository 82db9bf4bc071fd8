"""Qt's own warnings are in the log, and not on the terminal."""

import logging

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication

from archivist.ui import qt_messages


def test_a_warning_of_qt_is_logged_and_not_printed(
    qapp: QApplication, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with qt_messages.logged():
        qWarning("the moon is out of reach")
    assert [record.getMessage() for record in caplog.records] == ["the moon is out of reach"]
    assert caplog.records[0].levelno == logging.WARNING
    assert "moon" not in capfd.readouterr().err


def test_what_a_platform_without_frames_says_of_every_window_is_no_warning(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    with qt_messages.logged():
        qWarning("This plugin does not support propagateSizeHints()")
    assert caplog.records == []
