"""The window while a café is being opened: there at once, calm, in the place of the one to come."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from wcafe.ui.widgets.parts import Text
from wcafe.ui.words import _

USUAL_SIZE = (1280, 800)
FRAME = (16, 48)
"""Pixels that computers put around a window, by width and height, before anybody can ask."""


def first_size(screen: QScreen) -> QSize:
    """Return how large a window is at first: as usual, or what `screen` has room for."""
    free = screen.availableGeometry().size() - QSize(*FRAME)
    return QSize(*USUAL_SIZE).boundedTo(free)


def say_alone(sentence: str) -> None:
    """Say in a box of its own, while there is no window, what went wrong."""
    box = QMessageBox()
    box.setWindowTitle("wcafe")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.exec()


def ask_alone(sentence: str, words: str) -> bool:
    """Say it with a button of these `words`; return whether that was pressed, and not Cancel."""
    box = QMessageBox()
    box.setWindowTitle("wcafe")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    do_button = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is do_button


class OpeningWindow(QWidget):
    """Side bar and paper, and a `sentence` that says what goes on."""

    def __init__(self, sentence: str, geometry: QByteArray) -> None:
        super().__init__()
        self.setWindowTitle("wcafe")
        self.setObjectName("opening")
        side = QFrame()
        side.setObjectName("side")
        side.setFixedWidth(208)
        brand = Text("wcafe")
        brand.setObjectName("brand")
        column = QVBoxLayout(side)
        column.setContentsMargins(22, 20, 12, 18)
        column.addWidget(brand)
        column.addStretch(1)
        self.sentence = Text(sentence, "muted")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.sentence, 1)
        if not self.restoreGeometry(geometry):
            self.resize(first_size(self.screen()))
