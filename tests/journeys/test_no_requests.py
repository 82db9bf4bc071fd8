"""Nothing is fetched from outside: what documents ask for is never asked of anybody."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.ui.hand import Hand

PAGE = """<!DOCTYPE html>
<html><head><title>A page that asks for things</title>
<base href="ADDRESS/base/">
<link rel="stylesheet" href="ADDRESS/style.css">
<link rel="preload" as="font" href="ADDRESS/font.woff2">
<meta http-equiv="refresh" content="0; url=ADDRESS/refresh">
<style>@import url("ADDRESS/import.css"); body { background: url(ADDRESS/back.png) }</style>
<script src="ADDRESS/script.js"></script>
</head><body onload="fetch('ADDRESS/onload')">
<h1>What came with the page</h1>
<p>Words <img src="ADDRESS/picture.png" srcset="ADDRESS/large.png 2x" alt="a picture"> and more.</p>
<iframe src="ADDRESS/frame.html"></iframe><object data="ADDRESS/object.svg"></object>
<video src="ADDRESS/film.mp4" poster="ADDRESS/poster.png"></video><embed src="ADDRESS/embed.swf">
<svg><use href="ADDRESS/shapes.svg#a"/><image href="ADDRESS/image.png"/></svg>
<form action="ADDRESS/form"><input type="image" src="ADDRESS/input.png"></form>
<p style="background: url(ADDRESS/inline.png)">A <a ping="ADDRESS/ping" href="ADDRESS/a">link</a>.
</p></body></html>
"""
MARKDOWN = """# Notes

![a picture](ADDRESS/picture.png) and <img src="ADDRESS/raw.png"> and [a link](ADDRESS/link).

[reference]: ADDRESS/reference
"""


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A port that keeps whoever knocks waiting, and can be asked whether anybody did."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(64)
        server.settimeout(0)
        yield server


def test_no_document_makes_the_program_ask_anybody_for_anything(
    qtbot: QtBot, tmp_path: Path, listener: socket.socket
) -> None:
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    files = tmp_path / "files"
    files.mkdir()
    for name, words in (("page.html", PAGE), ("notes.md", MARKDOWN)):
        (files / name).write_text(words.replace("ADDRESS", address), encoding="utf-8")
    canvas = Canvas(str(files / "report.pdf"))
    canvas.drawString(72, 700, "A report with a link on all of its page.")
    canvas.linkURL(f"{address}/pdf", (0, 0, 600, 800))
    canvas.save()

    hand = Hand(qtbot)
    hand.window.archives.start(tmp_path / "quiet.archivist")
    hand.import_paths(files)
    archive = hand.window.hub.archive
    documents = archive.documents.all()
    assert len(documents) == 3
    for document in documents:
        hand.window.bench.documents.open(document.id)
        hand.settle()
        qtbot.wait(300)  # pages are drawn, and timers that fetch would have fired
    hand.close()
    with pytest.raises(BlockingIOError):
        listener.accept()


def test_the_listener_of_this_test_does_hear_a_knock(listener: socket.socket) -> None:
    with socket.create_connection(listener.getsockname(), timeout=5):
        knocking, _address = listener.accept()
        knocking.close()
