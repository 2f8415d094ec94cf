"""The names of the list that stand in the harvest, as the desk decides on them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from wcafe.domain.named import decide, forget_choice
from wcafe.domain.publication import NameChoice
from wcafe.services.cafe import Snapshot
from wcafe.services.names import TOLD, NameFound, find_in, tell_names, with_choices
from wcafe.ui.presenter import Presenter
from wcafe.ui.synthesis.telling import Telling
from wcafe.ui.words import desk_words


class NameReview(QObject):
    """The part of a presenter that knows which names stand there and keeps what is decided."""

    def __init__(self, presenter: Presenter, telling: Telling) -> None:
        super().__init__(presenter)
        self._telling = telling
        self.snapshot = presenter.desk.services.cafes.snapshot()
        self._read: object = None  # the texts and people in which names were looked for
        self._found: tuple[NameFound, ...] = ()

    @property
    def found(self) -> tuple[NameFound, ...]:
        """The names, those nobody looked at first. All texts are read for it once they changed."""
        snapshot = self.snapshot
        read = _texts_and_people(snapshot)
        if read != self._read:
            self._read, self._found = read, find_in(snapshot)
        return with_choices(self._found, snapshot)

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


def _texts_and_people(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what decides which names are found; the same ones compare in a moment."""
    cafe = snapshot.cafe
    told = tuple(getattr(cafe.publication, field) for field in TOLD)
    return (
        snapshot.people,
        snapshot.notes,
        snapshot.themes,
        snapshot.verdicts,
        snapshot.amendments,
        cafe.prompts,
        cafe.words,
        told,
    )
