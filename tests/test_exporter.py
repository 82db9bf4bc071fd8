import csv
import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.archive.archive import Archive, open_archive
from archivist.domain.anchor import describe
from archivist.domain.dates import from_edtf
from archivist.domain.errors import CancelledError, InvalidValueError, StorageError
from archivist.domain.model import Shelfmark
from archivist.domain.reading import Page
from archivist.domain.vocabulary import Relation, Role, Stance
from archivist.exchange.excerpt_columns import COLUMNS
from archivist.exporter import PACKAGE_NAME, Selection, export_csv
from tests.curation import PROSE, add_text, highlight, new_archive

# As the data model promises them.
PROMISED = """excerpt_id, excerpt, context_before, context_after, note, state, document,
document_author, document_date, page, start, end, events, event_dates, event_earliest, event_latest,
actors, actor_kinds, actor_roles, actor_stances, topics, citations, citation_keys,
citation_relations, citation_locators, citation_urls, markers, unsourced_flags, claims,
document_sha256, document_source, shelfmark, anchor_state, created_at, created_by, modified_at,
excerpt_uid"""


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def row_of(archive: Archive, folder: Path) -> dict[str, str]:
    export_csv(archive, folder / "one.csv")
    [row] = rows_of(folder / "one.csv")
    return row


def test_the_columns_are_the_promised_ones_in_that_order() -> None:
    assert [column.name for column in COLUMNS] == PROMISED.replace("\n", " ").split(", ")


