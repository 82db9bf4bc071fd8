"""The form that asks for a file's password, which is written down nowhere."""

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QLineEdit, QWidget

from archivist.ui.dialogs.form import FormDialog


class PasswordDialog(FormDialog):
    """Asks for the password of one file."""

    def __init__(
        self,
        file_name: str,
        *,
        was_wrong: bool = False,
        others: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Names the file.

        `was_wrong` says that the password before did not open it, `others` how many more files
        are going to be asked for; all can be left out at once.
        """
        super().__init__(self.tr("Password"), parent)
        explanation = (
            self.tr("That password does not open “{file}”. Try another.")
            if was_wrong
            else self.tr("“{file}” is encrypted. Its password opens it for reading.")
        )
        label = QLabel(explanation.format(file=file_name))
        label.setWordWrap(True)
        self.form.addRow(label)
        self.password = self.add_line(self.tr("&Password:"), "")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.shown = QCheckBox(self.tr("&Show it"))
        self.shown.clicked.connect(self._show)
        self.form.addRow("", self.shown)
        self.leaves_all = False
        if others:
            leave = self.buttons.addButton(
                self.tr("Leave Out &All {count}").format(count=f"{others + 1:n}"),
                QDialogButtonBox.ButtonRole.ActionRole,
            )
            leave.setAutoDefault(False)
            leave.setToolTip(self.tr("Import no file that is encrypted"))
            leave.clicked.connect(self._leave_all)
        self.refresh()
        self.password.setFocus()

    def problem(self) -> str:
        """Says that no password was typed."""
        return "" if self.password.text() else self.tr("Type the password, or cancel.")

    def value(self) -> str:
        """Gives the password, with every character as it was typed."""
        return self.password.text()

    def _leave_all(self) -> None:
        self.leaves_all = True
        self.reject()

    def _show(self) -> None:
        mode = QLineEdit.EchoMode.Normal if self.shown.isChecked() else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
