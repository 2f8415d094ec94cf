"""The windows beside the main one: who has which workspace, and how they come back."""

import json
from dataclasses import replace
from functools import partial
from itertools import count
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from wcafe.errors import WcafeError
from wcafe.services.changes import Changed
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.tasks import Tasks
from wcafe.ui.undo import History
from wcafe.ui.window.main_window import MainWindow
from wcafe.ui.window.opening import first_size
from wcafe.ui.window.own.window import OwnWindow, raise_window
from wcafe.ui.window.workspaces import Aside, Shown, Workspace, make_presenter, shown_as

_ASIDE = 32  # pixels by which a new window stands beside the one it comes from


class Forgetting(QObject):
    """Lets the undo of one window forget what another window has changed since.

    So nobody takes back what somebody else did: what can be undone is what this window did and
    nobody has touched. Presenters do the same for what comes from elsewhere.
    """

    def __init__(self, desk: DeskCafe, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.bus.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        by = changed.by
        if isinstance(by, Presenter) and by.desk is not self._desk:
            self._desk.history.forget(changed)


class Beside:
    """One window beside the main one, with what is its own of the café."""

    def __init__(self, workspace: Shown, number: int, cafe: DeskCafe, parent: QObject) -> None:
        self.workspace, self.number = workspace, number
        self.desk = replace(
            cafe,
            history=History(parent),
            tasks=Tasks(parent, wait_until_told=cafe.services.wait_until_told),
            window=str(number) if workspace in set(Workspace) else workspace.name.lower(),
        )
        self._forgetting = Forgetting(self.desk, parent)
        self.presenter = make_presenter(workspace, self.desk, parent)
        self.window = self.make_window()

    @property
    def key(self) -> str:
        """Where this computer remembers the window's place."""
        return f"window:{self.workspace}:{self.number}"

    def make_window(self) -> OwnWindow:
        return OwnWindow(self.desk, self.workspace, lambda _workspace: self.presenter)

    def put_away(self) -> None:
        """Keep what is typed, wait for work under way, and go."""
        self.window.pages.keep_typed()
        self.desk.settings.keep_bytes(self.key, self.window.saveGeometry())
        self.window.retire()
        self.desk.tasks.close()
        self.desk.history.blockSignals(True)  # it empties itself, and nobody is left to hear
        for part in (self.presenter, self._forgetting, self.desk.history, self.desk.tasks):
            part.deleteLater()


class OwnDesk(Protocol):
    """What these windows ask of the desk."""

    def fail(self, error: WcafeError) -> None: ...
    def go(self, workspace: Shown, place: object | None = None) -> None: ...
    def hold_bell(self) -> None: ...
    def fill_menus(self, window: OwnWindow, history: History) -> None: ...


class OwnWindows(QObject):
    """The windows of one café beside the main one, each with presenters and undo of its own.

    Which are open is remembered with each that comes or goes, so that they are there again after
    a crash, each with the words that were typed in it.

    Args:
        cafe: what the main window has of the café.
        desk: does what concerns more than one window.
    """

    def __init__(self, cafe: DeskCafe, desk: OwnDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._cafe, self._desk = cafe, desk
        self._open: list[Beside] = []
        self._is_reopening = False
        self._key = f"windows:{cafe.services.cafes.get().id}"

    @property
    def windows(self) -> list[OwnWindow]:
        """Those that are open, in the order they came."""
        return [each.window for each in self._open]

    def open(self, workspace: Shown, near: MainWindow | OwnWindow) -> OwnWindow | None:
        """Show `workspace` in one more window; None if it cannot be shown.

        Args:
            workspace: what is shown; of an `Aside` there is only one window, which is raised.
            near: the window it comes from, whose view of it the new one has at first.
        """
        there = [each for each in self._open if each.workspace is workspace]
        if there and isinstance(workspace, Aside):
            raise_window(there[0].window)
            return there[0].window
        number = next(n for n in count(2) if n not in {each.number for each in there})
        if (beside := self._add(workspace, number)) is None:
            return None
        window = beside.window
        if self._cafe.settings.bytes_of(beside.key).isEmpty():
            window.move(near.pos() + QPoint(_ASIDE, _ASIDE))
        if isinstance(workspace, Workspace):
            window.page.show_view(near.pages.page(workspace).view)
        self._remember()
        raise_window(window)
        return window

    def reopen(self) -> None:
        """Open those that were open when this café was left."""
        self._is_reopening = True  # until all are open none is forgotten, or a crash would lose it
        for workspace, number, view in _unpack(self._cafe.settings.text_of(self._key)):
            if (beside := self._add(workspace, number)) is not None:
                beside.window.page.show_view(view)
                beside.window.show()
        self._is_reopening = False

    def show_again(self, main: QWidget, active: QWidget | None) -> None:
        """Put a window in the place of each, in another language, with the same words typed.

        The one in the place of the `active` window has the keyboard then, else `main`.
        """
        asked = main
        for each in self._open:
            before = each.window
            before.pages.keep_typed()
            try:
                each.presenter.reload()  # some of what it knows is words
            except WcafeError as error:
                self._desk.fail(error)
            each.window = each.make_window()
            self._watch(each)
            each.window.pages.take_over(before.pages.drafts())
            each.window.setGeometry(before.geometry())
            each.window.show()
            if before is active:
                asked = each.window
            before.retire()
        raise_window(asked)

    def raise_next(self, main: QWidget) -> None:
        """Go from the window that has the keyboard to the next one; `main` is one of them."""
        windows: list[QWidget] = [main, *self.windows]
        here = QApplication.activeWindow()
        place = windows.index(here) if here in windows else -1
        raise_window(windows[(place + 1) % len(windows)])

    def put_away(self) -> None:
        """Close all, for the end or for another café; they come back with this one."""
        self._remember()
        for each in self._open:
            each.put_away()
        self._open.clear()

    def _add(self, workspace: Shown, number: int) -> Beside | None:
        if workspace is Workspace.LIVE:
            self._desk.hold_bell()
        try:
            self._cafe.services.cafes.snapshot()  # if that fails, no half window is left behind
            beside = Beside(workspace, number, self._cafe, self)
        except WcafeError as error:
            self._desk.fail(error)
            return None
        window = beside.window
        if not window.restoreGeometry(self._cafe.settings.bytes_of(beside.key)):
            window.resize(first_size(window.screen()))
        self._open.append(beside)
        self._watch(beside)
        return beside

    def _watch(self, beside: Beside) -> None:
        window = beside.window
        self._desk.fill_menus(window, beside.desk.history)
        window.closing.connect(partial(self._on_closing, beside))
        window.moved_on.connect(self._remember)
        window.asked.connect(self._desk.go)

    def _on_closing(self, beside: Beside) -> None:
        # not now: Qt is inside the event that closes it
        QTimer.singleShot(0, self, partial(self._close, beside))

    def _close(self, beside: Beside) -> None:
        if beside in self._open:
            self._open.remove(beside)
            beside.put_away()
            self._remember()

    @Slot()
    def _remember(self) -> None:
        if self._is_reopening:
            return
        shown = [(each.workspace, each.number, each.window.page.view) for each in self._open]
        self._cafe.settings.keep_text(self._key, json.dumps(shown))


def _unpack(kept: str) -> list[tuple[Shown, int, int]]:
    """Return workspace, number and view of each window; none where the settings hold nonsense."""
    try:
        shown = [
            (shown_as(name), int(number), int(view)) for name, number, view in json.loads(kept)
        ]
    except (ValueError, TypeError):
        return []
    return list({(name, number): (name, number, view) for name, number, view in shown}.values())
