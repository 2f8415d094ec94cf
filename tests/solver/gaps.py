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


def a_planted_carousel(chance, most_people=60):
    """Return a carousel of 6 people or more, and a plan that keeps all its rules."""
    people, rounds = chance.randint(6, most_people), chance.randint(2, 6)
    tables = max(2, people // chance.choice([3, 4, 5, 6]))
    ids = [f"p{n}" for n in range(people)]
    present = {i: sorted(_some_rounds(chance, rounds)) for i in ids}
    staying = chance.sample(ids, chance.choice([0, 0, 1, min(tables, people // 3)]))
    stays = {person: t % tables for t, person in enumerate(staying)}
    first = chance.choice([0, 0, 0, chance.randrange(rounds)])
    plan = [[None] * people for _round in range(rounds)]
    crowds = [[0] * tables for _round in range(rounds)]
    for p, person in enumerate(ids):
        for r in present[person]:
            if person in stays:
                t = stays[person]
            elif r >= max(first, 1) and plan[r - 1][p] is not None:
                t = (plan[r - 1][p] + 1) % tables
            else:  # somebody comes, or the past was no carousel
                t = min(range(tables), key=lambda t, r=r: crowds[r][t] + 2 * chance.random())
            plan[r][p] = t
            crowds[r][t] += 1
    told = {
        "rounds": rounds,
        "carousel": True,
        "tables": [
            {
                "max": max(1, *(row[t] for row in crowds)) + chance.choice([0, 0, 1]),
                "closed": [r for r in range(rounds) if not crowds[r][t] and chance.random() < 0.7],
            }
            for t in range(tables)
        ],
        "people": [{"id": i, "present": present[i]} for i in ids],
        "apart": _apart_in(chance, ids, plan),
        "together": _together_in(chance, ids, plan),
        "pins": [
            {"id": i, "round": r, "table": plan[r][p]}
            for p, i in enumerate(ids)
            for r in present[i]
            if chance.random() < 0.02
        ],
    }
    if stays and chance.random() < 0.5:
        told["hosts"] = {"mode": "stay", "tables": stays}
    else:
        for person in told["people"]:
            person |= {"fixed_table": stays[person["id"]]} if person["id"] in stays else {}
    if first:
        told |= {"previous": plan, "from_round": first}
    return told, plan


def _some_rounds(chance, rounds):
    if chance.random() < 0.5:
        return range(rounds)
    return chance.sample(range(rounds), chance.randint(1, rounds))


def _apart_in(chance, ids, plan):
    pairs = [chance.sample(range(len(ids)), 2) for _pair in range(len(ids) // 3)]
    return [
        [ids[a], ids[b]]
        for a, b in pairs
        if not any(row[a] is not None and row[a] == row[b] for row in plan)
    ]


def _together_in(chance, ids, plan):
    groups = []
    for r, row in enumerate(plan):
        table = chance.choice(row)
        here = [p for p, t in enumerate(row) if t is not None and t == table]
        if len(here) > 1 and chance.random() < 0.5:
            groups.append({"ids": [ids[p] for p in here[:3]], "rounds": [r]})
    return groups
