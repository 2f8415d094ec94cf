"""One code as large as the window, to be scanned by all of a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from wcafe.ui.live.phones.code import Code
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.words import _

_SIDE = 460  # pixels


class LargeCode(QDialog):
    """Esc puts it away."""

    def __init__(self, title: str, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.code = Code(title, _SIDE)
        self.code.show_address(address)
        column = QVBoxLayout(self)
        column.addWidget(Text(title, "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.code, 1, Qt.AlignmentFlag.AlignCenter)
        close = push_button(_("Close"), self.reject)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
