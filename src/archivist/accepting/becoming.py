"""What a suggestion would become, and what it becomes: a date, an actor, a claim, a citation.

Everything here that writes is called inside a step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archivist.accepting.passages import Passages
from archivist.archive.archive import Archive
from archivist.domain.dates import Certainty, Extent, Modifier, UncertainDate
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.model import ActorName, Claim
from archivist.domain.names import name_key
from archivist.domain.suggestions import Proposal, Suggestion, SuggestionKind
from archivist.domain.vocabulary import ActorKind, LinkState, MarkerKind, Role, Stance

_LONGEST_NAME = 60  # code points
_CLAIM_FIELDS = (
    *("property", "minimum", "maximum", "unit", "text", "event_id", "as_of", "speaker_id"),
    *("confidence", "status"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as a person says who is meant: one that is there, or a name to make one of."""

    name: str
    kind: ActorKind = ActorKind.UNSTATED
    actor_id: int | None = None


def suggested_date(archive: Archive, proposal: Proposal) -> UncertainDate:
    """Gives the date that a proposal would become."""
    details = first_place(archive, proposal).details
    return UncertainDate(
        text=proposal.text,
        edtf=details["edtf"],
        earliest=details["earliest"],
        latest=details["latest"],
        modifier=Modifier(details["modifier"]) if details["modifier"] else None,
        certainty=Certainty(details["certainty"]),
        extent=Extent(details["extent"]),
    )


def suggested_actor(archive: Archive, proposal: Proposal, *, strict: bool = True) -> Named:
    """Gives who a name or a speaker is taken for: an actor that is there, or a new one.

    Raises:
        InvalidValueError: It is a name of several actors, unless `strict` is off: a person is to
            say who is meant.
    """
    details = first_place(archive, proposal).details
    actor_id = details.get("actor_id")
    if actor_id is None or not _is_there(archive, actor_id):
        try:
            known = archive.actors.by_name(proposal.value)
        except InvalidValueError:
            if strict:
                raise
            known = None
        actor_id = known.id if known else None
    kind = details.get("kind") if proposal.kind is SuggestionKind.NAME else None
    return Named(proposal.value, ActorKind(kind or ""), actor_id)


def suggested_item(archive: Archive, proposal: Proposal) -> Mapping[str, Any]:
    """Gives the CSL-JSON item that an entry would become."""
    fields: Mapping[str, Any] = first_place(archive, proposal).details.get("fields") or {}
    return fields


def suggested_stance(archive: Archive, proposal: Proposal) -> Stance | None:
    """Gives how a speaker stands to the statement, where its verb says so."""
    stance = first_place(archive, proposal).details.get("stance")
    return Stance(stance) if stance else None


def keep_date(archive: Archive, proposal: Proposal, date: UncertainDate | None) -> UncertainDate:
    """Keeps a date as a person confirms it: what had to be inferred or asked is stated now."""
    meant = date or suggested_date(archive, proposal)
    if meant.earliest is None and meant.latest is None and date is None:
        raise InvalidValueError(
            f"Nothing says in which year “{proposal.text}” was; edit it to add the year."
        )
    if date is None:
        meant = confirmed(meant)
    meant = replace(meant, text=proposal.text)
    archive.found_dates.put(proposal.document_id, proposal.start, proposal.end, meant)
    return meant


def confirmed(date: UncertainDate) -> UncertainDate:
    """Gives a date as somebody stands by it: what was inferred or in question is stated."""
    if date.certainty in {Certainty.INFERRED, Certainty.QUESTIONABLE}:
        return replace(date, certainty=Certainty.STATED)
    return date


def keep_actor(archive: Archive, named: Named) -> int:
    """Gives the id of the actor who is meant, a new one where there is none."""
    actor_id = named.actor_id
    if actor_id is None:
        known = archive.actors.by_name(named.name)
        if known is None:
            return archive.actors.create(named.name, kind=named.kind)
        actor_id = known.id
    return archive.actors.get(actor_id).id


def keep_names(archive: Archive, actor_id: int, proposals: Sequence[Proposal]) -> None:
    """Gives an actor the further names under which it is proposed."""
    actor = archive.actors.get(actor_id)
    known = {name_key(actor.name), *(name_key(name.name) for name in actor.names)}
    new = [each.value for each in proposals if name_key(each.value) not in known]
    if new:
        archive.actors.set_names(actor_id, (*actor.names, *map(ActorName, new)))


def tag_mentions(
    archive: Archive, proposal: Proposal, actor_id: int, passages: Passages
) -> list[int]:
    """Tags the excerpt around each mention with an actor; gives the excerpts.

    An entry of a reference list names authors and titles; it tells of nobody.
    """
    made: dict[int, None] = {}
    for mention in _places(archive, proposal):
        if passages.is_in_reference(mention.start):
            continue
        excerpt_id = passages.around(mention.start, mention.end)
        if excerpt_id in made:
            continue
        made[excerpt_id] = None
        if excerpt_id in passages.made or not _is_in(archive, excerpt_id, actor_id):
            archive.links.tag_actor(excerpt_id, actor_id, Role.MENTIONED)
    return list(made)


