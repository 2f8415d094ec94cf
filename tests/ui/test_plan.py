"""The seating plan, driven as a facilitator drives it."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
)

from tests.cafes import add_people, person
from wcafe.domain.cafe import HostMode, Rules, Table
from wcafe.domain.marks import hue
from wcafe.errors import EditedElsewhere, NoPlanYet, TooFewSpareSeats
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.plan import make_page, make_presenter
from wcafe.ui.plan.items import WHOLE, letters_on
from wcafe.ui.plan.page import PRINTED
from wcafe.ui.replanning import composing as plan_composing
from wcafe.ui.widgets import ask
from wcafe.ui.widgets.parts import Text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(plan_composing, "SECONDS", 0.2)


@pytest.fixture
def seated(opened):
    """Twenty people at five tables, in two groups, planned for three rounds."""
    first, second = add_people(opened, 10, group="A"), add_people(opened, 10, group="B")
    opened.plans.compose(seconds=0.3)
    return first + second


@pytest.fixture
def presenter(desk):
    presenter = make_presenter(desk, None)
    yield presenter
    presenter.deleteLater()


@pytest.fixture
def page(qtbot, presenter):
    page = make_page(presenter)
    page.resize(1072, 776)
    qtbot.addWidget(page)
    page.show()
    return page


def plan(desk):
    return desk.services.cafes.snapshot().plan


def click(qtbot, page, table, place=WHOLE, modifier=Qt.KeyboardModifier.NoModifier):
    view = page.room.view
    point = view.point_of(table, place).toPoint()
    qtbot.mouseClick(view.viewport(), LEFT, modifier, point)


def composed(qtbot, desk, button):
    with qtbot.waitSignal(desk.tasks.ended):
        qtbot.mouseClick(button, LEFT)


def strangers(page):
    """Return two places of people who sit at different tables and host none."""
    return (0, 1), (1, 1)


def seat(page, table, place):
    return page.room.view.seat(table, place)


# Composing


def test_without_people_the_page_leads_to_them(qtbot, page):
    assert page.nobody.isVisible()
    assert not page.compose_button.isEnabled()

    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.people_button, LEFT)
    assert gone.args == ["people"]


def test_a_first_plan_is_composed_undone_and_redone(qtbot, desk, opened, page):
    add_people(opened, 20)
    qtbot.waitUntil(page.unplanned.isVisible)
    assert "Tables: 5" in page.unplanned.sentence.text()

    composed(qtbot, desk, page.first_button)
    made = plan(desk)
    assert made is not None
    assert len(desk.services.cafes.get().tables) == 5
    assert page.room.isVisible()
    assert len(page.room.view.tables) == 5

    desk.history.undo()
    assert plan(desk) is None
    assert desk.services.cafes.get().tables == ()
    assert page.unplanned.isVisible()

    desk.history.redo()
    assert plan(desk).seats == made.seats
    assert plan(desk).fingerprint == made.fingerprint
    assert page.room.isVisible()


def test_ctrl_return_composes_another_plan_and_undo_brings_the_old_one_back(
    qtbot, desk, seated, page
):
    first = plan(desk)

    with qtbot.waitSignal(desk.tasks.ended):
        qtbot.keyClick(page.room.view, Qt.Key.Key_Return, CONTROL)
    assert plan(desk).fingerprint != first.fingerprint
    assert not desk.services.cafes.snapshot().is_plan_stale

    qtbot.mouseClick(page.undo_button, LEFT)
    assert plan(desk).fingerprint == first.fingerprint
    assert not desk.services.cafes.snapshot().is_plan_stale


def test_spare_places_are_chosen_by_keyboard_undone_and_composed_with(qtbot, desk, seated, page):
    field = page.spare_edit
    assert field.currentText() == "No spare places"
    was = plan(desk)

    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.currentText() == "2 spare places (5%)"
    assert desk.services.cafes.get().rules.spare == "usual"
    assert not page.stale.isVisible(), "what is printed is right as it is"

    composed(qtbot, desk, page.compose_button)
    made = plan(desk)
    assert len(made.free_jokers) == 2
    assert "2 joker routes are free." in page.certificate.notices.text()

    desk.history.undo()
    assert plan(desk).fingerprint == was.fingerprint
    assert plan(desk).jokers == ()
    desk.history.undo()
    assert desk.services.cafes.get().rules.spare == 0
    assert field.currentText() == "No spare places"


def test_too_few_chairs_for_spare_places_are_told_and_the_plan_stays(
    qtbot, desk, opened, page, presenter
):
    add_people(opened, 12)
    cafe = opened.cafes.get()
    opened.cafes.save(replace(cafe, tables=(Table(seats=4),) * 3, tables_chosen=True))
    opened.plans.compose(seconds=0.2)
    before = plan(desk)
    qtbot.waitUntil(lambda: presenter.plan == before)
    presenter.set_rules("change the spare places", spare=2)

    with qtbot.waitSignal(presenter.failed) as told:
        presenter.compose()

    assert isinstance(told.args[0], TooFewSpareSeats)
    assert plan(desk) == before


def test_a_first_plan_says_for_how_many_spare_places_it_would_be(qtbot, opened, page, presenter):
    add_people(opened, 20)
    qtbot.waitUntil(page.unplanned.isVisible)
    presenter.set_rules("change the spare places", spare=6)

    assert "Tables: 6." in page.unplanned.sentence.text()
    assert "Spare places: 6." in page.unplanned.sentence.text()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_usual_number_of_spare_places_is_read_in_full(qtbot, opened, presenter, language):
    words.use(words_for(language), language)
    page = make_page(presenter)
    qtbot.addWidget(page)
    page.resize(1072, 776)
    page.show()
    add_people(opened, 220)
    presenter.set_rules("change the spare places", spare="usual")
    field = page.spare_edit
    qtbot.waitUntil(lambda: "11" in field.currentText())

    kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField

    def is_whole():
        option = QStyleOptionComboBox()
        field.initStyleOption(option)
        room = field.style().subControlRect(kind, option, part, field).width() - 4
        return room >= field.fontMetrics().horizontalAdvance(field.currentText())

    qtbot.waitUntil(is_whole)


def test_once_the_café_has_begun_neither_spare_places_nor_tables_are_chosen(
    qtbot, desk, seated, page
):
    assert page.spare_edit.isVisible()
    assert page.certificate.rehearse_button.isVisible()
    desk.services.live.start("talk:0")

    qtbot.waitUntil(lambda: not page.spare_edit.isVisible())
    assert not page.certificate.rehearse_button.isVisible()


def test_while_a_plan_is_composed_no_second_one_can_be_asked_for(qtbot, desk, seated, page):
    with qtbot.waitSignal(desk.tasks.ended):
        qtbot.mouseClick(page.compose_button, LEFT)
        assert not page.compose_button.isEnabled()
        page._presenter.compose()
        assert len(desk.tasks.running) == 1
    assert page.compose_button.isEnabled()


def test_cancel_leaves_everything_as_it_was(qtbot, desk, opened, page, monkeypatch):
    monkeypatch.setattr(plan_composing, "SECONDS", 60.0)
    five = opened.cafes.get().with_rounds(5)
    opened.cafes.save(replace(five, tables=(Table(seats=6),) * 6, tables_chosen=True))
    add_people(opened, 36)  # at six tables nobody knows the best plan of five rounds
    qtbot.waitUntil(page.unplanned.isVisible)

    with qtbot.waitSignal(desk.tasks.ended):
        with qtbot.waitSignal(desk.tasks.said) as said:
            qtbot.mouseClick(page.first_button, LEFT)
        desk.tasks.running[0].stop()

    assert "repeat meeting" in said.args[1]
    assert plan(desk) is None
    assert desk.history.count() == 0
    assert page.first_button.isEnabled()


def test_rules_that_collide_are_told_by_name_and_nothing_is_kept(qtbot, desk, opened, page):
    cafe = opened.cafes.get()
    opened.cafes.save(replace(cafe, tables=(Table(),) * 2, tables_chosen=True))
    add_people(opened, 8)
    qtbot.waitUntil(page.first_button.isEnabled)

    composed(qtbot, desk, page.first_button)

    assert plan(desk) is None
    assert page.collisions.isVisible()
    told = page.collisions.sentence.text()
    assert "Nobody sits at a table twice: 3 rounds, 2 tables." in told
    assert "Tables to add so that they can hold: 1." in told
    assert "again" in told
    assert desk.history.count() == 0

    qtbot.mouseClick(page.rules.distinct_switch, LEFT)
    assert not page.collisions.isVisible()


def test_a_café_that_changes_meanwhile_is_told_and_keeps_its_change(
    qtbot, desk, seated, page, monkeypatch
):
    presenter = page._presenter
    before = plan(desk)
    compute = desk.services.plans.compute

    def while_somebody_comes(**asked):
        made = compute(**asked)
        add_people(desk.services, 1)
        return made

    monkeypatch.setattr(desk.services.plans, "compute", while_somebody_comes)
    with qtbot.waitSignal(presenter.failed) as told:
        qtbot.mouseClick(page.compose_button, LEFT)

    assert isinstance(told.args[0], EditedElsewhere)
    qtbot.waitUntil(page.compose_button.isEnabled)
    assert plan(desk).fingerprint == before.fingerprint
    assert len(presenter.guests) == 21


def test_a_stale_plan_is_marked_and_renewed_with_one_click(qtbot, desk, seated, page):
    assert not page.stale.isVisible()

    add_people(desk.services, 1)
    qtbot.waitUntil(page.stale.isVisible)
    composed(qtbot, desk, page.stale.renew_button)

    assert not page.stale.isVisible()
    assert len(plan(desk).people) == 21


def test_rounds_that_have_begun_stay_as_they_are_when_the_plan_is_renewed(
    qtbot, desk, seated, page
):
    before = plan(desk)
    desk.services.live.start("talk:0")
    add_people(desk.services, 1)
    qtbot.waitUntil(page.stale.isVisible)
    qtbot.waitUntil(lambda: page._presenter.begun == 1)
    assert "first round stays" in page.stale.sentence.text()

    composed(qtbot, desk, page.stale.renew_button)

    after = plan(desk)
    assert [after.itinerary(p)[0] for p in before.people] == list(before.seats[0])
    assert not page.stale.isVisible()


def test_the_plan_shows_the_round_that_has_begun_until_another_is_chosen(qtbot, desk, seated, page):
    presenter = page._presenter
    desk.services.live.start("talk:1")
    qtbot.waitUntil(lambda: presenter.round == 1)

    presenter.go_round(0)
    desk.services.live.pause()
    qtbot.waitUntil(lambda: presenter.snapshot.live.clock.left is not None)
    assert presenter.round == 0, "it was chosen by hand"

    desk.services.live.start("talk:2")
    qtbot.waitUntil(lambda: presenter.round == 2)


def test_once_all_rounds_have_begun_the_plan_is_left_alone(qtbot, desk, seated, page):
    desk.services.live.start("talk:2")
    add_people(desk.services, 1)

    qtbot.waitUntil(lambda: "All rounds have begun" in page.stale.sentence.text())
    assert not page.stale.renew_button.isEnabled()
    assert not page.compose_button.isEnabled()


# The room


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


# Rehearsing absences


def test_what_if_people_stay_away_is_answered_for_three_numbers_of_tables(
    qtbot, desk, opened, seated, page
):
    cafe = opened.cafes.get()
    opened.cafes.save(replace(cafe, tables=(Table(seats=6),) * 5, tables_chosen=True))
    opened.plans.compose(seconds=0.2)
    qtbot.waitUntil(lambda: not page.stale.isVisible())
    before = plan(desk)

    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    dialog = page.rehearsal
    qtbot.waitUntil(lambda: len(dialog.tables) == 3)

    assert "stand absences best" in dialog.verdict.text()
    names = [each.accessibleName() for each in dialog.tables]
    assert names == ["4 tables", "5 tables · the plan", "6 tables"]
    first = dialog.tables[0]
    assert [first.item(row, 0).text() for row in (0, 6)] == ["0%", "30%"]
    assert [first.item(0, column).text() for column in (1, 3)] == ["0.0", "0.0"]
    assert dialog.tables[2].verticalHeaderItem(1).text() == "5%"
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert page.rehearsal is None
    assert plan(desk) == before


@pytest.fixture
def gate(desk, monkeypatch):
    """Lets no rehearsal begin before it is set, so that each can be cancelled first."""
    gate, plans = threading.Event(), desk.services.plans
    rehearse = plans.rehearse

    def held(*, stop):
        assert gate.wait(60)
        return rehearse(stop=stop)

    monkeypatch.setattr(plans, "rehearse", held)
    yield gate
    gate.set()


def test_a_rehearsal_can_be_cancelled_and_asked_for_again(qtbot, desk, seated, page, gate):
    with qtbot.waitSignal(desk.tasks.ended):
        qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
        assert len(desk.tasks.running) == 1
        assert page.rehearsal.close_button.text() == "Cancel"
        qtbot.keyClick(page.rehearsal, Qt.Key.Key_Escape)
        assert page.rehearsal is None
        assert desk.tasks.running[0].is_stopped()
        gate.set()

    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    qtbot.waitUntil(lambda: len(page.rehearsal.tables) > 1)
    page.rehearsal.close()


def test_what_an_earlier_rehearsal_comes_to_is_not_shown(qtbot, desk, seated, page, gate):
    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    page.rehearsal.close()
    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    gate.set()

    qtbot.waitUntil(lambda: len(page.rehearsal.tables) > 1)
    page.rehearsal.close()


def test_cancel_in_the_status_bar_closes_the_rehearsal(qtbot, desk, seated, page, gate):
    qtbot.mouseClick(page.certificate.rehearse_button, LEFT)
    desk.tasks.running[0].stop()
    gate.set()

    qtbot.waitUntil(lambda: page.rehearsal is None)


def test_a_rehearsal_that_fails_is_told(qtbot, desk, opened, seated, page, presenter):
    opened.plans.restore(None)  # while the page has not looked again

    with qtbot.waitSignal(presenter.failed) as told:
        page._on_rehearse()

    assert isinstance(told.args[0], NoPlanYet)
    qtbot.waitUntil(lambda: page.rehearsal is None)


def test_a_rehearsal_that_is_refused_at_once_leaves_no_dialog(seated, page, presenter, monkeypatch):
    """A task may have failed before asking for it returns."""
    refuse = presenter.rehearsal.failed.emit
    monkeypatch.setattr(presenter.rehearsal, "begin", lambda: refuse(NoPlanYet(path="x")))

    page._on_rehearse()

    assert page.rehearsal is None


# Swapping


def test_two_people_are_swapped_at_the_cost_shown_and_swapped_back(qtbot, desk, seated, page):
    before = plan(desk)
    click(qtbot, page, *strangers(page)[0])
    click(qtbot, page, *strangers(page)[1], modifier=CONTROL)
    one, other = page._presenter.people
    assert "Repeat meetings: 0 →" in page.chosen.cost.sentence.text()

    qtbot.mouseClick(page.chosen.cost.swap_button, LEFT)
    after = plan(desk)
    assert after.itinerary(one)[0] == before.itinerary(other)[0]
    assert after.itinerary(other)[0] == before.itinerary(one)[0]
    shown = int(page.certificate.repeats.value.text())
    assert shown == after.certificate.repeat_meetings

    desk.history.undo()
    assert plan(desk).seats == before.seats
    assert plan(desk).certificate == before.certificate
    desk.history.redo()
    assert plan(desk).seats == after.seats


def test_a_swap_that_breaks_a_rule_says_whose(qtbot, desk, seated, page):
    rules = desk.services.cafes.get().rules
    first, second = seat(page, 0, 1), seat(page, 1, 1)
    third = seat(page, 1, 2)
    apart = (frozenset({first.person, third.person}),)
    page._presenter.set_rules("keep people apart", apart=apart)
    assert rules.apart == ()

    click(qtbot, page, 0, 1)
    click(qtbot, page, 1, 1, modifier=CONTROL)

    assert page._presenter.people == (first.person, second.person)
    told = page.chosen.cost.breaches.text()
    assert first.name in told
    assert third.name in told


def test_a_swap_at_the_same_table_is_told_to_be_none(qtbot, seated, page):
    click(qtbot, page, 0, 1)
    click(qtbot, page, 0, 2, modifier=CONTROL)

    assert not page.chosen.cost.swap_button.isEnabled()
    assert page.chosen.cost.sentence.text()


def test_a_swap_partner_is_chosen_by_name_from_the_menu(qtbot, seated, page):
    click(qtbot, page, 0, 1)
    first, second = seat(page, 0, 1), seat(page, 1, 1)
    page.room.view.swap_asked.emit(first.person)
    assert page.chosen.partner_edit.hasFocus()

    page.chosen.partner_edit.insert(second.name)
    qtbot.keyClick(page.chosen.partner_edit, Qt.Key.Key_Return)

    assert page._presenter.people[0] == first.person
    assert page.chosen.cost.isVisible()


# Certificate and rules


def test_the_certificate_says_what_the_plan_proves(qtbot, desk, seated, page):
    certificate = plan(desk).certificate
    assert certificate.proven_optimal  # twenty people, five tables, three rounds

    assert page.certificate.repeats.value.text() == "0"
    assert page.certificate.new_tables.value.text() == "15/15"
    assert "Proven" in page.certificate.proof.text()
    assert page.certificate.mixing[0].caption.text() == "mixed by group"


def test_where_nothing_is_proven_the_least_and_the_found_are_told(qtbot, desk, seated, page):
    kept = plan(desk)
    certificate = replace(kept.certificate, proven_optimal=False, repeat_meetings=5, lower_bound=2)
    desk.services.plans.restore(replace(kept, certificate=certificate))

    proof = "At least 2 repeats are unavoidable; found 5"
    qtbot.waitUntil(lambda: page.certificate.proof.text() == proof)


def test_a_bound_of_none_is_told_in_words_that_make_sense(qtbot, desk, seated, page):
    before = plan(desk)
    kept = replace(
        before.certificate, repeat_meetings=1, lower_bound=0, coincidences=1, proven_optimal=False
    )
    desk.services.plans.restore(replace(before, certificate=kept))

    proof = "1 repeat; a plan without any is not ruled out"
    qtbot.waitUntil(lambda: page.certificate.proof.text() == proof)


def test_composing_says_when_every_seat_stays_the_same(qtbot, desk, seated, page, monkeypatch):
    presenter = page._presenter
    before = plan(desk)
    compute = desk.services.plans.compute

    def same(**wishes):
        composed = compute(**wishes)
        return replace(composed, plan=replace(before, id="another", version=before.version))

    monkeypatch.setattr(desk.services.plans, "compute", same)
    with qtbot.waitSignal(presenter.told) as told:
        page.compose_button.click()

    assert told.args == ["The plan has stayed as it was: every seat is the same."]


def test_the_colour_is_something_people_have_or_said_to_be_none(qtbot, opened, desk, page):
    add_people(opened, 12)
    qtbot.waitUntil(page.first_button.isEnabled)
    composed(qtbot, desk, page.first_button)
    assert page.room.colour_edit.currentText() == "none"
    assert not page.room.colour_edit.isEnabled()

    own = [
        replace(each, attributes=(("Âge", str(n % 3)),))
        for n, each in enumerate(opened.people.all())
    ]
    opened.people.save(own)
    qtbot.waitUntil(lambda: page.room.colour_edit.currentText() == "Âge")


@pytest.mark.parametrize(
    ("switch", "rule"), [("distinct_switch", "distinct_tables"), ("home_switch", "return_home")]
)
def test_a_rule_is_switched_marks_the_plan_stale_and_is_undone(
    qtbot, desk, seated, page, switch, rule
):
    button = getattr(page.rules, switch)
    before = getattr(desk.services.cafes.get().rules, rule)

    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert getattr(desk.services.cafes.get().rules, rule) is not before
    assert page.stale.isVisible()

    desk.history.undo()
    assert getattr(desk.services.cafes.get().rules, rule) is before
    assert button.isChecked() is before
    assert not page.stale.isVisible()


def test_hosts_and_mixing_are_chosen(qtbot, desk, seated, page):
    qtbot.keyClick(page.rules.hosts_edit, Qt.Key.Key_End)
    qtbot.mouseClick(page.rules.mix_switches["group"], LEFT)

    rules = desk.services.cafes.get().rules
    assert rules.hosts is HostMode.NONE
    assert "group" not in rules.mixed
    assert "organisation" in rules.mixed


def test_people_are_kept_apart_by_ticking_and_let_go_again(qtbot, desk, seated, page):
    qtbot.mouseClick(page.rules.edit_button, LEFT)
    dialog = page.rules.dialog
    assert not dialog.apart_button.isEnabled()
    ticked = [dialog.people_list.item(row) for row in (0, 3)]
    for item in ticked:
        dialog.people_list.setCurrentItem(item)
        qtbot.keyClick(dialog.people_list, Qt.Key.Key_Space)

    qtbot.mouseClick(dialog.apart_button, LEFT)
    (group,) = desk.services.cafes.get().rules.apart
    names = {p.name for p in seated if p.id in group}
    assert names == {item.text() for item in ticked}
    assert dialog.groups_list.count() == 1
    assert "1 kept apart" in page.rules.pairs_caption.text()

    dialog.groups_list.setCurrentRow(0)
    qtbot.keyClick(dialog.groups_list, Qt.Key.Key_Delete)
    assert desk.services.cafes.get().rules.apart == ()
    desk.history.undo()
    assert desk.services.cafes.get().rules.apart == (group,)
    qtbot.mouseClick(dialog.close_button, LEFT)


def test_the_same_two_are_not_kept_apart_and_together(qtbot, desk, seated, page):
    page.rules.edit_button.click()
    dialog = page.rules.dialog
    first, second, third = (dialog.people_list.item(row) for row in (0, 3, 5))

    def tick(*items):
        for item in items:
            item.setCheckState(Qt.CheckState.Checked)

    tick(first, second)
    dialog.together_button.click()
    tick(second, third)
    dialog.together_button.click()
    tick(third, first)
    dialog.filter_edit.setText(second.text())
    assert dialog.chosen.text() == f"2 chosen: {first.text()}, {third.text()}"
    dialog.apart_button.click()

    assert desk.services.cafes.get().rules.apart == ()
    assert dialog.refusal.isVisible()
    assert first.text() in dialog.refusal.text()
    assert third.text() in dialog.refusal.text()
    assert first.checkState() is Qt.CheckState.Checked

    first.setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.refusal.isVisible()
    dialog.accept()


def test_a_collision_names_all_the_rules_that_take_part_in_it(qtbot, desk, seated, page):
    pair = frozenset(person.id for person in seated[-2:])
    page._presenter.set_rules("both", apart=(pair,), together=(pair,))

    composed(qtbot, desk, page.compose_button)

    told = page.collisions.sentence.text()
    assert "are kept apart" in told
    assert "sit together" in told
    assert all(person.name in told for person in seated[-2:])


def test_each_square_of_the_matrix_says_who_meets_how_often(desk, seated, page):
    matrix = page.matrix.matrix
    people = plan(desk).people
    side = min(matrix.width(), matrix.height()) / len(people)
    names = {p.id: p.name for p in seated}
    told = matrix.words_at(int(1.5 * side), int(0.5 * side))

    together = sum(row[0] == row[1] for row in plan(desk).seats)
    assert told.startswith(f"{names[people[0]]} · {names[people[1]]} · {together} meeting")
    assert matrix.words_at(int(0.5 * side), int(0.5 * side)) == ""


# Paper, and the page as a whole


def test_the_menu_prints_what_there_is_to_print():
    from wcafe.reports.artefacts import ARTEFACTS

    assert set(PRINTED) == set(ARTEFACTS)


def test_badges_are_written_where_the_facilitator_says(qtbot, seated, page, tmp_path, monkeypatch):
    monkeypatch.setattr(ask, "save_file", lambda *_what: tmp_path / "badges.pdf")

    with qtbot.waitSignal(page.file_written) as written:
        page.print_button.menu().actions()[0].trigger()

    assert written.args[0].read_bytes().startswith(b"%PDF")
    assert written.args[1] == ""


def test_who_comes_to_no_round_is_not_counted_and_told_to_get_no_badge(
    qtbot, desk, seated, page, tmp_path, monkeypatch
):
    monkeypatch.setattr(ask, "save_file", lambda *_what: tmp_path / "badges.pdf")
    assert page.subtitle.text().startswith("20 people · 5 tables")

    desk.services.people.save([replace(seated[3], present=frozenset())])

    qtbot.waitUntil(lambda: page.subtitle.text().startswith("19 people · 5 tables"))
    with qtbot.waitSignal(page.file_written) as written:
        page.print_button.menu().actions()[0].trigger()
    told = f"No badge is printed for people who attend no round: {seated[3].name}."
    assert written.args[1] == told


def test_every_control_has_a_name(qtbot, seated, page):
    click(qtbot, page, 0, 1)
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTabBar)
    controls = [w for kind in kinds for w in page.findChildren(kind)]
    shown = [w for w in controls if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert len(shown) > 12
    for widget in (*shown, page.room.view):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget


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

    qtbot.keyClicks(field, "elodie oeu")

    names = field.completer()
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


def test_printing_that_is_cancelled_writes_nothing(qtbot, desk, seated, presenter, tmp_path):
    presenter.press.print_to("badges", tmp_path / "badges.pdf")

    with qtbot.waitSignal(desk.tasks.ended, timeout=30_000):
        desk.tasks.running[0].stop()

    assert list(tmp_path.glob("badges*")) == []
