"""A workspace in a window of its own, beside the main one, on the same café."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from wcafe.errors import WcafeError
from wcafe.services.changes import Changed
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.widgets.parts import Page, Text
from wcafe.ui.widgets.theme import colours
from wcafe.ui.window.pages import Pages
from wcafe.ui.window.saved_line import SavedLine
from wcafe.ui.window.side_bar import SavedDot, saved_words
from wcafe.ui.window.workspaces import Aside, Shown, name_of

SMALLEST = (560, 420)


class SavedWords(QWidget):
    """Whether all is saved, for a window without a side bar."""

    def __init__(self) -> None:
        super().__init__()
        self.dot = SavedDot(colours)
        self.words = Text("", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.dot)
        row.addWidget(self.words)

    def show_saved(self, file: str, at: datetime) -> None:
        self.words.setText(saved_words(at))
        self.dot.setToolTip(file)
        self.dot.show_state(is_saved=True)

    def show_unsaved(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.dot.setToolTip("")
        self.dot.show_state(is_saved=False)


class OwnWindow(QMainWindow):
    """One page of the café on the desk, with what it tells and whether all is saved.

    Signals:
        closing: it goes away; what was typed in it is kept.
        moved_on: something of how it looks is to be remembered.
        asked: its page leads to a workspace, and to a place there or None.
    """

    closing = Signal()
    moved_on = Signal()
    asked = Signal(object, object)

    def __init__(
        self,
        desk: DeskCafe,
        workspace: Shown,
        presenter_of: Callable[[Shown], Presenter],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._is_closed = False
        self.workspace = workspace
        self.pages = Pages(desk, presenter_of)
        self.tell = self.pages.tell
        self.saved = SavedWords()
        self.pages.foot.add(self.saved)
        self.saved_line = SavedLine(desk, self.saved, self.tell, self.pages.all, self)
        self.setCentralWidget(self.pages)
        self.setMinimumSize(*SMALLEST)
        self._look_again = QTimer(self)  # in a turn of its own, after the page
        self._look_again.setSingleShot(True)
        self._look_again.timeout.connect(self.show_state)
        self.pages.asked.connect(self.asked)
        desk.bus.changed.connect(self._on_changed)
        self.pages.turn_to(workspace)
        self.page.view_changed.connect(self.moved_on)
        self.show_state()

    @property
    def page(self) -> Page:
        return self.pages.page(self.workspace)

    @property
    def name(self) -> str:
        """What this window is called beside others of the café."""
        name = name_of(self.workspace)
        return name if self.workspace in set(Aside) else f"{name} {self._desk.window}"

    def show_state(self) -> None:
        """Show whose café this is and what stands on disk, as wide as the page needs at least."""
        self.setMinimumWidth(max(SMALLEST[0], self.page.minimumWidth()))
        try:
            title = self._desk.services.cafes.snapshot().cafe.title
        except WcafeError as error:
            self.tell.show_failure(error)
            return
        self.setWindowTitle(f"{title} – {self.name} – wcafe")
        self.saved_line.show()

    def focus_next_part(self) -> None:
        """Put the keyboard where the work of the page begins."""
        self.page.take_focus()

    def retire(self) -> None:
        """Make room for another window of the same workspace, or for another café."""
        self._is_closed = True
        self._look_again.stop()
        self.saved_line.retire()
        self._desk.bus.changed.disconnect(self._on_changed)
        self.pages.retire()
        self.hide()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.moved_on.emit()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_closed:
            super().closeEvent(event)
            return
        self.pages.keep_typed()
        if self._desk.waits:
            event.ignore()  # its words would go with it, and why they are not kept is told in it
            return
        self.closing.emit()
        super().closeEvent(event)

    def _on_changed(self, _changed: Changed) -> None:
        self._look_again.start()


def raise_window(window: QWidget) -> None:
    """Bring `window` before all others, with the keyboard; also one that was made small."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.activateWindow()
