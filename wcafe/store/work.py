"""One unit of work: every collection of a café on one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace

from sqlalchemy.orm import Session

from wcafe.domain.cafe import Cafe
from wcafe.domain.lineage import Lineage
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.people import Person, PersonId
from wcafe.domain.plan import Plan, PlanId
from wcafe.domain.settling import OperationId
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.store.badges import Badges
from wcafe.store.base import Row
from wcafe.store.cafe import Cafes
from wcafe.store.feedback import Amendments, Verdicts
from wcafe.store.live import LiveSeats
from wcafe.store.note_batch import NoteBatch
from wcafe.store.notes import Notes
from wcafe.store.people import People
from wcafe.store.phones import Phones, Stations
from wcafe.store.photos import Photos
from wcafe.store.plan import Plans
from wcafe.store.printings import BlankSheets, Printings, SheetForms
from wcafe.store.sharing import Sharings
from wcafe.store.soundness import Soundness
from wcafe.store.statements import OpposedNotes
from wcafe.store.synthesis import Themes

ROWS = Row.metadata
"""Every table of a café: the modules of rows are all imported here."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was read before and need not be read again while its version is the same."""

    cafes: dict[tuple[str, int, int], Cafe] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    notes: dict[NoteId, Note] = field(default_factory=dict)
    plans: dict[PlanId, Plan] = field(default_factory=dict)
    lineages: dict[NoteId, Lineage] = field(default_factory=dict)
    themes: dict[ThemeId, Theme] = field(default_factory=dict)

    def copy(self) -> "Known":
        return Known(**{each.name: dict(getattr(self, each.name)) for each in fields(self)})

    def without(self, *, people: bool, plans: bool, themes: bool) -> "Known":
        """Return what may still be true where somebody, the plan, or a theme is not as it was."""
        if people:
            return Known()
        known = replace(self, plans={}, lineages={}) if plans else self
        return replace(known, themes={}) if themes else known


class Work:
    """One unit of work: every collection, one transaction."""

    def __init__(self, session: Session, known: "Known") -> None:
        self.cafes = Cafes(session, known.cafes)
        self.people = People(session, known.people)
        self.plans = Plans(session, known.plans)
        self.live = LiveSeats(session)
        self.notes = Notes(session, self.cafes, known.notes, known.lineages)
        self.themes = Themes(session, known.themes)
        self.opposed = OpposedNotes(session)
        self.badges = Badges(session)
        self.verdicts = Verdicts(session)
        self.amendments = Amendments(session)
        self.printings = Printings(session)
        self.sheet_forms = SheetForms(session)
        self.blank_sheets = BlankSheets(session)
        self.photos = Photos(session)
        self.phones = Phones(session)
        self.stations = Stations(session)
        self.sharings = Sharings(session)
        self.soundness = Soundness(session)
        self.has_batch = False  # many notes may have come at once
        self._session = session

    def note_batch(self) -> NoteBatch:
        """Return a way in for many notes at once; after `NoteBatch.write` read them anew."""
        self.has_batch = True
        heads = {note: each.head for note, each in self.notes.lineages().items()}
        return NoteBatch(self._session, heads)

    def few_notes(self, notes: Iterable[NoteId], wishes: Iterable[OperationId]) -> NoteBatch:
        """Return a way in for these `wishes` about these `notes`, which are read and no others."""
        return NoteBatch(
            self._session,
            self.notes.heads(notes),
            self.notes.logged(wishes),
            generation=self.cafes.generation,
        )
