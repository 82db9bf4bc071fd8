"""A kept-alive child for the pixels and the layout of pages, for a caller who must not wait.

Requests are handed in and answers collected; nothing here waits, blocks or uses a thread. The
caller calls `poll` from a timer while `busy` (a page that hangs makes no file descriptor ready),
every 10–20 ms while it is waiting for a page.
"""

import heapq
import itertools
import mmap
import os
import sys
import time
from dataclasses import dataclass, replace
from typing import Any

from archivist.domain.errors import ArchivistError
from archivist.readers import wire
from archivist.readers.isolate.process import (
    MEMORY,
    Process,
    died,
    messages,
    scratch,
    too_large,
    too_slow,
)
from archivist.readers.pages import BITMAP_BYTES, OpenedPages, PageLayout, RenderedPage, Source
from archivist.readers.wire import Call

_MODULE = "archivist.readers.page_drawing"
_PICTURES = "archivist.readers.embedded_pixels"
_DEADLINE = 15.0  # seconds that one page may take

Value = OpenedPages | RenderedPage | PageLayout
_VALUES = (OpenedPages, RenderedPage, PageLayout)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a request: a value, or the error that the user is told about."""

    request: int
    value: Value | None = None
    error: ArchivistError | None = None


@dataclass(order=True, slots=True)
class _Request:
    priority: int
    number: int
    name: str
    args: tuple[Any, ...]
    subject: str
    module: str
    wanted: bool = True


class Worker:
    """Serves pages of any number of files, one request at a time, the urgent ones first."""

    def __init__(self, *, memory: int = MEMORY, deadline: float = _DEADLINE) -> None:
        self._memory = memory
        self._deadline = deadline
        self._numbers = itertools.count(1)
        self._waiting: list[_Request] = []
        self._current: _Request | None = None
        self._begun = 0.0
        self._process: Process | None = None
        self._shared: mmap.mmap | None = None

    @property
    def busy(self) -> bool:
        """Whether any answer is still to come."""
        return self._current is not None or bool(self._waiting)

    def open(self, source: Source, *, priority: int = 0) -> int:
        """Asks for a file's page sizes (`OpenedPages`); the other requests open it themselves."""
        return self._submit("open_pages", (source,), priority, source.path.name)

    def render(
        self, source: Source, page: int, scale: float, *, rotation: int = 0, priority: int = 0
    ) -> int:
        """Asks for a page (from 1) as pixels, `scale` pixels a point (`RenderedPage`)."""
        subject = f"Page {page} of {source.path.name}"
        return self._submit("render", (source, page, scale, rotation), priority, subject)

    def layout(self, source: Source, page: int, *, priority: int = 0) -> int:
        """Asks where each code point of a page's text stands (`PageLayout`)."""
        return self._submit(
            "layout", (source, page), priority, f"Page {page} of {source.path.name}"
        )

    def picture(self, content: bytes, width: int, *, priority: int = 0) -> int:
        """Asks for an embedded picture, no wider than a width in pixels (`RenderedPage`)."""
        return self._submit("draw", (content, width), priority, "A picture", module=_PICTURES)

    def cancel(self, number: int) -> None:
        """Drops a request: its answer never comes."""
        self._waiting = [each for each in self._waiting if each.number != number]
        heapq.heapify(self._waiting)
        if self._current is not None and self._current.number == number:
            self._current.wanted = False

    def poll(self) -> list[Answer]:
        """Gives the answers that have come, and hands the next request over; never waits."""
        answers = []
        while self._current is not None or self._begin():
            request = self._current
            if request is None or self._process is None:
                break
            try:
                found = self._look(self._process, request)
            except ArchivistError as error:
                self._end_child()
                found = Answer(request.number, error=error)
            if found is None:
                break
            if request.wanted:
                answers.append(found)
            self._current = None
        return answers

    def close(self) -> None:
        """Ends the child and drops every request."""
        self._waiting.clear()
        self._current = None
        self._end_child()

    def _submit(
        self,
        name: str,
        args: tuple[Any, ...],
        priority: int,
        subject: str,
        *,
        module: str = _MODULE,
    ) -> int:
        number = next(self._numbers)
        request = _Request(priority, number, name, args, subject, module)
        heapq.heappush(self._waiting, request)
        self._begin()
        return number

    def _begin(self) -> bool:
        """Hands the most urgent request to the child, if the child is free."""
        if self._current is not None or not self._waiting:
            return False
        if self._process is None or not self._process.alive:
            self._end_child()
            self._start_child()
        self._current = heapq.heappop(self._waiting)
        self._begun = time.monotonic()
        current = self._current
        call = Call(current.module, current.name, current.args, self._deadline, reports=False)
        if self._process is not None:
            self._process.send(call)
        return True

    def _look(self, process: Process, request: "_Request") -> Answer | None:
        for kind, value in messages(process, request.subject):
            if kind == "error":
                return Answer(request.number, error=wire.error_named(*value))
            if isinstance(value, RenderedPage):
                return Answer(request.number, self._with_pixels(value))
            return Answer(request.number, value if isinstance(value, _VALUES) else None)
        if process.inbox.closed:
            raise died(process, request.subject)
        seconds = time.monotonic() - self._begun
        if seconds > self._deadline:
            raise too_slow(request.subject, seconds)
        if process.takes_too_much():
            raise too_large(request.subject, self._memory)
        return None

    def _with_pixels(self, page: RenderedPage) -> RenderedPage:
        if page.pixels or self._shared is None:
            return page
        return replace(page, pixels=self._shared[: page.stride * page.height])

    def _start_child(self) -> None:
        if sys.platform == "win32":  # nothing is shared there: pixels come with the answer
            self._process = Process(self._memory)
            return
        with scratch("pixels") as file:
            os.ftruncate(file.fileno(), BITMAP_BYTES)
            self._shared = mmap.mmap(file.fileno(), BITMAP_BYTES)
            self._process = Process(self._memory, file.fileno(), BITMAP_BYTES)

    def _end_child(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None
        if self._shared is not None:
            self._shared.close()
            self._shared = None
