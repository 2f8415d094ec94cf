"""The door: two letters, Enter, done; and what is said to each."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from tests.cafes import person
from tests.ui.hands import type_text
from tests.ui.live.door.conftest import NAMES
from wcafe.domain.presence import Presence
from wcafe.domain.text import fold
from wcafe.errors import CannotWrite
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.live.door.finding import find_guests
from wcafe.ui.live.door.page import DoorPage

LEFT = Qt.MouseButton.LeftButton
ENTER, DOWN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape


def counts(page):
    head = page.band
    return [int(each.figure.text()) for each in (head.here, head.expected, head.away, head.left)]


def enter(qtbot, page, text=""):
    type_text(page.name_edit, text)
    qtbot.keyClick(page.name_edit, ENTER)


def test_two_letters_show_who_and_the_tables_of_all_rounds_and_enter_notes_them(
    qtbot, page, seated, who
):
    type_text(page.name_edit, "ma")
    route = seated.services.cafes.snapshot().plan.itinerary(who("Maud").id)
    assert page.card.name._name == "María", "of two the first of the alphabet"
    qtbot.keyClick(page.name_edit, DOWN)
    assert page.card.name._name == "Maud"
    assert page.card.name.pixels >= 70
    assert [seat.table for seat in page.card.route.seats] == list(route)

    qtbot.keyClick(page.name_edit, ENTER)

    assert who("Maud").arrived
    assert counts(page) == [1, 11, 0, 0]
    assert page.name_edit.text() == "", "ready for the next name"
    assert page.card.name._name == "Maud", "and her tables can be told"
    assert page.card.state.text().startswith("here since ")
    assert page.name_edit.hasFocus()


def test_enter_again_goes_on_to_the_next_and_notes_nobody(qtbot, page, seated):
    enter(qtbot, page, "maud")
    qtbot.keyClick(page.name_edit, ENTER)
    assert not page.card.isVisible()
    qtbot.keyClick(page.name_edit, ENTER)

    assert counts(page) == [1, 11, 0, 0]


def test_who_is_here_already_is_told_and_nothing_changes(qtbot, page, seated, who, time):
    enter(qtbot, page, "maud")
    before, at = who("Maud"), time.now.astimezone().strftime("%H:%M")
    time.now += timedelta(minutes=20)

    enter(qtbot, page, "maud")

    assert page.card.remark.text().startswith("Maud Le Goff is here already: nothing is noted.")
    assert page.card.state.text() == f"here since {at}"
    assert who("Maud") == before
    assert seated.history.count() == 1


def test_of_two_with_one_name_who_is_here_already_comes_last(qtbot, page, who):
    enter(qtbot, page, "zo")
    first = page.card.rest.text()
    type_text(page.name_edit, "zo")
    assert page.card.rest.text() != first
    assert not page.card.here_button.isHidden()


def test_ctrl_z_says_who_and_takes_them_back(qtbot, page, seated, door, who):
    with qtbot.waitSignal(door.undoable) as told:
        enter(qtbot, page, "łukasz")
    assert told.args[0] == "Łukasz Ødegård is here."
    assert seated.history.undoText() == "arrival of Łukasz Ødegård"

    seated.history.undo()
    assert not who("Łukasz").arrived
    assert counts(page) == [0, 12, 0, 0]
    seated.history.redo()
    assert who("Łukasz").arrived


def test_any_of_the_last_arrivals_is_taken_back_by_mouse(qtbot, page, who):
    for name in ("maud", "jean", "王"):
        enter(qtbot, page, name)
    rows = page.arrivals.list
    assert [row.first for row in rows.rows.rows] == ["王", "Jean-Luc", "Maud"]

    box = rows.visualRect(rows.rows.index(1))
    qtbot.mouseClick(rows.viewport(), LEFT, pos=box.center() + QPoint(box.width() // 2 - 20, 0))

    assert not who("Jean").arrived
    assert [row.first for row in rows.rows.rows] == ["王", "Maud"]


def test_by_mouse_alone_somebody_is_noted(qtbot, page, who):
    rows = page.list
    place = next(n for n, row in enumerate(rows.rows.rows) if row.first == "Jean-Luc")
    index = rows.rows.index(place)
    rows.scrollTo(index)
    qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(index).center())
    assert page.card.name._name == "Jean-Luc"

    qtbot.mouseClick(page.card.here_button, LEFT)

    assert who("Jean").arrived
    assert page.name_edit.hasFocus(), "the keyboard never left the field of names"


def test_hosts_who_are_missing_stand_apart_until_they_are_here(qtbot, page, seated, who):
    hosts = seated.services.cafes.snapshot().plan.hosts
    rows = page.hosts.list.rows
    assert len(rows.rows) == len(hosts) == 3
    assert page.hosts.count.text() == "3 of 3"

    page.hosts.list.setFocus()
    qtbot.keyClick(page.hosts.list, DOWN)
    first = rows.rows[page.hosts.list.currentIndex().row()]
    qtbot.keyClick(page.hosts.list, ENTER)

    assert first.person not in {row.person for row in rows.rows}
    assert page.hosts.count.text() == "2 of 3"
    assert any(seat.is_host for seat in page.card.route.seats)


def test_a_latecomer_is_told_what_is_left_and_has_missed_the_rest(qtbot, page, seated, who):
    seated.services.live.start("talk:1")
    qtbot.waitUntil(lambda: page._presenter.snapshot.over == {0})
    type_text(page.name_edit, "maud")
    assert page.card.remark.text() == "Comes late, and is in time for the rounds 2, 3."
    assert [seat.is_over for seat in page.card.route.seats] == [True, False, False]

    qtbot.keyClick(page.name_edit, ENTER)

    assert who("Maud").present == {1, 2}
    assert not seated.services.cafes.snapshot().is_plan_stale


def test_who_was_there_from_the_start_has_missed_nothing(qtbot, page, seated, who):
    seated.services.live.start("talk:1")
    qtbot.waitUntil(lambda: page._presenter.snapshot.over == {0})
    type_text(page.name_edit, "maud")
    qtbot.mouseClick(page.card.start_button, LEFT)

    assert (who("Maud").arrived, who("Maud").present) == (True, None)


def test_who_does_not_come_can_come_after_all(qtbot, page, who):
    type_text(page.name_edit, "maud")
    qtbot.mouseClick(page.card.away_button, LEFT)
    assert counts(page) == [0, 11, 1, 0]
    assert page.card.here_button.accessibleName() == "Is here after all"

    enter(qtbot, page, "maud")

    assert (who("Maud").arrived, who("Maud").present) == (True, None)
    assert counts(page) == [1, 11, 0, 0]


def test_who_leaves_early_stays_here_until_then(qtbot, page, who):
    enter(qtbot, page, "maud")
    entries = page.card.early_menu.actions()
    assert [each.text() for each in entries] == ["after round 1", "after round 2"]

    entries[0].trigger()

    assert who("Maud").present == {0}
    assert counts(page) == [1, 11, 0, 0]
    assert [seat.table is None for seat in page.card.route.seats] == [False, True, True]


def test_who_has_left_is_told_and_can_be_here_again(qtbot, page, seated, who):
    enter(qtbot, page, "maud")
    qtbot.mouseClick(page.card.away_button, LEFT)
    assert counts(page) == [0, 11, 0, 1]
    enter(qtbot, page, "maud")

    assert counts(page) == [1, 11, 0, 0]
    assert who("Maud").present is None


def test_an_organisation_finds_its_people_behind_those_of_that_name(page):
    type_text(page.name_edit, "atelier pos")
    assert page.card.name._name == "Maud"


@pytest.mark.parametrize("name", NAMES)
def test_hostile_and_foreign_names_are_found_by_two_letters_and_stay_text(page, name):
    type_text(page.name_edit, name.strip("<")[:2])

    assert name in {each.name for each in page._presenter.found}
    texts = [label for label in page.findChildren(QLabel) if "<" in label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in texts)


def test_who_could_not_be_kept_is_told_and_still_typed(qtbot, page, seated, door, monkeypatch):
    def refuse(*_people, **_how):
        raise CannotWrite(path="café.wcafe", reason="no")

    monkeypatch.setattr(seated.services.check_in, "keep", refuse)
    with qtbot.waitSignal(door.failed):
        enter(qtbot, page, "maud")

    assert (page.name_edit.text(), page.card.name._name) == ("maud", "Maud")
    assert counts(page) == [0, 12, 0, 0]
    assert seated.history.count() == 0


def test_escape_clears_and_what_is_typed_elsewhere_lands_in_the_field(qtbot, page):
    type_text(page.name_edit, "xyz")
    qtbot.keyClick(page.name_edit, ENTER)
    qtbot.keyClick(page.name_edit, ESCAPE)
    assert page.name_edit.text() == ""

    page.list.setFocus()
    type_text(page.list, "m")
    assert page.name_edit.text() == "m"
    assert page.name_edit.hasFocus()


def test_what_nobody_is_called_is_written_over_by_the_next_name(qtbot, page, door):
    with qtbot.waitSignal(door.failed):
        enter(qtbot, page, "xyz")
    type_text(page.name_edit, "maud")

    assert page.name_edit.text() == "maud"


def test_it_speaks_french_and_guesses_no_gender(qtbot, door):
    words.use(words_for("fr"), "fr")
    page = DoorPage(door)
    qtbot.addWidget(page)
    page.show()
    enter(qtbot, page, "maud")

    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert page.band.here.caption.text() == "là"
    assert page.card.state.text().startswith("là depuis ")
    assert "·e" not in said
    words.use(words_for("en"), "en")


LETTERS = st.sampled_from(
    [*NAMES, "Anne-Marie L’Hostis", "Smith Or", "Ou Yang", "Straße", "İpek Ağa"]
)
FORMS = st.sampled_from([fold, str.lower, str.upper, lambda name: name, str.casefold])


@given(name=LETTERS, form=FORMS, apostrophe=st.sampled_from("'’ʼ`"), hyphen=st.sampled_from("-‐– "))
def test_any_folding_of_the_letters_of_a_name_finds_it(name, form, apostrophe, hyphen):
    typed = name.replace("'", "’").replace("’", apostrophe).replace("-", hyphen)
    guest = person(name)
    others = [person("Aaron Quux"), guest]

    found = find_guests(others, {each.id: Presence.EXPECTED for each in others}, form(typed))

    assert found[:1] == (guest,)
    assert found == (guest,), "and nobody else"
