"""Being let in by a server: whoever sits there is asked for its password where it wants one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import PasswordWanted, WrongPassword
from wcafe.services.opened import OpenCafe
from wcafe.ui.widgets.entry import EntryDialog
from wcafe.ui.widgets.parts import Text
from wcafe.ui.window.doors import Doors
from wcafe.ui.window.waiting import Waiting, asking_window
from wcafe.ui.words import _

_LONGEST = 500  # characters


class PasswordDialog(EntryDialog):
    """Asks for the password of a server, as often as one does not fit.

    Args:
        address: of the server.
        refused: why the one before was of no use; empty where there was none.
        can_keep: whether this computer has a keyring.
        parent: the window that asks.
    """

    def __init__(
        self, address: SharedAddress, refused: str, *, can_keep: bool, parent: QWidget | None
    ) -> None:
        super().__init__(_("Password of the server"), _("Go on"), lambda _said: True, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.password_edit = QLineEdit(maxLength=_LONGEST)
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep_box = QCheckBox(_("Keep in this computer’s keyring"))
        self.keep_box.setEnabled(can_keep)
        self.no_keyring = Text(
            _("This computer has no keyring: the password is asked for each time wcafe starts."),
            "caption",
            wraps=True,
        )
        self.no_keyring.setHidden(can_keep)
        self.refused = Text(refused, "alarm", wraps=True)
        self.refused.setVisible(bool(refused))
        self.column.addWidget(Text(str(address.server), "caption", wraps=True))
        self.column.addWidget(self.refused)
        self.ask({_("Password"): self.password_edit})
        for part in (self.keep_box, self.no_keyring):
            self.column.insertWidget(self.column.count() - 1, part)
        if refused:
            self.setAccessibleDescription(refused)

    def password(self) -> str | None:
        """Ask; return what was typed, None where nothing was."""
        is_given = self.exec() == QDialog.DialogCode.Accepted
        return self.password_edit.text() if is_given else None


class Entering:
    """The one way by which the desk is let in at servers.

    Args:
        doors: to cafés and servers.
        waiting: waits for them.
        warn: says what must be read, before the café is there.
    """

    def __init__(
        self,
        doors: Doors,
        waiting: Waiting,
        warn: Callable[[str], object],
    ) -> None:
        self._open, self._servers, self._waiting = doors.open, doors.servers, waiting
        self._warn = warn
        self._passwords: dict[SharedAddress, str] = {}  # of servers, while wcafe runs

    def open(self, path: Path | SharedAddress) -> OpenCafe | None:
        """Return the café of `path`, which nothing shows yet; None where it was given up.

        Raises: as `Doors.open`.
        """
        if isinstance(path, Path):
            return self._open(path)
        if (known := self.let_in(path)) is None:
            return None
        return self._waiting.wait(
            _("Opening {file}…").format(file=known.name),
            lambda _job: self._open(known),
            unwanted=lambda services: services.close(),
        )

    def let_in(self, address: SharedAddress) -> SharedAddress | None:
        """Return `address` with the password that its server wants; None where it is given up.

        What was told before, or lies in the keyring, is tried first.

        Raises: NoDriver, NotSecure, TooOldServer, ServerGone, ServerRefuses
        """
        password = address.password or self._passwords.get(address.server, "")
        is_kept, has_asked = False, False
        while True:
            try:
                known = self._knock(replace(address, password=password))
            except PasswordWanted as error:
                is_wrong = isinstance(error, WrongPassword)
                asked = PasswordDialog(
                    address,
                    self._say_refused(is_wrong=is_wrong, has_asked=has_asked),
                    can_keep=self._servers.can_keep(),
                    parent=asking_window(),
                )
                asked.keep_box.setChecked(is_kept)
                told = asked.password()
                is_kept, has_asked = asked.keep_box.isChecked(), True
                asked.deleteLater()
                if told is None:
                    return None
                password = told
                continue
            if known is not None:
                self._passwords[known.server] = known.password
                if is_kept:
                    self._keep(known)
            return known

    def _knock(self, address: SharedAddress) -> SharedAddress | None:
        sentence = _("Asking {server}…").format(server=address.server.name)
        found = self._waiting.wait(
            sentence, lambda _job: self._servers.let_in(address, lambda: None)
        )
        return None if found is None else found[0]

    def _keep(self, known: SharedAddress) -> None:
        sentence = _("Giving the password to this computer’s keyring…")
        if not self._waiting.wait(sentence, lambda _job: self._servers.keep_password(known)):
            self._warn(_("This computer’s keyring did not take the password; it is asked again."))

    def _say_refused(self, *, is_wrong: bool, has_asked: bool) -> str:
        if not is_wrong:
            return ""
        if has_asked:
            return _("This password does not fit. Try again.")
        return _("The password that was known does not fit any more.")
