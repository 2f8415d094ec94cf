"""The figures beside a plan count those it seats."""

from dataclasses import replace

from tests.cafes import add_people
from wcafe.domain.plan_figures import figures_of


def test_who_comes_to_no_round_is_no_traveller(cafe):
    guests = add_people(cafe, 23)
    cafe.people.save([replace(each, present=frozenset()) for each in guests[:3]])
    cafe.plans.compose(seconds=0.3)
    snapshot = cafe.cafes.snapshot()

    figures = figures_of(snapshot.plan, snapshot.cafe, snapshot.people)

    assert figures.travellers == 20 - len(snapshot.plan.hosts)
    assert figures.to_new_tables == figures.travellers
