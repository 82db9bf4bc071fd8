"""Excerpts as rows of a table, so that each row can be read and cited without the archive."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from archivist.domain.dates import UncertainDate
from archivist.domain.marker_runs import MarkersInText, Slice
from archivist.domain.model import (
    Actor,
    ActorLink,
    Citation,
    CitationLink,
    Claim,
    Document,
    Event,
    Excerpt,
    Marker,
)
from archivist.domain.reading import Page
from archivist.domain.regions import quoted
from archivist.domain.vocabulary import AnchorState, ClaimStatus, MarkerKind
from archivist.exchange.excerpt_columns import CONTEXT
from archivist.exchange.formatted import ReferenceFormatter
from archivist.exchange.tabular import escaped, joined, joined_columns

_FIRST_GAP = re.compile(r"\s")
_LAST_GAP = re.compile(r"\s\S*\Z")


@dataclass(frozen=True, slots=True)
class Tags:
    """What one excerpt is linked to, each list in the order of its cells."""

    events: Sequence[Event] = ()
    actors: Sequence[tuple[Actor, ActorLink]] = ()
    topics: Sequence[str] = ()
    citations: Sequence[tuple[Citation, CitationLink]] = ()
    claims: Sequence[Claim] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Names of what claims speak of, by id."""

    events: Mapping[int, str] = field(default_factory=dict)
    actors: Mapping[int, str] = field(default_factory=dict)


class DocumentCells:
    """The cells that an excerpt's document gives; made once a document."""

    def __init__(
        self, document: Document, text: str, pages: Sequence[Page], markers: Sequence[Marker]
    ) -> None:
        self._text = text
        self._pages = sorted(pages, key=lambda page: page.start)
        self._page_starts = [page.start for page in self._pages]
        self._labels = {page.number: page.label for page in pages}
        self._markers = MarkersInText(Slice(text), markers)
        self.head = (document.title, document.author, edtf(document.date))
        self.tail = (document.sha256, document.source, str(document.shelfmark))

    def page(self, excerpt: Excerpt) -> str:
        """Gives the label of the excerpt's page, or of its first and last: "12–13"."""
        anchor = excerpt.anchor
        if excerpt.anchor_state is AnchorState.ORPHANED:
            return "" if anchor.page is None else str(anchor.page)
        if anchor.region is not None:
            return self._labels.get(anchor.region.page) or str(anchor.region.page)
        index = bisect_right(self._page_starts, anchor.start) - 1
        labels = [
            page.label or str(page.number)
            for page in self._pages[max(0, index) : bisect_left(self._page_starts, anchor.end)]
            if page.end > anchor.start
        ]
        if not labels:
            return "" if anchor.page is None else str(anchor.page)
        return labels[0] if len(labels) == 1 else f"{labels[0]}–{labels[-1]}"

    def context(self, start: int, end: int) -> tuple[str, str]:
        """Gives the text before and after a passage, beginning and ending between words."""
        text = self._text
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        if start > CONTEXT and not text[start - CONTEXT - 1].isspace():
            gap = _FIRST_GAP.search(before)
            before = before[gap.end() :] if gap else before
        if end + CONTEXT < len(text) and not text[end + CONTEXT].isspace():
            gap = _LAST_GAP.search(after)
            after = after[: gap.start()] if gap else after
        return before, after

    def markers(self, start: int, end: int) -> tuple[str, str]:
        """Gives the labels of a passage's markers, and its flags, each once."""
        found = self._markers.of_passage(start, end)
        labels = dict.fromkeys(m.label for m in found if m.kind is not MarkerKind.FLAG)
        flags = dict.fromkeys(m.label for m in found if m.kind is MarkerKind.FLAG)
        return joined(list(labels)), joined(list(flags))


