"""Two note-takers, two laptops, one café: their exports go to and fro, and nothing is lost.

Random edits, facts, moves, deletions, additions, nesting and sorting on two copies, exchanged as
CSV, XLSX and JSON in any order, old exports too; at the end both say the same. The controls: wrong
ways of naming, placing and merging a row that the same tests find out.
"""

import random
import shutil
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID, uuid5

import pytest

from tests.endurance import full
from tests.workbooks import write_xlsx
from wcafe.app import open_cafe
from wcafe.domain import lineage
from wcafe.domain.kinds import Kind
from wcafe.domain.lineage import Place, fingerprint
from wcafe.domain.nesting import parents_of
from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.domain.notes import ActionState, Support
from wcafe.domain.settling import OperationId
from wcafe.errors import WcafeError
from wcafe.exports import exported
from wcafe.exports.sheets import notes_sheet
from wcafe.i18n import words_for
from wcafe.services import note_list

THEMES = ("Ombre", "Repos", "Eau", "Vélos")
FACTS = {
    "is_lone": [True],
    "prompt": ["Trois retours", "Propositions"],
    "support": [Support.TABLE, Support.PERSON],
    "from_table": [3, 0],
    "votes": [0, 12],
    "withheld": ["nomme un voisin", "à sa demande"],
    "is_on_wall": [True],
    "who": ["Zoé d'Ân-Lê", "la mairie"],
    "due": ["avant l'été", "2027"],
    "may_quote": [True],
    "state": [ActionState.UNDER_WAY, ActionState.DONE],
    "state_on": [date(2027, 2, 3), date(2027, 11, 26)],
    "state_why": ["faute de budget", "=le chantier ouvre"],
}
"""The facts that lists tell, and what may be said of each."""


@dataclass
class Copy:
    """One laptop: its café, what it handed out, and where a person put which note."""

    cafe: object
    exports: list = field(default_factory=list)
    put: dict = field(default_factory=dict)


