"""The main window: the side bar, and the pages beside it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from wcafe.errors import WcafeError
from wcafe.services.changes import Changed
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.dropping import CAFES, LISTS, find_dropped
from wcafe.ui.widgets.parts import Page
from wcafe.ui.window.laptops import say_desks
from wcafe.ui.window.leaving import may_leave, phones_in, say_station
from wcafe.ui.window.pages import Pages
from wcafe.ui.window.saved_line import SavedLine
from wcafe.ui.window.side_bar import SideBar
from wcafe.ui.window.workspaces import Aside, Shown, Workspace, name_of, steps

SMALLEST = (720, 420)
_UNFOLDED = 1180  # pixels of a window in which the side bar shows words beside its signs


class MainWindow(QMainWindow):
    """One café on the desk.

    Signals:
        closing: said once, before anything is taken down.
        dropped: the path of a café that was dropped anywhere on the window.
        window_asked: a workspace is to be shown in a window of its own too.
    """

    closing = Signal()
    dropped = Signal(object)
    window_asked = Signal(object)

    def __init__(self, desk: DeskCafe, presenter_of: Callable[[Shown], Presenter]) -> None:
        super().__init__()
        self._desk = desk
        self.side = SideBar([name_of(workspace) for workspace in Workspace])
        self.pages = Pages(desk, presenter_of)
        self.foot, self.tell = self.pages.foot, self.pages.tell
        self.saved_line = SavedLine(desk, self.side, self.tell, self.pages.all, self)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)

        self._is_closed = False
        self._look_again = QTimer(self)  # in a turn of its own, after the page that is shown
        self._look_again.setSingleShot(True)
        self._look_again.timeout.connect(self.show_state)
        self.side.chosen.connect(self._on_chosen)
        self.side.window_asked.connect(self._on_window_asked)
        self.pages.asked.connect(self.go)
        desk.bus.changed.connect(self._on_changed)
        self.show_state()

    # What is shown

    @property
    def here(self) -> Workspace:
        """The workspace on screen."""
        here = self.pages.here
        assert isinstance(here, Workspace)  # nothing else is ever shown here
        return here

    def page(self, workspace: Workspace) -> Page:
        """Return the page of `workspace`, made when first asked for."""
        return self.pages.page(workspace)

    def go(self, workspace: Shown, place: object | None = None) -> None:
        """Show `workspace`, at a `place` of it if one is said, and put the keyboard there.

        What is never in this window is asked for in one of its own.
        """
        if isinstance(workspace, Aside):
            self.window_asked.emit(workspace)
            return
        self.pages.turn_to(workspace, place)
        if self._desk.services.elsewhere is not None:
            self._desk.services.elsewhere.say_at(workspace)
        self.side.show_chosen(self.here.place)

    def show_state(self) -> None:
        """Show how far each step is and what stands on disk."""
        services = self._desk.services
        try:
            snapshot = services.cafes.snapshot()
            phones = phones_in(services)
        except WcafeError as error:
            self.show_failure(error)
            return
        self.setWindowTitle(f"{snapshot.cafe.title} – wcafe")
        self.side.show_steps(steps(snapshot))
        self.side.show_station("" if phones is None else say_station(phones))
        self.side.show_desks(*say_desks(services.elsewhere))
        self.saved_line.show()

    def show_failure(self, error: WcafeError) -> None:
        self.tell.show_failure(error)

    def retire(self) -> None:
        """Make room for another window: show nothing more of this café and go."""
        self._look_again.stop()
        self.saved_line.retire()
        self._desk.bus.changed.disconnect(self._on_changed)
        self.pages.retire()
        self.hide()
        self.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.fold(is_folded=event.size().width() < _UNFOLDED)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_closed and not may_leave(self._desk.services, self):
            event.ignore()
            return
        if not self._is_closed:
            self._is_closed = True
            self.pages.keep_typed()
            self._look_again.stop()
            self.pages.let_go()
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

    def _on_window_asked(self, place: int) -> None:
        self.window_asked.emit(list(Workspace)[place])

    def _on_changed(self, _changed: Changed) -> None:
        self._look_again.start()

    def focus_next_part(self) -> None:
        """Move between side bar and page, as F6 does in most programs."""
        inside = self.side.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if inside:
            self.page(self.here).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.side.steps[self.here.place].setFocus(Qt.FocusReason.ShortcutFocusReason)
