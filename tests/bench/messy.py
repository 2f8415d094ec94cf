"""Random messy cafés: unequal tables and every rule at once, each by its seed."""

import random

from wcafe.solver import Group, Guest, Pin, Problem, TableSpec


def messy(seed: int) -> Problem:
    """Return a café of 8–25 tables whose rules can be kept."""
    chance = random.Random(seed)
    tables = chance.choice([8, 10, 12, 15, 18, 20, 25])
    rounds = chance.choice([3, 4, 5])
    sizes = [chance.choice([4, 5, 6, 6]) for _table in range(tables)]
    people = sum(sizes) - chance.randint(0, tables // 2)
    ids = [str(n) for n in range(people)]
    free = chance.sample(ids, people)

    def take(number: int) -> tuple[str, ...]:
        return tuple(free.pop() for _one in range(number))

    host_mode = chance.choice(["stay", "stay", "none"])
    hosts = {h: t for t, h in enumerate(take(tables))} if host_mode == "stay" else {}
    apart = tuple(Group(ids=take(2)) for _pair in range(max(2, people // 20)))
    spans = [None, None, None, frozenset({0}), frozenset(range(rounds - 1))]
    sizes_together = (chance.choice([3, 4]), 3, 2, 2)
    together = tuple(Group(ids=take(n), rounds=chance.choice(spans)) for n in sizes_together)
    fixed = {person: chance.randrange(tables) for person in take(2)}
    needs = dict.fromkeys(take(3), frozenset({"ramp"}))
    present = dict.fromkeys(take(people // 20), frozenset(range(1, rounds)))
    present |= dict.fromkeys(take(2), frozenset(range(rounds - 1)))
    speaks = {person: frozenset({chance.choice(["fr", "en"])}) for person in take(2)}
    pins = tuple(
        Pin(id=person, round=chance.randrange(1, rounds), table=chance.randrange(tables))
        for person in take(3)
    )
    guests = tuple(
        Guest(
            id=person,
            attributes={"role": chance.choice("abcd"), "region": chance.choice("xyyz")},
            present=present.get(person),
            needs=needs.get(person, frozenset()),
            fixed_table=fixed.get(person),
            languages=speaks.get(person, chance.choice([frozenset(), frozenset({"fr", "en"})])),
        )
        for person in ids
    )
    specs = tuple(
        TableSpec(
            most=size,
            fewest=chance.choice([0, 2, 3]),
            features=frozenset({"ramp"} if t % 3 == 0 or t < rounds + 2 else ()),
        )
        for t, size in enumerate(sizes)
    )
    return Problem(
        rounds=rounds,
        tables=specs,
        people=guests,
        host_mode=host_mode,
        hosts=hosts,
        distinct_tables=True,
        return_home=chance.random() < 0.2,
        apart=apart,
        together=together,
        pins=pins,
        balance={"role": 1.0, "region": 2.0},
    )
