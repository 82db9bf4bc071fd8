"""The form of an event."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from archivist.domain.model import Event
from archivist.domain.names import name_key
from archivist.ui.dialogs.date_field import DateField
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.parents import possible_parents
from archivist.ui.dialogs.swatches import Swatches
from archivist.ui.dialogs.text_field import plain_text
from archivist.ui.dialogs.thing_combo import ThingCombo


class EventDialog(FormDialog):
    """Name, date, place, the event it is part of, color, description; a new event has the id 0."""

    def __init__(
        self, event: Event, events: Sequence[Event] = (), parent: QWidget | None = None
    ) -> None:
        """Shows an event; `events` are all of the archive, for its parent and for doubled names."""
        super().__init__(self.tr("Edit event") if event.id else self.tr("New event"), parent)
        self._event = event
        self._taken = {name_key(each.name): each.name for each in events if each.id != event.id}
        self.name = self.add_line(self.tr("&Name:"), event.name)
        self.date = DateField(event.date)
        self.date.changed.connect(self.refresh)
        self.add_row(self.tr("&Date:"), self.date)
        self.place = self.add_line(self.tr("&Place:"), event.place)
        self.parent_event = ThingCombo(
            [(each.id, each.name) for each in possible_parents(event, events)],
            event.parent_id,
            none=self.tr("no other event"),
        )
        self.add_row(self.tr("P&art of:"), self.parent_event)
        self.color = Swatches(event.id, event.color)
        self.add_row(self.tr("&Color:"), self.color)
        self.description = self.add_text(self.tr("De&scription:"), event.description)
        self.refresh()

    def problem(self) -> str:
        """Says that the name lacks or is another event's, or that the date cannot be read."""
        name = self.name.text().strip()
        if not name:
            return self.tr("Give the event a name.")
        other = self._taken.get(name_key(name))
        if other is not None:
            return self.tr("There is an event “{name}” already; merge the two instead.").format(
                name=other
            )
        return self.date.problem()

    def value(self) -> Event:
        """Gives the event as it was filled in."""
        return replace(
            self._event,
            name=" ".join(self.name.text().split()),
            date=self.date.value(),
            place=self.place.text().strip(),
            parent_id=self.parent_event.value(),
            color=self.color.value(),
            description=plain_text(self.description),
        )
