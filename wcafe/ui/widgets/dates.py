"""Dates and times of day as people type them, read in the language of the desk."""

import re
from datetime import date, time

from PySide6.QtCore import QDate, QLocale

from wcafe.domain.text import fold, one_line
from wcafe.errors import BadDay, BadTime

_FIGURES = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})\s*(?:er|st|nd|rd|th)?\.?\s*(?:of )?([^\W\d]+)\.?,?\s*(\d{4})")
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})\s*(?:(?:h|:|\.|heures?)\s*(\d{2})?)?\s*(?:min|mn)?\s*([ap]m)?")
_LEAST_LETTERS = 3  # of the name of a month


def read_day(text: str) -> date:
    """Return the date that `text` means, the day before the month as in `ui.words`.

    Raises:
        BadDay: it means none, or one outside 2000 to 2099.
    """
    words = _without_weekday(fold(one_line(text)))
    if found := _FIGURES.fullmatch(words):
        day, month, year = map(int, found.groups())
    elif found := _YEAR_FIRST.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _DAY_MONTH.fullmatch(words):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := _MONTH_DAY.fullmatch(words):
        month, day, year = _month(found[1]), int(found[2]), int(found[3])
    else:
        raise BadDay(typed=one_line(text))
    year += 2000 if year < 100 else 0
    if not (QDate.isValid(year, month, day) and 2000 <= year < 2100):
        raise BadDay(typed=one_line(text))
    return date(year, month, day)


def write_day(day: date) -> str:
    """Return `day` as the language of the desk writes it; `read_day` reads it again."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def read_time(text: str) -> time:
    """Return the time of day that `text` means.

    Raises:
        BadTime: it means none.
    """
    found = _CLOCK.fullmatch(fold(one_line(text)))
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if found and found[3]:
        hour = hour % 12 + 12 * (found[3] == "pm") if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise BadTime(typed=one_line(text))
    return time(hour, minute)


def write_time(moment: time) -> str:
    return f"{moment:%H:%M}"


def _without_weekday(words: str) -> str:
    """Return folded `words` without the name of a day at their start; the date says more."""
    first, _blank, rest = words.partition(" ")
    first = first.strip(".,")
    names = (fold(QLocale().dayName(day)) for day in range(1, 8))
    if len(first) >= _LEAST_LETTERS and any(name.startswith(first) for name in names):
        return rest
    return words


def _month(word: str) -> int:
    """Return the number of the month that `word`, folded, starts the name of; 0 for none.

    English names are read at a French desk and the other way round: no two of them clash.
    """
    months = {
        month
        for locale in (QLocale("fr"), QLocale("en"))
        for month in range(1, 13)
        if fold(locale.standaloneMonthName(month)).startswith(word)
    }
    return months.pop() if len(word) >= _LEAST_LETTERS and len(months) == 1 else 0
