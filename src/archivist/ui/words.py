"""The words a person reads for the archive's vocabularies, in the language of the window."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from archivist.domain.dates import Certainty, Extent
from archivist.domain.vocabulary import (
    ActorKind,
    AnchorState,
    AnnotationKind,
    CitationState,
    ClaimStatus,
    ExcerptState,
    NameType,
    Relation,
    Role,
    Stance,
)

_WORDS: dict[StrEnum, object] = {
    Role.SOURCE: QT_TRANSLATE_NOOP("Words", "source"),
    Role.PERPETRATOR: QT_TRANSLATE_NOOP("Words", "alleged perpetrator"),
    Role.VICTIM: QT_TRANSLATE_NOOP("Words", "victim"),
    Role.WITNESS: QT_TRANSLATE_NOOP("Words", "witness"),
    Role.PARTICIPANT: QT_TRANSLATE_NOOP("Words", "participant"),
    Role.INTERVENING: QT_TRANSLATE_NOOP("Words", "intervening"),
    Role.ORGANIZER: QT_TRANSLATE_NOOP("Words", "organizer"),
    Role.MENTIONED: QT_TRANSLATE_NOOP("Words", "mentioned"),
    Stance.ASSERTS: QT_TRANSLATE_NOOP("Words", "asserts"),
    Stance.DENIES: QT_TRANSLATE_NOOP("Words", "denies"),
    Stance.REPORTS: QT_TRANSLATE_NOOP("Words", "reports"),
    Stance.CHARACTERIZES: QT_TRANSLATE_NOOP("Words", "characterizes"),
    Stance.QUESTIONS: QT_TRANSLATE_NOOP("Words", "questions"),
    Relation.SUPPORTS: QT_TRANSLATE_NOOP("Words", "supports"),
    Relation.CONTRADICTS: QT_TRANSLATE_NOOP("Words", "contradicts"),
    Relation.MENTIONS: QT_TRANSLATE_NOOP("Words", "mentions"),
    ActorKind.UNSTATED: QT_TRANSLATE_NOOP("Words", "not stated"),
    ActorKind.PERSON: QT_TRANSLATE_NOOP("Words", "person"),
    ActorKind.ORGANIZATION: QT_TRANSLATE_NOOP("Words", "organization"),
    ActorKind.GROUP: QT_TRANSLATE_NOOP("Words", "group"),
    ActorKind.STATE: QT_TRANSLATE_NOOP("Words", "state"),
    ActorKind.BODY: QT_TRANSLATE_NOOP("Words", "body"),
    ActorKind.FAMILY: QT_TRANSLATE_NOOP("Words", "family"),
    NameType.ALIAS: QT_TRANSLATE_NOOP("Words", "alias"),
    NameType.FORMER: QT_TRANSLATE_NOOP("Words", "former name"),
    NameType.TRANSLITERATION: QT_TRANSLATE_NOOP("Words", "transliteration"),
    ClaimStatus.ACCEPTED: QT_TRANSLATE_NOOP("Words", "accepted"),
    ClaimStatus.CONFLICT: QT_TRANSLATE_NOOP("Words", "conflict"),
    ClaimStatus.WORK_NEEDED: QT_TRANSLATE_NOOP("Words", "work needed"),
    ClaimStatus.ISSUE: QT_TRANSLATE_NOOP("Words", "issue"),
    CitationState.STUB: QT_TRANSLATE_NOOP("Words", "stub: only a label is known"),
    CitationState.PARSED: QT_TRANSLATE_NOOP("Words", "parsed: fields are guesses"),
    CitationState.VERIFIED: QT_TRANSLATE_NOOP("Words", "verified by a person"),
    ExcerptState.DRAFT: QT_TRANSLATE_NOOP("Words", "draft"),
    ExcerptState.REVIEWED: QT_TRANSLATE_NOOP("Words", "reviewed"),
    AnchorState.ANCHORED: QT_TRANSLATE_NOOP("Words", "anchored\u00a0✓"),
    AnchorState.MOVED: QT_TRANSLATE_NOOP("Words", "moved"),
    AnchorState.ORPHANED: QT_TRANSLATE_NOOP("Words", "orphaned"),
    AnnotationKind.HIGHLIGHT: QT_TRANSLATE_NOOP("Words", "highlighted"),
    AnnotationKind.UNDERLINE: QT_TRANSLATE_NOOP("Words", "underlined"),
    AnnotationKind.STRIKEOUT: QT_TRANSLATE_NOOP("Words", "struck out"),
    AnnotationKind.NOTE: QT_TRANSLATE_NOOP("Words", "noted"),
    AnnotationKind.AREA: QT_TRANSLATE_NOOP("Words", "drawn"),
    Certainty.STATED: QT_TRANSLATE_NOOP("Words", "stated"),
    Certainty.APPROXIMATE: QT_TRANSLATE_NOOP("Words", "approximate"),
    Certainty.INFERRED: QT_TRANSLATE_NOOP("Words", "inferred"),
    Certainty.QUESTIONABLE: QT_TRANSLATE_NOOP("Words", "questionable"),
    Extent.SPAN: QT_TRANSLATE_NOOP("Words", "lasting from – to"),
    Extent.BETWEEN: QT_TRANSLATE_NOOP("Words", "some time within"),
}

_CONFIDENCE = (
    QT_TRANSLATE_NOOP("Words", "0 – very low"),
    QT_TRANSLATE_NOOP("Words", "1 – low"),
    QT_TRANSLATE_NOOP("Words", "2 – fair"),
    QT_TRANSLATE_NOOP("Words", "3 – high"),
    QT_TRANSLATE_NOOP("Words", "4 – very high"),
)
_NOT_JUDGED = QT_TRANSLATE_NOOP("Words", "not judged")


def word(value: StrEnum) -> str:
    """Gives the word for a role, stance, relation, kind, state, certainty or extent."""
    return QCoreApplication.translate("Words", str(_WORDS[value]))


def confidence_word(confidence: int | None) -> str:
    """Gives the words for a confidence of 0–4, or for none."""
    source = _NOT_JUDGED if confidence is None else _CONFIDENCE[confidence]
    return QCoreApplication.translate("Words", str(source))
