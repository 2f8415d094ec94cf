"""The dialogue that asks for the name of a theme."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from wcafe.domain.lengths import CELL
from wcafe.ui.widgets.entry import EntryDialog
from wcafe.ui.words import _


class NameDialog(EntryDialog):
    """One field; Enter keeps the name."""

    def __init__(self, title: str, name: str, keep: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(title, _("Keep"), keep, parent)
        self.name_edit = QLineEdit(name, maxLength=CELL)
        self.name_edit.selectAll()
        self.ask({_("Name of the theme, in the words people used"): self.name_edit})
