"""How much is printed of a thing, and on what: the choices above its pages."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.badge_sizes import sizes_for
from wcafe.domain.paper_size import PAPER_NAMES, PaperSize
from wcafe.domain.people import PersonId
from wcafe.ui.plan.person_field import PersonField
from wcafe.ui.plan.print_wishes import Extent, PrintWishes, Some
from wcafe.ui.widgets.fields import ChoiceField, LineField
from wcafe.ui.widgets.flow import FlowLayout
from wcafe.ui.widgets.parts import GAP, with_label
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.words import _

_FAR = 20.0  # millimetres: no printer shifts further
_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?")
_EXTENTS = (Extent.ALL, Extent.CHANGED, Extent.SOME)


class PrintChoices(QWidget):
    """`changed` says that the pages are others now."""

    changed = Signal()

    def __init__(self, wishes: PrintWishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._key = ""
        self.extent = Segments(_("For whom"))
        self.extent.show_choices([_("All"), _("Only what has changed"), _("A selection")])
        self.extent.currentChanged.connect(self._on_extent)
        papers = {size: _(name) for size, name in PAPER_NAMES.items()}
        self.paper = ChoiceField(_("Paper"), papers)
        self.paper.kept.connect(self._on_paper)
        self.badges = ChoiceField(_("Size of badges"))
        self.badges.kept.connect(self._on_size)
        self.right, self.down = _shift_field(_("Shift right")), _shift_field(_("Shift down"))
        for field in (self.right, self.down):
            field.valueChanged.connect(self._on_shift)
        self.some = SomeFields()
        self.some.changed.connect(self._on_some)
        self._size = _labelled(_("Size of badges"), self.badges)
        fields = QWidget()
        row = FlowLayout(fields, spacing=GAP)
        for part in (
            _labelled(_("Paper"), self.paper),
            self._size,
            _labelled(_("Shift right"), self.right),
            _labelled(_("Shift down"), self.down),
        ):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.extent)
        column.addWidget(self.some)
        column.addWidget(fields)
        self._show_options()

    def show_artefact(self, key: str) -> None:
        """Offer what may be chosen of the thing `key`."""
        artefact, self._key = HANDOUTS[key], key
        has_some = artefact.per_person or artefact.per_table or artefact.per_round
        self.extent.setTabEnabled(_EXTENTS.index(Extent.SOME), has_some)
        if not has_some and self._wishes.extent is Extent.SOME:
            self.extent.setCurrentIndex(_EXTENTS.index(Extent.ALL))
        self._size.setVisible(artefact.has_sizes)
        self._show_some()

    def show_cafe(self) -> None:
        """Offer the people there are."""
        self.some.show_people(self._wishes.lines())

    def _show_options(self) -> None:
        options = self._wishes.options
        self.paper.show_key(options.paper)
        sizes = {each.key: each.name for each in sizes_for(options.paper)}
        if options.size not in sizes:  # labels of the other paper, or a size of one's own
            sizes[options.size] = options.size
        self.badges.show_choices(sizes)
        self.badges.show_key(options.size)
        for field, value in zip((self.right, self.down), options.shift, strict=True):
            field.setValue(value)

    def _show_some(self) -> None:
        artefact = HANDOUTS[self._key]
        self.some.setVisible(self._wishes.extent is Extent.SOME)
        self.some.show_fields(
            people=artefact.per_person, tables=artefact.per_table, rounds=artefact.per_round
        )

    def _on_extent(self, place: int) -> None:
        self._wishes.extent = _EXTENTS[place]
        if self._key:
            self._show_some()
            self.changed.emit()

    def _on_paper(self, paper: PaperSize) -> None:
        self._wishes.choose_paper(paper)
        keys = [each.key for each in sizes_for(paper)]
        if self._wishes.options.size not in keys:
            self._wishes.choose_size(keys[0])
        self._show_options()
        self.changed.emit()

    def _on_size(self, size: str) -> None:
        self._wishes.choose_size(size)
        self.changed.emit()

    def _on_shift(self) -> None:
        shift = (self.right.value(), self.down.value())
        if shift != self._wishes.options.shift:
            self._wishes.choose_shift(*shift)
            self.changed.emit()

    def _on_some(self) -> None:
        self._wishes.some = self.some.some
        self.changed.emit()


class SomeFields(QWidget):
    """Which people, tables and rounds alone; `changed` says that it is others now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person_edit = PersonField(_("Add a person"))
        self.person_edit.picked.connect(self._on_picked)
        self.people_list = _PeopleList(_("Only these people"))
        self.people_list.removed.connect(self.changed)
        hint = _("all, or such as 1-4, 7")
        self.tables_edit = LineField(_("Tables"), hint, most=300)
        self.rounds_edit = LineField(_("Rounds"), hint, most=300)
        for field in (self.tables_edit, self.rounds_edit):
            field.kept.connect(self.changed)
        self._names: dict[str, PersonId] = {}
        people = QVBoxLayout()
        people.addWidget(self.person_edit)
        people.addWidget(self.people_list)
        self._people, self._places = QWidget(), QWidget()
        self._people.setLayout(people)
        people.setContentsMargins(0, 0, 0, 0)
        self._tables = _labelled(_("Tables"), self.tables_edit)
        self._rounds = _labelled(_("Rounds"), self.rounds_edit)
        row = QHBoxLayout(self._places)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tables)
        row.addWidget(self._rounds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._people)
        column.addWidget(self._places)

    @property
    def some(self) -> Some:
        people = self.people_list.people
        return Some(
            people=frozenset(people) if people else None,
            tables=numbers_in(self.tables_edit.text()),
            rounds=numbers_in(self.rounds_edit.text()),
        )

    def show_fields(self, *, people: bool, tables: bool, rounds: bool) -> None:
        self._people.setVisible(people)
        self._tables.setVisible(tables)
        self._rounds.setVisible(rounds)

    def show_people(self, names: dict[str, PersonId]) -> None:
        self._names = names
        self.person_edit.show_people(names)
        self.people_list.keep_only(frozenset(names.values()))

    def _on_picked(self, person: str) -> None:
        name = next(name for name, known in self._names.items() if known == person)
        self.person_edit.clear()
        if self.people_list.add(PersonId(person), name):
            self.changed.emit()


