"""Four windows of a real desk that do what was recorded, and say after each edit that all show it.

Run as a program: `python -m tests.trust.four_windows CAFE SETTINGS STEPS FIRST MANNER`. Each line
it writes is the number of a step with the seconds until every window showed it, by the clock and
of computing. A `manner` is honest, or a wrong build: deaf, or early.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.trust.recorded_hands import (
    GROUPER,
    HEADLINES,
    SECOND_SCRIBE,
    Harvest,
    Said,
    after,
    between,
    recorded,
)
from wcafe.doors import doors
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.presenter import Presenter
from wcafe.ui.settings import Settings
from wcafe.ui.synthesis.coverage import About
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.start import make_app
from wcafe.ui.window.workspaces import Workspace

HALF = "Half a thought that nobody disturbs"
PATIENCE = 60.0  # seconds until it counts as never shown; a wrong build is given less


class Hands:
    """Four people, each at a window: two scribes, one who groups, one who writes headlines."""

    def __init__(self, desk, patience):
        self._desk = desk
        self._patience = patience
        main = desk.window
        main.go(Workspace.NOTES)
        is_again = bool(desk.own_windows.windows)  # they are there again after the last end
        if not is_again:
            for workspace in (Workspace.NOTES, Workspace.NOTES, Workspace.SYNTHESIS):
                desk.open_window(workspace, main)
            desk.own_windows.windows[1].page.show_view(1)
        self.windows = [main, *desk.own_windows.windows]
        self.pages = [window.pages.page(window.pages.here) for window in self.windows]
        assert [page.view for page in self.pages] == [0, 0, 1, 0]
        if is_again:
            assert self._half.toPlainText() == HALF
        else:
            self._half.setPlainText(HALF)
            self.pages[GROUPER].capture.keep_typed()

    @property
    def _half(self):
        return self.pages[GROUPER].capture.text_edit

    # What is seen

    def show(self, wanted, but=()):
        """Wait until every window shows what is `wanted`; return whether they do.

        Not those of the hands in `but`, in which that very note is being edited.
        """
        until = time.perf_counter() + self._patience
        waiting = set(range(4)) - set(but)
        while waiting := {hand for hand in waiting if not self._shows(hand, wanted)}:
            if time.perf_counter() > until:
                return False
            QApplication.processEvents()
            time.sleep(0.001)
        assert self._half.toPlainText() == HALF
        return True

    def _shows(self, hand, wanted):
        if hand == HEADLINES:
            return self._themes_shown() == {
                **{name: wanted.under(name) for name in wanted.themes},
                "To sort": wanted.under(""),
            }
        lists = [self.pages[hand].list]
        if hand == GROUPER:
            *themes, unsorted = self.pages[hand].columns.columns
            lists = [column.list for column in (*themes, unsorted)]
            named = {column.name.text().split(". ", 1)[1] for column in themes}
            if named != wanted.themes:
                return False
        rows = [row for view in lists for row in view.notes.rows if isinstance(row, Filed)]
        shown = frozenset(map(_said, rows))
        return len(rows) == len(shown) and shown == wanted.notes

    def _themes_shown(self):
        themes = self.pages[HEADLINES].themes
        to_sort = int(themes.forget.counts[About.UNSORTED].text())
        rows = [row for row in themes.list.themes.rows if row.name]
        return {"To sort": to_sort, **{row.name: row.notes for row in rows}}

    # What is done

    def do(self, step):
        """Do `step`, or the first half of it."""
        page = self.pages[step.hand]
        do = getattr(self, "_" + step.what.replace(" ", "_").removesuffix("_and_undo"))
        do(step, page)

    def finish(self, step):
        """Do the second half of a `step` that is two, in the same window."""
        if step.what == "both edit":
            self._enter_second()
        else:
            self.windows[step.hand].pages.undo()

    def mend(self, step, before):
        """Do by hand what is left of a `step` in the middle of which the program was killed."""
        page = self.pages[step.hand]
        if step.what == "type and undo":
            page._presenter.delete([self._note(page, step.text)])
        elif step.what == "edit and undo":
            page._presenter.reword(self._note(page, step.words), step.text)
        elif step.what == "file and undo":
            theme = self._theme(page, before.of(step.text).theme)
            page._presenter.sorting.file([self._note(page, step.text).id], theme)
        else:
            note = self._note(page, step.words)
            self._write(page, f"{step.words}, the other hand", note.table, note.round)

    def _note(self, page, text):
        return next(each.note for each in page._presenter.filed if each.note.text == text)

    def _theme(self, page, name):
        return next((t.id for t in page._presenter.sorting.themes if t.name == name), None)

    def _type(self, step, page):
        self._write(page, step.text, step.table, step.round)

    def _write(self, page, text, table, round_):
        page.capture.go_to(table, round_)
        field = page.capture.text_edit
        if field.toPlainText() != text:  # else it stands there since before the kill
            field.clear()
            QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _open_editor(self, page, text, words):
        lists = [page.list] if page.view == 0 else [c.list for c in page.columns.columns]
        note = self._note(page, text)
        view = next(each for each in lists if each.notes.row_of(note.id) is not None)
        view.setCurrentIndex(view.notes.index(view.notes.row_of(note.id)))
        view.edit_current()
        view.cards.editor.setPlainText(words)
        return view.cards.editor

    def _edit(self, step, page):
        editor = self._open_editor(page, step.text, step.words)
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def _both_edit(self, step, page):
        """Two hands edit the same note at once; the second one is not ready yet."""
        other = self.pages[SECOND_SCRIBE]
        editor = self._open_editor(page, step.text, step.words)
        self._words = f"{step.words}, the other hand"
        self._second = self._open_editor(other, step.text, self._words)
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def _enter_second(self):
        assert self._second.toPlainText() == self._words
        QTest.keyClick(self._second, Qt.Key.Key_Return)

    def _move(self, step, page):
        page._presenter.placing.to_table([self._note(page, step.text)], step.table)

    def _delete(self, step, page):
        view, note = page.list, self._note(page, step.text)
        view.setCurrentIndex(view.notes.index(view.notes.row_of(note.id)))
        QTest.keyClick(view, Qt.Key.Key_Delete)

    def _lone(self, step, page):
        page._presenter.facts.mark_lone([self._note(page, step.text)])

    def _join(self, step, page):
        notes = [self._note(page, text) for text in (step.text, step.words)]
        page._presenter.steps.join(notes)

    def _file(self, step, page):
        note = self._note(page, step.text)
        page._presenter.sorting.file([note.id], self._theme(page, step.theme))

    def _file_anew(self, step, page):
        page._presenter.sorting.file_under_new([self._note(page, step.text).id], step.theme)

    def _name(self, step, page):
        page._presenter.add_theme(step.theme)

    def _rename(self, step, page):
        page._presenter.rename(self._theme(page, step.theme), step.words)


def _said(row):
    note = row.note
    return Said(
        text=note.text,
        table=note.table,
        round=note.round,
        theme=row.theme_name,
        is_lone=note.is_lone,
    )


def kept(services):
    """Return what stands in the café's file."""
    themes = services.synthesis.themes()
    homes = {note: theme.name for theme in themes for note in theme.notes}
    notes = services.notes.all()
    said = frozenset(
        Said(
            text=note.text,
            table=note.table,
            round=note.round,
            theme=homes.get(note.id, ""),
            is_lone=note.is_lone,
        )
        for note in notes
    )
    assert len(said) == len(notes), "something is there twice"
    return Harvest(said, frozenset(theme.name for theme in themes))


