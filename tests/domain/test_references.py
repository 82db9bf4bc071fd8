from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.reading import Mark
from archivist.domain.reference_parts import date_parts, people, valid_isbn
from archivist.domain.references import (
    clean_reference,
    guess_item,
    is_known,
    issued_date,
    suggest_key,
    written_entry,
)
from archivist.domain.vocabulary import MarkKind


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            (
                '^ a b Sauer, Pjotr (26 September 2023). "Thousands leave". The Guardian. ISSN'
                " 0261-3077. Archived from the original on 27 September 2023."
                " Retrieved 1 October 2023."
            ),
            {
                "type": "webpage",
                "author": [{"family": "Sauer", "given": "Pjotr"}],
                "issued": {"date-parts": [[2023, 9, 26]]},
                "title": "Thousands leave",
                "container-title": "The Guardian",
                "ISSN": "0261-3077",
                "custom": {"archived": "2023-09-27"},
                "accessed": {"date-parts": [[2023, 10, 1]]},
            },
        ),
        (
            (
                "Smith, J. A., & Doe, B. (2015). On bread. Journal of Food, 12(3), 45–67."
                " https://doi.org/10.1000/xyz(12)3."
            ),
            {
                "type": "article-journal",
                "author": [
                    {"family": "Smith", "given": "J. A."},
                    {"family": "Doe", "given": "B."},
                ],
                "issued": {"date-parts": [[2015]]},
                "title": "On bread",
                "container-title": "Journal of Food",
                "volume": "12",
                "issue": "3",
                "page": "45–67",
                "DOI": "10.1000/xyz(12)3",
            },
        ),
        (
            (
                "[7] Roe, Ann; Poe, Li, eds. (1994). Ground: A Study. Halifax: Nimbus. ISBN"
                " 978-0-691-14730-7."
            ),
            {
                "type": "book",
                "editor": [{"family": "Roe", "given": "Ann"}, {"family": "Poe", "given": "Li"}],
                "issued": {"date-parts": [[1994]]},
                "title": "Ground: A Study",
                "publisher-place": "Halifax",
                "publisher": "Nimbus",
                "ISBN": "978-0-691-14730-7",
            },
        ),
        (
            "↑ Kay, Ari (1978). “The Fire”. In Lee, Ida (ed.). Fires of the Year. Toronto: Mill.",
            {
                "type": "chapter",
                "author": [{"family": "Kay", "given": "Ari"}],
                "issued": {"date-parts": [[1978]]},
                "title": "The Fire",
                "editor": [{"family": "Lee", "given": "Ida"}],
                "container-title": "Fires of the Year",
                "publisher-place": "Toronto",
                "publisher": "Mill",
            },
        ),
        (
            "Kay, Janet F. Shattered Town: A Story. Halifax: Nimbus, 1989.",
            {
                "type": "book",
                "author": [{"family": "Kay", "given": "Janet F."}],
                "issued": {"date-parts": [[1989]]},
                "title": "Shattered Town: A Story",
                "publisher-place": "Halifax",
                "publisher": "Nimbus",
            },
        ),
        (
            "Ara Grigor Kay, “They Left” (Princeton: Town Press, 2015), p. 12.",
            {
                "type": "book",
                "author": [{"literal": "Ara Grigor Kay"}],
                "title": "They Left",
                "publisher-place": "Princeton",
                "publisher": "Town Press",
                "issued": {"date-parts": [[2015]]},
                "page": "12",
            },
        ),
        (
            "Ministry of Health, Armenia (2023-10-03). Annual report. Retrieved 2024.",
            {
                "type": "webpage",
                "author": [{"literal": "Ministry of Health, Armenia"}],
                "issued": {"date-parts": [[2023, 10, 3]]},
                "title": "Annual report",
                "accessed": {"date-parts": [[2024]]},
            },
        ),
        (
            "“Թերթ” (in Armenian). Hetq. 3 October 2023.",
            {
                "type": "document",
                "title": "Թերթ",
                "container-title": "Hetq",
                "issued": {"date-parts": [[2023, 10, 3]]},
            },
        ),
        (
            "Suny 2015, pp. 23–25.",
            {
                "type": "document",
                "author": [{"family": "Suny"}],
                "issued": {"date-parts": [[2015]]},
                "page": "23–25",
            },
        ),
    ],
)
def test_a_reference_gives_what_it_plainly_says(raw: str, expected: dict[str, Any]) -> None:
    assert guess_item(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        *("", "Ibid.", "See above, and the file on bread.", "((((", "[23]"),
        *('For exceptions, see "Values" section below', "As the clerk “said” in the yard."),
    ],
)
def test_what_says_nothing_plainly_gives_nothing(raw: str) -> None:
    assert guess_item(raw) == {}


