"""Is this what you said? How many tables confirm, which are missing, and the strip of one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from wcafe.domain.artefacts import PRINTED
from wcafe.domain.handouts import STRIPS
from wcafe.domain.strips import confirmed_in_words, without_strip
from wcafe.domain.text import join_names
from wcafe.i18n import N_
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.strip_card import StripCard
from wcafe.ui.synthesis.strips_now import Reached
from wcafe.ui.widgets.empty import EmptyState
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import WIDE, Card, Text, in_scroll_area, push_button, restyle
from wcafe.ui.words import _, desk_words, figure

_MOST = 12  # tables that are named in a line
_NARROWEST, _WIDEST = 226, 300  # pixels of the card at the left

_SIGNS = {
    Reached.CONFIRMED: ("✓", "good", N_("Table {table}: confirms all that is said of it")),
    Reached.ANSWERED: ("≠", "", N_("Table {table}: has something to change")),
    Reached.AGAIN: ("!", "care", N_("Table {table}: to be asked again")),
    Reached.MISSING: ("", "", N_("Table {table}: not all answered yet")),
}


class StripsView(QWidget):
    """Tables at the left, the strip of one at the right. `save_asked`: the strips, to print."""

    save_asked = Signal(object)

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.strip = StripCard(presenter)
        self.confirmed = Text("", "figure")
        self.caption = Text("", "caption", wraps=True)
        self.missing = Text("", "strong", wraps=True)
        self.again = Text("", "strong", wraps=True)
        self.without = Text("", "caption", wraps=True)
        self.tables: dict[int, QPushButton] = {}
        self._tiles = QWidget()
        self._flow = FlowLayout(self._tiles, spacing=5)
        self.print_button = push_button(
            _("Save the strips…"),
            lambda: self.save_asked.emit(PRINTED[STRIPS]),
            tip=_("As a PDF to print and to cut apart, one strip a table"),
        )
        self.nothing = EmptyState(
            _(
                "No sentence rests on a note of any table yet: there is nothing to ask. "
                "Write statements first."
            )
        )
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        how = Text(
            _("Type a table’s number and Enter, then 1, 2 or 3 for each sentence."),
            "muted",
            wraps=True,
        )
        signs = Text(
            _("✓ confirms all · ≠ something to change · ! to be asked again"), "caption", wraps=True
        )
        parts = (self.confirmed, self.caption, self.missing, self.again, self._tiles, signs)
        for part in (*parts, self.without, how):
            column.addWidget(part)
        column.addStretch(1)
        scroll = in_scroll_area(inside)
        scroll.setProperty("surface", "clear")
        scroll.setMinimumHeight(110)
        left = Card(_("Is this what you said?"))
        left.setMinimumWidth(_NARROWEST)
        left.setMaximumWidth(_WIDEST)
        left.column.addWidget(scroll, 1)
        left.column.addWidget(self.print_button)
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(left, 3)
        row.addWidget(self.strip, 7)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def show_cafe(self) -> None:
        """Show how far the tables are, and the strip that is in sight."""
        confirming = self._presenter.confirming
        self._stack.setCurrentWidget(self._both if confirming.strips else self.nothing)
        found = confirming.now.found
        self.confirmed.setText(f"{figure(len(found.confirmed))} / {figure(len(found.asked))}")
        self.confirmed.setAccessibleName(confirmed_in_words(found, desk_words()))
        self.caption.setText(_("tables confirm all that is said of them"))
        reached = {table: confirming.reached(table) for table in found.asked}
        self._tell(self.missing, _("Not all answered yet: {tables}"), reached, Reached.MISSING)
        self._tell(self.again, _("To be asked again: {tables}"), reached, Reached.AGAIN)
        self.without.setText(without_strip(confirming.now.without, desk_words(), most=_MOST))
        self.without.setVisible(bool(confirming.now.without))
        self._show_tables(reached)
        self.strip.show_strip()

    def take_focus(self) -> None:
        if self._presenter.confirming.strips:
            self.strip.go_to_table()
        else:
            self.setFocus()

    def keep_typed(self) -> None:
        self.strip.keep_typed()

    def _tell(self, line: Text, words: str, reached: dict[int, Reached], which: Reached) -> None:
        tables = [str(table + 1) for table, each in reached.items() if each is which]
        line.setText(words.format(tables=join_names(tables, most=_MOST)))
        line.setVisible(bool(tables))

    def _show_tables(self, reached: dict[int, Reached]) -> None:
        if list(self.tables) != list(reached):
            for tile in self.tables.values():
                self._flow.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            self.tables = {
                table: push_button("", partial(self.strip.show_table, table), kind="tile")
                for table in reached
            }
            for tile in self.tables.values():
                self._flow.addWidget(tile)
        for table, each in reached.items():
            sign, mood, words = _SIGNS[each]
            tile = self.tables[table]
            tile.setText(f"{table + 1}\u00a0{sign}" if sign else str(table + 1))
            said = _(words).format(table=table + 1)
            tile.setAccessibleName(said)
            tile.setToolTip(said)
            restyle(tile, mood=mood)
