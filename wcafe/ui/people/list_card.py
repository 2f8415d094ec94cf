"""The card with the table of people: filter above it, a line to add somebody below it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from wcafe.domain.lengths import CELL
from wcafe.ui.people.actions import SelectedMenu
from wcafe.ui.people.presenter import PeoplePresenter
from wcafe.ui.people.table import PeopleTable
from wcafe.ui.widgets.near_offer import NearOffer
from wcafe.ui.widgets.parts import Card, Text, push_button
from wcafe.ui.widgets.search_field import SearchField
from wcafe.ui.words import _, ngettext

_PAUSE = 120  # milliseconds without a key after which the table is sifted


class ListCard(Card):
    """Who comes, what is known of each, and the next one who comes."""

    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.table = PeopleTable(presenter)
        self.filter_edit = SearchField(_("Filter people"))
        self.filter_edit.setToolTip(
            _(
                "Words of any cell; also “absent”, “table host”, “willing host”, “may be named” "
                "and “no group”"
            )
        )
        self.filter_edit.setMinimumWidth(150)
        self.count = Text("", "muted")
        self.columns_button = push_button(_("Columns"))
        self.columns_button.setProperty("hasMenu", True)
        self.columns_menu = QMenu(self)
        self.columns_menu.aboutToShow.connect(self._on_columns)
        self.columns_button.setMenu(self.columns_menu)
        self.selected_button = push_button(_("Selected people"))
        self.selected_button.setProperty("hasMenu", True)
        self.selected_menu = SelectedMenu(presenter, self.table, self)
        self.selected_button.setMenu(self.selected_menu)
        self.table.menu = self.selected_menu
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.filter_edit, 1)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.selected_button)
        head.addWidget(self.columns_button)
        self.nobody = Text("", "muted", wraps=True)
        self.near = NearOffer(kind="quiet")
        self.near.taken.connect(self._on_near)
        self._none = QWidget()
        none = QHBoxLayout(self._none)
        none.setContentsMargins(0, 0, 0, 0)
        none.addWidget(self.nobody, 1)
        none.addWidget(self.near)
        self._none.hide()
        self.column.addWidget(self._head)
        self.column.addWidget(self._none)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(self._build_foot())

        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.sift)
        self.filter_edit.textChanged.connect(self._on_typed)
        self.filter_edit.returnPressed.connect(self._on_found)
        self.table.chosen.connect(self._on_chosen)
        self.table.people.sifted.connect(self._show_count)
        self._on_chosen(0)

    def _build_foot(self) -> QHBoxLayout:
        self.given_edit = _name_edit(_("First name"), self.add)
        self.family_edit = _name_edit(_("Family name"), self.add)
        self.add_button = push_button(_("Add"), self.add, name=_("Add a person"))
        for field in (self.given_edit, self.family_edit):
            field.textChanged.connect(self._on_name)
        foot = QHBoxLayout()
        foot.addWidget(self.given_edit, 1)
        foot.addWidget(self.family_edit, 1)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        return foot

    def show_people(self) -> None:
        is_filled = bool(self._presenter.people)
        for part in (self._head, self.table):
            part.setVisible(is_filled)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Preferred if is_filled else policy.Maximum)
        self.table.show_people()

    def sift(self) -> None:
        """Show those whose cells hold what is typed."""
        self._pause.stop()
        self.table.people.sift(self.filter_edit.text())

    def add(self) -> None:
        """Add the person who is typed; the next one can be typed at once."""
        given, family = self.given_edit.text(), self.family_edit.text()
        if not (given.strip() or family.strip()):
            self.given_edit.setFocus()
            return
        if not self._presenter.add(given, family):
            return
        added = self._presenter.people[-1].id
        for field in (self.given_edit, self.family_edit):
            field.clear()
        if self.table.people.row_of(added) is None:
            self.filter_edit.clear()  # else the new one would not be seen
            self.sift()
        self.table.select([added])
        self.given_edit.setFocus()

    def _on_name(self) -> None:
        if not (self.given_edit.text() or self.family_edit.text()):
            self._presenter.give_up_new()

    def _show_count(self) -> None:
        shown, total = len(self.table.people.rows), self.table.people.total
        words = _("{shown} of {total}").format(shown=shown, total=total)
        self.count.setText(words if self.table.people.wanted else "")
        is_nobody = shown == 0 < total
        self._none.setVisible(is_nobody)
        if is_nobody:
            self._say_nobody()
        else:
            self.near.offer(None)

    def _say_nobody(self) -> None:
        """Say that nobody is found, and offer what is near."""
        people = self.table.people
        self.nobody.setText(_("Nobody fits “{search}”.").format(search=people.wanted.strip()))
        self.near.offer(people.find_near())

    def _on_near(self, near: str) -> None:
        self.filter_edit.setText(near)
        self.filter_edit.setFocus()
        self.sift()

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_found(self) -> None:
        self.sift()
        if self.table.people.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.selectRow(0)
        else:
            self.near.take()

    def _on_chosen(self, number: int) -> None:
        self.selected_button.setEnabled(number > 0)
        words = _("Selected people")
        if number:
            words = ngettext("{number} selected", "{number} selected", number)
        self.selected_button.setText(words.format(number=number))
        self.selected_button.setAccessibleName(words.format(number=number))

    def _on_columns(self) -> None:
        self.table.column_actions(self.columns_menu)


def _name_edit(name: str, entered: Callable[[], object]) -> QLineEdit:
    field = QLineEdit(maxLength=CELL)
    field.setAccessibleName(_("Add: {what}").format(what=name))
    field.setPlaceholderText(name)
    field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    field.returnPressed.connect(entered)
    return field
