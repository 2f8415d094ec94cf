"""A few choices side by side, one of which is made."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

_AROUND_TAB = 40  # pixels: padding, border and margin of the style sheet, one to spare each side


class Segments(QTabBar):
    """A choice of one among few, side by side: rounds, views. `currentChanged` says which.

    Where there is no room for the names, short ones stand in their place, with the whole name
    in a tip.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._names: list[str] = []
        self._short: list[str] = []
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
        words = self.tabText(place).replace("&&", "&")
        return QSize(self._width(words), super().tabSizeHint(place).height())

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._names), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(self._short or self._names), super().minimumSizeHint().height())

    def show_choices(self, names: Sequence[str], *, short: Sequence[str] = ()) -> None:
        """Offer `names`; the place that was chosen stays chosen if it still exists.

        Args:
            names: what each choice is called.
            short: as many shorter names, if there are any.
        """
        self._names, self._short = list(names), list(short)
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        for name in names[self.count() :]:
            self.addTab(name.replace("&", "&&"))
        self._show_names()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_names()
        super().resizeEvent(event)

    def _show_names(self) -> None:
        is_short = bool(self._short) and self.width() < self._wide(self._names)
        for place, name in enumerate(self._names):
            shown = self._short[place] if is_short else name
            self.setTabText(place, shown.replace("&", "&&"))
            self.setTabToolTip(place, name if is_short else "")
            self.setAccessibleTabName(place, name)

    def _wide(self, names: list[str]) -> int:
        return sum(self._width(name) for name in names)

    def _width(self, words: str) -> int:
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(bold).horizontalAdvance(words) + _AROUND_TAB
