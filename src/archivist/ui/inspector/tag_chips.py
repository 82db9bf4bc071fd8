"""The inspector's chips for events, actors, topics and dates, made from the model."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from archivist.domain.dates import Certainty, UncertainDate, reading
from archivist.domain.model import Event
from archivist.domain.vocabulary import Role, Stance
from archivist.ui import theme
from archivist.ui.inspector.chip_row import ChipSpec
from archivist.ui.inspector.wishes import Wishes
from archivist.ui.inspector_model import ActorTag, InspectorModel
from archivist.ui.naming import actor_name
from archivist.ui.words import word

translate = QCoreApplication.translate


def add_action(
    menu: QMenu, text: str, deed: Callable[[], object], *, checked: bool | None = None
) -> QAction:
    """Adds an action to a menu; with `checked`, one of a choice that shows which is in force."""
    action = menu.addAction(text)
    # `triggered` brings along whether it is checked, which no deed asks for.
    action.triggered.connect(lambda _checked: deed())
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    return action


def add_heading(menu: QMenu, text: str) -> None:
    """Adds a heading over the actions that follow; styles leave out the text of Qt's own."""
    menu.addSeparator()
    menu.addAction(text).setEnabled(False)


def event_chips(model: InspectorModel, wishes: Wishes) -> Iterator[ChipSpec]:
    """Gives a chip for each event, and one that adds."""
    excerpt = model.excerpt.id
    for event in model.events:
        yield ChipSpec(
            ("event", event.id),
            event.name,
            "event",
            name=translate("Inspector", "Event {name}").format(name=event.name),
            color=theme.current().event_color(event.id, event.color),
            menu=partial(_fill_event_menu, wishes, event),
            remove=partial(wishes.event_untag_requested.emit, excerpt, event.id),
        )
    yield ChipSpec(
        ("add", 0),
        translate("Inspector", "+ tag"),
        name=translate("Inspector", "Tag with an event"),
        click=partial(wishes.tag_requested.emit, excerpt, "#"),
    )


def _fill_event_menu(wishes: Wishes, event: Event, menu: QMenu) -> None:
    add_action(
        menu,
        translate("Inspector", "Edit event…"),
        partial(wishes.event_edit_requested.emit, event.id),
    )
    add_action(
        menu,
        translate("Inspector", "Show in the timeline"),
        partial(wishes.event_show_requested.emit, event.id),
    )


def actor_chips(model: InspectorModel, wishes: Wishes) -> Iterator[ChipSpec]:
    """Gives a chip for each actor with its role, and one that adds."""
    for tag in model.actors:
        text = actor_name(tag.actor, tag.link.role, tag.link.stance)
        yield ChipSpec(
            ("actor", tag.link.id),
            text,
            "actor",
            name=translate("Inspector", "Actor {name}").format(name=text),
            menu=partial(_fill_role_menu, wishes, tag),
            remove=partial(wishes.actor_untag_requested.emit, tag.link.id),
        )
    yield ChipSpec(
        ("add", 0),
        translate("Inspector", "+ tag"),
        name=translate("Inspector", "Tag with an actor"),
        click=partial(wishes.tag_requested.emit, model.excerpt.id, "@"),
    )


def _fill_role_menu(wishes: Wishes, tag: ActorTag, menu: QMenu) -> None:
    link = tag.link

    def choose(role: Role, stance: Stance | None) -> Callable[[], None]:
        return partial(wishes.role_change_requested.emit, link.id, role, stance)

    add_heading(menu, translate("Inspector", "Role"))
    for role in Role:
        stance = link.stance if role is Role.SOURCE else None
        add_action(menu, word(role), choose(role, stance), checked=role is link.role)
    add_heading(menu, translate("Inspector", "Stance of a source"))
    for each in Stance:
        add_action(menu, word(each), choose(Role.SOURCE, each), checked=each is link.stance)
    if link.stance is not None:
        add_action(menu, translate("Inspector", "no stance"), choose(link.role, None))
    menu.addSeparator()
    add_action(
        menu,
        translate("Inspector", "Edit actor…"),
        partial(wishes.actor_edit_requested.emit, tag.actor.id),
    )


