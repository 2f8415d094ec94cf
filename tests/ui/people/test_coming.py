"""Who comes, says a list: told before anything is kept, and turned with one click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.cafes import person, write_list
from wcafe.exports import exported

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton
LIST = (
    "Nom complet;RSVP;Cancelled\n"
    "Ana Silva;Yes;\nBen Diallo;Bleu & vert;\nZoé Martin;bleu & VERT;\nJo Le Goff;No;\n"
    "Ada Roux;Yes;2026-10-03\n"
)


def read(qtbot, page, text):
    importing = page._presenter.importing
    with qtbot.waitSignal(importing.read):
        importing.read_text(text)
    return page.preview.coming


def click(qtbot, page, box):
    with qtbot.waitSignal(page._presenter.importing.read):
        box.click()


def said(coming):
    return {box.text(): box.isChecked() for box in coming.boxes.values()}


def figures(page):
    return [figure.value.text() for figure in page.preview.outcome.figures]


def test_the_words_of_a_list_are_told_with_how_they_were_read(qtbot, page):
    coming = read(qtbot, page, LIST)

    assert said(coming) == {
        "“Bleu && vert” · 2 people": True,
        "“Yes” · 2 people": True,
        "“No” · 1 person": False,
        "“Cancelled: 2026-10-03” · 1 person": False,
    }
    assert coming.open_words.isVisible()
    assert coming.open_words.text().endswith("until you say otherwise: Bleu & vert")
    assert next(iter(coming.boxes.values())).accessibleName().endswith("not understood")


def test_one_click_decides_for_all_who_have_a_word(qtbot, page, desk):
    coming = read(qtbot, page, LIST)
    unknown, _yes, no, _cancelled = coming.boxes.values()
    assert figures(page) == ["5", "3", "0", "0", "2", "0"]

    click(qtbot, page, unknown)
    assert figures(page) == ["5", "1", "0", "0", "4", "0"]
    assert not coming.open_words.isVisible()
    click(qtbot, page, no)
    assert figures(page) == ["5", "2", "0", "0", "3", "0"]

    page.preview.outcome.away_box.setChecked(False)
    with qtbot.waitSignal(page._presenter.importing.imported):
        page.preview.import_button.click()
    assert [each.name for each in desk.services.people.all()] == ["Ana Silva", "Jo Le Goff"]


def test_all_dates_and_all_reasons_of_a_column_are_decided_as_one(qtbot, page):
    text = (
        "Nom complet;Annulé le;Motif d’annulation\nAna Silva;2026-10-03;\nBen Diallo;2026-10-04;\n"
        "Zoé Martin;;malade\nJo Roux;;absente\nAda Roux;;\n"
    )
    coming = read(qtbot, page, text)

    assert said(coming) == {
        "“Annulé le: 2026-10-03 …” · 2 people": False,
        "“Motif d’annulation: malade …” · 2 people": False,
    }
    click(qtbot, page, next(iter(coming.boxes.values())))
    assert figures(page) == ["5", "3", "0", "0", "2", "0"]


def test_a_click_is_taken_back_by_another(qtbot, page):
    coming = read(qtbot, page, LIST)
    before = said(coming)
    box = next(iter(coming.boxes.values()))

    click(qtbot, page, box)
    click(qtbot, page, box)

    assert said(coming) == before


def test_two_quick_clicks_count_both(qtbot, page):
    coming = read(qtbot, page, LIST)
    boxes = list(coming.boxes.values())
    boxes[0].click()
    boxes[1].click()

    qtbot.waitUntil(lambda: figures(page) == ["5", "0", "0", "0", "5", "0"])


def test_the_keyboard_reaches_each_word_and_stays_there(qtbot, page):
    coming = read(qtbot, page, LIST)
    boxes = list(coming.boxes.values())
    page.activateWindow()
    page.preview.others_box.setFocus()
    reached = set()
    for _step in range(40):
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert set(boxes) <= reached

    boxes[0].setFocus()
    with qtbot.waitSignal(page._presenter.importing.read):
        qtbot.keyClick(boxes[0], Qt.Key.Key_Space)
    assert QApplication.focusWidget() is boxes[0]
    assert not boxes[0].isChecked()


def test_what_was_decided_stays_where_another_column_is_chosen(qtbot, page):
    coming = read(qtbot, page, LIST)
    click(qtbot, page, next(iter(coming.boxes.values())))

    with qtbot.waitSignal(page._presenter.importing.read):
        page.preview._on_mapped("note", -1)
    assert said(page.preview.coming)["“Bleu && vert” · 2 people"] is False


def test_all_columns_about_coming_still_count_once_another_field_is_chosen(qtbot, page):
    rows = "Ana Silva;Yes;Refunded;;a\nBo Roux;No;ok;;b\n"
    text = f"Nom complet;RSVP;Order status;Cancelled;Sujet\n{rows}"
    read(qtbot, page, text)
    assert figures(page) == ["2", "0", "0", "0", "2", "0"]

    with qtbot.waitSignal(page._presenter.importing.read):
        page.preview._on_mapped("note", 4)
    assert figures(page) == ["2", "0", "0", "0", "2", "0"]
    with qtbot.waitSignal(page._presenter.importing.read):
        page.preview._on_mapped("status", -1)
    assert figures(page) == ["2", "2", "0", "0", "0", "0"]


def test_a_list_that_says_nothing_of_coming_shows_no_words(qtbot, page):
    coming = read(qtbot, page, "Nom complet;Ville\nAna Silva;Brest\n")

    assert not coming.isVisible()
    assert not page.preview.reading.suspects.isVisible()


def test_a_column_that_may_be_about_names_or_coming_and_is_not_used_is_told(qtbot, page):
    text = "Nom complet;Annulation (atelier 2);Surnom\nAna Silva;oui;Nana\nBen Diallo;;\n"
    read(qtbot, page, text.replace("Surnom", "Name of the manager"))

    assert page.preview.reading.suspects.isVisible()
    said = page.preview.reading.suspects.text()
    assert said.endswith("Annulation (atelier 2), Name of the manager")


def test_a_list_with_very_many_words_says_how_many_more_there_are(qtbot, page):
    rows = "".join(f"Ana Silva {n};parce que {n}\n" for n in range(60))
    coming = read(qtbot, page, f"Nom complet;Statut\nBen Diallo;oui\n{rows}")

    assert len(coming.boxes) == 40
    assert coming.rest.text() == "And 21 more words."


def test_people_who_come_back_from_an_export_bring_everything_and_change_nothing(
    qtbot, page, desk, tmp_path
):
    desk.services.people.save(
        [
            person("Ana Silva", attributes=(("Métier", "menuisière"),), host_of=1),
            person("Zoé Martin", present=frozenset()),
        ]
    )
    before = desk.services.people.all()
    snapshot = desk.services.cafes.snapshot()
    path = write_list(tmp_path, exported("csv", snapshot, what="people").decode())
    with qtbot.waitSignal(page._presenter.importing.read):
        page._presenter.importing.read_file(path)
    assert figures(page) == ["2", "0", "0", "0", "1", "0"]
    assert not page.preview.others_box.isVisible()

    with qtbot.waitSignal(page._presenter.importing.imported):
        page.preview.import_button.click()
    assert desk.services.people.all() == before
