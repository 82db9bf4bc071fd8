"""Names and texts of documents inside the interface, whose direction may be another than theirs."""

from html import escape

from PySide6.QtGui import Qt

_FIRST_STRONG_ISOLATE = "\u2068"


def isolated(name: str) -> str:
    """Gives a name that reads in its own direction wherever it stands (Unicode Annex 9, FSI).

    In a mirrored window an elided Latin name then has its ellipsis where it was cut, at its right.
    Not closed: what cuts a name off would cut the closing sign off too.
    """
    return f"{_FIRST_STRONG_ISOLATE}{name}" if name else ""


def tip(text: str, *, wraps: bool = False) -> str:
    """Gives a tooltip that says just this text, whatever it looks like; a long one may wrap.

    Qt takes a text that looks like HTML for HTML, and would load the pictures that it names.
    """
    if text and (wraps or Qt.mightBeRichText(text)):
        return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
    return text
