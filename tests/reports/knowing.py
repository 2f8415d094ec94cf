"""Cafés of which little is known, and what may be said of each: read off its values, naively."""

from dataclasses import replace

from tests.cafes import NAMES, person
from tests.published import photo
from tests.reports.answering import make_answered
from tests.reports.conftest import NOW
from wcafe.domain.agenda import Round
from wcafe.domain.cafe import HostMode, Rules, Table, draft
from wcafe.domain.kinds import Kind
from wcafe.domain.live import Live
from wcafe.domain.notes import Note
from wcafe.domain.photos import Shown
from wcafe.domain.plan import Certificate, Plan, basis
from wcafe.domain.synthesis import Theme
from wcafe.services.cafe import Snapshot
from wcafe.services.synthesis import as_statements

FREE = Rules(hosts=HostMode.NONE, distinct_tables=False)
TABLES = 6


def guests(count):
    return tuple(person(f"{NAMES[n % len(NAMES)]} {n}") for n in range(count))


def said(count, tables=TABLES, rounds=3, kinds=tuple(Kind)):
    """Notes of people at tables; each in its words."""
    return tuple(
        Note(
            id=f"note-{n}",
            table=n % tables,
            round=n % rounds,
            kind=kinds[n % len(kinds)],
            text=f"Planter un arbre, idem {n}",
        )
        for n in range(count)
    )


def lone(notes):
    """Mark the first two as lone voices."""
    return tuple(replace(note, is_lone=n < 2) for n, note in enumerate(notes))


def themes(notes, filed, statement=""):
    half = filed // 2
    ids = [note.id for note in notes[:filed]]
    return (
        Theme(id="a", name="Du vert", statements=as_statements(statement), notes=tuple(ids[:half])),
        Theme(id="b", name="Se croiser", notes=tuple(ids[half:])),
    )


def certificate(repeats=0, bound=0):
    return Certificate(
        repeat_meetings=repeats,
        lower_bound=bound,
        coincidences=0,
        coincidences_bound=0,
        proven_optimal=repeats == bound,
    )


def stays_put(n, r):
    return n % TABLES


