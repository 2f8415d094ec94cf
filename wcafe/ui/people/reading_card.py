"""How a list of people is read: encoding, headings, columns; each guess can be changed."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from wcafe.domain.text import join_names
from wcafe.errors import NoNames
from wcafe.services.people import PeopleRead
from wcafe.ui.lists.encoding_samples import EncodingSamples
from wcafe.ui.lists.mapping_grid import MappingGrid
from wcafe.ui.lists.reading_bar import ReadingBar
from wcafe.ui.people.arrival import TITLES, Arrival
from wcafe.ui.widgets.parts import Card, Text
from wcafe.ui.words import _, desk_words, ngettext

_NAMED = 6  # columns that are named in a sentence


class ReadingCard(Card):
    """The guesses about a list as a whole and about its columns."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.bar = ReadingBar()
        self.error = Text("", wraps=True)
        self.error.setProperty("chip", "bad")
        self.samples = EncodingSamples()
        self.grid = MappingGrid({name: _(words) for name, words in TITLES.items()})
        self.others_box = QCheckBox()
        self.others_box.setAccessibleName(_("Keep the other columns too"))
        self.others_words = Text("", wraps=True)
        self.others_words.setBuddy(self.others_box)
        self.suspects = Text("", wraps=True)
        self.suspects.setProperty("chip", "care")
        self.guessed = Text("", "muted", wraps=True)
        self.letters = Text("", wraps=True)
        self.letters.setProperty("chip", "care")
        others = QHBoxLayout()
        others.addWidget(self.others_box)
        others.addWidget(self.others_words, 1)
        for part in (self.error, self.samples, self.bar, self.grid):
            self.column.addWidget(part)
        self.column.addLayout(others)
        for words in (self.guessed, self.suspects, self.letters):
            self.column.addWidget(words)

    def show_arrival(self, arrival: Arrival) -> None:
        self.heading.setText(_("What is read from “{name}”").format(name=arrival.source.name))
        has_columns = bool(arrival.layout.headings)
        self._show_error(arrival)
        self._show_bar(arrival)
        for part in (self.bar, self.grid):
            part.setVisible(has_columns)
        self.grid.show_layout(arrival.layout)
        self._show_others(arrival)
        self._show_suspects(arrival)
        self._show_doubts(arrival.found)

    def _show_error(self, arrival: Arrival) -> None:
        error = arrival.error
        self.error.setVisible(error is not None)
        samples = error.facts.get("samples", ()) if error is not None else ()
        assert isinstance(samples, Iterable)
        self.samples.show_samples(samples)
        if error is None:
            return
        if isinstance(error, NoNames):
            words = _("No column holds names yet. Choose the one that does.")
        elif samples:
            words = _("Which of these is spelt as it should be? Letters would be lost in others.")
        else:
            words = error.describe(desk_words())
        self.error.setText(words)

    def _show_bar(self, arrival: Arrival) -> None:
        found, said = arrival.found, arrival.decisions
        is_text_file = arrival.source.path is not None
        encoding = said.encoding or (found.encoding if found is not None else None)
        self.bar.show_reading(
            encoding=encoding if is_text_file else None,
            delimiter=found.delimiter if found is not None else None,
            header_row=found.header_row if found is not None else said.header_row,
            is_remembered=arrival.is_remembered,
        )

    def _show_others(self, arrival: Arrival) -> None:
        own = arrival.own
        spare = [*own, *(name for name in arrival.spare() if name not in own)]
        for part in (self.others_box, self.others_words):
            part.setVisible(bool(spare))
        names = ", ".join(spare[:_NAMED]) + (" …" if len(spare) > _NAMED else "")
        words = _("Keep the other columns too: {names}").format(names=names)
        self.others_words.setText(words)
        self.others_box.setChecked(bool(own))

    def _show_suspects(self, arrival: Arrival) -> None:
        found = arrival.found
        unused = [name for name in found.suspects if name not in arrival.own] if found else []
        self.suspects.setVisible(bool(unused))
        self.suspects.setText(
            _("Not used, though it looks like names or like who comes: {columns}").format(
                columns=join_names(unused, most=_NAMED)
            )
        )

    def _show_doubts(self, found: PeopleRead | None) -> None:
        """Say which columns were taken by their cells alone, and where letters are in doubt."""
        guessed = found.guessed if found is not None else ()
        self.guessed.setVisible(bool(guessed))
        self.guessed.setText(
            _("Taken by what their cells look like, not by their headings: {columns}").format(
                columns=join_names(guessed, most=_NAMED)
            )
        )
        doubts = []
        if found is not None and found.is_mended:
            doubts.append(
                _("The encoding of this list was broken (“BrÃ©hat”), and names were mended.")
            )
        if found is not None and (rows := found.broken_rows):
            words = ngettext(
                "A wrong encoding destroyed letters in {number} row, where “�” stands: {rows}.",
                "A wrong encoding destroyed letters in {number} rows, where “�” stands: {rows}.",
                len(rows),
            )
            listed = join_names(list(map(str, rows)), most=_NAMED)
            doubts.append(words.format(number=len(rows), rows=listed))
        self.letters.setVisible(bool(doubts))
        self.letters.setText(" ".join(doubts))
