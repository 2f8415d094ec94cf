"""How many people came, counted and not named: in all, and to each round."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from wcafe.domain.marks import round_title
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.widgets.parts import GAP, Card, Text, with_label
from wcafe.ui.words import _, desk_words

_ACROSS = 3  # fields side by side
_LONGEST = 12  # characters of a number


class HeadcountCard(Card):
    """A field for all together, and one a round; what is empty is left out on paper."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__(_("How many people came"))
        self._presenter = presenter
        self.column.addWidget(
            Text(
                _("For a café without a list of names. What you leave empty is not printed."),
                "muted",
                wraps=True,
            )
        )
        self.all_edit = LineField(_("In all"), most=_LONGEST)
        self.all_edit.kept.connect(presenter.count_people)
        self.round_edits: list[LineField] = []
        self.column.addLayout(with_label(_("In all"), self.all_edit))
        self._grid = QWidget()
        self.column.addWidget(self._grid)
        self._titles: list[str] = []

    def show_counts(self) -> None:
        cafe = self._presenter.cafe
        words = desk_words()
        titles = [round_title(n, round_, words) for n, round_ in enumerate(cafe.rounds)]
        if titles != self._titles:
            self._build(titles)
        self.all_edit.show_text(_number(cafe.headcount))
        for field, round_ in zip(self.round_edits, cafe.rounds, strict=True):
            field.show_text(_number(round_.headcount))

    def keep_typed(self) -> None:
        for field in (self.all_edit, *self.round_edits):
            field.keep()

    def _build(self, titles: list[str]) -> None:
        """Have a field for each of these rounds, which were named or added since."""
        self.column.removeWidget(self._grid)
        self._grid.deleteLater()
        self._titles, self.round_edits, self._grid = titles, [], QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        for round_, title in enumerate(titles):
            field = LineField(title, most=_LONGEST)
            field.kept.connect(partial(self._presenter.count_people, round_=round_))
            self.round_edits.append(field)
            grid.addLayout(with_label(title, field), round_ // _ACROSS, round_ % _ACROSS)
        self.column.addWidget(self._grid)


def _number(people: int | None) -> str:
    return "" if people is None else str(people)
