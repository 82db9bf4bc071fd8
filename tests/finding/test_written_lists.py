"""Lists of references that are only written as such, in ten languages and on pages."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen import canvas

from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind, LinkState
from archivist.finding.entry_blocks import with_entries
from archivist.finding.markers import find_markers
from archivist.finding.written_lists import listed_entries
from archivist.readers import pdf


def entries(text: str, blocks: tuple[Block, ...] = ()) -> list[tuple[str, str]]:
    return [(label, entry.text) for label, entry in listed_entries(text, blocks)]


@pytest.mark.parametrize(
    "heading",
    [
        *("References", "NOTES", "5. Works Cited", "## Sources ##", "**Bibliography**"),
        *("Notes et références", "Bibliographie", "Literaturverzeichnis", "EINZELNACHWEISE"),
        *("Referencias bibliográficas", "Bibliografía", "СПИСОК ЛИТЕРАТУРЫ", "Примечания:"),
        *("Список використаних джерел", "Примітки", "Գրականություն", "ԾԱՆՈԹԱԳՐՈՒԹՅՈՒՆՆԵՐ"),
        *(
            "Ədəbiyyat siyahısı",
            "ƏDƏBİYYAT",
            "Kaynakça",
            "DİPNOTLAR",
            "المصادر والمراجع",
            "الهوامش",
        ),
    ],
)
def test_a_list_stands_under_a_heading_of_its_language(heading: str) -> None:
    text = f"One.[2]\n\n{heading}\n1. First\n2) Second\nof two lines\n\nProse of another kind."
    assert entries(text) == [("1", "First"), ("2", "Second of two lines")]
    (marker,) = find_markers(text)
    assert marker.state is LinkState.RESOLVED


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("[1] First\n[2] Second", ["1", "2"]),
        ("(1) First\n(2) Second", ["1", "2"]),
        ("1 First\n2 Second", ["1", "2"]),
        ("1\tFirst\n2\tSecond", ["1", "2"]),
        ("1․ Առաջին\n2․ Երկրորդ", ["1", "2"]),
        ("١. الأول\n٢. الثاني", ["١", "٢"]),
        ("1- الأول\n2- الثاني", ["1", "2"]),
        ("[1]\nFirst\n[2]\nSecond", ["1", "2"]),
        ("a. First\nb. Second", ["a", "b"]),
        ("note 1. First\nnote 2. Second", ["note 1", "note 2"]),
        ("[А 1] Первый\n[А 2] Второй", ["А 1", "А 2"]),
    ],
)
def test_entries_are_numbered_in_many_ways(lines: str, expected: list[str]) -> None:
    assert [label for label, _ in entries(f"Text.\nReferences\n{lines}\n")] == expected


def test_a_number_that_does_not_go_on_counting_is_a_word_of_its_entry() -> None:
    text = (
        "References\n1. Meyer, Geschichte,\n5. Auflage, Berlin\n1999. S. 3.\n2. Roe, Book, London\n"
        "3. Poe, Atlas\n4. Kay, Maps in colour,\n5. Auflage, Bonn.\n5. Lee, Roads.\n"
    )
    assert entries(text) == [
        ("1", "Meyer, Geschichte, 5. Auflage, Berlin 1999. S. 3."),
        ("2", "Roe, Book, London"),
        ("3", "Poe, Atlas"),
        ("4", "Kay, Maps in colour, 5. Auflage, Bonn."),
        ("5", "Lee, Roads."),
    ]


AUTHORS = """
Balakian, P. (2003). The burning Tigris: The genocide and the response to it. HarperCollins.
Human Rights Watch. (2010). World report 2010: Events of the year before. Human Rights Watch.
Suny, R. G. (2015). “They can live in the desert”: A history. Press. https://doi.org/10.1515/97814
———. (2016). Another book of the same author, on the Soviet experiment. Oxford University Press.
de Waal, T. (2003). Black garden: Armenia and Azerbaijan in war. New York University Press.
""".strip().splitlines()


def wrapped(entry: str, first: str = "", others: str = "", width: int = 62) -> list[str]:
    lines: list[str] = []
    for word in entry.split(" "):
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append((others if lines else first) + word)
    return lines


@pytest.mark.parametrize(
    ("first", "others", "between"),
    [("", "", "\n"), ("", "    ", "\n"), ("    ", "", "\n"), ("", "", "\n\n")],
    ids=["indent lost", "hanging indent", "first line indented", "blank lines between"],
)
def test_entries_without_numbers_are_told_by_gap_indent_or_author(
    first: str, others: str, between: str
) -> None:
    listed = between.join("\n".join(wrapped(entry, first, others)) for entry in AUTHORS)
    text = f"Prose.\n\nReferences\n\n{listed}\n\nAppendix\nA table of 2015.\n"
    assert [entry for _, entry in entries(text)] == AUTHORS


@pytest.mark.parametrize("bullet", ["• ", "* ", "- ", "  – "])
def test_bullets_are_no_part_of_their_entries(bullet: str) -> None:
    listed = "\n".join("\n".join(wrapped(entry, bullet)) for entry in AUTHORS)
    assert [entry for _, entry in entries(f"Prose.\n\nSources\n{listed}\n")] == AUTHORS


@pytest.mark.parametrize(
    "listed",
    [
        ["Иванов И. И. Название книги. — М.: Наука, 2005. — 320 с.",
         "Петров П. П. Статья о городе // Журнал. — 2010. — № 5. — С. 12–20."],
        ["Ավագյան Ա., Գրքի վերնագիր, Երևան, 2010, 240 էջ:", "Սարգսյան Ս., Այլ գիրք, Երևան, 2012:"],
        ["علي، محمد. تاريخ المدينة. بيروت: دار النهار، 2015.",
         "سعيد، إدوارد. كتاب آخر. القاهرة، 1978."],
        ["Çelik, Ayşe (2011). Kitabın adı. İstanbul: İletişim.",
         "Şahin, Ö. (2012). Başka kitap. Ankara."],
        ["Əliyev, R. (2001). Kitabın adı. Bakı: Elm.",
         "Həsənov, Ə. (2005). Başqa kitab. Bakı: Elm."],
        ["Дорошенко Д. І. Нарис історії. — Львів : Світ, 1991. — 576 с.",
         "Їжакевич І. Спогади. — К. : Веселка, 2001. — 40 с."],
    ],
)  # fmt: skip
def test_authors_of_other_scripts_begin_entries(listed: list[str]) -> None:
    assert [entry for _, entry in entries("\nReferences\n" + "\n".join(listed))] == listed


def test_prose_under_such_a_heading_is_no_list() -> None:
    text = (
        "Sources\n\nThe papers of the mill lie in the town's archive, where the clerk keeps them"
        " dry.\nNobody has read them since 1917, and the catalogue is lost.\n"
    )
    assert entries(text) == []


def test_without_a_heading_the_most_list_like_lines_are_the_list() -> None:
    text = (
        "It was old.[2] Nobody knew.\n\n1. In 1915 they left the town.\n2. In 1916 they came back."
        "\n3. In 1917 it burnt.\n\nThe end.\n\n"
        "1. Smith, John. A Book. London: Press, 1999.\n"
        "2. Doe, Jane. “An Article.” Journal 12 (2001): 34–45.\n"
        "3. https://example.org/report\n"
    )
    assert [label for label, _ in entries(text)] == ["1", "2", "3"]
    (marker,) = find_markers(text)
    assert marker.entry == "Doe, Jane. “An Article.” Journal 12 (2001): 34–45."
    assert entries(text.partition("The end")[0]) == []


def test_without_a_heading_authors_in_the_order_of_the_alphabet_are_a_list() -> None:
    listed = sorted(AUTHORS[:3])
    text = "Prose (Suny 2015).\n\n" + "\n".join(listed) + "\n"
    assert [entry for _, entry in entries(text)] == listed


def booklet(path: Path, body: list[str], header: str, lines_on_page: int = 14) -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A5, invariant=1)
    for number, first in enumerate(range(0, len(body), lines_on_page), 1):
        sheet.setFont("Times-Roman", 9)
        sheet.drawString(50, 560, header if number % 2 else f"{header} · {number}")
        for row, line in enumerate(body[first : first + lines_on_page]):
            sheet.drawString(50, 530 - 14 * row, line)
        sheet.drawString(200, 30, str(number))
        sheet.showPage()
    sheet.save()
    path.write_bytes(buffer.getvalue())


NUMBERED = [
    f"{number}. Author{letter}, Jane, A study of many things that happened in {1990 + number}"
    f" and in the valley beyond it. London: Press, {1990 + number}, pp. {number}–{number + 9}."
    for number, letter in enumerate("ABCDEFGHIJKL", 1)
]  # fmt: skip


@pytest.mark.parametrize("header", ["The Journal of Mills", "References"])
def test_a_numbered_list_goes_on_over_pages_with_headers(tmp_path: Path, header: str) -> None:
    prose = [
        f"Line {number} of the prose, as old as the town itself.[{number}]"
        for number in range(1, 13)
    ]
    body = [*prose, "References", *(line for entry in NUMBERED for line in wrapped(entry))]
    booklet(tmp_path / "mills.pdf", body, header)
    document = pdf.read(tmp_path / "mills.pdf")
    assert document.text.count(header) >= 3
    found = find_markers(document.text, document.blocks, document.marks)
    assert [(marker.label, marker.entry) for marker in found] == [
        (str(number), entry.partition(" ")[2]) for number, entry in enumerate(NUMBERED, 1)
    ]
    divided = with_entries(document.text, document.blocks)
    assert sum(block.kind is BlockKind.REFERENCE_ENTRY for block in divided) == len(NUMBERED)
    assert find_markers(document.text, divided, document.marks) == found


def test_a_list_by_author_goes_on_over_pages_with_headers(tmp_path: Path) -> None:
    listed = [
        entry.replace("———.", "Suny, R. G.").replace("“", "").replace("”", "") for entry in AUTHORS
    ]
    prose = [
        f"Line {number} of the prose (Suny 2015: {number}), as old as it is."
        for number in range(1, 9)
    ]
    body = [*prose, "Bibliography", *(line for entry in listed for line in wrapped(entry))]
    booklet(tmp_path / "mills.pdf", body, "The Journal of Mills", lines_on_page=12)
    document = pdf.read(tmp_path / "mills.pdf")
    assert [entry for _, entry in entries(document.text, document.blocks)] == listed
    markers = find_markers(document.text, document.blocks, document.marks)
    assert {marker.entry for marker in markers} == {listed[2]}


PIECES = st.sampled_from(
    [
        *(
            "References\n",
            "1. ",
            "2. ",
            "[1] ",
            "Smith, J. (1990). T.\n",
            "\n",
            "\n\n",
            "word ",
            "   ",
        ),
        *(
            "Page 3\n",
            "12\n",
            "Bibliography\n",
            "\f",
            "Literatur\n",
            "* n\n",
            "a*",
            "¹",
            "1999.",
            "É ",
        ),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_entries_stand_within_the_text_and_say_what_stands_there(text: str) -> None:
    for _, entry in listed_entries(text, ()):
        assert 0 <= entry.start <= entry.body <= entry.end <= len(text)
        inside = text[entry.body : entry.end]
        assert all(word in inside for word in entry.text.split())
        for start, end in entry.apart:
            assert entry.start <= start < end <= entry.end
