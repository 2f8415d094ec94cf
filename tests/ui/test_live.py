"""Run, driven as the one who holds the bell drives it."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pypdf
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

from tests.cafes import add_people
from tests.ui.hands import type_text
from wcafe.app import open_cafe, open_for_desk
from wcafe.domain.agenda import Line, LineId, LineKind
from wcafe.domain.cafe import HostMode, Mode, Questions, Round, Table
from wcafe.domain.notes import Kind
from wcafe.domain.people import Person
from wcafe.doors import doors
from wcafe.errors import EditedElsewhere, InDoubt
from wcafe.ui.awake import Awake
from wcafe.ui.bus import QtBus
from wcafe.ui.live.began import Began
from wcafe.ui.live.page import LivePage
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.live.steady import steady_seconds
from wcafe.ui.live.walk_in import WalkInDialog
from wcafe.ui.sound import NoSound, Player, Sound
from wcafe.ui.widgets import ask
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
LEFT = Qt.MouseButton.LeftButton
NASTY = "« <b>Zoé</b> d'Ân-Lê » & Co"


class Ears(Player):
    """A sound device that writes down what it plays."""

    def __init__(self):
        super().__init__()
        self.heard = []

    def play(self, sound):
        self.heard.append(sound)


class Way:
    """A computer that says whether it is kept awake."""

    is_awake = False

    def hold(self):
        self.is_awake = True

    def release(self):
        self.is_awake = False


@pytest.fixture
def ears(qapp):
    return Ears()


@pytest.fixture
def way():
    return Way()


@pytest.fixture
def begun(opened, time):
    """The café that everybody runs here: it begins now, two questions, three tables."""
    cafe = opened.cafes.get()
    return opened.cafes.save(
        replace(
            cafe,
            starts=time.now.astimezone().time(),
            questions=Questions(mode=Mode.PER_ROUND, texts=("What is here?", "What is missing?")),
            tables=(Table(name="Culture"), Table(name=NASTY), Table()),
            tables_chosen=True,
        )
    )


@pytest.fixture
def presenter(desk, begun, time, ears, way):
    owner = QObject()
    made = LivePresenter(desk, owner, now=lambda: time.now, player=ears, awake=Awake(way))
    yield made
    owner.deleteLater()


@pytest.fixture
def page(qtbot, presenter):
    page = LivePage(presenter)
    qtbot.addWidget(page)
    page.resize(1072, 776)
    page.show()
    page.take_focus()
    return page


def pass_by(presenter, time, seconds):
    """Let `seconds` go by, and the page look at the clock as its timer would."""
    time.now += timedelta(seconds=seconds)
    presenter.tick()


def clock(desk):
    return desk.services.live.get().clock


def figures(page):
    return page.clock.ring.dial.figures


def names_of(page):
    return [row.name for row in page.agenda.list.rows.rows]


def centre(view, place) -> QPoint:
    return view.visualRect(view.rows.index(place)).center()


# The clock


@pytest.mark.parametrize("stands", [True, False])
def test_a_step_pressed_again_as_the_disk_did_not_say_what_it_kept_is_one_step(
    presenter, desk, monkeypatch, stands
):
    presenter.toggle()
    first = presenter.clock.step
    honest = desk.services.live.next

    def next_in_doubt(**how):
        if stands:
            honest(**how)
        raise InDoubt(path=desk.services.path, reason="it does not answer")

    with monkeypatch.context() as patched:
        patched.setattr(desk.services.live, "next", next_in_doubt)
        presenter.next()
    presenter.next()

    keys = [step.key for step in presenter.steps]
    assert presenter.clock.step == keys[keys.index(first) + 1]
    desk.history.undo()
    assert presenter.clock.step == first


def test_before_the_start_the_page_says_what_comes_first(page):
    assert page.clock.question.text() == "Begins with: Welcome"
    assert page.clock.main_button.text() == "Start"
    assert not page.clock.next_button.isEnabled()
    assert "There is no seating plan yet" in page.clock.hint.text()


def test_space_starts_pauses_and_goes_on_at_the_same_second(qtbot, page, presenter, desk, time):
    qtbot.keyClick(page.clock.main_button, SPACE)
    assert figures(page) == "10:00"
    pass_by(presenter, time, 70)
    assert figures(page) == "08:50"

    qtbot.keyClick(page, SPACE)
    assert (page.clock.main_button.text(), page.clock.ring.dial.word) == ("Go on", "paused")
    pass_by(presenter, time, 600)
    assert figures(page) == "08:50"

    qtbot.mouseClick(page.clock.main_button, LEFT)
    assert clock(desk).deadline == time.now + timedelta(minutes=8, seconds=50)


def test_plus_and_minus_move_the_end_by_a_minute(qtbot, page, presenter, desk, time):
    presenter.toggle()

    qtbot.keyClick(page, Qt.Key.Key_Plus)
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    assert figures(page) == "12:00"
    qtbot.keyClick(page.agenda.list, Qt.Key.Key_Minus)
    assert figures(page) == "11:00"
    qtbot.mouseClick(page.clock.less_button, LEFT)
    assert clock(desk).deadline == time.now + timedelta(minutes=10)


def test_after_the_end_the_time_counts_up_and_is_named(page, presenter, time):
    presenter.toggle()

    pass_by(presenter, time, 10 * 60 + 65)

    dial = page.clock.ring.dial
    assert (dial.figures, dial.word, dial.mood) == ("+1:05", "overtime", "over")
    assert "overtime" in page.clock.ring.accessibleName()


def test_the_clock_goes_on_at_the_right_second_after_a_restart(
    qtbot, desk, time, settings, opened, begun, ears, way
):
    first = LivePresenter(desk, None, now=lambda: time.now, player=Ears(), awake=Awake(Way()))
    first.go_to("talk:0")
    deadline = first.clock.deadline
    first.deleteLater()
    opened.close()
    time.now += timedelta(minutes=3, seconds=7)

    again = open_for_desk(opened.path, now=lambda: time.now)
    try:
        laid = replace(desk, services=again, bus=QtBus(again.changes, desk.bus))
        second = LivePresenter(laid, laid.bus, now=lambda: time.now, player=ears, awake=Awake(way))
        page = LivePage(second)
        qtbot.addWidget(page)

        assert second.clock.deadline == deadline
        assert figures(page) == "16:53"
    finally:
        again.close()


def test_a_step_begun_elsewhere_is_told_from_when_its_minutes_began_to_run(
    qtbot, desk, time, begun, ears, way
):
    desk.services.live.start("talk:1")
    time.now += timedelta(minutes=8)

    presenter = LivePresenter(desk, None, now=lambda: time.now, player=ears, awake=Awake(way))

    began = presenter.course.stops[presenter.course.here]
    told = (time.now - timedelta(minutes=8)).astimezone().time().replace(second=0, microsecond=0)
    assert began.begins == told


def test_next_says_what_comes_and_begins_it_with_all_its_minutes(qtbot, page, presenter, time):
    presenter.go_to("talk:0")
    assert page.clock.next_button.text() == "Harvest now"
    qtbot.mouseClick(page.clock.next_button, LEFT)
    assert (page.clock.eyebrow.text(), figures(page)) == (
        "Harvest of round 1 · The question",
        "03:00",
    )
    assert page.clock.next_button.text() == "Change tables now"
    qtbot.mouseClick(page.clock.next_button, LEFT)
    assert page.clock.question.text() == "Change of tables"
    assert page.clock.next_button.text() == "Next: Round 2"


def test_a_click_on_next_too_early_can_be_undone(qtbot, page, presenter, desk, time):
    presenter.go_to("talk:0")
    pass_by(presenter, time, 300)
    kept = clock(desk)
    qtbot.mouseClick(page.clock.next_button, LEFT)

    desk.history.undo()
    assert (clock(desk), figures(page)) == (kept, "15:00")
    desk.history.redo()
    assert clock(desk).step == "harvest:0"


def test_a_stopped_clock_can_be_put_back(page, presenter, desk, time):
    presenter.go_to("talk:1")
    kept = clock(desk)
    page.clock.stop_action.trigger()
    assert clock(desk) is None
    assert page.clock.main_button.text() == "Start"

    desk.history.undo()
    assert clock(desk) == kept


def test_one_can_go_back_a_step_and_begin_a_step_again(page, presenter, time):
    presenter.go_to("harvest:0")
    page.clock.back_action.trigger()
    assert presenter.clock.step == "talk:0"
    pass_by(presenter, time, 100)
    page.clock.again_action.trigger()
    assert figures(page) == "20:00"


def test_after_the_last_step_the_café_is_over(qtbot, page, presenter):
    presenter.go_to(presenter.steps[-1].key)
    assert page.clock.next_button.text() == "End the café"

    qtbot.mouseClick(page.clock.next_button, LEFT)

    assert page.clock.eyebrow.text() == page.subtitle.text() == "The café is over"


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


# The agenda


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


# Notes and people


def test_tables_without_a_note_in_this_round_are_named(qtbot, page, presenter, desk):
    presenter.go_to("talk:1")
    notes = desk.services.notes
    assert page.tables.sentence.text() == "No table has noted anything in this round yet."

    notes.add(table=1, round_=1, kind=Kind.IDEA, text="More benches")
    notes.add(table=0, round_=0, kind=Kind.IDEA, text="Of another round")

    qtbot.waitUntil(
        lambda: page.tables.sentence.text() == "Tables 1 and 3: nothing noted in this round yet."
    )
    rows = page.tables.list.rows.rows
    assert [(row.notes, row.is_silent) for row in rows] == [(0, True), (1, False), (0, True)]
    assert rows[1].words == f"Table 2 {NASTY}, 1 note"
    assert rows[2].words.startswith("Table 3, ")


def test_dozens_of_notes_at_once_are_counted_together(qtbot, page, presenter, desk):
    presenter.go_to("talk:0")
    shown = []
    presenter.shown.connect(lambda: shown.append(presenter.counts[0, 0]))

    for number in range(12):
        desk.services.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"Note {number}")

    qtbot.waitUntil(lambda: 12 in shown)
    assert len(shown) <= 3


def test_a_click_on_a_table_leads_to_its_notes_of_the_round_under_way(qtbot, page, presenter):
    presenter.go_to("talk:1")
    view = page.tables.list
    with qtbot.waitSignal(page.place_asked) as gone:
        qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 1))

    assert gone.args == ["notes", (1, 1)]


def test_somebody_who_left_is_away_in_the_coming_rounds_only(qtbot, page, presenter, desk):
    zoé = add_people(desk.services, 4)[0]
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: len(presenter.presence.people) == 4)

    qtbot.keyClicks(page.presence.search_edit, "zoe")
    qtbot.keyClick(page.presence.search_edit, ENTER)

    def present():
        people = desk.services.people.all()
        return next(each.present for each in people if each.id == zoé.id)

    assert present() == {0}
    page.presence.search_edit.clear()
    assert page.presence.list.rows.rows[0].words == f"{zoé.name}, away"
    desk.history.undo()
    assert present() is None
    desk.history.redo()
    assert present() == {0}
    qtbot.mouseClick(page.presence.list.viewport(), LEFT, pos=centre(page.presence.list, 0))
    assert present() is None


def planned(desk):
    return desk.services.cafes.snapshot().plan


@pytest.fixture
def left(qtbot, page, presenter, desk):
    """Twelve people with a plan in round 1 of 3, and somebody who has just left."""
    people = add_people(desk.services, 12)
    desk.services.plans.compose(seconds=0.2)
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.has_plan and len(presenter.presence.people) == 12)
    assert not page.presence.repair.isVisible()
    presenter.presence.set_present(people[0].id, is_here=False)
    return people[0]


def look(qtbot, page):
    card, shown, could_look = page.presence.repair, page._presenter.repair.shown, []

    def note():
        could_look.append(card.look_button.isEnabled())

    qtbot.waitUntil(card.isVisible)
    shown.connect(note)
    qtbot.mouseClick(card.look_button, LEFT)
    qtbot.waitUntil(lambda: not card.look_button.isVisible(), timeout=20_000)
    shown.disconnect(note)
    assert could_look[0] is False, "one search at a time"
    return card


def test_the_cost_of_a_repair_is_told_before_it_is_applied(qtbot, page, presenter, desk, left):
    before = planned(desk)
    assert page.presence.repair.sentence.text() == "The seating plan does not know this yet."
    assert page.presence.count.text() == "11 of 12"

    card = look(qtbot, page)

    assert card.sentence.text().startswith("Rounds 2 and 3 can take this in:\n")
    assert "Repeat meetings: " in card.sentence.text()
    assert planned(desk) == before

    with qtbot.waitSignal(presenter.told) as told:
        qtbot.mouseClick(card.apply_button, LEFT)

    after = planned(desk)
    assert told.args[0].startswith("The coming rounds are repaired.")
    assert not card.isVisible()
    assert after.seats[0] == before.seats[0]
    assert after.itinerary(left.id)[1:] == (None, None)
    desk.history.undo()
    assert planned(desk).fingerprint == before.fingerprint
    desk.history.redo()
    assert planned(desk).fingerprint == after.fingerprint


def test_badges_to_be_made_again_stay_named_until_they_are_made(qtbot, page, presenter, desk):
    add_people(desk.services, 12)
    desk.services.plans.compose(seconds=0.2)
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.has_plan and len(presenter.presence.people) == 12)
    assert presenter.presence.take_in("Nour", "Tardy")

    card, badges = look(qtbot, page), page.presence.badges
    after = presenter.repair.proposal.composed.plan
    nour = next(each for each in desk.services.people.all() if each.given == "Nour")
    _first, second, third = after.itinerary(nour.id)
    told = f"Nour Tardy: round 2 at table {second + 1}, round 3 at table {third + 1}"
    assert told in card.sentence.text().splitlines()
    assert not badges.isVisible()
    qtbot.mouseClick(card.apply_button, LEFT)

    assert "Nour Tardy" in badges.sentence.text()
    assert badges.isVisible()
    presenter.shift(1)
    assert badges.isVisible()
    presenter.next()
    assert "Nour Tardy" in badges.sentence.text()
    qtbot.mouseClick(badges.done_button, LEFT)
    assert not badges.isVisible()


def test_only_the_badges_to_be_made_again_are_printed(
    qtbot, page, presenter, desk, left, tmp_path, monkeypatch
):
    assert presenter.presence.take_in("Nour", "Tardy")
    qtbot.mouseClick(look(qtbot, page).apply_button, LEFT)
    target, proposed = tmp_path / "again.pdf", []
    monkeypatch.setattr(ask, "save_file", lambda *asked: proposed.append(asked[-1]) or target)

    with qtbot.waitSignal(page.file_written) as written:
        qtbot.mouseClick(page.presence.badges.print_button, LEFT)

    assert written.args == [target, ""]
    assert proposed[0].name.endswith("new badges.pdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(target).pages]
    found = re.sub(r"\s+", " ", " ".join(pages))
    printed = {
        each.id
        for each in desk.services.people.all()
        if re.search(rf"{re.escape(each.family)}(?!\d)", found)
    }
    assert printed == set(presenter.repair.badges)
    assert 0 < len(printed) < 12
    assert page.presence.badges.isVisible()  # until somebody says that they are made


def test_who_left_for_good_needs_no_new_badge(qtbot, page, presenter, desk, left):
    assert presenter.presence.take_in("Nour", "Tardy")
    card, badges = look(qtbot, page), page.presence.badges
    qtbot.mouseClick(card.apply_button, LEFT)
    owed = [p for p in desk.services.people.all() if p.id in presenter.repair.badges]
    assert badges.isVisible()

    desk.services.people.save([replace(each, present=frozenset()) for each in owed])

    qtbot.waitUntil(lambda: not badges.isVisible())


def test_that_badges_are_made_can_be_taken_back(qtbot, page, presenter, desk, left):
    assert presenter.presence.take_in("Nour", "Tardy")
    card, badges = look(qtbot, page), page.presence.badges
    qtbot.mouseClick(card.apply_button, LEFT)
    named = badges.sentence.text()

    qtbot.mouseClick(badges.done_button, LEFT)
    assert not badges.isVisible()

    desk.history.undo()
    assert badges.isVisible()
    assert badges.sentence.text() == named
    desk.history.redo()
    assert not badges.isVisible()


def test_a_repair_names_the_new_host_of_a_table(qtbot, page, presenter, desk):
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, rules=replace(cafe.rules, hosts=HostMode.STAY)))
    people = add_people(desk.services, 12, willing=True)
    desk.services.people.save([replace(people[0], host_of=1)])
    desk.services.plans.compose(seconds=0.2)
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.has_plan and len(presenter.presence.people) == 12)
    presenter.presence.set_present(people[0].id, is_here=False)

    told = look(qtbot, page).sentence.text().splitlines()

    heir = next(p for p, t in presenter.repair.proposal.composed.plan.hosts.items() if t == 1)
    name = next(each.name for each in people if each.id == heir)
    assert f"{name} hosts table 2 from round 2 on." in told


def test_no_line_of_what_a_repair_changes_is_cut(qtbot, page, presenter, desk):
    cafe = desk.services.cafes.get()
    rules = replace(cafe.rules, hosts=HostMode.STAY)
    desk.services.cafes.save(replace(cafe, rules=rules, tables=(), tables_chosen=False))
    people = add_people(desk.services, 36, willing=True)
    desk.services.people.save([replace(p, host_of=t) for t, p in enumerate(people[:6])])
    desk.services.plans.compose(seconds=0.2)
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.has_plan and len(presenter.presence.people) == 36)
    for host in people[:6]:
        presenter.presence.set_present(host.id, is_here=False)

    card = look(qtbot, page)

    words = card.sentence
    assert words.text().count(" hosts table ") == 6
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    bar = card.words.verticalScrollBar()
    assert bar.maximum() + card.words.viewport().height() >= words.height()
    assert card.words.height() >= 60
    assert page.presence.rect().contains(card.apply_button.mapTo(page.presence, QPoint(0, 30)))
    qtbot.waitUntil(lambda: card.words.focusPolicy() == Qt.FocusPolicy.TabFocus)


def test_the_keyboard_stays_with_the_repair_until_its_badges(qtbot, page, presenter, left):
    card, badges = page.presence.repair, page.presence.badges
    qtbot.waitUntil(card.isVisible)
    card.look_button.setFocus()

    qtbot.keyClick(card.look_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.apply_button.isVisible(), timeout=20_000)

    assert card.apply_button.hasFocus()

    qtbot.keyClick(card.apply_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not card.isVisible())

    next_one = badges.print_button if badges.isVisible() else page.presence.search_edit
    assert next_one.hasFocus()


def test_a_repair_that_is_not_wanted_changes_nothing(qtbot, page, desk, left):
    before = planned(desk)
    card = look(qtbot, page)

    qtbot.mouseClick(card.leave_button, LEFT)

    assert planned(desk) == before
    assert card.look_button.isVisible()
    assert not card.apply_button.isVisible()


def test_a_proposal_is_forgotten_once_somebody_else_left(qtbot, page, presenter, left):
    card = look(qtbot, page)
    assert card.apply_button.isVisible()

    presenter.presence.set_present(presenter.presence.people[5].id, is_here=False)

    qtbot.waitUntil(lambda: not card.apply_button.isVisible())
    assert card.look_button.isVisible()


def test_rules_that_collide_are_told_and_lead_to_the_plan(qtbot, page, presenter, desk, left):
    cafe = desk.services.cafes.get()
    ids = [each.id for each in desk.services.people.all() if each.id != left.id][:2]
    both = frozenset(ids)
    rules = replace(cafe.rules, apart=(both,), together=(both,))
    desk.services.cafes.save(replace(cafe, rules=rules))
    qtbot.waitUntil(lambda: presenter.repair.snapshot.cafe.rules == rules)

    card = look(qtbot, page)

    assert card.sentence.text().startswith("The coming rounds cannot take this in")
    assert not card.apply_button.isVisible()
    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(card.plan_button, LEFT)
    assert gone.args == ["plan"]


def test_somebody_who_is_not_on_the_list_joins_the_coming_rounds(qtbot, page, presenter, desk):
    add_people(desk.services, 3)
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: len(presenter.presence.people) == 3)
    rows = page.presence.list.rows
    assert [row.words for row in rows.rows] == ["Add somebody…, not on the list"]

    qtbot.keyClicks(page.presence.search_edit, "Nour Tardy")
    assert [row.name for row in rows.rows] == ["Add “Nour Tardy”…"]
    qtbot.keyClick(page.presence.search_edit, ENTER)
    dialog = page.presence.findChild(WalkInDialog)
    assert (dialog.given_edit.text(), dialog.family_edit.text()) == ("Nour", "Tardy")
    qtbot.keyClick(dialog.family_edit, ENTER)

    nour = next(each for each in desk.services.people.all() if each.given == "Nour")
    assert nour.present == {1, 2}
    assert page.presence.search_edit.text() == ""
    assert page.presence.count.text() == "4 of 4"
    desk.history.undo()
    assert len(desk.services.people.all()) == 3
    desk.history.redo()
    assert nour.id in {each.id for each in desk.services.people.all()}


@pytest.fixture
def spared(desk, begun):
    """Fourteen people at four tables of four, with two joker routes."""
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, tables=(Table(seats=4),) * 4))
    add_people(desk.services, 14)
    desk.services.plans.compose(seconds=0.3, spare=2)


def plan_of(desk):
    return desk.services.cafes.snapshot().plan


def walk_in(qtbot, page, name):
    """Search for somebody who is not on the list, and press Enter."""
    qtbot.keyClicks(page.presence.search_edit, name)
    qtbot.keyClick(page.presence.search_edit, ENTER)
    return page.presence.findChildren(WalkInDialog)[-1]


def test_a_walk_in_is_offered_a_free_joker_route_first(qtbot, spared, page, presenter, desk):
    presenter.go_to("talk:0")
    qtbot.waitUntil(lambda: presenter.presence.coming == {1, 2})
    before = plan_of(desk)

    dialog = walk_in(qtbot, page, "Nour Tardy")
    assert dialog.route.isVisible()
    assert "Nobody else changes tables" in dialog.route.text()
    with qtbot.waitSignal(presenter.told) as told:
        qtbot.keyClick(dialog.family_edit, ENTER)

    after = plan_of(desk)
    nour = next(each for each in desk.services.people.all() if each.given == "Nour")
    joker = next(each for each in before.jokers if each.id == nour.id)
    assert f"round 2 at table {joker.route[1] + 1}" in dialog.route.text()
    assert f"joker route {joker.number}" in told.args[0]
    assert after.itinerary(nour.id) == (None, *joker.route[1:])
    assert [after.itinerary(p) for p in before.people] == list(map(before.itinerary, before.people))
    assert not page.presence.repair.isVisible(), "the plan knows of it"
    assert page.presence.search_edit.text() == ""


def test_undo_gives_the_joker_route_back(qtbot, spared, page, presenter, desk):
    before = plan_of(desk)
    dialog = walk_in(qtbot, page, "Nour Tardy")
    qtbot.mouseClick(dialog.hand_button, LEFT)
    assert len(plan_of(desk).free_jokers) == 1

    desk.history.undo()
    assert plan_of(desk).free_jokers == before.jokers
    assert plan_of(desk).fingerprint == before.fingerprint
    assert len(desk.services.people.all()) == 14

    desk.history.redo()
    assert len(plan_of(desk).free_jokers) == 1
    assert len(desk.services.people.all()) == 15


def test_after_a_deed_the_search_has_nothing_of_its_own_to_undo(qtbot, spared, page, desk):
    """Else the first Ctrl+Z would bring back the typed name, and not take back the deed."""
    search = page.presence.search_edit
    type_text(search, desk.services.people.all()[0].name)
    assert search.isUndoAvailable()  # the control
    qtbot.keyClick(search, ENTER)
    assert desk.services.people.all()[0].present is not None
    assert not search.isUndoAvailable()
    search.setText("")

    dialog = walk_in(qtbot, page, "Nour Tardy")
    qtbot.mouseClick(dialog.hand_button, LEFT)
    assert search.text() == ""
    assert not search.isUndoAvailable()


def test_a_walk_in_can_be_taken_in_without_the_joker_route(qtbot, spared, page, presenter, desk):
    dialog = walk_in(qtbot, page, "Nour Tardy")
    qtbot.mouseClick(dialog.keep_button, LEFT)

    assert len(plan_of(desk).free_jokers) == 2
    assert len(desk.services.people.all()) == 15
    qtbot.waitUntil(page.presence.repair.isVisible)


def test_once_all_routes_are_taken_a_walk_in_is_taken_in_as_ever(qtbot, spared, page, desk):
    for name in ("Nour Tardy", "Ida Late"):
        qtbot.mouseClick(walk_in(qtbot, page, name).hand_button, LEFT)

    dialog = walk_in(qtbot, page, "Max Latest")
    assert not dialog.route.isVisible()
    assert not dialog.hand_button.isVisible()
    qtbot.keyClick(dialog.family_edit, ENTER)

    assert len(desk.services.people.all()) == 17
    assert plan_of(desk).free_jokers == ()


def test_a_route_that_is_taken_elsewhere_meanwhile_is_told(qtbot, spared, page, presenter, desk):
    dialog = walk_in(qtbot, page, "Nour Tardy")
    joker = dialog._joker
    desk.services.walk_ins.take(Person(id=joker.id, given="Ida"))

    with qtbot.waitSignal(presenter.failed) as told:
        qtbot.mouseClick(dialog.hand_button, LEFT)

    assert isinstance(told.args[0], EditedElsewhere)
    assert dialog.isVisible()
    assert len(desk.services.people.all()) == 15


def test_somebody_without_a_name_is_not_taken_in(qtbot, page, desk):
    dialog = WalkInDialog("  ", page._presenter.presence, lambda: None, page)
    qtbot.addWidget(dialog)

    assert not dialog.keep_button.isEnabled()
    qtbot.keyClick(dialog.given_edit, ENTER)

    assert desk.services.people.all() == ()


def test_once_the_last_round_has_begun_nobody_joins(qtbot, page, presenter, desk):
    add_people(desk.services, 3)
    presenter.go_to("talk:2")
    qtbot.waitUntil(lambda: len(presenter.presence.people) == 3)

    assert page.presence.list.rows.rows == ()
    assert not page.presence.search_edit.isEnabled()
    assert page.presence.count.text() == "3 of 3"


# Somebody sets the clock on the wall


@pytest.fixture
def watched(desk, begun, time, ears, way):
    """A presenter whose computer has a second clock that nobody can set."""
    owner, begin = QObject(), time.now
    time.slept = timedelta()
    made = LivePresenter(
        desk,
        owner,
        now=lambda: time.now,
        steady=lambda: (time.now - begin - time.slept).total_seconds(),
        player=ears,
        awake=Awake(way),
    )
    yield made
    owner.deleteLater()


@pytest.mark.parametrize("hours", [1, -1])
def test_setting_the_wall_clock_takes_nothing_from_a_round(watched, time, ears, hours):
    watched.go_to("talk:0")
    pass_by(watched, time, 300)

    time.slept += timedelta(hours=hours)  # the wall goes ahead of the steady clock, or behind
    pass_by(watched, time, 3600 * hours)

    assert watched.left == pytest.approx(15 * 60)
    assert ears.heard == []
    pass_by(watched, time, 60)
    assert watched.left == pytest.approx(14 * 60)


def test_a_computer_that_slept_goes_on_at_the_right_second(watched, time, ears):
    watched.go_to("talk:0")
    pass_by(watched, time, 600)  # asleep: both clocks went on

    assert watched.left == pytest.approx(10 * 60)
    pass_by(watched, time, 900)
    assert watched.left == pytest.approx(-5 * 60)
    assert ears.heard == [], "five minutes late a bell would only puzzle the room"


def test_small_corrections_of_the_time_are_left_alone(watched, time, desk):
    watched.go_to("talk:0")
    before = clock(desk)

    time.slept += timedelta(seconds=1)
    pass_by(watched, time, 1)

    assert clock(desk) == before


def test_a_paused_clock_does_not_care_about_the_wall(watched, time):
    watched.go_to("talk:0")
    watched.toggle()

    time.slept += timedelta(hours=2)
    pass_by(watched, time, 7200)

    assert watched.left == pytest.approx(20 * 60)


def test_the_steady_clock_of_this_computer_goes_on():
    first = steady_seconds()

    assert steady_seconds() >= first > 0


# Words for who listens


@pytest.fixture
def said(monkeypatch):
    """What a screen reader was given to say on Run."""
    sentences = []
    monkeypatch.setattr(
        "wcafe.ui.live.page.announce", lambda _page, sentence: sentences.append(sentence)
    )
    return sentences


def test_a_screen_reader_says_the_step_two_minutes_left_and_the_end(page, presenter, time, said):
    presenter.go_to("talk:0")
    assert said == ["Round 1. What is here?"]

    for _moment in range(3):
        pass_by(presenter, time, 6 * 60 + 1)
    pass_by(presenter, time, 2 * 60)
    presenter.next()

    presenter.next()

    assert said[1:] == [
        "2 minutes left.",
        "Time is up.",
        "Harvest of round 1. What is here?",
        "Change of tables",
    ]


def test_on_another_workspace_the_end_is_told_on_screen(page, presenter, time, said, qtbot):
    presenter.go_to("talk:0")
    page.hide()
    said.clear()

    with qtbot.waitSignal(presenter.told) as told:
        pass_by(presenter, time, 18 * 60 + 1)

    assert told.args == ["2 minutes left."]
    assert said == []


# Sound and sleep


def test_the_call_and_the_bell_are_heard_once_each(page, presenter, time, ears):
    presenter.go_to("talk:0")
    for _second in range(0, 22 * 60, 7):
        pass_by(presenter, time, 7)

    assert ears.heard == [Sound.CALL, Sound.BELL]


def test_one_minute_more_makes_the_call_come_again(presenter, time, ears):
    presenter.go_to("talk:0")
    pass_by(presenter, time, 18 * 60 + 30)
    presenter.shift(1)
    pass_by(presenter, time, 1)
    assert ears.heard == [Sound.CALL]

    pass_by(presenter, time, 40)
    pass_by(presenter, time, 1)
    assert ears.heard == [Sound.CALL, Sound.CALL]


def test_a_step_of_two_minutes_has_a_bell_and_no_call(presenter, desk, time, ears):
    cafe = desk.services.cafes.get()
    desk.services.cafes.save(replace(cafe, rounds=(Round(harvest=2), Round())))
    presenter.reload()
    presenter.go_to("harvest:0")

    for _second in range(125):
        pass_by(presenter, time, 1)

    assert ears.heard == [Sound.BELL]


def test_a_paused_clock_makes_no_sound(presenter, time, ears):
    presenter.go_to("talk:0")
    presenter.toggle()
    pass_by(presenter, time, 3600)

    assert ears.heard == []


def test_a_restart_in_the_last_two_minutes_does_not_call_again(desk, begun, time, ears):
    first = LivePresenter(desk, None, now=lambda: time.now, player=ears, awake=Awake(Way()))
    first.go_to("talk:0")
    pass_by(first, time, 18 * 60 + 10)
    first.deleteLater()

    second = LivePresenter(desk, desk.bus, now=lambda: time.now, player=ears, awake=Awake(Way()))
    pass_by(second, time, 20)
    assert ears.heard == [Sound.CALL]
    pass_by(second, time, 100)
    assert ears.heard == [Sound.CALL, Sound.BELL]


def test_a_bell_that_was_missed_long_ago_is_not_rung(desk, begun, time, ears):
    desk.services.live.start("talk:0")
    time.now += timedelta(minutes=25)

    LivePresenter(desk, desk.bus, now=lambda: time.now, player=ears, awake=Awake(Way()))

    assert ears.heard == []


def test_the_ring_shows_every_sound_for_who_cannot_hear_it(qtbot, page, presenter, ears):
    qtbot.mouseClick(page.sound_button, LEFT)

    assert ears.heard == [Sound.BELL]
    assert page.clock.ring.dial.mood == "cue"


def test_a_silent_computer_is_told_in_words(qtbot, desk, begun):
    player = Player(platform="linux", find=lambda _name: None)
    presenter = LivePresenter(desk, desk.bus, player=player, awake=Awake(Way()))

    with qtbot.waitSignal(presenter.failed) as told:
        presenter.test_sound()

    assert isinstance(told.args[0], NoSound)


def test_the_computer_stays_awake_while_the_clock_runs(presenter, way):
    presenter.toggle()
    assert way.is_awake
    presenter.toggle()
    assert not way.is_awake


def test_the_computer_may_sleep_once_the_café_is_closed(qtbot, desk, begun, way):
    owner = QObject()
    presenter = LivePresenter(desk, owner, player=Ears(), awake=Awake(way))
    presenter.toggle()
    assert way.is_awake

    with qtbot.waitSignal(presenter.destroyed):
        owner.deleteLater()

    assert not way.is_awake


def test_every_control_has_a_name_and_is_reached_by_tab(page, presenter):
    presenter.toggle()
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit)
    controls = [widget for kind in kinds for widget in page.findChildren(kind)]
    shown = [widget for widget in controls if widget.isVisible()]
    reached = [widget for widget in shown if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert len(reached) >= 11
    for widget in reached:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget


def test_a_café_that_was_running_opens_where_it_is_run(qtbot, cafe_file, settings, tmp_path):
    with open_cafe(cafe_file) as cafe:
        cafe.live.start("talk:0")
    desk = Desk(doors(), settings, home=tmp_path)

    desk.start(cafe_file)

    assert desk.window.here is Workspace.LIVE
    desk.window.close()
