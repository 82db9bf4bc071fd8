"""Markers of citations and notes, maintenance tags, and the entries they lead to."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.material import MATERIAL, needs_material

from archivist.domain.reading import Block, FoundMarker, Mark
from archivist.domain.vocabulary import BlockKind, LinkState, MarkerKind, MarkKind
from archivist.finding.entry_blocks import with_entries
from archivist.finding.markers import find_markers


def labels(text: str) -> list[str]:
    return [marker.label for marker in find_markers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held.[23] Then", ["23"]),
        ("held.[24][25]", ["24", "25"]),
        ("held.[26–28]", ["26", "27", "28"]),
        ("held.[3, 5–7]", ["3", "5", "6", "7"]),
        ("held [3; 5-6].", ["3", "5", "6"]),
        ("held.[note 1]", ["note 1"]),
        ("held.[n 2][nb 3][fn 4]", ["n 2", "nb 3", "fn 4"]),
        ("held[a] and more[ab], and[iv]", ["a", "ab", "iv"]),
        ("held[A 3]", ["A 3"]),
        ("held[*] and[†]", ["*", "†"]),
        ("held[^1]", ["1"]),
        ("held［4］ and【5】", ["4", "5"]),
        ("held.² Then he", ["2"]),
        ("held.”³⁻⁵", ["3", "4", "5"]),
    ],
)
def test_a_marker_has_the_labels_it_shows(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[s]he said [t]hat the [a] man [sic] left",
        "in [1990] and [2023], array[0], [1–400], [9–3], [1-2-3], [0, 5]",
        "5 km², 10³ m, x² + y²",
        "[an editor's addition] and [...] and []",
        "[23",
    ],
)
def test_what_only_looks_like_a_marker_is_left(text: str) -> None:
    assert labels(text) == []


@pytest.mark.parametrize(
    "tag",
    [
        *("citation needed", "Citation needed", "who?", "when?", "by whom?", "failed verification"),
        *("dubious – discuss", "better source needed", "clarification needed, May 2020"),
        *("citation\nneeded", "according to whom?", "original research?", "page needed"),
    ],
)
def test_a_maintenance_tag_is_a_flag_that_cites_nothing(tag: str) -> None:
    (marker,) = find_markers(f"They said.[{tag}] Then")
    assert (marker.kind, marker.state) == (MarkerKind.FLAG, LinkState.UNRESOLVED)
    assert (marker.start, marker.end) == (10, 12 + len(tag))
    assert marker.label == " ".join(tag.split())


LIST = """One.[1] Two.[2] Three.[3] Six.[6] Nine.[9] Note.[note 1]

References

[1] Smith, A book. London 1999.
2. Jones, Another
   book, Paris 2001
3) Third, see [1]
6. Six
6. Six again

