"""Web pages: the text a browser shows, with its shape and what its links lead to."""

from pathlib import Path
from typing import Any

import pytest
from tests.readers.contract import ReaderContract, assert_sound

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers import read_document
from archivist.readers.isolate import Child


class TestHtml(ReaderContract):
    suffix = ".html"

    def sample(self, address: str) -> bytes:
        return f"""<!DOCTYPE html><html lang="en"><head><title>The column</title>
<base href="{address}/"><link rel=stylesheet href="{address}/a.css">
<style>@import url({address}/b.css); body {{ background: url({address}/c.png) }}</style>
<meta http-equiv=refresh content="0;url={address}/d"><script src="{address}/e.js"></script>
</head><body onload="fetch('{address}/f')"><h1>The column</h1>
<img src="{address}/g.png"><iframe src="{address}/h"></iframe><object data="{address}/i"></object>
<video poster="{address}/j" src="{address}/k"></video>
<p>It left at dawn<sup><a href="#cite_note-1">[1]</a></sup>,\0 it <b>is</b> said.</p>
<table><tr><th>a<td>b<tr><td colspan=2>c</table><ul><li>d<ol start=3><li>e</ol></ul>
<ol class="references"><li id="cite_note-1">Writer, <i>Book</i>, 1949.</li></ol></body></html>
""".encode()


def read(folder: Path, body: str, encoding: str = "utf-8") -> ReadDocument:
    path = folder / "a.html"
    path.write_bytes(body.encode(encoding))
    document = read_document(path)
    assert_sound(document)
    return document


def shapes(document: ReadDocument) -> list[tuple[BlockKind, int, str]]:
    return [
        (block.kind, block.level, document.text[block.start : block.end])
        for block in document.blocks
    ]


def marked(document: ReadDocument) -> list[tuple[MarkKind, str, str]]:
    return [
        (mark.kind, document.text[mark.start : mark.end], mark.value) for mark in document.marks
    ]


def attributes(document: ReadDocument, *names: str) -> list[tuple[Any, ...]]:
    return [
        tuple(block.attributes.get(name) for name in names)
        for block in document.blocks
        if block.attributes
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>  a \n\t b  </p>\n<p>c</p>", "a b\n\nc"),
        ("<p>a<b> b </b>c</p>", "a b c"),
        ("<p>a <i> b</i></p>", "a b"),
        ("a<span></span> <span> </span>b", "a b"),
        ("<p>a&nbsp; b</p>", "a\u00a0 b"),
        ("a<br>b<br/> c", "a\nb\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<pre>\n a\n\n  b\n</pre>c", " a\n\n  b\n\nc"),
        ("<ul><li>a</li><li>b<ul><li>c</ul></ul>d", "a\nb\nc\n\nd"),
        ("<table><tr><td>a</td><td><p>b</p></td></tr><tr><td>c</table>d", "a\tb\nc\n\nd"),
        ("<table><tr><td>a<td><tr><td><p>b</table><p>c", "a\nb\n\nc"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢(かん)"),
        ("a<wbr>b &lt;c&gt; &amp;amp; &#x2028;d &#xFFFE;", "ab <c> &amp; d \ufffd"),
        ("<p>👩‍🚀 e\u0301</p>", "👩‍🚀 e\u0301"),
    ],
)
def test_white_space_is_that_of_a_browser(tmp_path: Path, body: str, text: str) -> None:
    assert read(tmp_path, body).text == text


@pytest.mark.parametrize(
    "body",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<!-- x -->",
        "<title>x</title>",
        "<iframe>x</iframe>",
        "<svg><title>x</title><desc>x</desc></svg>",
        "<p hidden>x</p>",
        '<p style="color:red; DISPLAY : none">x</p>',
    ],
)
def test_what_a_browser_does_not_show_is_left_out(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, f"<p>a</p>{body}<p>b</p>").text == "a\n\nb"


def test_hidden_text_that_is_left_out_is_a_warning(tmp_path: Path) -> None:
    document = read(tmp_path, "<p>a</p><p hidden>b</p><p hidden></p>")
    assert document.warnings == ("What the page hides was left out of a.html (1 passage).",)


def test_headings_are_the_outline(tmp_path: Path) -> None:
    document = read(tmp_path, "<h1>A <i>b</i></h1><p>c</p><h3>d</h3>")
    assert [(each.title, each.level, each.start) for each in document.outline] == [
        ("A b", 1, 0),
        ("d", 3, 8),
    ]


def test_lists_are_numbered_as_a_browser_numbers_them(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "<ol start=4><li>a<li value=9>b<p>c</p><li>d</ol><ol reversed start=2><li>e<li>f</ol>"
        "<ul><li>g<ol><li>h</ol>i</ul>",
    )
    assert attributes(document, "ordered", "number", "continued") == [
        (True, 4, None),
        (True, 9, None),
        (True, 9, True),
        (True, 10, None),
        (True, 2, None),
        (True, 1, None),
        (False, None, None),
        (True, 1, None),
        (False, None, True),
    ]
    assert [block.level for block in document.blocks] == [0, 0, 0, 0, 0, 0, 0, 1, 0]


