"""Random cafés for Hypothesis, all in one place."""

import re

from hypothesis import strategies as st

from wcafe.domain.people import Person, PersonId, Role
from wcafe.domain.text import new_id, one_line
from wcafe.solver import Group, Guest, Pin, Problem, TableSpec

texts = st.text(max_size=200)
"""Anything a person, a phone or a broken file may send, lone surrogates included."""


@st.composite
def problems(draw, most_people=24, most_rounds=4):
    """A seating problem with enough seats, and any of the rules."""
    tables = draw(st.integers(2, 6))
    size = draw(st.integers(2, 5))
    count = draw(st.integers(2, min(most_people, tables * size)))
    rounds = draw(st.integers(1, most_rounds))
    ids = [f"p{n}" for n in range(count)]
    windows = st.none() | st.frozensets(st.integers(0, rounds - 1), min_size=1)
    attribute = st.sampled_from(["", "a", "b", "c"])
    guests = tuple(
        Guest(id=i, present=draw(windows), attributes={"group": draw(attribute)}) for i in ids
    )
    pairs = st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True)
    groups = st.lists(pairs.map(lambda chosen: Group(ids=tuple(chosen))), max_size=2).map(tuple)
    pin = st.builds(
        Pin,
        id=st.sampled_from(ids),
        round=st.integers(0, rounds - 1),
        table=st.integers(0, tables - 1),
    )
    return Problem(
        rounds=rounds,
        tables=tuple(TableSpec(most=size) for _ in range(tables)),
        people=guests,
        host_mode=draw(st.sampled_from(["none", "stay", "hand_over"])),
        distinct_tables=draw(st.booleans()),
        return_home=draw(st.booleans()),
        apart=draw(groups),
        together=draw(groups),
        pins=tuple(draw(st.lists(pin, max_size=2))),
        balance=draw(st.sampled_from([{}, {"group": 1.0}])),
    )


@st.composite
def seatings(draw, most_rounds=4, most_people=9, tables=4):
    """Seats of the shape (rounds, people), None where somebody is absent."""
    people = draw(st.integers(1, most_people))
    seat = st.none() | st.integers(0, tables - 1)
    one_round = st.lists(seat, min_size=people, max_size=people)
    return draw(st.lists(one_round, min_size=1, max_size=most_rounds))


@st.composite
def kept_problems(draw):
    """A problem of every kind of rule, read off a plan that keeps them; so they can hold."""
    chance = draw(st.randoms(use_true_random=False))
    tables, rounds = chance.randint(2, 5), chance.randint(1, 3)
    people = chance.randint(tables, 3 * tables)
    ids = [f"p{n}" for n in range(people)]
    is_distinct = rounds <= tables and chance.random() < 0.5
    goes_home = rounds > 1 and chance.random() < 0.2
    hosts = dict(zip(ids, range(tables), strict=False)) if chance.random() < 0.3 else {}
    present, routes = [], []
    for person in ids:
        there = set(range(rounds)) if chance.random() < 0.8 else {chance.randrange(rounds)}
        route = [chance.randrange(tables) for _ in range(rounds)]
        if is_distinct:
            route = chance.sample(range(tables), rounds)
        if goes_home:
            route[-1] = route[0]
        if person in hosts:
            route = [hosts[person]] * rounds
        present.append(frozenset(there))
        routes.append([t if r in there else None for r, t in enumerate(route)])
    seats = [list(row) for row in zip(*routes, strict=True)]
    sizes = [[row.count(t) for row in seats if t in row] for t in range(tables)]
    at = [{t: [p for p in range(people) if row[p] == t] for t in row} for row in seats]
    spoken = [chance.choice([(), ("fr",), ("en",), ("fr", "en")]) for _ in ids]
    is_spoken = all(
        not (words := [set(spoken[p]) for p in here if spoken[p]]) or set.intersection(*words)
        for tables_of in at
        for t, here in tables_of.items()
        if t is not None
    )
    apart, together = [], []
    for _group in range(chance.randint(0, 4)):
        members = chance.sample(range(people), min(people, chance.randint(2, 4)))
        sat = [[row[p] for p in members if row[p] is not None] for row in seats]
        kept = [r for r in range(rounds) if len(set(sat[r])) == len(sat[r])]
        joined = [r for r in range(rounds) if len(set(sat[r])) <= 1]
        names = tuple(ids[p] for p in members)
        apart += [Group(ids=names, rounds=frozenset(kept))] * bool(kept)
        together += [Group(ids=names, rounds=frozenset(joined))] * bool(joined)
    pinned = [(r, p) for r in range(rounds) for p in range(people) if seats[r][p] is not None]
    return Problem(
        rounds=rounds,
        tables=tuple(
            TableSpec(
                most=max([*found, 1]) + chance.randint(0, 1),
                fewest=chance.choice([0, min(found, default=0)]),
                features=frozenset({"quiet"}) if t == 0 else frozenset(),
            )
            for t, found in enumerate(sizes)
        ),
        people=tuple(
            Guest(
                id=i,
                present=present[p],
                languages=frozenset(spoken[p]) if is_spoken else frozenset(),
                needs=frozenset({"quiet"}) if set(routes[p]) <= {0, None} else frozenset(),
                willing=chance.random() < 0.3,
            )
            for p, i in enumerate(ids)
        ),
        host_mode="stay" if hosts else "none",
        hosts=hosts,
        distinct_tables=is_distinct,
        return_home=goes_home,
        apart=tuple(apart),
        together=tuple(together),
        pins=tuple(
            Pin(id=ids[p], round=r, table=seats[r][p])
            for r, p in chance.sample(pinned, min(len(pinned), 2))
        ),
    ), tuple(map(tuple, seats))


