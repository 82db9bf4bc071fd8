"""A row of chips that is brought up to date without losing the keyboard's place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from archivist.ui.chip_painting import ChipRole
from archivist.ui.chips import Chip
from archivist.ui.flow_layout import FlowLayout

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """A chip as it should be: what it says, and what its click, menu and removal do.

    Two specs with the same key and appearance are the same chip to the eye.
    """

    key: tuple[str, int]
    text: str
    role: ChipRole = "neutral"
    name: str = ""
    color: str = ""
    flat: bool = False
    click: Deed | None = None
    menu: Callable[[QMenu], None] | None = None
    remove: Deed | None = None

    def make(self, parent: QWidget) -> Chip:
        """Makes the widget."""
        chip = Chip(
            self.text,
            self.role,
            name=self.name,
            color=self.color,
            removable=self.remove is not None,
            menu=self.menu,
            flat=self.flat,
            parent=parent,
        )
        if self.click is not None:
            chip.clicked.connect(self.click)
        if self.remove is not None:
            chip.removal_requested.connect(self.remove)
        return chip


class ChipRow(QWidget):
    """Chips in lines; a chip that goes hands its focus to the one that takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._specs: tuple[ChipSpec, ...] = ()
        self._chips: list[Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> list[Chip]:
        """Gives the chips in order."""
        return list(self._chips)

    def chip(self, key: tuple[str, int]) -> Chip | None:
        """Gives the chip of a spec's key."""
        keys = [spec.key for spec in self._specs]
        return self._chips[keys.index(key)] if key in keys else None

    def set_chips(self, specs: Sequence[ChipSpec]) -> None:
        """Replaces the chips; the focus stays with its key, else at its place."""
        keys = [spec.key for spec in self._specs]
        at = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), None)
        held = None if at is None else keys[at]
        previous: QWidget = self
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._specs = tuple(specs)
        self._chips = [spec.make(self) for spec in self._specs]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
            if previous is not self:
                QWidget.setTabOrder(previous, chip)
            previous = chip
        if at is not None and self._chips:
            new_keys = [spec.key for spec in self._specs]
            place = new_keys.index(held) if held in new_keys else min(at, len(self._chips) - 1)
            self._chips[place].setFocus()
        self.updateGeometry()

    def insert(self, index: int, widget: QWidget) -> None:
        """Places a widget, such as a field, among the chips."""
        self._flow.insert_widget(index, widget)
        widget.show()
        self.updateGeometry()
