"""The parts of a café for each of which people sign: a half-day, a day, or all of it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from wcafe.domain.agenda import programme
from wcafe.domain.cafe import Cafe

_NOON, _LATE = time(12), time(14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a café: its day where there are several, which half of the day it is.

    `is_morning` is None for a part that is no half-day.
    """

    day: date | None = None
    is_morning: bool | None = None


def parts_of(cafe: Cafe) -> tuple[Part, ...]:
    """Return the parts of `cafe`, as far as its agenda tells them apart.

    Rounds on several days make a part a day. Else what begins before noon and goes on until two
    o'clock or later has two halves, and all else is one part.
    """
    if len(days := _days(cafe)) > 1:
        return tuple(Part(day=day) for day in days)
    if cafe.starts < _NOON and minutes_of(cafe) >= _minute(_LATE) - _minute(cafe.starts):
        return Part(is_morning=True), Part(is_morning=False)
    return (Part(),)


def minutes_of(cafe: Cafe) -> int:
    """Return how long `cafe` takes by its agenda, from the first step to the end of the last."""
    last = programme(cafe)[-1]
    return last.starts + last.minutes


def hours_of(cafe: Cafe) -> str:
    """Return when `cafe` begins and ends by its agenda, such as “14:00–16:30”.

    Nothing where it goes over several days: an agenda has the hours of its first one.
    """
    if len(_days(cafe)) > 1:
        return ""
    ends = datetime.combine(date.min, cafe.starts) + timedelta(minutes=minutes_of(cafe))
    return f"{cafe.starts:%H:%M}–{ends:%H:%M}"


def _days(cafe: Cafe) -> list[date]:
    return sorted({each.day for each in cafe.rounds if each.day is not None})


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
