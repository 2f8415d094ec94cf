"""Badges: a person's name and, round by round, where to go."""

from collections.abc import Collection
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from wcafe.domain.badges import BadgeFace, badge_code, badge_faces
from wcafe.domain.people import ROLE_NAMES, PersonId, Role, absent
from wcafe.domain.plan import Joker, Plan
from wcafe.reports.handouts.badge import HEIGHT, WIDTH, Badge, Wearer
from wcafe.reports.pages.lines import shortened
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CUT, SMALL
from wcafe.services.cafe import Snapshot

COLUMNS, ROWS = 2, 4

_ABOUT = 130 * mm  # two lines of where somebody comes from


def badges(
    snapshot: Snapshot,
    plan: Plan,
    paper: Paper,
    mark: str,
    only: Collection[PersonId] | None = None,
) -> list[Flowable]:
    """Return sheets of eight badges, in alphabetical order, each with its route; spare ones last.

    Whoever comes gets one: those who are not seated have their role where others have a route,
    and those whom the plan does not know yet have dashes. Who attends no round any more gets none.

    Args:
        snapshot: the café.
        plan: whose routes are printed.
        paper: what they are printed on.
        mark: the plan's fingerprint, small on each badge, by which a stale one is seen.
        only: whose badges are made; None for everybody's.
    """
    faces = badge_faces(plan, snapshot.cafe, snapshot.people)
    away = {person.id for person in absent(snapshot.people, plan.rounds)}
    wearers = sorted(
        (p for p in snapshot.people if p.id not in away and (only is None or p.id in only)),
        key=lambda person: person.sort_key,
    )
    told = [_worn(faces[person.id], paper) for person in wearers]
    spare = [joker for joker in plan.free_jokers if only is None or joker.id in only]
    told += [_spare(joker, paper) for joker in spare]
    made = [Badge(wearer, paper, mark) for wearer in told]
    story: list[Flowable] = []
    for start in range(0, len(made), COLUMNS * ROWS):
        if story:
            story.append(PageBreak())
        story.append(_Sheet(made[start : start + COLUMNS * ROWS]))
    return story


class _Sheet(Flowable):
    """One A4 page of badges with cutting lines."""

    def __init__(self, made: list[Badge]) -> None:
        super().__init__()
        self.width, self.height = A4
        self._badges = made

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        for place, badge in enumerate(self._badges):
            row, column = divmod(place, COLUMNS)
            canvas.saveState()
            canvas.translate(column * WIDTH, self.height - (row + 1) * HEIGHT)
            badge.draw(canvas)
            canvas.restoreState()
        with canvas.artifact():
            canvas.setStrokeColor(CUT)
            canvas.setLineWidth(0.5)
            canvas.setDash(3, 3)
            for row in range(1, ROWS):
                canvas.line(0, self.height - row * HEIGHT, self.width, self.height - row * HEIGHT)
            canvas.line(WIDTH, 0, WIDTH, self.height)
            canvas.setDash()


def _worn(face: BadgeFace, paper: Paper) -> Wearer:
    """Return what the badge of `face` says in the words of its paper."""
    about = [shortened(face.place, _ABOUT, SMALL.fontSize)]
    if face.hosted:
        about.append(_hosting_in(face, paper))
    is_seated = face.role is Role.PARTICIPANT
    role = "" if is_seated else paper.words.gettext(ROLE_NAMES[face.role]).capitalize()
    return Wearer(
        first=face.first,
        second=face.second,
        about=" · ".join(filter(None, about)),
        role=role,
        route=face.route,
        code=badge_code(face.person),
        is_marked=bool(face.hosted or role),
    )


def _spare(joker: Joker, paper: Paper) -> Wearer:
    """Return what a spare badge says, for a walk-in who takes over its route."""
    _ = paper.words.gettext
    return Wearer(
        first=_("Joker {number}").format(number=joker.number),
        about=_("♠ spare place · for somebody who is not on the list"),
        route=joker.route,
        code=badge_code(joker.id),
        is_marked=True,
        is_blank=True,
    )


def _hosting_in(face: BadgeFace, paper: Paper) -> str:
    """Return the mark of a host, with the rounds if it is not all of those attended."""
    _, plural = paper.words.gettext, paper.words.ngettext
    if face.hosts_throughout:
        return _("★ table host")
    rounds = ", ".join(str(round_ + 1) for round_ in sorted(face.hosted))
    told = plural(
        "★ table host in round {rounds}", "★ table host in rounds {rounds}", len(face.hosted)
    )
    return told.format(rounds=rounds)
