"""The dialogue that asks for the name of a theme, and says where another theme has it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wcafe.domain.lengths import LONG
from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Theme, ThemeId, mark_of
from wcafe.domain.text import one_line
from wcafe.domain.theme_shaping import require_name
from wcafe.errors import WcafeError
from wcafe.ui.note_cards.sorting import Sorting
from wcafe.ui.note_cards.theme_words import say_held
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.entry import EntryDialog
from wcafe.ui.widgets.marks import Mark, paint_theme_mark
from wcafe.ui.widgets.parts import GAP, Text, push_button
from wcafe.ui.widgets.word_offer import WordOffer
from wcafe.ui.words import _, desk_words


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenThere:
    """What a button does where a theme of that name is there: `words`, and `take` it.

    The theme `besides` is the one that is to have the name.
    """

    words: str
    take: Callable[[Theme], bool]
    besides: ThemeId | None = None


class NameDialog(EntryDialog):
    """One field; Enter keeps the name.

    A name that cannot be, or that another theme has, is told below the field, whose words stay.
    In the second case one click does what `when_there` says.
    """

    def __init__(
        self,
        title: str,
        name: str,
        keep: Callable[[str], bool],
        sorting: Sorting,
        when_there: WhenThere,
        parent: QWidget,
    ) -> None:
        super().__init__(title, _("Keep"), self._keep_if_free, parent)
        self._keep_name, self._sorting, self._when_there = keep, sorting, when_there
        self._there: Theme | None = None
        self.name_edit = QLineEdit(name, maxLength=LONG)  # what is longer than a name is told
        self.name_edit.selectAll()
        self.mark = Mark(0, 16, paint=paint_theme_mark)
        self.told = Text("", wraps=True)
        self.take_button = push_button(when_there.words, self._take)
        self.other_button = push_button(_("Another name"), self._leave)
        self.ask({_("Name of the theme, in the words people used"): self.name_edit})
        self._told_row = self._build_told()
        self.column.insertWidget(self.column.count() - 1, self._told_row)
        self.name_edit.textChanged.connect(self._say_nothing)
        WordOffer(self.name_edit, sorting.day_words)

    def _build_told(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.mark)
        line.addWidget(self.told, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(line)
        column.addLayout(buttons)
        row.hide()
        return row

    def try_name(self) -> None:
        """Keep what stands in the field if it can be, as Enter does."""
        self._on_keep()

    def _keep_if_free(self, name: str) -> bool:
        try:
            require_name(name)
        except WcafeError as error:
            self._tell(error.describe(desk_words()), None)
            return False
        there = self._sorting.namesake(name, besides=self._when_there.besides)
        if there is None:
            return self._keep_name(name)
        place = self._sorting.themes.index(there)
        told = _("{number}. {name} is a theme already: {held}.")
        self.mark.show_number(mark_of(there, place))
        self._tell(told.format(number=place + 1, name=there.name, held=say_held(there)), there)
        return False

    def _tell(self, sentence: str, there: Theme | None) -> None:
        self._there = there
        self.told.setText(sentence)
        for part in (self.mark, self.take_button, self.other_button):
            part.setVisible(there is not None)
        self._told_row.show()
        self._fit()
        announce(self, sentence)

    def _say_nothing(self) -> None:
        self._there = None
        self._told_row.hide()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is told needs at this width."""
        self.column.activate()
        self.resize(self.width(), self.column.totalHeightForWidth(self.width()))

    def _take(self) -> None:
        if self._there is not None and self._when_there.take(self._there):
            self.accept()

    def _leave(self) -> None:
        """Go back to the field; its words stay."""
        self._say_nothing()
        self.name_edit.setFocus()


def rename_dialog(sorting: Sorting, theme: Theme, parent: QWidget, name: str = "") -> NameDialog:
    """Return the dialogue that gives `theme` another name, `name` where it is typed already.

    Where another theme has that name, one click puts all of `theme` into that one.
    """
    return NameDialog(
        _("Rename the theme"),
        one_line(name) or theme.name,
        lambda typed: sorting.rename_theme(theme, typed),
        sorting,
        WhenThere(
            words=_("Merge the two"),
            take=lambda there: sorting.merge_theme(theme.id, there.id),
            besides=theme.id,
        ),
        parent,
    )


def name_notes(
    sorting: Sorting,
    notes: Sequence[NoteId],
    parent: QWidget,
    *,
    out_of: Collection[ThemeId] | None = None,
    keep: Callable[[str], bool] | None = None,
) -> NameDialog:
    """Return the dialogue that puts `notes` into a new theme, or does what `keep` says.

    Where a theme has that name, one click puts them into that one. `out_of`: see `Sorting.file`.
    """
    return NameDialog(
        _("New theme"),
        "",
        keep or partial(sorting.file_under_new, notes, out_of=out_of),
        sorting,
        WhenThere(
            words=_("Sort them into it"),
            take=lambda there: sorting.file(notes, there.id, out_of=out_of),
        ),
        parent,
    )
