"""Below the board: notes that are not here yet, and what all phones are told."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wcafe.ui.live.phones.presenter import PhonesPresenter
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.words import _, ngettext


class Bar(QFrame):
    """A sentence on a coloured ground, and what one may do about it."""

    def __init__(self, surface: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.setProperty("surface", surface)
        self.words = Text("", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(self.words, 1)
        for button in buttons:
            row.addWidget(button)

    def say(self, words: str) -> None:
        """Say `words`; without any it is not there."""
        self.words.setText(words)
        self.setVisible(bool(words))


class Foot(QWidget):
    """Only what there is is shown.

    Signals:
        message_asked: all phones are to be told something.
    """

    message_asked = Signal()

    def __init__(self, presenter: PhonesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.message_button = self._button(_("Message to phones…"))
        self.change_button = self._button(_("Change…"))
        self.back_button = push_button(
            _("Take the message back"), presenter.take_message_back, kind="small"
        )
        self.unsent = Bar("care", self.message_button)
        self.message = Bar("soft", self.change_button, self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.unsent)
        column.addWidget(self.message)
        presenter.shown.connect(self.show_foot)
        presenter.ticked.connect(self.show_foot)
        self.show_foot()

    def _button(self, words: str) -> QPushButton:
        return push_button(words, self.message_asked.emit, kind="small")

    @Slot()
    def show_foot(self) -> None:
        presenter = self._presenter
        is_open = presenter.serving is not None
        message = presenter.station.message if is_open else ""
        told = _("On all phones: “{message}”").format(message=message)
        self.message.say(told if message else "")
        self.unsent.say(_say_unsent(presenter.unsent))
        self.message_button.setVisible(is_open and not message)
        self.setVisible(not (self.unsent.isHidden() and self.message.isHidden()))


def _say_unsent(unsent: tuple[tuple[int, int], ...]) -> str:
    if not unsent:
        return ""
    number = sum(each for _table, each in unsent)
    if len(unsent) > 1:
        words = _("Before the harvest: {number} notes of tables {tables} are not here yet.")
        tables = ", ".join(str(table + 1) for table, _number in unsent)
        return words.format(number=number, tables=tables)
    words = ngettext(
        "Before the harvest: {number} note of table {table} is not here yet.",
        "Before the harvest: {number} notes of table {table} are not here yet.",
        number,
    )
    return words.format(number=number, table=unsent[0][0] + 1)