class RowMaker:
    """Makes the rows of excerpts: one each, or one for each combination of its links."""

    def __init__(self, names: Names, formatter: ReferenceFormatter) -> None:
        self._names = names
        self._formatter = formatter
        # What does not change from excerpt to excerpt is made once.
        self._event_cells: dict[int, tuple[str, ...]] = {}
        self._actor_cells: dict[int, tuple[str, str]] = {}
        self._citation_cells: dict[int, tuple[str, str, str]] = {}

    def excerpt_row(self, excerpt: Excerpt, document: DocumentCells, tags: Tags) -> list[str]:
        """Gives an excerpt's row, cells in the order of the columns."""
        return self._rows(excerpt, document, tags, [(tags.events, tags.actors, tags.citations)])[0]

    def link_rows(self, excerpt: Excerpt, document: DocumentCells, tags: Tags) -> list[list[str]]:
        """Gives a row for each event × actor × citation; what there is none of stays blank."""
        combinations = product(
            [[event] for event in tags.events] or [[]],
            [[actor] for actor in tags.actors] or [[]],
            [[citation] for citation in tags.citations] or [[]],
        )
        return self._rows(excerpt, document, tags, list(combinations))

    def _rows(
        self,
        excerpt: Excerpt,
        document: DocumentCells,
        tags: Tags,
        combinations: Sequence[
            tuple[
                Sequence[Event],
                Sequence[tuple[Actor, ActorLink]],
                Sequence[tuple[Citation, CitationLink]],
            ]
        ],
    ) -> list[list[str]]:
        anchor = excerpt.anchor
        if excerpt.anchor_state is AnchorState.ORPHANED:
            # What stands at its place now has nothing to do with it; this stood around it.
            context, markers = (anchor.prefix, anchor.suffix), ("", "")
        elif anchor.region is not None:
            context, markers = ("", ""), ("", "")
        else:
            context = document.context(anchor.start, anchor.end)
            markers = document.markers(anchor.start, anchor.end)
        first: list[str] = [
            excerpt.name,
            quoted(anchor),
            *context,
            excerpt.note,
            excerpt.state,
            *document.head,
            document.page(excerpt),
            str(anchor.start),
            str(anchor.end),
        ]
        topics = joined(tags.topics)
        last: list[str] = [
            *markers,
            joined([self._claim(claim) for claim in tags.claims]),
            *document.tail,
            excerpt.anchor_state,
            excerpt.created_at,
            excerpt.created_by,
            excerpt.modified_at,
            excerpt.uid,
        ]
        return [
            [
                *first,
                *joined_columns([self._event(event) for event in events], 4),
                *joined_columns([self._actor(actor, link) for actor, link in actors], 4),
                topics,
                *joined_columns([self._citation(cited, link) for cited, link in citations], 5),
                *last,
            ]
            for events, actors, citations in combinations
        ]

    def _event(self, event: Event) -> tuple[str, ...]:
        cells = self._event_cells.get(event.id)
        if cells is None:
            date = event.date
            earliest, latest = (date.earliest or "", date.latest or "") if date else ("", "")
            cells = (escaped(event.name), escaped(edtf(date)), earliest, latest)
            self._event_cells[event.id] = cells
        return cells

    def _actor(self, actor: Actor, link: ActorLink) -> tuple[str, str, str, str]:
        cells = self._actor_cells.get(actor.id)
        if cells is None:
            cells = (escaped(actor.name), actor.kind)
            self._actor_cells[actor.id] = cells
        return (*cells, link.role, link.stance or "")

    def _citation(self, citation: Citation, link: CitationLink) -> tuple[str, str, str, str, str]:
        cells = self._citation_cells.get(citation.id)
        if cells is None:
            reference = self._formatter.reference(citation)
            cells = (escaped(reference), escaped(citation.key), escaped(address(citation)))
            self._citation_cells[citation.id] = cells
        reference, key, where = cells
        return reference, key, link.relation, escaped(link.locator), where

    def _claim(self, claim: Claim) -> str:
        facts = [f"“{claim.text}”"] if claim.text else []
        if claim.event_id is not None:
            facts.append(f"event: {self._names.events.get(claim.event_id, '')}")
        if claim.as_of is not None:
            facts.append(f"as of {claim.as_of.edtf}")
        if claim.speaker_id is not None:
            facts.append(f"speaker: {self._names.actors.get(claim.speaker_id, '')}")
        if claim.confidence is not None:
            facts.append(f"confidence {claim.confidence} of 4")
        if claim.status is not ClaimStatus.ACCEPTED:
            facts.append(claim.status)
        words = " ".join(part for part in (figure(claim), claim.unit) if part)
        said = f"{claim.property}: {words}" if words else claim.property
        return f"{said} ({'; '.join(facts)})" if facts else said


def figure(claim: Claim) -> str:
    """Gives a claim's figure: "40", "30–40", "≥ 30" or "≤ 40"; "" where it has none."""
    low, high = claim.minimum, claim.maximum
    if low is not None and high is not None:
        return f"{low:.15g}" if low == high else f"{low:.15g}–{high:.15g}"
    if low is not None:
        return f"≥ {low:.15g}"
    return "" if high is None else f"≤ {high:.15g}"


def address(citation: Citation) -> str:
    """Gives where a source is to be found: its address, else that of its DOI."""
    if url := citation.item.get("URL"):
        return str(url)
    return f"https://doi.org/{doi}" if (doi := citation.item.get("DOI")) else ""


def edtf(date: UncertainDate | None) -> str:
    """Gives a date's EDTF, the words it was written in where it has none, or "" for no date."""
    return "" if date is None else date.edtf or date.text
