"""What a phone is called, so that the facilitator knows whose it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from wcafe.domain.phones import Phone
from wcafe.ui.widgets.entry import EntryDialog
from wcafe.ui.words import _

_LONGEST = 60  # characters


class NameDialog(EntryDialog):
    """Asks what a phone is to be called."""

    def __init__(self, phone: Phone, rename: Callable[[Phone, str], None], parent: QWidget) -> None:
        def keep(name: str) -> bool:
            rename(phone, name)
            return True

        super().__init__(_("Name of the phone"), _("Keep"), keep, parent)
        self.name_edit = QLineEdit(phone.name)
        self.name_edit.setMaxLength(_LONGEST)
        self.ask({_("Name, for the organisers only"): self.name_edit}, may_be_empty=True)
