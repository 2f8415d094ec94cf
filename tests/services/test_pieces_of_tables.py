"""What is printed for tables is to be printed anew for those of which it says something else."""

from dataclasses import replace

import pytest

from tests.reports.conftest import snapshot
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.cafe import Mode, Questions
from wcafe.domain.handouts import HOST_KIT, LABELS, POSTERS, TENTS, VOTES
from wcafe.services.pieces import digests


def changed(key, before, after):
    """Return the names of the pieces that say something else in `after`."""
    was, now = (digests(HANDOUTS[key], each) for each in (before, after))
    return {piece.unit for piece in now if was.get(piece) != now[piece]}


@pytest.fixture(scope="module")
def shot():
    return snapshot(people=16, rounds=2, jokers=1)


def with_cafe(shot, **facts):
    return replace(shot, cafe=replace(shot.cafe, **facts))


def test_a_seat_that_changes_is_told_by_the_kits_of_both_tables_and_by_no_tent(shot):
    first, *others = shot.plan.seats
    moved = replace(shot.plan, seats=((*first[:5], 2, *first[6:]), *others))

    after = replace(shot, plan=moved)

    assert changed(HOST_KIT, shot, after) == {"table 2", "table 3"}
    assert changed(TENTS, shot, after) == set()
    assert changed(HOST_KIT, shot, replace(shot)) == set()


def test_a_name_a_host_an_absence_and_a_joker_that_is_taken_are_told_by_their_kits(shot):
    guest, number = shot.people[5], shot.plan.seats[0][5] + 1
    renamed = replace(
        shot,
        people=tuple(
            replace(each, family="Autre") if each is guest else each for each in shot.people
        ),
    )
    away = replace(
        shot,
        people=tuple(
            replace(each, present=frozenset({1})) if each is guest else each for each in shot.people
        ),
    )
    hosts = {person: table for person, table in shot.plan.hosts.items() if table != 3}
    unhosted = replace(shot, plan=replace(shot.plan, hosts=hosts))
    taken = replace(shot, plan=replace(shot.plan, jokers=()))

    assert changed(HOST_KIT, shot, away) == {f"table {number}"}
    assert f"table {number}" in changed(HOST_KIT, shot, renamed)
    assert changed(HOST_KIT, shot, unhosted) == {"table 4"}
    assert changed(HOST_KIT, shot, taken) == {"table 1", "table 2"}


def test_a_question_or_name_of_one_table_is_told_by_its_tent_alone(shot):
    texts = tuple(f"{n} ?" for n in range(4))
    before = with_cafe(shot, questions=Questions(mode=Mode.PER_TABLE, texts=texts))
    after = with_cafe(shot, questions=Questions(mode=Mode.PER_TABLE, texts=("?", *texts[1:])))
    tables = list(shot.cafe.tables)
    tables[1] = replace(tables[1], name="Eau")
    tables[2] = replace(tables[2], closed=frozenset({1}))

    assert changed(TENTS, before, after) == {"table 1"}
    assert changed(TENTS, shot, with_cafe(shot, tables=tuple(tables))) == {"table 2", "table 3"}


def test_posters_tell_what_badges_say_and_labels_and_votes_what_themes_say(shot):
    named = tuple(replace(theme, headline="Autre") for theme in shot.themes)

    assert changed(POSTERS, shot, replace(shot, plan=None)) == {""}
    assert changed(LABELS, shot, replace(shot, themes=named)) == {""}
    assert changed(VOTES, shot, replace(shot, themes=named)) == {""}
    assert changed(POSTERS, shot, replace(shot, themes=named)) == set()
