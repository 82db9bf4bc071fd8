"""What a child knows from its parent beside a call's arguments.

Memory that both share, for what is too large to send (a page's pixels), and the steps of a call
that broke an earlier child, so that they are left out.
"""

import mmap
import os

_memory: list[mmap.mmap] = []
_broken: set[int] = set()


def attach(descriptor: int, size: int) -> None:
    """Maps the memory that the parent has passed on, in the child."""
    _memory.append(mmap.mmap(descriptor, size))
    os.close(descriptor)


def memory() -> mmap.mmap | None:
    """Gives the memory shared with the parent; None in a process that shares none."""
    return _memory[-1] if _memory else None


def broken_steps() -> frozenset[int]:
    """Gives the steps, counted from 1 as in progress, at which this call broke a child before."""
    return frozenset(_broken)


def set_broken_steps(steps: tuple[int, ...]) -> None:
    """Notes the steps that the call about to begin has to leave out."""
    _broken.clear()
    _broken.update(steps)
