from pathlib import Path

import pytest
from tests.curation import PROSE, add_text, found_markers, highlight, new_archive

from archivist.archive.archive import Archive
from archivist.domain.anchor import describe
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.reading import Block, FoundMarker, Mark
from archivist.domain.vocabulary import (
    BlockKind,
    CitationState,
    LinkOrigin,
    LinkState,
    MarkerKind,
    MarkKind,
)

ENTRY = '^ a b Sauer, Pjotr (26 September 2023). "Thousands leave". The Guardian.'
ARTICLE = f"They left.[1][2] Later.[1]\n{ENTRY}\nSecond entry, nothing known."


def add_article(archive: Archive, name: str = "article.html") -> int:
    """A document whose markers lead to reference entries, the first of them with a link."""
    first, second = ARTICLE.index("^"), ARTICLE.index("Second")
    target = {"1": first, "2": second}
    markers = [
        FoundMarker(m.start, m.end, m.label, m.kind, LinkState.RESOLVED, target[m.label], "entry")
        for m in found_markers(ARTICLE)
    ]
    title = ARTICLE.index("Thousands")
    return add_text(
        archive,
        ARTICLE,
        name=name,
        markers=markers,
        blocks=[
            Block(BlockKind.PARAGRAPH, 0, first - 1),
            Block(BlockKind.REFERENCE_ENTRY, first, second - 1),
            Block(BlockKind.REFERENCE_ENTRY, second, len(ARTICLE)),
        ],
        marks=[
            Mark(MarkKind.LINK, first + 2, first + 3, "#back"),
            Mark(MarkKind.LINK, title, title + 9, "https://example.org/news"),
        ],
    )


def labels(archive: Archive, document: int, quote: str) -> list[str]:
    end = PROSE.index(quote) + len(quote)
    return [marker.label for marker in archive.markers.following(document, end)]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("forty hours", ["90", "91"]),
        ("forty hours.", ["90", "91"]),
        ("forty hours.[90]", ["90", "91"]),
        ("forty hours.[90][91]", ["90", "91"]),
        ("forty hours.[90][91] ", ["90", "91"]),
        ("forty hours.[9", ["90", "91"]),
        ("forty", []),
        ("rationed.", ["55", "56", "57"]),
        ("ran short.", []),
        ("[citation needed]", []),
        ("[91] Next", []),
    ],
)
def test_the_markers_that_follow_a_passage_are_its_run(
    tmp_path: Path, quote: str, expected: list[str]
) -> None:
    with new_archive(tmp_path) as archive:
        assert labels(archive, add_text(archive), quote) == expected


