"""Passages are found again, or said to be lost, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.anchor import CONTEXT, describe, locate
from archivist.domain.errors import InvalidValueError
from archivist.domain.vocabulary import AnchorState

TEXT = "The road was closed. Later the road was opened. In the end the road was closed again."

texts = st.text(st.sampled_from("ab \n😀é"), min_size=1, max_size=80)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_a_passage_of_an_unchanged_text_is_where_it_was(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    located = locate(describe(text, start, end), text)
    assert (located.state, located.start, located.end) == (AnchorState.ANCHORED, start, end)
    assert located.score == 1


@given(passages(), texts, texts)
def test_a_found_passage_reads_exactly_as_it_did(
    passage: tuple[str, int, int], before: str, after: str
) -> None:
    text, start, end = passage
    changed = before + text[::-1] + after + text
    located = locate(describe(text, start, end), changed)
    if located.start is not None:
        assert changed[located.start : located.end] == text[start:end]
    else:
        assert located.state is AnchorState.ORPHANED


@given(passages(), st.text(st.sampled_from("xyz"), min_size=1, max_size=40))
def test_a_passage_with_its_whole_surroundings_moves_with_them(
    passage: tuple[str, int, int], before: str
) -> None:
    text, start, end = passage
    anchor = describe(text, start, end)
    located = locate(anchor, before + text)
    if (before + text).count(anchor.quote) == 1:
        assert located.state is AnchorState.MOVED
        assert located.start == start + len(before)


def test_a_description_holds_quote_and_surroundings() -> None:
    anchor = describe("x" * 50 + "quote" + "y" * 50, 50, 55, page=3)
    assert anchor.quote == "quote"
    assert anchor.prefix == "x" * CONTEXT
    assert anchor.suffix == "y" * CONTEXT
    assert anchor.page == 3


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 3), (0, 1000)])
def test_a_range_that_is_no_passage_is_refused(start: int, end: int) -> None:
    with pytest.raises(InvalidValueError, match=f"from {start} to {end}"):
        describe(TEXT, start, end)


def test_the_only_exact_quote_is_a_move() -> None:
    anchor = describe(TEXT, TEXT.index("opened"), TEXT.index("opened") + 6)
    located = locate(anchor, "Wholly other words, but opened once.")
    assert (located.state, located.start) == (AnchorState.MOVED, 24)


def test_among_several_quotes_the_surroundings_decide() -> None:
    start = TEXT.index("was closed again")
    anchor = describe(TEXT, start, start + len("was closed"))
    changed = "A new first sentence. " + TEXT
    located = locate(anchor, changed)
    assert located.state is AnchorState.MOVED
    assert located.start == changed.index("was closed again")


def test_several_equally_good_places_are_proposed_and_none_is_chosen() -> None:
    anchor = describe("We met there. It was cold.", 7, 12)
    located = locate(anchor, "- there -\n- there -")
    assert located.state is AnchorState.ORPHANED
    assert located.start is None
    assert [candidate.start for candidate in located.candidates] == [2, 12]


def test_a_chance_match_at_the_old_place_gives_way_to_the_right_surroundings() -> None:
    text = "aa bb cc dd ee. The name of the village was Vaghuhas, they said."
    start = text.index("the village")
    changed = text.replace("aa bb cc dd ee.", "Long ago.").ljust(90) + "xxxxx the village yyyyy"
    moved = changed.index("the village")
    padded = " " * (start - len("the village")) + "the village" + changed
    located = locate(describe(text, start, start + 11), padded)
    assert located.state is AnchorState.MOVED
    assert located.start == padded.index(changed) + moved


def test_a_vanished_quote_is_orphaned_with_what_now_stands_in_its_place() -> None:
    anchor = describe(TEXT, TEXT.index("opened"), TEXT.index("opened") + 6)
    changed = TEXT.replace("opened", "reopened at last")
    located = locate(describe(TEXT, anchor.start, anchor.end), changed.replace("reopened", "free"))
    assert located.state is AnchorState.ORPHANED
    (candidate,) = located.candidates
    assert changed.replace("reopened", "free")[candidate.start : candidate.end] == "free at last"


def test_a_passage_of_which_nothing_is_left_is_orphaned() -> None:
    located = locate(describe(TEXT, 4, 8), "Nothing of it.")
    assert (located.state, located.candidates) == (AnchorState.ORPHANED, ())
