"""The window in which names of the list that stand in the harvest are looked at, one by one."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wcafe.domain.lengths import CELL
from wcafe.domain.named import initial_of
from wcafe.domain.publication import NameChoice, Naming
from wcafe.domain.text import one_line
from wcafe.i18n import N_
from wcafe.services.names import NameFound
from wcafe.ui.synthesis.presenter import SynthesisPresenter
from wcafe.ui.widgets.fields import LineField
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.lines_table import Heading, Line, LinesTable
from wcafe.ui.widgets.parts import GAP, WIDE, Text, push_button
from wcafe.ui.words import _, figure

_WIDE, _WORD_WIDE = 760, 130  # pixels
_MOST, _FEW = 9, 4  # rows that are seen at once, the second where the window is low
_LOW = 680  # pixels
_LINES = 4  # in which the places of a name are shown
_BECOMES = {
    Naming.KEPT: N_("stays"),
    Naming.REPLACED: N_("“{word}”"),
    Naming.WITHHELD: N_("[name]"),
}


class NamesDialog(QDialog):
    """Names as rows; what is done concerns those that are chosen. Each step can be undone."""

    def __init__(self, presenter: SynthesisPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._review = presenter.naming
        self._names: list[NameFound] = []
        self.setWindowTitle(_("Names in the harvest"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDE)
        self.told = Text("", wraps=True)
        self.told.setProperty("role", "strong")
        self.explained = Text(
            _(
                "A word may be no person: the stone is no Pierre. What nobody looked at is "
                "withheld, but for words that begin small behind an article. Only names on the "
                "list of people are found."
            ),
            "muted",
            wraps=True,
        )
        rows = _FEW if parent.window().height() < _LOW else _MOST
        self.table = LinesTable(_("Names in the harvest"), most=rows, wide=3)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.places = Text("", "muted", wraps=True)
        self.places.setFixedHeight(_LINES * self.places.fontMetrics().lineSpacing())
        self.places.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.keep_button = push_button(_("Keep"), self._keep)
        self.replace_button = push_button(_("Replace by"), self._replace)
        self.word_edit = LineField(_("The word in its place"), most=CELL)
        self.word_edit.setFixedWidth(_WORD_WIDE)
        self.word_edit.returnPressed.connect(self._replace)
        self.withhold_button = push_button(_("Withhold"), self._withhold)
        self.forget_button = push_button(_("Not looked at"), self._forget, kind="quiet")
        self.small_button = push_button(
            _("Keep all that begin small"), self._keep_small, kind="quiet"
        )
        self.close_button = push_button(_("Done"), self.accept, kind="primary")
        self._build()
        self.table.selectionModel().selectionChanged.connect(self._on_chosen)
        presenter.shown.connect(self.show_names)
        self.show_names()
        self._choose(0)
        self.table.setFocus()

    def _build(self) -> None:
        word = QWidget()
        row = QHBoxLayout(word)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.replace_button)
        row.addWidget(self.word_edit)
        deciding = QWidget()
        flow = FlowLayout(deciding, spacing=GAP)
        for part in (self.keep_button, word, self.withhold_button, self.forget_button):
            flow.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.small_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(WIDE)
        for shown in (self.told, self.explained, self.table, self.places, deciding):
            column.addWidget(shown)
        column.addLayout(foot)

    def show_names(self) -> None:
        """Show what stands there now; what is chosen stays chosen."""
        chosen = {each.name for each in self.chosen}
        found = self._names = sorted(self._review.found, key=lambda each: each.name.casefold())
        headings = [Heading(words=_(each)) for each in _HEADINGS]
        self.table.show_lines(headings, [_line(each) for each in found])
        self.told.setText(self._review.tell() or _("No name of the list stands in the harvest."))
        self.small_button.setVisible(any(_is_open_and_small(each) for each in found))
        model = self.table.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place, each in enumerate(found):
            if each.name in chosen:
                model.select(self.table.model().index(place, 0), rows)
        self._on_chosen()

    @property
    def chosen(self) -> list[NameFound]:
        """Those that are chosen."""
        places = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        return [self._names[place] for place in places if place < len(self._names)]

    def _choose(self, place: int) -> None:
        if place < len(self._names):
            self.table.selectRow(place)

    def _on_chosen(self) -> None:
        chosen = self.chosen
        for part in (
            self.keep_button,
            self.replace_button,
            self.word_edit,
            self.withhold_button,
            self.forget_button,
        ):
            part.setEnabled(bool(chosen))
        self.places.setText("\n".join(f"— {said}" for each in chosen[:1] for said in each.places))
        words = {_proposed(each) for each in chosen}
        self.word_edit.setText(words.pop() if len(words) == 1 else "")

    def _keep(self) -> None:
        self._decide(Naming.KEPT)

    def _withhold(self) -> None:
        self._decide(Naming.WITHHELD)

    def _replace(self) -> None:
        """Put the word that is typed in their place; their own initials where none is typed."""
        chosen, word = self.chosen, one_line(self.word_edit.text())
        if word or len(chosen) == 1:
            self._decide(Naming.REPLACED, word or initial_of(chosen[0].name))
            return
        choices = [
            NameChoice(name=each.name, naming=Naming.REPLACED, instead=initial_of(each.name))
            for each in chosen
        ]
        self._go_on(self._review.decide_all(choices))

    def _decide(self, naming: Naming, instead: str = "") -> None:
        choices = [
            NameChoice(name=each.name, naming=naming, instead=instead) for each in self.chosen
        ]
        self._go_on(self._review.decide_all(choices))

    def _forget(self) -> None:
        self._review.forget(each.name for each in self.chosen)

    def _keep_small(self) -> None:
        small = [each.name for each in self._names if _is_open_and_small(each)]
        self._review.decide_all(NameChoice(name=name, naming=Naming.KEPT) for name in small)

    def _go_on(self, is_kept: bool) -> None:
        """Go to the next one that nobody looked at."""
        chosen = self.chosen
        if not is_kept or not chosen:
            return
        last = max(self._names.index(each) for each in chosen)
        places = [*range(last + 1, len(self._names)), *range(last + 1)]
        following = next((n for n in places if self._names[n].is_open), None)
        if following is not None:
            self._choose(following)


_HEADINGS = (N_("Name"), N_("Times"), N_("In its place"), N_("Where it stands first"))


def _line(found: NameFound) -> Line:
    choice = found.choice
    if choice is not None:
        becomes = _(_BECOMES[choice.naming]).format(word=choice.instead)
    elif found.is_agreed:
        becomes = _("stays · agreed to it")
    else:
        becomes = _("stays · a common word") if found.is_noun else _("[name] · not looked at")
    return Line(key=found.name, cells=(found.name, figure(found.times), becomes, found.places[0]))


def _proposed(found: NameFound) -> str:
    choice = found.choice
    return choice.instead if choice is not None and choice.instead else initial_of(found.name)


def _is_open_and_small(found: NameFound) -> bool:
    return found.is_open and found.name[0].islower()
