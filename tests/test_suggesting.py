"""What was found is kept for a document as long as somebody has to decide on it."""

from pathlib import Path

from archivist.archive.archive import Archive
from archivist.domain.suggestions import SuggestionKind
from archivist.domain.vocabulary import ActorKind, Role
from archivist.finding.everything import find_everything
from archivist.suggesting import keep, sought
from tests.curation import add_text, highlight, new_archive

TEXT = "Local officials denied that the dam broke. It broke at night, Ann Orr wrote."


def names(archive: Archive, document_id: int) -> list[str]:
    """Looks through a document and gives the names that are open."""
    document = sought(archive, document_id)
    assert keep(archive, document, find_everything(document.text, known=document.known))
    return [each.value for each in archive.suggestions.open(document_id, SuggestionKind.NAME)]


def test_an_actor_that_is_tagged_wherever_it_is_mentioned_is_not_proposed(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive, TEXT)
        officials = archive.actors.create("Local officials", kind=ActorKind.GROUP)
        assert names(archive, document) == ["Local officials", "Ann Orr"]
        excerpt = highlight(archive, document, "Local officials denied that the dam broke.")
        archive.links.tag_actor(excerpt, officials, Role.SOURCE)
        assert names(archive, document) == ["Ann Orr"]


def test_one_mention_without_a_tag_keeps_an_actor_proposed(tmp_path: Path) -> None:
    with new_archive(tmp_path) as archive:
        document = add_text(archive, TEXT + " Local officials slept.")
        officials = archive.actors.create("Local officials", kind=ActorKind.GROUP)
        excerpt = highlight(archive, document, "Local officials denied that the dam broke.")
        archive.links.tag_actor(excerpt, officials, Role.SOURCE)
        assert "Local officials" in names(archive, document)
