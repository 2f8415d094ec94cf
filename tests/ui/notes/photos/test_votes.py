"""Dots beside their picture: what was counted is set, what is unsure is asked, Enter keeps."""

import pytest
from PySide6.QtCore import Qt

from tests.scan.camera import Shot, photograph
from tests.scan.simulated import NOW, SCALE, drawn_page, jpeg_bytes
from tests.scan.voted import COLOURS, stick
from tests.ui.notes.hands import shown_page
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.cafe import draft
from wcafe.domain.handouts import VOTES
from wcafe.domain.kinds import Kind
from wcafe.domain.vote_layout import VoteLayout
from wcafe.reports import make_document
from wcafe.services.printing import note_printed
from wcafe.services.votes import vote_form
from wcafe.ui.notes import make_presenter
from wcafe.ui.notes.views import View

ENTER, LEFT = Qt.Key.Key_Return, Qt.MouseButton.LeftButton
IDEAS = ("Des bancs", "Des arbres", "Un marché le jeudi")


@pytest.fixture(scope="session")
def voted(tmp_path_factory, qapp):
    """A café with three ideas, and a photo of their sheet: four dots, then two stuck askew."""
    path = tmp_path_factory.mktemp("voted") / "café.wcafe"
    create_cafe(path, draft(title="Quartier 2030", language="fr", rounds=2, tables=3))
    with open_cafe(path) as cafe:
        for text in IDEAS:
            cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)
        snapshot = cafe.cafes.snapshot()
        pdf = make_document(VOTES, snapshot, NOW).pdf
        note_printed(cafe, HANDOUTS[VOTES], snapshot, PrintOptions(), NOW)
        sheet, rows = drawn_page(pdf, 0), VoteLayout(vote_form(snapshot).shape(0)).rows
        for circle in rows[0].circles[:4]:
            stick(sheet, circle, 8, COLOURS["red"])
        across, down = rows[1].circles[3]
        for middle in ((across, down), (across + 3.5, down + 1)):
            stick(sheet, middle, 8, COLOURS["yellow"])
        photo = path.with_name("mur.jpg")
        photo.write_bytes(jpeg_bytes(photograph(sheet, SCALE, Shot(turn=2, noise=2.0)), 85))
        taken = list(cafe.photos.filing.take_in(cafe.photos.filing.find([photo])))
        assert [box.dots for box in taken[0].photo.boxes] == [4, None, 0]
    return path


@pytest.fixture
def cafe_file(voted, tmp_path):
    copy = tmp_path / "café.wcafe"
    copy.write_bytes(voted.read_bytes())
    return copy


@pytest.fixture
def page(qtbot, desk):
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    page.show_view(View.PHOTOS.place)
    photos = presenter.photos
    qtbot.waitUntil(lambda: photos.pictures.whole(photos.chosen) is not None)
    page.photos.view.take_focus()
    yield page
    presenter.deleteLater()


def votes(desk):
    return [note.votes for note in desk.services.notes.all()]


def test_what_was_counted_is_set_and_what_is_unsure_is_asked_beside_its_own_crop(page):
    view = page.photos.view
    sure, asked, none = view.votes.rows

    assert view.votes.isVisible()
    assert not view.typing.isVisible()
    assert [row.dots for row in view.votes.rows] == [4, None, 0]
    assert (sure.read.text(), none.read.text()) == ("✓ read on the sheet",) * 2
    assert asked.crop.isVisible()
    assert not asked.crop._area.isEmpty()
    assert not sure.crop.isVisible()
    assert asked.dots_edit.hasFocus()
    assert "2" in view.enlarged_title.text()  # the row that is asked for


def test_enter_keeps_all_rows_once_the_doubtful_one_is_counted_and_undo_takes_them_back(
    qtbot, page, desk
):
    card = page.photos.view.votes
    qtbot.keyClick(card.rows[1].dots_edit, ENTER)
    assert votes(desk) == [None, None, None]  # nobody has counted it yet
    assert card.rows[1].dots_edit.hasFocus()

    qtbot.keyClicks(card.rows[1].dots_edit, "2")
    qtbot.keyClick(card.rows[1].dots_edit, ENTER)
    assert votes(desk) == [4, 2, 0]
    assert all("✓" in row.read.text() for row in card.rows)
    assert not card.keep_button.isEnabled()

    desk.history.undo()
    assert votes(desk) == [None, None, None]
    assert [row.dots for row in card.rows] == [4, None, 0]
    desk.history.redo()
    assert votes(desk) == [4, 2, 0]


def test_one_click_keeps_and_one_takes_back(qtbot, page, desk):
    card = page.photos.view.votes
    card.rows[1].dots_edit.setValue(2)
    qtbot.mouseClick(card.keep_button, LEFT)
    assert votes(desk) == [4, 2, 0]
    card.rows[0].dots_edit.setValue(5)
    qtbot.mouseClick(card.keep_button, LEFT)
    assert votes(desk) == [5, 2, 0]

    qtbot.mouseClick(card.back_button, LEFT)
    assert votes(desk) == [None, None, None]
    assert not card.back_button.isVisible()


def test_a_dot_vote_sheet_is_filed_and_waits_in_the_list_until_its_dots_are_kept(page):
    view = page.photos.view
    card = view.card

    assert "vote" in card.title.text()
    assert not card.filing.isVisible()
    (row,) = view.list.photos.rows
    assert row.state == "dots to keep"
