"""Child programs for the tests that end them at any moment."""

import hashlib
import itertools
import resource
import sys
from pathlib import Path

from archivist.archive.archive import Archive, create, open_archive
from archivist.domain.anchor import describe
from archivist.domain.errors import StorageError
from archivist.domain.reading import Block, ReadDocument
from archivist.domain.vocabulary import BlockKind


def edit(path: Path) -> None:
    """Works on an archive until it is killed, and says each step that is finished."""
    with open_archive(path, user="worker") as archive:
        for number in itertools.count():
            _edit_once(archive, number)
            print(archive.history.steps(1)[0].id, flush=True)  # noqa: T201


def _edit_once(archive: Archive, number: int) -> None:
    turn = number % 5
    if turn == 0:
        import_text(archive, f"Text {number} of the worker.\n" * 2000)
    elif turn == 3:
        archive.history.undo()
    elif turn == 4:
        document = archive.documents.all()[0]
        archive.documents.update(document.id, note=f"note {number}")
    else:
        document = archive.documents.all()[-1]
        text = archive.documents.text(document.id)
        with archive.step("Highlight and tag"):
            excerpt = archive.excerpts.create(document.id, describe(text, number, number + 20))
            archive.links.tag_event(excerpt, archive.events.ensure(f"Event {number}"))


def import_text(archive: Archive, text: str) -> int:
    content = text.encode() + bytes(5_000_000)
    sha256 = hashlib.sha256(content).hexdigest()
    archive.originals.put(sha256, len(content), [content])
    lines = text.splitlines(keepends=True)
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line)
    read = ReadDocument("text", "worker 1", text, blocks=tuple(blocks))
    return archive.documents.add(read, original_name="w.txt", sha256=sha256)


def fill(path: Path, limit: int) -> None:
    """Imports until no file may grow any more, and says the sentence and what came before."""
    with create(path) as archive:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        done = 0
        try:
            for number in itertools.count():
                import_text(archive, f"Text {number}.\n" * 1000)
                done += 1
        except StorageError as error:
            print(done)  # noqa: T201
            print(error.sentence)  # noqa: T201


if __name__ == "__main__":
    if sys.argv[1] == "edit":
        edit(Path(sys.argv[2]))
    else:
        fill(Path(sys.argv[2]), int(sys.argv[3]))
