"""Whatever a value says is kept: no field without a column, no column that is nobody's."""

from dataclasses import MISSING, dataclass, fields, replace
from datetime import date, time

import pytest

from wcafe.domain.agenda import Line, LineKind, Round
from wcafe.domain.cafe import HostMode, Mode, Questions, Rules, Table
from wcafe.domain.kinds import Kind, KindLabel
from wcafe.domain.people import Person, Role
from wcafe.domain.publication import NameChoice, Naming, Publication
from wcafe.domain.text import new_id
from wcafe.store.badges import BadgeRow
from wcafe.store.base import Row
from wcafe.store.cafe import CafeRow
from wcafe.store.feedback import AmendmentRow, VerdictRow
from wcafe.store.live import ActualSeatRow, LiveRow
from wcafe.store.note_rows import DeviceRow, NoteRow, OperationRow, RevisionRow
from wcafe.store.people import PersonRow
from wcafe.store.phones import PhoneRow, StationRow
from wcafe.store.photos import PhotoImageRow, PhotoRow
from wcafe.store.plan import PlannedPersonRow, PlannedSeatRow, PlanRow
from wcafe.store.printings import BlankSheetRow, PrintingRow, SheetFormRow
from wcafe.store.seals import SealRow
from wcafe.store.sharing import SharingRow
from wcafe.store.statements import CiteRow, OpposedRow, StatementRow
from wcafe.store.synthesis import FiledNoteRow, GivenMarkRow, ListedThemeRow, ThemeRow

OWN = {
    CafeRow: set(),
    PersonRow: {"position"},
    NoteRow: {"first_seq", "heard", "seal"},
    RevisionRow: {"note_id", "sha256", "device_id", "operation_id", "came", "seal"},
    ThemeRow: {"position", "edits"},
    StatementRow: {"theme_id", "position"},
    PlanRow: {"rounds", "proven"},
    LiveRow: {"id", "recorded", "edits"},
    VerdictRow: set(),
    AmendmentRow: {"position"},
    PrintingRow: set(),
    SheetFormRow: set(),
    BlankSheetRow: set(),
    PhotoRow: {"position"},
    PhoneRow: set(),
    StationRow: {"id"},
    SharingRow: {"id"},
}
"""The columns of each row that are the store's own and no field of its value."""

ELSEWHERE = {
    CafeRow: set(),
    PersonRow: set(),
    NoteRow: set(),
    RevisionRow: {"id", "created", "conflict_of", "is_late", "is_recovered"},  # by the head
    ThemeRow: {"notes", "statements"},  # rows of filed notes, and of what is said
    StatementRow: {"cites"},  # rows of cited notes
    PlanRow: {"people", "seats", "hosts", "hosted", "jokers", "certificate"},  # seats, `proven`
    LiveRow: {"actual"},  # rows of seats
    VerdictRow: set(),
    AmendmentRow: set(),
    PrintingRow: set(),
    SheetFormRow: set(),
    BlankSheetRow: set(),
    PhotoRow: set(),
    PhoneRow: set(),
    StationRow: set(),
    SharingRow: set(),
}
"""The fields of each value that another row keeps, or a column of another name."""

PARTS = {
    ActualSeatRow,
    BadgeRow,
    CiteRow,
    DeviceRow,
    FiledNoteRow,
    GivenMarkRow,
    ListedThemeRow,
    OperationRow,
    OpposedRow,
    PhotoImageRow,
    PlannedPersonRow,
    PlannedSeatRow,
    SealRow,
}
"""Rows that keep a part of a value, or what no value says."""


def rows(base=Row):
    for row in base.__subclasses__():
        if row.__dict__.get("__abstract__") is None:
            yield row
        yield from rows(row)


def unkept(row, value, *, own, elsewhere):
    """Return what is told of by one of `row` and `value` only, and is not known as such."""
    columns = set(row.__mapper__.columns.keys())
    told = {field.name for field in fields(value) if field.init}
    return (columns - own) ^ (told - elsewhere)


def test_each_row_is_that_of_a_value_or_a_part():
    ours = {row for row in rows() if row.__module__.startswith("wcafe.")}

    assert ours == OWN.keys() | PARTS
    assert OWN.keys() == ELSEWHERE.keys()


@pytest.mark.parametrize("row", OWN, ids=lambda row: row.__tablename__)
def test_each_field_has_a_column_and_each_column_a_field(row):
    assert unkept(row, row.value, own=OWN[row], elsewhere=ELSEWHERE[row]) == set()


