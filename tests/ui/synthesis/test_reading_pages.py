"""Reading the pages in the window: going to one, looking for words, following links, and back."""

from dataclasses import replace
from io import BytesIO

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas

from tests.ui.hands import type_text
from tests.ui.synthesis.hands import look_at_preview, themes
from wcafe.ui.reading.find_bar import FindBar
from wcafe.ui.reading.links import links_of
from wcafe.ui.reading.place_bar import PlaceBar
from wcafe.ui.reading.view import LARGEST, PagesView
from wcafe.ui.synthesis import make_page, preview
from wcafe.ui.synthesis.page import View

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
PAGES = 6


def pdf_with_links(pages=PAGES):
    """A link at the head of each page to the one three pages on, and one to the web."""
    file = BytesIO()
    canvas = Canvas(file)
    for page in range(pages):
        canvas.bookmarkPage(f"p{page}", fit="XYZ", left=0, top=500)
        canvas.addOutlineEntry(f"Chapter {page + 1}", f"p{page}", page % 2)
        canvas.drawString(100, 700, f"To page {(page + 3) % pages + 1}")
        canvas.linkRect("", f"p{(page + 3) % pages}", (100, 695, 300, 715), relative=0)
        canvas.drawString(100, 400, f"La recolte de l'ete, page {page + 1}")
        if page == pages - 1:
            canvas.drawString(100, 100, "a lone word")
            canvas.linkURL("file:///etc/passwd", (100, 95, 200, 115))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def view(qtbot):
    owner = QWidget()
    view = PagesView(owner)
    view.resize(700, 500)
    qtbot.addWidget(view)
    view.show()
    view.show_pdf(pdf_with_links())
    yield view
    owner.deleteLater()


def test_keys_go_from_page_to_page_and_to_both_ends(qtbot, view):
    shown = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
        shown.append(view.page)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)

    assert shown == [1, 2, 1, PAGES - 1]
    assert view.page == PAGES - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (view.page, view.verticalScrollBar().value()) == (0, 0)


def test_in_the_middle_of_a_page_the_key_back_goes_to_its_beginning_first(qtbot, view):
    view.go_to_page(2)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 300)

    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 1


def test_a_page_is_gone_to_by_its_number_and_one_too_high_is_the_last(qtbot, view):
    bar = PlaceBar(view, lambda: None)
    qtbot.addWidget(bar)
    bar.show()

    for typed, page in (("4", 3), ("99", PAGES - 1), ("0", 0)):
        bar.page_field.clear()
        type_text(bar.page_field, typed)
        qtbot.keyClick(bar.page_field, Qt.Key.Key_Return)
        assert view.page == page
        assert bar.page_field.text() == str(page + 1)
    assert bar.of_pages.text() == "of 6"


def test_a_page_that_cannot_be_scrolled_to_the_top_is_still_the_one_gone_to(view):
    view.zoom_by(0.001)  # several pages on screen

    view.go_to_page(PAGES - 2)
    assert view.page == PAGES - 2
    view.verticalScrollBar().setValue(0)
    assert view.page == 0


def test_what_is_in_the_middle_of_the_screen_stays_there_when_one_comes_nearer(view):
    view.go_to_page(3)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 200)
    before = view._layout.at(view._seen.center())

    view.zoom_by(2)
    after = view._layout.at(view._seen.center())

    assert after.page == before.page
    assert after.down == pytest.approx(before.down, abs=2)
    view.zoom_by(100)
    assert view.zoom == LARGEST == 4.0


def test_a_whole_page_fits_the_window_and_its_width_does(qtbot, view):
    view.go_to_page(2)
    view.fit_page()

    assert view.zoomMode() is QPdfView.ZoomMode.FitInView
    assert view.page == 2
    assert view._layout.pages[2].height() <= view.viewport().height()
    view.fit_width()
    assert view.page == 2
    assert view._layout.pages[2].width() > 0.9 * view.viewport().width()


def test_our_layout_is_that_of_the_pages_on_screen_in_every_size(view):
    """Qt goes to a page itself, and lands where our own layout says that it lies."""
    for fit in (view.fit_width, view.fit_page, lambda: view.zoom_by(1.7), lambda: view.zoom_by(2)):
        fit()
        for page in range(PAGES - 1):
            view.pageNavigator().jump(page, QPointF(0, 0))
            top = view._layout.pages[page].top()
            most = view.verticalScrollBar().maximum()
            assert view.verticalScrollBar().value() == pytest.approx(min(top, most), abs=7)


def test_a_link_is_followed_by_a_click_and_there_is_a_way_back_to_the_very_place(qtbot, view):
    view.verticalScrollBar().setValue(40)
    box = links_of(view.document_shown, 0)[0].box
    spot = view._layout.area(0, box).center() - view._seen.topLeft()
    assert not view.can_go_back

    qtbot.mouseClick(view.viewport(), LEFT, pos=spot.toPoint())

    assert view.page == 3
    assert view.can_go_back
    view.go_back()
    assert (view.page, view.verticalScrollBar().value()) == (0, 40)
    assert not view.can_go_back


def test_links_are_chosen_and_followed_by_keys(qtbot, view):
    view.fit_page()
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert view._ink.link == links_of(view.document_shown, 0)[0]

    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert view.page == 3


