"""The last two minutes, the way back, and buttons that stay where they are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect

from tests.ui.live.hands import figures, pass_by
from wcafe.domain.cafe import Questions
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.live.page import LivePage
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.live.room_window import RoomWindow
from wcafe.ui.widgets.theme import sans


@pytest.fixture
def room(qtbot, presenter):
    window = RoomWindow(presenter)
    qtbot.addWidget(window)
    return window


def test_the_last_two_minutes_are_said_in_words_until_the_end(page, room, presenter, time):
    presenter.go_to("talk:0")
    dials = (lambda: page.clock.ring.dial, lambda: room.dial)

    pass_by(presenter, time, 17 * 60 + 59)
    assert {dial().mood for dial in dials} == {"calm"}
    two = ("the last two minutes", "les deux dernières minutes")  # at the desk, in the room
    one = ("the last minute", "la dernière minute")
    for passed, said in ((1, two), (10, two), (50, one), (59, one)):  # a sound takes 4 seconds
        pass_by(presenter, time, passed)
        assert tuple(dial().sign for dial in dials) == said
        assert {dial().mood for dial in dials} == {"last"}
        assert page.clock.sign.isVisible()
        assert page.clock.sign.text() == said[0]
        assert said[1] in room.accessibleDescription()
    pass_by(presenter, time, 30)
    assert [dial().sign for dial in dials] == ["", ""]
    assert not page.clock.sign.isVisible()
    assert room.dial.mood != "last"


def test_a_step_of_two_minutes_has_no_sign(page, presenter, desk):
    cafe = desk.services.cafes.get()
    rounds = tuple(replace(each, harvest=2) for each in cafe.rounds)
    desk.services.cafes.save(replace(cafe, rounds=rounds))
    presenter.reload()

    presenter.go_to("harvest:0")

    assert page.clock.ring.dial.sign == ""


def test_back_goes_on_with_the_time_that_was_left(page, presenter, desk, time):
    presenter.go_to("talk:0")
    pass_by(presenter, time, 14 * 60)

    presenter.next()
    pass_by(presenter, time, 8)
    page.clock.back_action.trigger()
    assert figures(page) == "06:00"

    desk.history.undo()
    assert presenter.clock.step == "harvest:0"
    page.clock.back_action.trigger()
    page.clock.again_action.trigger()
    assert figures(page) == "20:00"


def test_back_knows_what_was_left_after_a_crash_and_a_step_never_begun_is_whole(
    page, presenter, desk, time
):
    presenter.go_to("talk:0")
    pass_by(presenter, time, 14 * 60)
    presenter.next()
    owner = QObject()
    again = LivePresenter(desk, owner, now=lambda: time.now)

    again.previous()
    assert round(again.left) == 360
    again.go_to("talk:2")
    again.previous()
    assert (again.clock.step, round(again.left)) == ("move:1", 240)
    owner.deleteLater()


def test_a_café_that_starts_anew_has_no_steps_that_were_left(page, presenter, time):
    presenter.toggle()
    pass_by(presenter, time, 200)
    presenter.next()
    presenter.stop()
    presenter.toggle()
    presenter.go_to(presenter.steps[1].key)
    first = presenter.moment.previous_step

    presenter.previous()

    assert presenter.clock.step == first.key
    assert round(presenter.left) == first.minutes * 60


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("wide", [790, 1050, 1600])
def test_no_button_of_the_clock_ever_changes_its_place(
    qtbot, presenter, desk, time, language, wide
):
    words.use(words_for(language), language)
    long = "Why do we gather here, of all places, on this very evening, and who is missing? " * 4
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, questions=Questions(texts=("Why?", long, ""))))
    presenter.reload()
    page = LivePage(presenter)
    qtbot.addWidget(page)
    page.resize(wide, 640)
    page.show()
    card, met = page.clock, set()
    buttons = (
        card.main_button,
        card.more_button,
        card.less_button,
        card.next_button,
        card.menu_button,
    )

    def note():
        for _turn in range(4):
            QCoreApplication.processEvents()
        met.add(tuple(_place(each, page) for each in buttons))

    note()
    presenter.toggle()
    while presenter.clock is not None:
        note()
        presenter.toggle()
        note()
        presenter.next()
    note()

    assert len(met) == 1
    places = next(iter(met))
    assert all(QRect(0, 0, wide, 640).contains(QRect(*each)) for each in places)


def _place(button, page):
    corner = button.mapTo(page, QPoint(0, 0))
    return (corner.x(), corner.y(), button.width(), button.height())


def test_a_long_question_is_read_whole_by_scrolling(page, presenter, desk):
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, questions=Questions(texts=("word " * 75,))))
    presenter.reload()
    presenter.go_to("talk:0")
    for _turn in range(4):
        QCoreApplication.processEvents()

    question = page.clock.question
    assert page.clock.words.verticalScrollBar().maximum() > 0
    assert question.height() >= question.heightForWidth(question.width())


@pytest.mark.parametrize("size", [(1024, 576), (960, 540), (1024, 768), (480, 270)])
def test_a_long_title_never_swallows_the_round(room, presenter, desk, size):
    cafe = desk.services.cafes.get()
    title = "What a very long title of a café, which everybody who knows it shortens " * 2
    desk.services.cafes.save(replace(cafe, title=title.strip()))
    presenter.reload()
    presenter.go_to("talk:0")
    room.resize(*size)

    head = room.head(sans(max(round(25 * room._unit), 8)))

    assert head.endswith("Ronde 1 sur 3")
    assert head.startswith("What")


def test_without_a_question_the_room_reads_that_it_is_time_to_talk(room, presenter, desk):
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, questions=Questions()))
    presenter.reload()

    presenter.go_to("talk:0")

    assert (room.scene.eyebrow, room.scene.text) == ("Place à l’échange", "Ronde 1")
