"""The card of the questions: how they are asked, and a field for each."""

from PySide6.QtWidgets import QVBoxLayout

from wcafe.domain.cafe import Mode
from wcafe.i18n import N_
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.widgets.fields import AreaField, ChoiceField, unkept
from wcafe.ui.widgets.parts import Card, Text, clear, with_label
from wcafe.ui.widgets.tab_order import tab_in_reading_order
from wcafe.ui.words import _

_MODES = {
    Mode.SAME: N_("One question for all rounds"),
    Mode.PER_ROUND: N_("A new question each round"),
    Mode.PER_TABLE: N_("Each table has its own question"),
    Mode.PER_ZONE: N_("Topics, each at several tables"),
    Mode.MATRIX: N_("A question for each table and round"),
}
_OFFERED = (Mode.SAME, Mode.PER_ROUND, Mode.PER_TABLE)


class QuestionsCard(Card):
    """As many fields as the chosen mode has questions."""

    def __init__(self, presenter: CafePresenter) -> None:
        super().__init__(_("Questions"))
        self._presenter = presenter
        self.mode_choice = ChoiceField(_("How questions are asked"))
        self.column.addLayout(with_label(_("How questions are asked"), self.mode_choice))
        self._rows = QVBoxLayout()
        self.column.addLayout(self._rows)
        self.hint = Text("", "muted", wraps=True)
        self.column.addWidget(self.hint)
        self.fields: list[AreaField] = []
        self._places: list[str] = []
        self.mode_choice.kept.connect(presenter.set_mode)

    def show_cafe(self) -> None:
        questions = self._presenter.cafe.questions
        offered = dict.fromkeys((*_OFFERED, questions.mode))
        self.mode_choice.show_choices({mode: _(_MODES[mode]) for mode in offered})
        self.mode_choice.show_key(questions.mode)
        places = self._presenter.question_places()
        typed = {}
        if places != self._places:
            typed = unkept(dict(enumerate(self.fields)))
            self._build(places)
        for place, field in enumerate(self.fields):
            field.show_text(questions.texts[place] if place < len(questions.texts) else "")
        for place, text in typed.items():
            if place < len(self.fields):
                self.fields[place].type_in(text)
        self.hint.setText("" if places else _("Choose the number of tables first, at the right."))
        self.hint.setVisible(not places)

    def keep_typed(self) -> None:
        for field in self.fields:
            field.keep()

    def _build(self, places: list[str]) -> None:
        clear(self._rows)
        self._places, self.fields = places, []
        for place, name in enumerate(places):
            field = AreaField(name, _("An open question that matters to those who come"))
            field.kept.connect(lambda text, place=place: self._presenter.set_question(place, text))
            self._rows.addLayout(with_label(name, field))
            self.fields.append(field)
        tab_in_reading_order(self)
