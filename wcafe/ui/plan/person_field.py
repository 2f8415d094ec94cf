"""A field in which a person is chosen by typing a part of the name."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from wcafe.domain.people import PersonId
from wcafe.domain.text import fold

_FOLDED = Qt.ItemDataRole.UserRole


class NameCompleter(QCompleter):
    """Finds Élodie by “elodie”: what is typed and what it is looked for in are folded alike."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = QStandardItemModel(self)
        self.setModel(self._lines)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)

    def offer(self, lines: list[str]) -> None:
        self._lines.clear()
        for line in lines:
            item = QStandardItem(line)
            item.setData(fold(line), _FOLDED)
            self._lines.appendRow(item)

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
        wanted = fold(self.text())
        if not wanted:
            return
        here = self.text() in self._people
        fits = [self.text()] if here else [line for line in self._people if wanted in fold(line)]
        if fits:
            self.setText(fits[0])
            self.picked.emit(self._people[fits[0]])
