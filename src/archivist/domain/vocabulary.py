"""The closed lists of words of an archive: what roles, kinds and states there are."""

from enum import StrEnum


class TextSource(StrEnum):
    """Where a page's text comes from."""

    EMBEDDED = "embedded"
    OCR = "ocr"
    NONE = "none"


class BlockKind(StrEnum):
    """What a range of text is, so that reading keeps its shape."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    TABLE_CELL = "table cell"
    FOOTNOTE = "footnote"
    REFERENCE_ENTRY = "reference entry"
    PREFORMATTED = "preformatted"
    PICTURE = "picture"  # the picture's alternative text, or U+FFFC where it has none


class MarkKind(StrEnum):
    """Inline marks over a text."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKETHROUGH = "strikethrough"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    LINK = "link"  # value: the target, "#cite_note-23" or an address
    ANCHOR = "anchor"  # value: the name that links of this document lead to
    CITE = "cite"  # value: what the page's own markup says of a source (`domain.coins`); unseen


class MarkerKind(StrEnum):
    """What a marker is: a citation, a note, or a maintenance flag that cites nothing."""

    REFERENCE = "reference"
    NOTE = "note"
    FLAG = "flag"


class LinkState(StrEnum):
    """Whether a marker is known to lead to a citation."""

    RESOLVED = "resolved"
    UNRESOLVED = "unresolved"
    AMBIGUOUS = "ambiguous"
    MANUAL = "manual"


class ExcerptState(StrEnum):
    """How far the work on an excerpt has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


class AnchorState(StrEnum):
    """Whether an excerpt still stands where it was made."""

    ANCHORED = "anchored"
    MOVED = "moved"
    ORPHANED = "orphaned"


class ActorKind(StrEnum):
    """What an actor is; UNSTATED until somebody says so, since a name alone does not."""

    UNSTATED = ""
    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    STATE = "state"
    BODY = "body"
    FAMILY = "family"


class NameType(StrEnum):
    """How a further name relates to an actor's preferred name."""

    ALIAS = "alias"
    FORMER = "former name"
    TRANSLITERATION = "transliteration"


class Role(StrEnum):
    """What an actor does in an excerpt; a perpetrator is always an alleged one."""

    SOURCE = "source"
    PERPETRATOR = "perpetrator"
    VICTIM = "victim"
    WITNESS = "witness"
    PARTICIPANT = "participant"
    INTERVENING = "intervening"
    ORGANIZER = "organizer"
    MENTIONED = "mentioned"


class Stance(StrEnum):
    """How a source stands to what the excerpt says."""

    ASSERTS = "asserts"
    DENIES = "denies"
    REPORTS = "reports"
    CHARACTERIZES = "characterizes"
    QUESTIONS = "questions"


class Relation(StrEnum):
    """What a citation does for an excerpt."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


class LinkOrigin(StrEnum):
    """How an excerpt came to be linked to a citation."""

    MARKER = "marker"
    BY_HAND = "by hand"


class CitationState(StrEnum):
    """How much of a citation is known: a label only, guessed fields, or checked by a person."""

    STUB = "stub"
    PARSED = "parsed"
    VERIFIED = "verified"


class ClaimStatus(StrEnum):
    """What a person thinks of a claim, beside others about the same thing."""

    ACCEPTED = "accepted"
    CONFLICT = "conflict"
    WORK_NEEDED = "work needed"
    ISSUE = "issue"


class AnnotationKind(StrEnum):
    """How somebody marked a place of a document with another program."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKEOUT = "strikeout"
    NOTE = "note"
    AREA = "area"


class StepKind(StrEnum):
    """Whether a person did a step, or undid or redid an earlier one."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class HitKind(StrEnum):
    """What a search has found."""

    PASSAGE = "passage"
    EVENT = "event"
    ACTOR = "actor"
    CITATION = "citation"
    DOCUMENT = "document"
    NOTE = "note"
