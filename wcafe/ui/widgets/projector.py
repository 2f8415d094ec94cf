"""A window that everybody looks at: it fills the projector if there is one, and finds it again."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QMouseEvent, QScreen
from PySide6.QtWidgets import QWidget

from wcafe.ui.widgets.screens import room_screen, screen_key

_AS_WINDOW = (1024, 576)


class ProjectorWindow(QWidget):
    """Fills the second screen; a double click leaves the full screen, or goes back to it.

    Args:
        remembered: returns the screen that was filled last, by name and size.
        remember: is told which screen is filled by hand.
    """

    def __init__(self, remembered: Callable[[], str], remember: Callable[[str], object]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._remembered, self._remember = remembered, remember
        self._filled = ""  # the screen that is filled, or was, by name and size
        self._lost = ""  # the screen that was unplugged while it was filled
        self.setMinimumSize(480, 270)
        self.resize(*_AS_WINDOW)

    def open_on(self, desk: QScreen) -> None:
        """Fill the second screen; with `desk` alone be a window that can be moved."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._on_screen_removed)
        app.screenAdded.connect(self._on_screen_added)
        screen = room_screen(app.screens(), desk, self._remembered())
        if screen is None:
            self.show()
            return
        self._fill(screen)

    def _fill(self, screen: QScreen) -> None:
        self._filled, self._lost = screen_key(screen), ""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self._fill(self.screen())
            self._remember(self._filled)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.toggle_full_screen()

    def go_back(self) -> None:
        """Be an ordinary window in a corner of the main screen, where the desk is."""
        main = QGuiApplication.primaryScreen()
        self.hide()  # a window that is shown would return to where it was before
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(main)
        area = main.availableGeometry()
        here = QRect(area.topLeft(), QSize(*_AS_WINDOW).boundedTo(area.size()))
        here.moveBottomRight(area.bottomRight())
        self.setGeometry(here)
        self.show()

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:
        """If the projector was unplugged, come back; Qt would fill the screen of the desk."""
        if self.isFullScreen() and screen_key(screen) == self._filled:
            self._lost = self._filled
            self.go_back()

    @Slot(QScreen)
    def _on_screen_added(self, screen: QScreen) -> None:
        """If the projector is plugged in again, fill it again."""
        if self.isVisible() and self._lost == screen_key(screen):
            self._fill(screen)
