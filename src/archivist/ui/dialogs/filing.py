"""Where documents are to be filed: a place that is there, or a new one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from archivist.domain.collection import LEVELS, Place, shelfmark_at
from archivist.domain.model import Shelfmark
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.shelf_labels import shelf_labels


class FilingDialog(FormDialog):
    """A list of the places in the collection fills the levels, which can be changed and emptied."""

    def __init__(self, count: int, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("File %n Document(s) Under", "", count), parent)
        self.place = QComboBox()
        self.place.setMinimumContentsLength(30)
        self.place.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.place.addItem(self.tr("a new place"), Shelfmark())
        for place in places:
            shelfmark = shelfmark_at(place)
            self.place.addItem(str(shelfmark), shelfmark)
        self.add_row(self.tr("P&lace:"), self.place)
        self.levels: dict[str, QLineEdit] = {
            level: self.add_line(label, "") for level, label in shelf_labels()
        }
        self.place.activated.connect(self._take_place)
        if not places:  # there is nothing to choose from yet
            self.begin_at(self.levels[LEVELS[0]])
        self.refresh()

    def problem(self) -> str:
        """Says that no place was given."""
        return "" if str(self.value()) else self.tr("Choose a place, or name a new one.")

    def value(self) -> Shelfmark:
        """Gives the shelfmark."""
        return Shelfmark(**{level: line.text().strip() for level, line in self.levels.items()})

    def _take_place(self) -> None:
        shelfmark = self.place.currentData()
        for level, line in self.levels.items():
            line.setText(getattr(shelfmark, level))
