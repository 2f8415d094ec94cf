"""The hard rules as they were asked for, each demand by itself, and the problem without it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from wcafe.i18n import N_
from wcafe.solver.problem import Group, Guest, Pin, Problem
from wcafe.solver.solution import Demand

Without = Callable[[Problem], Problem]


@dataclass(frozen=True, slots=True)
class Clause:
    """One demand of a problem, and how the problem is without it."""

    demand: Demand
    without: Without = field(repr=False)


def clauses_of_distinct_tables(problem: Problem) -> Iterator[Clause]:
    """One for the whole café."""
    if problem.distinct_tables:
        sentence = N_("Nobody sits at a table twice (rounds: {rounds}, tables: {tables}).")
        facts = {"rounds": problem.rounds, "tables": len(problem.tables)}
        demand = Demand("distinct_tables", (), (), sentence, facts)
        yield Clause(demand, lambda p: replace(p, distinct_tables=False))


def clauses_of_return_home(problem: Problem) -> Iterator[Clause]:
    """One for the whole café."""
    if problem.return_home:
        demand = Demand("return_home", (), (), N_("Everybody returns to the first table."))
        yield Clause(demand, lambda p: replace(p, return_home=False))


def clauses_of_carousel(problem: Problem) -> Iterator[Clause]:
    """One for the whole café."""
    if problem.carousel:
        demand = Demand("carousel", (), (), N_("Whole tables move on together."))
        yield Clause(demand, lambda p: replace(p, carousel=False))


def clauses_of_hand_over(problem: Problem) -> Iterator[Clause]:
    """One for the whole café."""
    if problem.host_mode == "hand_over":
        demand = Demand("hand_over", (), (), N_("Somebody willing stays on to host each table."))
        yield Clause(demand, lambda p: replace(p, host_mode="none"))


def clauses_of_shared_language(problem: Problem) -> Iterator[Clause]:
    """One for the whole café."""
    if any(guest.languages for guest in problem.people):
        sentence = N_("All at a table have a language in common.")
        demand = Demand("shared_language", (), (), sentence)
        yield Clause(demand, partial(_for_guests, None, _without_languages))


def clauses_of_sizes(problem: Problem) -> Iterator[Clause]:
    """The limits of each table, and when it is closed."""
    for t, table in enumerate(problem.tables):
        sentence = N_("Table {tables} takes from {least} to {most} people.")
        facts = {"tables": str(t + 1), "least": table.fewest, "most": table.most}
        yield Clause(Demand("sizes", (), (), sentence, facts), partial(_without_limits, t))
        if table.closed:
            sentence = (
                N_("Table {tables} is closed in round {round}.")
                if len(table.closed) == 1
                else N_("Table {tables} is closed in rounds {round}.")
            )
            demand = Demand("closed", (), tuple(sorted(table.closed)), sentence, {"tables": t + 1})
            yield Clause(demand, partial(_without_closing, t))


def clauses_of_apart(problem: Problem) -> Iterator[Clause]:
    """One a group."""
    for group in problem.apart:
        demand = Demand("apart", group.ids, _told(group), N_("{person} are kept apart."))
        yield Clause(demand, partial(_without_apart, group))


def clauses_of_together(problem: Problem) -> Iterator[Clause]:
    """One a group."""
    for group in problem.together:
        demand = Demand("together", group.ids, _told(group), N_("{person} sit together."))
        yield Clause(demand, partial(_without_together, group))


def clauses_of_pins(problem: Problem) -> Iterator[Clause]:
    """One a pin."""
    there = {guest.id: guest.present for guest in problem.people}
    for pin in problem.pins:
        attended = there[pin.id]
        sentence = (
            N_("{person} is pinned to table {table} in round {round}.")
            if attended is None or pin.round in attended
            else N_("{person} is pinned to table {table} in round {round} and does not attend it.")
        )
        demand = Demand("pins", (pin.id,), (pin.round,), sentence, {"table": pin.table + 1})
        yield Clause(demand, partial(_without_pin, pin))


def clauses_of_hosts(problem: Problem) -> Iterator[Clause]:
    """One a host who stays."""
    if problem.host_mode == "stay":
        for host, hosted in problem.hosts.items():
            facts = {"table": hosted + 1}
            demand = Demand("hosts", (host,), (), N_("{person} hosts table {table}."), facts)
            yield Clause(demand, partial(_without_host, host))


def clauses_of_guests(problem: Problem) -> Iterator[Clause]:
    """Person by person: the table they stay at, and what it has to offer."""
    for guest in problem.people:
        if guest.fixed_table is not None:
            sentence = N_("{person} stays at table {table}.")
            stay: dict[str, object] = {"table": guest.fixed_table + 1}
            demand = Demand("fixed_table", (guest.id,), (), sentence, stay)
            yield Clause(demand, partial(_for_guests, guest.id, _without_fixed_table))
        if guest.needs:
            sentence = N_("{person} sits only where a table offers: {needs}.")
            wish: dict[str, object] = {"needs": ", ".join(sorted(guest.needs))}
            demand = Demand("needs", (guest.id,), (), sentence, wish)
            yield Clause(demand, partial(_for_guests, guest.id, _without_needs))


def _told(group: Group) -> tuple[int, ...]:
    return tuple(sorted(group.rounds)) if group.rounds is not None else ()


def _without_languages(guest: Guest) -> Guest:
    return replace(guest, languages=frozenset())


def _without_fixed_table(guest: Guest) -> Guest:
    return replace(guest, fixed_table=None)


def _without_needs(guest: Guest) -> Guest:
    return replace(guest, needs=frozenset())


def _for_guests(who: str | None, change: Callable[[Guest], Guest], problem: Problem) -> Problem:
    people = (change(g) if who in (None, g.id) else g for g in problem.people)
    return replace(problem, people=tuple(people))


def _without_limits(t: int, problem: Problem) -> Problem:
    tables = list(problem.tables)
    tables[t] = replace(tables[t], fewest=0, most=len(problem.people))
    return replace(problem, tables=tuple(tables))


def _without_closing(t: int, problem: Problem) -> Problem:
    tables = list(problem.tables)
    tables[t] = replace(tables[t], closed=frozenset())
    return replace(problem, tables=tuple(tables))


def _without_apart(gone: Group, problem: Problem) -> Problem:
    return replace(problem, apart=tuple(one for one in problem.apart if one is not gone))


def _without_together(gone: Group, problem: Problem) -> Problem:
    return replace(problem, together=tuple(one for one in problem.together if one is not gone))


def _without_pin(gone: Pin, problem: Problem) -> Problem:
    return replace(problem, pins=tuple(one for one in problem.pins if one is not gone))


def _without_host(gone: str, problem: Problem) -> Problem:
    hosts = {person: table for person, table in problem.hosts.items() if person != gone}
    return replace(problem, hosts=hosts)