def topic_chips(model: InspectorModel, wishes: Wishes) -> Iterator[ChipSpec]:
    """Gives a chip for each topic, and one that adds."""
    excerpt = model.excerpt.id
    for topic in model.topics:

        def fill(menu: QMenu, topic_id: int = topic.id) -> None:
            add_action(
                menu,
                translate("Inspector", "Edit topic…"),
                partial(wishes.topic_edit_requested.emit, topic_id),
            )

        yield ChipSpec(
            ("topic", topic.id),
            topic.name,
            "topic",
            name=translate("Inspector", "Topic {name}").format(name=topic.name),
            menu=fill,
            remove=partial(wishes.topic_untag_requested.emit, excerpt, topic.id),
        )
    yield ChipSpec(
        ("add", 0),
        translate("Inspector", "+ tag"),
        name=translate("Inspector", "Tag with a topic"),
        click=partial(wishes.tag_requested.emit, excerpt, "/"),
    )


def date_chips(model: InspectorModel, wishes: Wishes) -> Iterator[ChipSpec]:
    """Gives when it was: the dates of its events, else the date that the text says nearby."""
    nearest = model.nearest_date
    for event in model.events:
        if event.date is not None:
            yield from _event_date_chips(event, event.date, wishes, named=len(model.events) > 1)
        elif nearest is not None:
            yield ChipSpec(
                ("add", event.id),
                translate("Inspector", "{event}: take {date}").format(
                    event=event.name, date=reading(nearest)
                ),
                name=translate("Inspector", "Date the event {event} from “{text}”").format(
                    event=event.name, text=nearest.text
                ),
                click=partial(wishes.event_date_requested.emit, event.id, nearest),
            )
        else:
            yield ChipSpec(
                ("undated", event.id),
                translate("Inspector", "{event} is undated").format(event=event.name),
                click=partial(wishes.event_edit_requested.emit, event.id),
            )
    if model.events or nearest is None:
        return
    yield ChipSpec(
        ("near", 0),
        reading(nearest),
        flat=True,
        click=partial(wishes.passage_show_requested.emit, model.excerpt.id),
    )
    yield ChipSpec(
        ("near", 1),
        _origin(nearest),
        click=partial(wishes.passage_show_requested.emit, model.excerpt.id),
    )
    yield ChipSpec(
        ("add", 0),
        translate("Inspector", "+ event on this date"),
        click=partial(wishes.event_creation_requested.emit, model.excerpt.id, nearest),
    )


def _event_date_chips(
    event: Event, date: UncertainDate, wishes: Wishes, *, named: bool
) -> Iterator[ChipSpec]:
    text = f"{event.name}: {reading(date)}" if named else reading(date)
    edit = partial(wishes.event_edit_requested.emit, event.id)
    spoken = translate("Inspector", "Date of {event}: {date}").format(
        event=event.name, date=reading(date)
    )
    yield ChipSpec(("date", event.id), text, flat=True, name=spoken, click=edit)
    if date.certainty is Certainty.INFERRED:
        confirmed = replace(date, certainty=Certainty.STATED)
        yield ChipSpec(("origin", event.id), _origin(date), click=edit)
        yield ChipSpec(
            ("add", event.id),
            translate("Inspector", "✓ confirm"),
            name=translate("Inspector", "Confirm the date of {event}").format(event=event.name),
            click=partial(wishes.event_date_requested.emit, event.id, confirmed),
        )


def _origin(date: UncertainDate) -> str:
    """Says which words a date was taken from, and whether something had to be inferred."""
    if date.certainty is Certainty.INFERRED:
        return translate("Inspector", "inferred from “{text}”").format(text=date.text)
    return translate("Inspector", "from “{text}”").format(text=date.text)
