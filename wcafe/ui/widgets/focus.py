"""The keyboard stays where the hand was, also where its button cannot be used for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_REASON = Qt.FocusReason.OtherFocusReason


class FocusKeeper(QObject):
    """Keeps Qt from giving the keyboard to whatever comes next.

    Where a part of `page` has the keyboard and is disabled or goes away, the next arrow key
    would change something that nobody looked at. Here the keyboard rests at a `place` where keys
    do no harm. Where that is the page itself, it goes back once the part can be used again,
    unless somebody took it elsewhere meanwhile.
    """

    def __init__(self, page: QWidget, place: Callable[[], QWidget]) -> None:
        super().__init__(page)
        self._page, self._place = page, place
        self._waits: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and watched is self._waits:
            self._go_back()
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        page = self._page
        if before is None or not isValid(page):  # Qt says it once more while a page goes
            return
        if not page.isVisible() or not page.isAncestorOf(before):
            return
        if before.isEnabled() and before.isVisible():
            return
        place = self._place()
        self._forget()
        if place is page:
            self._waits = before
            before.installEventFilter(self)
        if now is not place:
            place.setFocus(_REASON)

    def _go_back(self) -> None:
        before = self._waits
        if before is not None and before.isEnabled():
            self._forget()
            if self._page.hasFocus():
                before.setFocus(_REASON)

    def _forget(self) -> None:
        if self._waits is not None and isValid(self._waits):  # rows may be made anew meanwhile
            self._waits.removeEventFilter(self)
        self._waits = None


def holds_focus(part: QWidget) -> bool:
    """Is the keyboard at `part`, or at something in it?"""
    now = QApplication.focusWidget()
    return now is not None and (now is part or part.isAncestorOf(now))
