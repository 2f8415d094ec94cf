"""The hard rules, one function each: who breaks it, when, and why.

Each takes the model and seats of shape (R, P), `NOBODY` where absent, and looks at the
rounds from `from_round` on: what is past is past. They are plain on purpose, as they
judge what the search and the constructions make.
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from wcafe.i18n import N_
from wcafe.solver.model import NOBODY, Bools, Ints, Model
from wcafe.solver.problem import Group
from wcafe.solver.solution import Violation


def presence(model: Model, seats: Ints) -> Iterator[Violation]:
    """A person is seated in the rounds attended, and only in those."""
    for r in _rounds(model):
        for p in _where((seats[r] != NOBODY) != model.present[r]):
            sentence = (
                N_("{person} attends round {round} and has no seat in it.")
                if model.present[r, p]
                else N_("{person} has a seat in round {round} and does not attend it.")
            )
            yield _violation(model, "presence", [p], [r], sentence)


def sizes(model: Model, seats: Ints) -> Iterator[Violation]:
    """A table that is used holds no fewer and no more people than its limits."""
    fewest = np.array([table.fewest for table in model.problem.tables])
    for r in _rounds(model):
        numbers = np.bincount(seats[r][seats[r] != NOBODY], minlength=model.tables)
        if not ((numbers > 0) & ((numbers < fewest) | (numbers > model.room[r]))).any():
            continue
        for t, here in _tables(seats[r]).items():
            least, most = int(fewest[t]), int(model.room[r, t])
            if not least <= len(here) <= most:
                sentence = N_(
                    "People at table {table} in round {round}: {number}. "
                    "It takes from {least} to {most}."
                )
                facts = {"table": t + 1, "number": len(here), "least": least, "most": most}
                yield _violation(model, "sizes", here, [r], sentence, **facts)


def hosts(model: Model, seats: Ints) -> Iterator[Violation]:
    """A host who stays sits at the hosted table in every round attended."""
    if model.problem.host_mode == "stay":
        sentence = N_("{person} hosts table {table} and sits elsewhere in round {round}.")
        for person, table in model.problem.hosts.items():
            yield from _elsewhere(model, seats, "hosts", sentence, person, table)


def fixed_table(model: Model, seats: Ints) -> Iterator[Violation]:
    """A person who cannot move sits at the same fixed table in every round."""
    sentence = N_("{person} stays at table {table} and sits elsewhere in round {round}.")
    for guest in model.problem.people:
        if guest.fixed_table is not None:
            table = guest.fixed_table
            yield from _elsewhere(model, seats, "fixed_table", sentence, guest.id, table)


def pins(model: Model, seats: Ints) -> Iterator[Violation]:
    """A pinned person sits where the organiser said, and so has to be there."""
    for pin in model.problem.pins:
        p, r = model.index[pin.id], pin.round
        if r not in _rounds(model) or seats[r, p] == pin.table:
            continue
        sentence = (
            N_("{person} is pinned to table {table} in round {round} and does not attend it.")
            if seats[r, p] == NOBODY
            else N_("{person} is pinned to table {table} in round {round} and sits elsewhere.")
        )
        yield _violation(model, "pins", [p], [r], sentence, table=pin.table + 1)


def hand_over(model: Model, seats: Ints) -> Iterator[Violation]:
    """At each table used in two rounds running, somebody willing stays on to welcome."""
    if model.problem.host_mode != "hand_over":
        return
    for r in _rounds(model):
        if r == 0:
            continue
        stayed = _willing_who_stayed(model, seats, r)
        before = _tables(seats[r - 1])
        for t, here in _tables(seats[r]).items():
            if t in before and not stayed.get(t):
                sentence = N_("Nobody willing stays at table {table} to host it in round {round}.")
                yield _violation(model, "hand_over", here, [r], sentence, table=t + 1)


def distinct_tables(model: Model, seats: Ints) -> Iterator[Violation]:
    """A traveller never sits at the same table twice, save for returning home."""
    problem = model.problem
    if not problem.distinct_tables:
        return
    last = model.rounds - 1
    hosting = _hosting(model, seats)
    for p in _where(model.roams & _comes_back(seats)):
        seen: set[int] = set()
        for r in range(model.rounds):
            t = int(seats[r, p])
            if t == NOBODY or not model.present[r, p]:
                continue  # a seat nobody comes to is a matter of presence alone
            if problem.return_home and r == last and r > 0:
                continue
            if t in seen and r >= problem.from_round and (r, p) not in hosting:
                sentence = N_("{person} is at table {table} again in round {round}.")
                yield _violation(model, "distinct_tables", [p], [r], sentence, table=t + 1)
            seen.add(t)


def apart(model: Model, seats: Ints) -> Iterator[Violation]:
    """People to keep apart never share a table."""
    for group in model.problem.apart:
        for r, here in _gatherings(model, seats, group):
            for people in here.values():
                if len(people) > 1:
                    sentence = N_(
                        "{person} are to be kept apart and share a table in round {round}."
                    )
                    yield _violation(model, "apart", people, [r], sentence)


def together(model: Model, seats: Ints) -> Iterator[Violation]:
    """People to keep together share a table whenever they attend."""
    for group in model.problem.together:
        for r, here in _gatherings(model, seats, group):
            if len(here) > 1:
                people = [p for some in here.values() for p in some]
                sentence = N_("{person} are to sit together and do not in round {round}.")
                yield _violation(model, "together", people, [r], sentence)


def shared_language(model: Model, seats: Ints) -> Iterator[Violation]:
    """All at a table have a language in common; who named none speaks any."""
    people = model.problem.people
    if not any(guest.languages for guest in people):
        return
    for r in _rounds(model):
        for t, here in _tables(seats[r]).items():
            spoken = [people[p].languages for p in here if people[p].languages]
            if spoken and not frozenset.intersection(*spoken):
                sentence = N_("Table {table} has no language in common in round {round}.")
                yield _violation(model, "shared_language", here, [r], sentence, table=t + 1)


def needs(model: Model, seats: Ints) -> Iterator[Violation]:
    """A person sits only where the table offers what the person needs."""
    sentence = N_("Table {table} does not offer what {person} needs (round {round}).")
    for r in _rounds(model):
        is_met = model.allowed[np.arange(model.people), seats[r]]
        for p in _where((seats[r] != NOBODY) & ~is_met):
            yield _violation(model, "needs", [p], [r], sentence, table=int(seats[r, p]) + 1)


def return_home(model: Model, seats: Ints) -> Iterator[Violation]:
    """In the last round everybody is back at the table of the first."""
    last = model.rounds - 1
    if not model.problem.return_home or last == 0:
        return
    both = (seats[0] != NOBODY) & (seats[last] != NOBODY)
    for p in _where(both & (seats[0] != seats[last])):
        sentence = N_("{person} does not return to table {table} in round {round}.")
        yield _violation(model, "return_home", [p], [last], sentence, table=int(seats[0, p]) + 1)


def carousel(model: Model, seats: Ints) -> Iterator[Violation]:
    """A whole table of travellers moves on together, to the next table."""
    if not model.problem.carousel:
        return
    for r in _rounds(model):
        if r == 0:
            continue
        both = model.roams & (seats[r - 1] != NOBODY) & (seats[r] != NOBODY)
        late = both & ((seats[r - 1] + 1) % model.tables != seats[r])
        for p in _where(late):
            sentence = N_("{person} does not move on with the table in round {round}.")
            yield _violation(model, "carousel", [p], [r], sentence)


def _where(holds: Bools) -> list[int]:
    return [int(place) for place in np.flatnonzero(holds)]


def _comes_back(seats: Ints) -> Bools:
    """Return who is at one table in two rounds or more; shape (P,)."""
    ordered = np.sort(seats, axis=0)
    return np.asarray(((ordered[1:] == ordered[:-1]) & (ordered[1:] != NOBODY)).any(axis=0), bool)


def _rounds(model: Model) -> range:
    return range(model.problem.from_round, model.rounds)


def _tables(row: Ints) -> dict[int, list[int]]:
    """Return the people at each used table of one round."""
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for p, t in enumerate(row.tolist()):
        if t != NOBODY:
            tables[t].append(p)
    return tables


def _gatherings(
    model: Model, seats: Ints, group: Group
) -> Iterator[tuple[int, dict[int, list[int]]]]:
    """Yield, for each round a group is about, its members at each table."""
    members = np.array(model.members(group), int)
    for r in model.rounds_of(group):
        if r >= model.problem.from_round:
            here = _tables(seats[r, members])
            yield r, {t: [int(members[k]) for k in some] for t, some in here.items()}


def _elsewhere(
    model: Model, seats: Ints, rule: str, sentence: str, person: str, table: int
) -> Iterator[Violation]:
    p = model.index[person]
    for r in _rounds(model):
        if seats[r, p] not in (NOBODY, table):
            yield _violation(model, rule, [p], [r], sentence, table=table + 1)


def _willing_who_stayed(model: Model, seats: Ints, round_: int) -> dict[int, list[int]]:
    """Return who of the willing sits at the same table as in the round before."""
    willing = np.array([guest.willing for guest in model.problem.people], bool)
    if not willing.any():
        willing[:] = True  # nobody said so, so anyone may be asked
    here = seats[round_] == seats[round_ - 1]
    return _tables(np.where(here & willing, seats[round_], NOBODY))


def _hosting(model: Model, seats: Ints) -> set[tuple[int, int]]:
    """Return the round and the one person who stays on to host, where hosting is handed over."""
    if model.problem.host_mode != "hand_over":
        return set()
    return {
        (r, staying[0])
        for r in range(1, model.rounds)
        for staying in _willing_who_stayed(model, seats, r).values()
    }


def _violation(
    model: Model, rule: str, who: list[int], rounds: list[int], sentence: str, **facts: object
) -> Violation:
    ids = tuple(model.problem.people[p].id for p in who)
    return Violation(
        rule=rule, who=ids, rounds=tuple(map(int, rounds)), template=sentence, facts=facts
    )