def test_what_was_forgotten_is_found():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Guest(Person):
        diet: str = ""

    kept = {"own": OWN[PersonRow], "elsewhere": set()}

    assert unkept(PersonRow, Guest, **kept) == {"diet"}
    assert unkept(PersonRow, Person, own=set(), elsewhere=set()) == {"position"}


def left_at_default(value, given=()):
    """Return the fields of `value` that nothing was said about, other than those `given`."""
    told = [field for field in fields(value) if field.init and field.name not in given]
    return [
        field.name
        for field in told
        if field.default is not MISSING and getattr(value, field.name) == field.default
    ]


FULL_PERSON = Person(
    id=new_id(),
    given="Ana",
    family="Bo",
    email="ana@rue.example",
    organisation="Mairie",
    group="élus",
    languages=("fr", "en"),
    needs=("boucle",),
    role=Role.OBSERVER,
    willing=True,
    host_of=2,
    stays_at=3,
    present=frozenset({2, 0}),
    may_be_named=True,
    no_photo=True,
    arrived=True,
    note="thé",
    code="7",
    attributes=(("ville", "Lyon"), ("âge", "40")),
)
FULL_TABLE = Table(
    name="Jardin",
    fewest=2,
    seats=6,
    features=frozenset({"lift"}),
    zone=1,
    closed=frozenset({2}),
    listed=("Vert", "Bleu"),
)
FULL_RULES = Rules(
    hosts=HostMode.NONE,
    distinct_tables=False,
    return_home=True,
    mixed=("ville",),
    apart=(frozenset({"a", "b"}),),
    together=(frozenset({"c", "d"}), frozenset({"a", "c"})),
    spare="usual",
)
FULL_LINE = Line(id=new_id(), kind=LineKind.BREAK, title="Soupe", after=1, minutes=25)
FULL_PUBLICATION = Publication(
    opening="En bref",
    context="# Pourquoi\nLa ville a appelé.",
    conclusion="- un plan",
    next_steps="3 décembre",
    contact="Maison des projets",
    credits="Merci",
    amend_until=date(2026, 12, 12),
    is_final=True,
    names=(NameChoice(name="Zoé d'Ân-Lê", naming=Naming.REPLACED, instead="Z."),),
)
FULL = {
    "publication": FULL_PUBLICATION,
    "headcount": 33,
    "prompts": ("Trois retours", "Propositions"),
    "kind_labels": (KindLabel(kind=Kind.IDEA, one="piste", many="Pistes"),),
    "words": ("PCAET", "Céline d'Ân-Lê"),
    "title": "Notre rue",
    "language": "en",
    "day": date(2026, 11, 26),
    "starts": time(9, 30),
    "place": "Salle",
    "purpose": "Parler",
    "organiser": "Mairie",
    "licence": "CC BY 4.0",
    "questions": Questions(mode=Mode.PER_ROUND, texts=("Qui ?", "Quoi ?")),
    "rounds": (
        Round(
            minutes=12,
            harvest=2,
            move=3,
            name="Soir 🌿",
            day=date(2022, 9, 23),
            listed=("Soir",),
            headcount=17,
        ),
        Round(minutes=25),
    ),
    "agenda": (FULL_LINE,),
    "tables": (FULL_TABLE, Table()),
    "tables_chosen": True,
    "seats": 7,
    "rules": FULL_RULES,
    "checked": frozenset({"purpose", "room"}),
    "generation": 2,
}


def test_a_person_comes_back_with_all_that_was_said(cafe):
    kept = cafe.people.save([FULL_PERSON])[0]

    assert left_at_default(FULL_PERSON, given={"version"}) == []
    assert replace(kept, version=0) == FULL_PERSON
    assert replace(cafe.people.all()[0], version=0) == FULL_PERSON


def test_a_café_comes_back_with_all_that_was_said(cafe):
    store = cafe.cafes._store
    full = replace(cafe.cafes.get(), **FULL)
    for value in (full, FULL_TABLE, FULL_RULES, FULL_LINE, full.questions, full.rounds[0]):
        assert left_at_default(value, given={"version"}) == [], value

    store.write(lambda work: work.cafes.save(full))

    with store.read() as work:
        assert replace(work.cafes.get(), version=full.version) == full
