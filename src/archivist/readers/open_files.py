"""Files that a child keeps open while pages of them are asked for; the oldest is closed first."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from archivist.readers.pages import Source

_FILES = 8  # that are kept open


class _Closable(Protocol):
    def close(self) -> None:
        """Lets go of the file."""
        ...


Opened = TypeVar("Opened", bound=_Closable)


class OpenFiles(Generic[Opened]):
    """What was opened of the files asked for last."""

    def __init__(self, opener: Callable[[Source], Opened]) -> None:
        self._opener = opener
        self._open: OrderedDict[Source, Opened] = OrderedDict()

    def get(self, source: Source) -> Opened:
        """Gives what is open of a file, or opens it; raises what opening raises."""
        if source in self._open:
            self._open.move_to_end(source)
            return self._open[source]
        opened = self._open[source] = self._opener(source)
        while len(self._open) > _FILES:
            self._open.popitem(last=False)[1].close()
        return opened

    def let_go(self, source: Source) -> None:
        """Closes a file, if it is open."""
        opened = self._open.pop(source, None)
        if opened is not None:
            opened.close()
