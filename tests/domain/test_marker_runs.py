import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.marker_runs import MarkersInText, Slice
from archivist.domain.model import Marker
from archivist.domain.vocabulary import LinkState, MarkerKind


def markers_of(text: str) -> list[Marker]:
    found: list[Marker] = []
    for match in re.finditer(r"\[([^\]]+)\]", text):
        kind = MarkerKind.FLAG if match[1] == "cn" else MarkerKind.REFERENCE
        for label in match[1].split("–"):
            found.append(
                Marker(
                    len(found) + 1, 1, match.start(), match.end(), label, kind, LinkState.UNRESOLVED
                )
            )
    return found


def run(text: str, passage: str) -> list[str]:
    start = text.index(passage)
    index = MarkersInText(Slice(text), markers_of(text))
    return [marker.label for marker in index.at_end(start, start + len(passage))]


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("He said “no”.[1] Then", "He said “no", ["1"]),
        ("He said no. [1] [2], [3] Then", "no", ["1", "2", "3"]),
        ("He said no[1]. Then[2]", "He said no[1].", ["1"]),
        ("No.[1–2][3]", "No.", ["1", "2", "3"]),
        ("No.[cn][1] Then", "No", ["cn", "1"]),
        ("No.\n\n[1] Then", "No.", []),
        ("No.\n[1] Then", "No.", []),
        ("No. Then.[1]", "No.", []),
        ("One.[1] Two.[2]", "Two.", ["2"]),
        ("One.[1] “Two”", "“Two”", []),
        ("Աւարտ։[1]", "Աւարտ", ["1"]),
        ("終わり。[1]", "終わり", ["1"]),
        ("No.[1]", "No.[1]", ["1"]),
    ],
)
def test_a_passages_run_is_what_stands_directly_at_its_end(
    text: str, passage: str, expected: list[str]
) -> None:
    assert run(text, passage) == expected


def test_the_markers_of_a_passage_are_those_in_it_and_its_run() -> None:
    text = "Zero.[0] One[1], two[2] and three.[3][4] Five.[5]"
    index = MarkersInText(Slice(text), markers_of(text))
    start = text.index("One")
    found = index.of_passage(start, text.index(".[3]"))
    assert [marker.label for marker in found] == ["1", "2", "3", "4"]


@given(
    st.lists(st.sampled_from(["word", " ", ".", "[1]", "[2]", "[cn]", "\n", "”"]), max_size=25),
    st.data(),
)
def test_a_stretch_of_text_tells_the_same_as_the_whole(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "start " + "".join(pieces)
    end = data.draw(st.integers(1, len(text)))
    start = data.draw(st.integers(0, end - 1))
    markers = markers_of(text)
    whole = MarkersInText(Slice(text), markers).at_end(start, end)
    stretch = MarkersInText(Slice(text[start:], start), markers).at_end(start, end)
    assert whole == stretch
    # Whatever is found, nothing but closing signs stands between the passage and its markers.
    if whole:
        between = text[end : max(end, whole[-1].start)]
        assert "word" not in between
        assert "\n" not in between
