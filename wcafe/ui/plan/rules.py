"""The card of the rules: a switch each, and who is kept apart or together."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from wcafe.domain.cafe import HostMode
from wcafe.domain.hosts import tables_without_host
from wcafe.ui.plan.attributes import attribute_name
from wcafe.ui.plan.hosts_dialog import HostsDialog
from wcafe.ui.plan.pairs import PairsDialog
from wcafe.ui.plan.presenter import PlanPresenter
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import Card, Text, clear, push_button, thin_line, with_label
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.widgets.tab_order import tab_in_reading_order
from wcafe.ui.words import _, ngettext


class RulesCard(Card):
    """Each change is an edit of the café that can be undone."""

    def __init__(self, presenter: PlanPresenter) -> None:
        super().__init__(_("Rules"))
        self._presenter = presenter
        self.hosts_edit = ChoiceField(
            _("Table hosts"),
            {
                HostMode.STAY: _("stay at their table"),
                HostMode.HAND_OVER: _("hand over each round"),
                HostMode.NONE: _("nobody by rule"),
            },
        )
        self.hosts_edit.setMinimumContentsLength(12)
        policy = ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.hosts_edit.setSizeAdjustPolicy(policy)
        self.hosts_caption = Text("", "caption", wraps=True)
        self.who_button = push_button(_("Who hosts…"), self._on_who, kind="quiet")
        self.hosts_dialog: HostsDialog | None = None
        self.distinct_switch = Switch(_("Never the same table twice"))
        self.home_switch = Switch(_("Return to the first table"))
        self.mix_switches: dict[str, Switch] = {}
        self.pairs_caption = Text("", "caption", wraps=True)
        self.edit_button = push_button(
            _("Edit"), self._on_edit, kind="quiet", name=_("Edit who is kept apart or together")
        )
        self.dialog: PairsDialog | None = None

        self.column.addLayout(with_label(_("Table hosts"), self.hosts_edit))
        self.column.addWidget(self.hosts_caption)
        self.column.addWidget(self.who_button)
        self._add(self.distinct_switch)
        self._add(self.home_switch)
        self._mixing = QVBoxLayout()
        self._mixing.setSpacing(self.column.spacing())
        self.column.addLayout(self._mixing)
        self.column.addWidget(thin_line())
        pairs = QVBoxLayout()
        pairs.setSpacing(2)
        pairs.addWidget(Text(_("Keep apart · keep together"), wraps=True))
        pairs.addWidget(self.pairs_caption)
        row = QHBoxLayout()
        row.addLayout(pairs, 1)
        row.addWidget(self.edit_button)
        self.column.addLayout(row)

        self.hosts_edit.kept.connect(self._on_hosts)
        self.distinct_switch.clicked.connect(self._on_distinct)
        self.home_switch.clicked.connect(self._on_home)
        self.show_rules()

    def show_rules(self) -> None:
        rules, offered = self._presenter.cafe.rules, self._presenter.attributes
        self.hosts_edit.show_key(rules.hosts)
        self.hosts_caption.setText(_describe_hosts(self._presenter))
        self.hosts_caption.setVisible(bool(self.hosts_caption.text()))
        has_tables = bool(self._presenter.cafe.tables)
        self.who_button.setVisible(rules.hosts is HostMode.STAY and has_tables)
        self.distinct_switch.setChecked(rules.distinct_tables)
        self.home_switch.setChecked(rules.return_home)
        if tuple(self.mix_switches) != offered:
            self._build_mixing(offered)
        for attribute, switch in self.mix_switches.items():
            switch.setChecked(attribute in rules.mixed)
        self.pairs_caption.setText(_describe_groups(len(rules.apart), len(rules.together)))
        if self.dialog is not None:
            self.dialog.show_pairs()

    def _build_mixing(self, offered: tuple[str, ...]) -> None:
        clear(self._mixing)
        self.mix_switches = {}
        for attribute in offered:
            named = attribute_name(attribute)
            switch = Switch(_("Mix by {attribute}").format(attribute=named))
            switch.clicked.connect(lambda is_on, which=attribute: self._on_mix(which, is_on))
            self.mix_switches[attribute] = switch
            self._add(switch, self._mixing)
        tab_in_reading_order(self)

    def _add(self, switch: Switch, column: QVBoxLayout | None = None) -> None:
        column = column if column is not None else self.column
        words = Text(switch.accessibleName(), wraps=True)
        words.setBuddy(switch)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(switch)
        column.addWidget(thin_line())
        column.addLayout(row)

    def _on_who(self) -> None:
        self.hosts_dialog = HostsDialog(self._presenter.hosting, self.window())
        self.hosts_dialog.finished.connect(self._on_who_finished)
        self.hosts_dialog.open()

    def _on_who_finished(self) -> None:
        if self.hosts_dialog is not None:
            self._presenter.hosting.leave()
            self.hosts_dialog.deleteLater()
            self.hosts_dialog = None
            self.who_button.setFocus()

    def _on_hosts(self, mode: object) -> None:
        self._presenter.set_rules(_("change the rule for hosts"), hosts=mode)

    def _on_distinct(self, is_on: bool) -> None:
        self._presenter.set_rules(_("change the rule for tables"), distinct_tables=is_on)

    def _on_home(self, is_on: bool) -> None:
        self._presenter.set_rules(_("change the rule for the last round"), return_home=is_on)

    def _on_mix(self, attribute: str, is_on: bool) -> None:
        others = tuple(name for name in self._presenter.cafe.rules.mixed if name != attribute)
        mixed = (*others, attribute) if is_on else others
        self._presenter.set_rules(_("change what is mixed"), mixed=mixed)

    def _on_edit(self) -> None:
        if self.dialog is None:
            self.dialog = PairsDialog(self._presenter, self.window())
            self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
            self.edit_button.setFocus()


def _describe_hosts(presenter: PlanPresenter) -> str:
    """Say at which tables of the plan the rule for hosts does not hold, as they have none."""
    lacking = tables_without_host(presenter.plan, presenter.cafe) if presenter.plan else ()
    if not lacking:
        return ""
    tables = ", ".join(str(table + 1) for table in lacking)
    return _("Tables without a host, by number: {tables}.").format(tables=tables)


def _describe_groups(apart: int, together: int) -> str:
    facts = [
        ngettext("{number} kept apart", "{number} kept apart", apart).format(number=apart),
        ngettext("{number} kept together", "{number} kept together", together).format(
            number=together
        ),
    ]
    return " · ".join(facts) if apart or together else _("nobody yet")
