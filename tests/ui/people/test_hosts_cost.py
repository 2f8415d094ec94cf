"""Naming a host in the list of people says where it is told whose badge it costs."""

from tests.cafes import add_people


def test_where_badges_are_printed_the_place_that_tells_the_cost_is_named(qtbot, desk, presenter):
    first, second = add_people(desk.services, 12)[:2]
    desk.services.plans.compose(seconds=0.2)
    told = []
    presenter.told.connect(told.append)
    presenter.reload()
    presenter.make_host(first.id, 0)
    assert told == [], "nobody holds a badge yet"

    desk.services.badges.note_printed(desk.services.cafes.snapshot())
    presenter.reload()
    presenter.make_host(second.id, 1)

    assert told == ["Whose badge this costs is told in the seating plan, under “Who hosts…”."]
