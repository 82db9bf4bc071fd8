"""What the review says of a suggestion: where it stands, and what accepting it would make."""

from PySide6.QtCore import QCoreApplication

from archivist import accepting
from archivist.archive.archive import Archive
from archivist.domain.dates import Certainty, reading
from archivist.domain.errors import ArchivistError
from archivist.domain.suggestions import Proposal, Suggestion, SuggestionKind
from archivist.ui.naming import claim_text
from archivist.ui.review.model import Detail
from archivist.ui.review.words import from_word, kind_word, to_word
from archivist.ui.words import word

_BEFORE, _AFTER = 120, 160  # code points of context
_LONGEST = 600  # code points of the words themselves

translate = QCoreApplication.translate


def detail(archive: Archive, proposal: Proposal, text: str, event_id: int | None) -> Detail:
    """Gives what is said of a suggestion.

    Args:
        archive: The archive.
        proposal: The suggestion.
        text: Its document's text.
        event_id: The event that is chosen, to which a date can be given.

    Raises:
        NotFoundError: It is no longer proposed.
    """
    first = archive.suggestions.places(proposal)[:1]
    becomes = problem = ""
    try:
        becomes = _becomes(archive, proposal)
    except ArchivistError as fault:
        problem = fault.sentence
    event = ""
    if proposal.kind is SuggestionKind.DATE and event_id is not None:
        event = archive.events.get(event_id).name
    before = text[max(0, proposal.start - _BEFORE - 1) : proposal.start]
    after = text[proposal.end : proposal.end + _AFTER + 1]
    words = text[proposal.start : proposal.end]
    return Detail(
        title=_title(proposal, first[0] if first else None),
        before=from_word(before, _BEFORE),
        words=words if len(words) <= _LONGEST else words[:_LONGEST] + "…",
        after=to_word(after, _AFTER),
        becomes=becomes,
        problem=problem,
        documents=len(archive.suggestions.alike(proposal)),
        event=event,
    )


def _title(proposal: Proposal, first: Suggestion | None) -> str:
    parts = [kind_word(proposal.kind).capitalize()]
    details = first.details if first else {}
    if proposal.kind is SuggestionKind.DATE and first is not None:
        parts.append(word(Certainty(details["certainty"])))
    elif proposal.kind is SuggestionKind.MARKER:
        parts.append(str(details.get("state") or ""))
    elif proposal.kind in {SuggestionKind.NAME, SuggestionKind.SOURCE}:
        parts.append(proposal.value)
    if proposal.count > 1:
        parts.append(translate("Review", "%n place(s)", "", proposal.count))
    return " · ".join(part for part in parts if part)


def _becomes(archive: Archive, proposal: Proposal) -> str:
    match proposal.kind:
        case SuggestionKind.DATE:
            date = accepting.suggested_date(archive, proposal)
            if date.earliest is None and date.latest is None:
                return translate("Review", "No year is known: edit it to add one.")
            return translate(
                "Review", "Accept: it means {date}, and is stated from then on."
            ).format(date=reading(accepting.confirmed(date)))
        case SuggestionKind.NAME:
            named = accepting.suggested_actor(archive, proposal)
            if named.actor_id is not None:
                told = translate(
                    "Review",
                    "Accept: tags %n mention(s) with the actor “{name}”.",
                    "",
                    proposal.count,
                )
                return told.format(name=archive.actors.get(named.actor_id).name)
            told = translate(
                "Review", "Accept: makes the actor “{name}” ({kind}) and tags %n mention(s).",
                "", proposal.count,
            )  # fmt: skip
            return told.format(name=named.name, kind=word(named.kind))
        case SuggestionKind.SOURCE:
            named = accepting.suggested_actor(archive, proposal)
            stance = accepting.suggested_stance(archive, proposal)
            return translate(
                "Review",
                "Accept: an excerpt of the statement, with “{name}” as its source{stance}.",
            ).format(name=named.name, stance=f", {word(stance)}" if stance else "")
        case SuggestionKind.FIGURE:
            passages = accepting.Passages(archive, proposal.document_id)
            claim = accepting.suggested_claim(archive, proposal, passages)
            return translate("Review", "Accept: a figure of its passage: {claim}.").format(
                claim=claim_text(claim)
            )
        case SuggestionKind.MARKER:
            return translate(
                "Review", "Accept: a new citation that [{label}] means in this document."
            ).format(label=proposal.value)
        case _:
            return translate("Review", "Accept: a citation made of this entry, for its markers.")