class Laptops:
    """Both copies, and what was written in either: `parents` says from which text to which."""

    def __init__(self, cafes, folder, seed, *, is_gentle=False):
        self.copies = [Copy(cafe) for cafe in cafes]
        self.folder = folder
        self.chance = random.Random(seed)
        self.parents = {note.text: None for note in cafes[0].notes.all()}
        self.deleted = set()
        self.wishes = ["fact", "edit", "sort"] * 2 + ["add", "move", "show", "exchange"]
        self.wishes += [] if is_gentle else ["delete", "nest"]

    def one(self, notes):
        return self.chance.choice(sorted(notes, key=lambda note: note.text))

    def step(self):
        copy = self.chance.choice(self.copies)
        notes = copy.cafe.notes.all()
        what = self.chance.choice(self.wishes)
        if what == "add" or not notes:
            self.write(copy, None)
        elif what == "edit":
            self.write(copy, self.one(notes))
        elif what == "delete":
            note = self.one(notes)
            copy.cafe.notes.delete(note.id, base=note.rev)
            self.deleted.add(note.text)
        elif what == "fact":
            note = self.one(notes)
            name = self.chance.choice(sorted(FACTS))
            fact = self.chance.choice(FACTS[name])
            copy.cafe.notes.put(replace(note, **{name: fact}), base=note.rev)
        elif what == "sort":
            self.sort(copy, self.one(notes))
        elif what == "move":
            note = self.one(notes)
            copy.cafe.notes.put(replace(note, table=self.chance.randrange(4)), base=note.rev)
        elif what == "nest":
            note, parent = self.one(notes), self.one(notes)
            copy.cafe.notes.put(replace(note, parent=parent.id), base=note.rev)
        elif what == "show":
            self.export(copy)  # a list that nobody takes in before it is old
        else:
            self.bring(copy, self.export(self.other(copy)))
            if copy.exports and self.chance.random() < 0.5:
                self.bring(self.other(copy), self.chance.choice(copy.exports))  # an old one

    def other(self, copy):
        return self.copies[1 - self.copies.index(copy)]

    def write(self, copy, note):
        text = f"Idée {len(self.parents)}"
        self.parents[text] = note.text if note else None
        if note is None:
            copy.cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)
        else:
            kind = self.chance.choice([note.kind, Kind.STORY])
            copy.cafe.notes.put(replace(note, text=text, kind=kind), base=note.rev)

    def sort(self, copy, note):
        themes = {theme.name: theme.id for theme in copy.cafe.synthesis.themes()}
        name = self.chance.choice(THEMES)
        if name not in themes:
            copy.cafe.synthesis.name_theme(name)
            themes = {theme.name: theme.id for theme in copy.cafe.synthesis.themes()}
        copy.cafe.synthesis.file([note.id], themes[name])
        copy.put[note.id] = themes[name]

    def export(self, copy):
        snapshot = copy.cafe.cafes.snapshot()
        kind = self.chance.choices(["csv", "json", "xlsx"], [8, 8, 1])[0]
        if kind == "xlsx":  # what a spreadsheet makes of a CSV
            rows = notes_sheet(snapshot, words_for(snapshot.cafe.language))
            content = write_xlsx(self.folder / "saved.xlsx", rows).read_bytes()
        else:
            content = exported(kind, snapshot)
        copy.exports.append((content, len(snapshot.notes)))
        return copy.exports[-1]

    def bring(self, copy, export):
        content, notes = export
        path = self.folder / "list"
        path.write_bytes(content)
        return copy.cafe.notes.lists.import_list(path) if notes else None

    def exchange(self):
        """Let each have what the other has; return what that changed."""
        changed = []
        for copy in self.copies:
            report = self.bring(copy, self.export(self.other(copy)))
            changed += [report.has_changed] if report else []
        return any(changed)

    def below(self, copy):
        """Return of each note that belongs to another one what that says, by its own words."""
        notes = copy.cafe.notes.all()
        words = {note.id: note.text for note in notes}
        return {words[note]: words[parent] for note, parent in parents_of(notes).items()}

    def named(self, copy, text):
        return next(note for note in copy.cafe.notes.all() if note.text == text)

    def later(self, text):
        """Return `text` and all that was made of it."""
        made = [new for new, old in self.parents.items() if old == text]
        return {text}.union(*map(self.later, made))

    def state(self, copy):
        """Return what a copy says: of each note its words, table and kind."""
        return sorted((n.text, n.table, n.kind.value) for n in copy.cafe.notes.all())

    def facts(self, copy):
        return {n.text: {name: getattr(n, name) for name in FACTS} for n in copy.cafe.notes.all()}

    def check(self):
        for copy in self.copies:
            standing = [note.text for note in copy.cafe.notes.all()]
            assert len(standing) == len(set(standing)), "a note is doubled"
            for text in self.parents:
                later = self.later(text)
                assert later & {*standing, *self.deleted}, f"{text} is lost"
                assert text not in standing or not (later - {text}) & {*standing}, "doubled"
            stands = {
                note: theme.id for theme in copy.cafe.synthesis.themes() for note in theme.notes
            }
            moved = [note for note, put in copy.put.items() if stands.get(note) != put]
            assert not moved, "a list took a note out of where a person put it"


@pytest.fixture
def laptops(cafe_file, tmp_path):
    with open_cafe(cafe_file) as cafe:
        for text in ("Un banc", "Un arbre", "Un mur"):
            cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)
        cafe.synthesis.name_theme("Ombre", statement="Il en faut.")
    shutil.copyfile(cafe_file, tmp_path / "second.wcafe")
    with open_cafe(cafe_file) as one, open_cafe(tmp_path / "second.wcafe") as other:
        yield lambda seed, **how: Laptops((one, other), tmp_path, seed, **how)


