"""What the facilitator decides, and what cannot be."""

import pytest

from wcafe.domain.cafe import Mode, Questions, Table, draft, propose_tables
from wcafe.domain.chairs import with_chairs_for
from wcafe.errors import BadRounds, BadSeats, BadTables, NoTitle, TooFewSeats, WcafeError


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({"title": "  "}, NoTitle),
        ({"rounds": 0}, BadRounds),
        ({"rounds": 10**9}, BadRounds),
        ({"tables": 0}, BadTables),
        ({"tables": -3}, BadTables),
        ({"tables": 10**9}, BadTables),
        ({"seats": 1}, BadSeats),
        ({"seats": 51}, BadSeats),
    ],
)
def test_an_impossible_café_is_refused_in_one_sentence(facts, error):
    with pytest.raises(error) as told:
        draft(**{"title": "Notre rue", "language": "fr", **facts})

    assert str(told.value).endswith(".")
    assert isinstance(told.value, WcafeError)


@pytest.mark.parametrize("people", range(12, 400))
def test_tables_of_five_come_out_as_fours_and_fives(people):
    tables = propose_tables(people, seats=5, rounds=3)

    assert tables * 4 <= people <= tables * 5


@pytest.mark.parametrize("people", range(6, 12))
def test_a_small_group_gets_a_table_for_each_round(people):
    assert propose_tables(people, seats=5, rounds=3) == 3


def test_proposed_tables_follow_the_number_of_people():
    cafe = draft(title="Rue", language="fr")

    assert len(cafe.with_tables_for(58).tables) == 12
    assert len(cafe.with_tables_for(58).with_tables_for(70).tables) == 14


def test_chosen_tables_stay_and_may_be_too_few():
    cafe = draft(title="Rue", language="fr", tables=3, seats=4)

    assert cafe.with_tables_for(12) == cafe
    with pytest.raises(TooFewSeats, match="13"):
        cafe.with_tables_for(13)


def test_walk_ins_bring_a_chair_to_proposed_tables_only():
    proposed = draft(title="Rue", language="fr").with_tables_for(30)

    assert with_chairs_for(proposed, {0: 30}) == proposed
    assert {table.seats for table in with_chairs_for(proposed, {0: 12, 1: 31}).tables} == {6}
    with pytest.raises(TooFewSeats):
        with_chairs_for(proposed, {2: 37})
    with pytest.raises(TooFewSeats):
        with_chairs_for(draft(title="Rue", language="fr", tables=6), {0: 31})


@pytest.mark.parametrize(
    ("mode", "texts", "asked"),
    [
        (Mode.SAME, ("A",), "A"),
        (Mode.PER_ROUND, ("A", "B", "C"), "C"),
        (Mode.PER_TABLE, ("A", "B", "C", "D"), "B"),
        (Mode.MATRIX, tuple("abcdef"), "f"),
        (Mode.PER_ROUND, ("A",), ""),
    ],
)
def test_each_way_to_ask_puts_its_question_to_table_2_in_round_3(mode, texts, asked):
    assert Questions(mode=mode, texts=texts).at(1, 2, rounds=3) == asked


def test_a_question_may_belong_to_a_zone():
    questions = Questions(mode=Mode.PER_ZONE, texts=("A", "B"))

    assert questions.at(5, 0, rounds=3, zone=1) == "B"


def test_a_table_needs_fewer_people_at_least_than_at_most():
    with pytest.raises(BadSeats):
        Table(fewest=6, seats=5)
