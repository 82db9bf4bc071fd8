"""The words for kinds of suggestions, in the language of the window."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from archivist.domain.suggestions import Proposal, SuggestionKind

_ONE: dict[SuggestionKind, object] = {
    SuggestionKind.DATE: QT_TRANSLATE_NOOP("Review", "date"),
    SuggestionKind.NAME: QT_TRANSLATE_NOOP("Review", "name"),
    SuggestionKind.SOURCE: QT_TRANSLATE_NOOP("Review", "source"),
    SuggestionKind.FIGURE: QT_TRANSLATE_NOOP("Review", "figure"),
    SuggestionKind.MARKER: QT_TRANSLATE_NOOP("Review", "marker"),
    SuggestionKind.REFERENCE: QT_TRANSLATE_NOOP("Review", "reference"),
}
_MANY: dict[SuggestionKind, object] = {
    SuggestionKind.DATE: QT_TRANSLATE_NOOP("Review", "Dates"),
    SuggestionKind.NAME: QT_TRANSLATE_NOOP("Review", "Names"),
    SuggestionKind.SOURCE: QT_TRANSLATE_NOOP("Review", "Sources"),
    SuggestionKind.FIGURE: QT_TRANSLATE_NOOP("Review", "Figures"),
    SuggestionKind.MARKER: QT_TRANSLATE_NOOP("Review", "Markers"),
    SuggestionKind.REFERENCE: QT_TRANSLATE_NOOP("Review", "References"),
}


def kind_word(kind: SuggestionKind) -> str:
    """Gives the word for one suggestion of a kind."""
    return QCoreApplication.translate("Review", str(_ONE[kind]))


def kind_words(kind: SuggestionKind) -> str:
    """Gives the word for all suggestions of a kind."""
    return QCoreApplication.translate("Review", str(_MANY[kind]))


def label(proposal: Proposal) -> str:
    """Gives what a suggestion is called in a list: its words, and what they are taken for."""
    words = " ".join(proposal.text.split())
    match proposal.kind:
        case SuggestionKind.NAME | SuggestionKind.REFERENCE:
            return " ".join(proposal.value.split())
        case SuggestionKind.MARKER:
            return f"[{proposal.value}]"
        case SuggestionKind.DATE:
            return f"{words} → {proposal.value}"
        case SuggestionKind.SOURCE:
            return f"{proposal.value}: {words}"
        case _:
            return words


def spoken(proposal: Proposal) -> str:
    """Gives what a screen reader says of a suggestion."""
    said = f"{kind_word(proposal.kind)}: {label(proposal)}"
    return f"{said} × {proposal.count:n}" if proposal.count > 1 else said


def from_word(text: str, most: int) -> str:
    """Gives the end of a text from a word's beginning, with a sign that something is before.

    Args:
        text: What stands before a passage.
        most: Code points of it that are kept.
    """
    if len(text) <= most:
        return text
    kept = text[len(text) - most :]
    return "…" + kept[kept.find(" ") + 1 :]


def to_word(text: str, most: int) -> str:
    """Gives the beginning of a text up to a word's end, with a sign that something follows."""
    if len(text) <= most:
        return text
    kept = text[:most]
    return kept[: kept.rfind(" ") + 1].rstrip() + "…"
