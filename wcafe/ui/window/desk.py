"""The desk: opens cafés, holds the window, and puts another one in its place when asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from wcafe.domain.shared_address import SharedAddress, place_of
from wcafe.errors import WcafeError
from wcafe.errors.sharing import SharedElsewhere
from wcafe.services.opened import upgrade_remark
from wcafe.ui import words
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.settings import Settings
from wcafe.ui.undo import History
from wcafe.ui.widgets.theme import Look
from wcafe.ui.window.doors import Doors
from wcafe.ui.window.entering import Entering
from wcafe.ui.window.files import Files
from wcafe.ui.window.keeping import Keeping
from wcafe.ui.window.laying_out import clear_away, example_in, lay_out
from wcafe.ui.window.leaving import may_leave
from wcafe.ui.window.looks import Looks
from wcafe.ui.window.main_window import MainWindow
from wcafe.ui.window.menus import DeskWindow, Menus
from wcafe.ui.window.opening import ask_alone, first_size, say_alone
from wcafe.ui.window.own.window import OwnWindow, raise_window
from wcafe.ui.window.own.windows import OwnWindows
from wcafe.ui.window.pages import Typed
from wcafe.ui.window.server_watch import ServerWatch
from wcafe.ui.window.waiting import Waiting
from wcafe.ui.window.workspaces import Shown, Workspace, make_presenter
from wcafe.ui.words import _


class Desk(QObject):
    """One café, its main window and those beside it. A second café takes the place of the first."""

    def __init__(self, doors: Doors, settings: Settings, home: Path | None = None) -> None:
        super().__init__()
        self._doors = doors
        self.settings = settings
        self._home = home or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._presenters: dict[Shown, Presenter] = {}
        self.cafe: DeskCafe | None = None
        self.window: MainWindow | None = None
        self.own_windows: OwnWindows | None = None
        self.keeping = Keeping(self.windows)
        self.waiting = Waiting(self)
        self.entering = Entering(doors, self.waiting, say_alone)
        self._looks = Looks(settings, self)

    # Opening

    def start(self, path: Path | SharedAddress | None = None) -> bool:
        """Open `path`, else the café of last time, else the example; return whether one is open."""
        if path is not None:
            return self.open(path)
        recent = self.settings.recent
        if self.settings.has_started and recent and self.open(recent[0]):
            return True
        self.open_example()
        return self.window is not None

    def open(self, path: Path | SharedAddress) -> bool:
        """Put the café of `path` on the desk; if it cannot be opened the present one stays."""
        path = path.absolute() if isinstance(path, Path) else path
        if self.cafe is not None and self.cafe.services.place.is_at(path):
            return True
        if self.cafe and self.window and not may_leave(self.cafe.services, self.window):
            return False
        try:
            services = self.entering.open(path)
        except SharedElsewhere as error:
            return self._offer_there(error)
        except WcafeError as error:
            self.fail(error)
            return False
        if services is None:
            return False
        here = self.window.here if self.window is not None else None
        self.put_away()
        self.cafe = lay_out(services, self.settings, self)
        self.own_windows = OwnWindows(self.cafe, self, self)
        is_running = services.live.get().clock is not None  # its bell must be heard again
        self._show(Workspace.LIVE if is_running else here or Workspace.CAFE)
        ServerWatch(self.cafe, self.windows, self.keeping, self.entering, self.fail)
        self.own_windows.reopen()
        self.parent_window().activateWindow()
        for remark in upgrade_remark(services, words.desk_words()):
            self.parent_window().tell.warn(remark)
        self.settings.remember(path)
        self.settings.start()
        return True

    def _offer_there(self, keepsake: SharedElsewhere) -> bool:
        """Say where the café of a file is, and offer to open it there; return whether it is."""
        address = place_of(str(keepsake.facts["address"]))
        told, offer = keepsake.describe(words.desk_words()), _("Open it there")
        if self.window is None:
            return ask_alone(told, offer) and self.open(address)
        self.window.tell.warn(told, offer=offer, offered=partial(self.open, address))
        return False

    def open_example(self) -> None:
        """Open the example, which is a café like any other; made the first time."""
        try:
            path = example_in(self._home, self._doors.example)
        except WcafeError as error:
            self.fail(error)
            return
        if self.open(path) and self.window is not None:
            self.window.tell.done(
                _("This is an example. Try anything; “File › New café” begins your own.")
            )

    # Looks and languages

    @property
    def history(self) -> History:
        assert self.cafe is not None
        return self.cafe.history

    def look(self) -> Look:
        return self.settings.look

    def apply_look(self, look: Look) -> None:
        self.settings.look = look
        self._looks.apply()

    def language(self) -> str:
        return self.settings.language

    def speak(self, language: str) -> None:
        """Speak `language` from now on, with the same café, place and undo."""
        if language == self.settings.language:
            return
        self.settings.language = language
        self._looks.use_language()
        if self.window is not None:
            # the menu that asked is still open: let it close before its window goes
            QTimer.singleShot(0, self, self._show_again)

    def _show_again(self) -> None:
        assert self.window is not None
        here, active = self.window.here, QApplication.activeWindow()
        self.keep_typed()
        for presenter in self._presenters.values():
            self.attempt(presenter.reload)  # some of what they know is words
        self._show(here, self.window.pages.drafts())
        assert self.own_windows is not None
        self.own_windows.show_again(self.parent_window(), active)

    # Windows

    def room_window(self) -> None:
        """Show the room window on another screen, or put it away."""
        if self.cafe is None or self.window is None:
            return
        self.window.page(Workspace.LIVE).toggle_room()  # type: ignore[attr-defined]  # LivePage has it

    def go(self, workspace: Shown, place: object | None = None) -> None:
        """Show `workspace` in the main window, at a `place` of it if one is said."""
        window = self.parent_window()
        if not window.isActiveWindow():
            raise_window(window)
        window.go(workspace, place)

    def open_window(self, workspace: Shown, near: DeskWindow) -> None:
        """Show `workspace` in one more window, beside `near`; of an `Aside` there is only one."""
        if self.own_windows is not None:
            self.own_windows.open(workspace, near)

    def next_window(self) -> None:
        """Give the keyboard to the next window of the café."""
        if self.own_windows is not None:
            self.own_windows.raise_next(self.parent_window())

    def hold_bell(self) -> None:
        """Let the main window ring, though Run is shown in another one."""
        self.parent_window().page(Workspace.LIVE)

    def fill_menus(self, window: OwnWindow, history: History) -> None:
        """Give a window beside the main one its menus."""
        Menus(window, self, history, None)

    def _show(self, workspace: Workspace, drafts: Typed | None = None) -> None:
        assert self.cafe is not None
        before, cafe = self.window, self.cafe
        window = MainWindow(cafe, self._presenter_of)
        self.window = window
        Menus(window, self, cafe.history, Files(self, self._doors))
        window.closing.connect(self._on_closing)
        window.dropped.connect(self.open)
        window.window_asked.connect(partial(self.open_window, near=window))
        if not window.restoreGeometry(self.settings.bytes_of("geometry")):
            window.resize(first_size(window.screen()))  # never below its own minimum
        if before is not None:
            window.setGeometry(before.geometry())
        if Workspace.LIVE in self._presenters:
            window.page(Workspace.LIVE)  # takes the room window over, should it be open
        window.pages.take_over(drafts or {})
        window.go(workspace)
        window.show()
        if before is not None:
            before.retire()

    def _presenter_of(self, workspace: Shown) -> Presenter:
        assert self.cafe is not None
        if workspace not in self._presenters:
            self.cafe.services.cafes.snapshot()  # if that fails, no half presenter is left behind
            self._presenters[workspace] = make_presenter(workspace, self.cafe, self)
        return self._presenters[workspace]

    def put_away(self) -> None:
        """Let go of the present café: keep what is typed, wait for work, close the file."""
        if self.cafe is None or self.own_windows is None:
            return
        self.keep_typed()
        self.own_windows.put_away()
        self.own_windows.deleteLater()
        self.own_windows = None
        self.cafe.tasks.close()
        for presenter in self._presenters.values():
            presenter.deleteLater()
        self._presenters.clear()
        clear_away(self.cafe)
        self.cafe = None

    def leave_window(self) -> QByteArray:
        """Put the café away; return where its window stood, which is whoever asks's to replace."""
        geometry = self.parent_window().saveGeometry()
        self.settings.keep_bytes("geometry", geometry)
        self.put_away()
        self.window = None
        return geometry

    def windows(self) -> list[DeskWindow]:
        """Return the windows of the café, the main one first."""
        main = [] if self.window is None else [self.window]
        return [*main, *(self.own_windows.windows if self.own_windows is not None else ())]

    def keep_typed(self) -> None:
        """Keep what is typed in any window and not yet kept."""
        for window in self.windows():
            window.pages.keep_typed()

    def close(self) -> None:
        """End: keep everything, close the file."""
        if self.window is not None:
            self.settings.keep_bytes("geometry", self.window.saveGeometry())
        self.put_away()
        if self.waiting.is_busy and self.window is not None:
            self.window.hide()  # a server that does not answer is waited for unseen
        self.waiting.close()

    def _on_closing(self) -> None:
        try:
            self.close()
        finally:
            QApplication.quit()  # whatever failed: nobody could close it any more

    # Small things

    def keep_all(self) -> None:
        """Keep what is typed in all windows, and say so."""
        self.keeping.keep_all()

    def attempt(self, wish: Callable[[], object]) -> bool:
        """Do `wish`; if it fails, say so. Returns whether it was done."""
        try:
            wish()
        except WcafeError as error:
            self.fail(error)
            return False
        return True

    def fail(self, error: WcafeError) -> None:
        """Say in the window what went wrong; in a box of its own while there is none."""
        if self.window is not None:
            self.window.show_failure(error)
            return
        say_alone(error.describe(words.desk_words()))

    def parent_window(self) -> MainWindow:
        assert self.window is not None
        return self.window

    def folder(self) -> Path:
        """Where the next file dialogue begins."""
        return self.cafe.services.place.folder if self.cafe is not None else self._home
