"""Names: every mention of known actors, and who else a text names."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.material import MATERIAL, needs_material

from archivist.domain.names import KnownName
from archivist.domain.suggestions import Suggestion
from archivist.finding.names import find_names

ARCHIVE = (
    KnownName(1, "Marta Ollen"),
    KnownName(1, "M. Ollen"),
    KnownName(2, "Harbour Board of Elkton"),
    KnownName(3, "WHO"),
    KnownName(4, "Müller"),
)


def values(text: str, language: str = "en", known: Sequence[KnownName] = ()) -> list[str]:
    return [name.value for name in find_names(text, language=language, known=known)]


def the(value: str, found: list[Suggestion]) -> Suggestion:
    return next(name for name in found if name.value == value)


def test_the_letters_of_an_index_are_nobody() -> None:
    assert values("Find it: A B C D E F G H I and O P Q R. He met A. B. Orr.") == ["A. B. Orr"]


def test_known_actors_are_found_by_all_their_names_and_have_one_value() -> None:
    text = "MARTA OLLEN wrote it. M.\nOllen's letter, said Marta Ollen, is lost."
    found = find_names(text, known=ARCHIVE)
    assert [name.text for name in found] == ["MARTA OLLEN", "M.\nOllen", "Marta Ollen"]
    assert {name.value for name in found} == {"Marta Ollen"}
    assert {name.details["actor_id"] for name in found} == {1}
    assert {name.details["mentions"] for name in found} == {3}


@pytest.mark.parametrize(
    "text",
    ["they asked who came", "the Ollen house, marta ollen", "Mullers, Müllerin", "the WHOLE"],
)
def test_a_name_within_a_word_or_without_its_capitals_is_no_mention(text: str) -> None:
    assert not [name for name in find_names(text, known=ARCHIVE) if "actor_id" in name.details]


def test_a_decomposed_name_is_the_composed_one() -> None:
    text = "It was Mu\u0308ller, not Ada."
    assert [name.text for name in find_names(text, known=ARCHIVE)] == ["Mu\u0308ller"]


@pytest.mark.parametrize(
    ("name", "text", "language", "mentions"),
    [
        ("Иван Петров", "письмо Ивана Петрова и Ивану Петрову", "ru", 2),
        ("Олена Бондаренко", "лист Олени Бондаренко, з Оленою Бондаренко", "uk", 2),
        ("Արամ Սարյան", "Արամ Սարյանի նամակը, Արամ Սարյանը", "hy", 2),
        ("Rauf Quliyev", "Rauf Quliyevin məktubu, Rauf Quliyevə", "az", 2),
        ("Ayşe Demir", "Ayşe Demir'in mektubu", "tr", 1),
        ("Otto Lindner", "Otto Lindners Brief", "de", 1),
    ],
)
def test_a_name_is_found_with_the_endings_of_its_language(
    name: str, text: str, language: str, mentions: int
) -> None:
    found = find_names(text, language=language, known=[KnownName(7, name)])
    assert [one.details.get("actor_id") for one in found] == [7] * mentions


def test_a_name_that_several_actors_have_is_given_to_none_of_them() -> None:
    known = [KnownName(1, "Ada Brook"), KnownName(2, "Ada Brook")]
    (found,) = find_names("Then Ada Brook left.", known=known)
    assert "actor_id" not in found.details
    assert found.details["actor_ids"] == [1, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Peter Hollis left.", ["Peter Hollis"]),
        ("the Elkton Harbour Board met", ["Elkton Harbour Board"]),
        ("by the Ministry of Health and Welfare", ["Ministry of Health and Welfare"]),
        ("met Ludwig van der Meer there", ["Ludwig van der Meer"]),
        ("with Omar ibn Yusuf al-Basri", ["Omar ibn Yusuf al-Basri"]),
        ("she saw J. R. Alcott there", ["J. R. Alcott"]),
        ("Alcott's boat, said Mr Alcott", ["Alcott", "Alcott"]),
        ("a letter of Sean O'Hara's aunt", ["Sean O'Hara"]),
        ("the President of the Elkton Council Ruth Berg", ["Elkton Council", "Ruth Berg"]),
        (
            "a Council of Elkton Commissioner for Roads Ruth Berg",
            ["Council of Elkton", "Ruth Berg"],
        ),
        ("French Foreign Minister Jean Colas spoke", ["Jean Colas"]),
        ("aid reached Norway, and Norway agreed", ["Norway", "Norway"]),
        ("many Valley Armenians stayed", ["Valley Armenians"]),
        ("by the Committee of Peace and Progress", ["Committee of Peace and Progress"]),
        ("then Hon. J. L. Ralston and Mr. Wm. Carter left", ["J. L. Ralston", "Wm. Carter"]),
        ("ill at St. Luke's Hospital then", ["St. Luke's Hospital"]),
        ("the Women's Relief Corps met", ["Women's Relief Corps"]),
        ("we met at the wharf of the Duke of Orr", ["Duke of Orr"]),
        ("then Mr. Braley of the mill left", ["Braley"]),
        ("then by St. Anne's Hospital, Orr's best", ["St. Anne's Hospital", "Orr"]),
        ("teams of Nurses Without Frontiers came", ["Nurses Without Frontiers"]),
        ("the US Fish and Wildlife Agency met", ["US Fish and Wildlife Agency"]),
        ("so a UN High Commissioner for Refugees Ann Sol left", ["UN", "Ann Sol"]),
    ],
)
def test_names_are_found_whole_and_apart_from_offices(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Moreover, nothing happened. Testimonies of many kinds were heard.",
        "It was a Tuesday in September, at Easter.",
        "An Armenian-Turkish dinner; the Armenian said so.",
        "They lived in Elkton, near Lake Orr, on Mill Street.",
        "After the Treaty of Orr and the First Elkton War",
        "THE WHOLE LINE IS LOUD",
        "Feeling tired, she slept. Nobody knew.",
        "",
    ],
)
def test_what_is_capitalised_but_nobody_who_acts_is_left(text: str) -> None:
    assert values(text) == []


def test_the_office_beside_a_name_is_told() -> None:
    found = find_names("Then Health Minister Ana Sol said no.")
    assert the("Ana Sol", found).details["office"] == "Health Minister"
    assert the("Ana Sol", found).details["kind"] == "person"


@pytest.mark.parametrize(
    "text",
    [
        "the Inland Rescue Society (IRS) came; the IRS left",
        "the IRS (Inland Rescue Society) came; so did the Inland Rescue Society",
    ],
)
def test_an_acronym_is_its_expansion(text: str) -> None:
    found = find_names(text)
    assert {name.value for name in found} == {"Inland Rescue Society"}
    assert len(found) >= 2
    assert found[0].details["acronym"] == "IRS"
    assert found[0].details["kind"] == "organization"


def test_a_surname_alone_is_the_one_person_who_has_it() -> None:
    text = "Later Peter Hollis spoke. Then Hollis said that Hollis's boat was lost."
    assert values(text) == ["Peter Hollis"] * 3


def test_a_surname_that_two_have_stays_by_itself() -> None:
    text = "So Peter Hollis and Mary Hollis met. Then by Hollis, Hollis said, it was sold."
    assert values(text) == ["Peter Hollis", "Mary Hollis", "Hollis", "Hollis"]


def test_names_are_ranked_by_what_speaks_for_them() -> None:
    text = "So Peter Hollis said no. Then Hollis said yes. They saw Arlo Binns."
    ranks = {name.value: name.details["rank"] for name in find_names(text)}
    assert ranks == {"Peter Hollis": 1, "Arlo Binns": 2}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Hier le Sénat français a voté.", "fr", "Sénat français"),
        ("avec le Comité central de la Croix-Verte", "fr", "Comité central de la Croix-Verte"),
        ("dijo la Universidad de Orr", "es", "Universidad de Orr"),
        ("Тогда Государственная дума решила.", "ru", "Государственная дума"),
        ("Так заявило Министерство обороны.", "ru", "Министерство обороны"),
        ("Тоді Міністерство оборони України заявило.", "uk", "Міністерство оборони України"),
        ("Der Deutsche Bundestag stimmte ab.", "de", "Deutsche Bundestag"),
        ("Sonra Orr Belediye Meclisi toplandı.", "tr", "Orr Belediye Meclisi"),
    ],
)
def test_bodies_are_found_as_each_language_writes_them(
    text: str, language: str, expected: str
) -> None:
    assert expected in values(text, language)


def test_a_menu_and_a_heading_name_nobody_by_their_capitals() -> None:
    text = "Popular Topics And Places\n\nThe town had a mill.\n\nRead More Stories\n\nIt fell."
    assert values(text) == []


def test_who_signs_a_letter_is_named_on_a_line_of_its_own() -> None:
    text = "Dear Sir,\n\nThe ice is out.\n\nEdwin P. Marsh\nSecretary\n"
    assert values(text) == ["Edwin P. Marsh"]


def test_a_word_that_the_text_writes_small_is_no_name() -> None:
    assert values("The harbour froze. At Harbour, he said, Harbour did as it would.") == []


def test_a_name_within_a_body_s_name_is_none_of_its_own() -> None:
    known = [KnownName(1, "Elkton"), KnownName(2, "Ruth Berg")]
    found = find_names("So the Bank of Elkton paid Ruth Berg.", known=known)
    assert [name.value for name in found] == ["Bank of Elkton", "Ruth Berg"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ensuite le président Jean Colas a parlé à Lyon.", "fr", "Jean Colas"),
        ("Dann sprach Bundeskanzler Otto Lindner mit der Presse.", "de", "Otto Lindner"),
        ("Luego el ministro Luis Prado habló.", "es", "Luis Prado"),
        ("Затем президент Иван Петров уехал.", "ru", "Иван Петров"),
        ("Потім міністр Олег Кравець поїхав.", "uk", "Олег Кравець"),
        ("Այսօր նախագահ Արամ Սարյան խոսեց։", "hy", "Արամ Սարյան"),
        ("Sonra Başbakan Ayşe Demir konuştu.", "tr", "Ayşe Demir"),
        ("Sonra prezident Rauf Quliyev danışdı.", "az", "Rauf Quliyev"),
        ("ثم قال الرئيس سامر حداد إن", "ar", "سامر حداد"),
    ],
)
def test_people_with_an_office_are_found_in_each_language(
    text: str, language: str, expected: str
) -> None:
    assert expected in values(text, language)


def test_german_nouns_are_no_names() -> None:
    text = "Viele Menschen verließen das Dorf. Der Krieg und die Angst vor Gewalt trieben sie fort."
    assert values(text, "de") == []


@given(
    st.text(alphabet=st.sampled_from("AbĀé Öß'’.-\n,(İ)И уՎա\u0301de von of the"), max_size=80),
    st.sampled_from(["en", "de", "ru", "hy", "ar", ""]),
)
def test_a_mention_is_the_slice_at_its_offsets(text: str, language: str) -> None:
    end = 0
    for name in find_names(text, language=language, known=[KnownName(1, "Ab"), KnownName(2, "é")]):
        assert name.start >= end
        end = name.end
        assert text[name.start : name.end] == name.text


@needs_material
def test_the_article_that_the_project_began_with_has_its_names() -> None:
    assert MATERIAL is not None
    text = (MATERIAL / "flight-extract.txt").read_text(encoding="utf-8")
    expected = json.loads((MATERIAL / "flight-extract.expected.json").read_text(encoding="utf-8"))
    found = {(name.start, name.value) for name in find_names(text, language="en")}
    assert found >= {(at, name["name"]) for name in expected["names"] for at in name["starts"]}
