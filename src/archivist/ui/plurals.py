"""English plurals: "%n excerpt(s)" in the source reads "1 excerpt" or "3 excerpts"."""

from PySide6.QtCore import QObject, QTranslator

_MARK = "(s)"


class EnglishPlurals(QTranslator):
    """Stands behind all real translations, which bring plural forms of their own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """It has an answer for every text with a count."""
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Gives the text with its plural resolved, and any other text as it is."""
        if n < 0:
            return source_text
        return source_text.replace(_MARK, "" if n == 1 else "s")
