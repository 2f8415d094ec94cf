"""Hands of a facilitator: what pytest-qt cannot type."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication


def type_text(widget, text):
    """Type any characters into `widget`, not only those of an English keyboard."""
    none = Qt.KeyboardModifier.NoModifier
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, none, letter))


def retype(qtbot, field, text):
    """Replace what a field holds and press Enter."""
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def drop(widget, dragged, at=(20, 20), *, action=Qt.DropAction.CopyAction):
    """Drop `dragged` on `widget`, as at the end of a drag by mouse; return whether it is taken."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(*at)
    enter = QDragEnterEvent(place, action, dragged, left, none)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDragMoveEvent(place, action, dragged, left, none))
        QApplication.sendEvent(widget, QDropEvent(place, action, dragged, left, none))
    return enter.isAccepted()


def show_page(qtbot, page):
    """Show the page of a workspace in the size that the first window gives it."""
    qtbot.addWidget(page)
    page.resize(1072, 776)
    page.show()
    return page
