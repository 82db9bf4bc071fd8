"""Exporting to CSV: as a job on a connection of its own, so that one can work on meanwhile."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from archivist.archive.archive import open_archive
from archivist.archive.selection import ALL, Selection
from archivist.domain.errors import ArchivistError, CancelledError
from archivist.ui.hub import Hub
from archivist.ui.jobs import Jobs, Task
from archivist.ui.message_bar import MessageBar
from archivist.ui.settings import Settings

Rows = Literal["excerpt", "link"]


class Exporting(QObject):
    """Writes the excerpts that are shown, or all of them."""

    def __init__(
        self, window: QWidget, hub: Hub, jobs: Jobs, settings: Settings, messages: MessageBar
    ) -> None:
        super().__init__(window)
        self._window, self._hub, self._jobs = window, hub, jobs
        self._settings, self._messages = settings, messages
        self._shown = ALL
        hub.archive_changed.connect(lambda: self.set_shown(ALL))

    def set_shown(self, selection: Selection) -> None:
        """Says what the timeline's filters let through."""
        self._shown = selection

    def ask_shown(self) -> None:
        """Exports what the filters show, one row an excerpt."""
        self._ask(self._shown, "excerpt")

    def ask_all(self) -> None:
        """Exports every excerpt, one row each."""
        self._ask(ALL, "excerpt")

    def ask_links(self) -> None:
        """Exports what the filters show, one row an excerpt × event × actor × citation."""
        self._ask(self._shown, "link")

    def ask_all_links(self) -> None:
        """Exports everything, one row an excerpt × event × actor × citation."""
        self._ask(ALL, "link")

    def export_to(
        self, target: Path, selection: Selection | None = None, rows: Rows = "excerpt"
    ) -> None:
        """Writes a CSV file, whole or not at all, and says how many rows it has."""
        source = self._hub.archive.path
        chosen = self._shown if selection is None else selection

        self._jobs.submit(
            self.tr("Exporting {name}").format(name=target.name),
            lambda task: _export(source, target, chosen, rows, task),
            lambda count: self._done(target, count),
            self._failed,
            unit=self.tr("row"),
        )

    def _ask(self, selection: Selection, rows: Rows) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export Excerpts"),
            str(self._settings.folder / f"{self._hub.archive.name}.csv"),
            self.tr("Tables (*.csv)"),
        )
        if chosen:
            target = Path(chosen)
            named = target if target.suffix else target.with_suffix(".csv")
            self._settings.folder = named.parent
            self.export_to(named, selection, rows)

    def _done(self, target: Path, count: int) -> None:
        rows = self.tr("%n row(s)", "", count)
        self._messages.show_message(
            self.tr("Exported {rows} to “{path}”.").format(rows=rows, path=target),
            self.tr("Show in folder"),
            lambda: _open_folder(target.parent),
        )

    def _failed(self, fault: ArchivistError) -> None:
        if isinstance(fault, CancelledError):
            self._messages.show_message(self.tr("The export was cancelled; nothing was written."))
        else:
            self._messages.show_failure(fault.sentence)


def _export(source: Path, target: Path, selection: Selection, rows: Rows, task: Task) -> int:
    from archivist.exporter import export_csv

    with open_archive(source, read_only=True) as archive:
        return export_csv(
            archive,
            target,
            selection=selection,
            rows=rows,
            progress=task.report,
            cancelled=task.is_cancelled,
        )


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
