"""A second judge, written from the contract of the problem JSON and not from the solver.

Slow and plain: it looks at every plan of a small problem, which is given as parsed JSON.
"""

from collections import Counter
from itertools import combinations, product


def breaches(problem, seats):
    """Return what `seats` break from `from_round` on, as (rule, round, ids)."""
    people, rounds = problem["people"], problem["rounds"]
    place = {person["id"]: p for p, person in enumerate(people)}
    first = problem.get("from_round", 0)
    mode = problem.get("hosts", {}).get("mode", "none")
    hosts = problem["hosts"].get("tables", {}) if mode == "stay" else {}
    willing = [person.get("willing", False) for person in people]
    willing = willing if any(willing) else [True] * len(people)
    goes_home = problem.get("return_home") and rounds > 1
    found = set()

    def add(rule, r, who):
        found.add((rule, r, frozenset(people[p]["id"] for p in who)))

    for r in range(first, rounds):
        row, before = seats[r], seats[r - 1] if r else None
        for p, person in enumerate(people):
            if row[p] is None:
                continue
            offers = problem["tables"][row[p]].get("features", [])
            for rule, is_kept in (
                ("hosts", row[p] == hosts.get(person["id"], row[p])),
                ("fixed_table", row[p] == person.get("fixed_table", row[p])),
                ("needs", set(person.get("needs", [])) <= set(offers)),
                ("return_home", not goes_home or r < rounds - 1 or row[p] == home(seats, p)),
            ):
                if not is_kept:
                    add(rule, r, [p])
        for pin in problem.get("pins", []):
            if pin["round"] == r and row[place[pin["id"]]] != pin["table"]:
                add("pins", r, [place[pin["id"]]])
        for t in {t for t in row if t is not None}:
            here = [p for p, at in enumerate(row) if at == t]
            table = problem["tables"][t]
            most = 0 if r in table.get("closed", []) else table["max"]
            if not table.get("min", 0) <= len(here) <= most:
                add("sizes", r, here)
            spoken = [set(words) for p in here if (words := people[p].get("languages"))]
            if spoken and not set.intersection(*spoken):
                add("shared_language", r, here)
            stayed = [p for p in here if r and before[p] == t and willing[p]]
            if mode == "hand_over" and r and t in before and not stayed:
                add("hand_over", r, here)
            for p in here:
                travels = people[p]["id"] not in hosts and "fixed_table" not in people[p]
                is_back = any(seats[s][p] == t for s in range(r))
                takes_over = mode == "hand_over" and stayed[:1] == [p]
                if not (problem.get("distinct_tables") and travels and is_back) or takes_over:
                    continue
                if not (goes_home and r == rounds - 1):
                    add("distinct_tables", r, [p])
        for p, person in enumerate(people):
            travels = person["id"] not in hosts and "fixed_table" not in person
            moves = problem.get("carousel") and travels and r and None not in (row[p], before[p])
            if moves and row[p] != (before[p] + 1) % len(problem["tables"]):
                add("carousel", r, [p])
        for rule in ("apart", "together"):
            for group in problem.get(rule, []):
                bound = group if isinstance(group, list) else group["ids"]
                if isinstance(group, list) or r in group["rounds"]:
                    _judge_group(rule, r, [place[i] for i in bound], row, add)
    return found


def _judge_group(rule, r, members, row, add):
    here = [p for p in members if row[p] is not None]
    tables = Counter(row[p] for p in here)
    if rule == "together" and len(tables) > 1:
        add(rule, r, here)
    for t, number in tables.items():
        if rule == "apart" and number > 1:
            add(rule, r, [p for p in here if row[p] == t])


def home(seats, p):
    return seats[-1][p] if seats[0][p] is None else seats[0][p]


def worth(problem, seats):
    """Return repeats and coincidences that `seats` add to what the people met before."""
    place = {person["id"]: p for p, person in enumerate(problem["people"])}
    before, after = Counter(), Counter()
    for a, b, times in problem.get("met_before", []):
        before[tuple(sorted((place[a], place[b])))] += times
    after.update(before)
    is_counted = problem["rounds"] - (problem.get("return_home", False) and problem["rounds"] > 1)
    for row in seats[:is_counted]:
        pairs = combinations(range(len(row)), 2)
        after.update((a, b) for a, b in pairs if row[a] is not None and row[a] == row[b])
    repeats = sum(max(n - 1, 0) - max(before[pair] - 1, 0) for pair, n in after.items())
    twice = sum(n * (n - 1) - before[pair] * (before[pair] - 1) for pair, n in after.items())
    return repeats, twice // 2


def places(problem):
    """Return the (round, person) to be seated."""
    return [
        (r, p)
        for r in range(problem.get("from_round", 0), problem["rounds"])
        for p, person in enumerate(problem["people"])
        if r in person.get("present", range(problem["rounds"]))
    ]