def perform(hands, services, step, before):
    """Do what is not done of `step`; return whether every window showed all of it."""
    middle, wanted = between(step, before), after(step, before)
    stands = kept(services)
    if stands == before:
        hands.do(step)
        if middle is None:
            return hands.show(wanted)
        if not hands.show(middle, [SECOND_SCRIBE] if step.what == "both edit" else []):
            return False
        hands.finish(step)
    elif stands != wanted:
        assert stands == middle, (step, stands.notes ^ (middle or before).notes)
        if not hands.show(middle):
            return False
        hands.mend(step, before)
    return hands.show(wanted)


def main(path, settings, steps, first, manner):
    app = make_app()
    if manner == "deaf":
        Presenter._on_changed = lambda _presenter, _changed: None
    desk = Desk(doors(), Settings(QSettings(settings, QSettings.Format.IniFormat)))
    desk.start(Path(path))
    hands = Hands(desk, 2.0 if manner == "deaf" else PATIENCE)
    for _turn in range(5):  # what was half edited is kept now
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()
    for number, (step, before) in list(enumerate(recorded(steps)[0]))[first:]:
        if manner == "early":
            print(number, 0, 0, flush=True)
        begun, computed = time.perf_counter(), time.process_time()
        is_shown = perform(hands, desk.cafe.services, step, before)
        seconds = time.perf_counter() - begun, time.process_time() - computed
        if not is_shown:
            print(f"not shown everywhere: {step}", file=sys.stderr)
            print("unseen", flush=True)
            break
        if manner != "early":
            print(number, *seconds, flush=True)
    desk.close()


if __name__ == "__main__":
    cafe, kept_in, steps, first, manner = sys.argv[1:]
    main(cafe, kept_in, int(steps), int(first), manner)
