"""The text of one page as it stands on the page: from points to characters, and back.

Lengths are points from the page's top left corner; indexes count the code points of the page.
Lines that run up or down the page, as on a sheet that was scanned sideways, are laid level
inside, so that all here can think of lines from left to right or right to left.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from archivist.readers.pages import Box

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_RUN = re.compile(r"\S+")
_LONGEST_WORD = 40  # code points; longer runs are of a script that puts no spaces
_SAME_LINE = 0.5  # share of the smaller height that two characters of one line have in common
_WIDEST_GAP = 2.5  # heights between two characters of one line; columns stand further apart


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters [first, last) that stand beside each other, and the box around them."""

    first: int
    last: int
    box: Box


class PageText:
    """Where the characters of one page stand.

    `turn` says how far most of its lines are turned (degrees, clockwise): 0, or 90 where they run
    down the page, or 270 where they run up.
    """

    def __init__(self, text: str, boxes: Sequence[Box]) -> None:
        self.text = text
        self.turn = _turn(text, boxes)
        self._boxes = [_laid(box, self.turn) for box in boxes] if self.turn else boxes
        self.segments = tuple(_segments(enumerate(self._boxes)))
        self._firsts = [segment.first for segment in self.segments]

    def character_at(self, x: float, y: float) -> int | None:
        """Gives the character whose place holds a point; gaps within a line belong to a letter."""
        x, y, _, _ = _laid((x, y, x, y), self.turn)
        for segment in self.segments:
            if _holds(segment.box, x, y):
                return self._nearest(segment, x)
        return None

    def caret_at(self, x: float, y: float) -> int:
        """Gives the place between two characters that is nearest to a point."""
        if not self.segments:
            return 0
        x, y, _, _ = _laid((x, y, x, y), self.turn)
        segment = min(self.segments, key=lambda each: _distance(each.box, x, y))
        index = self._nearest(segment, x)
        left, _, right, _ = self._boxes[index]
        beyond = x > (left + right) / 2
        return index + (beyond != self._runs_leftward(segment))

    def word_at(self, index: int) -> tuple[int, int]:
        """Gives the word around a character, or the character alone."""
        for found in _WORD.finditer(self.text, max(0, index - 200)):
            if found.start() <= index < found.end():
                return found.span()
            if found.start() > index:
                break
        return index, min(index + 1, len(self.text))

    def line_at(self, index: int) -> tuple[int, int]:
        """Gives the line around a character, without its line end."""
        start = self.text.rfind("\n", 0, index) + 1
        end = self.text.find("\n", index)
        return start, len(self.text) if end < 0 else end

    def boxes(self, start: int, end: int) -> list[Box]:
        """Gives the boxes that cover a range, one for each line, as high as the line is."""
        found = []
        first = max(0, bisect_right(self._firsts, start) - 1)
        for segment in self.segments[first:]:
            if segment.first >= end:
                break
            if segment.last <= start:
                continue
            covered = self._boxes[max(start, segment.first) : min(end, segment.last)]
            own = [box for box in covered if _has_area(box)]
            if own:
                left, right = min(box[0] for box in own), max(box[2] for box in own)
                level = (left, segment.box[1], right, segment.box[3])
                found.append(_laid(level, -self.turn % 360))
        return found

    def ends(self, start: int, end: int) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """Gives where a range begins (at its head) and ends (at its foot), if it has a place."""
        boxes = self.boxes(start, end)
        if not boxes:
            return None
        left, top, _, _ = _laid(boxes[0], self.turn)
        _, _, right, bottom = _laid(boxes[-1], self.turn)
        back = -self.turn % 360
        return _laid((left, top, left, top), back)[:2], _laid((right, bottom) * 2, back)[:2]

    def words_in(self, area: Box) -> str:
        """Gives the words whose middle is in an area, with the line breaks between them.

        Where a script puts no spaces, each character counts for itself.
        """
        area = _laid(area, self.turn)
        parts: list[str] = []
        after: int | None = None  # where the last word that was taken ends
        for start, end in self._words():
            placed = [box for box in self._boxes[start:end] if _has_area(box)]
            if not placed or not _holds(area, *_middle(reduce(_united, placed))):
                continue
            between = "" if after is None else self.text[after:start]
            if between.strip():
                between = "\n" if "\n" in between else " "
            parts += [between, self.text[start:end]]
            after = end
        return "".join(parts)

    def _words(self) -> Iterator[tuple[int, int]]:
        for found in _RUN.finditer(self.text):
            if found.end() - found.start() <= _LONGEST_WORD:
                yield found.span()
            else:
                yield from ((index, index + 1) for index in range(*found.span()))

    def _nearest(self, segment: Segment, x: float) -> int:
        """Gives the character of a segment that is nearest to an x."""
        inside = range(segment.first, segment.last)
        placed = (index for index in inside if _has_area(self._boxes[index]))
        return min(placed, key=lambda index: _beside(self._boxes[index], x))

    def _runs_leftward(self, segment: Segment) -> bool:
        """Says whether a segment's text runs from right to left."""
        inside = self._boxes[segment.first : segment.last]
        placed = [box for box in inside if _has_area(box)]
        return placed[0][0] > placed[-1][0]


def _turn(text: str, boxes: Sequence[Box]) -> int:
    """Gives how far lines are turned: most neighbours within words stand below or above."""
    votes: Counter[int] = Counter()
    for index, (before, box) in enumerate(pairwise(boxes)):
        if not (_has_area(before) and _has_area(box)) or any(
            map(str.isspace, text[index : index + 2])
        ):
            continue
        (x, y), (next_x, next_y) = _middle(before), _middle(box)
        if abs(next_x - x) >= abs(next_y - y):
            votes[0] += 1
        else:
            votes[90 if next_y > y else 270] += 1
    return votes.most_common(1)[0][0] if votes else 0


def _laid(box: Box, turn: int) -> Box:
    """Gives a box of lines that are turned so far as it stands when they are laid level."""
    left, top, right, bottom = box
    match turn:
        case 90:
            return top, -right, bottom, -left
        case 270:
            return -bottom, left, -top, right
        case _:
            return box


def _segments(numbered: Iterable[tuple[int, Box]]) -> Iterator[Segment]:
    first = last = -1
    around: Box | None = None
    for index, box in numbered:
        if not _has_area(box):
            continue
        if around is not None and _continues(around, box):
            around = _united(around, box)
        else:
            if around is not None:
                yield Segment(first, last, around)
            first, around = index, box
        last = index + 1
    if around is not None:
        yield Segment(first, last, around)


def _continues(around: Box, box: Box) -> bool:
    """Says whether a character goes on with a line: at its height, and near one of its ends."""
    common = min(around[3], box[3]) - max(around[1], box[1])
    height = min(around[3] - around[1], box[3] - box[1])
    gap = max(box[0] - around[2], around[0] - box[2])
    return common > _SAME_LINE * height and gap < _WIDEST_GAP * (around[3] - around[1])


def _united(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _has_area(box: Box) -> bool:
    return box[2] > box[0] and box[3] > box[1]


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _beside(box: Box, x: float) -> float:
    return max(box[0] - x, x - box[2], 0.0)


def _distance(box: Box, x: float, y: float) -> float:
    """Gives how far a line is from a point; lines above and below count as further."""
    return _beside(box, x) + 4 * max(box[1] - y, y - box[3], 0.0)