def live_through(laptops, seed, steps=25, **how):
    both = laptops(seed, **how)
    for _step in range(steps):
        both.step()
    for _turn in range(4):
        both.exchange()
    both.check()
    assert not both.exchange(), "exchanging goes on changing things"
    return both


@pytest.mark.parametrize("seed", range(full(40, 14)))
def test_exports_of_two_copies_go_to_and_fro_and_nothing_is_lost_or_doubled(laptops, seed):
    live_through(laptops, seed)


@pytest.mark.parametrize("seed", range(20, full(36, 26)))
def test_both_copies_say_the_same_in_the_end(laptops, seed):
    both = live_through(laptops, seed, steps=30, is_gentle=True)

    first, second = map(both.state, both.copies)
    assert first == second
    first, second = map(both.facts, both.copies)
    assert first == second


@pytest.mark.parametrize("name", sorted(FACTS))
@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_a_fact_said_in_one_copy_and_words_in_the_other_are_both_kept(laptops, name, suffix):
    both = laptops(0)
    here, there = both.copies
    bench = both.named(here, "Un banc")
    here.cafe.notes.put(replace(bench, text="Deux bancs"), base=bench.rev)
    there.cafe.notes.put(replace(bench, **{name: FACTS[name][0]}), base=bench.rev)

    for copy in both.copies:
        exports = exported(suffix, both.other(copy).cafe.cafes.snapshot())
        both.bring(copy, (exports, 3))

    for copy in both.copies:
        assert getattr(both.named(copy, "Deux bancs"), name) == FACTS[name][0]
        assert len(copy.cafe.notes.all()) == 3
    assert not both.exchange()


@pytest.mark.parametrize("name", sorted(FACTS))
def test_a_fact_said_in_two_ways_is_the_same_in_both_copies_and_others_stay(laptops, name):
    both = laptops(0)
    said = FACTS[name] * 2
    other = next(each for each in sorted(FACTS) if each != name)
    for copy, fact in zip(both.copies, said, strict=False):
        bench = both.named(copy, "Un banc")
        told = {name: fact, other: FACTS[other][0]}
        copy.cafe.notes.put(replace(bench, **told), base=bench.rev)

    both.exchange()
    both.exchange()

    first, second = map(both.facts, both.copies)
    assert first == second
    assert first["Un banc"][name] in said
    assert first["Un banc"][other] == FACTS[other][0]


@pytest.mark.parametrize("name", sorted(FACTS))
def test_a_fact_taken_back_in_one_copy_is_taken_back_in_the_other(laptops, name):
    both = laptops(0)
    here, there = both.copies
    bench = both.named(here, "Un banc")
    kept = here.cafe.notes.put(replace(bench, **{name: FACTS[name][0]}), base=bench.rev)
    both.exchange()
    assert both.facts(there) == both.facts(here)
    here.cafe.notes.put(replace(kept, **{name: getattr(bench, name)}), base=kept.rev)

    both.bring(there, both.export(here))

    assert getattr(both.named(there, "Un banc"), name) == getattr(bench, name)


def test_a_merge_that_forgets_a_fact_is_found_out(laptops, monkeypatch):
    merge = lineage._merge

    def forgetting(*held):
        merged = merge(*held)
        return None if merged is None else replace(merged, votes=None)

    monkeypatch.setattr(lineage, "_merge", forgetting)

    with pytest.raises(AssertionError):
        test_a_fact_said_in_one_copy_and_words_in_the_other_are_both_kept(laptops, "votes", "csv")


