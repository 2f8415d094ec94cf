"""The café as a whole: look at it, change what was decided."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from wcafe.domain.agenda import programme
from wcafe.domain.amendments import Amendment
from wcafe.domain.cafe import Cafe
from wcafe.domain.lineage import Prints
from wcafe.domain.live import Live, Seating
from wcafe.domain.moment import Moment
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.people import Person, PersonId
from wcafe.domain.photo_publishing import published_photos
from wcafe.domain.photos import Photo
from wcafe.domain.plan import Plan
from wcafe.domain.presence import Attendance, count_presence
from wcafe.domain.printings import Printing
from wcafe.domain.sheets import PrintedForm, SheetPlace
from wcafe.domain.soundness import Fault
from wcafe.domain.synthesis import Opposed, Theme
from wcafe.domain.verdicts import Verdict
from wcafe.domain.withheld import handed_out
from wcafe.errors import NoSuchRound, WcafeError
from wcafe.services.changes import Changed, Changes, Part

if TYPE_CHECKING:  # who composes a bare problem needs no database
    from wcafe.store import Store, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All of a café at one moment: what paper and exports are made from.

    It is kept as long as the café stays as it is, and handed to other processes: what may be
    big, as pictures, is in it by its id alone.
    """

    cafe: Cafe
    people: tuple[Person, ...]
    plan: Plan | None
    live: Live
    notes: tuple[Note, ...]
    themes: tuple[Theme, ...]
    badges: Mapping[PersonId, str] = field(default_factory=dict)  # the digest of each one held
    edited: Mapping[NoteId, Prints] = field(default_factory=dict)  # of notes that were changed
    numbers: Mapping[NoteId, int] = field(default_factory=dict)  # on their sheets, see `note_label`
    opposed: frozenset[Opposed] = frozenset()  # notes that somebody set against each other
    verdicts: frozenset[Verdict] = frozenset()  # of tables, about statements
    amendments: tuple[Amendment, ...] = ()  # in the order in which they came
    photos: tuple[Photo, ...] = ()  # in the order in which they came, without their bytes
    printed: frozenset[Printing] = frozenset()  # of each piece of paper as it was printed last
    forms: frozenset[PrintedForm] = frozenset()  # of sheets that were printed
    blank: frozenset[SheetPlace] = frozenset()  # sheets that stayed blank

    def for_paper(self, *, has_notes: bool) -> "Snapshot":
        """Return what pages are made from, those with notes on them or those without."""
        paper = replace(self, badges={}, edited={}, printed=frozenset(), blank=frozenset())
        if has_notes:
            return paper
        nothing = frozenset[Any]()
        bare = replace(paper, notes=(), themes=(), numbers={}, opposed=nothing)
        return replace(bare, verdicts=nothing, amendments=(), photos=())

    @property
    def handed_out(self) -> "Snapshot":
        """The café as anybody may read it: no note that is withheld, only published photos."""
        photos = published_photos(self.photos, self.notes)
        return replace(self, notes=handed_out(self.notes), photos=photos)

    @property
    def is_plan_stale(self) -> bool:
        return self.plan is not None and self.plan.is_stale(self.cafe, self.people)

    @property
    def rounds_begun(self) -> int:
        """How many rounds a new plan has to leave alone: people sit in them, or did."""
        begun = max((round_ + 1 for round_, _seating in self.live.actual), default=0)
        if self.live.clock is None:
            return begun
        for step in programme(self.cafe):
            if step.key == self.live.clock.step:
                line = step.line.after if step.line else 0
                return max(begun, line if step.round is None else step.round + 1)
        return begun

    @property
    def coming(self) -> frozenset[int]:
        """The rounds that have not begun, from 0."""
        return frozenset(range(self.rounds_begun, len(self.cafe.rounds)))

    @property
    def over(self) -> frozenset[int]:
        """The rounds that are over while the clock runs, from 0: who comes now has missed them."""
        return Moment(cafe=self.cafe, steps=programme(self.cafe), clock=self.live.clock).over

    @property
    def asked(self) -> frozenset[int]:
        """The rounds for which it is told who is here: those to come, else the last one."""
        return self.coming or frozenset({len(self.cafe.rounds) - 1})

    @property
    def attendance(self) -> Attendance:
        """How many are where."""
        return count_presence(self.people, self.asked)

    def seating(self, round_: int) -> Seating:
        """Return who sat where: the actual seats where they were recorded, else the planned."""
        if (actual := self.live.seating(round_)) is not None:
            return actual
        if self.plan is None or round_ >= self.plan.rounds:
            return ()
        row = zip(self.plan.people, self.plan.seats[round_], strict=True)
        return tuple((person, table) for person, table in row if table is not None)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was read, and how many commits there were by then: all, of more than notes or themes."""

    at: int
    beside_notes: int
    beside_themes: int
    snapshot: Snapshot


class CafeService:
    """Look at the café and keep what the facilitator decides."""

    def __init__(self, store: "Store", changes: Changes) -> None:
        self._store = store
        self._changes = changes
        self._seen: _Seen | None = None

    def get(self) -> Cafe:
        with self._store.read() as work:
            return work.cafes.get()

    def snapshot(self) -> Snapshot:
        """Return the whole café as it is now.

        It is read once after each commit, however many workspaces look: reading 2,000 people
        takes longer than drawing them. Where nothing but notes has come, or nothing but themes,
        only they are read. A file that others may write is read each time.
        """
        store, seen = self._store, self._seen
        at, beside_notes, beside_themes = store.commits, store.beside_notes, store.beside_themes
        if seen is not None and seen.at == at:
            return seen.snapshot
        with store.read() as work:
            themes = work.themes.all()
            # asked once they are read: what was written before that is counted by then
            if seen is not None and seen.beside_themes == store.beside_themes:
                snapshot = replace(seen.snapshot, themes=themes)
            else:
                snapshot = self._read(work, seen, themes)
        if store.is_writable:
            self._seen = _Seen(at, beside_notes, beside_themes, snapshot)
        return snapshot

    def _read(self, work: "Work", seen: _Seen | None, themes: tuple[Theme, ...]) -> Snapshot:
        """Return the café that `work` sees, of which only notes are new if nothing else came."""
        (notes, numbers), edited = work.notes.numbered(), work.notes.edited()
        if seen is not None and seen.beside_notes == self._store.beside_notes:
            return replace(seen.snapshot, notes=notes, edited=edited, numbers=numbers)
        return Snapshot(
            cafe=work.cafes.get(),
            people=work.people.all(),
            plan=work.plans.current(),
            live=work.live.get(),
            notes=notes,
            themes=themes,
            badges=work.badges.faces(),
            edited=edited,
            numbers=numbers,
            opposed=work.opposed.all(),
            verdicts=work.verdicts.all(),
            amendments=work.amendments.all(),
            photos=work.photos.all(seen.snapshot.photos if seen else ()),
            printed=work.printings.all(),
            forms=work.sheet_forms.all(),
            blank=work.blank_sheets.all(),
        )

    def read_ahead(self) -> None:
        """Read the café now, so that `snapshot` has it for whoever looks next."""
        with suppress(WcafeError):  # who looks is told
            self.snapshot()

    def save(self, cafe: Cafe, *, by: object | None = None) -> Cafe:
        """Keep `cafe`. Raises EditedElsewhere if a newer version exists."""
        saved = self._store.write(lambda work: work.cafes.save(cafe))
        self._changes.tell(Changed(Part.CAFE, by))
        return saved

    def count_people(
        self, people: int | None, *, round_: int | None = None, by: object | None = None
    ) -> Cafe:
        """Keep how many people came in all, or to `round_`, from 0; None says that nobody counted.

        Raises:
            BadHeadcount, NoSuchRound
        """
        cafe = self.get()
        if round_ is None:
            return self.save(replace(cafe, headcount=people), by=by)
        if not 0 <= round_ < len(cafe.rounds):
            raise NoSuchRound(number=round_ + 1, rounds=len(cafe.rounds))
        rounds = list(cafe.rounds)
        rounds[round_] = replace(rounds[round_], headcount=people)
        return self.save(replace(cafe, rounds=tuple(rounds)), by=by)

    def faults(self) -> tuple[Fault, ...]:
        """Look the file over; return what is wrong with it."""
        with self._store.read() as work:
            return work.soundness.faults()
