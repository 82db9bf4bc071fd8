"""The inspector's chips for citations and figures, made from the model."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from archivist.domain.vocabulary import ClaimStatus, Relation
from archivist.ui.inspector.chip_row import ChipSpec
from archivist.ui.inspector.tag_chips import add_action, add_heading
from archivist.ui.inspector.wishes import Wishes
from archivist.ui.inspector_model import CitationTag, InspectorModel
from archivist.ui.naming import citation_name, claim_text
from archivist.ui.words import confidence_word, word

translate = QCoreApplication.translate


def citation_chips(
    model: InspectorModel, wishes: Wishes, edit_locator: Callable[[CitationTag], None]
) -> Iterator[ChipSpec]:
    """Gives for each citation its chip and its relation, and one that links."""
    for tag in model.citations:
        text = citation_name(tag.citation, tag.label, tag.link.locator)
        yield ChipSpec(
            ("citation", tag.link.id),
            text,
            "citation",
            name=translate("Inspector", "Citation {name}").format(name=text),
            menu=partial(_fill_citation_menu, wishes, tag, edit_locator),
            remove=partial(wishes.uncite_requested.emit, tag.link.id),
        )
        relation = word(tag.link.relation)
        if tag.link.confidence is not None:
            relation = translate("Inspector", "{relation} · {confidence} of 4").format(
                relation=relation, confidence=tag.link.confidence
            )
        yield ChipSpec(
            ("relation", tag.link.id),
            relation,
            "warning" if tag.link.relation is Relation.CONTRADICTS else "neutral",
            name=translate("Inspector", "{citation} {relation}; confidence: {confidence}").format(
                citation=text,
                relation=word(tag.link.relation),
                confidence=confidence_word(tag.link.confidence),
            ),
            menu=partial(_fill_relation_menu, wishes, tag),
        )
    yield ChipSpec(
        ("add", 0),
        translate("Inspector", "+ link"),
        name=translate("Inspector", "Link to a citation"),
        click=partial(wishes.link_requested.emit, model.excerpt.id),
    )


def _fill_citation_menu(
    wishes: Wishes, tag: CitationTag, edit_locator: Callable[[CitationTag], None], menu: QMenu
) -> None:
    add_action(menu, translate("Inspector", "Page or place in it…"), partial(edit_locator, tag))
    add_action(
        menu,
        translate("Inspector", "Edit citation…"),
        partial(wishes.citation_edit_requested.emit, tag.citation.id),
    )
    add_action(
        menu,
        translate("Inspector", "Show in the timeline"),
        partial(wishes.citation_show_requested.emit, tag.citation.id),
    )


def _fill_relation_menu(wishes: Wishes, tag: CitationTag, menu: QMenu) -> None:
    link = tag.link

    def change(field: str, value: object) -> Callable[[], None]:
        return partial(wishes.citation_link_change_requested.emit, link.id, {field: value})

    add_heading(menu, translate("Inspector", "What the citation does"))
    for relation in Relation:
        add_action(
            menu, word(relation), change("relation", relation), checked=relation is link.relation
        )
    add_heading(menu, translate("Inspector", "Confidence"))
    for confidence in (0, 1, 2, 3, 4, None):
        add_action(
            menu,
            confidence_word(confidence),
            change("confidence", confidence),
            checked=confidence == link.confidence,
        )


def claim_chips(model: InspectorModel, wishes: Wishes) -> Iterator[ChipSpec]:
    """Gives each figure with what is doubtful about it, and one that adds."""
    for line in model.claims:
        claim = line.claim
        text = claim_text(claim, line.speaker)
        edit = partial(wishes.claim_edit_requested.emit, claim.id)
        yield ChipSpec(
            ("claim", claim.id),
            text,
            flat=True,
            name=translate("Inspector", "Figure {text}").format(text=text),
            click=edit,
            remove=partial(wishes.claim_deletion_requested.emit, claim.id),
        )
        if line.conflicts or claim.status is ClaimStatus.CONFLICT:
            yield ChipSpec(
                ("conflict", claim.id),
                translate("Inspector", "figures conflict"),
                "warning",
                click=edit,
            )
        elif claim.status is not ClaimStatus.ACCEPTED:
            yield ChipSpec(("status", claim.id), word(claim.status), "warning", click=edit)
    yield ChipSpec(
        ("add", 0),
        translate("Inspector", "+ claim"),
        name=translate("Inspector", "Add a figure that the passage gives"),
        click=partial(wishes.claim_creation_requested.emit, model.excerpt.id),
    )
