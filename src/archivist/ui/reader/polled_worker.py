"""A worker whose answers are fetched by a timer, so that nothing in the window waits for it."""

from PySide6.QtCore import QObject, QTimer, Signal

from archivist.readers.isolate import Worker

_POLL = 12  # milliseconds
_REST = 60_000  # milliseconds without a wish until the child ends


class PolledWorker(QObject):
    """Tells answers by a signal, and ends the child when nothing is wished for a while."""

    answered = Signal(list)  # Answers, at least one

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.worker = Worker()
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._collect)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.worker.close)
        self.destroyed.connect(self.worker.close)

    def begin(self) -> None:
        """Looks for answers from now on; to be called when something is wished."""
        self._rest.stop()
        if not self._poll.isActive():
            self._poll.start()

    def close(self) -> None:
        """Ends the child; a later wish would start another."""
        self._poll.stop()
        self._rest.stop()
        self.worker.close()

    def _collect(self) -> None:
        answers = self.worker.poll()
        if answers:
            self.answered.emit(answers)
        if not self.worker.busy:
            self._poll.stop()
            self._rest.start()
