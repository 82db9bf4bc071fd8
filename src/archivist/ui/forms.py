"""Opening a form whose value is to be kept in the archive."""

from collections.abc import Callable
from typing import Any

from archivist.ui.dialogs.form import FormDialog
from archivist.ui.hub import Hub


def open_form(hub: Hub, dialog: FormDialog, keep: Callable[[Any], object]) -> None:
    """Opens a form; where its value cannot be kept, that is said, and the form stays open."""

    def was_kept(value: object) -> bool:
        with hub.showing_failures():
            keep(value)
            return True
        return False

    dialog.set_keeper(was_kept)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
