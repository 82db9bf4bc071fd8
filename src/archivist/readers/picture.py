"""Scans and photographs (PNG, JPEG, TIFF, WebP): pages that have no text until it is recognized."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import Metadata, Page, ReadDocument
from archivist.domain.vocabulary import TextSource
from archivist.readers import shared
from archivist.readers.picture_facts import facts
from archivist.readers.picture_file import FAULTS, Leaf, Picture, quiet
from archivist.readers.versions import version

_NAMED = 12  # so many bad pages are named


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a picture file, which never has a password; each page is decoded once, to know it."""
    picture = Picture(path)
    try:
        return _document(path, picture, progress)
    finally:
        picture.close()


def _document(
    path: Path, picture: Picture, progress: Callable[[int, int], None] | None
) -> ReadDocument:
    count = len(picture.leaves)
    broken = shared.broken_steps()
    bad: list[int] = []
    parts: list[int] = []
    fault = None
    if progress is not None:
        progress(0, count)
    for index in range(count):
        if index + 1 in broken:
            bad.append(index + 1)
        else:
            try:
                if picture.is_part(index):
                    parts.append(index + 1)
            except UnreadableFileError as error:
                fault = error
                bad.append(index + 1)
        if progress is not None:
            progress(index + 1, count)
    if len(bad) == count:
        if fault is not None and count == 1:
            raise fault
        raise UnreadableFileError(
            f"No page of {path.name} could be read. The file may be damaged; "
            "open it in its own program and save it anew."
        )
    return ReadDocument(
        format=picture.format,
        reader=f"picture (Pillow {version('pillow')})",
        text="\n" * (count - 1),
        pages=tuple(_page(index, leaf) for index, leaf in enumerate(picture.leaves)),
        metadata=_metadata(picture),
        warnings=tuple(_warnings(path, count, bad, parts)),
    )


def _page(index: int, leaf: Leaf) -> Page:
    width, height = leaf.size
    return Page(index + 1, str(index + 1), index, index, width, height, TextSource.NONE)


def _metadata(picture: Picture) -> Metadata:
    leaf = next(each for each in picture.leaves if each.width)
    own = {
        "size in pixels": f"{leaf.width} × {leaf.height}",
        "pixels an inch": _resolution(leaf),
    }
    try:
        with quiet():
            said = facts(picture.first())
    except FAULTS:
        said = Metadata()
    return replace(said, further={**said.further, **own})


def _resolution(leaf: Leaf) -> str:
    if not leaf.is_stated:
        return "not stated"
    across, down = f"{leaf.across:.0f}", f"{leaf.down:.0f}"
    return across if across == down else f"{across} × {down}"


def _warnings(path: Path, count: int, bad: list[int], parts: list[int]) -> Iterable[str]:
    for pages, what in ((bad, "could not be read"), (parts, "are damaged; what is left is shown")):
        if pages and count == 1:
            yield f"{path.name} is damaged: a part of the picture is missing."
        elif pages:
            names = ", ".join(map(str, pages[:_NAMED]))
            others = " and others" if len(pages) > _NAMED else ""
            yield f"{len(pages)} of {count} pages of {path.name} {what}: {names}{others}."
