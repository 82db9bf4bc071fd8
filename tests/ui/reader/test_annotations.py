from hypothesis import given
from hypothesis import strategies as st

from archivist.ui.reader.annotations import STRIPE_LANES, Annotations
from archivist.ui.reader.model import Highlight, Stripe

RED, BLUE = Stripe("#c2410c", "Evacuation"), Stripe("#2166ac", "Visit")

highlights = st.builds(
    lambda number, start, length: Highlight(number, start, start + length, stripes=(RED,)),
    st.integers(1, 10**6),
    st.integers(0, 5000),
    st.integers(1, 600),
)


def test_stripes_of_one_place_stand_in_lanes_of_their_own() -> None:
    both = Highlight(1, 0, 300, stripes=(RED, BLUE))
    inside = Highlight(2, 100, 200, stripes=(RED,))
    later = Highlight(3, 2000, 2100, stripes=(BLUE,))
    placed = Annotations([inside, both, later]).stripes.items
    lanes = [(each.highlight.excerpt_id, each.stripe.label, each.lane) for each in placed]
    assert lanes == [(1, "Evacuation", 0), (1, "Visit", 1), (2, "Evacuation", 2), (3, "Visit", 0)]


@given(st.lists(highlights, max_size=30, unique_by=lambda each: each.excerpt_id))
def test_lanes_never_collide_while_there_are_enough(items: list[Highlight]) -> None:
    placed = Annotations(items).stripes.items
    assert len(placed) == len(items)
    for index, one in enumerate(placed):
        for other in placed[index + 1 :]:
            if one.lane == other.lane < STRIPE_LANES - 1 and other.start < one.end:
                busy = {each.lane for each in placed if each.start <= other.start < each.end + 90}
                assert busy == set(range(STRIPE_LANES))


def test_the_shortest_of_overlapping_excerpts_is_meant() -> None:
    annotations = Annotations([Highlight(1, 0, 100), Highlight(2, 40, 50), Highlight(3, 45, 90)])
    found = [annotations.highlight_at(position) for position in (10, 42, 47, 60, 100)]
    assert [item.excerpt_id if item else None for item in found] == [1, 2, 2, 3, None]
