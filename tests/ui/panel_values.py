"""Values of a small invented archive, for tests of the panels that show them."""

from archivist.domain.dates import Certainty, from_edtf
from archivist.domain.model import (
    Actor,
    ActorLink,
    ActorName,
    Anchor,
    Citation,
    CitationLink,
    Claim,
    Event,
    Excerpt,
    Topic,
)
from archivist.domain.vocabulary import (
    ActorKind,
    AnchorState,
    CitationState,
    ExcerptState,
    NameType,
    Relation,
    Role,
    Stance,
)
from archivist.ui.inspector_model import ActorTag, CitationTag, ClaimLine, InspectorModel
from archivist.ui.tag_picker.model import PickerModel

EVACUATION = Event(
    1, "e1", "Evacuation to Syunik", color="#c2410c", date=from_edtf("2023-09-24/..")
)
BLOCKADE = Event(2, "e2", "Blockade of the corridor", date=from_edtf("2023-09"))
VISIT = Event(3, "e3", "Commissioner's visit", date=from_edtf("2023-10-16/2023-10-23"))
ANAHIT = Actor(
    11,
    "a11",
    "Anahit Avanesian",
    ActorKind.PERSON,
    names=(ActorName("Անահիտ Ավանեսյան", NameType.TRANSLITERATION, "hy"),),
)
COMMITTEE = Actor(12, "a12", "Evacuation Committee", ActorKind.BODY)
RED_CROSS = Actor(
    13,
    "a13",
    "Red Cross",
    ActorKind.ORGANIZATION,
    names=(ActorName("ICRC", NameType.ALIAS), ActorName("Comité international")),
)
HEALTH = Topic(21, "t21", "Health")
HUNGER = Topic(22, "t22", "Hunger", parent_id=21)
BRIEFING = Citation(
    31,
    "c31",
    "90",
    {
        "type": "report",
        "title": "Health ministry briefing",
        "author": [{"literal": "Ministry of Health"}],
        "issued": {"date-parts": [[2023, 9, 27]]},
    },
    "Ministry of Health. Health ministry briefing. 27 September 2023.",
    CitationState.PARSED,
    date=from_edtf("2023-09-27"),
)
STATEMENT = Citation(
    32,
    "c32",
    "91",
    {"type": "webpage", "title": "Statement on the convoy"},
    "",
    CitationState.VERIFIED,
    date=from_edtf("2023-10-19"),
)
QUOTE = (
    "The health minister, Anahit Avanesian, said that some of the people who left had died on the "
    "way, worn down by hunger, missing medicines and a drive of up to forty hours."
)
NEAREST = from_edtf("2023-09-24", text="On 24 September", certainty=Certainty.INFERRED)


def excerpt(number: int = 14, *, note: str = "Compare with the Red Cross count.") -> Excerpt:
    return Excerpt(
        number,
        f"x{number}",
        1,
        number,
        Anchor(412, 412 + len(QUOTE), QUOTE, page=2),
        note,
        ExcerptState.DRAFT,
        AnchorState.ANCHORED,
        "2026-11-22T14:03:00Z",
        "anna",
        "2026-11-22T15:10:00Z",
    )


def inspector_model(
    number: int = 14, *, note: str = "Compare with the Red Cross count."
) -> InspectorModel:
    return InspectorModel(
        excerpt=excerpt(number, note=note),
        document_title="Flight from Karabakh (article)",
        page_label="2",
        events=(EVACUATION,),
        actors=(ActorTag(ANAHIT, ActorLink(101, number, 11, Role.SOURCE, Stance.ASSERTS)),),
        topics=(HUNGER,),
        citations=(
            CitationTag(
                BRIEFING, CitationLink(201, number, 31, "2", Relation.SUPPORTS, confidence=3), "90"
            ),
        ),
        claims=(
            ClaimLine(
                Claim(301, "m301", number, 1, "travel time", None, 40.0, "hours", speaker_id=11),
                speaker="Anahit Avanesian",
            ),
        ),
        nearest_date=NEAREST,
    )


def picker_model() -> PickerModel:
    return PickerModel(
        events=(EVACUATION, BLOCKADE, VISIT),
        actors=(ANAHIT, COMMITTEE, RED_CROSS),
        topics=(HEALTH, HUNGER),
        citations=(BRIEFING, STATEMENT),
        labels={31: "90", 32: "91"},
        recent=(("event", 2), ("actor", 13)),
        nearest_date=NEAREST,
        following=("90",),
    )
