"""The small window that makes faded pages readable: two sliders, dark paper, and the way back."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.reader.tone import MOST, PLAIN, Tone

_STEP, _PAGE = 5, 20  # of an arrow key; of a page key
_WIDTH = 190  # pixels of a slider


class TonePopup(QFrame):
    """Shows a tone and tells of each change at once; Escape or a click elsewhere closes it."""

    tone_chosen = Signal(object)  # Tone
    tone_for_page_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("tonePopup")
        self.setAccessibleName(self.tr("How pages are shown"))
        self.brightness = _slider(self.tr("Brightness"))
        self.contrast = _slider(self.tr("Contrast"))
        self.inverted = QCheckBox(self.tr("Light on dark"))
        self.automatic = QPushButton(self.tr("For this page"))
        self.automatic.setToolTip(self.tr("Make the ink of the page black and its paper white"))
        self.automatic.setAutoDefault(False)
        self.automatic.clicked.connect(self.tone_for_page_requested)
        self.reset = QPushButton(self.tr("As it is"))
        self.reset.setToolTip(self.tr("Show the page as the file has it"))
        self.reset.setAutoDefault(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, slider in enumerate((self.brightness, self.contrast)):
            name, value = QLabel(slider.accessibleName()), QLabel("0")
            name.setBuddy(slider)
            value.setMinimumWidth(value.fontMetrics().horizontalAdvance("−100"))
            value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            slider.valueChanged.connect(lambda now, value=value: value.setText(_signed(now)))
            slider.valueChanged.connect(self._tell)
            grid.addWidget(name, row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.inverted, 1)
        foot.addWidget(self.automatic)
        foot.addWidget(self.reset)
        hint = QLabel(self.tr("Faded ink: less brightness, more contrast."))
        hint.setObjectName("mutedText")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(hint)
        column.addLayout(foot)
        self.inverted.toggled.connect(self._tell)
        self.reset.clicked.connect(self._tell_plain)

    def tone(self) -> Tone:
        """Gives what the controls stand at."""
        return Tone(self.brightness.value(), self.contrast.value(), self.inverted.isChecked())

    def open_at(self, place: QPoint, tone: Tone) -> None:
        """Opens below a point of the screen, its trailing corner there, with a tone shown."""
        self.show_tone(tone)
        self.adjustSize()
        mirrored = self.isRightToLeft()
        corner = place if mirrored else place - QPoint(self.width(), 0)
        room = self.screen().availableGeometry()
        x = min(max(corner.x(), room.left()), room.right() - self.width())
        self.move(x, min(corner.y(), room.bottom() - self.height()))
        self.show()
        self.brightness.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_tone(self, tone: Tone) -> None:
        """Lets the controls stand at a tone, and tells nothing."""
        with QSignalBlocker(self):
            self.brightness.setValue(tone.brightness)
            self.contrast.setValue(tone.contrast)
            self.inverted.setChecked(tone.inverted)

    def _tell(self) -> None:
        self.tone_chosen.emit(self.tone())

    def _tell_plain(self) -> None:
        self.show_tone(PLAIN)
        self._tell()


def _slider(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(name)
    slider.setRange(-MOST, MOST)
    slider.setSingleStep(_STEP)
    slider.setPageStep(_PAGE)
    slider.setFixedWidth(_WIDTH)
    return slider


def _signed(value: int) -> str:
    return f"+{value}" if value > 0 else f"−{-value}" if value < 0 else "0"
