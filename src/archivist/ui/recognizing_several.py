"""Recognizing the text of many documents: asked for once, done one after the other, told once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.domain.errors import ArchivistError, CancelledError, NotFoundError
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs
from archivist.ui.message_bar import MessageBar
from archivist.ui.recognizing import ask_to_install, named, recognize_apart

if TYPE_CHECKING:
    from archivist.recognizing import Recognized

_TOLD = 3  # failures that are told in full


@dataclass(slots=True)
class _Batch:
    """Documents to recognize in an archive, and what became of those that are over."""

    archive: Path
    waiting: list[int]
    languages: tuple[str, ...]
    total: int
    recognized: int = 0
    failed: int = 0
    words: int = 0
    doubtful: int = 0
    failures: list[str] = field(default_factory=list)  # sentences about documents and pages

    def note(self, fault: ArchivistError) -> None:
        """Notes that a document could not be recognized."""
        self.failed += 1
        self.failures.append(fault.sentence)


class RecognizingSeveral(QObject):
    """Gives documents that are chosen in the library the text of their pages, each in one step."""

    def __init__(
        self, window: QWidget, hub: Hub, jobs: Jobs, messages: MessageBar, documents: Documents
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._jobs = window, hub, jobs
        self._messages, self._documents = messages, documents

    def ask(self, document_ids: Sequence[int]) -> None:
        """Asks for the languages of those among some documents that have pages without text."""
        from archivist.readers.tesseract import installed
        from archivist.recognizing import pages_without_text, usual_languages
        from archivist.ui.dialogs.recognition import LanguagesDialog

        archive = self._hub.archive
        wanted = [each for each in document_ids if pages_without_text(archive, each)]
        if not wanted:
            self._hub.message_shown.emit(
                self.tr("None of these documents has pages without text to recognize.")
            )
            return
        engine = installed()
        if engine is None or not engine.languages:
            ask_to_install(self._window)
            return
        dialog = LanguagesDialog(
            self.tr(
                "The words on all pages without text of %n document(s) are read by Tesseract.",
                "",
                len(wanted),
            ),
            named(engine.languages),
            usual_languages(archive, wanted[0], engine),
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.recognize(wanted, dialog.ticked()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def recognize(self, document_ids: Sequence[int], languages: tuple[str, ...]) -> None:
        """Recognizes all pages without text of some documents, as long as nobody cancels it."""
        archive = self._hub.archive.path
        self._go_on(_Batch(archive, list(document_ids), languages, len(document_ids)))

    def _go_on(self, batch: _Batch) -> None:
        if not self._hub.is_open or self._hub.archive.path != batch.archive:
            return
        if not batch.waiting:
            self._tell(batch)
            return
        try:
            document = self._hub.archive.documents.get(batch.waiting.pop(0))
        except NotFoundError as fault:  # it was deleted meanwhile
            batch.note(fault)
            self._go_on(batch)
            return
        number = batch.total - len(batch.waiting)
        self._jobs.submit(
            self.tr("Recognizing {number} of {total} · {title}").format(
                number=number, total=batch.total, title=document.title
            ),
            recognize_apart(
                batch.archive,
                document.id,
                batch.languages,
                None,
                self._documents.password(document.sha256),
            ),
            partial(self._keep, batch),
            partial(self._fail, batch),
            unit=self.tr("page"),
        )

    def _keep(self, batch: _Batch, recognized: "Recognized") -> None:
        from archivist.recognizing import keep

        if not self._hub.is_open or self._hub.archive.path != batch.archive:
            return
        try:
            kept = keep(self._hub.archive, recognized)
        except ArchivistError as fault:
            batch.note(fault)
        else:
            batch.recognized += 1
            batch.words += kept.words
            batch.doubtful += kept.doubtful
            batch.failures += recognized.failures
        self._hub.tell_now()
        if recognized.left_out:  # it was cancelled in the middle of this one
            self._tell(batch)
        else:
            self._go_on(batch)

    def _fail(self, batch: _Batch, fault: ArchivistError) -> None:
        if isinstance(fault, CancelledError):
            self._tell(batch)
            return
        batch.note(fault)
        self._go_on(batch)

    def _tell(self, batch: _Batch) -> None:
        text = self.tr("Recognized %n document(s).", "", batch.recognized)
        text += " " + self.tr("%n word(s)", "", batch.words)
        text += ", " + self.tr("%n of them doubtful.", "", batch.doubtful)
        if left_out := batch.total - batch.recognized - batch.failed:
            text += " " + self.tr("Cancelled: %n document(s) left out.", "", left_out)
        if batch.failures:
            told = " ".join(batch.failures[:_TOLD])
            self._messages.show_failure(f"{text} {told}" + " …" * (len(batch.failures) > _TOLD))
        else:
            self._messages.show_message(text)