def test_a_label_means_one_citation_in_its_whole_document_and_in_no_other(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        here, there = (
            add_text(archive, "One.[7] Two.[7] Three.[8]"),
            add_text(archive, "Four.[7]", name="other.txt"),
        )
        citation = archive.citations.create(key="report")
        archive.markers.set_citation(here, "7", citation)
        cited = [(m.label, m.citation_id, m.state) for m in archive.markers.in_document(here)]
        assert cited == [
            ("7", citation, LinkState.MANUAL),
            ("7", citation, LinkState.MANUAL),
            ("8", None, LinkState.UNRESOLVED),
        ]
        assert archive.markers.in_document(there)[0].citation_id is None
        archive.markers.set_citation(here, "7", None)
        assert archive.markers.in_document(here)[0].state is LinkState.UNRESOLVED


def test_a_label_or_citation_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        citation = archive.citations.create(key="report")
        with pytest.raises(InvalidValueError, match=r"\[99\]"):
            archive.markers.set_citation(document, "99", citation)
        with pytest.raises(InvalidValueError, match="citation needed"):
            archive.markers.set_citation(document, "citation needed", citation)
        with pytest.raises(NotFoundError):
            archive.markers.set_citation(document, "90", 99)


def test_a_marker_with_an_entry_gets_a_citation_of_its_fields(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_article(archive)
        first, second, again = archive.markers.in_document(document)
        assert archive.markers.citation_for(first.id, create=False) is None
        made = archive.markers.citation_for(first.id)
        assert made is not None
        assert archive.markers.citation_for(again.id, create=False) == made
        citation = archive.citations.get(made)
        assert (citation.key, citation.state) == ("sauer2023", CitationState.PARSED)
        assert citation.raw == ENTRY.removeprefix("^ a b ")
        assert citation.item["URL"] == "https://example.org/news"
        other = archive.markers.citation_for(second.id)
        assert other is not None
        assert other != made
        stub = archive.citations.get(other)
        assert (stub.key, stub.raw) == (f"d{document}-2", "Second entry, nothing known.")
        states = {marker.state for marker in archive.markers.in_document(document)}
        assert states == {LinkState.RESOLVED}


def test_an_entry_in_plain_text_ends_with_its_line(tmp_path: Path) -> None:
    text = "Bread.[4]\n\nSources\n4. Ministry report. 2023.\n5. Other."
    with new_archive(tmp_path) as archive:
        marker = FoundMarker(6, 9, "4", MarkerKind.REFERENCE, target=text.index("4. "))
        document = add_text(archive, text, markers=[marker])
        made = archive.markers.citation_for(archive.markers.in_document(document)[0].id)
        assert made is not None
        assert archive.citations.get(made).raw == "Ministry report. 2023."


def test_a_marker_without_an_entry_gets_a_stub_of_its_label(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive, "Bread.[note 1]")
        [marker] = archive.markers.in_document(document)
        made = archive.markers.citation_for(marker.id)
        assert made is not None
        citation = archive.citations.get(made)
        assert (citation.key, citation.state) == (f"d{document}-note-1", CitationState.STUB)
        assert archive.history.undo() == "New citation for [note 1]"
        assert archive.citations.all() == []
        assert archive.markers.get(marker.id) == marker


def test_equal_entries_of_two_documents_stay_two_citations(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        made = {
            archive.markers.citation_for(archive.markers.in_document(document)[0].id)
            for document in (add_article(archive), add_article(archive, "again.html"))
        }
        assert len(made) == 2
        assert [c.key for c in archive.citations.all()] == ["sauer2023", "sauer2023a"]


def test_a_flag_cites_nothing(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        add_text(archive)
        [flag] = archive.markers.flags()
        assert archive.markers.citation_for(flag.id) is None
        assert archive.citations.all() == []


def test_links_that_a_labels_markers_made_go_along_to_its_new_citation(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        marked, by_hand = (
            highlight(archive, document, "hours."),
            highlight(archive, document, "bread"),
        )
        assert archive.links.cite_markers(marked) == 2
        stub = archive.citations.by_key(f"d{document}-90")
        assert stub is not None
        archive.links.cite(by_hand, stub.id)
        report = archive.citations.create(key="report")
        archive.markers.set_citation(document, "90", report)
        tags = archive.excerpts.tags()
        keys = [(citation.key, link.origin) for citation, link in tags.citations[marked]]
        assert keys == [(f"d{document}-91", LinkOrigin.MARKER), ("report", LinkOrigin.MARKER)]
        assert [citation.key for citation, _ in tags.citations[by_hand]] == [stub.key]


def test_labels_that_lead_nowhere_yet_are_given_once_with_their_first_marker(
    tmp_path: Path,
) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive, PROSE, markers=found_markers(PROSE))
        markers = archive.markers.in_document(document)
        citing = [marker for marker in markers if marker.kind is not MarkerKind.FLAG]
        first = {marker.label: marker.id for marker in reversed(citing)}
        assert archive.markers.unresolved_in(document) == first
        archive.markers.citation_for(first["90"])
        del first["90"]
        assert archive.markers.unresolved_in(document) == first


def test_a_locator_of_a_marker_becomes_that_of_the_link_it_makes(archive: Archive) -> None:
    text = "It was cold.[1]:34 It went.[1]"
    found = [
        FoundMarker(12, 18, "1", MarkerKind.REFERENCE, locator="34"),
        FoundMarker(27, 30, "1", MarkerKind.REFERENCE),
    ]
    document = add_text(archive, text, name="cold.txt", markers=found)
    assert [each.locator for each in archive.markers.in_document(document)] == ["34", ""]
    excerpt = archive.excerpts.create(document, describe(text, 0, 12))
    archive.links.cite_markers(excerpt)
    ((_, link),) = archive.excerpts.tags([excerpt]).citations[excerpt]
    assert (link.locator, link.origin) == ("34", LinkOrigin.MARKER)
    meant = archive.markers.meant_by(document, "1", 0, 12)
    assert meant is not None
    assert (meant.origin, meant.locator) == (LinkOrigin.MARKER, "34")
    elsewhere = archive.markers.meant_by(document, "1", 0, 5)
    assert elsewhere is not None
    assert (elsewhere.origin, elsewhere.locator) == (LinkOrigin.BY_HAND, "")


def test_a_citation_is_filled_from_markup_and_never_with_the_header_of_a_page(
    tmp_path: Path,
) -> None:
    text = "They left.[1]\nRoe, Ann. Bread in the\nHEADER 12\nyard. Halifax: Mill, 1931."
    start = text.index("Roe")
    header = text.index("HEADER")
    with new_archive(tmp_path) as archive:
        document = add_text(
            archive,
            text,
            name="bread.pdf",
            markers=[FoundMarker(10, 13, "1", MarkerKind.REFERENCE, LinkState.RESOLVED, start)],
            blocks=[
                Block(
                    BlockKind.REFERENCE_ENTRY,
                    start,
                    len(text),
                    attributes={"apart": [[header - 1, header + 10]]},
                )
            ],
            marks=[Mark(MarkKind.CITE, len(text), len(text), "rft.btitle=Bread&rft.pub=Mill")],
        )
        (marker,) = archive.markers.in_document(document)
        made = archive.markers.citation_for(marker.id)
        assert made is not None
        citation = archive.citations.get(made)
        assert citation.raw == "Roe, Ann. Bread in the yard. Halifax: Mill, 1931."
        assert citation.state is CitationState.PARSED
        assert (citation.item["title"], citation.item["publisher"]) == ("Bread", "Mill")


def test_a_note_that_names_a_work_of_the_bibliography_stands_for_that_work(
    tmp_path: Path,
) -> None:
    text = "Left.[1] Gone.[2]\nRoe 1931, p. 4.\nRoe 1931, p. 9.\nRoe, A. (1931). Bread. Mill Press."
    notes = [text.index("Roe 1931, p. 4"), text.index("Roe 1931, p. 9")]
    work = text.index("Roe, A.")
    resolved = LinkState.RESOLVED
    markers = [
        FoundMarker(5, 8, "1", MarkerKind.REFERENCE, resolved, notes[0], "", "4"),
        FoundMarker(14, 17, "2", MarkerKind.REFERENCE, resolved, notes[1], "", "9"),
    ]
    markers += [
        FoundMarker(note, note + 14, "Roe 1931", MarkerKind.REFERENCE, resolved, work, "", page)
        for note, page in zip(notes, ("4", "9"), strict=True)
    ]
    places = [*notes, work]
    blocks = [
        Block(BlockKind.REFERENCE_ENTRY, start, end)
        for start, end in zip(places, [notes[1] - 1, work - 1, len(text)], strict=True)
    ]
    with new_archive(tmp_path) as archive:
        document = add_text(archive, text, name="bread.txt", markers=markers, blocks=blocks)
        first, second, *_ = archive.markers.in_document(document)
        excerpt = archive.excerpts.create(document, describe(text, 0, 5))
        archive.links.cite_markers(excerpt)
        ((citation, link),) = archive.excerpts.tags([excerpt]).citations[excerpt]
        assert (citation.item["title"], link.locator) == ("Bread", "4")
        assert archive.markers.citation_for(second.id) == citation.id
        assert archive.markers.citation_for(first.id, create=False) == citation.id
        assert len(archive.citations.all()) == 1
