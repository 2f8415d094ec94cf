"""The window: side bar, pages, what is being told, and the menus."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wcafe.errors import BadTheme, EmptyNote, WcafeError
from wcafe.services.changes import Changed
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.dropping import CAFES, LISTS, find_dropped
from wcafe.ui.widgets.parts import Page
from wcafe.ui.window.foot import Foot
from wcafe.ui.window.saved_line import SavedLine
from wcafe.ui.window.side_bar import SideBar
from wcafe.ui.window.tell import Voice
from wcafe.ui.window.workspaces import Workspace, make_page, name_of, steps
from wcafe.ui.words import _

SMALLEST = (720, 420)
_UNFOLDED = 1180  # pixels of a window in which the side bar shows words beside its signs


class MainWindow(QMainWindow):
    """One café on the desk.

    Signals:
        closing: said once, before anything is taken down.
        dropped: the path of a café that was dropped anywhere on the window.
    """

    closing = Signal()
    dropped = Signal(object)

    def __init__(self, desk: DeskCafe, presenter_of: Callable[[Workspace], Presenter]) -> None:
        super().__init__()
        self._desk = desk
        self._presenter_of = presenter_of
        self._pages: dict[Workspace, Page] = {}
        self.side = SideBar([name_of(workspace) for workspace in Workspace])
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self.foot = Foot(desk.tasks)
        self.tell = self.foot.tell
        self.saved_line = SavedLine(desk, self.side, self.tell, self._pages.values, self)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.foot)
        row.addWidget(self.side)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)

        self._is_closed = False
        self._look_again = QTimer(self)  # in a turn of its own, after the page that is shown
        self._look_again.setSingleShot(True)
        self._look_again.timeout.connect(self.show_state)
        self.side.chosen.connect(self._on_chosen)
        desk.bus.changed.connect(self._on_changed)
        desk.history.indexChanged.connect(self._on_history)
        self.show_state()

    # What is shown

    @property
    def here(self) -> Workspace:
        """The workspace on screen."""
        return next(key for key, page in self._pages.items() if page is self._stack.currentWidget())

    def page(self, workspace: Workspace) -> Page:
        """Return the page of `workspace`, made when first asked for."""
        if workspace not in self._pages:
            presenter = self._presenter_of(workspace)
            page = make_page(workspace, presenter, self._stack)
            voice = Voice(self.tell, workspace, name_of(workspace), self._desk.saving, page)
            presenter.failed.connect(voice.show_failure)
            presenter.told.connect(self.tell.done)
            presenter.warned.connect(voice.warn)
            presenter.resolved.connect(self.tell.dismiss_resolved)
            presenter.undoable.connect(self._on_undoable)
            page.page_asked.connect(self._on_page_asked)
            page.place_asked.connect(self._on_place_asked)
            page.file_written.connect(self._on_file_written)
            self._pages[workspace] = page
            self._stack.addWidget(page)
        return self._pages[workspace]

    def go(self, workspace: Workspace, place: object | None = None) -> None:
        """Show `workspace`, at a `place` of it if one is said, and put the keyboard there."""
        if self._pages:
            if self.here is not workspace:
                self.tell.dismiss_resolved(EmptyNote, BadTheme)
            self._pages[self.here].keep_typed()
        try:
            page = self.page(workspace)
        except WcafeError as error:
            if not self._pages:
                raise  # no window can be shown of this café
            self.show_failure(error)
            self.side.show_chosen(self.here.place)
            return
        self._stack.setCurrentWidget(page)
        self.tell.turn_to(workspace)
        self.side.show_chosen(workspace.place)
        if place is not None:
            page.show_place(place)
        page.take_focus()

    def keep_typed(self) -> None:
        """Keep what is typed on any page and not yet kept."""
        for page in self._pages.values():
            page.keep_typed()

    def drafts(self) -> dict[Workspace, dict[str, str]]:
        """Return what is typed on the pages and is not part of the café yet."""
        typed = {
            workspace: {name: field.text() for name, field in page.drafts().items() if field.text()}
            for workspace, page in self._pages.items()
        }
        return {workspace: words for workspace, words in typed.items() if words}

    def take_over(self, drafts: Mapping[Workspace, Mapping[str, str]]) -> None:
        """Hold what was typed in the window before this one."""
        for workspace, words in drafts.items():
            fields = self.page(workspace).drafts()
            for name, text in words.items():
                fields[name].setText(text)

    def show_state(self) -> None:
        """Show how far each step is and what stands on disk."""
        try:
            snapshot = self._desk.services.cafes.snapshot()
        except WcafeError as error:
            self.show_failure(error)
            return
        self.setWindowTitle(f"{snapshot.cafe.title} – wcafe")
        self.side.show_steps(steps(snapshot))
        self.saved_line.show()

    def show_failure(self, error: WcafeError) -> None:
        self.tell.show_failure(error)

    def retire(self) -> None:
        """Make room for another window: show nothing more of this café and go."""
        self._look_again.stop()
        self.saved_line.retire()
        self._desk.bus.changed.disconnect(self._on_changed)
        self._desk.history.indexChanged.disconnect(self._on_history)
        for page in self._pages.values():
            page.retire()
        self.hide()
        self.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.fold(is_folded=event.size().width() < _UNFOLDED)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_closed:
            self._is_closed = True
            self.keep_typed()
            self._look_again.stop()
            for page in self._pages.values():
                page.retire()
            self.closing.emit()
        super().closeEvent(event)

    # Files that are dropped where no page takes them

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if find_dropped(event, CAFES | LISTS) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        path = find_dropped(event, CAFES | LISTS)
        if path is None:
            event.ignore()
            return
        event.acceptProposedAction()
        # not now: the computer waits for the end of the drop, and the window may be replaced
        QTimer.singleShot(0, self, lambda: self._take_in(path))

    def _take_in(self, path: Path) -> None:
        if path.suffix.lower() in CAFES:
            self.dropped.emit(path)
        else:
            self.go(Workspace.PEOPLE)
            self.page(Workspace.PEOPLE).take_list(path)  # type: ignore[attr-defined]  # PeoplePage has it

    # What happens

    def _on_chosen(self, place: int) -> None:
        self.go(list(Workspace)[place])

    def _on_page_asked(self, key: str) -> None:
        self.go(Workspace(key))

    def _on_place_asked(self, key: str, place: object) -> None:
        self.go(Workspace(key), place)

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
        history = self._desk.history
        at = history.index()
        self.tell.done(sentence, _("Undo"), history.undo, holds=lambda: history.index() == at)

    def _on_history(self) -> None:
        self.tell.look_again()

    def _on_changed(self, _changed: Changed) -> None:
        self._look_again.start()

    def actions_with_keys(self) -> list[QAction]:
        """Return every menu entry that has a short cut, in the order of the menus."""
        menus = [action.menu() for action in self.menuBar().actions()]
        entries = [action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()]
        return [action for action in entries if action.shortcuts()]

    def focus_next_part(self) -> None:
        """Move between side bar and page, as F6 does in most programs."""
        inside = self.side.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if inside:
            self._pages[self.here].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.side.steps[self.here.place].setFocus(Qt.FocusReason.ShortcutFocusReason)
