"""What a synthesis must not forget: how many there are of each, and the way to them."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.kinds import Kind
from wcafe.i18n import labelled
from wcafe.ui.synthesis.coverage import About, Scope, tensions, unsorted
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.elided_button import ElidedButton
from wcafe.ui.widgets.parts import Text
from wcafe.ui.words import _, desk_words, figure

_SHOWN = (About.TENSIONS, About.LONE, About.QUESTIONS, About.UNSORTED)


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
        names = (_("Tensions"), _("Lone voices"), _("Open questions"), _("Notes without a theme"))
        self._names = dict(zip(_SHOWN, names, strict=True))
        self.buttons: dict[About, ElidedButton] = {}
        for about, name in self._names.items():
            button = ElidedButton(name, partial(presenter.look_at, Scope(about)))
            button.setProperty("kind", "line")
            self.buttons[about] = button
            self.counts[about] = Text("0", "strong")
            row = QHBoxLayout()
            row.addWidget(button, 1)
            row.addWidget(self.counts[about])
            column.addLayout(row)

    def show_counts(self) -> None:
        shot = self._presenter.snapshot
        found = (
            len(tensions(shot.notes, shot.opposed)),
            sum(note.is_lone for note in shot.notes),
            sum(note.kind is Kind.QUESTION for note in shot.notes),
            len(unsorted(shot.notes, shot.themes)),
        )
        for about, number in zip(_SHOWN, found, strict=True):
            self.counts[about].setText(figure(number))
            name = labelled(self._names[about], figure(number), desk_words())
            self.buttons[about].setAccessibleName(name)
