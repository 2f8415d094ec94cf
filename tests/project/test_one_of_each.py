"""Where a number is one, the words around it are singular, in both languages."""

import re
from dataclasses import replace

import pytest

from tests.cafes import people
from wcafe.domain.cafe import HostMode
from wcafe.i18n import ENGLISH, words_for
from wcafe.services.planning.hosts import ABOUT_HOSTS
from wcafe.solver import HOST_AWAY, HOST_OFTEN_AWAY, HOSTS_ALONE, HOSTS_TWICE

FRENCH = words_for("fr")
PLURALS = re.compile(r"\b1 (?!has)(?:\w+s|people|personnes)\b")


@pytest.mark.parametrize("words", [ENGLISH, FRENCH], ids=["en", "fr"])
@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("{shown} of {number} note", "{shown} of {number} notes"),
        ("{number} has left", "{number} have left"),
        ("not seated · {number} not coming", "not seated · {number} not coming"),
        ("in round {rounds}", "in rounds {rounds}"),
        (
            "A round is planned for {minutes} minute of conversation.",
            "A round is planned for {minutes} minutes of conversation.",
        ),
    ],
)
def test_one_is_singular(words, one, many):
    facts = {"number": 1, "shown": 1, "rounds": 1, "minutes": 1}
    assert not PLURALS.search(words.ngettext(one, many, 1).format(**facts))


def test_one_note_found_among_many_is_singular_in_french():
    told = FRENCH.ngettext("{shown} of {number} note", "{shown} of {number} notes", 16)
    assert told.format(shown=1, number=16) == "notes\u00a0: 1 sur 16"


def test_a_host_who_is_away_twice_is_away_in_rounds(cafe):
    guests = cafe.people.save(people(20))
    named = guests[0]
    cafe.plans.compose(seconds=0.2)
    table = 0
    for present, template in ((frozenset({0, 2}), HOST_AWAY), (frozenset({1}), HOST_OFTEN_AWAY)):
        (kept,) = [each for each in cafe.people.all() if each.id == named.id]
        cafe.people.save([replace(kept, host_of=table, present=present)])
        outcome = cafe.plans.compose(seconds=0.2)
        assert template in [notice.template for notice in outcome.notices]


def test_every_notice_about_hosts_is_told_before_the_others():
    assert {HOST_AWAY, HOST_OFTEN_AWAY, HOSTS_ALONE, HOSTS_TWICE} <= ABOUT_HOSTS


def test_one_who_is_willing_is_one_person(cafe):
    cafe.people.save([*people(1, willing=True), *people(19)])
    assert cafe.cafes.get().rules.hosts is HostMode.STAY
    outcome = cafe.plans.compose(seconds=0.2)
    told = [notice.describe() for notice in outcome.notices]
    assert "Hosts were picked among the willing: one person." in told
    assert not any(PLURALS.search(sentence) for sentence in told)
