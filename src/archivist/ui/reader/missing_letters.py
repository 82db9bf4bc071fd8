"""Which scripts of a text no font of this computer can show, so that a reader sees boxes."""

import unicodedata

from PySide6.QtGui import QFont, QTextLayout

_SAMPLE = 60_000  # code points of a text that are looked at
_MOST = 3_000  # different ones
_NAMED = 4  # scripts that are told
_FIRST = 0x0250  # Latin letters are in every font
_CALLED = {"Cjk": "Han", "Ideographic": "Han"}  # as Unicode calls that script itself


def scripts_without_font(text: str, font: QFont) -> list[str]:
    """Gives the scripts that are shown as boxes, by the first word of their letters' names."""
    letters = [
        letter
        for letter in dict.fromkeys(text[:_SAMPLE])
        if ord(letter) >= _FIRST and letter.isalpha()
    ][:_MOST]
    found: dict[str, None] = {}
    for script, shown in _by_script(letters).items():
        if _has_boxes("".join(shown), font):
            found[script] = None
    return [*found][:_NAMED]


def _by_script(letters: list[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for letter in letters:
        script = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0].capitalize()
        groups.setdefault(_CALLED.get(script, script) or "?", []).append(letter)
    return groups


def _has_boxes(letters: str, font: QFont) -> bool:
    """Says whether a font, with all that stand in for it, lacks some of the letters."""
    layout = QTextLayout(letters, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())
