"""The notes beside the statements, where there are many."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.ui.synthesis.coverage import Source
from wcafe.ui.synthesis.notes_in_sight import NotesInSight


def source(number):
    kept = Note(
        id=NoteId(f"note-{number}"), table=0, round=0, kind=Kind.IDEA, text=f"Note {number}", rev=1
    )
    return Source(note=kept, label=f"T1·R1·#{number}")


def test_a_note_is_marked_far_below_and_the_list_stays_where_it_is(qtbot):
    view = NotesInSight()
    qtbot.addWidget(view)
    view.resize(400, 500)
    rows = [source(number) for number in range(600)]
    view.show_rows(rows)
    view.show()
    qtbot.waitExposed(view)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: view.visualRect(view.notes.index(599)).isValid())
    qtbot.waitUntil(lambda: bar.maximum() > 580 * view.visualRect(view.notes.index(0)).height())
    bar.setValue(bar.maximum() - 500)
    value = bar.value()

    rows[590] = replace(rows[590], is_marked=True)
    view.show_rows(rows)
    QApplication.processEvents()
    assert bar.value() == value
    view.resize(399, 500)
    QApplication.processEvents()
    assert bar.value() == value
