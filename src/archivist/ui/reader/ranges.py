"""Finds which of thousands of ranges meet a stretch of text, without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Ranged(Protocol):
    """Anything over code points [start, end)."""

    @property
    def start(self) -> int:
        """The first code point."""
        ...

    @property
    def end(self) -> int:
        """The code point after the last."""
        ...


Item = TypeVar("Item", bound=Ranged)


class Ranges(Generic[Item]):
    """Ranges in order of their starts, the longer first; they may overlap."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self.items = sorted(items, key=lambda item: (item.start, -item.end))
        self._starts = [item.start for item in self.items]
        # The furthest end so far never falls, so it can be bisected too.
        self._reach = list(accumulate((item.end for item in self.items), max))

    @classmethod
    def of(cls, items: "Iterable[Item] | Ranges[Item]") -> "Ranges[Item]":
        """Gives ranges of items, the very same where they are ranges already."""
        return items if isinstance(items, Ranges) else cls(items)

    def overlapping(self, start: int, end: int) -> list[Item]:
        """Gives the ranges that share a character with [start, end)."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [item for item in self.items[first:last] if item.end > start]

    def at(self, position: int) -> list[Item]:
        """Gives the ranges that hold the character at a position."""
        return self.overlapping(position, position + 1)
