"""The table of the people: columns, order, finding, choosing, removing, copying."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.cafes import add_people, person
from tests.ui.hands import type_text
from tests.ui.people.hands import cell, go_to, kept
from wcafe.ui.people import make_page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_few_pixels_too_many_are_taken_from_the_widest_columns(qtbot, opened, page):
    opened.people.save(
        [person("Marie-Christine Le Goff", organisation="Médiathèque des Capucins", group="École")]
    )
    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 1)
    table = page.list.table
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    used = sum(table.columnWidth(n) for n in range(table.people.columnCount()))
    before = [table.columnWidth(n) for n in range(table.people.columnCount())]

    page.resize(page.width() - (table.viewport().width() - used) - 40, page.height())

    qtbot.waitUntil(lambda: used - 60 <= table.viewport().width() < used)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    page.resize(page.width() + 40, page.height())
    assert [table.columnWidth(n) for n in range(table.people.columnCount())] == before


def test_a_change_of_one_person_tells_views_one_row(qtbot, opened, presenter, page):
    listed = add_people(opened, 2000)
    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 2000)
    model, table = page.list.table.people, page.list.table
    table.select([listed[1500].id])
    told, where = [], table.verticalScrollBar().value()
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.modelReset.connect(lambda: told.append("everything"))

    presenter.change(listed[700].id, presenter.columns[0], "Chloé")

    assert told == [(700, 700)]
    assert table.selected_people() == [listed[1500].id]
    assert table.verticalScrollBar().value() == where > 0


def test_who_comes_from_elsewhere_appears_and_the_selection_stays(qtbot, opened, three, page):
    page.list.table.select([three[1].id])
    add_people(opened, 1)

    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 4)
    assert page.list.table.selected_people() == [three[1].id]


@pytest.mark.usefixtures("three")
def test_the_filter_finds_folded_words_in_all_cells(qtbot, page):
    type_text(page.list.filter_edit, "ECOLE ana")

    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 1)
    assert cell(page, 0, "given").data() == "Ana"
    assert page.list.count.text() == "1 of 3"
    page.list.filter_edit.clear()
    qtbot.waitUntil(lambda: page.list.count.text() == "")


@pytest.mark.usefixtures("three")
def test_columns_sort_with_empty_cells_last_in_both_directions(page):
    table = page.list.table
    place = cell(page, 0, "organisation").column()

    table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
    up = [cell(page, row, "organisation").data() for row in range(3)]
    table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    down = [cell(page, row, "organisation").data() for row in range(3)]

    assert (up, down) == (["École", "Mairie", ""], ["Mairie", "École", ""])


def test_the_selection_stays_with_its_people_when_the_table_is_sorted(three, page):
    page.list.table.select([three[0].id])

    page.list.table.sortByColumn(cell(page, 0, "given").column(), Qt.SortOrder.AscendingOrder)

    assert page.list.table.selected_people() == [three[0].id]


@pytest.mark.usefixtures("three")
def test_a_column_shown_by_hand_is_shown_the_next_time(qtbot, page, presenter):
    assert page.list.table.isColumnHidden(cell(page, 0, "email").column())
    page.list.columns_menu.aboutToShow.emit()
    entries = page.list.columns_menu.actions()
    next(action for action in entries if action.text() == "E-mail").trigger()

    again = make_page(presenter)
    qtbot.addWidget(again)

    for shown in (page, again):
        assert not shown.list.table.isColumnHidden(cell(shown, 0, "email").column())


def test_removed_people_come_back_in_their_places_with_their_seats(qtbot, opened, page, desk):
    listed = add_people(opened, 20)
    opened.plans.compose(seconds=0.3)
    opened.badges.note_printed(opened.cafes.snapshot())
    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 20)
    before, seats = kept(desk), opened.cafes.snapshot().plan.seats
    held = opened.cafes.snapshot().badges
    table = page.list.table
    table.setFocus()
    table.select([listed[3].id, listed[7].id])

    with qtbot.waitSignal(page._presenter.undoable):
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert len(kept(desk)) == 18
    assert len(opened.cafes.snapshot().plan.people) == 18

    desk.history.undo()
    assert [each.id for each in kept(desk)] == [each.id for each in before]
    assert [each.name for each in kept(desk)] == [each.name for each in before]
    assert opened.cafes.snapshot().plan.seats == seats
    assert opened.cafes.snapshot().badges == held
    desk.history.redo()
    assert len(kept(desk)) == 18


@pytest.mark.usefixtures("three")
def test_selected_people_are_copied_for_a_spreadsheet(qtbot, page):
    table = go_to(page, 1, "given")
    table.selectRow(1)

    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)

    headings, line = QApplication.clipboard().text().split("\n")
    assert headings.split("\t")[:3] == ["First name", "Family name", "Organisation"]
    assert line.split("\t")[:3] == ["Ana", "Silva", "École"]
    assert line.split("\t")[-1] == "33"


def test_columns_nobody_has_anything_in_are_shown_once_somebody_has(page, desk):
    table = page.list.table
    desk.services.people.save([person("Ana Silva")])
    page._presenter.reload()
    places = {column.key: place for place, column in enumerate(table.people.columns)}
    assert table.isColumnHidden(places["languages"])
    assert not table.isColumnHidden(places["family"])

    ana = desk.services.people.all()[0]
    desk.services.people.save([replace(ana, languages=("fr", "ar"))])
    page._presenter.reload()

    assert not table.isColumnHidden(places["languages"])
