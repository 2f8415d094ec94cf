"""Which column fills which field: a chooser each."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from wcafe.ui.lists.layout import NOTHING, Layout
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import with_label

_ABREAST = 4  # choosers in a row


class MappingGrid(QWidget):
    """A chooser a field.

    Args:
        titles: the fields, each with its words.

    Signals:
        chosen: a field, and the place of the column that is to fill it, or NOTHING.
    """

    chosen = Signal(str, int)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.choosers = {name: ChoiceField(words) for name, words in titles.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        for at, (name, words) in enumerate(titles.items()):
            chooser = self.choosers[name]
            chooser.setMinimumContentsLength(6)
            chooser.kept.connect(partial(self.chosen.emit, name))
            grid.addLayout(with_label(words, chooser), at // _ABREAST, at % _ABREAST)
            grid.setColumnStretch(at % _ABREAST, 1)

    def show_layout(self, layout: Layout) -> None:
        choices = layout.choices()
        for name, chooser in self.choosers.items():
            chooser.show_choices(choices)
            chooser.show_key(layout.places.get(name, NOTHING))