def travels(n, r):
    """The first six host; of the others the k-th six go k tables on."""
    return (n + r * (n // TABLES)) % TABLES


def walks(n, r):
    """Everybody goes on, none twice to the same table in three rounds."""
    return (n + r * (n // TABLES + 1)) % TABLES


def swings(n, r):
    return (n + r % 2) % TABLES


def goes_home(n, r):
    return walks(n, r % 3)


def hands_over(n, r):
    """At each table another of the three stays on each time, and the two others go on."""
    ways = ((0, 0, 1), (0, 2, 2), (0, 3, 5))
    return (n + ways[n // TABLES][r]) % TABLES


def stays_with_a_friend(n, r):
    pair = n // 2
    return (pair + r * (1 + pair // TABLES)) % TABLES


def planned(people, seat, rounds=3, cafe=None, hosts=0, **facts):
    cafe = cafe or fixed(rounds)
    made = {
        "id": "plan",
        "people": tuple(p.id for p in people),
        "tables": TABLES,
        "seats": tuple(tuple(seat(n, r) for n in range(len(people))) for r in range(rounds)),
        "hosts": {people[n].id: n for n in range(hosts)},
        "made_for": basis(cafe, people),
        "certificate": certificate(),
    }
    return Plan(**{**made, **facts})


def fixed(rounds=3, tables=TABLES, rules=None, questions=(), **facts):
    cafe = draft(title="Ce soir", language="fr", rounds=rounds, tables=tables, questions=questions)
    return replace(cafe, day=NOW.date(), rules=rules or Rules(), **facts)


def shot(cafe, people=(), plan=None, live=None, notes=(), themes=()):
    return Snapshot(
        cafe=cafe, people=people, plan=plan, live=live or Live(), notes=notes, themes=themes
    )


def recorded(people, seat, rounds):
    live = Live()
    for r in rounds:
        live = live.with_seating(r, tuple((p.id, seat(n, r)) for n, p in enumerate(people)))
    return live


def make_cafés(language="fr"):
    """Return each café under a name that says what is special about it."""
    return {
        name: replace(each, cafe=replace(each.cafe, language=language))
        for name, each in {**_cafés(), **_answered()}.items()
    }


def _answered():
    people, notes = guests(18), said(42)
    filed = themes(notes, 30)
    return make_answered(shot(fixed(), people, notes=notes, themes=filed))


def _cafés():
    bare, crowd, eighteen = fixed(tables=None), guests(24), guests(18)
    plain = (Kind.INSIGHT,)
    notes = said(42)
    away = tuple(replace(p, present=frozenset()) for p in eighteen)
    half_away = (*away[:9], *eighteen[9:])
    shares = fixed(organiser="Maison des projets", licence="CC BY 4.0", questions=("A ?", "B ?"))
    hosted = planned(eighteen, travels, hosts=6)
    one = fixed(rounds=1)
    none_hosts = fixed(rules=FREE)
    over = fixed(rules=Rules(hosts=HostMode.HAND_OVER))
    swapped = (
        *hosted.seats[:2],
        (*hosted.seats[0][:1], *hosted.seats[2][1:6], *hosted.seats[0][6:]),
    )
    late = tuple(replace(p, present=frozenset({2})) for p in eighteen[12:])
    four = fixed(rounds=4)
    took_over = {(r, 5): eighteen[5 + 6 * r].id for r in range(3)}
    in_turn = {(r, t): eighteen[t].id for r in range(3) for t in range(5)} | took_over
    row = tuple(
        tuple(
            5 if took_over[r, 5] == eighteen[n].id else min(table, 4)
            for n, table in enumerate(hosted.seats[r])
        )
        for r in range(3)
    )
    unlike = replace(fixed(), rounds=(*fixed().rounds[:2], replace(fixed().rounds[0], minutes=30)))
    return {
        "nothing at all": shot(bare),
        "a title and six tables": shot(fixed()),
        "notes without people, tables or kinds": shot(bare, notes=said(60, 31, 3, plain)),
        "notes of one table in one round": shot(
            fixed(rounds=1, tables=None), notes=said(7, 1, 1), themes=themes(said(7, 1, 1), 4)
        ),
        "notes without kinds, some filed": shot(
            bare, notes=said(40, 6, 3, plain), themes=themes(said(40, 6, 3, plain), 10)
        ),
        "notes without kinds under questions": shot(
            shares, notes=said(40, 6, 3, plain), themes=themes(said(40, 6, 3, plain), 40)
        ),
        "themes that hold nothing": shot(fixed(), notes=notes, themes=themes(notes, 0)),
        "all notes filed": shot(shares, notes=notes, themes=themes(notes, 42, "Plusieurs.")),
        "many notes to sort": shot(fixed(), notes=said(210), themes=themes(said(210), 4)),
        "tensions only": shot(fixed(), notes=said(5, kinds=(Kind.TENSION,))),
        "photos that were chosen": replace(
            shot(fixed(), notes=notes), photos=(photo(1), photo(2, alternative=""))
        ),
        "photos that nobody may see": replace(
            shot(fixed(), notes=notes),
            photos=(photo(1, is_chosen=False), photo(2, shown=Shown.REFUSED)),
        ),
        "people and no plan": shot(fixed(), crowd, notes=notes),
        "people who all stay away, and no plan": shot(fixed(), away, notes=notes),
        "a plan and no notes": shot(fixed(), eighteen, hosted),
        "seven who checked in": shot(
            fixed(), (*(replace(p, arrived=True) for p in eighteen[:7]), *eighteen[7:]), hosted
        ),
        "one who checked in, and no plan": shot(
            fixed(), (replace(crowd[0], arrived=True), *crowd[1:]), notes=notes
        ),
        "hosts who stay": shot(fixed(), eighteen, hosted, notes=notes, themes=themes(notes, 20)),
        "four tables of six have hosts": shot(
            fixed(), eighteen, replace(hosted, hosts=dict(list(hosted.hosts.items())[:4]))
        ),
        "a host who was replaced": shot(
            fixed(), eighteen, replace(hosted, hosts={}, hosted=in_turn, seats=row)
        ),
        "everybody walks, no hosts": shot(
            none_hosts, eighteen, planned(eighteen, walks, cafe=none_hosts), notes=notes
        ),
        "everybody swings between two tables": shot(
            none_hosts, eighteen, planned(eighteen, swings, cafe=none_hosts)
        ),
        "hosts and guests who swing": shot(
            fixed(),
            eighteen,
            planned(eighteen, lambda n, r: n if n < 6 else swings(n, r), hosts=6),
        ),
        "nobody moves": shot(none_hosts, eighteen, planned(eighteen, stays_put, cafe=none_hosts)),
        "hosts hand over": shot(over, eighteen, planned(eighteen, hands_over, cafe=over)),
        "hosts hand over, but nobody stays": shot(
            over, eighteen, planned(eighteen, walks, cafe=over)
        ),
        "everybody comes home": shot(
            four, eighteen, planned(eighteen, goes_home, 4, four, certificate=certificate(9, 9))
        ),
        "a seat changed by hand": shot(
            fixed(), eighteen, replace(hosted, seats=swapped, certificate=certificate(2, 3))
        ),
        "rules switched off since": shot(none_hosts, eighteen, hosted),
        "a round was added since": shot(four, eighteen, hosted),
        "nobody comes to the plan": shot(fixed(), away, hosted, notes=notes),
        "half stay away since": shot(fixed(), half_away, hosted, notes=notes),
        "some come late": shot(
            fixed(), (*eighteen[:12], *late), planned((*eighteen[:12], *late), travels, hosts=6)
        ),
        "one round": shot(
            one, eighteen, planned(eighteen, walks, 1, one, hosts=6), notes=notes[:9]
        ),
        "recorded as planned": shot(
            fixed(), eighteen, hosted, recorded(eighteen, travels, range(3)), notes
        ),
        "recorded, and not as planned": shot(
            fixed(), eighteen, hosted, recorded(eighteen, stays_put, range(3)), notes
        ),
        "one round recorded": shot(fixed(), eighteen, hosted, recorded(eighteen, travels, [0])),
        "recorded that nobody came": shot(
            fixed(), eighteen, hosted, recorded((), travels, range(3)), notes
        ),
        "recorded without a plan": shot(
            none_hosts, eighteen, None, recorded(eighteen, walks, range(3))
        ),
        "one round recorded without a plan": shot(
            fixed(), eighteen, None, recorded(eighteen, walks, [1])
        ),
        "more notes than tables": shot(fixed(tables=3), notes=said(30, 7)),
        "one person alone": shot(
            fixed(organiser="Nous"), eighteen[:1], planned(eighteen[:1], walks)
        ),
        "friends who stay together": shot(
            none_hosts,
            eighteen,
            planned(eighteen, stays_with_a_friend, cafe=none_hosts),
        ),
        "people who were counted and not named": shot(fixed(headcount=33), notes=notes),
        "people counted beside a list of others": shot(
            fixed(headcount=2), eighteen, hosted, notes=notes
        ),
        "two evenings, each counted": shot(
            replace(bare, rounds=(Round(headcount=17), Round(name="Dimanche", headcount=16))),
            notes=said(9, rounds=2),
        ),
        "lone voices": shot(fixed(), notes=lone(said(42))),
        "lone voices among tensions": shot(fixed(), notes=lone(said(9, kinds=(Kind.TENSION,)))),
        "lone voices and questions": shot(fixed(), notes=lone(said(9, kinds=(Kind.QUESTION,)))),
        "a lone idea": shot(fixed(), notes=lone(said(9, kinds=(Kind.IDEA,)))),
        "minutes that somebody set": shot(replace(unlike, tables=(Table(),) * 2), notes=said(9, 2)),
    }
