"""For which tables and rounds there are sheets, and what the code of each says."""

from dataclasses import replace

import pytest

from wcafe.domain.cafe import Cafe, CafeId, Round, Table
from wcafe.domain.plan import Certificate, Plan
from wcafe.domain.sheet_code import SheetKind, read_sheet_code
from wcafe.domain.sheet_form import SheetForm
from wcafe.domain.sheet_layout import SheetShape
from wcafe.domain.sheet_places import code_at, number_of_tables, sheet_places
from wcafe.domain.sheets import SheetPlace

CAFE = Cafe(
    id=CafeId("a"),
    title="Rue",
    rounds=(Round(), Round()),
    tables=(Table(), Table(closed=frozenset({1})), Table(closed=frozenset({0, 1}))),
)


def pairs(places):
    return [(place.table, place.round) for place in places]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [(0, 0), (0, 1), (1, 0)]),
        ({"tables": {1, 2}}, [(1, 0)]),
        ({"rounds": {1}}, [(0, 1)]),
        ({"places": {(0, 1), (2, 0)}}, [(0, 1)]),
        ({"tables": {7}}, []),
        ({"tables": set()}, []),
    ],
)
def test_a_sheet_is_for_a_table_that_is_open_and_asked_for(wanted, found):
    assert pairs(sheet_places(CAFE, None, **wanted)) == found


def test_several_sheets_of_a_table_follow_each_other():
    places = sheet_places(CAFE, None, pages=2, tables={0}, rounds={1})

    assert places == tuple(SheetPlace(round=1, table=0, page=page) for page in (1, 2))


def test_where_no_tables_were_chosen_the_plan_says_how_many_there_are():
    bare = replace(CAFE, tables=())
    measured = Certificate(
        repeat_meetings=0,
        lower_bound=0,
        coincidences=0,
        coincidences_bound=0,
        proven_optimal=True,
    )
    plan = Plan(
        id="p", people=("a",), tables=2, seats=((0,), (1,)), made_for="", certificate=measured
    )

    assert sheet_places(bare, None) == ()
    assert pairs(sheet_places(bare, plan)) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert (number_of_tables(bare, plan), number_of_tables(CAFE, plan)) == (2, 3)


def test_a_code_says_its_place_and_hangs_on_nothing_that_names_anybody():
    place, form, shape = SheetPlace(round=1, table=0, page=2), SheetForm(), SheetShape()
    other = replace(CAFE, title="Zoé d’Ân-Lê", organiser="Zoé", place="Brest")

    text = code_at(place, CAFE, form, shape, kind=SheetKind.STICKER)
    code = read_sheet_code(text)

    assert (code.place, code.kind, code.form) == (place, SheetKind.STICKER, form.version)
    assert code_at(place, other, form, shape, kind=SheetKind.STICKER) == text
