"""Excerpts in a new version: sure ones are taken, similar ones proposed, no one is guessed."""

from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.anchor import describe
from archivist.domain.model import Excerpt
from archivist.domain.reading import Page
from archivist.domain.vocabulary import AnchorState, ExcerptState
from archivist.finding.relocating import Fate, Relocated, relocate

WORDS = (
    "The first column left the town at dawn, guarded by two men on horses. ",
    "No list of the names was kept by anybody whom the witness knew. ",
    "On the third day 40 families reached the river and waited there. ",
    "The foreman said later that nobody had been told to leave. ",
    "Bread was handed out 😀 on the evening of the fourth day. ",
)
TEXT = "".join(WORDS)


def excerpt(text: str, words: str, *, at: int | None = None) -> Excerpt:
    start = text.index(words) if at is None else at
    anchor = describe(text, start, start + len(words))
    draft = ExcerptState.DRAFT
    return Excerpt(1, "u", 1, 1, anchor, "", draft, AnchorState.ANCHORED, "", "", "")


def one(before: str, words: str, after: str, *, at: int | None = None) -> Relocated:
    [found] = relocate([excerpt(before, words, at=at)], before, after)
    return found


noise = st.text(st.sampled_from("xyz \n😀é"), max_size=60)


@given(st.lists(noise, min_size=6, max_size=6), st.permutations(range(5)))
def test_whatever_comes_or_goes_around_them_unique_passages_are_the_same_words(
    between: list[str], order: list[int]
) -> None:
    after = between[0] + "".join(WORDS[n] + between[n + 1] for n in order)
    excerpts = [excerpt(TEXT, words.strip()) for words in WORDS]
    for each in relocate(excerpts, TEXT, after):
        assert each.anchor is not None
        place, quote = each.anchor, each.excerpt.anchor.quote
        assert after[place.start : place.end] == quote == place.quote
        assert place.start == after.index(quote)
        assert each.fate is (Fate.STAYS if place.start == each.excerpt.anchor.start else Fate.MOVED)


@given(st.integers(0, len(TEXT)), st.integers(0, 120))
def test_what_is_deleted_elsewhere_leaves_a_passage_its_words(start: int, length: int) -> None:
    after = TEXT[:start] + TEXT[start + length :]
    for words in WORDS:
        found = one(TEXT, words.strip(), after)
        if words.strip() in after:
            assert found.anchor is not None
            assert after[found.anchor.start : found.anchor.end] == words.strip()
        else:
            assert found.anchor is None


@given(st.text(st.sampled_from("ab "), min_size=1, max_size=30), st.data())
def test_nothing_is_taken_that_reads_otherwise(before: str, data: st.DataObject) -> None:
    after = data.draw(st.text(st.sampled_from("ab "), max_size=40))
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))
    found = one(before, before[start:end], after, at=start)
    if found.anchor is not None:
        assert after[found.anchor.start : found.anchor.end] == before[start:end]
    for place in found.proposals:
        assert 0 <= place.start < place.end <= len(after)


def test_equal_words_in_two_places_are_proposed_and_not_chosen() -> None:
    before = f"Intro. {'x' * 40} They denied it. {'y' * 40} End."
    after = "New. They denied it. Then again: They denied it. Over."
    found = one(before, "They denied it.", after)
    assert (found.fate, found.anchor) == (Fate.PROPOSED, None)
    assert {after[place.start : place.end] for place in found.proposals} == {"They denied it."}
    assert len(found.proposals) == 2


def test_equal_words_at_the_old_place_are_not_taken_for_the_passage() -> None:
    before = "yes. " * 60
    after = "no. " + "yes. " * 30 + "perhaps. " + "yes. " * 31 + "Over."
    assert one(before, "yes.", after, at=150).anchor is None


def test_equal_lines_before_the_first_change_stay_where_they_are() -> None:
    before = "yes.\n" * 60
    after = "yes.\n" * 40 + "no.\n" + "yes.\n" * 10
    found = one(before, "yes.", after, at=50)
    assert (found.fate, found.anchor and found.anchor.start) == (Fate.STAYS, 50)


def test_equal_lines_after_the_last_change_move_with_the_end() -> None:
    before = "Title\n" + "yes.\n" * 60
    found = one(before, "yes.", "Another title\n" + "yes.\n" * 60, at=6 + 150)
    assert (found.fate, found.anchor and found.anchor.start) == (Fate.MOVED, 14 + 150)


def test_a_passage_whose_words_were_mended_is_proposed_with_its_new_words() -> None:
    after = "A preface. " + TEXT.replace(
        "reached the river and waited", "reached the Euphrates river, and they waited"
    )
    found = one(TEXT, WORDS[2].strip(), after)
    assert (found.fate, found.anchor) == (Fate.PROPOSED, None)
    best = found.proposals[0]
    assert after[best.start : best.end] == (
        "On the third day 40 families reached the Euphrates river, and they waited there."
    )
    assert 0.6 < best.score < 1


def test_what_nothing_reads_like_is_orphaned_without_a_proposal() -> None:
    found = one(TEXT, WORDS[2].strip(), "Entirely different things are told by this page. " * 9)
    assert (found.fate, found.anchor, found.proposals) == (Fate.ORPHANED, None, ())


def test_a_long_passage_is_proposed_by_its_begin_and_end() -> None:
    long = "".join(f"Sentence {number} of the report says {number * 7}. " for number in range(200))
    after = "Before. " + long.replace("Sentence 100 of", "Line one hundred in") + "After."
    [best, *_] = one("Title. " + long, long.strip(), after).proposals
    assert after[best.start : best.end] == after[8 : 8 + best.end - best.start]
    assert after[: best.end].endswith("says 1393.")


def test_an_excerpt_gets_the_page_it_stands_on_now() -> None:
    pages = (Page(1, "", 0, 100), Page(2, "", 100, 100 + len(TEXT)))
    [found] = relocate([excerpt(TEXT, "the river")], TEXT, "n" * 100 + TEXT, pages)
    assert found.anchor is not None
    assert found.anchor.page == 2


def test_thousands_of_lost_passages_in_a_long_text_are_found_in_one_walk() -> None:
    lines = [f"Witness {n} of house {n * 31 % 997} saw {n * 17} people.\n" for n in range(3000)]
    before = "".join(lines)
    after = "Corrected.\n" + before.replace("people", "persons") + "End.\n"
    excerpts = [excerpt(before, line.strip()) for line in lines[::3]]
    for each in relocate(excerpts, before, after):
        assert each.fate is Fate.PROPOSED
        best = each.proposals[0]
        wanted = each.excerpt.anchor.quote.replace("people", "persons")
        assert after[best.start : best.end] == wanted
