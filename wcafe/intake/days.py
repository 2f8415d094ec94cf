"""Days that are written in words or figures, read only where there is no doubt which day it is."""

import re
from datetime import date

from wcafe.domain.text import fold

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "janvier janv january jan",
            "fevrier fevr fev february feb",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre sept september sep",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for word in words.split()
}
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "lundi lun monday mon",
            "mardi tuesday tue",
            "mercredi mer wednesday wed",
            "jeudi jeu thursday thu",
            "vendredi ven friday fri",
            "samedi sam saturday sat",
            "dimanche dim sunday sun",
        )
    )
    for word in words.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_WORD = re.compile(r"[a-z]+|\d+")
_FILLERS = frozenset({"le", "the", "of", "du", "er", "st", "nd", "rd", "th", "de", "on"})


def is_about_a_day(cell: str) -> bool:
    """Does `cell` name a day, whether or not it says of which year?

    >>> is_about_a_day("Vendredi 23 septembre"), is_about_a_day("Table 3")
    (True, False)
    """
    folded = fold(cell)
    words = [word.rstrip(".") for word in _WORD.findall(folded)]
    is_dated = any(word in _MONTHS for word in words) and any(word.isdigit() for word in words)
    return is_dated or bool(_ISO.fullmatch(folded) or _FIGURES.fullmatch(folded))


def read_day(cell: str) -> date | None:
    """Return the day that `cell` says and nothing but a day; None where there is any doubt.

    >>> read_day("Vendredi 23 septembre 2022"), read_day("September 23, 2022")
    (datetime.date(2022, 9, 23), datetime.date(2022, 9, 23))
    >>> read_day("05/06/2022"), read_day("Jeudi 23 septembre 2022"), read_day("23 septembre")
    (None, None, None)
    """
    folded = fold(cell)
    if found := _ISO.fullmatch(folded):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(folded):
        first, second, year = map(int, found.groups())
        if first > 12 or first == second:
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None
    return _read_words(_WORD.findall(folded))


def _read_words(words: list[str]) -> date | None:
    """Return the day that a month, a day and a year say in any order, and that is its weekday."""
    months, weekdays, days, years = [], [], [], []
    for word in words:
        if word in _MONTHS:
            months.append(_MONTHS[word])
        elif word in _WEEKDAYS:
            weekdays.append(_WEEKDAYS[word])
        elif word.isdigit() and len(word) == 4:
            years.append(int(word))
        elif word.isdigit() and len(word) <= 2:
            days.append(int(word))
        elif word not in _FILLERS:
            return None
    if not len(months) == len(days) == len(years) == 1:
        return None
    day = _day(years[0], months[0], days[0])
    return day if day and all(day.weekday() == weekday for weekday in weekdays) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
