"""The one place where Qt's UTF-16 positions and the archive's code points meet.

Qt counts an emoji as two and breaks paragraphs at U+2029; the archive counts it as one and breaks
lines at U+000A. What Qt is given is as long as the text itself, so only astral characters move.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# Qt takes "\r", U+FDD0 and U+FDD1 for paragraph and frame breaks and U+FFFC for an inline object;
# lone surrogates and NUL do not survive the way into a QString.
_NOT_FOR_QT = re.compile("[\x00\r\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_REPLACEMENT = "�"


class Offsets:
    """Converts positions of one text, both ways, in the logarithm of its astral characters."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        found = () if text.isascii() else _ASTRAL.finditer(text)
        self._points = [match.start() for match in found]
        self._units = [point + index for index, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """Gives the UTF-16 position of a code point."""
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """Gives the code point at a UTF-16 position; within a surrogate pair, the pair's own."""
        return unit - bisect_left(self._units, unit)


def for_qt(text: str) -> str:
    """Gives the text as Qt is to show it: of the same length in code points and in lines."""
    return _NOT_FOR_QT.sub(_REPLACEMENT, text)
