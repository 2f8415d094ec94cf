"""How a list of notes is read: encoding, headings, columns, tables, rounds, kinds."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from wcafe.domain.text import join_names
from wcafe.errors import MissingColumns
from wcafe.services.note_lists import NotesRead, PlaceWord
from wcafe.ui.lists.encoding_samples import EncodingSamples
from wcafe.ui.lists.mapping_grid import MappingGrid
from wcafe.ui.lists.reading_bar import ReadingBar
from wcafe.ui.lists.word_choices import ListWord, WordChoices
from wcafe.ui.notes.arrival import TITLES, NotesArrival
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import Card, Text, with_label
from wcafe.ui.words import _, desk_words

_NAMED = 8  # columns and names that stand in a sentence
_AS_SAID = -1  # the table or round that each row says


class NotesReadingCard(Card):
    """The guesses about a list of notes.

    Signals:
        placed: the table and round of the whole list, from 0; None where each row says it.
    """

    placed = Signal(object, object)

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__(" ")
        self._presenter = presenter
        self.bar = ReadingBar()
        self.error = Text("", wraps=True)
        self.error.setProperty("chip", "bad")
        self.samples = EncodingSamples()
        self.grid = MappingGrid({name: _(words) for name, words in TITLES.items()})
        self.table_choice = ChoiceField(_("Table of the whole list"))
        self.round_choice = ChoiceField(_("Round of the whole list"))
        self.tables = WordChoices(_("Which table each word means"))
        self.rounds = WordChoices(_("Which round each word means"))
        self.kinds = WordChoices(_("Which kind each word means"))
        self.names = Text("", wraps=True)
        self.unused = Text("", "muted", wraps=True)
        whole = QHBoxLayout()
        whole.setSpacing(14)
        for choice in (self.table_choice, self.round_choice):
            choice.setMinimumContentsLength(10)
            choice.kept.connect(self._on_placed)
            whole.addLayout(with_label(choice.accessibleName(), choice), 1)
        whole.addStretch(1)
        for part in (self.error, self.samples, self.bar, self.grid):
            self.column.addWidget(part)
        self.column.addLayout(whole)
        for words in (self.tables, self.rounds, self.kinds, self.names, self.unused):
            self.column.addWidget(words)

    def show_arrival(self, arrival: NotesArrival) -> None:
        self.heading.setText(_("What is read from “{name}”").format(name=arrival.source.name))
        found, said = arrival.found, arrival.decisions
        has_columns = bool(arrival.layout.headings)
        self._show_error(arrival)
        encoding = said.encoding or (found.encoding if found is not None else None)
        self.bar.show_reading(
            encoding=encoding if arrival.source.path is not None else None,
            delimiter=found.delimiter if found is not None else None,
            header_row=found.header_row if found is not None else said.header_row,
            is_remembered=arrival.is_remembered,
        )
        for part in (self.bar, self.grid):
            part.setVisible(has_columns)
        self.grid.show_layout(arrival.layout)
        tables, rounds = self._tables(found), self._rounds(found)
        as_said = {_AS_SAID: _("As each row says")}
        for choice, places, chosen in (
            (self.table_choice, tables, said.table),
            (self.round_choice, rounds, said.round),
        ):
            choice.show_choices({**as_said, **places})
            choice.show_key(_AS_SAID if chosen is None else chosen)
        self._show_words(found, tables, rounds)

    def _show_error(self, arrival: NotesArrival) -> None:
        error = arrival.error
        self.error.setVisible(error is not None)
        samples = error.facts.get("samples", ()) if error is not None else ()
        assert isinstance(samples, Iterable)
        self.samples.show_samples(samples)
        if error is None:
            return
        if isinstance(error, MissingColumns):
            words = _(
                "A note needs its text, its table and its round. Choose the columns that say them, "
                "or the table and round of the whole list."
            )
        elif self.samples.buttons:
            words = _("Which of these is spelt as it should be? Letters would be lost in others.")
        else:
            words = error.describe(desk_words())
        self.error.setText(words)

    def _tables(self, found: NotesRead | None) -> dict[int, str]:
        """Return the tables there are, and those that the list makes."""
        said = found.tables if found is not None else ()
        number = max([self._presenter.tables, *(word.place + 1 for word in said)])
        return {table: self._presenter.table_name(table) for table in range(number)}

    def _rounds(self, found: NotesRead | None) -> dict[int, str]:
        said = found.rounds if found is not None else ()
        number = max([self._presenter.rounds, *(word.place + 1 for word in said)])
        return {round_: self._presenter.round_name(round_) for round_ in range(number)}

    def _show_words(
        self, found: NotesRead | None, tables: dict[int, str], rounds: dict[int, str]
    ) -> None:
        kinds = self._presenter.kind_words
        if found is None:
            for part in (self.tables, self.rounds, self.kinds):
                part.show_words((), {})
            for words in (self.names, self.unused):
                words.setVisible(False)
            return
        self.tables.show_words(_words_of(found.tables), tables)
        self.rounds.show_words(_words_of(found.rounds), rounds)
        self.kinds.show_words(
            [
                ListWord(word=each.word, chosen=each.kind.value, is_open=not each.is_known)
                for each in found.kinds
            ],
            kinds,
        )
        given = [each.name for each in (*found.all_tables, *found.all_rounds) if each.name]
        self.names.setVisible(bool(given))
        self.names.setText(
            _("Names that tables and rounds get in Prepare: {names}").format(
                names=join_names(given, most=_NAMED)
            )
        )
        self.unused.setVisible(bool(found.unused))
        columns = join_names(found.unused, most=_NAMED)
        self.unused.setText(_("Columns not used: {columns}.").format(columns=columns))

    def _on_placed(self, _key: object) -> None:
        table, round_ = self.table_choice.currentData(), self.round_choice.currentData()
        self.placed.emit(
            None if table == _AS_SAID else table, None if round_ == _AS_SAID else round_
        )


def _words_of(words: Iterable[PlaceWord]) -> list[ListWord]:
    return [
        ListWord(word=each.word, chosen=each.place, is_open=not each.is_somewhere) for each in words
    ]
