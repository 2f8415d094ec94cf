"""What stands on a page where nothing is yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.ui.widgets.parts import GAP, Text


class EmptyState(QWidget):
    """What a page says where nothing is yet: one sentence, and the button of the next step."""

    def __init__(self, sentence: str, button: QWidget | None = None) -> None:
        super().__init__()
        self.sentence = Text(sentence, "muted", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMinimumWidth(280)
        self.sentence.setMaximumWidth(460)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.sentence, 8)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row)
        if button is not None:
            column.addSpacing(GAP)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
