"""What was typed into the tag picker, read: a kind, a name, and for an actor role and stance."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["event", "actor", "topic", "citation"]

SIGNS: dict[str, Kind] = {"#": "event", "@": "actor", "/": "topic", "[": "citation"}


@dataclass(frozen=True, slots=True)
class Query:
    """A kind (None: any), the name as typed, and None where no `:` has been typed yet."""

    kind: Kind | None
    text: str
    role: str | None = None
    stance: str | None = None

    @property
    def has_role(self) -> bool:
        """Says whether a role is being given."""
        return self.role is not None


def read(typed: str, *, citations: bool = False) -> Query:
    """Reads what was typed; with `citations`, words without a sign mean citations."""
    stripped = typed.strip()
    kind: Kind | None = SIGNS.get(stripped[:1])
    text = stripped[1:].strip() if kind else stripped
    if kind is None and citations:
        kind = "citation"
    if kind == "citation":
        text = text.strip("[] ")
    return Query(kind, text)


def with_role(query: Query) -> Query:
    """Parts "anahit:source:asserts" into name, role and stance; a query without `:` stays."""
    if ":" not in query.text:
        return query
    name, role, *rest = (part.strip() for part in query.text.split(":"))
    return Query("actor", name, role, rest[0] if rest else None)
