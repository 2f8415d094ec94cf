"""Finding notes by their words at once, however many there are."""

from collections.abc import Iterable, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from wcafe.domain.notes import Note, NoteId
from wcafe.domain.search import NOTHING, Index, find_near, look_for, searched
from wcafe.domain.synthesis import Theme, themes_by_note
from wcafe.ui.words import _

_TURN = 0.004  # seconds of reading before what waits in the window has its turn
_AT_ONCE = 200  # notes that are read while somebody waits: some milliseconds


class Seeking(QObject):
    """The part of Harvest that knows the words of all notes, and finds notes by them.

    Notes are read when they come or change, a few at a time while the window has nothing else to
    do. Whoever looks for something among many that are still to be read is told once they are.

    Signals:
        read: all notes are read, and somebody waits for it.
    """

    read = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search = NOTHING
        self._index = Index[NoteId]()
        self._unread: dict[NoteId, str] = {}
        self._is_awaited = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_idle)

    def see(self, notes: Iterable[Note], themes: Iterable[Theme]) -> None:
        """Remember which notes there are now, and read those that say something new.

        What stands beside the words of a note is read too (`searched`): names of `themes` also.
        """
        names = themes_by_note(themes)
        texts = {note.id: searched(note, names.get(note.id, ())) for note in notes}
        for gone in self._index.keys() - texts.keys():
            self._index.drop(gone)
        says = self._index.says
        self._unread = {note: text for note, text in texts.items() if not says(note, text)}
        if self._unread:
            self._timer.start()

    def see_sorted(self, notes: Iterable[tuple[Note, Sequence[str]]]) -> None:
        """Read `notes` anew that lie in other themes now, given the names of these."""
        for note, names in notes:
            text = searched(note, names)
            if self._index.says(note.id, text):
                self._unread.pop(note.id, None)
            else:
                self._unread[note.id] = text
        if self._unread:
            self._timer.start()

    def look_for(self, typed: str) -> frozenset[NoteId] | None:
        """Return the notes that have what is `typed`; None where nothing is looked for.

        It is None too while many notes are unread: `read` tells when to ask again.
        """
        if typed != self.search.typed:
            self.search = look_for(typed)
        if not self.search:
            return None
        if len(self._unread) > _AT_ONCE:
            self._is_awaited = True
            return None
        self._read(len(self._unread))
        return frozenset(self._index.find(self.search))

    def find_near(self) -> str | None:
        """Return what could be typed instead of what found nothing, if anything is near."""
        return find_near(self.search, self._index, either=_("OR"))

    @Slot()
    def _on_idle(self) -> None:
        until = perf_counter() + _TURN
        while self._unread and perf_counter() < until:
            self._read(1)
        if not self._unread:
            self._timer.stop()
            if self._is_awaited:
                self._is_awaited = False
                self.read.emit()

    def _read(self, number: int) -> None:
        for _note in range(number):
            self._index.put(*self._unread.popitem())
