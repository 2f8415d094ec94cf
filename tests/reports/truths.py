"""When each sentence of the synthesis is true, read off the values of a café naively."""

from itertools import pairwise

from wcafe.domain.agenda import Round
from wcafe.domain.cafe import HostMode
from wcafe.domain.kinds import Kind
from wcafe.domain.sourcing import notes_behind


def rows(shot):
    """Where everybody sat in each round, person by person; None where nothing tells it."""
    comes = {p.id: p.attends for p in shot.people if p.is_seated}
    found = []
    for round_ in range(len(shot.cafe.rounds)):
        actual = shot.live.seating(round_)
        if actual is not None:
            found.append(dict(actual))
        elif shot.plan is None or round_ >= shot.plan.rounds:
            found.append(None)
        else:
            seats = zip(shot.plan.people, shot.plan.seats[round_], strict=True)
            found.append({p: t for p, t in seats if p in comes and comes[p](round_)})
    return found


def sat(shot):
    return [row for row in rows(shot) if row]


def is_recorded(shot):
    known = [r for r, row in enumerate(rows(shot)) if row is not None]
    return bool(known) and all(shot.live.seating(r) is not None for r in known)


def people(shot):
    if shot.cafe.headcount:
        return shot.cafe.headcount
    if any(row is not None for row in rows(shot)):
        return len({p for row in sat(shot) for p in row})
    rounds = range(len(shot.cafe.rounds))
    return sum(p.is_seated and any(p.attends(r) for r in rounds) for p in shot.people)


def tables(shot):
    spoken = {note.table for note in shot.notes} | {t for row in sat(shot) for t in row.values()}
    return len(spoken | set(range(len(shot.cafe.tables))))


def met(shot):
    """Whom each has met, one by one."""
    others = {p: set() for row in sat(shot) for p in row}
    for row in sat(shot):
        for p, t in row.items():
            others[p] |= {q for q in row if q != p and row[q] == t}
    return [len(found) for found in others.values()]


def again(shot):
    pairs = [
        frozenset((p, q))
        for row in sat(shot)
        for p in row
        for q in row
        if p < q and row[p] == row[q]
    ]
    return len(pairs) - len(set(pairs))


def is_whole(shot):
    """Is every round known, and did people sit in more than one?"""
    return all(row is not None for row in rows(shot)) and len(sat(shot)) > 1


def staying_host(shot, table):
    """The one who is there as a host whenever the table is used; None if there is none."""
    used = [r for r, row in enumerate(rows(shot)) if table in row.values()]
    for person, where in shot.plan.hosts.items():
        been = {row[person] for row in sat(shot) if person in row}
        if (
            where == table
            and all(rows(shot)[r].get(person) == table for r in used)
            and been == {table}
        ):
            return person
    return None


def hosted(shot):
    """At how many of the tables a host stays, and of how many."""
    used = {t for row in sat(shot) for t in row.values()}
    is_so = is_whole(shot) and shot.plan and shot.cafe.rules.hosts is HostMode.STAY
    return sum(staying_host(shot, t) is not None for t in used) if is_so else 0, len(used)


def has_hosts_in_turn(shot):
    used = {(r, t) for r, row in enumerate(rows(shot)) for t in (row or {}).values()}
    return (
        is_whole(shot)
        and bool(shot.plan)
        and bool(shot.plan.hosted)
        and all(rows(shot)[r].get(shot.plan.hosted.get((r, t))) == t for r, t in used)
    )


def hands_over(shot):
    return (
        is_whole(shot)
        and shot.cafe.rules.hosts is HostMode.HAND_OVER
        and all(
            any(before.get(p) == t for p in now if now[p] == t)
            for before, now in pairwise(rows(shot))
            for t in now.values()
        )
    )


