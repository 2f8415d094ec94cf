"""Which notes are asked for: by table, round, kind, theme and words."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from wcafe.domain.kinds import Kind
from wcafe.ui.note_cards.filed import NO_THEME, Filter
from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.widgets.search_field import SearchField
from wcafe.ui.words import _, ngettext

_ALL, _NONE = "all", "none"


class FilterBar(QWidget):
    """A field to search in, four choices and an order; `changed` says that others are asked for."""

    changed = Signal()

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.search_edit = SearchField(_("Search the notes"))
        tip = _(
            "park garden: both words · park OR garden: either · “shared garden”: these very "
            "words · -garden: without it"
        )
        self.search_edit.setToolTip(f"<qt>{escape(tip)}</qt>")
        self.search_edit.setText(presenter.filter.search)
        self.table_choice = ChoiceField(_("Show which table"))
        self.round_choice = ChoiceField(_("Show which round"))
        self.kind_choice = ChoiceField(_("Show which kind"))
        self.theme_choice = ChoiceField(_("Show which theme"))
        self._choices = (
            self.table_choice,
            self.round_choice,
            self.kind_choice,
            self.theme_choice,
        )
        self._offered: list[Mapping[Any, str]] = [{}, {}, {}, {}]
        self._shown = 0
        self.count = Text("", "muted", wraps=True)
        self.votes_button = push_button(_("Most dots first"), self._on_changed, kind="quiet")
        self.votes_button.setCheckable(True)
        self.all_button = push_button(_("Show all"), self.show_all, kind="quiet")
        self._build()
        self.search_edit.textChanged.connect(self._on_changed)
        for choice in self._choices:
            choice.kept.connect(self._on_changed)

    def _build(self) -> None:
        counted = QHBoxLayout()
        counted.addWidget(self.count, 1)
        counted.addWidget(self.votes_button)
        counted.addWidget(self.all_button)
        for choice in self._choices:
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            choice.setMinimumContentsLength(6)
            choice.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.search_edit, 0, 0)
        grid.addWidget(self.table_choice, 0, 1)
        grid.addWidget(self.round_choice, 0, 2)
        grid.addLayout(counted, 1, 0)
        grid.addWidget(self.kind_choice, 1, 1)
        grid.addWidget(self.theme_choice, 1, 2)
        for column, stretch in enumerate((4, 3, 3)):
            grid.setColumnStretch(column, stretch)
        self.setTabOrder(self.round_choice, self.kind_choice)
        self.setTabOrder(self.kind_choice, self.theme_choice)
        self.setTabOrder(self.theme_choice, self.votes_button)
        self.setTabOrder(self.votes_button, self.all_button)

    def show_notes(self, shown: int) -> None:
        """Offer what there is to choose from; so many notes are `shown`."""
        presenter, wanted = self._presenter, self._presenter.filter
        tables: dict[object, str] = {_ALL: _("All tables")} | {
            n: presenter.table_name(n) for n in range(presenter.tables)
        }
        rounds: dict[object, str] = {_ALL: _("All rounds")} | {
            n: presenter.round_name(n) for n in range(presenter.rounds)
        }
        kinds = {_ALL: _("All kinds")} | presenter.kind_words
        themes = {_ALL: _("All themes"), _NONE: _("No theme")} | {
            theme.id: theme.name for theme in presenter.sorting.themes
        }
        offers: list[Mapping[Any, str]] = [tables, rounds, kinds, themes]
        for choice, offered, before in zip(self._choices, offers, self._offered, strict=True):
            if offered != before:
                choice.show_choices(offered)
        self._offered = offers
        self.table_choice.show_key(_ALL if wanted.table is None else wanted.table)
        self.round_choice.show_key(_ALL if wanted.round is None else wanted.round)
        self.kind_choice.show_key(_ALL if wanted.kind is None else wanted.kind.value)
        self.theme_choice.show_key(_ALL if wanted.theme is None else wanted.theme or _NONE)
        self.theme_choice.setEnabled(not presenter.is_by_theme)
        has_votes = any(note.votes is not None for note in presenter.notes)
        self.votes_button.setChecked(wanted.by_votes)
        words = _("As they came") if wanted.by_votes else _("Most dots first")
        self.votes_button.setText(words)
        self.votes_button.setAccessibleName(words)
        self.votes_button.setVisible(has_votes or wanted.by_votes)
        self._shown = shown
        self.all_button.setVisible(replace(self.wanted, by_votes=False) != Filter())

    def show_chosen(self, chosen: int) -> None:
        """Say how many notes are shown of how many, and how many of them are chosen."""
        total = len(self._presenter.notes)
        facts = [
            ngettext("{shown} of {number} note", "{shown} of {number} notes", total).format(
                shown=self._shown, number=total
            )
        ]
        if chosen:
            facts.append(
                ngettext("{number} note chosen", "{number} notes chosen", chosen).format(
                    number=chosen
                )
            )
        self.count.setText(" · ".join(facts))

    @property
    def wanted(self) -> Filter:
        """The filter as it counts now: by theme, each has its column and all are shown."""
        wanted = self._presenter.filter
        return replace(wanted, theme=None) if self._presenter.is_by_theme else wanted

    def show_all(self) -> None:
        """Ask for all notes again."""
        self._presenter.filter = Filter(by_votes=self._presenter.filter.by_votes)
        self.search_edit.clear()
        self.changed.emit()
        self.search_edit.setFocus()

    def look_for(self, typed: str) -> None:
        """Look for something else among the same notes."""
        self.search_edit.setText(typed)
        self.search_edit.setFocus()

    def look_everywhere(self) -> None:
        """Look for the same words in all notes."""
        self._presenter.filter = Filter(search=self.search_edit.text())
        self.changed.emit()

    def _on_changed(self) -> None:
        table, round_ = self.table_choice.currentData(), self.round_choice.currentData()
        kind, theme = self.kind_choice.currentData(), self.theme_choice.currentData()
        self._presenter.filter = Filter(
            table=None if table == _ALL else table,
            round=None if round_ == _ALL else round_,
            kind=None if kind == _ALL else Kind(kind),
            theme=None if theme == _ALL else NO_THEME if theme == _NONE else theme,
            search=self.search_edit.text(),
            by_votes=self.votes_button.isChecked(),
        )
        self.changed.emit()
