"""Forms of markers: locators, authors and years, signs, and numbers that lost their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.reading import Mark
from archivist.domain.vocabulary import LinkState, MarkerKind, MarkKind
from archivist.finding.markers import find_markers


def found(text: str) -> list[tuple[str, str, str]]:
    """Each marker as its text, label and locator."""
    return [
        (text[marker.start : marker.end], marker.label, marker.locator)
        for marker in find_markers(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held.[23]:4 Then", ("[23]:4", "23", "4")),
        ("held.[23]:45–7[24]", ("[23]:45–7", "23", "45–7")),
        ("held.[23]: 4 Then", ("[23]: 4", "23", "4")),
        ("held.[23]:p. 4", ("[23]:p. 4", "23", "4")),
        ("held [23, p. 45].", ("[23, p. 45]", "23", "45")),
        ("как сказано [23, с. 45–46].", ("[23, с. 45–46]", "23", "45–46")),
        ("wie belegt [23, S. 45 f.].", ("[23, S. 45 f.]", "23", "45 f.")),
        ("held [23: 45].", ("[23: 45]", "23", "45")),
        ("held.[note 2]", ("[note 2]", "note 2", "")),
        ("сказал[прим. 2]", ("[прим. 2]", "прим. 2", "")),
        ("сказал[К 1]", ("[К 1]", "К 1", "")),
    ],
)
def test_a_locator_belongs_to_its_marker(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text)[0] == expected


@pytest.mark.parametrize("text", ["In the list [23]: 4 men died.", "held.[23]: then 4", "[23]:4.5"])
def test_a_number_that_begins_what_follows_is_no_locator(text: str) -> None:
    assert [locator for _, _, locator in found(text)] == [""]


def test_a_raised_colon_leaves_no_doubt_about_its_page() -> None:
    text = "held[23]: 4 men died"
    marks = [Mark(MarkKind.SUPERSCRIPT, 4, 11)]
    (marker,) = find_markers(text, (), marks)
    assert (text[marker.start : marker.end], marker.locator) == ("[23]: 4", "4")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was old (Suny 2015: 34).", [("Suny 2015", "34")]),
        ("was old (Suny, 2015, p. 34).", [("Suny 2015", "34")]),
        ("was (Suny, 2015, p. 34; Balakian 2003)", [("Suny 2015", "34"), ("Balakian 2003", "")]),
        (
            "(see Kévorkian 2011, 2012a, pp. 1–4)",
            [("Kévorkian 2011", ""), ("Kévorkian 2012a", "1–4")],
        ),
        ("(cf. Suny 2015a, b)", [("Suny 2015a", ""), ("Suny 2015b", "")]),
        ("(Akçam & Kurt, 2012)", [("Akçam & Kurt 2012", "")]),
        ("(Akçam and Kurt 2012, ch. 3)", [("Akçam & Kurt 2012", "ch. 3")]),
        ("(Hovannisian et al. 1997)", [("Hovannisian et al. 1997", "")]),
        ("(van der Berg & de Waal 2003)", [("van der Berg & de Waal 2003", "")]),
        ("(vgl. Müller und Schmidt 1999, S. 12 ff.)", [("Müller & Schmidt 1999", "12 ff.")]),
        ("(voir Ternon 1977, p. 5)", [("Ternon 1977", "5")]),
        ("(véase García y López 2001: 7)", [("García & López 2001", "7")]),
        ("(Иванов и Петров 2005: с. 34)", [("Иванов & Петров 2005", "34")]),
        ("(Грушевський та ін. 1991, с. 8)", [("Грушевський et al. 1991", "8")]),
        ("(Ավագյան, 2010, էջ 12)", [("Ավագյան 2010", "12")]),
        ("(Hacıyev 2011, səh. 34)", [("Hacıyev 2011", "34")]),
        ("(bkz. Akçam ve Kurt 2012, s. 34)", [("Akçam & Kurt 2012", "34")]),
        ("(علي 2015، ص 12)", [("علي 2015", "12")]),
        ("[Петров 2001, с. 12]", [("Петров 2001", "12")]),
        ("As Suny (2015: 34) has shown", [("Suny 2015", "34")]),
        ("Ronald Grigor Suny (2015) argues", [("Suny 2015", "")]),
        ("wie de Waal (2003) schreibt", [("de Waal 2003", "")]),
        ("Akçam and Kurt (2012) say. Then Kurt", [("Akçam & Kurt 2012", "")]),
        ("(Smith, n.d.)", [("Smith n.d.", "")]),
    ],
)
def test_authors_and_years_are_markers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(label, locator) for _, label, locator in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "in spring (May 2015) and (September, 2023)",
        "the film Titanic (1997), the Treaty of Sèvres (1920)",
        "his Book of Black Magic and Pacts (1898) led to it, 2* in number",
        "he studied there (Paris, 1919) and (in the year 1915)",
        "(1915–1923) and (2015) and (at least 2015 people)",
        "the talks (Geneva 1975; Vienna 1976) failed",
        "Kyiv (2015) and Yerevan (2015)",
    ],
)
def test_places_months_and_films_with_a_year_are_none(text: str) -> None:
    assert found(text) == []


LISTED = """Held by Suny (2015: 3), others (Hovannisian, 1997b), Ann Roe (1919) and (HRW, 2010).
The film (Titanic, 1920) is none, (Smith 1990) is in the list twice.