def best_of_all(problem):
    """Return the fewest breaches of all plans, and of those without any the least worths."""
    seats = [[None] * len(problem["people"]) for _ in range(problem["rounds"])]
    for r in range(problem.get("from_round", 0)):
        seats[r] = problem["previous"][r]
    free = places(problem)
    fewest, worths = None, []
    for chosen in product(range(len(problem["tables"])), repeat=len(free)):
        for (r, p), t in zip(free, chosen, strict=True):
            seats[r][p] = t
        broken = len(breaches(problem, seats))
        fewest = broken if fewest is None else min(fewest, broken)
        if not broken:
            worths.append(worth(problem, seats))
    least = tuple(min(column) for column in zip(*worths, strict=True)) if worths else None
    return fewest, least


def least_of_all(problem):
    """Return the least repeats and coincidences of all plans that break nothing, None if none does.

    It looks at rounds one after the other and leaves a plan as soon as it breaks a rule or is no
    better in either figure; so it looks at many more plans than `best_of_all` could.
    """
    people, rounds = range(len(problem["people"])), problem["rounds"]
    first, tables = problem.get("from_round", 0), range(len(problem["tables"]))
    place = {person["id"]: p for p, person in enumerate(problem["people"])}
    counted = rounds - (problem.get("return_home", False) and rounds > 1)
    earlier = Counter()
    for a, b, times in problem.get("met_before", []):
        earlier[tuple(sorted((place[a], place[b])))] += times
    best = [None, None]
    fits, judged = {}, dict(problem)
    for name in ("distinct_tables", "return_home", "carousel"):
        judged.pop(name, None)  # those are about rounds before, and asked for in `_choices`
    hands_over = problem.get("hosts", {}).get("mode") == "hand_over"

    def holds(rows, r, row):
        if hands_over:
            return not breaches({**problem, "from_round": r, "rounds": r + 1}, [*rows, row])
        if (r, row) not in fits:
            alone = {**judged, "from_round": r, "rounds": r + 1}
            alone["pins"] = [pin for pin in problem.get("pins", []) if pin["round"] == r]
            fits[r, row] = not breaches(alone, [row] * (r + 1))
        return fits[r, row]

    def go_on(rows, met, repeats, coincidences):
        r = len(rows)
        if r == rounds:
            for k, figure in enumerate((repeats, coincidences)):
                best[k] = figure if best[k] is None else min(best[k], figure)
            return
        if None not in best and repeats >= best[0] and coincidences >= best[1]:
            return
        if r < first:
            lines = [tuple(problem["previous"][r])]
        else:
            lines = product(*(_choices(problem, rows, r, p, tables) for p in people))
        for row in lines:
            if r >= first and not holds(rows, r, row):
                continue
            if r >= counted:
                go_on([*rows, row], met, repeats, coincidences)
                continue
            pairs = [
                (a, b)
                for a, b in combinations(people, 2)
                if row[a] is not None and row[a] == row[b]
            ]
            again = [met[pair] for pair in pairs]
            after = met + Counter(pairs)
            more = sum(times > 0 for times in again)
            go_on([*rows, row], after, repeats + more, coincidences + sum(again))

    go_on([], earlier, 0, 0)
    return None if best[0] is None else tuple(best)


def _choices(problem, rows, r, p, tables):
    """Return the tables that the rounds before leave open to one person."""
    person, hosts = problem["people"][p], problem.get("hosts", {})
    hosted = hosts.get("tables", {}) if hosts.get("mode", "none") == "stay" else {}
    if r not in person.get("present", [r]):
        return [None]
    travels = person["id"] not in hosted and "fixed_table" not in person
    last = problem["rounds"] - 1
    is_way_home = problem.get("return_home") and 0 < r == last
    if problem.get("carousel") and travels and r and rows[r - 1][p] is not None:
        tables = [(rows[r - 1][p] + 1) % len(tables)]
    if is_way_home and rows[0][p] is not None:
        tables = [t for t in tables if t == rows[0][p]]
    hands_over = hosts.get("mode") == "hand_over"
    if problem.get("distinct_tables") and travels and not is_way_home and not hands_over:
        tables = [t for t in tables if all(row[p] != t for row in rows)]
    return tables


def plans_at_most(problem):
    """Return how many plans `least_of_all` looks at, at the very most."""
    number = 1
    for r in range(problem.get("from_round", 0), problem["rounds"]):
        for person in problem["people"]:
            there = person.get("present", range(problem["rounds"]))
            follows = problem.get("carousel") and r - 1 in there and "fixed_table" not in person
            number *= len(problem["tables"]) if r in there and not follows else 1
    return number
