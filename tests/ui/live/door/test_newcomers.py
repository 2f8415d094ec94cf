"""Somebody who is not on the list, in five seconds: the name, Shift and Enter."""

from PySide6.QtCore import Qt

from tests.ui.hands import type_text

ENTER = Qt.Key.Key_Return
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS_A_SECOND = 3.5  # of somebody who types with two fingers, by 40 words a minute


def planned(desk):
    return desk.services.cafes.snapshot().plan


def add(qtbot, page, name):
    type_text(page.name_edit, name)
    qtbot.keyClick(page.name_edit, ENTER, SHIFT)


def test_the_next_route_is_shown_before_it_is_given(page, seated):
    joker = page._presenter.offer

    assert page.newcomer.next.text() == f"next place: joker {joker.number}"
    assert page.newcomer.route.stops == list(enumerate(joker.route))
    assert not page.newcomer.add_button.isEnabled(), "nobody is typed yet"


def test_a_newcomer_has_a_route_within_five_seconds_of_typing(qtbot, page, seated, who):
    joker, before = page._presenter.offer, planned(seated)
    name = "Nour Tardy"

    add(qtbot, page, name)  # its letters and one key

    assert (len(name) + 1) / KEYS_A_SECOND < 5
    assert (who("Nour").id, who("Nour").arrived) == (joker.id, True)
    after = planned(seated)
    assert after.itinerary(joker.id) == joker.route
    assert [after.itinerary(p) for p in before.people] == [
        before.itinerary(p) for p in before.people
    ]
    assert page.card.name._name == "Nour"
    assert [seat.table for seat in page.card.route.seats] == list(joker.route)
    assert f"Joker route {joker.number}: give them the spare badge" in page.card.remark.text()
    assert page.band.here.figure.text() == "1"
    assert page.newcomer.next.text() != f"next place: joker {joker.number}"


def test_by_mouse_the_button_does_the_same(qtbot, page, seated, who):
    type_text(page.name_edit, "Nour Tardy")
    assert page.newcomer.add_button.accessibleName() == "Add “Nour Tardy”"
    qtbot.mouseClick(page.newcomer.add_button, Qt.MouseButton.LeftButton)

    assert who("Nour").arrived


def test_undo_says_who_and_frees_the_route(qtbot, page, seated):
    joker = page._presenter.offer
    add(qtbot, page, "Nour Tardy")
    assert seated.history.undoText() == f"hand joker route {joker.number} to Nour Tardy"

    seated.history.undo()

    assert len(seated.services.people.all()) == 12
    assert page._presenter.offer == joker
    seated.history.redo()
    assert planned(seated).itinerary(joker.id) == joker.route


def test_any_newcomer_goes_again_while_the_others_keep_their_routes(qtbot, page, seated, who):
    first = page._presenter.offer
    add(qtbot, page, "Nour Tardy")
    add(qtbot, page, "Sam Later")
    kept = planned(seated).itinerary(who("Sam").id)

    page._presenter.take_back(who("Nour").id)

    assert {each.name for each in seated.services.people.all()} & {"Nour Tardy"} == set()
    assert planned(seated).itinerary(who("Sam").id) == kept
    assert page._presenter.offer == first
    seated.history.undo()
    assert planned(seated).itinerary(who("Nour").id) == first.route


def test_where_no_route_is_left_it_is_said_before_and_they_come_in_without_a_table(
    qtbot, page, seated, who
):
    for name in ("Nour Tardy", "Sam Later"):
        add(qtbot, page, name)
    assert page.newcomer.what.text().startswith("All joker routes are taken.")
    assert not page.newcomer.next.isVisible()

    add(qtbot, page, "Kim Last")

    assert who("Kim").arrived
    assert "No table yet: in Run, repair the coming rounds." in page.card.remark.text()
    assert seated.services.cafes.snapshot().is_plan_stale, "Run offers the repair"


def test_enter_alone_adds_nobody_and_shift_enter_nobody_without_a_name(qtbot, page, seated):
    type_text(page.name_edit, "Nour Tardy")
    qtbot.keyClick(page.name_edit, ENTER)
    assert len(seated.services.people.all()) == 12
    page.name_edit.setText("   ")
    qtbot.keyClick(page.name_edit, ENTER, SHIFT)
    assert len(seated.services.people.all()) == 12


def test_a_hostile_name_stays_text_on_its_button_and_in_what_is_undone(qtbot, page, seated):
    name = "<b>R&B</b> {name} %s"
    type_text(page.name_edit, name)
    assert page.newcomer.add_button.accessibleName() == f"Add “{name}”"
    qtbot.keyClick(page.name_edit, ENTER, SHIFT)

    assert name in {each.name for each in seated.services.people.all()}
    assert name in seated.history.undoText()


def test_once_the_last_round_has_begun_nobody_is_added_any_more(qtbot, page, seated):
    seated.services.live.start("talk:2")
    qtbot.waitUntil(lambda: not page.newcomer.isVisible())
    add(qtbot, page, "Nour Tardy")

    assert len(seated.services.people.all()) == 12
