"""How Prepare looks: steppers beside their rows, many tables side by side, a calendar of ours."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionSpinBox

from wcafe.domain.agenda import LINE_NAMES, Line, LineId
from wcafe.ui.widgets.theme import DARK, LIGHT, Look, apply_look


def settle():
    for _turn in range(6):
        QCoreApplication.processEvents()


def middle_of(widget, page):
    return widget.mapTo(page, QPoint(0, widget.height() // 2)).y()


def test_each_row_of_the_agenda_has_its_signs_in_line_with_its_words(page, opened):
    settle()
    agenda = page.agenda

    for time, minutes in zip(agenda._times, agenda.minutes, strict=True):
        assert abs(middle_of(time, page) - middle_of(minutes, page)) <= 1
    for number, words in agenda.rounds.items():
        place = [step.key for step in page._presenter.steps].index(f"talk:{number}")
        minutes = agenda.minutes[place]
        assert abs(middle_of(words, page) - middle_of(minutes, page)) <= 1


def test_minus_and_plus_stand_at_both_sides_of_the_number(page):
    settle()
    minutes = page.agenda.minutes[0]
    facts = QStyleOptionSpinBox()
    minutes.initStyleOption(facts)
    kind, part = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl

    up, down, words = (
        minutes.style().subControlRect(kind, facts, each, minutes)
        for each in (part.SC_SpinBoxUp, part.SC_SpinBoxDown, part.SC_SpinBoxEditField)
    )

    assert down.right() <= words.left() < words.right() <= up.left()
    assert min(up.width(), up.height(), down.width(), down.height()) >= 16


def test_names_that_can_be_typed_stand_in_line_with_those_that_cannot(page, opened):
    kind = next(iter(LINE_NAMES))
    line = Line(id=LineId("l1"), kind=kind, title="", minutes=10, after=0)
    opened.cafes.save(replace(opened.cafes.get(), agenda=(line,)))
    page._presenter.reload()
    settle()
    agenda = page.agenda
    typed, fixed = agenda.names[line.id], agenda.rounds[0]

    typed.setCursorPosition(0)
    first = typed.mapTo(page, typed.cursorRect().center()).x()
    second = fixed.mapTo(page, fixed.contentsRect().topLeft()).x()
    assert abs(first - second) <= 2


@pytest.mark.parametrize(("tables", "in_a_row"), [(8, 1), (9, 2), (24, 2)])
def test_many_tables_stand_side_by_side_in_their_order(qtbot, page, tables, in_a_row):
    page._presenter.set_tables(tables)
    qtbot.waitUntil(lambda: len(page.tables.fields) == tables)
    settle()

    places = [name.mapTo(page, QPoint(0, 0)) for name, *_ in page.tables.fields]
    rows = sorted({place.y() for place in places})
    assert len(rows) == -(-tables // in_a_row)
    assert [(p.y(), p.x()) for p in places] == sorted((p.y(), p.x()) for p in places)

    page._presenter.set_tables(4)
    qtbot.waitUntil(lambda: len(page.tables.fields) == 4)
    settle()
    places = [name.mapTo(page, QPoint(0, 0)) for name, *_ in page.tables.fields]
    assert len({place.x() for place in places}) == 1


@pytest.mark.parametrize(("look", "palette"), [(Look.LIGHT, LIGHT), (Look.DARK, DARK)])
def test_the_calendar_has_the_colours_of_the_desk(qapp, page, look, palette):
    apply_look(qapp, look)
    menu = page.details.calendar_button.menu()

    menu._on_open()

    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        colour = menu.calendar.weekdayTextFormat(day).foreground().color()
        assert colour.name().upper() == palette.muted
    heading = menu.calendar.headerTextFormat()
    assert heading.foreground().color().name().upper() == palette.muted
    assert heading.background().color().name().upper() == palette.card
