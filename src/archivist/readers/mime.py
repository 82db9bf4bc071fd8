"""Internet messages taken apart (RFC 5322, MIME), without recursion and within bounds.

What is malformed is read as mail programs read it: a missing boundary ends with what is around it,
a line that is no header begins the body, a broken encoding gives what of it can be decoded.
"""

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from archivist.domain.text import clean
from archivist.readers import charset

_DEPTH = 50  # parts inside parts
_PARTS = 2_000  # of one message
_HEADERS = 2_000  # of one part
_STRUCTURED = 8_192  # characters of a header that are searched for parameters
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]?")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_PARAMETER = re.compile(r""";\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)""", re.S)
_SECTION = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_TYPE = re.compile(r"([\w!#$&^.+-]{1,100})/([\w!#$&^.+-]{1,100})")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(slots=True)
class Part:
    """A message or one of its parts: its headers, where its body stands, and the parts in it.

    Names of headers and parameters are in lower case; `kind` is the media type.
    """

    headers: list[tuple[str, bytes]]
    start: int
    end: int
    kind: str = "text/plain"
    parameters: Mapping[str, str] = field(default_factory=dict)
    disposition: str = ""
    file_name: str = ""
    parts: list["Part"] = field(default_factory=list)

    def raw(self, name: str) -> bytes:
        """Gives the first header of a name as it stands, empty if there is none."""
        return next((value for each, value in self.headers if each == name), b"")

    def header(self, name: str) -> str:
        """Gives the headers of a name, decoded, on one line, as if they were one list."""
        declared = self.parameters.get("charset", "")
        return ", ".join(header_text(raw, declared) for each, raw in self.headers if each == name)


@dataclass(frozen=True, slots=True)
class Message:
    """A message taken apart; `left_out` says whether it has more or deeper parts than are read."""

    data: bytes
    root: Part
    left_out: bool = False

    def content(self, part: Part) -> bytes:
        """Gives a part's content without its transfer encoding."""
        encoding = part.header("content-transfer-encoding").lower().partition(" ")[0]
        return _decoded(self.data[part.start : part.end], encoding)


def parse(data: bytes) -> Message:
    """Takes a message apart; whatever the bytes are, they are a message of some kind."""
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    root = _part(data, 0, len(data))
    waiting = [(root, 0)]
    count = 1
    left_out = False
    while waiting:
        part, depth = waiting.pop()
        boundary = part.parameters.get("boundary", "").rstrip()
        if not part.kind.startswith("multipart/") or not boundary:
            continue
        if depth >= _DEPTH:
            left_out = True
            part.end = part.start
            continue
        kind = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
        for start, end in _between(data, part, boundary):
            if count >= _PARTS:
                left_out = True
                break
            part.parts.append(_part(data, start, end, kind))
            count += 1
        waiting += [(each, depth + 1) for each in part.parts]
    return Message(data, root, left_out)


