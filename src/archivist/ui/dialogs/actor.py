"""The form of an actor."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from archivist.domain import identifiers
from archivist.domain.errors import InvalidValueError
from archivist.domain.model import Actor, ActorName
from archivist.domain.names import name_key
from archivist.domain.vocabulary import ActorKind, NameType
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.rows_field import RowsField
from archivist.ui.dialogs.text_field import plain_text
from archivist.ui.words import word

_SCHEMES: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "wikidata": ("&Wikidata:", "Q42", identifiers.wikidata),
    "viaf": ("&VIAF:", "113230702", identifiers.viaf),
    "isni": ("&ISNI:", "0000 0001 2103 2683", identifiers.isni),
}


class ActorDialog(FormDialog):
    """Name, kind, further names, identifiers, description; a new actor has the id 0."""

    def __init__(
        self, actor: Actor, actors: Sequence[Actor] = (), parent: QWidget | None = None
    ) -> None:
        """Shows an actor; `actors` are all of the archive, to see doubled names."""
        super().__init__(self.tr("Edit actor") if actor.id else self.tr("New actor"), parent)
        self._actor = actor
        self._taken = {name_key(each.name): each.name for each in actors if each.id != actor.id}
        self.name = self.add_line(self.tr("&Name:"), actor.name)
        self.kind = QComboBox()
        for kind in ActorKind:
            self.kind.addItem(word(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(actor.kind))
        self.add_row(self.tr("&Kind:"), self.kind)
        self.names = RowsField(
            (self.tr("Further name"), self.tr("Type"), self.tr("Language")),
            [(name.name, name.type.value, name.language) for name in actor.names],
            choices={1: [(each.value, word(each)) for each in NameType]},
            add=self.tr("Add &further name"),
        )
        self.names.changed.connect(self.refresh)
        self.add_row(self.tr("F&urther names:"), self.names)
        self.identifiers: dict[str, QLineEdit] = {
            scheme: self.add_line(label, actor.identifiers.get(scheme, ""), hint=example)
            for scheme, (label, example, _) in _SCHEMES.items()
        }
        self.description = self.add_text(self.tr("&Description:"), actor.description)
        self.refresh()

    def problem(self) -> str:
        """Says that the name lacks or is another actor's, or which identifier cannot be."""
        name = self.name.text().strip()
        if not name:
            return self.tr("Give the actor a name.")
        other = self._taken.get(name_key(name))
        if other is not None:
            return self.tr("There is an actor “{name}” already; merge the two instead.").format(
                name=other
            )
        for scheme, field in self.identifiers.items():
            try:
                _written(scheme, field.text())
            except InvalidValueError as error:
                return error.sentence
        return ""

    def value(self) -> Actor:
        """Gives the actor as it was filled in; identifiers in their usual form."""
        known = dict(self._actor.identifiers)
        for scheme, field in self.identifiers.items():
            known[scheme] = _written(scheme, field.text())
        return replace(
            self._actor,
            name=" ".join(self.name.text().split()),
            kind=ActorKind(self.kind.currentData()),
            names=tuple(
                ActorName(name, NameType(kind), language)
                for name, kind, language in self.names.rows()
                if name
            ),
            identifiers={scheme: text for scheme, text in known.items() if text},
            description=plain_text(self.description),
        )


def _written(scheme: str, text: str) -> str:
    """Gives an identifier in its usual form; "" stays.

    Raises:
        InvalidValueError: It cannot be one of its scheme.
    """
    return _SCHEMES[scheme][2](text) if text.strip() else ""
