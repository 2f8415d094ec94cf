"""One number of people everywhere: those who come, whatever keeps the others away."""

import re
from dataclasses import replace

import pytest

from tests.cafes import add_people, person
from tests.reports.conftest import NOW, text_of
from tests.ui.hands import show_page
from wcafe.domain.people import Role
from wcafe.domain.plan_figures import figures_of
from wcafe.reports import make_document
from wcafe.ui import cafe as prepare
from wcafe.ui import people as guests_page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen

KINDS = {
    "comes to no round": {"present": frozenset()},
    "comes to a round that the café has no more": {"present": frozenset({7})},
    "came to the first round alone": {"present": frozenset({0})},
    "comes late": {"present": frozenset({1, 2})},
    "is of the crew": {"role": Role.CREW},
    "looks on and stays away": {"role": Role.OBSERVER, "present": frozenset()},
}
COME = {"came to the first round alone", "comes late"}


@pytest.fixture(params=["before the plan", "after the plan"])
def kept(request, opened):
    """Four of twenty-four people who are of one kind, noted before the plan or after it."""

    def keep(kind):
        guests = add_people(opened, 24)
        changed = [replace(each, **KINDS[kind]) for each in guests[4:8]]
        if request.param == "before the plan":
            opened.people.save(changed)
        opened.plans.compose(seconds=0.2)
        if request.param == "after the plan":
            opened.people.save(changed)
        return opened.cafes.snapshot()

    return keep


@pytest.mark.parametrize("kind", KINDS)
def test_every_total_counts_those_who_come(kept, qtbot, desk, presenter, package, kind):
    snapshot, come = kept(kind), 24 if kind in COME else 20
    presenter.reload()
    page = show_page(qtbot, package.make_page(presenter))
    prepared = prepare.make_page(prepare.make_presenter(desk, page))
    listed = guests_page.make_presenter(desk, page)
    hosts = figures_of(snapshot.plan, snapshot.cafe, snapshot.people)
    staying = {
        each.id
        for each in snapshot.people
        if each.id in snapshot.plan.hosts and each.is_seated and each.comes(3)
    }

    assert page.subtitle.text().startswith(f"{come} people")
    travellers = int(page.certificate.new_tables.value.text().split("/")[1])
    assert travellers + len(staying) == come
    assert hosts.meetings.people == come
    assert f"{come} participants" in prepared.subtitle.text()
    assert listed.figures.seated == come
    printed = text_of(make_document("table-list", snapshot, NOW)).replace("\n", " ")
    assert re.search(r"· (\d+) personnes ·", printed)[1] == str(come)
    prepared.deleteLater()


def test_who_left_stands_on_no_list_of_a_table_any_more(opened):
    ana = person("Ana Partie")
    opened.people.save([ana])
    add_people(opened, 15)
    opened.plans.compose(seconds=0.2)
    assert text_of(make_document("table-list", opened.cafes.snapshot(), NOW)).count("Partie") == 3

    kept = next(each for each in opened.people.all() if each.id == ana.id)
    opened.people.save([replace(kept, present=frozenset({0}))])

    assert text_of(make_document("table-list", opened.cafes.snapshot(), NOW)).count("Partie") == 1


def test_the_rehearsal_counts_them_too(opened):
    guests = add_people(opened, 20)
    opened.plans.compose(seconds=0.2)
    opened.people.save([replace(each, present=frozenset()) for each in guests[:3]])

    assert opened.plans.rehearse(draws=1).people == 17
