"""The agenda in Run: what comes, when it really begins, how late one is."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.ui.live.hands import NASTY, Ears, Way, centre, names_of, pass_by
from wcafe.domain.agenda import Line, LineId, LineKind
from wcafe.domain.began import Began
from wcafe.domain.cafe import Mode, Questions
from wcafe.ui.awake import Awake
from wcafe.ui.live.presenter import LivePresenter

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


def test_a_step_that_left_the_agenda_is_told_and_next_still_works(qtbot, page, presenter, desk):
    line = next(step for step in presenter.steps if step.line)
    presenter.go_to(line.key)
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, agenda=()))

    qtbot.waitUntil(lambda: page.clock.question.text() == "This step is no longer on the agenda.")
    qtbot.mouseClick(page.clock.next_button, LEFT)
    assert presenter.clock.step == "talk:0"


def test_each_table_has_its_own_question_where_that_is_so(qtbot, page, presenter, desk):
    presenter.go_to("talk:0")
    assert page.clock.question.text() == "What is here?"
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(
        replace(cafe, questions=Questions(mode=Mode.PER_TABLE, texts=("One", "Two")))
    )

    qtbot.waitUntil(lambda: page.clock.question.text() == "Each table has its own question.")


def test_the_head_line_tells_the_delay(page, presenter, time):
    presenter.toggle()
    assert page.subtitle.text().endswith("on time")

    pass_by(presenter, time, 12 * 60)
    assert page.subtitle.text() == "Welcome · 2 minutes behind the programme"

    presenter.next()
    presenter.shift(-3)
    ends = (time.now.astimezone() + timedelta(minutes=7)).strftime("%H:%M")
    assert page.subtitle.text() == (
        f"Context and etiquette · ends at {ends} · 1 minute ahead of the programme"
    )


def test_every_step_shows_when_it_really_begins(page, presenter, desk, time, begun):
    presenter.toggle()
    pass_by(presenter, time, 15 * 60)
    presenter.next()

    rows = page.agenda.list.rows.rows
    starts = datetime.combine(time.now.date(), begun.starts)
    assert [row.time for row in rows[:4]] == [
        (starts + timedelta(minutes=minutes)).strftime("%H:%M") for minutes in (0, 15, 25, 45)
    ]
    planned = (starts + timedelta(minutes=10)).strftime("%H:%M")
    assert [row.meta for row in rows[:3]] == ["10 min · done", "10 min · under way", "20 min"]
    assert [row.planned for row in rows[:3]] == ["", planned, ""]
    assert rows[1].words.endswith(f", planned {planned}")

    again = LivePresenter(desk, None, now=lambda: time.now, player=Ears(), awake=Awake(Way()))
    assert [stop.begins for stop in again.course.stops] == [
        stop.begins for stop in presenter.course.stops
    ]
    again.deleteLater()


def test_undo_gives_a_step_back_the_time_it_began_at(presenter, desk, time):
    presenter.toggle()
    began = presenter.course.stops[0].begins
    pass_by(presenter, time, 12 * 60)
    presenter.next()
    pass_by(presenter, time, 60)
    desk.history.undo()
    assert presenter.course.stops[0].begins == began

    presenter.go_to(presenter.steps[0].key)
    assert presenter.course.stops[0].begins != began, "it begins anew"


@pytest.mark.parametrize("kept", ["", "no", "[1]", '{"talk:0": "noon"}', '{"talk:0": 3}', "null"])
def test_beginnings_that_make_no_sense_count_as_unknown(kept):
    assert not Began(kept).knows("talk:0")


def test_a_trial_at_another_hour_is_no_delay(page, presenter, desk, time):
    cafe = desk.services.cafes.get()
    other = (time.now.astimezone() + timedelta(hours=9)).time()
    desk.services.cafes.save(replace(cafe, starts=other))
    presenter.reload()

    presenter.toggle()

    assert "programme" not in page.subtitle.text()


def test_enter_and_a_double_click_begin_a_step_of_the_agenda(qtbot, page, presenter):
    view = page.agenda.list
    view.setCurrentIndex(view.rows.index(names_of(page).index("Round 2")))
    qtbot.keyClick(view, ENTER)
    assert presenter.clock.step == "talk:1"

    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 0))
    assert presenter.clock.step == "talk:1"
    qtbot.mouseDClick(view.viewport(), LEFT, pos=centre(view, 0))
    assert presenter.clock.step == presenter.steps[0].key


def test_a_line_of_the_facilitators_own_words_appears_as_typed(qtbot, page, desk):
    cafe = desk.services.cafes.get()
    line = Line(id=LineId("x"), kind=LineKind.OTHER, title=NASTY, minutes=5, after=0)
    desk.services.cafes.save(replace(cafe, agenda=(line,)))

    qtbot.waitUntil(lambda: names_of(page)[0] == NASTY)
    assert page.clock.question.text() == f"Begins with: {NASTY}"
