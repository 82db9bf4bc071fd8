"""Everything that finding proposes for one text, in order; each kind has a module of its own."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archivist.domain.dates import Certainty, UncertainDate
from archivist.domain.model import Marker
from archivist.domain.names import KnownName
from archivist.domain.reading import Block, FoundDate, FoundMarker, Mark
from archivist.domain.references import written_entry
from archivist.domain.suggestions import Suggestion, SuggestionKind
from archivist.domain.vocabulary import BlockKind, MarkerKind, MarkKind
from archivist.finding.dates import find_dates
from archivist.finding.figures import find_figures
from archivist.finding.markers import find_markers
from archivist.finding.names import find_names
from archivist.finding.speech import find_sources
from archivist.finding.supporting import supported_passage


@dataclass(frozen=True, slots=True)
class _Sought:
    """A text with all that is known about it."""

    text: str
    blocks: Sequence[Block]
    marks: Sequence[Mark]
    language: str
    date: UncertainDate | None
    known: Sequence[KnownName]


def find_everything(
    text: str,
    *,
    blocks: Sequence[Block] = (),
    marks: Sequence[Mark] = (),
    language: str = "",
    document_date: UncertainDate | None = None,
    known: Sequence[KnownName] = (),
    kinds: Collection[SuggestionKind] | None = None,
) -> list[Suggestion]:
    """Finds what there is to propose in a text, in the order of the text.

    Args:
        text: The text.
        blocks: Its shape; reference entries are those among its blocks (see `with_entries`).
        marks: Its inline marks, links among them.
        language: BCP 47, or "" for one that nobody stated.
        document_date: The document's own date, from which dates without a year take it.
        known: The names of the archive's actors.
        kinds: What to look for; everything where None.
    """
    wanted = frozenset(SuggestionKind if kinds is None else kinds)
    sought = _Sought(text, blocks, marks, language, document_date, known)
    found: list[Suggestion] = []
    for makes, finder in _FINDERS:
        if makes & _with_needed(wanted):
            found += finder(sought, found)
    chosen = [suggestion for suggestion in found if suggestion.kind in wanted]
    return sorted(chosen, key=lambda suggestion: (suggestion.start, suggestion.end))


def _with_needed(wanted: frozenset[SuggestionKind]) -> frozenset[SuggestionKind]:
    """Gives the kinds that have to be found for those that are wanted."""
    needed = (_NEEDED.get(kind, frozenset()) for kind in wanted)
    return wanted.union(*needed)


def of_date(found: FoundDate, text: str) -> Suggestion:
    """Gives a found date as a suggestion; its value is EDTF."""
    return Suggestion(
        SuggestionKind.DATE,
        found.start,
        found.end,
        text[found.start : found.end],
        found.date.edtf,
        date_details(found.date),
    )


def date_details(date: UncertainDate) -> dict[str, Any]:
    """Gives what a date is, as JSON values."""
    return {
        "edtf": date.edtf,
        "earliest": date.earliest,
        "latest": date.latest,
        "modifier": date.modifier.value if date.modifier else None,
        "certainty": date.certainty.value,
        "extent": date.extent.value,
        "inferred": date.certainty is Certainty.INFERRED,
    }


def of_markers(
    found: Sequence[FoundMarker | Marker], text: str, blocks: Sequence[Block]
) -> Iterator[Suggestion]:
    """Gives a text's markers and flags as suggestions; the value of each is its label.

    Each says which passage it most likely supports, as far as there is one.
    """
    for marker in found:
        supported = supported_passage(text, marker, blocks, found) or (None, None)
        details = {
            "kind": marker.kind.value,
            "state": marker.state.value,
            "target": marker.target,
            "locator": marker.locator,
            "supports_start": supported[0],
            "supports_end": supported[1],
        }
        is_flag = marker.kind is MarkerKind.FLAG
        yield Suggestion(
            SuggestionKind.FLAG if is_flag else SuggestionKind.MARKER,
            marker.start,
            marker.end,
            text[marker.start : marker.end],
            marker.label,
            details,
        )


def _dates(sought: _Sought, _found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    found = find_dates(sought.text, document_date=sought.date, language=sought.language)
    return (of_date(date, sought.text) for date in found)


def _markers(sought: _Sought, _found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    found = find_markers(sought.text, sought.blocks, sought.marks)
    return of_markers(found, sought.text, sought.blocks)


def _references(sought: _Sought, _found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Gives each entry of the reference lists, with the fields that its words surely say."""
    saying = _Saying(sought.marks)
    for block in sought.blocks:
        if block.kind is not BlockKind.REFERENCE_ENTRY:
            continue
        text = sought.text[block.start : block.end]
        marks = saying.within(block.start, block.end)
        entry = written_entry(text, block.start, block.attributes, marks)
        if entry.raw:
            details = {"fields": entry.item()}
            yield Suggestion(
                SuggestionKind.REFERENCE, block.start, block.end, text, entry.raw, details
            )


