"""Recognizing text in the window: asked for, done in a job, kept in one step, and told."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.archive.archive import open_archive
from archivist.domain.errors import ArchivistError, CancelledError, PasswordNeededError
from archivist.domain.vocabulary import TextSource
from archivist.readers.formats import drawer_of
from archivist.ui.documents import Documents
from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs, Task
from archivist.ui.message_bar import MessageBar
from archivist.ui.reader import Reader

# Readers and finders are loaded when they are needed, so that the window opens without them.
if TYPE_CHECKING:
    from archivist.recognizing import Kept, Recognized
    from archivist.ui.dialogs.recognition import RecognitionWish


def named(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Gives Tesseract's names of languages with what people call them here."""
    from archivist.readers.tesseract_languages import name_of

    tongue = QLocale().bcp47Name().partition("-")[0] or "en"
    return [(code, name_of(code, tongue)) for code in codes]


def ask_to_install(window: QWidget) -> None:
    """Says how the program that recognizes text is installed."""
    from archivist.readers.tesseract import HOW_TO_INSTALL
    from archivist.ui.dialogs.recognition import InstallDialog

    install = InstallDialog(tuple(HOW_TO_INSTALL.items()), window)
    install.finished.connect(install.deleteLater)
    install.open()


def recognize_apart(
    path: Path,
    document_id: int,
    languages: Sequence[str],
    pages: Sequence[int] | None,
    password: str | None,
) -> Callable[[Task], "Recognized"]:
    """Gives the work of a job that recognizes a document; None for all pages without text."""

    def work(task: Task) -> "Recognized":
        from archivist.recognizing import recognize

        # On a connection of its own: it sees what is in the archive when its turn comes.
        with open_archive(path, read_only=True) as opened:
            return recognize(
                opened,
                document_id,
                languages=languages,
                pages=pages,
                password=password,
                progress=task.report,
                cancelled=task.is_cancelled,
            )

    return work


class Recognizing(QObject):
    """Gives the document in front the text of its pages, and shows which words are doubtful."""

    password_known = Signal(str, str)  # SHA-256 of a file, and what opens it

    def __init__(
        self, window: QWidget, hub: Hub, jobs: Jobs, messages: MessageBar, documents: Documents
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._jobs = window, hub, jobs
        self._messages, self._documents = messages, documents
        documents.reader_added.connect(self._connect_reader)

    def ask(self) -> None:
        """Asks for languages and pages of the document in front."""
        tab = self._documents.tab
        if tab is None or tab.model is None or tab.reader is None:
            return
        if not drawer_of(tab.model.format):
            self._hub.message_shown.emit(
                self.tr("All of this document is text: there is nothing to recognize.")
            )
            return
        from archivist.readers.tesseract import installed
        from archivist.recognizing import usual_languages
        from archivist.ui.dialogs.recognition import RecognitionDialog

        engine = installed()
        if engine is None or not engine.languages:
            ask_to_install(self._window)
            return
        archive, document_id, pages = self._hub.archive, tab.document_id, tab.model.pages
        page = tab.reader.page()
        dialog = RecognitionDialog(
            tab.model.title,
            named(engine.languages),
            usual_languages(archive, document_id, engine),
            [each.number for each in pages if each.text_source is TextSource.NONE],
            page,
            has_text=pages[page - 1].end > pages[page - 1].start,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.recognize(document_id, dialog.value()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def recognize(
        self, document_id: int, wish: "RecognitionWish", password: str | None = None
    ) -> None:
        """Recognizes pages of a document in a job; what it gives is one step."""
        archive = self._hub.archive
        document = archive.documents.get(document_id)
        path = archive.path
        known = password or self._documents.password(document.sha256)
        self._jobs.submit(
            self.tr("Recognizing {title}").format(title=document.title),
            recognize_apart(path, document_id, wish.languages, wish.pages, known),
            lambda recognized: self._keep(path, recognized, known),
            lambda fault: self._fail(path, document_id, wish, known, fault),
            unit=self.tr("page"),
        )

    def toggle_doubtful(self) -> None:
        """Marks the words that were recognized with little confidence, or no longer."""
        self._documents.show_doubtful(shown=not self._documents.shows_doubtful)

    def _mark_doubtful(self) -> None:
        self._documents.show_doubtful(shown=True)

    def _connect_reader(self, reader: Reader) -> None:
        reader.recognition_requested.connect(self.ask)

    def _is_still_open(self, path: Path) -> bool:
        return self._hub.is_open and self._hub.archive.path == path

    def _keep(self, path: Path, recognized: "Recognized", password: str | None) -> None:
        from archivist.recognizing import keep

        if not self._is_still_open(path):
            return
        with self._hub.showing_failures():
            if password is not None:
                self.password_known.emit(recognized.file, password)
            title = self._hub.archive.documents.get(recognized.document_id).title
            kept = keep(self._hub.archive, recognized)
            self._hub.tell_now()
            self._tell(title, recognized, kept)

    def _tell(self, title: str, recognized: "Recognized", kept: "Kept") -> None:
        if not kept.words:
            text = self.tr("No words were recognized on %n page(s) of “{title}”.", "", kept.pages)
        else:
            text = self.tr("Recognized %n page(s) of “{title}”.", "", kept.pages)
            text += " " + self.tr("%n word(s)", "", kept.words)
            text += ", " + self.tr("%n of them doubtful.", "", kept.doubtful)
        if recognized.left_out:
            text += " " + self.tr("Cancelled: %n page(s) left out.", "", recognized.left_out)
        if kept.excerpts:
            lost = len(kept.excerpts)
            text += " " + self.tr("%n excerpt(s) have no place in the new text.", "", lost)
        text = text.format(title=title)
        if recognized.failures:
            self._messages.show_failure(f"{text} {' '.join(recognized.failures[:3])}")
        elif kept.doubtful and not self._documents.shows_doubtful:
            self._messages.show_message(text, self.tr("Mark doubtful words"), self._mark_doubtful)
        else:
            self._messages.show_message(text)

    def _fail(
        self,
        path: Path,
        document_id: int,
        wish: "RecognitionWish",
        password: str | None,
        fault: ArchivistError,
    ) -> None:
        if not self._is_still_open(path) or isinstance(fault, CancelledError):
            return
        if not isinstance(fault, PasswordNeededError):
            self._messages.show_failure(fault.sentence)
            return
        from archivist.ui.dialogs.password import PasswordDialog

        name = self._hub.archive.documents.get(document_id).title
        dialog = PasswordDialog(name, was_wrong=password is not None, parent=self._window)
        dialog.accepted.connect(lambda: self.recognize(document_id, wish, dialog.value()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
