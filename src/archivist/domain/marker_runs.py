"""Which markers belong to a passage: those in it, and those that stand directly after it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from archivist.domain.model import Marker

# What may stand between a passage and its marker, and between neighbours: spaces within the line,
# closing quotes and brackets, and punctuation. A line break stops the run, so that a marker at
# the beginning of a paragraph is never taken for one of the paragraph before.
_BETWEEN = frozenset(
    " \t\u00a0\u2009\u200a\u200b\u202f.,;:!?…·’'”\"»›)]}、。，；：！？」』）։՝՞۔،؛।"
)


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a text that begins at `offset`, so that a long text need not be at hand."""

    text: str
    offset: int = 0


class MarkersInText:
    """A document's markers, or those of a stretch of it, ready to be asked for passages."""

    def __init__(self, text: Slice, markers: Sequence[Marker]) -> None:
        self._text = text
        self._markers = sorted(markers, key=lambda marker: (marker.start, marker.id))
        self._starts = [marker.start for marker in self._markers]
        self._start_by_end = {marker.end: marker.start for marker in self._markers}
        self._longest = max((marker.end - marker.start for marker in self._markers), default=0)

    def at_end(self, start: int, end: int) -> list[Marker]:
        """Gives the run of neighbours that [start, end) ends in or is followed by, flags included.

        A passage that ends before a full stop, after it, or after some markers of the run gives
        the whole run.
        """
        text, offset = self._text.text, self._text.offset
        last = offset + len(text)
        first = position = min(self._out_of_marker(end), last)
        while position > max(start, offset):
            before = self._start_by_end.get(position)
            if before is not None and before >= start:
                position = first = before
            elif text[position - 1 - offset] in _BETWEEN:
                position -= 1
            else:
                break
        found: list[Marker] = []
        position = first
        for index in range(bisect_left(self._starts, first), len(self._starts)):
            marker = self._markers[index]
            # "[26–28]" is three markers of one range.
            if not found or marker.start != found[-1].start:
                while position < min(marker.start, last) and text[position - offset] in _BETWEEN:
                    position += 1
                if position < marker.start:
                    break
            found.append(marker)
            position = marker.end
        return found

    def of_passage(self, start: int, end: int) -> list[Marker]:
        """Gives the markers in [start, end) and the run at its end, in order, flags included."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        inside = [marker for marker in self._markers[low:high] if marker.end > start]
        run = self.at_end(start, end)
        if not inside or not run:
            return inside or run
        known = {marker.id for marker in inside}
        return inside + [marker for marker in run if marker.id not in known]

    def _out_of_marker(self, end: int) -> int:
        """Gives the start of the marker that a passage's end cuts in two, else that end."""
        index = bisect_left(self._starts, end - self._longest)
        for marker in self._markers[index : bisect_left(self._starts, end)]:
            if marker.end > end:
                return marker.start
        return end
