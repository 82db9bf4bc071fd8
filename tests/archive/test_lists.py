from pathlib import Path

import pytest
from tests.curation import PROSE, add_text, highlight, new_archive

from archivist.archive.archive import Archive
from archivist.archive.lists import LIST_NAMES
from archivist.domain.dates import from_edtf
from archivist.domain.errors import NotFoundError
from archivist.domain.vocabulary import Relation


def labels(archive: Archive, name: str) -> list[str]:
    items = archive.lists.items(name)
    assert archive.lists.counts()[name] == len(items)
    return [item.label for item in items]


def test_an_empty_archive_has_nothing_to_do(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        assert archive.lists.counts() == dict.fromkeys(LIST_NAMES, 0)
        assert all(archive.lists.items(name) == [] for name in LIST_NAMES)
        with pytest.raises(NotFoundError, match="orphaned"):
            archive.lists.items("everything")


def test_a_label_is_unresolved_once_a_document_until_its_citation_says_more(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive, "One.[7] Two.[7] Three.[8][citation needed]")
        assert labels(archive, "unresolved_citations") == ["[7]", "[8]"]
        first = archive.lists.items("unresolved_citations")[0]
        assert (first.kind, first.document_id, first.start) == ("marker", document, 4)
        made = archive.markers.citation_for(first.id)
        assert made is not None
        assert labels(archive, "unresolved_citations") == [f"d{document}-7", "[8]"]
        assert archive.lists.items("unresolved_citations")[0].start == 4
        archive.citations.update(made, item={"title": "Report"})
        assert labels(archive, "unresolved_citations") == ["[8]"]


def test_flags_are_listed_where_they_stand(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        add_text(archive)
        assert labels(archive, "citation_needed") == ["citation needed"]
        [flag] = archive.lists.items("citation_needed")
        assert flag.start == PROSE.index("[citation needed]")


def test_an_excerpt_leaves_a_list_when_it_is_tagged(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        bread, rain = highlight(archive, document, "bread"), highlight(archive, document, "rain")
        names = ("without_event", "without_actor", "without_citation")
        for name in names:
            assert labels(archive, name) == [f"{document}:1", f"{document}:2"]
        archive.links.tag_event(bread, archive.events.create("Siege"))
        archive.links.tag_actor(bread, archive.actors.create("Ani"))
        archive.links.cite(bread, archive.citations.create(key="report"))
        for name in names:
            [item] = archive.lists.items(name)
            assert (item.id, item.detail, item.start) == (rain, "rain", PROSE.index("rain"))
            assert labels(archive, name) == [f"{document}:2"]


def test_events_without_a_day_are_undated(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        archive.events.create("Siege")
        archive.events.create("Flight", date=from_edtf("2023-09-24/.."))
        assert labels(archive, "undated_events") == ["Siege"]


def test_an_event_told_from_one_source_only_is_listed(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document, other = add_text(archive), add_text(archive, name="other.txt")
        one, two, three = (highlight(archive, document, w) for w in ("bread", "rain", "some"))
        four = highlight(archive, other, "bread")
        archive.events.create("Nothing told")
        siege, flight = archive.events.create("Siege"), archive.events.create("Flight")
        archive.links.tag_event(one, siege)
        archive.links.tag_event(two, siege)
        assert labels(archive, "one_source_events") == ["Siege"]
        archive.links.tag_event(four, siege)
        assert labels(archive, "one_source_events") == []
        archive.links.tag_event(three, flight)
        report, denial = archive.citations.create(key="r"), archive.citations.create(key="d")
        archive.links.cite(three, report)
        archive.links.cite(three, denial, relation=Relation.CONTRADICTS)
        assert labels(archive, "one_source_events") == ["Flight"]
        [item] = archive.lists.items("one_source_events")
        assert (item.document_id, item.start) == (document, PROSE.index("some"))


def test_conflicting_figures_lead_to_their_passages(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        event = archive.events.create("Siege")
        for low, high, text in ((1, 1, ""), (2, 3.5, ""), (None, 0.25, "a quarter at most")):
            archive.claims.create(
                excerpt,
                property="loaves",
                minimum=low,
                maximum=high,
                unit="a day",
                text=text,
                event_id=event,
            )
        assert labels(archive, "conflicting_figures") == ["Siege · loaves"] * 3
        items = archive.lists.items("conflicting_figures")
        assert [item.detail for item in items] == ["1 a day", "2–3.5 a day", "a quarter at most"]
        assert {item.start for item in items} == {PROSE.index("bread")}


def test_orphaned_excerpts_are_listed(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        assert labels(archive, "orphaned") == []
        with archive.step("Lose it"):
            archive.store.update("excerpt", excerpt, {"anchor_state": "orphaned"})
        assert labels(archive, "orphaned") == ["1:1"]
