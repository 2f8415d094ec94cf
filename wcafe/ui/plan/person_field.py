"""A field in which a person is chosen by typing a part of the name."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from wcafe.domain.people import PersonId
from wcafe.domain.text import fold


class PersonField(QLineEdit):
    """`picked` says who: by Enter where the words fit, or from the list that opens."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(True)
        self._people: dict[str, PersonId] = {}
        self._lines = QStringListModel(self)
        completer = QCompleter(self._lines, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        completer.activated[str].connect(self._on_activated)  # type: ignore[index]  # by type
        self.setCompleter(completer)
        self.returnPressed.connect(self._on_return)

    def show_people(self, people: dict[str, PersonId]) -> None:
        """Offer `people` by the line that tells each from all others."""
        if people != self._people:
            self._people = people
            self._lines.setStringList(list(people))

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
