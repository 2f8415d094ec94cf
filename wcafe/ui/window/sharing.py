"""A café on a server, from the desk: open one, share the one that is open, be let in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import WcafeError
from wcafe.errors.sharing import NoCafeYet
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.settings import Settings
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import WIDE, Text, push_button, with_label
from wcafe.ui.window.doors import Servers, SharedCafe
from wcafe.ui.window.entering import Entering
from wcafe.ui.window.leaving import may_leave
from wcafe.ui.window.main_window import MainWindow
from wcafe.ui.window.moving import Moving
from wcafe.ui.window.waiting import Waiting
from wcafe.ui.words import _, desk_words
from wcafe.written import day_in_words

_WIDE = 520  # pixels
_LONGEST = 500  # characters
_EXAMPLE = "postgresql://wcafe@hall.local/wcafe"


class SharingDesk(Protocol):
    """What the desk does with a café on a server."""

    waiting: Waiting
    entering: Entering
    settings: Settings

    @property
    def cafe(self) -> DeskCafe | None: ...
    def open(self, path: Path | SharedAddress) -> bool: ...
    def parent_window(self) -> MainWindow: ...
    def leave_window(self) -> QByteArray: ...
    def language(self) -> str: ...


class AddressDialog(QDialog):
    """Asks for the address of a server, and does something with it; it tells what goes wrong.

    Args:
        title: of the window.
        sentence: what will be.
        words: of the button that does it.
        do: is given the address; raises WcafeError, or returns whether it is done.
        parent: the window that asks.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        words: str,
        do: Callable[[SharedAddress], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._do = do
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.address_edit = QLineEdit(maxLength=_LONGEST)
        self.address_edit.setPlaceholderText(_EXAMPLE)
        self.address_edit.setMinimumWidth(_WIDE)
        self.address_edit.textChanged.connect(self._on_text)
        self.cafes_list = QListWidget()
        self.cafes_list.setAccessibleName(_("Cafés on this server"))
        self.cafes_list.setWordWrap(True)
        self.cafes_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cafes_list.itemActivated.connect(self._on_do)
        self.cafes_list.hide()
        self.told = Text("", "alarm", wraps=True)
        self.told.hide()
        self.cancel_button = push_button(_("Cancel"), self.reject)
        self.do_button = push_button(words, self._on_do, kind="primary")
        self.do_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.do_button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        column.addWidget(Text(sentence, wraps=True))
        column.addLayout(with_label(_("Address of the server"), self.address_edit))
        column.addWidget(self.cafes_list)
        column.addWidget(self.told)
        column.addLayout(foot)
        self._on_text()

    def list_cafes(self, cafes: list[tuple[str, str]]) -> None:
        """Offer cafés to choose from: each as its key and what it is called."""
        self.cafes_list.clear()
        for key, name in cafes:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.cafes_list.addItem(item)
        self.cafes_list.show()
        self.cafes_list.setCurrentRow(0)
        self.cafes_list.setFocus()
        self._fit()

    @property
    def chosen(self) -> str:
        """The key of the café that is chosen in the list; empty where there is none."""
        item = self.cafes_list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def tell(self, error: WcafeError) -> None:
        """Say what went wrong."""
        self.told.setText(error.describe(desk_words()))
        self.told.show()
        self._fit()
        announce(self.told, self.told.text())

    def _on_text(self) -> None:
        self.do_button.setEnabled(bool(self.address_edit.text().strip()))
        self.cafes_list.clear()
        self.cafes_list.hide()
        self.told.hide()

    def _fit(self) -> None:
        """Be as high as all words and rows need: Qt lets a dialogue keep the size it had."""
        column = self.layout()
        if column is not None and self.isVisible():
            column.activate()
            self.resize(self.width(), column.totalHeightForWidth(self.width()))

    def _on_do(self) -> None:
        try:
            is_done = self._do(SharedAddress.parse(self.address_edit.text()))
        except WcafeError as error:
            self.tell(error)
            return
        if is_done:
            self.accept()


class Sharing:
    """What the File menu does with servers."""

    def __init__(self, desk: SharingDesk, servers: Servers) -> None:
        self._desk = desk
        self._servers = servers

    @property
    def is_shared(self) -> bool:
        """Does the café on the desk live on a server already?"""
        return self._desk.cafe is not None and self._desk.cafe.services.elsewhere is not None

    def ask_open(self) -> AddressDialog:
        """Ask for a server, then for one of its cafés."""

        def open_one(address: SharedAddress) -> bool:
            address = address.of(dialogue.chosen) if dialogue.chosen else address
            known = self._desk.entering.let_in(address)
            if known is None:
                return False
            if not known.cafe:
                cafes = self._cafes(known)
                if cafes is None:
                    return False
                if not cafes:
                    raise NoCafeYet(path=known.server.name)
                if len(cafes) != 1:
                    language = self._desk.language()
                    dialogue.list_cafes([(each.key, _line(each, language)) for each in cafes])
                    return False
                known = known.of(cafes[0].key)
            return self._desk.open(known)

        sentence = _(
            "A café that several laptops share lies on a server. Whoever shared it knows its "
            "address."
        )
        dialogue = AddressDialog(
            _("Open a shared café"),
            sentence,
            _("Open the café"),
            open_one,
            self._desk.parent_window(),
        )
        dialogue.open()
        return dialogue

    def ask_share(self) -> AddressDialog:
        """Ask where the café on the desk is to live from now on."""

        def share(address: SharedAddress) -> bool:
            known = self._desk.entering.let_in(address)
            return known is not None and self._share(known)

        sentence = _(
            "From now on the café lives on a PostgreSQL server, and several laptops may open it. "
            "This file stays as it is, for reading. What was done before cannot be undone there."
        )
        dialogue = AddressDialog(
            _("Share on a server"), sentence, _("Share the café"), share, self._desk.parent_window()
        )
        dialogue.open()
        return dialogue

    def copy_address(self) -> None:
        """Put the address of the café on the desk where others can be given it."""
        assert self._desk.cafe is not None
        QGuiApplication.clipboard().setText(str(self._desk.cafe.services.place.address))

    def _share(self, address: SharedAddress) -> bool:
        """Let the café on the desk live on a server, once the dialogue that asked has gone."""
        assert self._desk.cafe is not None
        if not may_leave(self._desk.cafe.services, self._desk.parent_window()):
            return False

        def tell(error: WcafeError) -> None:
            dialogue = self.ask_share()
            dialogue.address_edit.setText(str(address))
            dialogue.tell(error)

        Moving(self._desk, self._servers, address, tell)
        return True

    def _cafes(self, address: SharedAddress) -> Sequence[SharedCafe] | None:
        """Return the cafés of a server; None where that was cancelled."""
        sentence = _("Asking {server}…").format(server=address.name)
        return self._desk.waiting.wait(sentence, lambda _job: self._servers.cafes(address))


def _line(cafe: SharedCafe, language: str) -> str:
    return f"{cafe.title} – {day_in_words(cafe.shared.astimezone(), language)} ({cafe.key})"
