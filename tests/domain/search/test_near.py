"""Where nothing is found, what is near is offered, and finds something."""

import pytest
from hypothesis import given

from tests.domain.search.test_index import SAID, SOUGHT
from tests.strategies import texts
from wcafe.domain.search import Index, find_near, look_for

NOTES = (
    "Un Jardin partagé",
    "des jardins et des bancs",
    "L'école du parc",
    "Relier les habitants",
    "En 2030, 30 arbres",
)


def index_of(*notes):
    index = Index()
    for number, note in enumerate(notes):
        index.put(number, note)
    return index


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("jradin", "Jardin"),
        ("jardinns", "jardins"),
        ("l’écoel", "l’école"),
        ("ecolle", "école"),
        ("jardin partager ecolle", "jardin partager"),
        ("jradin ecolle", "Jardin OU école"),
        ("habitants bancsss école", "habitants OU école"),
        ("habitnats", "habitants"),
        ("jradin partagé", "Jardin partagé"),
        ('"jardin habitants"', "jardin OU habitants"),
        ('"partagé jardin"', "partagé jardin"),
        ("jardin école", "jardin OU école"),
        ("jardin xyzzy", "jardin"),
        ("jardin -des -un", "jardin"),
        ("zzzz", None),
        ("-en -des -relier -un -école", None),
        ("2031", None),
        ("ab", None),
    ],
)
def test_the_nearest_that_finds_something_is_offered(typed, near):
    index = index_of(*NOTES)
    search = look_for(typed, is_finished=True)

    assert index.find(search) == set()
    assert find_near(search, index, either="OU") == near


@given(said=SAID | texts, typed=SOUGHT | texts)
def test_what_is_offered_finds_something(said, typed):
    index = index_of(said, "un jardin")
    near = find_near(look_for(typed), index, either="OR")

    assert near is None or index.find(look_for(near, is_finished=True))
    assert near is None or index.find(look_for(near))


def test_nothing_is_near_where_there_is_nothing():
    assert find_near(look_for("jardin"), Index(), either="OU") is None
