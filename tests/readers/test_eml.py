"""E-mail messages: who wrote what to whom, the best body, and what is attached."""

from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.contract import ReaderContract, assert_sound

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers import read_document
from archivist.readers.mime import header_text, parse

MIXED = """\
From: =?utf-8?Q?Ana_Mar=C3=ADa?= <ana@example.org>
To: "Doe, John" <john@example.org>
To: press@example.org
Subject: Re: =?utf-8?B?w5Y=?=
 =?utf-8?B?bMO8bQ==?= of 1915
Date: Mon, 25 Sep 2023 10:00:00 +0000
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

ignored
--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The witness was in Orl=E9ans, and=
 nobody else was.

> She wrote before:
>> and earlier still
I answer.
--inner
Content-Type: text/html

<p>The witness was <b>there</b>.</p>
--inner--
--outer
Content-Type: image/png; name="../../evil.png"
Content-Transfer-Encoding: base64

{png}
--outer
Content-Disposition: attachment; filename*0*=utf-8''na%C3%AFve%20; filename*1="list.csv"

a,b
--outer--
"""


class TestEml(ReaderContract):
    suffix = ".eml"

    def sample(self, address: str) -> bytes:
        return (
            "From: a@example.org\nMessage-ID: <1@x>\nSubject: See\nContent-Type: text/html\n\n"
            f'<h1>Title</h1><p>One <img src="{address}/a.png"><a href="{address}">two</a>'
            f'<link rel=stylesheet href="{address}/b.css"></p><table><tr><td>c<td>d</table>'
        ).encode()


def read(path: Path, data: str | bytes) -> ReadDocument:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    document = read_document(path)
    assert_sound(document)
    return document


@pytest.fixture
def mixed(tmp_path: Path) -> ReadDocument:
    return read(tmp_path / "a.eml", MIXED.replace("{png}", b64encode(b"\x89PNG\r\n").decode()))


def test_headers_are_metadata_and_stand_above_the_text(mixed: ReadDocument) -> None:
    metadata = mixed.metadata
    assert metadata.title == "Re: Ölüm of 1915"
    assert metadata.author == "Ana María"
    assert metadata.date == "Mon, 25 Sep 2023 10:00:00 +0000"
    assert metadata.further["message-id"] == "<1@example.org>"
    assert mixed.text.startswith(
        "Re: Ölüm of 1915\n"
        "From: Ana María <ana@example.org>\n"
        'To: "Doe, John" <john@example.org>, press@example.org\n'
        "Date: Mon, 25 Sep 2023 10:00:00 +0000\n"
        "Attachments: evil.png; naïve list.csv\n\n"
        "The witness"
    )
    bold = [mixed.text[m.start : m.end] for m in mixed.marks if m.kind is MarkKind.BOLD]
    assert bold == ["From:", "To:", "Date:", "Attachments:"]
    assert [entry.title for entry in mixed.outline] == ["Re: Ölüm of 1915"]


def test_plain_text_is_taken_before_html_and_keeps_its_lines(mixed: ReadDocument) -> None:
    assert mixed.text.endswith(
        "The witness was in Orléans, and nobody else was.\n\n"
        "> She wrote before:\n>> and earlier still\nI answer."
    )


def test_what_a_message_quotes_is_a_quotation(mixed: ReadDocument) -> None:
    shapes = [
        (block.kind, block.level, mixed.text[block.start : block.end]) for block in mixed.blocks
    ]
    assert shapes[-3:] == [
        (BlockKind.QUOTATION, 0, "> She wrote before:"),
        (BlockKind.QUOTATION, 1, ">> and earlier still"),
        (BlockKind.PARAGRAPH, 0, "I answer."),
    ]