def test_links_of_an_entry_give_its_address_and_its_archived_copy() -> None:
    item = guess_item(
        "“News”. Herald.",
        ["https://web.archive.org/web/2023/https://example.org/a", "https://example.org/a"],
    )
    assert item["URL"] == "https://example.org/a"
    assert item["archive_location"].startswith("https://web.archive.org/")


def test_an_isbn_that_cannot_be_is_left_out() -> None:
    assert valid_isbn("0-306-40615-2")
    assert valid_isbn("080442957X")
    assert not valid_isbn("978-0-691-14730-8")
    assert not valid_isbn("12345")
    assert "ISBN" not in guess_item("Kay, A. (2001). Book. ISBN 978-0-691-14730-8.")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("26 September 2023", [2023, 9, 26]),
        ("Sept. 26, 2023", [2023, 9, 26]),
        ("May 2001", [2001, 5]),
        ("2015b", [2015]),
        ("2015, March 4", [2015, 3, 4]),
        ("2023-01-03", [2023, 1, 3]),
        ("31 April 2023", []),
        ("2023-13-03", []),
        ("Chapter 2023", []),
        ("n.d.", []),
    ],
)
def test_written_dates_give_their_parts(text: str, parts: list[int]) -> None:
    assert date_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de la Cruz, Ana", [{"family": "de la Cruz", "given": "Ana"}]),
        ("Doe, Jane; UNHCR", [{"family": "Doe", "given": "Jane"}, {"literal": "UNHCR"}]),
        ("European Parliament.", [{"literal": "European Parliament"}]),
        (
            "Doe, J., Roe, R., Poe, P.",
            [
                {"family": f, "given": f"{f[0] if f != 'Doe' else 'J'}."}
                for f in ("Doe", "Roe", "Poe")
            ],
        ),
        ("Jane Doe and Richard Roe", [{"literal": "Jane Doe and Richard Roe"}]),
        ("—", []),
    ],
)
def test_names_are_parted_only_where_it_is_plain_how(
    text: str, expected: list[dict[str, str]]
) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ({"date-parts": [[2023, 9, 24]]}, "2023-09-24"),
        ({"date-parts": [["2023", "9"]]}, "2023-09"),
        ({"date-parts": [[1993], [1995, 2]]}, "1993/1995-02"),
        ({"date-parts": [[1850]], "circa": True}, "1850~"),
        ({"date-parts": [[-44, 3, 15]]}, "-0043-03-15"),
    ],
)
def test_the_date_of_an_item_is_its_issued_one(issued: dict[str, Any], edtf: str) -> None:
    date = issued_date({"issued": issued})
    assert date is not None
    assert date.edtf == edtf


@pytest.mark.parametrize(
    "issued",
    [
        None,
        {},
        {"date-parts": [[]]},
        {"date-parts": [["soon"]]},
        {"date-parts": [[2023, 2, 30]]},
        5,
    ],
)
def test_an_item_without_a_possible_date_has_none(issued: object) -> None:
    assert issued_date({"issued": issued}) is None


def test_a_key_is_made_of_author_or_title_and_year() -> None:
    issued = {"date-parts": [[2015]]}
    author = [{"family": "Mijatović", "given": "Dunja"}]
    assert suggest_key({"author": author, "issued": issued}) == "mijatovic2015"
    assert suggest_key({"title": "The Bread of Goris", "issued": issued}) == "bread2015"
    assert suggest_key({"author": [{"literal": "ՀՀ"}], "issued": issued}) == "հհ2015"
    assert suggest_key({"author": author}) == ""
    assert suggest_key({"author": [{"family": "Livy"}], "issued": {"date-parts": [[-27]]}}) == ""


