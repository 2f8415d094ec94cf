"""The room and the list beside it: who sits where, found, chosen and told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tests.cafes import add_people, person
from tests.ui.plan.hands import click, plan, seat
from wcafe.domain.cafe import HostMode, Rules, Table
from wcafe.domain.marks import hue
from wcafe.ui.plan import make_page
from wcafe.ui.plan.routes import words_for_table
from wcafe.ui.plan.tags import letters_on
from wcafe.ui.widgets.parts import Text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


def test_a_person_who_is_clicked_is_shown_with_the_whole_route(qtbot, desk, seated, page):
    click(qtbot, page, 1, 2)

    chosen = seat(page, 1, 2)
    assert page.chosen.heading.text() == chosen.name
    route = plan(desk).itinerary(chosen.person)
    told = page.chosen.lines()
    assert [f"Round {r + 1} · Table {t + 1}" for r, t in enumerate(route)] == told[::2]
    seats = page.room.view.tables[1].sitting.seats
    others = [s.name for s in seats if s.person != chosen.person]  # a namesake may sit there too
    assert sorted(told[1].split(", ")) == sorted(others)


def test_a_table_that_is_clicked_says_who_sits_there(qtbot, seated, page):
    click(qtbot, page, 3)

    names = [s.name for s in page.room.view.tables[3].sitting.seats]
    assert page.chosen.heading.text() == "Table 4"
    assert [line.removeprefix("★ ") for line in page.chosen.lines()] == names
    assert page.chosen.lines()[0].startswith("★ ")

    qtbot.mouseClick(page.chosen.close_button, LEFT)
    assert not page.chosen.isVisible()


def test_the_keyboard_alone_reaches_every_table_and_person(qtbot, seated, page):
    view = page.room.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.accessibleDescription().startswith(seat(page, 1, 1).name)

    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.chosen.heading.text() == seat(page, 1, 1).name

    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.chosen.heading.text() == "Table 5"
    for _seat in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_another_round_shows_other_people_at_a_table(qtbot, desk, seated, page):
    for round_ in (2, 0, 1):
        qtbot.mouseClick(page.room.rounds, LEFT, pos=page.room.rounds.tabRect(round_).center())
        here = {s.person for s in page.room.view.tables[2].sitting.seats}
        assert here == set(plan(desk).at_table(2, round_))


def test_the_list_shows_the_same_people_and_chooses_alike(qtbot, desk, seated, page):
    qtbot.mouseClick(page.room.views, LEFT, pos=page.room.views.tabRect(1).center())
    seats = page.room.list.seats
    rows = [seats.index(row, 1).data() for row in range(seats.rowCount())]
    assert sorted(rows) == sorted(p.name for p in seated)

    page.room.list.setFocus()
    qtbot.keyClick(page.room.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.room.list, Qt.Key.Key_Down)
    assert page.chosen.heading.text() == page.room.list.currentIndex().siblingAtColumn(1).data()


def test_a_person_is_found_by_a_part_of_the_name(qtbot, seated, page):
    page.seek()
    qtbot.keyClicks(page.room.find_edit, "zoe")
    qtbot.keyClick(page.room.find_edit, Qt.Key.Key_Return)

    assert page.chosen.heading.text().startswith("Zoé d'Ân-Lê")


def test_who_meets_somebody_again_has_a_ring_from_the_second_meeting_on(qtbot, desk, opened, page):
    cafe = opened.cafes.get()
    rules = Rules(hosts=HostMode.NONE, distinct_tables=False)
    tables = (Table(seats=6),)
    opened.cafes.save(replace(cafe, tables=tables, tables_chosen=True, rules=rules))
    add_people(opened, 6)
    opened.plans.compose(seconds=0.1)
    qtbot.waitUntil(lambda: bool(page.room.view.tables))

    assert not any(s.meets_again for s in page.room.view.tables[0].sitting.seats)
    page._presenter.go_round(1)
    assert all(s.meets_again for s in page.room.view.tables[0].sitting.seats)


def test_names_appear_as_typed(qtbot, opened, page):
    typed = "<b>Zoé</b> d'Ân-Lê"
    opened.people.save([person(typed), *(person(f"Ana {n}") for n in range(11))])
    opened.plans.compose(seconds=0.2)
    qtbot.waitUntil(page.room.isVisible)

    page.seek()
    page.room.find_edit.insert(typed)  # synthetic keys know ASCII only
    qtbot.keyClick(page.room.find_edit, Qt.Key.Key_Return)

    assert page.chosen.heading.text() == typed
    assert all(t.textFormat() is Qt.TextFormat.PlainText for t in page.findChildren(Text))


def test_a_page_built_anew_shows_what_was_chosen(qtbot, seated, page):
    click(qtbot, page, 1, 1)
    page._presenter.go_round(2)

    again = make_page(page._presenter)
    qtbot.addWidget(again)

    assert again.chosen.heading.text() == page.chosen.heading.text()
    assert again.room.rounds.currentIndex() == 2


def test_a_person_is_found_without_accents_while_typing(qtbot, opened, page):
    add_people(opened, 11)
    opened.people.save([person("Élodie Œuvrard")])
    opened.plans.compose(seconds=0.3)
    qtbot.waitUntil(page.room.isVisible)
    field = page.room.find_edit

    names = field.completer()
    for typed in ("elodie oeu", "oeuvrard elo", "OEUV"):
        field.clear()
        qtbot.keyClicks(field, typed)

        assert names.completionCount() == 1
        assert names.currentCompletion() == "Élodie Œuvrard"


@pytest.mark.parametrize("place", range(8))
def test_letters_on_every_colour_can_be_read(place):
    def light(colour):
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.04 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    ground = QColor(hue(place))
    darker, lighter = sorted((light(ground), light(letters_on(ground))))

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5  # WCAG AA


def test_a_closed_table_is_told_and_drawn_as_closed(qtbot, desk, seated, presenter):
    tables = list(desk.services.cafes.get().tables)
    tables[4] = replace(tables[4], seats=5, closed=frozenset({1}))
    tables[:4] = [replace(table, seats=5) for table in tables[:4]]
    desk.services.cafes.save(replace(desk.services.cafes.get(), tables=tuple(tables)))
    desk.services.plans.compose(seconds=0.3)
    presenter.reload()

    assert not any(sitting.is_closed for sitting in presenter.room())
    presenter.go_round(1)
    (closed,) = [sitting for sitting in presenter.room() if sitting.is_closed]
    assert (closed.table, closed.seats) == (4, ())
    assert words_for_table(closed) == "Table 5\n0 people\nclosed"
