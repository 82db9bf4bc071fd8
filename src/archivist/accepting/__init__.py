"""From suggestions to what they stand for: what each kind becomes, and the steps that decide."""

from archivist.accepting.becoming import (
    Named,
    confirmed,
    suggested_actor,
    suggested_claim,
    suggested_date,
    suggested_item,
    suggested_stance,
)
from archivist.accepting.deciding import (
    Accepted,
    accept,
    accept_date,
    accept_date_of_event,
    accept_figure,
    accept_marker,
    accept_name,
    accept_reference,
    accept_source,
    reject,
)
from archivist.accepting.passages import Passages

__all__ = [
    "Accepted",
    "Named",
    "Passages",
    "accept",
    "accept_date",
    "accept_date_of_event",
    "accept_figure",
    "accept_marker",
    "accept_name",
    "accept_reference",
    "accept_source",
    "confirmed",
    "reject",
    "suggested_actor",
    "suggested_claim",
    "suggested_date",
    "suggested_item",
    "suggested_stance",
]
