"""The files of an import in their order: which wait, which are being read, what became of each.

Pure: it reads nothing and keeps nothing in the archive.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archivist.importer import Imported, Prepared

_AHEAD = 32  # files that may have been read while an earlier one is still being read
_AHEAD_BYTES = 32_000_000  # of such files


class State(StrEnum):
    """How far a file is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"  # and to be kept in its turn
    LOCKED = "locked"  # waits for a password until all others are in
    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    LEFT_OUT = "left out"  # the import was cancelled before its turn


OVER = frozenset({State.IMPORTED, State.DUPLICATE, State.FAILED, State.LEFT_OUT})
RETRIED = frozenset({State.FAILED, State.LEFT_OUT})
WAITS = frozenset({State.WAITING, State.LOCKED})
_AT_WORK = frozenset({State.WAITING, State.READING, State.READ})


@dataclass(slots=True, eq=False)
class Entry:
    """One file of the queue; `done` and `total` are its pages, as far as they are known."""

    path: Path
    state: State = State.WAITING
    done: int = 0
    total: int = 0
    prepared: "Prepared | None" = None
    password: str | None = None
    result: "Imported | None" = None


class ImportQueue:
    """The files of one import; more can be added, and those that wait be taken out again."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._counts: Counter[State] = Counter()
        self._start = 0  # no file before it is at work: a queue can be long

    def add(self, paths: Iterable[Path]) -> list[Entry]:
        """Puts files at the end; one that waits already is not put there twice."""
        waiting = {entry.path for entry in self.entries if entry.state is State.WAITING}
        added = [Entry(path) for path in paths if path not in waiting]
        self.entries += added
        self._counts[State.WAITING] += len(added)
        return added

    def set_state(self, entry: Entry, state: State) -> None:
        """Says how far a file is now."""
        self._counts[entry.state] -= 1
        self._counts[state] += 1
        if state in _AT_WORK and entry.state not in _AT_WORK:
            self._start = min(self._start, self.entries.index(entry))
        entry.state = state

    def remove(self, entries: Iterable[Entry]) -> None:
        """Takes out those of some files that still wait."""
        removed = {id(entry) for entry in entries if entry.state in WAITS}
        self._keep([entry for entry in self.entries if id(entry) not in removed])

    def forget_finished(self) -> None:
        """Takes out what is over, for another import."""
        self._keep([entry for entry in self.entries if entry.state not in OVER])

    def retry(self, entries: Iterable[Entry]) -> None:
        """Lets those of some files that failed or were left out wait for another try."""
        for entry in entries:
            if entry.state in RETRIED:
                entry.result, entry.done, entry.total = None, 0, 0
                self.set_state(entry, State.WAITING)

    def leave_out_the_rest(self) -> None:
        """Gives up what is not in the archive yet."""
        for entry in self.entries:
            if entry.state not in OVER:
                entry.prepared = None
                self.set_state(entry, State.LEFT_OUT)

    def first(self, state: State) -> Entry | None:
        """Gives the first file in this state."""
        if not self._counts[state]:
            return None
        start = self._start if state in _AT_WORK else 0
        return next((entry for entry in self._from(start) if entry.state is state), None)

    def next_to_read(self) -> Entry | None:
        """Gives the file to be read next, unless so many were read that they have to be kept."""
        if self._counts[State.READ] >= _AHEAD or self._size_ahead() >= _AHEAD_BYTES:
            return None
        return self.first(State.WAITING)

    def next_to_keep(self) -> Entry | None:
        """Gives the file to be kept next: documents come into the archive in the files' order."""
        current = self.current()
        return current if current is not None and current.state is State.READ else None

    def current(self) -> Entry | None:
        """Gives the first file that is not over; those that wait for a password stand back."""
        while self._start < len(self.entries):
            if self.entries[self._start].state in _AT_WORK:
                return self.entries[self._start]
            self._start += 1
        return None

    def counts(self) -> Counter[State]:
        """Counts the files in each state."""
        return self._counts

    def number_of(self, entry: Entry) -> int:
        """Gives the place of a file in the queue, from 1."""
        if self.current() is entry:
            return self._start + 1
        return self.entries.index(entry) + 1

    def share(self) -> float:
        """Gives how much is done, 0 to 1, by files and by the pages of the first at work."""
        if not self.entries:
            return 1.0
        done = float(sum(self._counts[state] for state in OVER))
        current = self.current()
        if current is not None and current.total:
            done += current.done / current.total
        return min(1.0, done / len(self.entries))

    def results(self) -> list["Imported"]:
        """Gives what became of the files that are over, in their order."""
        return [entry.result for entry in self.entries if entry.result is not None]

    def _ahead(self) -> Iterator[Entry]:
        """Gives the files that are being read, or were read and are to be kept."""
        for entry in self._from(self._start):
            if entry.state is State.WAITING:
                return
            if entry.state in _AT_WORK:
                yield entry

    def _from(self, start: int) -> Iterator[Entry]:
        # No slice, and no `islice`, which would go through all that stand before.
        for place in range(start, len(self.entries)):
            yield self.entries[place]

    def _size_ahead(self) -> int:
        return sum(entry.prepared.file.size for entry in self._ahead() if entry.prepared)

    def _keep(self, entries: list[Entry]) -> None:
        self.entries = entries
        self._counts = Counter(entry.state for entry in entries)
        self._start = 0
