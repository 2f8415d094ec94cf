"""All that a note has said: who, when, what changed; and the way back to any of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.ui.notes.hands import choose
from wcafe.domain.kinds import Kind
from wcafe.domain.note_history import Fate
from wcafe.services.note_keeping import COMMAND_LINE
from wcafe.ui.notes.history import say_way, say_when
from wcafe.ui.notes.history_dialog import HistoryDialog
from wcafe.ui.widgets.marked_text import MarkedText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


@pytest.fixture
def open_history(qtbot, listed):
    def open_for(note):
        choose(listed.list, note)
        qtbot.keyClick(listed.list, Qt.Key.Key_H)
        return listed.page.findChild(HistoryDialog)

    return open_for


def change(opened, note, **facts):
    return opened.notes.put(replace(opened.notes.get(note.id), **facts), base=note.rev)


def test_every_revision_is_told_newest_first_with_what_changed_in_words(
    listed, opened, time, open_history
):
    note = listed.notes[0]
    time.now += timedelta(minutes=5)
    note = change(opened, note, text="Thought 0 of a street", votes=4)
    note = change(opened, note, votes=9, table=1)
    note = change(opened, note, votes=None, withheld="too <b>private</b>", is_lone=True)
    note = opened.notes.delete(note.id, base=note.rev)
    note = opened.notes.put(replace(note, is_deleted=False), base=note.rev)
    listed.presenter.reload()

    past = open_history(note).history.read()

    assert [each.told for each in past] == [
        ("Restored",),
        ("Deleted",),
        ("Marked as a lone voice", "Dots: 9 → nothing", "Withheld: too <b>private</b>"),
        ("Moved from table 1 to table 2", "Dots: 4 → 9"),
        ("Dots: 4",),
        (),
    ]
    assert [(p.text, p.fate) for p in past[4].words if p.fate is not Fate.STAYS] == [
        ("café", Fate.GONE),
        ("street", Fate.NEW),
    ]
    assert past[0].way == "at the desk"
    assert past[-1].way == "by the command line"
    assert past[0].when != past[-1].when
    assert [each.is_newest for each in past] == [True, False, False, False, False, False]


def test_back_to_this_is_one_step_that_undo_takes_back(listed, opened, desk, open_history):
    note = listed.notes[0]
    first = note
    note = change(opened, note, text="Said anew", votes=4, kind=Kind.ACTION, who="Zoé")
    listed.presenter.reload()
    dialog = open_history(note)

    dialog.back_buttons[-1].click()

    assert opened.notes.get(note.id).said == first.said
    assert len(dialog.history.read()) == 3
    desk.history.undo()
    assert opened.notes.get(note.id).said == note.said


def test_back_to_a_table_that_is_gone_is_told_in_the_window(listed, opened, open_history):
    note = listed.notes[2]
    assert note.table == 2
    note = change(opened, note, table=0)
    for other in listed.notes:
        if other.table == 2 and other.id != note.id:
            opened.notes.delete(other.id, base=other.rev)
    cafe = opened.cafes.get()
    opened.cafes.save(replace(cafe, tables=cafe.tables[:2]))
    listed.presenter.reload()
    dialog = open_history(note)

    dialog.back_buttons[-1].click()

    assert dialog.told.isVisible()
    assert "2 tables" in dialog.told.text() or "table 3" in dialog.told.text()
    assert opened.notes.get(note.id).table == 0


def test_changed_words_are_struck_out_or_underlined_and_never_markup(listed, opened, open_history):
    note = change(opened, listed.notes[0], text="Thought <i>0</i> of a café & more")
    listed.presenter.reload()

    texts = [label.text() for label in open_history(note).findChildren(MarkedText)]

    assert "&lt;" in texts[0]
    assert "<u " in texts[0]
    assert "<i>" not in texts[0]


def two_versions(opened, note):
    """Two people change the same words: the second one stands beside the first."""
    opened.notes.put(replace(note, text="One says"), base=note.rev)
    return opened.notes.put(replace(note, text="Two says"), base=note.rev)


def test_two_versions_stand_side_by_side_and_one_is_kept(listed, opened, desk, open_history):
    note = listed.notes[0]
    second = two_versions(opened, note)
    assert second.conflict_of == note.id
    listed.presenter.reload()
    dialog = open_history(note)
    assert dialog.versions.isVisible()

    dialog.keep_buttons[1].click()

    assert opened.notes.get(note.id).text == "Two says"
    assert opened.notes.get(second.id).is_deleted
    assert not dialog.versions.isVisible()
    desk.history.undo()
    assert opened.notes.get(note.id).text == "One says"
    assert not opened.notes.get(second.id).is_deleted


def test_the_first_version_is_kept_where_it_is_chosen(listed, opened, open_history):
    note = listed.notes[0]
    second = two_versions(opened, note)
    listed.presenter.reload()
    dialog = open_history(second)

    dialog.keep_buttons[0].click()

    assert opened.notes.get(note.id).text == "One says"
    assert opened.notes.get(second.id).is_deleted


def test_both_versions_are_kept_as_notes_of_their_own(listed, opened, desk, open_history):
    note = listed.notes[0]
    second = two_versions(opened, note)
    opened.synthesis.name_theme("Green", notes=(second.id,))
    listed.presenter.reload()

    open_history(note).both_button.click()

    own = next(each for each in opened.notes.all() if each.text == "Two says")
    assert own.conflict_of is None
    assert own.id in opened.synthesis.themes()[0].notes
    assert opened.notes.get(note.id).text == "One says"
    desk.history.undo()
    assert opened.notes.get(second.id).text == "Two says"
    assert not opened.notes.get(second.id).is_deleted


def test_when_and_how_are_said_as_people_say_it():
    assert "2026" in say_when("2026-11-26T14:30:00+00:00")
    assert say_way(COMMAND_LINE) == "by the command line"
    assert say_way("Zoé's phone") == "by phone: Zoé's phone"
