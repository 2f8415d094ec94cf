"""The card of the checklist, after the seven design principles."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from wcafe.domain.checklist import PRINCIPLES
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.widgets.parts import Card, Chip, Text
from wcafe.ui.words import _


class ChecklistCard(Card):
    """What to have thought of; ticks are kept in the café."""

    def __init__(self, presenter: CafePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.count = Chip("", "good")
        head = QHBoxLayout()
        head.addWidget(Text(_("Before the doors open"), "heading", wraps=True), 1)
        head.addWidget(self.count)
        self.column.addLayout(head)
        self.boxes: dict[str, QCheckBox] = {}
        for number, principle in enumerate(PRINCIPLES, 1):
            self.column.addWidget(Text(f"{number}  {_(principle.name)}", "strong", wraps=True))
            for key, sentence in principle.items:
                row = QHBoxLayout()
                row.setSpacing(10)
                box = QCheckBox()
                box.setAccessibleName(_(sentence))
                words = Text(_(sentence), "muted", wraps=True)
                words.setBuddy(box)
                row.addWidget(box)
                row.addWidget(words, 1)
                self.column.addLayout(row)
                box.clicked.connect(
                    lambda is_done, key=key: self._presenter.tick(key, is_done=is_done)
                )
                self.boxes[key] = box

    def show_cafe(self) -> None:
        checked = self._presenter.cafe.checked
        for key, box in self.boxes.items():
            box.setChecked(key in checked)
        done = len(checked & self.boxes.keys())
        self.count.setText(_("{done} of {all}").format(done=done, all=len(self.boxes)))
