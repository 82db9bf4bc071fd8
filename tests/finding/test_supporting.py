"""The passage that a marker most likely supports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.finding.markers import find_markers
from archivist.finding.supporting import supported_passage


def supported(text: str, blocks: tuple[Block, ...] = ()) -> list[str | None]:
    """What each marker of a text supports, as words."""
    markers = find_markers(text, blocks)
    found = [supported_passage(text, marker, blocks, markers) for marker in markers]
    return [None if place is None else text[slice(*place)] for place in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was old. It was cold.[1] It went.", ["It was cold."]),
        ("It was old. It was cold [1]. It went.", ["It was cold"]),
        ("It was old,[1] and cold, they said.[2]", ["It was old,", "and cold, they said."]),
        ("It was cold.[1][2] [3] It went.", ["It was cold."] * 3),
        ("It was cold.[1–3] It went.", ["It was cold."] * 3),
        ("The policy[1] was old.", ["The policy"]),
        ('He left. She said: "We left. We went on."[1]', ['She said: "We left. We went on."']),
        ("He left. “We left. We went on,”[1] she said.", ["“We left. We went on,”"]),
        ("Fin. « Il est parti. Il est loin. »[1]", ["« Il est parti. Il est loin. »"]),
        ("Ende. „Er ging. Er blieb.“[1]", ["„Er ging. Er blieb.“"]),
        ("It was so. Then they left (Suny 2015: 3). End.", ["Then they left"]),
        ("It was so. But Suny (2015) argues that it was not. End.",
         ["But Suny (2015) argues that it was not."]),
        ("It was so. Mr. J. Smith and Dr. Roe of the U.S. left at 3.5.[1]",
         ["Mr. J. Smith and Dr. Roe of the U.S. left at 3.5."]),
        ("Это было в 1915 г. в городе. Он уехал.[1]", ["Он уехал."]),
        ("Առաջինը սա է։ Երկրորդը այստեղ է։[1]", ["Երկրորդը այստեղ է։"]),
        ("هل ذهب؟ ذهب إلى المدينة.[1]", ["ذهب إلى المدينة."]),
        ("It was cold!² Then", ["It was cold!"]),
        ("First paragraph. Its end.\n\n[4][5] The next one. More.", ["Its end."] * 2),
        ('He said "it was. So it is.\n\n"[4] The next one.', ["So it is."]),
        ("[4] This begins the text. More.", ["This begins the text."]),
        ("It was[1] and[2] cold.", ["It was", "It was[1] and"]),
        ("[1]", [None]),
    ],
)  # fmt: skip
def test_a_marker_supports_the_sentence_or_clause_that_it_closes(
    text: str, expected: list[str | None]
) -> None:
    assert supported(text) == expected


def test_a_passage_stays_in_its_block() -> None:
    text = "A heading\nFirst item of all[1]\nSecond. Item[2]\n[3] After it"
    starts = [0, 10, 31, 47]
    ends = [9, 30, 46, len(text)]
    kinds = [BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]
    blocks = tuple(map(Block, kinds, starts, ends))
    assert supported(text, blocks) == ["First item of all", "Item", "Item"]


def test_a_marker_under_a_heading_supports_what_follows() -> None:
    text = "A heading\n[1] It follows. More."
    blocks = (Block(BlockKind.HEADING, 0, 9), Block(BlockKind.PARAGRAPH, 10, len(text)))
    assert supported(text, blocks) == ["It follows."]


PIECES = st.sampled_from(
    [
        "[1]",
        "[2]:4",
        ". ",
        "Word",
        " and ",
        "”",
        "“",
        '"',
        "\n\n",
        "(Suny 2015: 3)",
        "Mr. ",
        "։",
        "²",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_passage_is_a_slice_of_words_beside_its_marker(text: str) -> None:
    markers = find_markers(text)
    for marker in markers:
        place = supported_passage(text, marker, (), markers)
        if place is None:
            continue
        start, end = place
        assert 0 <= start < end <= len(text)
        assert any(map(str.isalnum, text[start:end]))
        assert text[start:end] == text[start:end].strip()
