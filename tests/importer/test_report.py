"""The report at the end of an import: every file, its fate and its reason, as CSV or text."""

import csv
from pathlib import Path

import pytest

from archivist.archive.archive import Archive
from archivist.domain.errors import InvalidValueError, StorageError
from archivist.importer import Imported, Status, counted, import_paths, save_report


@pytest.fixture
def results(archive: Archive, folder: Path) -> list[Imported]:
    (folder / "=1+1.txt").write_text("One, and “two”.", "utf-8")
    (folder / "copy.txt").write_text("One, and “two”.", "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    return list(import_paths(archive, [folder]))


def test_a_table_has_a_row_for_each_file_in_their_order(
    archive: Archive, folder: Path, results: list[Imported], tmp_path: Path
) -> None:
    target = tmp_path / "report.csv"
    save_report(results, target, archive=archive.path)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["path"] for row in rows] == [str(result.path) for result in results]
    assert [row["status"] for row in rows] == ["imported", "failed", "duplicate"]
    assert [row["document"] for row in rows] == ["1", "", "1"]
    assert "broken.pdf" in rows[1]["reason"]
    assert "already, as document 1" in rows[2]["reason"]


def test_a_text_tells_first_what_failed(
    archive: Archive, results: list[Imported], tmp_path: Path
) -> None:
    target = tmp_path / "report.TXT"
    save_report(results, target, archive=archive.path)
    said = target.read_text("utf-8")
    assert "1 imported, 1 duplicate, 1 failed" in said
    order = [said.index(words) for words in ("Failed (1)", "Duplicates (1)", "Imported (1)")]
    assert order == sorted(order)
    assert "broken.pdf" in said


def test_no_cell_of_a_report_runs_in_a_spreadsheet(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    save_report([Imported(Path("=1+1"), Status.FAILED)], target, archive=archive.path)
    assert "'=1+1" in target.read_text("utf-8-sig")


def test_a_report_never_replaces_an_archive(
    archive: Archive, results: list[Imported], tmp_path: Path
) -> None:
    with pytest.raises(InvalidValueError):
        save_report(results, archive.path, archive=archive.path)
    with pytest.raises(StorageError):
        save_report(results, tmp_path / "missing" / "report.csv", archive=archive.path)


def test_files_are_counted_by_what_became_of_them(results: list[Imported]) -> None:
    assert counted(results) == "1 imported, 1 duplicate, 1 failed"
    assert counted([]) == "0 imported, 0 duplicate, 0 failed"
