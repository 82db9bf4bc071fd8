"""Markers by author and year, as far as entries or the words themselves bear them out."""

from collections.abc import Iterator
from dataclasses import dataclass

from archivist.domain.reading import FoundMarker
from archivist.domain.vocabulary import MarkerKind
from archivist.finding.author_words import BODIES, is_no_author
from archivist.finding.author_year import (
    Telling,
    Work,
    label_of,
    works_in_brackets,
    works_in_sentences,
)
from archivist.finding.list_lines import Entry
from archivist.finding.reference_lists import Entries
from archivist.finding.resolving import marker_of


def work_markers(text: str, entries: Entries) -> Iterator[FoundMarker]:
    """Gives the markers that name authors and years; never one inside an entry of a list.

    One that leads to an entry counts; else one that is surely or likely a work, and in a document
    that cites in this way any in brackets that is not known to be a place or a month.
    """
    groups = [
        [(work, entries.by_author(work.names, work.year)) for work in works]
        for works in works_in_brackets(text)
        if not entries.hold(works[0].start)
    ]
    tellings = [
        _Told.of(telling, entries)
        for telling in works_in_sentences(text)
        if not entries.hold(telling.end - 1)
    ]
    cites_so = any(found for group in groups for _, found in group)
    cites_so = cites_so or any(told.found for told in tellings)
    cites_so = cites_so or sum(any(work.is_sure for work, _ in group) for group in groups) > 1
    for group in groups:
        if any(found for _, found in group) or _is_borne_out(group, cites_so):
            for work, found in group:
                yield marker_of(
                    work.start, work.end, work.label, MarkerKind.REFERENCE, found, work.locator
                )
    named = {name for group in groups for work, _ in group for name in work.names}
    for told in tellings:
        is_known = bool(named.intersection(told.names))
        if told.found or (
            (told.telling.is_sure or is_known or (told.telling.is_recent and len(told.names) > 1))
            and not any(map(is_no_author, told.names))
        ):
            yield told.marker()


def _is_borne_out(group: list[tuple[Work, list[Entry]]], cites_so: bool) -> bool:
    if any(is_no_author(name) for work, _ in group for name in work.names):
        return False
    if any(work.is_sure for work, _ in group):
        return True
    return cites_so or all(work.is_likely for work, _ in group)


@dataclass(frozen=True, slots=True)
class _Told:
    """A year in brackets with the reading of the words before it that fits the entries best."""

    telling: Telling
    start: int
    names: tuple[str, ...]
    found: list[Entry]

    @classmethod
    def of(cls, telling: Telling, entries: Entries) -> "_Told":
        fitting = None
        for start, names in telling.names:
            found = entries.by_author(names, telling.year)
            if found:
                fitting = cls(telling, start, names, found)
                # A body has several words, a person's entry begins with the family.
                if found[0].text.casefold().startswith(names[0].casefold()):
                    break
        if fitting is not None:
            return fitting
        # Several authors as they stand; of one, the family: "Ronald Grigor Suny (2015)".
        options = [option for option in telling.names if len(option[1]) > 1] or telling.names
        is_body = telling.names[-1][1][-1].casefold() in BODIES
        start, names = options[0 if is_body else -1]
        return cls(telling, start, names, [])

    def marker(self) -> FoundMarker:
        telling = self.telling
        label = label_of(self.names, telling.year, has_others=telling.has_others)
        return marker_of(
            self.start, telling.end, label, MarkerKind.REFERENCE, self.found, telling.locator
        )
