"""Who hosts where hosting is handed over: as many people as can be, the past unchanged."""

from dataclasses import replace

from tests.cafes import people
from tests.domain.test_plan import plan
from wcafe.domain.cafe import HostMode, Rules, draft
from wcafe.domain.hosts import hosting

CAFE = replace(draft(title="Rue", language="fr", tables=2), rules=Rules(hosts=HostMode.HAND_OVER))
GUESTS = tuple(replace(guest, willing=True) for guest in people(4))
IDS = tuple(guest.id for guest in GUESTS)


def hosts_of(*seats, from_round=0):
    made = plan(people=IDS, tables=2, seats=seats, hosts={}, from_round=from_round)
    return {turn: IDS.index(person) for turn, person in hosting(made, CAFE, GUESTS).items()}


def test_nobody_hosts_twice_where_another_one_who_stays_could():
    """The first two stay for round 2, the first alone for round 3."""
    assert hosts_of((0, 0, 1, 1), (0, 0, 1, 0), (0, 1, 0, 1)) == {
        (1, 0): 1,
        (1, 1): 2,
        (2, 0): 0,
    }


def test_who_hosted_in_a_round_that_is_past_does_not_depend_on_those_to_come():
    past = ((0, 0, 1, 1), (0, 0, 1, 0))

    before = hosts_of(*past, (1, 0, 0, 1), from_round=2)
    after = hosts_of(*past, (0, 1, 0, 1), from_round=2)

    assert before[1, 0] == after[1, 0]
