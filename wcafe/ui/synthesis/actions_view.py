"""What was agreed: actions with who and by when; and quotes, published only by consent."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wcafe.domain.kinds import Kind
from wcafe.domain.note_fields import state_name
from wcafe.domain.notes import NoteId
from wcafe.domain.sourcing import note_label
from wcafe.ui.synthesis.note_table import Column, NoteRow, NoteTable, NoteTableView
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.state_bar import StateBar
from wcafe.ui.widgets.dates import write_day
from wcafe.ui.widgets.parts import WIDE, Card, Text
from wcafe.ui.words import _, desk_words, ngettext


class ActionsView(QWidget):
    """Actions as a table, and below them the quotes that may be published or not."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        words = (
            Column(heading=_("Action"), shown=lambda row: row.note.text),
            Column(heading=_("Who"), shown=lambda row: row.note.who, share=0.15, field="who"),
            Column(heading=_("By when"), shown=lambda row: row.note.due, share=0.13, field="due"),
            Column(heading=_("What became of it"), shown=_became, share=0.2),
            Column(heading=_("Theme"), shown=lambda row: row.theme, share=0.14),
            Column(heading=_("Source"), shown=lambda row: row.label, share=0.09),
        )
        quoted = (
            Column(heading=_("Quote"), shown=lambda row: row.note.text),
            Column(
                heading=_("May be published"),
                shown=lambda _row: "",
                field="may_quote",
                is_tick=True,
            ),
            Column(heading=_("Source"), shown=lambda row: row.label, share=0.09),
        )
        change = presenter.change_note
        self.agreed = NoteTableView(_("Actions: who, and by when"), NoteTable(words, change))
        self.quotes = NoteTableView(_("Quotes, and who agreed"), NoteTable(quoted, change))
        self.agreed.setSelectionMode(NoteTableView.SelectionMode.ExtendedSelection)
        self.agreed.selectionModel().selectionChanged.connect(self._show_chosen)
        self.states = StateBar(presenter)
        self.without = Text("", "caption", wraps=True)
        self.consent = Text("", "caption", wraps=True)
        actions_card, said = Card(_("Actions")), Card(_("Quotes"))
        for card, told, table in (
            (actions_card, self.without, self.agreed),
            (said, self.consent, self.quotes),
        ):
            card.column.addWidget(told)
            card.column.addWidget(table, 1)
        actions_card.column.addWidget(self.states)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        column.addWidget(actions_card, 3)
        column.addWidget(said, 2)

    def show_cafe(self) -> None:
        rows = self._rows()
        actions = [row for row in rows if row.note.kind is Kind.ACTION]
        quotes = [row for row in rows if row.note.kind is Kind.QUOTE]
        nobody = sum(not row.note.who for row in actions)
        undated = sum(not row.note.due for row in actions)
        unheard = sum(row.note.state is None for row in actions)
        told = ngettext(
            "{actions} action · {nobody} without a name · {undated} without a date · {unheard} "
            "of which nothing was heard yet",
            "{actions} actions · {nobody} without a name · {undated} without a date · {unheard} "
            "of which nothing was heard yet",
            len(actions),
        )
        self.without.setText(
            told.format(actions=len(actions), nobody=nobody, undated=undated, unheard=unheard)
            if actions
            else _("No action yet: in Harvest a note can be one.")
        )
        agreed = sum(row.note.may_quote for row in quotes)
        told = _("Quotes that may be published, and are printed as quotes: {agreed} of {quotes}.")
        self.consent.setText(
            told.format(agreed=agreed, quotes=len(quotes)) if quotes else _("No quote yet.")
        )
        self.agreed.show_rows(actions)
        self.quotes.show_rows(quotes)
        self.states.setVisible(bool(actions))
        self._show_chosen()

    def take_focus(self) -> None:
        self.agreed.setFocus()

    def keep_typed(self) -> None:
        self.agreed.keep_typed()
        self.states.keep_typed()

    def _show_chosen(self) -> None:
        rows = sorted({index.row() for index in self.agreed.selectedIndexes()})
        self.states.show_notes([self.agreed.notes.rows[row].note for row in rows])

    def _rows(self) -> list[NoteRow]:
        presenter = self._presenter
        homes: dict[NoteId, str] = {}
        for theme in presenter.snapshot.themes:
            for note in theme.notes:
                homes.setdefault(note, theme.name)
        chosen = (Kind.ACTION, Kind.QUOTE)
        told = [n for n in presenter.snapshot.notes if n.kind in chosen and not n.withheld]
        return [
            NoteRow(
                note=note,
                label=note_label(note, presenter.numbers.get(note.id, 0), desk_words()),
                theme=homes.get(note.id, ""),
            )
            for note in sorted(told, key=lambda note: (note.table, note.round))
        ]


def _became(row: NoteRow) -> str:
    """Return the state of an action, its day and the reason, as far as each was said."""
    note = row.note
    if note.state is None:
        return ""
    day = write_day(note.state_on) if note.state_on else ""
    told = ", ".join(filter(None, (state_name(note.state, desk_words()), day)))
    return f"{told} – {note.state_why}" if note.state_why else told
