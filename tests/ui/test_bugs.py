"""Unexpected errors in the real program: each is logged and shown once, and the window lives on.

The program runs in a process of its own, since pytest-qt takes exceptions of Qt for itself.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = """
import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from archivist import paths
from archivist.ui import app
from archivist.ui.main_window import MainWindow

told = {"shown": {}, "log": str(paths.log_file())}


class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            raise LookupError("bug in an event filter")
        return False


class Widget(QWidget):
    def event(self, event):
        if event.type() == QEvent.Type.User:
            raise ArithmeticError("bug in an event handler")
        return super().event(event)


def window():
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    return found


def raise_in_slot():
    def slot(_text):
        raise ZeroDivisionError("bug in a slot")
    window().hub.message_shown.connect(slot)
    window().hub.message_shown.emit("go")
    window().hub.message_shown.disconnect(slot)


def raise_in_handler():
    widget = Widget(window())
    QApplication.postEvent(widget, QEvent(QEvent.Type.User))


def raise_in_filter():
    watched = QWidget(window())
    watched.installEventFilter(Filter(watched))
    QApplication.postEvent(watched, QEvent(QEvent.Type.User))


def raise_in_job():
    def work(_task):
        raise KeyError("bug in a job")
    window().jobs.submit("Fail", work, print, print)


def raise_after_job():
    def done(_result):
        raise IndexError("bug after a job")
    window().jobs.submit("Work", lambda _task: 1, done, print)


def raise_in_timer():
    def late():
        raise ValueError("bug in a timer")
    QTimer.singleShot(0, late)


deeds = {
    "bug in a slot": raise_in_slot,
    "bug in an event handler": raise_in_handler,
    "bug in an event filter": raise_in_filter,
    "bug in a job": raise_in_job,
    "bug after a job": raise_after_job,
    "bug in a timer": raise_in_timer,
}


def reports():
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    return [each for each in boxes if each.isVisible()]


def drive(waiting):
    if not waiting:
        window().archives.start(Path(sys.argv[1]))
        told["lives"] = window().hub.is_open and not window().jobs.tasks
        window().close()
        return
    deeds[waiting[0]]()
    QTimer.singleShot(300, lambda: look(waiting))


def look(waiting):
    told["shown"][waiting[0]] = [box.detailedText().count(waiting[0]) > 0 for box in reports()]
    for box in reports():
        box.close()
    QTimer.singleShot(0, lambda: drive(waiting[1:]))


app.prepare()
QTimer.singleShot(300, lambda: drive(list(deeds)))
told["code"] = app.run(None)
print(json.dumps(told))
"""

FOLDERS = ("DATA", "CONFIG", "STATE", "CACHE")
KINDS = [
    ("ZeroDivisionError", "bug in a slot"),
    ("ArithmeticError", "bug in an event handler"),
    ("LookupError", "bug in an event filter"),
    ("KeyError", "bug in a job"),
    ("IndexError", "bug after a job"),
    ("ValueError", "bug in a timer"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder: Path = tmp_path_factory.mktemp("bugs")
    program = folder / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, program, folder / "after.archivist"],
        env=os.environ | {f"XDG_{name}_HOME": str(folder) for name in FOLDERS},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    found["logged"] = Path(found["log"]).read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize(("kind", "words"), KINDS)
def test_a_bug_is_shown_once_and_logged_once(told: dict[str, Any], kind: str, words: str) -> None:
    assert told["shown"][words] == [True]
    ends = [line for line in told["logged"].splitlines() if line.startswith(f"{kind}: ")]
    assert len(ends) == 1
    assert words in ends[0]


def test_the_window_lives_on_after_every_bug(told: dict[str, Any]) -> None:
    assert told["lives"]
    assert told["code"] == 0
    assert told["logged"].count("unexpected error") == len(KINDS)
