"""Memory that a child shares with its parent, for what is too large to send: a page's pixels."""

import mmap
import os

_memory: list[mmap.mmap] = []


def attach(descriptor: int, size: int) -> None:
    """Maps the memory that the parent has passed on, in the child."""
    _memory.append(mmap.mmap(descriptor, size))
    os.close(descriptor)


def memory() -> mmap.mmap | None:
    """Gives the memory shared with the parent; None in a process that shares none."""
    return _memory[-1] if _memory else None
