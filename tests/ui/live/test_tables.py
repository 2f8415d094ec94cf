"""The tables in Run: who has written nothing yet, and the way to their notes."""

from dataclasses import replace

from PySide6.QtCore import Qt

from tests.ui.live.hands import NASTY, centre, pass_by
from wcafe.domain.kinds import Kind

LEFT = Qt.MouseButton.LeftButton


def test_tables_without_a_note_in_this_round_are_named(qtbot, page, presenter, desk):
    presenter.go_to("harvest:1")
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


def silent(page):
    return [row.table for row in page.tables.list.rows.rows if row.is_silent]


def test_while_people_talk_no_table_is_marked(page, presenter, time):
    presenter.go_to("talk:1")
    assert silent(page) == []
    assert "People are talking" in page.tables.sentence.text()

    pass_by(presenter, time, 19 * 60)
    assert silent(page) == []
    presenter.next()
    assert silent(page) == [0, 1, 2]
    presenter.next()
    assert presenter.moment.step.key == "move:1"
    assert silent(page) == [0, 1, 2], "there is still time to ask them"
    presenter.next()
    assert silent(page) == []


def test_in_a_round_without_a_harvest_notes_are_due_in_the_last_five_minutes(
    page, presenter, desk, time
):
    cafe = desk.services.cafes.get()
    rounds = tuple(replace(each, harvest=0) for each in cafe.rounds)
    desk.services.cafes.save(replace(cafe, rounds=rounds))
    presenter.reload()
    presenter.go_to("talk:1")

    pass_by(presenter, time, 14 * 60)
    assert silent(page) == []
    pass_by(presenter, time, 2 * 60)
    assert silent(page) == [0, 1, 2]


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
