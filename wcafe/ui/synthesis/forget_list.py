"""What a synthesis must not forget: how many there are of each, and the way to them."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.kinds import Kind
from wcafe.ui.synthesis.coverage import About, Scope, tensions, unsorted
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.words import _, figure


class ForgetList(QWidget):
    """Tensions, lone voices, open questions and notes without a theme, with their counts."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.counts: dict[About, Text] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Text(_("Not to be forgotten"), "strong", wraps=True))
        self._names = {
            About.TENSIONS: _("Tensions"),
            About.LONE: _("Lone voices"),
            About.QUESTIONS: _("Open questions"),
            About.UNSORTED: _("Notes without a theme"),
        }
        self.buttons = {}
        for about, name in self._names.items():
            button = push_button(name, partial(presenter.look_at, Scope(about)), kind="line")
            self.buttons[about] = button
            self.counts[about] = Text("0", "strong")
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            row.addWidget(self.counts[about])
            column.addLayout(row)

    def show_counts(self) -> None:
        shot = self._presenter.snapshot
        found = {
            About.TENSIONS: len(tensions(shot.notes, shot.opposed)),
            About.LONE: sum(note.is_lone for note in shot.notes),
            About.QUESTIONS: sum(note.kind is Kind.QUESTION for note in shot.notes),
            About.UNSORTED: len(unsorted(shot.notes, shot.themes)),
        }
        for about, number in found.items():
            self.counts[about].setText(figure(number))
            self.buttons[about].setAccessibleName(f"{self._names[about]}: {figure(number)}")
