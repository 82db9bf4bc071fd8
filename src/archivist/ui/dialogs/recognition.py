"""The forms that ask in which languages, and on which pages, text is to be recognized."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.dialogs.form import FormDialog

_CODE = Qt.ItemDataRole.UserRole
_LINES = 8  # of the list of languages that are in sight


@dataclass(frozen=True, slots=True)
class RecognitionWish:
    """Languages by the program's names, and the numbers of pages."""

    languages: tuple[str, ...]
    pages: tuple[int, ...]


class LanguagesDialog(FormDialog):
    """Languages to tick."""

    def __init__(
        self,
        about: str,
        languages: Sequence[tuple[str, str]],
        chosen: Sequence[str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Asks for languages.

        Args:
            about: What is going to be recognized, in a sentence.
            languages: The program's names and what people call them.
            chosen: Names of those that are ticked at first.
            parent: What it belongs to.
        """
        super().__init__(self.tr("Recognize Text"), parent)
        words = QLabel(about, wordWrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow(words)
        self.languages = QListWidget()
        self.languages.setAccessibleName(self.tr("Languages"))
        order = {code: place for place, code in enumerate(chosen)}
        for code, name in sorted(
            languages, key=lambda each: (order.get(each[0], len(order)), each[1].casefold())
        ):
            item = QListWidgetItem(f"{name} ({code})")
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if code in order else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self.languages.addItem(item)
        line = self.languages.sizeHintForRow(0) if languages else 20
        self.languages.setFixedHeight(line * min(_LINES, max(3, len(languages))) + 8)
        self.languages.setCurrentRow(0)
        self.languages.itemChanged.connect(lambda _item: self.refresh())
        self.add_row(self.tr("&Languages:"), self.languages)
        self.ok.setText(self.tr("&Recognize"))
        self.refresh()

    def problem(self) -> str:
        """Says that no language is ticked."""
        return "" if self.ticked() else self.tr("Tick the language of the words.")

    def ticked(self) -> tuple[str, ...]:
        """Gives the languages in the order of the list."""
        items = (self.languages.item(row) for row in range(self.languages.count()))
        return tuple(
            item.data(_CODE) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def value(self) -> object:
        """Gives the languages that are ticked."""
        return self.ticked()


class RecognitionDialog(LanguagesDialog):
    """Languages to tick, and pages: those without text, or the one in sight."""

    def __init__(
        self,
        title: str,
        languages: Sequence[tuple[str, str]],
        chosen: Sequence[str],
        without: Sequence[int],
        page: int,
        *,
        has_text: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Asks about a document.

        Args:
            title: The document's.
            languages: The program's names and what people call them.
            chosen: Names of those that are ticked at first.
            without: The pages without text.
            page: The page in sight, from 1.
            has_text: Whether that page has a text, which would give way.
            parent: What it belongs to.
        """
        about = QCoreApplication.translate(
            "RecognitionDialog", "The words on the pages of “{title}” are read by Tesseract."
        )
        super().__init__(about.format(title=title), languages, chosen, parent=parent)
        self._without, self._page = tuple(without), page
        self.all_pages = QRadioButton(
            self.tr("&All pages without text ({count})").format(count=f"{len(self._without):n}")
        )
        this = (
            self.tr("&This page ({number}); its text gives way to what is recognized")
            if has_text
            else self.tr("&This page ({number})")
        )
        self.this_page = QRadioButton(this.format(number=page))
        self.all_pages.setEnabled(bool(self._without))
        (self.all_pages if self._without else self.this_page).setChecked(True)
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.all_pages)
        column.addWidget(self.this_page)
        self.form.addRow(self.tr("Pages:"), pages)

    def value(self) -> RecognitionWish:
        """Gives the languages in the order of the list, and the pages."""
        pages = self._without if self.all_pages.isChecked() else (self._page,)
        return RecognitionWish(self.ticked(), pages)


class InstallDialog(QDialog):
    """Says how the program that recognizes text is installed, for each kind of computer."""

    def __init__(self, lines: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Takes systems and the line that installs it on each."""
        super().__init__(parent)
        self.setObjectName("installDialog")
        self.setWindowTitle(self.tr("Recognize Text"))
        words = QLabel(
            self.tr(
                "Tesseract, a free program that recognizes text on pictures, is not installed. "
                "Archivist uses it where it is; nothing leaves this computer. Install it once, "
                "and try again. Until then, pages can be read and their regions highlighted."
            ),
            wordWrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(12)
        column.addWidget(words)
        rows = QFormLayout()
        rows.setHorizontalSpacing(14)
        for system, line in lines:
            command = QLabel(line)
            command.setTextFormat(Qt.TextFormat.PlainText)
            command.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            command.setAccessibleName(self.tr("Command for {system}").format(system=system))
            rows.addRow(f"{system}:", command)
        column.addLayout(rows)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(560, self.sizeHint().height())