[note 1] A word on it.
"""


def test_a_marker_leads_to_the_entry_with_its_label() -> None:
    found = {marker.label: marker for marker in find_markers(LIST) if marker.start < 60}
    assert found["1"].state is LinkState.RESOLVED
    assert found["1"].target == LIST.index("[1] Smith")
    assert found["1"].entry == "Smith, A book. London 1999."
    assert found["2"].entry == "Jones, Another book, Paris 2001"
    assert found["note 1"].entry == "A word on it."
    assert found["note 1"].kind is MarkerKind.NOTE


def test_two_entries_for_one_label_are_ambiguous_and_none_is_chosen() -> None:
    (marker,) = [marker for marker in find_markers(LIST) if marker.label == "6"]
    assert (marker.state, marker.target, marker.entry) == (LinkState.AMBIGUOUS, None, "")


def test_a_label_without_an_entry_is_unresolved() -> None:
    (marker,) = [marker for marker in find_markers(LIST) if marker.label == "9"]
    assert marker.state is LinkState.UNRESOLVED


def test_an_entrys_own_label_is_no_marker_but_what_it_cites_is() -> None:
    inside = [marker for marker in find_markers(LIST) if marker.start > LIST.index("References")]
    assert [(marker.label, marker.start) for marker in inside] == [("1", LIST.index("see [1]") + 4)]


def test_a_paragraph_may_begin_with_a_marker_where_there_is_no_list() -> None:
    assert labels("[23] This policy was old.\n\n[43][44] The war") == ["23", "43", "44"]


def test_the_list_ends_with_its_heading_block() -> None:
    text = "One.[1]\nNotes\n1. First\nLater chapter\n1. A list of another kind"
    blocks = [
        Block(BlockKind.HEADING, text.index("Notes"), text.index("Notes") + 5, level=2),
        Block(BlockKind.HEADING, text.index("Later"), text.index("Later") + 13, level=2),
    ]
    (marker,) = find_markers(text, blocks)
    assert (marker.state, marker.entry) == (LinkState.RESOLVED, "First")


def test_items_that_are_numbered_by_structure_are_entries() -> None:
    text = "One.[2]\nReferences\nFirst\nSecond"
    blocks = [
        Block(BlockKind.LIST_ITEM, 19, 24, attributes={"ordered": True, "number": 1}),
        Block(BlockKind.LIST_ITEM, 25, 31, attributes={"ordered": True, "number": 2}),
    ]
    (marker,) = find_markers(text, blocks)
    assert (marker.target, marker.entry) == (25, "Second")


def test_markdown_notes_are_entries_wherever_they_stand() -> None:
    text = "One.[^x]\n\n[^x]: The note.\n\nMore."
    (marker,) = find_markers(text)
    assert (marker.label, marker.kind, marker.entry) == ("x", MarkerKind.NOTE, "The note.")


LINKED = (
    "Held[1][a] and Suny 2015.\nReferences\n^ Jump up to: a b Suny, They Can Live. ↩\n^ A note."
)


def linked(text: str = LINKED) -> list[FoundMarker]:
    first, second = text.index("^ Jump"), text.index("^ A note")
    blocks = [
        Block(BlockKind.PARAGRAPH, 0, 25),
        Block(BlockKind.HEADING, 26, 36, level=2),
        Block(BlockKind.REFERENCE_ENTRY, first, second - 1),
        Block(BlockKind.LIST_ITEM, second, len(text)),
    ]
    link, anchor = MarkKind.LINK, MarkKind.ANCHOR
    arrow = text.index("↩")
    marks = [
        Mark(anchor, 4, 4, "ref-1"),
        Mark(link, 4, 7, "#note-1"),
        Mark(link, 7, 10, "#note-a"),
        Mark(link, 15, 24, "#note-1"),
        Mark(anchor, first, first, "note-1"),
        Mark(link, first + 14, first + 15, "#ref-1"),
        Mark(link, first + 16, first + 17, "#ref-1"),
        Mark(link, arrow, arrow + 1, "#ref-1"),
        Mark(anchor, second, second, "note-a"),
        Mark(link, second, second + 1, "#ref-1"),
        Mark(link, 26, 36, "#nowhere"),
    ]
    return find_markers(text, blocks, marks)


def test_links_lead_to_their_entries_and_not_back() -> None:
    assert [(marker.start, marker.end, marker.label, marker.entry) for marker in linked()] == [
        (4, 7, "1", "Suny, They Can Live."),
        (7, 10, "a", "A note."),
        (15, 24, "Suny 2015", "Suny, They Can Live."),
    ]
    assert {marker.state for marker in linked()} == {LinkState.RESOLVED}


def test_a_link_tells_which_of_two_entries_is_meant() -> None:
    text = "One1\nTwo1\n1. First\n1. Second"
    blocks = [
        Block(BlockKind.PARAGRAPH, 0, 4),
        Block(BlockKind.PARAGRAPH, 5, 9),
        Block(BlockKind.FOOTNOTE, 10, 18),
        Block(BlockKind.FOOTNOTE, 19, 28),
    ]
    marks = [
        Mark(MarkKind.LINK, 3, 4, "#one"),
        Mark(MarkKind.LINK, 8, 9, "#two"),
        Mark(MarkKind.ANCHOR, 10, 10, "one"),
        Mark(MarkKind.ANCHOR, 19, 19, "two"),
    ]
    found = find_markers(text, blocks, marks)
    assert [(marker.label, marker.entry) for marker in found] == [("1", "First"), ("1", "Second")]


def test_a_raised_number_after_a_word_cites_only_what_there_is() -> None:
    text = "as shown1 in 20 km2 and CO2 there2\nReferences\n1. First\n2. Second"
    raised = [text.index("shown") + 5, text.index("km2") + 2, text.index("CO2") + 2]
    marks = [Mark(MarkKind.SUPERSCRIPT, start, start + 1) for start in raised]
    assert [marker.label for marker in find_markers(text, (), marks)] == ["1"]


def test_nothing_in_code_is_a_marker() -> None:
    text = "See[1].\nx[2] = y[3]\nand z[4]"
    blocks = [Block(BlockKind.PREFORMATTED, 8, 19)]
    marks = [Mark(MarkKind.CODE, 24, 28)]
    assert [marker.label for marker in find_markers(text, blocks, marks)] == ["1"]


PIECES = st.sampled_from(
    [
        *("[23]", "[", "]", "[1–3]", "References", "\n", "1. ", "[2] ", "a", "b.", " ", "[note 1]"),
        *("[citation needed]", "²", "[^x]", "[^x]: y", "^", "Notes:", "😀", "[3, 5]", "[a]", "2) "),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_markers_stand_in_order_within_the_text(text: str) -> None:
    last = 0
    for marker in find_markers(text):
        assert last <= marker.start < marker.end <= len(text)
        assert marker.label
        assert (marker.state is LinkState.RESOLVED) == (marker.target is not None)
        last = marker.start


@needs_material
def test_all_markers_of_the_article_are_found_and_nothing_else() -> None:
    assert MATERIAL is not None
    text = (MATERIAL / "flight-extract.txt").read_text("utf-8")
    expected = json.loads((MATERIAL / "flight-extract.expected.json").read_text("utf-8"))
    keys = ("start", "end", "label", "kind")
    assert [
        (marker.start, marker.end, marker.label, marker.kind) for marker in find_markers(text)
    ] == [tuple(marker[key] for key in keys) for marker in expected["markers"]]


def test_each_entry_of_a_written_list_becomes_a_block_of_its_own() -> None:
    start = LIST.index("[1] Smith")
    paragraphs = [
        Block(BlockKind.PARAGRAPH, 0, LIST.index("\n")),
        Block(BlockKind.PARAGRAPH, LIST.index("References"), LIST.index("References") + 10),
        Block(BlockKind.PARAGRAPH, start, LIST.index("\n\n[note")),
        Block(BlockKind.PARAGRAPH, LIST.index("[note 1] A"), len(LIST) - 1),
    ]
    divided = with_entries(LIST, paragraphs)
    assert [LIST[block.start : block.end] for block in divided] == [
        "One.[1] Two.[2] Three.[3] Six.[6] Nine.[9] Note.[note 1]",
        "References",
        "[1] Smith, A book. London 1999.",
        "2. Jones, Another\n   book, Paris 2001",
        "3) Third, see [1]",
        "6. Six",
        "6. Six again",
        "[note 1] A word on it.",
    ]
    assert [block.kind for block in divided[2:]] == [BlockKind.REFERENCE_ENTRY] * 6
    assert find_markers(LIST, divided) == find_markers(LIST, paragraphs)


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(st.integers(0, 80), max_size=8))
def test_dividing_blocks_loses_no_word_and_overlaps_none(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in (*cuts, 0, len(text))})
    kinds = [BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.LIST_ITEM]
    blocks = [
        Block(kinds[number % 3], start, end)
        for number, (start, end) in enumerate(pairwise(edges))
        if text[start:end].strip()
    ]
    divided = with_entries(text, blocks)
    covered = {place for block in divided for place in range(block.start, block.end)}
    for block in blocks:
        words = {place for place in range(block.start, block.end) if not text[place].isspace()}
        assert words <= covered
    for one, other in pairwise(divided):
        assert one.start < one.end <= other.start
