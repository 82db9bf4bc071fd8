"""An accepted suggestion becomes what it stands for, in one step; a rejected one goes away."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archivist import accepting
from archivist.accepting import Named, Passages
from archivist.archive.archive import Archive
from archivist.domain.dates import from_edtf
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import ActorName, Event
from archivist.domain.suggestions import Proposal
from archivist.domain.vocabulary import ActorKind, MarkerKind, Role, Stance
from archivist.finding.markers import find_markers
from tests.curation import add_text, highlight, new_archive
from tests.suggested import STORY, add_story, found_date, proposals, suggestion

BRANDT, RED_CROSS = 0, 1


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with new_archive(tmp_path) as opened:
        yield opened


@pytest.fixture
def story(archive: Archive) -> int:
    return add_story(archive)


def quotes(archive: Archive) -> list[str]:
    return [excerpt.anchor.quote for excerpt in archive.excerpts.all()]


def roles(archive: Archive, quote: str) -> list[tuple[str, str, str | None]]:
    """Gives the actors of the excerpt that reads so: name, role, stance."""
    (excerpt,) = [each for each in archive.excerpts.all() if each.anchor.quote == quote]
    tags = archive.excerpts.tags([excerpt.id]).actors[excerpt.id]
    return [(actor.name, link.role.value, link.stance) for actor, link in tags]


def test_a_date_is_confirmed_and_undo_makes_it_inferred_again(archive: Archive, story: int) -> None:
    (date,) = proposals(archive, "date")
    accepting.accept(archive, [date])
    assert found_date(archive, story).date.certainty == "stated"
    assert proposals(archive, "date") == []
    assert archive.history.undo() == "Accept date “1931-09-24”"
    assert found_date(archive, story).date.certainty == "inferred"
    assert proposals(archive, "date") == [date]


def test_a_date_is_corrected_and_keeps_the_words_of_the_text(archive: Archive, story: int) -> None:
    (date,) = proposals(archive, "date")
    accepting.accept_date(archive, date, from_edtf("1932-09-24", text="24 Sept 1932"))
    found = found_date(archive, story).date
    assert (found.edtf, found.certainty, found.text) == ("1932-09-24", "stated", "24 September")


def test_a_date_without_a_year_has_to_be_given_one(archive: Archive, story: int) -> None:
    details = {"edtf": "XXXX-09-24", "earliest": None, "latest": None, "modifier": None}
    details |= {"certainty": "questionable", "extent": "span"}
    yearless = suggestion("date", "24 September", "XXXX-09-24", details)
    archive.suggestions.keep(story, [yearless], 2)
    with pytest.raises(InvalidValueError, match="in which year “24 September” was"):
        accepting.accept(archive, proposals(archive, "date"))
    assert found_date(archive, story).date.certainty == "inferred", "nothing was changed"


def test_an_event_is_made_or_dated_from_a_date_in_one_step(archive: Archive, story: int) -> None:
    (date,) = proposals(archive, "date")
    event = accepting.accept_date_of_event(archive, date, Event(0, "", "Closure"))
    made = archive.events.get(event).date
    assert made is not None
    assert (made.edtf, made.certainty) == ("1931-09-24", "stated")
    archive.history.undo()
    assert archive.events.all() == []
    assert proposals(archive, "date") == [date]
    known = archive.events.create("The end")
    accepting.accept_date_of_event(archive, date, known)
    assert archive.events.get(known).date == made
    assert found_date(archive, story).date.certainty == "stated"


def test_what_is_no_date_is_no_longer_found(archive: Archive, story: int) -> None:
    accepting.reject(archive, proposals(archive, "date"))
    assert archive.documents.dates(story) == []
    archive.history.undo()
    assert found_date(archive, story).date.edtf == "1931-09-24"
    assert len(proposals(archive, "date")) == 1


def test_a_name_tags_the_sentence_of_every_mention(archive: Archive, story: int) -> None:
    accepted = accepting.accept(archive, [proposals(archive, "name")[BRANDT]])
    assert quotes(archive) == [
        "Ivo Brandt said that some 500 people had left.",
        "Later the Red Cross, with Ivo Brandt, counted 300 to 400 beds.",
        "Ivo Brandt slept.",
    ]
    assert len(accepted.excerpts) == 3
    (actor,) = archive.actors.all()
    assert (actor.name, actor.kind) == ("Ivo Brandt", ActorKind.PERSON)
    assert roles(archive, "Ivo Brandt slept.") == [("Ivo Brandt", "mentioned", None)]
    archive.history.undo()
    assert (quotes(archive), archive.actors.all()) == ([], [])
    assert [each.value for each in proposals(archive, "name")] == ["Ivo Brandt", "Red Cross"]


def test_an_excerpt_that_holds_the_mention_gets_the_actor_and_a_role_is_kept(
    archive: Archive, story: int
) -> None:
    brandt = archive.actors.create("Ivo Brandt")
    excerpt = highlight(archive, story, "Ivo Brandt said that some 500 people")
    archive.links.tag_actor(excerpt, brandt, Role.WITNESS)
    highlight(archive, story, "with Ivo Brandt, counted")
    accepting.accept(archive, [proposals(archive, "name")[BRANDT]])
    assert roles(archive, "Ivo Brandt said that some 500 people") == [
        ("Ivo Brandt", "witness", None)
    ]
    assert roles(archive, "with Ivo Brandt, counted") == [("Ivo Brandt", "mentioned", None)]
    assert len(quotes(archive)) == 3


def test_two_names_of_one_sentence_share_its_excerpt(archive: Archive, story: int) -> None:
    accepting.accept(archive, proposals(archive, "name"))
    shared = "Later the Red Cross, with Ivo Brandt, counted 300 to 400 beds."
    assert [name for name, _, _ in roles(archive, shared)] == ["Ivo Brandt", "Red Cross"]


def test_a_mention_in_a_list_of_references_tells_of_nobody(archive: Archive) -> None:
    from archivist.finding.entry_blocks import with_entries

    text = "References\n\n[1] Lind, Ada. Memories of Ada Lind. London: Press, 1932.\n"
    document = add_text(archive, text, blocks=with_entries(text, ()))
    found = suggestion("name", "Ada Lind", text=text)
    archive.suggestions.keep(document, [found], 1)
    assert accepting.accept(archive, proposals(archive, "name")).excerpts == ()
    assert [actor.name for actor in archive.actors.all()] == ["Ada Lind"]


def test_a_name_can_be_another_name_of_an_actor_and_is_kept_as_one(
    archive: Archive, story: int
) -> None:
    icrc = archive.actors.create("International Committee of the Red Cross")
    name = proposals(archive, "name")[RED_CROSS]
    accepting.accept_name(archive, [name], Named("ICRC", actor_id=icrc))
    (actor,) = archive.actors.all()
    assert [each.name for each in actor.names] == ["Red Cross"]
    assert archive.actors.counts() == {icrc: 2}


def test_a_name_is_accepted_in_every_document_in_one_step(archive: Archive, story: int) -> None:
    add_story(archive, STORY + " End.", "other.txt")
    name = proposals(archive, "name")[BRANDT]
    accepting.accept_name(archive, archive.suggestions.alike(name), Named("Ivo Brandt"))
    (actor,) = archive.actors.all()
    assert archive.actors.counts() == {actor.id: 6}
    archive.history.undo()
    assert archive.excerpts.all() == []


def test_a_statement_is_an_excerpt_with_its_speaker_as_the_source(
    archive: Archive, story: int
) -> None:
    accepting.accept(archive, proposals(archive, "source"))
    assert roles(archive, "some 500 people had left") == [("Ivo Brandt", "source", "asserts")]


def test_markers_around_a_statement_are_left_out_of_its_excerpt(archive: Archive) -> None:
    text = "It rained.\n[4][5] Ivo Brandt said that nobody came.[6] He left."
    document = add_text(archive, text, markers=find_markers(text))
    found = suggestion(
        "source", "[4][5] Ivo Brandt said that nobody came.[6]", "Ivo Brandt", text=text
    )
    archive.suggestions.keep(document, [found], 1)
    accepting.accept(archive, proposals(archive, "source"))
    assert quotes(archive) == ["Ivo Brandt said that nobody came."]


def test_a_quotation_mark_and_its_markers_stay_with_the_sentence_before(archive: Archive) -> None:
    text = 'A loss.\n\n"[4] The head of the mill, Ivo Brandt, came.'
    document = add_text(archive, text, markers=find_markers(text))
    archive.suggestions.keep(document, [suggestion("name", "Ivo Brandt", text=text)], 1)
    accepting.accept(archive, proposals(archive, "name"))
    assert quotes(archive) == ["The head of the mill, Ivo Brandt, came."]


def test_who_was_mentioned_where_he_speaks_is_the_source_alone(archive: Archive) -> None:
    text = "Ivo Brandt said that nobody came."
    document = add_text(archive, text)
    found = suggestion("source", text, "Ivo Brandt", {"stance": "asserts"}, text=text)
    name = suggestion("name", "Ivo Brandt", text=text)
    archive.suggestions.keep(document, [name, found], 1)
    accepting.accept(archive, proposals(archive, "name"))
    accepting.accept(archive, proposals(archive, "source"))
    assert roles(archive, text) == [("Ivo Brandt", "source", "asserts")]
    archive.history.undo()
    assert roles(archive, text) == [("Ivo Brandt", "mentioned", None)]


def test_a_speaker_and_a_stance_can_be_corrected(archive: Archive, story: int) -> None:
    (source,) = proposals(archive, "source")
    accepting.accept_source(archive, source, Named("The foreman"), Stance.DENIES)
    assert roles(archive, "some 500 people had left") == [("The foreman", "source", "denies")]


def test_a_figure_is_a_claim_of_its_sentence_as_of_the_date_in_it(archive: Archive) -> None:
    text = "On 24 September some 500 people had left. Nobody came."
    document = add_text(archive, text)
    date = from_edtf("1931-09-24", text="24 September")
    archive.found_dates.put(document, 3, 15, date)
    details = {"minimum": 450, "maximum": 550, "unit": "people", "property": "left"}
    archive.suggestions.keep(
        document, [suggestion("figure", "some 500 people", "500", details, text=text)], 1
    )
    (excerpt_id,) = accepting.accept(archive, proposals(archive, "figure")).excerpts
    assert quotes(archive) == ["On 24 September some 500 people had left."]
    (claim,) = archive.excerpts.tags([excerpt_id]).claims[excerpt_id]
    assert (claim.property, claim.minimum, claim.maximum) == ("left", 450, 550)
    assert (claim.unit, claim.text) == ("people", "some 500 people")
    assert claim.as_of is not None
    assert (claim.as_of.edtf, claim.as_of.certainty) == ("1931-09-24", "inferred")


def test_a_figure_stands_on_the_excerpt_around_it_with_its_event_and_source(
    archive: Archive, story: int
) -> None:
    excerpt = highlight(archive, story, "Ivo Brandt said that some 500 people had left")
    event, actor = archive.events.create("Closure"), archive.actors.create("Ivo Brandt")
    archive.links.tag_event(excerpt, event)
    archive.links.tag_actor(excerpt, actor, Role.SOURCE)
    accepting.accept(archive, proposals(archive, "figure"))
    (claim,) = archive.excerpts.tags([excerpt]).claims[excerpt]
    assert (claim.event_id, claim.speaker_id) == (event, actor)
    assert len(quotes(archive)) == 1


def test_a_figure_is_filled_in_before_it_is_accepted(archive: Archive, story: int) -> None:
    (figure,) = proposals(archive, "figure")
    claim = accepting.suggested_claim(archive, figure, Passages(archive, story))
    accepting.accept_figure(archive, figure, replace(claim, property="workers gone", maximum=500))
    (excerpt,) = archive.excerpts.all()
    (kept,) = archive.excerpts.tags([excerpt.id]).claims[excerpt.id]
    assert (kept.property, kept.minimum, kept.maximum) == ("workers gone", 450, 500)


def test_a_label_becomes_a_citation_or_means_one_that_is_there(
    archive: Archive, story: int
) -> None:
    (marker,) = proposals(archive, "marker")
    accepting.accept(archive, [marker])
    assert [citation.state for citation in archive.citations.all()] == ["stub"]
    assert proposals(archive, "marker") == []
    archive.history.undo()
    book = archive.citations.create(key="book", item={"title": "Book"})
    accepting.accept_marker(archive, marker, book)
    assert archive.markers.labels_in(story) == {book: "2"}


def test_a_label_that_a_person_resolved_by_hand_is_asked_for_no_more(
    archive: Archive, story: int
) -> None:
    book = archive.citations.create(key="book", item={"title": "Book"})
    archive.markers.set_citation(story, "2", book)
    assert proposals(archive, "marker") == []


def test_a_label_with_several_references_needs_a_person(archive: Archive, story: int) -> None:
    with archive.step("Two entries"):
        archive.store.write("UPDATE marker SET state = 'ambiguous' WHERE label = '2'")
    with pytest.raises(InvalidValueError, match="edit it to choose one"):
        accepting.accept(archive, proposals(archive, "marker"))


def test_what_is_no_marker_goes_from_the_text(archive: Archive, story: int) -> None:
    accepting.reject(archive, proposals(archive, "marker"))
    labels = [each.label for each in archive.markers.in_document(story)]
    assert "2" not in labels
    archive.history.undo()
    assert [each.label for each in archive.markers.in_document(story)].count("2") == 1


def test_a_reference_is_a_citation_that_the_markers_lead_to(archive: Archive, story: int) -> None:
    (entry,) = proposals(archive, "reference")
    with archive.step("Lead there"):
        archive.store.write(
            "UPDATE marker SET target = ? WHERE start < 100 AND label = '1'", (entry.start,)
        )
    accepting.accept(archive, [entry])
    (citation,) = archive.citations.all()
    assert citation.title == "The Mill"
    assert citation.raw == "Lind, Ada. The Mill. London: Press, 1932."
    markers = [each for each in archive.markers.in_document(story) if each.citation_id]
    assert [(each.label, each.state) for each in markers] == [("1", "resolved")]
    assert all(each.kind is MarkerKind.REFERENCE for each in markers)


def test_a_reference_can_be_corrected_before(archive: Archive, story: int) -> None:
    (entry,) = proposals(archive, "reference")
    fields = {"key": "Lind1932", "item": {"title": "The Old Mill"}}
    citation = archive.citations.get(accepting.accept_reference(archive, entry, fields))
    assert (citation.key, citation.title) == ("Lind1932", "The Old Mill")


def test_all_of_a_kind_are_one_step_and_what_needs_a_person_stays_open(
    archive: Archive, story: int
) -> None:
    for name in ("One", "Two"):
        actor = archive.actors.create(name)
        archive.actors.update(actor, names=[ActorName("Red Cross")])
    accepted = accepting.accept(archive, proposals(archive, "name"))
    assert accepted.count == 1
    (left,) = accepted.left
    assert "a name of several actors" in left
    assert [each.value for each in proposals(archive, "name")] == ["Red Cross"]
    assert archive.history.undo() == "Accept 2 suggestions"
    assert archive.excerpts.all() == []


def test_what_is_no_longer_proposed_is_said_in_a_sentence(archive: Archive, story: int) -> None:
    (source,) = proposals(archive, "source")
    archive.suggestions.keep(story, [], 2)
    with pytest.raises(NotFoundError, match="no longer proposed"):
        accepting.accept(archive, [source])


def test_a_name_is_rejected_in_the_whole_archive_by_one_step(archive: Archive, story: int) -> None:
    add_story(archive, STORY + " End.", "other.txt")
    name: Proposal = proposals(archive, "name")[BRANDT]
    accepting.reject(archive, [name], everywhere=True)
    assert {each.value for each in proposals(archive, "name")} == {"Red Cross"}
    assert archive.history.undo() == "Reject name “Ivo Brandt”"
    assert len(proposals(archive, "name")) == 4
