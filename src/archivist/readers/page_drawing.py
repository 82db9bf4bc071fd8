"""What the page child runs, for whatever format has pages: it hands each file to who draws it."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from archivist.readers.formats import FORMATS, drawer_of
from archivist.readers.pages import OpenedPages, PageLayout, RenderedPage, Source

_HEAD = 4096  # bytes that are looked at

_drawers: dict[Source, ModuleType] = {}


def open_pages(source: Source) -> OpenedPages:
    """Opens a file; raises UnreadableFileError or PasswordNeededError."""
    opened: OpenedPages = drawer(source).open_pages(source)
    return opened


def close_pages(source: Source) -> None:
    """Lets go of a file."""
    module = _drawers.pop(source, None)
    if module is not None:
        module.close_pages(source)


def render(source: Source, page: int, scale: float, rotation: int) -> RenderedPage:
    """Draws a page (from 1) at `scale` pixels a point, turned clockwise by `rotation` degrees."""
    drawn: RenderedPage = drawer(source).render(source, page, scale, rotation)
    return drawn


def layout(source: Source, page: int) -> PageLayout:
    """Gives the text of a page (from 1) as its file has it, and where its code points stand."""
    placed: PageLayout = drawer(source).layout(source, page)
    return placed


def drawer(source: Source) -> ModuleType:
    """Gives the module that draws a file's pages."""
    module = _drawers.get(source)
    if module is None:
        # Late, so that a child loads only the libraries of what it draws.
        module = _drawers[source] = import_module(drawer_of(_key(source.path)))
    return module


def _key(path: Path) -> str:
    """Gives the format whose pages a file has; who draws PDFs says what is wrong with others."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return "pdf"
    for each in FORMATS:
        if each.drawer and each.content is not None and each.content.search(head):
            return each.key
    return "pdf"
