"""Puts a theme in force: palette, stylesheet and icons, all made from the color roles.

Native widgets keep their own drawing where they can; the stylesheet only dresses named parts.
"""

from dataclasses import asdict
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from archivist import paths
from archivist.ui import theme

_ICON_SIZES = (16, 24, 32, 48)  # pixels; screens at 100 to 300 %


class ThemeChoice(StrEnum):
    """What a person chose: follow the desktop, or stay light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply(application: QApplication, choice: ThemeChoice) -> None:
    """Puts the chosen theme in force in the whole program; widgets get PaletteChange."""
    schemes = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))
    dark = (
        hints.colorScheme() == Qt.ColorScheme.Dark
        if choice == ThemeChoice.SYSTEM
        else choice == ThemeChoice.DARK
    )
    chosen = theme.choose(dark=dark)
    icon.cache_clear()
    application.setPalette(palette(chosen))
    application.setStyleSheet(stylesheet(chosen))


def palette(colors: theme.Theme) -> QPalette:
    """Gives the theme as Qt's own roles, for everything that the stylesheet does not name."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, color in (
        (role.Window, colors.window),
        (role.Base, colors.paper),
        (role.AlternateBase, colors.pane),
        (role.Button, colors.paper),
        (role.ToolTipBase, colors.paper),
        (role.WindowText, colors.text),
        (role.Text, colors.text),
        (role.ButtonText, colors.text),
        (role.ToolTipText, colors.text),
        (role.BrightText, colors.warning),
        (role.PlaceholderText, colors.text_muted),
        (role.Link, colors.accent),
        (role.LinkVisited, colors.accent),
        (role.Highlight, colors.accent),
        (role.HighlightedText, colors.paper),
        (role.Accent, colors.accent),
        (role.Light, colors.paper),
        (role.Midlight, colors.pane),
        (role.Mid, colors.line),
        (role.Dark, colors.text_muted),
        (role.Shadow, colors.line),
    ):
        made.setColor(which, QColor(color))
    faint = QColor(colors.text_muted)
    faint.setAlphaF(0.6)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faint)
    return made


def stylesheet(colors: theme.Theme) -> str:
    """Gives the stylesheet with the theme's colors in place of `$role`."""
    source = paths.resource("styles", "window.qss").read_text(encoding="utf-8")
    roles = {name: value for name, value in asdict(colors).items() if isinstance(value, str)}
    return Template(source).substitute(roles)


@cache
def icon(name: str) -> QIcon:
    """Gives a bundled line drawing in the theme's text color, muted while disabled."""
    source = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    colors = theme.current()
    made = QIcon()
    for mode, color in (
        (QIcon.Mode.Normal, colors.text),
        (QIcon.Mode.Active, colors.text),
        (QIcon.Mode.Disabled, colors.line),
    ):
        drawing = QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))
        for size in _ICON_SIZES:
            pixmap = QPixmap(QSize(size, size))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            drawing.render(painter, QRectF(0, 0, size, size))
            painter.end()
            made.addPixmap(pixmap, mode)
    return made
