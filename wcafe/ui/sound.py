"""The two sounds of a round, played by what the computer has; never by a library of ours."""

import shutil
import sys
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from wcafe.errors import WcafeError
from wcafe.i18n import N_
from wcafe.paths import resource_dir

_PROGRAMS = {
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
    "darwin": (("afplay",),),
}
"""Programs that play a WAV and come with the system, the best first."""


class Sound(StrEnum):
    """What is heard in the room; each is a file of `resources/sounds`."""

    CALL = "call"
    BELL = "bell"

    @property
    def path(self) -> Path:
        return resource_dir("sounds") / f"{self}.wav"


class NoSound(WcafeError):
    """The bell cannot be heard."""

    template = N_(
        "This computer has no way to play a sound: turn its sound on, or ring a bell by hand. "
        "The ring still changes colour two minutes before the end and at the end."
    )


class Player(QObject):
    """Plays one sound at a time, without waiting for it.

    Args:
        find: where a program is, or None; `shutil.which` but in tests.

    Signals:
        silent: a NoSound, because nothing here could play the sound that was wished.
    """

    silent = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        platform: str = sys.platform,
        find: Callable[[str], str | None] = shutil.which,
    ) -> None:
        super().__init__(parent)
        self._platform = platform
        self._find = find
        self._programs: list[tuple[str, ...]] = []  # those still to be tried
        self._sound = Sound.BELL
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self.destroyed.connect(partial(_hush, self._process))

    def play(self, sound: Sound) -> None:
        """Begin `sound`; one that is still heard ends."""
        if self._platform == "win32":
            self._play_on_windows(sound)
            return
        self._programs = []
        self._process.blockSignals(True)
        _hush(self._process)
        self._process.blockSignals(False)
        self._sound = sound
        self._programs = [
            (path, *options)
            for name, *options in _PROGRAMS.get(self._platform, ())
            if (path := self._find(name)) is not None
        ]
        self._try_next()

    def _try_next(self) -> None:
        if not self._programs:
            self.silent.emit(NoSound())
            return
        path, *options = self._programs.pop(0)
        self._process.start(path, [*options, str(self._sound.path)])

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if code or status is not QProcess.ExitStatus.NormalExit:
            self._try_next()

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, self, self._try_next)  # not now: Qt is inside its start

    def _play_on_windows(self, sound: Sound) -> None:
        if sys.platform != "win32":
            return
        import winsound

        try:
            winsound.PlaySound(str(sound.path), winsound.SND_FILENAME | winsound.SND_ASYNC)
        except RuntimeError:  # no sound device
            self.silent.emit(NoSound())


def _hush(process: QProcess) -> None:
    """End what still plays: nothing is heard after the window is gone."""
    if process.state() is not QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished(500)
