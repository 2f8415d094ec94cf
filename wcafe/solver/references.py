"""Is everybody, every table and every round there that a problem refers to?"""

from collections.abc import Iterable, Iterator

from wcafe.errors import BadProblem
from wcafe.i18n import N_
from wcafe.solver.problem import Problem


class IdTwice(BadProblem):
    """Nobody could say which of the two is meant."""

    template = N_("Two people have the id “{person}”. Give each their own; nothing was solved.")


class NobodyOfThatId(BadProblem):
    """A rule about somebody who is not among the people."""

    template = N_(
        "The problem names “{person}” ({key}), and nobody has that id. Nothing was solved."
    )


class NamedTwice(BadProblem):
    """A rule that binds somebody to himself."""

    template = N_("The problem names “{person}” twice ({key}). Nothing was solved.")


class RoundNotThere(BadProblem):
    """A rule about a round beyond the last."""

    template = N_(
        "The problem names round {number} ({key}), and it has {rounds}. Nothing was solved."
    )


class TableNotThere(BadProblem):
    """A rule about a table that is not in the room."""

    template = N_(
        "The problem names table {number} ({key}), and it has {tables}. Nothing was solved."
    )


class OtherPeopleBefore(BadProblem):
    """Earlier seats of other people than these."""

    template = N_(
        "A round of the earlier plan ({key}) has not a seat for each: seats {places}, "
        "people {people}. "
        "Nothing was solved."
    )


def check_references(problem: Problem) -> None:
    """Raise BadProblem for the first that is not there; it says where and what."""
    for fault in _faults(problem):
        raise fault


def _faults(problem: Problem) -> Iterator[BadProblem]:
    ids: set[str] = set()
    for guest in problem.people:
        if guest.id in ids:
            yield IdTwice(key="people", person=guest.id)
        ids.add(guest.id)
    for place, table in enumerate(problem.tables):
        yield from _rounds(problem, f"tables[{place}].closed", table.closed)
    for person, hosted in problem.hosts.items():
        yield from _people(ids, "hosts.tables", [person])
        yield from _tables(problem, "hosts.tables", [hosted])
    for place, guest in enumerate(problem.people):
        if guest.fixed_table is not None:
            yield from _tables(problem, f"people[{place}].fixed_table", [guest.fixed_table])
        if guest.present is not None:
            yield from _rounds(problem, f"people[{place}].present", guest.present)
    for rule, groups in (("apart", problem.apart), ("together", problem.together)):
        for place, group in enumerate(groups):
            yield from _people(ids, f"{rule}[{place}]", group.ids)
            yield from _rounds(problem, f"{rule}[{place}]", group.rounds)
    for place, pin in enumerate(problem.pins):
        yield from _people(ids, f"pins[{place}]", [pin.id])
        yield from _rounds(problem, f"pins[{place}]", [pin.round])
        yield from _tables(problem, f"pins[{place}]", [pin.table])
    for place, (one, other, _times) in enumerate(problem.met_before):
        yield from _people(ids, f"met_before[{place}]", [one, other])
    yield from _faults_of_a_repair(problem)


def _faults_of_a_repair(problem: Problem) -> Iterator[BadProblem]:
    yield from _rounds(problem, "from_round", [problem.from_round])
    previous = problem.previous
    if previous is None:
        if problem.from_round > 0:
            yield BadProblem(key="from_round")
        return
    if len(previous) != problem.rounds:
        yield BadProblem(key="previous")
    for r, row in enumerate(previous):
        if len(row) != len(problem.people):
            yield OtherPeopleBefore(
                key=f"previous[{r}]", places=len(row), people=len(problem.people)
            )
        yield from _tables(problem, f"previous[{r}]", row)


def _people(ids: set[str], key: str, named: Iterable[str]) -> Iterator[BadProblem]:
    seen: set[str] = set()
    for person in named:
        if person not in ids:
            yield NobodyOfThatId(key=key, person=person)
        if person in seen:
            yield NamedTwice(key=key, person=person)
        seen.add(person)


def _rounds(problem: Problem, key: str, named: Iterable[int] | None) -> Iterator[BadProblem]:
    for round_ in named or ():
        if not 0 <= round_ < problem.rounds:
            yield RoundNotThere(key=key, number=round_ + 1, rounds=problem.rounds)


def _tables(problem: Problem, key: str, named: Iterable[int | None]) -> Iterator[BadProblem]:
    for table in named:
        if table is not None and not 0 <= table < len(problem.tables):
            yield TableNotThere(key=key, number=table + 1, tables=len(problem.tables))
