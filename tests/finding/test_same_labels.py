"""Labels of two versions: the same source is never told by the number alone."""

from archivist.domain.reading import Block, FoundMarker
from archivist.domain.vocabulary import BlockKind, LinkState, MarkerKind
from archivist.finding.same_labels import entries, same_labels


def test_a_label_keeps_its_meaning_where_its_entry_reads_the_same() -> None:
    assert same_labels({"1": "Smith 1999"}, {"1": "Smith 1999"}) == {"1": "1"}


def test_a_list_that_is_numbered_anew_is_followed_by_its_entries() -> None:
    before = {"1": "Smith, A Book, 1999", "2": "Jones, Another Thing, 2001"}
    after = {"1": "Alba, First of All, 1980", "2": "Smith, A Book, 1999"}
    assert same_labels(before, after) == {"2": "1"}


def test_a_slip_of_the_pen_mended_in_an_entry_leaves_the_label_its_meaning() -> None:
    before = {"1": "Smiht, John. A Book of Things. London: Press, 1999."}
    after = {"1": "Smith, John. A Book of Things. London: Press, 1999."}
    assert same_labels(before, after) == {"1": "1"}


def test_without_entries_a_label_that_stays_means_the_same() -> None:
    assert same_labels({"7": "", "8": ""}, {"7": "", "9": ""}) == {"7": "7"}


def test_two_labels_with_one_entry_are_not_guessed_for_a_third() -> None:
    assert same_labels({"1": "Smith", "2": "Smith"}, {"3": "Smith"}) == {}


def test_entries_are_read_where_markers_lead() -> None:
    text = "Said.[1] Denied.[2]\n\n[1] Smith, A Book.\n[2] Jones, A Letter.\n"
    start = text.index("[1] Smith")
    markers = [
        FoundMarker(5, 8, "1", MarkerKind.REFERENCE, LinkState.RESOLVED, start),
        FoundMarker(16, 19, "2", MarkerKind.REFERENCE, LinkState.UNRESOLVED, None),
    ]
    blocks = [Block(BlockKind.REFERENCE_ENTRY, start, start + 17)]
    found = entries(text, blocks, markers)
    assert "Smith, A Book" in found["1"]
    assert "Jones" not in found["1"]
    assert found["2"] == ""