def test_attachments_are_handed_on_by_a_name_that_is_no_path(mixed: ReadDocument) -> None:
    assert [(each.name, each.media_type, each.content) for each in mixed.attachments] == [
        ("evil.png", "image/png", b"\x89PNG\r\n"),
        ("naïve list.csv", "text/plain", b"a,b"),
    ]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/passwd", "passwd"),
        (r"C:\Windows\evil.exe", "evil.exe"),
        ("..", "attachment 1.bin"),
        ("a\x00b\x1b[2J.txt", "ab[2J.txt"),
        ("x" * 500 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_no_name_of_an_attachment_is_more_than_a_name(tmp_path: Path, name: str, kept: str) -> None:
    document = read(
        tmp_path / "a.eml",
        "Subject: x\nMIME-Version: 1.0\nContent-Type: application/octet-stream\n"
        f'Content-Disposition: attachment; filename="{name.replace(chr(92), chr(92) * 2)}"\n\nx',
    )
    (attachment,) = document.attachments
    assert attachment.name.replace("\ufffd", "") == kept


def test_html_is_read_where_the_plain_text_only_points_at_it(tmp_path: Path) -> None:
    document = read(
        tmp_path / "a.eml",
        "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
        "--b\n\nYour program shows no HTML.\n"
        f"--b\nContent-Type: text/html\n\n<h2>News</h2><p>{'Long news. ' * 40}</p>\n--b--\n",
    )
    assert document.text.startswith("News\n\nLong news.")
    assert document.blocks[0].kind is BlockKind.HEADING


def test_pictures_beside_html_are_attached_and_a_forwarded_message_too(tmp_path: Path) -> None:
    document = read(
        tmp_path / "a.eml",
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\n"
        "Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n"
        "<p>Look <img src='cid:1'>\n--r\nContent-Type: image/gif\nContent-ID: <1>\n\nGIF8\n--r--\n"
        "--m\nContent-Type: message/rfc822\n\nSubject: Before\n\nOld text\n--m--\n",
    )
    assert [each.name for each in document.attachments] == ["attachment 1.gif", "Before.eml"]
    assert "Old text" not in document.text
    assert document.attachments[1].content == b"Subject: Before\n\nOld text"


def test_text_in_several_parts_is_read_in_their_order(tmp_path: Path) -> None:
    document = read(
        tmp_path / "a.eml",
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\nOne\n"
        "--m\nContent-Type: text/html\n\n<table><tr><td>1<td>2</table>\n"
        "--m\nContent-Type: text/html\n\n<table><tr><td>3</table>\n--m\n\nFour\n--m--",
    )
    assert document.text == "One\n\n1\t2\n\n3\n\nFour"
    cells = [block for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert [cell.attributes["table"] for cell in cells] == [0, 0, 1]


def test_a_body_that_is_no_text_is_attached(tmp_path: Path) -> None:
    data = b"Subject: x\nMIME-Version: 1.0\n\n" + b"\0\xff\1" * 400
    document = read(tmp_path / "a.eml", data)
    assert document.text == "x\nAttachments: attachment 1.txt"
    assert len(document.attachments[0].content) == 1200


def test_a_header_of_absurd_length_is_cut_and_said_to_be(tmp_path: Path) -> None:
    document = read(tmp_path / "a.eml", f"MIME-Version: 1.0\nSubject: {'x' * 3000}\n\ntext")
    assert document.warnings == (
        "The subject of a.eml has 3,000 characters; the first 2,000 are shown.",
    )


def test_parts_without_end_or_number_end_in_a_document_or_an_error(tmp_path: Path) -> None:
    deep = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(900)
    )
    with pytest.raises(UnreadableFileError, match="those furthest in were not read"):
        read(tmp_path / "a.eml", f"{deep}\ninnermost")
    many = "--b\n\nx\n" * 5000
    document = read(
        tmp_path / "a.eml",
        f"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{many}",
    )
    assert document.text.count("x") < 5000
    assert "were not read" in document.warnings[0]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"=?iso-8859-1?q?a?= =?iso-8859-1?q?b?=", "ab"),
        (b"=?utf-8?b?w4Q=?= and =?utf-8?q?=C3=84?=", "Ä and Ä"),
        (b"=?utf-8?q?=C3?= =?utf-8?q?=84?=", "Ä"),
        (b"=?koi8-r?B?98XSwQ==?=", "Вера"),
        (b"=?x-none?q?=E9?=", "é"),
        (b"plain =?utf-8?q?broken", "plain =?utf-8?q?broken"),
        ("Zoë".encode(), "Zoë"),
        ("Zoë".encode("latin-1"), "Zoë"),
        (b"a\r\n\t b\x00", "a b\ufffd"),
    ],
)
def test_headers_are_decoded(raw: bytes, text: str) -> None:
    assert header_text(raw) == text


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_they_can_be_taken_apart(data: bytes) -> None:
    head = b'Content-Type: multipart/mixed; boundary="b"\nContent-Transfer-Encoding: base64\n'
    message = parse(head + data)
    for part in (message.root, *message.root.parts):
        assert 0 <= part.start <= part.end <= len(message.data)
        assert isinstance(message.content(part), bytes)
        assert "\n" not in part.header("subject")


@pytest.mark.parametrize("encoding", ["x-uuencode", "base64", "quoted-printable", "8bit", "odd"])
def test_transfer_encodings_are_undone(encoding: str) -> None:
    body = {
        "x-uuencode": b"begin 644 x\n%:&5L;&\\\n`\nend\n",
        "base64": b"aGV\n!sbG8",
        "quoted-printable": b"he=6C=\nlo",
    }.get(encoding, b"hello")
    message = parse(b"Content-Transfer-Encoding: " + encoding.encode() + b"\n\n" + body)
    assert message.content(message.root) == b"hello"
