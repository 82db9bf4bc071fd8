"""The queue of an import: what waits, is being read, is done or failed, and what to do about it."""

from PySide6.QtCore import QItemSelection, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.hub import Hub
from archivist.ui.import_queue import RETRIED, WAITS, Entry, State
from archivist.ui.import_run import ImportRun
from archivist.ui.import_table import ENTRY_ROLE, ImportTable, ShownFiles
from archivist.ui.settings import Settings

_MILLISECONDS_BETWEEN_LOOKS = 200  # a batch changes faster than anybody reads
_STEPS = 1000  # of the bar


class ImportWindow(QDialog):
    """Stands beside the work: one can go on reading while it is open."""

    def __init__(self, parent: QWidget, run: ImportRun, hub: Hub, settings: Settings) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import Queue"))
        self.resize(860, 540)
        self._run, self._hub, self._settings = run, hub, settings
        self._summary = QLabel(wordWrap=True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self.filter = QLineEdit(placeholderText=self.tr("Filter the files"))
        self.filter.setAccessibleName(self.tr("Filter the files"))
        self.filter.setClearButtonEnabled(True)
        self.states = QComboBox()
        self.states.setAccessibleName(self.tr("Which files are shown"))
        for words, states in (
            (self.tr("all files"), frozenset(State)),
            (self.tr("waiting and being read"), WAITS | {State.READING, State.READ}),
            (self.tr("done"), frozenset({State.IMPORTED, State.DUPLICATE})),
            (self.tr("failed and left out"), RETRIED),
        ):
            self.states.addItem(words, states)
        self._table = ImportTable(run, self)
        self.files = ShownFiles(self)
        self.files.setSourceModel(self._table)
        self.view = self._made_view()
        self.pause = QPushButton(self.tr("&Pause"))
        self.cancel = QPushButton(self.tr("Ca&ncel Import"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.remove.setToolTip(self.tr("Take the chosen files that wait out of the queue (Del)"))
        self.retry = QPushButton(self.tr("&Try Again"))
        self.retry.setToolTip(self.tr("Try those again that failed: the chosen ones, or all"))
        self.save = QPushButton(self.tr("&Save Report…"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        self._lay_out(close)
        self.pause.clicked.connect(self._pause_or_resume)
        self.cancel.clicked.connect(run.cancel)
        self.remove.clicked.connect(self._remove)
        self.retry.clicked.connect(self._retry)
        self.save.clicked.connect(self._save)
        self.filter.textChanged.connect(self._show_some)
        self.states.currentIndexChanged.connect(self._show_some)
        self._soon = QTimer(self, singleShot=True, interval=_MILLISECONDS_BETWEEN_LOOKS)
        self._soon.timeout.connect(self.follow)
        run.changed.connect(self._update_soon)
        self.follow()

    def chosen(self) -> list[Entry]:
        """Gives the files that are selected."""
        rows = self.view.selectionModel().selectedRows()
        return [row.data(ENTRY_ROLE) for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the chosen files out."""
        if event.key() == Qt.Key.Key_Delete and self.view.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)

    def _made_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.files)
        view.setAccessibleName(self.tr("Files of the import"))
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # a folder's end tells the most
        view.setTabKeyNavigation(False)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 8)
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.Interactive,
                QHeaderView.ResizeMode.Interactive,
                QHeaderView.ResizeMode.Stretch,
            )
        ):
            header.setSectionResizeMode(column, mode)
        letter = view.fontMetrics().averageCharWidth()
        header.resizeSection(0, letter * 38)
        header.resizeSection(1, letter * 22)
        view.selectionModel().selectionChanged.connect(self._update_buttons)
        return view

    def _lay_out(self, close: QDialogButtonBox) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.filter, 1)
        filters.addWidget(self.states)
        buttons = QHBoxLayout()
        for button in (self.pause, self.cancel, self.remove, self.retry, self.save):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._summary)
        column.addWidget(self._bar)
        column.addLayout(filters)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)

    def _update_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def follow(self) -> None:
        """Shows the queue as it is now."""
        self._table.follow()
        queue = self._run.queue
        self._summary.setText(self._said())
        self._bar.setValue(round(queue.share() * _STEPS) if queue.entries else 0)
        self._update_buttons()

    def _said(self) -> str:
        counts = self._run.queue.counts()
        total = len(self._run.queue.entries)
        if not total:
            return self.tr("No files wait. Drop files or folders on the window, or press Ctrl+I.")
        over = total - sum(
            counts[state] for state in (*WAITS, State.READING, State.READ, State.LEFT_OUT)
        )
        words = [
            self.tr("{done} of %n file(s) done", "", total).format(done=f"{over:n}"),
            self.tr("{count} imported").format(count=f"{counts[State.IMPORTED]:n}"),
        ]
        for state, text in (
            (State.DUPLICATE, self.tr("{count} there already")),
            (State.FAILED, self.tr("{count} failed")),
            (State.LOCKED, self.tr("{count} need a password")),
            (State.LEFT_OUT, self.tr("{count} left out")),
        ):
            if counts[state]:
                words.append(text.format(count=f"{counts[state]:n}"))
        if self._run.is_paused:
            words.append(self.tr("paused"))
        return " · ".join(words)

    def _update_buttons(self, _selected: QItemSelection | None = None) -> None:
        run, chosen = self._run, self.chosen()
        self.pause.setText(self.tr("&Resume") if run.is_paused else self.tr("&Pause"))
        self.pause.setEnabled(run.is_running)
        self.cancel.setEnabled(run.is_running)
        self.remove.setEnabled(any(entry.state in WAITS for entry in chosen))
        self.retry.setEnabled(bool(self._to_retry()) and self._hub.is_writable)
        self.save.setEnabled(bool(run.queue.results()) and self._hub.is_open)

    def _to_retry(self) -> list[Entry]:
        """Gives what failed of the chosen files, of all where none is chosen that failed."""
        chosen = [entry for entry in self.chosen() if entry.state in RETRIED]
        return chosen or [entry for entry in self._run.queue.entries if entry.state in RETRIED]

    def _show_some(self) -> None:
        self.files.show_only(self.states.currentData(), self.filter.text())
        self._update_buttons()

    def _pause_or_resume(self) -> None:
        if self._run.is_paused:
            self._run.resume()
        else:
            self._run.pause()
        self.follow()

    def _remove(self) -> None:
        self._run.remove(self.chosen())
        self.follow()

    def _retry(self) -> None:
        self._run.retry(self._to_retry())
        self.follow()

    def _save(self) -> None:
        from archivist.ui.import_report import ask_to_save

        ask_to_save(self, self._hub, self._settings, self._run.queue.results())
