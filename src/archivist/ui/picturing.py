"""The pictures inside documents, each by itself: looked at closely, copied, saved as it came."""

import mimetypes
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from archivist.domain.model import Picture
from archivist.ui.documents import Documents
from archivist.ui.reader import Reader
from archivist.ui.reader.picture_dialog import PictureDialog
from archivist.ui.settings import Settings
from archivist.ui.tools import Tools


class Picturing(QObject):
    """What a double click on a picture, or Enter on its words, does."""

    def __init__(
        self, window: QWidget, settings: Settings, documents: Documents, tools: Tools
    ) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._documents, self._tools = documents, tools
        documents.reader_added.connect(self._connect_reader)

    def show_picture(self, picture: Picture) -> None:
        """Shows a picture of the document in front by itself."""
        reader = self._documents.reader
        service = reader.text_view.picture_source if reader is not None else None
        if reader is None or service is None:
            return
        words = reader.text_view.text()[picture.start : picture.end].strip("\ufffc")
        dialog = PictureDialog(picture, words, service, self._window)
        dialog.save_requested.connect(lambda: self._ask_save(picture))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect_reader(self, reader: Reader) -> None:
        reader.picture_activated.connect(self.show_picture)

    def _ask_save(self, picture: Picture) -> None:
        suffix = mimetypes.guess_extension(picture.media_type) or ""
        name = self.tr("picture") + f"-{picture.sha256[:8]}{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save Picture"), str(self._settings.folder / name)
        )
        if chosen:
            self._tools.save_original_to(picture.sha256, Path(chosen))