@given(st.text(max_size=300), st.lists(st.text(max_size=40), max_size=2))
def test_any_text_gives_an_item_or_nothing(raw: str, addresses: list[str]) -> None:
    item = guess_item(raw, addresses)
    assert all(value for value in item.values())
    for name in ("title", "container-title", "publisher"):
        assert item.get(name, "") in clean_reference(raw)
    issued_date(item)
    suggest_key(item)
    is_known(item)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
ISSUED = st.fixed_dictionaries(
    {}, optional={"date-parts": st.lists(st.lists(JSON, max_size=4), max_size=3) | JSON}
)


@given(st.dictionaries(st.sampled_from(["title", "author", "issued", "DOI"]), JSON | ISSUED))
def test_an_item_of_another_tool_is_never_too_odd_to_be_kept(item: dict[str, Any]) -> None:
    date = issued_date(item)
    assert date is None or date.edtf
    assert suggest_key(item) == suggest_key(item).casefold()
    assert is_known(item) in {True, False}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "Roe, Ann Mary, and Li B. Poe. On Bread. 2 vols. Oxford: I.B. Mill, 1971–1996.",
            {
                "type": "book",
                "author": [
                    {"family": "Roe", "given": "Ann Mary"},
                    {"family": "Poe", "given": "Li B."},
                ],
                "title": "On Bread",
                "publisher-place": "Oxford",
                "publisher": "I.B. Mill",
                "issued": {"date-parts": [[1971], [1996]]},
            },
        ),
        (
            "Doe, Jane. “An Article.” Journal of Studies 12.3 (2001): 34–45.",
            {
                "type": "article-journal",
                "author": [{"family": "Doe", "given": "Jane"}],
                "title": "An Article",
                "container-title": "Journal of Studies",
                "volume": "12",
                "issue": "3",
                "page": "34–45",
                "issued": {"date-parts": [[2001]]},
            },
        ),
        (
            "Müller, Hans: „Der Aufsatz“. In: Zeitschrift für Brot 12 (2001), S. 34–45.",
            {
                "type": "article-journal",
                "author": [{"family": "Müller", "given": "Hans"}],
                "title": "Der Aufsatz",
                "container-title": "Zeitschrift für Brot",
                "volume": "12",
                "page": "34–45",
                "issued": {"date-parts": [[2001]]},
            },
        ),
        (
            "Roy, Yves. « Le pain ». Revue, vol. 12, n° 3, 1998, p. 34–45. Consulté le 5 mai 2020.",
            {
                "type": "article-journal",
                "author": [{"family": "Roy", "given": "Yves"}],
                "title": "Le pain",
                "container-title": "Revue",
                "volume": "12",
                "issue": "3",
                "page": "34–45",
                "issued": {"date-parts": [[1998]]},
                "accessed": {"date-parts": [[2020, 5, 5]]},
            },
        ),
        (
            "García, J. (2001). El pan. Editorial Molino. Consultado el 5 de mayo de 2020.",
            {
                "type": "webpage",
                "author": [{"family": "García", "given": "J."}],
                "title": "El pan",
                "publisher": "Editorial Molino",
                "issued": {"date-parts": [[2001]]},
                "accessed": {"date-parts": [[2020, 5, 5]]},
            },
        ),
        (
            "Иванов И. И. Хлеб : очерк города. — М. : Мельница, 2005. — 320 с.",
            {
                "type": "book",
                "author": [{"family": "Иванов", "given": "И. И."}],
                "title": "Хлеб : очерк города",
                "publisher-place": "М.",
                "publisher": "Мельница",
                "issued": {"date-parts": [[2005]]},
                "number-of-pages": "320",
            },
        ),
        (
            "Петренко П. П., Сидоренко С. С. Стаття про хліб // Вісник. — 2010. — № 5. — С. 12–20.",
            {
                "type": "article-journal",
                "author": [
                    {"family": "Петренко", "given": "П. П."},
                    {"family": "Сидоренко", "given": "С. С."},
                ],
                "title": "Стаття про хліб",
                "container-title": "Вісник",
                "issue": "5",
                "page": "12–20",
                "issued": {"date-parts": [[2010]]},
            },
        ),
        (
            "«Хлеб». Вестник. 5 мая 2020. Архивировано 6 мая 2020. Дата обращения: 7 мая 2020.",
            {
                "type": "webpage",
                "title": "Хлеб",
                "container-title": "Вестник",
                "issued": {"date-parts": [[2020, 5, 5]]},
                "custom": {"archived": "2020-05-06"},
                "accessed": {"date-parts": [[2020, 5, 7]]},
            },
        ),
        (
            "Ավագյան Ա., «Հաց», Հանդես, 2010, № 3, էջ 12–20:",
            {
                "type": "article-journal",
                "author": [{"family": "Ավագյան", "given": "Ա."}],
                "title": "Հաց",
                "container-title": "Հանդես",
                "issue": "3",
                "page": "12–20",
                "issued": {"date-parts": [[2010]]},
            },
        ),
        (
            "Çelik, Ayşe (2012). Ekmek. İstanbul: Değirmen Yayınları. Erişim tarihi: 5 Mayıs 2020.",
            {
                "type": "book",
                "author": [{"family": "Çelik", "given": "Ayşe"}],
                "title": "Ekmek",
                "publisher-place": "İstanbul",
                "publisher": "Değirmen Yayınları",
                "issued": {"date-parts": [[2012]]},
                "accessed": {"date-parts": [[2020, 5, 5]]},
            },
        ),
        (
            "علي، محمد. تاريخ الخبز. بيروت: دار الطاحونة، 2015.",
            {
                "type": "book",
                "author": [{"family": "علي", "given": "محمد"}],
                "title": "تاريخ الخبز",
                "publisher-place": "بيروت",
                "publisher": "دار الطاحونة",
                "issued": {"date-parts": [[2015]]},
            },
        ),
        (
            "Smith JA, Doe B. On bread. J Food. 2015;12(3):45-67.",
            {
                "type": "article-journal",
                "author": [{"family": "Smith", "given": "JA"}, {"family": "Doe", "given": "B"}],
                "title": "On bread",
                "container-title": "J Food",
                "volume": "12",
                "issue": "3",
                "page": "45-67",
                "issued": {"date-parts": [[2015]]},
            },
        ),
        (
            "Roe, A. (2015). “They baked”: Bread in the U.S. since 1900. Mill University Press.",
            {
                "type": "book",
                "author": [{"family": "Roe", "given": "A."}],
                "title": "“They baked”: Bread in the U.S. since 1900",
                "publisher": "Mill University Press",
                "issued": {"date-parts": [[2015]]},
            },
        ),
    ],
)  # fmt: skip
def test_references_are_read_as_ten_languages_and_many_styles_write_them(
    raw: str, expected: dict[str, Any]
) -> None:
    assert guess_item(raw) == expected


