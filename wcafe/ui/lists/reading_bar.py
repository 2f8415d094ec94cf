"""How a list was read: encoding, row of headings, separator; and that it was read as before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.lists.layout import ENCODINGS, SEPARATORS, encoding_key
from wcafe.ui.widgets.fields import ChoiceField, NumberField
from wcafe.ui.widgets.parts import Text, push_button, with_label
from wcafe.ui.words import _

_MOST_HEADER = 999  # the last row in which headings can be chosen


class ReadingBar(QWidget):
    """Each guess about the list as a whole, to be changed.

    Signals:
        encoding_chosen: another encoding, as Python calls it.
        header_chosen: another row of headings, from 1; 0 for none.
        anew_asked: the list is to be read as if it were the first of its kind.
    """

    encoding_chosen = Signal(object)
    header_chosen = Signal(int)
    anew_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.encoding_choice = ChoiceField(_("Encoding"))
        self.header_edit = NumberField(_("Headings in row"), 0, _MOST_HEADER)
        self.header_edit.setSpecialValueText(_("none"))
        self.separator = Text("", "muted", wraps=True)
        self.remembered = Text(_("Read as the last list with these headings."), "muted", wraps=True)
        self.anew_button = push_button(_("Read it anew"), self.anew_asked.emit, kind="quiet")
        self._encoding = QWidget()
        below = with_label(_("Encoding"), self.encoding_choice)
        below.setContentsMargins(0, 0, 0, 0)
        self._encoding.setLayout(below)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._encoding, 0, Qt.AlignmentFlag.AlignBottom)
        row.addLayout(with_label(_("Headings in row"), self.header_edit))
        row.addWidget(self.separator, 1, Qt.AlignmentFlag.AlignBottom)
        known = QHBoxLayout()
        known.addWidget(self.remembered, 1)
        known.addWidget(self.anew_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(known)
        column.addLayout(row)
        self.encoding_choice.kept.connect(self.encoding_chosen)
        self.header_edit.kept.connect(self.header_chosen)

    def show_reading(
        self,
        *,
        encoding: str | None,
        delimiter: str | None,
        header_row: int | None,
        is_remembered: bool,
    ) -> None:
        """Show how the list was read; without `encoding` there is none to choose."""
        for part in (self.remembered, self.anew_button):
            part.setVisible(is_remembered)
        self._encoding.setVisible(encoding is not None)
        if encoding is not None:
            key = encoding_key(encoding)
            names = {name: _(words) for name, words in ENCODINGS.items()}
            self.encoding_choice.show_choices({**names, **({} if key in names else {key: key})})
            self.encoding_choice.show_key(key)
        self.header_edit.show_number(header_row or 0)
        words = _(SEPARATORS.get(delimiter, delimiter)) if delimiter else ""
        self.separator.setText(_("Separated by {what}").format(what=words) if words else "")
