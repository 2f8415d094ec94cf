"""The files one can take away: for everybody, for programs, lists with names for the organisers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wcafe.domain.artefact import Artefact
from wcafe.domain.artefacts import CATALOGUE
from wcafe.domain.lengths import SHORT
from wcafe.domain.publication import PROPOSED_LICENCE
from wcafe.ui.synthesis.headcount_card import HeadcountCard
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.widgets.parts import WIDE, Card, Text, push_button, thin_line, with_label
from wcafe.ui.widgets.switch import Switch
from wcafe.ui.words import _, desk_words, figure, ngettext


class OfferCard(Card):
    """Files in rows, each with its button. `save_asked` says which artefact is wanted."""

    save_asked = Signal(object)

    def __init__(self, heading: str, sentence: str, artefacts: Sequence[Artefact]) -> None:
        super().__init__(heading)
        self.sentence = Text(sentence, "muted", wraps=True)
        self.column.addWidget(self.sentence)
        self.withheld = Text("", "caption", wraps=True)
        self.column.addWidget(self.withheld)
        self.withheld.hide()
        self.buttons: dict[Artefact, QPushButton] = {}
        for artefact in artefacts:
            name = artefact.title(desk_words())
            button = push_button(
                _("Save…"),
                partial(self.save_asked.emit, artefact),
                name=_("Save: {file}").format(file=name),
            )
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Text(name, "strong", wraps=True))
            words.addWidget(Text(_(artefact.use), "caption", wraps=True))
            row = QHBoxLayout()
            row.addLayout(words, 1)
            row.addWidget(button)
            self.column.addWidget(thin_line())
            self.column.addLayout(row)
            self.buttons[artefact] = button

    def show_withheld(self, number: int) -> None:
        """Say which of these files hold the `number` notes that are withheld, with their words."""
        held = [each.title(desk_words()) for each in self.buttons if each.holds_withheld]
        sentence = ngettext(
            "{number} withheld note stands with its words in: {files}. Do not publish it.",
            "{number} withheld notes stand with their words in: {files}. Do not publish them.",
            number,
        )
        told = sentence.format(number=figure(number), files=", ".join(held))
        self.withheld.setText(told)
        self.withheld.setVisible(bool(number and held))


class TermsCard(Card):
    """Who shares the harvest, and what others may do with it."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__(_("Who shares, and how"))
        self._presenter = presenter
        self.organiser_edit = LineField(
            _("Organiser"), _("Who can be asked about the results"), most=SHORT
        )
        hint = _("None yet; for example {licence}").format(licence=PROPOSED_LICENCE)
        self.licence_edit = LineField(_("Licence"), hint, most=SHORT)
        words = _("Both stand on the cover and at the end of the synthesis.")
        self.column.addWidget(Text(words, "muted", wraps=True))
        self.column.addLayout(with_label(_("Organiser"), self.organiser_edit))
        self.column.addLayout(with_label(_("Licence"), self.licence_edit))
        self.organiser_edit.kept.connect(presenter.set_organiser)
        self.licence_edit.kept.connect(presenter.set_licence)

    def show_terms(self) -> None:
        self.organiser_edit.show_text(self._presenter.cafe.organiser)
        self.licence_edit.show_text(self._presenter.cafe.licence)

    def keep_typed(self) -> None:
        self.organiser_edit.keep()
        self.licence_edit.keep()


class ExportView(QWidget):
    """Five cards. `save_asked` says which artefact is wanted; handouts are at the print desk."""

    save_asked = Signal(object)

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.for_all = OfferCard(
            _("To give back and to share"),
            "",
            [
                each
                for each in CATALOGUE
                if not (each.names_people or each.is_for_programs or each.is_handout)
            ],
        )
        self.for_programs = OfferCard(
            _("For other programs"),
            _("To count, to code, to compare or to take it on elsewhere."),
            [each for each in CATALOGUE if each.is_for_programs and not each.names_people],
        )
        self.with_names = OfferCard(
            _("For the organisers only"),
            _("These files hold names. Keep them to yourselves, and delete them in time."),
            [each for each in CATALOGUE if each.names_people and not each.is_handout],
        )
        self.unplanned = Text(
            _("Nobody has a seat yet. Compose the plan first."), "caption", wraps=True
        )
        self.with_names.column.addWidget(self.unplanned)
        self.hide_switch = Switch(_("Hide these names in the files"))
        self._hiding = QWidget()
        row = QHBoxLayout(self._hiding)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.hide_switch)
        row.addWidget(Text(_("Hide these names in the files"), wraps=True), 1)
        self.for_all.column.insertWidget(2, self._hiding)
        self._hiding.hide()
        self.hide_switch.toggled.connect(self.show_names)
        self.terms = TermsCard(presenter)
        self.headcount = HeadcountCard(presenter)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(WIDE)
        self.offers = (self.for_all, self.for_programs, self.with_names)
        for cards in (
            (self.for_all, self.terms),
            (self.for_programs, self.with_names, self.headcount),
        ):
            column = QVBoxLayout()
            column.setSpacing(WIDE)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        for offer in self.offers:
            offer.save_asked.connect(self.save_asked)

    @property
    def buttons(self) -> dict[Artefact, QPushButton]:
        """The button of each file of the catalogue."""
        return {each: button for offer in self.offers for each, button in offer.buttons.items()}

    def show_names(self) -> None:
        """Say whose names the files for everybody hold; all notes are read for it."""
        hides = self.hides_names
        self.for_all.sentence.setText(" ".join(_without_authors(self._presenter, hides=hides)))
        self._hiding.setVisible(self._has_names)

    @property
    def hides_names(self) -> bool:
        """Are the names of people hidden in what notes and statements say? Only where there are."""
        return self.hide_switch.isChecked() and self._has_names

    @property
    def _has_names(self) -> bool:
        presenter = self._presenter
        return bool(presenter.snapshot.people and presenter.notes_with_names)

    def show_cafe(self) -> None:
        has_plan = self._presenter.has_plan
        for artefact, button in self.buttons.items():
            button.setEnabled(has_plan or not artefact.needs_plan)
        self.unplanned.setVisible(not has_plan)
        withheld = sum(bool(note.withheld) for note in self._presenter.snapshot.notes)
        for offer in self.offers:
            offer.show_withheld(withheld)
        self.terms.show_terms()
        self.headcount.show_counts()
        self.show_names()

    def take_focus(self) -> None:
        next(iter(self.for_all.buttons.values())).setFocus()

    def keep_typed(self) -> None:
        self.terms.keep_typed()
        self.headcount.keep_typed()


def _without_authors(presenter: SynthesisPresenter, *, hides: bool) -> list[str]:
    """Say what the files for everybody leave out, and what of it may still stand in the notes."""
    lines = [_("These files do not say who wrote a note or who came.")]
    if any(person.may_be_named for person in presenter.snapshot.people):
        lines.append(_("Only those who agreed to it may be named in them."))
    if not presenter.snapshot.notes:
        return lines
    if not presenter.snapshot.people:
        return [*lines, _("Names in the notes remain.")]
    named = presenter.notes_with_names
    if not named:
        nobody = _("No note has a word that is a name on the list of people.")
        return [*lines, nobody, _("Other names in the notes remain.")]
    some = ngettext(
        "{number} note has a word that is also a name on the list of people.",
        "{number} notes have a word that is also a name on the list of people.",
        named,
    )
    remain = _("They are hidden; other names remain.") if hides else _("Names in the notes remain.")
    reports = _(
        "Reports go by what is chosen in Preview, the open harvest by what was decided of names."
    )
    return [*lines, some.format(number=figure(named)), remain, reports]
