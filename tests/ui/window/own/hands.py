"""What the tests of windows of their own do again and again."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction

from tests.ui.hands import type_text
from tests.ui.window.hands import entry
from wcafe.doors import doors
from wcafe.ui.window.desk import Desk


def open_harvest(desk, *, by_theme=False):
    """Open Harvest in one more window, as the menu does."""
    entry(desk, "Open in a new window").trigger()
    window = desk.own_windows.windows[-1]
    window.page.views.setCurrentIndex(int(by_theme))
    settle()
    window.page.list.doItemsLayout()
    return window


def settle():
    for _turn in range(6):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def write(page, text):
    """Type a note and press Enter, as a scribe does."""
    field = page.capture.text_edit
    field.setFocus()
    type_text(field, text)
    page.capture.keep_button.click()


def item(window, name):
    """The menu entry of `window` called `name`."""
    found = [each for each in window.findChildren(QAction) if each.text().replace("&", "") == name]
    assert found, [each.text() for each in window.findChildren(QAction)]
    return found[0]


def started_again(settings, tmp_path, path):
    """The desk as the next start finds it."""
    again = Desk(doors(), settings, home=tmp_path / "home")
    assert again.start(path)
    settle()
    return again


def put_away(desk):
    desk.close()
    desk.window.hide()
    desk.window.deleteLater()
