"""References as CSL-JSON items: what a raw reference surely says, its date, and its key.

Conservative by rule: what is not plainly there stays out of the item, and the raw text is kept
beside it. Vocabulary: CSL 1.0.2 variables and types.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archivist.domain.coins import item_from_markup
from archivist.domain.dates import UncertainDate, from_edtf
from archivist.domain.errors import InvalidValueError
from archivist.domain.reading import Mark
from archivist.domain.reference_guess import guess
from archivist.domain.reference_identifiers import Item, is_source
from archivist.domain.vocabulary import MarkKind

# What a guess adds to what a page's own markup says.
_BESIDE_MARKUP = (
    *("accessed", "custom", "archive_location", "URL", "DOI", "ISBN", "ISSN", "page", "volume"),
    *("issue", "issued", "editor"),
)

# What stands before an entry: a return arrow with its letters, "[23]", "(23)" or "23."
_LEAD = re.compile(r"^(?:[\^↑](?:\s+[a-z]{1,2}\b(?=\s))*\s*|\[\d+\]\s*|\(\d+\)\s*|\d{1,3}\.\s+)+")


def guess_item(raw: str, addresses: Sequence[str] = (), markup: Sequence[str] = ()) -> Item:
    """Reads a raw reference into a CSL-JSON item, with only what it plainly says.

    Args:
        raw: The reference as a text has it.
        addresses: Where its links lead, for entries of a page.
        markup: What the page's own markup says of it (marks of kind CITE); that counts first.
    """
    said = item_from_markup(markup) if markup else {}
    item = guess(clean_reference(raw), addresses)
    if "title" in said:
        return {name: item[name] for name in _BESIDE_MARKUP if name in item} | said
    return item | said if item else item


@dataclass(frozen=True, slots=True)
class Written:
    """A reference entry as a text has it: its words, where its links lead, what markup says."""

    raw: str
    addresses: tuple[str, ...] = ()
    markup: tuple[str, ...] = ()
    linked: str = ""  # the words of its first link to a source

    def item(self) -> Item:
        """Gives its fields, as `guess_item` reads them; what it links is its title if need be."""
        item = guess_item(self.raw, self.addresses, self.markup)
        if "URL" in item and "title" not in item and any(map(str.isalpha, self.linked)):
            item["title"] = self.linked
        return item


def written_entry(
    text: str, offset: int, attributes: Mapping[str, Any], marks: Iterable[Mark]
) -> Written:
    """Gives the reference entry that a piece of a text is.

    Args:
        text: The piece, one block of the document.
        offset: Where it starts in the document, in code points.
        attributes: What is known of the block: where headers of pages stand in it ("apart").
        marks: The marks inside it, in order.
    """
    apart = [(first - offset, last - offset) for first, last in attributes.get("apart", ())]
    addresses = []
    markup = []
    linked = ""
    for mark in marks:
        if mark.kind is MarkKind.LINK and mark.value.startswith("http"):
            addresses.append(mark.value)
            words = " ".join(text[mark.start - offset : mark.end - offset].split())
            if not linked and is_source(mark.value) and "://" not in words:
                linked = words.strip(' "“”«».,')
        elif mark.kind is MarkKind.CITE:
            markup.append(mark.value)
    raw = clean_reference(without(text, 0, len(text), apart))
    return Written(raw, tuple(addresses), tuple(markup), linked)


def without(text: str, start: int, end: int, apart: Sequence[tuple[int, int]]) -> str:
    """Gives a range of a text without the parts of it that stand apart."""
    pieces = []
    for first, last in apart:
        if start <= first:
            pieces.append(text[start:first])
        start = max(start, last)
    pieces.append(text[start:end])
    return "\n".join(pieces)


def clean_reference(raw: str) -> str:
    """Gives a raw reference on one line, without the number or return arrow before it."""
    return _LEAD.sub("", " ".join(raw.split())).strip()


def is_known(item: Mapping[str, Any]) -> bool:
    """Says whether an item tells what the source is, so that it is more than a label."""
    return any(item.get(name) for name in ("title", "DOI", "ISBN", "URL")) or bool(
        item.get("author") and item.get("issued")
    )


def issued_date(item: Mapping[str, Any]) -> UncertainDate | None:
    """Gives an item's date of publication; None where it has none or one that cannot be."""
    issued = item.get("issued")
    ends = [_edtf(parts) for parts in day_parts(issued)]
    if not isinstance(issued, Mapping) or not ends:
        return None
    text = str(issued.get("literal") or issued.get("raw") or "")
    edtf = "/".join(f"{end}~" if issued.get("circa") else end for end in ends)
    try:
        return from_edtf(edtf, text=text)
    except InvalidValueError:
        # A day that does not exist, in an item from another tool: the item keeps it as it is.
        return None


def day_parts(date: object) -> list[list[int]]:
    """Gives year, month, day of a CSL date, and of its end where it is a range.

    Other tools write numbers as texts, leave parts empty, or put anything else there: a date that
    cannot be read whole gives [].
    """
    parts = date.get("date-parts") if isinstance(date, Mapping) else None
    ends: list[list[int]] = []
    for end in parts[:2] if isinstance(parts, list) else []:
        given = [part for part in end if part not in {None, ""}] if _is_flat(end) else []
        try:
            numbers = [int(str(part)) for part in given]
        except ValueError:
            return []
        if numbers:
            ends.append(numbers)
    return ends if all(len(numbers) <= 3 for numbers in ends) else []


def _is_flat(value: object) -> bool:
    return isinstance(value, list | tuple) and all(
        part is None or isinstance(part, str | int | float) for part in value
    )


def suggest_key(item: Mapping[str, Any]) -> str:
    """Gives a key of author and year ("suny2015"), of title and year, or "" where both lack."""
    date = issued_date(item)
    year = date.edtf.split("-")[0] if date and not date.edtf.startswith("-") else ""
    people_of_item = item.get("author") or item.get("editor")
    first = people_of_item[0] if isinstance(people_of_item, list) and people_of_item else None
    if isinstance(first, Mapping) and year:
        word = _letters(str(first.get("family") or first.get("literal") or ""))
        if word:
            return word[:24] + year[:4]
    words = [_letters(word) for word in str(item.get("title") or "").split()]
    long = [word for word in words if len(word) > 3]
    return (long[0][:24] + year[:4]) if long and year else ""


def _edtf(numbers: Sequence[int]) -> str:
    # CSL counts BCE years as -44 for 44 BCE; EDTF, as astronomers do, has a year 0 (1 BCE).
    year = numbers[0] + 1 if numbers[0] < 0 else numbers[0]
    start = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return "-".join([start, *(f"{number:02d}" for number in numbers[1:])])


def _letters(text: str) -> str:
    """Gives the letters of a text in lower case, without accents; other scripts stay."""
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(filter(str.isalpha, taken_apart)))
