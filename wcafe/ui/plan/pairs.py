"""The dialogue of who is kept apart and who is kept together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.people import PersonId
from wcafe.domain.search import look_for_name
from wcafe.ui.plan.presenter import PlanPresenter
from wcafe.ui.widgets.parts import GAP, WIDE, Text, push_button, with_label
from wcafe.ui.words import _, ngettext

_KIND, _GROUP = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
APART, TOGETHER = "apart", "together"


class GroupList(QListWidget):
    """`deleted` says that the Delete key was pressed."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
            return
        super().keyPressEvent(event)


class PairsDialog(QDialog):
    """People are ticked at the left, groups made of them stand at the right; all at once kept."""

    def __init__(self, presenter: PlanPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setWindowTitle(_("Keep apart · keep together"))
        self.resize(800, 600)
        self.filter_edit = QLineEdit()
        self.filter_edit.setClearButtonEnabled(True)
        self.people_list = QListWidget()
        self.people_list.setUniformItemSizes(True)
        self.groups_list = GroupList()
        self.groups_list.setWordWrap(True)
        self.groups_list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.groups_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.groups_list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.apart_button = push_button(_("Keep apart"), self._on_apart)
        self.together_button = push_button(_("Keep together"), self._on_together)
        self.chosen = Text("", "caption", wraps=True)  # also those whom the filter hides
        self.refusal = Text("", "strong", wraps=True)
        self.refusal.hide()
        self.remove_button = push_button(_("Remove"), self._on_remove)
        self.close_button = push_button(_("Close"), self.accept, kind="primary")

        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addLayout(with_label(_("Filter by name"), self.filter_edit))
        left.addLayout(with_label(_("Tick two people or more"), self.people_list), 1)
        make = QHBoxLayout()
        make.addWidget(self.apart_button)
        make.addWidget(self.together_button)
        make.addStretch(1)
        left.addWidget(self.chosen)
        left.addWidget(self.refusal)
        left.addLayout(make)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addLayout(with_label(_("Kept apart or together in every round"), self.groups_list), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        right.addLayout(foot)
        columns = QHBoxLayout()
        columns.setSpacing(WIDE)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(WIDE - 4)
        column.addWidget(Text(_("Keep apart · keep together"), "title", wraps=True))
        words = _("A change counts from the next plan on. Every change can be undone.")
        column.addWidget(Text(words, "muted", wraps=True))
        column.addLayout(columns, 1)

        self.filter_edit.textChanged.connect(self._on_filter)
        self.people_list.itemChanged.connect(self._on_ticked)
        self.groups_list.itemSelectionChanged.connect(self._show_buttons)
        self.groups_list.deleted.connect(self._on_remove)
        for person in sorted(presenter.guests, key=lambda person: person.sort_key):
            item = QListWidgetItem(person.name)
            item.setData(_KIND, person.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.people_list.addItem(item)
        self.show_pairs()

    def show_pairs(self) -> None:
        """Show the groups there are; the one that was selected stays so."""
        here = self.groups_list.currentRow()
        self.groups_list.clear()
        rules = self._presenter.cafe.rules
        for kind, label, groups in (
            (APART, _("Apart: {names}"), rules.apart),
            (TOGETHER, _("Together: {names}"), rules.together),
        ):
            for group in groups:
                item = QListWidgetItem(label.format(names=", ".join(self._names(group))))
                item.setData(_KIND, kind)
                item.setData(_GROUP, sorted(group))
                self.groups_list.addItem(item)
        self.groups_list.setCurrentRow(min(here, self.groups_list.count() - 1))
        self._show_buttons()

    def _names(self, group: frozenset[str]) -> list[str]:
        guests = {person.id: person for person in self._presenter.guests}
        here = [guests[PersonId(person)] for person in group if person in guests]
        return [person.name for person in sorted(here, key=lambda person: person.sort_key)]

    def _ticked_items(self) -> list[QListWidgetItem]:
        items = (self.people_list.item(row) for row in range(self.people_list.count()))
        return [item for item in items if item.checkState() is Qt.CheckState.Checked]

    def _show_buttons(self) -> None:
        ticked = self._ticked_items()
        words = ngettext("{number} chosen: {names}", "{number} chosen: {names}", len(ticked))
        names = ", ".join(item.text() for item in ticked)
        self.chosen.setText(words.format(number=len(ticked), names=names) if ticked else "")
        is_group = len(ticked) > 1
        self.apart_button.setEnabled(is_group)
        self.together_button.setEnabled(is_group)
        self.remove_button.setEnabled(self.groups_list.currentRow() >= 0)

    def _on_ticked(self) -> None:
        self.refusal.hide()
        self._show_buttons()

    def _on_filter(self, words: str) -> None:
        search = look_for_name(words)
        for row in range(self.people_list.count()):
            item = self.people_list.item(row)
            item.setHidden(not search.is_in(item.text()))
        self._go_to_first_shown()

    def _go_to_first_shown(self) -> None:
        """Let keys act on somebody who is seen, never on a row that the filter hides."""
        rows = range(self.people_list.count())
        shown = [row for row in rows if not self.people_list.item(row).isHidden()]
        if self.people_list.currentRow() not in shown:
            self.people_list.setCurrentRow(shown[0] if shown else -1)

    def _on_apart(self) -> None:
        self._make(_("keep people apart"), APART)

    def _on_together(self) -> None:
        self._make(_("keep people together"), TOGETHER)

    def _make(self, text: str, kind: str) -> None:
        """Keep those who are ticked as a group, unless another rule says the contrary."""
        ticked, rules = self._ticked_items(), self._presenter.cafe.rules
        group = frozenset(str(item.data(_KIND)) for item in ticked)
        groups = {APART: rules.apart, TOGETHER: rules.together}
        is_new = group not in groups[kind]
        groups[kind] = (*groups[kind], group)
        clash = self._presenter.clash(apart=groups[APART], together=groups[TOGETHER])
        if is_new and clash:
            self.refusal.setText(clash)
            self.refusal.show()
            return
        for item in ticked:
            item.setCheckState(Qt.CheckState.Unchecked)
        if is_new:
            self._presenter.set_rules(text, **{kind: groups[kind]})

    def _on_remove(self) -> None:
        item = self.groups_list.currentItem()
        if item is None:
            return
        kind, group = str(item.data(_KIND)), frozenset(item.data(_GROUP))
        groups: tuple[frozenset[str], ...] = getattr(self._presenter.cafe.rules, kind)
        left = tuple(each for each in groups if each != group)
        self._presenter.set_rules(_("let people meet as it comes"), **{kind: left})
