"""What is so in a café, read off its values naively: what `truths` holds sentences against."""

from itertools import pairwise

from wcafe.domain.agenda import Round
from wcafe.domain.cafe import HostMode
from wcafe.domain.kinds import Kind


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
    if has_checked_in(shot):
        return len([p for p in shot.people if p.is_seated and p.arrived])
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


def has_checked_in(shot):
    """Is nothing known of who came but that some were seen at the door?"""
    return not is_counted(shot) and any(p.is_seated and p.arrived for p in shot.people)


def is_counted(shot):
    """Is it known who came?"""
    return bool(shot.cafe.headcount) or is_recorded(shot)


def voices(shot):
    """Which are there of the three that a synthesis easily loses?"""
    others = [note for note in shot.notes if note.id not in paired(shot)]
    quiet = [note for note in others if not note.is_lone]
    return (
        bool(paired(shot)) or any(note.kind is Kind.TENSION for note in quiet),
        any(map(is_voice, others)),
        any(note.kind is Kind.QUESTION for note in quiet),
    )


def paired(shot):
    return {id_ for pair in shot.opposed for id_ in (pair.one, pair.other)}


def is_voice(note):
    """Does a lone voice stand among them, and not among the actions?"""
    return note.is_lone and note.kind is not Kind.ACTION


def has_contact(shot):
    return bool(shot.cafe.organiser or shot.cafe.publication.contact)


def has_chapter(note):
    """Does a note stand in a chapter of its kind, whatever its theme?"""
    return note.is_lone or note.kind in (Kind.TENSION, Kind.QUESTION, Kind.ACTION)


def actions(shot):
    return [note for note in shot.notes if note.kind is Kind.ACTION]


def has_states(shot):
    return any(note.state for note in actions(shot))


def is_told(state):
    """Return what says whether an action is in that state."""
    return lambda shot: any(action.state is state for action in actions(shot))
