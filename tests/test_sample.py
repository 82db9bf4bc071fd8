"""The sample collection is made whole from its own list."""

import json
from pathlib import Path

import pytest

from archivist.archive.archive import open_archive
from archivist.archive.integrity import check
from archivist.domain.errors import ArchiveRefusedError, CancelledError, StorageError
from archivist.paths import resource
from archivist.sample import build_sample, sample_path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample(tmp_path_factory.mktemp("sample") / "sample.archivist")


def test_everything_in_the_list_is_in_the_archive(sample: Path) -> None:
    listed = json.loads((resource("sample") / "annotations.json").read_text("utf-8"))
    with open_archive(sample, read_only=True) as archive:
        assert [item.original_name for item in archive.documents.all()] == [
            item["file"] for item in listed["documents"]
        ]
        excerpts = archive.excerpts.all()
        assert len(excerpts) == len(listed["excerpts"])
        assert {item.name for item in archive.events.all()} == {
            item["name"] for item in listed["events"]
        }
        assert {item.name for item in archive.actors.all()} == {
            item["name"] for item in listed["actors"]
        }
        tags = archive.excerpts.tags()
        for made, item in zip(excerpts, listed["excerpts"], strict=True):
            assert made.anchor.quote.split() == item["quote"].split()
            assert {event.name for event in tags.events[made.id]} == set(item.get("events", ()))
            assert len(tags.citations[made.id]) == len(item.get("cite", ()))
            assert len(tags.claims[made.id]) == len(item.get("claims", ()))
        assert check(archive) == []


def test_its_sources_disagree_and_it_says_so(sample: Path) -> None:
    with open_archive(sample, read_only=True) as archive:
        assert archive.claims.conflicts()


def test_a_finished_sample_is_one_file(sample: Path) -> None:
    assert [path.name for path in sample.parent.iterdir()] == ["sample.archivist"]


def test_an_archive_that_is_there_is_not_touched(tmp_path: Path) -> None:
    target = tmp_path / "sample.archivist"
    target.write_bytes(b"mine")
    with pytest.raises(ArchiveRefusedError, match="is there already"):
        build_sample(target)
    assert target.read_bytes() == b"mine"


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with pytest.raises(CancelledError):
        build_sample(
            tmp_path / "sample.archivist",
            progress=lambda done, total: seen.append((done, total)),
            cancelled=lambda: bool(seen),
        )
    assert seen == [(1, 4)]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="cannot be written"):
        build_sample(tmp_path / "file" / "sample.archivist")


def test_a_users_own_copy_lies_in_the_data_folder(own_folders: Path) -> None:
    assert sample_path().is_relative_to(own_folders)
