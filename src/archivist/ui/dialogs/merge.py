"""The form that merges two things of a kind: which is kept, and what happens to the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.thing_combo import ThingCombo


@dataclass(frozen=True, slots=True)
class Mergeable:
    """A thing that can be merged, with the number of its excerpts and a word about it."""

    id: int
    name: str
    excerpts: int = 0
    detail: str = ""


class MergeDialog(FormDialog):
    """Two things become one; a word on what will happen stands there before it does."""

    def __init__(
        self,
        chosen: Mergeable,
        others: Sequence[Mergeable],
        *,
        keeps_name: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Asks what to merge with, and which is kept.

        Args:
            chosen: The thing to be merged.
            others: Those of its kind that it can be merged with; itself among them is passed over.
            keeps_name: Whether the one kept takes the other's names as further ones (actors).
            parent: The window.
        """
        super().__init__(self.tr("Merge “{name}”").format(name=chosen.name), parent)
        self._chosen = chosen
        self._others = {other.id: other for other in others if other.id != chosen.id}
        self._keeps_name = keeps_name
        self.other = ThingCombo(
            [(other.id, other.name) for other in self._others.values()],
            next(iter(self._others)) if len(self._others) == 1 else None,
            none=self.tr("choose one"),
        )
        self.other.editTextChanged.connect(self.refresh)
        self.add_row(self.tr("Merge &with:"), self.other)
        self.keep_chosen = QRadioButton()
        self.keep_other = QRadioButton()
        choices = QWidget()
        layout = QVBoxLayout(choices)
        layout.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for button in (self.keep_chosen, self.keep_other):
            group.addButton(button)
            layout.addWidget(button)
            button.toggled.connect(self.refresh)
        choices.setFocusProxy(self.keep_chosen)
        self.add_row(self.tr("&Keep:"), choices)
        self.consequence = QLabel()
        self.consequence.setWordWrap(True)
        self.consequence.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow(self.consequence)
        self.ok.setText(self.tr("&Merge"))
        self.keep_chosen.setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Names the two, and says what would happen."""
        other = self._other()
        self.keep_chosen.setText(self._described(self._chosen))
        self.keep_other.setText(self._described(other) if other else "…")
        self.keep_other.setEnabled(other is not None)
        self.consequence.setText(self._consequence(other) if other else "")
        super().refresh()

    def problem(self) -> str:
        """Says that the other is still to be chosen, or that there is none."""
        if self._other() is not None:
            return ""
        if not self._others:
            return self.tr("There is nothing that “{name}” could be merged with.").format(
                name=self._chosen.name
            )
        return self.tr("Choose what to merge “{name}” with.").format(name=self._chosen.name)

    def value(self) -> tuple[int, int]:
        """Gives the ids of the one that is kept and of the one that goes."""
        other = self._other()
        if other is None:
            raise RuntimeError("the form was taken before the other thing was chosen")
        chosen = self._chosen
        return (chosen.id, other.id) if self.keep_chosen.isChecked() else (other.id, chosen.id)

    def _other(self) -> Mergeable | None:
        chosen = self.other.value()
        return None if chosen is None else self._others.get(chosen)

    def _consequence(self, other: Mergeable) -> str:
        both = (self._chosen, other)
        kept, gone = both if self.keep_chosen.isChecked() else both[::-1]
        sentences = [
            self.tr("“{gone}” goes; its excerpts ({count}) move to “{kept}”.").format(
                gone=gone.name, kept=kept.name, count=gone.excerpts
            )
        ]
        if self._keeps_name:
            sentences.append(self.tr("Its names are kept as further names."))
        sentences.append(self.tr("Undo takes this back."))
        return " ".join(sentences)

    def _described(self, thing: Mergeable) -> str:
        excerpts = self.tr("excerpts: {count}").format(count=thing.excerpts)
        name = self.fontMetrics().elidedText(
            thing.name, Qt.TextElideMode.ElideMiddle, self.fontMetrics().averageCharWidth() * 34
        )
        # A single & would become a mnemonic.
        return " · ".join(part for part in (name, thing.detail, excerpts) if part).replace(
            "&", "&&"
        )
