"""A new version from file to archive: sure places, proposals, labels, attachments, one step."""

from pathlib import Path

import pytest

from archivist.archive.archive import Archive, create, open_archive
from archivist.archive.integrity import check
from archivist.domain.anchor import describe
from archivist.domain.errors import InvalidValueError
from archivist.domain.vocabulary import AnchorState
from archivist.finding.relocating import Fate
from archivist.importer import prepare, store
from archivist.replacing import accept, replace
from tests.archive.shelf import dump

OLD = """The first column left at dawn.[1] It was guarded by two men on horses.

Bread was handed out.[2] On the third day 40 families reached the river and waited there.

They denied it. Much later, and elsewhere: nobody answered.

References

[1] Smith, John. A Book of Things. London: Press, 1999.
[2] Jones, Mary. A Letter from the River. Paris: Press, 1931.
"""
NEW = """A preface by the archive.[1]

Bread was handed out.[3] On the third day 41 families reached the river, and waited there.

The first column left at dawn.[2] It was guarded by two men on horses.

They said: They denied it. They denied it. All did.

References

[1] Alba, Eve. Prefaces. Rome: Press, 2020.
[2] Smith, John. A Book of Things. London: Press, 1999.
[3] Jones, Mary. A Letter from the River. Paris: Press, 1931.
"""
QUOTES = ("The first column left at dawn.", "On the third day 40 families reached the river")
TWICE, GONE = "They denied it.", "Much later, and elsewhere: nobody answered."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("versions")
    (made / "old.txt").write_text(OLD, encoding="utf-8")
    (made / "new.txt").write_text(NEW, encoding="utf-8")
    with create(made / "a.archivist", user="tester") as archive:
        document = store(archive, prepare(made / "old.txt")).document_id
        assert document is not None
        for words in (*QUOTES, TWICE, GONE):
            start = OLD.index(words)
            archive.excerpts.create(document, describe(OLD, start, start + len(words)))
        for excerpt in archive.excerpts.in_document(document):
            archive.links.tag_event(excerpt.id, archive.events.ensure("The march"))
        archive.links.cite_markers(archive.excerpts.in_document(document)[0].id)
    return made


@pytest.fixture
def archive(folder: Path, tmp_path: Path) -> Archive:
    path = tmp_path / "a.archivist"
    path.write_bytes((folder / "a.archivist").read_bytes())
    return open_archive(path)


def test_each_excerpt_has_the_fate_that_can_be_known(archive: Archive, folder: Path) -> None:
    with archive:
        before = dump(archive)
        replaced = replace(archive, 1, prepare(folder / "new.txt"))
        fates = {each.excerpt.anchor.quote: each.fate for each in replaced.excerpts}
        assert fates == {
            QUOTES[0]: Fate.MOVED,
            QUOTES[1]: Fate.PROPOSED,
            TWICE: Fate.PROPOSED,
            GONE: Fate.ORPHANED,
        }
        by_quote = {each.anchor.quote: each for each in archive.excerpts.in_document(1)}
        moved = by_quote[QUOTES[0]]
        assert NEW[moved.anchor.start : moved.anchor.end] == QUOTES[0]
        assert moved.anchor_state is AnchorState.MOVED
        for words in (QUOTES[1], TWICE, GONE):
            assert by_quote[words].anchor_state is AnchorState.ORPHANED
        assert len(archive.excerpts.tags().events) == 4
        assert check(archive) == []
        after = dump(archive)
        archive.history.undo()
        assert dump(archive) == before
        archive.history.redo()
        assert dump(archive) == after


def test_a_source_that_is_numbered_anew_keeps_its_citation(archive: Archive, folder: Path) -> None:
    with archive:
        [old] = {marker.citation_id for marker in archive.markers.in_document(1)} - {None}
        replace(archive, 1, prepare(folder / "new.txt"))
        meant = {marker.label: marker.citation_id for marker in archive.markers.in_document(1)}
        assert meant == {"1": None, "2": old, "3": None}


def test_a_proposal_is_taken_in_a_step_of_its_own(archive: Archive, folder: Path) -> None:
    with archive:
        replaced = replace(archive, 1, prepare(folder / "new.txt"))
        [mended] = [each for each in replaced.excerpts if each.excerpt.anchor.quote == QUOTES[1]]
        accept(archive, mended.excerpt.id, mended.proposals[0])
        now = archive.excerpts.get(mended.excerpt.id)
        assert now.anchor.quote == "On the third day 41 families reached the river"
        assert now.anchor_state is AnchorState.MOVED
        archive.history.undo()
        assert archive.excerpts.get(mended.excerpt.id).anchor.quote == QUOTES[1]


def test_the_version_before_can_come_back_and_its_excerpts_with_it(
    archive: Archive, folder: Path
) -> None:
    with archive:
        replace(archive, 1, prepare(folder / "new.txt"))
        back = replace(archive, 1, prepare(folder / "old.txt"))
        assert {each.fate for each in back.excerpts} == {Fate.MOVED}
        assert check(archive) == []
        for excerpt in archive.excerpts.in_document(1):
            assert OLD[excerpt.anchor.start : excerpt.anchor.end] == excerpt.anchor.quote


def test_the_same_file_is_said_to_bring_nothing_new(archive: Archive, folder: Path) -> None:
    with archive:
        before = dump(archive)
        with pytest.raises(InvalidValueError, match=r"Nothing is new in “old\.txt”"):
            replace(archive, 1, prepare(folder / "old.txt"))
        assert dump(archive) == before


def test_a_file_that_is_another_document_is_not_two(archive: Archive, folder: Path) -> None:
    with archive:
        store(archive, prepare(folder / "new.txt"))
        before = dump(archive)
        with pytest.raises(InvalidValueError, match="in the archive already, as document 2"):
            replace(archive, 1, prepare(folder / "new.txt"))
        assert dump(archive) == before
