from pathlib import Path

import pytest
from tests.curation import add_text, highlight, new_archive

from archivist.domain.errors import InvalidValueError
from archivist.domain.model import ActorName
from archivist.domain.vocabulary import ActorKind, NameType, Role, Stance


def test_an_actor_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        names = (
            ActorName("ICRC"),
            ActorName("Կարմիր խաչ", NameType.TRANSLITERATION, "hy"),
            ActorName("icrc"),
            ActorName("RED CROSS"),
        )
        made = archive.actors.create(
            "Red Cross",
            kind=ActorKind.ORGANIZATION,
            identifiers={" Wikidata ": " Q7178 ", "viaf": ""},
            names=names,
        )
        actor = archive.actors.get(made)
        assert actor.names == names[:2]
        assert actor.identifiers == {"wikidata": "Q7178"}
        for name in ("red cross", "icrc ", "կարմիր ԽԱՉ"):
            found = archive.actors.by_name(name)
            assert found == actor
        assert archive.actors.ensure("ICRC") == made
        assert archive.actors.by_name("Unknown") is None


def test_a_second_actor_of_one_preferred_name_is_refused(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        archive.actors.create("Red Cross")
        with pytest.raises(InvalidValueError, match="already an actor “Red Cross”"):
            archive.actors.create("red  cross")
        with pytest.raises(InvalidValueError):
            archive.actors.create("")
        with pytest.raises(InvalidValueError):
            archive.actors.create("Blue Cross", names=[ActorName(" ")])


def test_a_further_name_of_several_actors_is_never_guessed_at(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        archive.actors.create("Ilham", names=[ActorName("the President")])
        archive.actors.create("Charles", names=[ActorName("The President")])
        with pytest.raises(InvalidValueError, match="“Charles”, “Ilham”"):
            archive.actors.ensure("the president")
        preferred = archive.actors.create("The President")
        assert archive.actors.ensure("the president") == preferred


def test_every_field_of_an_actor_can_be_changed_and_undone(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        actor = archive.actors.create("Anahit")
        before = archive.actors.get(actor)
        archive.actors.update(
            actor,
            name="Anahit Avanesian",
            kind=ActorKind.STATE,
            description="minister",
            identifiers={"viaf": "1"},
            names=[ActorName("Anahit", NameType.FORMER)],
        )
        changed = archive.actors.get(actor)
        assert (changed.name, changed.kind, changed.description) == (
            "Anahit Avanesian",
            ActorKind.STATE,
            "minister",
        )
        assert changed.names == (ActorName("Anahit", NameType.FORMER),)
        assert archive.history.undo() == "Edit actor “Anahit”"
        assert archive.actors.get(actor) == before


def test_setting_the_names_an_actor_has_already_leaves_no_step(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        actor = archive.actors.create("Anahit", names=[ActorName("A.")])
        archive.actors.set_names(actor, [ActorName("A.")])
        assert archive.history.undoable == "New actor “Anahit”"
        archive.actors.set_names(actor, [])
        assert archive.actors.get(actor).names == ()
        assert archive.history.undoable == "Edit names of “Anahit”"


def test_merging_actors_keeps_names_identifiers_roles_and_claims(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive)
        bread, rain, some = (highlight(archive, document, w) for w in ("bread", "rain", "some"))
        keep = archive.actors.create(
            "Red Cross", kind=ActorKind.BODY, identifiers={"viaf": "1"}, description="aid"
        )
        gone = archive.actors.create(
            "ICRC",
            kind=ActorKind.ORGANIZATION,
            identifiers={"viaf": "2", "isni": "3"},
            description="Geneva",
            names=[ActorName("red cross"), ActorName("CICR", language="fr")],
        )
        archive.links.tag_actor(bread, keep, Role.MENTIONED)
        archive.links.tag_actor(bread, gone, Role.SOURCE, Stance.REPORTS)
        archive.links.tag_actor(rain, gone, Role.WITNESS)
        archive.links.tag_actor(some, keep, Role.SOURCE)
        archive.links.tag_actor(some, gone, Role.SOURCE, Stance.DENIES)
        claim = archive.claims.create(rain, property="people", minimum=1, speaker_id=gone)
        before = (archive.actors.all(), archive.excerpts.tags())

        archive.actors.merge(keep, gone)

        merged = archive.actors.get(keep)
        assert merged.names == (ActorName("ICRC"), ActorName("CICR", language="fr"))
        assert merged.identifiers == {"viaf": "1", "isni": "3"}
        lines = merged.description.split("\n")
        assert lines == ["aid", "Geneva", "viaf: 2", "kind: organization"]
        actors = archive.excerpts.tags().actors
        facts = {
            excerpt: [(link.role, link.stance) for _, link in actors[excerpt]]
            for excerpt in (bread, rain, some)
        }
        assert facts == {
            bread: [(Role.SOURCE, Stance.REPORTS)],
            rain: [(Role.WITNESS, None)],
            some: [(Role.SOURCE, Stance.DENIES)],
        }
        assert archive.claims.get(claim).speaker_id == keep
        assert archive.actors.counts() == {keep: 3}
        assert archive.history.undo() == "Merge actor “ICRC” into “Red Cross”"
        assert (archive.actors.all(), archive.excerpts.tags()) == before


def test_a_stance_that_two_merged_actors_differ_in_stays_in_the_excerpts_note(
    tmp_path: Path,
) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        archive.excerpts.set_note(excerpt, "checked")
        keep, gone = archive.actors.create("Ministry"), archive.actors.create("Minister")
        archive.links.tag_actor(excerpt, keep, Role.SOURCE, Stance.ASSERTS)
        archive.links.tag_actor(excerpt, gone, Role.SOURCE, Stance.DENIES)
        archive.actors.merge(keep, gone)
        [(_, link)] = archive.excerpts.tags().actors[excerpt]
        assert link.stance is Stance.ASSERTS
        assert archive.excerpts.get(excerpt).note == "checked\nMinister: source, denies"


def test_an_actors_own_mention_beside_a_role_survives_a_merge_elsewhere(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        keep, gone = archive.actors.create("Ministry"), archive.actors.create("Minister")
        archive.links.tag_actor(excerpt, keep, Role.MENTIONED)
        archive.links.tag_actor(excerpt, keep, Role.VICTIM)
        archive.actors.merge(keep, gone)
        roles = [link.role for _, link in archive.excerpts.tags().actors[excerpt]]
        assert roles == [Role.VICTIM, Role.MENTIONED]


def test_deleting_an_actor_leaves_its_claims_without_a_speaker(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        excerpt = highlight(archive, add_text(archive), "bread")
        actor = archive.actors.create("Ministry")
        claim = archive.claims.create(excerpt, property="loaves", minimum=1, speaker_id=actor)
        archive.actors.delete(actor)
        assert archive.claims.get(claim).speaker_id is None
        archive.history.undo()
        assert archive.claims.get(claim).speaker_id == actor


def test_what_an_actor_is_stays_unsaid_until_somebody_says_it(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        unsaid = archive.actors.ensure("Azerbaijan")
        assert archive.actors.get(unsaid).kind is ActorKind.UNSTATED
        said = archive.actors.create("Republic of Azerbaijan", kind=ActorKind.STATE)
        archive.actors.merge(unsaid, said)
        merged = archive.actors.get(unsaid)
        assert merged.kind is ActorKind.STATE
        assert merged.description == ""
