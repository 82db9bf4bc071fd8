"""Regions in the whole window: made, tagged, quoted, moved and undone like any excerpt."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas
from tests.ui.hand import Hand
from tests.ui.reader.views import drag

from archivist.archive.archive import create
from archivist.domain.model import Excerpt
from archivist.domain.reading import Rectangle
from archivist.domain.vocabulary import AnchorState
from archivist.importer import prepare, store
from archivist.ui.reader.page_numbers import PageNumbers
from archivist.ui.reader.page_view import PageView
from archivist.ui.timeline_kept import KeptTimeline

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
CARD = Rectangle(1, 100, 200, 300, 320)  # drawn, without a word in it
WORDS = Rectangle(1, 40, 60, 300, 110)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with a PDF of five pages: words above, a picture below."""
    folder = tmp_path_factory.mktemp("album")
    file = folder / "album.pdf"
    canvas = Canvas(str(file), pagesize=A5)
    for number in range(1, 6):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(50, 510, f"Leaf {number} of 1931 [{number}]")
        canvas.setFillGray(0.4)
        canvas.rect(110, A5[1] - 310, 180, 100, fill=1)
        canvas.setFillGray(0)
        canvas.showPage()
    canvas.save()
    with create(folder / "album.archivist") as archive:
        store(archive, prepare(file))
    return folder / "album.archivist"


@pytest.fixture
def album(hand: Hand, kept: Path, tmp_path: Path) -> Hand:
    """A window on the first page of the album."""
    shutil.copy(kept, tmp_path / "album.archivist")
    hand.window.archives.open(tmp_path / "album.archivist")
    hand.settle()
    pages = pages_of(hand)
    hand.wait(lambda: pages.picture_of(CARD) is not None and pages.words_in(WORDS) != "")
    hand.reader.setFocus()
    hand.settle()
    return hand


def pages_of(hand: Hand) -> PageView:
    pages = hand.reader.page_view
    assert pages is not None
    return pages


def draw(hand: Hand, box: Rectangle) -> None:
    pages = pages_of(hand)
    pages.show_region(box)
    area = pages.region_area(box)
    drag(pages, [area.topLeft(), area.bottomRight()], SHIFT)
    hand.settle()


def made(hand: Hand, box: Rectangle = CARD) -> Excerpt:
    draw(hand, box)
    hand.press(Qt.Key.Key_H)
    return chosen(hand)


def chosen(hand: Hand) -> Excerpt:
    model = hand.window.bench.inspector.model
    assert model is not None
    return model.excerpt


def test_a_dragged_region_becomes_an_excerpt_that_is_shown_and_undone(album: Hand) -> None:
    excerpt = made(album)
    box = excerpt.anchor.region
    assert box is not None
    assert (box.page, excerpt.anchor.quote) == (1, "")
    assert box.left == pytest.approx(CARD.left, abs=1.5)
    assert album.reader.pages.region() is None
    inspector = album.window.bench.inspector
    picture = inspector.picture.image()
    assert picture is not None
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert 80 < middle.lightness() < 130  # the picture on the page, without its highlight
    album.press(Qt.Key.Key_Z, CONTROL)
    assert album.window.hub.archive.excerpts.all() == []
    assert inspector.model is None


def test_r_and_arrows_and_enter_make_a_region_and_t_tags_it_in_one_step(album: Hand) -> None:
    album.press(Qt.Key.Key_R)
    album.press(Qt.Key.Key_Right)
    album.press(Qt.Key.Key_Down, SHIFT)
    album.press(Qt.Key.Key_Return)
    first = chosen(album)
    assert first.anchor.region is not None
    album.press(Qt.Key.Key_R)
    album.press(Qt.Key.Key_T)
    album.type("Flood")
    album.press(Qt.Key.Key_Return, CONTROL)
    album.press(Qt.Key.Key_Escape)
    archive = album.window.hub.archive
    assert [event.name for event in archive.excerpts.tags().events[chosen(album).id]] == ["Flood"]
    assert chosen(album).id != first.id
    shown = KeptTimeline(archive).model.excerpts
    (line,) = [item.stand_in for item in shown if item.id == chosen(album).id]
    assert line == "[region, p. 1]"
    album.press(Qt.Key.Key_Z, CONTROL)
    assert [excerpt.id for excerpt in archive.excerpts.all()] == [first.id]