def test_a_row_stands_alone(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        archive.documents.update(
            document,
            title="Field notes",
            author="Ani",
            date=from_edtf("2023-10"),
            source="https://example.org/notes",
            shelfmark=Shelfmark(repository="Archive", box="7"),
        )
        excerpt = highlight(archive, document, "a drive of up to forty hours")
        late = archive.events.create("Flight", date=from_edtf("2023-09-24/.."))
        early = archive.events.create("Siege", date=from_edtf("2022-12"))
        for event in (archive.events.create("Undated"), late, early):
            archive.links.tag_event(excerpt, event)
        minister = archive.actors.create("Minister")
        archive.links.tag_actor(excerpt, archive.actors.create("Families"), Role.VICTIM)
        archive.links.tag_actor(excerpt, minister, Role.SOURCE, Stance.ASSERTS)
        food = archive.topics.create("Food")
        archive.links.tag_topic(excerpt, archive.topics.create("Bread", food))
        archive.links.cite_markers(excerpt)
        report = archive.citations.create(
            key="zz",
            item={
                "type": "webpage",
                "title": "Report",
                "author": [{"literal": "Ministry"}],
                "issued": {"date-parts": [[2023, 9, 25]]},
                "DOI": "10.1/2",
            },
        )
        archive.links.cite(excerpt, report, locator="p. 2", relation=Relation.CONTRADICTS)
        archive.claims.create(
            excerpt,
            property="travel time",
            maximum=40,
            unit="hours",
            text="up to forty hours",
            event_id=late,
            as_of=from_edtf("2023-09-27"),
            speaker_id=minister,
            confidence=3,
        )
        archive.excerpts.set_note(excerpt, "compare\nthis")
        row = row_of(archive, tmp_path)
        made = archive.excerpts.get(excerpt)
    assert row == {
        "excerpt_id": f"{document}:1",
        "excerpt": "a drive of up to forty hours",
        "context_before": "Medicine ran short.[citation needed]\n\n"
        "The minister said that some had died on ",
        "context_after": ".[90][91] Next came rain.",
        "note": "compare\nthis",
        "state": "draft",
        "document": "Field notes",
        "document_author": "Ani",
        "document_date": "2023-10",
        "page": "",
        "start": str(PROSE.index("a drive")),
        "end": str(PROSE.index(".[90]")),
        "events": "Siege | Flight | Undated",
        "event_dates": "2022-12 | 2023-09-24/.. | ",
        "event_earliest": "2022-12-01 | 2023-09-24 | ",
        "event_latest": "2022-12-31 |  | ",
        "actors": "Minister | Families",
        "actor_kinds": " | ",
        "actor_roles": "source | victim",
        "actor_stances": "asserts | ",
        "topics": "Food / Bread",
        "citations": "[90] | [91] | Ministry. (2023, September 25). Report. https://doi.org/10.1/2",
        "citation_keys": f"d{document}-90 | d{document}-91 | zz",
        "citation_relations": "supports | supports | contradicts",
        "citation_locators": " |  | p. 2",
        "citation_urls": " |  | https://doi.org/10.1/2",
        "markers": "90 | 91",
        "unsourced_flags": "",
        "claims": "travel time: ≤ 40 hours (“up to forty hours”; event: Flight; as of 2023-09-27;"
        " speaker: Minister; confidence 3 of 4)",
        "document_sha256": row["document_sha256"],
        "document_source": "https://example.org/notes",
        "shelfmark": "Archive / 7",
        "anchor_state": "anchored",
        "created_at": made.created_at,
        "created_by": "Ani",
        "modified_at": made.modified_at,
        "excerpt_uid": made.uid,
    }


def test_untagged_excerpts_are_rows_too_by_document_and_place(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        first, second = add_text(archive), add_text(archive, name="second.txt")
        for document, quote in ((second, "bread"), (first, "rain"), (first, "bread")):
            highlight(archive, document, quote)
        assert export_csv(archive, tmp_path / "out.csv") == 3
        assert [row["excerpt_id"] for row in rows_of(tmp_path / "out.csv")] == ["1:2", "1:1", "2:1"]


def test_flags_in_or_directly_after_a_passage_are_told_apart_from_markers(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        highlight(archive, document, "bread was rationed.[55][56][57] Medicine ran short")
        row = row_of(archive, tmp_path)
        assert (row["markers"], row["unsourced_flags"]) == ("55 | 56 | 57", "citation needed")


def test_a_passage_over_two_pages_names_both(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        text = "First page. Second page. Third."
        document = add_text(
            archive,
            text,
            pages=[Page(1, "iv", 0, 12), Page(2, "", 12, 25), Page(3, "1", 25, 31)],
            markers=[],
        )
        for start, end in ((0, 5), (6, 18), (12, 31), (25, 31)):
            archive.excerpts.create(document, describe(text, start, end))
        export_csv(archive, tmp_path / "out.csv")
        assert [row["page"] for row in rows_of(tmp_path / "out.csv")] == ["iv", "iv–2", "2–1", "1"]


def test_context_is_cut_between_words_and_keeps_letters_of_scripts_without_spaces(
    tmp_path: Path,
) -> None:
    with new_archive(tmp_path) as archive:
        words = add_text(archive, "word " * 40 + "here" + " next" * 40, markers=[])
        dense = add_text(archive, "字" * 200 + "此" + "文" * 200, name="dense.txt", markers=[])
        highlight(archive, words, "here")
        highlight(archive, dense, "此")
        export_csv(archive, tmp_path / "out.csv")
        one, two = rows_of(tmp_path / "out.csv")
        assert one["context_before"] == "word " * 16
        assert one["context_after"] == " next" * 16
        assert (two["context_before"], two["context_after"]) == ("字" * 80, "文" * 80)


def test_one_row_a_link_for_each_combination_and_blanks_where_there_is_none(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        bread = highlight(archive, document, "bread")
        highlight(archive, document, "rain")
        for name in ("Siege", "Flight"):
            archive.links.tag_event(bread, archive.events.create(name))
        for name in ("Ani", "Ben"):
            archive.links.tag_actor(bread, archive.actors.create(name))
        assert export_csv(archive, tmp_path / "out.csv", rows="link") == 5
        found = [
            (row["excerpt"], row["events"], row["actors"], row["citations"])
            for row in rows_of(tmp_path / "out.csv")
        ]
        assert found == [
            ("bread", "Flight", "Ani", ""),
            ("bread", "Flight", "Ben", ""),
            ("bread", "Siege", "Ani", ""),
            ("bread", "Siege", "Ben", ""),
            ("rain", "", "", ""),
        ]


def test_rows_a_link_are_those_of_what_was_selected(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        bread = highlight(archive, add_text(archive), "bread")
        siege, flight = (archive.events.create(name) for name in ("Siege", "Flight"))
        ani, ben = (archive.actors.create(name) for name in ("Ani", "Ben"))
        for event in (siege, flight):
            archive.links.tag_event(bread, event)
        for actor in (ani, ben):
            archive.links.tag_actor(bread, actor)
        chosen = Selection(events=[siege], actors=[ben])
        export_csv(archive, tmp_path / "links.csv", selection=chosen, rows="link")
        (row,) = rows_of(tmp_path / "links.csv")
        assert (row["events"], row["actors"]) == ("Siege", "Ben")
        export_csv(archive, tmp_path / "whole.csv", selection=chosen)
        (row,) = rows_of(tmp_path / "whole.csv")
        assert (row["events"], row["actors"]) == ("Flight | Siege", "Ani | Ben")


def test_a_selection_by_name_never_takes_a_longer_name_along(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        bread, rain = highlight(archive, document, "bread"), highlight(archive, document, "rain")
        actor, others = archive.actors.create("actor"), archive.actors.create("actors other")
        archive.links.tag_actor(bread, actor)
        archive.links.tag_actor(rain, others)
        export_csv(archive, tmp_path / "out.csv", selection=Selection(actors=[actor]))
        assert [row["excerpt"] for row in rows_of(tmp_path / "out.csv")] == ["bread"]


def test_formulas_are_defused_unless_raw_is_asked_for(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive, '=cmd("x") and text', markers=[])
        excerpt = highlight(archive, document, '=cmd("x")')
        archive.links.tag_event(excerpt, archive.events.create("+1"))
        export_csv(archive, tmp_path / "safe.csv")
        export_csv(archive, tmp_path / "raw.csv", raw=True)
        [safe], [raw] = rows_of(tmp_path / "safe.csv"), rows_of(tmp_path / "raw.csv")
        assert (safe["excerpt"], safe["events"]) == ('\'=cmd("x")', "'+1")
        assert (raw["excerpt"], raw["events"]) == ('=cmd("x")', "+1")


def test_the_same_archive_gives_the_same_bytes(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        for quote in ("bread", "rain", "some had died"):
            archive.links.cite_markers(highlight(archive, document, quote))
        first, second = tmp_path / "a", tmp_path / "b"
        for folder in (first, second):
            folder.mkdir()
            export_csv(archive, folder / "out.csv")
        for name in ("out.csv", PACKAGE_NAME):
            assert (first / name).read_bytes() == (second / name).read_bytes()


def test_the_package_beside_names_every_column_and_the_files_hash(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        highlight(archive, add_text(archive), "bread")
        export_csv(archive, tmp_path / "a.csv")
        export_csv(archive, tmp_path / "b.csv", rows="link")
    package = json.loads((tmp_path / PACKAGE_NAME).read_text(encoding="utf-8"))
    assert [entry["path"] for entry in package["resources"]] == ["a.csv", "b.csv"]
    for entry in package["resources"]:
        data = (tmp_path / entry["path"]).read_bytes()
        assert entry["bytes"] == len(data)
        assert entry["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert [field["name"] for field in entry["schema"]["fields"]] == [c.name for c in COLUMNS]


def test_progress_is_told_up_to_the_end(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        highlight(archive, document, "bread")
        highlight(archive, document, "rain")
        told: list[tuple[int, int]] = []
        export_csv(archive, tmp_path / "out.csv", progress=lambda *done: told.append(done))
        assert told == [(2, 2)]


def failing(error: Exception) -> Callable[[int, int], None]:
    def fail(done: int, total: int) -> None:
        raise error

    return fail


@pytest.mark.parametrize("before", [None, b"what stood there"])
@pytest.mark.parametrize("how", ["cancelled", "failed", "no package"])
def test_an_export_that_does_not_end_leaves_everything_as_it_was(
    tmp_path: Path, before: bytes | None, how: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target, package = folder / "out.csv", folder / PACKAGE_NAME
    if before is not None:
        target.write_bytes(before)
        package.write_bytes(b'{"resources": []}')
    if how == "no package":
        package.write_bytes(b"a diary")
    with new_archive(tmp_path) as archive:
        highlight(archive, add_text(archive), "bread")
        existing = {path.name: path.read_bytes() for path in folder.iterdir()}
        if how == "cancelled":
            with pytest.raises(CancelledError, match=r"out\.csv"):
                export_csv(archive, target, cancelled=lambda: True)
        elif how == "failed":
            with pytest.raises(ZeroDivisionError):
                export_csv(archive, target, progress=failing(ZeroDivisionError()))
        else:
            with pytest.raises(StorageError, match=r"datapackage\.json"):
                export_csv(archive, target)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == existing


def test_when_the_table_cannot_be_put_in_place_its_description_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if Path(target).name == "out.csv":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    with new_archive(tmp_path) as archive:
        highlight(archive, add_text(archive), "bread")
        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(StorageError, match=r"out\.csv"):
            export_csv(archive, folder / "out.csv")
        assert list(folder.iterdir()) == []
        monkeypatch.undo()
        export_csv(archive, folder / "first.csv")
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(StorageError):
            export_csv(archive, folder / "out.csv")
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_archive_is_never_written_over(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        highlight(archive, add_text(archive), "bread")
        (tmp_path / "link.csv").hardlink_to(archive.path)
        for name in ("test.archivist", "test.archivist-wal", "test.archivist-journal", "link.csv"):
            with pytest.raises(InvalidValueError, match="not touched"):
                export_csv(archive, tmp_path / name)
        with pytest.raises(InvalidValueError, match=PACKAGE_NAME):
            export_csv(archive, tmp_path / PACKAGE_NAME)
        assert archive.excerpts.count() == 1


def test_a_folder_that_is_not_there_or_stands_in_the_way_is_a_clear_error(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        with pytest.raises(StorageError, match="no folder"):
            export_csv(archive, tmp_path / "missing" / "out.csv")
        (tmp_path / "out.csv").mkdir()
        with pytest.raises(StorageError, match="is a folder"):
            export_csv(archive, tmp_path / "out.csv")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write to any folder"
)
def test_a_folder_that_may_not_be_written_to_is_a_clear_error(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with new_archive(tmp_path) as archive, pytest.raises(StorageError, match="may not write"):
        export_csv(archive, folder / "out.csv")


def test_a_read_only_archive_can_be_exported(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        highlight(archive, add_text(archive), "bread")
    with open_archive(tmp_path / "test.archivist", read_only=True) as archive:
        assert export_csv(archive, tmp_path / "out.csv") == 1
