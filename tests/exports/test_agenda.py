"""The agenda as a calendar: read back as it was planned, whatever people wrote into it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import icalendar
import pytest

from tests.exports.harvests import café, nothing_said
from wcafe.domain.agenda import Line, LineId, LineKind, Round, programme
from wcafe.domain.cafe import Mode, Questions
from wcafe.errors import NoDayYet
from wcafe.exports import exported
from wcafe.exports.agenda import agenda_calendar
from wcafe.i18n import words_for

FRENCH = words_for("fr")
DAY = date(2026, 11, 26)


def events(cafe):
    return icalendar.Calendar.from_ical(agenda_calendar(cafe, FRENCH)).walk("VEVENT")


def test_each_step_is_an_event_at_the_hour_of_the_clock_on_the_wall():
    cafe = café()
    steps = programme(cafe)
    read = events(cafe)

    assert [(each["dtstart"].dt, each["dtend"].dt) for each in read] == [
        (
            begins := datetime.combine(DAY, cafe.clock_time(step)),
            begins + timedelta(minutes=step.minutes),
        )
        for step in steps
    ]
    assert all(each["dtstart"].dt.tzinfo is None for each in read)  # it floats
    assert [str(each["summary"]) for each in read][:3] == [
        "Accueil · Notre rue, demain",
        "Cadre et étiquette · Notre rue, demain",
        "Ronde 1 · Notre rue, demain",
    ]
    assert {str(each["location"]) for each in read} == {"Dinan ; salle 2, étage 1"}
    assert [str(each["description"]) for each in read if "description" in each] == [
        "Que garder, ici ?",
        "Et après ?",
    ]


def test_where_tables_have_questions_of_their_own_each_is_told_with_its_table():
    asked = Questions(mode=Mode.PER_TABLE, texts=("Eau ?", "", "Ombre ?"))

    told = [str(e["description"]) for e in events(café(questions=asked)) if "description" in e]

    assert told == ["Table 1 · Jardin\u00a0: Eau ?\nTable 3 · Cour\u00a0: Ombre ?"] * 2


def test_without_a_day_there_is_no_calendar_and_one_sentence():
    with pytest.raises(NoDayYet) as told:
        exported("ics", nothing_said(day=None), what="agenda")

    assert "calendrier" in told.value.describe(FRENCH)


def test_a_day_that_only_the_rounds_have_will_do():
    rounds = (Round(day=DAY), Round(day=DAY))

    read = events(café(day=None, rounds=rounds))

    assert {each["dtstart"].dt.date() for each in read} == {DAY}


def test_hours_of_another_day_are_not_invented():
    """The agenda counts on from its first day; what begins the next morning nobody knows."""
    second = date(2026, 11, 28)
    rounds = (Round(name="Vendredi"), Round(name="Dimanche", day=second))

    *first, later = events(café(rounds=rounds))

    assert {each["dtstart"].dt.date() for each in first} == {DAY}
    assert (later["dtstart"].dt, later["dtend"].dt) == (second, second + timedelta(days=1))
    assert "Ronde 2 · Dimanche" in str(later["description"])
    assert "Suites et remerciements" in str(later["description"])
    told = sum(len(str(each.get("description", "")).splitlines()) for each in (later,))
    assert len(first) + told == len(programme(café(rounds=rounds)))  # each step once


def test_an_event_keeps_its_id_while_the_agenda_is_edited_and_its_number_goes_up():
    before = café(version=3)
    later = replace(before, starts=time(9), title="Autre", version=4, agenda=before.agenda[::-1])

    def told(cafe):
        return {str(each["uid"]): int(each["sequence"]) for each in events(cafe)}

    assert told(before).keys() == told(later).keys()
    assert set(told(before).values()) == {3}
    assert set(told(later).values()) == {4}
    assert told(before).keys().isdisjoint(told(replace(before, id="other")))
    assert agenda_calendar(before, FRENCH) == agenda_calendar(before, FRENCH)


@pytest.mark.parametrize(
    "hostile",
    [
        "END:VEVENT\nBEGIN:VALARM\nACTION:AUDIO",
        "a\r\nATTACH:http://evil.test/x",
        "\\n; \\, \\; ,,;;::",
        '"ALTREP="http://evil.test"',
        "é" * 300,
        "\u2028URL:http://evil.test",
    ],
)
def test_what_people_wrote_is_text_and_no_line_of_the_calendar(hostile):
    line = Line(id=LineId("x"), kind=LineKind.OTHER, title=hostile, minutes=5, after=0)
    questions = Questions(texts=(hostile,))
    cafe = café(title=hostile, place=hostile, agenda=(line,), questions=questions)
    content = agenda_calendar(cafe, FRENCH)

    read = events(cafe)

    plain = {name for each in events(café()) for name in each}
    assert {name for each in read for name in each} <= plain
    assert all(not each.subcomponents for each in read)
    assert all(len(each) <= 75 for each in content.split(b"\r\n"))
    said = hostile.replace("\r\n", "\n")
    assert said in str(read[0]["summary"])
    assert str(read[0]["location"]) == said
    assert said in [str(each.get("description")) for each in read]
