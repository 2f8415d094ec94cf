"""How people are found: by the beginnings of the parts of their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from wcafe.domain.search import find_near_name, look_for_name

PEOPLE = (
    "Élodie Roux",
    "Jean-Marie Le Goff",
    "Anne de la Tour",
    "Seán O’Brien",
    "Łukasz Ødegård",
    "Zoé d'Ân-Lê",
    "王 芳",
    "Omar Delacroix",
)
ROUX, GOFF, TOUR, BRIEN, LUKASZ, ZOE, WANG, OMAR = PEOPLE


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("elo", [ROUX]),
        ("roux elo", [ROUX]),
        ("ro él", [ROUX]),
        ("jean marie", [GOFF]),
        ("jean-m", [GOFF]),
        ("jeanmarie", [GOFF]),
        ("marie", [GOFF]),
        ("le goff", [GOFF]),
        ("legoff", [GOFF]),
        ("goff jean", [GOFF]),
        ("de la", [TOUR]),
        ("delatour", [TOUR]),
        ("dela", [TOUR, OMAR]),
        ("obrien", [BRIEN]),
        ("o'brien", [BRIEN]),
        ("o brien", [BRIEN]),
        ("brien", [BRIEN]),
        ("odegard", [LUKASZ]),
        ("lukasz", [LUKASZ]),
        ("d’an", [ZOE]),
        ("dan", [ZOE]),
        ("an-le", [ZOE]),
        ("王", [WANG]),
        ("芳", [WANG]),
        ("oux", []),
        ("croix", []),
        ("zoé OU elodie", [ROUX, ZOE]),
        ("z -d'an", []),
        ('"de la"', [TOUR]),
        ('"la de"', []),
    ],
)
def test_a_name_is_found_by_the_beginning_of_any_part(typed, people):
    search = look_for_name(typed)

    assert [name for name in PEOPLE if search.is_in(name)] == people


def test_a_name_has_no_plural():
    assert not look_for_name("rouxs").is_in("Élodie Roux")
    assert not look_for_name("Martins").is_in("Ana Martin")


@given(name=texts, typed=texts)
def test_whatever_is_typed_is_a_search_for_a_name(name, typed):
    assert isinstance(look_for_name(typed).is_in(name), bool)


@given(name=texts)
def test_everybody_is_found_by_all_of_their_name(name):
    assert look_for_name(name.replace('"', " ").replace("-", " ")).is_in(name)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("rouxx", "Roux"),
        ("gofff", "Goff"),
        ("jean gofff", "jean Goff"),
        ("delacorix", "Delacroix"),
        ("zzzzzz", None),
        ("roux goff", None),
        ("legoff zzzzzz", None),
    ],
)
def test_where_nobody_is_found_the_nearest_name_is_offered(typed, near):
    assert find_near_name(look_for_name(typed), PEOPLE) == near


@given(names=st.lists(texts, max_size=4), typed=texts)
def test_a_name_that_is_offered_finds_somebody(names, typed):
    near = find_near_name(look_for_name(typed), names)

    assert near is None or any(map(look_for_name(near).is_in, names))
