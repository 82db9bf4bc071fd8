"""Markdown: the text as it is meant to look, with the shapes of a web page."""

from pathlib import Path

from tests.readers.contract import ReaderContract

from archivist.domain.reading import Mark, ReadDocument
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers import read_document


class TestMarkdown(ReaderContract):
    suffix = ".md"

    def sample(self, address: str) -> bytes:
        return f"""---
title: "The column"
author: A. Writer
series: B
---
# The *northern* road

Seen by [a witness]({address}/w)[^1], and ![a photograph]({address}/p.png).
<img src="{address}/x.png"><script src="{address}/x.js"></script>

- one
  1. inner

> quoted\0

| a | b |
|---|---|
| c | **d** |

    code

[^1]: Told in *1949*.
""".encode()


def read(folder: Path, source: str) -> ReadDocument:
    path = folder / "a.md"
    path.write_text(source, encoding="utf-8")
    return read_document(path)


def shapes(document: ReadDocument) -> list[tuple[BlockKind, int, str]]:
    return [
        (block.kind, block.level, document.text[block.start : block.end])
        for block in document.blocks
    ]


def marked(document: ReadDocument) -> list[tuple[MarkKind, str, str]]:
    def of(mark: Mark) -> str:
        return document.text[mark.start : mark.end]

    return [(mark.kind, of(mark), mark.value) for mark in document.marks]


def test_blocks_keep_their_shape(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "# One\n\nTwo\nlines  \nand three\n\n1. a\n2. b\n   - c\n\n"
        "> d\n> > e\n\n```\nf\n\n  g\n```\n",
    )
    assert document.text == "One\n\nTwo lines\nand three\n\na\nb\nc\n\nd\n\ne\n\nf\n\n  g"
    assert shapes(document) == [
        (BlockKind.HEADING, 1, "One"),
        (BlockKind.PARAGRAPH, 0, "Two lines\nand three"),
        (BlockKind.LIST_ITEM, 0, "a"),
        (BlockKind.LIST_ITEM, 0, "b"),
        (BlockKind.LIST_ITEM, 1, "c"),
        (BlockKind.QUOTATION, 0, "d"),
        (BlockKind.QUOTATION, 1, "e"),
        (BlockKind.PREFORMATTED, 0, "f\n\n  g"),
    ]
    assert document.blocks[3].attributes == {"ordered": True, "number": 2}
    assert document.outline[0].title == "One"


def test_tables_have_rows_and_columns(tmp_path: Path) -> None:
    document = read(tmp_path, "x\n\n| a | b |\n|---|---|\n| c | d |\n\ny\n")
    assert document.text == "x\n\na\tb\nc\td\n\ny"
    cells = [block.attributes for block in document.blocks if block.attributes]
    assert [(cell["row"], cell["column"], cell["header"]) for cell in cells] == [
        (0, 0, True),
        (0, 1, True),
        (1, 0, False),
        (1, 1, False),
    ]


def test_footnotes_are_read_and_led_to(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "It is so.[^a] Not so.[^none]\n\n"
        "[^a]: http://example.org/a\n    and more.\n\n    Then.\n\nEnd.\n",
    )
    assert document.text == (
        "It is so.[a] Not so.[^none]\n\n[a] http://example.org/a and more.\nThen.\n\nEnd."
    )
    assert shapes(document)[1] == (
        BlockKind.FOOTNOTE,
        0,
        "[a] http://example.org/a and more.\nThen.",
    )
    assert marked(document) == [
        (MarkKind.LINK, "[a]", "#fn-a"),
        (MarkKind.SUPERSCRIPT, "[a]", ""),
        (MarkKind.ANCHOR, "[a]", "fn-a-mark"),
        (MarkKind.ANCHOR, "[a] http://example.org/a and more.\nThen.", "fn-a"),
        (MarkKind.LINK, "[a]", "#fn-a-mark"),
    ]


def test_inline_marks_and_links_are_kept(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "*a* **b** ~~c~~ `d  e` [f](http://x.example/) [g](#the-end) x<sup>2</sup>\n\n"
        "## The end!\n",
    )
    assert document.text == "a b c d e f g x2\n\nThe end!"
    assert marked(document) == [
        (MarkKind.ITALIC, "a", ""),
        (MarkKind.BOLD, "b", ""),
        (MarkKind.STRIKETHROUGH, "c", ""),
        (MarkKind.CODE, "d e", ""),
        (MarkKind.LINK, "f", "http://x.example/"),
        (MarkKind.LINK, "g", "#the-end"),
        (MarkKind.SUPERSCRIPT, "2", ""),
        (MarkKind.ANCHOR, "The end!", "the-end"),
    ]


def test_html_inside_is_read_and_never_run(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "A <b>bold</i> word<br>here &amp; there\n\n"
        "<div>block <i>x</i><script>alert(1)</script></div>\n\n[no](javascript:alert(1))\n",
    )
    assert document.text == ("A bold word\nhere & there\n\nblock x\n\n[no](javascript:alert(1))")


def test_the_fields_before_a_text_are_its_metadata(tmp_path: Path) -> None:
    document = read(tmp_path, "---\ntitle: 'T'\nauthor: A\ndate: 1949\nbox: 7\n---\nText\n")
    assert document.text == "Text"
    assert (document.metadata.title, document.metadata.author) == ("T", "A")
    assert document.metadata.date == "1949"
    assert document.metadata.further["box"] == "7"


def test_the_first_heading_is_the_title_of_a_text_without_fields(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n\n# A *title*\n\nText\n").metadata.title == "A title"