def ways(shot, *, but=0):
    """The routes of those who do not host, the last `but` rounds aside.

    Where the host hands over, who stays to welcome is no traveller in that round.
    """
    seats = rows(shot)[: len(rows(shot)) - but]
    routes = {p: [row[p] for row in seats if p in row] for row in seats for p in row}
    mode = shot.cafe.rules.hosts
    if shot.plan and mode is HostMode.STAY:
        for host, table in shot.plan.hosts.items():
            if set(routes.get(host, [])) == {table}:
                del routes[host]
        for host in shot.plan.hosted.values():
            routes.pop(host, None)
    if hands_over(shot):
        for before, now in pairwise(seats):
            stay = {}
            for p in now:
                if before.get(p) == now[p]:
                    stay.setdefault(now[p], p)
            for p in stay.values():
                routes[p].remove(now[p])
    return list(routes.values())


def comes_home(shot):
    if not is_whole(shot) or len(rows(shot)) < 3:
        return False
    first, last = rows(shot)[0], rows(shot)[-1]
    went = any(len(set(way)) > 1 for way in ways(shot, but=1))
    return went and all(last.get(p) == t for p, t in first.items())


def is_new_each_time(shot, *, but=0):
    routes = ways(shot, but=but) if is_whole(shot) else []
    return any(len(way) > 1 for way in routes) and all(len(set(w)) == len(w) for w in routes)


def changes(shot):
    routes = ways(shot) if is_whole(shot) and not comes_home(shot) else []
    moves = any(len(way) > 1 for way in routes)
    return (
        moves
        and not is_new_each_time(shot)
        and all(one != other for way in routes for one, other in pairwise(way))
    )


def everybody(shot):
    """Does nobody sit anywhere as a host?"""
    has_hosts = shot.plan and shot.cafe.rules.hosts is not HostMode.NONE
    hosts = set(shot.plan.hosts) if has_hosts else set()
    is_hosting = any(person in row for row in sat(shot) for person in hosts)
    return not is_hosting and not hands_over(shot) and not has_hosts_in_turn(shot)


def others(shot):
    return hosted(shot)[0] > 0


def filed(shot):
    return {n for theme in shot.themes for n in theme.notes}


def left(shot):
    return [note for note in shot.notes if note.id not in filed(shot)] if filed(shot) else []


def is_short(shot):
    apart = (Kind.TENSION, Kind.QUESTION, Kind.ACTION)
    return len([note for note in left(shot) if note.kind not in apart]) <= 80


def of(shot, *kinds):
    return any(note.kind in kinds for note in shot.notes)


def kinds_are_told(shot):
    return of(shot, *(kind for kind in Kind if kind is not Kind.INSIGHT))


def by_question(shot):
    texts = set(filter(None, shot.cafe.questions.texts))
    return bool(filed(shot)) and len(texts) > 1


def proves(shot):
    return bool(shot.plan) and not shot.is_plan_stale and len(sat(shot)) > 1 and max(met(shot)) > 0


def has_moves(shot):
    return is_met(shot) and any(
        one[p] != other[p]
        for one, other in pairwise(row or {} for row in rows(shot))
        for p in one.keys() & other.keys()
    )


def is_met(shot):
    return max(met(shot), default=0) > 0


def repeats(shot):
    return shot.plan.certificate.repeat_meetings, shot.plan.certificate.lower_bound


def tells_how(shot):
    rounds = [Round(minutes=r.minutes, harvest=r.harvest, move=r.move) for r in shot.cafe.rounds]
    return shot.plan or shot.live.clock or any(r != Round() for r in rounds)


def tells_moves(shot):
    return any(
        is_true(shot)
        for phrase, is_true in TRUE_WHEN.items()
        if phrase.startswith(
            ("In each round", "Everybody", "All others", "A host", "At ", "Each tab", "In the l")
        )
    )


def is_counted(shot):
    """Is it known who came?"""
    return bool(shot.cafe.headcount) or is_recorded(shot)


def voices(shot):
    """Which are there of the three that a synthesis easily loses?"""
    return of(shot, Kind.TENSION), is_lone(shot), of(shot, Kind.QUESTION)


def is_lone(shot):
    return any(note.is_lone for note in shot.notes)


