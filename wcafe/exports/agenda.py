"""The agenda as a calendar (.ics): each step with its hours, those of the clock in the room."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vText

from wcafe.domain.agenda import Step, StepKind, programme
from wcafe.domain.cafe import Cafe
from wcafe.domain.marks import round_title, table_title
from wcafe.errors import NoDayYet
from wcafe.i18n import Words


def agenda_calendar(cafe: Cafe, words: Words) -> bytes:
    """Return the steps of `cafe` as events of a calendar.

    Times float: they are those of the clock on the wall, wherever the calendar is read. The hours
    of an agenda are those of its first day. Rounds of another day are told by one event that
    takes that whole day and names no hour. An event keeps its id while the agenda is edited, and
    has the café's version as its sequence, so a newer file replaces what an older one said.

    Raises:
        NoDayYet: nobody said on which day the café takes place.
    """
    steps = programme(cafe)
    days = _days(cafe, steps)
    first = days[0]
    calendar = Calendar()
    calendar.add("prodid", "-//wcafe//agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(cafe.title))  # else its commas and line ends would count
    timed = next((n for n, day in enumerate(days) if day != first), len(days))
    for step in steps[:timed]:
        begins = datetime.combine(first, cafe.starts) + timedelta(minutes=step.starts)
        event = _event(cafe, step.key, first)
        event.add("summary", f"{_name(step, cafe, words)} · {cafe.title}")
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=step.minutes))
        _describe(event, _questions(step, cafe, words))
        calendar.add_component(event)
    later = list(zip(steps[timed:], days[timed:], strict=True))
    for other in dict.fromkeys(day for _step, day in later):
        there = [step for step, day in later if day == other]
        event = _event(cafe, f"day:{other.isoformat()}", first)
        event.add("summary", cafe.title)
        event.add("dtstart", other)
        event.add("dtend", other + timedelta(days=1))
        _describe(event, (_name(step, cafe, words) for step in there))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _days(cafe: Cafe, steps: Iterable[Step]) -> list[date]:
    """Return the day of each step: its round's, or that of the round before its line."""
    of_round = [each.day or cafe.day for each in cafe.rounds]
    days = []
    for step in steps:
        number = min(step.line.after, len(of_round)) - 1 if step.line else step.round or 0
        day = of_round[number] if number >= 0 else cafe.day or of_round[0]
        if day is None:
            raise NoDayYet
        days.append(day)
    return days


def _event(cafe: Cafe, key: str, first: date) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'wcafe/{cafe.id}/{key}')}@wcafe")
    event.add("dtstamp", datetime.combine(first, cafe.starts, UTC))
    event.add("sequence", cafe.version)
    if cafe.place:
        event.add("location", cafe.place)
    return event


def _describe(event: Event, lines: Iterable[str]) -> None:
    if text := "\n".join(lines):
        event.add("description", text)


def _name(step: Step, cafe: Cafe, words: Words) -> str:
    if step.kind is StepKind.TALK and step.round is not None:
        return round_title(step.round, cafe.round_at(step.round), words)
    return step.name(words)


def _questions(step: Step, cafe: Cafe, words: Words) -> Iterable[str]:
    """Yield what people talk about in a round: one question, or each with its table."""
    if step.kind is not StepKind.TALK or step.round is None:
        return
    tables = range(max(len(cafe.tables), 1))
    asked = [cafe.question(table, step.round) for table in tables]
    if len(set(asked)) == 1:
        yield from filter(None, asked[:1])
        return
    for table, question in zip(tables, asked, strict=True):
        if question:
            title = table_title(table, cafe.table_name(table), words)
            yield words.gettext("{table}: {question}").format(table=title, question=question)
