"""A list of notes that is about to come in: what it says, how it is read, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wcafe.domain.kinds import Kind
from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.errors import WcafeError
from wcafe.i18n import N_
from wcafe.services.note_lists import (
    NOTES_AS_GUESSED,
    NoteDecisions,
    NoteRead,
    NotesRead,
    NotesReport,
)
from wcafe.ui.lists.layout import NOTHING, Layout, Source
from wcafe.ui.lists.memory import Remembered

TEXTS = ("text", "text 2", "text 3")
"""Where several columns hold texts: the fields of `TITLES` for them, in order."""

TITLES = {
    "text": N_("Text"),
    "table": N_("Table"),
    "round": N_("Round"),
    "kind": N_("Kind"),
    "theme": N_("Theme"),
    "author": N_("Author"),
    **{each.key: each.title for each in NOTE_FIELDS},
    "parent": N_("Belongs to"),
    "level": N_("How deep it lies"),
    "id": N_("Id"),
    "rev": N_("Revision"),
    "text 2": N_("A second text"),
    "text 3": N_("A third text"),
}
"""What a column of a list of notes can fill, in words."""

_ONE_COLUMN = tuple(name for name in TITLES if name not in TEXTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesArrival:
    """A list as it is read now: `report` says what would come in, or `error` why nothing can.

    Attributes:
        guessed: the headings as they were found without any decision, by which it is remembered.
        is_remembered: it was read as the last list with these headings.
        left: the notes of rows that somebody left out.
        unread: how the list was understood, where none of its rows can come in.
    """

    source: Source
    layout: Layout
    decisions: NoteDecisions = NOTES_AS_GUESSED
    report: NotesReport | None = None
    error: WcafeError | None = None
    guessed: tuple[str, ...] = ()
    is_remembered: bool = False
    left: Mapping[int, tuple[NoteRead, ...]] = field(default_factory=dict)
    unread: NotesRead | None = None

    @property
    def found(self) -> NotesRead | None:
        return self.report.found if self.report is not None else self.unread

    def wanted(self, places: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
        """Return the whole mapping of columns: each field with its column, or with none."""
        column = self.layout.column
        texts = tuple(column(places[name]) for name in TEXTS if name in places)
        ones = {name: (column(places[name]),) if name in places else () for name in _ONE_COLUMN}
        return {"text": texts, **ones}

    def to_remember(self) -> Remembered:
        """Return what was decided that a list with the same headings can be read by."""
        said, place_of = self.decisions, self.layout.place_of
        if not (said.columns or said.kinds or said.header_row is not None):
            return {}
        return {
            "fields": {name: list(map(place_of, names)) for name, names in said.columns.items()},
            "kinds": {word: kind.value for word, kind in said.kinds.items()},
            "header": said.header_row,
        }


def layout_of(found: NotesRead) -> Layout:
    """Return how the columns of a list were understood."""
    plain = Layout(headings=found.headings, places={}, sample=found.first_rows)
    places: dict[str, int] = {}
    for name, columns in found.columns.items():
        keys = TEXTS if name == "text" else (name,)
        at = [plain.place_of(column) for column in columns]
        places |= {key: place for key, place in zip(keys, at, strict=False) if place != NOTHING}
    shown = {name: place for name, place in places.items() if name in TITLES}
    return Layout(headings=found.headings, places=shown, sample=found.first_rows)


def recall(kept: Remembered, headings: tuple[str, ...]) -> NoteDecisions | None:
    """Return the decisions that were `kept` of a list with these `headings`, None for nonsense."""
    layout = Layout(headings=headings, places={})
    try:
        header = kept["header"]
        return NoteDecisions(
            columns={
                str(name): tuple(layout.column(place) for place in places)
                for name, places in kept["fields"].items()
            },
            kinds={str(word): Kind(kind) for word, kind in kept["kinds"].items()},
            header_row=None if header is None else int(header),
        )
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None
