"""The agenda: what comes when, and what stays in its place while rounds come and go."""

from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pytest

from wcafe.domain.agenda import Line, LineId, LineKind, Round, StepKind, default_agenda, programme
from wcafe.domain.cafe import Mode, Questions, draft
from wcafe.domain.plan import basis
from wcafe.errors import BadMinutes, BadRounds
from wcafe.i18n import ENGLISH, words_for


@pytest.fixture
def cafe():
    return draft(title="Notre rue", language="fr")


def line(name, after, minutes=5, **facts):
    return Line(
        id=LineId(name), **{"kind": LineKind.BREAK, "minutes": minutes, "after": after, **facts}
    )


def keys(cafe):
    return [step.key for step in programme(cafe)]


def names(cafe, words=ENGLISH):
    return [step.name(words) for step in programme(cafe)]


def test_a_new_café_has_the_afternoon_of_the_method(cafe):
    assert names(cafe) == [
        "Welcome",
        "Context and etiquette",
        "Round 1",
        "Harvest of round 1",
        "Change of tables",
        "Round 2",
        "Harvest of round 2",
        "Change of tables",
        "Round 3",
        "Harvest of round 3",
        "Break",
        "Plenary",
        "Next steps and thanks",
    ]


def test_each_step_starts_where_the_one_before_it_ends(cafe):
    steps = programme(cafe)

    assert steps[0].starts == 0
    for before, after in pairwise(steps):
        assert after.starts == before.starts + before.minutes


def test_nobody_moves_after_the_last_round_and_no_step_lasts_no_time(cafe):
    brief = replace(cafe, rounds=(Round(harvest=0, move=0), Round(harvest=0)), agenda=())

    assert keys(brief) == ["talk:0", "talk:1"]


def test_the_clock_goes_past_midnight(cafe):
    late = replace(cafe, starts=time(23, 50))
    times = {step.key: late.clock_time(step) for step in programme(late)}

    assert times["talk:0"] == time(0, 10)
    assert late.clock_time(programme(late)[0]) == time(23, 50)


def test_a_line_has_the_facilitators_own_words_or_the_name_of_its_kind(cafe):
    own = replace(cafe, agenda=(line("a", 0, title="Fanfare <b>"), line("b", 0)))

    assert names(own)[:2] == ["Fanfare <b>", "Break"]
    assert names(own, words_for("fr"))[0] == "Fanfare <b>"


def test_steps_keep_their_keys_while_minutes_and_lines_change(cafe):
    before = keys(cafe)
    edited = replace(cafe, rounds=(Round(minutes=30), *cafe.rounds[1:]))
    edited = replace(edited, agenda=(*edited.agenda, line("fanfare", 1)))

    assert [key for key in keys(edited) if key != "line:fanfare"] == before


def test_a_line_of_a_round_that_is_gone_comes_at_the_end(cafe):
    assert keys(replace(cafe, agenda=(line("late", 9),)))[-1] == "line:late"


@pytest.mark.parametrize("minutes", [0, -5, 181])
def test_a_line_lasts_a_while_and_not_all_day(minutes):
    with pytest.raises(BadMinutes):
        line("a", 0, minutes=minutes)


@pytest.mark.parametrize("facts", [{"harvest": -1}, {"move": 61}, {"minutes": 0}])
def test_the_parts_of_a_round_have_their_bounds(facts):
    with pytest.raises(BadMinutes):
        Round(**facts)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_what_came_after_the_last_round_still_does(cafe, count):
    changed = cafe.with_rounds(count)
    steps = programme(changed)
    last = max(place for place, step in enumerate(steps) if step.kind is StepKind.TALK)

    assert len(changed.rounds) == count
    assert [step.name(ENGLISH) for step in steps[last + 2 :]] == [
        "Break",
        "Plenary",
        "Next steps and thanks",
    ]
    assert [step.name(ENGLISH) for step in steps[:2]] == ["Welcome", "Context and etiquette"]


def test_rounds_keep_their_minutes_when_others_come(cafe):
    first = replace(cafe, rounds=(Round(minutes=40), Round(minutes=25)))

    assert [r.minutes for r in first.with_rounds(4).rounds] == [40, 25, 25, 25]
    assert first.with_rounds(1).with_rounds(2).rounds[0].minutes == 40


def test_a_café_keeps_at_least_one_round(cafe):
    with pytest.raises(BadRounds):
        cafe.with_rounds(0)


def test_questions_stay_at_their_table_and_round(cafe):
    texts = ("A1", "A2", "A3", "B1", "B2", "B3")
    asked = replace(cafe, questions=Questions(mode=Mode.MATRIX, texts=texts))

    assert [asked.with_rounds(2).question(1, r) for r in range(2)] == ["B1", "B2"]
    assert [asked.with_rounds(4).question(1, r) for r in range(4)] == ["B1", "B2", "B3", ""]
    per_round = replace(cafe, questions=Questions(mode=Mode.PER_ROUND, texts=("A", "B", "C")))
    assert per_round.with_rounds(2).with_rounds(3).question(0, 2) == "C"


def test_a_plan_does_not_depend_on_the_agenda_or_the_checklist(cafe):
    other = replace(
        cafe, starts=time(9, 0), agenda=default_agenda(1), checked=frozenset({"purpose"})
    )

    assert basis(other, ()) == basis(cafe, ())


def test_a_line_moves_past_its_neighbour_and_past_a_round(cafe):
    edited = replace(cafe, agenda=(line("a", 0), line("b", 0)))

    assert keys(edited.with_line_moved(LineId("a"), 1))[:2] == ["line:b", "line:a"]
    passed = edited.with_line_moved(LineId("b"), 1)
    assert keys(passed)[:2] == ["line:a", "talk:0"]
    assert "line:b" in keys(passed)[3:5]


def test_the_next_of_a_series_is_another_café_of_the_same_design(cafe):
    held = replace(
        cafe, day=date(2026, 11, 26), checked=frozenset({"purpose"}), generation=3, version=7
    )
    following = held.next_of_series()

    assert following.id != held.id
    assert (following.day, following.checked) == (None, frozenset())
    assert (following.generation, following.version) == (1, 0)
    assert (following.title, following.agenda, following.rounds) == (
        held.title,
        held.agenda,
        held.rounds,
    )
