"""The hours of the agenda that are known: an agenda has those of its first day alone."""

from collections.abc import Mapping
from datetime import date, time

from wcafe.domain.agenda import Step, programme
from wcafe.domain.cafe import Cafe


def known_hours(cafe: Cafe) -> Mapping[str, time]:
    """Return when each step begins, by its key; nothing from the first step of another day on."""
    steps = programme(cafe)
    hours: dict[str, time] = {}
    for step in steps:
        if _day_of(step, cafe) != _day_of(steps[0], cafe):
            break
        hours[step.key] = cafe.clock_time(step)
    return hours


def _day_of(step: Step, cafe: Cafe) -> date | None:
    """Return the day of a step: its round's, or that of the round before its line."""
    number = min(step.line.after, len(cafe.rounds)) - 1 if step.line else step.round or 0
    return cafe.rounds[max(number, 0)].day or cafe.day
