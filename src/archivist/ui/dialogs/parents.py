"""Which thing may hold another: never itself, and none of those that it holds."""

from collections.abc import Sequence
from typing import TypeVar

from archivist.domain.model import Event, Topic

_Held = TypeVar("_Held", Event, Topic)


def possible_parents(thing: _Held, things: Sequence[_Held]) -> list[_Held]:
    """Gives the events (or topics) that another may be part of without a circle."""
    inside = {thing.id} if thing.id else set()
    grown = bool(inside)
    while grown:
        more = {each.id for each in things if each.parent_id in inside} - inside
        inside |= more
        grown = bool(more)
    return [each for each in things if each.id not in inside]
