"""The preview of a list of notes: how it is read, which notes would come in, what is told."""

from PySide6.QtCore import Qt

from wcafe.domain.kinds import Kind
from wcafe.ui.lists.panel import PreviewFrame
from wcafe.ui.notes.arrival import NotesArrival
from wcafe.ui.notes.importing import NotesImporting
from wcafe.ui.notes.outcome_card import NoteRowsCard, NotesOutcomeCard
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.notes.reading_card import NotesReadingCard


class NotesPreview(PreviewFrame):
    """Every guess about a list of notes, and what comes of it."""

    def __init__(self, presenter: NotesPresenter) -> None:
        importing = presenter.importing
        self._importing: NotesImporting = importing
        self.reading = NotesReadingCard(presenter)
        self.outcome = NotesOutcomeCard(presenter)
        self.rows = NoteRowsCard()
        cards = (self.reading, self.outcome, self.rows)
        super().__init__(cards, importing.bring_in, importing.cancel)
        reading = self.reading
        reading.grid.chosen.connect(self._on_mapped)
        reading.placed.connect(importing.place_all)
        reading.samples.chosen.connect(importing.choose_encoding)
        reading.bar.encoding_chosen.connect(importing.choose_encoding)
        reading.bar.header_chosen.connect(importing.choose_header)
        reading.bar.anew_asked.connect(importing.read_anew)
        reading.tables.chosen.connect(importing.decide_table)
        reading.rounds.chosen.connect(importing.decide_round)
        reading.kinds.chosen.connect(self._on_kind)
        self.outcome.left_out.connect(self._on_left_out)

    def show_arrival(self, arrival: NotesArrival) -> None:
        self.reading.setVisible(not arrival.source.is_copy)
        if not arrival.source.is_copy:
            self.reading.show_arrival(arrival)
        self.outcome.show_arrival(arrival)
        self.rows.show_arrival(arrival)
        self.import_button.setEnabled(arrival.report is not None and not self._importing.is_busy)

    def take_focus(self) -> None:
        reason = Qt.FocusReason.OtherFocusReason
        samples = list(self.reading.samples.buttons.values())
        if self.import_button.isEnabled():
            self.import_button.setFocus(reason)
        elif samples:
            samples[0].setFocus(reason)
        else:
            self.reading.grid.choosers["text"].setFocus(reason)

    def _on_mapped(self, name: str, place: int) -> None:
        """Read the list again; a column fills one field only."""
        if (arrival := self._importing.arrival) is not None:
            self._importing.map(arrival.layout.filled(name, place))

    def _on_kind(self, word: str, kind: str) -> None:
        self._importing.decide_kind(word, Kind(kind))

    def _on_left_out(self, row: int, is_out: bool) -> None:
        self._importing.leave_out(row, is_out=is_out)
