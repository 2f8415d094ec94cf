"""The card of figures: what the themes hold of the harvest, and what they leave out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from wcafe.domain.synthesis import Coverage
from wcafe.ui.widgets.parts import WIDE, Card, Figure
from wcafe.ui.words import _, figure, ngettext


class CoverageCard(Card):
    """Figures that count themes against all notes and all tables."""

    def __init__(self) -> None:
        super().__init__(_("Coverage"))
        self.sorted = Figure(_("notes are in themes"))
        self.heard = Figure(_("tables have a note in a theme"))
        self.worded = Figure(_("themes have a statement"))
        self.unsorted = Figure("")
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(8)
        for place, shown in enumerate((self.sorted, self.heard, self.worded, self.unsorted)):
            grid.addWidget(shown, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % 2, 1)
        self.column.addLayout(grid)

    def show_coverage(self, shown: Coverage) -> None:
        self.sorted.show_value(f"{figure(shown.sorted)}/{figure(shown.notes)}")
        self.heard.show_value(f"{shown.heard}/{shown.tables}")
        self.worded.show_value(f"{shown.worded}/{shown.themes}")
        caption = ngettext("note without a theme", "notes without a theme", shown.unsorted)
        self.unsorted.show_value(figure(shown.unsorted), caption)