def test_lists_in_letters_and_roman_numbers_keep_their_labels(tmp_path: Path) -> None:
    document = read(tmp_path, "<ol type=a start=2><li>x<ol type=I><li value=4>y</ol></ol>")
    assert attributes(document, "number", "label") == [(2, "b."), (4, "IV.")]


def test_cells_know_their_place_in_a_table_with_spans(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d</table><table><tr><td>e</table>",
    )
    assert attributes(document, "table", "row", "column", "row_span", "column_span", "header") == [
        (0, 0, 0, 2, 1, True),
        (0, 0, 1, 1, 2, True),
        (0, 1, 1, 1, 1, False),
        (0, 1, 2, 1, 1, False),
        (1, 0, 0, 1, 1, False),
    ]


def test_a_list_in_a_cell_is_lines_of_the_cell(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "<table><tr><th>Parts<td><ul><li>one<li>two</ul><p>three</p><tr><td>a<td>b</table>",
    )
    assert document.text == "Parts\tone\ntwo\nthree\na\tb"
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_CELL}


def test_a_table_that_lays_out_a_page_has_no_cells(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "<table><tr><td>menu<td><h1>Title</h1><p>text<table><tr><td>x<td>y</table></table>",
    )
    assert shapes(document) == [
        (BlockKind.PARAGRAPH, 0, "menu"),
        (BlockKind.HEADING, 1, "Title"),
        (BlockKind.PARAGRAPH, 0, "text"),
        (BlockKind.TABLE_CELL, 0, "x"),
        (BlockKind.TABLE_CELL, 0, "y"),
    ]


def test_quotations_know_how_deep_they_are(tmp_path: Path) -> None:
    document = read(tmp_path, "<blockquote>a<blockquote><p>b</blockquote>c</blockquote>d")
    assert shapes(document) == [
        (BlockKind.QUOTATION, 0, "a"),
        (BlockKind.QUOTATION, 1, "b"),
        (BlockKind.QUOTATION, 0, "c"),
        (BlockKind.PARAGRAPH, 0, "d"),
    ]


def test_a_marker_leads_to_its_reference_entry_and_back(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        '<p>So.<sup id="cite_ref-23"><a href="#cite_note-23">[23]</a></sup> <b id="no">x</b></p>'
        '<ol class="references"><li id="cite_note-22"><p>One</p><p>two</p></li>'
        '<li id="cite_note-23"><a href="#cite_ref-23">^</a> Writer, <i>Book</i>.</li></ol><p>y</p>',
    )
    assert document.text == "So.[23] x\n\nOne\ntwo\n^ Writer, Book.\n\ny"
    assert shapes(document)[1:] == [
        (BlockKind.REFERENCE_ENTRY, 0, "One\ntwo"),
        (BlockKind.REFERENCE_ENTRY, 0, "^ Writer, Book."),
        (BlockKind.PARAGRAPH, 0, "y"),
    ]
    assert attributes(document, "number") == [(1,), (2,)]
    assert (MarkKind.LINK, "[23]", "#cite_note-23") in marked(document)
    assert (MarkKind.ANCHOR, "^ Writer, Book.", "cite_note-23") in marked(document)
    assert (MarkKind.ANCHOR, "[23]", "cite_ref-23") in marked(document)
    assert not [value for _, _, value in marked(document) if value == "no"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<section role="doc-endnotes"><ol><li>a</li></ol></section>', BlockKind.REFERENCE_ENTRY),
        ('<div class="x reflist"><ol><li>a</ol></div>', BlockKind.REFERENCE_ENTRY),
        ('<p role="doc-biblioentry">a</p>', BlockKind.REFERENCE_ENTRY),
        ('<div class="footnotes"><ol><li>a</ol></div>', BlockKind.FOOTNOTE),
        ('<aside role="doc-footnote"><p>a</p></aside>', BlockKind.FOOTNOTE),
    ],
)
def test_notes_and_references_are_known_by_their_markup(
    tmp_path: Path, body: str, kind: BlockKind
) -> None:
    assert shapes(read(tmp_path, body)) == [(kind, 0, "a")]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("http://x.example/a?b#c", "http://x.example/a?b#c"),
        ("mailto:a@x.example", "mailto:a@x.example"),
        ("/b", "https://site.example/b"),
        ("#caf%C3%A9", "#café"),
        ("https://site.example/page#café", "#café"),
        ("#nowhere", "#nowhere"),
    ],
)
def test_links_lead_where_a_browser_would_go(tmp_path: Path, href: str, target: str) -> None:
    document = read(
        tmp_path,
        '<link rel=canonical href="https://site.example/page">'
        f'<a href="{href}">go</a><p id="café">here</p>',
    )
    assert (MarkKind.LINK, "go", target) in marked(document)


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", " java\nscript:x", "file:///etc/passwd", "data:x", "smb://x/y"]
)
def test_a_link_that_could_do_harm_is_only_text(tmp_path: Path, href: str) -> None:
    assert marked(read(tmp_path, f'<a href="{href}">go</a>')) == []


