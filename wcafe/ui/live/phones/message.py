"""What the facilitator tells all phones at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from wcafe.domain.phones import LONGEST_MESSAGE
from wcafe.ui.widgets.entry import EntryDialog
from wcafe.ui.widgets.parts import Text
from wcafe.ui.words import _

_WIDE = 500  # pixels: most messages are seen whole


class MessageDialog(EntryDialog):
    """Asks for one sentence; it begins with the one that phones show now."""

    def __init__(self, message: str, tell: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(_("Message to phones"), _("Show on all phones"), tell, parent)
        told = _("Phones show it above the field to write in, until you take it back.")
        self.column.addWidget(Text(told, wraps=True))
        self.message_edit = QLineEdit(message)
        self.message_edit.setMaxLength(LONGEST_MESSAGE)
        self.message_edit.setPlaceholderText(_("Please send what you have: harvest in two minutes"))
        self.message_edit.selectAll()
        self.ask({_("Message"): self.message_edit})
        self.message_edit.setMinimumWidth(_WIDE)
