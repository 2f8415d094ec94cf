"""Badges: a person's name and, round by round, where to go."""

from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.badge_sizes import badge_sheet
from wcafe.domain.badges import BadgeFace, badge_code, badge_faces
from wcafe.domain.people import ROLE_NAMES, Role, absent
from wcafe.domain.plan import Joker
from wcafe.reports.handouts.badge import Badge, Wearer
from wcafe.reports.handouts.badge_size import size_on
from wcafe.reports.pages.grid import lay_out
from wcafe.reports.pages.paper import Paper
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot


def badges(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return sheets of badges, in alphabetical order, each with its route; spare ones last.

    Whoever comes gets one: those who are not seated have their role where others have a route,
    and those whom the plan does not know yet have dashes. Who attends no round any more gets none,
    which the paper tells. Where all are made, what is left of the last sheet are badges to write
    on, for one that is lost.

    Args:
        snapshot: the café with its plan.
        paper: what they are printed on; it lies where more badges have room so.
        options: whose badges are made, and how large.

    Raises:
        NoBadgeSize, BadgesOnOtherPaper, BadgesDoNotFit, TooSmallForBadge, TooManyRounds
    """
    plan, only, mark = snapshot.plan, options.only, dated_mark(snapshot, paper)
    assert plan is not None, "the catalogue says that badges need one"
    faces = badge_faces(plan, snapshot.cafe, snapshot.people)
    wanted = [each for each in snapshot.people if only is None or each.id in only]
    away = {person.id: person.name for person in absent(wanted, plan.rounds)}
    paper.left_out += away.values()
    wearers = sorted(
        (person for person in wanted if person.id not in away), key=lambda person: person.sort_key
    )
    event = snapshot.cafe.title
    told = [_worn(faces[person.id], paper) for person in wearers]
    spare = [joker for joker in plan.free_jokers if only is None or joker.id in only]
    told += [_spare(joker, event, paper) for joker in spare]
    sheet = badge_sheet(options.size, options.paper)
    if only is None:
        told += [_to_write_on(plan.rounds, event, paper)] * (-len(told) % sheet.badges)
    size = size_on(sheet, plan.rounds)
    paper.page = size.grid.page
    return lay_out([Badge(wearer, paper, mark, size) for wearer in told], size.grid)


def _worn(face: BadgeFace, paper: Paper) -> Wearer:
    """Return what the badge of `face` says in the words of its paper."""
    about = (face.place, _hosting_in(face, paper)) if face.hosted else (face.place,)
    is_seated = face.role is Role.PARTICIPANT
    role = "" if is_seated else paper.words.gettext(ROLE_NAMES[face.role]).capitalize()
    return Wearer(
        first=face.first,
        second=face.second,
        about=about,
        event=face.event,
        role=role,
        route=face.route,
        code=badge_code(face.person),
        is_marked=bool(face.hosted or role),
        has_photo_wish=face.no_photo,
    )


def _spare(joker: Joker, event: str, paper: Paper) -> Wearer:
    """Return what a spare badge says, for a walk-in who takes over its route."""
    _ = paper.words.gettext
    return Wearer(
        first=_("Joker {number}").format(number=joker.number),
        about=(_("♠ spare place · for somebody who is not on the list"),),
        event=event,
        route=joker.route,
        code=badge_code(joker.id),
        is_marked=True,
        is_blank=True,
    )


def _to_write_on(rounds: int, event: str, paper: Paper) -> Wearer:
    """Return what a badge says that is written by hand: nothing of anybody."""
    _ = paper.words.gettext
    return Wearer(
        first=_("Replacement badge"),
        about=(_("Write the name and the tables, from the list."),),
        event=event,
        route=(None,) * rounds,
        is_marked=True,
        is_blank=True,
        is_open=True,
    )


def _hosting_in(face: BadgeFace, paper: Paper) -> str:
    """Return the mark of a host: which table, and the rounds if it is not all of those attended."""
    _, plural = paper.words.gettext, paper.words.ngettext
    if face.hosts_throughout:
        if face.hosted_table is None:
            return _("★ table host")
        return _("★ host of table {table}").format(table=face.hosted_table + 1)
    rounds = ", ".join(str(round_ + 1) for round_ in sorted(face.hosted))
    told = plural(
        "★ table host in round {rounds}", "★ table host in rounds {rounds}", len(face.hosted)
    )
    return told.format(rounds=rounds)
