"""The dialogue that gives a round a name and a day of its own."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from wcafe.domain.agenda import Round
from wcafe.domain.lengths import CELL
from wcafe.ui.widgets.dates import write_day
from wcafe.ui.widgets.entry import EntryDialog
from wcafe.ui.words import _


class RoundDialog(EntryDialog):
    """Two fields, both of which may stay empty; Enter keeps.

    Args:
        title: what the round is called without them.
        round_: as it is.
        keep: is given the name and the day as typed; returns whether they are kept.
        parent: the window that asks.
    """

    def __init__(
        self, title: str, round_: Round, keep: Callable[[str, str], bool], parent: QWidget
    ) -> None:
        super().__init__(title, _("Keep"), keep, parent)
        self.name_edit = QLineEdit(round_.name, maxLength=CELL)
        self.day_edit = QLineEdit(write_day(round_.day) if round_.day is not None else "")
        self.day_edit.setPlaceholderText(_("the day of the café"))
        fields = {_("Name of the round"): self.name_edit, _("Day of the round"): self.day_edit}
        self.ask(fields, may_be_empty=True)
