"""Mailboxes: every message a page, whatever stands between and inside them."""

from itertools import pairwise
from pathlib import Path

import pytest
from tests.readers.contract import ReaderContract, assert_sound

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind
from archivist.readers import read_document

BOX = """\
From ana@example.org Mon Sep 25 10:00:00 2023
From: Ana <ana@example.org>
Subject: First
Date: Mon, 25 Sep 2023 10:00:00 +0000

One.
From here on the road was closed.

>From the north came nobody.

From bob@example.org Tue Sep 26 10:00:00 2023
From: bob@example.org
Date: some day
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b

Two.
--b
Content-Disposition: attachment; filename=list.txt

x
--b--

From nobody Wed Sep 27 10:00:00 2023
Message-ID: <3@x>
Content-Type: text/html

<table><tr><td>a</td><td>b</td></tr></table>
"""


class TestMbox(ReaderContract):
    suffix = ".mbox"

    def sample(self, address: str) -> bytes:
        return f"{BOX}<img src='{address}/x.png'>\n".encode()


def read(path: Path, data: str) -> ReadDocument:
    path.write_bytes(data.encode())
    document = read_document(path)
    assert_sound(document)
    return document


def test_every_message_is_a_page_with_date_and_subject(tmp_path: Path) -> None:
    document = read(tmp_path / "box.mbox", BOX)
    assert [page.label for page in document.pages] == ["2023-09-25 · First", "some day", "3"]
    texts = [document.text[page.start : page.end].strip() for page in document.pages]
    assert texts[0] == (
        "First\nFrom: Ana <ana@example.org>\nDate: Mon, 25 Sep 2023 10:00:00 +0000\n\n"
        "One.\nFrom here on the road was closed.\n\nFrom the north came nobody."
    )
    assert texts[1].endswith("Two.")
    assert texts[2] == "a\tb"
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.metadata.further == {"messages": "3"}


def test_attachments_of_all_messages_are_handed_on(tmp_path: Path) -> None:
    document = read(tmp_path / "box.mbox", BOX)
    assert [(each.name, each.content) for each in document.attachments] == [("list.txt", b"x")]


def test_tables_of_different_messages_are_different_tables(tmp_path: Path) -> None:
    document = read(tmp_path / "box.mbox", BOX + "\n" + BOX[BOX.index("From nobody") :])
    cells = [block for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert [cell.attributes["table"] for cell in cells] == [0, 0, 1, 1]


def test_a_message_without_text_is_told_and_has_no_page(tmp_path: Path) -> None:
    document = read(tmp_path / "box.mbox", "From x@y\nMessage-ID: <1@x>\n\n\n" + BOX)
    assert len(document.pages) == 3
    assert document.warnings[0] == "There is no text in message 1 of box.mbox."


def test_many_warnings_are_summed_up(tmp_path: Path) -> None:
    empty = "From x@y Mon Sep 25 10:00:00 2023\nMessage-ID: <1@x>\n\n\n"
    document = read(tmp_path / "box.mbox", empty * 50 + BOX.replace("filename=list.txt", ""))
    assert len(document.warnings) >= 21
    assert "30 more places of box.mbox are like these." in document.warnings


def test_what_is_no_mailbox_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no message begins in it"):
        read(tmp_path / "a.mbox", "only a text")


def test_pages_lie_side_by_side(tmp_path: Path) -> None:
    document = read(tmp_path / "box.mbox", BOX)
    assert all(document.text[first.end] == "\n" for first, _ in pairwise(document.pages))
