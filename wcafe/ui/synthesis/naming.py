"""The names of the list that stand in the harvest, as the desk decides on them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from wcafe.domain.named import decide, forget_choice
from wcafe.domain.publication import NameChoice
from wcafe.services.names import NameFound, names_found, tell_names
from wcafe.ui.presenter import Presenter
from wcafe.ui.synthesis.telling import Telling
from wcafe.ui.words import desk_words


class NameReview(QObject):
    """The part of a presenter that knows which names stand there and keeps what is decided."""

    def __init__(self, presenter: Presenter, telling: Telling) -> None:
        super().__init__(presenter)
        self._telling = telling
        self.snapshot = presenter.desk.services.cafes.snapshot()
        self._seen: object = None  # the snapshot of which `_found` is
        self._found: tuple[NameFound, ...] = ()

    @property
    def found(self) -> tuple[NameFound, ...]:
        """The names, those nobody looked at first; all notes are read for it once they changed."""
        if self._seen is not self.snapshot:
            self._seen, self._found = self.snapshot, names_found(self.snapshot)
        return self._found

    def tell(self) -> str:
        """Say what becomes of them in an edition without names."""
        return tell_names(self.found, desk_words())

    def decide_all(self, choices: Iterable[NameChoice]) -> bool:
        """Decide on names as one step of undo; return whether it is kept."""
        publication = self._telling.publication
        for choice in choices:
            publication = decide(publication, choice)
        return self._telling.change("names", publication.names)

    def forget(self, names: Iterable[str]) -> bool:
        """Let nobody have looked at `names`."""
        publication = self._telling.publication
        for name in names:
            publication = forget_choice(publication, name)
        return self._telling.change("names", publication.names)