_COMES = ["Confirmed", "Order confirmed", "oui", "Validé", "Accepté", "Yes, gladly", "non annulé"]
_STAYS_AWAY = [
    "Order cancelled",
    "s'est désistée",
    "ne vient pas",
    "Ticket refunded",
    "Sur liste d’attente",
    "not attending",
    "won’t come",
    "Non",
    "pas confirmé",
    "left early",
]
_OF_COMING = ["Statut", "RSVP", "Order status", "Venez-vous ?", "Approval status", "Réponse"]
_OF_NOT_COMING = ["Cancelled", "Annulé le", "Waiting list", "Désinscrit·e", "Voided", "Absent"]
_SAYS_YES = ["yes", "Oui", "1", "TRUE", "x", "2026-10-03 12:00", "✓"]
_SAYS_NO = ["no", "Non", "0", "FALSE", ""]


@st.composite
def status_lists(draw):
    """Headings about coming, rows of cells below them, and who of the rows comes."""
    count = draw(st.integers(1, 8))
    coming = draw(st.lists(st.sampled_from(_OF_COMING), max_size=1))
    against = draw(st.lists(st.sampled_from(_OF_NOT_COMING), max_size=3, unique=True))
    rows, truth = [], []
    for _row in range(count):
        answers = [draw(st.booleans()) for _ in coming]
        flags = [draw(st.booleans()) for _ in against]
        cells = [draw(st.sampled_from(_COMES if yes else _STAYS_AWAY)) for yes in answers]
        cells += [draw(st.sampled_from(_SAYS_YES if out else _SAYS_NO)) for out in flags]
        rows.append([draw(st.sampled_from([c, c.upper(), f" {c} "])) for c in cells])
        truth.append(all(answers) and not any(flags))
    return [*coming, *against], rows, truth


_TRAPS = (
    *("=1+1", "'=1", "+33 6", "-2", "@x", "'tis", "Nom", "Total", "42", "a;b", 'dit "Zo"', "non"),
    *("NOM, Prénom", "Zoé d'Ân-Lê", "R1 R2", "vient", "ne vient pas", "<b>Ana</b>", "annulé", "-"),
)
_FREE_TEXTS = st.one_of(
    st.sampled_from(_TRAPS),
    st.text(max_size=25),
).map(one_line)
_VALUES = _FREE_TEXTS.map(lambda text: re.sub("[,;]", " ", text)).map(one_line).filter(bool)
_OWN_COLUMNS = ["métier", "Statut", "email", "id", "=Repas", "Annulé", "Prénom", "note", "Rondes 1"]


@st.composite
def cafes_of_people(draw):
    """The people of a café as they can be typed and imported, and its language and rounds."""
    rounds = draw(st.integers(1, 4))
    own = draw(st.lists(st.sampled_from(_OWN_COLUMNS), max_size=3, unique=True))
    some_rounds = st.frozensets(st.integers(0, rounds), max_size=4)  # one that is gone too
    people = []
    for _n in range(draw(st.integers(1, 6))):
        names = draw(st.tuples(_FREE_TEXTS, _FREE_TEXTS).filter(any))
        facts = {name: draw(_FREE_TEXTS) for name in ("email", "organisation", "group", "note")}
        attributes = [(name, value) for name in own if (value := draw(_FREE_TEXTS))]
        people.append(
            Person(
                id=PersonId(new_id()),
                given=names[0],
                family=names[1],
                **facts,
                code=draw(st.just("") | _FREE_TEXTS),
                languages=tuple(draw(st.lists(_VALUES, max_size=2, unique=True))),
                needs=tuple(draw(st.lists(_VALUES, max_size=2, unique=True))),
                role=draw(st.sampled_from(Role)),
                willing=draw(st.booleans()),
                host_of=draw(st.none() | st.integers(0, 9)),
                stays_at=draw(st.none() | st.integers(0, 9)),
                arrived=draw(st.booleans()),
                present=draw(st.none() | some_rounds),
                attributes=tuple(draw(st.permutations(attributes))),
            )
        )
    return tuple(people), draw(st.sampled_from(["fr", "en"])), rounds
