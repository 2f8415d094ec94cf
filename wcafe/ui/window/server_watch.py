"""Tells in the windows that a shared café's server went, what it wants, and that it is back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QKeySequence

from wcafe.errors import WcafeError
from wcafe.services.changes import Changed, Part
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.window.entering import Entering
from wcafe.ui.window.keeping import Keeping
from wcafe.ui.window.menus import DeskWindow
from wcafe.ui.words import _, ngettext


class ServerWatch(QObject):
    """Looks at the server of a shared café, and has nothing to tell of one in a file.

    Args:
        cafe: the café on the desk.
        windows: returns its windows.
        keeping: keeps what waited meanwhile.
        entering: asks for another password.
        failed: is told why nobody is let in with it.
    """

    def __init__(
        self,
        cafe: DeskCafe,
        windows: Callable[[], Sequence[DeskWindow]],
        keeping: Keeping,
        entering: Entering,
        failed: Callable[[WcafeError], object],
    ) -> None:
        super().__init__(cafe.bus)
        self._address = cafe.services.place.address
        self._elsewhere = cafe.services.elsewhere
        self._windows, self._keeping = windows, keeping
        self._entering, self._failed = entering, failed
        self._is_gone = self._wants_password = False
        self._look_soon = QTimer(self)  # in a turn of its own, after the pages
        self._look_soon.setSingleShot(True)
        self._look_soon.timeout.connect(self._on_soon)
        cafe.bus.changed.connect(self._on_changed)
        cafe.saving.changed.connect(self._on_saving)

    def look(self) -> None:
        """Tell what is another matter than before."""
        if self._elsewhere is None:
            return
        gone, wants_password = self._elsewhere.gone_since(), self._elsewhere.wants_password()
        if (gone is not None, wants_password) == (self._is_gone, self._wants_password):
            return
        self._is_gone, self._wants_password = gone is not None, wants_password
        if gone is None:
            self._tell_back()
        else:
            self._tell_gone(gone, wants_password=wants_password)

    def _tell_gone(self, gone: datetime, *, wants_password: bool) -> None:
        sentence = _(
            "The server has not answered since {time}. Nothing can be saved until it does; what "
            "you type stays in its field, and this window comes back by itself."
        )
        offer = ""
        if wants_password:
            sentence = _(
                "The server asks for another password since {time}. Nothing can be saved until it "
                "is given; what you type stays in its field."
            )
            offer = _("Give the password…")
        told = sentence.format(time=f"{gone.astimezone():%H:%M:%S}")
        for window in self._windows():
            window.tell.dismiss()
            window.tell.warn(told, offer=offer, offered=self._give_password)

    def _tell_back(self) -> None:
        number = self._keeping.waiting()
        told = _("The server answers again.")
        words = ngettext(
            "In {number} field words wait to be kept.",
            "In {number} fields words wait to be kept.",
            number,
        )
        save = QKeySequence(QKeySequence.StandardKey.Save)
        key = save.toString(QKeySequence.SequenceFormat.NativeText)
        for window in self._windows():
            window.tell.dismiss()
            if not number:
                window.tell.done(told)
                continue
            window.tell.warn(
                f"{told} {words.format(number=number)}",
                offer=_("Keep what is typed ({key})").format(key=key),
                offered=self._keeping.keep_all,
                holds=lambda: self._keeping.waiting() > 0,
            )

    def _give_password(self) -> None:
        """Ask for the password; where none is given, the message stays."""
        assert self._address is not None
        assert self._elsewhere is not None
        try:
            known = self._entering.let_in(replace(self._address, password=""))
        except WcafeError as error:
            self._failed(error)
            known = None
        if known is not None:
            self._elsewhere.enter(known.password)
        else:
            self._tell_again()

    @Slot()
    def _on_saving(self) -> None:
        """Whatever was refused for want of the password, tell that, and how to give it."""
        if self._wants_password:
            self._look_soon.start()

    def _tell_again(self) -> None:
        self._wants_password = False
        self.look()

    @Slot()
    def _on_soon(self) -> None:
        self._tell_again() if self._wants_password else self.look()

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if Part.PLACE in changed.parts:
            self._look_soon.start()
