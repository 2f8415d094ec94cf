"""P6: two to four people in one note, in whatever order: nobody's words are lost to another's.

Phones write through their service and the desk through its own, into a real file. Each has seen
what it was last told. Every text that was acknowledged stands, or was replaced by somebody who
had seen it. The control: the same courses find out a rule by which the last one wins.
"""

from dataclasses import dataclass, field, replace
from uuid import uuid4

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.endurance import full
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.domain.phones import PhoneWish
from wcafe.domain.settling import settle
from wcafe.store.sqlite import engine

DESK = 3
STEPS = st.lists(
    st.tuples(st.integers(0, DESK), st.sampled_from(["say", "say", "look", "delete", "kind"])),
    min_size=2,
    max_size=6,
)


@dataclass
class Person:
    """Somebody with the note on their screen: which one, at which revision, and all they saw."""

    note: str
    rev: int = 0
    text: str = ""
    knows: set = field(default_factory=set)


class Course:
    """One note, from its first words on, and all that those who write it were told."""

    def __init__(self, cafe, phones):
        self.cafe, self.phones = cafe, phones
        note = str(uuid4())
        self.people = [Person(note) for _ in range(DESK + 1)]
        self.notes = {note}
        self.wrote = {}  # what whoever wrote these words had seen
        self.acknowledged = set()
        self.deleted = set()

    def standing(self):
        return {note: head for note in self.notes if (head := self.cafe.notes.get(note))}

    def go(self, who, what):
        person = self.people[who]
        if what == "look":
            return self.look(person)
        if person.rev == 0 and what != "say":
            return None
        before = self.standing()
        words = f"words {len(self.wrote) + 1} of {who}" if what == "say" else person.text
        knew = person.knows | ({words} if what == "say" else set())
        if what == "say":
            self.wrote[words] = knew
        told = (self.by_desk if who == DESK else self.by_phone)(who, what, words)
        self.notes.add(told.note)
        self.require_nothing_unseen(before, knew)
        person.note, person.rev = told.note, told.rev
        if what == "say":
            person.text, person.knows = words, knew
            self.acknowledged.add(words)
        return None

    def look(self, person):
        if head := self.cafe.notes.get(person.note):
            person.rev, person.text = head.rev, head.text
            person.knows |= self.wrote[head.text]

    def by_phone(self, who, what, words):
        wish = PhoneWish(
            id=str(uuid4()),
            note=self.people[who].note,
            event=self.cafe.cafes.get().id,
            gen=self.cafe.cafes.get().generation,
            base=self.people[who].rev,
            is_delete=what == "delete",
            text="" if what == "delete" else words,
            kind=(Kind.QUESTION, Kind.IDEA, Kind.ACTION)[who] if what == "kind" else None,
            round=0,
        )
        told = self.cafe.phones.take_in(self.phones[who], wish)
        assert self.cafe.phones.take_in(self.phones[who], wish) == told  # as often as it comes
        return told

    def by_desk(self, who, what, words):
        person = self.people[who]
        here = self.cafe.notes.get(person.note) or Note(id=person.note, table=0, round=0, text="")
        facts = {"text": words, "is_deleted": what == "delete"}
        if what == "kind":
            facts["kind"] = Kind.INSIGHT
        (kept,) = self.cafe.notes.change({replace(here, **facts): person.rev})
        return Told(kept.id, kept.rev)

    def require_nothing_unseen(self, before, knew):
        for note, head in before.items():
            now = self.cafe.notes.get(note)
            if head.is_deleted:
                continue  # somebody who had seen it took it away; words that come then revive it
            is_gone = now.text != head.text or now.is_deleted
            if now.is_deleted:
                self.deleted |= knew
            assert not is_gone or head.text in knew, f"{head.text} was replaced unseen"

    def require_nothing_lost(self):
        heads = [head.text for head in self.standing().values()]
        known = set(heads).union(*(self.wrote[text] for text in heads))
        assert self.acknowledged <= known | self.deleted


@dataclass
class Told:
    note: str
    rev: int


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """A café whose disk nobody waits for, with three phones at its first table."""
    path = tmp_path_factory.mktemp("together") / "café.wcafe"
    with pytest.MonkeyPatch.context() as patch:
        kept = [each for each in engine._PRAGMAS if not each.startswith("synchronous")]
        patch.setattr(engine, "_PRAGMAS", (*kept, "synchronous = OFF"))
        create_cafe(path, draft(title="Café", language="fr", tables=2))
        yield path


def go_courses(path, examples, phases=tuple(Phase)):
    with open_cafe(path) as cafe:
        code = cafe.phones.way_in.codes()[0]
        phones = [cafe.phones.join(code).phone for _ in range(DESK)]

        @settings(
            max_examples=examples, deadline=None, derandomize=True, phases=phases, database=None
        )
        @given(STEPS)
        def go(steps):
            course = Course(cafe, phones)
            for who, what in steps:
                course.go(who, what)
            course.require_nothing_lost()

        try:
            go()
        finally:
            for phone in phones:
                cafe.phones.revoke(phone.id)


def test_no_words_are_lost_to_somebody_elses(table, figure):
    examples = full(3_000, 120)

    go_courses(table, examples)

    figure(f"P6: {examples} courses of up to 6 edits by 3 phones and the desk, 0 texts lost")


def test_the_same_courses_find_out_that_the_last_one_wins(table, monkeypatch):
    def last_one_wins(wish, head, *, now, seen, written):
        return settle(replace(wish, base=head.rev if head else 0), head, now=now)

    monkeypatch.setattr("wcafe.store.notes.settle", last_one_wins)

    with pytest.raises(AssertionError):
        go_courses(table, 120, [Phase.generate])
