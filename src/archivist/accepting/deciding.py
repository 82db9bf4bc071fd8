"""What a person says to suggestions, each word one step that can be undone.

A mention of a name becomes an excerpt of the sentence it stands in, as the search-and-code of
qualitative research does it: a name alone proves nothing in a table of evidence. An excerpt that
holds the mention already gets the actor instead, so that no passage is highlighted twice. A
statement becomes an excerpt of its own, since a source answers for its own words alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archivist.accepting.becoming import (
    Named,
    keep_actor,
    keep_claim,
    keep_date,
    keep_names,
    keep_reference,
    keep_source,
    resolve_marker,
    short,
    suggested_actor,
    suggested_claim,
    suggested_stance,
    tag_mentions,
)
from archivist.accepting.passages import Passages
from archivist.archive.archive import Archive
from archivist.domain.dates import UncertainDate
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Claim, Event
from archivist.domain.suggestions import DecisionState, Proposal, SuggestionKind
from archivist.domain.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of accepting: excerpts made or changed, how many were accepted, and what was left.

    `left` are the sentences of those that need a person's own word.
    """

    excerpts: tuple[int, ...] = ()
    count: int = 0
    left: tuple[str, ...] = ()


def accept(archive: Archive, proposals: Sequence[Proposal]) -> Accepted:
    """Accepts proposals as they are, in one step.

    Of several, those that need a person's own word (a name of several actors, a label with several
    references, a date without a year) stay open.

    Raises:
        InvalidValueError: The only one needs a person's own word.
        NotFoundError: What one of them stands on is gone.
    """
    made: dict[int, None] = {}
    left: list[str] = []
    with archive.step(_step_name("Accept", proposals)):
        passages: dict[int, Passages] = {}
        for proposal in proposals:
            document_id = proposal.document_id
            if document_id not in passages:
                passages[document_id] = Passages(archive, document_id)
            try:
                with archive.step(_step_name("Accept", [proposal])):
                    made |= dict.fromkeys(_accept(archive, proposal, passages[document_id]))
                    archive.suggestions.decide(proposal, DecisionState.ACCEPTED)
            except InvalidValueError as fault:
                if len(proposals) == 1:
                    raise
                left.append(fault.sentence)
                del passages[document_id]  # it may know an excerpt that was taken back
    return Accepted(tuple(made), len(proposals) - len(left), tuple(left))


def reject(archive: Archive, proposals: Sequence[Proposal], *, everywhere: bool = False) -> None:
    """Rejects proposals in one step; a name for the whole archive, if so wished.

    What was kept as found with the document goes with it: a date that is none is no longer
    underlined, and a label that cites nothing is no marker.
    """
    with archive.step(_step_name("Reject", proposals)):
        for proposal in proposals:
            archive.suggestions.decide(proposal, DecisionState.REJECTED, everywhere=everywhere)
            if proposal.kind is SuggestionKind.DATE:
                archive.found_dates.remove(proposal.document_id, proposal.start, proposal.end)
            elif proposal.kind is SuggestionKind.MARKER:
                archive.markers.remove(proposal.document_id, proposal.value)


def accept_date(archive: Archive, proposal: Proposal, date: UncertainDate | None = None) -> None:
    """Confirms a found date, or corrects it first; it is *stated* from then on."""
    with archive.step(_step_name("Accept", [proposal])):
        keep_date(archive, proposal, date)
        archive.suggestions.decide(proposal, DecisionState.ACCEPTED)


def accept_date_of_event(
    archive: Archive, proposal: Proposal, event: int | Event, date: UncertainDate | None = None
) -> int:
    """Confirms a found date and dates an event with it, one that is there or a new one.

    Raises:
        NotFoundError: There is no such event.
        InvalidValueError: The new event's name is empty or taken.
    """
    with archive.step(f"Date event from “{short(proposal.text)}”"):
        confirmed = keep_date(archive, proposal, date)
        if isinstance(event, int):
            event_id = event
            archive.events.update(event_id, date=confirmed)
        else:
            event_id = archive.events.create(
                event.name,
                description=event.description,
                parent_id=event.parent_id,
                place=event.place,
                color=event.color,
                date=event.date or confirmed,
            )
        archive.suggestions.decide(proposal, DecisionState.ACCEPTED)
    return event_id


