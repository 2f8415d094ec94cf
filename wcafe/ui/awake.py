"""Keep the computer from sleeping while a round runs or the room looks at it."""

import ctypes
import os
import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QProcess
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_LINE = "wcafe-awake"
_REASON = "A World Café is running"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # EXECUTION_STATE of Windows


class Wakefulness(Protocol):
    """A way to keep one kind of computer awake. Neither call fails where it has no effect."""

    def hold(self) -> None: ...
    def release(self) -> None: ...


class Awake:
    """Holds the computer awake exactly as long as somebody needs it."""

    def __init__(self, way: Wakefulness | None = None) -> None:
        self._way = way or way_of(sys.platform)
        self.is_held = False

    def keep(self, is_needed: bool) -> None:
        if is_needed != self.is_held:
            self.is_held = is_needed
            if is_needed:
                self._way.hold()
            else:
                self._way.release()

    def release(self) -> None:
        self.keep(False)


def way_of(platform: str) -> Wakefulness:
    """Return what keeps a computer of `platform`, as `sys.platform` names it, awake."""
    if platform == "win32":
        return _Windows()
    return _Mac() if platform == "darwin" else _Linux()


class _Linux:
    """Asks the screen saver over D-Bus, on a line of its own: hanging up takes the wish back.

    (The cookie of `UnInhibit` would have to go back as an unsigned number, which Python's
    numbers do not turn into here.)
    """

    def hold(self) -> None:
        if not _has_bus():
            return
        line = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
        name = "org.freedesktop.ScreenSaver"
        call = QDBusMessage.createMethodCall(name, "/org/freedesktop/ScreenSaver", name, "Inhibit")
        call.setArguments(["wcafe", _REASON])
        line.asyncCall(call)  # a desktop without a screen saver answers with an error: as well

    def release(self) -> None:
        QDBusConnection.disconnectFromBus(_LINE)


class _Mac:
    """Runs `caffeinate`, which the system has, as long as needed and not longer than wcafe."""

    def __init__(self) -> None:
        self._process: QProcess | None = None

    def hold(self) -> None:
        self._process = QProcess()
        self._process.start("caffeinate", ["-di", "-w", str(os.getpid())])

    def release(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(500)
            self._process = None


class _Windows:
    """Tells Windows that the screen is in use."""

    def hold(self) -> None:
        self._tell(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        self._tell(_CONTINUOUS)

    def _tell(self, state: int) -> None:
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(state)


def _has_bus() -> bool:
    """Is there a session bus? Without one the D-Bus library would try to start it."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or (
        bool(runtime) and Path(runtime, "bus").exists()
    )
