"""What the statements hold of the harvest and what they leave out, each one click away."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.sourcing import Share, Sourcing
from wcafe.ui.synthesis.coverage import About, Scope
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import Card, Text, in_scroll_area, push_button, restyle
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _, figure, ngettext

_HIGH = 7  # pixels of a bar


class Bar(QWidget):
    """A share as a bar; the figures beside it say it in numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._share = Share(cited=0, notes=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: Share) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        painter.setBrush(QColor(palette.sand))
        painter.drawRoundedRect(area, _HIGH / 2, _HIGH / 2)
        if self._share.cited:
            area.setWidth(max(area.width() * self._share.cited / self._share.notes, _HIGH))
            painter.setBrush(QColor(palette.good))
            painter.drawRoundedRect(area, _HIGH / 2, _HIGH / 2)
        painter.end()


class ShareLine:
    """A name that leads to its notes, a bar, and how many of how many are cited."""

    def __init__(self, presenter: SynthesisPresenter, scope: Scope, grid: QGridLayout) -> None:
        self.button = push_button("", partial(presenter.look_at, scope), kind="line")
        self.bar = Bar()
        self.figures = Text("", "caption")
        row = grid.rowCount()
        for column, part in enumerate((self.button, self.bar, self.figures)):
            grid.addWidget(part, row, column)

    def show(self, *, is_shown: bool) -> None:
        for part in (self.button, self.bar, self.figures):
            part.setVisible(is_shown)

    def show_share(self, name: str, share: Share) -> None:
        self.button.setText(name)
        said = _("{name}: {cited} of {notes} notes cited")
        self.button.setAccessibleName(said.format(name=name, cited=share.cited, notes=share.notes))
        self.bar.show_share(share)
        self.figures.setText(f"{figure(share.cited)} / {figure(share.notes)}")


class CoverageCard(Card):
    """Notes, tables, rounds and questions that statements rest on, and those they leave out."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__(_("What the statements cover"))
        self._presenter = presenter
        self.column.setContentsMargins(14, 12, 6, 8)
        self.cited = Text("", "figure")
        self.caption = Text(_("notes cited"), "caption")
        self.bar = Bar()
        self.uncited = Text("", "strong", wraps=True)
        self.see_button = push_button(
            _("See"), partial(presenter.look_at, Scope(About.UNCITED)), kind="quiet"
        )
        self.withheld_button = push_button(
            "", partial(presenter.look_at, Scope(About.WITHHELD)), kind="line"
        )
        self.unsourced = Text("", "caption", wraps=True)
        self.heard = Text("", "caption")
        self.tables: dict[int, QPushButton] = {}
        self._tiles = QWidget()
        self._flow = FlowLayout(self._tiles, spacing=5)
        self.rounds: dict[int, ShareLine] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.questions = ShareLine(presenter, Scope(About.QUESTIONS), self._grid)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(5)
        top = QHBoxLayout()
        top.addWidget(self.cited)
        top.addWidget(self.caption, 1, Qt.AlignmentFlag.AlignBottom)
        never = QHBoxLayout()
        never.addWidget(self.uncited, 1)
        never.addWidget(self.see_button)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addLayout(never)
        column.addWidget(self.unsourced)
        column.addWidget(self.withheld_button)
        column.addWidget(self.heard)
        column.addWidget(self._tiles)
        column.addLayout(self._grid)
        column.addStretch(1)
        scroll = in_scroll_area(inside)
        scroll.setProperty("surface", "clear")
        scroll.setMinimumHeight(110)
        self.column.setSpacing(4)
        self.column.addWidget(scroll, 1)

    def show_coverage(self, shown: Sourcing) -> None:
        self.cited.setText(f"{figure(len(shown.cited))} / {figure(shown.notes)}")
        self.cited.setAccessibleName(
            _("{cited} of {notes} notes cited").format(cited=len(shown.cited), notes=shown.notes)
        )
        self.bar.show_share(Share(cited=len(shown.cited), notes=shown.notes))
        left = len(shown.uncited)
        never = ngettext("{n} note never cited", "{n} notes never cited", left)
        self.uncited.setText(never.format(n=figure(left)))
        self.see_button.setVisible(left > 0)
        without = len(shown.unsourced)
        said = ngettext(
            "{n} statement without a source", "{n} statements without a source", without
        )
        self.unsourced.setText("! " + said.format(n=without))
        self.unsourced.setVisible(without > 0)
        back = ngettext(
            "{n} note withheld, not counted", "{n} notes withheld, not counted", shown.withheld
        )
        self.withheld_button.setText(back.format(n=shown.withheld))
        self.withheld_button.setVisible(shown.withheld > 0)
        tables = _("Tables: {heard} of {tables}")
        self.heard.setText(tables.format(heard=shown.heard, tables=len(shown.tables)))
        self._show_tables(shown)
        self._show_rounds(shown)
        self.questions.show_share(_("Questions"), shown.questions)
        self.questions.show(is_shown=shown.questions.notes > 0)

    def _show_tables(self, shown: Sourcing) -> None:
        for table in [table for table in self.tables if table not in shown.tables]:
            tile = self.tables.pop(table)
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for table, share in shown.tables.items():
            if table not in self.tables:
                look = partial(self._presenter.look_at, Scope(About.TABLE, table))
                self.tables[table] = push_button("", look, kind="tile")
                self._flow.addWidget(self.tables[table])
            tile = self.tables[table]
            never = not share.cited
            number = table + 1
            tile.setText(f"{number}\u00a0!" if never else str(number))
            said = _("Table {table}: {cited} of {notes} notes cited")
            words = said.format(table=number, cited=share.cited, notes=share.notes)
            tile.setAccessibleName(words)
            tile.setToolTip(words)
            restyle(tile, mood="care" if never else "good")

    def _show_rounds(self, shown: Sourcing) -> None:
        for round_, line in self.rounds.items():
            line.show(is_shown=round_ in shown.rounds)
        for round_, share in shown.rounds.items():
            if round_ not in self.rounds:
                scope = Scope(About.ROUND, round_)
                self.rounds[round_] = ShareLine(self._presenter, scope, self._grid)
            name = _("Round {round}").format(round=round_ + 1)
            self.rounds[round_].show_share(name, share)
