"""Every guess about a list can be changed by a click, and the same click takes that back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.cafes import write_list
from tests.ui.people.hands import choose, kept, names, read
from wcafe.errors import UnsureEncoding
from wcafe.services.people import AS_GUESSED
from wcafe.ui.lists.layout import Source

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton
TWICE = "Nom complet\nAna Silva\nBen Diallo\nAna Silva\n"


def click_tick(qtbot, page, table, line, column):
    index = table.model_of_lines.index(line, column)
    table.scrollTo(index)
    with qtbot.waitSignal(page._presenter.importing.read):
        qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())


def decided(page):
    return page._presenter.importing.arrival.decisions


def coming(page):
    return [line.cells for line in page.preview.outcome.people.lines]


def told(page):
    return [line.cells for line in page.preview.rows.table.lines]


def test_a_row_folded_into_another_can_be_a_person_of_its_own(qtbot, page, tmp_path):
    read(qtbot, page, write_list(tmp_path, TWICE))
    assert told(page) == [("4", "Ana Silva", "The same person as in row 2.", False, False)]

    click_tick(qtbot, page, page.preview.rows.table, 0, 3)
    assert decided(page).rows == {4: True}
    assert told(page) == [("4", "Ana Silva", "The same person as in row 2.", True, False)]
    assert [cells[1] for cells in coming(page)] == ["Ana Silva", "Ben Diallo", "Ana Silva"]

    click_tick(qtbot, page, page.preview.rows.table, 0, 3)
    assert decided(page).rows == {}
    assert [cells[1] for cells in coming(page)] == ["Ana Silva", "Ben Diallo"]


def test_somebody_is_left_out_and_brought_back_by_the_same_tick(qtbot, page, desk, tmp_path):
    read(qtbot, page, write_list(tmp_path, TWICE))

    click_tick(qtbot, page, page.preview.outcome.people, 1, 0)
    assert decided(page).rows == {3: False}
    assert coming(page) == [(True, "Ana Silva"), (False, "Ben Diallo")]
    with qtbot.waitSignal(page._presenter.importing.imported):
        qtbot.mouseClick(page.preview.import_button, LEFT)
    assert names(desk) == ["Ana Silva"]

    read(qtbot, page, write_list(tmp_path, TWICE))
    click_tick(qtbot, page, page.preview.outcome.people, 1, 0)
    click_tick(qtbot, page, page.preview.outcome.people, 1, 0)
    assert coming(page) == [(True, "Ana Silva"), (True, "Ben Diallo")]


def test_the_keyboard_leaves_somebody_out_and_stays_with_them(qtbot, page, tmp_path):
    read(qtbot, page, write_list(tmp_path, TWICE))
    table = page.preview.outcome.people
    page.activateWindow()
    table.setFocus()
    table.setCurrentIndex(table.model_of_lines.index(1, 0))

    with qtbot.waitSignal(page._presenter.importing.read):
        qtbot.keyClick(table, Qt.Key.Key_Space)

    assert decided(page).rows == {3: False}
    assert table.currentIndex().row() == 1
    assert QApplication.focusWidget() is table


def test_another_row_of_headings_is_read_at_once(qtbot, page, desk, tmp_path):
    text = "Atelier;Salle\nPrénom;Nom\nAna;Silva\nBen;Diallo\n"
    read(qtbot, page, write_list(tmp_path, text))
    field = page.preview.reading.bar.header_edit
    assert field.value() == 2

    with qtbot.waitSignal(page._presenter.importing.read):
        field.setValue(1)
    assert decided(page).header_row == 1
    assert kept(desk) == ()
    with qtbot.waitSignal(page._presenter.importing.read):
        field.setValue(2)
    assert [cells[:3] for cells in coming(page)] == [
        (True, "Ana", "Silva"),
        (True, "Ben", "Diallo"),
    ]


def test_a_list_without_headings_is_read_from_its_first_row(qtbot, page, tmp_path):
    read(qtbot, page, write_list(tmp_path, "Ana Silva\nBen Diallo\n"))
    field = page.preview.reading.bar.header_edit

    assert field.value() == 0
    assert field.text() == "none"


def test_another_encoding_is_read_at_once(qtbot, page, tmp_path):
    read(qtbot, page, write_list(tmp_path, "Prénom;Nom\nZoé;Lefèvre\n", encoding="cp850"))
    choice = page.preview.reading.bar.encoding_choice
    with qtbot.waitSignal(page._presenter.importing.read):
        choose(choice, "MS-DOS (850)")
    assert decided(page).encoding == "cp850"
    assert coming(page)[0][1:3] == ("Zoé", "Lefèvre")

    with qtbot.waitSignal(page._presenter.importing.read):
        choose(choice, "Windows (Western Europe)")
    assert coming(page)[0][1] != "Zoé"


def test_a_list_of_unsure_encoding_shows_how_it_reads_in_each(qtbot, page, tmp_path):
    path = write_list(tmp_path, "Prénom;Nom\nZoé;Lefèvre\n", encoding="cp850")
    samples = (("cp850", ("Zoé",)), ("mac_roman", ("ZoÇ",)))
    error = UnsureEncoding(path=path, encodings="cp850, mac_roman", samples=samples)
    importing = page._presenter.importing

    importing._on_unread(
        importing._asked, Source(name=path.name, path=path), AS_GUESSED, None, error
    )

    samples = page.preview.reading.samples
    assert samples.isVisible()
    assert [button.text() for button in samples.buttons.values()] == ["MS-DOS (850)", "Mac"]
    assert not page.preview.import_button.isEnabled()
    with qtbot.waitSignal(importing.read):
        qtbot.mouseClick(samples.buttons["cp850"], LEFT)
    assert not samples.isVisible()
    assert coming(page)[0][1:3] == ("Zoé", "Lefèvre")


def test_what_was_pasted_has_no_encoding_to_choose(qtbot, page):
    with qtbot.waitSignal(page._presenter.importing.read):
        page._presenter.importing.read_text("Prénom\tNom\nZoé\tPetit\n")

    assert not page.preview.reading.bar.encoding_choice.isVisible()