def header_text(raw: bytes, declared: str = "") -> str:
    """Decodes a header's value: its encoded words (RFC 2047), else its bytes; one clean line."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode(charset.codec_named(declared) or "cp1252", "replace")
    return " ".join(clean(_words(text)).split())


def _words(text: str) -> str:
    """Decodes encoded words; white space between two of them is none (RFC 2047, section 6.2)."""
    parts: list[str] = []
    waiting = bytearray()  # a character may begin in one word and end in the next
    codec = ""
    done = 0

    def flush() -> None:
        parts.append(waiting.decode(codec or "ascii", "replace"))
        waiting.clear()

    for match in _WORD.finditer(text):
        between = text[done : match.start()]
        label = match[1].partition("*")[0]  # RFC 2231 adds a language
        following = charset.codec_named(label) or "cp1252"
        if between.strip() or not done:
            flush()
            parts.append(between)
        elif following != codec:
            flush()
        codec = following
        if match[2] in "bB":
            waiting += _base64(match[3].encode("utf-8"))
        else:
            quoted = match[3].replace("_", " ").encode("utf-8")
            waiting += binascii.a2b_qp(quoted, header=True)
        done = match.end()
    flush()
    return "".join([*parts, text[done:]])


def _part(data: bytes, start: int, end: int, kind: str = "text/plain") -> Part:
    headers, body = _headers(data, start, end)
    part = Part(headers, min(body, end), end, kind)
    value, parameters = _structured(part.raw("content-type"))
    found = _TYPE.match(value)
    if found:
        part.kind = found[0].lower()
    elif value:
        part.kind = "text/plain"  # as RFC 2045 has it for a type that makes no sense
    part.parameters = parameters
    disposition, more = _structured(part.raw("content-disposition"))
    part.disposition = disposition.lower()
    part.file_name = " ".join(clean(more.get("filename") or parameters.get("name", "")).split())
    return part


def _headers(data: bytes, start: int, end: int) -> tuple[list[tuple[str, bytes]], int]:
    """Gives the headers at a place, unfolded, and where the body begins."""
    found: list[tuple[str, list[bytes]]] = []
    place = start
    while place < end:
        line_end = data.find(b"\n", place, end)
        following = end if line_end < 0 else line_end + 1
        line = data[place:following].rstrip(b"\r\n")
        if not line.strip():
            place = following
            break
        if line[:1] in b" \t" and found:
            found[-1][1].append(line)
        else:
            match = _FIELD.match(line)
            if match is None and not (place == start and line.startswith((b"From ", b">From "))):
                break
            if match is not None and len(found) < _HEADERS:
                found.append((match[1].decode("ascii").lower(), [line[match.end() :]]))
        place = following
    return [(name, b" ".join(lines)) for name, lines in found], place


def _between(data: bytes, part: Part, boundary: str) -> Iterator[tuple[int, int]]:
    """Gives where the parts of a multipart stand."""
    mark = b"--" + re.escape(boundary.encode("utf-8", "replace"))
    line = re.compile(rb"^" + mark + rb"(--)?[ \t]*(?:\r?\n|\r?\Z)", re.M)
    begun = -1
    for match in line.finditer(data, part.start, part.end):
        if begun >= 0:
            yield begun, max(begun, _before_line_end(data, match.start()))
        begun = -1 if match[1] else match.end()
        if match[1]:
            return
    if begun >= 0:
        yield begun, part.end


def _before_line_end(data: bytes, place: int) -> int:
    """Gives where a line ends whose successor begins at a place: that end is the boundary's."""
    if data[place - 1 : place] == b"\n":
        place -= 1
    return place - 1 if data[place - 1 : place] == b"\r" else place


def _structured(raw: bytes) -> tuple[str, dict[str, str]]:
    """Gives a header's value and its parameters (RFC 2045, 2231)."""
    text = raw[:_STRUCTURED].decode("utf-8", "replace")
    value = text.partition(";")[0].strip()
    sections: dict[str, dict[int, tuple[str, bool]]] = {}
    for match in _PARAMETER.finditer(text):
        given = match[2].strip()
        if given.startswith('"'):
            given = re.sub(r"\\(.)", r"\1", given[1:-1] if given[1:].endswith('"') else given[1:])
        name = _SECTION.fullmatch(match[1].lower())
        if name is not None:
            number = int(name[2] or 0)
            sections.setdefault(name[1], {}).setdefault(number, (given, bool(name[3])))
    return value, {name: _joined(found) for name, found in sections.items()}


def _joined(sections: Mapping[int, tuple[str, bool]]) -> str:
    """Puts a parameter together that may stand in sections and in a character set of its own."""
    first, is_extended = sections[min(sections)]
    if not any(extended for _, extended in sections.values()):
        return _words("".join(value for _, (value, _) in sorted(sections.items())))
    codec = "utf-8"
    if is_extended and first.count("'") >= 2:
        codec = charset.codec_named(first.split("'", 2)[0]) or "utf-8"
    data = bytearray()
    for number, (value, extended) in sorted(sections.items()):
        if number == min(sections) and is_extended and value.count("'") >= 2:
            data += unquote_to_bytes(value.split("'", 2)[2])
        elif extended:
            data += unquote_to_bytes(value)
        else:
            data += value.encode(codec, "replace")
    return data.decode(codec, "replace")


def _decoded(data: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return _base64(data)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(data)
    if encoding in {"x-uuencode", "uuencode", "x-uue", "uue"}:
        return _uuencoded(data)
    return data


def _base64(data: bytes) -> bytes:
    """Decodes base64 as far as it is whole, whatever stands between its letters."""
    return b"".join(map(_base64_run, data.split(b"=")))


def _base64_run(data: bytes) -> bytes:
    letters = _NOT_BASE64.sub(b"", data)
    letters = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _uuencoded(data: bytes) -> bytes:
    found = bytearray()
    inside = False
    for line in data.splitlines():
        if not inside:
            inside = line.startswith(b"begin ")
        elif line.strip() in {b"end", b"`", b""}:
            break
        else:
            try:
                found += binascii.a2b_uu(line)
            except binascii.Error:
                # Some encoders pad a line too long: take what its first letter counts.
                needed = (((line[0] - 32) & 63) * 4 + 5) // 3
                try:
                    found += binascii.a2b_uu(line[:needed])
                except binascii.Error:
                    continue
    return bytes(found)