ALWAYS = object()  # a heading, a name or a count of what stands below it: nothing to be untrue
NEVER = object()  # is looked for by another test
TRUE_WHEN = {
    "SYNTHESIS OF THE WORLD CAFÉ": lambda s: True,
    "(unsourced)": lambda s: any(
        not notes_behind(said, {note.id: note for note in s.handed_out.notes})
        for theme in s.themes
        for said in theme.statements
    ),
    "Organised by {organiser}": lambda s: bool(s.cafe.organiser),
    "Licence {licence}: copy, reuse, share": lambda s: bool(s.cafe.licence),
    "{n} participant": NEVER,
    "participant": NEVER,
    "{n} participant expected": lambda s: people(s) > 0 and not is_counted(s),
    "participant expected": lambda s: people(s) > 0 and not is_counted(s),
    "People who were counted: {rounds}.": lambda s: any(r.headcount for r in s.cafe.rounds),
    "The café in figures": lambda s: True,
    "Notes by kind": kinds_are_told,
    "Counted from where people really sat.": lambda s: is_recorded(s) and is_met(s),
    "Counted from where people really sat, where that was recorded; else as planned.": lambda s: (
        bool(s.live.actual) and not is_recorded(s) and is_met(s)
    ),
    "Counted as planned; where people really sat was not recorded.": lambda s: (
        not s.live.actual and is_met(s) and not s.is_plan_stale
    ),
    "Counted as planned, and the café has changed since; where people really sat was not "
    "recorded.": lambda s: not s.live.actual and is_met(s) and s.is_plan_stale,
    "people met (median)": is_met,
    "repeat meetings": lambda s: is_met(s) and len(sat(s)) > 1,
    "pollination between tables": lambda s: is_met(s) and len(sat(s)) > 1,
    "Meetings again that the rules ask for are not counted in that.": lambda s: (
        proves(s) and not s.live.actual and again(s) > repeats(s)[0]
    ),
    "Who met whom": is_met,
    "People by the number of others they meet": lambda s: is_met(s) and len(set(met(s))) > 1,
    "Each participant met {most} other; no more than {possible} were possible.": lambda s: (
        is_met(s) and is_recorded(s) and len(set(met(s))) == 1
    ),
    "Each participant meets {most} other; no more than {possible} are possible.": lambda s: (
        is_met(s) and not is_recorded(s) and len(set(met(s))) == 1
    ),
    "Each participant met from {least} to {most} others; no more than {possible} were "
    "possible.": lambda s: is_met(s) and is_recorded(s) and len(set(met(s))) > 1,
    "Each participant meets from {least} to {most} others; no more than {possible} are "
    "possible.": lambda s: is_met(s) and not is_recorded(s) and len(set(met(s))) > 1,
    "The plan has no repeat meeting: nobody could have done better.": lambda s: (
        proves(s) and repeats(s)[0] == 0
    ),
    "The plan has {n} repeat meeting": lambda s: proves(s) and repeats(s)[0] > 0,
    ", and it is proven that no plan has fewer.": lambda s: (
        proves(s) and repeats(s)[0] == repeats(s)[1] > 0
    ),
    "; it is proven that no plan has fewer than {bound}.": lambda s: (
        proves(s) and repeats(s)[0] > repeats(s)[1] > 0
    ),
    "; a plan without any is not ruled out.": lambda s: (
        proves(s) and repeats(s)[0] > repeats(s)[1] == 0
    ),
    "{moves} moves between tables; {linked} of {possible} pairs of tables are joined by at least "
    "one person who goes from one to the other.": has_moves,
    "How people went from table to table": has_moves,
    "Map: the tables on a ring, a line for each pair between which people go. {told}": ALWAYS,
    "In each round everybody sits at a table that is new to them.": lambda s: (
        everybody(s) and is_new_each_time(s)
    ),
    "In each round but the last everybody sits at a table that is new to them.": lambda s: (
        everybody(s) and comes_home(s) and is_new_each_time(s, but=1)
    ),
    "Everybody changes tables after each round.": lambda s: everybody(s) and changes(s),
    "In each round all others sit at a table that is new to them.": lambda s: (
        (others(s) or hands_over(s)) and is_new_each_time(s)
    ),
    "In each round but the last all others sit at a table that is new to them.": lambda s: (
        (others(s) or hands_over(s)) and comes_home(s) and is_new_each_time(s, but=1)
    ),
    "All others change tables after each round.": lambda s: (
        (others(s) or hands_over(s)) and changes(s)
    ),
    "A round is planned for {minutes} minute of conversation.": tells_how,
    "That is what the plan has.": lambda s: tells_moves(s) and not s.live.actual,
    "{counts}.": ALWAYS,
    "How it was done": lambda s: bool(
        tells_how(s) or tells_moves(s) or any(r.headcount for r in s.cafe.rounds)
    ),
    "In the last round all who were there in the first are back at its table.": comes_home,
    "At each table somebody stays on for the next round, to welcome and to recap.": hands_over,
    "A host stays at each table, to welcome and to recap.": lambda s: (
        hosted(s)[0] == hosted(s)[1] > 0
    ),
    "Each table has a host, to welcome and to recap.": has_hosts_in_turn,
    "At {hosted} of the {tables} tables a host stays, to welcome and to recap.": lambda s: (
        0 < hosted(s)[0] < hosted(s)[1]
    ),
    "Tables without notes: {tables}.": lambda s: bool(
        s.notes and set(range(len(s.cafe.tables))) - {n.table for n in s.notes}
    ),
    "{n} person sat here": lambda s: is_recorded(s) and has_spoken_seats(s),
    "{n} person expected here": lambda s: not is_recorded(s) and has_spoken_seats(s),
    "written at the same time as another version": lambda s: any(n.conflict_of for n in s.notes),
    "came in after the round": lambda s: any(n.is_late for n in s.notes),
    "to sort": lambda s: bool(left(s)) and not is_short(s),
    "Under each theme the first of its ideas, actions and insights, up to {n}, in the order in "
    "which they were filed. It is no ranking; all of them stand in the chapter of the "
    "theme.": lambda s: by_question(s) and kinds_are_told(s),
    "Under each theme the first of its notes, up to {n}, in the order in which they were filed. It "
    "is no ranking; all of them stand in the chapter of the theme.": lambda s: (
        by_question(s) and not kinds_are_told(s)
    ),
    "Tensions and open questions": lambda s: voices(s) == (True, False, True),
    "Tensions and lone voices": lambda s: voices(s) == (True, True, False),
    "Lone voices and open questions": lambda s: voices(s) == (False, True, True),
    "Tensions, lone voices and open questions": lambda s: voices(s) == (True, True, True),
    "Lone voices": is_lone,
    "lone voice": is_lone,
    "Notes stand here as they were written: what was said, not how many think so.": lambda s: bool(
        s.notes
    ),
    "The themes were made by people.": lambda s: bool(filed(s)),
    "Limits of the method, contact": lambda s: bool(s.notes and s.cafe.organiser),
    "Contact: {organiser}.": lambda s: bool(s.cafe.organiser),
    "Limits of the method": lambda s: bool(s.notes),
    "No notes have been taken yet.": lambda s: not s.notes,
    "The notes have not been put into themes yet. They stand table by table below.": lambda s: (
        bool(s.notes) and not filed(s)
    ),
    "{n} of {notes} notes is in no theme yet.": lambda s: bool(left(s)),
    "Each stands at its table, marked “to sort”.": lambda s: bool(left(s)) and not is_short(s),
    "The tensions, questions and actions among them stand above.": lambda s: (
        is_short(s) and any(n.kind in (Kind.TENSION, Kind.QUESTION, Kind.ACTION) for n in left(s))
    ),
    "Not sorted yet": lambda s: bool(left(s)),
    **dict.fromkeys(
        """{n} table|{n} round|table|round|note|theme|“{words}”|table {table}, round {round}|
        Table by table|{n} note|★ {host}|Context and questions|Questions|
        Question by question|QUESTION {number} OF {questions}|Without a question|T{table}|R{round}|
        and {n} more table|from one table|Contact|Credits and licence|On one page|
        Made with wcafe {version} ({mark}). Fonts: Inter and Noto, OFL.|Q{question}|
        Themes across the questions|Themes across the rounds|Theme|Notes|Tables|
        THEME {number} OF {themes}""".replace("\n        ", "").split("|"),
        ALWAYS,
    ),
}


def has_spoken_seats(shot):
    spoken = {note.table for note in shot.notes}
    return any(t in spoken for row in sat(shot) for t in row.values())
