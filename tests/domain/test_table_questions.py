"""What each table talks about, in which rounds, at which hours; as far as that is known."""

from dataclasses import replace
from datetime import date, time

from tests.reports.knowing import fixed, guests, planned, travels
from wcafe.domain.agenda import Round, programme
from wcafe.domain.cafe import Mode, Questions, Table
from wcafe.domain.hours import known_hours
from wcafe.domain.table_questions import questions_of, rounds_of, tables_in_use


def test_the_same_question_in_several_rounds_is_told_once_with_its_rounds():
    cafe = fixed(4)
    cafe = replace(cafe, questions=Questions(mode=Mode.PER_ROUND, texts=("A ?", "B ?", "A ?", "")))

    told = questions_of(cafe, 0, range(4))

    assert [(each.text, each.rounds) for each in told] == [("A ?", (0, 2)), ("B ?", (1,))]
    assert [each.text for each in questions_of(cafe, 0, [1])] == ["B ?"]
    assert questions_of(fixed(), 0, range(3)) == ()


def test_tables_are_those_set_and_those_planned_without_the_ones_closed_all_along():
    closed = (Table(closed=frozenset({0, 1, 2})), Table(closed=frozenset({1})))
    cafe = replace(fixed(), tables=closed)

    assert tables_in_use(cafe, None) == (1,)
    assert tables_in_use(replace(cafe, tables=()), planned(guests(18), travels)) == tuple(range(6))
    assert tables_in_use(cafe, None, {0, 1, 7}) == (1,)
    assert rounds_of(cafe, 1) == (0, 2)


def test_the_hours_of_an_agenda_are_known_for_its_first_day_alone():
    friday, sunday = Round(day=date(2026, 9, 25)), Round(day=date(2026, 9, 27))
    cafe = replace(fixed(), rounds=(friday, friday, sunday), day=date(2026, 9, 25))

    hours = known_hours(cafe)

    assert hours["talk:0"] == time(14, 20)
    assert "talk:1" in hours
    assert not any(key in hours for key in ("talk:2", "harvest:2"))
    one_day = fixed()
    assert list(known_hours(one_day)) == [step.key for step in programme(one_day)]
