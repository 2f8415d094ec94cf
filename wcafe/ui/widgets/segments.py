"""A few choices side by side, one of which is made."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QTabBar

_AROUND_TAB = 40  # pixels: padding, border and margin of the style sheet, one to spare each side


class Segments(QTabBar):
    """A choice of one among few, side by side: rounds, views. `currentChanged` says which."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, place: int) -> QSize:
        """Give each choice the room of its bold words, so that choosing one moves no other.

        Qt would ask for more room once one is chosen and bold, and scroll what does not fit.
        """
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(bold).horizontalAdvance(self.tabText(place).replace("&&", "&"))
        return QSize(words + _AROUND_TAB, super().tabSizeHint(place).height())

    def show_choices(self, names: list[str]) -> None:
        """Offer `names`; the place that was chosen stays chosen if it still exists."""
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        for place, name in enumerate(names):
            plain = name.replace("&", "&&")
            if place < self.count():
                self.setTabText(place, plain)
            else:
                self.addTab(plain)
