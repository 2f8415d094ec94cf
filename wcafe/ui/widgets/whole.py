"""Words that were cut are whole in a tip."""

from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def tells_whole(widget: QWidget, event: QEvent, words: str, room: int) -> bool:
    """Tell `words` in a tip if `event` asks for one and they do not fit into `room` pixels.

    Returns whether a tip was shown, so that `event` is done.
    """
    if not (isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip):
        return False
    if widget.fontMetrics().horizontalAdvance(words) <= room:
        return False
    QToolTip.showText(event.globalPos(), f"<qt>{escape(words)}</qt>", widget)
    return True