def _names(sought: _Sought, _found: Sequence[Suggestion]) -> list[Suggestion]:
    return find_names(
        sought.text, blocks=sought.blocks, language=sought.language, known=sought.known
    )


def _sources(sought: _Sought, found: Sequence[Suggestion]) -> list[Suggestion]:
    names = [each for each in found if each.kind is SuggestionKind.NAME]
    return find_sources(sought.text, names=names, blocks=sought.blocks, language=sought.language)


def _figures(sought: _Sought, found: Sequence[Suggestion]) -> list[Suggestion]:
    """Gives the figures; those of dates, markers and entries of a list count nothing."""
    taken = [
        (each.start, each.end) for each in found if each.kind in _NEEDED[SuggestionKind.FIGURE]
    ]
    taken += (
        (block.start, block.end)
        for block in sought.blocks
        if block.kind is BlockKind.REFERENCE_ENTRY
    )
    return find_figures(sought.text, exclude=sorted(taken), language=sought.language)


class _Saying:
    """The marks of a text that say something about sources, asked for by place."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(
            (mark for mark in marks if mark.kind in {MarkKind.LINK, MarkKind.CITE}),
            key=lambda mark: (mark.start, mark.end),
        )
        self._next = 0

    def within(self, start: int, end: int) -> list[Mark]:
        """Gives the marks in [start, end]; asked in the order of the text."""
        while self._next < len(self._marks) and self._marks[self._next].start < start:
            self._next += 1
        found = []
        for place in range(self._next, len(self._marks)):
            if self._marks[place].start > end:
                break
            if self._marks[place].end <= end:
                found.append(self._marks[place])
        return found


# What some finders go by; each finder is given what those before it have found.
_NEEDED = {
    SuggestionKind.SOURCE: frozenset({SuggestionKind.NAME}),
    SuggestionKind.FIGURE: frozenset({SuggestionKind.DATE, SuggestionKind.MARKER}),
}
_Finder = Callable[[_Sought, Sequence[Suggestion]], Iterable[Suggestion]]
_FINDERS: tuple[tuple[frozenset[SuggestionKind], _Finder], ...] = (
    (frozenset({SuggestionKind.DATE}), _dates),
    (frozenset({SuggestionKind.MARKER, SuggestionKind.FLAG}), _markers),
    (frozenset({SuggestionKind.REFERENCE}), _references),
    (frozenset({SuggestionKind.NAME}), _names),
    (frozenset({SuggestionKind.SOURCE}), _sources),
    (frozenset({SuggestionKind.FIGURE}), _figures),
)


def flat(suggestion: Suggestion) -> Mapping[str, Any]:
    """Gives a suggestion as one object of JSON values.

    A detail that is called like one of its own fields has the kind before it (`name_kind`).
    """
    own = {
        "kind": suggestion.kind.value,
        "start": suggestion.start,
        "end": suggestion.end,
        "text": suggestion.text,
        "value": suggestion.value,
    }
    details = {
        f"{suggestion.kind.value}_{name}" if name in own else name: value
        for name, value in suggestion.details.items()
    }
    return {**own, **details}