def _is_in(archive: Archive, excerpt_id: int, actor_id: int) -> bool:
    """Says whether an actor has a role in an excerpt: who speaks there is not merely mentioned."""
    known = archive.excerpts.tags([excerpt_id]).actors.get(excerpt_id, [])
    return actor_id in {actor.id for actor, _ in known}


def keep_source(
    archive: Archive, proposal: Proposal, named: Named, stance: Stance | None, passages: Passages
) -> list[int]:
    """Makes an excerpt of a statement with its speaker; gives the excerpt.

    Who was only mentioned in it is its source from then on, and not both.
    """
    actor_id = keep_actor(archive, named)
    excerpt_id = passages.exactly(*passages.without_markers(proposal.start, proposal.end))
    archive.links.tag_actor(excerpt_id, actor_id, Role.SOURCE, stance)
    for actor, link in archive.excerpts.tags([excerpt_id]).actors.get(excerpt_id, []):
        if actor.id == actor_id and link.role is Role.MENTIONED:
            archive.links.untag_actor(link.id)
    return [excerpt_id]


def suggested_claim(archive: Archive, proposal: Proposal, passages: Passages) -> Claim:
    """Gives a figure as a claim: of the event and speaker of its excerpt, as of a date near it."""
    details = first_place(archive, proposal).details
    excerpt_id = passages.holding(proposal.start, proposal.end)
    event_id = speaker_id = None
    if excerpt_id is not None:
        tags = archive.excerpts.tags([excerpt_id])
        events = tags.events.get(excerpt_id, [])
        event_id = events[0].id if len(events) == 1 else None
        speakers = [
            actor.id for actor, link in tags.actors.get(excerpt_id, []) if link.role is Role.SOURCE
        ]
        speaker_id = speakers[0] if len(speakers) == 1 else None
    first, last = passages.sentence(proposal.start, proposal.end)
    unit = str(details.get("unit") or "")
    return Claim(
        id=0,
        uid="",
        excerpt_id=excerpt_id or 0,
        event_id=event_id,
        property=str(details.get("property") or unit or "figure"),
        minimum=details.get("minimum"),
        maximum=details.get("maximum"),
        unit=unit,
        text=proposal.text,
        as_of=_as_of(archive, proposal.document_id, first, last),
        speaker_id=speaker_id,
    )


def keep_claim(archive: Archive, proposal: Proposal, claim: Claim, passages: Passages) -> int:
    """Makes a claim on an excerpt around the figure; gives the excerpt's id."""
    excerpt_id = passages.around(proposal.start, proposal.end)
    archive.claims.create(excerpt_id, **{name: getattr(claim, name) for name in _CLAIM_FIELDS})
    return excerpt_id


def _as_of(archive: Archive, document_id: int, start: int, end: int) -> UncertainDate | None:
    """Gives the date in a figure's own sentence; that it holds for the figure is inferred."""
    for found in archive.documents.dates(document_id):
        if start <= found.start and found.end <= end and found.date.earliest is not None:
            return replace(found.date, certainty=Certainty.INFERRED)
    return None


def resolve_marker(archive: Archive, proposal: Proposal) -> None:
    """Gives a label its citation: of the one entry it leads to, else one that is only a label."""
    markers = [
        marker
        for marker in archive.markers.in_document(proposal.document_id)
        if marker.label == proposal.value and marker.kind is not MarkerKind.FLAG
    ]
    if not markers:
        raise NotFoundError(
            f"The document has no citation marker [{proposal.value}]; reject the suggestion."
        )
    if any(marker.state is LinkState.AMBIGUOUS for marker in markers):
        raise InvalidValueError(
            f"Several references of the document can be meant by [{proposal.value}]; "
            "edit it to choose one."
        )
    archive.markers.citation_for(markers[0].id)


def keep_reference(archive: Archive, proposal: Proposal, fields: Mapping[str, Any]) -> int:
    """Makes a citation of an entry, to which the markers of the text lead; gives its id."""
    item = suggested_item(archive, proposal)
    given = {"item": item or None, "raw": proposal.value, **fields}
    citation_id = archive.citations.create(**given)
    archive.markers.lead_to(proposal.document_id, range(proposal.start, proposal.end), citation_id)
    return citation_id


def _is_there(archive: Archive, actor_id: int) -> bool:
    """Says whether an actor is there: it may have been merged or deleted since it was found."""
    return any(actor.id == actor_id for actor in archive.actors.all())


def _places(archive: Archive, proposal: Proposal) -> list[Suggestion]:
    found = archive.suggestions.places(proposal)
    if not found:
        raise NotFoundError(
            f"“{short(proposal.text)}” is no longer proposed: the document was looked"
            " through again. Choose another suggestion."
        )
    return found


def first_place(archive: Archive, proposal: Proposal) -> Suggestion:
    """Gives the first place of a proposal, with what is known of it.

    Raises:
        NotFoundError: It is no longer proposed.
    """
    return _places(archive, proposal)[0]


def short(text: str) -> str:
    """Gives the beginning of a text for a step's name or a sentence."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_NAME else words[: _LONGEST_NAME - 1] + "…"
