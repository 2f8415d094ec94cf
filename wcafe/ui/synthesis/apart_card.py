"""The foot of a theme: notes that pull apart, lone voices and open questions, always in sight."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.sourcing import note_label
from wcafe.domain.synthesis import Opposed, Theme
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.source_chip import SourceChip
from wcafe.ui.widgets.parts import Text, clear, in_scroll_area, push_button
from wcafe.ui.words import _, desk_words

_LEAST = 64  # pixels of height at least; what needs more is scrolled
_SHOWN = 40  # notes of each kind that are laid out; the list beside has them all


class ApartCard(QFrame):
    """What a synthesis easily loses has its place here.

    Signals:
        asked: the id of a note that is to be shown.
    """

    asked = Signal(str)

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: object = None
        self.setProperty("surface", "foot")
        self.title = Text(_("Tensions and lone voices of this theme"), "heading", wraps=True)
        self.oppose_button = push_button(
            _("Oppose two notes…"), presenter.opposing.begin, kind="quiet"
        )
        self.none = Text(_("Nothing in this theme pulls apart yet."), "caption", wraps=True)
        self._head = head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.oppose_button)
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._scroll = in_scroll_area(self._inside)
        self._scroll.setProperty("surface", "clear")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self._scroll, 1)

    def show_theme(self, theme: Theme) -> None:
        presenter = self._presenter
        standing = presenter.standing
        notes = [standing[note] for note in theme.notes if note in standing]
        held = {note.id for note in notes}
        pairs = [
            pair
            for pair in sorted(presenter.snapshot.opposed)
            if {pair.one, pair.other} & held and {pair.one, pair.other} <= standing.keys()
        ]
        apart = {note for pair in pairs for note in (pair.one, pair.other)}
        tensions = [n for n in notes if n.kind is Kind.TENSION and n.id not in apart]
        lone = [n for n in notes if n.is_lone and n not in tensions and n.id not in apart]
        questions = [n for n in notes if n.kind is Kind.QUESTION and not n.is_lone]
        words = [(n, n.text, presenter.numbers.get(n.id)) for n in notes]
        state = (pairs, tensions, lone, questions, words, [standing[n].text for n in sorted(apart)])
        if state == self._shown:
            return
        self._shown = state
        clear(self._rows)
        for pair in pairs:
            self._rows.addLayout(self._pair(pair))
        for title, some in (
            (_("Tension"), tensions),
            (_("Lone voice"), lone),
            (_("Open question"), questions),
        ):
            for note in some[:_SHOWN]:
                self._rows.addWidget(self._row(title, note))
        is_empty = not (pairs or tensions or lone or questions)
        self.none.setVisible(is_empty)
        self._scroll.setVisible(not is_empty)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Be no higher than what stands here needs."""
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        width = max(self.width() - margins.left() - margins.right(), 100)
        inside = max(self._rows.totalHeightForWidth(width - 16), 0) if self._rows.count() else 0
        head = self._head.sizeHint().height() + margins.top() + margins.bottom() + 12
        needed = head + max(inside, self.none.sizeHint().height())
        self._scroll.setMinimumHeight(min(_LEAST, inside))
        self.setMaximumHeight(needed)

    def _pair(self, pair: Opposed) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        part = partial(self._presenter.opposing.set_apart, pair.one, pair.other, is_in=False)
        row.addWidget(self._side(pair.one, "good"), 1)
        row.addWidget(
            push_button(
                "⇄",
                part,
                kind="dots",
                name=_("These two pull apart: no longer oppose them"),
                tip=_("No longer oppose these two"),
            )
        )
        row.addWidget(self._side(pair.other, "bad"), 1)
        return row

    def _side(self, note: NoteId, side: str) -> QFrame:
        known = self._presenter.standing[note]
        card = QFrame()
        card.setProperty("surface", f"side-{side}")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(Text(known.text, wraps=True))
        line = QHBoxLayout()
        line.addWidget(self._chip(known))
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        return card

    def _row(self, title: str, note: Note) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "side-plain")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 5, 8, 6)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.addWidget(Text(title, "caption"))
        line.addStretch(1)
        line.addWidget(self._chip(note))
        column.addLayout(line)
        column.addWidget(Text(note.text, wraps=True))
        return card

    def _chip(self, note: Note) -> SourceChip:
        chip = SourceChip(note.id)
        number = self._presenter.numbers.get(note.id, 0)
        chip.show_source(note_label(note, number, desk_words()), note.text, is_shown=False)
        show: Callable[[str], object] = self.asked.emit
        chip.asked.connect(show)
        return chip
