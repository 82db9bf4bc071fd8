"""Transcripts with times (SubRip and WebVTT): each cue is a paragraph under its times, and a page.

A cue's page has as its label the second at which it begins, so that an excerpt says when its words
were spoken. Line breaks inside a cue stay; what styles the picture (colours, places on the screen)
is left out.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archivist.domain.counting import count
from archivist.domain.reading import Metadata, ReadDocument
from archivist.domain.text import clean, direction_of
from archivist.domain.vocabulary import BlockKind, MarkKind
from archivist.readers import charset
from archivist.readers.build import Builder, OpenMark, Shape
from archivist.readers.formats import all_bytes
from archivist.readers.labelled import labelled_pages
from archivist.readers.text import doubts, nothing_in, said
from archivist.readers.versions import version

_TIME = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[,.](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-{{1,2}}>[ \t]*{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"<(/?)([A-Za-z0-9:]+)((?:\.[^\s<>.]+)*)(?:[ \t\n]([^<>]*))?>|\{\\[^{}\n]*\}")
_MARKS = {
    "b": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "u": MarkKind.UNDERLINE,
    "s": MarkKind.STRIKETHROUGH,
}
_UNSEEN = ("STYLE", "REGION")  # blocks of WebVTT that describe the screen
_HEADER = re.compile(r"(Kind|Language|Title|Author|Date)[ \t]*:[ \t]*(.+)", re.I)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-\w{1,8})*")


@dataclass(slots=True)
class _Cue:
    """Words and when they are spoken; `times` is empty for a note between cues."""

    times: str
    lines: list[str]


def read(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadDocument:
    """Reads a transcript; a password is never needed."""
    decoded = charset.decode(all_bytes(path), path.name)
    lines = clean(decoded.text).lstrip("\ufeff").split("\n")
    is_vtt = lines[0].startswith("WEBVTT")
    cues, metadata = _web(lines) if is_vtt else (_numbered(lines), Metadata())
    spoken = sum(1 for cue in cues if cue.times)
    if not spoken:
        raise nothing_in(path)
    builder = Builder()
    labels: list[tuple[int, str]] = []
    for cue in cues:
        _write(cue, builder)
        if cue.times:
            labels.append((builder.blocks[-1].start, cue.times.partition(".")[0]))
    text, blocks, marks = builder.finish()
    if progress is not None:
        progress(1, 1)
    warnings = [*doubts(path, decoded)]
    loose = 0 if is_vtt else len(cues) - spoken
    if loose:
        passages = count(loose, "passage")
        warnings.append(f"{path.name} has {passages} without times, taken as written.")
    return ReadDocument(
        format="vtt" if is_vtt else "srt",
        reader=f"subtitles (charset-normalizer {version('charset-normalizer')})",
        text=text,
        pages=labelled_pages(labels, len(text)),
        blocks=blocks,
        marks=marks,
        metadata=replace(
            metadata,
            direction=direction_of(text),
            further={**metadata.further, "encoding": said(decoded.encoding)},
        ),
        warnings=tuple(warnings),
    )


def _numbered(lines: list[str]) -> list[_Cue]:
    """Gives the cues of SubRip: a number, a line of times, the words up to a blank line.

    Blank lines inside the words do not end a cue: only the next times do.
    """
    cues: list[_Cue] = []
    for line in lines:
        times = _TIMES.fullmatch(line)
        if times is None:
            if not cues:
                cues.append(_Cue("", []))
            cues[-1].lines.append(line)
            continue
        if cues:
            _drop_number(cues[-1].lines)
        cues.append(_Cue(_readable(times), []))
    return [cue for cue in cues if cue.times or any(line.strip() for line in cue.lines)]


def _drop_number(lines: list[str]) -> None:
    """Takes the number of the cue that follows off the end of the words before it."""
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and lines[-1].strip().isdecimal() and (len(lines) == 1 or not lines[-2].strip()):
        lines.pop()


def _web(lines: list[str]) -> tuple[list[_Cue], Metadata]:
    """Gives the cues and notes of WebVTT, and what its header says."""
    cues: list[_Cue] = []
    head, *blocks = _blocks(lines)
    found = (_HEADER.fullmatch(line.strip()) for line in head[1:])
    header = {match[1].lower(): match[2].strip() for match in found if match}
    title = head[0].removeprefix("WEBVTT").strip(" \t-–—:")
    language = header.get("language", "")
    for block in blocks:
        at = next((index for index, line in enumerate(block[:2]) if "-->" in line), None)
        times = _TIMES.fullmatch(block[at]) if at is not None else None
        if at is not None and times is not None:
            cues.append(_Cue(_readable(times), block[at + 1 :]))
        elif block[0].startswith("NOTE"):
            cues.append(_Cue("", [block[0][4:].strip(), *block[1:]]))
        elif not block[0].startswith(_UNSEEN):
            cues.append(_Cue("", block))
    metadata = Metadata(
        title=header.get("title", "") or title,
        author=header.get("author", ""),
        date=header.get("date", ""),
        language=language if _LANGUAGE.fullmatch(language) else "",
        further={"kind": header["kind"]} if "kind" in header else {},
    )
    return cues, metadata


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Gives the runs of lines between blank ones."""
    run: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            run.append(line)
        elif run:
            yield run
            run = []


def _readable(times: re.Match[str]) -> str:
    """Gives the times of a cue, to the millisecond."""
    parts = times.groups()
    return f"{_clock(parts[:4])} – {_clock(parts[4:])}"


def _clock(parts: tuple[str | None, ...]) -> str:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return f"{int(hours):02}:{int(minutes):02}:{int(seconds):02}.{fraction:0<3}"


def _write(cue: _Cue, builder: Builder) -> None:
    shape = Shape(BlockKind.PARAGRAPH if cue.times else BlockKind.QUOTATION)
    builder.separate("\n\n", fixed=True)
    if cue.times:
        mark = builder.open_mark(MarkKind.CODE)
        builder.write(cue.times, shape)
        builder.close_mark(mark)
    lines = [line.strip() for line in cue.lines]
    words = "\n".join(line for line in lines if line)
    around: list[tuple[str, OpenMark]] = []
    if words:
        builder.break_line()
        done = 0
        for match in _TAG.finditer(words):
            _write_lines(words[done : match.start()], builder, shape)
            _tag(match, around, builder, shape)
            done = match.end()
        _write_lines(words[done:], builder, shape)
    while around:
        builder.close_mark(around.pop()[1])
    builder.end_block()


def _write_lines(words: str, builder: Builder, shape: Shape) -> None:
    first, *others = html.unescape(words).split("\n")
    builder.write(first, shape)
    for line in others:
        builder.break_line()
        builder.write(line, shape)


def _tag(
    match: re.Match[str], around: list[tuple[str, OpenMark]], builder: Builder, shape: Shape
) -> None:
    """Follows a tag: a mark begins or ends, or a speaker is named."""
    name = (match[2] or "").lower()
    if match[1]:
        if any(each == name for each, _ in around):
            while True:
                tag, mark = around.pop()
                builder.close_mark(mark)
                if tag == name:
                    return
    elif name in _MARKS:
        around.append((name, builder.open_mark(_MARKS[name])))
    elif name == "v" and match[4]:
        mark = builder.open_mark(MarkKind.BOLD)
        builder.write(f"{html.unescape(match[4])}:", shape)
        builder.close_mark(mark)
        builder.write(" ", shape)
