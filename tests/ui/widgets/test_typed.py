"""Dates and times of day as people type them."""

from datetime import date, time

import pytest

from wcafe.errors import BadDay, BadTime
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.widgets.dates import read_day, read_time, write_day


@pytest.fixture(params=["en", "fr"])
def language(request):
    words.use(words_for(request.param), request.param)
    yield request.param
    words.use(words_for("en"), "en")


@pytest.mark.parametrize(
    "typed",
    [
        "3/12/2026",
        " 03/12/2026 ",
        "03.12.26",
        "3-12-2026",
        "3 12 2026",
        "2026-12-03",
        "3 décembre 2026",
        "3 DEC. 2026",
        "3 December 2026",
        "3rd of December 2026",
        "December 3, 2026",
    ],
)
def test_a_date_is_read_in_the_forms_people_write(language, typed):
    assert read_day(typed) == date(2026, 12, 3)


def test_the_name_of_the_day_and_of_every_month_is_read(language):
    for month in range(1, 13):
        assert read_day(write_day(date(2028, month, 1))) == date(2028, month, 1)
    named = {"en": "Thursday 3 December 2026", "fr": "jeudi 3 décembre 2026"}
    assert read_day(named[language]) == date(2026, 12, 3)
    assert read_day("1er juillet 2027") == date(2027, 7, 1)


@pytest.mark.parametrize(
    "typed",
    ["soon", "31/02/2026", "3/13/2026", "3 ju 2026", "3 marche 2026", "3/12", "3/12/0206"],
)
def test_what_is_no_date_is_told_as_typed(language, typed):
    with pytest.raises(BadDay, match=typed):
        read_day(typed)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("14h", time(14)),
        ("14h30", time(14, 30)),
        ("14 h 30", time(14, 30)),
        ("14:30", time(14, 30)),
        ("9.30", time(9, 30)),
        ("9", time(9)),
        ("0:05", time(0, 5)),
        ("2:30 pm", time(14, 30)),
        ("12 am", time(0)),
    ],
)
def test_a_time_is_read_in_the_forms_people_write(typed, moment):
    assert read_time(typed) == moment


@pytest.mark.parametrize("typed", ["25:99", "24:00", "14:60", "noon", "14:3", "13 pm", "1430"])
def test_what_is_no_time_is_told_as_typed(typed):
    with pytest.raises(BadTime, match=typed):
        read_time(typed)
