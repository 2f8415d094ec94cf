"""What goes to another thread or process is frozen whole: nothing in it fills itself later.

The controls: a value that remembers what it worked out cannot be pickled while it is looked at.
"""

import importlib
import pickle
import pkgutil
import sys
import threading
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cached_property

import pytest

import wcafe
from tests.cafes import add_people, people
from tests.life import make_life
from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.plan import Plan
from wcafe.services.cafe import Snapshot

_LOOKS = 300


def value_classes():
    """Return every dataclass of the house."""
    found = {}
    for module in pkgutil.walk_packages(wcafe.__path__, "wcafe."):
        if ".migrations" in module.name or module.name == "wcafe.__main__":
            continue
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and is_dataclass(one) and one.__module__ == module.name:
                found[f"{one.__module__}.{one.__qualname__}"] = one
    return found


def fills_itself(one):
    """Have values of this class room for something that is no field?"""
    return one.__dictoffset__ != 0


@pytest.fixture
def quick_switches():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def snapshot(cafe):
    add_people(cafe, 40)
    cafe.plans.compose(seconds=0.2)
    cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Une idée")
    return cafe.cafes.snapshot()


def looked_at_while_pickled(make):
    """Pickle new values in this thread while another asks them for everything they know.

    Returns how many of them could not be pickled.
    """
    failed = 0
    for _look in range(_LOOKS):
        value = make()
        go = threading.Event()

        def look(value=value, go=go):
            go.wait()
            for name in dir(type(value)):
                if not name.startswith("__"):
                    getattr(value, name)

        looker = threading.Thread(target=look)
        looker.start()
        go.set()
        try:
            for _turn in range(3):
                pickle.dumps(value)
        except RuntimeError:
            failed += 1
        looker.join()
    return failed


def test_no_value_of_the_house_has_room_for_what_is_no_field():
    classes = value_classes()

    assert len(classes) > 60
    assert {Plan, Snapshot} <= set(classes.values())
    assert [name for name, one in classes.items() if fills_itself(one)] == []


def test_whatever_hangs_on_a_snapshot_is_a_plain_value(snapshot):
    left, seen = [snapshot], set()
    while left:
        value = left.pop()
        seen.add(type(value))
        if is_dataclass(value):
            left += [getattr(value, field.name) for field in fields(value)]
        elif isinstance(value, dict):
            left += [*value, *value.values()]
        elif isinstance(value, tuple | frozenset):
            left += value
        else:  # a list or a set could be changed under the thread that reads it
            assert not isinstance(value, list | set), value
            assert isinstance(value, Enum) or not hasattr(value, "__dict__"), value

    assert not [one for one in seen if is_dataclass(one) and fills_itself(one)]
    assert {Snapshot, Plan} <= seen


@pytest.mark.slow
def test_a_café_can_be_sent_to_be_printed_while_the_window_looks_at_it(snapshot, quick_switches):
    assert looked_at_while_pickled(lambda: replace(snapshot, plan=replace(snapshot.plan))) == 0
    assert looked_at_while_pickled(lambda: replace(snapshot.plan)) == 0


def test_what_arrives_is_what_was_sent_and_knows_the_same(snapshot):
    arrived = pickle.loads(pickle.dumps(snapshot))

    assert arrived == snapshot
    assert arrived.plan.fingerprint == snapshot.plan.fingerprint
    assert arrived.is_plan_stale == snapshot.is_plan_stale
    for round_ in range(snapshot.plan.rounds):
        assert arrived.plan.hosts_in(round_) == snapshot.plan.hosts_in(round_)
    for person in snapshot.plan.people:
        assert arrived.plan.itinerary(person) == snapshot.plan.itinerary(person)
    with pytest.raises(FrozenInstanceError):
        arrived.plan.tables = 3


def test_no_bytes_of_a_picture_travel_with_a_café_that_is_sent(path):
    """The control: what is sent beside it, as published pictures are, is found."""
    make_life(path)
    with open_cafe(path) as cafe:
        for _look in range(2):  # as it is read first, and where only what is new is read
            snapshot = cafe.cafes.snapshot()
            cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Une idée")
        jpegs = {photo.id: cafe.photos.jpeg(photo.id) for photo in snapshot.photos}
    sent, beside = pickle.dumps(snapshot), pickle.dumps((snapshot, jpegs))

    assert len(jpegs) == 3
    for jpeg in jpegs.values():
        assert jpeg[-32:] in beside
        assert jpeg[-32:] not in sent
        assert jpeg[:32] not in sent


def test_a_plan_that_is_changed_knows_its_own_seats_and_not_those_it_was_made_from(snapshot):
    plan = snapshot.plan
    turned = replace(plan, people=plan.people[::-1])

    assert turned.itinerary(plan.people[0]) == plan.itinerary(plan.people[-1])
    assert turned.fingerprint != plan.fingerprint


@dataclass(frozen=True, kw_only=True)
class Filling:
    """How plans were: what was worked out is put beside the fields when it is first asked for."""

    people: object
    certificate: object = ""

    @cached_property
    def places(self):
        return {place: place for place in range(50)}

    @cached_property
    def fingerprint(self):
        return str(sum(self.places))


class Glance:
    """A look at `value` in the very moment in which it is pickled."""

    value = None

    def __reduce__(self):
        _seen = self.value.fingerprint
        return str, ()


def test_a_value_that_fills_itself_is_found_out():
    assert fills_itself(Filling)

    glance = Glance()
    glance.value = Filling(people=glance)
    with pytest.raises(RuntimeError, match="changed size during iteration"):
        pickle.dumps(glance.value)


def test_a_value_that_fills_itself_cannot_be_sent_while_it_is_looked_at(quick_switches):
    listed = people(40)

    assert any(looked_at_while_pickled(lambda: Filling(people=listed)) for _try in range(20))
