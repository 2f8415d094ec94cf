"""Two notes that pull apart: picked one after the other, set against each other, parted again."""

from PySide6.QtCore import QObject, Signal

from wcafe.domain.notes import NoteId
from wcafe.domain.synthesis import Opposed
from wcafe.errors import SameNote
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _


class Opposing(QObject):
    """The part of a presenter by which a person sets two notes against each other.

    Signals:
        picked_changed: it was asked for, another note is picked, or it is over.
    """

    picked_changed = Signal()

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self.picked: tuple[NoteId, ...] | None = None  # while two are asked for
        self._presenter = presenter
        self._service = presenter.desk.services.statements

    @property
    def is_asking(self) -> bool:
        return self.picked is not None

    def begin(self) -> None:
        """Ask for two notes."""
        self.picked = ()
        self.picked_changed.emit()

    def give_up(self) -> None:
        self.picked = None
        self.picked_changed.emit()

    def pick(self, note: NoteId) -> None:
        """Pick a note, or not any more; the second one is set against the first."""
        picked = self.picked or ()
        if note in picked:
            self.picked = tuple(each for each in picked if each != note)
        elif len(picked) == 1:
            self.picked = None
            self.set_apart(picked[0], note)
        else:
            self.picked = (*picked, note)
        self.picked_changed.emit()

    def set_apart(self, one: NoteId, other: NoteId, *, is_in: bool = True) -> bool:
        """Note that two notes pull apart, or that they do not; return whether it is kept."""
        try:
            pair = Opposed(one=one, other=other)
        except SameNote as error:
            return self._presenter.refuse(error)
        text = _("set two notes against each other") if is_in else _("no longer oppose two notes")
        return self._presenter.edit(
            text,
            not is_in,
            is_in,
            lambda value: self._service.set_apart(pair, is_in=value, by=self._presenter),
            subjects=frozenset({f"apart {pair.one} {pair.other}"}),
        )
