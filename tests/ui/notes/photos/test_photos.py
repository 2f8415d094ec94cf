"""Photos come in, are filed by hand, told of when missing, and described; each can be undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from tests.cafes import SHARED
from tests.ui.hands import drop, type_text
from tests.ui.notes.hands import choose_key, entry
from wcafe.domain.photos import Shown
from wcafe.domain.sheets import SheetPlace

DINAN = SHARED / "photos" / "dinan_enr-vendredi.jpeg"
LEFT = Qt.MouseButton.LeftButton


def dragged(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def come_in(qtbot, shown, *paths):
    assert drop(shown.page, dragged(*paths))
    qtbot.waitUntil(lambda: not shown.presenter.arriving.is_busy)


def test_missing_sheets_stand_on_top_in_words_until_they_are_said_to_be_blank(qtbot, shown):
    bar = shown.view.missing
    assert bar.count.text() == "4 sheets are missing"
    assert bar.named.text().startswith("Table 1, round 1: not received")

    qtbot.mouseClick(bar.copy_button, LEFT)
    assert QGuiApplication.clipboard().text().splitlines()[-1] == "Table 3, round 2: not received"

    entry(bar.menu, "Table 1, round 1").trigger()
    assert bar.count.text() == "3 sheets are missing"
    shown.undo()
    assert bar.count.text() == "4 sheets are missing"


@pytest.mark.real
def test_a_photo_without_code_is_filed_by_hand_and_typed_beside_one_field(qtbot, shown):
    come_in(qtbot, shown, DINAN)
    photo = shown.presenter.photos[-1]
    shown.presenter.choose(photo.id)
    assert shown.card.filing.isVisible()
    assert not shown.typing.isVisible()

    choose_key(shown.card.table_choice, 2)
    choose_key(shown.card.round_choice, 0)
    qtbot.mouseClick(shown.card.file_button, LEFT)

    assert shown.kept()[photo.id].place == SheetPlace(table=2, round=0)
    qtbot.waitUntil(lambda: not shown.presenter.saying.reading)
    assert shown.kept()[photo.id].boxes == ()  # it is none of our sheets
    assert "3 sheets are missing" in shown.view.missing.count.text()
    type_text(shown.field, "Le soleil pour tous")
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    (note,) = shown.notes()
    assert (note.table, note.round, note.prompt) == (2, 0, "")

    shown.undo()
    shown.undo()
    assert shown.kept()[photo.id].place is None


def test_what_is_no_picture_is_told_by_name_and_the_others_go_on(qtbot, shown, received, tmp_path):
    told = []
    shown.presenter.warned.connect(told.append)
    broken = tmp_path / "« Zoé ».jpg"
    broken.write_bytes(b"no picture")
    again = next((received / "photos").iterdir())

    come_in(qtbot, shown, broken, again)

    assert "« Zoé ».jpg" in told[0]
    assert "1 was here already and is not kept twice." in told[0]
    assert len(shown.kept()) == 2


def test_people_alternative_text_and_turning_are_kept_each_with_its_undo(qtbot, shown):
    card, chosen = shown.card, shown.presenter.chosen
    qtbot.mouseClick(card.shown_choice.buttons[Shown.REFUSED], LEFT)
    qtbot.mouseClick(card.publish_choice.buttons[True], LEFT)
    assert "never leaves" in card.alternative_note.text()
    assert not shown.kept()[chosen].may_be_published
    card.alternative_edit.setFocus()
    type_text(card.alternative_edit, "Feuille de la table 1")
    card.alternative_edit.keep()
    assert shown.kept()[chosen].alternative == "Feuille de la table 1"

    shown.undo()
    assert shown.kept()[chosen].alternative == ""
    shown.undo()
    shown.undo()
    assert shown.kept()[chosen].shown is Shown.ASK


def test_a_removed_photo_comes_back_with_its_bytes_by_undo(qtbot, shown, opened):
    chosen = shown.presenter.chosen
    jpeg = opened.photos.jpeg(chosen)
    qtbot.mouseClick(shown.card.remove_button, LEFT)
    assert chosen not in shown.kept()

    shown.undo()

    assert opened.photos.jpeg(chosen) == jpeg


def test_a_click_on_a_box_of_the_sheet_goes_there(qtbot, shown):
    sheet = shown.view.sheet
    place = sheet.place_of(sheet._sheet.boxes()[3]).center().toPoint()

    qtbot.mouseClick(sheet, LEFT, pos=place)

    assert shown.presenter.box == 3
    assert shown.typing.heading.text() == "Box 3 of 5"


def test_the_list_says_in_words_how_it_stands_with_each_photo(qtbot, shown):
    rows = shown.view.list.photos.rows
    assert [(row.title, row.state) for row in rows] == [
        ("T1·R2", "to be typed · 0 of 3"),
        ("T2·R2", "to be typed · 0 of 3"),
    ]
    assert shown.page.subtitle.text() == "2 sheets received of 6 · 0 typed · photos to file: 0"


def test_lists_and_photos_are_told_apart_when_they_are_dropped(shown, tmp_path):
    assert not drop(shown.page, dragged(Path("song.mp3")))
    assert shown.page.view == 4
