"""The card of harvest sheets: what each asks for, and what the kinds of note are called here."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton

from wcafe.domain.kinds import Kind, kind_group, kind_name
from wcafe.domain.lengths import SHORT
from wcafe.ui.cafe.sheets import HarvestSheets
from wcafe.ui.widgets.fields import LineField, unkept
from wcafe.ui.widgets.parts import Card, Text, clear, push_button
from wcafe.ui.widgets.tab_order import tab_in_reading_order
from wcafe.ui.words import _, desk_words


class SheetsCard(Card):
    """A row a prompt, which can be renamed, moved and removed; below them two words a kind."""

    def __init__(self, sheets: HarvestSheets) -> None:
        super().__init__(_("Harvest sheets"))
        self._sheets = sheets
        self.prompt_edits: list[LineField] = []
        self.moves: dict[tuple[int, int], QPushButton] = {}
        self.remove_buttons: list[QPushButton] = []
        self.add_edit = LineField(
            _("Another prompt"), _("Such as “Three findings”"), most=SHORT, by_enter=True
        )
        self.add_button = push_button(_("Add"), lambda: self._on_add(self.add_edit.text()))
        self.kind_edits: dict[Kind, tuple[LineField, LineField]] = {}
        self._prompts: tuple[str, ...] = ()
        told = _("What each sheet asks for, in this order. Notes can stand under a prompt.")
        self.column.addWidget(Text(told, "muted", wraps=True))
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self._rows.setHorizontalSpacing(4)
        self._rows.setVerticalSpacing(6)
        self.column.addLayout(self._rows)
        more = QHBoxLayout()
        more.addWidget(self.add_edit, 1)
        more.addWidget(self.add_button)
        self.column.addLayout(more)
        self._build_kinds()
        self.add_edit.kept.connect(self._on_add)

    def _build_kinds(self) -> None:
        words = desk_words()
        told = _("What kinds of note are called here. An empty field keeps the usual word.")
        self.column.addWidget(Text(told, "muted", wraps=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(Text(_("One note"), "caption"), 0, 0)
        grid.addWidget(Text(_("Several notes"), "caption"), 0, 1)
        for row, kind in enumerate(Kind, start=1):
            name, group = kind_name(kind, words), kind_group(kind, words)
            one = LineField(_("One note of the kind “{kind}”").format(kind=name), name, most=SHORT)
            many = LineField(
                _("Several notes of the kind “{kind}”").format(kind=name), group, most=SHORT
            )
            for column, field in enumerate((one, many)):
                field.kept.connect(lambda _text, kind=kind: self._on_kind(kind))
                grid.addWidget(field, row, column)
            self.kind_edits[kind] = (one, many)
        self.column.addLayout(grid)

    def show_cafe(self) -> None:
        prompts = self._sheets.prompts
        typed = {}
        if len(prompts) != len(self._prompts) or not self.prompt_edits:
            typed = unkept(dict(zip(self._prompts, self.prompt_edits, strict=False)))
            self._build(len(prompts))
        self._prompts = prompts
        for prompt, field in zip(prompts, self.prompt_edits, strict=True):
            field.show_text(prompt)
            if prompt in typed:
                field.type_in(typed[prompt])
        for place, prompt in enumerate(prompts):
            self._name_buttons(place, prompt)
        for kind, (one, many) in self.kind_edits.items():
            label = self._sheets.label(kind)
            one.show_text(label.one)
            many.show_text(label.many)

    def keep_typed(self) -> None:
        kinds = [field for fields in self.kind_edits.values() for field in fields]
        for field in (*self.prompt_edits, self.add_edit, *kinds):
            field.keep()

    def _build(self, number: int) -> None:
        clear(self._rows)
        self.prompt_edits, self.remove_buttons, self.moves = [], [], {}
        for place in range(number):
            words = _("Prompt {number}").format(number=place + 1)
            field = LineField(words, most=SHORT)
            field.kept.connect(partial(self._on_rename, place))
            self.prompt_edits.append(field)
            self._rows.addWidget(field, place, 0)
            buttons = QHBoxLayout()
            buttons.setSpacing(0)
            for sign, by in (("↑", -1), ("↓", 1)):
                button = push_button(sign, partial(self._on_move, place, by), kind="quiet")
                button.setEnabled(0 <= place + by < number)
                self.moves[place, by] = button
                buttons.addWidget(button)
            remove = push_button("×", partial(self._on_remove, place), kind="quiet")
            self.remove_buttons.append(remove)
            buttons.addWidget(remove)
            self._rows.addLayout(buttons, place, 1)
        tab_in_reading_order(self)

    def _name_buttons(self, place: int, prompt: str) -> None:
        for by, words in ((-1, _("Move “{name}” up")), (1, _("Move “{name}” down"))):
            self.moves[place, by].setAccessibleName(words.format(name=prompt))
        self.remove_buttons[place].setAccessibleName(_("Remove “{name}”").format(name=prompt))

    def _on_add(self, text: str) -> None:
        if self._sheets.add(text):
            self.add_edit.clear()
            self.add_edit.setFocus()

    def _on_rename(self, place: int, text: str) -> None:
        self._sheets.rename(place, text)

    def _on_move(self, place: int, by: int) -> None:
        """Move a prompt; the keyboard goes with it."""
        self._sheets.move(place, by)
        moved = self.moves[place + by, by]
        beside = self.moves[place + by, -by]
        (moved if moved.isEnabled() else beside).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, place: int) -> None:
        self._sheets.remove(place)
        buttons = self.remove_buttons
        next_one = buttons[min(place, len(buttons) - 1)] if buttons else self.add_edit
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind(self, kind: Kind) -> None:
        one, many = self.kind_edits[kind]
        self._sheets.call_kind(kind, one=one.text(), many=many.text())
