"""The panes: showing, hiding, and going to them by key."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from archivist.ui.outlines import Outlines
from archivist.ui.workspace import Workspace


class Panes(QObject):
    """What the View menu does to the panes."""

    changed = Signal()  # one was shown or hidden

    def __init__(self, window: QWidget, workspace: Workspace, outlines: Outlines) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._outlines = outlines
        outlines.changed.connect(self.changed)

    def shown(self) -> dict[str, bool]:
        """Gives which panes are shown."""
        names = self._workspace.pane_names
        shown = {name: not self._workspace.pane(name).isHidden() for name in names}
        return shown | {
            "outline": self._outlines.is_shown,
            "review": not self._workspace.review.isHidden(),
            "suggestions": self._workspace.documents.shows_suggestions,
        }

    def show_library(self) -> None:
        """Shows or hides the library."""
        self._switch("library")

    def show_timeline(self) -> None:
        """Shows or hides the timeline."""
        self._switch("timeline")

    def show_inspector(self) -> None:
        """Shows or hides the inspector."""
        self._switch("inspector")

    def show_review(self) -> None:
        """Shows the review and goes there, or hides it."""
        if self._workspace.review.isHidden():
            self.open_review()
        else:
            self.close_review()

    def open_review(self) -> None:
        """Shows the review and goes there."""
        self._focus("review")

    def close_review(self) -> None:
        """Hides the review and goes back to the reader."""
        self._workspace.set_pane_shown("review", shown=False)
        self.changed.emit()
        self.focus_reader()

    def show_suggestions(self) -> None:
        """Marks suggestions in the text, or leaves it without."""
        documents = self._workspace.documents
        documents.show_suggestions(shown=not documents.shows_suggestions)
        self.changed.emit()

    def show_outline(self) -> None:
        """Shows the contents of the documents and goes there, or hides them."""
        self._outlines.switch()

    def focus_library(self) -> None:
        """Goes to the library, which is shown where it was hidden."""
        self._focus("library")

    def focus_reader(self) -> None:
        """Goes to the document in front."""
        reader = self._workspace.documents.reader
        if reader is not None:
            reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_timeline(self) -> None:
        """Goes to the timeline."""
        self._focus("timeline")

    def focus_inspector(self) -> None:
        """Goes to the inspector."""
        self._focus("inspector")

    def _switch(self, name: str) -> None:
        self._workspace.set_pane_shown(name, shown=self._workspace.pane(name).isHidden())
        self.changed.emit()

    def _focus(self, name: str) -> None:
        self._workspace.set_pane_shown(name, shown=True)
        self.changed.emit()
        self._workspace.pane(name).setFocus(Qt.FocusReason.ShortcutFocusReason)