References
Hovannisian, R. G. (1997a). The Armenian people. St. Martin's Press.
Hovannisian, R. G. (1997b). Another volume. St. Martin's Press.
Human Rights Watch [HRW]. (2010). World report 2010. Human Rights Watch.
Roe, Ann. A Diary. London: Press, 1919.
Smith, J. (1990). One book. Press.
Smith, P. (1990). Another book. Press.
Suny, R. G. (2015). They can live. Princeton University Press.
"""


def test_authors_and_years_lead_to_their_entries() -> None:
    by_label = {marker.label: marker for marker in find_markers(LISTED)}
    assert {label: marker.entry[:26] for label, marker in by_label.items() if marker.entry} == {
        "Suny 2015": "Suny, R. G. (2015). They c",
        "Hovannisian 1997b": "Hovannisian, R. G. (1997b)",
        "Roe 1919": "Roe, Ann. A Diary. London:",
        "HRW 2010": "Human Rights Watch [HRW]. ",
    }
    assert by_label["Smith 1990"].state is LinkState.AMBIGUOUS


@pytest.mark.parametrize("named", ["Иванову (2005)", "Ивановым (2005: 3)", "(Иванов/Петров, 2005)"])
def test_declined_and_joined_families_lead_to_their_entry(named: str) -> None:
    text = (
        f"Сказано по {named}.\n\nЛитература\nИванов И. И., Петров П. П. Город. М.: Наука, 2005.\n"
    )
    (marker,) = find_markers(text)
    assert marker.state is LinkState.RESOLVED


def test_nothing_in_an_entry_is_a_marker_of_an_author() -> None:
    assert all(marker.start < LISTED.index("References") for marker in find_markers(LISTED))


def test_signs_and_raised_numbers_lead_to_the_notes_below() -> None:
    text = (
        "One claim* here, another† there.¹ No list: a * b.\n\n"
        "* A note on the claim.\n† The other\nnote.\n¹ Suny, p. 12."
    )
    assert [(marker.label, marker.kind, marker.entry) for marker in find_markers(text)] == [
        ("*", MarkerKind.NOTE, "A note on the claim."),
        ("†", MarkerKind.NOTE, "The other note."),
        ("1", MarkerKind.REFERENCE, "Suny, p. 12."),
    ]


def test_items_of_a_list_are_no_notes() -> None:
    assert found("Bring bread* and salt.\n\n* bread\n* salt\n") == []


def test_a_number_that_a_page_has_set_on_the_line_cites_where_a_list_has_it() -> None:
    text = (
        "The town was emptied.1 Then they left,2 and in 1915.3 pages were lost, fig.2 shows.\n"
        "It was 3.5 metres.\n\nNotes\n1. First, p. 3.\n2. Second, p. 4.\n3. Third, p. 5.\n"
    )
    assert [label for _, label, _ in found(text)] == ["1", "2"]
    assert found(text.partition("Notes")[0]) == []


def test_a_number_that_hangs_on_a_word_cites_where_raised_ones_are_not_known() -> None:
    text = (
        "The town1 was emptied and burnt2,3 in 1915, of Windows95 and 20 km2 none.\n\n"
        "Notes\n1. First, p. 3.\n2. Second, p. 4.\n3. Third, p. 5.\n"
    )
    assert [label for _, label, _ in found(text)] == ["1", "2", "3"]
    raised = [Mark(MarkKind.SUPERSCRIPT, 8, 9)]
    assert [marker.label for marker in find_markers(text, (), raised)] == ["1"]


@pytest.mark.parametrize("mark", ["a", "*", "†"])
def test_a_raised_letter_or_sign_needs_an_entry(mark: str) -> None:
    text = f"word{mark} more"
    assert find_markers(text, (), [Mark(MarkKind.SUPERSCRIPT, 4, 5)]) == []


PIECES = st.sampled_from(
    [
        *("(Suny 2015: 34)", "Suny (2015)", "(", ")", "2015", "; ", ", ", "Suny", "et al.", "and "),
        *("[23]:4", ": 4", "[", "]", "References\n", "Suny, R. (2015). T.\n", "\n", "1. ", "* x\n"),
        *(
            "word*",
            "¹",
            "end.1 ",
            "Notes\n",
            "see ",
            "p. 3",
            "😀",
            "é",
            "‡",
            "2. Smith, J. 1999.\n",
        ),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_marker_is_a_slice_with_a_label_and_a_state_that_fits(text: str) -> None:
    for marker in find_markers(text):
        assert 0 <= marker.start < marker.end <= len(text)
        assert text[marker.start : marker.end] == text[marker.start : marker.end].strip()
        assert marker.label.strip() == marker.label != ""
        assert (marker.state is LinkState.RESOLVED) == (marker.target is not None)
        if marker.locator:
            assert marker.locator.split()[-1] in text[marker.start : marker.end]