def test_shift_alt_and_arrows_move_the_chosen_region(album: Hand) -> None:
    before = made(album).anchor.region
    album.press(Qt.Key.Key_Right, SHIFT | ALT)
    album.press(Qt.Key.Key_Up, SHIFT | ALT)
    now = chosen(album).anchor.region
    assert before is not None
    assert now is not None
    assert now.left == pytest.approx(before.left + 6)
    assert now.bottom == pytest.approx(before.bottom - 6)
    album.press(Qt.Key.Key_R, SHIFT)
    album.press(Qt.Key.Key_Right, SHIFT)
    album.press(Qt.Key.Key_Return)
    sized = chosen(album).anchor.region
    assert sized is not None
    assert sized.right == pytest.approx(now.right + 6)
    album.press(Qt.Key.Key_Z, CONTROL)
    assert chosen(album).anchor.region == now


def test_words_in_a_region_are_offered_and_never_taken_silently(album: Hand) -> None:
    excerpt = made(album, WORDS)
    assert excerpt.anchor.quote == ""
    assert "press Q" in album.window.status.message
    inspector = album.window.bench.inspector
    assert inspector.words_button.isVisible()
    album.press(Qt.Key.Key_Q)
    assert chosen(album).anchor.quote == "Leaf 1 of 1931 [1]"
    assert chosen(album).anchor.region == excerpt.anchor.region
    assert not inspector.words_button.isVisible()
    album.press(Qt.Key.Key_Z, CONTROL)
    assert chosen(album).anchor.quote == ""
    inspector.words_button.click()
    album.settle()
    assert chosen(album).anchor.quote == "Leaf 1 of 1931 [1]"


def test_a_region_without_words_offers_none(album: Hand) -> None:
    made(album)
    assert not album.window.bench.inspector.words_button.isVisible()
    album.press(Qt.Key.Key_Q)
    assert "No words are known" in album.window.status.message
    assert chosen(album).anchor.quote == ""


def test_a_list_calls_a_region_by_its_page_and_note_and_leads_to_it(album: Hand) -> None:
    far = Rectangle(4, 100, 200, 300, 320)
    excerpt = made(album, far)
    album.window.hub.archive.excerpts.set_note(excerpt.id, "A ration card")
    album.settle()
    pages_of(album).go_to_page(0)
    album.window.bench.listing.show("topic", album.window.hub.archive.topics.create("Cards"))
    album.window.hub.archive.links.tag_topic(excerpt.id, 1)
    album.settle()
    excerpts = album.window.bench.library.excerpts
    (entry,) = excerpts.entries
    assert entry.label == "[region, p. 4] A ration card"
    excerpts.entry_opened.emit(entry)
    album.settle()
    assert not pages_of(album).region_area(far).isEmpty()


def test_a_lost_region_is_anchored_where_a_new_one_is_drawn(album: Hand) -> None:
    excerpt = made(album, WORDS)
    album.press(Qt.Key.Key_Q)
    archive = album.window.hub.archive
    with archive.step("Lose it"):
        archive.store.update("excerpt", excerpt.id, {"anchor_state": "orphaned"})
    album.settle()
    assert album.window.bench.inspector.picture.image() is None
    draw(album, CARD)
    album.press(Qt.Key.Key_A)
    found = chosen(album)
    assert found.anchor_state is AnchorState.MOVED
    assert found.anchor.region is not None
    assert found.anchor.region.top == pytest.approx(CARD.top, abs=1.5)
    assert found.anchor.quote == "Leaf 1 of 1931 [1]"


