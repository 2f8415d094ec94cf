"""Prepare, driven as a facilitator drives it."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt

from tests.cafes import people
from tests.ui.hands import retype, type_text
from wcafe.domain.cafe import Mode
from wcafe.errors import BadDay, BadTime, CannotWrite, EditedElsewhere


def cafe(desk):
    return desk.services.cafes.get()


def clock_times(page):
    return [label.text() for label in page.agenda._times]


def test_a_title_is_kept_when_its_field_is_left(qtbot, page, desk):
    retype(qtbot, page.details.title_edit, "Quartier 2030")

    assert cafe(desk).title == "Quartier 2030"
    desk.history.undo()
    assert page.details.title_edit.text() == cafe(desk).title == "Notre rue"
    desk.history.redo()
    assert page.details.title_edit.text() == cafe(desk).title == "Quartier 2030"


def test_a_café_without_a_title_is_told_and_keeps_its_old_one(qtbot, page, presenter, desk):
    with qtbot.waitSignal(presenter.failed):
        retype(qtbot, page.details.title_edit, " ")

    assert cafe(desk).title == "Notre rue"


def test_names_that_look_like_markup_appear_as_typed(qtbot, page, desk):
    retype(qtbot, page.details.place_edit, "« <b>Zoé</b> d'Ân-Lê »")

    assert cafe(desk).place == page.details.place_edit.text() == "« <b>Zoé</b> d'Ân-Lê »"


def test_what_is_typed_into_a_long_text_is_kept_when_the_page_goes_away(qtbot, page, desk):
    page.details.purpose_edit.setFocus()
    qtbot.keyClicks(page.details.purpose_edit, "To listen")

    page.keep_typed()

    assert cafe(desk).purpose == "To listen"


def test_date_time_and_language_are_chosen_and_taken_back(page, desk):
    page.details.day_edit.choose(date(2026, 12, 1))
    page.details.starts_edit.setText("18h30")
    page.details.starts_edit.keep()
    page.details.language_choice.setCurrentIndex(1)
    page.details.language_choice.activated.emit(1)
    assert (cafe(desk).day, cafe(desk).starts, cafe(desk).language) == (
        date(2026, 12, 1),
        time(18, 30),
        "en",
    )

    page.details.calendar_button.menu().none_action.trigger()
    assert cafe(desk).day is None
    for _step in range(4):
        desk.history.undo()
    assert (cafe(desk).starts, cafe(desk).language) == (time(14, 0), "fr")


@pytest.mark.parametrize("typed", ["3/12/2026", "03.12.26", "3 décembre 2026", "2026-12-03"])
def test_a_date_is_typed_as_people_write_it(qtbot, page, desk, typed):
    retype(qtbot, page.details.day_edit, typed)

    assert cafe(desk).day == date(2026, 12, 3)
    assert page.details.day_edit.text() == "3 December 2026"

    page.details.day_edit.clear()
    qtbot.keyClick(page.details.day_edit, Qt.Key.Key_Return)
    assert cafe(desk).day is None


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [("day_edit", "31/02/2026", BadDay), ("starts_edit", "25:99", BadTime)],
)
def test_what_is_no_date_or_time_is_told_and_stays_as_typed(
    qtbot, page, presenter, desk, field, typed, error
):
    before = cafe(desk)

    with qtbot.waitSignal(presenter.failed) as told:
        retype(qtbot, getattr(page.details, field), typed)

    assert isinstance(told.args[0], error)
    assert typed in told.args[0].describe()
    assert getattr(page.details, field).text() == typed
    assert cafe(desk) == before


def test_a_calendar_opens_on_the_day_there_is_or_on_today(qtbot, page, desk):
    menu = page.details.calendar_button.menu()

    menu.aboutToShow.emit()
    assert menu.calendar.selectedDate() == QDate.currentDate()

    menu.calendar.clicked.emit(QDate(2026, 12, 3))
    assert cafe(desk).day == date(2026, 12, 3)
    menu.aboutToShow.emit()
    assert (menu.calendar.yearShown(), menu.calendar.monthShown()) == (2026, 12)


def test_each_round_gets_its_question_and_the_mode_can_change_back(qtbot, page, desk):
    mode = page.questions.mode_choice
    mode.setCurrentIndex(mode.findData(Mode.PER_ROUND))
    mode.activated.emit(mode.currentIndex())
    assert len(page.questions.fields) == 3
    for field, words in zip(page.questions.fields, ("Who?", "What?", "When?"), strict=True):
        field.setFocus()
        qtbot.keyClicks(field, words)
    page.keep_typed()

    assert [cafe(desk).question(0, r) for r in range(3)] == ["Who?", "What?", "When?"]
    desk.history.undo()
    assert cafe(desk).question(0, 2) == ""


def test_clock_times_follow_when_a_line_gets_other_minutes(page, desk):
    before = clock_times(page)
    assert before[:3] == ["14:00", "14:10", "14:20"]

    page.agenda.minutes[0].setValue(25)

    assert clock_times(page)[:3] == ["14:00", "14:25", "14:35"]
    assert page.agenda.ends.text().startswith("Ends at 16:25")
    desk.history.undo()
    assert clock_times(page) == before


def test_more_rounds_make_more_lines_before_the_plenary(page, presenter):
    page.agenda.rounds_edit.setValue(4)

    kinds = [step.kind.value for step in presenter.steps]
    assert kinds.count("talk") == 4
    assert kinds[-3:] == ["line", "line", "line"]


def test_a_line_is_added_named_moved_and_removed(qtbot, page, desk, presenter):
    page.agenda.add_button.menu().actions()[-1].trigger()
    added = cafe(desk).agenda[-1]
    field = page.agenda.names[added.id]
    retype(qtbot, field, "Photo of everybody")
    presenter.move_line(added.id, -1)
    names = [field.text() for field in page.agenda.names.values()]
    assert names[-2] == "Photo of everybody"

    presenter.remove_line(added.id)

    assert len(cafe(desk).agenda) == len(names) - 1
    desk.history.undo()
    assert "Photo of everybody" in [line.title for line in cafe(desk).agenda]


def test_tables_are_proposed_until_somebody_chooses(qtbot, page, desk):
    desk.services.people.save(people(58))
    qtbot.waitUntil(lambda: len(page.tables.fields) == 12)
    assert not cafe(desk).tables_chosen

    retype(qtbot, page.tables.fields[5][0], "Nature")

    assert cafe(desk).tables_chosen
    assert [table.name for table in cafe(desk).tables][4:7] == ["", "Nature", ""]
    page.tables.proposed_switch.click()
    assert not cafe(desk).tables_chosen
    desk.history.undo()
    assert cafe(desk).tables[5].name == "Nature"


def test_too_few_seats_are_said_at_once(page, desk, qtbot):
    desk.services.people.save(people(20))
    qtbot.waitUntil(lambda: len(page.tables.fields) == 5)
    page.tables.proposed_switch.click()

    page.tables.count_edit.setValue(2)

    assert "Add tables or seats" in page.tables.told.text()


def test_ticks_of_the_checklist_are_kept(qtbot, page, desk):
    box = page.checklist.boxes["purpose"]
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_Space)

    assert cafe(desk).checked == {"purpose"}
    assert page.checklist.count.text() == "1 of 14"


def test_a_change_from_elsewhere_is_shown_and_drops_the_edits_of_the_café(
    qtbot, page, presenter, desk
):
    retype(qtbot, page.details.title_edit, "Mine")
    desk.services.cafes.save(replace(cafe(desk), title="Theirs"), by=presenter)  # unseen by it

    with qtbot.waitSignal(presenter.failed) as told:
        desk.history.undo()

    assert isinstance(told.args[0], EditedElsewhere)
    qtbot.waitUntil(lambda: page.details.title_edit.text() == "Theirs")
    assert desk.history.count() == 0


def test_words_that_could_not_be_kept_stay_and_are_tried_again(qtbot, page, desk, monkeypatch):
    field, service = page.details.purpose_edit, desk.services.cafes
    keep = service.save

    def refuse(*_args, **_facts):
        raise CannotWrite(path="rue.wcafe", reason="disk full")

    monkeypatch.setattr(service, "save", refuse)
    type_text(field, "To listen")
    page.keep_typed()
    desk.services.people.save(people(3))
    qtbot.waitUntil(lambda: "3" in page.subtitle.text())
    assert field.toPlainText() == "To listen"

    monkeypatch.setattr(service, "save", keep)
    page.keep_typed()

    assert cafe(desk).purpose == "To listen"


def test_tables_are_counted_with_the_spare_places_as_a_plan_would(qtbot, page, desk):
    desk.services.people.save(people(58))
    qtbot.waitUntil(lambda: "12 tables" in page.subtitle.text())

    desk.services.cafes.save(cafe(desk).with_spare("usual"))
    qtbot.waitUntil(lambda: "13 tables" in page.subtitle.text())

    desk.services.plans.compose(seconds=0.1)
    assert len(cafe(desk).tables) == 13
    qtbot.waitUntil(lambda: "13 tables" in page.subtitle.text())


def test_a_pause_after_a_blank_does_not_move_the_cursor(qtbot, page, desk):
    field = page.details.purpose_edit
    type_text(field, "To ")

    page.keep_typed()
    type_text(field, "listen")

    assert cafe(desk).purpose == "To"
    assert field.toPlainText() == "To listen"


def test_a_line_of_the_agenda_shows_its_usual_name_until_it_gets_its_own(qtbot, page, desk):
    line = cafe(desk).agenda[0].id
    assert page.agenda.names[line].text() == "Welcome"

    retype(qtbot, page.agenda.names[line], "Soup")
    assert cafe(desk).agenda[0].title == "Soup"

    page.agenda.names[line].clear()
    qtbot.keyClick(page.agenda.names[line], Qt.Key.Key_Return)
    assert cafe(desk).agenda[0].title == ""
    assert page.agenda.names[line].text() == "Welcome"
    assert not page.agenda.names[line].is_typed


def test_a_removed_line_is_told_so_that_it_can_be_brought_back(qtbot, page, presenter, desk):
    line = cafe(desk).agenda[0]

    with qtbot.waitSignal(presenter.undoable):
        presenter.remove_line(line.id)

    desk.history.undo()
    assert cafe(desk).agenda[0] == line


def test_far_too_many_tables_are_told(page, desk):
    desk.services.people.save(people(8))

    page._presenter.reload()
    page._presenter.set_tables(5)

    assert "take fewer tables" in page.tables.told.text()


def test_rows_of_many_tables_come_by_turns_and_keep_what_is_typed(qtbot, page, desk):
    page._presenter.set_tables(3)
    qtbot.waitUntil(lambda: len(page.tables.fields) == 3)
    first, *_ = page.tables.fields[0]
    first.setText("Being typed")

    page._presenter.set_tables(40)
    assert 3 < len(page.tables.fields) < 40  # the window goes on meanwhile
    qtbot.waitUntil(lambda: len(page.tables.fields) == 40)

    assert page.tables.fields[0][0] is first
    assert first.text() == "Being typed"
    page._presenter.set_tables(2)
    assert len(page.tables.fields) == 2
