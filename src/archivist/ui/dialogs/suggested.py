"""Forms for suggestions before they are accepted: who is meant, how a speaker stands, which day."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from archivist.accepting import Named
from archivist.domain.dates import UncertainDate
from archivist.domain.model import Actor, Citation
from archivist.domain.names import name_key
from archivist.domain.suggestions import Proposal
from archivist.domain.vocabulary import ActorKind, Stance
from archivist.ui.dialogs.date_field import DateField
from archivist.ui.dialogs.form import FormDialog
from archivist.ui.dialogs.thing_combo import ThingCombo
from archivist.ui.naming import citation_name
from archivist.ui.words import word


class ActorForm(FormDialog):
    """Who is meant: an actor that is there, picked by its name, or a new one."""

    def __init__(
        self,
        title: str,
        named: Named,
        actors: Sequence[Actor],
        parent: QWidget | None = None,
    ) -> None:
        """Shows who is taken to be meant; `actors` are all of the archive."""
        super().__init__(title, parent)
        self._actors = {name_key(actor.name): actor for actor in actors}
        meant = next((actor for actor in actors if actor.id == named.actor_id), None)
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for actor in actors:
            self.name.addItem(actor.name)
        completer = self.name.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.name.setEditText(meant.name if meant else named.name)
        self.add_row(self.tr("&Actor:"), self.name)
        self.kind = QComboBox()
        for kind in ActorKind:
            self.kind.addItem(word(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(meant.kind if meant else named.kind))
        self.add_row(self.tr("&Kind:"), self.kind)
        self.name.editTextChanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the kind of an actor that is there; only a new one is given a kind here."""
        super().refresh()
        known = self._known()
        self.kind.setEnabled(known is None)
        if known is not None:
            self.kind.setCurrentIndex(self.kind.findData(known.kind))

    def problem(self) -> str:
        """Says that the name lacks."""
        return "" if self._typed() else self.tr("Say who is meant.")

    def named(self) -> Named:
        """Gives who is meant."""
        known = self._known()
        if known is not None:
            return Named(known.name, known.kind, known.id)
        return Named(self._typed(), ActorKind(self.kind.currentData()))

    def _typed(self) -> str:
        return " ".join(self.name.currentText().split())

    def _known(self) -> Actor | None:
        return self._actors.get(name_key(self._typed()))


class NameDialog(ActorForm):
    """Who a name means."""

    def value(self) -> Named:
        """Gives who is meant."""
        return self.named()


class SourceDialog(ActorForm):
    """Who says something, and how the speaker stands to it."""

    def __init__(
        self,
        named: Named,
        stance: Stance | None,
        actors: Sequence[Actor],
        parent: QWidget | None = None,
    ) -> None:
        """Shows the speaker and the stance that the verb tells."""
        self.stance = QComboBox()
        super().__init__(self.tr("Who says it"), named, actors, parent)
        self.stance.addItem(self.tr("no stance"), None)
        for each in Stance:
            self.stance.addItem(word(each), each)
        self.stance.setCurrentIndex(max(0, self.stance.findData(stance)))
        self.add_row(self.tr("&Stance:"), self.stance)

    def value(self) -> tuple[Named, Stance | None]:
        """Gives speaker and stance."""
        chosen = self.stance.currentData()
        return self.named(), Stance(chosen) if chosen else None


class DateDialog(FormDialog):
    """What the words of a date mean."""

    def __init__(
        self, date: UncertainDate, language: str = "", parent: QWidget | None = None
    ) -> None:
        """Shows the date as it was read; what is typed is read in the document's language."""
        super().__init__(self.tr("Correct the date"), parent)
        self.date = DateField(date, language=language)
        self.date.changed.connect(self.refresh)
        self.add_row(self.tr("&Date:"), self.date)
        self.refresh()

    def problem(self) -> str:
        """Says that it cannot be read, or lacks."""
        if self.date.value() is None and not self.date.problem():
            return self.tr("Give the date; to say that it is none, reject it.")
        return self.date.problem()

    def value(self) -> UncertainDate | None:
        """Gives the date as it was filled in."""
        return self.date.value()


class MeaningDialog(FormDialog):
    """What a label means in its document: a citation, an entry of its list, or a new citation."""

    def __init__(
        self,
        label: str,
        citations: Sequence[Citation],
        entries: Sequence[Proposal],
        parent: QWidget | None = None,
    ) -> None:
        """Offers the citations of the archive, and the entries that none was made of yet."""
        super().__init__(self.tr("What does [{label}] mean?").format(label=label), parent)
        self._entries = entries
        things = [(citation.id, citation_name(citation)) for citation in citations]
        things += [(-place, f"¶ {entry.value}") for place, entry in enumerate(entries, 1)]
        self.meant = ThingCombo(
            things, None, none=self.tr("a new citation that only has the label")
        )
        self.add_row(self.tr("&Citation:"), self.meant)
        self.refresh()

    def value(self) -> int | Proposal | None:
        """Gives the citation's id, the entry to make one of, or None for a new one."""
        meant = self.meant.value()
        return self._entries[-meant - 1] if meant is not None and meant < 0 else meant
