"""What every reader owes, whatever its format: a reader's test class inherits these tests."""

import hashlib
import json
import random
import select
import socket
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from archivist.domain.errors import ArchivistError, CancelledError, UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.text import clean
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers import read_document
from archivist.readers.isolate import Child

_MUTATIONS = 25


def assert_sound(document: ReadDocument) -> None:
    """Fails unless all that a document says about its text is true of it."""
    text = document.text
    assert text == clean(text)
    text.encode("utf-8")
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(text)
        assert text[block.end - 1] not in " \t\n" or block.kind is BlockKind.PREFORMATTED
    assert all(first.end <= second.start for first, second in pairwise(document.blocks))
    for mark in document.marks:
        assert 0 <= mark.start <= mark.end <= len(text)
        assert mark.start < mark.end or mark.kind in {MarkKind.ANCHOR, MarkKind.CITE}
    assert [mark.start for mark in document.marks] == sorted(m.start for m in document.marks)
    for picture in document.pictures:
        words = text[picture.start : picture.end]
        assert words
        assert "\n" not in words
        around = text[max(0, picture.start - 1) : picture.start] + text[picture.end :][:1]
        assert around.strip("\n\t") == "", "a picture has a line of its own"
        assert hashlib.sha256(picture.content).hexdigest() == picture.sha256
    assert all(0 <= entry.start <= len(text) for entry in document.outline)
    assert all(entry.title and entry.level >= 1 for entry in document.outline)
    if document.pages:
        assert [page.number for page in document.pages] == [*range(1, len(document.pages) + 1)]
        assert document.pages[0].start == 0
        assert document.pages[-1].end == len(text)
        for page in document.pages:
            assert page.start <= page.end
        assert all(first.end + 1 == second.start for first, second in pairwise(document.pages))
    for said in (*document.metadata.further.values(), document.metadata.title, *document.warnings):
        assert said == clean(said)
        assert "\n" not in said
    json.dumps([dict(block.attributes) for block in document.blocks])


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    """One child for all the tests of a module, as an import has one for all its files."""
    with Child() as child:
        yield child


class ReaderContract:
    """Inherit, and give `suffix` and `sample`."""

    suffix = ""
    has_text = True  # whether a file of the format says any words

    def sample(self, address: str) -> bytes:
        """Gives a file of the format that refers, if it can, to things at an address."""
        raise NotImplementedError

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / f"sample{self.suffix}"
        path.write_bytes(self.sample("http://127.0.0.1:9"))
        return path

    def test_all_that_is_said_about_the_text_is_true_of_it(self, path: Path) -> None:
        document = read_document(path)
        assert bool(document.text.strip()) is self.has_text
        assert bool(document.blocks) is self.has_text
        assert_sound(document)

    def test_reading_again_gives_the_same(self, path: Path, child: Child) -> None:
        assert child.run(read_document, path) == read_document(path)

    def test_progress_ends_when_all_is_done(self, path: Path) -> None:
        seen: list[tuple[int, int]] = []
        read_document(path, progress=lambda done, total: seen.append((done, total)))
        assert seen == sorted(seen)
        assert seen[-1][0] == seen[-1][1]

    def test_reading_can_be_cancelled(self, path: Path, child: Child) -> None:
        with pytest.raises(CancelledError, match=path.name):
            child.run(read_document, path, cancelled=lambda: True)
        assert child.run(read_document, path).format

    def test_reading_ends_at_its_deadline(self, path: Path) -> None:
        with Child() as child, pytest.raises(UnreadableFileError, match="was stopped"):
            child.run(read_document, path, deadline=0.0)

    def test_nothing_is_fetched(self, tmp_path: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            path = tmp_path / f"remote{self.suffix}"
            path.write_bytes(self.sample(f"http://127.0.0.1:{server.getsockname()[1]}"))
            assert read_document(path).format
            time.sleep(0.05)
            assert select.select([server], [], [], 0)[0] == []

    def test_a_damaged_file_is_a_document_or_a_clear_error(self, path: Path, child: Child) -> None:
        whole = path.read_bytes()
        chance = random.Random(7)
        refused = []
        for number in range(_MUTATIONS):
            data = bytearray(whole[: chance.randrange(1, len(whole))] if number % 2 else whole)
            for _ in range(chance.randrange(8)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            path.write_bytes(data)
            try:
                assert_sound(child.run(read_document, path))
            except ArchivistError as error:
                refused.append(error.sentence)
        assert all(path.name in sentence for sentence in refused)
        assert not [sentence for sentence in refused if "its reader failed" in sentence]

    def test_an_empty_file_has_nothing_to_read(self, path: Path) -> None:
        path.write_bytes(b"")
        with pytest.raises(UnreadableFileError, match="is empty"):
            read_document(path)
