"""Suggestions are kept aside, and what was decided about them never comes back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.curation import new_archive
from tests.suggested import STORY, add_story, everything, proposals, suggestion

from archivist.archive.archive import Archive, open_archive
from archivist.archive.replacing import Version
from archivist.domain.reading import ReadDocument
from archivist.domain.suggestions import DecisionState

ACCEPTED, REJECTED = DecisionState.ACCEPTED, DecisionState.REJECTED


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with new_archive(tmp_path) as opened:
        yield opened


def test_keeping_suggestions_is_no_step(archive: Archive) -> None:
    document = add_story(archive)
    undoable, moment = archive.history.undoable, archive.changes.moment()
    archive.suggestions.keep(document, everything(), 2)
    assert (archive.history.undoable, archive.changes.moment()) == (undoable, moment)


def test_each_thing_to_decide_is_counted_once_however_often_it_stands(archive: Archive) -> None:
    document = add_story(archive)
    counts = archive.suggestions.counts(document)
    assert {kind.value: number for kind, number in counts.items()} == {
        "date": 1, "name": 2, "source": 1, "figure": 1, "marker": 1, "reference": 1,
    }  # fmt: skip
    assert [(each.value, each.count) for each in proposals(archive, "name")] == [
        ("Ivo Brandt", 3),
        ("Red Cross", 2),
    ]
    assert [each.start for each in archive.suggestions.places(proposals(archive, "name")[0])] == [
        STORY.index("Ivo Brandt"),
        STORY.index("Ivo Brandt, counted"),
        STORY.index("Ivo Brandt slept"),
    ]
    assert len(archive.suggestions.marked(document)) == len(everything())


def test_of_a_statement_only_its_speaker_is_marked(archive: Archive) -> None:
    document = add_story(archive)
    start = STORY.index("Ivo Brandt said")
    said = {"speaker_start": start, "speaker_end": start + len("Ivo Brandt")}
    statement = suggestion("source", "Ivo Brandt said that some 500 people", "Ivo Brandt", said)
    archive.suggestions.keep(document, [statement], 2)
    ((kind, _place, first, last),) = archive.suggestions.marked(document)
    assert (kind, first, last) == ("source", start, start + len("Ivo Brandt"))


def test_dates_that_the_text_states_ask_for_nothing_unless_they_are_new(archive: Archive) -> None:
    document = add_story(archive)
    (date,) = [each for each in everything() if each.kind == "date"]
    stated = replace(date, details={**date.details, "certainty": "stated"})
    archive.suggestions.keep(document, [stated], 2)
    assert proposals(archive, "date") == []
    new = suggestion("date", "Later", "1931", stated.details)
    archive.suggestions.keep(document, [stated, new], 3)
    assert [each.text for each in proposals(archive, "date")] == ["Later"]


def test_markers_that_lead_somewhere_and_flags_ask_for_nothing(archive: Archive) -> None:
    document = add_story(archive)
    resolved = suggestion("marker", "[1]", "1", {"state": "resolved"})
    flag = suggestion("flag", "[2]", "citation needed", {"state": "unresolved"})
    archive.suggestions.keep(document, [resolved, flag], 2)
    assert archive.suggestions.counts() == {}


@pytest.mark.parametrize("state", [ACCEPTED, REJECTED])
@pytest.mark.parametrize("kind", ["date", "name", "source", "figure", "marker", "reference"])
def test_what_was_decided_does_not_come_back_when_finding_runs_again(
    archive: Archive, kind: str, state: DecisionState
) -> None:
    document = add_story(archive)
    decided = proposals(archive, kind)[0]
    with archive.step("Decide"):
        archive.suggestions.decide(decided, state)
    assert decided not in proposals(archive, kind)
    archive.suggestions.keep(document, everything(), 2)
    assert decided not in proposals(archive, kind)


def test_undo_opens_a_decision_again_and_redo_closes_it_after_a_restart(archive: Archive) -> None:
    add_story(archive)
    (figure,) = proposals(archive, "figure")
    with archive.step("Reject it"):
        archive.suggestions.decide(figure, REJECTED)
    archive.close()
    with open_archive(archive.path) as again:
        again.history.undo()
        assert proposals(again, "figure") == [figure]
        again.history.redo()
        assert proposals(again, "figure") == []


def test_a_finder_that_takes_in_a_word_more_does_not_ask_again(archive: Archive) -> None:
    document = add_story(archive)
    with archive.step("Reject it"):
        archive.suggestions.decide(proposals(archive, "figure")[0], REJECTED)
    wider = suggestion("figure", "that some 500 people had", "500")
    archive.suggestions.keep(document, [wider], 2)
    assert proposals(archive, "figure") == []


def test_lines_that_repeat_word_for_word_are_told_apart(archive: Archive) -> None:
    line = (
        "Total of this page, carried over to the next one of this same book: 12 loaves of bread\n"
    )
    document = add_story(archive, STORY + line * 3)
    found = [suggestion("figure", "12 loaves", nth=nth, text=STORY + line * 3) for nth in range(3)]
    archive.suggestions.keep(document, found, 2)
    first, second, third = proposals(archive, "figure")
    with archive.step("Reject one"):
        archive.suggestions.decide(second, REJECTED)
    archive.suggestions.keep(document, found, 3)
    assert proposals(archive, "figure") == [first, third]


def test_a_name_is_rejected_here_or_in_the_whole_archive(archive: Archive) -> None:
    first, second = add_story(archive), add_story(archive, STORY + " End.", "other.txt")
    brandt = proposals(archive, "name", first)[0]
    assert [each.document_id for each in archive.suggestions.alike(brandt)] == [first, second]
    with archive.step("Reject here"):
        archive.suggestions.decide(brandt, REJECTED)
    assert [each.value for each in proposals(archive, "name", second)] == [
        "Ivo Brandt",
        "Red Cross",
    ]
    with archive.step("Reject everywhere"):
        archive.suggestions.decide(brandt, REJECTED, everywhere=True)
    third = add_story(archive, STORY + " The end.", "third.txt")
    for document in (first, second, third):
        assert [each.value for each in proposals(archive, "name", document)] == ["Red Cross"]


def test_a_name_that_was_rejected_stays_so_under_a_longer_one(archive: Archive) -> None:
    document = add_story(archive)
    with archive.step("Reject"):
        archive.suggestions.decide(proposals(archive, "name")[1], REJECTED)
    longer = suggestion("name", "Red Cross", "International Red Cross", nth=1)
    archive.suggestions.keep(document, [longer], 2)
    assert proposals(archive, "name") == []


def test_what_was_decided_about_words_holds_in_a_new_version_of_the_text(archive: Archive) -> None:
    document = add_story(archive)
    with archive.step("Reject"):
        archive.suggestions.decide(proposals(archive, "figure")[0], REJECTED)
    longer = "A new first line.\n\n" + STORY
    other = add_story(archive, longer, "longer.txt")
    read = ReadDocument("text", "plain", longer)
    sha256 = archive.documents.get(other).sha256
    archive.documents.replace(document, Version(read, "longer.txt", sha256), {})
    assert archive.suggestions.counts(document) == {}, "what stood in the older text"
    assert archive.suggestions.stale(1) == [document]
    archive.suggestions.keep(document, everything(longer), 1)
    assert proposals(archive, "figure", document) == []
    assert len(proposals(archive, "source", document)) == 1


def test_documents_wait_for_the_finder_until_this_version_of_it_has_seen_their_text(
    archive: Archive,
) -> None:
    first = add_story(archive)
    second = add_story(archive, STORY + " End.", "other.txt")
    assert archive.suggestions.stale(1) == []
    assert archive.suggestions.stale(2) == [first, second]
    archive.suggestions.keep(first, [], 2)
    assert archive.suggestions.stale(2) == [second]


def test_suggestions_go_with_their_document_and_are_found_again_when_it_comes_back(
    archive: Archive,
) -> None:
    document = add_story(archive)
    archive.documents.delete(document)
    assert archive.suggestions.counts() == {}
    archive.history.undo()
    assert archive.suggestions.stale(1) == [document]


def test_a_document_that_is_gone_when_finding_ends_is_left_out(archive: Archive) -> None:
    archive.suggestions.keep(99, everything(), 1)
    assert archive.suggestions.counts() == {}
