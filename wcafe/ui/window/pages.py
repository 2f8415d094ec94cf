"""The pages of one window, one at a time, and below them the strip in which they speak."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wcafe.errors import BadTheme, EmptyNote, WcafeError
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page
from wcafe.ui.window.foot import Foot
from wcafe.ui.window.tell import Voice
from wcafe.ui.window.workspaces import Shown, make_page, name_of, shown_as
from wcafe.ui.words import _

Typed = Mapping[Shown, Mapping[str, str]]
"""What is typed on pages and is not part of the café yet, by the names of fields."""


class Pages(QWidget):
    """What a window shows of the café on the desk, and its undo, whose outcome is told here.

    Args:
        desk: the café, as this window has it.
        presenter_of: returns the presenter of a workspace.

    Signals:
        asked: a page leads to a workspace, and to a place there or None.
    """

    asked = Signal(object, object)

    def __init__(self, desk: DeskCafe, presenter_of: Callable[[Shown], Presenter]) -> None:
        super().__init__()
        self._desk = desk
        self._presenter_of = presenter_of
        self._pages: dict[Shown, Page] = {}
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self.foot = Foot(desk.tasks)
        self.tell = self.foot.tell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        desk.history.indexChanged.connect(self._on_history)

    @property
    def here(self) -> Shown:
        """The workspace on screen."""
        return next(key for key, page in self._pages.items() if page is self._stack.currentWidget())

    def all(self) -> tuple[Page, ...]:
        """Return the pages that were made."""
        return tuple(self._pages.values())

    def page(self, workspace: Shown) -> Page:
        """Return the page of `workspace`, made when first asked for."""
        if workspace not in self._pages:
            presenter = self._presenter_of(workspace)
            page = make_page(workspace, presenter, self._stack)
            home = partial(_home_of, workspace, page)
            voice = Voice(self.tell, home, name_of(workspace), self._desk.saving, page)
            presenter.failed.connect(voice.show_failure)
            presenter.told.connect(self.tell.done)
            presenter.warned.connect(voice.warn)
            presenter.resolved.connect(self.tell.dismiss_resolved)
            presenter.undoable.connect(self._on_undoable)
            page.page_asked.connect(self._on_page_asked)
            page.place_asked.connect(self._on_place_asked)
            page.file_written.connect(self._on_file_written)
            page.undoable_told.connect(self._tell_while_last)
            page.replaced_told.connect(self._on_undoable)
            page.view_changed.connect(partial(self._on_view_changed, workspace))
            self._pages[workspace] = page
            self._stack.addWidget(page)
        return self._pages[workspace]

    def turn_to(self, workspace: Shown, place: object | None = None) -> bool:
        """Show `workspace`, at a `place` of it if one is said; return whether it can be shown.

        Raises:
            WcafeError: it cannot, and no other is shown either.
        """
        if self._pages:
            if self.here is not workspace:
                self.tell.dismiss_resolved(EmptyNote, BadTheme)
            self._pages[self.here].keep_typed()
        try:
            page = self.page(workspace)
        except WcafeError as error:
            if not self._pages:
                raise
            self.tell.show_failure(error)
            return False
        self._stack.setCurrentWidget(page)
        self.tell.turn_to(_home_of(workspace, page))
        if place is not None:
            page.show_place(place)
        page.take_focus()
        return True

    # What is typed

    def keep_typed(self) -> None:
        """Keep what is typed on any page and not yet kept."""
        for page in self._pages.values():
            page.keep_typed()

    def drafts(self) -> dict[Shown, dict[str, str]]:
        """Return what is typed on the pages and is not part of the café yet."""
        typed = {
            workspace: {name: field.text() for name, field in page.drafts().items() if field.text()}
            for workspace, page in self._pages.items()
        }
        return {workspace: words for workspace, words in typed.items() if words}

    def take_over(self, drafts: Typed) -> None:
        """Hold what was typed in the window before this one."""
        for workspace, words in drafts.items():
            fields = self.page(workspace).drafts()
            for name, text in words.items():
                fields[name].setText(text)

    # Undo

    def undo(self) -> None:
        """Take back the last edit of this window, and say which."""
        history = self._desk.history
        self._turn(_("Undone: {what}"), history.undoText(), history.undo)

    def redo(self) -> None:
        """Do again what was taken back last, and say so."""
        history = self._desk.history
        self._turn(_("Done again: {what}"), history.redoText(), history.redo)

    def _turn(self, words: str, what: str, turn: Callable[[], object]) -> None:
        history = self._desk.history
        edits, at = history.count(), history.index()
        turn()
        if history.count() == edits and history.index() != at:  # an edit that failed is gone
            self.tell.done(words.format(what=what))

    # The end

    def let_go(self) -> None:
        """Close windows of the pages' own: their window goes away."""
        for page in self._pages.values():
            page.retire()

    def retire(self) -> None:
        """The same, and hear nothing more: another window shows this café."""
        self._desk.history.indexChanged.disconnect(self._on_history)
        self.let_go()

    # What happens

    def _on_page_asked(self, key: str) -> None:
        self.asked.emit(shown_as(key), None)

    def _on_place_asked(self, key: str, place: object) -> None:
        self.asked.emit(shown_as(key), place)

    def _on_view_changed(self, workspace: Shown) -> None:
        if self._pages and self.here is workspace:
            self.tell.turn_to(_home_of(workspace, self._pages[workspace]))

    def _on_file_written(self, path: Path, remark: str) -> None:
        """Say that a file is written and what to know about it, and offer its folder."""
        from wcafe.ui.press import open_folder

        words = _("Written: {file}").format(file=path)
        self.tell.done(
            "\n".join(filter(None, (words, remark))),
            _("Open the folder"),
            lambda: open_folder(path),
        )

    def _on_undoable(self, sentence: str) -> None:
        """Say what was taken away; as long as nothing else was done, Undo stands beside it."""
        self._tell_while_last(sentence, _("Undo"), self._desk.history.undo)

    def _tell_while_last(self, sentence: str, offer: str, offered: Callable[[], object]) -> None:
        """Say what was done, with an offer, as long as nothing else was and it is not undone."""
        history = self._desk.history
        at = history.index()
        self.tell.done(sentence, offer, offered, holds=lambda: history.index() == at)

    def _on_history(self) -> None:
        self.tell.look_again()


def _home_of(workspace: Shown, page: Page) -> Hashable:
    """Return where an error belongs that is met on `page` now."""
    return workspace, page.error_place
