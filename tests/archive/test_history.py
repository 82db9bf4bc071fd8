"""Undo and redo as a person meets them."""

import sqlite3
from pathlib import Path

import pytest
from tests.archive.shelf import TEXT, add_document, dump

from archivist.archive.archive import Archive, create, open_archive
from archivist.domain.anchor import describe
from archivist.domain.errors import StorageError
from archivist.domain.vocabulary import StepKind


def test_undo_and_redo_give_the_names_of_steps(archive: Archive) -> None:
    archive.events.create("Flood")
    archive.events.create("Fire")
    name = archive.history.undoable
    assert name is not None
    assert archive.history.undo() == name
    assert archive.history.redoable == name
    assert [event.name for event in archive.events.all()] == ["Flood"]
    assert archive.history.redo() == name
    assert [event.name for event in archive.events.all()] == ["Fire", "Flood"]
    assert archive.history.redo() is None


def test_there_is_nothing_to_undo_in_a_new_archive(archive: Archive) -> None:
    assert archive.history.undoable is None
    assert archive.history.undo() is None
    assert archive.history.redo() is None


def test_undo_lasts_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "a.archivist"
    with create(path) as archive:
        archive.events.create("Flood")
    with open_archive(path) as archive:
        archive.history.undo()
    with open_archive(path) as archive:
        assert archive.events.all() == []
        archive.history.redo()
        assert [event.name for event in archive.events.all()] == ["Flood"]


def test_a_new_step_ends_redo_but_the_audit_keeps_all(archive: Archive) -> None:
    archive.events.create("Flood")
    archive.history.undo()
    archive.events.create("Fire")
    assert archive.history.redoable is None
    assert archive.history.redo() is None
    kinds = [(step.kind, step.undone) for step in archive.history.steps()]
    assert kinds == [(StepKind.DO, False), (StepKind.UNDO, False), (StepKind.DO, True)]
    assert archive.history.steps(limit=1)[0].id == archive.history.steps()[0].id


def test_deleting_a_document_is_undone_with_all_that_hung_on_it(archive: Archive) -> None:
    document = add_document(archive)
    with archive.step("Tag"):
        event = archive.store.insert("event", {"uid": "e", "name": "E", "name_key": "e"})
        excerpt = archive.store.insert(
            "excerpt",
            {
                "uid": "x",
                "document_id": document,
                "number": 1,
                "start": 0,
                "end": 6,
                "quote": TEXT[:6],
                "created_at": "",
                "created_by": "",
                "modified_at": "",
            },
        )
        archive.store.insert("excerpt_event", {"excerpt_id": excerpt, "event_id": event})
    before = dump(archive)
    archive.documents.delete(document)
    assert archive.store.rows("SELECT 1 FROM excerpt") == []
    assert archive.store.rows("SELECT 1 FROM excerpt_event") == []
    archive.history.undo()
    assert dump(archive) == before


@pytest.mark.parametrize(
    "value",
    [
        "a\0b",
        "\0",
        "😀 Łódź \u202e",
        "'; DROP TABLE event; --",
        "1.0",
        b"\x00\xff",
        b"",
        2**63 - 1,
        -(2**63),
        0.1 + 0.2,
        5e-324,
        1.7976931348623157e308,
        float("inf"),
    ],
)
def test_values_of_every_type_come_back_exactly(archive: Archive, value: object) -> None:
    document = add_document(archive)
    excerpt = archive.excerpts.create(document, describe(TEXT, 0, 6))
    values = {"text": value, "unit": value, "minimum": value, "confidence": value, "edtf": value}
    with archive.step("Claim"):
        claim = archive.store.insert(
            "claim", {"uid": "c", "excerpt_id": excerpt, "property": "dead", **values}
        )
    before = dump(archive)
    with archive.step("Change"):
        archive.store.update("claim", claim, dict.fromkeys(values, "other"))
    archive.history.undo()
    assert dump(archive) == before
    with archive.step("Delete"):
        archive.store.delete("excerpt", excerpt)
    archive.history.undo()
    assert dump(archive) == before
    archive.history.undo()
    archive.history.redo()
    assert dump(archive) == before


def test_an_import_is_undone_and_redone_under_its_id(archive: Archive) -> None:
    document = add_document(archive)
    before = dump(archive)
    archive.history.undo()
    assert archive.documents.all() == []
    archive.history.redo()
    assert dump(archive) == before
    archive.history.undo()
    assert add_document(archive) > document


def test_the_text_of_a_document_cannot_be_changed(archive: Archive) -> None:
    document = add_document(archive)
    with (
        pytest.raises(sqlite3.IntegrityError, match="text of a document"),
        archive.step("Tamper"),
    ):
        archive.store.update("document", document, {"text": "other"})
    assert archive.documents.text(document) == TEXT


def test_the_id_of_a_row_cannot_be_changed(archive: Archive) -> None:
    event = archive.events.create("Flood")
    with pytest.raises(sqlite3.IntegrityError, match="id"), archive.step("Tamper"):
        archive.store.update("event", event, {"id": 99})


def test_undo_refuses_what_another_program_has_changed(archive: Archive, path: Path) -> None:
    event = archive.events.create("Flood")
    archive.events.update(event, name="Great flood")
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM event")
    other.close()
    with pytest.raises(StorageError, match="another program"):
        archive.history.undo()
    assert len(archive.history.steps()) == 2
