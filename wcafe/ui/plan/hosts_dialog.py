"""The dialogue of who hosts which table: seen and changed in one place, with what it costs."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.people import PersonId
from wcafe.services.hosts import TableHost
from wcafe.ui.plan.hosting import Hosting
from wcafe.ui.plan.person_field import PersonField
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.marks import mark_icon
from wcafe.ui.widgets.parts import GAP, WIDE, Card, Text, push_button, restyle, with_label
from wcafe.ui.words import _


class HostsDialog(QDialog):
    """Tables at the left with their hosts; another host is typed, looked at and applied."""

    def __init__(self, presenter: Hosting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setWindowTitle(_("Who hosts"))
        self.resize(880, 560)
        self.tables_list = QListWidget()
        self.tables_list.setUniformItemSizes(True)
        self.host_edit = PersonField(_("Who is to host it?"))
        self.table_title = Text("", "heading", wraps=True)
        self.sheet = Card(surface="good")
        self.sentence = Text("", wraps=True)
        self.apply_button = push_button(_("Apply"), self._on_apply, kind="primary")
        self.leave_button = push_button(_("Not now"), self._on_leave, kind="quiet")
        self.close_button = push_button(_("Close"), self.accept)

        buttons = QHBoxLayout()
        buttons.addWidget(self.apply_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        self.sheet.column.addWidget(self.sentence)
        self.sheet.column.addLayout(buttons)
        left = with_label(_("Tables and their hosts"), self.tables_list)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.table_title)
        right.addLayout(with_label(_("Who is to host it?"), self.host_edit))
        right.addWidget(self.sheet)
        right.addStretch(1)
        foot = QHBoxLayout()
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
        column.addWidget(Text(_("Who hosts"), "title", wraps=True))
        words = _(
            "Whom you name stays; the willing fill the other tables. Nothing is kept unasked."
        )
        column.addWidget(Text(words, "muted", wraps=True))
        column.addLayout(columns, 1)

        self.tables_list.currentRowChanged.connect(self._on_row)
        self.host_edit.picked.connect(self._on_picked)
        presenter.shown.connect(self.show_hosts)
        self.show_hosts()

    def show_hosts(self) -> None:
        presenter = self._presenter
        self.tables_list.blockSignals(True)
        if self.tables_list.count() != len(presenter.hosts):
            self.tables_list.clear()
            for host in presenter.hosts:
                self.tables_list.addItem(QListWidgetItem(mark_icon(host.table), ""))
        for host in presenter.hosts:
            item = self.tables_list.item(host.table)
            item.setText(self._line(host))
            item.setToolTip(escape(self._line(host)))
        self.tables_list.setCurrentRow(presenter.table)
        self.tables_list.blockSignals(False)
        self.table_title.setText(presenter.title(presenter.table) if presenter.hosts else "")
        self.host_edit.setEnabled(bool(presenter.hosts) and not presenter.is_looking)
        self.host_edit.show_people(presenter.candidates())
        self._show_proposal()

    def _show_proposal(self) -> None:
        presenter, proposal = self._presenter, self._presenter.proposal
        words, mood = "", "good"
        if presenter.is_looking:
            words, mood = _("Looking for the fewest changes…"), "care"
        elif proposal is not None:
            words = presenter.describe(proposal)
            mood = "good" if proposal.is_possible else "bad"
        can_apply = proposal is not None and proposal.is_possible and not presenter.is_looking
        self.apply_button.setVisible(can_apply)
        self.leave_button.setVisible(proposal is not None and not presenter.is_looking)
        self.sheet.setVisible(bool(words))
        if words != self.sentence.text():
            self.sentence.setText(words)
            restyle(self.sheet, surface=mood)
            restyle(self.sentence)
            if words and self.isVisible():
                announce(self, words)
                (self.apply_button if can_apply else self.tables_list).setFocus()

    def _line(self, host: TableHost) -> str:
        title = self._presenter.title(host.table)
        if host.person is None:
            return _("{table}: nobody").format(table=title)
        name = self._presenter.name(host.person)
        words = _("{table}: {name}") if host.is_named else _("{table}: {name} (plan)")
        return words.format(table=title, name=name)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.host_edit.clear()
            self._presenter.choose_table(row)

    def _on_picked(self, person: str) -> None:
        self._presenter.look(PersonId(person))

    def _on_apply(self) -> None:
        if self._presenter.apply():
            self.host_edit.clear()
            self.tables_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_leave(self) -> None:
        self._presenter.leave()
        self.host_edit.clear()
        self.host_edit.setFocus()
