"""The form that merges two things of a kind: which is kept, and what happens to the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from archivist.domain.dates import reading
from archivist.domain.model import Actor, Citation, Event, Topic
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.naming import citation_name
from archivist.ui.words import word

Thing = Event | Actor | Topic | Citation


class MergeDialog(FormDialog):
    """Two things become one; a word on what will happen stands there before it does."""

    def __init__(
        self,
        first: Thing,
        second: Thing,
        excerpts: tuple[int, int] = (0, 0),
        parent: QWidget | None = None,
    ) -> None:
        """Shows the two; `excerpts` says how many each has. The one with more is kept at first."""
        super().__init__(self.tr("Merge"), parent)
        self._things = (first, second)
        self._excerpts = excerpts
        self.form.addRow(QLabel(self.tr("These become one. Which is kept?")))
        choices = QWidget()
        layout = QVBoxLayout(choices)
        layout.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        self.buttons_of_things: list[QRadioButton] = []
        for thing, count in zip(self._things, excerpts, strict=True):
            # A single & would become a mnemonic.
            button = QRadioButton(self._described(thing, count).replace("&", "&&"))
            group.addButton(button)
            layout.addWidget(button)
            button.toggled.connect(self.refresh)
            self.buttons_of_things.append(button)
        kept = self.buttons_of_things[1 if excerpts[1] > excerpts[0] else 0]
        choices.setFocusProxy(kept)
        self.add_row(self.tr("&Keep:"), choices)
        self.consequence = QLabel()
        self.consequence.setWordWrap(True)
        self.consequence.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow(self.consequence)
        self.ok.setText(self.tr("&Merge"))
        kept.setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Says what would happen."""
        self.consequence.setText(self._consequence())
        super().refresh()

    def value(self) -> int:
        """Gives the id of the one that is kept."""
        return self._things[self._kept].id

    @property
    def _kept(self) -> int:
        return 1 if self.buttons_of_things[1].isChecked() else 0

    def _consequence(self) -> str:
        kept, gone = self._things[self._kept], self._things[1 - self._kept]
        sentences = [
            self.tr("“{gone}” goes; its excerpts ({count}) move to “{kept}”.").format(
                gone=_name(gone), kept=_name(kept), count=self._excerpts[1 - self._kept]
            )
        ]
        if isinstance(gone, Actor):
            sentences.append(self.tr("Its names are kept as further names."))
        sentences.append(self.tr("Undo takes this back."))
        return " ".join(sentences)

    def _described(self, thing: Thing, count: int) -> str:
        match thing:
            case Event():
                about = reading(thing.date) if thing.date else self.tr("undated")
            case Actor():
                about = word(thing.kind)
            case Citation():
                about = word(thing.state)
            case Topic():
                about = ""
        excerpts = self.tr("excerpts: {count}").format(count=count)
        return " · ".join(part for part in (_name(thing), about, excerpts) if part)


def _name(thing: Thing) -> str:
    return citation_name(thing) if isinstance(thing, Citation) else thing.name
