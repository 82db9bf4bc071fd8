"""What forms call the levels of a shelfmark."""

from PySide6.QtCore import QCoreApplication

from archivist.domain.collection import LEVELS


def shelf_labels() -> list[tuple[str, str]]:
    """Gives each level of a shelfmark with its label, from the repository down."""
    translate = QCoreApplication.translate
    labels = (
        translate("Shelfmark", "Re&pository:"),
        translate("Shelfmark", "&Fonds:"),
        translate("Shelfmark", "&Series:"),
        translate("Shelfmark", "&Box:"),
        translate("Shelfmark", "Fold&er:"),
    )
    return list(zip(LEVELS, labels, strict=True))
