"""Bytes to text: which encoding a file is in, by its marks, its bytes, its own word, or a guess.

The order: a byte order mark; UTF-32 and UTF-16 by where their zero bytes stand; valid UTF-8; what
the file itself declares; a statistical guess (charset-normalizer). A label that the bytes
contradict is not believed.
"""

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

from archivist.domain.errors import UnreadableFileError

_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 65_536  # bytes that a guess looks at
# Escape sequences that switch to a double-byte set: the text looks like ASCII, but is not.
_ESCAPES = (
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"\x1b(\$[@B]|\(J|\(I|\$\(D)"), "iso2022_jp_2"),
    (re.compile(rb"~\{[!-w][!-~]"), "hz"),
)
# A web page that says Latin-1 or ASCII means Windows-1252, by the WHATWG Encoding Standard.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "cp1125": "cp866",  # differ in six Ukrainian letters; the second is the one in use
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "utf-16": "utf-8",  # a label that could be read is no UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_ACCENTED = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_MARKUP = re.compile(rb"<[^<>]*>")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CENTRAL = ("cp1250", "iso8859_10", "iso8859_16", "iso8859_4", "iso8859_13", "cp1257")
_UPPER_CONTROLS = re.compile(rb"[\x80-\x9f]")  # letters in Windows-1250, nothing in ISO-8859-2
# Š, Ť, Ž, š, ť, ž, ą, ś, ź of ISO-8859-2 inside words.
_LATIN_2 = re.compile(rb"[a-z][\xb9\xbb\xbe\xb1\xb6\xbc]|[\xa9\xae\xb9\xbe\xb6\xbc][a-z]")
_TEXT_CODEC = re.compile(
    r"utf-8|cp\d+|iso8859-\d+|koi8-[rtu]|mac-\w+|kz1048|ptcp154|hp-roman8|johab|hz"
    r"|big5(hkscs)?|gb18030|euc_j\w+|shift_j\w+|iso2022_\w+"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in.

    `guessed` if nothing in the file proves the encoding; `broken` counts the places that it does
    not explain, each of them U+FFFD in the text.
    """

    text: str
    encoding: str
    guessed: bool = False
    broken: int = 0


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Gives the text of a file called `name`, which may itself declare an encoding.

    Raises:
        UnreadableFileError: It is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            marked = data[len(mark) :].decode(encoding, "replace")
            if _is_junk(marked):
                raise _no_text(name)
            return Decoded(marked, encoding)
    wide = _without_mark(data)
    if wide:
        return wide
    if data[:_SAMPLE].count(0) * 10 > len(data[:_SAMPLE]):
        raise _no_text(name)
    for escape, encoding in _ESCAPES:
        if escape.search(data) and (text := _strict(data, encoding)) is not None:
            return Decoded(text, encoding)
    if (text := _strict(data, "utf-8")) is not None:
        return Decoded(text, "ascii" if text.isascii() else "utf-8")
    codec = codec_named(declared)
    if codec and (text := _strict(data, codec)) is not None:
        return Decoded(text, codec)
    return _broken_utf_8(data) or _guess(data, name)


def codec_named(label: str) -> str:
    """Gives Python's name for an encoding label, "" for what is unknown or no text encoding."""
    try:
        found = codecs.lookup(label.strip()).name if label.isascii() else ""
    except (LookupError, ValueError):
        return ""
    found = _MEANT.get(found, found)
    return found if _TEXT_CODEC.fullmatch(found) else ""


def _broken_utf_8(data: bytes, *, last: bool = False) -> Decoded | None:
    """Recognizes UTF-8 with some bytes in it that do not belong there, or a cut end.

    As a `last` resort, a third of the text may be broken, if it has hardly any control characters.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    if broken > (len(text) / 3 if last else sound):
        return None
    if last and _is_junk(text):
        return None
    return Decoded(text, "utf-8", broken=broken)


def _without_mark(data: bytes) -> Decoded | None:
    """Recognizes UTF-32 and UTF-16 with no byte order mark by their zero bytes."""
    sample = data[:_SAMPLE]
    if b"\0" not in sample:
        return None
    for encoding in _WIDE:
        width = 4 if "32" in encoding else 2
        if len(data) % width:
            continue
        zeros = [sample[place::width].count(0) for place in range(width)]
        if encoding.endswith("le"):
            zeros.reverse()
        # In text, the high bytes of a unit are few in kind (0 for Latin, punctuation and spaces).
        if width == 4 and min(zeros[:1]) * 4 < len(sample) * 0.9:
            continue
        if width == 2 and (zeros[0] * 20 < len(sample) / 2 or zeros[1] * 4 > zeros[0]):
            continue
        text = _strict(data, encoding)
        if text is not None and _looks_like_text(text):
            return Decoded(text, encoding, guessed=True)
    return None


def _looks_like_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for each in sample if not each.isprintable() and not each.isspace())
    return odd * 50 <= len(sample)


def _is_junk(text: str) -> bool:
    return len(_CONTROLS.findall(text)) * 10 > len(text)


def _guess(data: bytes, name: str) -> Decoded:
    sample = data
    if len(data) > _SAMPLE:
        sample = data[: data.rfind(b"\n", 1, _SAMPLE) + 1 or _SAMPLE]
    matches = charset_normalizer.from_bytes(sample)
    best = matches.best()
    if best is None:
        rest = _broken_utf_8(data, last=True)
        if rest is None:
            raise _no_text(name)
        return rest
    equals = [
        each.encoding
        for each in matches
        if (each.chaos, each.coherence) == (best.chaos, best.coherence)
    ]
    # In a short text many fit alike. Accents of Latin letters stand between plain ones.
    usual = "cp1252" if _ACCENTED.search(_MARKUP.sub(b" ", sample)) else "cp1251"
    found = usual if usual in equals else best.encoding
    encoding = _central(_MEANT.get(codecs.lookup(found).name, found), sample)
    text = data.decode(encoding, "replace")
    if not _looks_like_text(text):
        raise _no_text(name)
    return Decoded(text, encoding, guessed=True)


def _central(encoding: str, sample: bytes) -> str:
    """Tells the encodings of Central Europe apart, which statistics of letters confuse."""
    if encoding == "cp1252" and b"\xf5" in sample and b"\xfb" in sample:
        return "cp1250"  # ő and ű, Hungarian: no language has both õ and û
    if encoding in _CENTRAL and not _UPPER_CONTROLS.search(sample) and _LATIN_2.search(sample):
        return "iso8859_2"
    return encoding


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _no_text(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{name} is not a text, nor of any format that Archivist can read. "
        "Save it as PDF, HTML or plain text, and import that."
    )
