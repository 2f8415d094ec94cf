"""Small problems with people who come late, leave or skip a round, and repairs after any past.

They are parsed JSON, with few enough plans that `oracle.least_of_all` looks at all of them.
"""

from tests.solver.oracle import plans_at_most


def a_carousel(chance):
    """Whole tables move on; whoever was away begins anew."""
    tables = chance.choice([2, 2, 3, 3, 4])
    problem = _a_problem(chance, tables, chance.randint(3, 8), chance.choice([2, 3, 3, 4]))
    return problem | {"carousel": True, "return_home": chance.random() < 0.1}


def a_way_home(chance):
    """All are back in the last round where they were in the first."""
    tables = chance.choice([2, 2, 3])
    problem = _a_problem(chance, tables, chance.randint(3, 6), chance.choice([2, 3, 3, 4]))
    return problem | {"return_home": True, "distinct_tables": chance.random() < 0.4}


def a_hosted_cafe(chance):
    """Some stay at their tables, named or picked, or hand over."""
    tables = chance.choice([2, 2, 3])
    problem = _a_problem(chance, tables, chance.randint(3, 6), chance.choice([2, 3, 3]))
    ids = [person["id"] for person in problem["people"]]
    hosted = chance.sample(range(tables), chance.randint(1, tables))
    named = {"mode": "stay", "tables": dict(zip(ids, hosted, strict=False))}
    problem["hosts"] = chance.choice([named, named, {"mode": "hand_over"}])
    return problem | {"distinct_tables": chance.random() < 0.4}


def some(make, chance, most_plans):
    """Return a problem by `make` with no more plans than that, and seats for everybody."""
    while True:
        problem = make(chance)
        if plans_at_most(problem) <= most_plans and _has_seats(problem):
            return problem


def _a_problem(chance, tables, people, rounds):
    ids = [f"p{n}" for n in range(people)]
    tight = -(-people // tables)

    def maybe(likely, **facts):
        return facts if chance.random() < likely else {}

    def groups():
        often = {"ids": chance.sample(ids, 2), "rounds": [chance.randrange(rounds)]}
        return [chance.choice([often, chance.sample(ids, chance.choice([2, 2, 3])), often])]

    problem = {
        "rounds": rounds,
        "tables": [
            {
                "max": (most := chance.choice([tight, tight, tight + 1, people])),
                **maybe(0.15, min=chance.randint(0, most)),
                **maybe(0.15, closed=[chance.randrange(rounds)]),
                **maybe(0.4, features=["ramp"]),
            }
            for _table in range(tables)
        ],
        "people": [
            {
                "id": i,
                **maybe(0.5, present=_times(chance, rounds)),
                **maybe(0.07, needs=["ramp"]),
                **maybe(0.07, fixed_table=chance.randrange(tables)),
                **maybe(0.07, languages=[chance.choice(["fr", "en"])]),
                **maybe(0.2, willing=True),
            }
            for i in ids
        ],
        **maybe(0.15, distinct_tables=True),
        **maybe(0.2, apart=groups()),
        **maybe(0.2, together=groups()),
        **maybe(0.15, met_before=[[*chance.sample(ids, 2), chance.randint(1, 2)]]),
    }
    r, t = chance.randrange(rounds), chance.randrange(tables)
    problem |= maybe(0.15, pins=[{"id": chance.choice(ids), "round": r, "table": t}])
    if chance.random() < 0.2:
        hosted = chance.sample(range(tables), chance.randint(1, tables))
        tables_of = dict(zip(ids, hosted, strict=False))
        problem["hosts"] = {"mode": "stay", "tables": tables_of}
    if chance.random() < 0.3:
        problem["previous"] = [
            [_seat_before(chance, person, r, tables) for person in problem["people"]]
            for r in range(rounds)
        ]
        problem["from_round"] = chance.randrange(0, rounds)
    return problem


def _times(chance, rounds):
    """Return when somebody is there: from a round on, up to one, or all but one."""
    cut = chance.randrange(rounds)
    late, early = range(cut, rounds), range(cut + 1)
    return list(chance.choice([late, early, [r for r in range(rounds) if r != cut]]))


def _seat_before(chance, person, r, tables):
    """Return a seat as it was told: none where somebody is away, or is not known to have been."""
    is_there = r in person.get("present", [r]) and chance.random() < 0.9
    return chance.randrange(tables) if is_there else None


def _has_seats(problem):
    return all(
        sum(r in person.get("present", [r]) for person in problem["people"])
        <= sum(table["max"] for table in problem["tables"] if r not in table.get("closed", []))
        for r in range(problem["rounds"])
    )
