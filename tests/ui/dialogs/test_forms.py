"""The forms, filled in with real keys."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.panel_values import (
    ANAHIT,
    BLOCKADE,
    BRIEFING,
    COMMITTEE,
    EVACUATION,
    HEALTH,
    HUNGER,
    NEAREST,
    RED_CROSS,
    VISIT,
)

from archivist.domain.dates import Certainty, Extent, from_edtf, reading
from archivist.domain.model import (
    Actor,
    ActorName,
    Citation,
    Claim,
    Document,
    Event,
    Shelfmark,
    Topic,
)
from archivist.domain.provenance import FileFacts, Provenance
from archivist.domain.vocabulary import ActorKind, CitationState, ClaimStatus, NameType
from archivist.ui.dialogs import (
    ActorDialog,
    CitationDialog,
    ClaimDialog,
    DocumentDialog,
    EventDialog,
    Mergeable,
    MergeDialog,
    PasswordDialog,
    TopicDialog,
)
from archivist.ui.dialogs.form import FormDialog

EVENTS = (EVACUATION, BLOCKADE, VISIT)
IMPORTS = (
    Provenance(
        FileFacts("/old/flight.html", 12), "ef" * 32, "html 1", "2024-01-02T03:04:05Z", "anna"
    ),
    Provenance(
        FileFacts("/scans/box 9.eml", 2_345_678, "2024-02-02T03:04:05Z", member="flight.html"),
        "ab" * 32,
        "html 1",
        "2024-03-02T03:04:05Z",
        "anna",
    ),
)
DOCUMENT = Document(
    id=1,
    uid="d1",
    title="Flight (article)",
    format="html",
    original_name="flight.html",
    sha256="ab" * 32,
    text_sha256="cd" * 32,
    characters=184_210,
    pages=3,
    language="en",
    direction="ltr",
    author="A. Writer",
    date=from_edtf("2024-01"),
    source="https://example.org/flight",
    accessed="2026-11-22",
    rights="",
    shelfmark=Shelfmark("City Archive", "F 12", "3", "7", "b"),
    note="",
    imported_at="2026-11-22T14:03:00Z",
    imported_by="anna",
    reader="html",
    metadata={},
    warnings=("Page 3 could not be read: its font is broken.",),
)
FORMS: dict[str, Callable[[], FormDialog]] = {
    "event": lambda: EventDialog(EVACUATION, EVENTS),
    "actor": lambda: ActorDialog(RED_CROSS, (ANAHIT, RED_CROSS)),
    "topic": lambda: TopicDialog(HUNGER, (HEALTH, HUNGER)),
    "citation": lambda: CitationDialog(BRIEFING, ("90", "91")),
    "document": lambda: DocumentDialog(DOCUMENT, imports=IMPORTS),
    "claim": lambda: ClaimDialog(
        Claim(7, "m7", 14, 1, "travel time", None, 40.0, "hours", "up to forty hours", None, 11),
        EVENTS,
        (ANAHIT,),
    ),
}
BEFORE: dict[str, object] = {
    "event": EVACUATION,
    "actor": RED_CROSS,
    "topic": HUNGER,
    "citation": BRIEFING,
    "document": DOCUMENT,
    "claim": Claim(
        7, "m7", 14, 1, "travel time", None, 40.0, "hours", "up to forty hours", None, 11
    ),
}


def shown(qtbot: QtBot, form: FormDialog) -> FormDialog:
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def retype(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_left_alone_gives_back_what_it_was_given(qtbot: QtBot, kind: str) -> None:
    form = shown(qtbot, FORMS[kind]())
    assert form.ok.isEnabled()
    assert form.value() == BEFORE[kind]


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_is_reached_by_tab_and_has_a_name(qtbot: QtBot, kind: str) -> None:
    form = shown(qtbot, FORMS[kind]())
    reached: set[QWidget] = set()
    widget = form.focusWidget()
    for _ in range(80):
        assert widget is not None
        reached.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = form.focusWidget()
        if widget in reached:
            break
    fields = [
        field
        for kind_of_field in (QLineEdit, QPlainTextEdit, QComboBox)
        for field in form.findChildren(kind_of_field)
        if field.isVisible()
        and field.isEnabled()
        and not field.focusProxy()
        # A combo in a table is reached through its table.
        and not any(type(above).__name__ == "_Table" for above in above_of(field))
        and not isinstance(field.parentWidget(), QComboBox)
    ]
    assert fields
    for field in fields:
        assert (
            field in reached
            or field.focusProxy() in reached
            or any(child in reached for child in field.findChildren(QWidget))
        )


def above_of(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    above = widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


@pytest.mark.parametrize("kind", FORMS)
def test_no_two_fields_answer_to_one_key(qtbot: QtBot, kind: str) -> None:
    form = shown(qtbot, FORMS[kind]())
    texts = [label.text() for label in form.findChildren(QLabel) if label.buddy()]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(keys) == len(set(keys)), keys


@pytest.mark.parametrize("kind", FORMS)
def test_escape_leaves_and_control_enter_takes(qtbot: QtBot, kind: str) -> None:
    form = shown(qtbot, FORMS[kind]())
    with qtbot.waitSignal(form.rejected):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    form = shown(qtbot, FORMS[kind]())
    with qtbot.waitSignal(form.accepted):
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_form_whose_value_cannot_be_kept_stays_open(qtbot: QtBot) -> None:
    form = EventDialog(EVACUATION, EVENTS)
    shown(qtbot, form)
    offered: list[Event] = []

    def refuse(event: Event) -> bool:
        offered.append(event)
        return False

    form.set_keeper(refuse)
    retype(form.name, "Another name")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert form.isVisible()
    assert offered[0].name == form.name.text() == "Another name"


def test_an_event_is_filled_in_by_keys(qtbot: QtBot) -> None:
    form = EventDialog(Event(0, "", ""), EVENTS)
    shown(qtbot, form)
    assert not form.ok.isEnabled()
    assert form.sentence == "Give the event a name."
    QTest.keyClicks(form.name, "  The   last bus ")
    retype(form.date.line, "24-30 September 2023")
    assert "24–30 September 2023" in form.date.reading.text()
    QTest.keyClicks(form.place, "Goris")
    with qtbot.waitSignal(form.accepted):
        QTest.keyClick(form.place, Qt.Key.Key_Return)
    event = form.value()
    assert event.name == "The last bus"
    assert event.place == "Goris"
    assert event.date is not None
    assert (event.date.earliest, event.date.latest) == ("2023-09-24", "2023-09-30")


def test_a_date_that_cannot_be_read_shuts_ok_and_enter_does_not_leave(qtbot: QtBot) -> None:
    form = EventDialog(EVACUATION, EVENTS)
    shown(qtbot, form)
    retype(form.date.line, "someday")
    assert "someday" in form.date.reading.text()
    assert form.sentence == "The date cannot be read."
    QTest.keyClick(form.date.line, Qt.Key.Key_Return)
    assert form.isVisible()
    retype(form.date.line, "1915")
    assert form.sentence == ""
    assert form.ok.isEnabled()


def test_an_empty_date_is_no_date(qtbot: QtBot) -> None:
    form = EventDialog(EVACUATION, EVENTS)
    shown(qtbot, form)
    form.date.line.selectAll()
    QTest.keyClick(form.date.line, Qt.Key.Key_Delete)
    assert form.ok.isEnabled()
    assert form.value().date is None


def test_an_inferred_year_stays_while_the_words_stay_and_can_be_confirmed(qtbot: QtBot) -> None:
    form = EventDialog(replace(EVACUATION, date=NEAREST), EVENTS)
    shown(qtbot, form)
    assert form.date.line.text() == "On 24 September"
    assert reading(NEAREST) in form.date.reading.text()
    QTest.keyClicks(form.date.line, "x")
    QTest.keyClick(form.date.line, Qt.Key.Key_Backspace)
    assert form.value().date == NEAREST
    QTest.keyClicks(form.date.certainty, "stated")
    form.date.certainty.activated.emit(form.date.certainty.currentIndex())
    assert form.value().date == replace(NEAREST, certainty=Certainty.STATED)


def test_some_time_within_is_a_choice(qtbot: QtBot) -> None:
    form = EventDialog(BLOCKADE, EVENTS)
    shown(qtbot, form)
    QTest.keyClick(form.date.extent, Qt.Key.Key_Down)
    date = form.value().date
    assert date is not None
    assert date.extent is Extent.BETWEEN


def test_an_event_cannot_be_part_of_itself_or_of_what_it_holds(qtbot: QtBot) -> None:
    inner = replace(BLOCKADE, parent_id=EVACUATION.id)
    innermost = replace(VISIT, parent_id=inner.id)
    outside = Event(9, "e9", "Outside")
    form = EventDialog(EVACUATION, (EVACUATION, inner, innermost, outside))
    shown(qtbot, form)
    combo = form.parent_event
    assert [combo.itemText(i) for i in range(combo.count())] == ["no other event", "Outside"]


def test_a_name_that_another_event_has_is_told(qtbot: QtBot) -> None:
    form = EventDialog(EVACUATION, EVENTS)
    shown(qtbot, form)
    retype(form.name, "blockade  of the CORRIDOR")
    assert "“Blockade of the corridor” already" in form.sentence
    assert not form.ok.isEnabled()


def test_a_color_is_chosen_by_arrows_and_has_a_name(qtbot: QtBot) -> None:
    form = EventDialog(replace(EVACUATION, color=""), EVENTS)
    shown(qtbot, form)
    first = form.color.swatches[0]
    assert first.isChecked()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert form.value().color == form.color.swatches[1].color
    assert form.color.swatches[1].accessibleName() == "teal"


def test_an_own_color_is_kept(qtbot: QtBot) -> None:
    form = EventDialog(replace(EVACUATION, color="#123456"), EVENTS)
    shown(qtbot, form)
    assert form.value().color == "#123456"


def test_further_names_are_added_and_removed_by_keys(qtbot: QtBot) -> None:
    form = ActorDialog(RED_CROSS)
    shown(qtbot, form)
    form.names.add_button.setFocus()
    QTest.keyClick(form.names.add_button, Qt.Key.Key_Space)
    editor = form.names.table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Rotes Kreuz")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(form.value().names) == 3)
    assert form.isVisible()
    assert form.value().names[-1] == ActorName("Rotes Kreuz", NameType.ALIAS, "")
    form.names.table.setFocus()
    form.names.table.setCurrentCell(0, 0)
    QTest.keyClick(form.names.table, Qt.Key.Key_Delete)
    assert [name.name for name in form.value().names] == ["Comité international", "Rotes Kreuz"]


def test_a_cell_that_is_still_being_edited_is_kept_by_ok(qtbot: QtBot) -> None:
    form = ActorDialog(Actor(0, "", "New", ActorKind.PERSON))
    shown(qtbot, form)
    QTest.mouseClick(form.names.add_button, Qt.MouseButton.LeftButton)
    editor = form.names.table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Half typed")
    with qtbot.waitSignal(form.accepted):
        QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert [name.name for name in form.value().names] == ["Half typed"]


def test_identifiers_are_checked_and_written_in_their_usual_form(qtbot: QtBot) -> None:
    form = ActorDialog(COMMITTEE)
    shown(qtbot, form)
    QTest.keyClicks(form.identifiers["isni"], "0000000121032684")
    assert "mistyped" in form.sentence
    assert not form.ok.isEnabled()
    QTest.keyClick(form.identifiers["isni"], Qt.Key.Key_Backspace)
    QTest.keyClicks(form.identifiers["isni"], "3")
    QTest.keyClicks(form.identifiers["wikidata"], "https://www.wikidata.org/wiki/Q42")
    assert form.value().identifiers == {"isni": "0000 0001 2103 2683", "wikidata": "Q42"}


def test_identifiers_of_other_registers_are_kept(qtbot: QtBot) -> None:
    form = ActorDialog(replace(COMMITTEE, identifiers={"gnd": "118540238"}))
    shown(qtbot, form)
    assert form.value().identifiers == {"gnd": "118540238"}


def test_a_pasted_reference_fills_the_empty_fields(qtbot: QtBot) -> None:
    form = CitationDialog(Citation(0, "", "", {}, "", CitationState.STUB))
    shown(qtbot, form)
    assert not form.ok.isEnabled()
    reference = (
        "Suny, Ronald (2015). They Can Live in the Desert. Princeton. ISBN 978-0-691-14730-7."
    )
    data = QMimeData()
    data.setText(reference)
    form.raw.insertFromMimeData(data)
    citation = form.value()
    assert citation.raw == reference
    assert "They Can Live in the Desert" in citation.item["title"]
    assert citation.item["author"] == [{"family": "Suny", "given": "Ronald"}]
    assert citation.item["issued"] == {"date-parts": [[2015]]}
    assert citation.state is CitationState.PARSED
    assert form.ok.isEnabled()


def test_what_was_typed_is_not_overwritten_by_guesses(qtbot: QtBot) -> None:
    form = CitationDialog(BRIEFING)
    shown(qtbot, form)
    retype(form.lines["title"], "My own title")
    QTest.mouseClick(form.fill_button, Qt.MouseButton.LeftButton)
    assert form.value().item["title"] == "My own title"


def test_fields_that_the_form_does_not_show_are_kept(qtbot: QtBot) -> None:
    item = {
        **BRIEFING.item,
        "PMID": "123",
        "author": [{"family": "Beethoven", "given": "L.", "non-dropping-particle": "van"}],
    }
    form = CitationDialog(replace(BRIEFING, item=item))
    shown(qtbot, form)
    retype(form.lines["publisher"], "Ministry")
    assert form.value().item == {**item, "publisher": "Ministry"}


@pytest.mark.parametrize(
    ("typed", "issued"),
    [
        ("27 September 2023", {"date-parts": [[2023, 9, 27]]}),
        ("September 2023", {"date-parts": [[2023, 9]]}),
        ("1914-1918", {"date-parts": [[1914], [1918]]}),
        ("forthcoming", {"literal": "forthcoming"}),
        ("", None),
    ],
)
def test_a_date_of_publication_is_written_as_csl_has_it(
    qtbot: QtBot, typed: str, issued: object
) -> None:
    form = CitationDialog(BRIEFING)
    shown(qtbot, form)
    form.issued.line.clear()
    QTest.keyClicks(form.issued.line, typed)
    assert form.ok.isEnabled()
    assert form.value().item.get("issued") == issued


def test_a_verbatim_date_of_publication_survives(qtbot: QtBot) -> None:
    item = {"title": "A book", "issued": {"literal": "n.d."}}
    form = CitationDialog(replace(BRIEFING, item=item))
    shown(qtbot, form)
    assert form.issued.line.text() == "n.d."
    assert form.value().item["issued"] == {"literal": "n.d."}


def test_a_key_that_another_citation_has_is_told(qtbot: QtBot) -> None:
    form = CitationDialog(BRIEFING, ("90", "91"))
    shown(qtbot, form)
    retype(form.key, "91")
    assert "Another citation has the key “91”" in form.sentence


def test_a_document_shows_where_it_comes_from(qtbot: QtBot) -> None:
    form = DocumentDialog(DOCUMENT, imports=IMPORTS)
    shown(qtbot, form)
    facts = "\n".join(label.text() for label in form.findChildren(QLabel))
    for fact in ("flight.html", "ab" * 16, "anna", "its font is broken"):
        assert fact in facts
    for fact in ("/scans/box 9.eml › flight.html", "/old/flight.html, imported"):
        assert fact in facts


def test_a_documents_fields_can_be_changed(qtbot: QtBot) -> None:
    form = DocumentDialog(DOCUMENT)
    shown(qtbot, form)
    retype(form.fonds, "F 13")
    retype(form.language, "klingon!")
    assert "language tag" in form.sentence
    retype(form.language, "hy")
    document = form.value()
    assert document.shelfmark == Shelfmark("City Archive", "F 13", "3", "7", "b")
    assert document.language == "hy"


def test_a_claim_says_how_it_reads_and_what_lacks(qtbot: QtBot) -> None:
    form = ClaimDialog(Claim(0, "", 14, 1, "", None, None), EVENTS, (ANAHIT,))
    shown(qtbot, form)
    assert form.sentence == "Say what is counted."
    QTest.keyClicks(form.counted, "deaths")
    assert form.sentence == "Give a figure, or the words of the passage."
    QTest.keyClicks(form.minimum, "70")
    QTest.keyClicks(form.maximum, "60")
    assert form.sentence == "The least is more than the most; exchange them."
    retype(form.maximum, "1 200.5")
    claim = form.value()
    assert (claim.minimum, claim.maximum, claim.property) == (70.0, 1200.5, "deaths")
    assert claim.status is ClaimStatus.ACCEPTED
    retype(form.maximum, "many")
    assert form.sentence == "“many” is no number."


def test_a_thing_is_found_by_typing_and_a_wrong_name_goes_back(qtbot: QtBot) -> None:
    form = ClaimDialog(Claim(0, "", 14, 1, "deaths", 1.0, 1.0), EVENTS, (ANAHIT, RED_CROSS))
    shown(qtbot, form)
    line = form.speaker.lineEdit()
    assert line is not None
    retype(line, "red cross")
    # While a list of matches is open, that is where keys go.
    QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Tab)
    assert form.speaker.value() == RED_CROSS.id
    retype(line, "nobody of that name")
    QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Tab)
    assert form.speaker.currentText() == "Red Cross"


ONE = Mergeable(1, "Evacuation Committee", 3, "body")
TWO = Mergeable(2, "Committee for evacuation", 19)
THREE = Mergeable(3, "Red Cross & Co", 0)


def test_merging_says_what_happens_and_which_is_kept(qtbot: QtBot) -> None:
    form = MergeDialog(ONE, (ONE, TWO), keeps_name=True)
    shown(qtbot, form)
    assert form.value() == (ONE.id, TWO.id)
    assert form.consequence.text() == (
        "“Committee for evacuation” goes; its excerpts (19) move to “Evacuation Committee”. "
        "Its names are kept as further names. Undo takes this back."
    )
    form.keep_chosen.setFocus()
    QTest.keyClick(form.keep_chosen, Qt.Key.Key_Down)
    assert form.value() == (TWO.id, ONE.id)
    assert "“Evacuation Committee” goes; its excerpts (3)" in form.consequence.text()


def test_what_to_merge_with_is_found_by_typing(qtbot: QtBot) -> None:
    form = MergeDialog(ONE, (ONE, TWO, THREE))
    shown(qtbot, form)
    assert form.sentence == "Choose what to merge “Evacuation Committee” with."
    QTest.keyClick(form.other, Qt.Key.Key_Return)
    assert form.isVisible()
    line = form.other.lineEdit()
    assert line is not None
    retype(line, "red cross & co")
    assert form.ok.isEnabled()
    assert form.value() == (ONE.id, THREE.id)
    assert "further names" not in form.consequence.text()


def test_with_nothing_to_merge_with_it_says_so(qtbot: QtBot) -> None:
    form = MergeDialog(ONE, (ONE,))
    shown(qtbot, form)
    assert "nothing" in form.sentence
    assert not form.ok.isEnabled()


def test_a_topic_is_not_part_of_itself(qtbot: QtBot) -> None:
    form = TopicDialog(HEALTH, (HEALTH, HUNGER, Topic(23, "t23", "Roads")))
    shown(qtbot, form)
    combo = form.parent_topic
    assert [combo.itemText(i) for i in range(combo.count())] == ["no other topic", "Roads"]


def test_a_password_is_taken_as_it_was_typed(qtbot: QtBot) -> None:
    form = PasswordDialog("interviews-07.pdf")
    shown(qtbot, form)
    assert not form.ok.isEnabled()
    assert any("interviews-07.pdf" in label.text() for label in form.findChildren(QLabel))
    QTest.keyClicks(form.password, " se cret ")
    assert form.password.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(form.shown, Qt.Key.Key_Space)
    assert form.password.echoMode() is QLineEdit.EchoMode.Normal
    with qtbot.waitSignal(form.accepted):
        QTest.keyClick(form.password, Qt.Key.Key_Return)
    assert form.value() == " se cret "


def test_a_very_long_name_widens_no_form_beyond_the_screen(qtbot: QtBot) -> None:
    name = "An extraordinarily long name of a thing " * 20
    long = replace(EVACUATION, name=name, id=77)
    for form in (EventDialog(EVACUATION, (long,)), MergeDialog(ONE, (Mergeable(5, name),))):
        shown(qtbot, form)
        assert form.width() <= form.screen().availableGeometry().width()
