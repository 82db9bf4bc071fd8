"""Transcripts: words with the times at which they were spoken."""

from pathlib import Path

import pytest
from tests.readers.contract import ReaderContract, assert_sound

from archivist.domain.errors import UnreadableFileError
from archivist.domain.reading import ReadDocument
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers import read_document

SRT = """\
1
00:00:06,500 --> 00:00:09,000
We were <i>two hundred</i>
on that day.

2
00:01:02,5 --> 01:00:00,000 X1:10 Y1:20
{\\an8}<font color="#ffffff">1915</font>

and no more

3
00:01:10,000 --> 00:01:11,000
"""

VTT = """\
WEBVTT - Interview 4
Language: en-GB

STYLE
::cue { background: url({address}/x.png) }

NOTE
Transcribed in 1988

intro
00:01.000 --> 00:02.500 align:start
<v.loud Fred Smith>Hello &amp; <b.x>welcome</b></v>

00:03.000 --> 00:04.000
<00:03.500><c>Thank</c> you
"""


class TestSrt(ReaderContract):
    suffix = ".srt"

    def sample(self, address: str) -> bytes:
        return (SRT + f'<img src="{address}">\n').encode()


class TestVtt(ReaderContract):
    suffix = ".vtt"

    def sample(self, address: str) -> bytes:
        return VTT.replace("{address}", address).encode()


def read(path: Path, data: str) -> ReadDocument:
    path.write_bytes(data.encode())
    document = read_document(path)
    assert_sound(document)
    return document


def test_a_cue_is_a_paragraph_under_its_times(tmp_path: Path) -> None:
    document = read(tmp_path / "a.srt", SRT)
    assert document.text == (
        "00:00:06.500 – 00:00:09.000\nWe were two hundred\non that day.\n\n"
        "00:01:02.500 – 01:00:00.000\n1915\nand no more\n\n"
        "00:01:10.000 – 00:01:11.000"
    )
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    marked = [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks]
    assert (MarkKind.CODE, "00:00:06.500 – 00:00:09.000") in marked
    assert (MarkKind.ITALIC, "two hundred") in marked


def test_a_cue_is_a_page_whose_label_says_when(tmp_path: Path) -> None:
    document = read(tmp_path / "a.srt", SRT)
    place = document.text.index("1915")
    (label,) = [page.label for page in document.pages if page.start <= place < page.end]
    assert label == "00:01:02"


def test_words_without_times_stay_and_are_told(tmp_path: Path) -> None:
    document = read(tmp_path / "a.srt", "Told by A.\n\n" + SRT)
    assert document.text.startswith("Told by A.\n\n00:00:06.500")
    assert document.pages[0].start == 0
    assert document.warnings == ("a.srt has 1 passage without times, taken as written.",)


def test_a_web_transcript_names_its_speakers_and_keeps_its_notes(tmp_path: Path) -> None:
    document = read(tmp_path / "a.vtt", VTT)
    assert document.text == (
        "Transcribed in 1988\n\n"
        "00:00:01.000 – 00:00:02.500\nFred Smith: Hello & welcome\n\n"
        "00:00:03.000 – 00:00:04.000\nThank you"
    )
    assert document.blocks[0].kind is BlockKind.QUOTATION
    assert document.metadata.title == "Interview 4"
    assert document.metadata.language == "en-GB"
    bold = [document.text[m.start : m.end] for m in document.marks if m.kind is MarkKind.BOLD]
    assert bold == ["Fred Smith:", "welcome"]


def test_a_transcript_with_no_times_at_all_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"a\.srt"):
        read(tmp_path / "a.srt", "only words")
