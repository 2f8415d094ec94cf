"""A café on its way to a server: nobody has it open meanwhile, and Cancel leaves it where it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import WcafeError
from wcafe.services.copying import Copying
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.settings import Settings
from wcafe.ui.tasks import Job
from wcafe.ui.widgets.confirm import ConfirmDialog
from wcafe.ui.window.doors import Servers
from wcafe.ui.window.main_window import MainWindow
from wcafe.ui.window.opening import OpeningWindow
from wcafe.ui.window.waiting import Waiting
from wcafe.ui.words import _, desk_words, figure


class MovingDesk(Protocol):
    """What the desk does while its café moves."""

    waiting: Waiting
    settings: Settings

    @property
    def cafe(self) -> DeskCafe | None: ...
    def parent_window(self) -> MainWindow: ...
    def open(self, path: Path | SharedAddress) -> bool: ...
    def leave_window(self) -> QByteArray: ...


class AsideWindow(OpeningWindow):
    """Stands where the café's own window was; to close it is a wish that waits for its moment."""

    def __init__(self, sentence: str, geometry: QByteArray, stop: Callable[[], object]) -> None:
        super().__init__(sentence, geometry)
        self._stop = stop
        self.may_close = self.is_left = False

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close:
            super().closeEvent(event)
            return
        event.ignore()
        self.is_left = True
        self._stop()


class Moving(QObject):
    """Lets the café on the desk live on a server; once, and then it goes.

    Args:
        desk: holds the café.
        servers: how they are reached.
        address: of the server that is to have it, with its password.
        failed: is told what went wrong, once the file is open again.
    """

    def __init__(
        self,
        desk: MovingDesk,
        servers: Servers,
        address: SharedAddress,
        failed: Callable[[WcafeError], object],
    ) -> None:
        super().__init__(desk.waiting)
        self._desk, self._servers, self._failed = desk, servers, failed
        self._address = address
        QTimer.singleShot(0, self, self._begin)  # once the dialogue that asked has gone

    def _begin(self) -> None:
        """Put the café away, then copy it: whatever still has it must be gone before."""
        assert self._desk.cafe is not None
        self._left = self._desk.parent_window()
        self._file = self._desk.cafe.services.place.path
        self._here = self._left.here
        self._copying = Copying()
        sentence = _("{file} is going to the server…").format(file=self._file.name)
        self._aside = AsideWindow(sentence, self._desk.leave_window(), self._stop)
        self._aside.show()
        # only then: Python would clear it away in whichever thread it looks for garbage
        self._left.destroyed.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self._left.retire()

    @Slot()
    def _move(self) -> None:
        there, error = self._try()
        while error is not None and not self._stop() and self._is_wanted_again(error):
            self._copying = Copying()
            there, error = self._try()
        if there is not None:
            self._desk.settings.remember(there)
        is_open = not self._aside.is_left and self._open(there or self._file)
        self._aside.may_close = True
        self._aside.close()
        self._aside.deleteLater()
        self.deleteLater()
        if not is_open:
            QApplication.quit()
            return
        self._desk.parent_window().go(self._here)
        if error is not None:
            self._failed(error)
        if there is not None:
            self._tell_moved(there)

    def _tell_moved(self, there: SharedAddress) -> None:
        """Say what has become of the café and its file, where nothing graver is told."""
        tell = self._desk.parent_window().tell
        if not tell.isHidden():
            return
        sentence = _(
            "The café is on the server now, as {name}. {file} is a keepsake of this moment."
        )
        copy = partial(QGuiApplication.clipboard().setText, str(there))
        told = sentence.format(name=there.cafe, file=self._file.name)
        tell.done(told, _("Copy the address of this café"), copy)

    def _try(self) -> tuple[SharedAddress | None, WcafeError | None]:
        """Share it; return where it is then, or what went wrong, or neither if it is cancelled."""
        sentence = _("Sharing {file} on {server}…").format(
            file=self._file.name, server=self._address.server.name
        )
        try:
            return self._desk.waiting.wait(sentence, self._share, stop=self._stop), None
        except WcafeError as error:
            return None, error

    def _is_wanted_again(self, error: WcafeError) -> bool:
        """Ask, where the file is a keepsake and the server does not know yet that all is there."""
        if self._aside.is_left:
            return False
        sentence = _(
            "{error} All of the café is on the server; only the last word is missing that opens "
            "it there. To try again makes an end of it."
        )
        told = sentence.format(error=error.describe(desk_words()))
        return self._is_to_try_again(told)

    def _share(self, job: Job) -> SharedAddress:
        self._copying.copied = partial(say_rows, job)
        return self._servers.share(self._file, self._address, self._copying)

    def _stop(self) -> bool:
        return self._copying.stop()

    def _open(self, where: Path | SharedAddress) -> bool:
        """Put the café on the desk again, as often as whoever sits there wants it tried."""
        while not self._desk.open(where):
            sentence = _("The café is whole, at {place}. Only it cannot be opened now.")
            told = sentence.format(place=where if isinstance(where, Path) else where.name)
            if not self._is_to_try_again(told):
                return False
        return True

    def _is_to_try_again(self, told: str) -> bool:
        again = _("Try again")
        asked = ConfirmDialog(_("The café cannot be opened"), told, again, bool, self._aside)
        return asked.exec() == QDialog.DialogCode.Accepted


def say_rows(job: Job, rows: int, of: int) -> None:
    """Let `job` tell how many rows are copied; they are compared after the last."""
    if rows < of:
        job.say(_("{number} of {all} rows").format(number=figure(rows), all=figure(of)))
    else:
        job.say(_("{all} rows are there and are compared…").format(all=figure(of)))
