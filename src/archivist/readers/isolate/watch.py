"""The clocks of a call in a child: how far it is, and how long it may go on."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from archivist.domain.errors import CancelledError
from archivist.readers.wire import SECONDS_PER_STEP

DEADLINE = 14.0  # seconds that any call may take in all
SECONDS_PER_MEGABYTE = 2.0

_LONGEST = 4 * 3600.0
_AWAY = 0.1  # seconds that nobody waited for a call, from which they are not counted


class Progress(Protocol):
    """How a function tells its caller how far it is."""

    def __call__(self, done: int, total: int, /) -> None:
        """Tells what is done, of what total."""


@dataclass(slots=True)
class Watch:
    """How far a call is, over all its attempts, and how long it may go on."""

    subject: str
    deadline: float
    patience: float
    step_patience: float
    progress: Progress | None
    cancelled: Callable[[], bool] | None
    begun: float = field(default_factory=time.monotonic)
    looked: float = field(default_factory=time.monotonic)
    heard: float = 0.0
    worked: float = 0.0  # seconds of the child's own work, when it was heard last
    done: int = 0  # steps, in this attempt
    total: int = 0
    told: int = 0  # steps, in any attempt

    def begin_attempt(self, worked: float) -> None:
        """Notes that another process is at the call, after so many seconds of its own work."""
        self.heard, self.worked = time.monotonic(), worked
        self.done = self.total = 0

    def wait_is_over(self) -> None:
        """Notes that the caller has waited until now."""
        self.looked = time.monotonic()

    def leave_out_absence(self) -> None:
        """Moves the clocks on where nobody waited: what the caller did is not the child's time."""
        now = time.monotonic()
        absence = now - self.looked
        self.looked = now
        if absence > _AWAY:
            self.begun += absence
            self.heard = min(now, self.heard + absence)

    def note(self, done: int, total: int, worked: float) -> None:
        """Notes what the child says of how far it is."""
        self.heard, self.worked = time.monotonic(), worked
        self.done, self.total = done, total
        if self.progress is not None and done >= self.told:
            self.progress(done, total)
        self.told = max(self.told, done)

    @property
    def step(self) -> int | None:
        """The step at work, from 1; None for a call that has not said that it has several."""
        return self.done + 1 if self.done < self.total and self.total > 1 else None

    def seconds(self) -> float:
        """Gives how long the call has taken, as far as somebody waited for it."""
        return time.monotonic() - self.begun

    def is_late(self) -> bool:
        """Says whether the call has had all its time."""
        return self.seconds() > min(self.deadline + self.told * SECONDS_PER_STEP, _LONGEST)

    def is_stuck(self, work_seconds: Callable[[], float]) -> bool:
        """Says whether nothing has been heard for too long."""
        # A step is left out when it is given up, so that a busy computer must not be its ruin.
        if self.step is not None and work_seconds() - self.worked > self.step_patience:
            return True
        # What is made of the text after its last page takes as long as there are pages.
        silence = self.patience + self.told * SECONDS_PER_STEP
        return time.monotonic() - self.heard > silence

    def look_for_cancel(self) -> None:
        """Ends the call if somebody wishes that.

        Raises:
            CancelledError: Somebody does.
        """
        if self.cancelled is not None and self.cancelled():
            raise CancelledError(f"Reading {self.subject} was cancelled.")
