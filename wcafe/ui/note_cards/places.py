"""Where each of many notes stands, so that a few of them are found without a look at all."""

from collections.abc import Iterable

from wcafe.domain.notes import Note, NoteId
from wcafe.ui.note_cards.filed import Filed


class Places:
    """Finds notes by their ids in what is filed; the places are looked up once for each filing."""

    def __init__(self) -> None:
        self._filed: tuple[Filed, ...] = ()
        self._places: dict[NoteId, int] = {}

    def find(self, filed: tuple[Filed, ...], notes: Iterable[NoteId]) -> list[Note]:
        """Return those of `notes` that are `filed`, in that order."""
        wanted = tuple(notes)
        if not wanted:
            return []  # as mostly, and after each change
        if filed is not self._filed:
            self._filed = filed
            self._places = {each.note.id: place for place, each in enumerate(filed)}
        places = {self._places[note] for note in wanted if note in self._places}
        return [filed[place].note for place in sorted(places)]
