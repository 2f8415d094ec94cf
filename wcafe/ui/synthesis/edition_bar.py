"""How the edition that is looked at is made: cover, annex, order, names."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.artefacts import EDITIONS, SYNTHESIS
from wcafe.services.names import tell_names
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import GAP, WIDE, Text, push_button
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.words import _, desk_words

_RECORD = "record"
_OF = {
    SYNTHESIS: frozenset({"is_white", "has_annex", "names"}),
    _RECORD: frozenset({"by_question", "names"}),
}
"""What may be chosen of an edition; of others whether people are named."""


class EditionBar(QWidget):
    """Switches and choices of the edition, and below them what becomes of names.

    `names_asked` says that the names that were found are to be looked at.
    """

    names_asked = Signal()

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._choices = presenter.choices
        self.switches: dict[str, Switch] = {}
        flow_place = QWidget()
        flow = FlowLayout(flow_place, spacing=WIDE)
        self._rows: dict[str, QWidget] = {}
        for name, words in (
            ("names", _("With names")),
            ("is_white", _("White cover")),
            ("has_annex", _("Record as annex")),
        ):
            flow.addWidget(self._switch(name, words))
        orders = {False: _("By table"), True: _("By question")}
        self.order = ChoiceField(_("Order of the record"), orders)
        self.order.kept.connect(self._on_order)
        flow.addWidget(self.order)
        self.told = Text("", "muted", wraps=True)
        self.names_button = push_button(_("Look at names…"), self.names_asked.emit, kind="small")
        self._names = QWidget()
        names = QHBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(GAP)
        names.addWidget(self.told, 1)
        names.addWidget(self.names_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(flow_place)
        column.addWidget(self._names)
        self._choices.changed.connect(self.show_choices)

    def show_choices(self) -> None:
        """Show what can be chosen of the document that is looked at, and what is."""
        artefact, options = self._choices.artefact, self._choices.options
        offered = _OF.get(artefact, frozenset({"names"})) if artefact in EDITIONS else frozenset()
        is_ordered = "by_question" in offered or ("has_annex" in offered and options.has_annex)
        self.setVisible(bool(offered))
        for name, switch in self.switches.items():
            self._rows[name].setVisible(name in offered)
            switch.blockSignals(True)
            switch.setChecked(getattr(options, name))
            switch.blockSignals(False)
            switch.update()
        self.order.setVisible(is_ordered)
        self.order.show_key(options.by_question)
        pages = self._presenter.pages
        is_told = bool(offered) and not options.names and pages.made is not None
        told = tell_names(pages.names, desk_words()) if is_told else ""
        self.told.setText(told)
        self._names.setVisible(bool(told))

    def _switch(self, name: str, words: str) -> QWidget:
        switch = self.switches[name] = Switch(words)
        switch.toggled.connect(lambda is_on: self._choices.choose(name, is_on))
        row = self._rows[name] = QWidget()
        laid = QHBoxLayout(row)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setSpacing(6)
        laid.addWidget(switch)
        laid.addWidget(Text(words))
        return row

    def _on_order(self, by_question: object) -> None:
        self._choices.choose("by_question", bool(by_question))
