"""How many people are what, which tables suit them, and the way to the plan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from wcafe.ui.people.presenter import PeoplePresenter
from wcafe.ui.widgets.parts import Card, Figure, Text, push_button, restyle
from wcafe.ui.words import _, ngettext


class FiguresCard(Card):
    """Four figures and a sentence. `asked` says that the plan is wanted."""

    asked = Signal()

    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.seated, self.hosts = Figure(""), Figure("")
        self.willing, self.unseated = Figure(""), Figure("")
        self.proposal = Text("", "strong", wraps=True)
        self.plan_button = push_button(_("Go to the seating plan"), self.asked.emit)
        row = QHBoxLayout()
        row.setSpacing(20)
        for figure in (self.seated, self.hosts, self.willing, self.unseated):
            row.addWidget(figure, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.proposal, 3)
        row.addWidget(self.plan_button)
        self.column.addLayout(row)

    def show_figures(self) -> None:
        figures = self._presenter.figures
        seated, hosts, willing = figures.seated, figures.hosts, figures.willing
        unseated = _("not seated")
        if figures.away:
            unseated = ngettext(
                "not seated · {number} not coming", "not seated · {number} not coming", figures.away
            ).format(number=figures.away)
        for figure, number, caption in (
            (self.seated, seated, ngettext("person to seat", "people to seat", seated)),
            (self.hosts, hosts, ngettext("table host", "table hosts", hosts)),
            (self.willing, willing, ngettext("willing host", "willing hosts", willing)),
            (self.unseated, figures.unseated, unseated),
        ):
            figure.show_value(str(number), caption)
        words, will_do = self._presenter.proposal
        self.proposal.setText(words)
        restyle(self.proposal, chip=None if will_do else "care")
        self.plan_button.setEnabled(figures.seated > 0)
