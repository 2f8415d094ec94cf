"""Every guess about a list can be changed by a click, and the same click takes that back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.cafes import person, write_list
from tests.ui.people.hands import choose, kept, names, read
from wcafe.exports import exported

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


def test_a_list_that_was_written_here_has_a_tick_a_person_too(qtbot, page, desk, tmp_path):
    desk.services.people.save([person("Ana Silva"), person("Ben Diallo")])
    path = tmp_path / "people.csv"
    path.write_bytes(exported("csv", desk.services.cafes.snapshot(), what="people"))

    read(qtbot, page, path)
    assert [cells[0] for cells in coming(page)] == [True, True]
    click_tick(qtbot, page, page.preview.outcome.people, 1, 0)
    assert decided(page).rows == {3: False}
    assert [cells[0] for cells in coming(page)] == [True, False]


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


def test_a_list_of_unsure_encoding_shows_how_it_reads_in_each(qtbot, page, desk, tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes(b"Nom\n\x82\x85\n")
    read(qtbot, page, path)

    samples = page.preview.reading.samples
    assert samples.isVisible()
    offered = [button.text() for button in samples.buttons.values()]
    assert offered == ["Mac", "MS-DOS (850)", "MS-DOS (437)", "Windows (Western Europe)"]
    assert not page.preview.import_button.isEnabled()
    assert page.preview.reading.bar.isHidden()
    with qtbot.waitSignal(page._presenter.importing.read):
        qtbot.mouseClick(samples.buttons["cp850"], LEFT)
    assert not samples.isVisible()
    assert page.preview.reading.bar.encoding_choice.currentText() == "MS-DOS (850)"
    with qtbot.waitSignal(page._presenter.importing.imported):
        qtbot.mouseClick(page.preview.import_button, LEFT)
    assert names(desk) == ["éà"]


def test_several_people_in_a_row_can_be_one_or_nobody(qtbot, page, tmp_path):
    text = "Nom complet;Ville\nBen et Zoé Martin;Brest\nAna Silva;Nantes\n"
    read(qtbot, page, write_list(tmp_path, text))
    assert [cells[0] for cells in told(page)] == ["2"]
    assert len(coming(page)) == 3

    click_tick(qtbot, page, page.preview.rows.table, 0, 3)
    assert len(coming(page)) == 2
    click_tick(qtbot, page, page.preview.rows.table, 0, 4)
    assert decided(page).rows == {2: False}
    assert [cells[0] for cells in coming(page)].count(True) == 1
    click_tick(qtbot, page, page.preview.rows.table, 0, 4)
    assert len(coming(page)) == 3


def test_a_title_that_was_a_name_can_be_taken_as_a_person(qtbot, page, tmp_path):
    text = "Nom complet;Ville\nAtelier Est\nAna Silva;Brest\nBen Diallo;Nantes\n"
    read(qtbot, page, write_list(tmp_path, text))
    assert [cells[0] for cells in told(page)] == ["2"]

    click_tick(qtbot, page, page.preview.rows.table, 0, 3)

    assert len(coming(page)) == 3


def test_a_row_that_cannot_be_a_person_whatever_is_said_says_so(qtbot, page, tmp_path):
    text = "Nom;Prénom;Ville\nTotal;2;\nSilva;Ana;Brest\nDiallo;Ben;Nantes\n"
    read(qtbot, page, write_list(tmp_path, text))

    click_tick(qtbot, page, page.preview.rows.table, 0, 3)

    assert len(coming(page)) == 2
    assert told(page) == [("2", "2 Total", "“2 Total” is nobody’s name.", True, False)]
    click_tick(qtbot, page, page.preview.rows.table, 0, 3)
    assert told(page)[0][2:] == ("A total or a page number, and nobody’s name.", False, False)


def test_columns_taken_by_their_cells_alone_are_told(qtbot, page, tmp_path):
    text = "Wer;Woher\nAna Silva;Brest\nBen Diallo;Nantes\nZoé Martin;Lorient\n"
    read(qtbot, page, write_list(tmp_path, text))

    assert page.preview.reading.guessed.isVisible()
    assert page.preview.reading.guessed.text().endswith(": Wer")


def test_what_was_pasted_has_no_encoding_to_choose(qtbot, page):
    with qtbot.waitSignal(page._presenter.importing.read):
        page._presenter.importing.read_text("Prénom\tNom\nZoé\tPetit\n")

    assert not page.preview.reading.bar.encoding_choice.isVisible()