def test_a_link_to_an_encyclopedia_is_not_the_address_of_a_source() -> None:
    item = guess_item("“News”. Herald.", ["https://en.wikipedia.org/wiki/Herald"])
    assert "URL" not in item


def test_words_that_are_linked_are_a_title_where_there_is_no_other() -> None:
    text = "Notes on bread at the Mill. (header) More."
    marks = [
        Mark(MarkKind.LINK, 100, 114, "https://example.org/notes"),
        Mark(MarkKind.CITE, 127, 127, "cite.class=citation+web"),
    ]
    entry = written_entry(text, 100, {"apart": [[128, 136]]}, marks)
    assert entry.raw == "Notes on bread at the Mill. More."
    assert entry.item() == {
        "type": "webpage",
        "title": "Notes on bread",
        "URL": "https://example.org/notes",
    }


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3. Mai 2020", [2020, 5, 3]),
        ("1er mai 2020", [2020, 5, 1]),
        ("5 de mayo de 2020", [2020, 5, 5]),
        ("5 мая 2020 года", [2020, 5, 5]),
        ("5 червня 2020", [2020, 6, 5]),
        ("5 հունիսի 2020", [2020, 6, 5]),
        ("5 iyun 2020", [2020, 6, 5]),
        ("5 Ağustos 2020", [2020, 8, 5]),
        ("5 أغسطس 2020", [2020, 8, 5]),
        ("05.06.2020", [2020, 6, 5]),
    ],
)
def test_dates_are_read_in_ten_languages(text: str, parts: list[int]) -> None:
    assert date_parts(text) == parts