def accept_name(archive: Archive, proposals: Sequence[Proposal], named: Named) -> list[int]:
    """Tags every mention with an actor, in one step; the proposals are one name in some documents.

    What the text calls an actor that has another name becomes a further name of it, so that it is
    found in other documents, too.

    Raises:
        InvalidValueError: The name is empty, or a name of several actors.
    """
    made: list[int] = []
    with archive.step(f"Accept name “{short(named.name)}”"):
        actor_id = keep_actor(archive, named)
        keep_names(archive, actor_id, proposals)
        for proposal in proposals:
            made += tag_mentions(
                archive, proposal, actor_id, Passages(archive, proposal.document_id)
            )
            archive.suggestions.decide(proposal, DecisionState.ACCEPTED)
    return made


def accept_source(
    archive: Archive, proposal: Proposal, named: Named, stance: Stance | None
) -> list[int]:
    """Makes an excerpt of a statement, with its speaker as the source.

    Raises:
        InvalidValueError: The name is empty, or a name of several actors.
    """
    with archive.step(_step_name("Accept", [proposal])):
        passages = Passages(archive, proposal.document_id)
        made = keep_source(archive, proposal, named, stance, passages)
        archive.suggestions.decide(proposal, DecisionState.ACCEPTED)
    return made


def accept_figure(archive: Archive, proposal: Proposal, claim: Claim) -> list[int]:
    """Makes a claim as a person has filled it in, on an excerpt around the figure.

    Raises:
        InvalidValueError: The claim cannot be kept as it is.
    """
    with archive.step(_step_name("Accept", [proposal])):
        passages = Passages(archive, proposal.document_id)
        excerpt_id = keep_claim(archive, proposal, claim, passages)
        archive.suggestions.decide(proposal, DecisionState.ACCEPTED)
    return [excerpt_id]


def accept_marker(archive: Archive, proposal: Proposal, meant: int | Proposal | None) -> None:
    """Says what a label means in its document.

    Args:
        archive: The archive.
        proposal: The label.
        meant: A citation's id, the entry of a list to make one of, or None for a new citation that
            only has the label.

    Raises:
        NotFoundError: There is no such citation, or the entry is no longer proposed.
    """
    with archive.step(_step_name("Accept", [proposal])):
        if isinstance(meant, Proposal):
            citation_id = keep_reference(archive, meant, {})
            archive.suggestions.decide(meant, DecisionState.ACCEPTED)
        elif meant is None:
            citation_id = archive.citations.create(
                item={}, fallback_key=f"d{proposal.document_id}-{'-'.join(proposal.value.split())}"
            )
        else:
            citation_id = meant
        archive.markers.set_citation(proposal.document_id, proposal.value, citation_id)
        archive.suggestions.decide(proposal, DecisionState.ACCEPTED)


def accept_reference(
    archive: Archive, proposal: Proposal, fields: Mapping[str, Any] | None = None
) -> int:
    """Makes a citation of an entry, as it was read or as a person corrected it; gives its id.

    Raises:
        InvalidValueError: Another citation has the key.
    """
    with archive.step(_step_name("Accept", [proposal])):
        citation_id = keep_reference(archive, proposal, fields or {})
        archive.suggestions.decide(proposal, DecisionState.ACCEPTED)
    return citation_id


def _accept(archive: Archive, proposal: Proposal, passages: Passages) -> list[int]:
    match proposal.kind:
        case SuggestionKind.DATE:
            keep_date(archive, proposal, None)
        case SuggestionKind.NAME:
            actor_id = keep_actor(archive, suggested_actor(archive, proposal))
            return tag_mentions(archive, proposal, actor_id, passages)
        case SuggestionKind.SOURCE:
            named = suggested_actor(archive, proposal)
            stance = suggested_stance(archive, proposal)
            return keep_source(archive, proposal, named, stance, passages)
        case SuggestionKind.FIGURE:
            claim = suggested_claim(archive, proposal, passages)
            return [keep_claim(archive, proposal, claim, passages)]
        case SuggestionKind.MARKER:
            resolve_marker(archive, proposal)
        case SuggestionKind.REFERENCE:
            keep_reference(archive, proposal, {})
        case SuggestionKind.FLAG:
            raise NotImplementedError("flags are not proposed: they have a to-do list")
    return []


def _step_name(verb: str, proposals: Sequence[Proposal]) -> str:
    if len(proposals) == 1:
        return f"{verb} {proposals[0].kind.value} “{short(proposals[0].value)}”"
    return f"{verb} {len(proposals)} suggestions"
