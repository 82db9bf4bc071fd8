"""The status bar: what was saved, counts, and the running job with a Cancel that works."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton

from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs

_MILLISECONDS_SHOWN = 8_000
_TASK_LETTERS = 64  # of a task that the bar has room for
_STEPS = 1000  # of the progress of a task of many parts
_COUNTED = frozenset({"document", "excerpt"})


class Status(QObject):
    """Fills a window's status bar from the hub and the jobs."""

    task_clicked = Signal()

    def __init__(self, bar: QStatusBar, hub: Hub, jobs: Jobs) -> None:
        super().__init__(bar)
        self._hub, self._jobs = hub, jobs
        bar.setSizeGripEnabled(False)
        self._saved = QLabel()
        self._saved.setObjectName("savedText")
        self._task = QToolButton(autoRaise=True)
        self._task.setObjectName("taskText")
        self._task.clicked.connect(self.task_clicked)
        self._task_text = ""
        self._progress = QProgressBar(textVisible=False)
        self._progress.setFixedWidth(116)
        self._progress.setAccessibleName(self.tr("Progress of the running task"))
        self._cancel = QToolButton(autoRaise=True)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the running task"))
        self._cancel.clicked.connect(jobs.cancel_all)
        self._message = QLabel()
        self._message.setObjectName("statusMessage")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.hide()
        self._shown = QTimer(self, singleShot=True, interval=_MILLISECONDS_SHOWN)
        self._shown.timeout.connect(self._end_message)
        # Unstretched, since a label sets its words by their own direction: what is as wide as its
        # words stands at the leading side of a mirrored window, too.
        bar.addWidget(self._message)
        bar.addWidget(self._saved)
        for widget in (self._task, self._progress, self._cancel):
            bar.addPermanentWidget(widget)
        hub.archive_changed.connect(self._update_counts)
        hub.tables_changed.connect(self._update_tables)
        hub.message_shown.connect(self.show_message)
        jobs.changed.connect(self._update_task)
        self._update_counts()
        self._update_task()

    @property
    def text(self) -> str:
        """What the bar says about the archive."""
        return self._saved.text()

    @property
    def task_text(self) -> str:
        """What the bar says about the running job, "" when nothing runs."""
        return self._task_text if self._jobs.tasks else ""

    @property
    def message(self) -> str:
        """The short message that stands in place of the counts, "" when there is none."""
        return "" if self._message.isHidden() else self._message.text()

    def show_message(self, text: str) -> None:
        """Says for a while what was done, or what is missing; it is read out, too."""
        self._message.setText(text)
        self._message.show()
        self._saved.hide()
        self._shown.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._message, text))

    def cancel(self) -> None:
        """Does what the button beside the running job does."""
        self._cancel.click()

    def _end_message(self) -> None:
        self._message.hide()
        self._saved.show()

    def _update_tables(self, tables: frozenset[str]) -> None:
        if tables & _COUNTED:
            self._update_counts()

    def _update_counts(self) -> None:
        if not self._hub.is_open:
            self._saved.setText("")
            return
        archive = self._hub.archive
        documents = self.tr("%n document(s)", "", len(archive.documents.counts()))
        excerpts = self.tr("%n excerpt(s)", "", archive.excerpts.count())
        state = self.tr("Read-only") if archive.read_only else self.tr("Saved")
        self._saved.setText(f"{state} · {archive.path.name} · {documents}, {excerpts}")

    def _update_task(self) -> None:
        tasks = self._jobs.tasks
        for widget in (self._task, self._progress, self._cancel):
            widget.setVisible(bool(tasks))
        if not tasks:
            return
        task = tasks[0]
        text = task.name
        if task.unit and task.total_units > 1:
            text += ", " + self.tr("{unit} {done} of {total}").format(
                unit=task.unit, done=task.done_units, total=task.total_units
            )
        self._task_text = text
        room = self._task.fontMetrics().averageCharWidth() * _TASK_LETTERS
        shown = self._task.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        self._task.setText(shown.replace("&", "&&"))
        self._task.setToolTip(text)
        # Only an import has more to show than the bar has.
        self._task.setEnabled(task.share is not None)
        self._task.setAccessibleName(text)
        if task.share is None:
            self._progress.setRange(0, task.total_units)
            self._progress.setValue(task.done_units)
        else:
            self._progress.setRange(0, _STEPS)
            self._progress.setValue(round(task.share * _STEPS))
