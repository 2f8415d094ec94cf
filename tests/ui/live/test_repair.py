"""Mending the plan while the café runs, and the badges that it makes wrong."""

import re
from dataclasses import replace

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt

from tests.cafes import add_people
from tests.ui.live.hands import look, planned
from wcafe.domain.cafe import HostMode
from wcafe.ui.widgets import ask

LEFT = Qt.MouseButton.LeftButton


def test_the_cost_of_a_repair_is_told_before_it_is_applied(qtbot, page, presenter, desk, left):
    before = planned(desk)
    assert page.presence.repair.sentence.text() == "The seating plan does not know this yet."
    assert page.presence.count.text() == "0 here · 11 expected · 1 away"

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
    assert presenter.presence.walk_ins.take_in("Nour", "Tardy")

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
    assert presenter.presence.walk_ins.take_in("Nour", "Tardy")
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
    assert presenter.presence.walk_ins.take_in("Nour", "Tardy")
    card, badges = look(qtbot, page), page.presence.badges
    qtbot.mouseClick(card.apply_button, LEFT)
    owed = [p for p in desk.services.people.all() if p.id in presenter.repair.badges]
    assert badges.isVisible()

    desk.services.people.save([replace(each, present=frozenset()) for each in owed])

    qtbot.waitUntil(lambda: not badges.isVisible())


def test_that_badges_are_made_can_be_taken_back(qtbot, page, presenter, desk, left):
    assert presenter.presence.walk_ins.take_in("Nour", "Tardy")
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


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
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
