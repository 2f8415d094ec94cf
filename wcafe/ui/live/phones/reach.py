"""Can phones reach this computer? Tried before the room fills, with any phone at hand."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wcafe.ui.live.phones.code import Code
from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.live.phones.state_words import say_ago
from wcafe.ui.live.phones.wifi import wifi_code
from wcafe.ui.widgets.parts import WIDE, Card, Text, push_button, with_label
from wcafe.ui.words import _, ngettext

_CODE = 190  # pixels
_LONG = timedelta(minutes=1)
_LONGEST = 63  # characters, of the password of a network
_MOST = 6  # addresses that are named
_OWN = ("127.0.0.1", "::1")


class Reach(QDialog):
    """A code that any phone may scan, who has answered, and what to do if nobody does.

    Signals:
        paper_asked: nobody reaches it, so sheets are to be printed.
    """

    paper_asked = Signal()

    def __init__(self, presenter: PhonesPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._since = presenter.now
        self.setWindowTitle(_("Can phones reach me?"))
        self.code = Code(_("Code to try it with"), _CODE)
        self.address = Text("", "strong")
        self.answered = Text("", wraps=True)
        self.hints = Text("", "caption", wraps=True)
        self.paper_button = push_button(_("Go on with paper…"), self._on_paper)
        self.network_edit = QLineEdit(presenter.network, maxLength=_LONGEST)
        self.password_edit = QLineEdit("", maxLength=_LONGEST)
        self.network_code = Code(_("Code that brings phones into the network"), _CODE)
        self._lay_out()
        self.network_edit.textChanged.connect(self.show_network)
        self.password_edit.textChanged.connect(self.show_network)
        presenter.ticked.connect(self.show_reached)
        self.show_reached()
        self.show_network()

    def _lay_out(self) -> None:
        reach, network = Card(_("Try it with a phone")), Card(_("Bring phones into the network"))
        beside = QVBoxLayout()
        told = _("Let a phone that is in the same network scan this code: its browser opens.")
        for part in (Text(told, wraps=True), self.address, self.answered, self.hints):
            beside.addWidget(part)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(WIDE)
        row.addWidget(self.code)
        row.addLayout(beside, 1)
        reach.column.addLayout(row)
        fields = QVBoxLayout()
        told = _(
            "Name your hotspot, and phones that scan this code join it. The password is kept "
            "nowhere."
        )
        fields.addWidget(Text(told, "caption", wraps=True))
        fields.addLayout(with_label(_("Name of the network"), self.network_edit))
        fields.addLayout(with_label(_("Its password"), self.password_edit))
        fields.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(WIDE)
        row.addLayout(fields, 1)
        row.addWidget(self.network_code)
        network.column.addLayout(row)
        foot = QHBoxLayout()
        foot.addWidget(self.paper_button)
        foot.addStretch(1)
        foot.addWidget(push_button(_("Close"), self.reject, kind="primary"))
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        column.addWidget(reach)
        column.addWidget(network)
        column.addLayout(foot)
        self.setMinimumWidth(640)

    @Slot()
    def show_reached(self) -> None:
        serving, now = self._presenter.serving, self._presenter.now
        if serving is None:
            self.reject()
            return
        self.code.show_address(serving.url)
        self.address.setText(serving.url.removeprefix("http://"))
        heard = {at: who for who, at in serving.answered.items() if who not in _OWN}
        self.answered.setText(_say_answered(heard, now))
        is_long = now - self._since > _LONG
        self.hints.setText(_hints() if not heard and is_long else "")
        self.hints.setVisible(bool(self.hints.text()))

    @Slot()
    def show_network(self) -> None:
        name = self._presenter.network = self.network_edit.text().strip()
        self.network_code.show_address(wifi_code(name, self.password_edit.text()))
        self.network_code.setVisible(bool(name))

    def _on_paper(self) -> None:
        self.paper_asked.emit()
        self.accept()


def _say_answered(heard: dict[datetime, str], now: datetime) -> str:
    if not heard:
        return _("No phone has answered yet.")
    words = ngettext(
        "{number} phone has answered, the last one {ago}: {addresses}",
        "{number} phones have answered, the last one {ago}: {addresses}",
        len(heard),
    )
    newest = sorted(heard, reverse=True)
    return words.format(
        number=len(heard),
        ago=say_ago(newest[0], now),
        addresses=", ".join(heard[at] for at in newest[:_MOST]),
    )


def _hints() -> str:
    """Say what most often keeps a phone away, the likeliest first."""
    return "\n".join(
        (
            _("If nobody answers after a minute:"),
            _("• Is the phone in the same network, and its mobile data off?"),
            _("• A guest network often keeps its phones apart: use your own hotspot."),
            _("• Does the firewall of this computer let wcafe in?"),
            _("• Many access points take some thirty phones: share them out, or use paper too."),
        )
    )
