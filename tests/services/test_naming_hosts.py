"""Another host of a table: what it costs is known before it is kept, and it is kept in one go."""

from dataclasses import replace

import pytest

from tests.cafes import people
from wcafe.domain.cafe import Table
from wcafe.errors import EditedElsewhere, NoRoundToCome, NotFound
from wcafe.services.badges import changed_badges
from wcafe.services.hosts import table_hosts


def shot(cafe):
    return cafe.cafes.snapshot()


@pytest.fixture
def hosted(cafe):
    """Twenty people, six of them willing, at five tables, with a plan and printed badges."""
    cafe.people.save([*people(6, willing=True), *people(14)])
    now = cafe.cafes.get()
    cafe.cafes.save(replace(now, tables=(Table(),) * 5, tables_chosen=True))
    cafe.plans.compose(seconds=0.3)
    cafe.badges.note_printed(shot(cafe))
    return cafe


def traveller(cafe):
    plan = shot(cafe).plan
    return next(each for each in shot(cafe).people if each.id not in plan.hosts)


def test_what_it_costs_is_told_and_nothing_is_kept(hosted):
    before, guest = shot(hosted), traveller(hosted)
    old = table_hosts(before)[2].person

    proposal = hosted.hosts.propose(2, guest.id, seconds=0.3)

    assert shot(hosted) == before
    assert {guest.id, old} <= set(proposal.badges)
    assert len(proposal.badges) < 20
    hosted.hosts.keep(proposal)
    assert set(changed_badges(shot(hosted))) == set(proposal.badges)
    assert not shot(hosted).is_plan_stale
    assert not hosted.plans.violations()
    assert shot(hosted).plan.hosts[guest.id] == 2
    assert old not in shot(hosted).plan.hosts


def test_others_who_host_stay_and_the_list_says_who_was_named(hosted):
    guest, before = traveller(hosted), shot(hosted).plan.hosts
    hosted.hosts.keep(hosted.hosts.propose(2, guest.id, seconds=0.3))

    after = table_hosts(shot(hosted))
    assert [host.is_named for host in after] == [False, False, True, False, False]
    assert {p: t for p, t in before.items() if t != 2}.items() <= shot(hosted).plan.hosts.items()


def test_a_host_who_goes_to_another_table_is_followed_by_somebody_willing(hosted):
    mover = table_hosts(shot(hosted))[0].person

    hosted.hosts.keep(hosted.hosts.propose(2, mover, seconds=0.3))

    hosts = table_hosts(shot(hosted))
    assert hosts[2].person == mover
    assert hosts[0].person not in (None, mover)


def test_in_the_middle_of_a_café_the_rounds_that_have_begun_stay(hosted):
    before, guest = shot(hosted).plan, traveller(hosted)
    hosted.live.start("talk:0")

    hosted.hosts.keep(hosted.hosts.propose(2, guest.id, seconds=0.3))

    after = shot(hosted).plan
    assert after.seats[0] == before.seats[0]
    assert after.hosts_in(0)[2] == before.hosts_in(0)[2]
    assert after.hosts_in(1)[2] == guest.id
    assert table_hosts(shot(hosted))[2].person == guest.id


def test_the_host_who_was_named_before_is_named_no_more(hosted):
    first, second = [
        each for each in shot(hosted).people if each.id not in shot(hosted).plan.hosts
    ][:2]
    hosted.hosts.keep(hosted.hosts.propose(2, first.id, seconds=0.3))
    hosted.hosts.keep(hosted.hosts.propose(2, second.id, seconds=0.3))

    named = {each.id: each.host_of for each in shot(hosted).people if each.host_of is not None}
    assert named == {second.id: 2}


def test_what_changed_meanwhile_is_not_overwritten(hosted):
    proposal = hosted.hosts.propose(2, traveller(hosted).id, seconds=0.3)
    someone = shot(hosted).people[0]
    hosted.people.save([replace(someone, note="thé")])
    before = shot(hosted)

    with pytest.raises(EditedElsewhere):
        hosted.hosts.keep(proposal)
    assert shot(hosted) == before


def test_before_any_plan_a_host_is_named_at_once_and_costs_no_badge(cafe):
    (guest, *_others) = cafe.people.save(people(12))
    proposal = cafe.hosts.propose(0, guest.id, seconds=0.3)
    cafe.hosts.keep(proposal)
    assert (proposal.badges, proposal.composed) == ((), None)
    assert shot(cafe).people[0].host_of == 0


def test_somebody_who_is_gone_and_a_café_that_is_over_are_told(hosted):
    with pytest.raises(NotFound):
        hosted.hosts.propose(0, "nobody", seconds=0.3)
    hosted.live.start("talk:2")
    with pytest.raises(NoRoundToCome):
        hosted.hosts.propose(0, traveller(hosted).id, seconds=0.3)
