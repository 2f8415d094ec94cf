"""How fields stand on the card of details: side by side, and a switch behind its words."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wcafe.ui.widgets.dates import write_day
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.widgets.parts import Text, with_label
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.words import _


def show_line(field: LineField, said: set[object]) -> None:
    is_one = len(said) == 1
    value = next(iter(said)) if is_one else None
    field.setPlaceholderText(_("(several)") if len(said) > 1 else "")
    shown = write_day(value) if isinstance(value, date) else str(value)
    field.show_text("" if value is None else shown)


def side_by_side(*fields: QWidget) -> QWidget:
    """Return fields beside each other, each under its name."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    for field in fields:
        row.addLayout(with_label(field.accessibleName(), field), 1)
    return line


def with_words(switch: Switch) -> QWidget:
    """Return a switch behind the words that say what it is."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    words = Text(switch.accessibleName(), wraps=True)
    words.setBuddy(switch)
    row.addWidget(words, 1)
    row.addWidget(switch)
    return line
