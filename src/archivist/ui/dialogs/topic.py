"""The form of a topic."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from archivist.domain.model import Topic
from archivist.domain.names import name_key
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.parents import possible_parents
from archivist.ui.dialogs.thing_combo import ThingCombo
from archivist.ui.naming import topic_path


class TopicDialog(FormDialog):
    """Name, and the topic it is part of; a new topic has the id 0."""

    def __init__(
        self, topic: Topic, topics: Sequence[Topic] = (), parent: QWidget | None = None
    ) -> None:
        """Shows a topic; `topics` are all of the archive."""
        super().__init__(self.tr("Edit topic") if topic.id else self.tr("New topic"), parent)
        self._topic = topic
        self._taken = {name_key(each.name): each.name for each in topics if each.id != topic.id}
        self.name = self.add_line(self.tr("&Name:"), topic.name)
        known = {each.id: each for each in topics}
        self.parent_topic = ThingCombo(
            [(each.id, topic_path(each, known)) for each in possible_parents(topic, topics)],
            topic.parent_id,
            none=self.tr("no other topic"),
        )
        self.add_row(self.tr("P&art of:"), self.parent_topic)
        self.refresh()

    def problem(self) -> str:
        """Says that the name lacks, or is another topic's."""
        name = self.name.text().strip()
        if not name:
            return self.tr("Give the topic a name.")
        other = self._taken.get(name_key(name))
        if other is not None:
            return self.tr("There is a topic “{name}” already.").format(name=other)
        return ""

    def value(self) -> Topic:
        """Gives the topic as it was filled in."""
        return replace(
            self._topic,
            name=" ".join(self.name.text().split()),
            parent_id=self.parent_topic.value(),
        )