def test_words_that_go_on_from_what_was_merged_elsewhere_are_no_second_version(laptops):
    both = laptops(0)
    here, there = both.copies
    bench = both.named(here, "Un banc")
    here.cafe.notes.put(replace(bench, support=Support.PERSON), base=bench.rev)
    kept = there.cafe.notes.put(replace(bench, text="Deux bancs"), base=bench.rev)
    both.bring(here, both.export(there))
    assert both.named(here, "Deux bancs").support is Support.PERSON
    kept = there.cafe.notes.put(replace(kept, votes=3), base=kept.rev)
    there.cafe.notes.put(replace(kept, text="Trois bancs"), base=kept.rev)

    both.exchange()

    for copy in both.copies:
        three = both.named(copy, "Trois bancs")
        assert (three.support, three.votes) == (Support.PERSON, 3)
        assert len(copy.cafe.notes.all()) == 3
    assert not both.exchange()


def test_every_fact_of_lists_is_tried_here():
    assert FACTS.keys() == {field.of for field in NOTE_FIELDS}


def test_a_second_version_comes_beside_the_first_where_the_note_was_deleted(laptops):
    both = laptops(0)
    here, there = both.copies
    bench = both.named(here, "Un banc")
    here.cafe.notes.put(replace(bench, text="Deux bancs"), base=bench.rev)
    there.cafe.notes.put(replace(bench, text="Trois bancs"), base=bench.rev)
    both.bring(here, both.export(there))
    second = both.named(here, "Trois bancs")
    here.cafe.notes.put(replace(second, table=2), base=second.rev)
    there.cafe.notes.delete(bench.id, base=bench.rev + 1)

    both.bring(there, both.export(here))

    assert both.state(there) == both.state(here)
    assert [(text, table) for text, table, _kind in both.state(there)] == [
        ("Deux bancs", 0),
        ("Trois bancs", 2),
        ("Un arbre", 0),
        ("Un mur", 0),
    ]
    assert not both.exchange()


def test_what_is_below_a_note_is_below_the_same_in_both_copies(laptops):
    both = laptops(0)
    here, there = both.copies
    bench, tree = both.named(here, "Un banc"), both.named(here, "Un arbre")
    here.cafe.notes.put(replace(tree, parent=bench.id), base=tree.rev)
    both.exchange()
    assert both.below(here) == both.below(there) == {"Un arbre": "Un banc"}
    here.cafe.notes.put(replace(bench, text="Deux bancs"), base=bench.rev)
    there.cafe.notes.put(replace(bench, text="Trois bancs"), base=bench.rev)

    both.exchange()

    assert both.below(here) == both.below(there) == {}
    for copy in both.copies:
        second = next(note for note in copy.cafe.notes.all() if note.conflict_of)
        copy.cafe.notes.delete(second.id, base=second.rev)
        assert both.below(copy).keys() == {"Un arbre"}


def old_name(wish):
    words = f"row|{wish.table}|{wish.round}|{wish.kind}|{wish.text}|{wish.note}"
    return replace(wish, id=OperationId(str(uuid5(UUID(wish.cafe), words))))


def old_place(row, seen, family):
    """The base is the revision that the list tells, for a note that is here."""
    is_here = any(each.head.id == row.note for each in family)
    return Place(note=row.note, base=len(seen) if is_here else 0)


def newest_wins(row, _seen, family):
    own = next((each for each in family if each.head.id == row.note), None)
    if own is None or own.prints[-1:] == (fingerprint(row),):
        return Place(note=row.note, base=own and None if own else 0)
    return Place(note=row.note, base=own.head.rev)


def always_beside(row, _seen, family):
    own = next((each for each in family if each.head.id == row.note), None)
    if own is not None and own.prints[-1] == fingerprint(row):
        return Place(note=row.note, base=None)
    return Place(note=row.note, base=0)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("place", [old_place, newest_wins, always_beside])
def test_other_ways_of_placing_a_row_are_found_out(laptops, monkeypatch, place, seed):
    monkeypatch.setattr(note_list, "find_place", place)
    monkeypatch.setattr(
        note_list,
        "_name_by_content",
        old_name if place is old_place else note_list._name_by_content,
    )

    with pytest.raises((AssertionError, WcafeError)):
        live_through(laptops, seed)
