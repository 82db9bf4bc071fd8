from archivist.domain.reading import Block
from archivist.domain.vocabulary import BlockKind
from archivist.ui.reader.model import ReaderModel
from archivist.ui.reader.shown import shown_text
from archivist.ui.reader.structure import Structure, bullet, is_bulleted

TABLE = "Before\nName\tCount\nGoris\t\tsee note\nAfter"


def cell(text: str, row: int, column: int) -> Block:
    start = TABLE.index(text)
    attributes = {"table": 0, "row": row, "column": column}
    return Block(BlockKind.TABLE_CELL, start, start + len(text), attributes=attributes)


CELLS = (cell("Name", 0, 0), cell("Count", 0, 1), cell("Goris", 1, 0), cell("see note", 1, 2))


def test_cells_of_a_row_become_lines_of_the_same_length_and_stand_in_one_row() -> None:
    shown = shown_text(ReaderModel(1, "", TABLE, "html", blocks=CELLS))
    assert len(shown) == len(TABLE)
    assert shown.split("\n") == ["Before", "Name", "Count", "Goris\u200b", "see note", "After"]
    structure = Structure(shown, CELLS)
    assert [list(structure.lines_of(row)) for row in range(structure.rows)] == [
        [0],
        [1, 2],
        [3, 4],
        [5],
    ]
    assert [structure.row_of(line) for line in range(6)] == [0, 1, 1, 2, 2, 3]


def test_columns_fill_no_more_than_the_width_and_squeeze_the_long_ones() -> None:
    text = "id\ta very long cell that goes on and on " + "and on " * 30
    cells = [
        Block(BlockKind.TABLE_CELL, 0, 2, attributes={"table": 4, "row": 0, "column": 0}),
        Block(BlockKind.TABLE_CELL, 3, len(text), attributes={"table": 4, "row": 0, "column": 1}),
    ]
    columns = Structure(text, cells).columns(4, 50)
    assert columns[0][1] >= len("id")
    assert columns[-1][0] + columns[-1][1] <= 50.001


def test_a_column_number_beyond_all_reason_costs_nothing() -> None:
    attributes = {"table": 0, "row": 0, "column": 10**9, "column_span": 10**9}
    structure = Structure("x", [Block(BlockKind.TABLE_CELL, 0, 1, attributes=attributes)])
    assert len(structure.columns(0, 60)) <= 200


def test_paragraphs_of_a_pdf_run_on_and_tables_keep_their_lines() -> None:
    prose = "This is the first line of prose\nand this is the second one, full\nand the end."
    table = "Goris 1\nSisian and its villages 20\nX"
    text = f"{prose}\n{table}"
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, len(prose)),
        Block(BlockKind.PARAGRAPH, len(prose) + 1, len(text)),
    )
    assert shown_text(ReaderModel(1, "", text, "pdf", blocks=blocks)) == (
        prose.replace("\n", " ") + "\n" + table
    )
    assert shown_text(ReaderModel(1, "", text, "text", blocks=blocks)) == text


def test_lines_of_one_block_stand_closer_than_blocks() -> None:
    text = "one\ntwo\nthree\n\nfour"
    blocks = [Block(BlockKind.PARAGRAPH, 0, 7), Block(BlockKind.PARAGRAPH, 8, 13)]
    gaps = list(Structure(text, blocks).gaps)
    assert gaps[1] == 0 < gaps[2]
    assert gaps[3] == gaps[4] == 0  # the empty line itself keeps them apart


def test_bullets_are_numbers_where_the_list_has_them() -> None:
    numbered = Block(BlockKind.LIST_ITEM, 0, 1, attributes={"ordered": True, "number": 7})
    assert bullet(numbered) == "7."
    assert bullet(Block(BlockKind.LIST_ITEM, 0, 1)) != bullet(Block(BlockKind.LIST_ITEM, 0, 1, 1))


def test_an_items_label_is_written_as_the_document_has_it_and_once() -> None:
    values = {"ordered": True, "number": 2, "label": "b)"}
    first = Block(BlockKind.LIST_ITEM, 0, 1, attributes=values)
    assert bullet(first) == "b)"
    assert is_bulleted(first)
    more = Block(BlockKind.LIST_ITEM, 2, 3, attributes=values | {"continued": True})
    assert not is_bulleted(more)


def test_a_column_has_room_for_the_bold_words_of_its_headings() -> None:
    text = "Corporation"
    where = {"table": 0, "row": 0, "column": 0}
    plain = Structure(text, [Block(BlockKind.TABLE_CELL, 0, len(text), attributes=where)])
    heading = where | {"header": True}
    bold = Structure(text, [Block(BlockKind.TABLE_CELL, 0, len(text), attributes=heading)])
    assert bold.columns(0, 60)[0][1] > plain.columns(0, 60)[0][1]
