"""The columns of exported excerpts: their order is a promise to whoever reads the files."""

from archivist.exchange.tabular import SEPARATOR, Column

# How much text around an excerpt its row shows, in code points.
CONTEXT = 80

_MANY = f"Several values are joined with “{SEPARATOR}”."
_LIKE = "In the order of “{}”."
_REGION = (
    "A region of a page reads “[region p. 3: 72,100.5,200,50]”: the page, counted from 1, then"
    " left, top, width and height in points from the page’s top left corner; words that were taken"
    " from it follow after a space."
)


def _column(name: str, description: str, kind: str = "string") -> Column:
    return Column(name, kind, description)


COLUMNS = (
    _column("excerpt_id", "The excerpt's short name, never reused: document:number."),
    _column("excerpt", f"The passage, word for word. {_REGION}"),
    _column(
        "context_before",
        f"Up to {CONTEXT} characters of text before the passage; empty for a region.",
    ),
    _column(
        "context_after",
        f"Up to {CONTEXT} characters of text after the passage; empty for a region.",
    ),
    _column("note", "The researcher's note on the excerpt."),
    _column("state", "How far the work has come: draft or reviewed."),
    _column("document", "The document's title."),
    _column("document_author", "The document's author."),
    _column("document_date", "The document's date of publication, EDTF (ISO 8601-2)."),
    _column("page", "The printed label of the page, or of the first and the last one."),
    _column(
        "start",
        "Where the passage begins in the document's text, in code points; for a region, where the"
        " text of its page begins.",
        "integer",
    ),
    _column(
        "end",
        "Where it ends, in code points, exclusive; for a region the same as start.",
        "integer",
    ),
    _column("events", f"The events it tells of, by date, then name. {_MANY}"),
    _column("event_dates", f"The events' dates, EDTF (ISO 8601-2). {_LIKE.format('events')}"),
    _column(
        "event_earliest", f"The first day each can mean; open if empty. {_LIKE.format('events')}"
    ),
    _column("event_latest", f"The last day each can mean; open if empty. {_LIKE.format('events')}"),
    _column("actors", f"The actors in it, by role, then name. {_MANY}"),
    _column(
        "actor_kinds",
        "What each actor is: person, organization…; empty where nobody said."
        f" {_LIKE.format('actors')}",
    ),
    _column(
        "actor_roles",
        "What each does in the passage: source, perpetrator (alleged), victim, witness…"
        f" {_LIKE.format('actors')}",
    ),
    _column(
        "actor_stances",
        f"How a source stands to what is said: asserts, denies… {_LIKE.format('actors')}",
    ),
    _column("topics", f"Topics, each with those above it. {_MANY}"),
    _column("citations", f"The sources linked to it, as references. {_MANY}"),
    _column("citation_keys", f"The sources' keys. {_LIKE.format('citations')}"),
    _column(
        "citation_relations",
        f"What each source does: supports, contradicts, mentions. {_LIKE.format('citations')}",
    ),
    _column("citation_locators", f"Where in each source. {_LIKE.format('citations')}"),
    _column("citation_urls", f"Each source's address. {_LIKE.format('citations')}"),
    _column("markers", f"Labels of the markers in or directly after the passage. {_MANY}"),
    _column("unsourced_flags", f"Flags in or directly after it: “citation needed”. {_MANY}"),
    _column("claims", f"The figures it gives: property: figure unit (what is known). {_MANY}"),
    _column("document_sha256", "SHA-256 of the document's original file."),
    _column("document_source", "Where the document came from."),
    _column("shelfmark", "Where the original stands: repository / fonds / series / box / folder."),
    _column("anchor_state", "Whether it stands where it was made: anchored, moved, orphaned."),
    _column("created_at", "When the excerpt was made, UTC.", "datetime"),
    _column("created_by", "Who made it."),
    _column("modified_at", "When the excerpt itself was last changed, UTC.", "datetime"),
    _column("excerpt_uid", "The excerpt's UUID."),
)
