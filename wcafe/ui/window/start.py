"""Start the desk: a window at once, then the café in it, until the window is closed."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from wcafe import __version__
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import WcafeError
from wcafe.i18n import words_for
from wcafe.interrupts import CODE
from wcafe.paths import resource_dir
from wcafe.ui import words
from wcafe.ui.settings import Settings
from wcafe.ui.widgets.theme import apply_look, load_fonts
from wcafe.ui.window.crash import CrashWatch
from wcafe.ui.window.garbage import GarbageCollector
from wcafe.ui.window.opening import OpeningWindow
from wcafe.ui.words import _

if TYPE_CHECKING:  # loading the database takes longer than loading Qt, and comes second
    from wcafe.ui.window.desk import Desk
    from wcafe.ui.window.doors import Doors

_PAUSE = 100  # milliseconds from one workspace that is loaded ahead to the next


def run(doors: "Callable[[], Doors]", path: Path | SharedAddress | None) -> int:
    """Show the desk with the café of `path` until the window is closed; return the exit code."""
    gc.disable()  # by no other thread than this one, see `keep_responsive`
    app = make_app()
    log = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    watch = CrashWatch(Path(log) / "crashes.log", app)
    watch.watch()
    start = Start(doors, Settings(QSettings()), path)
    watch.failed.connect(start.fail)
    watch.interrupted.connect(lambda: QApplication.exit(CODE))
    app.aboutToQuit.connect(_hand_clipboard_over)
    app.lastWindowClosed.connect(lambda: QTimer.singleShot(0, app, _end_unless_seen))
    code = app.exec()
    start.close()
    return int(code)


class Start(QObject):
    """Shows a window at once, and puts the desk in its place as soon as it is ready.

    Signals:
        seen: the first window is on screen. ready: the café is.
    """

    seen = Signal()
    ready = Signal()

    def __init__(
        self,
        doors: "Callable[[], Doors]",
        settings: Settings,
        path: Path | SharedAddress | None,
        home: Path | None = None,
    ) -> None:
        super().__init__()
        self._doors = doors
        self._settings = settings
        self._path = path
        self._home = home
        self.desk: Desk | None = None
        self._loaded = 0  # workspaces
        words.use(words_for(settings.language), settings.language)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_look(app, settings.look)
        shown = path or next(iter(settings.recent), None)
        told = _("Opening {file}…").format(file=shown.name) if shown else ""
        self.window = OpeningWindow(told, settings.bytes_of("geometry"))
        self.window.show()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._open_once_seen)
        self._timer.start(0)
        self._ahead = QTimer(self)
        self._ahead.setInterval(_PAUSE)
        self._ahead.timeout.connect(self._load_one_ahead)

    def close(self) -> None:
        self._ahead.stop()
        if self.desk is not None:
            self.desk.close()

    def fail(self, error: WcafeError) -> None:
        """Say what went wrong where there is a desk to say it at."""
        if self.desk is not None:
            self.desk.fail(error)

    def _open_once_seen(self) -> None:
        handle = self.window.windowHandle()
        if handle is None or not handle.isExposed():
            return
        self._timer.stop()
        self.seen.emit()
        from wcafe.ui.window.desk import Desk

        self.desk = Desk(self._doors(), self._settings, self._home)
        is_open = self.desk.start(self._path)
        self.window.close()
        self.window.deleteLater()
        if is_open:
            keep_responsive(self)
            self.ready.emit()
            self._ahead.start()
        else:
            QApplication.exit(1)

    def _load_one_ahead(self) -> None:
        """Load one workspace after the other, so that none has to be waited for when it is shown.

        One at a time: each takes some hundredths of a second, in which somebody may be typing.
        """
        from wcafe.ui.window.workspaces import Workspace, load

        self._loaded += 1
        load(list(Workspace)[self._loaded - 1])
        if self._loaded == len(Workspace):
            self._ahead.stop()


def keep_responsive(app: QObject) -> None:
    """Keep Python from stopping the window for long, once all that is loaded stands.

    Garbage is looked for in this thread, and seldom, for as long as `app` lives.
    A thread that computes lets the window go first after a millisecond rather than five.
    """
    GarbageCollector(app)
    sys.setswitchinterval(0.001)


def _end_unless_seen() -> None:
    """End where no window is left, as after an error in opening the café or in closing it."""
    if not any(window.isVisible() for window in QApplication.topLevelWidgets()):
        QApplication.exit(1)


def make_app() -> QApplication:
    """Return the application, with its name, its fonts and nothing shown."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setOrganizationName("wcafe")
    app.setApplicationName("wcafe")
    app.setApplicationDisplayName("wcafe")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("wcafe")
    app.setWindowIcon(QIcon(str(resource_dir("icon") / "wcafe.svg")))
    app.setQuitOnLastWindowClosed(False)  # a window that is replaced does not end the program
    load_fonts()
    return app


def _hand_clipboard_over() -> None:
    """Own the clipboard as text only: Qt crashes at exit while it holds richer data of ours."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())
