"""A document takes another file: text, shape and places change together, and come back together."""

import sqlite3

import pytest
from tests.archive.shelf import TEXT, add_document, dump, put_original, read_document

from archivist.archive.archive import Archive, open_archive
from archivist.archive.integrity import check
from archivist.archive.replacing import Place, Version
from archivist.domain.anchor import describe
from archivist.domain.errors import InvalidValueError
from archivist.domain.reading import FoundMarker
from archivist.domain.vocabulary import AnchorState, LinkState, MarkerKind

NEW = "A preface about cats.\n\n" + TEXT.replace("Nobody was hurt", "Two were hurt")


def version(archive: Archive, text: str = NEW) -> Version:
    return Version(
        read_document(text),
        "report-2.txt",
        put_original(archive, text.encode()),
        markers=[FoundMarker(1, 2, "1", MarkerKind.REFERENCE, LinkState.UNRESOLVED)],
        labels={"1": "1"},
    )


def excerpt(archive: Archive, document: int, words: str) -> int:
    text = archive.documents.text(document)
    start = text.index(words)
    return archive.excerpts.create(document, describe(text, start, start + len(words)))


def test_a_new_version_takes_the_place_of_the_old_one_in_one_step(archive: Archive) -> None:
    document = add_document(archive)
    archive.documents.update(document, note="kept", author="A. Clerk")
    kept, lost = excerpt(archive, document, "café"), excerpt(archive, document, "Nobody was hurt")
    before, old_sha = dump(archive), archive.documents.get(document).sha256
    start = NEW.index("café")
    place = Place(describe(NEW, start, start + 4), AnchorState.MOVED)
    archive.documents.replace(document, version(archive), {kept: place})
    now = archive.documents.get(document)
    assert archive.documents.text(document) == NEW
    assert (now.original_name, now.characters, now.note) == ("report-2.txt", len(NEW), "kept")
    assert (now.author, now.sha256 != old_sha) == ("A. Clerk", True)
    assert archive.excerpts.get(kept).anchor.start == start
    orphan = archive.excerpts.get(lost)
    assert (orphan.anchor_state, orphan.anchor.quote) == (AnchorState.ORPHANED, "Nobody was hurt")
    assert [item.id for item in archive.lists.items("orphaned")] == [lost]
    assert archive.originals.has(old_sha)
    assert check(archive) == []
    after = dump(archive)
    title = now.title
    assert archive.history.undo() == f"Replace “{title}” by a new version"
    assert dump(archive) == before
    assert check(archive) == []
    archive.history.redo()
    assert dump(archive) == after
    assert check(archive) == []
    path = archive.path
    archive.close()
    with open_archive(path) as again:
        again.history.undo()
        assert dump(again) == before
        assert check(again) == []


def test_search_finds_the_words_of_the_version_that_stands(archive: Archive) -> None:
    document = add_document(archive)
    archive.documents.replace(document, version(archive), {})
    assert [hit.snippet for hit in archive.search.find("preface")]
    assert not archive.search.find("Nobody")
    archive.history.undo()
    assert not archive.search.find("preface")
    assert archive.search.find("Nobody")
    archive.history.redo()
    assert archive.search.find("preface")


def test_a_deleted_new_version_comes_back_and_then_the_old_one(archive: Archive) -> None:
    document = add_document(archive)
    states = [dump(archive)]
    archive.documents.replace(document, version(archive), {})
    states.append(dump(archive))
    archive.documents.delete(document)
    for state in reversed(states):
        archive.history.undo()
        assert dump(archive) == state
        assert check(archive) == []


def test_a_label_keeps_the_citation_it_means(archive: Archive) -> None:
    document = add_document(archive)
    citation = archive.citations.create(raw="Smith 1999")
    with archive.step("Mark"):
        archive.store.insert(
            "marker",
            {"document_id": document, "start": 1, "end": 2, "label": "1", "kind": "reference"},
        )
    archive.markers.set_citation(document, "1", citation)
    archive.documents.replace(document, version(archive), {})
    [marker] = archive.markers.in_document(document)
    assert (marker.citation_id, marker.state) == (citation, LinkState.MANUAL)


def test_a_text_still_never_changes_without_its_file(archive: Archive) -> None:
    document = add_document(archive)
    for values in ({"text": "other"}, {"text": "other", "text_sha256": "0"}):
        with pytest.raises(sqlite3.IntegrityError, match="never changes"), archive.step("Forge"):
            archive.store.update("document", document, values)
    assert archive.documents.text(document) == TEXT


def test_a_place_that_does_not_read_as_quoted_changes_nothing(archive: Archive) -> None:
    document = add_document(archive)
    wrong = excerpt(archive, document, "café")
    before = dump(archive)
    place = Place(archive.excerpts.get(wrong).anchor, AnchorState.ANCHORED)
    with pytest.raises(InvalidValueError, match="does not read as quoted"):
        archive.documents.replace(document, version(archive), {wrong: place})
    assert dump(archive) == before
    assert check(archive) == []


def test_what_followed_a_lost_passage_is_not_guessed(archive: Archive) -> None:
    document = add_document(archive)
    lost = excerpt(archive, document, "Nobody was hurt")
    archive.documents.replace(document, version(archive), {})
    assert archive.excerpts.own_dates([lost]) == {}
    with pytest.raises(InvalidValueError, match="Anchor it first"):
        archive.links.cite_markers(lost)
    start = NEW.index("Two were hurt")
    archive.excerpts.anchor_anew(lost, describe(NEW, start, start + 13))
    assert archive.excerpts.get(lost).anchor_state is AnchorState.MOVED
    archive.history.undo()
    assert archive.excerpts.get(lost).anchor.quote == "Nobody was hurt"
