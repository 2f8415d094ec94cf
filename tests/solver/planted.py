"""Random problems whose rules are read off a plan made first, so that they can all be kept.

`planted(seed)` returns a problem as parsed JSON, and the plan. Beside pins, groups, needs,
languages and absences there are tables that open late, sizes just as they are in the plan, hosts of
all kinds, the way home, carousels, and repairs of a plan that was changed.
"""

import random
from collections import Counter


class _Dead(Exception):
    """No plan came of it; another one is tried."""


def planted(seed, most_people=60):
    chance = random.Random(seed)
    while True:
        try:
            return _Planter(chance, most_people).problem()
        except _Dead:
            continue


class _Planter:
    def __init__(self, chance, most_people):
        self.chance = chance
        self.people = chance.randint(12, most_people)
        self.rounds = chance.randint(1, 5)
        self.tables = max(3, self.people // chance.choice([3, 4, 5, 6]))
        self.mode = chance.choice(["none", "none", "stay", "hand_over"])
        self.carousel = self.mode != "hand_over" and chance.random() < 0.1
        self.goes_home = not self.carousel and self.mode != "hand_over" and chance.random() < 0.2
        self.distinct = self.tables >= self.rounds + 2 and chance.random() < 0.6
        self.ids = [f"p{n}" for n in range(self.people)]
        self.closed = [set() for _table in range(self.tables)]
        if not (self.carousel or self.goes_home) and chance.random() < 0.3:
            for t in chance.sample(range(self.tables), 1 + self.tables // 8):
                self.closed[t] = set(range(chance.randrange(self.rounds)))  # it opens later
        self.present = {person: set(range(self.rounds)) for person in self.ids}
        for person in chance.sample(self.ids, chance.choice([0, 0, self.people // 8])):
            cut = chance.randrange(self.rounds)
            self.present[person] = set(chance.choice([range(cut, self.rounds), range(cut + 1)]))
        free = chance.sample(self.ids, self.people)
        always_open = [t for t in range(self.tables) if not self.closed[t]]
        some = chance.sample(
            always_open, chance.choice([len(always_open), 1 + len(always_open) // 2])
        )
        self.hosts = {free.pop(): t for t in some} if self.mode == "stay" else {}
        number = chance.choice([0, 0, 2])
        self.fixed = {free.pop(): chance.choice(always_open) for _ in range(min(number, len(free)))}
        self.parties = []
        for _party in range(chance.choice([0, 0, 1, 3])):
            size = chance.choice([2, 2, 3, 4])
            if len(free) > size:
                self.parties.append([free.pop() for _member in range(size)])
        self.units = self.parties + [[person] for person in free]
        self.at = {person: [None] * self.rounds for person in self.ids}

    def problem(self):
        self._seat()
        willing = self._hand_over() if self.mode == "hand_over" else set()
        plan = [[self.at[person][r] for person in self.ids] for r in range(self.rounds)]
        features = [set() for _table in range(self.tables)]
        some = self.chance.sample(self.ids, self.chance.choice([0, 1, 3]))
        needs = {person: ["ramp"] for person in some}
        for t in (t for person in needs for t in self.at[person] if t is not None):
            features[t].add("ramp")
        speaks = self._languages()
        told = {
            "rounds": self.rounds,
            "tables": [self._table(t, plan, sorted(features[t])) for t in range(self.tables)],
            "people": [
                {
                    "id": person,
                    "attributes": {"team": self.chance.choice("abcd")},
                    "present": sorted(self.present[person]),
                    "needs": needs.get(person, []),
                    "languages": speaks.get(person, []),
                    "fixed_table": self.fixed.get(person),
                    "willing": person in willing,
                }
                for person in self.ids
            ],
            "hosts": {"mode": self.mode, "tables": self.hosts},
            "distinct_tables": self.distinct,
            "return_home": self.goes_home,
            "carousel": self.carousel,
            "together": [*self.parties, *self._met_once()],
            "apart": list(self._apart()),
            "pins": self._pins(),
            "balance": self.chance.choice([{}, {"team": 1.0}]),
        }
        told["people"] = [
            {key: fact for key, fact in person.items() if fact not in (None, [])}
            for person in told["people"]
        ]
        if self.rounds > 1 and self.chance.random() < 0.2:
            first = self.chance.randrange(1, self.rounds)
            told |= {"previous": self._changed(plan, first), "from_round": first}
        return told, plan

    def _seat(self):
        for person, t in (self.hosts | self.fixed).items():
            for r in self.present[person]:
                self.at[person][r] = t
        if self.carousel:
            for unit in self.units:
                begun = self.chance.randrange(self.tables)
                for person in unit:
                    for r in self.present[person]:
                        self.at[person][r] = (begun + r) % self.tables
            return
        for r in range(self.rounds):
            load = Counter(self.at[person][r] for person in self.hosts | self.fixed)
            for unit in sorted(self.chance.sample(self.units, len(self.units)), key=len)[::-1]:
                here = [person for person in unit if r in self.present[person]]
                if here:
                    t = self._table_for(unit, here, r, load)
                    load[t] += len(here)
                    for person in here:
                        self.at[person][r] = t

    def _table_for(self, unit, here, r, load):
        homes = {self.at[person][0] for person in here} - {None}
        if self.goes_home and r == self.rounds - 1 > 0 and homes:
            if len(homes) > 1:
                raise _Dead
            return homes.pop()
        seen = {t for person in unit for t in self.at[person][:r]} if self.distinct else set()
        free = [t for t in range(self.tables) if r not in self.closed[t] and t not in seen]
        if not free:
            raise _Dead
        return min(free, key=lambda t: (load[t] + self.chance.random() * 2, t))

    def _hand_over(self):
        """Let somebody willing stay at each table used twice running; return the willing."""
        willing = set(self.chance.sample(self.ids, 2 * self.people // 3))
        alone = [unit[0] for unit in self.units if len(unit) == 1]
        for r in range(1, self.rounds):
            for t in range(self.tables):
                before = [p for p in self.ids if self.at[p][r - 1] == t]
                here = [p for p in self.ids if self.at[p][r] == t]
                if not before or not here or willing & set(before) & set(here):
                    continue
                staying = [
                    p for p in before if p in alone and p in willing and self.at[p][r] is not None
                ]
                leaving = [p for p in here if p in alone]
                if not staying or not leaving:
                    raise _Dead
                a, b = self.chance.choice(staying), self.chance.choice(leaving)
                self.at[a][r], self.at[b][r] = t, self.at[a][r]
        self.distinct = False  # exchanges may have led back
        for r in range(1, self.rounds):
            for t in range(self.tables):
                pairs = [
                    (self.at[p][r - 1] == t, self.at[p][r] == t, p in willing) for p in self.ids
                ]
                used = any(was for was, _, _ in pairs) and any(now for _, now, _ in pairs)
                if used and (True, True, True) not in pairs:
                    raise _Dead
        return willing

    def _table(self, t, plan, features):
        sizes = [row.count(t) for row in plan]
        table = {"max": max(*sizes, 1) + self.chance.choice([0, 0, 1])}
        if any(sizes) and self.chance.random() < 0.4:
            table["min"] = min(size for size in sizes if size)
        if self.closed[t]:
            table["closed"] = sorted(self.closed[t])
        return table | ({"features": features} if features else {})

    def _languages(self):
        """Some speak one language only, where nobody at their tables lacks it."""
        if self.chance.random() < 0.6:
            return {}
        speaks = {person: self.chance.choice([[], ["en", "fr"]]) for person in self.ids}
        spoken = {}
        for person in self.chance.sample(self.ids, self.people // 6):
            language = self.chance.choice(["en", "fr"])
            seats = [(r, t) for r, t in enumerate(self.at[person]) if t is not None]
            if all(spoken.get(seat, language) == language for seat in seats):
                spoken |= dict.fromkeys(seats, language)
                speaks[person] = [language]
        return speaks

    def _met_once(self):
        for _group in range(self.chance.choice([0, 2, 5])):
            r, t = self.chance.randrange(self.rounds), self.chance.randrange(self.tables)
            here = [person for person in self.ids if self.at[person][r] == t]
            if len(here) > 1:
                size = min(len(here), self.chance.choice([2, 3, 4]))
                yield {"ids": self.chance.sample(here, size), "rounds": [r]}

    def _apart(self):
        for _group in range(self.chance.choice([0, 3, self.people // 5])):
            ids = self.chance.sample(self.ids, self.chance.choice([2, 2, 3]))
            ways = [
                [t for t in (self.at[p][r] for p in ids) if t is not None]
                for r in range(self.rounds)
            ]
            rounds = [r for r, tables in enumerate(ways) if len(set(tables)) == len(tables)]
            if len(rounds) == self.rounds:
                yield ids
            elif rounds:
                yield {"ids": ids, "rounds": rounds}

    def _pins(self):
        seats = [(p, r) for p in self.ids for r in sorted(self.present[p])]
        return [
            {"id": person, "round": r, "table": self.at[person][r]}
            for person, r in self.chance.sample(
                seats, min(self.chance.choice([0, 2, 6]), len(seats))
            )
        ]

    def _changed(self, plan, first):
        """Return the plan as it was told before: some changed places, some were not expected."""
        before = [list(row) for row in plan]
        for r in range(first, self.rounds):
            there = [p for p, t in enumerate(before[r]) if t is not None]
            for a, b in zip(there[::7], there[3::7], strict=False):
                before[r][a], before[r][b] = before[r][b], before[r][a]
            for p in there[:: self.chance.choice([9, 99])]:
                before[r][p] = None
        return before
