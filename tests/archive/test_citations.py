from pathlib import Path

import pytest
from tests.curation import add_text, highlight, new_archive

from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.vocabulary import CitationState, LinkOrigin, Relation

SUNY = {
    "type": "book",
    "title": "A History of the Armenian Genocide",
    "author": [{"family": "Suny", "given": "Ronald Grigor"}],
    "issued": {"date-parts": [[2015, 3]]},
}


def test_a_citation_has_its_key_of_author_and_year_and_its_date_of_the_item(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        citation = archive.citations.get(archive.citations.create(item=SUNY))
        assert (citation.key, citation.state) == ("suny2015", CitationState.PARSED)
        assert citation.item == SUNY
        assert citation.date is not None
        assert (citation.date.earliest, citation.date.latest) == ("2015-03-01", "2015-03-31")


def test_keys_made_by_the_program_never_clash(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        made = [archive.citations.create(item=SUNY) for _ in range(29)]
        keys = [archive.citations.get(citation).key for citation in made]
        assert keys[:3] == ["suny2015", "suny2015a", "suny2015b"]
        assert keys[26:] == ["suny2015z", "suny2015-2", "suny2015-3"]


def test_a_key_that_a_person_types_is_refused_where_it_is_taken(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        archive.citations.create(key="ICRC", raw="Statement")
        other = archive.citations.create(key="EP", raw="Motion")
        with pytest.raises(InvalidValueError, match="already a citation “ICRC”"):
            archive.citations.create(key="icrc", raw="Other")
        with pytest.raises(InvalidValueError, match="ICRC"):
            archive.citations.update(other, key="Icrc")
        archive.citations.update(other, key="ep")
        assert archive.citations.by_key("EP") == archive.citations.get(other)
        with pytest.raises(InvalidValueError):
            archive.citations.update(other, key=" ")


def test_an_empty_citation_is_refused(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive, pytest.raises(InvalidValueError):
        archive.citations.create(raw=" ")


def test_a_pasted_reference_is_read_into_fields_and_kept_as_it_was(tmp_path: Path) -> None:
    raw = 'Sauer, Pjotr (26 September 2023). "Thousands leave". The Guardian.'
    with new_archive(tmp_path) as archive:
        citation = archive.citations.get(archive.citations.create(raw=raw))
        assert (citation.key, citation.raw) == ("sauer2023", raw)
        assert citation.title == "Thousands leave"


def test_the_date_follows_the_item(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        made = archive.citations.create(item=SUNY)
        archive.citations.update(made, item={**SUNY, "issued": {"date-parts": [[1993], [1995]]}})
        date = archive.citations.get(made).date
        assert date is not None
        assert date.edtf == "1993/1995"
        archive.citations.update(made, item={"title": "Without a date"})
        assert archive.citations.get(made).date is None


def test_a_stub_that_is_told_what_it_is_is_no_stub_any_more(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        made = archive.citations.create(fallback_key="d1-23")
        assert archive.citations.get(made).state is CitationState.STUB
        archive.citations.update(made, item={"title": "Report"})
        assert archive.citations.get(made).state is CitationState.PARSED
        archive.citations.update(made, state=CitationState.VERIFIED, note="seen in the library")
        assert archive.citations.get(made).state is CitationState.VERIFIED


def test_citations_stand_by_key_with_numbers_in_their_order(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        for key in ("d1-10", "d1-9", "Adam2020", "d1-9b"):
            archive.citations.create(key=key)
        keys = [citation.key for citation in archive.citations.all()]
        assert keys == ["Adam2020", "d1-9", "d1-9b", "d1-10"]


def test_merging_citations_moves_markers_and_links_and_fills_fields(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        bread, rain = highlight(archive, document, "bread"), highlight(archive, document, "rain")
        keep = archive.citations.create(key="keep", item={"type": "book", "title": "Report"})
        gone = archive.citations.create(
            key="gone",
            item={"type": "webpage", "title": "The report", "URL": "https://example.org"},
            raw="The report. Example.",
            state=CitationState.VERIFIED,
            note="second copy",
        )
        archive.markers.set_citation(document, "90", gone)
        archive.links.cite(bread, keep, locator="p. 2", relation=Relation.MENTIONS)
        archive.links.cite(bread, gone, locator="p. 9", relation=Relation.CONTRADICTS, confidence=3)
        archive.links.cite(rain, gone, origin=LinkOrigin.MARKER)
        before = (archive.citations.all(), archive.excerpts.tags())

        archive.citations.merge(keep, gone)

        merged = archive.citations.get(keep)
        assert merged.item == {"type": "book", "title": "Report", "URL": "https://example.org"}
        assert (merged.raw, merged.state) == ("The report. Example.", CitationState.VERIFIED)
        assert merged.note.split("\n") == ["second copy", "key: gone", "title: The report"]
        tags = archive.excerpts.tags()
        [(_, link)] = tags.citations[bread]
        assert (link.locator, link.relation, link.confidence) == (
            "p. 2; p. 9",
            Relation.CONTRADICTS,
            3,
        )
        assert [link.origin for _, link in tags.citations[rain]] == [LinkOrigin.MARKER]
        assert archive.citations.counts() == {keep: 2}
        cited = {
            marker.label: marker.citation_id for marker in archive.markers.in_document(document)
        }
        assert cited["90"] == keep
        assert archive.history.undo() == "Merge citation “gone” into “keep”"
        assert (archive.citations.all(), archive.excerpts.tags()) == before


def test_what_two_merged_links_contradict_each_other_in_stays_in_the_note(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        keep, gone = archive.citations.create(key="keep"), archive.citations.create(key="gone")
        archive.links.cite(excerpt, keep, confidence=1)
        archive.links.cite(excerpt, gone, relation=Relation.CONTRADICTS, confidence=4)
        archive.citations.merge(keep, gone)
        [(_, link)] = archive.excerpts.tags().citations[excerpt]
        assert (link.relation, link.confidence) == (Relation.SUPPORTS, 1)
        assert archive.excerpts.get(excerpt).note == "gone: contradicts, confidence 4"


def test_a_deleted_citation_leaves_its_markers_unresolved_and_comes_back(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        made = archive.citations.create(key="report")
        archive.markers.set_citation(document, "90", made)
        before = archive.markers.in_document(document)
        archive.citations.delete(made)
        with pytest.raises(NotFoundError):
            archive.citations.get(made)
        assert {marker.state for marker in archive.markers.in_document(document)} == {"unresolved"}
        archive.history.undo()
        assert archive.markers.in_document(document) == before
