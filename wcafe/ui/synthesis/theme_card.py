"""The chosen theme: its headline, its statements with their sources, and what pulls apart in it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.synthesis import StatementId, ThemeId
from wcafe.ui.synthesis.apart_card import ApartCard
from wcafe.ui.synthesis.headline import HeadlineField
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.synthesis.statement import StatementItem
from wcafe.ui.synthesis.statement_shown import ShownStatement, statement_shown
from wcafe.ui.synthesis.writing_field import WritingField
from wcafe.ui.widgets.focus import holds_focus
from wcafe.ui.widgets.marks import Mark, paint_theme_mark
from wcafe.ui.widgets.parts import Card, Text, in_scroll_area, thin_line
from wcafe.ui.words import figure, ngettext


class ThemeCard(Card):
    """Where a person writes what the notes say together; nothing is written for them.

    Signals:
        asked: the id of a note that is to be shown.
    """

    asked = Signal(str)

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.column.setContentsMargins(0, 12, 0, 0)
        self.column.setSpacing(2)
        self.items: dict[StatementId, StatementItem] = {}
        self.mark = Mark(0, 16, paint=paint_theme_mark)
        self.name = Text("", "strong", wraps=True)
        self.told = Text("", "caption")
        self.headline = HeadlineField(self._keep_headline)
        self.new_field: WritingField | None = None
        self._list = QVBoxLayout()
        self._list.setContentsMargins(4, 0, 4, 0)
        self._list.setSpacing(4)
        self._new = QVBoxLayout()
        self._new.setContentsMargins(12, 6, 12, 8)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._list)
        rows.addLayout(self._new)
        rows.addStretch(1)
        self.area = in_scroll_area(inside)
        self.area.setProperty("surface", "clear")
        self.area.setMinimumHeight(120)
        self.apart = ApartCard(presenter)
        head = QHBoxLayout()
        head.addWidget(self.mark)
        head.addWidget(self.name, 1)
        head.addWidget(self.told)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(4)
        top.addLayout(head)
        top.addWidget(self.headline)
        self.column.addLayout(top)
        self.column.addWidget(self.area, 5)
        self.column.addWidget(thin_line())
        self.column.addWidget(self.apart, 3)
        self.apart.asked.connect(self.asked)
        presenter.stating.marked.connect(self._on_marked)
        presenter.stating.opened.connect(self._on_opened)

    def show_theme(self) -> None:
        presenter = self._presenter
        row, theme = presenter.row, presenter.theme
        if row is None or theme is None:
            return
        self.mark.show_number(row.mark)
        self.name.setText(f"{row.place + 1}. {row.name}")
        notes = [presenter.standing[n] for n in theme.notes if n in presenter.standing]
        count = ngettext("{number} note", "{number} notes", len(notes))
        tables = len({note.table for note in notes})
        where = ngettext("from one table", "from {n} tables", tables).format(n=tables)
        self.told.setText(f"{count.format(number=figure(len(notes)))} {where}" if notes else "")
        self.headline.show_headline(theme.id, theme.headline)
        self._show_statements([statement_shown(said, presenter) for said in theme.statements])
        self._show_new(theme.id)
        self.apart.show_theme(theme)

    def show_looked_at(self) -> None:
        for item in self.items.values():
            item.show_looked_at()

    def keep_typed(self) -> None:
        self.headline.keep()
        self._presenter.stating.keep_all()

    def go_to(self, id_: StatementId) -> bool:
        """Put the keyboard on a statement; return whether it is here."""
        if (item := self.items.get(id_)) is None:
            return False
        item.words.setFocus()
        self.area.ensureWidgetVisible(item)
        return True

    def go_to_writing(self) -> None:
        """Put the keyboard where the statement is written for which notes are marked."""
        item = self.items.get(StatementId(self._presenter.stating.target))
        field = item.field if item is not None and item.field is not None else self.new_field
        if field is not None:
            field.area.setFocus()

    def _show_statements(self, shown: list[ShownStatement]) -> None:
        wanted = {each.statement.id: each for each in shown}
        for id_ in [id_ for id_ in self.items if id_ not in wanted]:
            self._drop(id_)
        for place, each in enumerate(shown):
            item = self.items.get(each.statement.id)
            if item is None:
                item = self.items[each.statement.id] = StatementItem(self._presenter, each)
                item.asked.connect(self.asked)
                item.walked.connect(partial(self._on_walked, item))
            else:
                item.show_statement(each)
            if self._list.indexOf(item) != place:
                had_focus = item.words.hasFocus()
                self._list.insertWidget(place, item)
                if had_focus:
                    item.words.setFocus()

    def _drop(self, id_: StatementId) -> None:
        """Take an item out; the keyboard goes to the next one, if it was here."""
        item = self.items.pop(id_)
        had_focus = holds_focus(item)
        place = self._list.indexOf(item)
        self._list.removeWidget(item)
        item.hide()
        item.deleteLater()
        if had_focus:
            self._walk_to(min(place, self._list.count() - 1))

    def _show_new(self, theme: ThemeId) -> None:
        writing = self._presenter.stating.new_in(theme)
        if self.new_field is None:
            self.new_field = WritingField(self._presenter, writing, is_new=True)
            self.new_field.asked.connect(self.asked)
            self._new.addWidget(self.new_field)
        else:
            self.new_field.show_writing(writing)

    def _on_marked(self) -> None:
        fields = [item.field for item in self.items.values()]
        for field in (*fields, self.new_field):
            if field is not None:
                field.show_marks()

    def _on_opened(self, id_: str) -> None:
        item, theme = self.items.get(StatementId(id_)), self._presenter.theme
        if item is not None and theme is not None:
            said = next((each for each in theme.statements if each.id == id_), None)
            if said is not None:
                item.show_statement(statement_shown(said, self._presenter))

    def _on_walked(self, item: StatementItem, by: int) -> None:
        self._walk_to(max(self._list.indexOf(item) + by, 0))

    def _walk_to(self, place: int) -> None:
        item = self._list.itemAt(place)
        inside = item.widget() if item is not None else None
        if isinstance(inside, StatementItem):
            (inside.field.area if inside.field else inside.words).setFocus()
        elif self.new_field is not None:
            self.new_field.area.setFocus()

    def _keep_headline(self, theme: ThemeId, typed: str, seen: str) -> bool:
        return self._presenter.write_headline(theme, typed, seen=seen)
