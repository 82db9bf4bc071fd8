"""The parts of an e-mail message: which are its text, which say it better, which are attached."""

import re
from collections.abc import Iterator

from archivist.readers import charset
from archivist.readers.build import Builder, Shape
from archivist.readers.html import write_fragment
from archivist.readers.html_shapes import Context
from archivist.readers.mime import Message, Part

_ALIKE = frozenset(("text/plain", "text/html", "text/enriched", "text/richtext"))
_SHORT = 500  # characters below which a plain text may only point at the HTML beside it
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_PROLOGUE = 8_192  # bytes in which a page declares its encoding


def sorted_parts(message: Message) -> tuple[list[Part], list[Part]]:
    """Gives the parts that are the message's text, and those that are attached to it."""
    bodies: list[Part] = []
    attached: list[Part] = []
    waiting = [(message.root, True)]
    while waiting:
        part, is_wanted = waiting.pop()
        if part.parts:
            chosen = _best(message, part) if part.kind == "multipart/alternative" else None
            waiting += [
                (each, is_wanted and (chosen is None or each is chosen or not _is_text(each)))
                for each in reversed(part.parts)
            ]
        elif _is_body(part):
            if is_wanted:
                bodies.append(part)
        elif part.end > part.start:
            attached.append(part)
    return bodies, attached


def _is_body(part: Part) -> bool:
    if part.disposition == "attachment" or part.file_name:
        # Some programs give the text of the message itself a name.
        return False
    shown = part.kind.startswith(("text/", "multipart/")) or part.kind in {
        "message/delivery-status",
        "message/disposition-notification",
    }
    return shown and part.kind != "text/calendar"


def _is_text(part: Part) -> bool:
    """Says whether a part is a way to say the text, rather than something beside it."""
    return part.kind in _ALIKE or part.kind.startswith("multipart/")


def _best(message: Message, alternative: Part) -> Part | None:
    """Gives the alternative to read: plain text, unless that says hardly anything."""
    texts = [each for each in alternative.parts if _is_text(each)]
    plain = next((each for each in texts if each.kind == "text/plain"), None)
    rich = next((each for each in reversed(texts) if each.kind != "text/plain"), None)
    if plain is None or rich is None:
        return plain or rich
    said = len(message.content(plain).strip())
    if said >= _SHORT:
        return plain
    page = next(_leaves(rich), rich)
    builder = Builder()
    if page.kind == "text/html":
        decoded = decoded_text(message.content(page), page, "")
        write_fragment(decoded.text, builder, Context(Shape()))
    return rich if len(builder.finish()[0]) > 4 * said else plain


def _leaves(part: Part) -> Iterator[Part]:
    waiting = [part]
    while waiting:
        each = waiting.pop()
        waiting += reversed(each.parts)
        if not each.parts:
            yield each


def decoded_text(content: bytes, part: Part, name: str) -> charset.Decoded:
    """Decodes a part by what it declares of itself; raises UnreadableFileError if it is no text."""
    declared = part.parameters.get("charset", "").partition(" ")[0]
    if not declared and part.kind == "text/html":
        found = _CHARSET.search(content[:_PROLOGUE])
        declared = found[1].decode() if found else ""
    return charset.decode(content, name, declared)
