"""Markers without brackets that stand raised behind what they belong to: "²", "†", "end.12"."""

import re
from collections.abc import Iterator, Sequence

from archivist.domain.reading import FoundMarker, Mark
from archivist.domain.vocabulary import MarkerKind, MarkKind
from archivist.finding.labels import NUMBERS, numbers_in
from archivist.finding.note_lines import RAISED_DIGITS, attached_signs
from archivist.finding.reference_lists import Entries
from archivist.finding.resolving import marker_of

_RAISED = re.compile(
    rf"[\u207d{RAISED_DIGITS}][{RAISED_DIGITS}]{{0,3}}"
    rf"(?:[,⁻–]\s?[{RAISED_DIGITS}]{{1,3}}){{0,5}}\u207e?"
)
_ON_THE_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", "\u207d\u207e")
_ENDS_OF_STATEMENTS = frozenset('.,;:!?…”’»"։。')
_SIGN = re.compile(r"[*†‡§¶]{1,3}|[a-z]")
# What is left of a raised number where a page's text knows no raised ones.
_ON_LINE = re.compile(
    r"(?P<numbers>\d{1,3}(?:[,–-]\s?\d{1,3}){0,3})"
    r"(?=(?P<after>[ \t\u00a0]?[^\s]?))(?![\d.,:%°]*[\w%°])"
)
_WORD_END = re.compile(r"[^\W\d_]{3}[.,;:!?”\"»)]{1,2}\Z")
_WORD = re.compile(r"(?:^|[\s(«“\"„])(?P<word>[^\W\d_]{3,})\Z")
_LAST_WORD = re.compile(r"([^\W\d_]{1,12})\.\Z")
_SHORTENED = """
    art abb bd bde cap ch chap chs col cols ed eds fig figs fol fols inv lib nos nr num op para
    pag pls pp rev sec sect ser sig suppl tab taf tom vol vols гл рис стр табл том тт ст изд вып
    оп арк спр ред էջ нр мал səh bkz
"""
_ABBREVIATIONS = frozenset(_SHORTENED.split())
_FURTHEST_JUMP = 8  # notes are numbered in the order in which they stand


def raised_markers(
    text: str, marks: Sequence[Mark], entries: Entries, *, has_links: bool
) -> Iterator[FoundMarker]:
    """Gives raised numbers and signs that cite; powers are left alone.

    After the end of a statement a raised number cites; after a word only if it has an entry. Signs
    need an entry; so does everything where the document's links say what cites.
    """
    for start, end, words in _raised(text, marks):
        if entries.is_own_label(start):
            continue
        if _SIGN.fullmatch(words):
            candidates = entries.labelled(words)
            if candidates:
                yield marker_of(start, end, words, MarkerKind.NOTE, candidates)
            continue
        if not NUMBERS.fullmatch(words):
            continue
        before = text[max(0, start - 3) : start]
        cites = before[-1:] in _ENDS_OF_STATEMENTS and not before[-2:-1].isdigit()
        named = len(before) == 3 and (before.isalpha() or before[-1] == ")")
        for label in numbers_in(words, entries):
            candidates = entries.labelled(label)
            if (candidates and (cites or named)) or (cites and not has_links):
                yield marker_of(start, end, label, MarkerKind.REFERENCE, candidates)
    if not has_links:
        knows_raised = any(mark.kind is MarkKind.SUPERSCRIPT for mark in marks)
        yield from _on_line(text, entries, after_words=not knows_raised)


def _raised(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int, str]]:
    for mark in marks:
        if mark.kind is MarkKind.SUPERSCRIPT:
            yield mark.start, mark.end, text[mark.start : mark.end].strip("()[] ")
    for match in _RAISED.finditer(text):
        words = "".join(match[0].split()).translate(_ON_THE_LINE)
        yield match.start(), match.end(), words
    for match in attached_signs(text):
        yield match.start(), match.end(), match[0]


def _on_line(text: str, entries: Entries, *, after_words: bool) -> Iterator[FoundMarker]:
    """Gives numbers that hang on the end of a statement, where entries have them, in order.

    Args:
        text: The text.
        entries: Its entries.
        after_words: Whether they can hang on a word within a sentence, too.
    """
    if not entries.are_numbered:
        return
    highest = 0
    for match in _ON_LINE.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        inside = _WORD.search(before) if after_words else None
        if not (_WORD_END.search(before) or (inside and inside["word"].islower())):
            continue
        numbers = numbers_in(match["numbers"], entries)
        if not numbers or entries.hold(match.start()):
            continue
        word = _LAST_WORD.search(before)
        if word and word[1].casefold() in _ABBREVIATIONS:
            continue
        after = match["after"].strip()
        if before[-1] in ".!?" and after.islower():
            continue
        if int(numbers[0]) > highest + _FURTHEST_JUMP or not all(
            entries.labelled(number) for number in numbers
        ):
            continue
        highest = max(highest, int(numbers[-1]))
        for number in numbers:
            yield marker_of(
                match.start("numbers"),
                match.end("numbers"),
                number,
                MarkerKind.REFERENCE,
                entries.labelled(number),
            )
