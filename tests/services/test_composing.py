"""Composing in the background: nothing is kept until it is asked for, and it can be undone."""

from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import pytest

from tests.cafes import add_people
from wcafe.app import open_cafe
from wcafe.domain.cafe import Rules, Table
from wcafe.errors import EditedElsewhere
from wcafe.services.cafe import CafeService
from wcafe.services.changes import Changed, Changes, Part
from wcafe.services.plan import PlanService
from wcafe.store import open_store


def plan_of(cafe):
    return cafe.cafes.snapshot().plan


def alike(plan):
    return replace(plan, version=0)


def test_a_computed_plan_is_kept_only_when_asked(cafe):
    add_people(cafe, 12)
    heard = []
    cafe.changes.listen(heard.append)
    composed = cafe.plans.compute(seconds=0.2)
    assert (plan_of(cafe), cafe.cafes.get().tables, heard) == (None, (), [])

    kept = cafe.plans.keep(composed, by=cafe)
    assert plan_of(cafe) == kept
    assert kept.seats == composed.outcome.solution.seats
    assert cafe.cafes.get().tables == composed.cafe.tables
    assert heard == [Changed(Part.PLAN | Part.CAFE, cafe)]


@pytest.mark.parametrize("what", ["people", "cafe", "plan"])
def test_a_plan_for_a_café_that_changed_meanwhile_is_not_kept(crowd, what):
    composed = crowd.plans.compute(seconds=0.2)
    if what == "people":
        add_people(crowd, 1)
    elif what == "cafe":
        crowd.cafes.save(replace(crowd.cafes.get(), title="Autre rue"))
    else:
        crowd.plans.compose(seconds=0.2, seed=2)
    before = plan_of(crowd)

    with pytest.raises(EditedElsewhere):
        crowd.plans.keep(composed)
    assert plan_of(crowd) == before


def test_a_plan_that_breaks_a_rule_is_told_and_cannot_be_kept(crowd):
    guests = [guest.id for guest in crowd.people.all()]
    everybody = frozenset(guests)
    crowd.cafes.save(replace(crowd.cafes.get(), rules=Rules(apart=(everybody,))))
    composed = crowd.plans.compute(seconds=0.2)

    assert composed.plan is None
    assert composed.outcome.solution.violations
    with pytest.raises(ValueError, match="hard rule"):
        crowd.plans.keep(composed)


@pytest.fixture
def hard(cafe_file):
    """A café whose first plan can be bettered many times."""
    with open_cafe(cafe_file) as cafe:
        add_people(cafe, 36)
        tables = (Table(seats=6),) * 6
        five = cafe.cafes.get().with_rounds(5)
        cafe.cafes.save(replace(five, tables=tables, tables_chosen=True))
    return cafe_file


@contextmanager
def plans_by(path, clock):
    """The plans of the café at `path`, with a clock of the test's own."""
    store, changes = open_store(path), Changes()
    try:
        yield PlanService(store, CafeService(store, changes), changes, clock=clock)
    finally:
        store.close()


def progress(path, clock):
    told = []
    with plans_by(path, clock) as plans:
        composed = plans.compute(seconds=0.3, on_better=lambda *figures: told.append(figures))
    return told, composed.outcome.solution


def test_progress_is_told_in_repeat_meetings_and_their_proven_minimum(hard):
    told, solution = progress(hard, clock=count(0, 2e-3).__next__)

    assert len(told) > 1
    assert {bound for _repeats, bound in told} == {solution.bounds.repeats}
    assert told[-1][0] >= solution.repeat_meetings


def test_progress_is_not_told_again_before_a_tenth_of_a_second(hard):
    told, _solution = progress(hard, clock=lambda: 0.0)

    assert len(told) == 1


def test_a_stopped_search_gives_the_best_plan_so_far(crowd):
    asked = []

    def stop():
        asked.append(True)
        return len(asked) > 3

    composed = crowd.plans.compute(seconds=60, stop=stop)
    assert len(composed.outcome.ids) == 20
    assert len(asked) < 50


def test_undo_puts_the_plan_and_its_tables_back(crowd):
    plan, cafe = plan_of(crowd), crowd.cafes.get()
    add_people(crowd, 9)
    crowd.plans.compose(seconds=0.3)
    assert crowd.cafes.get().tables != cafe.tables

    crowd.plans.restore(plan, cafe=cafe)
    assert alike(plan_of(crowd)) == alike(plan)
    assert crowd.cafes.get().tables == cafe.tables


def test_no_plan_is_put_back_and_the_plan_again(crowd):
    plan = plan_of(crowd)
    assert crowd.plans.restore(None) is None
    assert plan_of(crowd) is None

    assert alike(crowd.plans.restore(plan)) == alike(plan)
    crowd.plans.restore(plan)
    assert plan_of(crowd).fingerprint == plan.fingerprint


def test_a_plan_that_comes_back_leaves_out_who_is_gone(crowd):
    plan = plan_of(crowd)
    gone = next(iter(plan.hosts))
    crowd.people.change(remove=[gone])
    restored = crowd.plans.restore(plan)

    assert restored.people == tuple(each for each in plan.people if each != gone)
    assert gone not in restored.hosts
    others = [each for each in plan.people if each != gone]
    assert all(restored.itinerary(each) == plan.itinerary(each) for each in others)


def test_a_restored_plan_is_heard_of(crowd):
    heard = []
    crowd.changes.listen(heard.append)
    crowd.plans.restore(plan_of(crowd), by=crowd)
    crowd.plans.restore(None, cafe=crowd.cafes.get(), by=crowd)

    assert heard == [Changed(Part.PLAN, crowd), Changed(Part.PLAN | Part.CAFE, crowd)]


def test_a_repaired_plan_knows_from_which_round(crowd):
    crowd.plans.compose(seconds=0.3, from_round=1)

    assert plan_of(crowd).from_round == 1