def test_ctrl_g_goes_to_a_page_by_number_and_says_what_is_not_there(album: Hand) -> None:
    album.press(Qt.Key.Key_G, CONTROL)
    album.type("4")
    album.press(Qt.Key.Key_Return)
    assert pages_of(album).page_index() == 3
    assert pages_of(album).hasFocus()
    album.press(Qt.Key.Key_G, CONTROL)
    album.type("44")
    album.press(Qt.Key.Key_Return)
    assert pages_of(album).page_index() == 3
    numbers = album.reader.findChild(PageNumbers)
    assert isinstance(numbers, PageNumbers)
    assert numbers.field.hasFocus()
    album.press(Qt.Key.Key_Escape)
    assert pages_of(album).hasFocus()
    assert numbers.field.text() == "4"


def test_how_pages_are_shown_is_remembered_after_the_tab_is_closed(album: Hand) -> None:
    album.press(Qt.Key.Key_R, CONTROL | SHIFT)
    assert pages_of(album).rotation() == 90
    documents = album.window.bench.documents
    documents.close_current()
    album.settle()
    documents.open(1)
    album.settle()
    album.wait(lambda: pages_of(album).rotation() == 90)


def test_a_region_in_a_closed_document_is_gone_to_when_it_is_opened(album: Hand) -> None:
    far = Rectangle(4, 100, 200, 300, 320)
    excerpt = made(album, far)
    album.window.bench.documents.close_current()
    album.settle()
    album.window.bench.documents.show_excerpt(excerpt.id)
    album.settle()
    area = pages_of(album).region_area(far)
    assert area.height() == pytest.approx(120 * pages_of(album).stack().scale, abs=2)
    assert pages_of(album).page_index() == 3


def test_r_in_the_text_shows_the_pages_and_puts_a_region_into_sight(album: Hand) -> None:
    pages_of(album).go_to_page(2)
    album.press(Qt.Key.Key_P, CONTROL)
    assert album.reader.text_view.isVisible()
    album.press(Qt.Key.Key_R)
    assert pages_of(album).isVisible()
    box = album.reader.pages.region()
    assert box is not None
    assert pages_of(album).region_area(box).height() > 40
    album.press(Qt.Key.Key_Return)
    assert chosen(album).anchor.region == box


def test_the_timeline_keeps_regions_in_the_order_of_their_pages(album: Hand) -> None:
    timeline = KeptTimeline(album.window.hub.archive)
    for page in (5, 2, 4):
        made(album, Rectangle(page, 100, 200, 300, 320))
        timeline.update()
    assert timeline.model == KeptTimeline(album.window.hub.archive).model


def test_the_menu_over_a_page_offers_to_mark_and_to_highlight_a_region(album: Hand) -> None:
    def offered() -> dict[str, bool]:
        pages_of(album).menu_requested.emit(album.reader.mapToGlobal(album.reader.rect().center()))
        menu = album.reader.findChildren(QMenu)[-1]
        found = {action.text(): action.isEnabled() for action in menu.actions()}
        menu.close()
        album.settle()
        return found

    assert offered()["Mark region"]
    assert not offered()["Highlight"]
    draw(album, CARD)
    assert offered()["Highlight"]


def test_a_region_of_a_page_that_is_not_there_harms_nothing(album: Hand) -> None:
    excerpt = made(album)
    archive = album.window.hub.archive
    with archive.step("Damage it"):
        values = {"page": 77, "rectangles": "[[77, 10, 10, 50, 50]]"}
        archive.store.update("excerpt", excerpt.id, values)
    album.settle()
    album.window.bench.documents.show_excerpt(excerpt.id)
    album.press(Qt.Key.Key_Right, SHIFT | ALT)
    album.press(Qt.Key.Key_R, SHIFT)
    album.press(Qt.Key.Key_Q)
    assert album.window.bench.inspector.picture.image() is None
    assert chosen(album).anchor.page == 77