class _PeopleList(QListWidget):
    """Those who were chosen; Delete takes one out again."""

    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedHeight(76)

    @property
    def people(self) -> list[PersonId]:
        items = (self.item(row) for row in range(self.count()))
        return [PersonId(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def add(self, person: PersonId, name: str) -> bool:
        """Add somebody who is not in it; return whether that was so."""
        if person in self.people:
            return False
        item = QListWidgetItem(name)
        item.setData(Qt.ItemDataRole.UserRole, person)
        self.addItem(item)
        return True

    def keep_only(self, people: frozenset[PersonId]) -> None:
        for row, person in reversed(list(enumerate(self.people))):
            if person not in people:
                self.takeItem(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def numbers_in(words: str) -> frozenset[int] | None:
    """Return the numbers, from 0, of ranges such as “1-4, 7”; None where there are none.

    >>> sorted(numbers_in("1-3, 7")), numbers_in("all")
    ([0, 1, 2, 6], None)
    """
    found = [(int(a), int(b or a)) for a, b in _RANGE.findall(words)]
    return frozenset(n - 1 for a, b in found for n in range(min(a, b), max(a, b) + 1)) or None


def _shift_field(name: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setAccessibleName(name)
    field.setRange(-_FAR, _FAR)
    field.setDecimals(1)
    field.setSingleStep(0.5)
    field.setSuffix(_(" mm"))
    field.setKeyboardTracking(False)
    return field


def _labelled(words: str, field: QWidget) -> QWidget:
    whole = QWidget()
    column = with_label(words, field)
    column.setContentsMargins(0, 0, 0, 0)
    whole.setLayout(column)
    return whole
