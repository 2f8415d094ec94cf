"""A field in which a person is chosen by typing a part of the name."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QCompleter, QLineEdit

from wcafe.domain.people import PersonId
from wcafe.domain.search import look_for
from wcafe.domain.text import fold

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_AROUND = 23  # pixels around the name of a field
_GAP = 2  # pixels between a field and the list below it
_FOLDED = Qt.ItemDataRole.UserRole


class Lines(QAbstractListModel):
    """A line a person, folded once somebody types."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._folded: dict[str, str] = {}

    def show_lines(self, lines: list[str]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == _FOLDED:
            if line not in self._folded:
                self._folded[line] = fold(line)
            return self._folded[line]
        return line if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None


class NameCompleter(QCompleter):
    """Finds Élodie by “elodie”: what is typed and what it is looked for in are folded alike."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = Lines(self)
        self.setModel(self._lines)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)
        popup = self.popup()
        assert popup is not None
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the list below the field and not over its lower border."""
        field, popup = self.widget(), self.popup()
        if watched is popup and event.type() == QEvent.Type.Show and field is not None:
            below = field.mapToGlobal(QPoint(0, field.height())).y() + _GAP
            if field.mapToGlobal(QPoint(0, 0)).y() <= popup.y() < below:
                popup.move(popup.x(), below)
        return super().eventFilter(watched, event)

    def offer(self, lines: list[str]) -> None:
        self._lines.show_lines(lines)

    def splitPath(self, typed: str) -> list[str]:
        return [fold(typed)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data())


class PersonField(QLineEdit):
    """`picked` says who: by Enter where the words fit, or from the list that opens."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(name) + _AROUND)
        self.setClearButtonEnabled(True)
        self._people: dict[str, PersonId] = {}
        self._names = NameCompleter(self)
        self._names.activated[str].connect(self._on_activated)  # type: ignore[index]  # by type
        self.setCompleter(self._names)
        self.returnPressed.connect(self._on_return)

    def show_people(self, people: dict[str, PersonId]) -> None:
        """Offer `people` by the line that tells each from all others."""
        if people != self._people:
            self._people = people
            self._names.offer(list(people))

    def _on_activated(self, line: str) -> None:
        if person := self._people.get(line):
            self.picked.emit(person)

    def _on_return(self) -> None:
        search = look_for(self.text())
        if not search:
            return
        here = self.text() in self._people
        fits = [self.text()] if here else [line for line in self._people if search.is_in(line)]
        if fits:
            self.setText(fits[0])
            self.picked.emit(self._people[fits[0]])
