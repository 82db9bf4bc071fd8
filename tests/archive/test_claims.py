from pathlib import Path

import pytest
from tests.curation import add_text, highlight, new_archive

from archivist.archive.archive import Archive
from archivist.domain.dates import from_edtf
from archivist.domain.errors import InvalidValueError, NotFoundError
from archivist.domain.vocabulary import ClaimStatus


def figures(archive: Archive) -> list[list[tuple[float | None, float | None]]]:
    return [
        [(claim.minimum, claim.maximum) for claim in group] for group in archive.claims.conflicts()
    ]


def test_a_claim_keeps_every_fact_and_can_be_changed_and_undone(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "forty hours")
        event, speaker = archive.events.create("Flight"), archive.actors.create("Minister")
        made = archive.claims.create(
            excerpt,
            property=" travel  time ",
            maximum=40,
            unit="hours",
            text="up to forty hours",
            event_id=event,
            as_of=from_edtf("2023-09-27"),
            speaker_id=speaker,
            confidence=3,
            status=ClaimStatus.WORK_NEEDED,
        )
        claim = archive.claims.get(made)
        assert (claim.property, claim.minimum, claim.maximum) == ("travel time", None, 40)
        assert (claim.as_of, claim.speaker_id) == (from_edtf("2023-09-27"), speaker)
        archive.claims.update(made, minimum=30, status=ClaimStatus.CONFLICT)
        changed = archive.claims.get(made)
        assert (changed.minimum, changed.maximum, changed.text) == (30, 40, "up to forty hours")
        assert archive.history.undo() == "Edit claim “travel time”"
        assert archive.claims.get(made) == claim
        archive.claims.delete(made)
        with pytest.raises(NotFoundError):
            archive.claims.get(made)


@pytest.mark.parametrize(
    "fields",
    [
        {"property": " "},
        {"minimum": 5.0, "maximum": 4.0},
        {"minimum": float("nan")},
        {"maximum": float("inf")},
        {"confidence": 5},
    ],
)
def test_a_claim_that_cannot_be_is_refused(tmp_path: Path, fields: dict[str, float]) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        made = archive.claims.create(excerpt, property="loaves")
        with pytest.raises(InvalidValueError):
            archive.claims.update(made, **fields)


def test_figures_conflict_when_their_ranges_do_not_meet(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        event, other = archive.events.create("Flight"), archive.events.create("Siege")

        def claim(low: float | None, high: float | None, of: int = event, unit: str = "") -> None:
            archive.claims.create(
                excerpt, property="Dead", minimum=low, maximum=high, event_id=of, unit=unit
            )

        claim(60, 68)
        claim(65, 70)
        claim(None, None)
        claim(900, 900, other)
        claim(900, 900, event, "families")
        assert figures(archive) == []
        claim(69, None)
        assert figures(archive) == [[(60, 68), (69, None)]]
        claim(None, 64)
        assert figures(archive) == [[(60, 68), (65, 70), (69, None), (None, 64)]]


def test_claims_are_compared_whatever_case_their_property_is_written_in(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        event = archive.events.create("Flight")
        archive.claims.create(excerpt, property="dead", minimum=1, maximum=1, event_id=event)
        archive.claims.create(excerpt, property="Dead", minimum=2, maximum=2, event_id=event)
        assert figures(archive) == [[(2, 2), (1, 1)]]


def test_figures_of_different_days_can_both_be_right(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        event = archive.events.create("Flight")
        made = [
            archive.claims.create(
                excerpt,
                property="dead",
                minimum=figure,
                maximum=figure,
                event_id=event,
                as_of=from_edtf(day),
            )
            for figure, day in ((60, "2023-09-27"), (200, "2023-09-30"))
        ]
        assert figures(archive) == []
        archive.claims.update(made[1], as_of=from_edtf("2023-09"))
        assert figures(archive) == [[(60, 60), (200, 200)]]
        archive.claims.update(made[1], as_of=None)
        assert figures(archive) == [[(60, 60), (200, 200)]]


def test_figures_are_of_the_event_that_their_passage_is_tagged_with_first(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive, "There was no bread, and no water.")
        event, other = archive.events.create("Flight"), archive.events.create("Siege")
        for words, figure in (("bread", 60), ("water", 200)):
            excerpt = highlight(archive, document, words)
            archive.claims.create(excerpt, property="dead", minimum=figure, maximum=figure)
            assert figures(archive) == []
            archive.links.tag_event(excerpt, event)
            archive.links.tag_event(excerpt, other)
        assert figures(archive) == [[(60, 60), (200, 200)]]
        archive.history.undo()
        archive.history.undo()
        assert figures(archive) == [], "the figure was given its event in the tag's step"
