"""Notes that only name a work of the bibliography: "Suny 2015, p. 34".

What cites such a note cites that work, at that page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archivist.domain.reading import FoundMarker
from archivist.domain.vocabulary import MarkerKind
from archivist.finding.author_year import work_of_note
from archivist.finding.reference_lists import Entries
from archivist.finding.resolving import marker_of


def short_note_markers(text: str, entries: Entries) -> Iterator[FoundMarker]:
    """Gives the markers that such notes are themselves, where one other entry is what they name."""
    for entry in entries:
        work = work_of_note(entry.text)
        if work is None:
            continue
        named = entries.by_author(work.names, work.year)
        words = text[entry.body : entry.end].rstrip(" .\n")
        if len(named) == 1 and not entry.apart and words:
            end = entry.body + len(words)
            yield marker_of(entry.body, end, work.label, MarkerKind.REFERENCE, named, work.locator)


def with_pages_of_notes(markers: Sequence[FoundMarker], entries: Entries) -> Iterator[FoundMarker]:
    """Gives markers with the page that the note names to which they lead."""
    pages: dict[int, str] = {}
    for marker in markers:
        note = entries.at(marker.start)
        if note is not None and marker.locator and work_of_note(note.text) is not None:
            pages.setdefault(note.start, marker.locator)
    for marker in markers:
        if marker.target in pages and not marker.locator:
            yield replace(marker, locator=pages[marker.target])
        else:
            yield marker