def test_an_anchor_on_nothing_stands_before_what_follows(tmp_path: Path) -> None:
    document = read(tmp_path, '<a href="#x">go</a><p>one</p><a name="x"></a><p>two</p>')
    (anchor,) = [mark for mark in document.marks if mark.kind is MarkKind.ANCHOR]
    assert (anchor.start, anchor.end) == (document.text.index("two"),) * 2


def test_a_formula_reads_as_it_is_written(tmp_path: Path) -> None:
    body = '<p>is <img class="mwe-math-fallback-image-inline" alt="x^2"> <img alt="photo"></p>'
    assert read(tmp_path, body).text == "is x^2"


@pytest.mark.parametrize(
    ("head", "encoding", "said"),
    [
        ('<meta charset="windows-1251">', "cp1251", "Windows-1251"),
        ('<meta http-equiv=Content-Type content="text/html; charset=koi8-r">', "koi8-r", "KOI8-R"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", "Windows-1251"),
        ('<meta charset="windows-1251">', "utf-8", "UTF-8"),
        ('<meta charset="utf-16">', "utf-8", "UTF-8"),
        ("", "utf-16", "UTF-16-LE"),
        ('<meta charset="utf-8">', "cp1251", "Windows-1251"),
        ('<meta charset="rot13">', "utf-8", "UTF-8"),
    ],
)
def test_an_encoding_is_believed_unless_the_bytes_contradict_it(
    tmp_path: Path, head: str, encoding: str, said: str
) -> None:
    text = "Свидетели видели колонну на северной дороге; её вели солдаты. " * 5
    document = read(tmp_path, f"{head}<p>{text}</p>", encoding)
    assert document.text == text.strip()
    assert document.metadata.further["encoding"] == said


def test_a_page_says_who_wrote_it_when_and_where(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        """<html lang="fr_CA" dir="LTR"><head><title> The
        column </title><meta name="author" content="A. One"><meta name="author" content="B. Two">
        <meta property="article:published_time" content="2024-03-01T10:00:00Z">
        <link rel="canonical" href="https://site.example/a"><link rel=license href="http://cc/by">
        <meta property="og:site_name" content="The Site"></head><body>x""",
    )
    about = document.metadata
    assert (about.title, about.author) == ("The column", "A. One; B. Two")
    assert (about.date, about.language) == ("2024-03-01T10:00:00Z", "fr-CA")
    assert (about.source, about.rights) == ("https://site.example/a", "http://cc/by")
    assert (about.direction, about.further["publisher"]) == ("ltr", "The Site")


def test_what_publishers_write_for_machines_is_read(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        """<!-- saved from url=(0025)https://site.example/b -->
        <script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"],
        "datePublished": "2023-09-24", "author": [{"name": "C. Three"}]}]}</script>
        <script type="application/ld+json">[[[[ broken</script><h1>Title</h1>""",
    )
    about = document.metadata
    assert (about.title, about.author, about.date) == ("Title", "C. Three", "2023-09-24")
    assert about.source == "https://site.example/b"


def test_a_page_of_a_right_to_left_language_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>تقرير الشهود</p>").metadata.direction == "rtl"
    assert read(tmp_path, '<html dir="rtl"><p>x</p>').metadata.direction == "rtl"


def test_a_page_without_text_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read(tmp_path, "<html><body><img src=x></body>")


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>" * 60 + "deep",
        "<a href=x>" * 50_000 + "deep",
        "<b>" * 20_000 + "deep",
        "<ul><li>" * 2_000 + "deep",
        "<blockquote>" * 2_000 + "deep",
        "<table><tr>" + "<td rowspan=999999 colspan=999999>deep" * 200,
    ],
)
def test_depth_breaks_nothing(tmp_path: Path, body: str, child: Child) -> None:
    path = tmp_path / "a.html"
    path.write_text(body)
    document: ReadDocument = child.run(read_document, path)
    assert "deep" in document.text
    assert_sound(document)


def test_what_a_page_says_of_its_sources_is_kept_beside_them(tmp_path: Path) -> None:
    page = (
        '<p>One.<sup><a href="#n1">[1]</a></sup></p><ol class="references"><li id="n1">'
        '<cite class="citation news cs1"><a href="https://example.org/n">"News"</a>.</cite>'
        '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.atitle=The+News">'
        '<span style="display:none">&nbsp;</span></span></li></ol><p>After.</p>'
    )
    document = read(tmp_path, page)
    said = [mark for mark in document.marks if mark.kind is MarkKind.CITE]
    assert [mark.value for mark in said] == [
        "cite.class=citation+news+cs1",
        "ctx_ver=Z39.88-2004&rft.atitle=The+News",
    ]
    (entry,) = [block for block in document.blocks if block.kind is BlockKind.REFERENCE_ENTRY]
    assert all(entry.start <= mark.start <= mark.end <= entry.end for mark in said)
    assert document.text == 'One.[1]\n\n"News".\n\nAfter.'
