"""A field in which a person is chosen by typing a part of the name."""

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from wcafe.domain.people import PersonId
from wcafe.domain.search import look_for_name

_AROUND = 23  # pixels around the name of a field
_GAP = 2  # pixels between a field and the list below it


class NameCompleter(QCompleter):
    """Offers those whom the one search for people finds by what is typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._found = QStringListModel(self)
        self.setModel(self._found)
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

    def show_lines(self, lines: list[str]) -> None:
        self._lines = lines

    def splitPath(self, _typed: str) -> list[str]:
        return [""]  # all that are offered are found already

    def find(self, typed: str) -> list[str]:
        """Return the lines that fit what is `typed`, and offer them."""
        search = look_for_name(typed)
        found = [line for line in self._lines if search.is_in(line)] if search else []
        self._found.setStringList(found)
        return found


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
        self.textEdited.connect(self._names.find)  # which Qt opens the list after
        self.returnPressed.connect(self._on_return)

    def show_people(self, people: dict[str, PersonId]) -> None:
        """Offer `people` by the line that tells each from all others."""
        if people != self._people:
            self._people = people
            self._names.show_lines(list(people))

    def _on_activated(self, line: str) -> None:
        if person := self._people.get(line):
            self.picked.emit(person)

    def _on_return(self) -> None:
        typed = self.text()
        found = [typed] if typed in self._people else self._names.find(typed)
        if found:
            self.setText(found[0])
            self.picked.emit(self._people[found[0]])
