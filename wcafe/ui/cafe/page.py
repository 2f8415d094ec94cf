"""Prepare on screen: what the café is about, its questions, agenda, tables and checklist."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wcafe.ui.cafe.agenda import AgendaCard
from wcafe.ui.cafe.checklist import ChecklistCard
from wcafe.ui.cafe.details import DetailsCard
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.cafe.questions import QuestionsCard
from wcafe.ui.cafe.sheets import HarvestSheets
from wcafe.ui.cafe.sheets_card import SheetsCard
from wcafe.ui.cafe.tables import TablesCard
from wcafe.ui.cafe.words_card import WordsCard
from wcafe.ui.widgets.folding import FoldingRow
from wcafe.ui.widgets.parts import WIDE, Page, in_scroll_area, push_button
from wcafe.ui.words import _, ngettext


class CafePage(Page):
    """Two columns of cards that scroll together, or one where the window is narrow."""

    def __init__(self, presenter: CafePresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Prepare"), parent)
        self._presenter = presenter
        self.follow(presenter)
        self.details = DetailsCard(presenter)
        self.questions = QuestionsCard(presenter)
        self.agenda = AgendaCard(presenter)
        self.tables = TablesCard(presenter)
        self.sheets = SheetsCard(HarvestSheets(presenter))
        self.checklist = ChecklistCard(presenter)
        self.words = WordsCard(presenter)
        self.people_button = push_button(
            _("Next: the people"), lambda: self.page_asked.emit("people"), kind="primary"
        )
        self.head_actions.addWidget(self.people_button)

        columns = FoldingRow(WIDE)
        columns.setContentsMargins(0, 0, 8, 0)
        for cards in (
            (self.details, self.questions, self.sheets, self.checklist),
            (self.agenda, self.tables, self.words),
        ):
            column = QVBoxLayout()
            column.setSpacing(WIDE)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.add(column, 1)
        self.body.addWidget(in_scroll_area(columns), 1)
        presenter.shown.connect(self._on_shown)
        self.show_cafe()

    @Slot()
    def _on_shown(self) -> None:
        self.when_seen(self.show_cafe)

    def show_cafe(self) -> None:
        presenter = self._presenter
        tables = len(presenter.tables)
        facts = [
            ngettext("{number} round", "{number} rounds", presenter.rounds).format(
                number=presenter.rounds
            )
        ]
        if tables:
            facts.append(
                ngettext("{number} table", "{number} tables", tables).format(number=tables)
            )
        if presenter.people:
            facts.append(
                ngettext("{number} participant", "{number} participants", presenter.people).format(
                    number=presenter.people
                )
            )
        self.subtitle.setText(" · ".join(facts))
        for card in (*self._typed_into, self.checklist, self.words):
            card.show_cafe()

    def take_focus(self) -> None:
        self.details.title_edit.setFocus()

    def keep_typed(self) -> None:
        for card in self._typed_into:
            card.keep_typed()

    @property
    def _typed_into(
        self,
    ) -> tuple[DetailsCard, QuestionsCard, SheetsCard, AgendaCard, TablesCard]:
        return (self.details, self.questions, self.sheets, self.agenda, self.tables)
