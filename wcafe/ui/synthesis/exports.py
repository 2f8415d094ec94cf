"""The files one can take away: the harvest for everybody, lists with names for the organisers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wcafe.i18n import N_
from wcafe.ui.printed import SYNTHESIS
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.widgets.parts import WIDE, Card, Text, push_button, thin_line, with_label
from wcafe.ui.words import _, figure, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One file: what it is called, what it is good for, how it is made."""

    name: str
    use: str
    what: str  # a document of the press, or what an export holds
    suffix: str
    ending: str  # of the proposed name
    is_printed: bool = False
    needs_plan: bool = False


FOR_ALL = (
    Offer(
        name=N_("Synthesis · PDF"),
        use=N_("The report: themes, statements and every note, to read and to print."),
        what=SYNTHESIS,
        suffix="pdf",
        ending=N_("synthesis"),
        is_printed=True,
    ),
    Offer(
        name=N_("Harvest · Markdown"),
        use=N_("Plain text for a website, a wiki or a word processor."),
        what="notes",
        suffix="md",
        ending=N_("harvest"),
    ),
    Offer(
        name=N_("Harvest · JSON"),
        use=N_("Everything that was said, for other programs."),
        what="notes",
        suffix="json",
        ending=N_("harvest"),
    ),
)
WITH_NAMES = (
    Offer(
        name=N_("Notes · CSV"),
        use=N_("A row each, for a spreadsheet; says who typed a note, where that is known."),
        what="notes",
        suffix="csv",
        ending=N_("notes"),
    ),
    Offer(
        name=N_("People · CSV"),
        use=N_("The list of people with all that is known of them."),
        what="people",
        suffix="csv",
        ending=N_("people"),
    ),
    Offer(
        name=N_("Seating plan · CSV"),
        use=N_("Who sits where in each round."),
        what="plan",
        suffix="csv",
        ending=N_("plan"),
        needs_plan=True,
    ),
    Offer(
        name=N_("Badges · PDF"),
        use=N_("Eight on a sheet, each with its route."),
        what="badges",
        suffix="pdf",
        ending=N_("badges"),
        is_printed=True,
        needs_plan=True,
    ),
    Offer(
        name=N_("List by table · PDF"),
        use=N_("For the hosts and for the doors."),
        what="table-list",
        suffix="pdf",
        ending=N_("tables"),
        is_printed=True,
        needs_plan=True,
    ),
)


class OfferCard(Card):
    """Files in rows, each with its button. `save_asked` says which Offer is wanted."""

    save_asked = Signal(object)

    def __init__(self, heading: str, sentence: str, offers: Sequence[Offer]) -> None:
        super().__init__(heading)
        self.sentence = Text(sentence, "muted", wraps=True)
        self.column.addWidget(self.sentence)
        self.buttons: dict[Offer, QPushButton] = {}
        for offer in offers:
            name = _(offer.name)
            button = push_button(
                _("Save…"),
                partial(self.save_asked.emit, offer),
                name=_("Save: {file}").format(file=name),
            )
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Text(name, "strong", wraps=True))
            words.addWidget(Text(_(offer.use), "caption", wraps=True))
            row = QHBoxLayout()
            row.addLayout(words, 1)
            row.addWidget(button)
            self.column.addWidget(thin_line())
            self.column.addLayout(row)
            self.buttons[offer] = button


class TermsCard(Card):
    """Who shares the harvest, and what others may do with it."""

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__(_("Who shares, and how"))
        self._presenter = presenter
        self.organiser_edit = LineField(_("Organiser"), _("Who can be asked about the results"))
        self.licence_edit = LineField(_("Licence"), "CC BY-SA 4.0")
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
    """Three cards. `save_asked` says which Offer is wanted."""

    save_asked = Signal(object)

    def __init__(self, presenter: SynthesisPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.for_all = OfferCard(
            _("To give back and to share"),
            "",
            FOR_ALL,
        )
        self.with_names = OfferCard(
            _("For the organisers only"),
            _("These files hold names. Keep them to yourselves, and delete them in time."),
            WITH_NAMES,
        )
        self.unplanned = Text(
            _("Nobody has a seat yet. Compose the plan first."), "caption", wraps=True
        )
        self.with_names.column.addWidget(self.unplanned)
        self.terms = TermsCard(presenter)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(WIDE)
        for cards in ((self.for_all, self.terms), (self.with_names,)):
            column = QVBoxLayout()
            column.setSpacing(WIDE)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.for_all.save_asked.connect(self.save_asked)
        self.with_names.save_asked.connect(self.save_asked)

    def show_names(self) -> None:
        """Say whose names the files for everybody hold; all notes are read for it."""
        self.for_all.sentence.setText(" ".join(_without_authors(self._presenter)))

    def show_cafe(self) -> None:
        has_plan = self._presenter.has_plan
        for offer, button in self.with_names.buttons.items():
            button.setEnabled(has_plan or not offer.needs_plan)
        self.unplanned.setVisible(not has_plan)
        self.terms.show_terms()

    def keep_typed(self) -> None:
        self.terms.keep_typed()


def _without_authors(presenter: SynthesisPresenter) -> list[str]:
    """Say what the files for everybody leave out, and what of it may still stand in the notes."""
    lines = [_("These files do not say who wrote a note or who came.")]
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
    return [*lines, some.format(number=figure(named)), _("Names in the notes remain.")]