def test_a_link_to_a_file_of_the_computer_is_not_opened(view, monkeypatch):
    opened = []
    monkeypatch.setattr("wcafe.ui.reading.links.QDesktopServices.openUrl", opened.append)
    last = links_of(view.document_shown, PAGES - 1)[-1]
    assert last.url.scheme() == "file"

    view.follow(last)

    assert not opened
    view.follow(replace(last, url=type(last.url)("https://example.org")))
    assert len(opened) == 1


def test_chapters_lead_to_their_pages(qtbot, view):
    bar = PlaceBar(view, lambda: None)
    qtbot.addWidget(bar)
    bar.chapters.aboutToShow.emit()

    titles = [action.text().strip() for action in bar.chapters.actions()]
    bar.chapters.actions()[4].trigger()

    assert titles[0] == "Chapter 1\t1"
    assert len(titles) == PAGES
    assert view.page == 4


def test_words_are_found_whatever_their_accents_and_hits_are_gone_through(qtbot, view):
    bar = FindBar(view)
    qtbot.addWidget(bar)
    view.go_to_page(2)
    bar.open()
    bar.show()
    type_text(bar.field, "RÉCOLTE  de l’été")
    qtbot.waitUntil(lambda: bar.count.text() == "3 of 6")  # the first from here on

    assert view.page == 2
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert (bar.count.text(), view.page) == ("4 of 6", 3)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    bar.go_to_previous()
    assert (bar.count.text(), view.page) == ("2 of 6", 1)
    box = bar.found.boxes_of(bar.hit)[0]
    assert 100 < box.left() + 20 < 200
    assert view._seen.contains(view._layout.area(1, box))
    assert [len(view._ink.found(page)) for page in range(PAGES)] == [1] * PAGES


def test_what_is_not_there_is_said_and_no_ink_stays(qtbot, view):
    bar = FindBar(view)
    qtbot.addWidget(bar)
    bar.open()
    type_text(bar.field, "nowhere")

    qtbot.waitUntil(lambda: bar.count.text() == "Not found in these pages.")

    assert not bar.next_button.isEnabled()
    bar.field.setText("lone word")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert not view._ink.found(PAGES - 1)


def test_keys_work_wherever_the_keyboard_is_in_the_preview(qtbot, harvest, page, presenter):
    look_at_preview(qtbot, page, presenter)
    pane = page.preview

    qtbot.keyClick(pane.place_bar.find_button, Qt.Key.Key_9, CONTROL)
    assert pane.view.zoomMode() is QPdfView.ZoomMode.FitInView
    page.seek()
    assert pane.find_bar.isVisible()
    type_text(pane.find_bar.field, "zoe")
    qtbot.waitUntil(lambda: bool(pane.find_bar.found.hits))
    first = pane.find_bar.count.text()
    qtbot.keyClick(pane.view, Qt.Key.Key_F3)
    assert pane.find_bar.count.text() != first


def test_pages_made_again_keep_place_size_and_what_is_looked_for(
    qtbot, monkeypatch, harvest, presenter, desk
):
    monkeypatch.setattr(preview, "_SOON", 20)
    page = make_page(presenter)
    page.resize(1072, 776)
    qtbot.addWidget(page)
    page.show()
    look_at_preview(qtbot, page, presenter)
    pane = page.preview
    pane.view.zoom_by(1.3)
    pane.find_bar.open()
    type_text(pane.find_bar.field, "zoe")
    qtbot.waitUntil(lambda: bool(pane.find_bar.found.hits) and not pane.find_bar.found.is_looking)
    pane.view.verticalScrollBar().setValue(1300)
    before = (pane.view.place, pane.view.zoom)

    with qtbot.waitSignal(presenter.pages.printed):
        desk.services.synthesis.save(replace(themes(desk)[0], headline="Trees, please."))
        qtbot.waitUntil(lambda: presenter.pages.is_making)
        assert pane.view.isVisible()  # the old ones stay until the new ones are there
        assert pane.state.text() == "These pages are being made again…"

    assert (pane.view.place, pane.view.zoom) == before
    assert pane.state.text() == ""
    qtbot.waitUntil(lambda: bool(pane.find_bar.found.hits))
    page.retire()


def test_pages_that_somebody_cancelled_say_so_and_are_made_by_a_button(qtbot, page, presenter):
    page.views.setCurrentIndex(View.PREVIEW)
    assert page.preview.waiting.isVisible()
    qtbot.mouseClick(page.preview.cancel_button, LEFT)

    qtbot.waitUntil(lambda: not presenter.pages.is_making)

    assert page.preview.unmade.isVisible() == (presenter.pages.made is None)
    if presenter.pages.made is None:
        with qtbot.waitSignal(presenter.pages.printed):
            qtbot.mouseClick(page.preview.make_button, LEFT)
    assert page.preview.view.isVisible()


def test_each_document_is_shown_where_it_was_read(qtbot, harvest, page, presenter, desk):
    from tests.cafes import add_people

    add_people(desk.services, 30)
    desk.services.plans.compose(seconds=0.2)
    look_at_preview(qtbot, page, presenter)
    view, keys = page.preview.view, page.preview.sheets
    view.verticalScrollBar().setValue(700)
    for document in ("table-list", "synthesis"):
        with qtbot.waitSignal(presenter.pages.printed):
            keys.setCurrentIndex(keys.findData(document))

    assert view.verticalScrollBar().value() == pytest.approx(700, abs=1)
