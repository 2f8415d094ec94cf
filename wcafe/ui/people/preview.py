"""The preview of a list: how it is read, who would come in, what would change, and what is told."""

from PySide6.QtCore import Qt

from wcafe.ui.lists.panel import PreviewFrame
from wcafe.ui.people.arrival import Arrival
from wcafe.ui.people.changes import ChangesCard
from wcafe.ui.people.importing import Importing
from wcafe.ui.people.outcome_card import OutcomeCard
from wcafe.ui.people.reading_card import ReadingCard
from wcafe.ui.people.rows import RowsCard


class PreviewPanel(PreviewFrame):
    """Every guess about a list of people, and what comes of it."""

    def __init__(self, importing: Importing) -> None:
        self._importing = importing
        self.reading = ReadingCard()
        self.outcome = OutcomeCard()
        self.changes = ChangesCard()
        self.rows = RowsCard()
        cards = (self.reading, self.outcome, self.changes, self.rows)
        super().__init__(cards, self._on_import, importing.cancel)
        self.choosers = self.reading.grid.choosers
        self.others_box = self.reading.others_box
        self.coming = self.outcome.coming
        self.reading.grid.chosen.connect(self._on_mapped)
        self.reading.samples.chosen.connect(importing.choose_encoding)
        self.reading.bar.encoding_chosen.connect(importing.choose_encoding)
        self.reading.bar.header_chosen.connect(importing.choose_header)
        self.reading.bar.anew_asked.connect(importing.read_anew)
        self.others_box.clicked.connect(self._on_others)
        self.coming.decided.connect(self._on_decided)
        self.outcome.people.decided.connect(importing.decide_row)
        self.rows.decided.connect(importing.decide_row)

    def show_arrival(self, arrival: Arrival) -> None:
        self.reading.show_arrival(arrival)
        self.outcome.show_arrival(arrival)
        self.rows.show_arrival(arrival)
        self.changes.setVisible(arrival.report is not None)
        if arrival.report is not None:
            self.changes.show_report(arrival.report)
        self.import_button.setEnabled(arrival.found is not None and not self._importing.is_busy)

    def take_focus(self) -> None:
        reason = Qt.FocusReason.OtherFocusReason
        samples = list(self.reading.samples.buttons.values())
        if self.import_button.isEnabled():
            self.import_button.setFocus(reason)
        elif samples:
            samples[0].setFocus(reason)
        else:
            self.choosers["full_name"].setFocus(reason)

    def _on_import(self) -> None:
        self._importing.take_in(keeps_away=self.outcome.away_box.isChecked())

    def _on_mapped(self, name: str, place: int) -> None:
        """Read the list again; a column fills one field only."""
        arrival = self._importing.arrival
        if arrival is not None:
            places = arrival.layout.filled(name, place)
            self._importing.map(places, keeps_others=self.others_box.isChecked())

    def _on_decided(self, word: tuple[int, str], is_coming: bool) -> None:
        self._importing.decide_word(word, is_coming=is_coming)

    def _on_others(self) -> None:
        arrival = self._importing.arrival
        if arrival is not None:
            places = arrival.layout.places
            self._importing.map(places, keeps_others=self.others_box.isChecked())
